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
	for _, c := range r.split(s, ",;") {
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
		n := cut(s, "会上", "会前", "会后", "随后", "最后", "首先", "同时", "期间", "其间", "当天", "上午", "下午", "晚上", "近日", "日前", "今天", "昨天", "并", "接着", "其次", "会议期间", "会议结束时", "会议结束前", "座谈会上", "会议最后", "其中", "会议上", " ", "\t", ":", "根据会议安排", "根据安排", "今天上午", "今天下午", "会议开始前", "由", "(")
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
	for _, w := range []string{"关于", "有关", "所作", "作的", "作了", "对", "受", "《", "就", "的汇报", "的报告", "的情况汇报", "的工作汇报", "工作汇报", "的说明", "汇报", "的意见", "的发言"} {
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
	if s := r.text(p); !bodyName(s) || r.anaphoric(s) || runes(s) > 60 || hasAny(s, "了", "的") {
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
	return runes(s) >= 2 && hasSuffix(s, "常委会", "委员会", "党委", "党组", "政治局", "政府", "局", "院", "厅", "委", "办", "中心", "公司", "集团", "学校", "大学", "主席团", "工会", "理事会", "董事会", "纪委", "部", "处", "科", "室", "所", "站", "社", "团", "组", "联", "协会", "中心组")
}

// predicate is where what a clause says of its subject starts: the first role
// word, with the adverbs before it, that stands behind the end of a group of
// people, a number of them or a body. Without one it is the clause's end.
func (r *reading) predicate(c part) int {
	for i := c.start; i < c.end; {
		if shut, ok := r.shut(i); ok && shut < c.end {
			i = shut
		}
		if i > c.start && r.roleAhead(i, c.end) && r.subjectEnds(part{c.start, i}) {
			return i
		}
		_, size := r.rune(i)
		i += size
	}
	return c.end
}

// roleAhead reports whether a role word stands at i, perhaps behind adverbs.
func (r *reading) roleAhead(i, end int) bool {
	for range 4 {
		s := r.Fold[i:end]
		if n, _ := r.terms.At(s, lexicon.Roles); n > 0 {
			return true
		}
		n := cut(s, "应邀", "分别", "先后", "一同", "一起", "共同", "也", "均", "都", "还", "集体", "现场", "在主会场", "在分会场", "在会上", "到会", "作了", "作", "做了", "进行了", "进行", "列队", "争相", "依次", "因事", "因公", "因病", "就", "通过视频", "围绕", "在主席台", "经验成果", "经验", "典型", "大会", "交流")
		if n == 0 {
			return false
		}
		if cut(s, "就", "围绕") > 0 {
			return len(r.rolesIn(part{i, end})) > 0
		}
		i += n
	}
	return false
}

// subjectEnds reports whether a subject can end where p does.
func (r *reading) subjectEnds(p part) bool {
	s := r.text(p)
	if n, _ := r.terms.Before(s, lexicon.Head|lexicon.Post); n > 0 {
		return true
	}
	if q, n := r.countBehind(p); n != nil && q.end >= p.start {
		return true
	}
	return bodyName(s) || strings.HasSuffix(s, "等")
}

// rolesIn lists the roles that a predicate gives.
func (r *reading) rolesIn(p part) (roles []formats.Role) {
	add := func(role formats.Role) {
		for _, have := range roles {
			if have == role {
				return
			}
		}
		roles = append(roles, role)
	}
	for i := p.start; i < p.end; {
		if shut, ok := r.shut(i); ok && shut < p.end {
			i = shut
		}
		n, class := r.terms.At(r.Fold[i:p.end], lexicon.Roles)
		if n == 0 {
			if k, _ := r.terms.At(r.Fold[i:p.end], lexicon.Speech); k > len("说") && r.speaks(i, k, p) {
				add(formats.Spoke)
			}
			_, size := r.rune(i)
			i += size
			continue
		}
		if role := roleOf(class); r.fits(role, part{i, i + n}, p) {
			add(role)
		}
		i += n
	}
	return residual(roles, false)
}

// speaks reports whether the speech word at i tells of p's subject speaking.
func (r *reading) speaks(i, n int, p part) bool {
	word := r.Fold[i : i+n]
	if word != "强调" && word != "指出" && word != "表示" {
		return false
	}
	if cut(r.Fold[i+n:p.end], "祝贺", "感谢", "慰问", "欢迎", "敬意", "问候", "哀悼", "肯定", "衷心", "诚挚", "热烈", "崇高", "亲切") > 0 {
		return false
	}
	return i == p.start || hasSuffix(r.Fold[p.start:i], "并", "时", "中")
}

// fits reports whether a role word means the role where it stands in the
// predicate p.
func (r *reading) fits(role formats.Role, w, p part) bool {
	before, after := r.Fold[p.start:w.start], r.Fold[w.end:p.end]
	if at := strings.LastIndex(before, "听取"); at >= 0 && role != formats.Attended && !strings.Contains(before[at:], "并") {
		return false
	}
	switch role {
	case formats.Presided:
		return cut(after, "工作", "制定", "召集", "编", "起草") == 0 || strings.HasPrefix(after, "工作会")
	case formats.Attended:
		return !hasSuffix(before, "未", "没有", "不", "组织", "要求", "邀请") && cut(after, "比赛", "工会", "率", "活动的", "者", "人数", "工作的", "职工", "保险", "社会") == 0 && (r.text(w) != "参加" || joins(after))
	case formats.Nonvoting:
		return !hasSuffix(before, "邀请")
	case formats.Reported:
		return cut(after, "会", "人", "单位", "精神", "书", "信") == 0 || strings.HasPrefix(after, "会议精神")
	case formats.Spoke:
		word := r.text(w)
		if word != "讲话" {
			return cut(after, "稿", "人", "提纲", "要求", "材料") == 0
		}
		return !hasAny(after, "精神", "要求", "稿") && (after == "" || before == "" || strings.HasPrefix(after, "并") || hasSuffix(before, "作", "作了", "做了", "发表", "发表了", "重要", "并", "分别", "先后", "总结", "动员", "会上", "上"))
	case formats.Deployed:
		return (before == "" || hasSuffix(before, "作", "作了", "作出", "做", "做了", "进行", "进行了", "工作", "作工作", "会议", "提出", "具体", "作出具体", "全面", "并")) && cut(after, "要求", "的", "落实") == 0 && !strings.HasSuffix(before, "研究")
	case formats.Guided:
		return before == "" || hasSuffix(before, "到会", "莅临", "莅会", "到会现场", "现场", "到场", "亲临", "并")
	case formats.Directed:
		return !hasAny(after, "精神", "要求") && !hasAny(before, "学习", "贯彻", "落实")
	case formats.Recorded:
		return hasSuffix(before, "担任", "作", "会议", "负责") && after == ""
	}
	return true
}

// joins reports whether what 参加 takes is something one attends.
func joins(object string) bool {
	object = object[:prefixRunes(object, 30)]
	return object == "" || hasAny(object, "会", "活动", "仪式", "学习", "座谈", "培训", "讨论", "调研", "考察", "检查", "慰问", "视察", "讲座", "论坛", "典礼", "审议", "表决", "考试", "了", "代表团", "研讨", "班")
}

func roleOf(c lexicon.Class) formats.Role {
	switch {
	case c&lexicon.Presided != 0:
		return formats.Presided
	case c&lexicon.Reported != 0:
		return formats.Reported
	case c&lexicon.Spoke != 0:
		return formats.Spoke
	case c&lexicon.Deployed != 0:
		return formats.Deployed
	case c&lexicon.Guided != 0:
		return formats.Guided
	case c&lexicon.Nonvoting != 0:
		return formats.Nonvoting
	case c&lexicon.Absent != 0:
		return formats.Absent
	case c&lexicon.Recorded != 0:
		return formats.Recorded
	case c&lexicon.Directed != 0:
		return formats.Directed
	}
	return formats.Attended
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
