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

// Room that a cell needs beside its text: margins, and in a header the
// button of the filter.
const (
	margin       = 2
	filterButton = 2
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
			content = c.Width
		}
		header := min(lineWidth(c.Label)+filterButton, max(8, c.Width))
		widths[i] = max(header, min(content, c.Width)) + margin
	}
	return widths
}

// centredColumns tells which columns hold only what is short: one line a
// cell, in a narrow column.
func centredColumns(t table.Table, widths []int) []bool {
	const narrow = 18
	centred := make([]bool, len(t.Columns))
	for i, w := range widths {
		centred[i] = w <= narrow
		for _, row := range t.Rows {
			if strings.Contains(row[i].Text, "\n") || lineWidth(row[i].Text) > w-margin {
				centred[i] = false
				break
			}
		}
	}
	return centred
}
