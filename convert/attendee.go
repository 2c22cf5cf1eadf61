package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

// person is someone the text names, with what it says of him.
type person struct {
	text   string // the name, folded, without padding
	first  part   // the mention that the fact cites
	infix  string // the name in the source where the title stands inside it
	titles []part
	roles  []formats.Role
	places []part
	score  float64
	other  string
	titled bool
	listed bool // in a header of minutes, which is kept whole
}

// known is the person of that folded name, or nil.
func (r *reading) known(text string) *person { return r.byName[text] }

// bySurname is the only person of that surname whose titles end in post, or
// else the only one of that surname.
func (r *reading) bySurname(surname, post string) *person {
	var found, matching []*person
	for _, p := range r.people {
		if !strings.HasPrefix(p.text, surname) {
			continue
		}
		found = append(found, p)
		for _, t := range p.titles {
			if strings.HasSuffix(r.text(t), post) {
				matching = append(matching, p)
				break
			}
		}
	}
	if len(matching) == 1 {
		return matching[0]
	}
	if len(found) == 1 && len(found[0].titles) == 0 {
		return found[0]
	}
	return nil
}

// mention is a person or group as one clause names it.
type mention struct {
	name   name // of a person
	titles []part
	infix  string
	who    *person // already known, where only surname and title stand
	group  part    // of a group or body, if no person
	count  *count
	body   bool
}

func (m mention) isPerson() bool { return m.name.end > 0 }

// add records a mention of a person and gives him the roles.
func (r *reading) add(m mention, roles []formats.Role) *person {
	text := squeeze(r.text(m.name.part))
	if m.infix != "" {
		text = m.infix
	}
	p := r.known(text)
	if m.who != nil {
		p, m.titles = m.who, nil
	}
	if p == nil {
		p = &person{text: text, first: m.name.part, score: m.name.score, other: m.name.other, titled: len(m.titles) > 0}
		if m.infix != "" {
			p.infix = m.infix
		}
		r.people = append(r.people, p)
		r.byName[text] = p
	}
	p.places = append(p.places, m.name.part)
	if r.richer(m.titles, p.titles) {
		p.titles = m.titles
	}
	p.titled = p.titled || len(m.titles) > 0
	for _, role := range roles {
		p.addRole(role)
	}
	return p
}

// richer reports whether titles a say more than titles b.
func (r *reading) richer(a, b []part) bool {
	size := func(ts []part) (n int) {
		for _, t := range ts {
			n += t.end - t.start
		}
		return n
	}
	return len(a) > 0 && size(a) > size(b)
}

func (p *person) addRole(role formats.Role) {
	for _, have := range p.roles {
		if have == role {
			return
		}
	}
	p.roles = append(p.roles, role)
}

// group is people or a body that the text does not name one by one.
type group struct {
	part
	roles    []formats.Role
	count    *count
	body     bool
	excludes []part
}

func (r *reading) addGroup(m mention, roles []formats.Role) {
	if len(roles) == 0 || r.anaphoric(r.text(m.group)) {
		return
	}
	for _, g := range r.groups {
		if r.text(g.part) == r.text(m.group) && (g.count == nil || m.count == nil) {
			for _, role := range roles {
				if !g.has(role) && (role != formats.Attended) {
					g.roles = append(g.roles, role)
				}
			}
			if g.count == nil {
				g.count = m.count
			}
			return
		}
	}
	r.groups = append(r.groups, &group{part: m.group, roles: roles, count: m.count, body: m.body, excludes: r.exclusions(m.group)})
}

func (g *group) has(role formats.Role) bool {
	for _, have := range g.roles {
		if have == role {
			return true
		}
	}
	return false
}

// anaphoric tells words that only point back at people named before.
func (r *reading) anaphoric(s string) bool {
	switch s {
	case "", "与会人员", "与会同志", "大家", "与会代表", "参会人员", "会议", "全会", "大会", "他们", "双方", "与会者", "出席人员", "主席", "领导", "领导同志", "全体与会人员", "全体人员", "其他人员", "人员", "同志", "有关方面", "各方面":
		return true
	}
	return runes(s) < 2
}

