package script

import (
	"slices"
	"strings"

	"gongbao/formats"
)

// Bulletin returns a copy of b with its wording converted and Language set to
// zh-CN, zh-TW or zh-HK by the region of the profile. Names of persons are
// converted character by character, and are spelt the same wherever they
// stand. Text.Source, places, codes and dates stay as they are.
func (c *Converter) Bulletin(b *formats.Bulletin) *formats.Bulletin {
	w := wording{c: c, names: persons(b), source: c.source([]byte(b.Text.Source))}
	out := *b
	out.Language = c.language()
	out.Text.Paragraphs = each(b.Text.Paragraphs, func(p *formats.Paragraph) { p.Text = w.text(p.Text) })
	out.Text.Notes = each(b.Text.Notes, w.note)
	out.Title = w.optionalQuote(b.Title)
	out.Issuer = w.optionalQuote(b.Issuer)
	out.Date = w.date(b.Date)
	out.Meetings = each(b.Meetings, w.meeting)
	out.Attendees = each(b.Attendees, w.attendee)
	out.Priorities = each(b.Priorities, w.priority)
	out.Decisions = each(b.Decisions, w.decision)
	out.Appointments = each(b.Appointments, func(a *formats.Appointment) {
		a.Person = w.name(a.Person)
		a.Post = w.text(a.Post)
	})
	out.Documents = each(b.Documents, func(d *formats.Document) {
		d.Title = w.text(d.Title)
		w.optional(&d.Status)
	})
	out.Figures = each(b.Figures, func(f *formats.Figure) {
		w.quote(&f.Quote)
		w.optional(&f.Metric)
		w.optional(&f.Unit)
	})
	out.Slogans = each(b.Slogans, w.quote)
	out.Notes = each(b.Notes, w.note)
	return &out
}

// language returns the BCP 47 tag of the profile's output.
func (c *Converter) language() string {
	switch to := c.profile[strings.LastIndexByte(c.profile, '2')+1:]; strings.TrimSuffix(to, "p") {
	case "tw":
		return "zh-TW"
	case "hk":
		return "zh-HK"
	case "t":
		return "zh-Hant"
	case "jp":
		return "ja"
	}
	return "zh-CN"
}

// persons returns the names of persons in b, longest first.
func persons(b *formats.Bulletin) []string {
	var names []string
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, a := range b.Attendees {
		if a.Kind == formats.Person {
			add(a.Name)
			add(string(a.Surface))
		}
	}
	for _, a := range b.Appointments {
		add(a.Person)
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}

// wording converts the text of one bulletin.
type wording struct {
	c      *Converter
	names  []string
	source source
}

// each returns a copy of list with f applied to every element.
func each[T any](list []T, f func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		f(&list[i])
	}
	return list
}

// text converts a text around the names in it.
func (w *wording) text(s string) string {
	g := w.c.segmenter(w.source)
	g.fixes = w.fixes(s)
	var out []byte
	if w.c.prose == nil {
		out, _ = w.c.exact.append(nil, []byte(s), true)
	} else {
		out, _ = g.append(nil, []byte(s), true)
	}
	return string(out)
}

// fixes returns where names stand in s.
func (w *wording) fixes(s string) []fix {
	var list []fix
	for at := 0; at < len(s); {
		end, name := len(s), ""
		for _, n := range w.names {
			if i := strings.Index(s[at:end], n); i >= 0 {
				end, name = at+i, n
			}
		}
		if name != "" {
			list = append(list, fix{end, end + len(name), w.name(name), NameRule})
		}
		at = end + len(name)
	}
	return list
}

// name converts a name character by character.
func (w *wording) name(s string) string { return w.c.name(s, w.source) }

func (w *wording) optional(o *formats.Optional) { *o = formats.Optional(w.text(string(*o))) }

func (w *wording) quote(q *formats.Quote) { q.Text = w.text(q.Text) }

func (w *wording) optionalQuote(q *formats.Quote) *formats.Quote {
	if q == nil {
		return nil
	}
	out := *q
	w.quote(&out)
	return &out
}

func (w *wording) quotes(list []formats.Quote) []formats.Quote { return each(list, w.quote) }

func (w *wording) texts(list []string) []string {
	return each(list, func(s *string) { *s = w.text(*s) })
}

func (w *wording) note(n *formats.Note) { n.Message = w.text(n.Message) }

func (w *wording) date(d *formats.Date) *formats.Date {
	if d == nil {
		return nil
	}
	out := *d
	out.Text = w.text(d.Text)
	return &out
}

func (w *wording) meeting(m *formats.Meeting) {
	w.quote(&m.Name)
	w.optional(&m.Organizer)
	m.Term = clone(m.Term)
	m.Session = clone(m.Session)
	m.Place = w.optionalQuote(m.Place)
	m.Form = w.optionalQuote(m.Form)
	m.PresidedBy = w.texts(m.PresidedBy)
}

func (w *wording) attendee(a *formats.Attendee) {
	convert := w.text
	if a.Kind == formats.Person {
		convert = w.name
	}
	a.Name = convert(a.Name)
	a.Surface = formats.Optional(convert(string(a.Surface)))
	a.Alternatives = each(a.Alternatives, func(s *string) { *s = convert(*s) })
	a.Titles = w.texts(a.Titles)
	w.optional(&a.Organization)
	a.Roles = slices.Clone(a.Roles)
	a.Count = clone(a.Count)
	w.optional(&a.Unit)
	a.Excludes = w.texts(a.Excludes)
	a.Spans = slices.Clone(a.Spans)
	a.Why = slices.Clone(a.Why)
}

func (w *wording) priority(p *formats.Priority) {
	w.optional(&p.Lead)
	w.optional(&p.Speaker)
	p.Theme = w.optionalQuote(p.Theme)
	p.Measures = w.quotes(p.Measures)
	p.Target = w.optionalQuote(p.Target)
	p.LeadUnit = w.optionalQuote(p.LeadUnit)
	p.SupportUnits = w.quotes(p.SupportUnits)
	p.Responsible = w.quotes(p.Responsible)
	p.Deadline = w.date(p.Deadline)
}

func (w *wording) decision(d *formats.Decision) {
	w.quote(&d.Quote)
	w.optional(&d.Document)
	if d.Votes == nil {
		return
	}
	votes := *d.Votes
	votes.For, votes.Against, votes.Abstain = clone(votes.For), clone(votes.Against), clone(votes.Abstain)
	d.Votes = &votes
}

func clone(n *int) *int {
	if n == nil {
		return nil
	}
	out := *n
	return &out
}
