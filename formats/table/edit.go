package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongbao/formats"
)

// Edit is a row of a table as a person left it.
type Edit struct {
	Key     string            // of the table
	Origin  Origin            // the fact that the row shows
	Values  map[string]string // the text of each cell now, by column; a day as ISO 8601
	Changed []string          // the columns whose cells differ from the table's, in its order
}

// Apply changes b as an edited row says and returns the columns whose change
// the bulletin has no field for. An error says which value is not understood
// and what to write instead; b is unchanged then.
func Apply(b *formats.Bulletin, e Edit, language string) (unheld []string, err error) {
	var apply func(*formats.Bulletin, Edit, string, string) (bool, error)
	switch e.Key {
	case "attendees", "sign-in":
		apply = editAttendee
	case "priorities":
		apply = editPriority
	case "meeting":
		apply = editMeeting
	case "decisions":
		apply = editDecision
	case "appointments":
		apply = editAppointment
	default:
		return e.Changed, nil
	}
	before := copied(b)
	for _, column := range e.Changed {
		held, err := apply(b, e, column, language)
		if err != nil {
			*b = before
			return nil, err
		}
		if !held {
			unheld = append(unheld, column)
		}
	}
	return unheld, nil
}

// Remove takes facts whose rows were deleted out of b; false if facts of the
// table cannot be removed.
func Remove(b *formats.Bulletin, key string, origins []Origin) bool {
	gone := make([]int, len(origins))
	for i, o := range origins {
		gone[i] = o.Index
	}
	switch key {
	case "attendees", "sign-in":
		b.Attendees = without(b.Attendees, gone)
	case "priorities":
		removePriorities(b, origins)
	case "decisions":
		b.Decisions = without(b.Decisions, gone)
	case "appointments":
		b.Appointments = without(b.Appointments, gone)
	case "documents":
		b.Documents = without(b.Documents, gone)
	case "figures":
		b.Figures = without(b.Figures, gone)
	default:
		return false
	}
	return true
}

// without is a list without the elements at some indexes.
func without[T any](list []T, gone []int) []T {
	var rest []T
	for i, v := range list {
		if !slices.Contains(gone, i) {
			rest = append(rest, v)
		}
	}
	return rest
}

// copied is a copy of b as deep as edits go.
func copied(b *formats.Bulletin) formats.Bulletin {
	c := *b
	c.Meetings = slices.Clone(b.Meetings)
	c.Attendees = slices.Clone(b.Attendees)
	c.Priorities = slices.Clone(b.Priorities)
	for i := range c.Priorities {
		c.Priorities[i].Measures = slices.Clone(c.Priorities[i].Measures)
	}
	c.Decisions = slices.Clone(b.Decisions)
	c.Appointments = slices.Clone(b.Appointments)
	return c
}

// items splits a list as cells write it.
func items(s string) []string {
	var list []string
	for item := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune("、，,；;\n", r) }) {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

// reworded is a quote with another text in the same place; nil if it is
// blank.
func reworded(q *formats.Quote, s string) *formats.Quote {
	if s == "" {
		return nil
	}
	var at formats.Span
	if q != nil {
		at = q.Span
	}
	return &formats.Quote{Text: s, Span: at}
}

// rewordedList is reworded for lists: what keeps its text keeps its place.
func rewordedList(qs []formats.Quote, texts []string) []formats.Quote {
	var list []formats.Quote
	for _, s := range texts {
		i := slices.IndexFunc(qs, func(q formats.Quote) bool { return q.Text == s })
		if i < 0 {
			list = append(list, formats.Quote{Text: s})
			continue
		}
		list = append(list, qs[i])
	}
	return list
}

// edited is the date that a person wrote in a cell.
func edited(d *formats.Date, s string) *formats.Date {
	if s == "" {
		return nil
	}
	n := formats.Date{Text: s, Basis: formats.BasisStated}
	if d != nil {
		n.At = d.At
	}
	if iso, ok := isoDay(s); ok {
		n.Start, n.EDTF = formats.Optional(iso), formats.Optional(iso)
	} else {
		n.Basis = ""
	}
	return &n
}

// isoDay reads a day as people write it in cells.
func isoDay(s string) (string, bool) {
	for _, layout := range []string{time.DateOnly, "2006年1月2日", "2006-1-2", "2006/1/2", "2006.1.2"} {
		if day, err := time.Parse(layout, s); err == nil {
			return day.Format(time.DateOnly), true
		}
	}
	return "", false
}

// number reads a whole number; a blank cell states none.
func wholeNumber(s string) (*int, error) {
	if s == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return nil, fmt.Errorf("%q is no number of at least 0: write digits only, or leave the cell blank", s)
	}
	return &n, nil
}

