package csv

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"gongbao/formats"
)

// Encoding is a character encoding of a file.
type Encoding string

// The encodings. Big5 is that of Windows (code page 950).
const (
	UTF8    Encoding = "utf-8"
	GB18030 Encoding = "gb18030"
	Big5    Encoding = "big5"
)

// replacement stands for a character that cannot be written.
const replacement = '?'

// write appends the code of a character; false if there is none.
type write func(b []byte, r rune) ([]byte, bool)

// encoder returns the function that writes text in an encoding and records
// what it loses.
func encoder(e Encoding) (func(string, *losses) []byte, error) {
	switch e {
	case "", UTF8:
		return each(func(b []byte, r rune) ([]byte, bool) { return utf8.AppendRune(b, r), true }), nil
	case GB18030:
		return each(through(simplifiedchinese.GB18030.NewEncoder())), nil
	case Big5:
		return each(big5(through(traditionalchinese.Big5.NewEncoder()))), nil
	}
	return nil, fmt.Errorf("encoding %q: use %s, %s or %s", e, UTF8, GB18030, Big5)
}

// each writes a text character by character. Control characters are lost in
// every encoding: no spreadsheet program reads them, and a terminal would
// obey them.
func each(encode write) func(string, *losses) []byte {
	return func(s string, lost *losses) []byte {
		b := make([]byte, 0, len(s))
		for _, r := range s {
			control := r < ' ' && !strings.ContainsRune("\t\n\r", r) || r >= 0x7F && r < 0xA0
			longer, ok := encode(b, r)
			if control || !ok {
				lost.add(r)
				longer = append(b, replacement)
			}
			b = longer
		}
		return b
	}
}

func through(e *encoding.Encoder) write {
	return func(b []byte, r rune) ([]byte, bool) {
		if r < utf8.RuneSelf {
			return append(b, byte(r)), true
		}
		code, err := e.Bytes([]byte(string(r)))
		return append(b, code...), err == nil
	}
}

// big5 limits an encoder to the characters of Windows' Big5, and gives those
// their standard codes which the encoder gives others.
func big5(encode write) write {
	return func(b []byte, r rune) ([]byte, bool) {
		i, found := slices.BinarySearchFunc(standardCodes[:], r, func(c standardCode, r rune) int { return int(c.char - r) })
		if found {
			return append(b, standardCodes[i].code...), true
		}
		longer, ok := encode(b, r)
		if code := longer[len(b):]; len(code) == 2 && !standard(code[0], code[1]) {
			return b, false
		}
		return longer, ok
	}
}

// standard reports whether a code is one of Windows' Big5, not of its
// extensions by users, by Hong Kong and for the Web.
func standard(lead, trail byte) bool {
	switch lead {
	case 0xA3:
		return trail < 0xC0 || trail > 0xE0
	case 0xC6:
		return trail < 0xA1
	case 0xC7, 0xC8:
		return false
	case 0xF9:
		return trail < 0xFE
	}
	return lead >= 0xA1 && lead < 0xF9
}

type standardCode struct {
	char rune
	code string
}

// standardCodes are the characters that golang.org/x/text gives other codes
// than Big5 does, in their order.
var standardCodes = [...]standardCode{
	{'▓', "\xf9\xfe"}, {'〃', "\xa1\xb2"}, {'倩', "\xad\xc5"}, {'偽', "\xb0\xb0"}, {'包', "\xa5\x5d"}, {'卄', "\xa2\xcd"},
	{'卿', "\xad\xeb"}, {'婷', "\xb4\x40"}, {'幵', "\xc9\xdb"}, {'彘', "\xd8\xf4"}, {'撐', "\xbc\xb5"}, {'晴', "\xb4\xb8"},
	{'杞', "\xa7\xfb"}, {'沜', "\xcb\x58"}, {'渝', "\xb4\xfc"}, {'港', "\xb4\xe4"}, {'煮', "\xb5\x4e"}, {'瑜', "\xb7\xec"},
	{'瓩', "\xa2\x60"}, {'砉', "\xcf\xf1"},
}

// losses are the characters that could not be written, in the order of
// their first appearance.
type losses struct {
	chars []rune
	seen  map[rune]bool
}

func (l *losses) add(r rune) {
	if l.seen[r] {
		return
	}
	if l.seen == nil {
		l.seen = map[rune]bool{}
	}
	l.seen[r] = true
	l.chars = append(l.chars, r)
}

// notes says what was lost from a table, if anything was.
func (l *losses) notes(language, label string) []formats.Note {
	if len(l.chars) == 0 {
		return nil
	}
	codes := make([]string, len(l.chars))
	for i, r := range l.chars {
		codes[i] = fmt.Sprintf("%U", r)
		if r >= 0xA0 {
			codes[i] = fmt.Sprintf("%c (%U)", r, r)
		}
	}
	kind := formats.NoteKind{
		Code: "character-lost", Level: formats.Warning,
		Hans: "表“%s”中以下字符无法写入CSV，已代以“?”：%s",
		Hant: "表「%s」中以下字元無法寫入CSV，已代以「?」：%s",
	}
	return []formats.Note{kind.At(language, formats.Span{}, label, strings.Join(codes, "、"))}
}
