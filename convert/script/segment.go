package script

import (
	"slices"

	"gongbao/convert/script/internal/dictionary"
)

// fix is a part of the source whose conversion is decided. Places are bytes.
type fix struct {
	start, end int
	to         string
	rule       Rule
}

// segmenter converts prose segment by segment: a line, or a part of a long
// line that ends with a mark where it can. Segments do not depend on how the
// text comes in.
type segmenter struct {
	p      *prose
	user   userDictionary
	source source
	fixes  []fix  // in all that is converted, in order
	trace  *trace // nil unless asked for

	codes  [blockSize + 1]uint16 // of the block, a stretch of the source
	starts [blockSize + 1]uint32
	block  []byte // the source of the block and what follows
	base   int    // the block's offset in all that is converted
	from   int    // the segment: a range of the block's characters
	end    int

	here  []fix // in the segment
	room  clause
	depth int // open quotation marks of the line
	title int // open title marks of the line
}

// append converts src and appends the output to dst. Unless final, it stops
// before a segment that may go on. It returns how many bytes it has
// converted.
func (g *segmenter) append(dst, src []byte, final bool) ([]byte, int) {
	s := sink{dst: dst}
	done := 0
	for done < len(src) {
		g.block = src[done:]
		n := fill(g.codes[:blockSize], g.starts[:], g.block)
		g.codes[n] = 0
		from := g.lines(&s, n)
		if from == 0 {
			whole := int(g.starts[n]) == len(src)-done
			if whole && !final {
				break
			}
			from = cut(g.codes[:n], whole)
			g.segment(&s, 0, from)
		}
		done += int(g.starts[from])
		g.base += int(g.starts[from])
	}
	s.flush()
	return s.dst, done
}

// text returns the segment.
func (g *segmenter) text() block {
	return block{src: g.block, codes: g.codes[g.from:g.end], starts: g.starts[g.from : g.end+1], last: true}
}

// lines converts the lines that end in a block of n characters and returns
// where the next one begins.
func (g *segmenter) lines(s *sink, n int) int {
	feed := dictionary.Code('\n')
	from := 0
	for {
		i := slices.Index(g.codes[from:n], feed)
		if i < 0 {
			return from
		}
		g.segment(s, from, from+i+1)
		g.depth, g.title = 0, 0
		from += i + 1
	}
}

// cut returns where a segment is to end of a block without a line's end.
func cut(codes []uint16, whole bool) int {
	n := len(codes)
	if whole && n < blockSize {
		return n
	}
	stop := dictionary.Code('。')
	if i := lastIndex(codes, func(c uint16) bool { return c == stop }); i >= 0 {
		return i + 1
	}
	if i := lastIndex(codes, func(c uint16) bool { return c >= dictionary.FirstMark && c < dictionary.FirstPlain }); i >= 0 {
		return i + 1
	}
	return n
}

func lastIndex(codes []uint16, is func(uint16) bool) int {
	for i := len(codes) - 1; i >= 0; i-- {
		if is(codes[i]) {
			return i
		}
	}
	return -1
}

// segment converts characters from to end of the block.
func (g *segmenter) segment(s *sink, from, end int) {
	g.from, g.end = from, end
	t := g.text()
	g.here = g.user.find(t.raw(0, len(t.codes)), g.base+int(t.starts[0]), g.take(g.base+int(t.starts[len(t.codes)])))
	for i := 0; i < len(t.codes); {
		if len(g.here) > 0 {
			if f := g.fix(t.starts[i]); f != nil {
				i += g.fixed(s, i, f)
				continue
			}
		}
		code := t.codes[i]
		if code < dictionary.FirstPlain {
			i += g.mark(s, i)
			continue
		}
		n := 1
		for i+n < len(t.codes) && n < clauseSize && t.codes[i+n] >= dictionary.FirstPlain && (len(g.here) == 0 || g.fix(t.starts[i+n]) == nil) {
			n++
		}
		g.clause(s, i, n)
		i += n
	}
}

// clause converts n characters from i on that have no mark between them.
func (g *segmenter) clause(s *sink, i, n int) {
	t := g.text()
	codes := t.codes[i : i+n]
	if g.p.target == "cn" {
		at := s.len()
		x := &g.p.simplify[1]
		switch {
		case !g.source.traditional:
			x = &g.p.simplify[2]
		case g.source.chinese == "tw":
			x = &g.p.simplify[0]
		}
		b := block{src: t.src, codes: codes, starts: t.starts[i : i+n+1], last: true}
		x.block(s, &b)
		g.trace.whole(g, i, n, at, s)
		return
	}
	g.p.convert(&g.room, codes, t.at(i-1), g.source.traditional, g.trace != nil)
	if g.trace == nil {
		g.write(s, i, n)
		return
	}
	first := len(g.trace.units)
	g.write(s, i, n)
	g.trace.clause(g, i, n, first, s)
}

// write adds the values of a clause in the region's forms.
func (g *segmenter) write(s *sink, i, n int) {
	p := g.p
	values := g.room.values[:n]
	for j, took := 0, 1; j < n; j += took {
		at, code := s.len(), values[j]
		took = 1
		if to := p.region.Chars[code]; to < dictionary.Segment && !p.vocabulary {
			s.put(to)
		} else {
			took = g.phrase(s, values[j:])
		}
		if g.trace != nil {
			g.trace.unit(g, i+j, took, at, s, "")
		}
	}
}

// phrase adds what begins with the region's phrase, if it does, and returns
// how many values that was. The names of documents keep their words.
func (g *segmenter) phrase(s *sink, values []uint16) int {
	region := &g.p.region
	if g.title > 0 {
		region = &g.p.plain
	}
	value, took := longest(region, values)
	if took == 0 {
		s.put(region.Chars[values[0]] & dictionary.CodeMask)
		return 1
	}
	for k := range len(value) / 2 {
		s.put(value.At(k))
	}
	return took
}

// take removes from g.fixes those before end and returns those that are
// before it altogether.
func (g *segmenter) take(end int) []fix {
	n := 0
	for n < len(g.fixes) && g.fixes[n].start < end {
		n++
	}
	list := g.fixes[:n]
	g.fixes = g.fixes[n:]
	if n > 0 && list[n-1].end > end {
		list = list[:n-1]
	}
	return list
}

// fix returns what is decided of the text that begins at an offset of the
// block, nil if nothing is.
func (g *segmenter) fix(start uint32) *fix {
	at := g.base + int(start)
	for len(g.here) > 0 && g.here[0].end <= at {
		g.here = g.here[1:]
	}
	if len(g.here) > 0 && g.here[0].start == at {
		return &g.here[0]
	}
	return nil
}

// fixed writes what is decided of the text at character i, and returns how
// many characters that was.
func (g *segmenter) fixed(s *sink, i int, f *fix) int {
	t, at := g.text(), s.len()
	n := 1
	for i+n < len(t.codes) && g.base+int(t.starts[i+n]) < f.end {
		n++
	}
	s.raw([]byte(f.to))
	g.trace.unit(g, i, n, at, s, f.rule)
	return n
}
