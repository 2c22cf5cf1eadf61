package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
)

// slot is where a name is looked for; the less a place promises a name, the
// more a reading of it must score.
type slot float64

const (
	afterPost slot = 2.0 // 区长|田秀禾
	inList    slot = 2.0 // 田秀禾、|秦望舒
	bare      slot = 3.2 // |田秀禾主持会议
)

// name is a reading of a personal name.
type name struct {
	part
	score float64
	other string // the next best reading, folded
}

// nameAt reads the name that starts at i and ends by limit, if one
// convinces in its slot.
func (r *reading) nameAt(i, limit int, s slot) (name, bool) {
	var best, second name
	if s == bare && !r.mayBeName(i, limit) {
		return name{}, false
	}
	for _, end := range r.nameEnds(i, limit) {
		if end == best.end || end == second.end {
			continue // found in two ways
		}
		n := name{part: part{i, end}}
		n.score = r.nameScore(n.part, limit, s)
		switch {
		case best.end == 0 || n.score > best.score:
			best, second = n, best
		case second.end == 0 || n.score > second.score:
			second = n
		}
	}
	if best.end == 0 || best.score < float64(s) {
		return name{}, false
	}
	if second.end > 0 && best.score-second.score < 1 {
		best.other = squeeze(r.text(second.part))
	}
	return best, true
}

// mayBeName reports whether a bare name can start at i: with a surname, or
// with a dot in it. Any other would not be taken.
func (r *reading) mayBeName(i, limit int) bool {
	s := r.Fold[i:limit]
	n, _ := lexicon.Surname(s)
	return n > 0 || strings.Contains(s[:prefixRunes(s, 9)], "·") || strings.Contains(s[:prefixRunes(s, 9)], ".")
}

// nameEnds lists where a name that starts at i may end.
func (r *reading) nameEnds(i, limit int) []int {
	s := r.Fold[i:limit]
	if ends := dotted(s); len(ends) > 0 {
		for k := range ends {
			ends[k] += i
		}
		return ends
	}
	var ends []int
	surname, _ := lexicon.Surname(s)
	n, at := 0, 0
	for at < len(s) && n < 6 {
		c, size := utf8.DecodeRuneInString(s[at:])
		if c == ' ' && n == 1 && len(ends) == 0 && r.spacedGiven(s[at+1:]) {
			at += size
			continue
		}
		if !isHan(c) {
			break
		}
		at += size
		n++
		switch {
		case surname == 2 && (n == 3 || n == 4), surname == 1 && (n == 2 || n == 3):
			ends = append(ends, i+at)
		case surname == 1 && n == 4 && r.doubleSurname(s):
			ends = append(ends, i+at)
		case surname == 2 && n == 2:
			ends = append(ends, i+at)
		}
	}
	if whole := r.foreignEnds(i, limit); surname == 0 || len(ends) == 0 || len(whole) > 0 && runes(r.Fold[i:whole[0]]) > 3 {
		ends = append(ends, whole...)
	}
	return ends
}

// spacedGiven reports whether a one-character given name follows the space
// that pads a name to three: 田　禾.
func (r *reading) spacedGiven(s string) bool {
	c, size := utf8.DecodeRuneInString(s)
	if !isHan(c) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[size:])
	verb, _ := r.terms.At(s[size:], lexicon.Roles|lexicon.Speech)
	return size == len(s) || !isHan(next) || verb > 0
}

// doubleSurname reports whether s starts with two single surnames, as a
// married woman's name of Hong Kong or Taiwan does.
func (r *reading) doubleSurname(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	n, w := lexicon.Surname(s[size:])
	return n == 1 && w > 0.5
}

// dotted lists the ends, in bytes, of a name with inner dots at the start of
// s: 阿布都·热依木. What follows decides where its last part ends.
func dotted(s string) []int {
	var ends []int
	dots, run := 0, 0
	for i, c := range s {
		switch {
		case (c == '·' || c == '.') && run > 0:
			dots++
			run, ends = 0, nil
		case isHan(c) && run < 8:
			run++
			if dots > 0 {
				ends = append(ends, i+utf8.RuneLen(c))
			}
		default:
			return ends
		}
	}
	return ends
}

// foreignEnds lists ends for a name without a known surname: only the whole
// of what stands up to a mark will do.
func (r *reading) foreignEnds(i, limit int) []int {
	n := 0
	for at, c := range r.Fold[i:limit] {
		if !isHan(c) || n >= 2 && n <= 5 && r.roleAhead(i+at, limit) {
			if n >= 2 && n <= 5 {
				return []int{i + at}
			}
			return nil
		}
		n++
	}
	if n >= 2 && n <= 5 {
		return []int{limit}
	}
	return nil
}

