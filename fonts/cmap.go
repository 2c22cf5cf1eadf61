package fonts

import (
	"errors"
	"sort"
)

// readCoverage reads the widest Unicode table of a cmap: which glyph, below
// count, draws which rune.
func readCoverage(cmap []byte, count int) ([]rune, []uint16, error) {
	var narrow, wide []byte
	for i := range int(u16(cmap, 2)) {
		entry := cmap[4+8*i:]
		platform, encoding := u16(entry, 0), u16(entry, 2)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		table := cmap[u32(entry, 4):]
		switch u16(table, 0) {
		case 4:
			narrow = table
		case 12:
			wide = table
		}
	}
	c := coverage{count: count}
	switch {
	case wide != nil:
		c.readGroups(wide)
	case narrow != nil:
		c.readSegments(narrow)
	default:
		return nil, nil, errors.New("the font has no Unicode character table")
	}
	c.sort()
	return c.runes, c.glyphs, nil
}

type coverage struct {
	count  int
	runes  []rune
	glyphs []uint16
}

func (c *coverage) Len() int           { return len(c.runes) }
func (c *coverage) Less(i, j int) bool { return c.runes[i] < c.runes[j] }
func (c *coverage) Swap(i, j int) {
	c.runes[i], c.runes[j] = c.runes[j], c.runes[i]
	c.glyphs[i], c.glyphs[j] = c.glyphs[j], c.glyphs[i]
}

func (c *coverage) add(r rune, glyph int) {
	if glyph > 0 && glyph < c.count && len(c.runes) <= 0x110000 {
		c.runes = append(c.runes, r)
		c.glyphs = append(c.glyphs, uint16(glyph))
	}
}

// sort puts the runes in order and keeps the first of equal ones.
func (c *coverage) sort() {
	sort.Stable(c)
	n := 0
	for i := range c.runes {
		if i == 0 || c.runes[i] != c.runes[i-1] {
			c.runes[n], c.glyphs[n] = c.runes[i], c.glyphs[i]
			n++
		}
	}
	c.runes, c.glyphs = c.runes[:n:n], c.glyphs[:n:n]
}

// readGroups reads a format 12 table.
func (c *coverage) readGroups(table []byte) {
	for i := range int(u32(table, 12)) {
		group := table[16+12*i:]
		first, last, glyph := u32(group, 0), min(u32(group, 4), 0x10FFFF), u32(group, 8)
		for r := first; r <= last; r++ {
			c.add(rune(r), int(glyph+r-first))
		}
	}
}

// readSegments reads a format 4 table.
func (c *coverage) readSegments(table []byte) {
	twice := int(u16(table, 6))
	ends, starts := table[14:], table[16+twice:]
	deltas, offsets := table[16+2*twice:], table[16+3*twice:]
	for i := 0; i < twice; i += 2 {
		first, last := int(u16(starts, i)), int(u16(ends, i))
		delta, offset := u16(deltas, i), int(u16(offsets, i))
		for r := first; r <= last && r < 0xFFFF; r++ {
			glyph := uint16(r)
			if offset != 0 {
				glyph = u16(offsets, i+offset+2*(r-first))
			}
			if offset == 0 || glyph != 0 {
				c.add(rune(r), int(glyph+delta))
			}
		}
	}
}
