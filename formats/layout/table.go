package layout

// grid is a table being set.
type grid struct {
	f      *flow
	t      *Table
	block  int
	edges  []float64 // left edges of the columns and the right edge of the last
	header [][]setLine
	top    float64 // where the part on this page begins
}

// tableStart is the least room in which a table may begin.
func tableStart(t *Table) float64 {
	return t.Head.filled().Leading + 2*t.Body.filled().Leading + 4*t.Padding
}

func (f *flow) table(block int, t *Table) {
	if len(t.Columns) == 0 {
		return
	}
	g := grid{f: f, t: t, block: block}
	g.columns()
	g.header = g.cells(t.Header, t.Head)
	if g.headerHeight()+t.Body.filled().Leading+2*t.Padding > f.room() && !f.fresh {
		f.newPage()
	}
	g.begin(block)
	for i, row := range t.Rows {
		g.row(i, g.cells(row, t.Body))
	}
	g.end()
}

// begin draws the header and remembers where this part of the table starts.
func (g *grid) begin(block int) {
	g.top = g.f.y
	g.rule(g.f.y)
	if len(g.t.Header) > 0 {
		g.draw(Place{Block: block, Row: HeaderRow}, g.header, g.t.Head, g.headerHeight())
	}
}

func (g *grid) headerHeight() float64 {
	if len(g.t.Header) == 0 {
		return 0
	}
	return g.height(g.header, g.t.Head)
}

// end draws the lines between the columns.
func (g *grid) end() {
	for _, x := range g.edges {
		g.f.page().Rules = append(g.f.page().Rules, Rule{x, g.top, x, g.f.y, g.t.Rule, Black})
	}
}

func (g *grid) turn() {
	g.end()
	g.f.newPage()
	g.begin(RepeatBlock)
}

func (g *grid) rule(y float64) {
	last := len(g.edges) - 1
	g.f.page().Rules = append(g.f.page().Rules, Rule{g.edges[0], y, g.edges[last], y, g.t.Rule, Black})
}

// cells breaks the texts of a row into lines.
func (g *grid) cells(texts []string, s Style) [][]setLine {
	s = s.filled()
	cells := make([][]setLine, len(g.t.Columns))
	for c := range cells {
		if c < len(texts) {
			cells[c] = g.f.set(&Block{Text: texts[c]}, g.style(c, s), g.inner(c))
		}
	}
	return cells
}

// style is a row's style in a column; the header is centred.
func (g *grid) style(column int, s Style) Style {
	if s.Align != Center {
		s.Align = g.t.Columns[column].Align
	}
	return s
}

func (g *grid) inner(column int) float64 {
	return g.edges[column+1] - g.edges[column] - 2*g.t.Padding
}

func (g *grid) height(cells [][]setLine, s Style) float64 {
	lines := 1
	for _, c := range cells {
		lines = max(lines, len(c))
	}
	return float64(lines)*s.filled().Leading + 2*g.t.Padding
}

// row sets a row; one that does not fit goes to the next page, and one that is
// long is split between its lines.
func (g *grid) row(number int, cells [][]setLine) {
	s := g.t.Body.filled()
	place := Place{Block: g.block, Row: number}
	for {
		height := g.height(cells, s)
		if height <= g.f.room() {
			g.draw(place, cells, s, height)
			return
		}
		lines := int((g.f.room() - 2*g.t.Padding) / s.Leading)
		onFresh := g.f.y-g.top <= g.headerHeight()+1e-6
		if (lines >= 2 && height > (g.f.bottom()-g.f.o.Top)/3) || onFresh {
			var head [][]setLine
			head, cells = divide(cells, max(1, lines))
			g.draw(place, head, s, g.height(head, s))
		}
		g.turn()
	}
}

// divide takes the first lines of each cell.
func divide(cells [][]setLine, lines int) (head, rest [][]setLine) {
	for _, c := range cells {
		n := min(lines, len(c))
		head = append(head, c[:n])
		rest = append(rest, c[n:])
	}
	return head, rest
}

// draw puts a row, or a part of one, at the current place.
func (g *grid) draw(place Place, cells [][]setLine, s Style, height float64) {
	s = s.filled()
	page := g.f.page()
	for c, lines := range cells {
		place.Column = c
		style := g.style(c, s)
		y := g.f.y + (height-float64(len(lines))*s.Leading)/2
		for _, l := range lines {
			page.Runs = l.runs(page.Runs, place, nil, style, g.edges[c]+g.t.Padding, y+s.baseline(), g.inner(c))
			y += s.Leading
		}
	}
	g.f.y += height
	g.f.fresh = false
	g.rule(g.f.y)
}
