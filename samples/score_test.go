package samples_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"gongbao/convert"
	"gongbao/formats"
	"gongbao/formats/text"
)

// parsed runs the program's first half over a sample.
func parsed(t testing.TB, name string, src []byte) *formats.Bulletin {
	t.Helper()
	in, err := text.Read(src, name+".txt")
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return convert.Parse(in)
}

// TestScores holds the parser to the floors of floor.tsv over our samples.
func TestScores(t *testing.T) {
	s := scores{}
	for _, name := range names(t) {
		s.compare(t, name, annotation(t, name), found(parsed(t, name, sample(t, name))))
	}
	s.check(t, "floor.tsv")
}

// compare adds one document, and under -v says what differs.
func (s scores) compare(t *testing.T, name string, want, got gold) {
	s.add(want, got)
	if testing.Verbose() {
		for _, d := range differences(want, got) {
			t.Logf("%s: %s", name, d)
		}
	}
}

// check fails for each measure below its floor, and for a floor of no measure.
// Every line of a floor file is a measure, a tab and the least F1 allowed.
func (s scores) check(t *testing.T, file string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	floored := map[string]bool{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), "\t")
		floor, err := strconv.ParseFloat(value, 64)
		got, known := s[name]
		switch {
		case err != nil || !known:
			t.Errorf("%s: cannot use the line %q", file, lines.Text())
		case got.f1() < floor:
			t.Errorf("%s is %.3f (%d right, %d found, %d wanted), below its floor %.3f", name, got.f1(), got.hit, got.found, got.want, floor)
		default:
			t.Logf("%-12s %.3f (%d right, %d found, %d wanted), floor %.3f", name, got.f1(), got.hit, got.found, got.want, floor)
		}
		floored[name] = true
	}
	for _, name := range s.names() {
		if !floored[name] {
			t.Errorf("%s has no floor for %s, now %.3f", file, name, s[name].f1())
		}
	}
}

// found is what a bulletin says, in the shape of an annotation.
func found(b *formats.Bulletin) gold {
	g := gold{Title: quoted(b.Title), Source: quoted(b.Issuer)}
	if b.Date != nil {
		g.Date = optional(b.Date.Start)
	}
	for _, m := range b.Meetings {
		g.Meetings = append(g.Meetings, goldMeeting{Name: m.Name.Text})
	}
	for _, a := range b.Attendees {
		g.Attendance = append(g.Attendance, foundAttendee(a)...)
	}
	for _, p := range b.Priorities {
		g.Priorities = append(g.Priorities, foundPriority(p))
	}
	for _, d := range b.Decisions {
		g.Decisions = append(g.Decisions, d.Text)
	}
	for _, a := range b.Appointments {
		g.Appointments = append(g.Appointments, goldAppointment{Person: a.Person, Post: a.Post, Act: string(a.Act)})
	}
	for _, d := range b.Documents {
		g.Documents = append(g.Documents, d.Title)
	}
	return g
}

// foundAttendee is one entry for each role.
func foundAttendee(a formats.Attendee) []goldAttendee {
	entry := goldAttendee{Titles: a.Titles, Count: a.Count}
	if a.Kind == formats.Person {
		entry.Name = &a.Name
	} else {
		entry.BodyOrGroup = &a.Name
	}
	var out []goldAttendee
	for _, role := range a.Roles {
		entry.Role = string(role)
		if role == formats.Directed {
			entry.Role = "mentioned_leader"
		}
		out = append(out, entry)
	}
	return out
}

func foundPriority(p formats.Priority) goldPriority {
	out := goldPriority{Theme: quoted(p.Theme), Items: texts(p.Measures), Target: quoted(p.Target), LeadUnit: quoted(p.LeadUnit), SupportUnits: texts(p.SupportUnits)}
	if p.Deadline != nil {
		out.Deadline = &p.Deadline.Text
	}
	return out
}

func quoted(q *formats.Quote) *string {
	if q == nil {
		return nil
	}
	return &q.Text
}

func optional(o formats.Optional) *string {
	if o == "" {
		return nil
	}
	s := string(o)
	return &s
}

func texts(quotes []formats.Quote) []string {
	return list(quotes, func(q formats.Quote) []string { return []string{q.Text} })
}
