package convert

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

// lead is the phrase that introduces what a meeting or a person said:
// 会议强调, 田秀禾指出, 他要求.
type lead struct {
	part
	ok      bool
	verb    string
	subject part // who: empty where the clause has no subject
	content part // what was said
}

// resolves reports whether the lead tells of a decision, which ends with its
// sentence, and not of speech, which goes on.
func (l lead) resolves() bool {
	switch l.verb {
	case "决定", "议定", "确定", "议决":
		return true
	}
	return false
}

// leadAt reads the lead of the sentence [i, end), if it has one: in its first
// clauses, before anything else that is said.
func (r *reading) leadAt(i, end int) lead {
	if l, ok := r.leads[part{i, end}]; ok {
		return l
	}
	l := r.findLead(i, end)
	if r.leads != nil {
		r.leads[part{i, end}] = l
	}
	return l
}

func (r *reading) findLead(i, end int) lead {
	for n, c := range r.split(part{i, end}, ",;:") {
		if l := r.leadIn(c, end, n == 0); l.ok {
			return l
		}
		if n >= 8 {
			break
		}
	}
	return lead{}
}

// leadIn reads clause c, of a sentence that ends at end, as a lead.
func (r *reading) leadIn(c part, end int, first bool) lead {
	inner := r.skipPreface(c)
	for k := inner.start; k < inner.end; {
		if shut, ok := r.shut(k); ok && shut < c.end {
			k = shut
		}
		n, _ := r.terms.At(r.Fold[k:inner.end], lexicon.Lead|lexicon.Speech)
		if n > 0 && runes(r.Fold[inner.start:k]) <= 45 {
			l := lead{part: part{inner.start, k + n}, verb: r.Fold[k : k+n], subject: r.trimSpeaker(part{inner.start, k})}
			if r.isLead(&l, end, first) {
				return l
			}
		}
		_, size := r.rune(k)
		k += size
	}
	return lead{}
}

// trimSpeaker takes the adverbs off between a speaker and what he does.
func (r *reading) trimSpeaker(p part) part {
	for {
		s := r.text(p)
		n := 0
		for _, w := range []string{"还", "并", "也", "特别", "最后", "一致", "同时", "进一步", "在会上", "会上", "反复", "着重", "再次", "明确", "同志", "首先", "高兴地", "对此", "就此", "要求", "发言", "表示", ",", " "} {
			if strings.HasSuffix(s, w) && len(w) <= len(s) {
				n = len(w)
				break
			}
		}
		if n == 0 {
			return p
		}
		p.end -= n
	}
}

// isLead decides whether the words before a verb of speech are a speaker and
// what follows is said; it fills in the content.
func (r *reading) isLead(l *lead, end int, first bool) bool {
	rest := r.Fold[l.end:end]
	if l.verb == "说" && cut(rest, ",", ":", "“") == 0 {
		return false
	}
	if l.subject.end > l.subject.start && r.isSpeaker(l.subject) && r.announces(l, end) {
		l.ok = true
		return true
	}
	if k, _ := r.terms.At(rest, lexicon.Speech); k > len("说") {
		return false // 明确|表示
	}
	if cut(rest, "事项", "了", "的", "过", "和", "、", "意见", "会", "书", "性", "下来", "中") > 0 && !r.announces(l, end) {
		return false
	}
	who := r.text(l.subject)
	switch {
	case who == "" && r.announces(l, end):
	case who == "":
		if l.subject.start > l.start && first || !strongVerb(l.verb) {
			return false
		}
		if !first && !r.speaksOn(l.verb, rest) {
			return false
		}
	case r.isSpeaker(l.subject):
	default:
		return false
	}
	if l.content == (part{}) {
		n := cut(rest, ",", ":", "说,", "说:", "道:")
		l.content = part{min(l.end+n, end), end}
	}
	l.ok = true
	return true
}

// announces reads 提出4点要求:, 提出了三点意见, where the points follow.
func (r *reading) announces(l *lead, end int) bool {
	rest := r.Fold[l.end:end]
	n := cut(rest, "了")
	_, k, ok := number(rest[n:])
	if !ok {
		k = cut(rest[n:], "几", "以下", "如下", "具体", "明确")
		if k == 0 {
			return false
		}
	}
	head := rest[n+k : n+k+prefixRunes(rest[n+k:], 8)]
	if !hasAny(head, "事项", "问题", "意见", "要求", "建议", "希望", "任务", "工作", "重点", "措施") {
		return false
	}
	if at := strings.IndexAny(rest, ",:"); at >= 0 {
		l.content = part{l.end + at + 1, end}
	} else {
		l.content = part{end, end}
	}
	return true
}