// oneOf finds the value that a fixed word of a table stands for.
func oneOf[T ~string](s, language string, word func(T) words, values ...T) (T, error) {
	var known []string
	for _, v := range values {
		name := word(v).in(language)
		if s == name {
			return v, nil
		}
		known = append(known, name)
	}
	return "", fmt.Errorf("%q is not known here: write one of %s", s, strings.Join(known, ", "))
}

func editMeeting(b *formats.Bulletin, e Edit, column, _ string) (bool, error) {
	if column != "content" {
		return false, nil
	}
	s := e.Values[column]
	switch e.Origin.Part {
	case titleItem:
		b.Title = reworded(b.Title, s)
		return true, nil
	case issuerItem:
		b.Issuer = reworded(b.Issuer, s)
		return true, nil
	case dateItem:
		b.Date = edited(b.Date, s)
		return true, nil
	case sloganItem, sourceItem, basisItem, kindItem:
		return false, nil
	}
	if e.Origin.Index == len(b.Meetings) {
		b.Meetings = append(b.Meetings, formats.Meeting{})
	}
	m := &b.Meetings[e.Origin.Index]
	var err error
	switch e.Origin.Part {
	case nameItem:
		m.Name.Text = s
	case organizerItem:
		m.Organizer = formats.Optional(s)
	case termItem:
		m.Term, err = wholeNumber(s)
	case sessionItem:
		m.Session, err = wholeNumber(s)
	case placeItem:
		m.Place = reworded(m.Place, s)
	case formItem:
		m.Form = reworded(m.Form, s)
	case chairItem:
		m.PresidedBy = items(s)
	}
	return true, err
}

func editDecision(b *formats.Bulletin, e Edit, column, language string) (bool, error) {
	d := &b.Decisions[e.Origin.Index]
	s := e.Values[column]
	var err error
	switch column {
	case "decision":
		d.Text = s
	case "document":
		d.Document = formats.Optional(s)
	case "outcome":
		d.Outcome, err = oneOf(s, language, outcomeWord, formats.Adopted, formats.AdoptedInPrinciple, formats.Approved,
			formats.Noted, formats.Deferred, formats.Rejected)
	case "for", "against", "abstain":
		err = editVotes(d, e.Values)
	default:
		return false, nil
	}
	return true, err
}

func editVotes(d *formats.Decision, values map[string]string) error {
	var votes formats.Votes
	for _, v := range []struct {
		column string
		count  **int
	}{{"for", &votes.For}, {"against", &votes.Against}, {"abstain", &votes.Abstain}} {
		n, err := wholeNumber(values[v.column])
		if err != nil {
			return err
		}
		*v.count = n
	}
	d.Votes = &votes
	if votes == (formats.Votes{}) {
		d.Votes = nil
	}
	return nil
}

func editAppointment(b *formats.Bulletin, e Edit, column, language string) (bool, error) {
	a := &b.Appointments[e.Origin.Index]
	s := e.Values[column]
	var err error
	switch column {
	case "person":
		a.Person = s
	case "post":
		a.Post = s
	case "act":
		a.Act, err = oneOf(s, language, actWord, formats.Appointed, formats.Elected, formats.Removed, formats.Resigned, formats.CoOpted)
	default:
		return false, nil
	}
	return true, err
}
