package convert

import (
	"strings"

	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

// held is a meeting that the text reports as held, before it is a fact.
type held struct {
	name      part
	organizer part
	place     part
	form      part
}

// meetings finds the meetings that were held: the one of the minutes' title,
// or what a sentence outside quoted speech says was 召开, 举行, 主持召开.
func (r *reading) meetings() {
	hs := r.minutesMeeting()
	if len(hs) == 0 {
		hs = r.heldInBody("组织召开", "主持召开", "召开", "举行", "举办", "开幕", "闭幕", "开展", "进行")
	}
	if len(hs) == 0 {
		hs = r.heldInBody("出席", "参加")
	}
	for i, h := range hs {
		m := formats.Meeting{Name: r.quote(h.name), Kind: formats.Optional(meetingKind(r.text(h.name)))}
		m.Term, m.Session = sessionOf(r.text(h.name))
		if o := r.organizerOf(h); o.end > o.start {
			m.Organizer = formats.Optional(r.Raw(o.start, o.end))
		}
		m.Place, m.Form = r.optional(h.place), r.optional(h.form)
		m.PresidedBy = r.presiders(hs, i)
		r.out.Meetings = append(r.out.Meetings, m)
	}
}

func (r *reading) optional(p part) *formats.Quote {
	if p.start >= p.end {
		return nil
	}
	q := r.quote(p)
	return &q
}

// minutesMeeting is the meeting that the title of minutes names, with place
// and form from the header.
func (r *reading) minutesMeeting() []held {
	hs := r.headers()
	if len(hs) < 2 || hs[0].line > 5 {
		return nil // a list of those present at the end is no header
	}
	var h held
	for i, l := range r.Lines[:hs[0].line] {
		s := r.text(r.line(i))
		if hasAny(s, "。", ",") {
			continue
		}
		for _, w := range []string{"议事录", "会议纪录", "会议记录", "会议纪要", "纪要", "记录", "纪录"} {
			if at := strings.Index(s, w); at > 0 {
				h.name = r.trim(part{l.Start, l.Start + at})
				if strings.HasPrefix(w, "会议") && !hasSuffix(r.text(h.name), "会") {
					h.name.end += len("会议")
				}
			}
		}
	}
	for _, x := range hs {
		switch x.label {
		case "地点", "会议地点":
			h.place = x.value
		case "会议名称":
			h.name = x.value
		}
	}
	if h.name.end == h.name.start {
		return nil
	}
	return []held{h}
}

// heldInBody reads the sentences of the report for what the verbs say was held.
func (r *reading) heldInBody(verbs ...string) []held {
	var hs []held
	for _, i := range r.body {
		for _, s := range r.sentences(r.line(i)) {
			if n, _ := ordinal(r.text(s)); n > 0 && runes(r.text(s)) < 30 {
				continue
			}
			l := r.leadAt(s.start, s.end)
			if l.ok {
				s.end = l.start
			}
			for k, c := range r.clauses(s) {
				if k > 0 && cut(r.text(c), "于", "在") > 0 {
					c.start = s.start // 第七次全体会议，于…在北京举行
				}
				found := r.heldIn(c, verbs)
				if k > 0 && len(found) == 0 && cut(r.text(c), "会议于", "会议在", "会议以") > 0 && hasAny(r.text(c), "召开", "举行") {
					found = r.subject(part{s.start, c.start}, part{c.start, c.start}) // 第十三次会议通知于…发出，会议于…召开
				}
				hs = r.join(hs, found)
			}
			if l.ok {
				break
			}
		}
	}
	return hs
}

// join adds what a clause says was held to what is known: a fuller name of the
// same meeting takes the place of a bare one.
func (r *reading) join(hs, more []held) []held {
	for _, m := range more {
		name := r.text(m.name)
		found := false
		for i := range hs {
			have := r.text(hs[i].name)
			switch {
			case strings.HasSuffix(have, name) && have != name, have == name && len(more) == 1 && runes(name) > 4:
				found = true
			case strings.HasSuffix(name, have) && runes(have) <= 6 && have != name:
				hs[i].name = m.name
				found = true
			}
		}
		if !found && len(hs) < 40 { // a document that reports more repeats itself
			hs = append(hs, m)
		}
	}
	return hs
}

// heldIn reads one clause.
func (r *reading) heldIn(c part, verbs []string) []held {
	s := r.text(c)
	for _, verb := range verbs {
		at := strings.Index(s, verb)
		if at < 0 {
			continue
		}
		v := part{c.start + at, c.start + at + len(verb)}
		v.end += cut(r.Fold[v.end:c.end], "了")
		if r.planned(r.Fold[c.start:v.start]) || strings.HasPrefix(r.Fold[v.end:c.end], "的") && !strings.HasPrefix(s, "随后") {
			return nil
		}
		v.end += cut(r.Fold[v.end:c.end], "的")
		hs := r.object(c, v)
		if len(hs) > 0 && !isSitting(r.text(hs[0].name)) {
			return hs
		}
		if whole := r.subject(c, v); len(whole) > 0 {
			return whole
		}
		if len(hs) > 0 {
			return hs
		}
		switch verb {
		case "开展", "进行", "出席", "参加":
			return nil
		}
		return r.subject(c, v)
	}
	return nil
}

// isSitting tells a sitting of a larger meeting, whose name the subject has:
// 第四次会议举行全体会议.
func isSitting(s string) bool {
	switch s {
	case "全体会议", "第一次全体会议", "第二次全体会议", "第三次全体会议", "闭幕会", "开幕会", "分组会议", "联组会议", "闭幕会议", "开幕会议":
		return true
	}
	return false
}

// planned tells a meeting to come, or one long past.
func (r *reading) planned(before string) bool {
	return hasAny(before, "将于", "拟于", "定于", "决定", "建议", "要求", "提议", "去年", "曾经", "曾于", "贯彻", "传达学习", "深入学习", "认真学习", "落实", "自从", "为了", "以来", "未来", "组织学习", "同意") || hasSuffix(before, "将", "拟", "即将", "首次", "可", "要", "应", "会前", "为", "筹备", "研究了", "讨论了", "研究", "讨论")
}

// object reads the meeting behind the verb: 召开|市长碰头会.
func (r *reading) object(c, v part) []held {
	best := 0
	for i := v.end; i < c.end; {
		if shut, ok := r.shut(i); ok && shut < c.end {
			i = shut
		}
		if cut(r.Fold[i:], "并", "、研究", "、听取", "精神") > 0 && best > 0 {
			if n, _ := r.terms.Before(r.Fold[i:c.end], lexicon.Meeting); n == 0 {
				break
			}
		}
		n, _ := r.terms.At(r.Fold[i:c.end], lexicon.Meeting)
		if n > 0 {
			n += cut(r.Fold[i+n:c.end], "议") // 评议会|议
			i += n
			best = i
			continue
		}
		_, size := r.rune(i)
		i += size
	}
	if best == 0 {
		return nil
	}
	end := best
	name := r.trimMeeting(part{v.end, end})
	s := r.text(name)
	if at := strings.LastIndex(s, "的"); at >= 0 && strings.HasPrefix(r.text(v), "进行") {
		name.start += at + len("的") // 进行了深入的座谈
		s = r.text(name)
	}
	if strings.HasPrefix(r.text(v), "进行") && !hasSuffix(s, "学习", "座谈", "座谈交流") {
		return nil
	}
	if strings.HasPrefix(s, "会议以") || strings.HasPrefix(r.Fold[end:c.end], "精神") || runes(s) > 60 || hasAny(s, "精神,") {
		return nil
	}
	h := held{name: name, organizer: r.organizerBefore(part{c.start, v.start}), place: r.placeBefore(part{c.start, v.start})}
	switch s {
	case "会议", "大会", "":
		if h.organizer.end == 0 {
			return nil
		}
		whole := r.skipPreface(c)
		h.name = part{whole.start, end}
		return []held{h}
	}
	return r.joint(h)
}

// subject reads the meeting before the verb: 市委工作会议|在京|召开.
func (r *reading) subject(c, v part) []held {
	before := r.skipPreface(part{c.start, v.start})
	end := 0
	for i := before.start; i < before.end; {
		if shut, ok := r.shut(i); ok && shut < before.end {
			i = shut
		}
		if _, dated := r.dateAt(i); end > 0 && (dated || cut(r.Fold[i:], "在", "于", "以") > 0) {
			break
		}
		if n, _ := r.terms.At(r.Fold[i:before.end], lexicon.Meeting); n > 0 && cut(r.Fold[i+n:], "堂", "场", "室", "厅", "心") == 0 {
			n += cut(r.Fold[i+n:before.end], "议")
			i += n
			end = i
			continue
		}
		_, size := r.rune(i)
		i += size
	}
	if end == 0 {
		return nil
	}
	name := r.trimMeeting(part{before.start, end})
	if strings.HasPrefix(r.text(name), "会议以") {
		return nil
	}
	switch r.text(name) {
	case "", "会议", "大会", "全会", "本次会议", "此次会议", "这次会议", "座谈会", "活动", "仪式", "闭幕会", "开幕会":
		return nil
	}
	rest := part{end, v.start}
	return r.joint(held{name: name, place: r.placeBefore(rest), form: r.formIn(rest)})
}

// joint parts 暨: one event that is two meetings.
func (r *reading) joint(h held) []held {
	s := r.text(h.name)
	at := strings.Index(s, "暨")
	if at < 0 {
		return []held{h}
	}
	a, b := h, h
	a.name = part{h.name.start, h.name.start + at}
	b.name = part{h.name.start + at + len("暨"), h.name.end}
	for _, x := range []held{a, b} {
		if n, _ := r.terms.Before(r.text(x.name), lexicon.Meeting); n == 0 {
			return []held{h}
		}
	}
	return []held{a, b}
}

// trimMeeting takes who acts, deictics and adverbs off a meeting's name.
func (r *reading) trimMeeting(p part) part {
	for {
		p = r.trim(p)
		s := r.text(p)
		n := cut(s, "我校", "我院", "我局", "我市", "我县", "我区", "本次", "此次", "这次", "了", "的", "一次", "由", "在京", "随后", "今年首次", "首次", "出席", "参加", "通过", "经过")
		if n == 0 || n >= len(s) {
			return p
		}
		p.start += n
	}
}

// organizerBefore is the body before 召开: 区政府|召开.
func (r *reading) organizerBefore(p part) part {
	p = r.skipPreface(p)
	for _, c := range r.split(p, ",") {
		p = c
	}
	for i := p.start; i < p.end; {
		if d, ok := r.dateAt(i); ok && i > p.start {
			p.end = d.start
			break
		}
		if cut(r.Fold[i:], "在", "于") > 0 && i > p.start {
			p.end = i
			break
		}
		_, size := r.rune(i)
		i += size
	}
	for _, tail := range []string{"近日", "日前", "上午", "下午", "组织", "主持", "集中", "专题", "今天", "昨天"} {
		if strings.HasSuffix(r.text(p), tail) {
			p.end -= len(tail)
		}
	}
	if s := r.text(p); runes(s) < 2 || runes(s) > 24 || !bodyName(s) && !hasSuffix(s, "会", "委", "府", "院", "党", "院党委") {
		return part{}
	}
	return p
}

// placeBefore is the place in 在…召开.
func (r *reading) placeBefore(p part) part {
	s := r.text(p)
	at := strings.LastIndex(s, "在")
	if at < 0 {
		return part{}
	}
	q := part{p.start + at + len("在"), p.end}
	for _, tail := range []string{"隆重", "胜利", "顺利", "如期", "主持", "组织", "正式", "圆满", "集中"} {
		if strings.HasSuffix(r.text(q), tail) {
			q.end -= len(tail)
		}
	}
	if i := strings.Index(r.text(q), "以"); i > 0 {
		q.end = q.start + i
	}
	t := r.text(q)
	if t == "" || runes(t) > 24 || hasAny(t, "时", "之际", "期间", "背景", "基础") || hasSuffix(t, "下", "中", "前", "后") {
		return part{}
	}
	return q
}

// formIn is how a meeting was held: 以视频会议形式.
func (r *reading) formIn(p part) part {
	s := r.text(p)
	at := strings.Index(s, "以")
	if at < 0 {
		return part{}
	}
	end := strings.Index(s[at:], "形式")
	if end < 0 {
		end = strings.Index(s[at:], "方式")
	}
	if end < 0 {
		return part{}
	}
	q := part{p.start + at + len("以"), p.start + at + end}
	q.end -= len(r.text(q)) - len(strings.TrimSuffix(r.text(q), "的"))
	return q
}
