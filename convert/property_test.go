package convert_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"gongbao/convert"
	"gongbao/convert/internal/fold"
	"gongbao/convert/script"
	"gongbao/formats"
	"gongbao/formats/text"
	"gongbao/samples"
)

// documentsOf reads all samples, by name, and documents made at random.
func documentsOf(t testing.TB) map[string]formats.Text {
	t.Helper()
	files, err := fs.Glob(samples.FS, "*.txt")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d samples: %v", len(files), err)
	}
	docs := map[string]formats.Text{}
	for _, f := range files {
		src, err := samples.FS.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if docs[f], err = text.Read(src, f); err != nil {
			t.Fatal(err)
		}
	}
	for seed := range uint64(60) {
		if doc, err := text.Read([]byte(scramble(seed)), "random"); err == nil {
			docs[fmt.Sprint("random ", seed)] = doc
		}
	}
	return docs
}

// scramble makes a document of pieces at random.
func scramble(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	choice := make([]byte, 20+r.IntN(200))
	for i := range choice {
		choice[i] = byte(r.IntN(256))
	}
	return assemble(choice)
}

// assemble strings pieces of bulletins together, one per byte.
func assemble(choice []byte) string {
	pieces := strings.Split("7月3日|2024年|至|，|，|。|。|；|：|、|、|\n|\n|　　| |（|）|“|”|《|》|县委|云岫县|县教育局|书记|县长|副主任|委员|教授|田秀禾|秦望舒|欧阳禾|阿依·努尔|田　禾|柳|向明|同志|"+
		"和|等|及|与|在|由|就|对|围绕|向|受|委托|主持|出席|列席|参加|会议|工作会议|全会|六届五次全体（扩大）会议|暨|召开|举行|开幕|讲话|作了|报告|听取|传达|部署|到会指导|请假|批示|"+
		"强调|指出|要求|提出|决定|议定|要|必须|一是|二要|第一|首先|突出|深入推进|抓好春耕|备足农资|确保丰收|按照部署要求|各部门|负责人|领导班子成员|不是|的|31名|100名同志|余人|应到|实到|"+
		"审议|审议通过|原则同意|同意9票|0票反对|未获通过|任命|选举|当选为|为|免去|辞去|职务|牵头单位|配合|会同|前完成|一、|（一）|1.|①|決議：|決定：|照案通過|案由：|來源/|發布時間|時間：|主席：|出席：|紀錄：|"+
		"增长|5%|120亿元|&nbsp;|<p>|</p>|(qū)|**|[链接](x)|𠮷|🎃|他|大家|田县长|下午|近日|说", "|")
	var b strings.Builder
	for _, i := range choice {
		b.WriteString(pieces[int(i)%len(pieces)])
	}
	return b.String()
}

