package convert

import (
	"strings"
	"unicode/utf8"
)

// ordinal is the length of a numbering such as 一、 （一） 1. (1) ① 第一， 一是 at
// the start of s and its depth, 1 the outermost; 0 where there is none.
func ordinal(s string) (n, level int) {
	if strings.HasPrefix(s, "(") {
		_, k, ok := number(s[1:])
		if ok && strings.HasPrefix(s[1+k:], ")") {
			n = 1 + k + 1
			if _, _, digits := arabic(s[1:]); digits {
				return n + cut(s[n:], "、", ".", ","), 4
			}
			return n + cut(s[n:], "、", ".", ","), 2
		}
		return 0, 0
	}
	if c, size := utf8.DecodeRuneInString(s); c >= '①' && c <= '⑳' {
		return size, 5
	}
	if n, depth := decimal(s); depth > 1 {
		return n, 2 + depth
	}
	if _, k, ok := arabic(s); ok && k <= 3 {
		if m := cut(s[k:], "、", ".", ")"); m > 0 && !startsWithDigit(s[k+m:]) {
			return k + m, 3
		}
		return 0, 0
	}
	if _, k, ok := chinese(s); ok && k <= 9 {
		if m := cut(s[k:], "、", "."); m > 0 {
			return k + m, 1
		}
	}
	return 0, 0
}

// decimal is the length and depth of a numbering such as 2.1 with the space
// behind it at the start of s.
func decimal(s string) (n, depth int) {
	for {
		_, k, ok := arabic(s[n:])
		if !ok || k > 2 {
			return 0, 0
		}
		n += k
		depth++
		if !strings.HasPrefix(s[n:], ".") {
			break
		}
		n++
	}
	if m := cut(s[n:], " ", "\t"); m > 0 {
		return n + m, depth
	}
	return 0, 0
}

// spokenPoint reports whether s starts with 一是, 二要 and the like.
func spokenPoint(s string) bool {
	n, _ := ordinal(s)
	return n == 0 && point(s) > 0
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// point is the length of a spoken numbering at the start of s: 一是, 二要,
// 第三, 首先, with its comma; 0 where there is none. Any 要 in it belongs to it.
func point(s string) int {
	if n, _ := ordinal(s); n > 0 {
		return n
	}
	if m := cut(s, "首先", "其次", "再次", "最后"); m > 0 {
		if c := cut(s[m:], ",", ":", "要"); c > 0 {
			return m + c
		}
		return 0
	}
	m := cut(s, "第")
	_, k, ok := chinese(s[m:])
	if !ok || k > 6 {
		return 0
	}
	n := m + k
	if m > 0 {
		if c := cut(s[n:], ",", "、", ":", "是要", "是", "要"); c > 0 {
			return n + c
		}
		return 0
	}
	if c := cut(s[n:], "是要", "是", "要", "方面要"); c > 0 {
		return n + c
	}
	return 0
}

// ordinalWord reports whether s is nothing but 第一, 首先 and the like.
func ordinalWord(s string) bool {
	switch s {
	case "首先", "其次", "再次", "最后":
		return true
	}
	rest, ok := strings.CutPrefix(s, "第")
	_, n, digits := chinese(rest)
	return ok && digits && n == len(rest)
}
