package convert

import (
	"strings"
	"unicode/utf8"

	"gongbao/formats"
)

// header is a line of minutes such as 時間：…: its folded label, without the
// spaces that pad it, and its value.
type header struct {
	label string
	line  int
	value part
}

// frame tells the parts of the document: title, issuer, day of publication,
// what is the report itself and what stands around it.
func (r *reading) frame() {
	first := r.firstBody()
	r.title(first)
	for i := range r.Lines {
		l := r.line(i)
		r.publishedIn(l)
		switch {
		case i < first && r.isMeta(l):
			r.Lines[i].Kind = formats.MetaParagraph
		case i < first:
			if r.Lines[i].Kind != formats.TitleParagraph {
				r.Lines[i].Kind = formats.MetaParagraph
			}
		case r.isFurniture(l):
			r.Lines[i].Kind = formats.MetaParagraph
		case i > first && r.isSignature(i):
			r.Lines[i].Kind = formats.SignatureParagraph
		default:
			if r.Lines[i].Kind == "" {
				r.Lines[i].Kind = formats.BodyParagraph
			}
			r.body = append(r.body, i)
		}
		r.issuerIn(l, i)
	}
	if r.published == nil {
		r.published = dayInAddress(r.out.Text.Source)
	}
}

// dayInAddress finds a day in an address that a page left in the text:
// …/2024/01/05/….
func dayInAddress(src string) *day {
	for i := 0; ; {
		at := strings.Index(src[i:], "/20")
		if at < 0 {
			return nil
		}
		i += at + 1
		if d, n := numericDay(src[i:]); n > 0 && src[i+4] == '/' && strings.HasPrefix(src[i+n:], "/") {
			return &d
		}
	}
}

// firstBody is the line with which the report begins: the first that is
// prose, or the first header of minutes.
func (r *reading) firstBody() int {
	for i := range r.Lines {
		l := r.line(i)
		s := r.text(l)
		if r.isMeta(l) {
			continue
		}
		if len(r.headersOf(i)) > 0 {
			return i
		}
		if n, _ := ordinal(s); n > 0 || strings.HasPrefix(s, "会议") && strings.HasSuffix(s, ":") {
			return i
		}
		n := runes(s)
		ends := hasSuffix(s, "。", "!", "；", ":", "。”", ";")
		if n >= 12 && (ends || n > 60) && hasAny(s, "。", ",", ";") || n >= 8 && strings.HasSuffix(s, "。") {
			if !isIntroduction(s) {
				return i
			}
		}
	}
	if len(r.Lines) > 1 {
		return 1
	}
	return 0
}

// isIntroduction tells a broadcaster's line that only announces the text.
func isIntroduction(s string) bool {
	return runes(s) < 20 && hasSuffix(s, ":") && hasAny(s, "消息", "新闻", "讯", "报道")
}

// title is the first line before the report that is long enough to be one.
func (r *reading) title(first int) {
	for i := r.titleLine(first); i < first; i++ {
		p := r.line(i)
		if r.isMeta(p) || r.isFurniture(p) || isIntroduction(r.text(p)) {
			continue
		}
		p = r.trimTitle(p)
		s := r.text(p)
		if runes(s) < 6 || hasAny(s, "内容标题", "当前位置", "首页", "....") || runes(s) > 120 {
			continue
		}
		q := r.quote(p)
		r.out.Title = &q
		r.Lines[i].Kind = formats.TitleParagraph
		return
	}
}

// titleLine is where to look for the title from: behind the name of a body in
// a line of its own, where a line that names minutes or a notice follows it.
func (r *reading) titleLine(first int) int {
	for i := range first {
		s := r.text(r.line(i))
		if hasSuffix(s, "议事录", "记录", "纪录", "纪要", "公告", "公报", "决议") && runes(s) < 60 {
			for k := range i {
				if t := r.text(r.line(k)); !r.isMeta(r.line(k)) && !bodyName(t) && !hasSuffix(t, "公司", "法团") {
					return k
				}
			}
			return i
		}
	}
	return 0
}

// trimTitle takes a paper's name in 【】 before a title, and a source line
// run on behind it, off the title.
func (r *reading) trimTitle(p part) part {
	if shut, ok := r.shut(p.start); ok && strings.HasPrefix(r.text(p), "【") && shut < p.end {
		inside := part{p.start + len("【"), shut}
		if hasSuffix(r.text(inside), "报", "网", "讯", "社", "台") {
			q := r.quote(inside)
			r.out.Issuer = &q
		}
		p.start = shut + len("】")
	}
	for _, mark := range []string{"来源:", "来源/", "发布时间", "发布日期", "作者:"} {
		if at := strings.Index(r.text(p), mark); at > 0 {
			p.end = p.start + at
		}
	}
	return r.trim(p)
}

