package script

import "gongbao/convert/script/internal/dictionary"

// name converts a person's name character by character. Characters that both
// scripts have stay as they are, but for those that are hardly ever in a
// Traditional name.
func (c *Converter) name(s string, from source) string {
	if c.prose == nil {
		return string(c.exact.characters([]byte(s)))
	}
	if c.prose.target == "cn" {
		return string(c.prose.simplify[1].characters([]byte(s)))
	}
	p := c.prose
	var out sink
	first := true
	for _, r := range s {
		code := dictionary.Code(r)
		if code < dictionary.FirstPlain {
			out.raw([]byte(string(r)))
			continue
		}
		out.put(dictionary.Code(p.nameRune(r, first, from.traditional)))
		first = false
	}
	out.flush()
	return string(out.dst)
}

// nameRune returns the form of a character of a name.
func (p *prose) nameRune(r rune, first, traditional bool) rune {
	if to := nameForm(r, first); to != 0 && !traditional {
		return to
	}
	code := dictionary.Code(r)
	want := p.words.Chars[code] & dictionary.CodeMask
	regional := p.region.Chars[want] & dictionary.CodeMask
	if p.form(code, code) || regional == code {
		return r
	}
	return dictionary.Rune(regional)
}

// nameForm returns the Traditional form of a Simplified character in names
// where the most frequent form of it is another one, 0 for all others.
func nameForm(r rune, first bool) rune {
	switch r {
	case '云':
		if first {
			return '云'
		}
		return '雲'
	case '钟':
		return '鍾'
	case '万':
		return '萬'
	case '叶':
		return '葉'
	case '丰':
		if first {
			return '豐'
		}
		return '豐'
	case '杰':
		return '傑'
	case '党':
		if first {
			return '党'
		}
		return '黨'
	case '胜':
		return '勝'
	case '术':
		return '術'
	case '冲':
		return '沖'
	case '几':
		return '幾'
	case '荐':
		return '薦'
	case '余', '范', '于', '岳', '郁', '姜', '谷', '曲', '沈', '卜', '仇', '朴', '涂', '后':
		return r
	}
	return 0
}
