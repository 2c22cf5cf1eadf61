package convert

import (
	"strings"
)

// agendaItem reads the heading of an agenda item in minutes: 二、外牆維修工程,
// 案由：…, 提案一：….
func (r *reading) agendaItem(p part) (part, bool) {
	s := r.text(p)
	n, _ := ordinal(s)
	for _, w := range []string{"案由", "提案", "议题"} {
		rest, ok := strings.CutPrefix(s[n:], w)
		if !ok {
			continue
		}
		if at := strings.IndexByte(rest, ':'); at >= 0 && (at == 0 || numeral(rest[:at])) {
			item := r.trim(part{p.start + n + len(w) + at + 1, p.end})
			return r.trimAgenda(item), true
		}
	}
	if strings.HasSuffix(s, "案。") && runes(s) < 80 && n == 0 && !strings.Contains(s, ":") {
		return r.trimAgenda(p), true
	}
	if n == 0 {
		return part{}, false
	}
	item := r.trimAgenda(part{p.start + n, p.end})
	t := r.text(item)
	switch t {
	case "其他事项", "其他", "临时动议", "臨时动议", "散会", "其他议案":
		return part{}, true
	}
	if hasSuffix(s, "案。", "质询。", "质询」。") || runes(t) <= 30 && !hasSuffix(s, "。", ";", ":") && !hasAny(t, ":", ",") {
		return item, true
	}
	return part{}, false
}

func numeral(s string) bool {
	_, n, ok := number(s)
	return ok && n == len(s)
}

// trimAgenda takes the full stop and a remark in brackets off an item.
func (r *reading) trimAgenda(p part) part {
	for {
		p = r.trim(p)
		s := r.text(p)
		switch at := strings.LastIndexByte(s, '('); {
		case strings.HasSuffix(s, "。"):
			p.end -= len("。")
		case at > 0 && r.shutsAt(p.start+at, p.end-1):
			p.end = p.start + at
		default:
			return p
		}
	}
}

// resolution reads a line that 決議： and the like introduces, or a numbered
// line that goes on from one.
func (r *reading) resolution(p part, before []block) (block, bool) {
	s := r.text(p)
	n, _ := ordinal(s)
	label := resolutionLabel(s[n:])
	if label > 0 {
		at := p.start + n
		l := lead{part: part{at, at + label - len(":")}, ok: true, verb: "决定"}
		return block{lead: l, sentences: r.sentences(part{at + label, p.end}), resolved: true, open: at+label >= p.end}, true
	}
	if n == 0 || len(before) == 0 || !before[len(before)-1].open || r.lineOf(p) != r.lineOf(before[len(before)-1].lead.part)+before[len(before)-1].more+1 {
		return block{}, false
	}
	last := before[len(before)-1]
	return block{lead: last.lead, sentences: r.sentences(part{p.start + n, p.end}), resolved: true, open: true, more: last.more + 1}, true
}

// lineOf is the index of the line in which p starts.
func (r *reading) lineOf(p part) int {
	for i, l := range r.Lines {
		if p.start < l.End {
			return i
		}
	}
	return len(r.Lines)
}

// resolvedEntries makes one entry of what a label of minutes introduces.
// Adoption and housekeeping are no tasks.
func (r *reading) resolvedEntries(b block) []entry {
	e := entry{lead: b.lead, theme: b.agenda, parent: -1}
	for _, s := range b.sentences {
		if a, ok := r.bracketed(s); ok {
			e.owners.merge(a)
			continue
		}
		if r.unwrap(s) != s && strings.Contains(r.text(s), "票") {
			continue
		}
		var steps []step
		for _, c := range r.clauses(s) {
			if !housekeeping(r.text(c)) {
				steps = append(steps, step{part: c, strip: cut(r.text(c), "并")})
			}
		}
		e.measures = append(e.measures, r.items(steps)...)
	}
	if len(e.measures) == 0 {
		return nil
	}
	return []entry{e}
}

// charge reads a sentence of minutes that gives somebody a task without a
// lead: 管理處須…, 由A会同B….
func (r *reading) charge(s part) (block, bool) {
	for k, c := range r.split(s, ",;:") {
		t := r.text(c)
		owner := cut(t, "由", "请") > 0 && r.assignmentIn(c).lead.end > 0
		if n, modal := r.modalAt(c); owner || k == 0 && modal && n == 0 && !strings.HasPrefix(t, "会议") && !assessment(t) {
			return block{lead: lead{part: part{s.start, s.start}}, sentences: []part{{c.start, s.end}}, resolved: true}, true
		}
	}
	return block{}, false
}

// housekeeping tells what disposes of an item without giving anybody a task.
func housekeeping(s string) bool {
	return hasAny(s, "照案通过", "修正通过", "修正后通过", "保留", "备查", "洽悉", "另定期", "另择期", "报告结束", "询答结束", "质询结束", "议事录确定", "再议", "均已发言完毕", "继续审查", "审查完竣", "散会") ||
		s == "确定" || s == "通过" || strings.HasSuffix(s, "报告及询答结束")
}

// underAgenda names the agenda item as the theme of the first entry under it.
func underAgenda(es []entry, agenda part) []entry {
	if len(es) == 0 {
		return es
	}
	if es[0].theme.end > 0 {
		es[0].measures = append([]part{es[0].theme}, es[0].measures...)
	}
	es[0].theme = agenda
	return es
}
