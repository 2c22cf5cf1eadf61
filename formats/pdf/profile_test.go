package pdf

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"gongbao/fonts/kai"
	"gongbao/formats"
	"gongbao/formats/layout"
)

func set(t *testing.T, b *formats.Bulletin, o Options) []layout.Page {
	t.Helper()
	look, ok := o.Profile.design()
	if !ok {
		t.Fatalf("no profile %q", o.Profile)
	}
	c := newCast(b.Language, o.Fonts)
	d := compose(b, o, look, c)
	return layout.Pages(d.blocks, c, d.page)
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.2*millimetre }

// TestGrid holds the type area of GB/T 9704: 22 lines of 28 characters.
func TestGrid(t *testing.T) {
	pages := set(t, bulletin("zh-Hans", body(strings.Repeat("国", 28*22*3-2))), Options{Profile: GB9704, Tables: NoTables})
	if len(pages) != 3 {
		t.Fatalf("%d pages, want 3", len(pages))
	}
	for _, page := range pages {
		lines := 0
		for _, run := range page.Runs {
			if run.Place.Block < 0 {
				continue
			}
			lines++
			first, last := run.Glyphs[0], run.Glyphs[len(run.Glyphs)-1]
			if full := len(run.Glyphs) == 28; full && (!near(first.X, 28*millimetre) || !near(last.X+run.Size, 184*millimetre)) {
				t.Errorf("page %d line %d stands from %.2f to %.2f mm", page.Number, lines, first.X/millimetre, (last.X+run.Size)/millimetre)
			} else if !full && (page.Number > 1 || lines > 1) {
				t.Errorf("page %d line %d has %d characters", page.Number, lines, len(run.Glyphs))
			}
			if want := 37*millimetre + (float64(lines)-0.5)*225/22*millimetre + 0.38*16; !near(run.Y, want) {
				t.Errorf("page %d line %d at %.2f mm, want %.2f", page.Number, lines, run.Y/millimetre, want/millimetre)
			}
		}
		if lines != 22 {
			t.Errorf("page %d has %d lines", page.Number, lines)
		}
	}
}

func TestFolioAtOuterEdge(t *testing.T) {
	pages := set(t, bulletin("zh-Hans", body(strings.Repeat("国", 28*22*2))), Options{Profile: GB9704, Tables: NoTables})
	for _, page := range pages {
		run := page.Runs[len(page.Runs)-1]
		first, last := run.Glyphs[0].X, run.Glyphs[len(run.Glyphs)-1].X+run.Size
		if odd := page.Number%2 == 1; odd && !near(last, 184*millimetre-14) || !odd && !near(first, 28*millimetre+14) {
			t.Errorf("the number of page %d stands from %.2f to %.2f mm", page.Number, first/millimetre, last/millimetre)
		}
	}
}

func TestOfficialHead(t *testing.T) {
	b := sample("zh-Hans")
	pages := set(t, b, Options{Profile: GB9704, Head: Head{
		Organ: "云溪市人民政府", Number: "云政纪〔2024〕12号", Signer: "柏青原",
		Copies: "各县区人民政府", Printer: "云溪市人民政府办公室", Printed: "2024年3月8日",
	}})
	organ := pages[0].Runs[0]
	if organ.Ink != layout.Red || !near(organ.Y-0.88*organ.Size, (37+35)*millimetre) {
		t.Errorf("the mark stands %.2f mm down in ink %d", organ.Y/millimetre, organ.Ink)
	}
	number := pages[0].Runs[1]
	rule := pages[0].Rules[0]
	if rule.Ink != layout.Red || !near(rule.Y1-number.Y-0.12*16, 4*millimetre) || !near(rule.X2-rule.X1, 156*millimetre) {
		t.Errorf("the red line stands %.2f mm down", rule.Y1/millimetre)
	}
	var foot *layout.Page
	for i := range pages {
		if n := len(pages[i].Rules); n >= 3 && pages[i].Rules[n-1].Width > 0.9 {
			foot = &pages[i]
		}
	}
	if foot == nil {
		t.Fatal("no page has the record of copies")
	}
	if last := foot.Rules[len(foot.Rules)-1]; !near(last.Y1, 262*millimetre) || !near(last.Width, 0.35*millimetre) {
		t.Errorf("the last line is %.2f mm down and %.2f mm wide", last.Y1/millimetre, last.Width/millimetre)
	}
}

