package convert

import (
	"strconv"
	"strings"

	"gongbao/formats"
)

// figures finds quantities with a unit of measure or per cent: what they
// count, whether they are aimed at or were reached.
func (r *reading) figures() {
	for _, i := range r.body {
		for _, s := range r.sentences(r.line(i)) {
			target := false
			for _, c := range r.clauses(s) {
				_, modal := r.modalAt(c)
				target = target || modal || hasAny(r.text(c), "目标", "力争", "预期", "确保")
				r.figuresIn(c, target)
			}
		}
	}
}

func (r *reading) figuresIn(c part, target bool) {
	if !strings.ContainsAny(r.text(c), "0123456789") {
		return
	}
	for i := c.start; i < c.end; {
		if !r.digitAt(i) || r.digitAt(i-1) {
			_, size := r.rune(i)
			i += size
			continue
		}
		value, n := decimalNumber(r.Fold[i:c.end])
		unit := unitOfMeasure(r.Fold[i+n : c.end])
		if unit == 0 {
			i += max(n, 1)
			continue
		}
		end := i + n + unit
		r.figure(c, part{i, end}, value, r.Fold[i+n:end], target)
		i = end
	}
}

// decimalNumber reads 1,234.5 at the start of s.
func decimalNumber(s string) (float64, int) {
	_, n, _ := arabic(s)
	if n < len(s)-1 && s[n] == '.' && startsWithDigit(s[n+1:]) {
		n++
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s[:n], ",", ""), 64)
	if err != nil {
		return 0, n
	}
	return v, n
}

// unitOfMeasure is the length of a unit, with its 万 or 亿, at the start of s.
func unitOfMeasure(s string) int {
	n := cut(s, "余", "多")
	n += cut(s[n:], "万亿", "万", "亿", "千")
	m := cut(s[n:], "%", "个百分点", "元", "美元", "港元", "吨", "公里", "千米", "平方米", "平方公里", "立方米", "亩", "公顷", "千瓦时", "千瓦", "兆瓦", "度电", "人次", "户", "辆", "艘", "台套", "斤", "公斤", "标准箱")
	if m == 0 || strings.HasPrefix(s[n:], "度电") && m == 0 {
		return 0
	}
	return n + m + cut(s[n+m:], "/年")
}

// figure adds the quantity q of clause c.
func (r *reading) figure(c, q part, value float64, unit string, target bool) {
	f := formats.Figure{Value: value, Unit: formats.Optional(r.Raw(q.end-len(unit), q.end)), Comparison: "=", Kind: formats.ResultFigure}
	if target {
		f.Kind = formats.TargetFigure
	}
	whole := q
	for _, x := range []struct{ word, comparison string }{
		{"左右", "≈"}, {"以上", "≥"}, {"以内", "≤"}, {"以下", "≤"},
	} {
		if strings.HasPrefix(r.Fold[q.end:c.end], x.word) {
			whole.end += len(x.word)
			f.Comparison = x.comparison
		}
	}
	if strings.ContainsAny(unit, "余多") {
		f.Comparison = ">"
	}
	for more := true; more; {
		more = false
		before := r.Fold[c.start:whole.start]
		for _, x := range []struct{ word, comparison string }{
			{"约", "≈"}, {"近", "≈"}, {"超过", ">"}, {"超", ">"}, {"突破", ">"}, {"逾", ">"}, {"不低于", "≥"}, {"不少于", "≥"}, {"不超过", "≤"}, {"不高于", "≤"}, {"控制在", "≤"},
			{"增长", ""}, {"下降", ""}, {"提高", ""}, {"提升", ""}, {"降低", ""}, {"减少", ""}, {"增加", ""}, {"达到", ""}, {"达", ""}, {"同比", ""}, {"完成", ""}, {"实现", ""}, {"到", ""}, {"为", ""}, {"了", ""},
		} {
			if strings.HasSuffix(before, x.word) && len(before) > len(x.word) {
				whole.start -= len(x.word)
				if x.comparison != "" && f.Comparison == "=" {
					f.Comparison = x.comparison
				}
				more = true
				break
			}
		}
	}
	f.Quote = r.quote(whole)
	if m := r.metric(part{c.start, whole.start}); m.start < m.end {
		f.Metric = formats.Optional(r.Raw(m.start, m.end))
	}
	r.out.Figures = append(r.out.Figures, f)
}

// metric is what a quantity measures: the phrase before it, back to the last
// joint.
func (r *reading) metric(p part) part {
	for _, q := range r.split(p, "、:。(“") {
		p = q
	}
	n, _ := r.modalAt(p)
	p.start += n
	for more := true; more; {
		s := r.text(p)
		n := cut(s, "确保", "力争", "预期", "预计", "全年", "今年", "其中", "同比", "增长", "实现")
		if d, k := readYear(strings.TrimPrefix(s, "到")); d > 0 && n == 0 {
			n = len(s) - len(strings.TrimPrefix(s, "到")) + k
		}
		p.start += n
		more = n > 0
	}
	if runes(r.text(p)) > 20 || runes(r.text(p)) < 2 {
		return part{}
	}
	return p
}
