package table

import (
	"sort"
	"strings"
	"unicode/utf8"

	"gongbao/formats"
)

// evidence is the cell that shows the sentence around at, in the bulletin's
// wording, and leads to its paragraph.
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

// sentences returns the whole sentences of wording that correspond to bytes
// start to end of source. A wording of another number of sentences is
// returned whole.
func sentences(source, wording string, start, end int) string {
	stops := sentenceEnds(source)
	first := sort.SearchInts(stops, start+1)
	last := sort.SearchInts(stops, end)
	if wording != source {
		reworded := sentenceEnds(wording)
		if len(reworded) != len(stops) {
			return strings.TrimSpace(wording)
		}
		stops = reworded
	}
	if len(stops) == 0 {
		return ""
	}
	from := 0
	if first > 0 {
		from = stops[first-1]
	}
	return strings.TrimSpace(wording[from:stops[last]])
}

// sentenceEnds returns the offsets just behind each sentence of s; the last
// is len(s). Closing quotes and brackets belong to the sentence they end.
func sentenceEnds(s string) []int {
	var ends []int
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if !strings.ContainsRune("。！？!?\n", r) {
			continue
		}
		for i < len(s) {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !strings.ContainsRune("。！？!?”’」』）)》", r) {
				break
			}
			i += n
		}
		ends = append(ends, i)
	}
	if len(s) > 0 && (len(ends) == 0 || ends[len(ends)-1] < len(s)) {
		ends = append(ends, len(s))
	}
	return ends
}
