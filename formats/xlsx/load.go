package xlsx

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongbao/formats"
	"gongbao/formats/table"
)

// recordSheet is the sheet, hidden from view, that holds the bulletin itself
// as JSON, so that a workbook can be read back without its document.
const recordSheet = "gongbao"

// recordFor is what the record begins with, before the language of the
// tables and the JSON.
const recordFor = "gongbao/workbook/1"

// record is the bulletin as JSON without line feeds.
func record(b *formats.Bulletin) ([]byte, error) {
	var wide, compact bytes.Buffer
	if err := formats.Encode(&wide, b); err != nil {
		return nil, err
	}
	err := json.Compact(&compact, wide.Bytes())
	return compact.Bytes(), err
}

// Load reads back a workbook that Write wrote and a person may have
// corrected: each cell that differs is applied to the bulletin, rows that
// were deleted are removed from it, and a note with the code "edited" tells
// each change. What the bulletin has no field for, such as the progress of a
// task, becomes a note "edit-unheld". Rows may have been sorted or filtered,
// columns moved; which row is which its number tells. An error names the
// sheet and the row and what to do.
func Load(src []byte) (*formats.Bulletin, error) {
	grids, since, err := readGrids(src)
	if err != nil {
		return nil, err
	}
	b, language, err := recorded(grids)
	if err != nil {
		return nil, err
	}
	tables := append(table.All(b, language), table.SignIn(b, language))
	e := editing{b: b, language: language, grids: grids, since: since, known: newVocabulary(tables)}
	for _, t := range tables {
		if err := e.compare(t); err != nil {
			return nil, err
		}
	}
	return b, e.apply()
}

// recorded finds the bulletin in a workbook, and the language of its tables.
func recorded(grids []grid) (*formats.Bulletin, string, error) {
	i := slices.IndexFunc(grids, func(g grid) bool {
		return g.name == recordSheet && len(g.rows) > 2 && len(g.rows[0]) > 0 && g.rows[0][0] == recordFor
	})
	if i < 0 {
		return nil, "", fmt.Errorf("the workbook does not hold the bulletin (hidden sheet %q): convert the original document", recordSheet)
	}
	var text strings.Builder
	for _, row := range grids[i].rows[2:] {
		text.WriteString(strings.Join(row, ""))
	}
	b, err := formats.Decode(strings.NewReader(text.String()))
	return b, strings.Join(grids[i].rows[1], ""), err
}

// editing gathers what differs between a workbook and its bulletin.
type editing struct {
	b        *formats.Bulletin
	language string
	grids    []grid
	since    time.Time
	known    vocabulary
	edits    []edit
	removed  []removal
}

// edit is a row that differs.
type edit struct {
	table.Edit
	sheet  string
	row    int // in the sheet, from 1
	number string
	labels []string // of the columns that differ
	was    []string
}

// removal is a table from which rows were deleted.
type removal struct {
	key     string
	origins []table.Origin
	notes   []formats.Note
}

// compare finds the rows of a table that stand otherwise on its sheet. A
// sheet that was deleted says nothing.
func (e *editing) compare(t table.Table) error {
	if t.Key == "original" || t.Key == "checks" {
		return nil
	}
	g, header, columns := e.findSheet(t)
	if columns == nil {
		return nil
	}
	if columns[0] < 0 {
		e.b.Notes = append(e.b.Notes, unreadKind().At(e.b.Language, formats.Span{}, g.name, t.Columns[0].Label))
		return nil
	}
	seen := make([]bool, len(t.Rows))
	for i, row := range g.rows[header+1:] {
		number := strings.TrimSpace(at(row, columns[0]))
		if strings.Contains(number, continued) || blank(row) {
			continue
		}
		place := fmt.Sprintf("sheet %s, row %d", g.name, header+2+i)
		n := match(t, number, seen)
		if n < 0 && !meant(t, number, row, columns) {
			continue
		}
		if n < 0 {
			return fmt.Errorf("%s: %s %q was not written here, or stands there already; rows cannot be added: delete the row or mend its %[2]s",
				place, t.Columns[0].Label, number)
		}
		seen[n] = true
		if ed := e.differences(t, n, row, columns); len(ed.Changed) > 0 {
			ed.sheet, ed.row, ed.number = g.name, header+2+i, number
			e.edits = append(e.edits, ed)
		}
	}
	e.missing(g, t, seen)
	return nil
}

// missing takes the rows that were deleted.
func (e *editing) missing(g grid, t table.Table, seen []bool) {
	r := removal{key: t.Key}
	for n, ok := range seen {
		if ok {
			continue
		}
		what := t.Rows[n][1].Text
		if len(t.Columns) > 2 && what == "" {
			what = t.Rows[n][2].Text
		}
		r.origins = append(r.origins, t.Origins[n])
		r.notes = append(r.notes, removedKind().At(e.b.Language, e.spanOf(t, n), g.name, t.Rows[n][0].Text, what))
	}
	if len(r.origins) > 0 {
		e.removed = append(e.removed, r)
	}
}

// spanOf is the evidence of row n.
func (e *editing) spanOf(t table.Table, n int) formats.Span {
	for _, c := range t.Rows[n] {
		if c.Linked {
			return c.At
		}
	}
	return formats.Span{}
}

