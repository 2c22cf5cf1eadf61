package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"
)

// drawnFont is a font of our own with a square for A, a triangle for 一, both
// for 𠮷, and a blank for the space.
func drawnFont() []byte {
	square := simpleGlyph([]point{{0, 0, true}, {500, 0, true}, {0, 500, true}, {-500, 0, true}})
	triangle := simpleGlyph([]point{{100, -100, true}, {800, 0, true}, {-400, 300, false}})
	both := append(words(-1, 0, 0, 0, 0), words(moreParts|wordArguments, 1, 0, 0, wordArguments, 2, 10, 10)...)
	glyphs := [][]byte{nil, square, triangle, both, nil}
	advances := []int{0, 600, 1000, 1000, 250}
	var glyf, loca, hmtx []byte
	for i, g := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, g...)
		glyf = append(glyf, make([]byte, -len(g)&3)...)
		hmtx = append(hmtx, words(advances[i], 0)...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	return assemble([]table{
		{"cmap", drawnCmap()},
		{"glyf", glyf},
		{"head", words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, -100, 900, 800, 0, 8, 2, 1, 0)},
		{"hhea", words(1, 0, 880, -120, 0, 1000, 0, 0, 900, 1, 0, 0, 0, 0, 0, 0, 0, len(glyphs))},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", words(1, 0, len(glyphs), 4, 1, 8, 2, 1, 0, 0, 0, 0, 0, 0, 2, 1)},
	})
}

func drawnCmap() []byte {
	b := words(0, 2, 3, 1, 0, 20, 3, 10, 0, 60)
	b = append(b, words(4, 40, 0, 6, 4, 1, 2, 'A', '一', 0xFFFF, 0, 'A', '一', 0xFFFF, 1-'A', 2-'一', 1, 0, 0, 0)...)
	b = append(b, words(12, 0, 0, 64, 0, 0, 0, 4)...)
	for _, g := range [][2]uint32{{' ', 4}, {'A', 1}, {'一', 2}, {'𠮷', 3}} {
		for _, v := range []uint32{g[0], g[0], g[1]} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
	}
	return b
}

func simpleGlyph(list []point) []byte {
	left, bottom, right, top := bounds(list)
	return appendPoints(words(1, left, bottom, right, top, len(list)-1, 0), list)
}