// exclusions are the parts named in 不是…的 at the start of a group.
func (r *reading) exclusions(p part) []part {
	s := r.text(p)
	n := cut(s, "不是", "非")
	end := strings.Index(s, "的")
	if n == 0 || end < 0 {
		return nil
	}
	return r.split(part{p.start + n, p.start + end}, "、")
}

// residual drops "attended" from whoever has a more telling role, as the
// guideline of this genre has it: 出席会议并讲话 is spoke.
func residual(roles []formats.Role, keep bool) []formats.Role {
	active := false
	for _, role := range roles {
		switch role {
		case formats.Attended, formats.Nonvoting, formats.Absent, formats.Directed:
		default:
			active = true
		}
	}
	if !active || keep {
		return roles
	}
	out := roles[:0:0]
	for _, role := range roles {
		if role != formats.Attended {
			out = append(out, role)
		}
	}
	return out
}

// attendance finds who was there and what they did: first in what the
// document itself tells, then among those who speak in it.
func (r *reading) attendance() {
	r.headerLines()
	for _, i := range r.body {
		if len(r.headersOf(i)) == 0 {
			r.told(i)
		}
	}
	var last *person
	for _, i := range r.body {
		if len(r.headersOf(i)) == 0 {
			last = r.said(i, last)
		}
	}
	r.furtherMentions()
	r.emitAttendees()
}

// told reads what line i itself tells, up to its first lead, and who its
// leads name.
func (r *reading) told(i int) {
	within := false
	for _, s := range r.sentences(r.line(i)) {
		switch l := r.leadAt(s.start, s.end); {
		case l.ok:
			r.speaker(l, s)
			within = within || !l.resolves()
		case !within:
			r.sentence(s, false)
		}
	}
}

// said reads the rest of line i, where only people known from elsewhere
// count, and gives the words of 他 to the last of them named. It returns the
// one named last.
func (r *reading) said(i int, last *person) *person {
	within := false
	for _, s := range r.sentences(r.line(i)) {
		l := r.leadAt(s.start, s.end)
		if who := r.text(l.subject); l.ok && (who == "他" || who == "她") && last != nil {
			r.spoke(last, l)
		}
		if within && !l.ok && r.namesAny(s) {
			r.sentence(s, true)
		}
		within = within || l.ok && !l.resolves()
		last = r.lastNamed(s, last)
	}
	return last
}

// lastNamed is the person, if any, whom the last clause of s to start with a
// known name starts with.
func (r *reading) lastNamed(s part, last *person) *person {
	if !r.namesAny(s) {
		return last
	}
	for _, c := range r.split(s, ",;:") {
		c = r.skipPreface(c)
		if m, _, ok := r.personAt(c.start, c.end, false); ok {
			p := m.who
			if p == nil {
				p = r.known(squeeze(r.text(m.name.part)))
			}
			if p != nil {
				last = p
			}
		}
	}
	return last
}

// namesAny reports whether s holds the surname of anybody known: most
// sentences do not, and need no reading for people.
func (r *reading) namesAny(s part) bool {
	for _, p := range r.people {
		_, size := utf8.DecodeRuneInString(p.text)
		if strings.Contains(r.text(s), p.text[:size]) {
			return true
		}
	}
	return false
}

// furtherMentions adds every other place where a person's whole name stands,
// in one pass over the text.
func (r *reading) furtherMentions() {
	byText, longest := map[string]*person{}, 0
	for _, p := range r.people {
		if needle := r.text(p.first); p.infix == "" && byText[needle] == nil {
			byText[needle] = p
			longest = max(longest, runes(needle))
			p.places = []part{p.first}
		}
	}
	for i := 0; i < len(r.Fold); {
		_, size := r.rune(i)
		end := i + size
		for n := 2; n <= longest && end < len(r.Fold); n++ {
			_, k := r.rune(end)
			end += k
			if p := byText[r.Fold[i:end]]; p != nil && i != p.first.start {
				p.places = append(p.places, part{i, end})
			}
		}
		i += size
	}
}

