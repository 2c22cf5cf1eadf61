package table

import (
	"strconv"
	"strings"
	"time"

	"gongbao/formats"
)

// Date is the cell of a day or a range of days in language; only one whole
// day is a Date.
func Date(d *formats.Date, language string) Cell {
	if d == nil {
		return Cell{}
	}
	start, end := string(d.Start), string(d.End)
	if start == "" {
		return text(d.Text)
	}
	if end != "" && end != start {
		return text(day(start, language) + words{"至", "至", " – "}.in(language) + day(end, language))
	}
	return oneDay(start, language)
}

// deadline is the last day of d: a task is due by its end.
func deadline(d *formats.Date, language string) Cell {
	switch {
	case d == nil:
		return Cell{}
	case d.End != "":
		return oneDay(string(d.End), language)
	case d.Start != "":
		return oneDay(string(d.Start), language)
	}
	return text(d.Text)
}

func oneDay(iso, language string) Cell {
	c := text(day(iso, language))
	if _, err := time.Parse(time.DateOnly, iso); err == nil {
		c.Date = iso
	}
	return c
}

// day writes YYYY-MM-DD or --MM-DD as the language does; anything else is
// returned as it is.
func day(iso, language string) string {
	if words.in(words{"zh", "zh", "en"}, language) == "en" {
		return iso
	}
	if t, err := time.Parse(time.DateOnly, iso); err == nil {
		return strconv.Itoa(t.Year()) + "年" + monthDay(t)
	}
	// A leap year, so that the 29th of February is a day.
	if t, err := time.Parse(time.DateOnly, "2000"+strings.TrimPrefix(iso, "-")); err == nil && strings.HasPrefix(iso, "--") {
		return monthDay(t)
	}
	return iso
}

func monthDay(t time.Time) string {
	return strconv.Itoa(int(t.Month())) + "月" + strconv.Itoa(t.Day()) + "日"
}
