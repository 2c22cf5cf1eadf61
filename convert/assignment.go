package convert

import (
	"strings"

	"gongbao/formats"
)

// assignment is who is to do a thing, and by when.
type assignment struct {
	lead        part
	support     []part
	responsible []part
	deadline    date
}

func (a *assignment) merge(b assignment) {
	if a.lead.end == 0 {
		a.lead = b.lead
	}
	a.support = append(a.support, b.support...)
	a.responsible = append(a.responsible, b.responsible...)
	if a.deadline.end == 0 {
		a.deadline = b.deadline
	}
}

// bracketed reads (牵头单位：A；配合单位：B、C；完成时限：D); ok is false where p is
// something else.
func (r *reading) bracketed(p part) (a assignment, ok bool) {
	inner := r.unwrap(p)
	if inner == p && !hasAny(r.text(p), "单位:", "部门:", "责任人:", "时限:") {
		return a, false
	}
	for _, f := range r.split(inner, ";,") {
		at := strings.IndexByte(r.text(f), ':')
		if at < 0 {
			continue
		}
		label, v := r.text(part{f.start, f.start + at}), r.trim(part{f.start + at + 1, f.end})
		switch {
		case hasSuffix(label, "牵头单位", "责任单位", "主办单位", "牵头部门", "责任部门", "权责单位", "负责单位", "承办单位", "跟进", "主责单位"):
			units := r.split(v, "、")
			if len(units) > 0 && a.lead.end == 0 {
				a.lead, a.support = units[0], append(a.support, units[1:]...)
			}
		case hasSuffix(label, "配合单位", "协办单位", "配合部门", "协助单位", "参与单位"):
			a.support = append(a.support, r.split(v, "、")...)
		case hasSuffix(label, "责任人", "负责人", "责任领导"):
			a.responsible = append(a.responsible, r.split(v, "、")...)
		case hasSuffix(label, "时限", "完成时间", "期限", "时间节点", "截止日期", "截止时间", "限期"):
			a.deadline = r.deadlineIn(v, false)
		default:
			continue
		}
		ok = true
	}
	return a, ok
}

// deadlineIn reads the date in p; before asks for 前 behind it.
func (r *reading) deadlineIn(p part, before bool) date {
	for _, d := range r.dates(p) {
		if d.from.month > 0 && (!before || cut(r.Fold[d.end:], "前", "之前", "以前") > 0) {
			return d
		}
	}
	return date{}
}

// assignmentIn reads 由A牵头，B、C配合，于D前完成…, 请A于D前…, 由A会同B….
func (r *reading) assignmentIn(p part) assignment {
	a := assignment{deadline: r.deadlineIn(p, true)}
	for _, c := range r.clauses(p) {
		c.start += cut(r.text(c), "并", "另")
		s := r.text(c)
		switch {
		case strings.HasPrefix(s, "由"):
			r.ledBy(part{c.start + len("由"), c.end}, &a)
		case strings.HasPrefix(s, "请"):
			r.askedOf(part{c.start + len("请"), c.end}, &a)
		case hasSuffix(s, "配合", "协助", "协同配合"):
			end := c.end
			for _, w := range []string{"配合", "协助", "协同", "积极", "予以"} {
				if strings.HasSuffix(r.text(part{c.start, end}), w) {
					end -= len(w)
				}
			}
			a.support = append(a.support, r.units(part{c.start, end})...)
		}
	}
	return a
}

// ledBy reads A牵头, A负责, A会同B….
func (r *reading) ledBy(p part, a *assignment) {
	s := r.text(p)
	end := len(s)
	for _, w := range []string{"牵头", "负责", "主办", "会同", "按照", "组织", "拟订", "拟定", "承办", "统筹", "于", "在", "尽快", "抓紧", "研究", "制定", "落实"} {
		if at := strings.Index(s, w); at > 0 && at < end {
			end = at
		}
	}
	units := r.units(part{p.start, p.start + end})
	if len(units) == 0 {
		return
	}
	a.lead = units[0]
	a.support = append(a.support, units[1:]...)
	if rest, ok := strings.CutPrefix(s[end:], "会同"); ok {
		r.withOthers(part{p.end - len(rest), p.end}, a)
	}
}

// askedOf reads 請A於D前…, 請A會同B….
func (r *reading) askedOf(p part, a *assignment) {
	s := r.text(p)
	for i := range s {
		if i == 0 {
			continue
		}
		if units := r.units(part{p.start, p.start + i}); len(units) == 1 && cut(s[i:], "于", "会同", "应", "在", "尽", "加强", "完成", "提", "研", "将", "就", "依", "协", "办", "督", "继续", "积极") > 0 {
			a.lead = units[0]
			if rest, ok := strings.CutPrefix(s[i:], "会同"); ok {
				r.withOthers(part{p.end - len(rest), p.end}, a)
			}
			return
		}
	}
}

// withOthers reads the bodies behind 会同.
func (r *reading) withOthers(p part, a *assignment) {
	s := r.text(p)
	for i := range s {
		if i > 0 && bodyName(s[:i]) && cut(s[i:], "、", "和", "及") == 0 {
			if cut(s[i:], "委", "局", "会", "室", "处") > 0 {
				continue
			}
			a.support = append(a.support, r.units(part{p.start, p.start + i})...)
			return
		}
	}
}

// units reads a list of bodies; nil where p is something else.
func (r *reading) units(p part) []part {
	us := r.split(p, "、")
	for _, u := range us {
		if s := r.text(u); !bodyName(s) && cut(s, "各") == 0 || runes(s) > 24 {
			return nil
		}
	}
	return us
}

func (r *reading) deadlineValue(d date) *formats.Date {
	if d.end == 0 {
		return nil
	}
	out := &formats.Date{Start: formats.Optional(d.from.String()), EDTF: formats.Optional(d.from.String()), Text: r.Raw(d.start, d.end), At: r.Span(d.start, d.end)}
	switch {
	case d.from.year > 0:
		out.Basis = formats.BasisStated
	case r.out.Date != nil && len(r.out.Date.Start) == len("2006-01-02"):
		d.from.year = r.deadlineYear(d)
		out.Start = formats.Optional(d.from.String())
		out.EDTF, out.Basis = out.Start+"?", formats.BasisContext
	default:
		out.EDTF = formats.Optional("XXXX" + d.from.String()[1:])
	}
	return out
}

// deadlineYear is the year of the meeting, or the next where the day has
// passed.
func (r *reading) deadlineYear(d date) int {
	start := string(r.out.Date.Start)
	year, _, _ := arabic(start[:4])
	if (day{year, d.from.month, d.from.day}).String() < start {
		year++
	}
	return year
}
