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

// split takes joined streams apart.
func split(b []byte) streams {
	var s streams
	var sizes [len(s)]int
	for i := range sizes {
		size, n := binary.Uvarint(b)
		sizes[i], b = int(size), b[n:]
	}
	for i := range s {
		s[i], b = b[:sizes[i]], b[sizes[i]:]
	}
	return s
}

// offsets are places in streams.
type offsets [len(streams{})]uint32

// from are the streams from some places on.
func (s streams) from(at offsets) streams {
	for i := range s {
		s[i] = s[i][at[i]:]
	}
	return s
}

// skip goes past the next glyph without making it.
func (s *streams) skip() {
	contours := int(s[shapes][0])
	s[shapes] = s[shapes][1:]
	if contours == otherShape {
		s[others] = s[others][s.count():]
		return
	}
	count := 0
	for range contours {
		count += s.count()
	}
	x, y, high := 0, 0, 0
	for _, kind := range s[kinds][:count] {
		k := int(kind)
		x += (k/byteX | k/wordX) & 1
		y += (k/byteY | k/wordY) & 1
		high += k/wordX&1 + k/wordY&1
	}
	s[kinds], s[lowX], s[lowY], s[highs] = s[kinds][count:], s[lowX][x:], s[lowY][y:], s[highs][high:]
}

// next makes the next glyph and leaves the streams where they are.
func (s streams) next() []byte {
	contours := int(s[shapes][0])
	s[shapes] = s[shapes][1:]
	switch contours {
	case 0:
		return []byte{}
	case otherShape:
		return s[others][:s.count()]
	}
	ends := make([]byte, 0, 2*contours)
	count := 0
	for range contours {
		count += s.count()
		ends = binary.BigEndian.AppendUint16(ends, uint16(count-1))
	}
	list := make([]point, count)
	for i := range list {
		kind := s[kinds][i]
		list[i].on = kind&onCurve != 0
		list[i].dx = s.read(lowX, kind, byteX, negativeX)
		list[i].dy = s.read(lowY, kind, byteY, negativeY)
	}
	left, bottom, right, top := bounds(list)
	b := make([]byte, 0, 12+2*contours+4*count)
	b = append(b, words(contours, left, bottom, right, top)...)
	b = append(b, ends...)
	b = append(b, 0, 0) // no hinting
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