// match finds the row with a number that has not been seen; -1 if there is
// none.
func match(t table.Table, number string, seen []bool) int {
	for n, r := range t.Rows {
		if !seen[n] && strings.TrimSpace(r[0].Text) == number {
			return n
		}
	}
	return -1
}

// meant reports whether a row that is none of the table's was added as one:
// it has a number, or fills several columns. Other rows are what a house
// writes below its tables.
func meant(t table.Table, number string, row []string, columns []int) bool {
	if strings.Trim(number, "0123456789.") == "" && number != "" {
		return true
	}
	filled := 0
	for _, i := range columns {
		if i >= 0 && strings.TrimSpace(at(row, i)) != "" {
			filled++
		}
	}
	return filled > 1 && (number == "" || t.Columns[0].Key == "item")
}

// findSheet finds the sheet of a table by its name, or by its columns if it
// was renamed or is a template's, and tells where each column of the table
// stands; -1 for one that is not there. Without such a sheet the columns are
// nil.
func (e *editing) findSheet(t table.Table) (grid, int, []int) {
	for _, named := range []bool{true, false} {
		for _, g := range e.grids {
			known := e.known
			if named {
				known = e.known.only(t.Key)
			}
			if named && g.name != t.Label {
				continue
			}
			key, header, names := known.recognise(g.rows)
			if key != t.Key {
				continue
			}
			columns := make([]int, len(t.Columns))
			for i := range columns {
				columns[i] = slices.Index(names, i)
			}
			return g, header, columns
		}
	}
	return grid{}, 0, nil
}

func at(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return row[i]
}

func blank(row []string) bool {
	return !slices.ContainsFunc(row, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// differences compares row n of a table with what stands in the workbook.
// What stands in several rows is not put together, and what is not there is
// not compared.
func (e *editing) differences(t table.Table, n int, row []string, columns []int) edit {
	ed := edit{Edit: table.Edit{Key: t.Key, Origin: t.Origins[n], Values: map[string]string{}}}
	for i, c := range t.Columns {
		was := value(t.Rows[n][i])
		is := was
		if columns[i] >= 0 && fitting(was) == len(was) {
			is = plainText(at(row, columns[i]))
		}
		if is != was && (t.Rows[n][i].Date != "" || c.Key == "deadline") {
			is = e.day(is)
		}
		ed.Values[c.Key] = is
		if is != was {
			ed.Changed = append(ed.Changed, c.Key)
			ed.labels = append(ed.labels, c.Label)
			ed.was = append(ed.was, was)
		}
	}
	return ed
}

// value is what reading a cell back gives that was not changed.
func value(c table.Cell) string {
	switch {
	case c.Date != "":
		return c.Date
	case c.Number != nil:
		return strconv.FormatFloat(*c.Number, 'f', -1, 64)
	}
	return plainText(c.Text)
}

// plainText is a text without what programs change when they save it: space
// around it, and which way a line ends.
func plainText(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
}

// day writes a date that a spreadsheet stores as a number as ISO 8601.
func (e *editing) day(s string) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 1 || n > 2958465 { // the last day of the year 9999
		return s
	}
	return e.since.AddDate(0, 0, int(n)).Format(time.DateOnly)
}

// apply changes the bulletin and notes each change.
func (e *editing) apply() error {
	for _, ed := range e.edits {
		unheld, err := table.Apply(e.b, ed.Edit, e.language)
		if err != nil {
			return fmt.Errorf("sheet %s, row %d: %w", ed.sheet, ed.row, err)
		}
		for i, column := range ed.Changed {
			kind := editedKind()
			if slices.Contains(unheld, column) {
				kind = unheldKind()
			}
			e.b.Notes = append(e.b.Notes, kind.At(e.b.Language, formats.Span{}, ed.sheet, ed.number, ed.labels[i], ed.was[i], ed.Values[column]))
		}
	}
	for _, r := range e.removed {
		if table.Remove(e.b, r.key, r.origins) {
			e.b.Notes = append(e.b.Notes, r.notes...)
		}
	}
	return nil
}

func unreadKind() formats.NoteKind {
	return formats.NoteKind{
		Code: "sheet-unread", Level: formats.Check,
		Hans: "工作表“%s”没有“%s”列，其中的改动未读回", Hant: "工作表「%s」沒有「%s」欄，其中的改動未讀回",
	}
}

func removedKind() formats.NoteKind {
	return formats.NoteKind{
		Code: "edited", Level: formats.Info,
		Hans: "“%s”第%s项“%s”已删去", Hant: "「%s」第%s項「%s」已刪去",
	}
}

func editedKind() formats.NoteKind {
	return formats.NoteKind{
		Code: "edited", Level: formats.Info,
		Hans: "“%s”第%s项“%s”由“%s”改为“%s”", Hant: "「%s」第%s項「%s」由「%s」改為「%s」",
	}
}

func unheldKind() formats.NoteKind {
	return formats.NoteKind{
		Code: "edit-unheld", Level: formats.Info,
		Hans: "“%s”第%s项“%s”由“%s”改为“%s”，此项不写回公报", Hant: "「%s」第%s項「%s」由「%s」改為「%s」，此項不寫回公報",
	}
}