// isMeta tells a line that only says who, when or where it was published.
func (r *reading) isMeta(p part) bool {
	s := r.text(p)
	if n := sourceLabel(s); n > 0 {
		return true
	}
	if cut(s, "发布时间", "发布日期", "作者:", "浏览次数", "点击数", "字号", "打印", "编辑:", "责任编辑", "责编", "审核:", "阅读:", "分享", "证券代码", "股票代码", "证券简称", "公告编号", "债券代码") > 0 {
		return true
	}
	if ds := r.dates(p); len(ds) > 0 && ds[0].start == p.start && runes(s) < 40 && !hasAny(s, "。", ",", "召开", "举行", "主持") {
		return true
	}
	return false
}

// isFurniture tells what a page puts around its text.
func (r *reading) isFurniture(p part) bool {
	s := r.text(p)
	if hasAny(s, "查看原文", "上一篇", "下一篇", "返回顶部", "版权所有", "当前位置", "target=\"_blank\"", ".jpg\"", "扫一扫") && runes(s) < 300 {
		return true
	}
	return false
}

// isSignature tells the closing lines: who wrote it, whom it is from.
func (r *reading) isSignature(i int) bool {
	p := r.line(i)
	s := r.text(p)
	if sourceLabel(s) > 0 || cut(s, "特此公告", "特此通知", "责任编辑", "编辑:", "记者:", "撰稿", "供稿", "审核:", "附件:") > 0 {
		return true
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && runes(s) < 40 && hasAny(s, "记者", "通讯员", "供稿", "撰稿", "文/", "图/", "摄影", "编辑") {
		return true
	}
	if i+6 < len(r.Lines) || runes(s) > 30 || hasAny(s, "。", ",", "、") {
		return false
	}
	ds := r.dates(p)
	return len(ds) == 1 && ds[0].part == p || hasSuffix(s, "董事会", "办公室", "委员会", "有限公司", "管理处")
}

// sourceLabel is the length of 来源: and the like at the start of s.
func sourceLabel(s string) int {
	n := cut(s, "来源", "信息来源", "文章来源", "稿源", "稿件来源", "新闻来源")
	if n == 0 {
		return 0
	}
	if m := cut(strings.TrimLeft(s[n:], " "), ":", "/"); m > 0 {
		return n + len(s[n:]) - len(strings.TrimLeft(s[n:], " ")) + m
	}
	return 0
}

// issuerIn takes the issuer from a source line or from a broadcaster's name
// before the report.
func (r *reading) issuerIn(p part, i int) {
	if r.out.Issuer != nil {
		return
	}
	s := r.text(p)
	for at := range s {
		n := sourceLabel(s[at:])
		if n == 0 || at > 0 && runes(s) > 120 {
			continue
		}
		v := r.trim(part{p.start + at + n, p.end})
		if end := strings.IndexAny(r.text(v), " \t,。;"); end > 0 {
			v.end = v.start + end
		}
		for _, mark := range []string{"发布", "作者", "时间", "日期", "浏览"} {
			if at := strings.Index(r.text(v), mark); at > 0 {
				v.end = v.start + at
			}
		}
		if v.start < v.end {
			q := r.quote(v)
			r.out.Issuer = &q
		}
		return
	}
	if n := agency(s); n > 0 && r.isBodyLine(i) {
		q := r.quote(part{p.start, p.start + n})
		r.out.Issuer = &q
	}
}

func (r *reading) isBodyLine(i int) bool {
	return len(r.body) <= 2 && (len(r.body) == 0 || r.body[len(r.body)-1] <= i)
}

// agency is the length of the name of a news agency or paper in a dateline at
// the start of s: 新华社北京5月31日电, 央视网消息（…）：.
func agency(s string) int {
	head := s[:prefixRunes(s, 24)]
	if at := strings.Index(head, "社"); at > 0 && strings.Contains(head, "电") && at <= len("中国新闻") {
		return at + len("社")
	}
	for _, mark := range []string{"网消息", "报消息", "台消息"} {
		if at := strings.Index(head, mark); at > 0 && !strings.ContainsAny(head[:at], ",。 ") {
			return at + len(mark)
		}
	}
	if at := strings.Index(head, "讯"); at > 0 && !strings.HasPrefix(s, "本") && cut(s[at+len("讯"):], "(", ":", " ") > 0 && !strings.ContainsAny(head[:at], ",。") {
		return at
	}
	return 0
}

// publishedIn takes the day of publication from a line: one with a label, one
// that is nothing but a date, or an address with a day in it.
func (r *reading) publishedIn(p part) {
	if r.published != nil {
		return
	}
	s := r.text(p)
	for _, mark := range []string{"发布时间", "发布日期", "发表时间", "更新时间"} {
		if at := strings.Index(s, mark); at >= 0 {
			rest := part{p.start + at, min(p.end, p.start+at+60)}
			if ds := r.dates(r.wholeRunes(rest)); len(ds) > 0 && ds[0].from.year > 0 {
				r.published = &ds[0].from
				return
			}
		}
	}
	if r.isMeta(p) {
		if ds := r.dates(p); len(ds) > 0 && ds[0].from.year > 0 {
			r.published = &ds[0].from
		}
	}
}

func (r *reading) wholeRunes(p part) part {
	for p.end > p.start && p.end < len(r.Fold) && !utf8.RuneStart(r.Fold[p.end]) {
		p.end--
	}
	return p
}

// headers lists the header lines of minutes.
func (r *reading) headers() []header {
	var hs []header
	for i := range r.Lines {
		hs = append(hs, r.headersOf(i)...)
	}
	return hs
}

// headersOf reads line i as headers of minutes. Two may share a line, with a
// wide space between them.
func (r *reading) headersOf(i int) []header {
	h, ok := r.headerAt(i, r.line(i))
	if !ok {
		return nil
	}
	hs := []header{h}
	for _, q := range r.split(h.value, "\t")[min(1, len(r.split(h.value, "\t"))):] {
		if next, ok := r.headerAt(i, part{q.start, h.value.end}); ok && strings.Contains(r.Fold[q.start:next.value.start], ":") {
			hs[len(hs)-1].value.end = q.start
			hs = append(hs, next)
		}
	}
	return hs
}

// headerAt reads p as a header: a known label, perhaps with spaces in it, then
// a colon or wide space, then the value.
func (r *reading) headerAt(i int, p part) (header, bool) {
	s := strings.TrimLeft(r.text(p), "|*#-• \t")
	start := p.end - len(s)
	label, n := "", 0
	for at, c := range s {
		if c == ' ' || c == '\t' || c == '*' {
			if isHeaderLabel(label) && !isHeaderLabel(label+firstWord(s[at:])) {
				n = at
				break
			}
			continue
		}
		if c == ':' || c == '|' {
			n = at
			break
		}
		if !isHan(c) && c != '(' && c != ')' || runes(label) >= 8 {
			break
		}
		label += string(c)
	}
	if n == 0 || !isHeaderLabel(label) {
		return header{}, false
	}
	v := part{start + n, p.end}
	v.start += len(r.text(v)) - len(strings.TrimLeft(r.text(v), ":|* \t"))
	v = r.trim(part{min(v.start, p.end), p.end})
	return header{label, i, v}, true
}

// firstWord is the first run of Han characters of s, after white space.
func firstWord(s string) string {
	s = strings.TrimLeft(s, " \t*")
	for i, c := range s {
		if !isHan(c) {
			return s[:i]
		}
	}
	return s
}

func isHeaderLabel(label string) bool {
	switch label {
	case "时间", "日期", "地点", "会议时间", "会议地点", "会议日期", "会议名称", "主持", "主持人", "主席", "会议主持", "会议主席",
		"出席", "出席人员", "出席委员", "出席者", "出席住户", "出席成员", "参会人员", "参加人员", "出席单位", "出席理事", "出席代表", "出席董事", "到会人员", "应邀出席",
		"列席", "列席人员", "列席委员", "列席官员", "列席者", "列席单位", "列席代表", "应邀列席", "列席监事",
		"请假", "请假人员", "请假委员", "缺席", "缺席者", "缺席人员", "未出席", "缺席委员", "请假者",
		"记录", "记录人", "纪录", "会议记录", "纪录人", "专门委员", "主任秘书", "司仪", "致歉", "缺席致歉":
		return true
	}
	return false
}

// paragraphs are the lines as the bulletin shows them.
func (r *reading) paragraphs() []formats.Paragraph {
	out := make([]formats.Paragraph, 0, len(r.Lines))
	for i, l := range r.Lines {
		p := r.trim(r.line(i))
		if p.start == p.end {
			continue
		}
		kind, level := l.Kind, 0
		if kind == formats.BodyParagraph {
			kind, level = r.outline(p)
		}
		q := r.quote(p)
		out = append(out, formats.Paragraph{Kind: kind, Level: level, Text: q.Text, Span: q.Span})
	}
	return out
}

// outline tells headings and list items by their numbering.
func (r *reading) outline(p part) (formats.ParagraphKind, int) {
	s := r.text(p)
	n, level := ordinal(s)
	switch {
	case n == 0:
		return formats.BodyParagraph, 0
	case runes(s) <= 40 && !hasSuffix(s, "。", ";", "!"):
		return formats.HeadingParagraph, level
	}
	return formats.ListParagraph, level
}
