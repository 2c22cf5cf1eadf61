package xlsx

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"gongbao/formats"
	"gongbao/formats/table"
)

// What one cell holds; more is cut by spreadsheet programs without a word.
const (
	maxUnits     = 32767 // UTF-16 code units
	maxLineFeeds = 253
)

// pieces cuts a text into parts that fit into a cell each; at least one.
func pieces(s string) []string {
	var parts []string
	for n := fitting(s); n < len(s); n = fitting(s) {
		parts = append(parts, s[:n])
		s = s[n:]
	}
	return append(parts, s)
}

// fitting is how many bytes of s fit into a cell.
func fitting(s string) int {
	if len(s) <= maxLineFeeds {
		return len(s)
	}
	units, feeds := 0, 0
	for i, r := range s {
		units++
		if r > 0xFFFF {
			units++
		}
		if r == '\n' {
			feeds++
		}
		if units > maxUnits || feeds > maxLineFeeds {
			return i
		}
	}
	return len(s)
}

// split divides a row into as many rows as its longest text needs.
func split(row []table.Cell) [][]table.Cell {
	if !slices.ContainsFunc(row, func(c table.Cell) bool { return fitting(c.Text) < len(c.Text) }) {
		return [][]table.Cell{row}
	}
	rows := [][]table.Cell{slices.Clone(row)}
	for i, c := range row {
		for j, part := range pieces(c.Text) {
			if j == len(rows) {
				rows = append(rows, continuation(row, j))
			}
			rows[j][i].Text = part
		}
	}
	return rows
}

// continuation is the n-th row that takes what does not fit into row.
func continuation(row []table.Cell, n int) []table.Cell {
	more := make([]table.Cell, len(row))
	more[0].Text = row[0].Text + continued + strconv.Itoa(n)
	return more
}

// continued marks the ordinal of a row that continues the one above.
const continued = "+"

// overlong tells which texts of a table stand in several rows.
func overlong(t table.Table, language string) []formats.Note {
	kind := formats.NoteKind{
		Code: "cell-split", Level: formats.Info,
		Hans: "工作表“%s”第%s项“%s”过长，已分%d行续写",
		Hant: "工作表「%s」第%s項「%s」過長，已分%d行續寫",
	}
	var notes []formats.Note
	if room := maxRows - headerRow; len(t.Rows) > room {
		notes = append(notes, rowsLeftOff(language, t.Label, len(t.Rows), room))
	}
	for _, row := range t.Rows {
		for i, c := range row {
			if fitting(c.Text) < len(c.Text) {
				n := len(pieces(c.Text))
				notes = append(notes, kind.At(language, c.At, t.Label, row[0].Text, t.Columns[i].Label, n))
			}
		}
	}
	return notes
}

// rowsLeftOff is the note on a table that is longer than a sheet.
func rowsLeftOff(language, label string, rows, room int) formats.Note {
	return formats.NoteKind{
		Code: "rows-left-off", Level: formats.Warning,
		Hans: "工作表“%s”放不下%d行，只列出前%d行", Hant: "工作表「%s」放不下%d行，只列出前%d行",
	}.At(language, formats.Span{}, label, rows, room)
}

// appendCell appends the XML of a cell in one of our own formats.
func appendCell(b []byte, column, row int, c table.Cell, s style) []byte {
	_, numeric := serial(c)
	s.quoted = !numeric && risky(c.Text)
	return appendFormatted(b, column, row, c, s.index())
}

// appendFormatted appends the XML of a cell. Text is always an inline string,
// so that nothing in it can be taken for a formula.
func appendFormatted(b []byte, column, row int, c table.Cell, format int) []byte {
	value, numeric := serial(c)
	b = append(b, `<c r="`...)
	b = appendColumnName(b, column)
	b = strconv.AppendInt(b, int64(row), 10)
	b = append(b, `" s="`...)
	b = strconv.AppendInt(b, int64(format), 10)
	switch {
	case numeric:
		b = append(b, `"><v>`...)
		b = strconv.AppendFloat(b, value, 'g', -1, 64)
		return append(b, `</v></c>`...)
	case c.Text == "":
		return append(b, `"/>`...)
	}
	b = append(b, `" t="inlineStr"><is><t xml:space="preserve">`...)
	b = appendText(b, c.Text)
	return append(b, `</t></is></c>`...)
}

// serial is the number that a spreadsheet stores for a number or a day. Days
// before March 1900 have none that all programs agree on.
func serial(c table.Cell) (float64, bool) {
	if c.Number != nil {
		return *c.Number, !math.IsNaN(*c.Number) && !math.IsInf(*c.Number, 0)
	}
	if c.Date == "" {
		return 0, false
	}
	day, err := time.Parse(time.DateOnly, c.Date)
	if err != nil || day.Year() <= 1900 {
		return 0, false
	}
	return math.Round(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), true
}

// risky reports whether a spreadsheet program would make something else of
// a text when somebody opens the cell and leaves it: a formula, a number or
// a date.
func risky(s string) bool {
	if s == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("=+-@\t\r＝＋－＠", first) || strings.Trim(s, "0123456789.,:/%-() eE") == ""
}

// appendText appends s as XML character data. Spreadsheet XML writes the
// characters that XML cannot hold as _xHHHH_, and so must write a literal
// _xHHHH_ with its own first character escaped.
func appendText(b []byte, s string) []byte {
	for i, r := range s {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&quot;"...)
		case r == '_' && escapeLike(s[i:]):
			b = append(b, "_x005F_"...)
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			b = append(b, "_x"...)
			hex := strconv.FormatInt(int64(r)+0x10000, 16)
			b = append(b, strings.ToUpper(hex[1:])...)
			b = append(b, '_')
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// escapeLike reports whether s begins as _xHHHH_ does.
func escapeLike(s string) bool {
	return len(s) >= 7 && s[1] == 'x' && s[6] == '_' && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
