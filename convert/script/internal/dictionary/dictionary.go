// Package dictionary holds the characters and phrases of OpenCC as embedded tables that are read in place.
package dictionary

import (
	_ "embed"
	"unicode/utf8"
)

//go:generate go run gongbao/convert/script/generate tables

//go:embed tables.bin
var data string

// Words is a table of 16-bit words.
type Words string

// At returns word i.
func (w Words) At(i int) uint16 {
	return uint16(w[2*i]) | uint16(w[2*i+1])<<8
}

// FirstMark is the first code of a character. Code 0 stands for characters
// that no table has, 1 to 3 for description characters of as many operands.
// Marks, which are in no phrase and are never converted, have the codes from
// FirstMark to FirstPlain.
const FirstMark = 4

// Code returns the code of a character. Characters that count as the same
// before conversion (the compatibility ideographs) share one.
func Code(r rune) uint16 {
	page := int(r) >> 6
	if page < 0 || page >= (indexEnd-indexAt)/2 {
		return 0
	}
	return Words(data[pagesAt:pagesEnd]).At(int(Words(data[indexAt:indexEnd]).At(page))<<6 | int(r)&63)
}

// Encoded returns the UTF-8 of a code as a little-endian word: its bytes and,
// where they are three or fewer, their number on top.
func Encoded(code uint16) uint32 {
	return word32(data[encodedAt:encodedEnd], 4*int(code))
}

// Size returns the number of bytes in a word from Encoded.
func Size(encoded uint32) int {
	if n := int(encoded >> 24); n < 4 {
		return n
	}
	return 4
}

func word32(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Rune returns the character of a code.
func Rune(code uint16) rune {
	e := Encoded(code)
	r, _ := utf8.DecodeRune([]byte{byte(e), byte(e >> 8), byte(e >> 16), byte(e >> 24)})
	return r
}