// nameScore weighs a reading: surname, given name, length, and above all what
// follows it.
func (r *reading) nameScore(p part, limit int, s slot) float64 {
	text := squeeze(r.text(p))
	if r.known(text) != nil {
		return 9
	}
	surname, weight := lexicon.Surname(text)
	n := runes(text)
	follow := r.follows(p.end, limit)
	if strings.ContainsAny(text, "·.") {
		return 3 + follow - r.dottedDoubts(text)
	}
	if surname > 0 && n > 4 || n == 4 && surname == 1 && !r.doubleSurname(text) {
		return r.longScore(text, follow, s)
	}
	if surname == 0 {
		return r.foreignScore(text, follow, s)
	}
	score := weight*1.6 + follow
	given := text[prefixRunes(text, surname):]
	for _, c := range given {
		score += (72 - float64(lexicon.GivenCost(c))) / 40 / float64(max(1, runes(given)))
	}
	if n == 3 {
		score += 0.6
	}
	return score - r.doubts(p, text, limit, s)
}

// dottedDoubts speak against a name with dots that has an office at its start
// or a verb at its end.
func (r *reading) dottedDoubts(text string) float64 {
	for i := range text {
		if n, _ := r.terms.At(text[i:], lexicon.Post|lexicon.Roles|lexicon.Speech); n > len("说") {
			return 6
		}
	}
	return 0
}

// longScore weighs a name of four or five characters that starts like a Han
// one: 乌云其其格. It must be all that stands between two marks of a list.
func (r *reading) longScore(text string, follow float64, s slot) float64 {
	if s == bare || follow < 2.8 {
		return -9
	}
	for i := range text {
		if n, _ := r.terms.At(text[i:], lexicon.Post|lexicon.Head|lexicon.Roles|lexicon.Speech|lexicon.Meeting); n > 0 {
			return -9
		}
	}
	words := 0
	for rs, i := []rune(text), 0; i+2 <= len(rs); i++ {
		if lexicon.General(string(rs[i:i+2])) != lexicon.Unknown {
			words++
		}
	}
	if words > 1 || bodyName(text) || hasSuffix(text, "会", "市", "县", "区", "镇", "乡", "村") || strings.ContainsAny(text, "各的了和及与均已等全有关") {
		return -9
	}
	return follow - 0.8
}

// foreignScore weighs a name without a known surname.
func (r *reading) foreignScore(text string, follow float64, s slot) float64 {
	if s == bare || follow < 2.4 || strings.ContainsAny(text, "均已都也还先后应共又再并不") || lexicon.General(text) != lexicon.Unknown || r.hasCommonWord(text) {
		return -9
	}
	return follow
}

// hasCommonWord reports whether a word of the language stands in a would-be
// name of no known surname.
func (r *reading) hasCommonWord(text string) bool {
	rs := []rune(text)
	for i := 0; i+2 <= len(rs); i++ {
		if lexicon.General(string(rs[i:i+2])) != lexicon.Unknown {
			return true
		}
	}
	n, _ := r.terms.Before(text, lexicon.Post|lexicon.Head|lexicon.Meeting)
	m, _ := r.terms.At(text, lexicon.Post)
	return n > 0 || m > 0 || hasSuffix(text, "会", "委", "局", "部", "市", "县", "区", "镇", "乡", "村", "院", "厅", "处", "科", "组", "团", "办", "室", "署", "所", "司", "站")
}

