package fonts

import (
	"encoding/binary"
	"math"
	"slices"
)

// A Sort is a piece of type: a character on its square, of which blank may be
// cut off at the sides, in em.
type Sort struct {
	Rune        rune
	Left, Right float64
}

// Subset cuts the face down to a small TrueType font whose glyph i+1 is
// sorts[i]; a sort may come twice, and one that the face lacks is left blank.
// The font has outlines and measures but no character table: it is for
// embedding where glyphs are named by number, which also serves characters
// outside the Basic Multilingual Plane. At most 65,000 sorts.
func (f *Face) Subset(sorts []Sort) []byte {
	c := cutter{face: f, parts: map[uint16]uint16{}}
	c.glyphs = append(c.glyphs, piece{})
	for _, s := range sorts {
		p := piece{left: f.units(s.Left), cut: f.units(s.Left + s.Right)}
		p.old, _ = f.glyph(s.Rune)
		c.glyphs = append(c.glyphs, p)
	}
	c.cut()
	return c.font()
}

func (f *Face) units(em float64) int { return int(math.Round(em * float64(f.unitsPerEm))) }

// cutter collects the glyphs of a subset. Glyph 0 is blank.
type cutter struct {
	face   *Face
	glyphs []piece
	parts  map[uint16]uint16 // components, from old number to new
	glyf   []byte
	loca   []byte
	hmtx   []byte
	points, contours,
	compositeParts int
}

// piece is a glyph of the face, moved left and made narrower, in font units.
type piece struct {
	old       uint16
	left, cut int
}

// cut goes through the glyphs; components join the end of the list.
func (c *cutter) cut() {
	for i := 0; i < len(c.glyphs); i++ {
		c.add(c.glyphs[i])
	}
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.glyf)))
}

func (c *cutter) add(p piece) {
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.glyf)))
	var outline []byte
	if p.old != 0 {
		outline = renumbered(c.face.outlines.outline(p.old), c.part)
	}
	if p.left != 0 {
		outline = moved(outline, -p.left)
	}
	c.glyf = append(c.glyf, outline...)
	c.glyf = append(c.glyf, make([]byte, -len(outline)&3)...)
	points, contours := counts(outline)
	c.points, c.contours = max(c.points, points), max(c.contours, contours)
	if composite(outline) {
		c.compositeParts = max(c.compositeParts, len(components(outline)))
	}

	bearing := uint16(0)
	if len(outline) > 0 {
		bearing = u16(outline, 2)
	}
	advance := max(0, int(c.face.advances[p.old])-p.cut)
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(advance))
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, bearing)
}

// part numbers a component; one that the face lacks is blank.
func (c *cutter) part(old uint16) uint16 {
	if int(old) >= len(c.face.advances) {
		return 0
	}
	if g, ok := c.parts[old]; ok {
		return g
	}
	g := uint16(len(c.glyphs))
	c.glyphs = append(c.glyphs, piece{old: old})
	c.parts[old] = g
	return g
}

func (c *cutter) font() []byte {
	return assemble([]table{
		{"glyf", c.glyf},
		{"head", c.head()},
		{"hhea", c.hhea()},
		{"hmtx", c.hmtx},
		{"loca", c.loca},
		{"maxp", c.maxp()},
	})
}

func (f *Face) scaled(thousandths int) int { return thousandths * f.unitsPerEm / 1000 }

func (c *cutter) head() []byte {
	box := c.face.Metrics.Box
	return words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, c.face.unitsPerEm,
		0, 0, 0, 0, 0, 0, 0, 0, // created and modified: no clock
		c.face.scaled(box[0]), c.face.scaled(box[1]), c.face.scaled(box[2]), c.face.scaled(box[3]), 0, 8, 2, 1, 0)
}

func (c *cutter) hhea() []byte {
	m := c.face.Metrics
	widest := slices.Max(c.face.advances)
	return words(1, 0, c.face.scaled(m.Ascent), c.face.scaled(m.Descent), 0, int(widest),
		0, 0, c.face.scaled(m.Box[2]), 1, 0, 0, 0, 0, 0, 0, 0, len(c.glyphs))
}

func (c *cutter) maxp() []byte {
	depth := 0
	if c.compositeParts > 0 {
		depth = 8
	}
	return words(1, 0, len(c.glyphs), c.points, c.contours,
		c.points*c.compositeParts, c.contours*c.compositeParts, 1, 0, 0, 0, 0, 0, 0, c.compositeParts, depth)
}

func words(values ...int) []byte {
	b := make([]byte, 0, 2*len(values))
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

type table struct {
	name string
	data []byte
}

// assemble writes a font file of tables, which are in the order of their names.
func assemble(tables []table) []byte {
	log := 0
	for 2<<log <= len(tables) {
		log++
	}
	out := words(1, 0, len(tables), 16<<log, log, 16*len(tables)-16<<log)
	at := 12 + 16*len(tables)
	head := 0
	for _, t := range tables {
		if t.name == "head" {
			head = at
		}
		out = append(out, t.name...)
		for _, v := range []uint32{sum(t.data), uint32(at), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(t.data) + 3) &^ 3
	}
	out = slices.Grow(out, at-len(out))
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(t.data)&3)...)
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-sum(out))
	return out
}

// sum is a table's check sum; data is padded with zeros to whole words.
func sum(data []byte) uint32 {
	var s uint32
	for ; len(data) >= 4; data = data[4:] {
		s += u32(data, 0)
	}
	var last [4]byte
	copy(last[:], data)
	return s + u32(last[:], 0)
}
