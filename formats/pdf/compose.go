package pdf

import (
	"strings"
	"unicode"

	"gongbao/formats"
	"gongbao/formats/layout"
	"gongbao/formats/table"
)

// document is a bulletin ready for the page.
type document struct {
	blocks   []layout.Block
	roles    []string // the structure type of each block: H1, P, Table and so on
	page     layout.Options
	title    string
	author   string
	language string
	data     *formats.Bulletin // to attach; nil for none
}

func compose(b *formats.Bulletin, o Options) *document {
	d := &document{
		title: title(b), language: b.Language,
		page: layout.Options{
			Level:    o.Level,
			Centered: formats.Traditional(b.Language),
			Folio:    layout.Folio{Text: folio, Style: layout.Style{Size: 10.5}, Below: 30},
		},
	}
	if b.Issuer != nil {
		d.author = b.Issuer.Text
	}
	if !o.NoData {
		d.data = b
	}
	if !o.NoText {
		d.text(b)
	}
	if o.TextOnly {
		return d
	}
	if o.Tables == AllTables || o.Tables == Attendees {
		d.table(table.Attendees(b, b.Language))
	}
	if o.Tables == AllTables || o.Tables == Priorities {
		d.table(table.Priorities(b, b.Language))
	}
	return d
}

func (d *document) add(role string, b layout.Block) {
	d.blocks = append(d.blocks, b)
	d.roles = append(d.roles, role)
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

// headings says which kinds of paragraph the text itself has.
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
		d.add("H1", layout.Block{Text: d.title, Style: plainStyle(formats.TitleParagraph, 0)})
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
		d.add(structure(p), layout.Block{Text: text, Keep: names.find(text), Style: plainStyle(p.Kind, p.Level)})
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
		d.add("P", layout.Block{Text: line, Style: plainStyle(formats.MetaParagraph, 0)})
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

func plainStyle(kind formats.ParagraphKind, level int) layout.Style {
	s := layout.Style{Size: 12, Leading: 21, Indent: 2}
	switch kind {
	case formats.TitleParagraph:
		return layout.Style{Role: layout.BiaoSong, Size: 20, Leading: 30, Align: layout.Balance, After: 10, KeepWithNext: true}
	case formats.MetaParagraph:
		return layout.Style{Role: layout.Kai, Size: 10.5, Leading: 17, Align: layout.Balance, After: 6}
	case formats.HeadingParagraph:
		s.Role, s.KeepWithNext = layout.Hei, true
		if level <= 1 {
			s.Size, s.Leading, s.Before, s.After = 13, 23, 4, 2
		}
		if level == 2 {
			s.Role = layout.Kai
		}
	case formats.TableParagraph:
		s = layout.Style{Size: 10.5, Leading: 17, Align: layout.Start}
	case formats.SignatureParagraph:
		s.Indent, s.Right, s.Align = 0, 2, layout.End
	}
	return s
}

// table adds a table under its name, without the columns that are blank or
// that a printed page does without.
func (d *document) table(t table.Table) {
	if len(t.Rows) == 0 {
		return
	}
	d.add("H2", layout.Block{Text: t.Label, Style: layout.Style{
		Role: layout.Hei, Size: 14, Leading: 26, Before: 16, After: 4, Align: layout.Center, KeepWithNext: true,
	}})
	grid := &layout.Table{
		Head:    layout.Style{Role: layout.Hei, Size: 9, Leading: 13.5, Align: layout.Center},
		Body:    layout.Style{Size: 9, Leading: 13.5},
		Padding: 3, Rule: 0.4,
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

func folio(page, _ int) string { return "— " + itoa(page) + " —" }
