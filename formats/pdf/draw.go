package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"gongbao/formats/layout"
)

// drawing is what the back end makes of pages.
type drawing struct {
	file  []byte
	marks [][]layout.Place // by page, the places of its marked contents
}

// draw puts placed things on pages. Glyphs are named by their number in the
// subset of their face, and the faces by F0, F1 and so on; the fonts
// themselves come with finish.
func draw(pages []layout.Page, d *document, c *cast) (*drawing, error) {
	doc := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "pt",
		Size:    gofpdf.SizeType{Wd: pages[0].Width, Ht: pages[0].Height},
	})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	doc.SetCompression(false) // finish does it
	doc.SetCreationDate(time.Unix(0, 0).UTC())
	doc.SetModificationDate(time.Unix(0, 0).UTC())
	p := pen{document: d, cast: c}
	out := &drawing{}
	for i := range pages {
		doc.AddPage()
		p.buf.Reset()
		p.marks = nil
		p.page(&pages[i])
		doc.RawWriteStr(p.buf.String())
		out.marks = append(out.marks, p.marks)
	}
	var file bytes.Buffer
	if err := doc.Output(&file); err != nil {
		return nil, fmt.Errorf("drawing the pages: %w", err)
	}
	out.file = file.Bytes()
	return out, nil
}

// pen writes the operators of a page.
type pen struct {
	document *document
	cast     *cast
	buf      bytes.Buffer
	height   float64
	marks    []layout.Place // of the page
	line     []stroke       // being drawn
}

func (p *pen) page(page *layout.Page) {
	p.height = page.Height
	if len(page.Rules) > 0 {
		p.buf.WriteString("/Artifact BMC\n")
		for _, r := range page.Rules {
			p.rule(r)
		}
		p.buf.WriteString("EMC\n")
	}
	for i := range page.Runs {
		p.run(&page.Runs[i])
	}
}

func (p *pen) rule(r layout.Rule) {
	if r.Ink == layout.Red {
		p.buf.WriteString("1 0 0 RG ")
		defer p.buf.WriteString("0 G\n")
	}
	p.numbers("w ", r.Width)
	p.numbers("m ", r.X1, p.height-r.Y1)
	p.numbers("l S\n", r.X2, p.height-r.Y2)
}

// run draws a line of text as one marked content.
func (p *pen) run(r *layout.Run) {
	if r.Place.Block < 0 {
		p.buf.WriteString("/Artifact BMC\n")
	} else {
		fmt.Fprintf(&p.buf, "/%s<</MCID %d>>BDC\n", p.document.tag(r.Place), len(p.marks))
		p.marks = append(p.marks, r.Place)
	}
	gaps := r.Place.Block >= 0 && gapped(r)
	if gaps {
		fmt.Fprintf(&p.buf, "/Span<</ActualText<%s>>>BDC\n", utf16Hex(r))
	}
	p.buf.WriteString("BT ")
	if r.Ink == layout.Red {
		p.buf.WriteString("1 0 0 rg ")
	}
	line := p.strokes(r)
	spread := round2(float64(spread(line, r.Size)) * r.Size / 1000)
	if spread != 0 {
		p.numbers("Tc ", spread)
	}
	for len(line) > 0 {
		n := sameFace(line)
		p.stretch(r, line[:n], spread)
		line = line[n:]
	}
	if spread != 0 {
		p.buf.WriteString("0 Tc ")
	}
	if r.Ink == layout.Red {
		p.buf.WriteString("0 g ")
	}
	p.buf.WriteString("ET\nEMC\n")
	if gaps {
		p.buf.WriteString("EMC\n")
	}
}

// gapped reports whether a line has gaps as wide as those between the names of
// a list. Readers take such gaps, one below another, for columns and read down
// them, unless the line says what its text is.
func gapped(r *layout.Run) bool {
	for i := 0; i+1 < len(r.Glyphs); i++ {
		if r.Glyphs[i+1].X-r.Glyphs[i].X > 1.5*r.Size || r.Glyphs[i].Rune == '\u3000' {
			return true
		}
	}
	return false
}

// utf16Hex is the text of a line as a PDF text string in hexadecimal.
func utf16Hex(r *layout.Run) string {
	var b strings.Builder
	b.WriteString("FEFF")
	for _, g := range r.Glyphs {
		for _, u := range utf16.Encode([]rune{g.Rune}) {
			fmt.Fprintf(&b, "%04X", u)
		}
	}
	return b.String()
}

// stroke is a glyph as it is drawn.
type stroke struct {
	part
	x float64 // where it begins
}

func (p *pen) strokes(r *layout.Run) []stroke {
	p.line = p.line[:0]
	for _, g := range r.Glyphs {
		part, begin := p.cast.sort(r.Role, g)
		p.line = append(p.line, stroke{part, g.X + begin*r.Size})
	}
	return p.line
}

// sameFace counts the strokes at the start that one face draws.
func sameFace(line []stroke) int {
	for i := range line {
		if line[i].actor != line[0].actor {
			return i
		}
	}
	return len(line)
}

// spread is the space in thousandths of an em that most characters of a line
// have after them.
func spread(line []stroke, size float64) int {
	counts := map[int]int{}
	best := 0
	for i := 0; i+1 < len(line); i++ {
		space := thousandths((line[i+1].x-line[i].x)/size - line[i].advance)
		counts[space]++
		if counts[space] > counts[best] {
			best = space
		}
	}
	return best
}

// stretch draws strokes of one face, spread by some points. The pen's place is
// followed, so that rounding does not add up.
func (p *pen) stretch(r *layout.Run, line []stroke, spread float64) {
	fmt.Fprintf(&p.buf, "/F%d ", line[0].actor)
	p.numbers("Tf 1 0 0 1 ", r.Size)
	p.numbers("Tm [<", line[0].x, p.height-r.Y)
	at := round2(line[0].x)
	for i, s := range line {
		if off := thousandths((s.x - at) / r.Size); off != 0 && i > 0 {
			fmt.Fprintf(&p.buf, ">%d<", -off)
			at += float64(off) * r.Size / 1000
		}
		hex := strconv.AppendUint(p.buf.AvailableBuffer(), 0x10000+uint64(s.glyph), 16)
		p.buf.Write(hex[1:])
		at += math.Round(s.advance*1000)*r.Size/1000 + spread
	}
	p.buf.WriteString(">]TJ ")
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }

// numbers writes operands, to the hundredth of a point, and their operator.
func (p *pen) numbers(operator string, operands ...float64) {
	for _, x := range operands {
		b := strconv.AppendFloat(p.buf.AvailableBuffer(), round2(x), 'f', -1, 64)
		p.buf.Write(append(b, ' '))
	}
	p.buf.WriteString(operator)
}

func thousandths(em float64) int { return int(math.Round(em * 1000)) }
