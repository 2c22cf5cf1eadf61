package pdf

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"gongbao/formats/layout"
)

// every lists each step-th Han character of the rows of a double-byte set.
func every(step int, set encoding.Encoding, first, last int) string {
	var b strings.Builder
	n := 0
	for high := first; high <= last; high++ {
		for low := 0x40; low < 0xFF; low++ {
			s, err := set.NewDecoder().String(string([]byte{byte(high), byte(low)}))
			if r := []rune(s); err != nil || len(r) != 1 || r[0] < 0x3400 || r[0] == 0xFFFD {
				continue
			}
			if n++; n%step == 0 {
				b.WriteString(s)
			}
		}
	}
	return b.String()
}

// TestCharacterSets holds that characters of the sets that official texts are
// written in are drawn, each by a glyph of its own, and come back.
func TestCharacterSets(t *testing.T) {
	for name, text := range map[string]string{
		"GBK":      every(97, simplifiedchinese.GBK, 0x81, 0xFE),
		"Big5":     every(67, traditionalchinese.Big5, 0xA4, 0xF9),
		"HKSCS":    every(23, traditionalchinese.Big5, 0x87, 0xA0),
		"standard": "彳亍丌卬㑇㕮㘎㙍㙘㙦㛚㛹㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮𬣙𬇕𬣞𬘓𫭟𫭢𫇭𫐄𫵷𬇙𬣡𫸩𫘜𬘘𫘝𬨂𬀩𬀪𬬩𫍣𬣳𬩽𬮿𬯎𫰛𬳵",
		"names":    "𠮷𬀩𡿨",
	} {
		if n := len([]rune(text)); n < 100 && name != "names" {
			t.Errorf("%s: only %d characters", name, n)
		}
		for _, language := range []string{"zh-Hans", "zh-Hant"} {
			out, notes := write(t, bulletin(language, body(text)), Options{Tables: NoTables})
			if len(notes) > 0 {
				t.Errorf("%s in %s: %v", name, language, notes)
			}
			if got := extract(t, out); !strings.Contains(got, text) {
				t.Errorf("%s in %s comes back as %q", name, language, got)
			}
		}
	}
}

// TestNothingBlank holds that whatever is visible is drawn by a glyph with an
// outline.
func TestNothingBlank(t *testing.T) {
	c := newCast("zh-Hans", nil)
	for _, r := range every(11, simplifiedchinese.GBK, 0x81, 0xFE) + "𠮷𬀩𡿨，。“”—…·％A1,\u0007\ue3ad🙂" {
		for role := range c.roles {
			if left, right := c.Ink(layout.Role(role), r); right <= left {
				t.Errorf("%c (U+%04X) has no ink in role %d", r, r, role)
			}
		}
	}
}