// speaksOn reports whether a verb without a subject in the midst of a sentence
// leads what its subject said: …，强调要…, …，要求各单位….
func (r *reading) speaksOn(verb, rest string) bool {
	switch verb {
	case "要求", "号召", "希望":
		c := mustRune(rest)
		return runes(rest) > 4 && isHan(c) && !among("高严较低极更很", c)
	case "决定":
		return cut(rest, "任命", "免去", "给予", "批准", "接受", "因素", "性", "权", "书", "递补", "增补", "撤销") == 0
	}
	return cut(rest, "要", "必须", ",", ":", "全", "各", "大家", "广大", "希望", "抓", "进一步", "切实") > 0
}

func strongVerb(v string) bool {
	switch v {
	case "强调", "指出", "要求", "号召", "希望", "强调指出", "提出要求", "建议", "决定":
		return true
	}
	return false
}

// isSpeaker reports whether p names who speaks: the meeting, a person, an
// office, those present.
func (r *reading) isSpeaker(p part) bool {
	s := r.text(p)
	switch s {
	case "会议", "全会", "大会", "他", "她", "他们", "大家", "会上", "会议还", "代表们", "委员们", "双方", "与会同志", "与会人员", "与会代表", "座谈会", "通知", "公报", "主席团", "党组会议", "常委会", "常委会会议", "会议并":
		return true
	}
	if r.personIn(p) != nil || bodyName(s) && runes(s) <= 12 && !hasAny(s, "、", "根据", "按照") {
		return true
	}
	if hasSuffix(s, "会议", "全会", "大会", "座谈会", "培训会") && runes(s) <= 24 && !hasAny(s, "主持", "召开", "参加", "出席", "贯彻", "传达", "听取") {
		return true
	}
	if m, next, ok := r.personAt(p.start, p.end, false); ok {
		return r.afterName(next, p.end) >= p.end || r.speaksWhile(part{next, p.end}) || m.name.end >= p.end
	}
	if n, ok := r.nameAt(p.start, p.end, bare); ok && n.end == p.end {
		return true
	}
	return false
}

// speaksWhile reads 在主持会议时, 在讲话中, 代表民革中央发言 between a speaker and
// the verb.
func (r *reading) speaksWhile(p part) bool {
	s := r.text(p)
	return s == "" || strings.HasPrefix(s, "在") && hasSuffix(s, "时", "中", "上", "后") || strings.HasPrefix(s, "代表") || hasSuffix(s, "发言", "讲话时", "介绍时")
}

// personIn is the known person with whose name, or surname and title, p
// starts, if nothing else but a while-clause follows.
func (r *reading) personIn(p part) *person {
	s := r.text(p)
	for _, who := range r.people {
		if rest, ok := strings.CutPrefix(s, who.text); ok {
			n, _ := r.terms.At(rest, lexicon.Post)
			if r.speaksWhile(part{p.start + len(who.text) + n, p.end}) {
				return who
			}
		}
	}
	surname, weight := lexicon.Surname(s)
	if surname == 0 || weight == 0 {
		return nil
	}
	k := prefixRunes(s, surname)
	n, _ := r.terms.At(s[k:], lexicon.Post)
	if n == 0 || !r.speaksWhile(part{p.start + k + n, p.end}) {
		return nil
	}
	return r.bySurname(s[:k], s[k:k+n])
}

// speaker gives whoever a lead names the role of having spoken. 他 is the
// last who did.
func (r *reading) speaker(l lead, s part) {
	if l.subject.start > s.start && l.subject.end > l.subject.start {
		r.sentence(part{s.start, l.subject.start}, false)
	}
	if l.subject.start == l.subject.end {
		r.speakerBefore(l, s)
		return
	}
	if p := r.personIn(l.subject); p != nil {
		r.spoke(p, l)
		return
	}
	if m, next, ok := r.personAt(l.subject.start, l.subject.end, false); ok && next <= l.subject.end {
		p := r.add(m, r.rolesIn(part{next, l.subject.end}))
		r.spoke(p, l)
		return
	}
	if n, ok := r.nameAt(l.subject.start, l.subject.end, bare); ok && n.end == l.subject.end {
		r.spoke(r.add(mention{name: n}, nil), l)
	}
}

// speakerBefore gives the subject of the clauses before a lead without one the
// role of having spoken: 田秀禾主持会议，强调…. Who gave out the work, 作工作部署，
// 强调…, only did that.
func (r *reading) speakerBefore(l lead, s part) {
	sc := r.sentence(part{s.start, l.start}, false)
	for _, m := range sc.last {
		p := m.who
		if p == nil && m.isPerson() {
			p = r.known(squeeze(r.text(m.name.part)))
		}
		if p != nil && !slices.Contains(p.roles, formats.Deployed) {
			r.spoke(p, l)
		}
	}
}

func (r *reading) spoke(p *person, l lead) {
	if l.verb == "部署" || l.verb == "决定" {
		return
	}
	if strings.Contains(r.text(l.subject), "部署") && slices.Contains(p.roles, formats.Deployed) {
		return
	}
	p.addRole(formats.Spoke)
	p.roles = residual(p.roles, p.listed)
}

// lastRune is the last character of s.
func lastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}
