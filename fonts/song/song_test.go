package song

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"gongbao/fonts"
)

// pairs calls f with each character of a double-byte set.
func pairs(set encoding.Encoding, f func(r rune)) {
	decoder := set.NewDecoder()
	for high := 0x81; high < 0xFF; high++ {
		for low := 0x40; low < 0xFF; low++ {
			s, err := decoder.String(string([]byte{byte(high), byte(low)}))
			if r := []rune(s); err == nil && len(r) == 1 && r[0] >= 0x3400 && r[0] != 0xFFFD {
				f(r[0])
			}
		}
	}
}

func TestCoverage(t *testing.T) {
	tests := []struct {
		name  string
		set   encoding.Encoding
		faces []*fonts.Face
		least int // Han characters and their punctuation that the set has
	}{
		{"GBK", simplifiedchinese.GBK, []*fonts.Face{Hans(), Hant()}, 21000},
		{"Big5 and HKSCS", traditionalchinese.Big5, []*fonts.Face{Hant()}, 17000},
	}
	for _, test := range tests {
		seen := map[rune]bool{}
		pairs(test.set, func(r rune) {
			seen[r] = true
			for _, f := range test.faces {
				if f.Has(r) {
					return
				}
			}
			t.Errorf("%s: no face has %c (U+%04X)", test.name, r, r)
		})
		if len(seen) < test.least {
			t.Errorf("%s: only %d characters tried", test.name, len(seen))
		}
	}
}

func TestRegionalShapes(t *testing.T) {
	for _, r := range "骨角過" {
		if string(Hans().Subset([]fonts.Sort{{Rune: r}})) == string(Hant().Subset([]fonts.Sort{{Rune: r}})) {
			t.Errorf("%c has one shape for both scripts", r)
		}
	}
	if string(Hans().Subset([]fonts.Sort{{Rune: '一'}})) != string(Hant().Subset([]fonts.Sort{{Rune: '一'}})) {
		t.Error("一 has two shapes")
	}
}
