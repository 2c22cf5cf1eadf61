package layout

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// chinese has the widths of a Chinese face: Han characters and their marks fill
// an em, half-width characters about half.
type chinese struct{}

func (chinese) Advance(role Role, r rune) float64 { return widths(role, r) }

// Ink has brackets and marks in one half of their square.
func (chinese) Ink(_ Role, r rune) (left, right float64) {
	if classOf(r) == opening {
		return 0.55, 0.95
	}
	return 0.05, 0.45
}

func widths(_ Role, r rune) float64 {
	switch {
	case r == ' ':
		return 0.25
	case r < 0x2000 && r != '·':
		return 0.5
	case r == '·' || r == '–':
		return 0.5
	}
	return 1
}

func lineText(r Run) string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// paper is a page of one narrow column.
func paper(em float64) Options {
	return Options{Width: em*10 + 20, Height: 800, Left: 10, Right: 10, Top: 10, Bottom: 10}
}

func setText(text string, em float64, level Level, keep ...Range) []Run {
	o := paper(em)
	o.Level = level
	var runs []Run
	b := []Block{{Text: text, Keep: keep, Style: Style{Size: 10, Leading: 15, Indent: 2}}}
	for _, p := range Pages(b, chinese{}, o) {
		runs = append(runs, p.Runs...)
	}
	return runs
}

// checkLines reports every breach of a level's rules in placed lines, and
// whatever of the text is lost or outside the measure.
func checkLines(t *testing.T, text string, em float64, level Level, runs []Run) {
	t.Helper()
	var all strings.Builder
	for i, run := range runs {
		line := lineText(run)
		all.WriteString(line)
		first, _ := utf8.DecodeRuneInString(line)
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \u3000"))
		if i > 0 && strings.ContainsRune("、，。．；：！？」』”’）］｝〕〉》】〗～–·‧・,;:!?)]}%‰℃", first) {
			t.Errorf("%q in %v em: line %d starts with %c", text, em, i+1, first)
		}
		if i+1 < len(runs) && strings.ContainsRune("「『“‘（［｛〔〈《【〖([{", last) {
			t.Errorf("%q in %v em: line %d ends with %c", text, em, i+1, last)
		}
		if i > 0 && (first == '—' || first == '…') {
			before, _ := utf8.DecodeLastRuneInString(lineText(runs[i-1]))
			if before == first || level == Strict {
				t.Errorf("%q in %v em: line %d starts with %c", text, em, i+1, first)
			}
		}
		checkEdges(t, text, em, run)
	}
	if got := all.String(); got != text {
		t.Errorf("%q in %v em: set as %q", text, em, got)
	}
}

// checkEdges holds that ink stays in the measure and goes from left to right.
func checkEdges(t *testing.T, text string, em float64, run Run) {
	t.Helper()
	at := 10 - 0.5*run.Size - 0.01
	for _, g := range run.Glyphs {
		if g.X < at-0.51*run.Size {
			t.Errorf("%q in %v em: %c stands at %.2f, left of %.2f", text, em, g.Rune, g.X, at)
		}
		at = g.X
	}
	last := run.Glyphs[len(run.Glyphs)-1]
	ink := widths(0, last.Rune)
	if classOf(last.Rune) == closing || classOf(last.Rune) == stop {
		ink -= 0.5
	}
	if classOf(last.Rune) != space && last.X+ink*run.Size > 10+em*10+0.01 {
		t.Errorf("%q in %v em: %q ends at %.2f", text, em, lineText(run), last.X+ink*run.Size)
	}
}

func TestRules(t *testing.T) {
	pieces := []string{
		"会议", "审议通过", "，", "。", "《关于加强档案工作的若干意见》", "“四好”农村路", "（试行）", "2023年", "3.5万亿元", "28名",
		"第1次", "5%", "——", "……", "、", "；", "Go语言", "Beijing", "‘单’引号", "“‘套’叠”", "，区委", "(扩大)", "“好”、“快”", "A/B", "℃",
		"！", "？", "100余人", "12:30", "e-mail", "张三丰", "「」", "『雙』", "〔2023〕12号",
	}
	cases := 0
	for width := 8.0; width <= 30; width += 2 {
		for i := range pieces {
			var b strings.Builder
			for j := range 14 {
				b.WriteString(pieces[(i*(j+1)+j*j)%len(pieces)])
			}
			text := "工作" + b.String()
			for _, level := range []Level{Basic, Strict} {
				checkLines(t, text, width, level, setText(text, width, level))
				cases++
			}
		}
	}
	if cases < 500 {
		t.Errorf("only %d cases", cases)
	}
}

