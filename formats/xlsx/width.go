package xlsx

import (
	"strings"

	"gongbao/formats/table"
)

// lineWidth is the width of the widest line of s in half-width characters,
// as a typeface of the house sets them: punctuation that Han typefaces share
// with Latin ones is wide.
func lineWidth(s string) int {
	widest, n := 0, 0
	for _, r := range s {
		switch {
		case r == '\n':
			n = 0
		case r < 0x1100, r >= 0xFF61 && r <= 0xFFDC:
			n++
		default:
			n += 2
		}
		widest = max(widest, n)
	}
	return widest
}

// Room that a cell needs beside its text: its margins, and in a header the
// button of the filter.
const (
	margin       = 1
	filterButton = 3
)

// columnWidths fits each column to what it holds, up to the width that the
// table finds comfortable. A column for the clerk to fill in keeps that.
func columnWidths(t table.Table) []int {
	widths := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		content := 0
		for _, row := range t.Rows {
			content = max(content, lineWidth(row[i].Text))
		}
		if content == 0 {
			content = blankWidth(c)
		}
		header := max(min(lineWidth(c.Label)+filterButton, max(7, c.Width)), longestWord(c.Label))
		widths[i] = max(header, min(content, c.Width)) + margin
	}
	return widths
}

// blankWidth is the width of a column without content: room to write for
// what only an office can say, little for what the text did not say.
func blankWidth(c table.Column) int {
	switch c.Key {
	case "progress", "status", "remark", "responsible", "result", "phone", "signature":
		return c.Width
	}
	return c.Width / 2
}

// longestWord is the width of the longest word of a label in Latin script,
// bold; Han labels may break anywhere.
func longestWord(label string) int {
	n := 0
	for word := range strings.FieldsSeq(label) {
		if len(word) == lineWidth(word) {
			n = max(n, len(word)+1)
		}
	}
	return n
}

// centredColumns tells which columns are set in the middle: narrow ones,
// unless they hold running text.
func centredColumns(t table.Table) []bool {
	const narrow = 16
	centred := make([]bool, len(t.Columns))
	for i, c := range t.Columns {
		switch c.Key {
		case "remark", "progress", "source", "result", "target":
		default:
			centred[i] = c.Width <= narrow
		}
	}
	return centred
}

// A line of the body, the space around the lines of a cell, and the highest
// row there is, in points.
const (
	lineHeight = 14
	padding    = 5
	maxHeight  = 409
)

// rowHeight is how high a row must be to show its cells in full, in points.
// Spreadsheet programs differ in whether they measure rows when they open a
// workbook, so that each row says it.
func rowHeight(row []table.Cell, widths []int) int {
	lines := 1
	for i, c := range row {
		lines = max(lines, wrappedLines(c.Text, widths[i]-margin))
	}
	return min(lines*lineHeight+padding, maxHeight)
}

// wrappedLines is how many lines a text takes in a cell of width half-width
// characters.
func wrappedLines(s string, width int) int {
	lines := 0
	for line := range strings.SplitSeq(s, "\n") {
		n := lineWidth(line)
		if n > width {
			// A line ends before a wide character that does not fit, and
			// before one that a stop behind it needs.
			n = n * width / max(width-2, 1)
		}
		lines += max(1, (n+width-1)/width)
	}
	return lines
}
