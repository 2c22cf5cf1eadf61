package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/convert/internal/lexicon"
)

// demands reports whether what follows a verb is a demand as it stands,
// without 要.
func demands(verb string) bool {
	switch verb {
	case "要求", "号召", "希望", "建议", "提出", "决定", "议定", "议决", "确定", "鼓励", "勉励", "呼吁", "提出要求", "明确":
		return true
	}
	return false
}

// steps cuts sentence s into the clauses that are demands. Those before the
// first 要 are the reason, not the demand. A sentence without 要 counts where
// demands came before it and it starts with something to do.
func (r *reading) steps(s part, directing, first bool, verb string) (steps []step, modal bool) {
	var all []step
	for _, seg := range r.split(s, ";") {
		for k, c := range r.split(seg, ",:") {
			n, ok := r.modalAt(c)
			if at := strings.Index(r.text(c), "将"); verb == "表示" && at >= 0 && !ok {
				ok = true // who says it will, pledges it
				if at == 0 {
					n = len("将")
				}
			}
			all = append(all, step{part: c, strip: n, modal: ok, semi: k == 0, word: ordinalWord(r.text(c))})
		}
	}
	all = unnumber(all)
	from := -1
	for i, st := range all {
		if st.modal {
			from = i
			break
		}
	}
	numbered := len(all) > 0 && r.numbered(all[0])
	switch {
	case len(all) == 0:
		return nil, false
	case numbered:
		return r.withoutRemarks(all), all[0].modal
	case from >= 0 && directing && first && demands(verb):
		from = 0
	case from < 0 && directing && (first && !assessing(r, all) || r.acting(all)),
		from < 0 && first && verb == "强调" && r.acting(all) && len(all) > 1:
		return r.withoutRemarks(all), false
	case from < 0:
		return nil, false
	}
	for from > 0 && all[from].modal && dangling(r.text(all[from-1].part)) {
		from-- // 对…的问题，要…
	}
	return r.withoutRemarks(all[from:]), true
}

// assessing reports whether one of the clauses tells of what is or was.
func assessing(r *reading, all []step) bool {
	for _, st := range all {
		if assessment(r.text(st.part)) {
			return true
		}
	}
	return false
}

// unnumber takes 第一, 首先 that stand as clauses of their own and marks the
// clause behind as the point.
func unnumber(all []step) []step {
	if len(all) > 1 && all[0].word {
		all[1].point, all[1].semi = true, true
		return all[1:]
	}
	return all
}

// withoutRemarks drops clauses that only remark on the demand: 这是….
func (r *reading) withoutRemarks(steps []step) []step {
	out := steps[:0:0]
	for _, s := range steps {
		t := r.text(s.part)
		if cut(t, "这", "那", "以上") > 0 && cut(t, "那里") == 0 || cut(t, "任命", "免去", "选举") > 0 {
			continue
		}
		out = append(out, s)
	}
	return out
}

// acting reports whether a sentence without 要 still demands: its first clause
// starts with something to do and none tells of what is or was.
func (r *reading) acting(all []step) bool {
	verbs := 0
	for k, st := range all {
		s := r.text(st.part)
		if k == 0 && assessment(s) || past(s) {
			return false
		}
		if r.startsWithVerb(s) {
			verbs++
		}
	}
	return verbs*2 > len(all) || r.startsWithVerb(r.text(all[0].part))
}

// past reports whether clause s tells of what was done.
func past(s string) bool {
	s = strings.NewReplacer("为了", "", "了解", "", "明了", "", "罢了", "", "“", "", "”", "").Replace(s)
	return hasAny(s, "了")
}

