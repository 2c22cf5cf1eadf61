package convert

import (
	"strings"

	"gongbao/formats"
)

// appointments finds who was appointed, elected, removed, co-opted or
// resigned. Those people become known to the rest of the reading, but are no
// attendees by it.
func (r *reading) appointments() {
	for i := range r.Lines {
		for _, s := range r.sentences(r.line(i)) {
			act := formats.Act("")
			for _, c := range r.clauses(s) {
				act = r.appointment(c, act)
			}
		}
	}
}

// acts lists the verbs of appointment, longer ones first.
var acts = [...]struct {
	verb string
	act  formats.Act
}{
	{"决定任命", formats.Appointed}, {"任命", formats.Appointed}, {"同意聘任", formats.Appointed}, {"聘任", formats.Appointed}, {"聘请", formats.Appointed},
	{"补选", formats.CoOpted}, {"增补", formats.CoOpted}, {"替补", formats.CoOpted}, {"递补", formats.CoOpted},
	{"选举产生", formats.Elected}, {"选举", formats.Elected}, {"推选", formats.Elected}, {"当选为", formats.Elected}, {"当选", formats.Elected},
	{"免去", formats.Removed}, {"免除", formats.Removed}, {"辞去", formats.Resigned},
}

// appointment reads one clause and returns the act that a clause after it may
// go on with: 选举A为书记，B为副书记.
func (r *reading) appointment(c part, before formats.Act) formats.Act {
	s := r.text(c)
	for _, a := range acts {
		at := strings.Index(s, a.verb)
		if at < 0 {
			continue
		}
		v := part{c.start + at, c.start + at + len(a.verb)}
		switch a.act {
		case formats.Resigned:
			r.resignation(part{c.start, v.start}, part{v.end, c.end})
		case formats.Removed:
			r.removal(part{v.end, c.end})
		default:
			if strings.HasPrefix(a.verb, "当选") {
				r.elected(part{c.start, v.start}, part{v.end, c.end}, a.act)
			} else {
				r.named(part{v.end, c.end}, a.act)
			}
		}
		return a.act
	}
	if before != "" && before != formats.Removed && before != formats.Resigned {
		r.named(c, before)
	}
	return before
}

// names reads the list of names at the start of p; rest is what follows.
func (r *reading) names(p part) (found []name, rest part) {
	i := p.start
	for i < p.end {
		at := r.skipJoint(i, p.end)
		if at == i && len(found) > 0 {
			break
		}
		n, ok := r.nameAt(at, p.end, inList)
		if !ok {
			break
		}
		found = append(found, n)
		i = r.afterName(n.end, p.end)
	}
	return found, part{i, p.end}
}

// named reads A、B为某职.
func (r *reading) named(p part, act formats.Act) {
	s := r.text(p)
	at, n := strings.Index(s, "为"), len("为")
	if k := strings.Index(s, "担任"); k >= 0 && (at < 0 || k < at) {
		at, n = k, len("担任")
	}
	if at <= 0 {
		return
	}
	r.appoint(r.listOf(part{p.start, p.start + at}), r.postIn(part{p.start + at + n, p.end}), act)
}

// listOf reads p as nothing but a list of names, the first perhaps behind a
// title; nil where an item is no name.
func (r *reading) listOf(p part) []name {
	var names []name
	for _, item := range r.split(p, "、") {
		for _, hon := range []string{"同志", "先生", "女士", "两位", "三位", "四位", "五位", "二人", "两人", "三人", "等"} {
			if strings.HasSuffix(r.text(item), hon) {
				item.end -= len(hon)
			}
		}
		n, ok := r.nameAt(item.start, item.end, afterPost)
		if !ok || n.end != item.end {
			m, _, found := r.personAt(item.start, item.end, false)
			if !found || m.name.end != item.end || m.who != nil {
				return nil
			}
			n = m.name
		}
		names = append(names, n)
	}
	return names
}

// elected reads A、B当选为某职.
func (r *reading) elected(who, post part, act formats.Act) {
	who = r.skipPreface(who)
	names, rest := r.names(who)
	if len(names) == 0 || r.trim(rest).start < rest.end && cut(r.text(r.trim(rest)), "为") == 0 {
		return
	}
	r.appoint(names, r.postIn(post), act)
}

// removal reads 免去A的某职职务.
func (r *reading) removal(p part) {
	names, rest := r.names(p)
	if len(names) == 0 {
		return
	}
	rest.start += cut(r.text(rest), "的")
	r.appoint(names, r.postIn(rest), formats.Removed)
}

// resignation reads 同意A辞去某职职务.
func (r *reading) resignation(who, post part) {
	who = r.skipPreface(who)
	for _, w := range []string{"接受", "同意", "准予"} {
		if at := strings.Index(r.text(who), w); at >= 0 {
			who.start += at + len(w)
		}
	}
	if names, _ := r.names(who); len(names) > 0 {
		r.appoint(names, r.postIn(post), formats.Resigned)
	}
}

// postIn trims 职务 and what follows a post off p.
func (r *reading) postIn(p part) part {
	s := r.text(p)
	for _, w := range []string{"职务", "的请求", "人选"} {
		if at := strings.Index(s, w); at > 0 {
			p.end = p.start + at
			s = r.text(p)
		}
	}
	return r.trim(p)
}

func (r *reading) appoint(names []name, post part, act formats.Act) {
	if post.start >= post.end || runes(r.text(post)) > 40 {
		return
	}
	for _, n := range names {
		raw := r.quote(n.part)
		r.out.Appointments = append(r.out.Appointments,
			formats.Appointment{Person: stripSpace(raw.Text), Post: r.Raw(post.start, post.end), Act: act, Span: raw.Span})
		if r.known(squeeze(r.text(n.part))) == nil {
			r.add(mention{name: n}, nil)
		}
	}
}
