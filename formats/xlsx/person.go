package xlsx

import (
	"slices"
	"strings"

	"gongbao/formats"
)

// person is one human being as far as names and posts can tell, over many
// bulletins.
type person struct {
	name     string
	titles   []string // every title seen
	richest  []string // the longest list of titles seen at once
	unit     string
	homonym  bool            // somebody else has the same name
	attended map[int]partake // by number of the bulletin
}

// partake is what a person did at one meeting.
type partake struct {
	category string
	roles    []formats.Role
}

// people tells persons of many bulletins apart: two of the same name are one
// if they share a title. A name without a title is whoever has the name,
// unless several have.
type people struct {
	byName map[string][]*person
	order  []*person // by first appearance, with those that became one of others
	bare   []mention // names without a title, which wait for the rest
}

type mention struct {
	name   string
	number int
	partake
}

// add counts a person's part in bulletin number.
func (p *people) add(a formats.Attendee, number int, part partake) {
	if len(a.Titles) == 0 {
		p.bare = append(p.bare, mention{a.Name, number, part})
		return
	}
	var found *person
	known := p.byName[a.Name]
	for i := 0; i < len(known); i++ {
		switch {
		case !shareTitle(known[i].titles, a.Titles):
		case found == nil:
			found = known[i]
		default:
			found.absorb(known[i])
			known = slices.Delete(known, i, i+1)
			i--
		}
	}
	if found == nil {
		found = p.create(a.Name)
		known = append(known, found)
	}
	p.byName[a.Name] = known
	found.learn(a.Titles, a.Titles, string(a.Organization))
	found.attend(number, part)
}

func (p *people) create(name string) *person {
	if p.byName == nil {
		p.byName = map[string][]*person{}
	}
	n := &person{name: name, attended: map[int]partake{}}
	p.order = append(p.order, n)
	return n
}

func shareTitle(a, b []string) bool {
	return slices.ContainsFunc(a, func(title string) bool { return slices.Contains(b, title) })
}

// learn adds the titles of a mention to what is known of a person.
func (n *person) learn(titles, richest []string, unit string) {
	for _, title := range titles {
		if !slices.Contains(n.titles, title) {
			n.titles = append(n.titles, title)
		}
	}
	if len(richest) > len(n.richest) {
		n.richest, n.unit = richest, unit
	}
}

// attend adds a part in bulletin number to what a person did there.
func (n *person) attend(number int, part partake) {
	before, ok := n.attended[number]
	if ok {
		for _, r := range before.roles {
			if !slices.Contains(part.roles, r) {
				part.roles = append(slices.Clone(part.roles), r)
			}
		}
		part.category = before.category
	}
	n.attended[number] = part
}

// absorb makes other, of the same name, the same person.
func (n *person) absorb(other *person) {
	n.learn(other.titles, other.richest, other.unit)
	for number, part := range other.attended {
		n.attend(number, part)
	}
	other.attended = nil
}

// all gives the names without titles to their persons and returns everybody,
// who attended most first.
func (p *people) all() []*person {
	for _, m := range p.bare {
		known := p.byName[m.name]
		n := (*person)(nil)
		switch untitled := slices.IndexFunc(known, func(n *person) bool { return len(n.titles) == 0 }); {
		case untitled >= 0:
			n = known[untitled]
		case len(known) == 1:
			n = known[0]
		default:
			n = p.create(m.name)
			p.byName[m.name] = append(known, n)
		}
		n.attend(m.number, m.partake)
	}
	p.bare = nil
	var all []*person
	for _, n := range p.order {
		if n.attended != nil {
			n.homonym = len(p.byName[n.name]) > 1
			all = append(all, n)
		}
	}
	slices.SortStableFunc(all, func(a, b *person) int { return b.presences() - a.presences() })
	return all
}

// presences is at how many meetings a person was.
func (n *person) presences() int {
	count := 0
	for _, part := range n.attended {
		if part.present() {
			count++
		}
	}
	return count
}

// present reports whether a part is one of somebody who was there.
func (p partake) present() bool {
	return p.category != "" && !slices.Contains(p.roles, formats.Absent)
}

// post is the richest list of titles as one text.
func (n *person) post() string { return strings.Join(n.richest, "、") }
