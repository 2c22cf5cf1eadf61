package fonts

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// A packed font holds one or more faces that share outlines, so that a
// Simplified and a Traditional face cost little more than one. After the
// magic come the sizes of the index as it is and compressed, the compressed
// index, and the compressed runs of glyphs.
const (
	magic   = "gbf1"
	runSize = 48 << 10 // most bytes of outlines in a run, about 100 Han characters
)

// A View is one face to pack. Common characters come together, so that
// opening a document's few hundred touches few runs.
type View struct {
	Face         *Face
	Common, Rest []rune
}

// Pack writes the named characters of faces into one packed font, for Open.
// A character that its face lacks is an error.
func Pack(views ...View) ([]byte, error) {
	p := packer{seen: map[string]uint16{}, glyphs: make([][]uint16, len(views))}
	p.add(nil, 0)
	covered := make([][]rune, len(views))
	for _, common := range []bool{true, false} {
		for i, v := range views {
			runes := v.Rest
			if common {
				runes = v.Common
			}
			for _, r := range runes {
				g, ok := v.Face.glyph(r)
				if !ok {
					return nil, fmt.Errorf("%s lacks %c (U+%04X)", v.Face.Name, r, r)
				}
				covered[i] = append(covered[i], r)
				p.glyphs[i] = append(p.glyphs[i], p.face(v.Face, g))
			}
		}
	}
	p.flush()
	return p.write(views, covered), p.err
}

type packer struct {
	seen     map[string]uint16 // by outline and advance
	glyphs   [][]uint16        // by view
	advances []uint16
	run      [][]byte
	size     int // of the run's outlines
	data     []byte
	runs     []byte // the index of the runs
	first    uint16
	count    int
	err      error
}

// face adds a glyph of a face and what it is composed of.
func (p *packer) face(f *Face, glyph uint16) uint16 {
	outline := f.outlines.outline(glyph)
	parts := map[uint16]uint16{}
	for _, part := range components(outline) {
		parts[part] = p.face(f, part)
	}
	outline = renumbered(outline, func(part uint16) uint16 { return parts[part] })
	return p.add(outline, f.advances[glyph])
}

func (p *packer) add(outline []byte, advance uint16) uint16 {
	key := string(binary.BigEndian.AppendUint16(bytes.Clone(outline), advance))
	if glyph, ok := p.seen[key]; ok {
		return glyph
	}
	if len(p.advances) == 0xFFFF {
		p.err = fmt.Errorf("more than %d glyphs in one font", 0xFFFF)
		return 0
	}
	if p.size+len(outline) > runSize {
		p.flush()
	}
	glyph := uint16(len(p.advances))
	p.seen[key] = glyph
	p.run = append(p.run, outline)
	p.size += len(outline)
	p.advances = append(p.advances, advance)
	return glyph
}

func (p *packer) flush() {
	joined := pack(p.run)
	packed := deflate(joined)
	p.runs = binary.BigEndian.AppendUint16(p.runs, p.first)
	p.runs = binary.BigEndian.AppendUint32(p.runs, uint32(len(joined)))
	p.runs = binary.BigEndian.AppendUint32(p.runs, uint32(len(packed)))
	p.data = append(p.data, packed...)
	p.first = uint16(len(p.advances))
	p.run, p.size = nil, 0
	p.count++
}

func (p *packer) write(views []View, covered [][]rune) []byte {
	var b []byte
	b = append(b, byte(len(views)))
	for i, v := range views {
		b = appendString(b, v.Face.Name)
		b = appendString(b, v.Face.Version)
		m := v.Face.Metrics
		for _, n := range append([]int{v.Face.unitsPerEm, m.Ascent, m.Descent, m.CapHeight, m.Weight}, m.Box[:]...) {
			b = binary.BigEndian.AppendUint16(b, uint16(n))
		}
		b = appendCoverage(b, covered[i], p.glyphs[i])
	}
	b = binary.BigEndian.AppendUint16(b, uint16(len(p.advances)))
	for g := range p.advances {
		b = binary.BigEndian.AppendUint16(b, p.advances[g])
	}
	b = binary.BigEndian.AppendUint16(b, uint16(p.count))
	b = append(b, p.runs...)

	index := deflate(b)
	out := []byte(magic)
	out = binary.BigEndian.AppendUint32(out, uint32(len(b)))
	out = binary.BigEndian.AppendUint32(out, uint32(len(index)))
	return append(append(out, index...), p.data...)
}

func appendString(b []byte, s string) []byte {
	return append(append(b, byte(len(s))), s...)
}

func appendCoverage(b []byte, runes []rune, glyphs []uint16) []byte {
	c := coverage{runes: runes, glyphs: glyphs}
	c.sort()
	b = binary.BigEndian.AppendUint16(b, uint16(len(c.runes)))
	last := rune(0)
	for _, r := range c.runes {
		b = binary.AppendUvarint(b, uint64(r-last))
		last = r
	}
	for _, g := range c.glyphs {
		b = binary.BigEndian.AppendUint16(b, g)
	}
	return b
}

// Open reads the faces of a packed font. Outlines stay compressed until a
// glyph near them is asked for.
func Open(packed string) ([]*Face, error) {
	if !strings.HasPrefix(packed, magic) || len(packed) < 12 {
		return nil, fmt.Errorf("not a packed font")
	}
	head := []byte(packed[:12])
	start := 12 + int(u32(head, 8))
	r := reader{inflate(packed[12:start], int(u32(head, 4)))}
	faces := make([]*Face, r.take(1)[0])
	for i := range faces {
		faces[i] = r.face()
	}
	advances := make([]uint16, r.u16())
	for g := range advances {
		advances[g] = r.u16()
	}
	b := make(blocks, r.u16())
	for i := range b {
		first, size, length := r.u16(), int(r.u32()), int(r.u32())
		b[i] = &run{first: first, packed: packed[start : start+length], size: size}
		start += length
	}
	b.count(len(advances))
	for _, f := range faces {
		f.advances, f.outlines = advances, b
	}
	return faces, nil
}

// reader takes an index apart. The index is our own, so it ends where it should.
type reader struct{ rest []byte }

func (r *reader) take(n int) []byte {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) u16() uint16    { return u16(r.take(2), 0) }
func (r *reader) u32() uint32    { return u32(r.take(4), 0) }
func (r *reader) number() int    { return int(int16(r.u16())) }
func (r *reader) string() string { return string(r.take(int(r.take(1)[0]))) }

func (r *reader) face() *Face {
	f := &Face{Name: r.string(), Version: r.string(), unitsPerEm: r.number()}
	m := &f.Metrics
	for _, to := range []*int{&m.Ascent, &m.Descent, &m.CapHeight, &m.Weight, &m.Box[0], &m.Box[1], &m.Box[2], &m.Box[3]} {
		*to = r.number()
	}
	f.runes = make([]rune, r.u16())
	f.glyphs = make([]uint16, len(f.runes))
	last := rune(0)
	for i := range f.runes {
		step, n := binary.Uvarint(r.rest)
		r.rest = r.rest[n:]
		last += rune(step)
		f.runes[i] = last
	}
	for i := range f.glyphs {
		f.glyphs[i] = r.u16()
	}
	return f
}

func deflate(b []byte) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(b)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // the level is valid and a bytes.Buffer takes everything
	}
	return out.Bytes()
}

// inflate panics on damaged data: what it reads is part of the program.
func inflate(packed string, size int) []byte {
	b := make([]byte, size)
	if _, err := io.ReadFull(flate.NewReader(strings.NewReader(packed)), b); err != nil {
		panic("embedded font: " + err.Error())
	}
	return b
}
