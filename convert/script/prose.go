package script

import (
	"math"
	"slices"
	"strings"

	"gongbao/convert/script/internal/dictionary"
)

// clauseSize is how many characters without a mark between them are looked
// at together.
const clauseSize = 256

// prose converts official prose. The words of a clause are the cheapest path
// through all that its characters can spell, so that no word is taken from
// the middle of two others.
type prose struct {
	target     string // cn, tw or hk
	words      dictionary.Prose
	region     dictionary.Step
	plain      dictionary.Step             // the region's forms without its vocabulary
	standard   dictionary.Chars            // from the other region's forms to OpenCC's
	simplify   [3]exact                    // of Taiwan's Traditional text, of other, and of Simplified text
	counted    [3]uint16                   // 里, 只 and 周
	titles     [2]uint16                   // 《 and 》
	marks      [dictionary.FirstPlain]bool // by code, those that may change
	vocabulary bool
}

func newProse(target string, o Options) *prose {
	p := &prose{target: target, vocabulary: o.Vocabulary}
	p.titles = [2]uint16{dictionary.Code('《'), dictionary.Code('》')}
	if !o.KeepPunctuation {
		for _, r := range "“”‘’「」『』,;:?!()" {
			p.marks[dictionary.Code(r)] = true
		}
	}
	switch target {
	case "cn":
		for i, name := range []string{"tw2s", "hk2s", "hk2s"} {
			if o.Vocabulary {
				name += "p"
			}
			found, _ := dictionary.Find(name, o.Rare)
			p.simplify[i] = exact{dictionary.Back(found)}
		}
		rise := dictionary.Code('昇') // in names it is Simplified too
		p.simplify[2].Chars[rise] = rise
		for _, s := range p.simplify[2].Steps {
			s.Chars[rise] = rise
		}
		dictionary.Add(p.simplify[0].Chars, p.simplify[1].Chars)
		dictionary.Add(p.simplify[0].Steps[0].Chars, p.simplify[1].Steps[0].Chars)
		return p
	case "tw":
		p.region = dictionary.Taiwan(o.Vocabulary)
	case "hk":
		p.region = dictionary.HongKong(o.Vocabulary)
		for _, pair := range []string{"羣群", "峯峰", "啓啟"} {
			r := []rune(pair)
			p.region.Chars[dictionary.Code(r[0])] = dictionary.Code(r[1])
		}
	}
	p.plain = p.region
	if o.Vocabulary {
		p.plain = newProse(target, Options{}).region
	}
	p.words = dictionary.FindProse()
	p.counted = [3]uint16{dictionary.Code('里'), dictionary.Code('只'), dictionary.Code('周')}
	p.standard = dictionary.Standard(target == "tw")
	return p
}

// clause is the room for one clause.
type clause struct {
	n      int
	codes  [clauseSize]uint16 // Simplified
	values [clauseSize]uint16 // OpenCC's Traditional forms
	best   [clauseSize + 1]int32
	from   [clauseSize + 1]step
}

// step is the last word of the cheapest path to a place: where it begins,
// and its entry, 0 for a single character.
type step struct {
	start int32
	entry dictionary.Entry
}

// find finds the cheapest path through the first n codes.
func (p *prose) find(c *clause, n int) {
	c.n = n
	codes := c.codes[:n]
	for i := range n {
		c.best[i+1] = math.MaxInt32
	}
	c.best[0] = 0
	words := &p.words.Words
	for i := range n {
		base := c.best[i]
		if cost := base + int32(p.words.Cost(codes[i])); cost < c.best[i+1] {
			c.best[i+1], c.from[i+1] = cost, step{int32(i), 0}
		}
		if i+1 == n || !words.Possible(codes[i], codes[i+1]) {
			continue
		}
		for e := words.First(codes[i:]); e != 0; e = words.Next(e, codes[i:]) {
			end := i + words.Len(e)
			if cost := base + int32(words.Note(e)); cost < c.best[end] {
				c.best[end], c.from[end] = cost, step{int32(i), e}
			}
		}
	}
}

// convert finds the Traditional forms of codes, which are a clause after the
// character before, of a Traditional text if repair. They are in c.values.
// Unless whole, c.from is not set where the forms do not depend on words.
func (p *prose) convert(c *clause, codes []uint16, before rune, repair, whole bool) {
	n := len(codes)
	copy(c.codes[:n], codes)
	if !whole && !repair && p.plainly(c, n) {
		return
	}
	if repair {
		for i, code := range codes {
			c.codes[i] = p.words.Folded(code)
		}
	}
	p.find(c, n)
	for end := n; end > 0; {
		last := c.from[end]
		p.values(c, last, end, before)
		if repair {
			p.repair(c, codes, last, end)
		}
		end = int(last.start)
	}
}

// plainly sets the forms of n codes if no word spells one of them in another
// way, and reports whether it did.
func (p *prose) plainly(c *clause, n int) bool {
	for i, code := range c.codes[:n] {
		to := p.words.Chars[code]
		if to >= dictionary.Many {
			return false
		}
		c.values[i] = to
	}
	return true
}

// values sets the forms of one word; before is the character before the
// clause.
func (p *prose) values(c *clause, word step, end int, before rune) {
	start := int(word.start)
	if word.entry == 0 {
		c.values[start] = p.single(c, start, before)
		return
	}
	value := p.words.Words.Value(word.entry)
	if value == "" {
		for i := start; i < end; i++ {
			c.values[i] = p.words.Chars[c.codes[i]] & dictionary.CodeMask
		}
		return
	}
	for i := start; i < end; i++ {
		c.values[i] = value.At(i - start)
	}
}

// single returns the form of a character that is in no word.
func (p *prose) single(c *clause, i int, before rune) uint16 {
	code := c.codes[i]
	if !slices.Contains(p.counted[:], code) {
		return p.words.Chars[code] & dictionary.CodeMask
	}
	if i > 0 {
		before = dictionary.Rune(c.codes[i-1])
	}
	after := rune(0)
	if i+1 < c.n {
		after = dictionary.Rune(c.codes[i+1])
	}
	return dictionary.Code(counted(dictionary.Rune(code), before, after))
}

// counted returns the form of 里, 只 or 周 by itself: they are spelt in another
// way where they are counted.
func counted(r, before, after rune) rune {
	number := before >= '0' && before <= '9' || strings.ContainsRune("一二两三四五六七八九十百千万亿数几半余多", before)
	switch {
	case r == '里' && (number || strings.ContainsRune("村镇乡屯庄巷坊诺斯兹昂", after) || strings.ContainsRune("克斯尔亚特诺姆德尼拉卡萨奇什赫夫扎帕佩瓦贝费希谢迪祖佐弗蒂哈", before)):
		return '里'
	case r == '里':
		return '裏'
	case r == '只' && number && !strings.ContainsRune("能是有要会可需应为在须剩限想够用准对差", after):
		return '隻'
	case r == '周' && (number && before != '四' && before != '半' || strings.ContainsRune("每上下本这该首前", before)) && !strings.ContainsRune("天长身围边", after):
		return '週'
	}
	return r
}