// TestLevels holds what the levels differ in.
func TestLevels(t *testing.T) {
	ends := func(text string, level Level) (first, last string) {
		for em := 6.0; em < 20; em++ {
			runs := setText(text, em, level)
			for i, r := range runs {
				line := []rune(lineText(r))
				if i > 0 {
					first += string(line[0])
				}
				if i+1 < len(runs) {
					last += string(line[len(line)-1])
				}
			}
		}
		return first, last
	}
	text := strings.Repeat("市县／区县——会议、", 12)
	for level, want := range map[Level][3]bool{None: {true, true, true}, Basic: {false, true, true}, GB: {false, false, true}, Strict: {false, false, false}} {
		first, last := ends(text, level)
		got := [3]bool{strings.Contains(first, "、"), strings.Contains(last, "／"), strings.Contains(first, "—")}
		if got != want {
			t.Errorf("level %d: 、 at a start %v, ／ at an end %v, — at a start %v; want %v", level, got[0], got[1], got[2], want)
		}
	}
}

func TestKeep(t *testing.T) {
	for n := range 20 {
		text := strings.Repeat("会", n) + "欧阳致远同志主持会议并讲话强调抓好落实"
		at := strings.Index(text, "欧")
		runs := setText(text, 12, Basic, Range{at, at + len("欧阳致远")})
		found := false
		for _, r := range runs {
			found = found || strings.Contains(lineText(r), "欧阳致远")
		}
		if !found {
			t.Errorf("name broken after %d characters", n)
		}
	}
}

func TestTitles(t *testing.T) {
	for text, want := range map[string]string{
		"云溪市人民政府常务会议关于内河航道整治的纪要": "云溪市人民政府常务会议|关于内河航道整治的纪要",
		"云溪市内河航道整治和沿线水质监测工作会议纪要": "云溪市内河航道整治和|沿线水质监测工作会议纪要",
	} {
		b := []Block{{Text: text, Style: Style{Size: 10, Leading: 15, Align: Balance}}}
		var lines []string
		for _, r := range Pages(b, chinese{}, paper(20))[0].Runs {
			lines = append(lines, lineText(r))
		}
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("%s", got)
		}
	}
}

func TestAddresses(t *testing.T) {
	text := "会议资料见https://example.org/archive/2024/minutes?session=12&part=3，请各县区参阅。"
	for em := 12.0; em < 30; em++ {
		for _, r := range setText(text, em, Basic) {
			line := []rune(lineText(r))
			if last := line[len(line)-1]; last < 0x80 && !in("/?&=_-", last) {
				t.Errorf("in %v em a line ends with %q", em, string(line))
			}
		}
	}
}

// TestTables holds that every cell is on a page, whole and once, and that the
// header stands on every page.
func TestTables(t *testing.T) {
	table := &Table{
		Columns: []Column{{Center}, {Start}, {Justify}}, Header: []string{"序号", "任务", "举措"},
		Head: Style{Size: 9, Leading: 14, Align: Center}, Body: Style{Size: 9, Leading: 14}, Padding: 3, Rule: 0.5,
	}
	for i := range 60 {
		table.Rows = append(table.Rows, []string{strings.Repeat("一", 1+i%3), "推进航道整治", strings.Repeat("先易后难，分段实施。\n", i%9) + strings.Repeat("长", i*i%900)})
	}
	pages := Pages([]Block{{Text: "重点任务", Style: Style{KeepWithNext: true}}, {Table: table}}, chinese{}, paper(40))
	got := map[Place]string{}
	for _, p := range pages {
		header := ""
		for _, r := range p.Runs {
			if r.Y > 790 || r.Y < 10 {
				t.Errorf("page %d: %q stands at %v", p.Number, lineText(r), r.Y)
			}
			if r.Place.Block == RepeatBlock || r.Place.Row == HeaderRow {
				header += lineText(r)
			} else {
				got[r.Place] += lineText(r)
			}
		}
		if header != "序号任务举措" {
			t.Errorf("page %d has the header %q", p.Number, header)
		}
	}
	for i, row := range table.Rows {
		for c, cell := range row {
			if want := strings.ReplaceAll(cell, "\n", ""); got[Place{1, i, c}] != want {
				t.Errorf("row %d column %d: %q, want %q", i, c, got[Place{1, i, c}], want)
			}
		}
	}
	if len(pages) < 10 {
		t.Errorf("only %d pages", len(pages))
	}
}

