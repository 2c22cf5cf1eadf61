package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

// scene is what the clauses of one sentence have told so far.
type scene struct {
	waiting []mention      // named, but not yet said what they did
	last    []mention      // whom a clause without a subject goes on about
	given   []formats.Role // by 出席会议的有…, for all that follow
	due     part           // the group that 应到 counted
	opened  bool           // 主持召开…会议, 讲话: what follows without a subject, the meeting or the speech did
	quoted  bool
}

// sentence reads who did what in one sentence. In a quoted one only people
// known from elsewhere count.
func (r *reading) sentence(s part, quoted bool) scene {
	sc := scene{quoted: quoted}
	if q := r.unwrap(s); q != s {
		for _, inner := range r.sentences(q) {
			sc = r.sentence(inner, quoted)
		}
		return sc
	}
	for _, c := range r.clauses(s) {
		r.clause(c, &sc)
	}
	if !quoted {
		r.remember(sc.waiting)
	}
	return sc
}

// remember records titled names that have no part yet: a later mention may
// give them one.
func (r *reading) remember(ms []mention) {
	for _, m := range ms {
		if p := r.known(squeeze(r.text(m.name.part))); m.isPerson() && len(m.titles) > 0 && (p == nil || !p.listed) {
			r.add(m, nil)
		}
	}
}

func (r *reading) clause(c part, sc *scene) {
	c = r.skipPreface(c)
	if c.start >= c.end || spokenPoint(r.text(c)) || r.heard(c, sc) || r.composed(c, sc) || r.presidedBy(c, sc) || r.due(c, sc) {
		return
	}
	if n, role := r.givenRole(c); n > 0 {
		sc.given = []formats.Role{role}
		c.start += n
	}
	limit := r.predicate(c)
	ms, rest := r.subjects(c, limit)
	if len(sc.given) > 0 {
		r.enter(ms, sc.given, sc)
		return
	}
	if len(ms) == 0 {
		rest = part{limit, c.end}
		if limit == c.end {
			rest = c
		}
		if body, ok := r.bodyBefore(part{c.start, limit}); ok && limit > c.start {
			ms = []mention{{group: body, body: true}}
		}
	}
	if limit < c.end && rest.start < limit && (len(ms) == 0 || !ms[len(ms)-1].isPerson()) {
		rest.start = limit
	}
	roles := r.rolesIn(rest)
	r.ledParty(ms, rest, sc)
	switch {
	case len(roles) == 0 && len(ms) > 0 && r.trim(rest).start < rest.end && ms[len(ms)-1].isPerson():
		if !sc.quoted {
			r.remember(append(sc.waiting, ms...))
		}
		sc.last, sc.waiting = ms, nil // they did something else; what follows may tell more
		return
	case len(roles) == 0:
		sc.waiting = append(sc.waiting, ms...)
		return
	}
	if strings.Contains(r.text(rest), "答复") {
		ms = r.silent(ms)
	}
	switch {
	case len(ms) > 0:
		r.enter(append(sc.waiting, ms...), roles, sc)
	case len(sc.waiting) > 0 && rest.start == c.start:
		r.enter(sc.waiting, roles, sc)
	case rest.start == c.start && !(sc.opened && meetingsOwn(roles)):
		r.enter(sc.last, roles, sc)
	}
	sc.opened = sc.opened || hasAny(r.text(rest), "召开", "讲话")
}

// ledParty reads 率A、B负责人一行: those led were there too.
func (r *reading) ledParty(ms []mention, rest part, sc *scene) {
	s := r.text(rest)
	if n := cut(s, "率领", "率", "带领"); n > 0 && len(ms) > 0 && ms[len(ms)-1].isPerson() && !sc.quoted {
		end := rest.end
		for _, w := range []string{"一行", "前往", "赴", "深入", "到", "来到", "参加"} {
			if at := strings.Index(s, w); at > n {
				end = min(end, rest.start+at)
			}
		}
		for _, m := range r.groupsIn(part{rest.start + n, end}) {
			r.addGroup(m, []formats.Role{formats.Attended})
		}
	}
}

