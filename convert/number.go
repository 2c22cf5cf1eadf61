package convert

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// number reads a whole number in Arabic or Chinese figures at the start of s.
// n is its length in bytes; ok is false where none stands.
func number(s string) (value, n int, ok bool) {
	if value, n, ok = arabic(s); ok {
		return value, n, true
	}
	return chinese(s)
}

func arabic(s string) (value, n int, ok bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == ',' && end > 0 && thousands(s[end:])) {
		end++
	}
	if end == 0 {
		return 0, 0, false
	}
	v, err := strconv.Atoi(strings.ReplaceAll(s[:end], ",", ""))
	return v, end, err == nil
}

func thousands(s string) bool {
	for i := 1; i <= 3; i++ {
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == 4 || s[4] < '0' || s[4] > '9'
}

// digit is the value of a Chinese digit, or -1.
func digit(c rune) int {
	switch c {
	case '〇', '○', '零', 'Ｏ', 'O':
		return 0
	case '一', '壹':
		return 1
	case '二', '贰', '两':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

func power(c rune) int {
	switch c {
	case '十', '拾':
		return 10
	case '廿':
		return 20
	case '卅':
		return 30
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	}
	return 0
}

func chinese(s string) (value, n int, ok bool) {
	total, last, digits := 0, -1, 0
	plain := true
	for n < len(s) && n < 40 {
		c, size := utf8.DecodeRuneInString(s[n:])
		d, p := digit(c), power(c)
		switch {
		case d >= 0 && c != 'O':
			if last >= 0 && plain {
				last = last*10 + d
			} else {
				last = d
			}
			digits++
		case (d == 0 || c == '0') && digits > 0:
			last = max(last, 0) * 10
			digits++
		case p == 20 || p == 30:
			total, last, plain = total+p, -1, false
		case p > 0:
			if last < 0 {
				last = 1
			}
			total, last, plain = total+last*p, -1, false
		default:
			return total + max(last, 0), n, n > 0
		}
		n += size
	}
	return total + max(last, 0), n, n > 0
}

func itoa(n int) string { return strconv.Itoa(n) }
