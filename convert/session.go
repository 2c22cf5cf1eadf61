package convert

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongbao/formats"
)

// organizerOf is the body that held a meeting: the subject of 召开, or what
// its name starts with before the term.
func (r *reading) organizerOf(h held) part {
	if h.organizer.end > 0 {
		return h.organizer
	}
	s := r.text(h.name)
	for i := range s {
		if strings.HasPrefix(s[i:], "第") || digit(mustRune(s[i:])) >= 0 || r.digitAt(h.name.start+i) {
			if i > 0 && bodyName(s[:i]) {
				return part{h.name.start, h.name.start + i}
			}
			break
		}
	}
	best := len(s)
	for _, org := range []string{"常委会", "区委", "市委", "县委", "省委", "政府", "党委", "党组", "国务院", "董事会", "监事会", "委员会", "法团"} {
		if at := strings.Index(s, org); at >= 0 && at+len(org) < best {
			best = at + len(org)
		}
	}
	if best == len(s) {
		return part{}
	}
	return part{h.name.start, h.name.start + best}
}

// presiders names who was in the chair of meeting i: of several meetings
// whoever is named after it and before the next.
func (r *reading) presiders(hs []held, i int) []string {
	from, to := 0, len(r.Fold)
	if i > 0 && !r.oneEvent(hs[i-1], hs[i]) {
		from = hs[i].name.start
	}
	for k := i + 1; k < len(hs); k++ {
		if !r.oneEvent(hs[k-1], hs[k]) {
			to = hs[k].name.start
			break
		}
	}
	var names []string
	add := func(roles []formats.Role, p part) {
		if slices.Contains(roles, formats.Presided) && p.start >= from && p.start < to {
			names = append(names, r.Raw(p.start, p.end))
		}
	}
	for _, p := range r.people {
		add(p.roles, p.first)
	}
	for _, g := range r.groups {
		add(g.roles, g.part)
	}
	return names
}

func (r *reading) oneEvent(a, b held) bool {
	return b.name.start-a.name.end <= len("暨") && b.name.start >= a.name.end
}

// sessionOf reads term and session of a meeting's name: 六届五次, 第129次.
func sessionOf(s string) (term, session *int) {
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		starts := digit(c) >= 0 || power(c) > 0 || c >= '0' && c <= '9'
		if !starts {
			i += size
			continue
		}
		n, k, ok := number(s[i:])
		if !ok || k == 0 {
			i += size
			continue
		}
		rest := s[i+k:]
		switch {
		case strings.HasPrefix(rest, "届"):
			term = &n
		case cut(rest, "次", "中全会", "讲", "期") > 0 && !strings.HasPrefix(rest, "期间"):
			session = &n
		}
		i += k
	}
	return term, session
}

// meetingKind names the kind of a meeting by its head noun.
func meetingKind(s string) string {
	for _, k := range []struct{ word, kind string }{
		{"经济工作会议", "economic-work-conference"}, {"电视电话", "teleconference"}, {"常务会议", "executive-meeting"},
		{"政治局常务委员会", "politburo-standing-committee"}, {"政治局", "politburo"}, {"委员长会议", "npc-chairpersons-meeting"},
		{"主席会议", "cppcc-chairpersons-meeting"}, {"协商座谈会", "cppcc-consultation"}, {"主席团", "presidium-meeting"}, {"主任会议", "npc-directors-meeting"},
		{"董事会", "board"}, {"监事会", "board-of-supervisors"}, {"股东", "shareholders-meeting"}, {"中心组", "party-group-study"}, {"集中学习", "party-group-study"},
		{"党组", "party-group"}, {"代表大会", "congress"}, {"职代会", "congress"}, {"选举会议", "election-meeting"}, {"委员会议", "legislative-committee"},
		{"民主生活会", "democratic-life-meeting"}, {"常委会", "standing-committee"}, {"常务委员会", "standing-committee"}, {"全会", "plenum"}, {"全体", "plenum"},
		{"签约仪式", "signing-ceremony"}, {"仪式", "ceremony"}, {"讲座", "lecture"}, {"培训", "training"}, {"座谈", "symposium"}, {"推进会", "promotion-conference"},
		{"动员", "mobilisation-meeting"}, {"调度", "dispatch-meeting"}, {"办公会", "office-meeting"}, {"工作会", "work-conference"}, {"党委", "party-committee"},
		{"法团", "owners-corporation"}, {"校务", "university-council"}, {"论坛", "forum"}, {"大会", "assembly"}, {"会谈", "talks"},
	} {
		if strings.Contains(s, k.word) {
			return k.kind
		}
	}
	return "meeting"
}
