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
	if traditional && p.words.Folded(code) != code {
		return r
	}
	want := p.words.Chars[code] & dictionary.CodeMask
	regional := p.region.Chars[want] & dictionary.CodeMask
	if p.form(code, code) || regional == code {
		return r
	}
	return dictionary.Rune(regional)
}

// nameForm returns the Traditional form of a Simplified character in names,
// where Traditional text has the character too but names hardly ever do; 0
// for all others.
func nameForm(r rune, first bool) rune {
	forms := "云雲万萬叶葉丰豐杰傑党黨胜勝术術冲沖几幾荐薦"
	if first {
		forms = "万萬叶葉丰豐" // 云 and 党 are surnames
	}
	list := []rune(forms + "钟鍾")
	for i := 0; i < len(list); i += 2 {
		if list[i] == r {
			return list[i+1]
		}
	}
	return 0
}
