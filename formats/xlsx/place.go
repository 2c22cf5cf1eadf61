package xlsx

import (
	"slices"
	"sort"
	"strconv"

	"gongbao/formats"
	"gongbao/formats/table"
)

// firstRow is the row of a sheet in which the body starts, below title and
// header.
const firstRow = 3

// maxLinks is how many links a spreadsheet program reads from one sheet.
const maxLinks = 65530

// places finds paragraphs on the sheet of the original.
type places struct {
	label      string // name of the sheet
	language   string
	paragraphs []formats.Paragraph
	rows       []int // of each paragraph
}

func newPlaces(b *formats.Bulletin, original table.Table, language string) places {
	p := places{label: original.Label, language: language, paragraphs: b.Text.Paragraphs}
	next := firstRow
	for _, row := range original.Rows {
		p.rows = append(p.rows, next)
		next += len(split(row))
	}
	return p
}

// paragraph is the number of the paragraph in which at starts, from 1.
func (p places) paragraph(at formats.Span) (int, bool) {
	i := sort.Search(len(p.paragraphs), func(i int) bool { return p.paragraphs[i].Start > at.Start })
	return i, i > 0 && i <= len(p.rows) && p.rows[i-1] <= maxRows
}

// cell is where paragraph n stands.
func (p places) cell(n int) string {
	return "'" + p.label + "'!C" + strconv.Itoa(p.rows[n-1])
}

// addTo puts beside the evidence of a table the number of its paragraph,
// which is also what carries the link: LibreOffice shows only the first line
// of a long text that is a link.
func (p places) addTo(t table.Table) table.Table {
	at := slices.IndexFunc(t.Columns, func(c table.Column) bool { return c.Key == "evidence" }) + 1
	if at == 0 {
		return t
	}
	column := table.Column{Key: placeKey, Label: "出处", Width: 8}
	switch {
	case english(p.language):
		column.Label = "Paragraph"
	case traditional(p.language):
		column.Label = "出處"
	}
	t.Columns = slices.Insert(slices.Clone(t.Columns), at, column)
	rows := make([][]table.Cell, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = slices.Insert(slices.Clone(row), at, p.link(row[at-1]))
	}
	t.Rows = rows
	return t
}

// placeKey is the key of the column that leads to the original.
const placeKey = "place"

// jumpKey is the key of a column of other numbers that lead somewhere.
const jumpKey = "jump"

// link is the cell beside a piece of evidence.
func (p places) link(evidence table.Cell) table.Cell {
	n, ok := p.paragraph(evidence.At)
	if !evidence.Linked || !ok {
		return table.Cell{}
	}
	return numberCell(n)
}

func numberCell(n int) table.Cell {
	number := float64(n)
	return table.Cell{Text: strconv.Itoa(n), Number: &number}
}
