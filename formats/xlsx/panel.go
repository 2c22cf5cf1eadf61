package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// panel is a sheet of a template: its XML, and where in it rows and cells
// stand. What is not filled in stays byte for byte.
type panel struct {
	name     string // the file in the package
	sheet    string // the name that a person sees
	raw      []byte
	from, to int // the content of the element that holds the rows
	rows     []panelRow
	header   int    // index of the row of column names
	key      string // the table; empty if the sheet names none
	columns  []int  // which column of the table each column is, or -1
	shift    shift  // of what stands below the rows that were filled in
}

type panelRow struct {
	number   int // in the sheet, from 1
	from, to int
	cells    []panelCell
}

type panelCell struct {
	column, style int
	from, to      int
	text          string
}

// errPrefixed says that a template is written in a way that is not filled in.
var errPrefixed = errors.New("its XML has prefixes: open the template in a spreadsheet program and save it again")

// parsePanel finds rows and cells; text reads a cell.
func parsePanel(name, sheet string, raw []byte, text func(cell) string) (*panel, error) {
	raw = regexp.MustCompile(`<sheetData\s*/>`).ReplaceAll(raw, []byte("<sheetData></sheetData>"))
	p := &panel{name: name, sheet: sheet, raw: raw}
	d := xml.NewDecoder(bytes.NewReader(raw))
	for {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("template, sheet %s: %w; save the template again as .xlsx", sheet, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "worksheet" && e.Name.Space != "" {
				return nil, fmt.Errorf("template, sheet %s: %w", sheet, errPrefixed)
			}
			p.start(e, from, int(d.InputOffset()))
		case xml.EndElement:
			p.end(e.Name.Local, from, int(d.InputOffset()), text)
		}
	}
	if p.to == 0 {
		return nil, fmt.Errorf("template, sheet %s: it has no rows: save the template again as .xlsx", sheet)
	}
	return p, nil
}

func (p *panel) start(e xml.StartElement, from, to int) {
	switch e.Name.Local {
	case "sheetData":
		p.from = to
	case "row":
		number := 1
		if len(p.rows) > 0 {
			number = p.rows[len(p.rows)-1].number + 1
		}
		p.rows = append(p.rows, panelRow{number: atoi(attribute(e, "r"), number), from: from})
	case "c":
		if len(p.rows) == 0 {
			return
		}
		r := &p.rows[len(p.rows)-1]
		next := 0
		if len(r.cells) > 0 {
			next = r.cells[len(r.cells)-1].column + 1
		}
		r.cells = append(r.cells, panelCell{
			column: columnIndex(attribute(e, "r"), next), style: atoi(attribute(e, "s"), 0), from: from,
		})
	}
}

func (p *panel) end(name string, from, to int, text func(cell) string) {
	if name == "sheetData" {
		p.to = from
	}
	if len(p.rows) == 0 {
		return
	}
	r := &p.rows[len(p.rows)-1]
	switch {
	case name == "row":
		r.to = to
	case name == "c" && len(r.cells) > 0:
		c := &r.cells[len(r.cells)-1]
		c.to = to
		var v cell
		if err := xml.Unmarshal(p.raw[c.from:c.to], &v); err == nil {
			c.text = text(v)
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func atoi(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return n
	}
	return otherwise
}

// texts are the texts of the rows as recognise reads them.
func (p *panel) texts() [][]string {
	rows := make([][]string, len(p.rows))
	for i, r := range p.rows {
		for _, c := range r.cells {
			if c.column >= maxColumns {
				continue
			}
			for len(rows[i]) <= c.column {
				rows[i] = append(rows[i], "")
			}
			rows[i][c.column] = c.text
		}
	}
	return rows
}

// styles are the formats of the cells of a row by column; -1 where it has no
// cell.
func (r panelRow) styles(columns int) []int {
	styles := make([]int, columns)
	for i := range styles {
		styles[i] = -1
	}
	for _, c := range r.cells {
		if c.column < columns {
			styles[c.column] = c.style
		}
	}
	return styles
}

func (r panelRow) blank() bool {
	for _, c := range r.cells {
		if strings.TrimSpace(c.text) != "" {
			return false
		}
	}
	return true
}
