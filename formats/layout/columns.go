package layout

import (
	"math"
	"unicode/utf8"
)

// A demand is what a column asks for, in points.
type demand struct {
	least  float64 // for its header and its longest word
	most   float64 // for its longest line: more is no use
	weight float64 // its claim to what is between
}

// columns shares the width of the page out among the columns.
func (g *grid) columns() {
	demands := make([]demand, len(g.t.Columns))
	texts := make([][]float64, len(demands))
	for c := range demands {
		demands[c], texts[c] = g.demand(c)
	}
	claim(demands, texts)
	g.edges = make([]float64, len(demands)+1)
	g.edges[0] = g.f.o.Left
	for c, w := range share(g.f.width(), demands) {
		g.edges[c+1] = g.edges[c] + w
	}
}

// demand measures a column; it also returns how much text each row has in it,
// of long tables of some rows only.
func (g *grid) demand(column int) (demand, []float64) {
	const narrow, header, word = 2.0, 4.0, 6.0 // em: bounds of what counts for least
	const sample = 200
	d := demand{least: narrow, most: narrow}
	if column < len(g.t.Header) {
		n := float64(utf8.RuneCountInString(g.t.Header[column]))
		d.least, d.most = max(narrow, min(n, header)), max(narrow, n)
	}
	var texts []float64
	every := 1 + len(g.t.Rows)/sample
	for i, row := range g.t.Rows {
		m := extents{}
		if column < len(row) {
			m = g.measured(row[column])
		}
		d.least = max(d.least, min(m.word, word))
		d.most = max(d.most, m.line)
		if i%every == 0 {
			texts = append(texts, m.all)
		}
	}
	size, frame := g.t.Body.filled().Size, 2*g.t.Padding
	d.least = d.least*size + frame
	d.most = max(d.most*size+frame, d.least)
	return d, texts
}

// claim finds the columns' claims by the text they hold, by column and row. A
// row is as high as its highest cell, for which the fourth root of the sum of
// fourth powers stands; the widths that make the sum of all heights least are
// the fixed point of the loop.
func claim(demands []demand, texts [][]float64) {
	const rounds = 12
	for c := range demands {
		demands[c].weight = 1
	}
	for range rounds {
		next := make([]float64, len(demands))
		for row := range texts[0] {
			powers := 0.0
			for c, d := range demands {
				powers += square(square(texts[c][row] / d.weight))
			}
			if powers == 0 {
				continue
			}
			for c := range demands {
				next[c] += square(square(texts[c][row])) / math.Pow(powers, 0.75)
			}
		}
		for c := range demands {
			demands[c].weight = max(1e-3, (demands[c].weight+math.Pow(next[c], 0.2))/2)
		}
	}
}

// extents are the widths of a text's words, lines and all its lines together,
// the first two at their longest, in em.
type extents struct{ word, line, all float64 }

func (g *grid) measured(text string) extents {
	const enough = 400 // em: more makes no difference
	var m extents
	line, word := 0.0, 0.0
	for _, r := range text {
		if r == '\n' {
			line, word = 0, 0
			continue
		}
		w := g.f.metrics.Advance(g.t.Body.Role, r)
		line += w
		m.all += w
		word += w
		if !wordy(classOf(r)) {
			word = 0
		}
		m.line, m.word = max(m.line, line), max(m.word, word)
		if m.all > enough {
			break
		}
	}
	m.line *= 1.02 // room for the space between scripts
	return m
}

// share divides a width by weight within the bounds of the columns. What no
// column needs, or what is lacking, is spread over all.
func share(width float64, demands []demand) []float64 {
	widths := make([]float64, len(demands))
	fixed := make([]bool, len(demands))
	for range demands {
		rest, weight := width, 0.0
		for i, d := range demands {
			if fixed[i] {
				rest -= widths[i]
			} else {
				weight += d.weight
			}
		}
		if !clip(demands, widths, fixed, rest, weight) {
			break
		}
	}
	total := 0.0
	for _, w := range widths {
		total += w
	}
	for i := range widths {
		widths[i] *= width / total
	}
	return widths
}

// clip gives the free columns their share of rest and fixes those outside
// their bounds: the too narrow first. It reports whether it fixed any.
func clip(demands []demand, widths []float64, fixed []bool, rest, weight float64) bool {
	narrow, broad := false, false
	for i, d := range demands {
		if fixed[i] {
			continue
		}
		widths[i] = rest * d.weight / max(weight, 1e-9)
		narrow = narrow || widths[i] < d.least
		broad = broad || widths[i] > d.most
	}
	for i, d := range demands {
		switch {
		case fixed[i]:
		case narrow && widths[i] < d.least:
			widths[i], fixed[i] = d.least, true
		case !narrow && widths[i] > d.most:
			widths[i], fixed[i] = d.most, true
		}
	}
	return narrow || broad
}
