package dictionary

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// TestSize holds that the tables are small.
func TestSize(t *testing.T) {
	if len(data) > 2_000_000 {
		t.Errorf("the tables have %d bytes, more than 2 MB", len(data))
	}
}

// TestCodes holds that every code is of one character and back.
func TestCodes(t *testing.T) {
	for code := uint16(FirstMark); code < characters; code++ {
		r := Rune(code)
		if Code(r) != code || Size(Encoded(code)) != utf8.RuneLen(r) {
			t.Fatalf("code %d is %U, which has code %d", code, r, Code(r))
		}
	}
	for _, r := range []rune{-1, utf8.MaxRune + 1, 'é', '🙂'} {
		if code := Code(r); code != 0 {
			t.Errorf("%U has code %d", r, code)
		}
	}
}

func TestPhrases(t *testing.T) {
	encode := func(s string) []uint16 {
		var codes []uint16
		for _, r := range s {
			codes = append(codes, Code(r))
		}
		return codes
	}
	phrases := st()
	cases := []struct {
		text string
		want int
	}{{"发展中国家", 5}, {"发展中国的", 4}, {"一目了然", 4}, {"一目", 0}, {"的的", 0}, {"里", 0}, {"", 0}}
	for _, c := range cases {
		got := 0
		if e := phrases.Longest(encode(c.text)); e != 0 {
			got = phrases.Len(e)
		}
		if got != c.want {
			t.Errorf("the longest phrase of %q has %d characters, want %d", c.text, got, c.want)
		}
	}
	codes := encode("发展中国家")
	lengths := []int{}
	for e := phrases.First(codes); e != 0; e = phrases.Next(e, codes) {
		lengths = append(lengths, phrases.Len(e))
	}
	if !slices.Equal(lengths, []int{5, 4, 3, 2}) {
		t.Errorf("the phrases have %v characters, want 5, 4, 3 and 2", lengths)
	}
}

func TestFind(t *testing.T) {
	for _, name := range Names() {
		for _, rare := range []bool{false, true} {
			if c, ok := Find(name, rare); !ok || len(c.Chars) != characters || c.Name != name {
				t.Errorf("%s is not found whole", name)
			}
		}
	}
	if _, ok := Find("s2x", false); ok {
		t.Error("s2x is found")
	}
}
