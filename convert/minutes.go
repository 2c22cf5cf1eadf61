package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

// minutes reads the header lines of minutes: each label gives the role of
// those in its line and in the lines that go on from it.
func (r *reading) minutes() {
	hs := r.headers()
	if len(hs) < 2 {
		return
	}
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
	if shut, ok := r.nest[p.start]; ok && shut+1 == p.end {
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
		r.add(m, []formats.Role{role})
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
// marks or table bars, each perhaps with an office before or behind it.
func (r *reading) listed(p part) []mention {
	var ms []mention
	var office []part
	items := r.split(p, "\t、,;|")
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
		if found := r.listedItem(item, &office); len(found) > 0 {
			ms = append(ms, found...)
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

// listedItem reads one item. An office alone belongs to the name after it.
func (r *reading) listedItem(p part, office *[]part) []mention {
	if m, ok := r.infixed(p); ok {
		return []mention{m}
	}
	s := r.text(p)
	words := r.words(p)
	if n, _ := r.terms.At(squeeze(s), lexicon.Post); n == len(squeeze(s)) {
		*office = append(*office, p)
		return nil
	}
	if len(words) > 2 {
		return r.titledWords(words)
	}
	if n, ok := r.nameAt(p.start, p.end, afterPost-0.6); ok {
		if n.end == p.end {
			return []mention{{name: n, titles: *office}}
		}
		if t, ok := r.titleAfter(n.end, p.end); ok && t.end == p.end {
			return []mention{{name: n, titles: []part{t}}}
		}
		if next := r.afterName(n.end, p.end); next > n.end {
			return append([]mention{{name: n, titles: *office}}, r.tailGroup(part{next, p.end})...)
		}
		if n.end < p.end && (*office != nil) {
			return append([]mention{{name: n, titles: *office}}, r.tailGroup(part{n.end, p.end})...)
		}
	}
	if m, next, ok := r.personAt(p.start, p.end, true); ok && len(m.titles) > 0 {
		return append([]mention{m}, r.tailGroup(part{next, p.end})...)
	}
	if n, _ := r.terms.Before(s, lexicon.Post); n > 0 && !r.plural(s) {
		*office = append(*office, p)
		return nil
	}
	return r.groupsIn(p)
}

// tailGroup reads 及相关人员 behind a name.
func (r *reading) tailGroup(p part) []mention {
	s := r.text(p)
	n := cut(s, "暨", "及", "率", "等", "与", "和", "偕")
	if n == 0 {
		return nil
	}
	return r.groupsIn(part{p.start + n, p.end})
}

// words cuts p at single spaces, but keeps what a space only pads: 薛 凌, 科 长.
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

// titledWords reads office and name in turn: 秘 书 黄辉嘉 研究员 谢碧珠.
func (r *reading) titledWords(words []part) []mention {
	var ms []mention
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
		}
	}
	return ms
}

// infixed reads a name with its title inside it: 盧委員秀燕.
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
