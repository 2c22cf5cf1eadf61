package table

import (
	"sort"
	"strings"

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
	ends := sentenceEnds(source)
	first := sort.SearchInts(ends, start+1)
	last := sort.SearchInts(ends, end)
	if wording != source {
		reworded := sentenceEnds(wording)
		if len(reworded) != len(ends) {
			return strings.TrimSpace(wording)
		}
		ends = reworded
	}
	if len(ends) == 0 {
		return ""
	}
	from := 0
	if first > 0 {
		from = ends[first-1]
	}
	return strings.TrimSpace(wording[from:ends[last]])
}

// sentenceEnds returns the offsets just behind each sentence of s; the last
// is len(s). Closing quotes and brackets belong to the sentence they end.
func sentenceEnds(s string) []int {
	var ends []int
	ended := false
	for i, r := range s {
		if ended && !stops(r) && !closes(r) {
			ends = append(ends, i)
			ended = false
		}
		ended = ended || stops(r)
	}
	if len(s) > 0 {
		ends = append(ends, len(s))
	}
	return ends
}

func stops(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '\n':
		return true
	}
	return false
}

func closes(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', ')', '》':
		return true
	}
	return false
}
