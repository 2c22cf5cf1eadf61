package xlsx

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"gongbao/formats/table"
)

// filling writes the rows of a table into a panel.
type filling struct {
	*panel
	table   table.Table
	palette *palette
	fields  *strings.Replacer // fills in what stands in braces above the header
	widths  []int             // of the columns of the sheet
	first   int               // row of the body
	pattern []int             // the formats of the body by column; -1 for none
	least   int               // the height of a row at least, in points
	rest    int               // index of the first row behind the body
}

// shift moves what stands below row at down by a number of rows.
type shift struct{ at, by int }

func (s shift) moved(row int) int {
	if row > s.at {
		return row + s.by
	}
	return row
}

// fill returns the XML of the sheet with the rows of t below its header, in
// the formats of the blank row that the template has there.
func (p *panel) fill(t table.Table, colours *palette, fields *strings.Replacer) []byte {
	f := &filling{panel: p, table: t, palette: colours, fields: fields, first: p.rows[p.header].number + 1, rest: p.header + 1}
	f.measure()
	rows := 0
	for _, row := range t.Rows {
		rows += len(split(row))
	}
	rows = max(min(rows, maxRows-f.first-len(p.rows)), 0)
	f.place(rows)
	b := bytes.Clone(withoutDimension(p.raw[:p.from]))
	for _, r := range p.rows[:p.header+1] {
		b = f.appendFilled(b, r)
	}
	next := f.first
	for _, row := range t.Rows {
		for _, part := range split(row) {
			if next < f.first+rows {
				b = f.appendRow(b, next, part)
				next++
			}
		}
	}
	for _, r := range p.rows[f.rest:] {
		b = f.appendMoved(b, r)
	}
	return append(b, f.tail(max(next-1, f.first))...)
}

// place finds what of the template is below the body, and how far it moves
// for a number of rows.
func (f *filling) place(rows int) {
	columns := len(f.columns)
	header := f.rows[f.header]
	f.shift = shift{f.first, max(rows, 1) - 1}
	f.pattern = header.styles(columns)
	for i, style := range f.pattern {
		f.pattern[i] = f.palette.of(variant{base: max(style, 0), header: true})
	}
	if f.rest >= len(f.rows) || f.rows[f.rest].number != f.first {
		return
	}
	r := f.rows[f.rest]
	if !r.blank() { // no row to fill in: the template goes on here
		f.shift = shift{f.first - 1, rows}
		return
	}
	for _, c := range r.cells {
		columns = max(columns, min(c.column+1, maxColumns))
	}
	f.pattern = r.styles(columns)
	if rows > 0 {
		f.rest++
	}
	height := regexp.MustCompile(`^<row\b[^>]* ht="([0-9.]+)"`).FindSubmatch(f.raw[r.from:r.to])
	if height != nil {
		if points, err := strconv.ParseFloat(string(height[1]), 64); err == nil {
			f.least = int(points)
		}
	}
}

// measure reads the widths of the columns.
func (f *filling) measure() {
	const usual = 8
	f.widths = make([]int, len(f.columns))
	for i := range f.widths {
		f.widths[i] = usual
	}
	column := regexp.MustCompile(`<col\b[^>]*>`)
	number := func(tag []byte, name string) float64 {
		m := regexp.MustCompile(` ` + name + `="([0-9.]+)"`).FindSubmatch(tag)
		if m == nil {
			return 0
		}
		n, err := strconv.ParseFloat(string(m[1]), 64)
		if err != nil {
			return 0
		}
		return n
	}
	for _, tag := range column.FindAll(f.raw[:f.from], -1) {
		width := number(tag, "width")
		for i := int(number(tag, "min")); i > 0 && i <= min(int(number(tag, "max")), len(f.widths)) && width > 0; i++ {
			f.widths[i-1] = max(int(width), 2)
		}
	}
}

// appendFilled writes a row of the template up to its header. A cell with a
// field in braces becomes the text of the bulletin.
func (f *filling) appendFilled(b []byte, r panelRow) []byte {
	at := r.from
	for _, c := range r.cells {
		text := f.fields.Replace(c.text)
		if text == c.text {
			continue
		}
		b = append(b, f.raw[at:c.from]...)
		b = append(b, `<c r="`+columnName(c.column)+strconv.Itoa(r.number)+`" s="`+strconv.Itoa(c.style)+`" t="inlineStr"><is><t xml:space="preserve">`...)
		b = append(appendText(b, pieces(text)[0]), `</t></is></c>`...)
		at = c.to
	}
	return append(b, f.raw[at:r.to]...)
}

