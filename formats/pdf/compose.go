package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongbao/formats"
	"gongbao/formats/layout"
	"gongbao/formats/table"
)

// document is a bulletin ready for the page.
type document struct {
	blocks   []layout.Block
	roles    []string // the structure type of each block: H1, P, Table and so on
	design   design
	metrics  layout.Metrics
	page     layout.Options
	title    string
	author   string
	language string
	data     *formats.Bulletin // to attach; nil for none
	open     bool              // the last block is a table of the text, for more rows
	shown    []shown
	targets  map[row]target // what the rows of tables rest on
}

func compose(b *formats.Bulletin, o Options, look design, metrics layout.Metrics) *document {
	d := &document{design: look, metrics: metrics, title: label(title(b)), language: b.Language, page: look.page, targets: map[row]target{}}
	d.page.Level = o.Level
	if b.Issuer != nil {
		d.author = label(b.Issuer.Text)
	}
	if !o.NoData {
		d.data = b
	}
	if look.letterTop {
		d.head(o.Head)
	}
	if !o.NoText {
		d.text(b)
	}
	attendees := o.Tables == AllTables || o.Tables == Attendees
	if attendees && look.lists {
		d.attendance(b)
	}
	if look.letterTop {
		d.foot(o.Head)
	}
	if attendees && !look.lists {
		d.table(b, table.Attendees(b, b.Language))
	}
	if o.Tables == AllTables || o.Tables == Priorities {
		d.table(b, table.Priorities(b, b.Language))
	}
	return d
}

func (d *document) add(role string, b layout.Block) {
	d.blocks = append(d.blocks, b)
	d.roles = append(d.roles, role)
	d.open = false
}

// title is what the document is called: its title, else the meeting it
// reports, else the name of its file.
func title(b *formats.Bulletin) string {
	switch {
	case b.Title != nil:
		return strings.TrimSpace(b.Title.Text)
	case len(b.Meetings) > 0:
		return b.Meetings[0].Name.Text
	}
	return b.Text.Name
}

