package source_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongbao/convert/internal/source"
	"gongbao/formats"
	"gongbao/formats/text"
)

func clean(t *testing.T, src string) *source.Text {
	t.Helper()
	doc, err := text.Read([]byte(src), "test")
	if err != nil {
		t.Fatal(err)
	}
	return source.New(doc)
}

// TestFold shows what is left of a source, lines parted by "\n".
func TestFold(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"script", "縣長田秀禾主持會議。", "县长田秀禾主持会议。"},
		{"width", "７月３日，（擴大）：；！？", "7月3日,(扩大):;!?"},
		{"marks that stay", "。、《》〇○“”‘’", "。、《》〇○“”‘’"},
		{"lines", "甲。\n\n 乙。 \r\n丙。", "甲。\n乙。\n丙。"},
		{"spaces at the edges", "　　县长田秀禾。　", "县长田秀禾。"},
		{"a space in a name", "田　禾", "田 禾"},
		{"wide space in a list", "田秀禾　　秦望舒\t顾长川", "田秀禾\t秦望舒 顾长川"},
		{"zero width", "县\u200b长\ufeff田\u200d秀\u2060禾", "县长田秀禾"},
		{"emoji and symbols", "县长🎃田𝕴秀禾", "县长田秀禾"},
		{"characters beyond the basic plane", "县长𠮷禾", "县长𠮷禾"},
		{"format characters", "县\u00ad长\u200e田秀禾\ue000", "县长田秀禾"},
		{"variation selectors", "葛\U000E0100县长\ufe0f", "葛县长"},

		{"tags", "<p>县长<b>田秀</b>禾。</p>", "县长田秀禾。"},
		{"paragraphs of HTML", "<p>甲。</p><p>乙。<br>丙。</p>", "甲。\n乙。\n丙。"},
		{"attributes", `<p class="a" title='乙'>甲。</p>`, "甲。"},
		{"scripts", "<p>甲。</p><script>乙(\"<p>\")</script><style>丙</style><p>丁。</p>", "甲。\n丁。"},
		{"scripts over lines", "<p>甲。</p><script>\n乙\n</script>\n<p>丁。</p>", "甲。\n丁。"},
		{"comments", "<p>甲。<!-- 乙 <p> -->丙。</p>", "甲。丙。"},
		{"no HTML, no tags", "增长<5且>3", "增长<5且>3"},
		{"entities", "&ldquo;县长&rdquo;&amp;&#30000;&#x79C0;", "“县长”&田秀"},
		{"spaces as entities", "<p>县长&nbsp;田秀禾</p>", "县长 田秀禾"},
		{"no entities", "A&B; 甲&乙;&bogus;", "A&B; 甲&乙;&bogus;"},

		{"readings", "區(qū)政協(xié)召開", "区政协召开"},
		{"readings in wide brackets", "区（qū）政协", "区政协"},
		{"no readings", "会议(A)（abc def）(qū", "会议(A)(abc def)(qū"},
		{"readings stand behind a character", "，(qū)", ",(qū)"},
		{"links", "甲[查看原文](http://a.example/b)乙", "甲乙"},
		{"no links", "甲[乙]丙(丁)", "甲[乙]丙(丁)"},
		{"Markdown", "# 标题\n> 甲\n**主席**：田秀禾", "标题\n甲\n主席:田秀禾"},

		{"a line that starts with a mark", "主要负责同志\n；市纪委常委", "主要负责同志;市纪委常委"},
		{"a line behind a full stop", "甲。\n》乙", "甲。\n》乙"},
	} {
		if got := clean(t, c.src).Fold; got != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.src, got, c.want)
		}
	}
}

// TestPlaces finds folded words and expects what stands in the source.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ name, src, fold, want string }{
		{"script", "縣長田秀禾主持會議", "主持会议", "主持會議"},
		{"width", "（７月３日）", "(7月", "（７月"},
		{"tags", "<p>县长<b>田秀</b>禾。</p>", "田秀禾", "田秀</b>禾"},
		{"behind tags", "<p>县长<b>田秀</b>禾。</p>", "。", "。"},
		{"entities", "<p>县长&#30000;秀禾&nbsp;。</p>", "田秀禾", "&#30000;秀禾"},
		{"scripts", "<p>甲</p><script>乙</script><p>丙</p>", "丙", "丙"},
		{"readings", "區(qū)政協(xié)召開", "区政协", "區(qū)政協"},
		{"links", "甲[查看原文](x)乙", "甲乙", "甲[查看原文](x)乙"},
		{"zero width", "田\u200b秀\u200b禾\u200b主持", "田秀禾", "田\u200b秀\u200b禾"},
		{"padding", "田　禾主持", "田 禾", "田　禾"},
		{"lists", "田秀禾　　秦望舒", "\t", "　　"},
		{"joined lines", "同志\n；纪委", "同志;纪委", "同志\n；纪委"},
		{"beyond the basic plane", "县长𠮷禾🎃主持", "𠮷禾主持", "𠮷禾🎃主持"},
		{"behind the basic plane", "🎃🎃县长", "县长", "县长"},
		{"second line", "甲。\n乙。", "乙。", "乙。"},
	} {
		x := clean(t, c.src)
		at := strings.Index(x.Fold, c.fold)
		if at < 0 {
			t.Errorf("%s: %q is not in %q", c.name, c.fold, x.Fold)
			continue
		}
		q := x.Quote(at, at+len(c.fold))
		if q.Text != c.want || c.src[q.Start:q.End] != c.want {
			t.Errorf("%s: %s stands at %q, want %q", c.name, c.fold, q.Text, c.want)
		}
	}
}

// TestEverySpan holds each character of each folded text to a range of whole
// runes, in order.
func TestEverySpan(t *testing.T) {
	for _, src := range []string{
		"縣長　田\u200b秀禾，主持。\n（擴大）會議🎃。",
		"<p>县&nbsp;长<b>田</b></p><script>x</script>\n\n<p>𠮷&#30000;</p>",
		"**主席**：田　　禾\n；[a](b)區(qū)。",
	} {
		x := clean(t, src)
		last := formats.Span{}
		for i, r := range x.Fold {
			s := x.Span(i, i+utf8.RuneLen(r))
			if s.Start < last.Start || s.End < s.Start || !utf8.ValidString(src[s.Start:s.End]) {
				t.Errorf("%q: %q stands at %v, behind %v", src, r, s, last)
			}
			last = s
		}
		if s := x.Span(len(x.Fold), len(x.Fold)); s.Start != len(src) || s.End != len(src) {
			t.Errorf("%q: the end stands at %v", src, s)
		}
	}
}

func TestLines(t *testing.T) {
	x := clean(t, "甲。\n乙，\n；丙\n<p>\n丁。")
	var got []string
	for _, l := range x.Lines {
		got = append(got, x.Fold[l.Start:l.End])
		if l.Kind != formats.BodyParagraph {
			t.Errorf("line %q is a %s", x.Fold[l.Start:l.End], l.Kind)
		}
	}
	if want := "甲。|乙,;丙|<p>|丁。"; strings.Join(got, "|") != want {
		t.Errorf("lines %q, want %q", got, want)
	}
	if x := source.New(formats.Text{}); x.Fold != "" || len(x.Lines) != 0 || x.Span(0, 0) != (formats.Span{}) {
		t.Errorf("nothing becomes %q", x.Fold)
	}
}
