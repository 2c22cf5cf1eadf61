package convert

import (
	"fmt"
	"strings"

	"gongbao/formats"
)

// block is what one lead governs: sentences to its end.
type block struct {
	lead      lead
	sentences []part
	agenda    part // the agenda item that it is the first word on
	more      int  // lines since the label
	open      bool // a label alone in its line: what follows belongs to it
	resolved  bool // by a label of minutes: every clause is the resolution
}

// entry is one priority before it is a fact.
type entry struct {
	lead     lead
	theme    part
	measures []part
	target   part
	numbered bool
	parent   int // index of the headline it belongs to, in its block and later among all, or -1
	closed   bool
	owners   assignment
}

// priorities finds what the meeting demands: per lead, sentence by sentence.
func (r *reading) priorities() {
	var entries []entry
	var agenda part // of an item on which nothing was demanded yet
	for _, b := range r.blocks() {
		if b.agenda.end > 0 {
			agenda = b.agenda
		}
		b.agenda = agenda
		es := r.entriesOf(b)
		if len(es) > 0 {
			agenda = part{}
		}
		for k := range es {
			if es[k].parent >= 0 {
				es[k].parent += len(entries)
			}
		}
		entries = append(entries, es...)
	}
	r.emitPriorities(entries)
}

// blocks cuts the report into what its leads govern. A paragraph without a
// lead goes on from the one before if it is a numbered point or says 要. In
// minutes a label such as 決議： leads, and a heading names the agenda item.
func (r *reading) blocks() []block {
	var bs []block
	var agenda part
	for _, i := range r.body {
		if len(r.headersOf(i)) > 0 {
			continue
		}
		p := r.line(i)
		if r.minutes {
			if item, ok := r.agendaItem(p); ok {
				agenda = item
				continue
			}
			if b, ok := r.resolution(p, bs); ok {
				b.agenda, agenda = agenda, part{}
				bs = append(bs, b)
				continue
			}
		}
		open := len(bs) > 0 && r.continuesDirective(p)
		n, _ := ordinal(r.text(p))
		p.start += n
		sentences := r.sentences(p)
		if r.minutes && n > 0 && len(sentences) > 1 && r.isTopic(sentences[0]) && r.unwrap(sentences[1]) == sentences[1] {
			agenda = sentences[0] // 一、关于旧区改造。会议听取了…
			sentences = sentences[1:]
		}
		for _, s := range sentences {
			if l := r.leadAt(s.start, s.end); l.ok {
				bs = append(bs, block{lead: l, agenda: agenda})
				agenda = part{}
				open = true
				if l.content.start < l.content.end {
					bs[len(bs)-1].sentences = append(bs[len(bs)-1].sentences, l.content)
				}
				continue
			}
			if _, ok := r.bracketed(s); ok && len(bs) > 0 {
				bs[len(bs)-1].sentences = append(bs[len(bs)-1].sentences, s)
				continue
			}
			if open {
				if s.start == p.start {
					s.start -= n
				}
				bs[len(bs)-1].sentences = append(bs[len(bs)-1].sentences, s)
			} else if _, modal := r.modalAt(s); modal && !r.minutes && strings.HasPrefix(r.text(s), "要") {
				bs = append(bs, block{lead: lead{part: part{s.start, s.start}}, sentences: []part{s}})
			} else if b, ok := r.charge(s); r.minutes && ok {
				b.agenda, agenda = agenda, part{}
				bs = append(bs, b)
			}
		}
	}
	return bs
}

// isTopic reports whether a numbered sentence of minutes only names its item.
func (r *reading) isTopic(s part) bool {
	_, modal := r.modalAt(s)
	return !modal && runes(r.text(s)) <= 24 && !hasAny(r.text(s), "会议", ",", "(")
}

