package xlsx

import (
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
	paragraphs []formats.Paragraph
	rows       []int // of each paragraph
}

// paragraphRows tells in which row each paragraph starts.
func paragraphRows(original table.Table) []int {
	rows := make([]int, len(original.Rows))
	next := firstRow
	for i, row := range original.Rows {
		rows[i] = next
		next += len(split(row))
	}
	return rows
}

// of is the cell in which the paragraph of at starts, or the empty string.
func (p places) of(at formats.Span) string {
	i := sort.Search(len(p.paragraphs), func(i int) bool { return p.paragraphs[i].Start > at.Start }) - 1
	if i < 0 || i >= len(p.rows) || p.rows[i] > maxRows {
		return ""
	}
	return "'" + p.label + "'!C" + strconv.Itoa(p.rows[i])
}