// TestKeepWithNext holds that no heading is the last thing on a page, and that
// no paragraph leaves a single line behind or ahead.
func TestKeepWithNext(t *testing.T) {
	for n := range 40 {
		var blocks []Block
		for i := range 60 {
			blocks = append(blocks, Block{Text: "一、标题", Style: Style{Size: 10, Leading: 15, KeepWithNext: true}})
			blocks = append(blocks, Block{Text: strings.Repeat("正文", 10*(1+(i+n)%7)), Style: Style{Size: 10, Leading: 15, Before: float64(n) / 7}})
		}
		lines := map[int]map[int]int{}
		for _, p := range Pages(blocks, chinese{}, paper(20)) {
			if last := p.Runs[len(p.Runs)-1].Place.Block; last%2 == 0 {
				t.Errorf("case %d: page %d ends with a heading", n, p.Number)
			}
			for _, r := range p.Runs {
				b := r.Place.Block
				if lines[b] == nil {
					lines[b] = map[int]int{}
				}
				lines[b][p.Number]++
			}
		}
		for b, pages := range lines {
			for page, count := range pages {
				if len(pages) > 1 && count < 2 {
					t.Errorf("case %d: one line of block %d alone on page %d", n, b, page)
				}
			}
		}
	}
}

func TestShortLastLine(t *testing.T) {
	for n := 20; n < 80; n++ {
		text := strings.Repeat("会议强调抓好落实", 10)
		text = string([]rune(text)[:n]) + "。"
		runs := setText(text, 20, Basic)
		last := lineText(runs[len(runs)-1])
		if len(runs) > 1 && utf8.RuneCountInString(last) < 3 && n > 42 {
			t.Errorf("%d characters: last line %q", n, last)
		}
	}
}

func TestUnbreakable(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("。", 200), strings.Repeat("（", 100), strings.Repeat("a", 500), strings.Repeat("—", 90),
		strings.Repeat("\u0301", 300), strings.Repeat("9", 300), strings.Repeat("“", 3000), " ", "\u3000", "\t", "",
	} {
		runs := setText(text, 10, Basic)
		got := ""
		for _, r := range runs {
			got += lineText(r)
		}
		if got != text {
			t.Errorf("%.20q…: %d characters set as %d", text, len(text), len(got))
		}
	}
}

// TestLongParagraphs would not end if the time to set a paragraph grew with
// the square of its length.
func TestLongParagraphs(t *testing.T) {
	for _, unit := range []string{"会议强调，要抓好落实2023年工作。", "word ", "x", "\u200b", "́", "“", " "} {
		text := strings.Repeat(unit, 1<<15/len(unit))
		n := 0
		for _, r := range setText(text, 30, Basic) {
			n += len(lineText(r))
		}
		if n != len(text) {
			t.Errorf("%q: %d bytes set as %d", unit, len(text), n)
		}
	}
}

// FuzzPages holds that whatever the text, all of it is set, and nothing hangs.
func FuzzPages(f *testing.F) {
	f.Add("会议（扩大）指出，“好”。", 10)
	f.Add("a\nb\r\n\u0301\u200d🙂", 1)
	f.Fuzz(func(t *testing.T, text string, em int) {
		em = max(1, min(60, em))
		want := strings.NewReplacer("\n", "", "\r", "", "\v", "", "\f", "", "\u2028", "", "\u2029", "").Replace(strings.ToValidUTF8(text, "\uFFFD"))
		got := ""
		for _, r := range setText(text, float64(em), Basic) {
			got += lineText(r)
		}
		if utf8.ValidString(text) && got != want {
			t.Errorf("%q set as %q", want, got)
		}
	})
}

func ExamplePages() {
	for _, p := range Pages([]Block{{Text: "公报"}}, chinese{}, Options{}) {
		fmt.Println(p.Number, lineText(p.Runs[0]))
	}
	// Output: 1 公报
}
