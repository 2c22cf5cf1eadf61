package formats

import (
	"sort"
	"unicode/utf8"
)

// OffsetUnit is what start and end count in JSON.
type OffsetUnit string

// The offset units; the zero value means CodePoint.
const (
	CodePoint OffsetUnit = "codepoint"
	UTF16     OffsetUnit = "utf16"
	Byte      OffsetUnit = "byte"
)

// stride is the distance in bytes between two known offsets: near enough to
// count from, far enough that a large document needs little memory.
const stride = 512

// ruler converts offsets into a text between bytes and a unit.
type ruler struct {
	text  string
	unit  OffsetUnit
	marks []int // marks[i]: units before the first rune border at or after byte i*stride
}

func newRuler(text string, unit OffsetUnit) *ruler {
	r := &ruler{text: text, unit: unit}
	if unit == Byte {
		return r
	}
	units := 0
	for at, c := range text {
		for at >= len(r.marks)*stride {
			r.marks = append(r.marks, units)
		}
		units += r.width(c)
	}
	return r
}

func (r *ruler) width(c rune) int {
	if r.unit == UTF16 && c > 0xFFFF {
		return 2
	}
	return 1
}

// border is the first rune border at or after byte at.
func (r *ruler) border(at int) int {
	for at < len(r.text) && !utf8.RuneStart(r.text[at]) {
		at++
	}
	return at
}

// units converts a byte offset; one outside the text moves to its edge.
func (r *ruler) units(at int) int {
	at = min(max(at, 0), len(r.text))
	if r.unit == Byte || len(r.marks) == 0 {
		return at
	}
	i := min(at/stride, len(r.marks)-1)
	from, n := r.border(i*stride), r.marks[i]
	for _, c := range r.text[min(from, at):at] {
		n += r.width(c)
	}
	return n
}

// bytes converts an offset in units; one outside the text moves to its edge.
func (r *ruler) bytes(n int) int {
	if r.unit == Byte {
		return r.border(min(max(n, 0), len(r.text)))
	}
	i := sort.SearchInts(r.marks, n+1) - 1
	if i < 0 {
		return 0
	}
	at, have := r.border(i*stride), r.marks[i]
	for at < len(r.text) && have < n {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		at += size
		have += r.width(c)
	}
	return at
}
