package xlsx

import (
	"io"
	"strconv"
	"strings"

	"gongbao/formats/table"
)

// maxRows is how many rows a sheet has.
const maxRows = 1 << 20

// sheet is one table in the house format: a title, a header that stays in
// view and repeats in print, and the body.
type sheet struct {
	table    table.Table
	title    string
	language string
	place    places
	widths   []int
	centred  []bool
	last     int // the last row
	links    []hyperlink
}

// hyperlink leads from a cell to a place in the workbook.
type hyperlink struct{ cell, location string }

func newSheet(t table.Table, headline, language string, p places) *sheet {
	t = p.addTo(t)
	s := &sheet{table: t, title: t.Label, language: language, place: p}
	if headline != "" {
		s.title = headline + "　" + t.Label
	}
	s.widths = columnWidths(t)
	s.centred = centredColumns(t)
	s.last = 2
	for _, row := range t.Rows {
		s.last += len(split(row))
	}
	return s
}

// columnName is the letter or letters of a column, counted from 0.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
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
	b = s.appendTitle(b)
	b = s.appendHeader(b)
	names := make([]string, len(s.table.Columns))
	for i := range names {
		names[i] = columnName(i)
	}
	row := firstRow
	for _, cells := range s.table.Rows {
		for _, part := range split(cells) {
			b = s.appendRow(b, row, part, names)
			row++
		}
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
	b = append(b, `<outlinePr summaryBelow="0" summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:`...)
	b = append(b, s.lastColumn()+strconv.Itoa(s.last)...)
	b = append(b, `"/><sheetViews><sheetView`...)
	if active {
		b = append(b, ` tabSelected="1"`...)
	}
	b = append(b, ` workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>`+
		`<selection pane="bottomLeft" activeCell="A3" sqref="A3"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"`...)
	if deepest := s.deepest(); deepest > 0 {
		b = append(b, ` outlineLevelRow="`+strconv.Itoa(deepest)+`"`...)
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
	return append(b, `</cols><sheetData>`...)
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

func (s *sheet) appendTitle(b []byte) []byte {
	width := 0
	for _, w := range s.widths {
		width += w
	}
	// A character of the title (16 pt) is half as wide again as one of the body.
	title := pieces(s.title)[0]
	lines := 1 + lineWidth(title)*3/2/width
	b = append(b, `<row r="1" ht="`+strconv.Itoa(min(12+22*lines, 400))+`" customHeight="1"><c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">`...)
	b = appendText(b, title)
	return append(b, `</t></is></c></row>`...)
}

func (s *sheet) appendHeader(b []byte) []byte {
	labels := make([]table.Cell, len(s.table.Columns))
	for i, c := range s.table.Columns {
		labels[i].Text = c.Label
	}
	b = append(b, `<row r="2" ht="`+strconv.Itoa(rowHeight(labels, s.widths)+padding)+`">`...)
	for i, c := range s.table.Columns {
		b = append(b, `<c r="`+columnName(i)+`2" s="2" t="inlineStr"><is><t xml:space="preserve">`...)
		b = appendText(b, c.Label)
		b = append(b, `</t></is></c>`...)
	}
	return append(b, `</row>`...)
}

func (s *sheet) appendRow(b []byte, row int, cells []table.Cell, names []string) []byte {
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(row), 10)
	b = append(b, `" ht="`...)
	b = strconv.AppendInt(b, int64(max(rowHeight(cells, s.widths), s.leastHeight())), 10)
	if level := s.level(cells); level > 0 {
		b = append(b, `" outlineLevel="`...)
		b = strconv.AppendInt(b, int64(level), 10)
	}
	b = append(b, `">`...)
	for i, c := range cells {
		look := style{kind: s.kind(i, c), centred: s.centred[i]}
		if n, ok := s.place.paragraph(c.At); ok && look.kind == link {
			s.links = append(s.links, hyperlink{names[i] + strconv.Itoa(row), s.place.cell(n)})
		}
		b = appendCell(b, names[i], row, c, look)
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
	switch {
	case c.Date != "":
		return day
	case c.Linked && s.table.Columns[i].Key == placeKey && len(s.links) < maxLinks:
		return link
	case s.table.Columns[i].Key == "confidence":
		return score
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

func (s *sheet) deepest() int {
	n := 0
	for _, row := range s.table.Rows {
		n = max(n, s.level(row))
	}
	return n
}
