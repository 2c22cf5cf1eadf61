package pdf

import (
	"fmt"
	"strings"
	"testing"

	"gongbao/formats"
)

// TestHostile holds that no value of a bulletin, however strange, does more
// than look strange.
func TestHostile(t *testing.T) {
	values := []string{
		"", " ", "\n\n", "\xff\xfe", "\x00", "(\\) Tj ET <>] /x", "<&>\"'", "%s%d\n%n", strings.Repeat("长", 3000), strings.Repeat("x", 500),
		"\u202e\u202e\u2066", strings.Repeat("\u0301", 300), strings.Repeat("\n", 500), "\U0010FFFF", "a\tb\tc", "＝1+1",
	}
	for i, v := range values {
		b := bulletin("zh-Hans", body(v), formats.Paragraph{Kind: formats.TitleParagraph, Text: v}, formats.Paragraph{Kind: "other", Level: -3, Text: v},
			formats.Paragraph{Kind: formats.HeadingParagraph, Level: 99, Text: v}, formats.Paragraph{Kind: formats.TableParagraph, Text: v})
		b.Language = []string{"zh-Hans", "zh-Hant", v}[i%3]
		quote := &formats.Quote{Text: v, Span: formats.Span{Start: -1, End: 1 << 30}}
		b.Title, b.Issuer = quote, quote
		b.Date = &formats.Date{Start: formats.Optional(v), End: formats.Optional(v)}
		b.Meetings = []formats.Meeting{{Name: *quote}}
		for range 3 {
			b.Attendees = append(b.Attendees, formats.Attendee{Kind: formats.Person, Name: v, Titles: []string{v, v}, Organization: formats.Optional(v), Spans: []formats.Span{{Start: 5, End: 2}}})
			b.Priorities = append(b.Priorities, formats.Priority{ID: v, Parent: formats.Optional(v), Theme: quote, Measures: []formats.Quote{*quote}, Target: quote})
		}
		for _, profile := range Profiles() {
			out, _ := write(t, b, Options{Profile: Profile(profile), NoData: true, Head: Head{v, v, v, v, v, v}})
			if got := extract(t, out); i > 5 && len(got) < len(strings.TrimSpace(v))/3 {
				t.Errorf("%s: %.20q is lost", profile, v)
			}
		}
	}
}

// TestManyRows holds that a long table is set whole.
func TestManyRows(t *testing.T) {
	b := bulletin("zh-Hans", body("会议"))
	for i := range 2000 {
		b.Attendees = append(b.Attendees, formats.Attendee{Kind: formats.Person, Name: fmt.Sprintf("人%04d", i), Titles: []string{"代表"}})
	}
	out, _ := write(t, b, Options{})
	got := extract(t, out)
	for _, a := range b.Attendees {
		if !strings.Contains(got, a.Name) {
			t.Fatalf("%s is lost", a.Name)
		}
	}
}
