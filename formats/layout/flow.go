package layout

import (
	"math"
	"unicode/utf8"
)

// Pages sets blocks one after the other on as many pages as they take. There
// is always at least one page. Time and memory grow with the text.
func Pages(blocks []Block, metrics Metrics, o Options) []Page {
	f := flow{o: o.filled(), metrics: metrics}
	f.newPage()
	for i := range blocks {
		b := &blocks[i]
		if b.NewPage && !f.fresh {
			f.newPage()
		}
		if b.Foot {
			f.foot(f.height(blocks[i:]))
		}
		f.reserve(blocks[i:])
		f.block(i, b)
	}
	f.folios()
	return f.pages
}

func (f *flow) block(number int, b *Block) {
	switch {
	case b.Table != nil:
		if !f.fresh {
			f.y += b.Style.Before
		}
		f.table(number, b.Table)
		f.y += b.Style.After
	case b.Line > 0:
		f.y += b.Style.Before
		right := f.o.Width - f.o.Right
		f.page().Rules = append(f.page().Rules, Rule{f.o.Left, f.y, right, f.y, b.Line, b.Style.Ink})
		f.y += b.Style.After
	case b.Space > 0:
		f.y = min(f.bottom(), f.y+b.Space)
	default:
		f.paragraph(number, b)
	}
}

// foot goes to where what follows just reaches the foot of a page.
func (f *flow) foot(height float64) {
	if height > f.room() && !f.fresh {
		f.newPage()
	}
	f.y = max(f.y, f.bottom()-height)
}

// height is how high paragraphs and lines are together, up to a new page.
func (f *flow) height(blocks []Block) float64 {
	h := 0.0
	for i, b := range blocks {
		if i > 0 && b.NewPage {
			break
		}
		s := b.Style.filled()
		h += s.Before + s.After + b.Space
		if b.Text != "" {
			h += float64(len(f.set(&b, s, f.width()))) * s.Leading
		}
	}
	return h
}

// flow is where the next thing goes.
type flow struct {
	o       Options
	metrics Metrics
	pages   []Page
	y       float64 // upper edge of the free room
	fresh   bool    // nothing on the page yet
}

func (f *flow) page() *Page     { return &f.pages[len(f.pages)-1] }
func (f *flow) bottom() float64 { return f.o.Height - f.o.Bottom }
func (f *flow) room() float64   { return f.bottom() - f.y + 1e-6 }
func (f *flow) width() float64  { return f.o.Width - f.o.Left - f.o.Right }

func (f *flow) newPage() {
	f.pages = append(f.pages, Page{Number: len(f.pages) + 1, Width: f.o.Width, Height: f.o.Height})
	f.y, f.fresh = f.o.Top, true
}

// reserve starts a new page where a heading would be the last thing on this one.
func (f *flow) reserve(blocks []Block) {
	if f.fresh || !blocks[0].Style.KeepWithNext {
		return
	}
	const most = 6 // headings in a row
	need := 0.0
	for i := range min(len(blocks), most) {
		b := &blocks[i]
		s := b.Style.filled()
		need += s.Before
		if b.Table != nil {
			need += tableStart(b.Table)
			break
		}
		lines := f.start(b, s)
		need += float64(lines) * s.Leading
		if !s.KeepWithNext {
			break
		}
		need += s.After
	}
	if need > f.room() && need < f.bottom()-f.o.Top {
		f.newPage()
	}
}

// start is how many lines of a paragraph go together at its beginning: two, or
// all of three, or all of a heading.
func (f *flow) start(b *Block, s Style) int {
	const short = 500 // characters: more are surely more than three lines
	if utf8.RuneCountInString(b.Text) > short {
		return 2
	}
	lines := len(f.set(b, s, f.width()))
	if lines > 3 && !s.KeepWithNext {
		return 2
	}
	return lines
}

// set breaks a paragraph into lines of a measure in points.
func (f *flow) set(b *Block, s Style, width float64) []setLine {
	var lines []setLine
	for _, part := range split(b) {
		p := prepare(part, b, s, f.metrics, f.o)
		em := width/s.Size - (s.Left+s.Right)*s.Pitch
		for _, l := range p.fit(em, s.Indent*s.Pitch, s.Align) {
			lines = append(lines, setLine{p, l})
		}
	}
	return lines
}

// setLine is a line and the paragraph it is part of.
type setLine struct {
	p *paragraph
	l line
}

