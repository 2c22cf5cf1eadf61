package xlsx

import (
	"io"
	"strconv"
	"strings"

	"gongbao/formats/table"
)

// What a sheet holds at most.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// printable is how many columns are set on one page.
const printable = 40

// headerRow is the row of the column labels.
const headerRow = firstRow - 1

// sheet is one table in the house format: a title, a header that stays in
// view and repeats in print, and the body.
type sheet struct {
	table    table.Table // its rows may be given one by one instead
	title    string
	language string
	widths   []int
	centred  []bool
	deepest  int     // level of the tree of rows
	last     int     // the last row so far
	frozen   int     // how many columns stay in view
	upright  int     // the first column with an upright header; 0 if none has
	grown    *packed // the sheet itself, if its rows come one by one

	target   func(n int) string // where the number n in the column of places leads
	external bool               // targets are files beside the workbook
	links    []hyperlink
	chart    *chart
}

// hyperlink leads from a cell to a place in the workbook, or to a file.
type hyperlink struct{ cell, target string }

// newSheet is the sheet of a table whose rows are known.
func newSheet(t table.Table, title, language string) *sheet {
	s := &sheet{table: t, title: title, language: language}
	s.widths = columnWidths(t)
	s.centred = centredColumns(t)
	for _, row := range t.Rows {
		s.deepest = max(s.deepest, s.level(row))
	}
	return s
}

// columnName is the letter or letters of a column, counted from 0.
func columnName(i int) string { return string(appendColumnName(nil, i)) }

func appendColumnName(b []byte, i int) []byte {
	if i >= 26 {
		b = appendColumnName(b, i/26-1)
	}
	return append(b, byte('A'+i%26))
}

// column finds a column by its key.
func (s *sheet) column(key string) (string, bool) {
	for i, c := range s.table.Columns {
		if c.Key == key {
			return columnName(i), true
		}
	}
	return "", false
}

// area is the part of a column that the body fills.
func (s *sheet) area(column string) string {
	return column + strconv.Itoa(firstRow) + ":" + column + strconv.Itoa(max(s.last, firstRow))
}

func (s *sheet) lastColumn() string { return columnName(len(s.table.Columns) - 1) }

