// Command generate makes the general word list and the name statistics from the jieba dictionary of the npm package nodejieba.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"go/format"
	"io"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	pkg    = "nodejieba@2.6.0"
	digest = "ee58b98a271483b5481979b3dd1e7a7284b7a84d896c226df40fa07763ad135f"
	member = "package/dict/jieba.dict.utf8"
)

func main() {
	log.SetFlags(0)
	dict, err := fetch()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("words.txt", words(dict), 0o644); err != nil {
		log.Fatal(err)
	}
	src, err := format.Source(given(dict))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("given_gen.go", src, 0o644); err != nil {
		log.Fatal(err)
	}
}

// entry is a row of the dictionary.
type entry struct {
	word  string
	count int
	tag   string
}

func fetch() ([]entry, error) {
	dir, err := os.MkdirTemp("", "lexicon")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, pkg)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("npm pack %s: %w", pkg, err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(files) != 1 {
		return nil, fmt.Errorf("npm pack %s left %d files, want 1", pkg, len(files))
	}
	tgz, err := os.ReadFile(files[0])
	if err != nil {
		return nil, err
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(tgz)); sum != digest {
		return nil, fmt.Errorf("%s has sha256 %s, want %s", pkg, sum, digest)
	}
	return read(tgz)
}

func read(tgz []byte) ([]entry, error) {
	zr, err := gzip.NewReader(bytes.NewReader(tgz))
	if err != nil {
		return nil, err
	}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", member, err)
		}
		if h.Name != member {
			continue
		}
		b, err := io.ReadAll(tr)
		if err != nil {
			return nil, err
		}
		var all []entry
		for _, line := range strings.Split(string(b), "\n") {
			if f := strings.Fields(line); len(f) == 3 {
				n, _ := strconv.Atoi(f[1])
				all = append(all, entry{f[0], n, f[2]})
			}
		}
		return all, nil
	}
}

// words lists, sorted, what can follow a name (verbs, adverbs, prepositions,
// conjunctions) and the common nouns that a name might be mistaken for.
func words(dict []entry) []byte {
	var rows []string
	for _, e := range dict {
		n := utf8.RuneCountInString(e.word)
		if n < 2 || n > 4 {
			continue
		}
		switch {
		case (e.tag == "v" || e.tag == "vn" || e.tag == "vd") && e.count >= 3:
			rows = append(rows, e.word+"\tv")
		case (e.tag == "d" || e.tag == "ad") && e.count >= 3:
			rows = append(rows, e.word+"\td")
		case (e.tag == "p" || e.tag == "c") && e.count >= 3:
			rows = append(rows, e.word+"\tp")
		case n <= 3 && e.count >= 60 && !strings.HasPrefix(e.tag, "nr") && e.tag != "x":
			rows = append(rows, e.word+"\tn")
		}
	}
	sort.Strings(rows)
	return []byte(strings.Join(rows, "\n") + "\n")
}

// given tells how often a character stands in the given names that the
// dictionary lists, as a log of its share.
func given(dict []entry) []byte {
	count, total := map[rune]int{}, 0
	for _, e := range dict {
		rs := []rune(e.word)
		if e.tag != "nr" || len(rs) < 2 || len(rs) > 3 {
			continue
		}
		for _, r := range rs[1:] {
			count[r]++
			total++
		}
	}
	var rs []rune
	for r, n := range count {
		if n >= 3 {
			rs = append(rs, r)
		}
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i] < rs[j] })
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Code generated from %s. DO NOT EDIT.\n\npackage lexicon\n\n// given holds the characters of given names in code point order, each with -10·ln(share).\nvar given = [...]struct {\nr rune\ncost uint8\n}{\n", pkg)
	for _, r := range rs {
		fmt.Fprintf(&b, "{%q, %d},\n", r, min(255, int(math.Round(-10*math.Log(float64(count[r])/float64(total))))))
	}
	b.WriteString("}\n")
	return b.Bytes()
}
