package script

import (
	"fmt"
	"strings"
	"testing"

	"gongbao/formats"
)

func ExampleConverter_Explain() {
	c, _ := New("tw")
	_, changes := c.Explain("干部复工")
	for _, x := range changes {
		fmt.Println(x.Start, x.From, x.To, x.Rule, x.Alternatives)
	}
	// Output:
	// 0 干部 幹部 word []
	// 6 复工 復工 official []
}

func ExampleConverter_Map() {
	c, _ := Options{Entries: []Entry{{"甲乙", "子"}}}.New("tw")
	out, m := c.Map("由甲乙发展")
	fmt.Println(out, m.Output(len("由甲乙")), m.Source(len("由子")))
	// Output: 由子發展 6 9
}

// TestMap holds that the parts of a text and of its output follow on each
// other without gaps, and that what stays is where the map says.
func TestMap(t *testing.T) {
	entries := []Entry{{"甲方乙方", "子"}, {"丙", "丙丁戊"}}
	for _, o := range []Options{{}, {Vocabulary: true}, {Entries: entries}, {KeepPunctuation: true}} {
		for _, profile := range Profiles() {
			c, err := o.New(profile)
			if err != nil {
				t.Fatal(err)
			}
			text := strings.Repeat(pieces+"甲方乙方与丙说“软件”(好),对\n", 30)
			out, m := c.Map(text)
			if out != c.String(text) {
				t.Fatalf("%s with %+v: Map and String differ", profile, o)
			}
			at := unit{}
			for _, u := range m.units {
				if u.start != at.end || u.outStart != at.outEnd {
					t.Fatalf("%s: %+v comes after %+v", profile, u, at)
				}
				at = u
			}
			if at.end != len(text) || at.outEnd != len(out) || m.Output(len(text)) != len(out) || m.Source(len(out)) != len(text) {
				t.Fatalf("%s: the map ends at %+v, want %d and %d", profile, at, len(text), len(out))
			}
		}
	}
}

// TestExplain holds that the changes are all there are.
func TestExplain(t *testing.T) {
	for _, profile := range []string{"tw", "hk", "cn"} {
		c := converter(t, profile)
		for _, text := range []string{pieces, "會后干部表示“滿意”(好),对", "软件复杂，只能发"} {
			out, changes := c.Explain(text)
			var built strings.Builder
			at := 0
			for _, x := range changes {
				if x.Start < at || text[x.Start:x.End] != x.From {
					t.Fatalf("%s of %q: change %+v at %d", profile, text, x, at)
				}
				built.WriteString(text[at:x.Start] + x.To)
				at = x.End
			}
			if built.String()+text[at:] != out {
				t.Errorf("%s of %q: the changes give %q, want %q", profile, text, built.String()+text[at:], out)
			}
		}
	}
	_, changes := converter(t, "tw").Explain("他说干")
	last := changes[len(changes)-1]
	if last.To != "幹" || len(last.Alternatives) == 0 {
		t.Errorf("the open choice is %+v", last)
	}
}

