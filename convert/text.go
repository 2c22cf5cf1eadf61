package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func (r *reading) rune(i int) (rune, int) { return utf8.DecodeRuneInString(r.Fold[i:]) }

func (r *reading) digitAt(i int) bool {
	return i >= 0 && i < len(r.Fold) && r.Fold[i] >= '0' && r.Fold[i] <= '9'
}

func (r *reading) trim(p part) part {
	s := r.text(p)
	p.start += len(s) - len(strings.TrimLeft(s, " \t\n"))
	p.end -= len(s) - len(strings.TrimRight(s, " \t\n"))
	return part{p.start, max(p.start, p.end)}
}

// line is the range of line i.
func (r *reading) line(i int) part { return part{r.Lines[i].Start, r.Lines[i].End} }

// sentences cuts a line at full stops.
func (r *reading) sentences(p part) []part {
	if cut, ok := r.parts[p]; ok {
		return cut
	}
	cut := r.split(p, "。!?")
	r.parts[p] = cut
	return cut
}

// clauses cuts a sentence at commas and semicolons.
func (r *reading) clauses(p part) []part {
	if cut, ok := r.cuts[p]; ok {
		return cut
	}
	cut := r.split(p, ",;")
	r.cuts[p] = cut
	return cut
}

// cut returns the length of the first of the prefixes that s has, or 0.
func cut(s string, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

// hasAny reports whether s holds one of the words.
func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasSuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func runes(s string) int { return utf8.RuneCountInString(s) }

func isHan(c rune) bool { return unicode.Is(unicode.Han, c) }

// prefixRunes is the length in bytes of the first n runes of s.
func prefixRunes(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// among reports whether c is one of the characters of set. For short sets of
// wide characters it is faster than strings.ContainsRune.
func among(set string, c rune) bool {
	for _, m := range set {
		if m == c {
			return true
		}
	}
	return false
}
