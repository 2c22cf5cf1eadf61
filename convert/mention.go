package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
)

// subjects reads the people and groups that clause p starts with, up to
// limit, where its predicate is known to start. rest is what follows them.
func (r *reading) subjects(p part, limit int) (ms []mention, rest part) {
	var titles []part
	i := p.start
	for i < limit {
		at := r.skipJoint(i, limit)
		joined := at > i || i == p.start || strings.HasSuffix(r.Fold[:i], "等")
		i = at
		if i >= limit || !joined {
			break
		}
		var shared []part
		if n := len(ms); n > 0 && ms[n-1].isPerson() {
			shared = ms[n-1].titles
		}
		if m, next, ok := r.personAt(i, limit, len(ms) > 0 && ms[len(ms)-1].isPerson()); ok {
			if len(m.titles) == 0 && len(titles) == 0 && len(shared) > 0 {
				m.titles = shared
			} else {
				m.titles = append(titles, m.titles...)
			}
			titles = nil
			ms = append(ms, m)
			i = r.afterName(next, limit)
			continue
		}
		end := r.itemEnd(i, limit)
		if n, _ := r.terms.Before(r.Fold[i:end], lexicon.Post); n > 0 && end < limit && !r.plural(r.Fold[i:end]) {
			titles = append(titles, r.trimTitleStart(part{i, end}))
			i = end
			continue
		}
		start := i
		if len(titles) > 0 {
			start = titles[0].start
		}
		if next := r.skipJoint(end, limit); end < limit && next < limit {
			if _, _, ok := r.personAt(next, limit, false); ok { // 全体委员、校长田秀禾
				if gs := r.groupsIn(part{start, end}); len(gs) > 0 {
					ms, titles, i = append(ms, gs...), nil, end
					continue
				}
			}
		}
		gs := r.groupsIn(part{start, limit})
		if len(gs) == 0 {
			break
		}
		return append(ms, gs...), part{limit, p.end}
	}
	if len(titles) > 0 {
		ms = append(ms, r.groupsIn(part{titles[0].start, limit})...)
		i = limit
	}
	return ms, part{i, p.end}
}

// itemEnd is the end of the list item at i: the next 、 outside quotes and
// brackets, or limit.
func (r *reading) itemEnd(i, limit int) int {
	for i < limit {
		if shut, ok := r.shut(i); ok && shut < limit {
			i = shut
		}
		c, size := r.rune(i)
		if c == '、' {
			return i
		}
		i += size
	}
	return limit
}

// skipJoint passes over what joins the items of a list.
func (r *reading) skipJoint(i, limit int) int {
	for i < limit {
		s := r.Fold[i:limit]
		n := cut(s, "、", ",", " ", "\t", "和", "以及", "及", "与", "暨", ";")
		if n == 0 || strings.HasPrefix(s, "与会") {
			return i
		}
		i += n
	}
	return i
}

// afterName passes over what may stand between a name and the next item or
// the predicate: 同志, a remark in brackets, 等.
func (r *reading) afterName(i, limit int) int {
	for i < limit {
		s := r.Fold[i:limit]
		if n := cut(s, "同志", "先生", "女士", "小姐", "一行"); n > 0 {
			i += n
			continue
		}
		if shut, ok := r.shut(i); ok && s[0] == '(' && shut < limit && runes(r.Fold[i:shut]) < 10 {
			i = shut + 1
			continue
		}
		if strings.HasPrefix(s, "等") && r.etc(s) {
			return min(r.afterEtc(i+len("等")), limit)
		}
		return i
	}
	return i
}

// afterEtc passes over the number that may close a list: 等11人.
func (r *reading) afterEtc(i int) int {
	_, n, ok := number(r.Fold[i:])
	if !ok {
		return i
	}
	m := cut(r.Fold[i+n:], "人", "名同志", "位同志")
	if m == 0 {
		return i
	}
	return i + n + m
}

// plural tells a group from the title of one person.
func (r *reading) plural(s string) bool {
	return hasAny(s, "各", "全体", "部分", "有关", "相关", "等", "所有", "们", "不是", "其他", "在家", "班子成员") || startsWithDigit(s) ||
		hasSuffix(s, "代表", "干部", "委员代表", "人员")
}

// personAt reads a person at i: a title and a name, or a name and perhaps a
// title after it.
func (r *reading) personAt(i, limit int, inAList bool) (m mention, next int, ok bool) {
	var n name
	ok = inAList || r.mayBeName(i, limit)
	if ok {
		n, ok = r.nameAt(i, limit, inList)
	}
	if ok && !inAList && !strings.HasPrefix(r.Fold[n.end:limit], "、") { // not the first of a list
		n, ok = r.nameAt(i, limit, bare)
	}
	if ok && (inAList || r.acts(n, limit)) {
		m.name = n
		next = n.end
		if t, ok := r.titleAfter(n.end, limit); ok {
			m.titles = []part{t}
			next = t.end
		}
		return m, next, true
	}
	if p, next := r.surnamed(i, limit); p != nil {
		return mention{name: name{part: part{i, next}}, who: p}, next, true
	}
	end := r.itemEnd(i, limit)
	for k := i; k < end; {
		_, size := r.rune(k)
		n, _ := r.terms.At(r.Fold[k:end], lexicon.Post)
		if n == 0 || r.notAPost(k+n, limit) {
			k += size
			continue
		}
		if shut, ok := r.shut(k + n); ok && r.Fold[k+n] == '(' && shut < end {
			n = shut + 1 - k // 副总经理(主持工作)
		}
		if nm, ok := r.nameAt(r.skipSpace(k+n, limit), limit, afterPost); ok {
			title := r.trimTitleStart(part{i, k + n})
			if !r.validTitle(title) {
				return m, 0, false
			}
			return mention{name: nm, titles: r.concurrent(title)}, nm.end, true
		}
		k += n
	}
	return m, 0, false
}

