package text

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// gbTable holds the characters of the two-byte codes of GB18030, by gbIndex.
type gbTable [126 * 190]rune

// gbIndex numbers the two-byte codes; ok is false for what is none.
func gbIndex(lead, trail byte) (index int, ok bool) {
	if lead < 0x81 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF {
		return 0, false
	}
	index = int(lead-0x81)*190 + int(trail-0x40)
	if trail > 0x7F {
		index--
	}
	return index, true
}

// gbRun is a run of n two-byte codes in the order of gbIndex that stand for
// runes in sequence.
type gbRun struct {
	code uint16
	n    int
	rune rune
}

// gbMissing lists the two-byte codes that x/text decodes to U+FFFD: those of
// the characters that GB18030-2000 had in the private use area, with the
// places that Unicode gave them since, and the user-defined rows.
var gbMissing = [...]gbRun{
	{0xA2AB, 6, 0xE766}, {0xA2E4, 1, 0xE76D}, {0xA2EF, 2, 0xE76E}, {0xA2FD, 2, 0xE770}, {0xA4F4, 11, 0xE772},
	{0xA5F7, 8, 0xE77D}, {0xA6B9, 8, 0xE785}, {0xA6D9, 1, 0xFE10}, {0xA6DA, 1, 0xFE12}, {0xA6DB, 1, 0xFE11},
	{0xA6DC, 4, 0xFE13}, {0xA6EC, 2, 0xFE17}, {0xA6F3, 1, 0xFE19}, {0xA6F6, 9, 0xE797}, {0xA7C2, 15, 0xE7A0},
	{0xA7F2, 13, 0xE7AF}, {0xA896, 11, 0xE7BC}, {0xA8BC, 1, 0x1E3F}, {0xA8C1, 4, 0xE7C9}, {0xA8EA, 21, 0xE7CD},
	{0xA958, 1, 0xE7E2}, {0xA95B, 1, 0xE7E3}, {0xA95D, 3, 0xE7E4}, {0xA997, 13, 0xE7F4}, {0xA9F0, 15, 0xE801},
	{0xD7FA, 5, 0xE810}, {0xFE51, 1, 0x20087}, {0xFE52, 1, 0x20089}, {0xFE53, 1, 0x200CC}, {0xFE59, 1, 0x9FB4},
	{0xFE61, 1, 0x9FB5}, {0xFE66, 2, 0x9FB6}, {0xFE6C, 1, 0x215D7}, {0xFE6D, 1, 0x9FB8}, {0xFE76, 1, 0x2298F},
	{0xFE7E, 1, 0x9FB9}, {0xFE90, 1, 0x9FBA}, {0xFE91, 1, 0x241FE}, {0xFEA0, 1, 0x9FBB},
}

// gbCharacters is made once: 24,000 look-ups, about a quarter of a millisecond.
var gbCharacters = sync.OnceValue(func() *gbTable {
	t := new(gbTable)
	for lead := byte(0x81); lead < 0xFF; lead++ {
		for trail := byte(0x40); trail < 0xFF; trail++ {
			if i, ok := gbIndex(lead, trail); ok {
				t[i] = gbCode([]byte{lead, trail})
			}
		}
	}
	for _, run := range gbMissing {
		t.fill(run)
	}
	for row := range 6 {
		t.fill(gbRun{uint16(0xAAA1 + row<<8), 94, rune(0xE000 + row*94)})
	}
	for row := range 7 {
		t.fill(gbRun{uint16(0xF8A1 + row<<8), 94, rune(0xE234 + row*94)})
		t.fill(gbRun{uint16(0xA140 + row<<8), 96, rune(0xE4C6 + row*96)})
	}
	return t
})

// fill keeps what is filled already: a user-defined code that has got a
// standard meaning.
func (t *gbTable) fill(run gbRun) {
	first, _ := gbIndex(byte(run.code>>8), byte(run.code))
	for i := range run.n {
		if t[first+i] == utf8.RuneError {
			t[first+i] = run.rune + rune(i)
		}
	}
}

// gbCode is the rune of one code of two or four bytes as x/text has it.
func gbCode(code []byte) rune {
	var dst [utf8.UTFMax]byte
	n, _, _ := simplifiedchinese.GB18030.NewDecoder().Transformer.Transform(dst[:], code, true)
	r, size := utf8.DecodeRune(dst[:n])
	if size < n { // the decoder gave up after the first byte
		return utf8.RuneError
	}
	return r
}

// decodeGB18030 puts U+FFFD for a byte that begins no code and goes on with
// the next byte, so that damage never swallows ASCII.
func decodeGB18030(src []byte) string {
	table := gbCharacters()
	out := make([]byte, 0, len(src)*3/2+utf8.UTFMax)
	for i := 0; i < len(src); {
		if src[i] < utf8.RuneSelf {
			out = append(out, src[i])
			i++
			continue
		}
		r, size := gbRune(table, src[i:])
		out = utf8.AppendRune(out, r)
		i += size
	}
	return string(out)
}

// gbRune decodes the code of several bytes at the start of src.
func gbRune(table *gbTable, src []byte) (r rune, size int) {
	if src[0] == 0x80 { // the euro sign of Windows' code page 936
		return '€', 1
	}
	if len(src) < 2 {
		return utf8.RuneError, 1
	}
	if i, ok := gbIndex(src[0], src[1]); ok {
		return table[i], 2
	}
	if !gbFour(src) {
		return utf8.RuneError, 1
	}
	if [4]byte(src) == [4]byte{0x81, 0x35, 0xF4, 0x37} {
		return 0xE7C7, 4 // x/text still has ḿ here, which moved to A8BC
	}
	return gbCode(src[:4]), 4
}

func gbFour(src []byte) bool {
	return len(src) >= 4 &&
		0x81 <= src[0] && src[0] < 0xFF && '0' <= src[1] && src[1] <= '9' &&
		0x81 <= src[2] && src[2] < 0xFF && '0' <= src[3] && src[3] <= '9'
}
