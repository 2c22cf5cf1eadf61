package convert

import (
	"strings"

	"gongbao/convert/internal/lexicon"
)

// count is a number of people.
type count struct {
	value       int
	unit        string
	approximate bool
}

// groupsIn reads the groups that p names: the list is cut at 、 and 和 where
// each part ends in a person noun of its own. A total that closes the list
// is one more group, whose name is the list.
func (r *reading) groupsIn(p part) []mention {
	whole := r.trimGroup(p)
	p, total := r.countBehind(whole)
	if p.start >= p.end {
		return nil
	}
	if r.countedOneByOne(p) {
		p, total = whole, nil
	}
	var ms []mention
	from := p.start
	for _, q := range r.listParts(p) {
		if q.end-from > 3*150 {
			return nil // no group has so long a name
		}
		item, n := r.countBehind(r.trimGroup(part{from, q.end}))
		if !r.isGroup(item, n != nil || total != nil && q.end == p.end) {
			continue
		}
		from = q.end
		ms = append(ms, r.groupMention(item, n))
	}
	if r.trimGroup(part{from, p.end}) != (part{p.end, p.end}) && from < p.end {
		return nil // a list with a tail that is no group is something else
	}
	switch {
	case total != nil && len(ms) == 1:
		ms[0].count = total
	case total != nil && len(ms) > 1:
		ms = append(ms, mention{group: part{ms[0].group.start, ms[len(ms)-1].group.end}, count: total})
	}
	return ms
}

// countedOneByOne reports whether a part of the list before the last has a
// number of its own: 委员35人、候补委员7人.
func (r *reading) countedOneByOne(p part) bool {
	parts := r.listParts(p)
	for _, q := range parts[:len(parts)-1] {
		if _, n := r.countBehind(q); n != nil {
			return true
		}
	}
	return false
}

// groupMention is a group; a number inside it leaves the noun: 12位|委员.
func (r *reading) groupMention(p part, n *count) mention {
	if n == nil {
		if at, c := r.countInside(p); c != nil {
			p.start = at
			n = c
		}
	}
	return mention{group: r.trimGroup(p), count: n}
}

// listParts cuts a list of groups at every joint outside quotes, brackets and
// a clause such as 不是…的.
func (r *reading) listParts(p part) []part {
	from := p.start
	if s := r.text(p); cut(s, "不是", "非", "担任过", "曾", "除") > 0 {
		if at := strings.Index(s, "的"); at > 0 {
			from += at
		}
	}
	var parts []part
	start := p.start
	for i := from; i < p.end; {
		if shut, ok := r.shut(i); ok && shut < p.end {
			i = shut
		}
		n := cut(r.Fold[i:p.end], "、", "以及", "和", "及", "与", "暨")
		if n > 0 && i > start {
			parts = append(parts, part{start, i})
			i += n
			start = i
			continue
		}
		_, size := r.rune(i)
		i += size
	}
	return append(parts, part{start, p.end})
}

// trimGroup takes off what stands around a group without belonging to it.
func (r *reading) trimGroup(p part) part {
	for {
		p = r.trim(p)
		s := r.text(p)
		n := cut(s, "、", "与会的", "与会", "以及", "和", "及", "与", "暨", "来自", "参会的", "参会", "并", "其中", "还有", "包括", "会上", ",", ":", "由", "随后", "最后", "共有", "有", "另有", "此外", "会议邀请", "邀请", "特邀", "组织")
		if strings.HasPrefix(s, "有关") || strings.HasPrefix(s, "及时") || strings.HasPrefix(s, "组织部") || strings.HasPrefix(s, "由于") || n >= len(s) {
			n = 0
		}
		if n == 0 {
			n = r.relative(p)
		}
		if _, k, ok := number(s); n == 0 && ok && strings.HasPrefix(s[k:], "个") {
			if at := strings.Index(s, "的"); at > 0 {
				n = at + len("的") // 11个支部的|支部书记
			}
		}
		p.start += n
		m := 0
		for _, tail := range []string{"等", "分别", "一同", "共同", "也", "均", "都", "应邀", "先后", "还", "、", ",", "在主会场", "在分会场", "共", "共计", "合计"} {
			if strings.HasSuffix(r.text(p), tail) {
				m = len(tail)
			}
		}
		if at := strings.LastIndexByte(s, '('); m == 0 && at > n && r.shutsAt(p.start-n+at, p.end-1) {
			m = len(s) - at
		}
		p.end -= m
		if n == 0 && m == 0 {
			return p
		}
	}
}