// startsWithVerb reports whether s starts with a verb, perhaps behind adverbs.
func (r *reading) startsWithVerb(s string) bool {
	for range 3 {
		if cut(s, "把", "将", "以", "着眼", "着力", "突出", "抓", "用好", "做", "建", "强", "促", "在", "按照", "对", "从") > 0 {
			return true
		}
		n := 0
		part := lexicon.Unknown
		for k := 4; k >= 2; k-- {
			end := prefixRunes(s, k)
			if runes(s[:end]) == k {
				if part = lexicon.General(s[:end]); part != lexicon.Unknown {
					n = end
					break
				}
			}
		}
		switch part {
		case lexicon.Verb:
			return true
		case lexicon.Adverb:
			s = s[n:]
			continue
		}
		if n = cut(s, "进一步", "更加", "不断", "持续", "全面", "深入", "扎实", "切实", "坚决", "大力", "加快", "积极", "认真", "严格", "充分", "牢牢", "主动", "科学", "精准", "有效", "有序", "稳步", "统筹", "高度", "高质量", "全力", "努力", "自觉", "始终", "坚定", "紧紧", "广泛", "着力", "继续"); n == 0 {
			return false
		}
		s = s[n:]
		if s == "" {
			return false
		}
		if part == lexicon.Noun || part == lexicon.Unknown {
			if c, _ := utf8.DecodeRuneInString(s); isHan(c) {
				return true
			}
		}
	}
	return false
}

// assessment reports whether clause s tells of what is or was.
func assessment(s string) bool {
	return hasAny(s, "是", "取得了", "了", "已经", "具有", "有利于", "面临", "得到", "存在", "成为", "意味着", "仍然", "体现", "表明", "说明", "来之不易", "充分肯定") && !hasAny(s, "凡是", "实事求是", "特别是", "是否", "尤其是", "为了", "了解", "明了", "是非")
}

// modalAt reports whether clause c says 要, 必须 or the like of its subject,
// and how many bytes of it to take off at the start.
func (r *reading) modalAt(c part) (strip int, modal bool) {
	s := r.text(c)
	if cut(s, "务必", "不能", "决不能", "绝不能", "不得", "决不", "绝不") > 0 {
		return 0, true
	}
	if cut(s, "既要", "又要", "更要", "只要", "要么", "要是", "要求", "要素", "要点", "要义", "应对", "应用", "应急", "应邀", "须知", "需求") > 0 {
		return 0, cut(s, "既要", "又要", "更要") > 0
	}
	n := 0
	for {
		k := cut(s[n:], "我们必须", "我们要", "大家要", "同时要", "还要", "也要", "都要", "就要", "并要", "一定要", "务必要", "必须要", "要", "必须", "应当", "应该", "应", "须", "需要", "需")
		if k == 0 || k == len("同时要") && strings.HasPrefix(s[n:], "同时要") {
			break
		}
		if cut(s[n:], "要求", "应对", "应用", "应急", "需求") > 0 {
			break
		}
		n += k
		modal = true
	}
	if modal {
		return n, true
	}
	n = cut(s, "并", "还", "也")
	if cut(s, "并购", "并联", "并网", "并轨", "还原", "并举", "还款") > 0 {
		n = 0
	}
	return n, r.subjectModal(c)
}

// subjectModal reports whether s has a subject and then 要, 必须 …:
// 全区上下必须….
func (r *reading) subjectModal(p part) bool {
	s := r.text(p)
	head := s[:prefixRunes(s, 40)]
	quoted := 0
	for i, c := range head {
		if shut, ok := r.shut(p.start + i); ok {
			quoted = max(quoted, shut-p.start)
		}
		if i == 0 || i < quoted {
			continue
		}
		if !among("要必务应一须", c) {
			continue
		}
		rest := head[i:]
		before := lastRune(head[:i])
		switch {
		case c == '要' && !among("重主需只首想纲摘概紧必若简次机政提扼既又更择显纪不", before) && cut(rest, "要求", "要素", "要点", "要害", "要义", "要闻", "要件", "要塞", "要领", "要地", "要务", "要旨", "要事", "要人", "要道") == 0:
			return true
		case cut(rest, "必须", "务必", "应当", "一定要", "须于", "须在", "须向", "须按") > 0:
			return true
		case c == '应' && cut(rest, "应对", "应用", "应急", "应邀", "应变", "应有", "应尽", "应付", "应届") == 0 && !among("响适反效供相感对顺呼理因回", before):
			return true
		}
	}
	return false
}