// meetingsOwn reports whether the roles are such as a meeting has too: 会议传达…,
// 部署….
func meetingsOwn(roles []formats.Role) bool {
	for _, role := range roles {
		if role != formats.Deployed && role != formats.Reported {
			return false
		}
	}
	return true
}

// silent are the people of whom nothing is known yet: who also answered
// questions, having reported, only did the latter.
func (r *reading) silent(ms []mention) []mention {
	var out []mention
	for _, m := range ms {
		if p := r.known(squeeze(r.text(m.name.part))); p == nil || len(p.roles) == 0 {
			out = append(out, m)
		}
	}
	return out
}

// enter gives the mentions their roles.
func (r *reading) enter(ms []mention, roles []formats.Role, sc *scene) {
	for _, m := range ms {
		switch {
		case !m.isPerson() && (sc.quoted || r.minuted):
		case !m.isPerson():
			r.addGroup(m, r.groupRoles(m, roles))
		case sc.quoted && m.who == nil && r.known(squeeze(r.text(m.name.part))) == nil:
		default:
			p := r.add(m, roles)
			p.roles = residual(p.roles, p.listed)
		}
	}
	sc.last, sc.waiting = ms, nil
}

// groupRoles are the roles that a group or body can have.
func (r *reading) groupRoles(m mention, roles []formats.Role) []formats.Role {
	var out []formats.Role
	for _, role := range roles {
		switch {
		case m.body && role != formats.Presided && role != formats.Reported:
		case !m.body && (role == formats.Presided || role == formats.Deployed || role == formats.Guided):
		default:
			out = append(out, role)
		}
	}
	return residual(out, false)
}

// skipPreface passes over dates, 会上 and the like at the start of a clause.
func (r *reading) skipPreface(c part) part {
	for c.start < c.end {
		s := r.text(c)
		n := cut(s, "会上", "会前", "会后", "随后", "最后", "首先", "同时", "期间", "其间", "当天", "上午", "下午", "晚上", "近日", "日前", "今天", "昨天", "并", "接着", "其次", "会议期间", "会议结束时", "会议结束前", "座谈会上", "会议最后", "其中", "会议上", " ", "\t", ":", "根据会议安排", "根据安排", "今天上午", "今天下午", "会议开始前", "由", "(", "本报讯", "本网讯", "本台讯", "本刊讯", "本台消息", "本网消息")
		if shut, ok := r.shut(c.start); ok && shut < c.end && strings.HasPrefix(s, "(") && hasAny(r.Fold[c.start:shut], "记者", "通讯员") {
			n = shut + 1 - c.start
		}
		if strings.HasPrefix(s, "由于") {
			n = 0
		}
		if k, _ := ordinal(s); k > 0 {
			n = k
		}
		if n == 0 {
			if d, ok := r.dateAt(c.start); ok && d.end <= c.end {
				n = d.end - c.start
			}
		}
		if n == 0 {
			if a := agency(s); a > 0 {
				n = a
				n += r.dateline(c.start+a, c.end)
			}
		}
		if n == 0 {
			return c
		}
		c.start += n
	}
	return c
}

// dateline is the length of what follows an agency's name: (新闻联播),
// 北京5月31日电 (记者…).
func (r *reading) dateline(i, end int) int {
	n := 0
	head := r.Fold[i : i+prefixRunes(r.Fold[i:end], 16)]
	if at := strings.Index(head, "电"); at > 0 && len(r.dates(part{i, i + at})) > 0 {
		n = at + len("电")
		n += cut(r.Fold[i+n:end], " ", "\t")
	}
	if shut, ok := r.shut(i + n); ok && r.Fold[i+n] == '(' && shut < end {
		n = shut + 1 - i
	}
	return n
}

