package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrOutlines is the error for a font file whose outlines are not TrueType.
var ErrOutlines = errors.New("the outlines are PostScript (CFF), which cannot be cut down: take the font's TrueType (.ttf) edition")

// ErrLicence is the error for a font whose licence bits forbid embedding it,
// or a part of it, in documents.
var ErrLicence = errors.New("the font's licence bits forbid embedding a part of it in documents: take another font")

// Parse reads a TrueType font file. It keeps and never changes ttf.
func Parse(ttf []byte) (*Face, error) { return ParseIndex(ttf, 0) }

// ParseIndex reads one font of a TrueType collection; index 0 also reads a
// file that is no collection.
func ParseIndex(ttf []byte, index int) (f *Face, err error) {
	defer func() {
		// A table that ends early shows itself as an index out of range.
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("the font file is damaged (%v): take another copy", r)
		}
	}()
	t, err := readTables(ttf, index)
	if err != nil {
		return nil, err
	}
	f = &Face{Name: readName(t["name"]), Version: "a given font file"}
	if os2 := t["OS/2"]; len(os2) >= 10 && !embeddable(u16(os2, 8)) {
		return nil, ErrLicence
	}
	f.readMetrics(t)
	count := int(u16(t["maxp"], 4))
	if count == 0 {
		return nil, errors.New("the font has no glyphs")
	}
	f.readAdvances(t, count)
	f.outlines = readOutlines(t, count)
	f.runes, f.glyphs, err = readCoverage(t["cmap"], count)
	if err != nil {
		return nil, err
	}
	return f, nil
}

type tables map[string][]byte

func readTables(ttf []byte, index int) (tables, error) {
	ttf = ttf[:len(ttf):len(ttf)] // so that no table reaches beyond the end
	if len(ttf) < 12 {
		return nil, errors.New("the file is too short to be a font")
	}
	at := 0
	if string(ttf[:4]) == "ttcf" {
		if count := int(u32(ttf, 8)); index < 0 || index >= count {
			return nil, fmt.Errorf("the collection has fonts 0 to %d, not %d", count-1, index)
		}
		at = int(u32(ttf, 12+4*index))
	} else if index != 0 {
		return nil, fmt.Errorf("the file is no collection and has no font %d", index)
	}
	switch kind := string(ttf[at : at+4]); kind {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, ErrOutlines
	default:
		return nil, fmt.Errorf("the file is no TrueType font (it begins with %q)", kind)
	}
	t := tables{}
	for i := range int(u16(ttf, at+4)) {
		entry := ttf[at+12+16*i:]
		offset, length := u32(entry, 8), u32(entry, 12)
		t[string(entry[:4])] = ttf[offset : uint64(offset)+uint64(length)]
	}
	for _, name := range []string{"head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap"} {
		if t[name] == nil {
			return nil, fmt.Errorf("the font has no %s table: only TrueType fonts with outlines can be used", name)
		}
	}
	return t, nil
}

// embeddable reads the licence bits of OS/2: 2 alone of the lowest four
// restricts, 8 forbids subsets, 9 allows bitmaps only.
func embeddable(bits uint16) bool {
	return bits&0xF != 1<<1 && bits&(1<<8|1<<9) == 0
}

func (f *Face) readMetrics(t tables) {
	head, hhea := t["head"], t["hhea"]
	f.unitsPerEm = max(1, int(u16(head, 18)))
	for i := range f.Metrics.Box {
		f.Metrics.Box[i] = f.thousandths(i16(head, 36+2*i))
	}
	f.Metrics.Ascent = f.thousandths(i16(hhea, 4))
	f.Metrics.Descent = f.thousandths(i16(hhea, 6))
	f.Metrics.CapHeight = 700
	f.Metrics.Weight = 400
	if os2 := t["OS/2"]; len(os2) >= 90 {
		f.Metrics.Weight = int(u16(os2, 4))
		f.Metrics.CapHeight = f.thousandths(i16(os2, 88))
	}
}

func (f *Face) thousandths(units int16) int { return int(units) * 1000 / f.unitsPerEm }

func (f *Face) readAdvances(t tables, count int) {
	measured := int(u16(t["hhea"], 34))
	f.advances = make([]uint16, count)
	for g := range f.advances {
		f.advances[g] = u16(t["hmtx"], 4*min(g, measured-1))
	}
}

func readOutlines(t tables, count int) whole {
	w := whole{t["glyf"], make([]uint32, count+1)}
	for g := range w.loca {
		if u16(t["head"], 50) == 0 {
			w.loca[g] = 2 * uint32(u16(t["loca"], 2*g))
		} else {
			w.loca[g] = u32(t["loca"], 4*g)
		}
		if g > 0 && w.loca[g] < w.loca[g-1] || int(w.loca[g]) > len(w.glyf) {
			panic("glyph places out of order")
		}
	}
	return w
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func i16(b []byte, at int) int16  { return int16(u16(b, at)) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
