package layout

import "math"

// A paragraph is text made ready for breaking: widths, elastic space and the
// penalty of breaking after each character, all in em. The sums hold the
// total before each character, so that any line is measured at once.
type paragraph struct {
	lead     int // characters at the start in another face
	runes    []rune
	classes  []class
	penalty  []float64
	advance  []float64
	left     []float64 // blank inside a mark's square, left of its ink
	right    []float64
	cutLeft  []float64 // what the neighbour before takes of left
	cutRight []float64
	gap      []float64 // space after the character, before the next in its line
	pitch    float64
	inks     []int32 // the last character up to here that is no space

	widths  []float64 // sums
	shrinks []float64
	spaces  []float64 // how many elastic spaces
	joints  []float64 // how many places where Han text may be spread
}

const (
	latinGap = 0.25 // between Han characters and letters or digits
	tabWidth = 2
)

// prepare makes a part of a block ready.
func prepare(t part, b *Block, s Style, metrics Metrics, o Options) *paragraph {
	n := len(t.runes)
	all := make([]float64, 6*n+4*(n+1))
	cut := func(size int) []float64 {
		part := all[:size:size]
		all = all[size:]
		return part
	}
	p := &paragraph{
		pitch: s.Pitch, lead: t.lead,
		runes: t.runes, classes: classify(t.runes),
		advance: cut(n), left: cut(n), right: cut(n), cutLeft: cut(n), cutRight: cut(n), gap: cut(n),
		widths: cut(n + 1), shrinks: cut(n + 1), spaces: cut(n + 1), joints: cut(n + 1),
	}
	p.penalty = penalties(t.runes, p.classes, o.Level)
	if s.Align == Balance {
		senses(t.runes, p.classes, p.penalty)
	}
	for i, r := range t.runes {
		if t.keep[i] {
			p.penalty[i] = max(p.penalty[i], nameBreak)
		}
		role := s.Role
		if i < t.lead {
			role = b.LeadRole
		}
		p.advance[i] = p.width(r, p.classes[i], role, metrics)
		if marks(p.classes[i]) && p.advance[i] >= 0.9 {
			left, right := metrics.Ink(role, r)
			p.left[i], p.right[i] = blanks(p.classes[i], p.advance[i], left, right)
		}
	}
	for i := 0; i+1 < n; i++ {
		p.join(i)
	}
	p.sum()
	return p
}

func (p *paragraph) width(r rune, c class, role Role, metrics Metrics) float64 {
	if r == '\t' {
		return tabWidth
	}
	w := metrics.Advance(role, r)
	if c == space && r != 0x3000 {
		return w
	}
	if w >= 0.99 && c != mark {
		w *= p.pitch
	}
	return w
}

// join sets what happens between a character and the next.
func (p *paragraph) join(i int) {
	before, after := p.classes[i], p.classes[i+1]
	switch {
	case p.right[i]+p.left[i+1] > 0 && marks(before) && marks(after):
		cut := min(0.5, p.right[i]+p.left[i+1])
		p.cutRight[i] = min(cut, p.right[i])
		p.cutLeft[i+1] = cut - p.cutRight[i]
	case before == han && wordy(after), (wordy(before) || before == suffix || p.halfStop(i)) && after == han:
		p.gap[i] = latinGap
	}
}

// halfStop reports whether a character is a half-width mark such as the commas
// that this genre has between Han characters.
func (p *paragraph) halfStop(i int) bool {
	return p.classes[i] == stop && p.runes[i] < 0x80
}

func marks(c class) bool { return c == opening || c == closing || c == stop || c == middle }

// sum fills the running totals.
func (p *paragraph) sum() {
	p.inks = make([]int32, len(p.runes))
	ink := int32(0)
	for i := range p.runes {
		c := p.classes[i]
		if c != space {
			ink = int32(i)
		}
		p.inks[i] = ink
		blank := p.blank(i)
		p.widths[i+1] = p.widths[i] + p.advance[i] - p.cutLeft[i] - p.cutRight[i] + p.gap[i]
		shrink := p.shrinkable(i, blank)
		elastic, joint := 0.0, 1.0
		switch {
		case p.gap[i] > 0:
			elastic, shrink = 1, shrink+p.gap[i]/2
		case c == space:
			elastic, shrink = 1, shrink+p.advance[i]/3
		}
		if p.penalty[i] >= never || i+1 < len(p.runes) && wordy(c) && (wordy(p.classes[i+1]) || p.classes[i+1] == suffix) {
			joint = 0
		}
		p.shrinks[i+1] = p.shrinks[i] + shrink
		p.spaces[i+1] = p.spaces[i] + elastic
		p.joints[i+1] = p.joints[i] + joint
	}
}

// blank is what adjacent marks have left of a mark's blank.
func (p *paragraph) blank(i int) float64 {
	return p.left[i] + p.right[i] - p.cutLeft[i] - p.cutRight[i]
}

// extent is a possible line: from the character from to before the character
// to, as it stands unadjusted and how far it gives.
type extent struct {
	last   int     // its last character that is no space
	width  float64 // as it stands
	end    float64 // blank of a mark at its end, which goes first
	shrink float64
	spaces float64
	joints float64
}

func (p *paragraph) extent(from, to int) extent {
	last := max(from, int(p.inks[to-1]))
	e := extent{
		last:   last,
		width:  p.widths[last+1] - p.widths[from] - p.gap[last] + p.cutRight[last] + p.cutLeft[from],
		end:    p.right[last],
		shrink: p.shrinks[last] - p.shrinks[from],
		spaces: p.spaces[last] - p.spaces[from],
		joints: p.joints[last] - p.joints[from],
	}
	if from > 0 {
		e.width -= p.left[from] // a bracket at the start of a line stands flush
	}
	if blank := p.blank(from); from < last && blank > 0 {
		e.shrink -= p.shrinkable(from, blank) * (p.left[from] - p.cutLeft[from]) / blank
	}
	return e
}

// least is the smallest width that a line can take.
func (e extent) least(justified bool) float64 {
	if justified {
		return e.width - e.end - e.shrink
	}
	return e.width - e.end
}

// infinite is more than any sum of penalties.
const infinite = math.MaxFloat64
