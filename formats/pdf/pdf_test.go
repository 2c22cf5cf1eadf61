package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"gongbao/formats"
)

// bulletin is an invented bulletin with the given paragraphs.
func bulletin(language string, paragraphs ...formats.Paragraph) *formats.Bulletin {
	b := &formats.Bulletin{Language: language, Text: formats.Text{Name: "sample.txt"}}
	for _, p := range paragraphs {
		start := len(b.Text.Source)
		b.Text.Source += p.Text + "\n"
		p.Span = formats.Span{Start: start, End: start + len(p.Text)}
		b.Text.Paragraphs = append(b.Text.Paragraphs, p)
	}
	return b
}

func body(text string) formats.Paragraph {
	return formats.Paragraph{Kind: formats.BodyParagraph, Text: text}
}

// sample is a whole bulletin: title, meta line, headings, attendees and
// priorities.
func sample(language string) *formats.Bulletin {
	b := bulletin(language,
		formats.Paragraph{Kind: formats.TitleParagraph, Text: "云溪市人民政府第12次常务会议纪要"},
		formats.Paragraph{Kind: formats.MetaParagraph, Text: "来源：云溪市人民政府办公室　2024-03-08"},
		body("3月8日，市长柏青原主持召开市政府第12次常务会议，副市长𠮷文远、秘书长欧阳若汐出席，各县区负责人等28人列席。会议听取了《云溪市内河航道整治三年行动方案（送审稿）》的汇报——方案提出，到2026年通航里程增长5%左右……"),
		formats.Paragraph{Kind: formats.HeadingParagraph, Level: 1, Text: "一、关于航道整治"},
		body("会议强调，要“先易后难、分段实施”，确保2024年6月底前开工。"),
		formats.Paragraph{Kind: formats.HeadingParagraph, Level: 2, Text: "（一）任务分工"},
		formats.Paragraph{Kind: formats.ListParagraph, Level: 1, Text: "1. 市交通局牵头，各县区配合。"},
		formats.Paragraph{Kind: formats.SignatureParagraph, Text: "云溪市人民政府办公室"},
	)
	b.Title = &formats.Quote{Text: "云溪市人民政府第12次常务会议纪要"}
	b.Issuer = &formats.Quote{Text: "云溪市人民政府办公室"}
	for i := range 3 {
		b.Attendees = append(b.Attendees, formats.Attendee{
			Kind: formats.Person, Name: []string{"柏青原", "𠮷文远", "欧阳若汐"}[i],
			Titles: []string{"市长"}, Roles: []formats.Role{formats.Attended}, Confidence: 1,
		})
	}
	for i := range 40 {
		b.Priorities = append(b.Priorities, formats.Priority{
			ID: fmt.Sprint("p", i), Rank: i + 1, Lead: "会议强调",
			Theme:    &formats.Quote{Text: "推进航道整治"},
			Measures: []formats.Quote{{Text: "先易后难、分段实施"}, {Text: strings.Repeat("加强沿线水质监测，", 1+i*2)}},
		})
	}
	return b
}

func write(t *testing.T, b *formats.Bulletin, o Options) ([]byte, []formats.Note) {
	t.Helper()
	var out bytes.Buffer
	notes, err := Write(&out, b, o)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), notes
}

func TestTextComesBack(t *testing.T) {
	b := sample("zh-Hans")
	out, notes := write(t, b, Options{})
	if len(notes) > 0 {
		t.Errorf("notes %v", notes)
	}
	got := extract(t, out)
	for _, p := range b.Text.Paragraphs {
		if !strings.Contains(got, p.Text) {
			t.Errorf("missing %q in %.2000q", p.Text, got)
		}
	}
	for _, want := range []string{"出席人员", "重点任务", "欧阳若汐", "— 1 —", "— 2 —"} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q", want)
		}
	}
	if n := strings.Count(got, "沿"); n != 1600 {
		t.Errorf("%d clauses in the tables, want 1600", n)
	}
}

func TestStrangeCharacters(t *testing.T) {
	text := "会议\u0001控\u007f制\t格　全\u200b零\u200d连\ufeff头🙂👩‍👩‍👧‍👦表\u0301情שלום العربية e\u0301 \U000E0100 𰻝 \U0010FFFF 完"
	b := bulletin("zh-Hans", body(text), body("\u0301"), body("\u202e"))
	out, notes := write(t, b, Options{})
	if got := extract(t, out); !strings.Contains(got, text) {
		t.Errorf("got %q", got)
	}
	codes := map[string]int{}
	for _, n := range notes {
		codes[n.Code]++
		if lost := []rune(b.Text.Source[n.Start:n.End]); len(lost) != 1 || !strings.Contains(n.Message, fmt.Sprintf("U+%04X", lost[0])) {
			t.Errorf("note %+v", n)
		}
	}
	if codes["glyph-missing"] != len(notes) || len(notes) < 10 {
		t.Errorf("notes %v", codes)
	}
}

