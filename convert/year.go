package convert

import (
	"slices"
	"strings"

	"gongbao/formats"
)

var (
	yearInferred = formats.NoteKind{Code: "year-inferred", Level: formats.Info,
		Hans: "原文未写年份，推断为%d年（依据：%s）", Hant: "原文未寫年份，推斷為%d年（依據：%s）"}
	yearUnknown = formats.NoteKind{Code: "year-unknown", Level: formats.Check,
		Hans: "原文未写年份，无法确定", Hant: "原文未寫年份，無法確定"}
	weekdayWrong = formats.NoteKind{Code: "weekday-mismatch", Level: formats.Check,
		Hans: "星期与日期%s不符", Hant: "星期與日期%s不符"}
)

// basisName says in the reader's script where a year comes from.
func basisName(language, basis string) string {
	names := []struct{ basis, hans, hant string }{
		{formats.BasisPublished, "发布时间", "發布時間"},
		{formats.BasisWeekday, "星期", "星期"},
		{formats.BasisWorkYear, "所部署工作的年度", "所部署工作的年度"},
		{formats.BasisAnniversary, "周年", "週年"},
		{formats.BasisContext, "上下文", "上下文"},
	}
	for _, n := range names {
		if n.basis == basis && formats.Traditional(language) {
			return n.hant
		}
		if n.basis == basis {
			return n.hans
		}
	}
	return basis
}

// monthOf completes a date of which only the day is said, from the day of
// publication: the last such day before it, at most twenty days back.
func (r *reading) monthOf(d *date) bool {
	if r.published == nil {
		return false
	}
	pub := r.published.time()
	for back := range 21 {
		t := pub.AddDate(0, 0, -back)
		if t.Day() == d.from.day {
			d.from = day{t.Year(), int(t.Month()), t.Day()}
			return true
		}
	}
	return false
}

// year finds the year of a date without one, by the evidence of the text in
// order of its weight; 0 where it does not decide.
func (r *reading) year(d date) (int, string) {
	for _, e := range []struct {
		basis string
		find  func(date) int
	}{
		{formats.BasisPublished, r.yearPublished},
		{formats.BasisWeekday, r.yearByWeekday},
		{formats.BasisWorkYear, r.workYear},
		{formats.BasisAnniversary, func(date) int { return r.anniversary() }},
		{formats.BasisContext, r.contextYear},
	} {
		if y := e.find(d); y > 0 {
			return y, e.basis
		}
	}
	return 0, ""
}

// yearPublished: the last such day within two months before publication.
func (r *reading) yearPublished(d date) int {
	if r.published == nil {
		return 0
	}
	pub := r.published.time()
	for _, y := range []int{pub.Year(), pub.Year() - 1} {
		t := day{y, d.from.month, d.from.day}.time()
		if age := pub.Sub(t).Hours() / 24; age >= 0 && age <= 120 {
			return y
		}
	}
	return 0
}

// yearByWeekday: of the years that the text names, the one in which the day
// falls on the weekday stated.
func (r *reading) yearByWeekday(d date) int {
	if d.weekday < 0 {
		return 0
	}
	found := 0
	for _, y := range r.years() {
		for _, near := range []int{y, y - 1, y + 1} {
			if (day{near, d.from.month, d.from.day}).time().Weekday() == d.weekday {
				if found != 0 && found != near {
					return 0
				}
				found = near
			}
		}
	}
	return found
}

// workYear: a meeting of the last or first months that plans the work of a
// year stands before or in that year.
func (r *reading) workYear(d date) int {
	var years []int
	for i := 0; ; {
		at := strings.Index(r.Fold[i:], "年")
		if at < 0 {
			break
		}
		at += i
		i = at + len("年")
		if at < 4 || !allDigits(r.Fold[at-4:at]) {
			continue
		}
		y, _, _ := arabic(r.Fold[at-4 : at])
		rest := r.Fold[i : i+prefixRunes(r.Fold[i:], 8)]
		plans := hasSuffix(r.Fold[:at-4], "部署", "做好", "抓好", "安排", "谋划", "研究") && strings.Contains(rest, "工作") ||
			strings.HasPrefix(rest, "工作要点") || strings.HasPrefix(rest, "第") && hasSuffix(r.Fold[:at-4], "开展", "召开", "举行")
		if plans && !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	if len(years) != 1 {
		return 0
	}
	if d.from.month >= 10 && !strings.Contains(r.Fold, itoa(years[0])+"年第") {
		return years[0] - 1
	}
	return years[0]
}

func allDigits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// anniversary: 中华人民共和国成立75周年 is 2024. Several that differ decide
// nothing.
func (r *reading) anniversary() int {
	found := 0
	for _, a := range []struct {
		event string
		year  int
	}{
		{"中华人民共和国成立", 1949}, {"新中国成立", 1949}, {"建国", 1949}, {"中国共产党成立", 1921}, {"建党", 1921},
		{"改革开放", 1978}, {"人民代表大会成立", 1954}, {"人民政协成立", 1949}, {"香港回归祖国", 1997}, {"香港回归", 1997},
		{"澳门回归祖国", 1999}, {"澳门回归", 1999}, {"抗日战争胜利", 1945}, {"抗战胜利", 1945}, {"红军长征胜利", 1936}, {"建军", 1927},
	} {
		for i := 0; ; {
			at := strings.Index(r.Fold[i:], a.event)
			if at < 0 {
				break
			}
			i += at + len(a.event)
			n, k, ok := number(r.Fold[i:])
			if !ok || !strings.HasPrefix(r.Fold[i+k:], "周年") {
				continue
			}
			if found != 0 && found != a.year+n {
				return 0
			}
			found = a.year + n
		}
	}
	if found == 0 {
		return r.teachersDay()
	}
	return found
}

// teachersDay: the first 教师节 was in 1985.
func (r *reading) teachersDay() int {
	at := strings.Index(r.Fold, "个教师节")
	if at < 0 {
		return 0
	}
	start := at
	for start > 0 && at-start < 4 && r.digitAt(start-1) {
		start--
	}
	n, _, ok := arabic(r.Fold[start:at])
	if !ok || !hasSuffix(r.Fold[:start], "第", "笫") {
		return 0
	}
	return 1984 + n
}

// years lists the years that the text names, each once.
func (r *reading) years() []int {
	var years []int
	for i := 0; ; {
		at := strings.Index(r.Fold[i:], "年")
		if at < 0 {
			return years
		}
		at += i
		i = at + len("年")
		if at < 4 || !allDigits(r.Fold[at-4:at]) {
			continue
		}
		if y, _, _ := arabic(r.Fold[at-4 : at]); y >= 1900 && y <= 2200 && !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
}

// contextYear: the year of the other full dates, if they agree; or the year
// after the only one named, if the text calls that 去年.
func (r *reading) contextYear(date) int {
	found := 0
	for i := range r.Lines {
		for _, d := range r.dates(r.line(i)) {
			if d.from.year == 0 {
				continue
			}
			if found != 0 && found != d.from.year {
				return 0
			}
			found = d.from.year
		}
	}
	if found != 0 {
		return found
	}
	if ys := r.years(); len(ys) == 1 && strings.Contains(r.Fold, "去年") {
		return ys[0] + 1
	}
	return 0
}
