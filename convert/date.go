package convert

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"gongbao/formats"
)

// day is a calendar day; a part that the text does not say is 0.
type day struct{ year, month, day int }

func (d day) String() string {
	if d.year == 0 {
		return fmt.Sprintf("--%02d-%02d", d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

func (d day) time() time.Time {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
}

// exists reports whether the calendar has the day, in some year if none is said.
func (d day) exists() bool {
	year := d.year
	if year == 0 {
		year = 2000
	}
	t := day{year, d.month, d.day}.time()
	return d.month >= 1 && d.month <= 12 && d.day >= 1 && int(t.Month()) == d.month && t.Day() == d.day
}

// date is a day or range of days in the text. A month of 0 means that only
// the day is said.
type date struct {
	part
	from, to day
	weekday  time.Weekday // -1 where none is said
}

// dateAt reads the date at position i, if one stands there.
func (r *reading) dateAt(i int) (date, bool) {
	d := date{part: part{i, i}, weekday: -1}
	s := r.Fold[i:]
	n := 0
	d.from, n = readDay(s)
	if n == 0 {
		return d, false
	}
	d.end = i + n
	d.to = day{}
	d.end += r.skipBrackets(d.end, &d)
	if m := cut(r.Fold[d.end:], "至", "到", "-", "~", "—", "–"); m > 0 {
		if to, k := readDay(r.Fold[d.end+m:]); k > 0 {
			d.to = to
			d.end += m + k
		}
	}
	if d.to == (day{}) && strings.HasPrefix(r.Fold[d.end:], "、") {
		if to, k := readDay(r.Fold[d.end+len("、"):]); k > 0 && to.year == 0 && to.month == 0 {
			d.to = to
			d.end += len("、") + k
		}
	}
	return d, true
}

// skipBrackets reads a weekday in brackets and returns its length.
func (r *reading) skipBrackets(i int, d *date) int {
	shut, ok := r.shut(i)
	if !ok || r.Fold[i] != '(' {
		return 0
	}
	inside := r.Fold[i+1 : shut]
	for _, p := range []string{"星期", "周", "礼拜", ""} {
		if rest, ok := strings.CutPrefix(inside, p); ok && utf8.RuneCountInString(rest) == 1 {
			if w := weekday(rest); w >= 0 {
				d.weekday = w
				return shut + 1 - i
			}
		}
	}
	return 0
}

func weekday(s string) time.Weekday {
	for i, w := range []string{"日", "一", "二", "三", "四", "五", "六"} {
		if s == w {
			return time.Weekday(i)
		}
	}
	if s == "天" {
		return time.Sunday
	}
	return -1
}

// readDay reads a day at the start of s, with as much of year and month as
// stands there; n is 0 where none does.
func readDay(s string) (d day, n int) {
	if d, n = numericDay(s); n > 0 {
		return d, n
	}
	year, n := readYear(s)
	d.year = year
	month, k, ok := number(s[n:])
	if ok && strings.HasPrefix(s[n+k:], "月") && month >= 1 && month <= 12 {
		d.month = month
		n += k + len("月")
		month, k, ok = number(s[n:])
	} else if year > 0 {
		return day{}, 0
	}
	m := 0
	if ok {
		m = cut(s[n+k:], "日", "号")
	}
	d.day = month
	if !ok || m == 0 || d.day < 1 || d.day > 31 || !d.valid() || notADay(s[n+k+m:], d) {
		return day{}, 0
	}
	return d, n + k + m
}

func (d day) valid() bool { return d.month == 0 || d.exists() }

// notADay tells 一日游, 30日内 and the like from a day without its month.
func notADay(rest string, d day) bool {
	return d.month == 0 && cut(rest, "内", "游", "间", "起", "均", "元", "后", "前", "线", "楼", "报") > 0
}

// numericDay reads 2024-01-05, 2024/1/5, 2024.1.5 and 113/11/12 (Republic).
func numericDay(s string) (day, int) {
	year, n, ok := arabic(s)
	if !ok || n < 3 || n > 4 || n >= len(s) {
		return day{}, 0
	}
	mark := s[n]
	if mark != '-' && mark != '/' && mark != '.' {
		return day{}, 0
	}
	month, k, ok := arabic(s[n+1:])
	at := n + 1 + k
	if !ok || k > 2 || at >= len(s) || s[at] != mark {
		return day{}, 0
	}
	d, k, ok := arabic(s[at+1:])
	if !ok || k > 2 {
		return day{}, 0
	}
	if n == 3 {
		year += 1911
	}
	out := day{year, month, d}
	if year < 1900 || year > 2200 || !out.exists() {
		return day{}, 0
	}
	return out, at + 1 + k
}

// readYear reads 2024年, 二〇二四年, 中华民国101年, 民国112年 and, as only
// Taiwan writes it, 113年 at the start of s.
func readYear(s string) (year, n int) {
	roc := cut(s, "中华民国", "民国")
	y, k, ok := number(s[roc:])
	if !ok || !strings.HasPrefix(s[roc+k:], "年") {
		return 0, 0
	}
	switch {
	case roc > 0 && y < 1000, y >= 80 && y < 200:
		y += 1911
	case y < 1900 || y > 2200:
		return 0, 0
	}
	return y, roc + k + len("年")
}

// dates lists the dates in p.
func (r *reading) dates(p part) []date {
	var found []date
	for i := p.start; i < p.end; {
		c, size := r.rune(i)
		if r.yearBefore(i) {
			i += size
			continue
		}
		starts := r.digitAt(i) && !r.digitAt(i-1) || digit(c) >= 0 || power(c) > 0 || c == '中' || c == '民'
		if !starts || i > p.start && r.chineseNumeralBefore(i) {
			i += size
			continue
		}
		if d, ok := r.dateAt(i); ok && d.end <= p.end {
			found = append(found, d)
			i = d.end
			continue
		}
		i += size
	}
	return found
}

// yearBefore reports whether 2023年 stands before i: the month after it is no
// date of its own.
func (r *reading) yearBefore(i int) bool {
	s, ok := strings.CutSuffix(r.Fold[:i], "年")
	if !ok {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(s)
	return c >= '0' && c <= '9' || digit(c) >= 0
}

func (r *reading) chineseNumeralBefore(i int) bool {
	c, _ := utf8.DecodeLastRuneInString(r.Fold[:i])
	return digit(c) >= 0 || power(c) > 0 || c == '第'
}

// date finds the day of the meeting: in the line of minutes that states it,
// else in the sentence that tells of the meeting.
func (r *reading) date() {
	d, ok := r.meetingDate()
	if !ok {
		return
	}
	basis := formats.BasisStated
	if d.from.month == 0 {
		if !r.monthOf(&d) {
			return
		}
		basis = formats.BasisPublished
	}
	if d.from.year == 0 {
		d.from.year, basis = r.year(d)
	}
	if d.to.day > 0 {
		completeRange(&d)
	}
	r.checkWeekday(d)
	r.out.Date = r.dateValue(d, basis)
}

func completeRange(d *date) {
	if d.to.month == 0 {
		d.to.month = d.from.month
	}
	if d.to.year == 0 {
		d.to.year = d.from.year
		if d.to.month < d.from.month && d.from.year > 0 {
			d.to.year++
		}
	}
}

// dateValue is the date as a fact, with its place and, where the year was
// inferred or is open, a note.
func (r *reading) dateValue(d date, basis string) *formats.Date {
	out := &formats.Date{Start: formats.Optional(d.from.String()), Basis: formats.Optional(basis),
		Text: r.Raw(d.start, d.end), At: r.Span(d.start, d.end)}
	edtf := func(x day) string {
		switch {
		case x.year == 0:
			return "XXXX" + x.String()[1:]
		case basis != formats.BasisStated:
			return x.String() + "?"
		}
		return x.String()
	}
	out.EDTF = formats.Optional(edtf(d.from))
	if d.to.day > 0 {
		out.End = formats.Optional(d.to.String())
		out.EDTF += formats.Optional("/" + edtf(d.to))
	}
	switch {
	case d.from.year == 0:
		out.Basis = ""
		r.note(yearUnknown, d.part)
	case basis != formats.BasisStated:
		r.note(yearInferred, d.part, d.from.year, basisName(r.out.Language, basis))
	}
	return out
}

func (r *reading) checkWeekday(d date) {
	if d.weekday >= 0 && d.from.year > 0 && d.from.time().Weekday() != d.weekday {
		r.note(weekdayWrong, d.part, d.from.String())
	}
}

// meetingDate is the date that the text gives to its meeting.
func (r *reading) meetingDate() (date, bool) {
	for _, h := range r.headers() {
		if h.label == "时间" || h.label == "日期" || h.label == "会议时间" || h.label == "会议日期" {
			if ds := r.dates(h.value); len(ds) > 0 {
				return ds[0], true
			}
		}
	}
	for n, i := range r.body {
		if n >= 6 {
			break
		}
		for _, s := range r.sentences(r.line(i)) {
			if d, ok := r.eventDate(s); ok {
				return d, true
			}
			if r.leadAt(s.start, s.end).ok {
				break
			}
		}
	}
	return date{}, false
}

// eventDate is the first date of a sentence that tells of something held.
func (r *reading) eventDate(s part) (date, bool) {
	if n := agency(r.text(s)); n > 0 {
		s.start += n
		s.start += r.dateline(s.start, s.end) // the day of filing is not the meeting's
	}
	ds := r.dates(s)
	for k, d := range ds {
		end := s.end
		if k+1 < len(ds) {
			end = ds[k+1].start
		}
		after := r.Fold[d.end:end]
		if hasAny(after, "发出", "送达", "发送") && k+1 < len(ds) {
			continue // the day of the notice
		}
		if hasAny(r.Fold[d.end:s.end], "召开", "举行", "主持", "闭幕", "开幕", "开展", "举办", "考察", "调研", "座谈", "检查", "会议", "闭会", "学习") &&
			!hasAny(r.Fold[s.start:d.start], "截至", "截止", "自从") {
			return d, true
		}
		return date{}, false
	}
	return date{}, false
}
