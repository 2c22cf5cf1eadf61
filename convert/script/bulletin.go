package script

import (
	"slices"
	"strings"

	"gongbao/formats"
)

// Bulletin returns a copy of b with its wording converted and Language set to
// zh-CN, zh-TW or zh-HK by the region of the profile. Names of persons are
// converted character by character, and are spelt the same wherever they
// stand; what quotes the source is what became of that place of it. Where the
// choice of a character was open, a note says so. Text.Source, places, codes
// and dates stay as they are.
func (c *Converter) Bulletin(b *formats.Bulletin) *formats.Bulletin {
	w := wording{c: c, names: persons(b), source: c.source([]byte(b.Text.Source))}
	w.text = b.Text.Source
	var t *trace
	w.out, t = c.follow(w.text, w.source, w.fixes(w.text))
	w.places = Map{t.units}
	out := *b
	out.Language = c.language()
	out.Text.Paragraphs = each(b.Text.Paragraphs, func(p *formats.Paragraph) { p.Text = w.at(p.Text, p.Span) })
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
		a.Post = w.convert(a.Post)
	})
	out.Documents = each(b.Documents, func(d *formats.Document) {
		d.Title = w.at(d.Title, d.Span)
		w.optional(&d.Status)
	})
	out.Figures = each(b.Figures, func(f *formats.Figure) {
		w.quote(&f.Quote)
		w.optional(&f.Metric)
		w.optional(&f.Unit)
	})
	out.Slogans = each(b.Slogans, w.quote)
	out.Notes = append(each(b.Notes, w.note), open(t.changes, out.Language)...)
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

// open returns a note for each of the characters that may well be another
// one.
func open(changes []Change, language string) []formats.Note {
	kind := formats.NoteKind{
		Code:  "script-open",
		Level: formats.Check,
		Hans:  "“%s”转换为“%s”，也可能是“%s”",
		Hant:  "「%s」轉為「%s」，也可能是「%s」",
	}
	var notes []formats.Note
	for _, c := range changes {
		if c.Alternatives != nil && strings.Contains("干发制复系钟冲面斗松卷征须表历", c.From) {
			at := formats.Span{Start: c.Start, End: c.End}
			notes = append(notes, kind.At(language, at, c.From, c.To, strings.Join(c.Alternatives, "、")))
		}
	}
	return notes
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
	text   string // the source of the bulletin
	out    string // what became of it
	places Map
}

// each returns a copy of list with f applied to every element.
func each[T any](list []T, f func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		f(&list[i])
	}
	return list
}

// at converts a text that stands at a place of the source: it is what became
// of that place, unless the text is not the source's.
func (w *wording) at(s string, at formats.Span) string {
	if s != "" && 0 <= at.Start && at.Start <= at.End && at.End <= len(w.text) && w.text[at.Start:at.End] == s {
		start, end := w.places.Output(at.Start), w.places.Output(at.End)
		if w.places.Source(start) == at.Start && w.places.Source(end) == at.End {
			return w.out[start:end]
		}
	}
	return w.convert(s)
}

// convert converts a text around the names in it.
func (w *wording) convert(s string) string {
	out, _ := w.c.follow(s, w.source, w.fixes(s))
	return out
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

func (w *wording) optional(o *formats.Optional) { *o = formats.Optional(w.convert(string(*o))) }

func (w *wording) quote(q *formats.Quote) { q.Text = w.at(q.Text, q.Span) }

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
	return each(list, func(s *string) { *s = w.convert(*s) })
}

func (w *wording) note(n *formats.Note) { n.Message = w.convert(n.Message) }

func (w *wording) date(d *formats.Date) *formats.Date {
	if d == nil {
		return nil
	}
	out := *d
	out.Text = w.at(d.Text, d.At)
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
	convert := w.convert
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
