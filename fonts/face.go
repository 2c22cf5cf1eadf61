// Package fonts says how wide a character is, whether a face has it, and cuts a face down to the characters of one document.
package fonts

import (
	"slices"
	"sort"
	"sync"
)

// A Face is a TrueType face: its measures, its coverage and its outlines.
// It is safe for use by several goroutines at once.
type Face struct {
	Name    string  // the family's name in the document it is embedded in, such as "GongbaoSong"
	Version string  // where the face comes from, such as "Noto Serif SC 2.003"
	Metrics Metrics // in thousandths of an em

	unitsPerEm int
	runes      []rune   // sorted
	glyphs     []uint16 // glyphs[i] draws runes[i]
	advances   []uint16 // by glyph, in font units
	outlines   outlines
}

// Metrics are the measures of a whole face, in thousandths of an em; y grows
// upwards from the baseline.
type Metrics struct {
	Ascent, Descent, CapHeight int
	Box                        [4]int // left, bottom, right, top of all outlines
	Weight                     int    // 400 is regular, 700 bold
}

// outlines holds a face's glyf entries, which are bare: all at hand, or in
// compressed blocks.
type outlines interface {
	outline(glyph uint16) []byte
}

// Has reports whether the face can draw r.
func (f *Face) Has(r rune) bool {
	_, ok := f.glyph(r)
	return ok
}

// Advance is the width of r in em; 0 if the face lacks it.
func (f *Face) Advance(r rune) float64 {
	g, ok := f.glyph(r)
	if !ok {
		return 0
	}
	return float64(f.advances[g]) / float64(f.unitsPerEm)
}

// Ink is where the outline of r begins and ends, from the left edge of its
// advance, in em; zeros if it has none. A glyph composed of others counts as
// full, so that nothing is cut off it.
func (f *Face) Ink(r rune) (left, right float64) {
	g, ok := f.glyph(r)
	if !ok {
		return 0, 0
	}
	outline := f.outlines.outline(g)
	if len(outline) < 10 {
		return 0, 0
	}
	if composite(outline) {
		return 0, f.Advance(r)
	}
	em := float64(f.unitsPerEm)
	return float64(i16(outline, 2)) / em, float64(i16(outline, 6)) / em
}

// Missing lists the characters of s that the face lacks, each once, in the
// order of s.
func (f *Face) Missing(s string) []rune {
	var missing []rune
	for _, r := range s {
		if !f.Has(r) && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// Runes lists what the face covers, in code point order.
func (f *Face) Runes() []rune { return slices.Clone(f.runes) }

func (f *Face) glyph(r rune) (uint16, bool) {
	i := sort.Search(len(f.runes), func(i int) bool { return f.runes[i] >= r })
	if i < len(f.runes) && f.runes[i] == r {
		return f.glyphs[i], true
	}
	return 0, false
}

// whole is a glyf table with its loca, as a font file has them.
type whole struct {
	glyf []byte
	loca []uint32 // one more than glyphs
}

func (w whole) outline(glyph uint16) []byte {
	return bare(w.glyf[w.loca[glyph]:w.loca[glyph+1]])
}

// blocks are outlines in compressed runs of glyphs. A run is decompressed when
// one of its glyphs is first asked for, and a glyph made when it is itself.
type blocks []*run

type run struct {
	first  uint16 // its first glyph
	count  int
	packed string
	size   int // of the streams

	lock    sync.Mutex // of what follows
	streams streams
	starts  []offsets // in the streams, by glyph
	glyphs  [][]byte  // those made
}

// count tells each run how many glyphs it has, of glyphs in all.
func (b blocks) count(glyphs int) {
	for i, r := range b {
		next := glyphs
		if i+1 < len(b) {
			next = int(b[i+1].first)
		}
		r.count = next - int(r.first)
	}
}

func (b blocks) outline(glyph uint16) []byte {
	r := b[sort.Search(len(b), func(i int) bool { return b[i].first > glyph })-1]
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.starts == nil {
		r.open()
	}
	i := glyph - r.first
	if r.glyphs[i] == nil {
		r.glyphs[i] = r.streams.from(r.starts[i]).next()
	}
	return r.glyphs[i]
}

func (r *run) open() {
	r.streams = split(inflate(r.packed, r.size))
	r.starts, r.glyphs = make([]offsets, r.count), make([][]byte, r.count)
	rest := r.streams
	for i := range r.starts {
		for j := range rest {
			r.starts[i][j] = uint32(len(r.streams[j]) - len(rest[j]))
		}
		rest.skip()
	}
}