// givenRole reads 出席会议的有 and the like: the role of all that the sentence
// then lists. n is its length in bytes.
func (r *reading) givenRole(c part) (n int, role formats.Role) {
	s := r.text(c)
	n = cut(s, "应邀", "还")
	k, class := r.terms.At(s[n:], lexicon.Attended|lexicon.Nonvoting|lexicon.Absent)
	if k == 0 {
		return 0, ""
	}
	rest := s[n+k:]
	at := strings.Index(rest, "的")
	if at < 0 || runes(rest[:at]) > 12 || hasAny(rest[:at], "、", "“") {
		return 0, ""
	}
	if m, _ := r.terms.Before(rest[:at], lexicon.Meeting); m == 0 && at > 0 {
		return 0, ""
	}
	n += k + at + len("的")
	n += cut(s[n:], "还有", "有", "人员有", "人员为", "人员:", "领导有", ":", "是", "包括")
	return n, roleOf(class)
}

// heard reads 听取了A、B关于…的汇报: those heard reported.
func (r *reading) heard(c part, sc *scene) bool {
	s := r.text(c)
	at := strings.Index(s, "听取")
	if at < 0 || at > len("与会人员集体认真") && !sc.quoted && at > 30 {
		return false
	}
	n := at + len("听取")
	n += cut(s[n:], "和讨论", "和审议", "并审议", "并讨论", "审议")
	n += cut(s[n:], "了")
	rest := part{c.start + n, c.end}
	role := formats.Reported
	end := rest.end
	for _, w := range []string{"关于", "有关", "所作", "作的", "作了", "对", "受", "《", "就", "的汇报", "的报告", "的情况汇报", "的工作汇报", "工作汇报", "的说明", "情况汇报", "汇报", "的意见", "的发言"} {
		if k := strings.Index(r.Fold[rest.start:end], w); k >= 0 {
			end = rest.start + k
		}
	}
	if !hasAny(r.text(rest), "汇报", "报告", "介绍", "说明", "《") {
		role = formats.Spoke
	}
	if sc.quoted || end == rest.start {
		return true
	}
	ms, _ := r.subjects(part{rest.start, end}, end)
	for _, n := range r.listOf(part{rest.start, end}) {
		if len(ms) == 0 || ms[0].name != n {
			ms = append(ms, mention{name: n})
		}
	}
	if len(ms) == 0 {
		ms = r.bodies(part{rest.start, end})
		ms = append(ms, r.moreHeard(part{end, c.end})...)
	}
	r.enter(ms, []formats.Role{role}, sc)
	return true
}

// composed reads 推选出由A、B、C等11位…组成的主席团: its members were there.
func (r *reading) composed(c part, sc *scene) bool {
	s := r.text(c)
	at, end := strings.Index(s, "由"), strings.Index(s, "组成")
	if at < 0 || end < at || !hasAny(s[:at], "推选", "选举", "产生") {
		return false
	}
	ms, _ := r.subjects(part{c.start + at + len("由"), c.start + end}, c.start+end)
	var people []mention
	for _, m := range ms {
		if m.isPerson() {
			people = append(people, m)
		}
	}
	if len(people) < 3 {
		return false
	}
	r.enter(people, []formats.Role{formats.Attended}, sc)
	return true
}

// moreHeard reads on where each of several bodies is named with its paper:
// A《…》、B《…》的汇报.
func (r *reading) moreHeard(p part) []mention {
	var ms []mention
	for _, q := range r.split(p, "、")[min(1, len(r.split(p, "、"))):] {
		at := strings.Index(r.text(q), "《")
		if at <= 0 {
			return ms
		}
		ms = append(ms, r.bodies(part{q.start, q.start + at})...)
	}
	return ms
}

// bodies reads a list of bodies, 市房管局、市城管局, as one.
func (r *reading) bodies(p part) []mention {
	p = r.trimGroup(p)
	if s := r.text(p); !bodyName(s) && !strings.HasPrefix(s, "各") || r.anaphoric(s) || runes(s) > 60 || hasAny(s, "了", "的") {
		return nil
	}
	return []mention{{group: p, body: true}}
}

