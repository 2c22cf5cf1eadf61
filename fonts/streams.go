package fonts

import "encoding/binary"

// Outlines compress better when like stands with like. A run of glyphs is
// therefore kept as streams: what the glyphs consist of, the kinds of their
// points, then how far each point is from the last, x and y apart.
type streams [6][]byte

// The streams.
const (
	shapes = iota // per glyph: contours, and points of each; or 255 and a length
	kinds         // per point
	lowX          // low byte of each horizontal step that is not 0
	lowY
	highs  // high bytes, where a step needs one
	others // composite glyphs as they are
)

// A point's kind: on the curve or not, and the size and sign of its steps.
const (
	onCurve   = 1 << 0
	byteX     = 1 << 1
	wordX     = 1 << 2
	byteY     = 1 << 3
	wordY     = 1 << 4
	negativeX = 1 << 5
	negativeY = 1 << 6
)

const otherShape = 255

// pack joins the streams of outlines, which are bare.
func pack(outlines [][]byte) []byte {
	var s streams
	for _, o := range outlines {
		if composite(o) || len(o) >= 10 && u16(o, 0) >= otherShape {
			s[shapes] = append(s[shapes], otherShape)
			s[shapes] = binary.AppendUvarint(s[shapes], uint64(len(o)))
			s[others] = append(s[others], o...)
			continue
		}
		s.add(o)
	}
	var b []byte
	for _, stream := range s {
		b = binary.AppendUvarint(b, uint64(len(stream)))
	}
	for _, stream := range s {
		b = append(b, stream...)
	}
	return b
}

// add takes a simple glyph apart.
func (s *streams) add(outline []byte) {
	if len(outline) < 10 {
		s[shapes] = append(s[shapes], 0)
		return
	}
	contours := int(u16(outline, 0))
	s[shapes] = append(s[shapes], byte(contours))
	last := -1
	for c := range contours {
		end := int(u16(outline, 10+2*c))
		s[shapes] = binary.AppendUvarint(s[shapes], uint64(end-last))
		last = end
	}
	for _, p := range points(outline) {
		kind := step(p.dx, byteX, negativeX) | step(p.dy, byteY, negativeY)
		if p.on {
			kind |= onCurve
		}
		s[kinds] = append(s[kinds], kind)
		s.distance(lowX, p.dx)
		s.distance(lowY, p.dy)
	}
}

// step is the part of a kind that says how a step is written. The bit above
// short says that it needs two bytes.
func step(d int, short, negative byte) byte {
	var kind byte
	if d < 0 {
		kind, d = negative, -d
	}
	switch {
	case d > 255:
		kind |= short << 1
	case d > 0:
		kind |= short
	}
	return kind
}

func (s *streams) distance(low, d int) {
	d = max(d, -d)
	if d > 0 {
		s[low] = append(s[low], byte(d))
	}
	if d > 255 {
		s[highs] = append(s[highs], byte(d>>8))
	}
}

// unpack makes count outlines of joined streams.
func unpack(b []byte, count int) [][]byte {
	var s streams
	var sizes [len(s)]int
	for i := range sizes {
		size, n := binary.Uvarint(b)
		sizes[i], b = int(size), b[n:]
	}
	for i := range s {
		s[i], b = b[:sizes[i]], b[sizes[i]:]
	}
	outlines := make([][]byte, count)
	all := make([]byte, 0, 2*len(s[kinds])+2*len(s[lowX]))
	for i := range outlines {
		start := len(all)
		all = s.next(all)
		outlines[i] = all[start:len(all):len(all)]
	}
	return outlines
}

// next appends the next glyph to b.
func (s *streams) next(b []byte) []byte {
	contours := int(s[shapes][0])
	s[shapes] = s[shapes][1:]
	switch contours {
	case 0:
		return b
	case otherShape:
		size := s.count()
		b = append(b, s[others][:size]...)
		s[others] = s[others][size:]
		return b
	}
	b = binary.BigEndian.AppendUint16(b, uint16(contours))
	box := len(b)
	b = append(b, make([]byte, 8)...)
	end := 0
	for range contours {
		end += s.count()
		b = binary.BigEndian.AppendUint16(b, uint16(end-1))
	}
	b = append(b, 0, 0) // no hinting
	list := make([]point, end)
	for i := range list {
		kind := s[kinds][i]
		list[i].on = kind&onCurve != 0
		list[i].dx = s.read(lowX, kind, byteX, negativeX)
		list[i].dy = s.read(lowY, kind, byteY, negativeY)
	}
	s[kinds] = s[kinds][end:]
	left, bottom, right, top := bounds(list)
	copy(b[box:], words(left, bottom, right, top))
	return appendPoints(b, list)
}

func (s *streams) count() int {
	v, n := binary.Uvarint(s[shapes])
	s[shapes] = s[shapes][n:]
	return int(v)
}

func (s *streams) read(low int, kind, short, negative byte) int {
	if kind&(short|short<<1) == 0 {
		return 0
	}
	d := int(s[low][0])
	s[low] = s[low][1:]
	if kind&(short<<1) != 0 {
		d |= int(s[highs][0]) << 8
		s[highs] = s[highs][1:]
	}
	if kind&negative != 0 {
		return -d
	}
	return d
}
