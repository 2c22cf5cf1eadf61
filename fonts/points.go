package fonts

import "encoding/binary"

// A point of an outline, as its distance from the point before.
type point struct {
	dx, dy int
	on     bool
}

// Flags of a point in a glyf entry. The flags for y are those for x, one bit on.
const (
	pointOn     = 1 << 0
	shortX      = 1 << 1
	repeated    = 1 << 3
	sameX       = 1 << 4 // or, with shortX, positive
	shortY      = shortX << 1
	sameY       = sameX << 1
	pointFlagsX = shortX | sameX
)

// points reads a simple glyph without hinting instructions.
func points(outline []byte) []point {
	count, contours := counts(outline)
	list := make([]point, count)
	flags := make([]byte, 0, count)
	at := 12 + 2*contours
	for len(flags) < count {
		flag := outline[at]
		at++
		repeat := 1
		if flag&repeated != 0 {
			repeat += int(outline[at])
			at++
		}
		for range repeat {
			flags = append(flags, flag)
		}
	}
	for i, flag := range flags[:count] {
		list[i].on = flag&pointOn != 0
		list[i].dx, at = readStep(outline, at, flag)
	}
	for i, flag := range flags[:count] {
		list[i].dy, at = readStep(outline, at, flag>>1)
	}
	return list
}

// readStep reads a coordinate; the flags are those of x.
func readStep(b []byte, at int, flag byte) (int, int) {
	switch flag & pointFlagsX {
	case shortX:
		return -int(b[at]), at + 1
	case shortX | sameX:
		return int(b[at]), at + 1
	case sameX:
		return 0, at
	}
	return int(i16(b, at)), at + 2
}

// moved is a simple glyph at another place; a composite stays where it is.
func moved(outline []byte, dx int) []byte {
	count, contours := counts(outline)
	if count == 0 {
		return outline
	}
	list := points(outline)
	list[0].dx += dx
	left, bottom, right, top := bounds(list)
	b := append(words(contours, left, bottom, right, top), outline[10:12+2*contours]...)
	return appendPoints(b, list)
}

func bounds(list []point) (left, bottom, right, top int) {
	x, y := 0, 0
	for i, p := range list {
		x, y = x+p.dx, y+p.dy
		if i == 0 {
			left, bottom, right, top = x, y, x, y
		}
		left, right = min(left, x), max(right, x)
		bottom, top = min(bottom, y), max(top, y)
	}
	return left, bottom, right, top
}

// appendPoints writes flags and coordinates as a glyf entry has them.
func appendPoints(b []byte, list []point) []byte {
	last := -1 // where the last flag is
	repeat := false
	for _, p := range list {
		flag := stepFlag(p.dx) | stepFlag(p.dy)<<1
		if p.on {
			flag |= pointOn
		}
		switch {
		case last < 0 || b[last]&^repeated != flag || repeat && b[last+1] == 255:
			last, repeat = len(b), false
			b = append(b, flag)
		case repeat:
			b[last+1]++
		default:
			b[last] |= repeated
			b = append(b, 1)
			repeat = true
		}
	}
	for _, p := range list {
		b = appendStep(b, p.dx)
	}
	for _, p := range list {
		b = appendStep(b, p.dy)
	}
	return b
}

func stepFlag(d int) byte {
	switch {
	case d == 0:
		return sameX
	case d > 0 && d < 256:
		return shortX | sameX
	case d < 0 && d > -256:
		return shortX
	}
	return 0
}

func appendStep(b []byte, d int) []byte {
	switch stepFlag(d) {
	case sameX:
		return b
	case 0:
		return binary.BigEndian.AppendUint16(b, uint16(d))
	}
	return append(b, byte(max(d, -d)))
}
