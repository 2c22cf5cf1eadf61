// Package convert says what the words mean: text in, bulletin out; no file, clock or network.
package convert

import (
	"strings"

	"gongbao/convert/internal/fold"
	"gongbao/convert/internal/lexicon"
	"gongbao/convert/internal/source"
	"gongbao/formats"
)

// Parse understands a document. It cannot fail: what is not understood stays
// text, and doubt becomes a note.
func Parse(t formats.Text) *formats.Bulletin { return Parser{}.Parse(t) }

// Parser understands documents; the zero value is ready, and one parser may
// serve many goroutines.
type Parser struct {
	Words []Word // known beside the built-in ones
}

// Word adds a word to what the parser knows. Class is that of the built-in
// rows, such as "post" (副书记), "head" (负责人), "meeting" (座谈会) or
// "role:spoke" (讲话).
type Word struct {
	Text  string
	Class string
}

// Check tells whether the parser's words have classes that exist.
func (p Parser) Check() error {
	for _, w := range p.Words {
		if _, err := lexicon.ParseClass(w.Class); err != nil {
			return err
		}
	}
	return nil
}

func (p Parser) terms() *lexicon.Terms {
	if len(p.Words) == 0 {
		return lexicon.Default()
	}
	rows := lexicon.Rows()
	for _, w := range p.Words {
		if class, err := lexicon.ParseClass(w.Class); err == nil {
			rows = append(rows, lexicon.Row{Word: w.Text, Class: class})
		}
	}
	return lexicon.NewTerms(rows)
}

// Parse understands a document; see the function of that name.
func (p Parser) Parse(t formats.Text) *formats.Bulletin {
	r := &reading{
		Text:  source.New(t),
		terms: p.terms(),
		out: &formats.Bulletin{
			Language:  fold.Language(t.Source),
			Text:      t,
			Generator: formats.Generator{Name: "gongbao", Version: formats.Version, Dictionary: fold.Dictionary},
		},
	}
	r.out.Notes, r.out.Text.Notes = t.Notes, nil
	r.nest = nesting(r.Fold)
	r.byName, r.parts = map[string]*person{}, map[part][]part{}
	r.cuts = map[part][]part{}
	r.frame()
	r.out.Text.Paragraphs = r.paragraphs()
	r.appointments()
	r.attendance()
	r.leads = map[part]lead{}
	r.meetings()
	r.date()
	r.decisions()
	r.priorities()
	r.documents()
	r.figures()
	return r.out
}

// reading is a document while it is being understood: its folded text, what
// is known of its parts, and the bulletin so far. Positions are bytes of Fold
// unless they are Spans.
type reading struct {
	*source.Text
	terms *lexicon.Terms
	nest  []int32 // at an opening quote or bracket: the place of its closing one
	out   *formats.Bulletin

	body      []int // indexes of Lines that hold the report itself
	published *day
	minuted   bool // the document opens with the header of minutes
	minutes   bool // the document is minutes, with the header at either end
	people    []*person
	byName    map[string]*person
	parts     map[part][]part // sentences of lines, once cut
	cuts      map[part][]part // clauses of sentences, once cut
	leads     map[part]lead   // of sentences, once everybody is known
	groups    []*group
}

// part is a range of Fold.
type part struct{ start, end int }

func (r *reading) text(p part) string { return r.Fold[p.start:p.end] }

func (r *reading) quote(p part) formats.Quote { return r.Quote(p.start, p.end) }

func (r *reading) note(k formats.NoteKind, p part, args ...any) {
	r.out.Notes = append(r.out.Notes, k.At(r.out.Language, r.Span(p.start, p.end), args...))
}

// nesting pairs the quotes and brackets of each line. One without its
// fellow is left out, so that it hides nothing.
func nesting(s string) []int32 {
	const open, shut = "“‘《(〈【[", "”’》)〉】]"
	pairs := make([]int32, len(s))
	var stack []int
	for i, c := range s {
		switch {
		case c == '\n':
			stack = stack[:0]
		case among(open, c):
			stack = append(stack, i)
		case among(shut, c):
			for n := len(stack) - 1; n >= 0 && n >= len(stack)-4; n-- {
				if opens(s[stack[n]:], c) {
					pairs[stack[n]] = int32(i)
					stack = stack[:n]
					break
				}
			}
		}
	}
	return pairs
}

// shut is the place of the quote or bracket that closes the one at i, if one
// opens there.
func (r *reading) shut(i int) (int, bool) {
	if i >= len(r.nest) || r.nest[i] == 0 {
		return 0, false
	}
	return int(r.nest[i]), true
}

func (r *reading) shutsAt(i, at int) bool {
	shut, ok := r.shut(i)
	return ok && shut == at
}

func opens(s string, shut rune) bool {
	switch shut {
	case '”':
		return strings.HasPrefix(s, "“")
	case '’':
		return strings.HasPrefix(s, "‘")
	case '》':
		return strings.HasPrefix(s, "《")
	case ')':
		return strings.HasPrefix(s, "(")
	case '〉':
		return strings.HasPrefix(s, "〈")
	case '】':
		return strings.HasPrefix(s, "【")
	}
	return strings.HasPrefix(s, "[")
}

// split cuts p at the marks given, but not inside quotes or brackets, and
// trims white space. Empty parts are left out. A comma between digits is no
// mark.
func (r *reading) split(p part, marks string) []part {
	var parts []part
	start := p.start
	add := func(end int) {
		if q := r.trim(part{start, end}); q.start < q.end {
			parts = append(parts, q)
		}
	}
	for i := p.start; i < p.end; {
		c, size := r.rune(i)
		if shut, ok := r.shut(i); ok && shut < p.end {
			i = shut
			continue
		}
		if among(marks, c) && !(c == ',' && r.digitAt(i-1) && r.digitAt(i+1)) {
			add(i)
			start = i + size
		}
		i += size
	}
	add(p.end)
	return parts
}