// runs puts the line where it stands: x is the left edge of its measure, y its
// baseline. A line that begins in another face is two runs.
func (l setLine) runs(runs []Run, place Place, b *Block, s Style, x, y, width float64) []Run {
	em := width/s.Size - (s.Left+s.Right)*s.Pitch
	x += s.Left * s.Pitch * s.Size
	if l.l.from == 0 {
		em -= s.Indent * s.Pitch
		x += s.Indent * s.Pitch * s.Size
	}
	glyphs := l.p.place(l.l, x, em, s.Size, s.Align, l.l.to == len(l.p.runes))
	run := Run{Place: place, Role: s.Role, Ink: s.Ink, Size: s.Size, Y: y, Glyphs: glyphs}
	if lead := min(l.p.lead-l.l.from, len(glyphs)); lead > 0 {
		first := run
		first.Role, first.Glyphs = b.LeadRole, glyphs[:lead]
		runs = append(runs, first)
		run.Glyphs = glyphs[lead:]
	}
	if len(run.Glyphs) > 0 {
		runs = append(runs, run)
	}
	return runs
}

// baseline is how far a line's baseline is below its upper edge: Han
// characters reach from 0.12 em below it to 0.88 em above.
func (s Style) baseline() float64 { return s.Leading/2 + 0.38*s.Size }

func (f *flow) paragraph(block int, b *Block) {
	s := b.Style.filled()
	lines := f.set(b, s, f.width())
	if len(lines) == 0 {
		return
	}
	if !f.fresh {
		f.y += s.Before
	}
	f.align(s)
	for len(lines) > 0 {
		n := f.fitting(len(lines), s)
		if n == 0 {
			f.newPage()
			continue
		}
		for _, l := range lines[:n] {
			f.page().Runs = l.runs(f.page().Runs, Place{Block: block}, b, s, f.o.Left, f.y+s.baseline(), f.width())
			f.y += s.Leading
			f.fresh = false
		}
		lines = lines[n:]
	}
	f.y += s.After
}

// align goes on to the next line of the grid if the style is the grid's.
func (f *flow) align(s Style) {
	if f.o.Grid > 0 && s.Leading == f.o.Grid {
		f.y = f.o.Top + math.Ceil((f.y-f.o.Top)/f.o.Grid-1e-6)*f.o.Grid
	}
}

// fitting is how many of a paragraph's lines go on this page: all, or at least
// two with at least two to follow; on a fresh page at least one.
func (f *flow) fitting(lines int, s Style) int {
	n := min(lines, int(f.room()/s.Leading))
	if n == lines {
		return n
	}
	if lines-n == 1 {
		n--
	}
	if n < 2 {
		n = 0
	}
	if n == 0 && f.fresh {
		return min(lines, max(1, int(f.room()/s.Leading)))
	}
	return n
}

// folios numbers the pages, now that their number is known.
func (f *flow) folios() {
	if f.o.Folio.Text == nil {
		return
	}
	s := f.o.Folio.Style.filled()
	s.Align = Center
	for i := range f.pages {
		page := &f.pages[i]
		if f.o.Folio.Outer {
			s.Align, s.Left, s.Right = Start, 1, 1
			if page.Number%2 == 1 {
				s.Align = End
			}
		}
		y := f.bottom() + f.o.Folio.Below
		for _, l := range f.set(&Block{Text: f.o.Folio.Text(page.Number, len(f.pages))}, s, f.width()) {
			page.Runs = l.runs(page.Runs, Place{Block: FolioBlock}, nil, s, f.o.Left, y, f.width())
		}
	}
}

// part is a stretch of text without forced line ends.
type part struct {
	runes []rune
	keep  []bool // no break after this character
	lead  int    // characters at the start in the block's other face
}

// split cuts a block's text at its line ends. Bytes that are no text become
// U+FFFD.
func split(b *Block) []part {
	var parts []part
	p := part{}
	keep := b.Keep
	for at, r := range b.Text {
		if r == '\r' {
			continue
		}
		if r == '\n' || r == '\v' || r == '\f' || r == 0x2028 || r == 0x2029 {
			parts = append(parts, p)
			p = part{}
			continue
		}
		for len(keep) > 0 && keep[0].End <= at {
			keep = keep[1:]
		}
		p.runes = append(p.runes, r)
		p.keep = append(p.keep, len(keep) > 0 && keep[0].Start <= at && at+utf8.RuneLen(r) < keep[0].End)
		if at < b.Lead {
			p.lead = len(p.runes)
		}
	}
	return append(parts, p)
}