// relative is the length of 出席会议的, 参加活动的 before a group.
func (r *reading) relative(p part) int {
	s := r.text(p)
	n, _ := r.terms.At(s, lexicon.Attended|lexicon.Nonvoting)
	at := strings.Index(s, "的")
	if n == 0 || at < 0 || runes(s[:at]) > 14 {
		return 0
	}
	at += len("的")
	return at + cut(s[at:], "还有", "有")
}

// isGroup reports whether p ends in a person noun, or is counted in people.
func (r *reading) isGroup(p part, counted bool) bool {
	s := r.text(p)
	if runes(s) < 2 || runes(s) > 120 {
		return false
	}
	if n, _ := r.terms.At(s, lexicon.Roles); n == len(s) || cut(s, "鼓励", "支持", "引导", "推动", "加强", "保障", "动员", "要求", "帮助", "选派", "培养", "按", "向", "对") > 0 {
		return false
	}
	n, _ := r.terms.Before(s, lexicon.Head|lexicon.Post)
	if n == 0 && !counted && !strings.HasSuffix(s, ")长") {
		return false
	}
	return !hasAny(s, "了", "讲话", "精神", "思想") || strings.HasPrefix(s, "担任过") || strings.Contains(s, "过")
}

// countBehind takes a number of people off the end of p: 28名, 共计50余人,
// 近300人.
func (r *reading) countBehind(p part) (part, *count) {
	s := r.text(p)
	if !hasSuffix(s, "人", "名", "位") {
		return p, nil
	}
	for i := range s {
		if i > 0 && r.digitAt(p.start+i-1) {
			continue
		}
		value, n, ok := number(s[i:])
		if !ok || n == 0 {
			continue
		}
		unit, more := unitAt(s[i+n:])
		if unit == 0 || i+n+unit != len(s) {
			continue
		}
		c := &count{value: value, approximate: more > 0, unit: r.Raw(p.start+i+n+more, p.start+i+n+unit)}
		head := part{p.start, p.start + i}
		for {
			t := r.text(head)
			m := 0
			for _, w := range []string{"共计", "合计", "总计", "共", "等", "约", "近", "超", "逾", "大约", "计", " "} {
				if strings.HasSuffix(t, w) {
					m = len(w)
					c.approximate = c.approximate || w == "约" || w == "近" || w == "超" || w == "逾" || w == "大约"
					break
				}
			}
			if m == 0 {
				return r.trim(head), c
			}
			head.end -= m
		}
	}
	return p, nil
}

// countInside finds a number with its unit in front of the noun it counts.
func (r *reading) countInside(p part) (int, *count) {
	s := r.text(p)
	for i := range s {
		if i > 0 && (r.digitAt(p.start+i-1) || strings.HasSuffix(s[:i], "第")) {
			continue
		}
		value, n, ok := number(s[i:])
		if !ok {
			continue
		}
		unit, more := unitAt(s[i+n:])
		if unit == 0 || strings.HasPrefix(s[i+n+more:], "人") && !strings.HasPrefix(s[i+n+more:], "人的") || i+n+unit >= len(s) {
			continue
		}
		return p.start + i + n + unit, &count{value, r.Raw(p.start+i+n+more, p.start+i+n+unit), more > 0 || hasSuffix(s[:i], "约", "近", "超", "逾")}
	}
	return 0, nil
}

// unitAt is the length of a unit for people at the start of s, with the 余 or
// 多 before it, whose length is more.
func unitAt(s string) (n, more int) {
	more = cut(s, "余", "多")
	if m := cut(s[more:], "名", "人", "位"); m > 0 {
		return more + m, more
	}
	return 0, 0
}
