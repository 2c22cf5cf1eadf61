package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

// headerLines reads the header lines of minutes: each label gives the role of
// those in its line and in the lines that go on from it.
func (r *reading) headerLines() {
	hs := r.headers()
	if len(hs) < 2 {
		return
	}
	r.minutes = true
	r.minuted = hs[0].line <= 5
	for k, h := range hs {
		role, ok := headerRole(h.label)
		if !ok {
			continue
		}
		r.headerLine(h, h.value, role)
		end := len(r.Lines)
		if k+1 < len(hs) {
			end = hs[k+1].line
		}
		for i := h.line + 1; i < end && r.goesOn(i); i++ {
			r.headerLine(h, r.line(i), role)
		}
	}
}

func headerRole(label string) (formats.Role, bool) {
	switch {
	case strings.Contains(label, "列席"):
		return formats.Nonvoting, true
	case strings.Contains(label, "请假"), strings.Contains(label, "缺席"), strings.Contains(label, "未出席"):
		return formats.Absent, true
	case strings.Contains(label, "主持"), strings.Contains(label, "主席"):
		return formats.Presided, true
	case strings.Contains(label, "录"):
		return formats.Recorded, true
	case strings.Contains(label, "出席"), strings.Contains(label, "参会"), strings.Contains(label, "参加"), strings.Contains(label, "到会"), label == "专门委员", label == "主任秘书":
		return formats.Attended, true
	}
	return "", false
}

// goesOn reports whether line i still belongs to the header before it: names
// or a count, no sentence and no numbering.
func (r *reading) goesOn(i int) bool {
	p := r.line(i)
	s := r.text(p)
	if n, _ := ordinal(s); n > 0 {
		return false
	}
	if _, n := r.countBehind(r.unwrap(p)); n != nil && runes(s) < 16 {
		return true
	}
	bare := squeeze(strings.Trim(s, "|- "))
	if bare == "" {
		return true
	}
	if hasAny(s, "。", ";") || hasAny(bare, "事项", "报告", "讨论", "散会", "会议开始", "致词", "会议内容") {
		return false
	}
	ms := r.listed(p)
	return len(ms) > 0
}

// unwrap takes brackets off p.
func (r *reading) unwrap(p part) part {
	if shut, ok := r.shut(p.start); ok && shut+1 == p.end {
		return part{p.start + 1, shut}
	}
	return p
}

// headerLine gives everybody listed in p the role of header h.
func (r *reading) headerLine(h header, p part, role formats.Role) {
	if q, n := r.countBehind(r.unwrap(p)); n != nil && runes(r.text(p)) < 20 && !strings.Contains(r.text(p), "、") {
		r.headCount(q, n, role)
		return
	}
	for _, m := range r.listed(p) {
		if !m.isPerson() {
			r.addGroup(m, []formats.Role{role})
			continue
		}
		if len(m.titles) == 0 && (h.label == "专门委员" || h.label == "主任秘书") {
			m.titles = []part{r.labelPart(h)}
		}
		who := r.add(m, []formats.Role{role})
		who.listed = true
	}
}

// labelPart is the place of a header's label, which is a title here.
func (r *reading) labelPart(h header) part {
	l := r.line(h.line)
	s := r.text(l)
	end := l.start + strings.IndexAny(s, ":|")
	if end < l.start {
		end = h.value.start
	}
	return r.trim(part{l.start, end})
}

// headCount reads 委員出席15人, 出席委員10人: a group with its count.
func (r *reading) headCount(p part, n *count, role formats.Role) {
	s := r.text(p)
	switch {
	case strings.Contains(s, "列席"):
		role = formats.Nonvoting
	case strings.Contains(s, "出席"):
		role = formats.Attended
	}
	for _, w := range []string{"出席", "列席", "请假", "缺席"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			p.start += len(s) - len(rest)
			break
		}
		if rest, ok := strings.CutSuffix(s, w); ok {
			p.end -= len(s) - len(rest)
			break
		}
	}
	p = r.trim(p)
	if p.start < p.end {
		r.addGroup(mention{group: p, count: n}, []formats.Role{role})
	}
}

// listed reads the people of a header's line: names parted by wide spaces,
// marks or table bars, each perhaps with an office before or behind it, and
// groups.
func (r *reading) listed(p part) []mention {
	var ms []mention
	var office []part
	for _, seg := range r.split(p, ",;|") {
		items := r.split(seg, "\t、")
		for i := 0; i < len(items); i++ {
			item := items[i]
			if runes(r.text(item)) == 1 && i+1 < len(items) {
				item.end = items[i+1].end // 科　　長
				i++
			}
			item = r.trimItem(item)
			if item.start >= item.end {
				continue
			}
			found, ok := r.listedItem(item, &office)
			if !ok { // the rest is a list of groups
				ms = append(ms, r.groupsIn(part{item.start, seg.end})...)
				break
			}
			if len(found) > 0 {
				ms = append(ms, found...)
				office = nil
			}
		}
		if len(office) > 0 && hasSuffix(r.text(office[len(office)-1]), "同志", "负责人", "领导", "代表") {
			ms = append(ms, r.groupsIn(part{office[0].start, seg.end})...)
			office = nil
		}
	}
	return ms
}

func (r *reading) trimItem(p part) part {
	s := r.text(p)
	t := strings.Trim(s, " -*•:")
	at := strings.Index(s, t)
	return part{p.start + at, p.start + at + len(t)}
}

