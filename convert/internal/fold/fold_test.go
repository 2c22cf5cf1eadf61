package fold

import (
	"fmt"
	"testing"
	"unicode/utf8"
)

func ExampleRune() {
	fmt.Println(string(Rune('會')), string(Rune('：')), string(Rune('８')))
	// Output: 会 : 8
}

func ExampleLanguage() {
	fmt.Println(Language("會議強調"), Language("会议强调"))
	// Output: zh-Hant zh-Hans
}

func TestRune(t *testing.T) {
	cases := []struct{ from, to string }{
		{"會議強調區委書記", "会议强调区委书记"},
		{"啓啟裏裡峯峰羣群衞衛線綫爲為眾衆臺台敍敘說説", "启启里里峰峰群群卫卫线线为为众众台台叙叙说说"},
		{"后里干着著么乐发面松谷云范余几", "后里干着著么乐发面松谷云范余几"},
		{"乾後隻誌鍾鐘簷", "干后只志钟钟檐"},
		{"２０２４ＡＢｚ", "2024ABz"},
		{"，；：（）！？．［］％／～", ",;:()!?.[]%/~"},
		{"\u3000\u00A0", "  "},
		{"「」『』﹁﹂﹃﹄", "“”‘’“”‘’"},
		{"•・‧∙⋅･·", "·······"},
		{"〇○Ｏ。、《》“”‘’", "〇○Ｏ。、《》“”‘’"},
		{"\uF900\U0002F800⼀", "岂丽一"},
		{"abc,. \n\t\x00", "abc,. \n\t\x00"},
	}
	for _, c := range cases {
		if got := folded(c.from); got != c.to {
			t.Errorf("fold of %q is %q, want %q", c.from, got, c.to)
		}
	}
}

func folded(s string) string {
	var out []rune
	for _, r := range s {
		out = append(out, Rune(r))
	}
	return string(out)
}

// TestRuneTwice holds that the target of a rune is a valid rune that stays,
// but for 薴, whose Simplified form is itself the Traditional form of another.
func TestRuneTwice(t *testing.T) {
	for r := rune(-1); r <= utf8.MaxRune+1; r++ {
		once := Rune(r)
		if utf8.ValidRune(r) != utf8.ValidRune(once) {
			t.Fatalf("Rune(%U) = %U", r, once)
		}
		if twice := Rune(once); twice != once && r != '薴' {
			t.Errorf("Rune(%c) = %c, but Rune(%c) = %c", r, once, once, twice)
		}
	}
}

func TestLanguage(t *testing.T) {
	cases := []struct{ text, want string }{
		{"", "zh-Hans"},
		{"2024, abc", "zh-Hans"},
		{"中共中央", "zh-Hans"},
		{"会议指出，要坚持问题导向。", "zh-Hans"},
		{"會議指出，要堅持問題導向。", "zh-Hant"},
		{"領導干部要帶頭抓落實，制造業要發展，会后落實。", "zh-Hant"},
		{"群眾吃飯，秘書起床，山峰真高", "zh-Hant"},
		{"会议学习了《論語》和《孟子》的有关论述", "zh-Hans"},
	}
	for _, c := range cases {
		if got := Language(c.text); got != c.want {
			t.Errorf("Language(%q) = %s, want %s", c.text, got, c.want)
		}
		if got := LanguageOf([]byte(c.text)); got != c.want {
			t.Errorf("LanguageOf(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

func BenchmarkRune(b *testing.B) {
	text := "會議指出，要堅持問題導向，2024年1月5日區委書記作報告。"
	b.SetBytes(int64(len(text)))
	var sum rune
	for b.Loop() {
		for _, r := range text {
			sum += Rune(r)
		}
	}
	if sum == 0 {
		b.Fatal("no runes")
	}
}