// doubts are the reasons against a reading: it is a word of the language, or
// its last character belongs to the word that follows.
func (r *reading) doubts(p part, text string, limit int, s slot) float64 {
	doubt := 0.0
	switch lexicon.General(text) {
	case lexicon.Unknown:
	case lexicon.Noun:
		doubt += 1.5
		if post, _ := r.terms.At(r.Fold[p.end:limit], lexicon.Post); s == bare || post > 0 {
			doubt += 1.5
		}
	default:
		doubt += 3
	}
	surname, _ := lexicon.Surname(text)
	if n, _ := r.terms.Before(text, lexicon.Post|lexicon.Head|lexicon.Meeting); n >= len(text)-prefixRunes(text, surname) {
		doubt += 6 // 田校长 is no name
	}
	if n, _ := r.terms.At(text, lexicon.Post); n > 0 && n < len(text) {
		doubt += 4 // 文员区|小姐
	}
	if strings.ContainsAny(text[prefixRunes(text, max(surname, 1)):], "部局司处科院厅委会室组署词") {
		doubt += 1.5 // a body, or a piece of paper
	}
	if hasSuffix(text, "部", "局", "厅", "署", "院", "处", "委", "会") {
		doubt += 3
	}
	if c, _ := utf8.DecodeRuneInString(text); among("和及与同对在来从全应有并各本我其等都会", c) {
		doubt += 2.5
	}
	if two := text[:prefixRunes(text, 2)]; runes(text) > 2 && lexicon.General(two) != lexicon.Unknown {
		doubt += 0.8
	}
	_, size := utf8.DecodeLastRuneInString(r.Fold[:p.end])
	last := p.end - size
	if last > p.start {
		term, _ := r.terms.At(r.Fold[last:limit], lexicon.Roles|lexicon.Speech)
		next, _ := r.terms.At(r.Fold[p.end:limit], lexicon.Roles|lexicon.Speech)
		if n := r.verbAt(last, limit); n > size && (term > size || next == 0) {
			doubt += 1.2
		}
		switch c := mustRune(r.Fold[last:]); {
		case c == '作':
			if next > 0 {
				doubt += 2 // 田禾|作|说明
			}
		case c == '和':
			doubt++
		case among("等的了及与在", c):
			doubt += 2
		}
	}
	return doubt
}

func mustRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// follows weighs what stands after a name at i: the end of the clause most,
// a verb, a particle; other text speaks against it.
func (r *reading) follows(i, limit int) float64 {
	if i >= limit {
		return 3
	}
	s := r.Fold[i:limit]
	c, _ := utf8.DecodeRuneInString(s)
	switch {
	case among(",;。、:!?)(“”\t\n|", c):
		return 3
	case c == ' ':
		return 2.8
	case cut(s, "同志", "先生", "女士", "小姐", "同学") > 0:
		return 3
	case c == '等' && r.etc(s):
		return 2.6
	case c >= '0' && c <= '9':
		return 2
	}
	if n, _ := r.terms.At(s, lexicon.Roles|lexicon.Speech); n > len("说") {
		return 2.8
	}
	if cut(s, "作说明", "作报告", "作讲话", "作发言", "作工作", "作题为", "作动员", "作总结", "作表态") > 0 {
		return 2.9
	}
	if cut(s, "主持", "代表", "部署", "作了", "作工作", "作的", "作题", "作讲", "作报", "作说", "作发", "作培", "作动", "作辅", "做了", "分别", "先后", "带队", "一行", "应邀", "首先", "率", "就", "受", "召集", "签署") > 0 {
		return 2.4
	}
	if n, _ := r.terms.At(s, lexicon.Post); n > 0 {
		if _, ok := r.titleAfter(i, limit); ok {
			return 2.9
		}
		return 0
	}
	if r.verbAt(i, limit) > 0 {
		return 2.2
	}
	if n := cut(s, "以及", "和", "及", "与", "暨"); n > 0 {
		if m, _ := r.terms.At(s[n:], lexicon.Roles|lexicon.Speech); m == 0 && cut(s[n:], "的", "为", ",", "。") == 0 {
			return 2
		}
		return -4
	}
	if among("在对向为作任说到从参把将也于被还要来率所并以", c) {
		return 1.4
	}
	if c == '的' {
		return 1.2
	}
	if two := s[:prefixRunes(s, 2)]; lexicon.General(two) != lexicon.Unknown {
		return 0.8 // at least a word starts here
	}
	return -4
}

// etc tells 等 that closes a list of names from 等 in a word.
func (r *reading) etc(s string) bool {
	rest := s[len("等"):]
	if rest == "" {
		return true
	}
	c, _ := utf8.DecodeRuneInString(rest)
	if !isHan(c) {
		return true
	}
	n, _ := r.terms.At(rest, lexicon.Roles)
	_, _, num := chinese(rest)
	return n > 0 || num || cut(rest, "领导", "同志", "分别", "区", "市", "县", "省", "院", "校", "有关", "相关", "一行", "先后", "应邀", "人") > 0
}

// verbAt is the length of the verb, adverb or preposition of the general word
// list at i, or 0.
func (r *reading) verbAt(i, limit int) int {
	s := r.Fold[i:limit]
	if n, _ := r.terms.At(s, lexicon.Roles|lexicon.Speech); n > len("说") {
		return n
	}
	for n := 4; n >= 2; n-- {
		end := prefixRunes(s, n)
		if runes(s[:end]) != n {
			continue
		}
		switch lexicon.General(s[:end]) {
		case lexicon.Verb, lexicon.Adverb, lexicon.Preposition:
			return end
		}
	}
	return 0
}

// squeeze is s without white space.
func squeeze(s string) string {
	if !strings.ContainsAny(s, " \t\n") {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}