// listedItem reads one item. An office alone belongs to the name after it. ok
// is false where the item names no person.
func (r *reading) listedItem(p part, office *[]part) (ms []mention, ok bool) {
	if m, ok := r.infixed(p); ok {
		return []mention{m}, true
	}
	s := squeeze(r.text(p))
	words := r.words(p)
	if n, _ := r.terms.At(s, lexicon.Post); n == len(s) {
		*office = append(*office, p)
		return nil, true
	}
	if ms, ok := r.titledWords(words); ok {
		return ms, true
	}
	if ms := r.listedName(p, *office); len(ms) > 0 {
		return ms, true
	}
	if m, next, ok := r.personAt(p.start, p.end, true); ok && len(m.titles) > 0 && m.who == nil {
		return append([]mention{m}, r.tailOf(part{next, p.end})...), true
	}
	if n, ok := r.affiliated(p); ok {
		return []mention{{name: n}}, true
	}
	if n, _ := r.terms.Before(s, lexicon.Post); n > 0 && !r.plural(s) {
		if m, ok := r.strangeName(p, n); ok {
			return []mention{m}, true
		}
		*office = append(*office, p)
		return nil, true
	}
	return nil, false
}

// listedName reads an item that starts with a name.
func (r *reading) listedName(p part, office []part) []mention {
	n, ok := r.nameAt(p.start, p.end, afterPost-0.6)
	if !ok {
		return nil
	}
	m := mention{name: n, titles: office}
	if n.end == p.end {
		return []mention{m}
	}
	if t, ok := r.titleAfter(n.end, p.end); ok {
		m.titles = []part{t}
		return append([]mention{m}, r.tailOf(part{t.end, p.end})...)
	}
	if next := r.afterName(n.end, p.end); next > n.end || len(office) > 0 {
		return append([]mention{m}, r.tailOf(part{next, p.end})...)
	}
	return nil
}

// affiliated reads a body and a name without an office between: 市财政局滕越.
func (r *reading) affiliated(p part) (name, bool) {
	for i := range r.text(p) {
		at := p.start + i
		if i == 0 || !bodyName(r.text(part{p.start, at})) {
			continue
		}
		if k, _ := lexicon.Surname(r.Fold[at:p.end]); k == 0 {
			continue
		}
		if n, ok := r.nameAt(at, p.end, afterPost); ok && n.end == p.end {
			return n, true
		}
	}
	return name{}, false
}

// strangeName reads a name that no rule of Han names fits, before an office of
// n bytes that ends p: Daniel Okafor委員, 老啟邦秘書.
func (r *reading) strangeName(p part, n int) (mention, bool) {
	q := r.trim(part{p.start, p.end - n})
	s := r.text(q)
	latin := s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .-'") == ""
	if !latin && (runes(s) < 2 || runes(s) > 4 || lexicon.General(s) != lexicon.Unknown || r.hasCommonWord(s)) {
		return mention{}, false
	}
	return mention{name: name{part: q, score: 3.4}, titles: []part{{p.end - n, p.end}}}, true
}

// tailOf reads what stands behind a name: 及相關人員, a remark in brackets that
// names who stood in.
func (r *reading) tailOf(p part) []mention {
	var ms []mention
	if at := strings.IndexByte(r.text(p), '('); at >= 0 {
		if shut, ok := r.shut(p.start + at); ok && shut < p.end {
			for _, c := range r.split(part{p.start + at + 1, shut}, ",;") {
				if m, _, ok := r.personAt(r.skipPreface(c).start, c.end, false); ok && len(m.titles) > 0 {
					ms = append(ms, m)
				}
			}
		}
		p.end = p.start + at
	}
	n := cut(r.text(p), "暨", "及", "率同", "率", "等", "与", "和", "偕同", "偕")
	if n == 0 {
		return ms
	}
	return append(r.groupsIn(part{p.start + n, p.end}), ms...)
}

// words cuts p at single spaces, but keeps what a space only pads: 田 禾, 科 长.
func (r *reading) words(p part) []part {
	parts := r.split(p, " ")
	var out []part
	for i := 0; i < len(parts); i++ {
		q := parts[i]
		if runes(r.text(q)) == 1 && i+1 < len(parts) && runes(r.text(parts[i+1])) == 1 {
			q.end = parts[i+1].end
			i++
		}
		out = append(out, q)
	}
	return out
}

// titledWords reads office and name in turn, 秘 书 田秀禾 研究员 秦望舒, or names
// alone. ok is false where a word is neither.
func (r *reading) titledWords(words []part) (ms []mention, ok bool) {
	if len(words) < 2 {
		return nil, false
	}
	var office []part
	for _, w := range words {
		s := squeeze(r.text(w))
		if n, _ := r.terms.Before(s, lexicon.Post); n > 0 {
			office = append(office, w)
			continue
		}
		if n, ok := r.nameAt(w.start, w.end, afterPost); ok && n.end == w.end {
			ms = append(ms, mention{name: n, titles: office})
			office = nil
			continue
		}
		return nil, false
	}
	return ms, len(ms) > 0
}

// infixed reads a name with its title inside it: 田委員秀禾.
func (r *reading) infixed(p part) (mention, bool) {
	s := r.text(p)
	k, weight := lexicon.Surname(s)
	if k == 0 || weight == 0 {
		return mention{}, false
	}
	at := prefixRunes(s, k)
	n, _ := r.terms.At(s[at:], lexicon.Post)
	if n == 0 {
		return mention{}, false
	}
	end := at + n
	given := 0
	for end < len(s) && given < 2 {
		c, size := utf8.DecodeRuneInString(s[end:])
		if !isHan(c) {
			break
		}
		end += size
		given++
	}
	if given == 0 || end < len(s) && isHan(mustRune(s[end:])) {
		return mention{}, false
	}
	return mention{
		name:   name{part: part{p.start, p.start + end}, score: 4},
		titles: []part{{p.start + at, p.start + at + n}},
		infix:  s[:at] + s[at+n:end],
	}, true
}
