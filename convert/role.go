package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

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
			head, _ := r.terms.At(s[n:], lexicon.Head)
			return head == 0 // 列席|代表 are people
		}
		if c, _ := utf8.DecodeRuneInString(s); !among("应分先一共也均都还集现在到作做进列争依因就通围经典大交", c) {
			return false
		}
		n := cut(s, "应邀", "分别", "先后", "一同", "一起", "共同", "也", "均", "都", "还", "集体", "现场", "在主会场", "在分会场", "在会上", "到会", "作了", "作", "做了", "进行了", "进行", "列队", "争相", "依次", "因事", "因公", "因病", "就", "通过视频", "围绕", "在主席台", "经验成果", "经验", "典型", "大会", "交流")
		if n == 0 {
			return false
		}
		if cut(s, "就", "围绕") > 0 {
			near := i + prefixRunes(r.Fold[i:end], 80) // a predicate is not longer
			return len(r.rolesIn(part{i, near})) > 0
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
