package script

import (
	"encoding/binary"
	"unicode/utf8"

	"gongbao/convert/script/internal/dictionary"
)

const (
	blockSize = 1024 // characters looked at together
	ahead     = 16   // more than the longest phrase has
	maxIDS    = 64   // characters in a description sequence
	depthIDS  = 16
)

// block is a stretch of the source in codes. starts[i] is the offset in src
// of character i; bytes that are no UTF-8 are characters of one byte.
type block struct {
	src    []byte
	codes  []uint16
	starts []uint32
	last   bool // the source ends here
}

// exact converts as OpenCC does.
type exact struct {
	dictionary.Configuration
}

// sink gathers output for dst.
type sink struct {
	dst []byte
	n   int
	buf [4096]byte
}

// slack is more than a phrase or a character adds to a sink's buffer.
const slack = 64

func (s *sink) flush() {
	s.dst = append(s.dst, s.buf[:s.n]...)
	s.n = 0
}

// put adds a character.
func (s *sink) put(code uint16) {
	if s.n > len(s.buf)-slack {
		s.flush()
	}
	e := dictionary.Encoded(code)
	binary.LittleEndian.PutUint32(s.buf[s.n:], e)
	s.n += dictionary.Size(e)
}

// raw adds bytes of the source.
func (s *sink) raw(text []byte) {
	if len(text) > slack {
		s.flush()
		s.dst = append(s.dst, text...)
		return
	}
	if s.n > len(s.buf)-slack {
		s.flush()
	}
	s.n += copy(s.buf[s.n:], text)
}

// append converts src and appends the output to dst. Unless final, it stops
// where the text to come could change the output; it returns how many bytes
// of src it has converted.
func (x *exact) append(dst, src []byte, final bool) ([]byte, int) {
	var codes [blockSize + 1]uint16
	var starts [blockSize + 1]uint32
	b := block{codes: codes[:], starts: starts[:]}
	s := sink{dst: dst}
	done := 0
	for done < len(src) {
		b.codes = b.codes[:cap(b.codes)]
		b.src = src[done:]
		n := fill(b.codes[:len(b.codes)-1], b.starts, b.src)
		whole := int(b.starts[n]) == len(b.src)
		b.codes[n] = 0
		b.codes, b.last = b.codes[:n], whole && final
		n = x.block(&s, &b)
		done += int(b.starts[n])
		if n == 0 && whole {
			break
		}
		if n == 0 {
			b.codes = make([]uint16, 2*cap(b.codes))
			b.starts = make([]uint32, cap(b.codes))
		}
	}
	s.flush()
	return s.dst, done
}

// fill takes as many characters of src as there is room for, and returns how
// many. It ends starts with the offset after them.
func fill(codes []uint16, starts []uint32, src []byte) int {
	at, n := 0, 0
	for at < len(src) && n < len(codes) {
		starts[n] = uint32(at)
		c := src[at]
		switch {
		case c >= 0xE0 && c < 0xF0 && at+2 < len(src) && src[at+1]&0xC0 == 0x80 && src[at+2]&0xC0 == 0x80:
			codes[n] = dictionary.Code(rune(c&15)<<12 | rune(src[at+1]&63)<<6 | rune(src[at+2]&63))
			at += 3
		case c < utf8.RuneSelf:
			codes[n] = dictionary.Code(rune(c))
			at++
		default:
			r, size := utf8.DecodeRune(src[at:])
			codes[n] = 0
			if r != utf8.RuneError || size > 1 {
				codes[n] = dictionary.Code(r)
			}
			at += size
		}
		n++
	}
	starts[n] = uint32(at)
	return n
}

// limit returns the character before which nothing depends on what comes
// after the block.
func (b *block) limit() int {
	if b.last {
		return len(b.codes)
	}
	return max(0, len(b.codes)-ahead)
}

// raw returns the source of characters i to j.
func (b *block) raw(i, j int) []byte { return b.src[b.starts[i]:b.starts[j]] }

// block converts characters up to the block's limit, or to where it must see
// more. It returns the character it stopped at.
func (x *exact) block(s *sink, b *block) int {
	limit := b.limit()
	codes := b.codes[:len(b.codes)+1] // with the 0 that ends it
	chars := x.Chars
	i, n := 0, s.n
	for i < limit {
		code := codes[i]
		to := chars[code]
		if to-dictionary.FirstMark >= dictionary.Segment-dictionary.FirstMark &&
			(to < dictionary.FirstMark || to >= dictionary.Stage || x.Cut.Possible(code, codes[i+1])) {
			s.n = n
			took := x.special(s, b, i, to)
			n = s.n
			if took == 0 {
				break
			}
			i += took
			continue
		}
		if n > len(s.buf)-slack {
			s.n = n
			s.flush()
			n = 0
		}
		e := dictionary.Encoded(to & dictionary.CodeMask)
		binary.LittleEndian.PutUint32(s.buf[n:], e)
		n += dictionary.Size(e)
		i++
	}
	s.n = n
	return i
}