// emitAttendees writes persons, then groups, in the order of the text.
func (r *reading) emitAttendees() {
	for _, p := range r.people {
		if len(p.roles) > 0 {
			r.out.Attendees = append(r.out.Attendees, r.personValue(p))
		}
	}
	for _, g := range r.groups {
		r.out.Attendees = append(r.out.Attendees, r.groupValue(g))
	}
}

func (r *reading) personValue(p *person) formats.Attendee {
	raw := r.Raw(p.first.start, p.first.end)
	a := formats.Attendee{Kind: formats.Person, Name: stripSpace(raw), Roles: p.roles,
		Confidence: confidence(p), Why: why(p)}
	if a.Name != raw {
		a.Surface = formats.Optional(raw)
	}
	if p.infix != "" {
		a.Name = r.unfixed(p)
		a.Surface = formats.Optional(raw)
	}
	for _, t := range p.titles {
		a.Titles = append(a.Titles, r.Raw(t.start, t.end))
	}
	if len(p.titles) > 0 {
		a.Organization = formats.Optional(r.organization(p.titles[0]))
	}
	for _, at := range p.places {
		a.Spans = append(a.Spans, r.Span(at.start, at.end))
	}
	if p.other != "" {
		a.Alternatives = []string{p.other}
	}
	if a.Confidence < 0.8 {
		r.note(nameDoubtful, p.first, a.Name)
	}
	return a
}

// unfixed is the source's spelling of a name with a title inside it.
func (r *reading) unfixed(p *person) string {
	raw := []rune(stripSpace(r.Raw(p.first.start, p.first.end)))
	folded := []rune(squeeze(r.text(p.first)))
	want := []rune(p.infix)
	var b strings.Builder
	for i, k := 0, 0; i < len(folded) && i < len(raw) && k < len(want); i++ {
		// The surname stands first, the given name last.
		if k == 0 && folded[i] == want[0] || k > 0 && len(folded)-i == len(want)-k {
			b.WriteRune(raw[i])
			k++
		}
	}
	return b.String()
}

func stripSpace(s string) string { return strings.Join(strings.Fields(s), "") }

// organization is the part of a title before the office, where one stands.
func (r *reading) organization(t part) string {
	s := r.text(t)
	n, _ := r.terms.Before(s, lexicon.Post)
	if n == 0 || n == len(s) {
		return ""
	}
	return r.Raw(t.start, t.end-n)
}

func (r *reading) groupValue(g *group) formats.Attendee {
	q := r.quote(g.part)
	a := formats.Attendee{Kind: formats.Group, Name: q.Text, Roles: residual(g.roles, g.count != nil), Spans: []formats.Span{q.Span},
		Confidence: 0.9, Why: []string{"role verb"}}
	if g.body {
		a.Kind = formats.Body
	}
	if g.count != nil {
		a.Count, a.Approximate = &g.count.value, g.count.approximate
		a.Unit = formats.Optional(g.count.unit)
	}
	for _, x := range g.excludes {
		a.Excludes = append(a.Excludes, r.Raw(x.start, x.end))
	}
	return a
}

var nameDoubtful = formats.NoteKind{Code: "name-doubtful", Level: formats.Check,
	Hans: "请核对姓名“%s”", Hant: "請核對姓名「%s」"}

// confidence is how sure a name is, from 0 to 1: by its score, by what stands
// beside it, and against it by another reading or the lack of a surname. Of
// those at 0.95 or more, 99 in 100 are to be right.
func confidence(p *person) float64 {
	c := 0.79 + 0.04*min(p.score, 4)
	if p.titled {
		c += 0.03
	}
	if p.listed {
		c += 0.03
	}
	if len(p.places) > 1 {
		c += 0.02
	}
	if p.other != "" {
		c -= 0.15
	}
	if n, _ := lexicon.Surname(p.text); n == 0 {
		c -= 0.1
	}
	return float64(int(100*min(c, 0.99)+0.5)) / 100
}

func why(p *person) []string {
	var w []string
	if p.titled {
		w = append(w, "title")
	}
	if len(p.places) > 1 {
		w = append(w, "repeated")
	}
	if len(w) == 0 {
		w = append(w, "role verb")
	}
	return w
}
