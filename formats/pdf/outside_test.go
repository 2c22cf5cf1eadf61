//go:build outside

package pdf

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"gongbao/fonts/song"
	"gongbao/formats"
)

// outside runs a program and returns what it prints.
func outside(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// hans keeps the Han characters of a text.
func hans(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, s)
}

func TestOtherReaders(t *testing.T) {
	for _, language := range []string{"zh-Hans", "zh-Hant"} {
		b := sample(language)
		out, _ := write(t, b, Options{Tables: NoTables})
		path := filepath.Join(t.TempDir(), "sample.pdf")
		if err := os.WriteFile(path, out, 0o644); err != nil {
			t.Fatal(err)
		}
		outside(t, "qpdf", "--check", path)
		want := hans(b.Text.Source)
		for name, got := range map[string]string{
			"pdftotext": outside(t, "pdftotext", path, "-"),
			"mutool":    outside(t, "mutool", "draw", "-q", "-F", "txt", path),
		} {
			if hans(got) != want {
				t.Errorf("%s reads %q, want %q", name, hans(got), want)
			}
		}
	}
}

// picture renders a page at 300 dots an inch.
func picture(t *testing.T, pdf []byte, page int) image.Image {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "page.pdf")
	if err := os.WriteFile(path, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	outside(t, "pdftoppm", "-r", "300", "-f", itoa(page), "-singlefile", "-png", path, filepath.Join(folder, "page"))
	f, err := os.Open(filepath.Join(folder, "page.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

const dot = 25.4 / 300 // in millimetres

// ink is the box of what is dark between two heights of a picture, in
// millimetres.
func ink(img image.Image, top, bottom float64) (box [4]float64) {
	box = [4]float64{1e9, 1e9, 0, 0}
	for y := int(top / dot); y < int(bottom/dot); y++ {
		for x := range img.Bounds().Dx() {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
				box[0], box[1] = min(box[0], float64(x)*dot), min(box[1], float64(y)*dot)
				box[2], box[3] = max(box[2], float64(x+1)*dot), max(box[3], float64(y+1)*dot)
			}
		}
	}
	return box
}

// TestGeometry measures GB/T 9704 on the rendered page, with a character that
// fills its square.
func TestGeometry(t *testing.T) {
	out, _ := write(t, bulletin("zh-Hans", body(strings.Repeat("国", 28*22*2-2))), Options{Profile: GB9704, Tables: NoTables})
	left, right := song.Hans().Ink('国')
	const size, line = 16 * 25.4 / 72, 225.0 / 22
	for page, wantFolio := range map[int][2]float64{1: {0, 184 - 14*25.4/72}, 2: {28 + 14*25.4/72, 0}} {
		img := picture(t, out, page)
		text := ink(img, 0, 262)
		want := [4]float64{28 + left*size, 0, 184 - (1-right)*size, 0}
		if math.Abs(text[0]-want[0]) > 0.2 || math.Abs(text[2]-want[2]) > 0.2 {
			t.Errorf("page %d: text stands from %.2f to %.2f mm, want %.2f to %.2f", page, text[0], text[2], want[0], want[2])
		}
		lines := 0
		for y := 37.0; y < 262-1; y += line {
			box := ink(img, y, y+line)
			if middle := (box[1] + box[3]) / 2; math.Abs(middle-(y+line/2)) > 0.3 {
				t.Errorf("page %d: line %d has its middle at %.2f mm, want %.2f", page, lines+1, middle, y+line/2)
			}
			lines++
		}
		if lines != 22 || text[1] < 37 || text[3] > 262 {
			t.Errorf("page %d: %d lines from %.2f to %.2f mm", page, lines, text[1], text[3])
		}
		folio := ink(img, 262, 297)
		if wantFolio[0] > 0 && math.Abs(folio[0]-wantFolio[0]) > 0.2 || wantFolio[1] > 0 && math.Abs(folio[2]-wantFolio[1]) > 0.2 {
			t.Errorf("page %d: its number stands from %.2f to %.2f mm, want %v", page, folio[0], folio[2], wantFolio)
		}
	}
}

// TestMissingShows holds that a character that no face has looks like the
// printers' mark for it and not like a blank.
func TestMissingShows(t *testing.T) {
	render := func(text string) image.Image {
		out, _ := write(t, bulletin("zh-Hans", body("会议"+text+"公报")), Options{Tables: NoTables})
		return picture(t, out, 1)
	}
	missing, mark, blank := render("\ue3ad"), render("〓"), render("　")
	if !same(missing, mark) {
		t.Error("the missing character does not look like 〓")
	}
	if same(missing, blank) {
		t.Error("the missing character is blank")
	}
}

func same(a, b image.Image) bool {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// TestTagged reads the structure back and the attachment out.
func TestTagged(t *testing.T) {
	b := sample("zh-Hant")
	out, _ := write(t, b, Options{})
	folder := t.TempDir()
	path := filepath.Join(folder, "sample.pdf")
	if err := os.WriteFile(path, out, 0o644); err != nil {
		t.Fatal(err)
	}
	if info := outside(t, "pdfinfo", path); !strings.Contains(info, "Tagged:          yes") {
		t.Errorf("not tagged: %s", info)
	}
	tree := hans(outside(t, "pdfinfo", "-struct-text", path))
	if want := hans(b.Text.Source); !strings.HasPrefix(tree, want) {
		t.Errorf("the structure says %.200s, want %.200s", tree, want)
	}
	outside(t, "pdfdetach", "-saveall", "-o", folder, path)
	got, err := os.ReadFile(filepath.Join(folder, attachment))
	var want bytes.Buffer
	if encodeErr := formats.Encode(&want, b); err != nil || encodeErr != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("attached %d bytes, want %d (%v)", len(got), want.Len(), err)
	}
}