// presidedBy reads 会议由A主持 and 在A主持下.
func (r *reading) presidedBy(c part, sc *scene) bool {
	s := r.text(c)
	at := strings.Index(s, "由")
	if at < 0 || at > 60 || !strings.Contains(s[at:], "主持") {
		return false
	}
	k := at + strings.Index(s[at:], "主持")
	if !(at == 0 || hasSuffix(s[:at], "会议", "会", "全会", "大会", "分别", "活动", "仪式", "培训", "学习")) {
		return false
	}
	inner := part{c.start + at + len("由"), c.start + k}
	inner.end -= len(r.text(inner)) - len(strings.TrimSuffix(strings.TrimSuffix(r.text(inner), "分别"), "共同"))
	ms, _ := r.subjects(inner, inner.end)
	if len(ms) == 0 && bodyName(r.text(inner)) {
		ms = []mention{{group: inner, body: true}}
	}
	for i := range ms {
		if !ms[i].isPerson() {
			ms[i].body = true // an office or body in the chair
		}
	}
	roles := []formats.Role{formats.Presided}
	more := r.rolesIn(part{c.start + k + len("主持"), c.end})
	r.enter(append(sc.waiting, ms...), append(roles, more...), sc)
	return true
}

// bodyBefore reads the subject of a clause as one body: 区委常委会|主持会议.
func (r *reading) bodyBefore(p part) (part, bool) {
	p = r.trimGroup(p)
	s := r.text(p)
	if !bodyName(s) || r.anaphoric(s) || runes(s) > 30 || hasAny(s, "对", "把", "了", "会议", "向", "按", "给") {
		return part{}, false
	}
	return p, true
}

// bodyName reports whether s ends as the name of a body does.
func bodyName(s string) bool {
	return runes(s) >= 2 && hasSuffix(s, "常委会", "委员会", "党委", "党组", "政治局", "政府", "政协", "人大", "妇联", "法团", "局", "院", "厅", "委", "办", "中心", "公司", "集团", "学校", "大学", "主席团", "工会", "理事会", "董事会", "纪委", "部", "处", "科", "室", "所", "站", "社", "团", "组", "联", "协会", "中心组")
}

// due reads 应到…, 实到…: who should have come counts for nothing, who came
// is a group, named by the first where the second only counts.
func (r *reading) due(c part, sc *scene) bool {
	s := r.text(c)
	if at := strings.Index(s, "应"); at >= 0 && at < 30 {
		n := cut(s[at:], "应出席会议的", "应出席", "应到会", "应到", "应参会", "应参加表决", "应参加")
		if n > 0 {
			sc.due = part{c.start + at + n, c.end}
			return true
		}
	}
	at := strings.Index(s, "实")
	if at < 0 || at > 30 {
		return false
	}
	n := cut(s[at:], "实际出席会议的", "实际出席本次会议的", "实际出席", "实际到会", "实到会", "实到", "实际参会", "实际参加表决", "实际参加")
	if n == 0 {
		return false
	}
	ms := r.counted(part{c.start + at + n, c.end}, sc)
	r.enter(ms, []formats.Role{formats.Attended}, sc)
	sc.given = []formats.Role{formats.Attended}
	return true
}

func (r *reading) counted(p part, sc *scene) []mention {
	ms := r.groupsIn(p)
	if len(ms) > 0 {
		return ms
	}
	_, n := r.countBehind(part{min(p.start, p.end), p.end})
	if n == nil {
		if value, _, ok := number(r.text(p)); ok {
			n = &count{value: value}
		}
	}
	if n == nil || sc.due.end == 0 {
		return nil
	}
	g, _ := r.countBehind(sc.due)
	g = r.trimGroup(g)
	if c, _ := utf8.DecodeRuneInString(r.text(g)); !isHan(c) {
		return nil
	}
	return []mention{{group: g, count: n}}
}
