package script

import "gongbao/convert/script/internal/dictionary"

// repair decides, for one word of a Traditional text, which characters stay
// as the source has them and which become what the word is spelt with.
func (p *prose) repair(c *clause, source []uint16, word step, end int) {
	for i := int(word.start); i < end; i++ {
		have, want := source[i], c.values[i]
		shared := have == c.codes[i]
		if !shared {
			have = p.standard[have]
		}
		several := p.words.FormsOf(c.codes[i]) != ""
		if have != want && (several || !shared) && !(several && p.repairs(c, word, i, have, want)) {
			c.values[i] = have
		}
	}
}

// repairs reports whether the character have of a Traditional text, at place
// i of a clause, is to become want.
func (p *prose) repairs(c *clause, word step, i int, have, want uint16) bool {
	from := dictionary.Rune(have)
	if word.entry == 0 {
		return have == c.codes[i] && (remnant(from) || !p.form(c.codes[i], have))
	}
	if !eitherWay(from, dictionary.Rune(want)) {
		return true
	}
	e := p.words.Official.Longest(c.codes[word.start:])
	return e != 0 && p.words.Official.Len(e) > i-int(word.start)
}

// form reports whether have is a Traditional form of a Simplified code.
func (p *prose) form(code, have uint16) bool {
	forms := p.words.FormsOf(code)
	for j := range len(forms) / 2 {
		if forms.At(j) == have {
			return true
		}
	}
	return false
}

// remnant reports whether a character that Traditional text also has is, by
// itself in official prose, nearly always left over from Simplified.
func remnant(r rune) bool {
	switch r {
	case '后', '并', '于', '几', '筑', '胜', '术', '据', '么', '台':
		return r != '台'
	}
	return false
}

// eitherWay reports whether words are spelt with either of two characters,
// so that neither is wrong in a Traditional text.
func eitherWay(a, b rune) bool {
	const pairs = "布佈占佔周週了瞭台臺秘祕凶兇游遊借藉念唸伙夥升昇才纔核覈吃喫床牀群羣峰峯岩巖梁樑岳嶽沾霑杯盃扣釦致緻扎紮煉鍊" +
		"復覆鑒鑑彩綵煙菸匯彙家傢具俱巨鉅局侷恤卹搜蒐仿彷注註溪谿回迴嘗嚐毀燬毀譭鏟剷欲慾凄淒個箇蘇甦盡儘贊讚嘆歎泛氾同衕胡衚折摺昆崑哄鬨背揹修脩參蔘熏薰酸痠采採舍捨朱硃雕鵰"
	r := []rune(pairs)
	for i := 0; i < len(r); i += 2 {
		if a == r[i] && b == r[i+1] || a == r[i+1] && b == r[i] {
			return true
		}
	}
	return false
}
