package layout

// A line holds the characters from from to before to.
type line struct {
	from, to int
	e        extent
}

const (
	mostChars = 300  // in a line, so that invisible characters cannot fill one without end
	lineCost  = 8    // of each line: fewer lines are better
	tolerance = 0.6  // em of spreading per joint that an ordinary line may have
	shortLast = 400  // for a last line of one or two characters
	looseLine = 15e3 // for an empty line: words break only where lines would be worse
)

// fit breaks a paragraph into lines of the measure width, the first of which
// is shorter by indent, so that the sum of all lines' faults is least.
// It tries ordinary lines first and allows anything only where it must.
func (p *paragraph) fit(width, indent float64, align Align) []line {
	n := len(p.runes)
	if n == 0 {
		return nil
	}
	f := fitter{p: p, width: width, indent: indent, align: align,
		best: make([]float64, n+1), from: make([]int32, n+1)}
	if !f.run(false) {
		f.run(true)
	}
	var lines []line
	for to := n; to > 0; to = int(f.from[to]) {
		from := int(f.from[to])
		lines = append(lines, line{from, to, p.extent(from, to)})
	}
	for i, j := 0, len(lines)-1; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
	return lines
}

type fitter struct {
	p             *paragraph
	width, indent float64
	align         Align
	best          []float64 // least cost of all lines up to here
	from          []int32   // where the last of them starts
	near          int       // the last start of a line that is full enough
}

// run finds the best breaks; it reports whether there are any. In an
// emergency every place may break and every line may be loose or too long.
func (f *fitter) run(emergency bool) bool {
	n := len(f.p.runes)
	for to := 1; to <= n; to++ {
		f.best[to] = infinite
		penalty := 0.0
		if to < n {
			penalty = f.p.penalty[to-1]
		}
		if penalty >= wordBreak && !emergency || penalty >= never && f.fallback(to) {
			continue
		}
		f.line(to, penalty, emergency)
	}
	return f.best[n] < infinite
}

// fallback reports whether a place that must not break can be left out even
// in an emergency: only a row of such places too long for a line must break.
func (f *fitter) fallback(to int) bool {
	const most = 64
	first := to - 1
	for first > 0 && to-first < most && f.p.penalty[first-1] >= never {
		first--
	}
	return f.p.widths[to]-f.p.widths[first] <= f.width && to-first < most
}

// line finds the best line that ends before the character to.
func (f *fitter) line(to int, penalty float64, emergency bool) {
	for from := f.latest(to, emergency); from >= max(0, to-mostChars); from-- {
		if f.best[from] == infinite || f.best[from]+penalty+lineCost >= f.best[to] && f.best[to] < infinite {
			continue
		}
		e := f.p.extent(from, to)
		width := f.width
		if from == 0 {
			width -= f.indent
		}
		cost := f.cost(e, width, to == len(f.p.runes))
		long := e.least(f.align == Justify) > width+1e-9
		if long && !(emergency && f.best[to] == infinite) {
			if from < to-1 {
				return // longer lines are too long too
			}
			continue
		}
		if long {
			cost = ruleBreak
		} else if !emergency && cost == infinite {
			continue
		} else if cost == infinite {
			cost = looseLine * (width - e.width) / width
		}
		if total := f.best[from] + cost + penalty + lineCost; total < f.best[to] {
			f.best[to], f.from[to] = total, int32(from)
		}
		if long {
			return
		}
	}
}

// latest is where the shortest line that ends before the character to starts.
// An ordinary line is spread out no more than is tolerable.
func (f *fitter) latest(to int, emergency bool) int {
	if emergency || f.align != Justify || to == len(f.p.runes) {
		return to - 1
	}
	for f.near+1 < to && f.p.widths[to]-f.p.widths[f.near+1] >= f.width/(1+tolerance) {
		f.near++
	}
	return f.near
}

// cost is how bad a line is; infinite if it is too loose for an ordinary one.
func (f *fitter) cost(e extent, width float64, last bool) float64 {
	slack := width - e.width
	if last && f.align != Balance {
		return f.lastCost(e, slack)
	}
	switch {
	case f.align == Balance:
		return 600 * square(slack/width)
	case f.align != Justify:
		return 60 * square(max(0, slack)/width)
	case slack < 0:
		return tight(e, slack)
	}
	loose := max(0, slack-e.spaces*mostSpace)
	each := loose / max(1, e.joints)
	if each > tolerance {
		return infinite
	}
	return square(each/0.08)*100 + square(min(1, slack/max(0.01, e.spaces*mostSpace)))*5
}

// tight is the cost of a line that has to shrink.
func tight(e extent, slack float64) float64 {
	if slack+e.end >= 0 {
		return 2
	}
	return 2 + 70*square(-(slack+e.end)/max(0.01, e.shrink))
}

func (f *fitter) lastCost(e extent, slack float64) float64 {
	cost := 0.0
	if slack < 0 {
		cost = tight(e, slack)
	}
	switch {
	case e.width < 2.9 && f.align == Justify && f.width > 8:
		cost += shortLast
	case e.width < 1.9 && f.width > 3:
		cost += shortLast / 10
	}
	return cost
}

func square(x float64) float64 { return x * x }