// special converts what begins at character i and is more than one character
// by itself, or may be. It returns how many characters that was, 0 if the
// block is too short to tell.
func (x *exact) special(s *sink, b *block, i int, to uint16) int {
	codes := b.codes[i:]
	if codes[0] < dictionary.FirstMark {
		n := b.sequence(i)
		s.raw(b.raw(i, i+n))
		return n
	}
	if to&dictionary.Segment != 0 {
		if e := x.Cut.Longest(codes); e != 0 {
			n := x.Cut.Len(e)
			if x.Whole || len(x.Steps) > 1 && x.Cut.Note(e)>>x.Flag&1 != 0 {
				x.steps(s, codes[:n])
			} else {
				x.value(s, x.Cut.Value(e), codes[:n])
			}
			return n
		}
	}
	if to&dictionary.Stage == 0 || !x.staged(codes) {
		s.put(to & dictionary.CodeMask)
		return 1
	}
	n := x.run(b, i)
	x.steps(s, codes[:n])
	return n
}

// value adds the value of a phrase that no later stage has a phrase in.
func (x *exact) value(s *sink, value dictionary.Words, key []uint16) {
	if value == "" {
		for _, code := range key {
			s.put(x.Chars[code] & dictionary.CodeMask)
		}
		return
	}
	if len(x.Steps) == 0 {
		for j := range len(value) / 2 {
			s.put(value.At(j))
		}
		return
	}
	chars := x.Steps[1].Chars
	for j := range len(value) / 2 {
		s.put(chars[value.At(j)] & dictionary.CodeMask)
	}
}

// staged reports whether a phrase of a stage may begin at codes[0].
func (x *exact) staged(codes []uint16) bool {
	var next uint16
	if len(codes) > 1 {
		next = codes[1]
	}
	first := &x.Steps[0]
	if x.Whole {
		for p := range first.Phrases {
			if first.Phrases[p].Pair(codes[0], next) {
				return true
			}
		}
	}
	if next < dictionary.FirstPlain {
		return false
	}
	a, b := first.Chars[codes[0]]&dictionary.CodeMask, first.Chars[next]&dictionary.CodeMask
	second := &x.Steps[1]
	for p := range second.Phrases {
		// A phrase of the first stage may turn next into anything.
		if second.Phrases[p].Pair(a, b) || x.Whole && x.Chars[next]&dictionary.Stage != 0 && second.Chars[a]&dictionary.Segment != 0 {
			return true
		}
	}
	return false
}

// run returns how many characters from i on lie between phrases that cut and
// characters that no phrase has; 0 if the block is too short to tell.
func (x *exact) run(b *block, i int) int {
	limit := b.limit()
	j := i + 1
	for j < len(b.codes) && b.codes[j] >= dictionary.FirstPlain {
		if j >= limit {
			return 0
		}
		if x.Chars[b.codes[j]]&dictionary.Segment != 0 && x.Cut.Longest(b.codes[j:]) != 0 {
			break
		}
		j++
	}
	if j == len(b.codes) && !b.last {
		return 0
	}
	return j - i
}

// steps takes one segment, or a part of one that no phrase leaves, through
// the stages.
func (x *exact) steps(s *sink, codes []uint16) {
	var room [64]uint16
	middle := room[:0]
	first, second := &x.Steps[0], &x.Steps[1]
	for i := 0; i < len(codes); {
		value, n := longest(first, codes[i:])
		n = max(n, 1)
		if value == "" {
			for _, code := range codes[i : i+n] {
				middle = append(middle, first.Chars[code]&dictionary.CodeMask)
			}
		}
		for j := range len(value) / 2 {
			middle = append(middle, value.At(j))
		}
		i += n
	}
	for i := 0; i < len(middle); {
		value, n := longest(second, middle[i:])
		if n == 0 {
			s.put(second.Chars[middle[i]] & dictionary.CodeMask)
			i++
			continue
		}
		for j := range len(value) / 2 {
			s.put(value.At(j))
		}
		i += n
	}
}

// longest returns the value of the phrase of a step that codes begin with,
// and how many codes it takes, 0 for none.
func longest(s *dictionary.Step, codes []uint16) (value dictionary.Words, n int) {
	for p := range s.Phrases {
		if e := s.Phrases[p].Longest(codes); e != 0 {
			return s.Phrases[p].Value(e), s.Phrases[p].Len(e)
		}
	}
	return "", 0
}

// sequence returns how many characters from i on are to be copied together:
// a description sequence, else one; 0 if the block is too short to tell.
func (b *block) sequence(i int) int {
	if b.codes[i] == 0 {
		return 1
	}
	end, whole := b.operand(i, i+maxIDS, depthIDS)
	switch {
	case whole:
		return end - i
	case end == len(b.codes) && !b.last:
		return 0
	}
	return 1
}

// operand returns where the operand of a description sequence at i ends. If
// it is not whole, the end is the block's where the block is too short.
func (b *block) operand(i, limit, depth int) (end int, whole bool) {
	if i == len(b.codes) {
		return i, false
	}
	if i >= limit || depth == 0 {
		return i, false
	}
	end = i + 1
	for range operands(b.codes[i]) {
		if end, whole = b.operand(end, limit, depth-1); !whole {
			return end, false
		}
	}
	return end, true
}

func operands(code uint16) int {
	if code < dictionary.FirstMark {
		return int(code)
	}
	return 0
}

// characters converts src character by character.
func (x *exact) characters(src []byte) []byte {
	var s sink
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		code := dictionary.Code(r)
		if code < dictionary.FirstMark || r == utf8.RuneError && n == 1 {
			s.raw(src[:n])
		} else {
			s.put(x.Chars[code] & dictionary.CodeMask)
		}
		src = src[n:]
	}
	s.flush()
	return s.dst
}
