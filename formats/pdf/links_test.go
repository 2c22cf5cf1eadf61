package pdf

import (
	"regexp"
	"strings"
	"testing"

	"gongbao/formats"
)

// TestLinks holds that a row leads to the line that its fact stands in.
func TestLinks(t *testing.T) {
	filler := body(strings.Repeat("会议强调，要抓好落实。", 200))
	b := bulletin("zh-Hans", filler, filler, body("　　"+strings.Repeat("各县区要抓好落实，", 12)+"柏青原出席会议。"))
	at := strings.Index(b.Text.Source, "柏青原")
	b.Attendees = []formats.Attendee{{
		Kind: formats.Person, Name: "柏青原", Roles: []formats.Role{formats.Attended},
		Spans: []formats.Span{{Start: at, End: at + len("柏青原")}},
	}}
	pages := set(t, b, Options{})
	want := spot{}
	for i, page := range pages {
		for _, run := range page.Runs {
			text := ""
			for _, g := range run.Glyphs {
				text += string(g.Rune)
			}
			if run.Place.Block == 2 && strings.Contains(text, "柏青") {
				want = spot{i, page.Height - run.Y + 1.5*run.Size}
			}
		}
	}
	c := newCast(b.Language, nil)
	d := compose(b, Options{}, plain(), c)
	links := annotations(d, pages)
	if len(links) != 2 || links[0].to != want || links[1].to != want || want.page == 0 {
		t.Errorf("%d links, the first to %+v, want %+v", len(links), links[0].to, want)
	}
	out, _ := write(t, b, Options{})
	f := objects(t, out)
	count := 0
	for _, body := range f {
		if regexp.MustCompile(`/Subtype/Link.*/F 4/`).Match(body) {
			count++
		}
	}
	if count != 2 {
		t.Errorf("%d links in the file", count)
	}
	find(t, f, `^<</S/Link/P \d+ 0 R/Pg .*<</Type/OBJR/Obj`)
}
