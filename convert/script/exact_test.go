package script

import (
	"strconv"
	"testing"
)

// TestExact holds that each configuration gives what OpenCC gives.
func TestExact(t *testing.T) {
	seen := map[string]int{}
	for _, row := range readTable(t, "testdata/exact.tsv", 3) {
		in, err1 := strconv.Unquote(row[1])
		want, err2 := strconv.Unquote(row[2])
		if err1 != nil || err2 != nil {
			t.Fatalf("%q: %v, %v", row, err1, err2)
		}
		c, err := Options{Rare: true, Vocabulary: true}.New(row[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := c.String(in); got != want {
			t.Errorf("%s of %q is %q, want %q", row[0], in, got, want)
		}
		seen[row[0]]++
	}
	if len(seen) != 16 {
		t.Errorf("the cases are of %d configurations, want 16", len(seen))
	}
}

func TestRare(t *testing.T) {
	rare, _ := Options{Rare: true}.New("t2s")
	if got := rare.String("鉽簢"); got != "𫟸𫂃" {
		t.Errorf("with rare characters got %s", got)
	}
	if got := converter(t, "t2s").String("鉽簢"); got != "鉽簢" {
		t.Errorf("without rare characters got %s", got)
	}
}

// TestInvalid holds that bytes that are no UTF-8 pass through.
func TestInvalid(t *testing.T) {
	for _, profile := range Profiles() {
		c := converter(t, profile)
		for _, s := range []string{"\xff", "\xe9", "\xe9\x87", "\xf0\x9f\x98", "\xc0\x80", "\xed\xa0\x80", "\xff\xfe\x00"} {
			if got := c.String("a" + s + "b"); got != "a"+s+"b" {
				t.Errorf("%s of %q is %q", profile, s, got)
			}
		}
	}
}
