package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongbao/formats"
	"gongbao/formats/table"
)

// synthetic makes n bulletins of an invented district, always the same for a
// seed: a pool of persons, each with one post, some of them namesakes.
func synthetic(seed uint64, n int) iter.Seq[Source] {
	const surnames, given, offices = "闻柳宋祁罗苗高江秦岳程楚方白", "远山知夏砚连启明青望岳一帆岭川禾清", "发改财政教育民政住建交通水务农业文旅卫健审计统计"
	return func(yield func(Source) bool) {
		r := rand.New(rand.NewPCG(seed, seed))
		pick := func(s string, n int) string {
			runes := []rune(s)
			at := r.IntN(len(runes) - n + 1)
			return string(runes[at : at+n])
		}
		pool := make([]formats.Attendee, 2000)
		for i := range pool {
			unit := fmt.Sprintf("青禾%d区%s局", i%40, pick(offices, 2))
			pool[i] = formats.Attendee{
				Kind: formats.Person, Name: pick(surnames, 1) + pick(given, 2), Organization: formats.Optional(unit),
				Titles: []string{unit + "局长"}, Confidence: 0.95,
			}
		}
		roles := []formats.Role{formats.Attended, formats.Attended, formats.Spoke, formats.Nonvoting, formats.Absent, formats.Reported}
		for i := range n {
			b := &formats.Bulletin{Language: "zh-Hans"}
			var source strings.Builder
			say := func(s string) formats.Quote {
				q := formats.Quote{Text: s, Span: formats.Span{Start: source.Len(), End: source.Len() + len(s)}}
				source.WriteString(s)
				return q
			}
			b.Date = &formats.Date{Start: formats.Optional(fmt.Sprintf("20%02d-%02d-%02d", 15+i%10, 1+r.IntN(12), 1+r.IntN(28)))}
			b.Meetings = []formats.Meeting{{Name: say(fmt.Sprintf("青禾区第%d次工作会议", i+1))}}
			say("召开。")
			for j, k := range r.Perm(len(pool))[:6+r.IntN(12)] {
				a := pool[k]
				a.Roles = []formats.Role{roles[r.IntN(len(roles))]}
				if j == 0 {
					a.Roles = []formats.Role{formats.Presided, formats.Spoke}
				}
				a.Spans = []formats.Span{say(a.Name).Span}
				say("、")
				b.Attendees = append(b.Attendees, a)
			}
			say("出席会议。")
			for j := range 8 + r.IntN(8) {
				theme := say("扎实推进" + pick(offices, 4) + "工作")
				say("，")
				measures := []formats.Quote{say("完善" + pick(offices, 4) + "机制")}
				say("。")
				p := formats.Priority{ID: fmt.Sprint("p", j), Rank: j + 1, Lead: "会议要求", Theme: &theme, Measures: measures, Confidence: 0.9}
				if j%4 == 3 {
					p.Parent = formats.Optional(fmt.Sprint("p", j-1))
				}
				b.Priorities = append(b.Priorities, p)
			}
			b.Text = formats.Text{Name: fmt.Sprintf("%05d.txt", i+1), Source: source.String()}
			b.Text.Paragraphs = []formats.Paragraph{{Text: b.Text.Source, Span: formats.Span{End: source.Len()}}}
			if !yield(Source{b, fmt.Sprintf("公报/%05d.xlsx", i+1)}) {
				return
			}
		}
	}
}