func TestSound(t *testing.T) {
	for name, doc := range documentsOf(t) {
		for _, wrong := range unsound(convert.Parse(doc)) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// unsound lists what in b breaks the promises of the model: places are ranges
// of whole runes, quotations stand where they say, references lead somewhere.
func unsound(b *formats.Bulletin) []string {
	c := checker{src: b.Text.Source}
	c.walk("", reflect.ValueOf(*b))
	if d := b.Date; d != nil {
		c.says("date", d.Text, d.At)
	}
	var names []string
	for _, a := range b.Attendees {
		c.attendee(a)
		names = append(names, a.Name, string(a.Surface))
	}
	for _, m := range b.Meetings {
		for _, name := range m.PresidedBy {
			c.expect(slices.Contains(names, name), "%s presided but is no attendee", name)
		}
	}
	ids := map[formats.Optional]bool{"": true}
	for i, p := range b.Priorities {
		c.expect(p.Rank == i+1 && ids[p.Parent], "priority %d has rank %d, parent %q", i, p.Rank, p.Parent)
		ids[formats.Optional(p.ID)] = true
	}
	for _, a := range b.Appointments {
		c.says("appointment", a.Person, a.Span)
	}
	for _, d := range b.Documents {
		c.says("document", d.Title, d.Span)
	}
	return c.wrong
}

type checker struct {
	src   string
	wrong []string
}

func (c *checker) expect(ok bool, format string, args ...any) {
	if !ok {
		c.wrong = append(c.wrong, fmt.Sprintf(format, args...))
	}
}

// walk checks every place and quotation in v.
func (c *checker) walk(path string, v reflect.Value) {
	switch x := v.Interface().(type) {
	case formats.Span:
		c.place(path, x)
		return
	case formats.Quote:
		c.says(path, x.Text, x.Span)
		return
	case formats.Paragraph:
		c.says(path, x.Text, x.Span)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			c.walk(path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			c.walk(path, v.Elem())
		}
	}
}

func (c *checker) place(path string, s formats.Span) bool {
	border := func(i int) bool { return i == len(c.src) || utf8.RuneStart(c.src[i]) }
	ok := s.Start >= 0 && s.Start <= s.End && s.End <= len(c.src) && border(s.Start) && border(s.End)
	c.expect(ok, "%s: %v is no range of runes in %d bytes", path, s, len(c.src))
	return ok
}

func (c *checker) says(path, text string, s formats.Span) {
	if !c.place(path, s) {
		return
	}
	got := c.src[s.Start:s.End]
	c.expect(got != "" && spaceless(got) == spaceless(text), "%s says %q, the source %q", path, text, got)
}

func (c *checker) attendee(a formats.Attendee) {
	if len(a.Spans) == 0 || len(a.Roles) == 0 || a.Confidence <= 0 || a.Confidence > 1 {
		c.expect(false, "attendee without place, role or confidence: %v", a)
		return
	}
	if a.Surface != "" {
		c.says("surface", string(a.Surface), a.Spans[0])
		return
	}
	c.says("name", a.Name, a.Spans[0])
}

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

// TestUnsound proves that the checker sees what is wrong.
func TestUnsound(t *testing.T) {
	for name, spoil := range map[string]func(*formats.Bulletin){
		"inside a rune":      func(b *formats.Bulletin) { b.Attendees[0].Spans[0].Start++ },
		"outside the text":   func(b *formats.Bulletin) { b.Notes[0].End = 1 << 20 },
		"another place":      func(b *formats.Bulletin) { b.Meetings[0].Name.Start += 3 },
		"another name":       func(b *formats.Bulletin) { b.Attendees[0].Name = "秦望舒" },
		"another day":        func(b *formats.Bulletin) { b.Date.Text = "7月4日" },
		"no role":            func(b *formats.Bulletin) { b.Attendees[0].Roles = nil },
		"unknown chair":      func(b *formats.Bulletin) { b.Meetings[0].PresidedBy = []string{"秦望舒"} },
		"unknown parent":     func(b *formats.Bulletin) { b.Priorities[0].Parent = "p9" },
		"another measure":    func(b *formats.Bulletin) { b.Priorities[0].Measures[0].Text = "抓好秋收" },
		"another paragraph":  func(b *formats.Bulletin) { b.Text.Paragraphs[0].Text = "" },
		"an empty quotation": func(b *formats.Bulletin) { b.Meetings[0].Name = formats.Quote{} },
	} {
		b := parse(t, "7月3日，云岫县召开工作会议，县长田秀禾主持会议。会议强调，要抓好春耕，备足农资。")
		if wrong := unsound(b); len(wrong) > 0 {
			t.Fatal(wrong)
		}
		if spoil(b); len(unsound(b)) == 0 {
			t.Errorf("%s goes unseen", name)
		}
	}
}

func TestDeterministic(t *testing.T) {
	var all sync.WaitGroup
	for name, doc := range documentsOf(t) {
		want := convert.Parse(doc)
		for range 8 {
			all.Go(func() {
				if !reflect.DeepEqual(convert.Parse(doc), want) {
					t.Errorf("%s is understood in two ways", name)
				}
			})
		}
	}
	all.Wait()
}

// facts shows the facts of doc in Simplified half-width characters. Taiwan's
// 著 may be 着 or 著, so that folding leaves it.
func facts(doc formats.Text) string {
	return strings.ReplaceAll(strings.Map(fold.Rune, summary(convert.Parse(doc))), "著", "着")
}

// TestScripts understands each Simplified sample in Traditional script and
// expects the same facts.
func TestScripts(t *testing.T) {
	for _, profile := range []string{"s2t", "s2tw"} {
		converter, err := script.New(profile)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for name, doc := range documentsOf(t) {
			if !strings.HasSuffix(name, "hans.txt") {
				continue
			}
			n++
			same(t, name+" in "+profile, doc, converter.String(doc.Source))
		}
		if n < 8 {
			t.Errorf("%d samples are Simplified", n)
		}
	}
}

// TestWidths understands each document with its punctuation and digits in the
// other width and expects the same facts.
func TestWidths(t *testing.T) {
	swap := strings.NewReplacer("，", ",", ",", "，", "；", ";", "：", ":", "（", "(", "）", ")", "！", "!", "？", "?",
		"0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９")
	n := 0
	for name, doc := range documentsOf(t) {
		if strings.ContainsAny(doc.Source, "&([") {
			continue // entities, readings and addresses are half-width only
		}
		n++
		same(t, name+" in the other width", doc, swap.Replace(doc.Source))
	}
	if n < 8 {
		t.Errorf("%d documents have another width", n)
	}
}

// same compares the facts of doc with those of the same text as other.
func same(t *testing.T, name string, doc formats.Text, other string) {
	t.Helper()
	variant, err := text.Read([]byte(other), doc.Name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	got, want := strings.Split(facts(variant), "\n"), strings.Split(facts(doc), "\n")
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s\n got %s\nwant %s", name, got[i], want[i])
		}
	}
}