// concurrent parts a title at 兼 where both sides are titles: 副主席兼秘书长.
func (r *reading) concurrent(t part) []part {
	s := r.text(t)
	at := strings.Index(s, "兼")
	if at <= 0 || strings.HasPrefix(s[at:], "兼职") {
		return []part{t}
	}
	if n, _ := r.terms.Before(s[:at], lexicon.Post); n == 0 {
		return []part{t}
	}
	return append([]part{{t.start, t.start + at}}, r.concurrent(part{t.start + at + len("兼"), t.end})...)
}

func (r *reading) skipSpace(i, limit int) int {
	for i < limit && (r.Fold[i] == ' ' || r.Fold[i] == '\t' || r.Fold[i] == ':') {
		i++
	}
	return i
}

// acts reports whether a bare name at the start of a clause is followed by
// what only a person's name is: a role, speech, a list, or a title.
func (r *reading) acts(n name, limit int) bool {
	if r.known(squeeze(r.text(n.part))) != nil {
		return true
	}
	i := r.afterName(n.end, limit)
	s := r.Fold[i:limit]
	if cut(s, "、", "和", "及", "与") > 0 {
		j := r.skipJoint(i, limit)
		_, ok := r.nameAt(j, limit, inList)
		return ok
	}
	if n, _ := r.terms.At(s, lexicon.Roles|lexicon.Speech); n > len("说") {
		return true
	}
	if _, ok := r.titleAfter(n.end, limit); ok {
		return true
	}
	if cut(s, "代表", "作了", "作", "做了", "就", "在", "分别", "首先", "应邀", "对", "围绕", "结合", "简要", "书面", "等") > 0 || r.Fold[n.end:i] != "" {
		return len(r.rolesIn(part{i, limit})) > 0
	}
	return false
}

// titleAfter reads a title that stands behind a name: 田秀禾|院长.
func (r *reading) titleAfter(i, limit int) (part, bool) {
	n, _ := r.terms.At(r.Fold[i:limit], lexicon.Post)
	if n == 0 || r.notAPost(i+n, limit) || cut(r.Fold[i:], "代表", "主持人") > 0 {
		return part{}, false
	}
	rest := r.Fold[i+n : limit]
	c, _ := utf8.DecodeRuneInString(rest)
	verb, _ := r.terms.At(rest, lexicon.Roles|lexicon.Speech)
	if rest == "" || verb > 0 || !isHan(c) || r.verbAt(i+n, limit) > 0 || among("在就对作为和及与的向", c) || strings.HasPrefix(rest, "代表") || cut(rest, "一行", "首先", "等") > 0 {
		return part{i, i + n}, true
	}
	return part{}, false
}

// notAPost reports whether the word before i is not an office because of what
// follows: 主任|会议, 书记|处, 领导|班子.
func (r *reading) notAPost(i, limit int) bool {
	s := r.Fold[i:limit]
	return cut(s, "会", "团", "处", "办", "班子", "单位", "制", "令", "信箱", "热线", "们", "级", "下", "小组", "干部", "机关", "岗", "负责制", "室", "联席", "队伍", "人选", "候选", "作用", "身份", "职务", "职责", "工作") > 0
}

// trimTitleStart takes off what stands before a title in its clause.
func (r *reading) trimTitleStart(p part) part {
	for {
		s := r.text(p)
		n := cut(s, "会议听取了", "会上听取了", "听取了", "听取", "会议由", "均由", "均经", "均", "会上", "随后", "最后", "首先", "其中", "以及", "并由", "由", "受", "请",
			"特邀", "邀请", "应邀", "并", "和", "及", "与", "同时", "另外", "此外", "接着", "会后", "会前", "期间", "当天", "现场", "座谈会上", "会议期间",
			"上午", "下午", "晚上", "晚", "今天", "昨天", "近日", "日前", "出席会议的有", "参加会议的有", "在", " ", "\t", ":", "、", "还有", "另有", "包括", "有", "会议")
		if n == len("会议") && strings.HasPrefix(s, "会议") {
			n = 0
		}
		if n == 0 {
			if d, ok := r.dateAt(p.start); ok && d.end < p.end {
				n = d.end - p.start
			}
		}
		for _, w := range []string{"的", "在", "由", ":", "—", "–"} {
			if at := strings.LastIndex(s, w); n == 0 && at >= 0 {
				n = at + len(w)
			}
		}
		if n == 0 || n >= len(s) {
			return p
		}
		p.start += n
	}
}

// validTitle reports whether p can be a title: short, and no piece of a
// sentence.
func (r *reading) validTitle(p part) bool {
	s := r.text(p)
	if runes(s) > 40 || s == "" {
		return false
	}
	return !hasAny(s, "了", "对", "把", "就", "要", "围绕", "关于", "召开", "坚持", "推进", "落实", "讲话", "精神", "贯彻", "传达", "学习", "选举", "任命", "推选", "听取", "看望", "会见", "慰问", "增补", "免去", "提名", "通过", "同意", "决定", "给予", "成为", "担任", "当选", ",")
}

// surnamed reads a surname with a title for a person named in full elsewhere:
// 田校长.
func (r *reading) surnamed(i, limit int) (*person, int) {
	s := r.Fold[i:limit]
	k, _ := lexicon.Surname(s)
	if k == 0 {
		return nil, 0
	}
	at := prefixRunes(s, k)
	n, _ := r.terms.At(s[at:], lexicon.Post)
	if n == 0 || r.notAPost(i+at+n, limit) {
		return nil, 0
	}
	return r.bySurname(s[:at], s[at:at+n]), i + at + n
}