func merged(t testing.TB, sources iter.Seq[Source], o Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := Merge(&out, sources, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestMerge(t *testing.T) {
	sources := []Source{
		{bulletin(t, "hans"), "青禾 推进会.xlsx"}, {bulletin(t, "hant"), ""}, {&formats.Bulletin{}, "../a:b#c?.xlsx"}, {bulletin(t, "hans"), "b/c.xlsx"},
	}
	golden(t, "merged", dump(t, open(t, merged(t, slices.Values(sources), Options{}))))
	golden(t, "merged-en", dump(t, open(t, merged(t, slices.Values(sources[1:2]), Options{SheetLanguage: "en"}))))
}

func TestMergeNothing(t *testing.T) {
	sheets := inView(t, open(t, merged(t, slices.Values([]Source(nil)), Options{})))
	if diff := cmp.Diff([]string{"会议一览", "出席人员", "重点任务", "统计", "按月统计"}, sheets); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
}

func TestMergeSameBytes(t *testing.T) {
	want := merged(t, synthetic(1, 50), Options{})
	for range 3 {
		if !bytes.Equal(want, merged(t, synthetic(1, 50), Options{})) {
			t.Error("equal input gave other bytes")
		}
	}
}

func TestMergeWriteError(t *testing.T) {
	whole := len(merged(t, synthetic(1, 5), Options{}))
	for n := range 5 {
		w := failing(whole * n / 5)
		if _, err := Merge(&w, synthetic(1, 5), Options{}); err == nil {
			t.Errorf("no error from a writer that fails after %d bytes", whole*n/5)
		}
	}
}

// TestMatrixSums holds that the sums of the matrix are those that counting
// in the bulletins gives.
func TestMatrixSums(t *testing.T) {
	f := open(t, merged(t, synthetic(7, 300), Options{}))
	checkMatrix(t, f, synthetic(7, 300))
}

// checkMatrix compares the matrix with counts made from the bulletins alone,
// in which a person is a name and a post.
func checkMatrix(t *testing.T, f *excelize.File, sources iter.Seq[Source]) {
	t.Helper()
	type key struct{ name, post string }
	present, chaired := map[key]int{}, map[key]int{}
	var perMeeting []int
	attendees, priorities := 0, 0
	for s := range sources {
		here, chair := map[key]int{}, map[key]int{}
		for _, a := range s.Bulletin.Attendees {
			k := key{a.Name, a.Titles[0]}
			if !slices.Contains(a.Roles, formats.Absent) {
				here[k] = 1
			}
			if slices.Contains(a.Roles, formats.Presided) {
				chair[k] = 1
			}
		}
		for k := range here {
			present[k]++
			chaired[k] += chair[k]
		}
		perMeeting = append(perMeeting, len(here))
		attendees += len(s.Bulletin.Attendees)
		priorities += len(s.Bulletin.Priorities)
	}
	rows := rowsOf(t, f, "统计")
	header, total := rows[1], rows[len(rows)-1]
	chair, first := slices.Index(header, "主持"), len(header)-len(perMeeting)
	for _, row := range rows[2 : len(rows)-1] {
		k := key{row[1], row[3]}
		if row[5] != strconv.Itoa(present[k]) || chaired[k] > 0 && row[chair] != strconv.Itoa(chaired[k]) {
			t.Errorf("%v: present %s, presided %s; want %d, %d", k, row[5], row[chair], present[k], chaired[k])
		}
		delete(present, k)
	}
	if len(present) > 0 {
		t.Errorf("%d persons are missing", len(present))
	}
	for i, n := range perMeeting {
		if total[first+i] != strconv.Itoa(n) {
			t.Errorf("meeting %d: %s present, want %d", i+1, total[first+i], n)
		}
	}
	if got := len(rowsOf(t, f, "出席人员")) - 2; got != attendees {
		t.Errorf("%d rows of attendees, want %d", got, attendees)
	}
	if got := len(rowsOf(t, f, "重点任务")) - 2; got != priorities {
		t.Errorf("%d rows of priorities, want %d", got, priorities)
	}
	meetings := 0
	for _, row := range rowsOf(t, f, "按月统计")[2:] {
		n, err := strconv.Atoi(row[1])
		if err != nil {
			t.Error(err)
		}
		meetings += n
	}
	if meetings != len(perMeeting) {
		t.Errorf("%d meetings by month, want %d", meetings, len(perMeeting))
	}
}

func rowsOf(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestPeople(t *testing.T) {
	mention := func(name string, titles ...string) formats.Attendee {
		return formats.Attendee{Kind: formats.Person, Name: name, Titles: titles, Roles: []formats.Role{formats.Attended}}
	}
	for _, c := range []struct {
		name     string
		mentions []formats.Attendee
		want     string // name:titles×meetings, * for namesakes
	}{
		{"the same post", []formats.Attendee{mention("闻远山", "区委书记"), mention("闻远山", "区委书记")}, "闻远山:区委书记×2"},
		{"more posts", []formats.Attendee{mention("闻远山", "区长"), mention("闻远山", "区委副书记", "区长")}, "闻远山:区委副书记、区长×2"},
		{"other posts", []formats.Attendee{mention("闻远山", "区长"), mention("闻远山", "镇长")}, "闻远山:区长×1* 闻远山:镇长×1*"},
		{"two become one", []formats.Attendee{mention("闻远山", "区长"), mention("闻远山", "区委副书记"), mention("闻远山", "区委副书记", "区长")}, "闻远山:区委副书记、区长×3"},
		{"no post, one of the name", []formats.Attendee{mention("闻远山"), mention("闻远山", "区长"), mention("闻远山")}, "闻远山:区长×3"},
		{"no post, several of the name", []formats.Attendee{mention("闻远山"), mention("闻远山", "区长"), mention("闻远山", "镇长"), mention("闻远山")},
			"闻远山:×2* 闻远山:区长×1* 闻远山:镇长×1*"},
		{"no post at all", []formats.Attendee{mention("闻远山"), mention("闻远山")}, "闻远山:×2"},
	} {
		var p people
		for i, a := range c.mentions {
			p.add(a, i+1, partake{"出席", a.Roles})
		}
		var got []string
		for _, n := range p.all() {
			s := fmt.Sprintf("%s:%s×%d", n.name, n.post(), n.presences())
			if n.homonym {
				s += "*"
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, strings.Join(got, " "), c.want)
		}
	}
}

func TestRenumbered(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{{"3", 10, "13"}, {"3.1.2", 10, "13.1.2"}, {"", 10, ""}, {"x", 10, "x"}} {
		if got := renumbered(table.Cell{Text: c.text}, c.n).Text; got != c.want {
			t.Errorf("renumbered(%q, %d) = %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

// TestStreamRollsOver holds that a full sheet continues on a further one.
func TestStreamRollsOver(t *testing.T) {
	m := &merger{}
	m.begin(&formats.Bulletin{Language: "zh-Hans"})
	if err := m.attendees.next(); err != nil {
		t.Fatal(err)
	}
	m.attendees.current().last = maxRows - 1
	for range 3 {
		if err := m.attendees.add(make([]table.Cell, len(m.attendees.table.Columns))); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(m.attendees.sheets); n != 2 || m.attendees.current().table.Label != "出席人员 (2)" || m.attendees.current().last != 4 {
		t.Errorf("%d sheets, the last %s with %d rows", n, m.attendees.current().table.Label, m.attendees.current().last)
	}
}

func BenchmarkMerge(b *testing.B) {
	sources := slices.Collect(synthetic(3, 200))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Merge(io.Discard, slices.Values(sources), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestMergeHostile holds that no text and no name of a file becomes a
// formula, the name of a sheet, or a link to anything but a file beside the
// workbook.
func TestMergeHostile(t *testing.T) {
	var sources []Source
	for i, s := range hostile() {
		if len(s) > 1000 {
			s = s[:30]
		}
		b := &formats.Bulletin{Language: "zh-Hans", Title: &formats.Quote{Text: s}}
		b.Attendees = []formats.Attendee{{Kind: formats.Person, Name: s, Titles: []string{s}, Roles: []formats.Role{formats.Attended}}}
		b.Priorities = []formats.Priority{{ID: strconv.Itoa(i), Theme: &formats.Quote{Text: s}}}
		sources = append(sources, Source{b, s})
	}
	src := merged(t, slices.Values(sources), Options{})
	eachElement(t, src, func(part string, e xml.StartElement) {
		target := attribute(e, "Target")
		switch {
		case e.Name.Local == "f" && strings.HasPrefix(part, "xl/worksheets/"):
			t.Errorf("%s: a formula", part)
		case attribute(e, "TargetMode") == "External" && (strings.ContainsAny(target, ":\\#? \t\r\n") || strings.HasPrefix(target, "/") || strings.HasPrefix(target, "%5C")):
			t.Errorf("%s: a link to %q", part, target)
		}
	})
	if got := address("//example.org/a"); got != ".///example.org/a" {
		t.Errorf("address %q", got)
	}
	f := open(t, src)
	if got := inView(t, f); len(got) != 5 || got[0] != "会议一览" {
		t.Errorf("sheets %q", got)
	}
	for i, row := range rowsOf(t, f, "出席人员")[2:] {
		if want := string([]rune(sources[i].Bulletin.Attendees[0].Name)); row[3] != want {
			t.Errorf("%q came back as %q", want, row[3])
		}
	}
}