// TestSignature holds that the day begins two characters right of the body's
// name, and that the longer of them ends two characters from the edge.
func TestSignature(t *testing.T) {
	sign := func(s string) formats.Paragraph { return formats.Paragraph{Kind: formats.SignatureParagraph, Text: s} }
	for _, organ := range []string{"市政府", "云溪市人民政府办公室会议秘书处"} {
		runs := set(t, bulletin("zh-Hans", sign(organ), sign("二〇二四年三月八日")), Options{Profile: GB9704})[0].Runs
		if d := (runs[1].Glyphs[0].X - runs[0].Glyphs[0].X) / 16; math.Abs(d-2) > 0.1 {
			t.Errorf("%s: the day begins %.2f characters right of it", organ, d)
		}
		end := 0.0
		for _, r := range runs[:2] {
			end = max(end, r.Glyphs[len(r.Glyphs)-1].X+16)
		}
		if d := (184*millimetre - end) / 16; math.Abs(d-2) > 0.1 {
			t.Errorf("%s: it ends %.2f characters from the edge", organ, d)
		}
	}
}

func TestMarker(t *testing.T) {
	for text, want := range map[string][2]int{
		"一、关于": {6, 1}, "十二、关于": {9, 1}, "（一）任务": {9, 2}, "(一)任务": {5, 2}, "1.要求": {2, 3}, "12．要求": {5, 3},
		"（1）要求": {7, 4}, "(12)要求": {4, 4}, "3.5亿元": {0, 0}, "一年来": {0, 0}, "会议": {0, 0}, "": {0, 0}, "（扩大）": {0, 0}, "2024年": {0, 0},
	} {
		if size, level := marker(text); size != want[0] || level != want[1] {
			t.Errorf("%q: %d bytes of level %d", text, size, level)
		}
	}
}

func TestHeadingFaces(t *testing.T) {
	b := bulletin("zh-Hans", body("一、关于航道整治。会议强调，要分段实施。"), body("（一）任务分工。各县区配合。"), body("1.资金。"))
	got := map[layout.Role]string{}
	for _, run := range set(t, b, Options{Profile: GB9704, Tables: NoTables})[0].Runs {
		for _, g := range run.Glyphs {
			got[run.Role] += string(g.Rune)
		}
	}
	if got[layout.Hei] != "一、关于航道整治。" || got[layout.Kai] != "（一）任务分工。" {
		t.Errorf("headings %q", got)
	}
}

func TestAttendanceList(t *testing.T) {
	b := sample("zh-Hans")
	b.Attendees = append(b.Attendees, formats.Attendee{Kind: formats.Group, Name: "各县区负责人", Roles: []formats.Role{formats.Nonvoting}})
	out, _ := write(t, b, Options{Profile: GB9704, Tables: Attendees})
	if got := extract(t, out); !strings.Contains(got, "出席：柏青原（市长）、𠮷文远（市长）、欧阳若汐（市长）") || !strings.Contains(got, "列席：各县区负责人") {
		t.Errorf("got %q", got)
	}
}

func TestProfilesKeepText(t *testing.T) {
	for _, profile := range Profiles() {
		for _, language := range []string{"zh-Hans", "zh-Hant"} {
			b := sample(language)
			out, _ := write(t, b, Options{Profile: Profile(profile)})
			got := extract(t, out)
			for _, p := range b.Text.Paragraphs {
				if !strings.Contains(got, p.Text) {
					t.Errorf("%s lacks %q", profile, p.Text)
				}
			}
		}
	}
	if _, err := Write(&bytes.Buffer{}, sample(""), Options{Profile: "a0"}); err == nil || !strings.Contains(err.Error(), "gb9704") {
		t.Errorf("an unknown profile gives %v", err)
	}
}

func TestGivenFont(t *testing.T) {
	b := sample("zh-Hans")
	_, notes := write(t, b, Options{Profile: GB9704})
	if len(notes) != 2 || notes[0].Code != "face-substituted" {
		t.Errorf("notes %v", notes)
	}
	out, notes := write(t, b, Options{Profile: GB9704, Fonts: []Font{{layout.FangSong, kai.Face()}, {layout.BiaoSong, kai.Face()}}})
	if len(notes) != 0 {
		t.Errorf("notes %v", notes)
	}
	if got := extract(t, out); !strings.Contains(got, "𠮷文远") {
		t.Error("a name is lost")
	}
	for word, want := range map[string]layout.Role{"song": layout.Song, "xiaobiaosong": layout.BiaoSong} {
		if role, ok := RoleNamed(word); !ok || role != want {
			t.Errorf("%s is role %v", word, role)
		}
	}
	if _, ok := RoleNamed("arial"); ok {
		t.Error("arial is a role")
	}
	for role := layout.Song; role <= layout.BiaoSong; role++ {
		for _, name := range FontFiles(role) {
			if name != strings.ToLower(name) || !strings.Contains(name, ".tt") {
				t.Errorf("%s is no name of a TrueType file in lower case", name)
			}
		}
	}
}
