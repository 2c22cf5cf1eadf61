package script

import (
	"slices"
	"sort"
	"unicode/utf8"

	"gongbao/convert/script/internal/dictionary"
)

// Rule says why a text was changed.
type Rule string

// The rules.
const (
	WordRule       Rule = "word"       // by the word that it stands in
	OfficialRule   Rule = "official"   // by a word of official prose
	CharacterRule  Rule = "character"  // by itself, in its most frequent form
	RegionRule     Rule = "region"     // the word is the region's
	NameRule       Rule = "name"       // in a person's name, character by character
	DictionaryRule Rule = "dictionary" // by the user's dictionary
	MarkRule       Rule = "mark"       // punctuation
)

// Change is a place that was changed, or that could have been. Start and End
// are bytes of the source.
type Change struct {
	Start, End   int
	From, To     string
	Rule         Rule
	Alternatives []string // what else it could be, where the choice is open
}

// unit is a part of the source and what it became.
type unit struct {
	start, end       int // in the source
	outStart, outEnd int // in the output
}

// trace follows a conversion. A nil trace follows nothing.
type trace struct {
	units   []unit
	changes []Change
}

// unit notes that n characters from i on became the output from at on.
func (t *trace) unit(g *segmenter, i, n, at int, s *sink, rule Rule) {
	if t == nil {
		return
	}
	text := g.text()
	starts := text.starts
	u := unit{g.base + int(starts[i]), g.base + int(starts[i+n]), at, s.len()}
	t.units = append(t.units, u)
	if rule != "" {
		from := string(text.raw(i, i+n))
		if to := s.between(at, s.len()); to != from {
			t.changes = append(t.changes, Change{Start: u.start, End: u.end, From: from, To: to, Rule: rule})
		}
	}
}

// clause notes the words of a clause of n characters from i on, whose units
// are those from first on. Words that became one unit are noted together.
func (t *trace) clause(g *segmenter, i, n, first int, s *sink) {
	text := g.text()
	var ends []int
	for end := n; end > 0; end = int(g.room.from[end].start) {
		ends = append(ends, end)
	}
	start := 0
	for _, end := range slices.Backward(ends) {
		at := g.base + int(text.starts[i+end])
		units := t.units[first:]
		k := sort.Search(len(units), func(k int) bool { return units[k].end >= at })
		if units[k].end != at {
			continue
		}
		t.word(g, i, start, end, units, s)
		start = end
	}
}

// word notes what characters start to end of the clause at i became.
func (t *trace) word(g *segmenter, i, start, end int, units []unit, s *sink) {
	text := g.text()
	starts := text.starts
	c := Change{Start: g.base + int(starts[i+start]), End: g.base + int(starts[i+end]), From: string(text.raw(i+start, i+end)), Rule: WordRule}
	a := sort.Search(len(units), func(k int) bool { return units[k].end > c.Start })
	z := sort.Search(len(units), func(k int) bool { return units[k].end >= c.End })
	c.To = s.between(units[a].outStart, units[z].outEnd)
	codes := g.room.codes[start:end]
	switch {
	case int(g.room.from[end].start) != start:
		c.Rule = RegionRule
	case g.room.from[end].entry == 0:
		c.Rule = CharacterRule
		c.Alternatives = g.p.alternatives(codes[0], c.To)
	case g.p.words.Official.Longest(codes) != 0:
		c.Rule = OfficialRule
	}
	if c.From != c.To || c.Alternatives != nil {
		t.changes = append(t.changes, c)
	}
}

// alternatives returns the region's forms of a Simplified code but for the
// one that was chosen, nil where there is none.
func (p *prose) alternatives(code uint16, chosen string) []string {
	var list []string
	forms := p.words.FormsOf(code)
	for i := range len(forms) / 2 {
		form := string(dictionary.Rune(p.region.Chars[forms.At(i)] & dictionary.CodeMask))
		if form != chosen && !slices.Contains(list, form) {
			list = append(list, form)
		}
	}
	return list
}

// whole notes a clause of n characters from i on whose output, from at on,
// has one character for each, or else is one unit.
func (t *trace) whole(g *segmenter, i, n, at int, s *sink) {
	if t == nil {
		return
	}
	out := s.between(at, s.len())
	if utf8.RuneCountInString(out) != n {
		t.unit(g, i, n, at, s, WordRule)
		return
	}
	text := g.text()
	starts := text.starts
	for k, r := range []rune(out) {
		size := utf8.RuneLen(r)
		t.units = append(t.units, unit{g.base + int(starts[i+k]), g.base + int(starts[i+k+1]), at, at + size})
		if from := string(text.raw(i+k, i+k+1)); from != string(r) {
			t.changes = append(t.changes, Change{Start: g.base + int(starts[i+k]), End: g.base + int(starts[i+k+1]), From: from, To: string(r), Rule: CharacterRule})
		}
		at += size
	}
}

// between returns the output from one place to another.
func (s *sink) between(start, end int) string {
	s.flush()
	return string(s.dst[start:end])
}

// len returns how long the output is.
func (s *sink) len() int { return len(s.dst) + s.n }

// Map relates places of a text to places of its conversion, in bytes.
type Map struct{ units []unit }

// Output returns where the character at a place of the source is in the
// output. A place inside of what was converted as one is where that begins.
func (m Map) Output(source int) int {
	i := sort.Search(len(m.units), func(k int) bool { return m.units[k].end > source })
	if i == len(m.units) {
		return m.end().outEnd
	}
	return m.units[i].outStart
}

// Source returns where the character at a place of the output is in the
// source. A place inside of what was converted as one is where that begins.
func (m Map) Source(output int) int {
	i := sort.Search(len(m.units), func(k int) bool { return m.units[k].outEnd > output })
	if i == len(m.units) {
		return m.end().end
	}
	return m.units[i].start
}

func (m Map) end() unit {
	if len(m.units) == 0 {
		return unit{}
	}
	return m.units[len(m.units)-1]
}