func (r *reading) continuesDirective(p part) bool {
	s := r.text(p)
	if r.minutes {
		n, _ := ordinal(s)
		return n > 0 && strings.HasPrefix(s, "(")
	}
	n, _ := ordinal(s)
	if n > 0 && (r.decisionStart(part{p.start + n, p.end}, true) >= 0 || runes(s) < 16 && !hasSuffix(s, "。", ";", ":")) {
		return false
	}
	return point(s) > 0 || strings.HasPrefix(s, "要")
}

// step is a clause of a directive sentence.
type step struct {
	part
	strip int  // bytes of 要 and the like at its start
	modal bool // it says 要, 必须 ...
	point bool // 第一 stood before it
	word  bool // it is nothing but 第一, 首先
	semi  bool // a semicolon or the start of the sentence stands before it
}

// entriesOf reads a block.
func (r *reading) entriesOf(b block) []entry {
	if b.resolved {
		return r.resolvedEntries(b)
	}
	var es []entry
	if b.agenda.end > 0 {
		defer func() { es = underAgenda(es, b.agenda) }()
	}
	directing := demands(b.lead.verb)
	headline := -1
	for k, s := range b.sentences {
		if a, ok := r.bracketed(s); ok {
			if len(es) > 0 {
				es[len(es)-1].owners.merge(a)
			}
			continue
		}
		steps, modal := r.steps(s, directing, k == 0, b.lead.verb)
		if len(steps) == 0 {
			continue
		}
		directing = true
		if len(steps) == 1 && modal && k+1 < len(b.sentences) && !r.numbered(steps[0]) && len(es) == 0 {
			es = append(es, entry{lead: b.lead, theme: r.bare(steps[0]), parent: -1})
			headline = len(es) - 1
			continue
		}
		es = r.fill(es, b.lead, steps, modal, headline)
	}
	return es
}

// fill adds a directive sentence to the entries of its block.
func (r *reading) fill(es []entry, l lead, steps []step, modal bool, headline int) []entry {
	segments := segment(steps)
	switch {
	case r.numbered(steps[0]) || r.anyNumbered(segments):
		for _, seg := range segments {
			if r.numbered(seg[0]) || len(es) == 0 {
				es = append(es, r.numberedEntry(l, seg))
				continue
			}
			es[len(es)-1] = r.extend(es[len(es)-1], seg)
		}
		return es
	case r.parallel(segments):
		if lead, ok := r.topic(steps); ok {
			es = append(es, entry{lead: l, theme: lead, parent: -1})
		}
		for _, seg := range segments {
			e := r.extend(entry{lead: l, theme: r.bare(seg[0]), parent: headline}, seg[1:])
			if n := len(e.measures); e.target.end == 0 && n > 1 && crowns(r.text(e.measures[n-1])) {
				e.target, e.measures = e.measures[n-1], e.measures[:n-1]
			}
			es = append(es, e)
		}
		return es
	}
	last := len(es) - 1
	if last >= 0 && !es[last].closed && (es[last].numbered || last == headline || !modal && es[last].theme.end > 0 && !r.isHeadline(steps)) {
		es[last] = r.extend(es[last], steps)
		return es
	}
	e := entry{lead: l, parent: -1}
	if r.isHeadline(steps) {
		e.theme = r.bare(steps[0])
		steps = steps[1:]
	}
	return append(es, r.extend(e, steps))
}

// crowns reports whether the last clause of one of several themes of a rank
// sums it up: there the same words state a goal that elsewhere are a measure.
func crowns(s string) bool {
	return cut(s, "不断", "持续", "全面", "大力", "加快", "着力", "推动", "推进") > 0 || strings.HasPrefix(s, "在") && strings.Contains(s, "上")
}

// extend adds the clauses to an entry: the last one is its target if it
// states a goal.
func (r *reading) extend(e entry, steps []step) entry {
	if e.target.end > 0 {
		e.measures = append(e.measures, e.target) // only the last goal closes
		e.target = part{}
	}
	items := r.items(steps)
	if n := len(items); n > 0 && (n > 1 || e.theme.end > 0 || len(e.measures) > 0) && isGoal(r.text(items[n-1])) {
		e.target = items[n-1]
		items = items[:n-1]
		e.closed = !e.numbered
	}
	e.measures = append(e.measures, items...)
	return e
}