// write writes the XML of the sheet; active is the one in view at first.
func (s *sheet) write(w io.Writer, active bool) error {
	b := s.appendHead(make([]byte, 0, 64<<10), active)
	for _, row := range s.table.Rows {
		b = s.appendRows(b, row)
		if len(b) > 48<<10 {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(s.appendTail(b))
	return err
}

func (s *sheet) appendHead(b []byte, active bool) []byte {
	b = append(b, xmlHeader+`<worksheet xmlns="`+mainNamespace+`" xmlns:r="`+relationshipNamespace+`"><sheetPr>`...)
	if s.table.Key == "checks" && len(s.table.Rows) > 0 {
		b = append(b, `<tabColor rgb="FFFFC000"/>`...)
	}
	b = append(b, `<outlinePr summaryBelow="0" summaryRight="0"/>`...)
	if len(s.table.Columns) <= printable {
		b = append(b, `<pageSetUpPr fitToPage="1"/>`...)
	}
	b = append(b, `</sheetPr>`...)
	if s.grown == nil {
		last := headerRow
		for _, row := range s.table.Rows {
			last += len(split(row))
		}
		b = append(b, `<dimension ref="A1:`+s.lastColumn()+strconv.Itoa(last)+`"/>`...)
	}
	b = s.appendView(b, active)
	b = append(b, `<sheetFormatPr defaultRowHeight="15"`...)
	if s.deepest > 0 {
		b = append(b, ` outlineLevelRow="`+strconv.Itoa(s.deepest)+`"`...)
	}
	b = append(b, ` outlineLevelCol="1"/><cols>`...)
	folded := s.folded()
	for i, width := range s.widths {
		n := strconv.Itoa(i + 1)
		b = append(b, `<col min="`+n+`" max="`+n+`" width="`+strconv.Itoa(width)+`" customWidth="1"`...)
		if i >= folded {
			b = append(b, ` outlineLevel="1"`...)
		}
		b = append(b, `/>`...)
	}
	b = append(b, `</cols><sheetData>`...)
	return s.appendHeader(s.appendTitle(b))
}

// appendView freezes title, header and the first columns.
func (s *sheet) appendView(b []byte, active bool) []byte {
	b = append(b, `<sheetViews><sheetView`...)
	if active {
		b = append(b, ` tabSelected="1"`...)
	}
	pane, split := "bottomLeft", ""
	if s.frozen > 0 {
		pane, split = "bottomRight", `xSplit="`+strconv.Itoa(s.frozen)+`" `
	}
	cell := columnName(s.frozen) + strconv.Itoa(firstRow)
	return append(b, ` workbookViewId="0"><pane `+split+`ySplit="2" topLeftCell="`+cell+`" activePane="`+pane+`" state="frozen"/>`+
		`<selection pane="`+pane+`" activeCell="`+cell+`" sqref="`+cell+`"/></sheetView></sheetViews>`...)
}

// folded is the first of the columns that serve to check the row, which a
// click folds away.
func (s *sheet) folded() int {
	for i, c := range s.table.Columns {
		if c.Key == "source" || c.Key == "evidence" {
			return i
		}
	}
	return len(s.table.Columns)
}

// appendTitle writes the first row. A title stands above the columns that a
// print or a screen shows at once.
func (s *sheet) appendTitle(b []byte) []byte {
	width := 0
	for _, w := range s.widths[:s.titleColumns()] {
		width += w
	}
	// A character of the title (16 pt) is half as wide again as one of the body.
	title := pieces(s.title)[0]
	lines := 1 + lineWidth(title)*3/2/width
	b = append(b, `<row r="1" ht="`+strconv.Itoa(min(12+22*lines, maxHeight))+`" customHeight="1"><c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">`...)
	b = appendText(b, title)
	return append(b, `</t></is></c></row>`...)
}

func (s *sheet) titleColumns() int {
	if s.frozen > 0 {
		return s.frozen
	}
	return len(s.widths)
}

// appendHeader writes the second row.
func (s *sheet) appendHeader(b []byte) []byte {
	s.last = headerRow
	labels := make([]table.Cell, len(s.table.Columns))
	for i := range labels {
		labels[i].Text = s.table.Columns[i].Label
	}
	height := rowHeight(labels, s.widths) + padding
	if s.upright > 0 {
		height = 150
	}
	b = append(b, `<row r="2" ht="`+strconv.Itoa(height)+`">`...)
	for i, c := range s.table.Columns {
		format := headerFormat
		if s.upright > 0 && i >= s.upright {
			format = uprightFormat
		}
		b = append(b, `<c r="`+columnName(i)+`2" s="`+strconv.Itoa(format)+`" t="inlineStr"><is><t xml:space="preserve">`...)
		b = appendText(b, c.Label)
		b = append(b, `</t></is></c>`...)
	}
	return append(b, `</row>`...)
}

// appendRows writes what comes next in the body: a row, and more where a text
// does not fit into one cell.
func (s *sheet) appendRows(b []byte, row []table.Cell) []byte {
	for _, part := range split(row) {
		if s.last++; s.last <= maxRows {
			b = s.appendRow(b, part)
		}
	}
	return b
}

func (s *sheet) appendRow(b []byte, cells []table.Cell) []byte {
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(s.last), 10)
	b = append(b, `" ht="`...)
	b = strconv.AppendInt(b, int64(max(rowHeight(cells, s.widths), s.leastHeight())), 10)
	if level := s.level(cells); level > 0 && s.deepest > 0 {
		b = append(b, `" outlineLevel="`...)
		b = strconv.AppendInt(b, int64(level), 10)
	}
	b = append(b, `">`...)
	for i, c := range cells {
		if s.upright > 0 && i >= s.upright && c.Text == "" {
			continue
		}
		look := style{kind: s.kind(i, c), centred: s.centred[i]}
		if look.kind == link || look.kind == jump {
			cell := columnName(i) + strconv.Itoa(s.last)
			s.links = append(s.links, hyperlink{cell, s.target(int(*c.Number))})
		}
		b = appendCell(b, i, s.last, c, look)
	}
	return append(b, `</row>`...)
}

// leastHeight leaves room for a signature, in points.
func (s *sheet) leastHeight() int {
	if s.table.Key == "sign-in" {
		return 28
	}
	return 0
}

// kind is how a cell of column i is shown.
func (s *sheet) kind(i int, c table.Cell) kind {
	switch key := s.table.Columns[i].Key; {
	case c.Date != "":
		return day
	case key == "confidence":
		return score
	case c.Number == nil, s.target == nil, len(s.links) >= maxLinks:
	case key == placeKey:
		return link
	case key == jumpKey:
		return jump
	}
	return plain
}

// level is how deep a row stands in the tree of priorities, 0 outermost.
func (s *sheet) level(row []table.Cell) int {
	if s.table.Key != "priorities" {
		return 0
	}
	return min(strings.Count(row[0].Text, "."), 7)
}