// dangling reports whether clause s has no verb of its own and waits for the
// next: 按照…要求, 通过…, 在…基础上, 以…的态度.
func dangling(s string) bool {
	switch {
	case strings.HasPrefix(s, "由") && hasSuffix(s, "牵头", "主办", "负责"), strings.HasSuffix(s, "者") && cut(s, "委员", "如", "凡", "未", "逾") > 0:
		return true
	case cut(s, "通过") > 0:
		return !strings.HasSuffix(s, "通过")
	case cut(s, "按照", "根据", "依据", "依照", "遵循") > 0:
		return hasSuffix(s, "要求", "部署", "原则", "精神", "标准", "思路", "分工", "安排", "规定", "决定", "意见", "目标", "计划", "方案", "职责", "题", "办法", "条例", "纲要", "任务", "步骤", "时限", "节点", "情况", "实际")
	case cut(s, "对标", "对照", "对接", "对外") > 0:
		return false
	case cut(s, "对于", "对", "针对") > 0:
		return !hasAny(s, "进行", "负责", "加强", "开展", "细化", "提出", "制定", "采取") || hasSuffix(s, "的")
	case cut(s, "在") > 0:
		return hasSuffix(s, "基础上", "同时", "前提下", "过程中", "后", "时", "工作中", "之际", "方面")
	case cut(s, "从") > 0:
		return hasSuffix(s, "高度", "角度", "层面", "方面", "看")
	case cut(s, "以") > 0:
		return hasSuffix(s, "态度", "行动", "精神", "姿态", "作风", "标准", "担当", "举措", "干劲", "状态", "勇气", "决心", "力度", "速度") && !strings.Contains(s, "为")
	case cut(s, "作为") > 0:
		return true
	case cut(s, "如", "若", "一旦", "凡") > 0:
		return hasSuffix(s, "的", "问题", "情况") || strings.HasPrefix(s, "如发生")
	}
	return hasSuffix(s, "的同时")
}

// isGoal reports whether a closing clause states a goal.
func isGoal(s string) bool {
	if cut(s, "确保", "促进", "实现", "推动形成", "使", "让", "助力", "奋力", "争创", "全力保障", "坚决打赢", "共同打赢", "坚决遏制", "最大限度", "最大程度", "构筑", "守护", "真正", "保证", "以适应", "促使", "致力于", "努力", "不断巩固", "不断提高", "不断开创", "不断为", "全面塑造", "持续壮大", "大力营造", "加快打造", "加快推进", "全力以赴", "力争", "全面展现", "有力有序推进", "全力推进", "更好赋能", "更好激励", "做到", "切实维护", "尽力", "推动实现", "形成") > 0 {
		return true
	}
	switch {
	case strings.HasPrefix(s, "为"):
		return hasAny(s, "提供", "作出", "做出", "贡献", "注入", "增添", "奠定", "营造", "创造", "奋斗", "打好", "打下", "支撑", "凝聚", "保驾护航", "护航", "夯实")
	case strings.HasPrefix(s, "在"):
		return hasSuffix(s, "突破", "领先", "走在前列", "作表率", "见成效", "当先锋") || hasAny(s, "中奋进", "上奋力", "中奋力", "上奋进", "上率先", "中率先", "上争", "上走在")
	case cut(s, "推动", "以", "用", "切实用", "通过") > 0:
		return hasSuffix(s, "高质量发展", "新发展", "发展", "取得新成效", "新成效", "适应", "新局面", "落地见效", "献礼", "新作为", "新台阶", "提升", "新突破", "实现", "成果", "交流交融", "争先进位", "深入人心", "现代化", "生机", "活力", "答卷")
	case strings.HasPrefix(s, "夯实"), strings.HasPrefix(s, "筑牢"):
		return hasSuffix(s, "基础", "屏障", "防线", "根基")
	case strings.HasPrefix(s, "营造"), strings.HasPrefix(s, "树立"):
		return hasSuffix(s, "氛围", "环境", "形象", "生态")
	case strings.HasPrefix(s, "保障"):
		return hasSuffix(s, "安全")
	}
	return false
}