// numberedEntry is a point: its first clause is the theme, but in minutes,
// where points are the resolutions themselves.
func (r *reading) numberedEntry(l lead, seg []step) entry {
	e := entry{lead: l, numbered: true, parent: -1}
	p := seg[0].part
	p.start += point(r.text(p))
	p.start += cut(r.text(p), "要")
	if r.minutes {
		seg = append([]step{{part: r.trim(p)}}, seg[1:]...)
		return r.extend(e, seg)
	}
	e.theme = r.trim(p)
	return r.extend(e, seg[1:])
}

func (r *reading) numbered(s step) bool { return s.point || point(r.text(s.part)) > 0 }

func (r *reading) anyNumbered(segments [][]step) bool {
	for _, seg := range segments {
		if r.numbered(seg[0]) {
			return true
		}
	}
	return false
}

// segment cuts steps at the semicolons.
func segment(steps []step) [][]step {
	var out [][]step
	for i, s := range steps {
		if i == 0 || s.semi {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], s)
	}
	return out
}

// parallel reports whether the segments are themes of one rank: they start
// alike (突出…;突出…) or end their first clauses alike (…抓落实;…抓落实).
func (r *reading) parallel(segments [][]step) bool {
	if len(segments) < 2 {
		return false
	}
	heads, tails := map[string]int{}, map[string]int{}
	long := 0
	for _, seg := range segments {
		s := r.text(r.bare(seg[0]))
		if startsWithDigit(s) {
			return false
		}
		heads[s[:prefixRunes(s, 2)]]++
		if n := runes(s); n > 3 {
			tails[s[prefixRunes(s, n-3):]]++
		}
		if len(seg) > 1 {
			long++
		}
	}
	for _, m := range []map[string]int{heads, tails} {
		for _, n := range m {
			if n == len(segments) && long*2 >= n {
				return true
			}
		}
	}
	return false
}

// topic is the clause before the first 要 of a sentence with parallel themes,
// where it names a task: 做好2024年经济工作.
func (r *reading) topic(steps []step) (part, bool) {
	first := steps[0].start
	line := r.lineStart(first)
	before := part{line, first}
	clauses := r.split(before, ",:。;")
	if len(clauses) == 0 {
		return part{}, false
	}
	p := clauses[len(clauses)-1]
	s := r.text(p)
	return p, hasSuffix(s, "工作") && cut(s, "做好", "抓好", "推进", "加强") > 0
}

func (r *reading) lineStart(i int) int { return strings.LastIndexByte(r.Fold[:i], '\n') + 1 }

// isHeadline reports whether the first clause of a sentence names a task that
// the rest spells out.
func (r *reading) isHeadline(steps []step) bool {
	if len(steps) < 2 || cut(r.text(steps[0].part), "必须", "务必") > 0 || r.seasonal(steps[0].start) {
		return false
	}
	s := r.text(r.bare(steps[0]))
	if runes(s) > 24 {
		return false
	}
	for _, adv := range []string{"进一步", "持续", "大力", "深入", "全力", "切实", "扎实", "更加"} {
		s = strings.TrimPrefix(s, adv)
	}
	if strings.HasPrefix(s, "坚持以") && hasAny(s, "为指导", "为统领") {
		return false
	}
	return cut(s, "坚持", "推进", "做好", "抓好", "深化", "开展", "加强", "强化", "突出", "加大", "高度重视", "重视", "关心关爱", "打好", "抓住", "集中力量") > 0
}