func TestUserDictionary(t *testing.T) {
	entries, err := ReadDictionary(strings.NewReader("\uFEFF# words\n干部\t幹員\r\n\n里约\n软件\t軟體\n"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := Options{Entries: entries}.New("tw")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("干部在里约用软件发展。\n", 5000)
	want := strings.Repeat("幹員在里约用軟體發展。\n", 5000)
	if got := c.String(text); got != want {
		t.Errorf("got %.60q", got)
	}
	if written(c, []byte(text), 777) != want {
		t.Error("in chunks it differs")
	}
	if _, err := (Options{Entries: []Entry{{"甲", "乙"}, {"", "丙"}}}).New("tw"); err == nil || !strings.Contains(err.Error(), "entry 2") {
		t.Errorf("the error for an empty entry is %v; it should name entry 2", err)
	}
	for _, bad := range []string{"\tx", "a\tb\tc", "a\xff\tb"} {
		if _, err := ReadDictionary(strings.NewReader("ok\tok\n" + bad)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("the error for %q is %v; it should name line 2", bad, err)
		}
	}
}

// TestBulletinQuotes holds that a quote is what became of its place, even
// where it is no word by itself, and that open choices become notes.
func TestBulletinQuotes(t *testing.T) {
	source := "新征程上，总台的干部钟云发言：“干!”"
	at := func(s string) formats.Span {
		i := strings.Index(source, s)
		return formats.Span{Start: i, End: i + len(s)}
	}
	in := &formats.Bulletin{
		Text:      formats.Text{Source: source},
		Attendees: []formats.Attendee{{Kind: formats.Person, Name: "钟云", Spans: []formats.Span{at("钟云")}}},
		Slogans:   []formats.Quote{{Text: "“干!”", Span: at("“干!”")}, {Text: "云发言", Span: at("云发言")}, {Text: "云", Span: at("程上")}},
	}
	out := converter(t, "tw").Bulletin(in)
	if got := out.Slogans[0].Text; got != "「幹！」" {
		t.Errorf("slogan is %s", got)
	}
	if got := out.Attendees[0].Name; got != "鍾雲" {
		t.Errorf("name is %s", got)
	}
	if got := out.Slogans[2].Text; got != "雲" {
		t.Errorf("a text that is not the source's is %s", got)
	}
	if len(out.Notes) != 1 || out.Notes[0].Code != "script-open" || out.Notes[0].Span != at("干!”") && out.Notes[0].Start != at("干!").Start {
		t.Errorf("notes are %+v", out.Notes)
	}
}

func TestNames(t *testing.T) {
	cases := []struct{ from, tw, hk string }{
		{"范云发", "范雲發", "范雲發"}, {"云志杰", "云志傑", "云志傑"}, {"于峰松", "于峰松", "于峰松"}, {"钟群里", "鍾群里", "鍾群里"},
		{"余后岳", "余后岳", "余后岳"}, {"党建丰", "党建豐", "党建豐"}, {"阿·里克", "阿·里克", "阿·里克"},
	}
	tw, hk := converter(t, "tw"), converter(t, "hk")
	for _, c := range cases {
		if got := tw.name(c.from, source{}); got != c.tw {
			t.Errorf("tw of %s is %s, want %s", c.from, got, c.tw)
		}
		if got := hk.name(c.from, source{}); got != c.hk {
			t.Errorf("hk of %s is %s, want %s", c.from, got, c.hk)
		}
	}
	for _, name := range []string{"汪綉珠", "季啓峯", "范云"} {
		if got := tw.name(name, source{traditional: true}); got != name {
			t.Errorf("the Traditional name %s became %s", name, got)
		}
	}
}

// TestBulletinExact holds that OpenCC's profiles reword bulletins too.
func TestBulletinExact(t *testing.T) {
	in := &formats.Bulletin{
		Text:      formats.Text{Source: "软件会议，范云发言"},
		Title:     &formats.Quote{Text: "软件", Span: formats.Span{Start: 0, End: 6}},
		Attendees: []formats.Attendee{{Kind: formats.Person, Name: "范云"}},
	}
	out := converter(t, "s2twp").Bulletin(in)
	if out.Title.Text != "軟體" || out.Attendees[0].Name != "範雲" || out.Language != "zh-TW" {
		t.Errorf("title %s, name %s, language %s", out.Title.Text, out.Attendees[0].Name, out.Language)
	}
}

func FuzzConvert(f *testing.F) {
	f.Add(pieces, uint8(3))
	f.Add("會后干部“滿意”(好),⿰⿰里", uint8(1))
	f.Add("\xe9\x87里\xff⿰", uint8(2))
	var converters []*Converter
	for _, profile := range Profiles() {
		c, err := New(profile)
		if err != nil {
			f.Fatal(err)
		}
		converters = append(converters, c)
	}
	f.Fuzz(func(t *testing.T, text string, size uint8) {
		text = text[:min(len(text), 400)]
		for _, c := range converters {
			want := c.String(text)
			if got := string(c.Append([]byte("x"), []byte(text))); got != "x"+want {
				t.Errorf("%s: Append gives %q, String %q", c.Profile(), got, want)
			}
			if got := written(c, []byte(text), int(size)+1); got != want {
				t.Errorf("%s: in chunks of %d bytes %q gives %q, whole %q", c.Profile(), int(size)+1, text, got, want)
			}
			if got, m := c.Map(text); got != want || m.Output(len(text)) != len(want) {
				t.Errorf("%s: Map gives %q, String %q", c.Profile(), got, want)
			}
		}
	})
}