func TestTablesOfTheText(t *testing.T) {
	row := func(s string) formats.Paragraph { return formats.Paragraph{Kind: formats.TableParagraph, Text: s} }
	b := bulletin("zh-Hans", row("项目\t金额"), row("疏浚\t1,200\n护岸\t860"), row("一格"), row("甲\t乙\t丙"))
	f := objects(t, func() []byte { out, _ := write(t, b, Options{}); return out }())
	counts := map[string]int{}
	for _, body := range f {
		for _, role := range []string{"Table", "TR", "TD", "TH", "P"} {
			if bytes.HasPrefix(body, []byte("<</S/"+role+"/")) {
				counts[role]++
			}
		}
	}
	if counts["Table"] != 2 || counts["TR"] != 4 || counts["TD"] != 9 || counts["TH"] != 0 || counts["P"] != 1 {
		t.Errorf("elements %v", counts)
	}
}

func TestRegionalFaces(t *testing.T) {
	for language, want := range map[string]string{"zh-Hans": "GongbaoSongSC", "zh-CN": "GongbaoSongSC", "zh-Hant": "GongbaoSongTC", "zh-TW": "GongbaoSongTC", "zh-HK": "GongbaoSongTC"} {
		out, _ := write(t, bulletin(language, body("骨")), Options{})
		set := false
		for _, body := range objects(t, out) {
			set = set || bytes.Contains(body, []byte("+"+want))
		}
		if !set {
			t.Errorf("%s is not set in %s", language, want)
		}
	}
}

func TestEqualBytes(t *testing.T) {
	want, _ := write(t, sample("zh-Hans"), Options{})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			var out bytes.Buffer
			if _, err := Write(&out, sample("zh-Hans"), Options{}); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("other bytes (%v)", err)
			}
		})
	}
	wait.Wait()
}

func TestChoices(t *testing.T) {
	b := sample("zh-Hans")
	for _, test := range []struct {
		o         Options
		has, lack []string
	}{
		{Options{Tables: NoTables}, []string{"航道整治"}, []string{"出席人员", "工作举措"}},
		{Options{Tables: Attendees}, []string{"出席人员"}, []string{"工作举措"}},
		{Options{Tables: Priorities}, []string{"工作举措"}, []string{"出席人员"}},
		{Options{NoText: true}, []string{"出席人员", "工作举措"}, []string{"任务分工"}},
	} {
		out, _ := write(t, b, test.o)
		got := extract(t, out)
		for _, s := range test.has {
			if !strings.Contains(got, s) {
				t.Errorf("%+v lacks %s", test.o, s)
			}
		}
		for _, s := range test.lack {
			if strings.Contains(got, s) {
				t.Errorf("%+v has %s", test.o, s)
			}
		}
	}
	if _, err := Write(&bytes.Buffer{}, b, Options{NoText: true, Tables: NoTables}); !errors.Is(err, ErrNothing) {
		t.Errorf("nothing to print gives %v", err)
	}
}

func TestTooLong(t *testing.T) {
	b := bulletin("zh-Hans", body(strings.Repeat("会", MaxText/3+1)))
	if _, err := Write(&bytes.Buffer{}, b, Options{}); err == nil || !strings.Contains(err.Error(), "split") {
		t.Errorf("got %v", err)
	}
}

func TestEmpty(t *testing.T) {
	out, _ := write(t, &formats.Bulletin{}, Options{})
	if got := extract(t, out); got != "— 1 —" {
		t.Errorf("got %q", got)
	}
}

func TestOwn(t *testing.T) {
	f := Format(Options{})
	var out bytes.Buffer
	if _, err := f.Write(&out, sample("zh-Hant")); err != nil {
		t.Fatal(err)
	}
	if !f.Own(out.Bytes()) {
		t.Error("our own PDF is not recognised")
	}
	if f.Own([]byte("%PDF-1.7 other")) || f.Own([]byte(ownMark)) {
		t.Error("another's file is taken for our own")
	}
}

// FuzzWrite holds that any text at all is set without loss.
func FuzzWrite(f *testing.F) {
	f.Add("会议（扩大）指出，“好”。", true)
	f.Add("\x00\xff𠮷\u0301\t🙂", false)
	f.Fuzz(func(t *testing.T, s string, traditional bool) {
		language := "zh-Hans"
		if traditional {
			language = "zh-Hant"
		}
		s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
		out, _ := write(t, bulletin(language, body(s)), Options{})
		if got := extract(t, out); !strings.Contains(got, s) {
			t.Errorf("%q comes back as %q", s, got)
		}
	})
}