// seasonal reports whether a time stands before the clause at i: 岁末年初，要….
func (r *reading) seasonal(i int) bool {
	line := r.lineStart(i)
	clauses := r.split(part{line, i}, ",:。;")
	if len(clauses) == 0 {
		return false
	}
	s := r.text(clauses[len(clauses)-1])
	return runes(s) <= 8 && hasSuffix(s, "前后", "年初", "当前", "目前", "期间", "季度", "年底", "下半年", "上半年")
}

// bare is a clause without 要 and the like at its start.
func (r *reading) bare(s step) part { return part{s.start + s.strip, s.end} }

// items joins clauses that have no verb of their own to the next.
func (r *reading) items(steps []step) []part {
	var out []part
	for i := 0; i < len(steps); i++ {
		p := r.bare(steps[i])
		for i+1 < len(steps) && r.joins(r.bare(steps[i]), steps[i+1].part) && !r.numbered(steps[i+1]) {
			i++
			p.end = steps[i].end
		}
		if p.start < p.end {
			out = append(out, p)
		}
	}
	return out
}

// joins reports whether clause a is only half of what b completes.
func (r *reading) joins(a, b part) bool {
	s, next := r.text(a), r.text(b)
	switch {
	case dangling(s):
		return true
	case hasSuffix(s, "会后", "的同时"):
		return true
	case r.minuted && cut(next, "请", "列入", "从", "由") > 0 && hasSuffix(s, "资讯", "质询", "问题", "案", "事项", "意见"):
		return true
	case hasSuffix(s, "配合", "协助"):
		return r.units(part{a.start, a.end - len("配合")}) != nil
	case cut(s, "不仅", "不但") > 0:
		return cut(next, "还", "而且", "也", "更") > 0
	case strings.HasPrefix(s, "为"):
		return !isGoal(s) && cut(next, "提供", "作出", "做出", "奠定", "贡献", "创造", "营造", "注入") > 0
	}
	return false
}

func (r *reading) emitPriorities(es []entry) {
	for _, e := range es {
		if e.theme.end == 0 && len(e.measures) == 0 && e.target.end == 0 {
			continue
		}
		n := len(r.out.Priorities) + 1
		p := formats.Priority{ID: fmt.Sprintf("p%d", n), Rank: n, Lead: r.leadText(e.lead),
			Theme: r.optional(e.theme), Target: r.optional(e.target), Confidence: 0.85}
		if e.parent >= 0 {
			p.Parent = formats.Optional(r.parentID(es[e.parent]))
		}
		p.Speaker = r.speakerOf(e.lead)
		owners := e.owners
		for _, m := range e.measures {
			p.Measures = append(p.Measures, r.quote(m))
			owners.merge(r.assignmentIn(m))
		}
		p.LeadUnit, p.Deadline = r.optional(owners.lead), r.deadlineValue(owners.deadline)
		for _, u := range owners.support {
			p.SupportUnits = append(p.SupportUnits, r.quote(u))
		}
		for _, u := range owners.responsible {
			p.Responsible = append(p.Responsible, r.quote(u))
		}
		r.out.Priorities = append(r.out.Priorities, p)
	}
}

// speakerOf is the name of the person whom a lead names.
func (r *reading) speakerOf(l lead) formats.Optional {
	who := r.personIn(l.subject)
	if m, _, ok := r.personAt(l.subject.start, l.subject.end, false); who == nil && ok {
		who = r.known(squeeze(r.text(m.name.part)))
	}
	if who == nil {
		return ""
	}
	return formats.Optional(stripSpace(r.Raw(who.first.start, who.first.end)))
}

// leadText is the lead as the source has it, if there is one.
func (r *reading) leadText(l lead) formats.Optional {
	if l.start >= l.end {
		return ""
	}
	return formats.Optional(r.Raw(l.start, l.end))
}

// parentID is the ID of the priority made of headline h.
func (r *reading) parentID(h entry) string {
	at := r.Span(h.theme.start, h.theme.end)
	for _, p := range r.out.Priorities {
		if p.Theme != nil && p.Theme.Span == at {
			return p.ID
		}
	}
	return ""
}
