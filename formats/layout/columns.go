package layout

import "unicode/utf8"

// columns shares the width of the page out among the columns: each gets what
// its header and its longest word need, and the rest goes to the columns in
// the measure of the text they hold.
func (g *grid) columns() {
	t := g.t
	size := t.Body.filled().Size
	n := len(t.Columns)
	least, wish := make([]float64, n), make([]float64, n)
	for c := range n {
		l, w := g.demand(c)
		least[c], wish[c] = l*size+2*t.Padding, w*size+2*t.Padding
	}
	widths := share(g.f.width(), least, wish)
	g.edges = make([]float64, n+1)
	g.edges[0] = g.f.o.Left
	for c, w := range widths {
		g.edges[c+1] = g.edges[c] + w
	}
}

// demand is the least and the wished width of a column's text, in em.
func (g *grid) demand(column int) (least, wish float64) {
	const narrow, broad = 2.0, 40.0 // em
	head := 0.0
	if column < len(g.t.Header) {
		head = f64(utf8.RuneCountInString(g.t.Header[column]))
	}
	least, wish = max(narrow, min(head, 4)), head
	total, widest := 0.0, 0.0
	for _, row := range g.t.Rows {
		if column >= len(row) {
			continue
		}
		width, word := g.measured(row[column])
		least = max(least, min(word, 6))
		widest = max(widest, width)
		total += width
	}
	mean := total / max(1, f64(len(g.t.Rows)))
	return least, max(least, wish, min(widest, max(2*mean, 6), broad))
}

func f64(n int) float64 { return float64(n) }

// measured is the width of a text's longest line and of its longest word.
func (g *grid) measured(text string) (width, word float64) {
	const enough = 400 // em: more makes no difference
	role := g.t.Body.Role
	line, run := 0.0, 0.0
	for _, r := range text {
		if r == '\n' {
			line, run = 0, 0
			continue
		}
		w := g.f.measure(role, r)
		line += w
		if wordy(classOf(r)) {
			run += w
		} else {
			run = 0
		}
		width, word = max(width, line), max(word, run)
		if width > enough {
			break
		}
	}
	return width, word
}

// share divides a width: all wishes if they fit, stretched to fill; else the
// least to each and the rest in the measure of the wishes.
func share(width float64, least, wish []float64) []float64 {
	wished, needed := sumOf(wish), sumOf(least)
	widths := make([]float64, len(wish))
	for i := range widths {
		switch {
		case wished <= width:
			widths[i] = wish[i] * width / wished
		case needed >= width:
			widths[i] = least[i] * width / needed
		default:
			widths[i] = least[i] + (wish[i]-least[i])*(width-needed)/(wished-needed)
		}
	}
	return widths
}

func sumOf(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}
