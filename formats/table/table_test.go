package table

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongbao/formats"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func bulletin(t testing.TB, name string) *formats.Bulletin {
	t.Helper()
	f, err := os.Open("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := formats.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name + ".golden"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// dump writes tables as text: cells between bars, # before a number, @
// before a real day, > behind what is linked.
func dump(tables []Table) string {
	var s strings.Builder
	for _, t := range tables {
		fmt.Fprintf(&s, "== %s (%s)\n", t.Label, t.Key)
		for _, c := range t.Columns {
			fmt.Fprintf(&s, "| %s:%d ", c.Label, c.Width)
		}
		s.WriteString("|\n")
		for _, row := range t.Rows {
			for _, c := range row {
				s.WriteString("| " + dumpCell(c) + " ")
			}
			s.WriteString("|\n")
		}
	}
	return s.String()
}

func dumpCell(c Cell) string {
	s := strings.ReplaceAll(c.Text, "\n", "⏎")
	if c.Number != nil {
		s = "#" + s
	}
	if c.Date != "" {
		s += " @" + c.Date
	}
	if c.Linked {
		s += ">"
	}
	return s
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ bulletin, language string }{
		{"hans", "zh-Hans"}, {"hant", "zh-Hant"}, {"hant", "en"},
	} {
		t.Run(c.bulletin+"-"+c.language, func(t *testing.T) {
			b := bulletin(t, c.bulletin)
			golden(t, c.bulletin+"-"+c.language, dump(append(All(b, c.language), SignIn(b, c.language))))
		})
	}
}

// TestLanguages holds that keys, shapes and widths are the same in every
// language and that every label is there.
func TestLanguages(t *testing.T) {
	b := bulletin(t, "hans")
	want := append(All(b, "zh-Hans"), SignIn(b, "zh-Hans"))
	for _, language := range []string{"zh-Hant", "zh-Hant-HK", "zh-TW", "en", "en-GB", "zh-CN", ""} {
		for i, got := range append(All(b, language), SignIn(b, language)) {
			if got.Key != want[i].Key || got.Label == "" || len(got.Columns) != len(want[i].Columns) || len(got.Rows) != len(want[i].Rows) {
				t.Errorf("%s: table %s has another shape than %s", language, got.Key, want[i].Key)
				continue
			}
			for j, c := range got.Columns {
				if w := want[i].Columns[j]; c.Key != w.Key || c.Width != w.Width || c.Label == "" {
					t.Errorf("%s: %s: column %+v, want %+v", language, got.Key, c, w)
				}
			}
		}
	}
}

