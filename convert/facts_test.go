package convert_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongbao/convert"
	"gongbao/formats"
	"gongbao/formats/text"
)

// parse reads and parses a document.
func parse(t testing.TB, src string) *formats.Bulletin {
	t.Helper()
	doc, err := text.Read([]byte(src), "test")
	if err != nil {
		t.Fatalf("%.200q: %v", src, err)
	}
	return convert.Parse(doc)
}

// row is a document and the facts of one kind in it, as one of the functions
// below shows them.
type row struct{ src, want string }

func check(t *testing.T, show func(*formats.Bulletin) string, rows []row) {
	t.Helper()
	for _, r := range rows {
		if got := show(parse(t, r.src)); got != r.want {
			t.Errorf("%s\n got %s\nwant %s", r.src, got, r.want)
		}
	}
}

// attendees shows persons as 姓名 职务,职务: roles, groups as {群体} 12名: roles
// and bodies as <机构>: roles.
func attendees(b *formats.Bulletin) string {
	return list(b.Attendees, func(a formats.Attendee) string {
		s := a.Name
		switch a.Kind {
		case formats.Group:
			s = "{" + s + "}"
		case formats.Body:
			s = "<" + s + ">"
		}
		if a.Surface != "" {
			s += "(" + string(a.Surface) + ")"
		}
		if len(a.Titles) > 0 {
			s += " " + strings.Join(a.Titles, ",")
		}
		if a.Count != nil {
			s += fmt.Sprintf(" %s%d%s", mark(a.Approximate, "~"), *a.Count, a.Unit)
		}
		if len(a.Excludes) > 0 {
			s += " without " + strings.Join(a.Excludes, ",")
		}
		return fmt.Sprint(s, ": ", words(a.Roles))
	})
}

// meetings shows 名称 6.5 @地点 (形式) <主办> by 主持.
func meetings(b *formats.Bulletin) string {
	return list(b.Meetings, func(m formats.Meeting) string {
		s := m.Name.Text
		if m.Term != nil || m.Session != nil {
			s += " " + number(m.Term) + "." + number(m.Session)
		}
		if m.Place != nil {
			s += " @" + m.Place.Text
		}
		if m.Form != nil {
			s += " (" + m.Form.Text + ")"
		}
		if m.Organizer != "" {
			s += " <" + string(m.Organizer) + ">"
		}
		if len(m.PresidedBy) > 0 {
			s += " by " + strings.Join(m.PresidedBy, ",")
		}
		return s
	})
}

// names shows the meetings' names alone.
func names(b *formats.Bulletin) string {
	return list(b.Meetings, func(m formats.Meeting) string { return m.Name.Text })
}

// date shows the day as EDTF and the basis of its year.
func date(b *formats.Bulletin) string {
	if b.Date == nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprint(b.Date.EDTF, " ", b.Date.Basis))
}

// priorities shows 引语: 主题 > 措施 + 措施 => 目标, with parents and owners.
func priorities(b *formats.Bulletin) string {
	return list(b.Priorities, func(p formats.Priority) string {
		s := string(p.Lead) + ":"
		if i := slices.IndexFunc(b.Priorities, func(q formats.Priority) bool { return q.ID == string(p.Parent) }); i >= 0 && b.Priorities[i].Theme != nil {
			s += " " + b.Priorities[i].Theme.Text + " /"
		}
		if p.Theme != nil {
			s += " " + p.Theme.Text + " >"
		}
		if len(p.Measures) > 0 {
			s += " " + quotes(p.Measures)
		}
		if p.Target != nil {
			s += " => " + p.Target.Text
		}
		return s
	})
}

// owners shows who is to do what by when: 牵头 with 配合 person 责任人 by day.
func owners(b *formats.Bulletin) string {
	return list(b.Priorities, func(p formats.Priority) string {
		var s []string
		if p.LeadUnit != nil {
			s = append(s, p.LeadUnit.Text)
		}
		if len(p.SupportUnits) > 0 {
			s = append(s, "with "+quotes(p.SupportUnits))
		}
		if len(p.Responsible) > 0 {
			s = append(s, "person "+quotes(p.Responsible))
		}
		if p.Deadline != nil {
			s = append(s, "by "+string(p.Deadline.EDTF))
		}
		return strings.Join(s, " ")
	})
}

// decisions shows 文字 = outcome for/against/abstain.
func decisions(b *formats.Bulletin) string {
	return list(b.Decisions, func(d formats.Decision) string {
		s := fmt.Sprint(d.Text, " = ", d.Outcome)
		if d.Votes != nil {
			s += fmt.Sprintf(" %s/%s/%s", number(d.Votes.For), number(d.Votes.Against), number(d.Votes.Abstain))
		}
		return s
	})
}

// appointments shows 姓名 act 职务.
func appointments(b *formats.Bulletin) string {
	return list(b.Appointments, func(a formats.Appointment) string { return fmt.Sprint(a.Person, " ", a.Act, " ", a.Post) })
}

// documents shows 《…》 and its status.
func documents(b *formats.Bulletin) string {
	return list(b.Documents, func(d formats.Document) string { return strings.TrimSpace(d.Title + " " + string(d.Status)) })
}

// paragraphs shows the paragraphs that are not plain body, with their kinds.
func paragraphs(b *formats.Bulletin) string {
	var out []string
	for _, p := range b.Text.Paragraphs {
		if p.Kind != formats.BodyParagraph {
			out = append(out, fmt.Sprintf("%s%s %s", p.Kind, mark(p.Level > 0, fmt.Sprint(p.Level)), p.Text))
		}
	}
	return strings.Join(out, "; ")
}

// codes shows the notes' codes.
func codes(b *formats.Bulletin) string {
	return list(b.Notes, func(n formats.Note) string { return n.Code })
}

// summary shows all facts of b, for messages.
func summary(b *formats.Bulletin) string {
	return strings.Join([]string{date(b), meetings(b), attendees(b), priorities(b), decisions(b), appointments(b), documents(b)}, "\n\t")
}

func list[T any](all []T, show func(T) string) string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = show(x)
	}
	return strings.Join(out, "; ")
}

func words[T ~string](all []T) string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = string(x)
	}
	return strings.Join(out, " ")
}

func quotes(all []formats.Quote) string {
	out := make([]string, len(all))
	for i, q := range all {
		out[i] = q.Text
	}
	return strings.Join(out, " + ")
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return fmt.Sprint(*n)
}

func mark(is bool, s string) string {
	if is {
		return s
	}
	return ""
}