func drawnFace(t *testing.T) *Face {
	t.Helper()
	f, err := Parse(drawnFont())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFace(t *testing.T) {
	f := drawnFace(t)
	if got := f.Runes(); !slices.Equal(got, []rune{' ', 'A', '一', '𠮷'}) {
		t.Errorf("runes %q", got)
	}
	for r, want := range map[rune]float64{' ': 0.25, 'A': 0.6, '一': 1, '𠮷': 1, '二': 0} {
		if got := f.Advance(r); got != want {
			t.Errorf("advance of %q is %v, want %v", r, got, want)
		}
	}
	if got := f.Missing("一二三A二"); !slices.Equal(got, []rune{'二', '三'}) {
		t.Errorf("missing %q", got)
	}
	if left, right := f.Ink('一'); left != 0.1 || right != 0.9 {
		t.Errorf("ink from %v to %v", left, right)
	}
	if want := (Metrics{880, -120, 700, [4]int{0, -100, 900, 800}, 400}); f.Metrics != want {
		t.Errorf("metrics %v, want %v", f.Metrics, want)
	}
}

func TestNarrowCoverage(t *testing.T) {
	cmap := drawnCmap()
	binary.BigEndian.PutUint16(cmap[2:], 1)
	runes, glyphs, err := readCoverage(cmap, 5)
	if err != nil || !slices.Equal(runes, []rune{'A', '一'}) || !slices.Equal(glyphs, []uint16{1, 2}) {
		t.Errorf("got %q %v %v", runes, glyphs, err)
	}
}

func TestParseErrors(t *testing.T) {
	good := drawnFont()
	cff := bytes.Clone(good)
	copy(cff, "OTTO")
	if _, err := Parse(cff); !errors.Is(err, ErrOutlines) {
		t.Errorf("CFF: %v", err)
	}
	for name, b := range map[string][]byte{
		"empty": nil, "text": []byte("this is not a font at all"), "cut": good[:len(good)/2], "head": good[:20],
	} {
		if f, err := Parse(b); err == nil {
			t.Errorf("%s: parsed to %v", name, f)
		}
	}
	if _, err := ParseIndex(good, 1); err == nil {
		t.Error("index 1 of a single font gives no error")
	}
}

func TestName(t *testing.T) {
	table := append(words(0, 2, 30, 3, 1, 0x409, 4, 2, 0, 3, 1, 0x409, 6, 20, 2), "XXA\x00 \x00n\x00-\x001\x00(\x00)\x00)\x00)\x00)"...)
	if got := readName(table); got != "An-1" {
		t.Errorf("name %q", got)
	}
	if got := drawnFace(t).Name; got != "Unnamed" {
		t.Errorf("a font without names is called %q", got)
	}
}

func TestLicence(t *testing.T) {
	for bits, want := range map[uint16]bool{0: true, 2: false, 4: true, 8: true, 0x100: false, 0x204: false, 6: true} {
		if embeddable(bits) != want {
			t.Errorf("bits %x: %v", bits, !want)
		}
	}
}

func TestSubset(t *testing.T) {
	f := drawnFace(t)
	b := f.Subset(sorts('𠮷', 'A', '二', 'A'))
	tables := subsetTables(b)
	count := int(u16(tables["maxp"], 4))
	if count != 7 { // .notdef, four asked for, two components
		t.Fatalf("%d glyphs", count)
	}
	w := readOutlines(tables, count)
	if got, want := w.outline(2), f.outlines.outline(1); !bytes.HasPrefix(want, got) || len(got) == 0 {
		t.Errorf("glyph 2 is % x, want % x", got, want)
	}
	if len(w.outline(0)) != 0 || len(w.outline(3)) != 0 {
		t.Error("the missing glyph is not blank")
	}
	if got := components(w.outline(1)); !slices.Equal(got, []uint16{5, 6}) {
		t.Errorf("components %v", got)
	}
	if sum(b) != 0xB1B0AFBA {
		t.Errorf("check sum %x", sum(b))
	}
}

// sorts are whole characters.
func sorts(runes ...rune) []Sort {
	var list []Sort
	for _, r := range runes {
		list = append(list, Sort{Rune: r})
	}
	return list
}

func TestCut(t *testing.T) {
	f := drawnFace(t)
	tables := subsetTables(f.Subset([]Sort{{'一', 0.1, 0.05}, {'𠮷', 0, 0.5}, {'二', 0.2, 0}}))
	w := readOutlines(tables, 6)
	if got := w.outline(1); i16(got, 2) != 0 || i16(got, 6) != 800 || len(points(got)) != 3 {
		t.Errorf("ink from %d to %d", i16(got, 2), i16(got, 6))
	}
	for glyph, want := range []uint16{0, 850, 500, 0} {
		if got := u16(tables["hmtx"], 4*glyph); got != want {
			t.Errorf("glyph %d is %d wide, want %d", glyph, got, want)
		}
	}
}

func subsetTables(ttf []byte) tables {
	t := tables{}
	for i := range int(u16(ttf, 4)) {
		entry := ttf[12+16*i:]
		t[string(entry[:4])] = ttf[u32(entry, 8) : u32(entry, 8)+u32(entry, 12)]
	}
	return t
}

func TestPack(t *testing.T) {
	f := drawnFace(t)
	f.Name, f.Version = "Drawn", "1"
	packed, err := Pack(View{Face: f, Common: []rune{' ', 'A'}, Rest: []rune{'𠮷', '一'}}, View{Face: f, Rest: []rune{' '}})
	if err != nil {
		t.Fatal(err)
	}
	faces, err := Open(string(packed))
	if err != nil || len(faces) != 2 {
		t.Fatalf("%d faces, %v", len(faces), err)
	}
	all := []rune{' ', 'A', '一', '𠮷'}
	got := faces[0]
	if got.Name != f.Name || got.Version != f.Version || got.Metrics != f.Metrics || !slices.Equal(got.Runes(), all) {
		t.Errorf("got %+v", got)
	}
	if !bytes.Equal(got.Subset(sorts(all...)), f.Subset(sorts(all...))) {
		t.Error("the packed face draws otherwise")
	}
	blank := faces[1].Subset(sorts(' '))
	if again := faces[1].Subset(sorts(' ')); !bytes.Equal(blank, again) {
		t.Error("a glyph changes when it is asked for twice")
	}
	if !slices.Equal(faces[1].Runes(), []rune{' '}) {
		t.Errorf("second view has %q", faces[1].Runes())
	}
	if _, err := Pack(View{Face: f, Rest: []rune{'二'}}); err == nil {
		t.Error("packing what the face lacks gives no error")
	}
	if _, err := Open("no font"); err == nil {
		t.Error("opening what is no pack gives no error")
	}
}

// FuzzParse holds that no file, however damaged, does more than fail.
func FuzzParse(f *testing.F) {
	f.Add(drawnFont())
	f.Fuzz(func(t *testing.T, b []byte) {
		face, err := Parse(b)
		if err != nil {
			return
		}
		if runes := face.Runes(); !slices.IsSorted(runes) {
			t.Errorf("runes out of order: %q", runes)
		}
		face.Subset(sorts(face.runes[:min(50, len(face.runes))]...))
	})
}
