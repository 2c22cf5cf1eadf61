//go:build outside

package script

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func news(t testing.TB) string {
	return string(unpack(t, filepath.Join(corpus(t), "news", "news-hans.txt.xz")))
}

// words converts without touching punctuation, so that places stay.
func words(t testing.TB, profile string) *Converter {
	c, err := Options{KeepPunctuation: true}.New(profile)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestNewsErrors counts the wrong forms that greedy conversion leaves in
// news. The second column has words in which the wrong form is right.
func TestNewsErrors(t *testing.T) {
	text := news(t)
	out, greedy := words(t, "tw").String(text), converter(t, "s2tw").String(text)
	for _, row := range [][]string{
		{"新徵程"}, {"總檯"}, {"髮展"}, {"關系", "關系統", "關系列"}, {"與制造", "機制造成"}, {"準入", "標準入"}, {"註重"}, {"製裁"}, {"曆史"},
		{"臺風", "臺風機"}, {"監察干部"}, {"干部"}, {"製度"}, {"麵積"}, {"斗爭"}, {"籤約"}, {"髮生"}, {"範長江"},
	} {
		count := func(s string) int {
			n := strings.Count(s, row[0])
			for _, right := range row[1:] {
				n -= strings.Count(s, right)
			}
			return n
		}
		if n := count(out); n != 0 {
			t.Errorf("%s stands %d times in the output", row[0], n)
		}
		t.Logf("%s: %d times, greedily %d", row[0], count(out), count(greedy))
	}
}

// TestNewsOfficial holds that every context of our own test set comes out
// right wherever it stands in the news.
func TestNewsOfficial(t *testing.T) {
	text := []rune(news(t))
	out := []rune(words(t, "tw").String(string(text)))
	if len(out) != len(text) {
		t.Fatalf("%d characters became %d", len(text), len(out))
	}
	starts := map[rune][]int{}
	for i, r := range text {
		starts[r] = append(starts[r], i)
	}
	places := 0
	for _, row := range readTable(t, "testdata/official.tsv", 7) {
		context := []rune(row[1])
		for _, i := range starts[context[0]] {
			end := i + len(context)
			if end > len(text) || !slices.Equal(text[i:end], context) {
				continue
			}
			places++
			if got := string(out[i:end]); got == row[2] || row[2] != "" && got != row[3] {
				t.Errorf("%s in %s became %s, want %s", row[1], string(text[max(0, i-6):min(len(text), end+6)]), got, row[3])
			}
		}
	}
	t.Logf("%d places", places)
}

// TestNewsSample prints places, chosen at random, where the profile tw and
// greedy conversion differ, to be read.
func TestNewsSample(t *testing.T) {
	text := []rune(news(t))
	out, greedy := []rune(words(t, "tw").String(string(text))), []rune(converter(t, "s2tw").String(string(text)))
	var places []int
	for i := range text {
		if out[i] != greedy[i] {
			places = append(places, i)
		}
	}
	seed := uint64(1)
	if s := os.Getenv("GONGBAO_SEED"); s != "" {
		seed, _ = strconv.ParseUint(s, 10, 64)
	}
	r := rand.New(rand.NewPCG(seed, seed))
	r.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	for _, i := range places[:min(200, len(places))] {
		t.Logf("%s[%c, not %c]%s", string(out[max(0, i-8):i]), out[i], greedy[i], string(out[i+1:min(len(out), i+8)]))
	}
	t.Logf("%d places differ", len(places))
}

// TestNewsRoundTrip holds that hardly a character is another one after
// conversion to Traditional and back, and that a second conversion changes
// nothing.
func TestNewsRoundTrip(t *testing.T) {
	text := news(t)
	for _, profile := range []string{"tw", "hk"} {
		there := words(t, profile).String(text)
		if words(t, profile).String(there) != there {
			t.Errorf("%s twice is another text", profile)
		}
		back, want := []rune(words(t, "cn").String(there)), []rune(text)
		if len(back) != len(want) {
			t.Fatalf("%d characters became %d", len(want), len(back))
		}
		other := 0
		for i := range want {
			if back[i] != want[i] {
				other++
				t.Logf("%s: %s[%c]%s came back as %c", profile, string(want[max(0, i-4):i]), want[i], string(want[i+1:min(len(want), i+5)]), back[i])
			}
		}
		if other*10_000 > len(want) {
			t.Errorf("%s: %d of %d characters came back as others", profile, other, len(want))
		}
		t.Logf("%s: %d of %d characters came back as others", profile, other, len(want))
	}
}

// TestSeed holds the list of places of a half-converted bulletin.
func TestSeed(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(corpus(t), "docs", "seed-binjiang.txt"))
	if err != nil {
		t.Fatal(err)
	}
	text := []rune(string(data))
	for i, profile := range []string{"tw", "hk"} {
		c := words(t, profile)
		once := c.String(string(text))
		if c.String(once) != once {
			t.Errorf("%s twice is another text", profile)
		}
		out, held := []rune(once), 0
		for _, row := range readTable(t, filepath.Join(corpus(t), "seed_repair.tsv"), 6)[1:] {
			at, err := strconv.Atoi(row[5])
			if err != nil {
				t.Fatal(err)
			}
			got := string(out[at : at+len([]rune(row[0]))])
			if !slices.Contains(strings.Split(row[1+i], "|"), got) {
				t.Errorf("%s: %s at %d is %s, want %s", profile, row[0], at, got, row[1+i])
				continue
			}
			held++
		}
		t.Logf("%s: %d places right", profile, held)
	}
}
