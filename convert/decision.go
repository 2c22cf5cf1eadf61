package convert

import (
	"strings"

	"gongbao/formats"
)

// decisions finds what was adopted, approved, noted, deferred or rejected,
// and the votes that stand with it.
func (r *reading) decisions() {
	for _, i := range r.body {
		if len(r.headersOf(i)) > 0 {
			continue
		}
		l := r.line(i)
		n, _ := ordinal(r.text(l))
		l.start += n
		label := resolutionLabel(r.text(l))
		l.start += label
		for _, s := range r.sentences(l) {
			cs := r.clauses(s)
			for k := 0; k < len(cs); k++ {
				c := cs[k]
				for label > 0 && k+1 < len(cs) && housekeeping(r.text(cs[k])) && housekeeping(r.text(cs[k+1])) {
					k++
					c.end = cs[k].end // 保留，俟…再議
				}
				r.decision(c, label > 0 || n > 0)
			}
			r.votes(s)
		}
	}
	r.dropUndecided()
}

// resolutionLabel is the length of 決議：, 決定：, 主席裁示： at the start of s.
func resolutionLabel(s string) int {
	for _, w := range []string{"主席裁示", "裁示", "决议", "决 议", "决定", "决 定", "结论", "议决", "主席指示", "会议决议"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			if m := cut(rest, ":"); m > 0 {
				return len(w) + m
			}
		}
	}
	return 0
}

// decision reads one clause. minuted is true where minutes announce a
// resolution, which then needs no more words than 照案通過.
func (r *reading) decision(c part, minuted bool) {
	at := r.decisionStart(c, minuted)
	if at < 0 {
		return
	}
	p := part{at, c.end}
	s := r.text(p)
	outcome := outcomeOf(s)
	d := formats.Decision{Quote: r.quote(p), Outcome: outcome}
	if open := strings.Index(s, "《"); open >= 0 {
		if shut, ok := r.shut(p.start + open); ok {
			d.Document = formats.Optional(r.Raw(p.start+open, shut+len("》")))
		}
	}
	r.out.Decisions = append(r.out.Decisions, d)
}

// decisionStart is where in a clause the words of decision start, or -1.
func (r *reading) decisionStart(c part, minuted bool) int {
	s := r.text(c)
	if hasAny(s, "决定任命", "拟", "将于", "提请", "不予") && !strings.Contains(s, "审议通过") || cut(s, "该议案", "本议案", "上述议案", "本次", "本事项") > 0 || strings.Contains(s, "通过之日") {
		return -1
	}
	if hasSuffix(s, "获一致通过", "获通过", "获得通过", "获得一致通过") {
		return c.start
	}
	for _, verb := range []string{"审议", "讨论", "表决", "审查", "一致", "研究", "议决"} {
		at := strings.Index(s, verb)
		if at < 0 || at > 60 || hasAny(s[:at], "拟", "将") {
			continue
		}
		rest := s[at+len(verb):]
		n := cut(rest, "并原则同意", "并原则通过", "并通过", "并同意", "并批准", "通过", "原则通过", "原则同意", "同意", "并表决通过", "并一致通过", "批准")
		if n > 0 && cut(rest[n:], "加强", "开展", "建立", "完善") == 0 {
			return c.start + at
		}
		if verb == "议决" && n == 0 && cut(rest, "议", "定") == 0 || minuted && verb == "审议" && at == 0 {
			return c.start + at
		}
	}
	if rest := strings.TrimPrefix(strings.TrimPrefix(s, "会议"), "全会"); len(rest) < len(s) || minuted {
		if cut(rest, "通过了", "批准了", "原则同意", "原则通过", "同意了", "批准") > 0 {
			return c.end - len(rest)
		}
	}
	if cut(s, "批准了", "通过了") > 0 {
		return c.start
	}
	if at := strings.Index(s, "动议通过"); at >= 0 {
		return c.start + at
	}
	if minuted && hasAny(s, "通过", "保留", "准予备查", "备查。", "洽悉", "另定期", "另择期") && !strings.HasPrefix(s, "通过") && runes(s) < 30 {
		return c.start
	}
	return -1
}

func outcomeOf(s string) formats.Outcome {
	switch {
	case hasAny(s, "未获通过", "否决", "不予通过"):
		return formats.Rejected
	case hasAny(s, "原则"):
		return formats.AdoptedInPrinciple
	case hasAny(s, "保留", "再议", "另定期", "另择期", "缓议"):
		return formats.Deferred
	case hasAny(s, "备查", "洽悉"):
		return formats.Noted
	case hasAny(s, "通过"):
		return formats.Adopted
	case hasAny(s, "批准", "同意", "议决"):
		return formats.Approved
	}
	return ""
}

// votes gives the last decision the ballot that sentence s counts.
func (r *reading) votes(s part) {
	n := len(r.out.Decisions)
	if n == 0 {
		return
	}
	d := &r.out.Decisions[n-1]
	text := r.text(s)
	if hasAny(text, "未获通过", "未通过", "遭否决") {
		d.Outcome = formats.Rejected
	}
	v := formats.Votes{For: ballots(text, "同意", "赞成"), Against: ballots(text, "反对"), Abstain: ballots(text, "弃权")}
	if v != (formats.Votes{}) && r.Span(s.start, s.end).Start >= d.Start {
		d.Votes = &v
		if d.Outcome == "" {
			d.Outcome = formats.Adopted
		}
	}
}

// ballots reads 同意9票 or 9票同意.
func ballots(s string, words ...string) *int {
	for _, w := range words {
		for i := 0; ; {
			at := strings.Index(s[i:], w)
			if at < 0 {
				break
			}
			at += i
			i = at + len(w)
			if n, k, ok := number(s[i:]); ok && strings.HasPrefix(s[i+k:], "票") {
				return &n
			}
			before := strings.TrimSuffix(s[:at], "票")
			if len(before) == at {
				continue
			}
			start := len(before)
			for start > 0 && before[start-1] >= '0' && before[start-1] <= '9' {
				start--
			}
			if n, _, ok := arabic(before[start:]); ok {
				return &n
			}
		}
	}
	return nil
}

// dropUndecided takes out items that were only discussed.
func (r *reading) dropUndecided() {
	kept := r.out.Decisions[:0]
	for _, d := range r.out.Decisions {
		if d.Outcome != "" {
			kept = append(kept, d)
		}
	}
	r.out.Decisions = kept
}
