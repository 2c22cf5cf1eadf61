package fonts

import "encoding/binary"

// Flags of a component of a composite glyph.
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	matrix        = 1 << 7
	instructions  = 1 << 8
)

func composite(outline []byte) bool {
	return len(outline) >= 10 && i16(outline, 0) < 0
}

// parts calls f with the place of each component of a composite glyph and
// returns where they end.
func parts(outline []byte, f func(at int)) int {
	at := 10
	for more := true; more; {
		flags := u16(outline, at)
		f(at)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		more = flags&moreParts != 0
	}
	return at
}

// components lists the glyphs that a glyph is composed of.
func components(outline []byte) []uint16 {
	if !composite(outline) {
		return nil
	}
	var glyphs []uint16
	parts(outline, func(at int) { glyphs = append(glyphs, u16(outline, at+2)) })
	return glyphs
}

// bare is an outline without hinting instructions and padding. A damaged
// outline is blank.
func bare(outline []byte) (b []byte) {
	if len(outline) < 10 {
		return nil
	}
	defer func() {
		if recover() != nil { // the outline ends early
			b = nil
		}
	}()
	if composite(outline) {
		end := parts(outline, func(int) {})
		b = append(b, outline[:end]...)
		parts(outline, func(at int) {
			binary.BigEndian.PutUint16(b[at:], u16(b, at)&^instructions)
		})
		return b
	}
	hints := 10 + 2*int(u16(outline, 0))
	points := hints + 2 + int(u16(outline, hints))
	b = append(b, outline[:hints]...)
	b = append(b, 0, 0)
	return append(b, outline[points:points+pointBytes(outline, hints, points)]...)
}

// renumbered is a composite glyph of other components, in a copy; a simple
// glyph is itself.
func renumbered(outline []byte, number func(uint16) uint16) []byte {
	if !composite(outline) {
		return outline
	}
	b := append([]byte(nil), outline...)
	parts(outline, func(at int) { binary.BigEndian.PutUint16(b[at+2:], number(u16(b, at+2))) })
	return b
}

// pointBytes counts the bytes of a simple glyph's flags and coordinates.
func pointBytes(outline []byte, hints, at int) int {
	if hints == 10 {
		return 0
	}
	start, size := at, 0
	for left := int(u16(outline, hints-2)) + 1; left > 0; {
		flags, repeat := outline[at], 1
		at++
		if flags&8 != 0 {
			repeat += int(outline[at])
			at++
		}
		size += repeat * (coordinate(flags>>1) + coordinate(flags>>2))
		left -= repeat
	}
	return at - start + size
}

// coordinate is the size of one coordinate: bit 0 of flags says short, bit 3
// says same as before (or positive).
func coordinate(flags byte) int {
	switch {
	case flags&1 != 0:
		return 1
	case flags&8 != 0:
		return 0
	}
	return 2
}

// counts is the number of points and contours of a simple glyph.
func counts(outline []byte) (points, contours int) {
	if len(outline) < 12 || composite(outline) {
		return 0, 0
	}
	contours = int(u16(outline, 0))
	if contours > 0 {
		points = int(u16(outline, 8+2*contours)) + 1
	}
	return points, contours
}
