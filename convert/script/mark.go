package script

import (
	"unicode"
	"unicode/utf8"

	"gongbao/convert/script/internal/dictionary"
)

// mark converts what is no ideograph at character i, and returns how many
// characters that was.
func (g *segmenter) mark(s *sink, i int) int {
	t, at := g.text(), s.len()
	n := 1
	if t.codes[i] < dictionary.FirstMark {
		n = t.sequence(i)
	}
	to := rune(0)
	switch t.codes[i] {
	case g.p.titles[0]:
		g.title++
	case g.p.titles[1]:
		g.title = max(0, g.title-1)
	}
	if g.p.marks[t.codes[i]] {
		to = g.punctuation(i, dictionary.Rune(t.codes[i]))
	}
	rule := MarkRule
	if to == 0 {
		s.raw(t.raw(i, i+n))
		rule = ""
	} else {
		var u [utf8.UTFMax]byte
		s.raw(u[:utf8.EncodeRune(u[:], to)])
	}
	g.trace.unit(g, i, n, at, s, rule)
	return n
}

// punctuation returns what the mark r at character i becomes, 0 if it stays.
func (g *segmenter) punctuation(i int, r rune) rune {
	t := g.text()
	switch r {
	case '“', '‘', '「', '『':
		g.depth++
		return g.quotation(r, g.depth, 0)
	case '”', '’', '」', '』':
		if r == '’' && latin(t.at(i-1)) && latin(t.at(i+1)) {
			return 0
		}
		if g.depth == 0 {
			return g.quotation(r, shape(r), 1)
		}
		g.depth--
		return g.quotation(r, g.depth+1, 1)
	case ',', ';', ':', '?', '!':
		if han(t.at(i-1)) && !space(t.at(i+1)) || r == ',' && han(t.at(i+1)) && !space(t.at(i-1)) {
			return r - '!' + '！'
		}
	case '(':
		if end := t.closing(i); end > 0 && t.wide(i, end) {
			return '（'
		}
	case ')':
		if start := t.opening(i); start >= 0 && t.wide(start, i) {
			return '）'
		}
	}
	return 0
}

// quotation returns the mark for a quotation at a depth, 1 the outermost; side
// is 0 where it opens and 1 where it closes. 0 means that r is the mark.
func (g *segmenter) quotation(r rune, depth, side int) rune {
	marks := [2][2]rune{{'「', '」'}, {'『', '』'}}
	if g.p.target == "cn" {
		marks = [2][2]rune{{'“', '”'}, {'‘', '’'}}
	}
	if to := marks[(depth+1)%2][side]; to != r {
		return to
	}
	return 0
}

// shape returns the depth that a closing mark is for.
func shape(r rune) int {
	if r == '’' || r == '』' {
		return 2
	}
	return 1
}

// at returns character i of the segment, 0 outside.
func (b *block) at(i int) rune {
	if i < 0 || i >= len(b.codes) {
		return 0
	}
	if code := b.codes[i]; code >= dictionary.FirstMark {
		return dictionary.Rune(code)
	}
	r, _ := utf8.DecodeRune(b.raw(i, i+1))
	return r
}

// closing returns the place of the parenthesis that closes the one at i, 0
// if there is none.
func (b *block) closing(i int) int {
	opened, closed := dictionary.Code('('), dictionary.Code(')')
	depth := 0
	for j := i; j < len(b.codes); j++ {
		switch b.codes[j] {
		case opened:
			depth++
		case closed:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return 0
}

// opening returns the place of the parenthesis that the one at i closes, -1
// if there is none.
func (b *block) opening(i int) int {
	opened, closed := dictionary.Code('('), dictionary.Code(')')
	depth := 0
	for j := i; j >= 0; j-- {
		switch b.codes[j] {
		case closed:
			depth++
		case opened:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return -1
}

// wide reports whether the parentheses at i and end touch an ideograph.
func (b *block) wide(i, end int) bool {
	return han(b.at(i-1)) || han(b.at(i+1)) || han(b.at(end-1))
}

// han reports whether r is an ideograph or a mark that goes with them.
func han(r rune) bool {
	switch r {
	case '」', '』', '”', '’', '》', '）', '】', '〕', '「', '『', '“', '‘', '《', '（', '【', '〔', '〇':
		return true
	}
	return unicode.Is(unicode.Han, r)
}

// latin reports whether r is an ASCII letter.
func latin(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// space reports whether r is a space; the edge of the segment is none.
func space(r rune) bool { return r == ' ' || r == '\t' || r == '\u00A0' }
