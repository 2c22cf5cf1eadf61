package layout

import "unicode/utf8"

// Pages sets blocks one after the other on as many pages as they take. There
// is always at least one page. Time and memory grow with the text.
func Pages(blocks []Block, measure Measure, o Options) []Page {
	f := flow{o: o.filled(), measure: measure}
	f.newPage()
	for i := range blocks {
		f.reserve(blocks[i:])
		if t := blocks[i].Table; t != nil {
			f.table(i, t)
		} else {
			f.paragraph(i, &blocks[i])
		}
	}
	f.folios()
	return f.pages
}

// flow is where the next thing goes.
type flow struct {
	o       Options
	measure Measure
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
	need := 0.0
	for i := range min(len(blocks), 6) {
		s := blocks[i].Style.filled()
		if blocks[i].Table != nil {
			need += tableStart(blocks[i].Table)
			break
		}
		if !s.KeepWithNext {
			need += s.Before + 2*s.Leading
			break
		}
		lines := 1 + int(float64(utf8.RuneCountInString(blocks[i].Text))*s.Size/f.width())
		need += s.Before + float64(lines)*s.Leading + s.After
	}
	if need > f.room() && need < f.bottom()-f.o.Top {
		f.newPage()
	}
}

// set breaks a text into lines of a measure in points.
func (f *flow) set(text string, keep []Range, s Style, width float64) []setLine {
	var lines []setLine
	for _, part := range split(text, keep) {
		p := prepare(part.runes, part.keep, s, f.measure, f.o)
		em := width/s.Size - s.Left - s.Right
		for _, l := range p.fit(em, s.Indent, s.Align) {
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

// glyphs places the line in a measure that starts at x.
func (l setLine) glyphs(s Style, x, width float64) []Glyph {
	em := width/s.Size - s.Left - s.Right
	x += s.Left * s.Size
	if l.l.from == 0 {
		em -= s.Indent
		x += s.Indent * s.Size
	}
	return l.p.place(l.l, x, em, s.Size, s.Align, l.l.to == len(l.p.runes))
}

// baseline is how far a line's baseline is below its upper edge: Han
// characters reach from 0.12 em below it to 0.88 em above.
func (s Style) baseline() float64 { return s.Leading/2 + 0.38*s.Size }

func (f *flow) paragraph(block int, b *Block) {
	s := b.Style.filled()
	lines := f.set(b.Text, b.Keep, s, f.width())
	if len(lines) == 0 {
		return
	}
	if !f.fresh {
		f.y += s.Before
	}
	for len(lines) > 0 {
		n := f.fitting(len(lines), s)
		if n == 0 {
			f.newPage()
			continue
		}
		for _, l := range lines[:n] {
			f.page().Runs = append(f.page().Runs, Run{
				Place: Place{Block: block}, Role: s.Role, Ink: s.Ink, Size: s.Size,
				Y: f.y + s.baseline(), Glyphs: l.glyphs(s, f.o.Left, f.width()),
			})
			f.y += s.Leading
			f.fresh = false
		}
		lines = lines[n:]
	}
	f.y += s.After
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
		for _, l := range f.set(f.o.Folio.Text(page.Number, len(f.pages)), nil, s, f.width()) {
			page.Runs = append(page.Runs, Run{
				Place: Place{Block: FolioBlock}, Role: s.Role, Ink: s.Ink, Size: s.Size,
				Y: y, Glyphs: l.glyphs(s, f.o.Left, f.width()),
			})
		}
	}
}

// part is a stretch of text without forced line ends.
type part struct {
	runes []rune
	keep  []bool // no break after this character
}

// split cuts a text at its line ends. Bytes that are no text become U+FFFD.
func split(text string, keep []Range) []part {
	var parts []part
	p := part{}
	for at, r := range text {
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
	}
	return append(parts, p)
}
