package text

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// sampleSize is how many bytes at most are looked at to tell encodings and
// scripts apart.
const sampleSize = 64 << 10

// detect is the encoding of src: by its byte order mark, as strict UTF-8,
// else the one in which most characters are everyday ones. Damaged UTF-8 is
// one of the candidates; so is ASCII, for short UTF-16 may look like it. If
// everyday characters are few in all of them, ok is false.
func detect(src []byte) (enc encoding, ok bool) {
	all := encodings()
	switch {
	case bytes.HasPrefix(src, []byte("\xEF\xBB\xBF")):
		return all[0], true
	case bytes.HasPrefix(src, []byte("\xFF\xFE")):
		return all[3], true
	case bytes.HasPrefix(src, []byte("\xFE\xFF")):
		return all[4], true
	case utf8.Valid(src) && controls(src) == 0 && (len(src) < 16 || bytes.ContainsFunc(src, wide)):
		return all[0], true
	}
	piece := sample(src)
	best, most := all[0], -2.0
	for _, enc := range all {
		if share := everyday(enc.decode(piece)); share > most {
			best, most = enc, share
		}
	}
	return best, most > 0.5
}

// sample is the part of src that tells most: of a long one, that from the
// first byte that is not ASCII. It begins on a border of characters in every
// encoding.
func sample(src []byte) []byte {
	if len(src) <= sampleSize {
		return src
	}
	start := bytes.IndexFunc(src, wide)
	src = src[max(start, 0)&^1:]
	return src[:min(len(src), sampleSize)]
}

func wide(r rune) bool { return r >= utf8.RuneSelf }

// everyday is the share of characters in s that Chinese text consists of.
// ASCII counts less, for much that is not ASCII looks like it; what cannot be
// decoded and control characters count against it.
func everyday(s string) float64 {
	simplified, traditional := levelOne()
	good, all := 0.0, 0.0
	for _, r := range s {
		all++
		switch {
		case control(r), r == utf8.RuneError:
			good--
		case r < utf8.RuneSelf:
			good += 0.9
		case simplified.has(r), traditional.has(r), punctuation(r):
			good++
		}
	}
	return good / max(all, 1)
}

func punctuation(r rune) bool {
	switch r {
	case '·', '—', '‘', '’', '“', '”', '…':
		return true
	}
	return 0x3000 <= r && r < 0x3020 || 0xFF01 <= r && r < 0xFF5F
}

// control reports whether r is a control character that text does not have.
func control(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\x1A', '\u0085':
		return false
	}
	return r < ' ' || 0x7F <= r && r < 0xA0
}

// controls counts the ASCII control characters in src, which must be in an
// encoding that keeps ASCII.
func controls[T string | []byte](src T) int {
	n := 0
	for i := range len(src) {
		if src[i] < ' ' && control(rune(src[i])) {
			n++
		}
	}
	return n
}

// hanSet is a set of characters of the block U+4E00 to U+9FFF.
type hanSet [(0xA000 - 0x4E00) / 64]uint64

func (s *hanSet) has(r rune) bool {
	i := uint32(r - 0x4E00)
	return i < uint32(len(s)*64) && s[i/64]>>(i%64)&1 != 0
}

func (s *hanSet) add(text []byte) {
	for _, r := range string(text) {
		if i := uint32(r - 0x4E00); i < uint32(len(s)*64) {
			s[i/64] |= 1 << (i % 64)
		}
	}
}

// levelOne is the everyday characters of both scripts: level 1 of GB 2312
// (3,755 characters) and of Big5 (5,401).
var levelOne = sync.OnceValues(func() (simplified, traditional *hanSet) {
	var gb, big5 []byte
	for lead := byte(0xB0); lead <= 0xD7; lead++ {
		for trail := byte(0xA1); trail < 0xFF; trail++ {
			gb = append(gb, lead, trail)
		}
	}
	for lead := byte(0xA4); lead <= 0xC6; lead++ {
		for trail := byte(0x40); trail < 0xFF; trail++ {
			if (trail < 0x7F || trail > 0xA0) && (lead < 0xC6 || trail < 0x7F) {
				big5 = append(big5, lead, trail)
			}
		}
	}
	simplified, traditional = new(hanSet), new(hanSet)
	gb, _ = simplifiedchinese.GBK.NewDecoder().Bytes(gb) // both have every character asked for
	big5, _ = traditionalchinese.Big5.NewDecoder().Bytes(big5)
	simplified.add(gb)
	traditional.add(big5)
	return simplified, traditional
})
