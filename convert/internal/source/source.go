// Package source turns a document into clean folded lines that know their place: what the parser matches on, while it cuts from the original.
package source

import (
	"strings"

	"gongbao/formats"
)

// Text is a document folded to Simplified half-width characters, with markup
// and other noise left out, lines parted by "\n". Every byte knows its place
// in the source.
type Text struct {
	Fold  string
	Lines []Line
	raw   string
	start []int32 // of the source rune behind each byte of Fold
	end   []int32
}

// Line is a line of Fold and of the document.
type Line struct {
	Start, End int // in Fold
	Kind       formats.ParagraphKind
}

// New cleans and folds t. Offsets hold for t.Source.
func New(t formats.Text) *Text {
	s := scanner{src: t.Source, html: looksLikeHTML(t.Source)}
	for _, p := range t.Paragraphs {
		s.paragraph(p)
	}
	return assemble(t.Source, s.lines)
}

func assemble(raw string, lines []line) *Text {
	out := &Text{raw: raw}
	size := 0
	for _, l := range lines {
		size += 3*len(l.cells) + 1
	}
	out.start, out.end = make([]int32, 0, size), make([]int32, 0, size)
	var fold strings.Builder
	fold.Grow(size)
	put := func(c cell) {
		before := fold.Len()
		fold.WriteRune(c.r)
		for range fold.Len() - before {
			out.start, out.end = append(out.start, c.start), append(out.end, c.end)
		}
	}
	for i, l := range lines {
		if i > 0 && !l.joined {
			at := lines[i-1].cells[len(lines[i-1].cells)-1].end
			put(cell{'\n', at, at})
		}
		if i == 0 || !l.joined {
			out.Lines = append(out.Lines, Line{Start: fold.Len(), Kind: l.kind})
		}
		for _, c := range l.cells {
			put(c)
		}
		out.Lines[len(out.Lines)-1].End = fold.Len()
	}
	out.Fold = fold.String()
	return out
}

// Span is the place in the source of Fold[i:j].
func (t *Text) Span(i, j int) formats.Span {
	if i >= j {
		if i < len(t.start) {
			return formats.Span{Start: int(t.start[i]), End: int(t.start[i])}
		}
		return formats.Span{Start: len(t.raw), End: len(t.raw)}
	}
	return formats.Span{Start: int(t.start[i]), End: int(t.end[j-1])}
}

// Raw is the source text of Fold[i:j], with whatever the cleaning left out
// between its ends.
func (t *Text) Raw(i, j int) string {
	s := t.Span(i, j)
	return t.raw[s.Start:s.End]
}

// Quote is the source text of Fold[i:j] and its place.
func (t *Text) Quote(i, j int) formats.Quote {
	return formats.Quote{Text: t.Raw(i, j), Span: t.Span(i, j)}
}