// label is a text as one line of at most some characters, as titles and
// outlines hold it.
func label(s string) string {
	const most = 200
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// has says whether the text itself has a kind of paragraph.
func has(b *formats.Bulletin, kind formats.ParagraphKind) bool {
	for _, p := range b.Text.Paragraphs {
		if p.Kind == kind && strings.TrimSpace(p.Text) != "" {
			return true
		}
	}
	return false
}

// text adds the title, the meta line and the paragraphs.
func (d *document) text(b *formats.Bulletin) {
	if !has(b, formats.TitleParagraph) && (b.Title != nil || len(b.Meetings) > 0) {
		d.add("H1", layout.Block{Text: title(b), Style: d.design.style(formats.TitleParagraph, 0)})
	}
	metaDone := has(b, formats.MetaParagraph)
	names := newNames(b)
	for _, p := range b.Text.Paragraphs {
		if p.Kind != formats.TitleParagraph && !metaDone {
			d.meta(b)
			metaDone = true
		}
		text := strings.TrimFunc(p.Text, unicode.IsSpace)
		if text == "" {
			continue
		}
		if p.Kind == formats.TableParagraph && d.gridRow(text) {
			continue
		}
		block := layout.Block{Text: text, Keep: names.find(text), Style: d.design.style(p.Kind, p.Level)}
		d.number(&block, p.Kind)
		if d.design.letterTop && p.Kind == formats.SignatureParagraph {
			d.sign(&block)
		}
		left := p.Text[:len(p.Text)-len(strings.TrimLeftFunc(p.Text, unicode.IsSpace))]
		d.shown = append(d.shown, shown{p.Span, len(d.blocks), utf8.RuneCountInString(left)})
		d.add(structure(p), block)
	}
}

// meta adds the line of facts for a text without one: issuer, date, meeting.
func (d *document) meta(b *formats.Bulletin) {
	var parts []string
	if b.Issuer != nil {
		parts = append(parts, b.Issuer.Text)
	}
	if b.Date != nil {
		parts = append(parts, day(string(b.Date.Start), string(b.Date.End)))
	}
	if len(b.Meetings) > 0 && !strings.Contains(d.title, b.Meetings[0].Name.Text) {
		parts = append(parts, b.Meetings[0].Name.Text)
	}
	if line := strings.Trim(strings.Join(parts, "\u3000"), "\u3000"); line != "" {
		d.add("P", layout.Block{Text: line, Style: d.design.style(formats.MetaParagraph, 0)})
	}
}

// day writes a day or a range, of the form 2024-03-08 or --03-08, as official
// text does; a range within a year names the year once.
func day(start, end string) string {
	if end == "" || end == start {
		return han(start)
	}
	if year, _, _ := strings.Cut(start, "-"); year != "" {
		end = strings.TrimPrefix(end, year+"-")
	}
	return han(start) + "至" + han(end)
}

func han(date string) string {
	parts := strings.Split(strings.TrimPrefix(date, "--"), "-")
	if date == "" || len(parts) > 3 {
		return date
	}
	units := []string{"年", "月", "日"}[3-len(parts):]
	var b strings.Builder
	for i, part := range parts {
		b.WriteString(strings.TrimLeft(part, "0") + units[i])
	}
	return b.String()
}

// structure is the structure type of a paragraph.
func structure(p formats.Paragraph) string {
	switch p.Kind {
	case formats.TitleParagraph:
		return "H1"
	case formats.HeadingParagraph:
		return []string{"H2", "H3", "H4", "H5", "H6"}[min(4, max(0, p.Level-1))]
	}
	return "P"
}

// gridRow adds a line of cells with tabs between them to a table of the text:
// the one just before, if it has as many columns, else a new one. It reports
// whether the text is such lines.
func (d *document) gridRow(text string) bool {
	lines := strings.Split(text, "\n")
	columns := strings.Count(lines[0], "\t") + 1
	for _, line := range lines {
		if columns < 2 || columns > 20 || strings.Count(line, "\t")+1 != columns {
			return false
		}
	}
	var grid *layout.Table
	if n := len(d.blocks); n > 0 && d.open {
		grid = d.blocks[n-1].Table
	}
	if grid == nil || len(grid.Columns) != columns {
		grid = &layout.Table{Columns: make([]layout.Column, columns), Body: d.design.cell, Padding: d.design.padding, Rule: 0.4}
		for c := range grid.Columns {
			grid.Columns[c].Align = layout.Start
		}
		d.add("Table", layout.Block{Table: grid, Style: layout.Style{Before: 5, After: 8}})
		d.open = true
	}
	for _, line := range lines {
		grid.Rows = append(grid.Rows, strings.Split(line, "\t"))
	}
	return true
}

// number sets a paragraph that starts with a number: its first sentence like a
// heading of its level, or the whole hanging from the number.
func (d *document) number(b *layout.Block, kind formats.ParagraphKind) {
	size, level := marker(b.Text)
	switch {
	case level == 0 || kind == formats.TitleParagraph || kind == formats.MetaParagraph:
	case d.design.hang:
		width := 0.0
		for _, r := range b.Text[:size] {
			width += d.metrics.Advance(b.Style.Role, r)
		}
		b.Style.Left = float64((level - 1) * 2)
		b.Style.Left += width
		b.Style.Indent = -width
	case kind == formats.BodyParagraph && level <= 2:
		b.Lead, b.LeadRole = opening(b.Text), d.design.heading(level)
	}
}

// table adds a table under its name, without the columns that are blank or
// that a printed page does without.
func (d *document) table(b *formats.Bulletin, t table.Table) {
	if len(t.Rows) == 0 {
		return
	}
	d.add("H2", layout.Block{Text: t.Label, Style: d.design.label, NewPage: d.design.newPage})
	grid := &layout.Table{
		Head: d.design.head, Body: d.design.cell, Padding: d.design.padding, Rule: 0.4,
		Rows: make([][]string, len(t.Rows)),
	}
	for c, column := range t.Columns {
		if !printed(t, c) {
			continue
		}
		grid.Header = append(grid.Header, column.Label)
		grid.Columns = append(grid.Columns, layout.Column{Align: columnAlign(column)})
		for r, row := range t.Rows {
			grid.Rows[r] = append(grid.Rows[r], row[c].Text)
		}
	}
	for i, row := range t.Rows {
		d.link(b, i, row)
	}
	d.add("Table", layout.Block{Table: grid})
}

// printed reports whether a column goes on paper.
func printed(t table.Table, column int) bool {
	switch t.Columns[column].Key {
	case "evidence", "confidence", "source":
		return false
	}
	for _, row := range t.Rows {
		if strings.TrimSpace(row[column].Text) != "" {
			return true
		}
	}
	return false
}

func columnAlign(c table.Column) layout.Align {
	if c.Width <= 8 {
		return layout.Center
	}
	return layout.Start
}
