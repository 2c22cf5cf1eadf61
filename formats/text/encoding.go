package text

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"
)

// encoding is one way to read bytes as text. Decode puts U+FFFD for what it
// cannot read and keeps a byte order mark.
type encoding struct {
	name   string // IANA name in lower case
	decode func(src []byte) string
}

// encodings is every encoding, the likelier first.
func encodings() []encoding {
	return []encoding{
		{"utf-8", decodeUTF8},
		{"gb18030", decodeGB18030},
		{"big5", decodeBig5},
		{"utf-16le", decodeUTF16LE},
		{"utf-16be", decodeUTF16BE},
	}
}

// Encodings returns the names of the encodings that can be read.
func Encodings() []string {
	var names []string
	for _, e := range encodings() {
		names = append(names, e.name)
	}
	return names
}

// Canonical returns the name that Text.Encoding has for an encoding, which
// may be given by another of its usual names, such as GBK or CP950.
func Canonical(name string) (string, bool) {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	switch name {
	case "utf8":
		name = "utf-8"
	case "gbk", "gb2312", "gb-18030", "cp936", "ms936", "euc-cn", "x-gbk":
		name = "gb18030"
	case "big-5", "big5-hkscs", "big5hkscs", "cp950", "ms950", "x-x-big5":
		name = "big5"
	case "utf16le", "utf-16", "utf16", "unicode":
		name = "utf-16le"
	case "utf16be":
		name = "utf-16be"
	}
	_, ok := find(name)
	return name, ok
}

func lookup(name string) (encoding, bool) {
	name, _ = Canonical(name)
	return find(name)
}

func find(name string) (encoding, bool) {
	for _, e := range encodings() {
		if e.name == name {
			return e, true
		}
	}
	return encoding{}, false
}

// decodeUTF8 puts one U+FFFD for each run of bytes that are not UTF-8.
func decodeUTF8(src []byte) string {
	return strings.ToValidUTF8(string(src), "\uFFFD")
}

func decodeBig5(src []byte) string {
	out, err := traditionalchinese.Big5.NewDecoder().Bytes(src)
	if err != nil {
		panic("the Big5 decoder replaces what it cannot read, it has no errors: " + err.Error())
	}
	return string(out)
}

func decodeUTF16LE(src []byte) string { return decodeUTF16(src, 0, 1) }

func decodeUTF16BE(src []byte) string { return decodeUTF16(src, 1, 0) }

// decodeUTF16 reads units whose low and high byte stand at the offsets low
// and high. Half pairs and a last odd byte become U+FFFD.
func decodeUTF16(src []byte, low, high int) string {
	out := make([]byte, 0, len(src)*3/2)
	for len(src) >= 2 {
		r := rune(src[low]) | rune(src[high])<<8
		src = src[2:]
		if utf16.IsSurrogate(r) && len(src) >= 2 {
			second := rune(src[low]) | rune(src[high])<<8
			if both := utf16.DecodeRune(r, second); both != utf8.RuneError {
				r, src = both, src[2:]
			}
		}
		out = utf8.AppendRune(out, r)
	}
	if len(src) > 0 {
		out = append(out, "\uFFFD"...)
	}
	return string(out)
}
