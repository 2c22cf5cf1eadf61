// Package table lays a bulletin's facts out in the rows and columns that clerks expect.
//
// What the text does not state stays a blank cell. Column keys are the same
// in every language; labels follow the language (BCP 47: zh-Hans…, zh-Hant…,
// en; the first is the default).
//
// A priority with a theme is one row: the theme is the 重点任务, the measures
// are its 工作举措. A priority without a theme has no headline to show and
// none is invented: each of its measures is a row and a 重点任务 of its own,
// and what the block says of them all (target, units, deadline) stands in
// each of these rows.
package table

import (
	"strconv"
	"strings"

	"gongbao/formats"
)

// Column is one column of a table.
type Column struct {
	Key   string // stable, the same in every language
	Label string // in the table's language
	Width int    // a hint: comfortable width in half-width characters
}

// Cell is one cell. Text is always what to show; Number and Date say that
// the cell is one.
type Cell struct {
	Text   string
	Number *float64
	Date   string       // ISO 8601 (YYYY-MM-DD) where the cell is one real day
	At     formats.Span // the evidence, if Linked
	Linked bool         // At lies in a paragraph of the bulletin
}

// Table is a titled grid; every row has a cell for every column.
type Table struct {
	Key     string // stable, the same in every language
	Label   string
	Columns []Column
	Rows    [][]Cell
	Origins []Origin // of each row
}

// Origin tells which fact of the bulletin a row shows.
type Origin struct {
	Index int // in the bulletin's list of the table's facts; -1 for the bulletin itself
	Part  int // which part of it: a measure of a priority, an item of a meeting; -1 for all of it
}

// Keys lists the keys of the tables in the order of a workbook. The table
// "sign-in" is none of them, since it is another form of "attendees".
func Keys() []string {
	return []string{
		"meeting", "attendees", "priorities", "decisions", "appointments",
		"documents", "figures", "checks", "original",
	}
}

// All returns every table of a bulletin, in the order of Keys.
func All(b *formats.Bulletin, language string) []Table {
	keys := Keys()
	tables := make([]Table, len(keys))
	for i, key := range keys {
		tables[i], _ = Of(b, key, language)
	}
	return tables
}

// Of returns the table of b with a key; false if there is no such table.
func Of(b *formats.Bulletin, key, language string) (Table, bool) {
	switch key {
	case "meeting":
		return Meeting(b, language), true
	case "attendees":
		return Attendees(b, language), true
	case "sign-in":
		return SignIn(b, language), true
	case "priorities":
		return Priorities(b, language), true
	case "decisions":
		return Decisions(b, language), true
	case "appointments":
		return Appointments(b, language), true
	case "documents":
		return Documents(b, language), true
	case "figures":
		return Figures(b, language), true
	case "checks":
		return Checks(b, language), true
	case "original":
		return Original(b, language), true
	}
	return Table{}, false
}

// column describes a column in every language.
type column struct {
	key   string
	width int
	label words
}

// newTable returns an empty table in language.
func newTable(language, key string, label words, columns []column) Table {
	t := Table{Key: key, Label: label.in(language)}
	for _, c := range columns {
		t.Columns = append(t.Columns, Column{Key: c.key, Label: c.label.in(language), Width: c.width})
	}
	return t
}

// add appends a row for the next fact of a list; cells that are not given
// are blank.
func (t *Table) add(cells ...Cell) {
	t.addFrom(Origin{len(t.Rows), -1}, cells...)
}

func (t *Table) addFrom(o Origin, cells ...Cell) {
	row := make([]Cell, len(t.Columns))
	copy(row, cells)
	t.Rows = append(t.Rows, row)
	t.Origins = append(t.Origins, o)
}

// next is the ordinal of the row that is to be added.
func (t *Table) next() Cell { return integer(len(t.Rows) + 1) }

func text(s string) Cell { return Cell{Text: s} }

func list(s []string) Cell { return Cell{Text: strings.Join(s, "、")} }

func integer(n int) Cell { return number(float64(n)) }

func number(f float64) Cell {
	return Cell{Text: strconv.FormatFloat(f, 'f', -1, 64), Number: &f}
}

// count is a number that may be unstated.
func count(n *int) Cell {
	if n == nil {
		return Cell{}
	}
	return integer(*n)
}

func confidence(f float64) Cell {
	return Cell{Text: strconv.FormatFloat(f, 'f', 2, 64), Number: &f}
}

func quote(q *formats.Quote) Cell {
	if q == nil {
		return Cell{}
	}
	return text(q.Text)
}

func quotes(qs []formats.Quote) Cell {
	return list(wordings(qs))
}

func wordings(qs []formats.Quote) []string {
	s := make([]string, len(qs))
	for i, q := range qs {
		s[i] = q.Text
	}
	return s
}
