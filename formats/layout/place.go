package layout

// place puts the characters of a line at their places: x is the left edge of
// the line in points, width the room it has in em.
func (p *paragraph) place(l line, x, width, size float64, align Align, last bool) []Glyph {
	a := p.adjust(l, width, align, last)
	x += a.offset * size
	glyphs := make([]Glyph, 0, l.to-l.from)
	for i := l.from; i < l.to; i++ {
		inLine := i <= l.e.last
		left, right := p.cutLeft[i], p.cutRight[i]
		if i == l.from {
			left = 0
			if l.from > 0 {
				left = p.left[i]
			}
		}
		if blank := p.blank(i); i < l.e.last && blank > 0 && a.squeeze > 0 {
			shrink := a.squeeze * p.shrinkable(i, blank)
			take := shrink / blank
			if i > l.from {
				left += take * (p.left[i] - p.cutLeft[i])
			}
			right += take * (p.right[i] - p.cutRight[i])
		}
		glyphs = append(glyphs, Glyph{p.runes[i], x - left*size, left, right})
		if !inLine {
			continue
		}
		x += (p.advance[i] - left - right + p.after(i, l, a)) * size
	}
	return glyphs
}

// shrinkable is how much of a mark's blank may go; none of what other lines
// hang from.
func (p *paragraph) shrinkable(i int, blank float64) float64 {
	if i < p.lead {
		return 0
	}
	switch p.runes[i] {
	case '。', '！', '？':
		return blank / 2
	}
	return blank
}

// after is the space between a character and the next.
func (p *paragraph) after(i int, l line, a adjustment) float64 {
	if i >= l.e.last {
		return 0
	}
	width := p.gap[i]
	switch {
	case p.gap[i] > 0:
		width += a.space - a.squeeze*p.gap[i]/2
	case p.classes[i] == space:
		width += a.space - a.squeeze*p.advance[i]/3
	}
	if p.runes[i] == '\t' {
		width += a.tab
	}
	if p.joints[i+1] > p.joints[i] {
		width += a.joint
	}
	return width
}

// adjustment is how a line is made to fill its measure, in em.
type adjustment struct {
	offset  float64 // of the whole line
	squeeze float64 // share of what can shrink that does
	space   float64 // added to each elastic space
	joint   float64 // added at each joint
	tab     float64 // added at a tab
}

func (p *paragraph) adjust(l line, width float64, align Align, last bool) adjustment {
	slack := width - l.e.width
	switch {
	case align == Center || align == Balance:
		return adjustment{offset: (slack + l.e.end/2) / 2}
	case align == End:
		return adjustment{offset: max(0, slack)}
	case align == Ends:
		return adjustment{tab: max(0, slack)}
	case align != Justify:
		return adjustment{}
	case slack < 0:
		need := max(0, -slack-l.e.end)
		return adjustment{squeeze: min(1, need/max(1e-9, l.e.shrink))}
	case last:
		return adjustment{}
	}
	a := adjustment{}
	if l.e.spaces > 0 {
		a.space = min(mostSpace, slack/l.e.spaces)
		slack -= a.space * l.e.spaces
	}
	if l.e.joints > 0 && slack/l.e.joints <= mostSpread {
		a.joint = slack / l.e.joints
	}
	return a
}

// mostSpace is what spaces and the gaps between scripts take first, in em;
// what is left is spread evenly.
const mostSpace = 0.125

// mostSpread is the most space between Han characters, in em; a line that
// needs more is left short.
const mostSpread = 0.5
