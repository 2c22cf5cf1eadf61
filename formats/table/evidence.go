package table

import (
	"sort"
	"strings"
	"unicode/utf8"

	"gongbao/formats"
)

// evidence is the cell that shows the sentence around at, or of a long one
// what is next to it, in the bulletin's wording, and leads to its paragraph.
func evidence(b *formats.Bulletin, at formats.Span) Cell {
	if at.Start < 0 || at.End > len(b.Text.Source) || at.Start >= at.End {
		return Cell{}
	}
	p, ok := paragraph(b.Text.Paragraphs, at)
	if !ok {
		return text(sentences(b.Text.Source, b.Text.Source, at.Start, at.End))
	}
	end := min(at.End, p.End)
	return Cell{
		Text:   sentences(b.Text.Source[p.Start:p.End], p.Text, at.Start-p.Start, end-p.Start),
		At:     at,
		Linked: true,
	}
}

// paragraph finds the paragraph in which at starts; paragraphs are in the
// order of the source.
func paragraph(ps []formats.Paragraph, at formats.Span) (formats.Paragraph, bool) {
	i := sort.Search(len(ps), func(i int) bool { return ps[i].Start > at.Start }) - 1
	if i < 0 || ps[i].Start < 0 || at.Start >= ps[i].End {
		return formats.Paragraph{}, false
	}
	return ps[i], true
}

// sentences returns the sentences of wording that correspond to bytes start
// to end of source; of a long one, the clauses around them. A wording of
// another number of sentences or clauses is returned whole.
func sentences(source, wording string, start, end int) string {
	from, to := around(pieceEnds(source, stops), start, end)
	before, after, ok := counterpart(source, wording, from, to, stops)
	if !ok {
		return strings.TrimSpace(wording)
	}
	source, wording = source[from:to], wording[before:after]
	start, end = start-from, end-from
	if utf8.RuneCountInString(source) > enough {
		from, to = excerpt(source, start, end)
		if before, after, ok = counterpart(source, wording, from, to, pauses); ok {
			return marked(wording, before, after)
		}
	}
	return strings.TrimSpace(wording)
}

// enough is how many characters of evidence tell where a fact comes from.
const enough = 80

// around is the part between the ends that holds bytes start to end.
func around(ends []int, start, end int) (from, to int) {
	first, last := sort.SearchInts(ends, start+1), sort.SearchInts(ends, end)
	if first > 0 {
		from = ends[first-1]
	}
	return from, ends[last]
}

// counterpart finds in wording what stands at bytes from to to of source,
// both on ends of pieces; false if wording has other pieces.
func counterpart(source, wording string, from, to int, ends func(rune) bool) (int, int, bool) {
	if source == wording {
		return from, to, true
	}
	ours, theirs := pieceEnds(source, ends), pieceEnds(wording, ends)
	if len(ours) != len(theirs) {
		return 0, 0, false
	}
	at := func(n int) int {
		if n == 0 {
			return 0
		}
		return theirs[sort.SearchInts(ours, n)]
	}
	return at(from), at(to), true
}

// excerpt widens bytes start to end of a sentence to whole clauses, as many
// on both sides as are enough.
func excerpt(sentence string, start, end int) (from, to int) {
	ends := append([]int{0}, pieceEnds(sentence, pauses)...)
	first, last := sort.SearchInts(ends, start+1)-1, sort.SearchInts(ends, end)
	length := func(i, j int) int { return utf8.RuneCountInString(sentence[ends[i]:ends[j]]) }
	before, behind := 0, 0
	for room := enough - length(first, last); ; {
		left, right := enough+1, enough+1 // more than there is room for
		if first > 0 {
			left = length(first-1, first)
		}
		if last < len(ends)-1 {
			right = length(last, last+1)
		}
		switch {
		case left <= room && (before <= behind || right > room):
			first, before, room = first-1, before+left, room-left
		case right <= room:
			last, behind, room = last+1, behind+right, room-right
		default:
			return ends[first], ends[last]
		}
	}
}

// marked shows with dots where a text was cut.
func marked(s string, from, to int) string {
	cut := strings.TrimSpace(s[from:to])
	if strings.TrimSpace(s[:from]) != "" {
		cut = "…" + cut
	}
	if strings.TrimSpace(s[to:]) != "" {
		cut += "…"
	}
	return cut
}

// pieceEnds returns the offsets just behind each piece of s, which ends with
// one of the characters that end tells; the last is len(s). Closing quotes and
// brackets belong to the piece they end.
func pieceEnds(s string, end func(rune) bool) []int {
	var ends []int
	ended := false
	for i, r := range s {
		if ended && !end(r) && !closes(r) {
			ends = append(ends, i)
			ended = false
		}
		ended = ended || end(r)
	}
	return append(ends, len(s))
}

func stops(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '\n':
		return true
	}
	return false
}

// pauses tells the ends of clauses and of the names of a list.
func pauses(r rune) bool {
	switch r {
	case '，', '；', '、', '：', ',', ';', ':', ' ', '　', '\t':
		return true
	}
	return stops(r)
}

func closes(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '》':
		return true
	}
	return false
}