func TestSentences(t *testing.T) {
	const source = "一句。“二句！”他说。三句？尾"
	for _, c := range []struct {
		name, of, wording, want string
	}{
		{"first", "一", source, "一句。"},
		{"closing quote belongs to its sentence", "二", source, "“二句！”"},
		{"over a border", "二句！”他", source, "“二句！”他说。"},
		{"last without a stop", "尾", source, "尾"},
		{"reworded, same sentences", "二", "甲句。“乙乙句！”伊講。丙句？末", "“乙乙句！”"},
		{"reworded, other sentences", "二", " 甲句。乙句。", "甲句。乙句。"},
	} {
		start := strings.Index(source, c.of)
		if got := sentences(source, c.wording, start, start+len(c.of)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestExcerpts(t *testing.T) {
	var names, reworded []string
	for i := range 40 {
		names = append(names, fmt.Sprintf("委員甲%02d", i))
		reworded = append(reworded, fmt.Sprintf("委员乙甲%02d", i))
	}
	source, wording := "出席："+strings.Join(names, "　")+"。", "出席："+strings.Join(reworded, "　")+"。"
	for _, c := range []struct{ name, of, wording, want string }{
		{"first", "甲00", source, "出席：委員甲00　委員甲01　委員甲02　委員甲03　委員甲04　委員甲05　委員甲06　委員甲07　委員甲08　委員甲09　委員甲10　委員甲11…"},
		{"middle", "甲20", source, "…委員甲14　委員甲15　委員甲16　委員甲17　委員甲18　委員甲19　委員甲20　委員甲21　委員甲22　委員甲23　委員甲24　委員甲25　委員甲26…"},
		{"last", "甲39", source, "…委員甲27　委員甲28　委員甲29　委員甲30　委員甲31　委員甲32　委員甲33　委員甲34　委員甲35　委員甲36　委員甲37　委員甲38　委員甲39。"},
		{"reworded", "甲39", wording, "…委员乙甲27　委员乙甲28　委员乙甲29　委员乙甲30　委员乙甲31　委员乙甲32　委员乙甲33　委员乙甲34　委员乙甲35　委员乙甲36　委员乙甲37　委员乙甲38　委员乙甲39。"},
		{"reworded otherwise", "甲39", strings.ReplaceAll(wording, "　", ""), strings.ReplaceAll(wording, "　", "")},
	} {
		start := strings.Index(source, c.of)
		if got := sentences(source, c.wording, start, start+len(c.of)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	unbroken := strings.Repeat("公", 100)
	if got := sentences(unbroken, unbroken, 30, 33); got != unbroken {
		t.Errorf("a clause was cut: %q", got)
	}
}

func TestEvidenceOutsideParagraphs(t *testing.T) {
	b := &formats.Bulletin{Text: formats.Text{
		Source:     "甲。乙。丙。",
		Paragraphs: []formats.Paragraph{{Text: "乙。", Span: formats.Span{Start: 6, End: 12}}},
	}}
	for _, c := range []struct {
		at   formats.Span
		want Cell
	}{
		{formats.Span{Start: 6, End: 9}, Cell{Text: "乙。", At: formats.Span{Start: 6, End: 9}, Linked: true}},
		{formats.Span{Start: 6, End: 18}, Cell{Text: "乙。", At: formats.Span{Start: 6, End: 18}, Linked: true}},
		{formats.Span{Start: 12, End: 15}, Cell{Text: "丙。"}},
		{formats.Span{Start: 0, End: 0}, Cell{}},
		{formats.Span{Start: -1, End: 3}, Cell{}},
		{formats.Span{Start: 0, End: 99}, Cell{}},
		{formats.Span{Start: 9, End: 6}, Cell{}},
	} {
		if diff := cmp.Diff(c.want, evidence(b, c.at)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.at, diff)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		start, end formats.Optional
		language   string
		want       Cell
	}{
		{"2024-03-07", "", "zh-Hans", Cell{Text: "2024年3月7日", Date: "2024-03-07"}},
		{"2024-03-07", "2024-03-07", "zh-Hant", Cell{Text: "2024年3月7日", Date: "2024-03-07"}},
		{"2024-03-07", "2024-03-09", "zh-Hans", Cell{Text: "2024年3月7日至2024年3月9日"}},
		{"--02-29", "", "zh-Hans", Cell{Text: "2月29日"}},
		{"--03-07", "", "en", Cell{Text: "--03-07"}},
		{"2024-03-07", "", "en", Cell{Text: "2024-03-07", Date: "2024-03-07"}},
		{"2024-02-30", "", "zh-Hans", Cell{Text: "2024-02-30"}},
		{"", "", "zh-Hans", Cell{Text: "年底前"}},
	} {
		d := &formats.Date{Start: c.start, End: c.end, Text: "年底前"}
		if diff := cmp.Diff(c.want, Date(d, c.language)); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c, diff)
		}
	}
	if got := deadline(&formats.Date{Start: "2024-06-01", End: "2024-06-30"}, "zh-Hans"); got.Date != "2024-06-30" {
		t.Errorf("deadline of a range: got %+v, want its last day", got)
	}
}

// TestPriorityTree holds that circles, unknown parents, repeated IDs and deep
// trees lose no row and repeat no number.
func TestPriorityTree(t *testing.T) {
	theme := func(s string) *formats.Quote { return &formats.Quote{Text: s} }
	b := &formats.Bulletin{Priorities: []formats.Priority{
		{ID: "a", Parent: "b", Theme: theme("circle")},
		{ID: "b", Parent: "a", Theme: theme("under a")},
		{ID: "c", Parent: "c", Theme: theme("itself")},
		{ID: "a", Theme: theme("again a")},
		{ID: "d", Parent: "nobody", Lead: "会议要求"},
		{ID: "e", Parent: "d", Target: theme("only a goal")},
	}}
	for i := range 20 {
		b.Priorities = append(b.Priorities, formats.Priority{
			ID: fmt.Sprint("n", i), Parent: formats.Optional(fmt.Sprint("n", i-1)), Theme: theme(fmt.Sprint("deep ", i))})
	}
	rows := Priorities(b, "zh-Hans").Rows
	if len(rows) != len(b.Priorities) {
		t.Fatalf("%d rows for %d priorities", len(rows), len(b.Priorities))
	}
	seen := map[string]bool{}
	for _, r := range rows {
		no := r[0].Text
		if seen[no] || strings.Count(no, ".") > maxDepth || r[2].Text == "" {
			t.Errorf("row %q %q: repeated, too deep or without a task", no, r[2].Text)
		}
		seen[no] = true
	}
}

// FuzzTables holds that no bulletin that can be decoded breaks a table.
func FuzzTables(f *testing.F) {
	for _, name := range []string{"hans", "hant"} {
		src, err := os.ReadFile("testdata/" + name + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src), "zh-Hans")
	}
	f.Fuzz(func(t *testing.T, src, language string) {
		b, err := formats.Decode(strings.NewReader(src))
		if err != nil {
			return
		}
		for _, table := range append(All(b, language), SignIn(b, language)) {
			for _, row := range table.Rows {
				if len(row) != len(table.Columns) {
					t.Errorf("%s: a row of %d cells under %d columns", table.Key, len(row), len(table.Columns))
				}
			}
		}
	})
}

func TestTotals(t *testing.T) {
	n := func(n int) *int { return &n }
	span := func(start, end int) []formats.Span { return []formats.Span{{Start: start, End: end}} }
	group := func(start, end int, count *int, approximate bool) formats.Attendee {
		return formats.Attendee{Kind: formats.Group, Name: "委员、代表", Count: count, Approximate: approximate, Spans: span(start, end)}
	}
	person := formats.Attendee{Kind: formats.Person, Name: "闻远山", Spans: span(20, 29)}
	for _, c := range []struct {
		name      string
		attendees []formats.Attendee
		want      string // the message of the note; empty for none
		remark    string // of the first row that has one
	}{
		{"adds up", []formats.Attendee{group(0, 30, n(13), false), group(0, 6, n(5), false), group(9, 15, n(7), false), person}, "", "合计数，与所列相符"},
		{"does not", []formats.Attendee{group(0, 30, n(12), false), group(0, 6, n(5), false), group(9, 15, n(9), false)},
			"“委员、代表”载明共12人，所列各项合计14人，请核对", "合计数，所列合计14"},
		{"a count is missing", []formats.Attendee{group(0, 30, n(12), false), group(0, 6, nil, false), group(9, 15, n(9), false)}, "", ""},
		{"a count is approximate", []formats.Attendee{group(0, 30, n(12), false), group(0, 6, n(5), true), group(9, 15, n(9), false)}, "", "人数为约数"},
		{"the total is approximate", []formats.Attendee{group(0, 30, n(12), true), group(0, 6, n(5), false), group(9, 15, n(9), false)}, "", "人数为约数"},
		{"no parts", []formats.Attendee{group(0, 6, n(12), false), group(9, 15, n(9), false)}, "", ""},
		{"the same words twice", []formats.Attendee{group(0, 6, n(12), false), group(0, 6, n(9), false)}, "", ""},
	} {
		b := &formats.Bulletin{Attendees: c.attendees}
		got := ""
		for _, n := range Totals(b) {
			got += n.Message
		}
		if got != c.want {
			t.Errorf("%s: note %q, want %q", c.name, got, c.want)
		}
		if rows := Checks(b, "zh-Hans").Rows; len(rows) != len(Totals(b)) {
			t.Errorf("%s: %d rows to check, want %d", c.name, len(rows), len(Totals(b)))
		}
		remark := ""
		for _, row := range Attendees(b, "zh-Hans").Rows {
			remark += row[7].Text
		}
		if remark != c.remark {
			t.Errorf("%s: remark %q, want %q", c.name, remark, c.remark)
		}
	}
}