// appendRow writes a row of the table in the columns of the template.
func (f *filling) appendRow(b []byte, number int, row []table.Cell) []byte {
	cells := make([]table.Cell, len(f.pattern))
	for i := range f.columns {
		if n := f.columns[i]; n >= 0 {
			cells[i] = row[n]
		}
	}
	height := max(rowHeight(cells[:len(f.columns)], f.widths), f.least)
	b = append(b, `<row r="`+strconv.Itoa(number)+`" ht="`+strconv.Itoa(height)+`">`...)
	for i, c := range cells {
		if f.pattern[i] < 0 && c.Text == "" {
			continue
		}
		_, numeric := serial(c)
		v := variant{base: max(f.pattern[i], 0), day: c.Date != "" && numeric, quoted: !numeric && risky(c.Text)}
		b = appendFormatted(b, i, number, c, f.palette.of(v))
	}
	return append(b, `</row>`...)
}

// appendMoved writes a row of the template that stands below the body.
func (f *filling) appendMoved(b []byte, r panelRow) []byte {
	row := strconv.Itoa(f.shift.moved(r.number))
	renamed := func(tag []byte, name string) []byte {
		return regexp.MustCompile(` r="[A-Z]*[0-9]+"`).ReplaceAllLiteral(tag, []byte(` r="`+name+`"`))
	}
	at := r.from
	write := func(from int, name string) {
		tag := from + bytes.IndexByte(f.raw[from:r.to], '>') + 1
		b = append(b, f.raw[at:from]...)
		b = append(b, renamed(f.raw[from:tag], name)...)
		at = tag
	}
	write(r.from, row)
	for _, c := range r.cells {
		write(c.from, columnName(c.column)+row)
		b = append(b, f.movedFormula(f.raw[at:c.to])...)
		at = c.to
	}
	return append(b, f.raw[at:r.to]...)
}

// movedFormula lets the formula of a cell below the body, such as a sum,
// reach over the whole body. One that speaks of other sheets or holds texts
// stays as it is.
func (f *filling) movedFormula(cell []byte) []byte {
	formula := regexp.MustCompile(`(<f\b[^>]*>)([^<!"]*)(</f>)(?:<v>[^<]*</v>)?`)
	ref := regexp.MustCompile(`\$?\b[A-Z]{1,3}\$?[0-9]+\b(?::\$?[A-Z]{1,3}\$?[0-9]+\b)?`)
	return formula.ReplaceAllFunc(cell, func(element []byte) []byte {
		m := formula.FindSubmatch(element)
		text := ref.ReplaceAllStringFunc(string(m[2]), func(area string) string {
			return f.shift.area(area, strings.Contains(area, ":"))
		})
		return []byte(string(m[1]) + text + string(m[3]))
	})
}

func withoutDimension(head []byte) []byte {
	return regexp.MustCompile(`<dimension\b[^>]*(?:/>|></dimension>)`).ReplaceAll(head, nil)
}

// tail is what stands behind the rows: areas that reach into the body reach
// to its last row, and those below it move.
func (f *filling) tail(last int) []byte {
	tag := regexp.MustCompile(`<(autoFilter|mergeCell|conditionalFormatting|dataValidation|hyperlink)\b[^>]*>`)
	area := regexp.MustCompile(` (ref|sqref)="([^"]*)"`)
	return tag.ReplaceAllFunc(f.raw[f.to:], func(t []byte) []byte {
		return area.ReplaceAllFunc(t, func(a []byte) []byte {
			m := area.FindSubmatch(a)
			refs := strings.Fields(string(m[2]))
			for i, ref := range refs {
				stretch := !bytes.HasPrefix(t, []byte("<mergeCell")) && !bytes.HasPrefix(t, []byte("<hyperlink"))
				refs[i] = f.shift.area(ref, stretch)
				if bytes.HasPrefix(t, []byte("<autoFilter")) {
					refs[i] = endingAt(refs[i], last)
				}
			}
			return []byte(` ` + string(m[1]) + `="` + strings.Join(refs, " ") + `"`)
		})
	})
}

// area moves an area such as A1:B$2. One that ends in row s.at may stretch
// with it.
func (s shift) area(ref string, stretch bool) string {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	end := moved(to, func(row int) int {
		if stretch && row == s.at {
			return row + s.by
		}
		return s.moved(row)
	})
	from = moved(from, s.moved)
	if !two && from == end {
		return from
	}
	return from + ":" + end
}

// moved changes the row of a cell's name.
func moved(ref string, to func(int) int) string {
	column := strings.TrimRight(ref, "0123456789")
	row, err := strconv.Atoi(ref[len(column):])
	if err != nil {
		return ref
	}
	return column + strconv.Itoa(to(row))
}

// endingAt is an area with another last row.
func endingAt(ref string, last int) string {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		return ref
	}
	return from + ":" + moved(to, func(int) int { return last })
}
