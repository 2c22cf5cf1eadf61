// Package layout says where things stand on paper: it turns paragraphs and tables into pages of placed characters, and knows no PDF.
package layout

// Role is the part a face plays on the page.
type Role uint8

// The roles.
const (
	Song     Role = iota // 宋体: body text
	Hei                  // 黑体: headings
	Kai                  // 楷体: headings of the second level
	FangSong             // 仿宋: body text of official documents
	BiaoSong             // 小标宋: titles of official documents
)

// Metrics measures characters in the faces of the roles, in em.
type Metrics interface {
	Advance(role Role, r rune) float64
	// Ink is where the drawn part begins and ends within the advance; layout
	// asks for punctuation only.
	Ink(role Role, r rune) (left, right float64)
}

// Level is how strict line breaking is, after the levels of the W3C's
// requirements for Chinese text layout.
type Level uint8

// The levels. GB also keeps the solidus from line ends, Strict also keeps
// dashes and ellipses from line starts. None keeps only words whole.
const (
	Basic Level = iota
	None
	GB
	Strict
)

// Options are the page and the habits of its script. Lengths are in points
// (1/72 inch). The zero value is A4 with comfortable margins.
type Options struct {
	Width, Height            float64 // of the paper
	Top, Bottom, Left, Right float64 // margins
	Grid                     float64 // paragraphs with this leading start on multiples of it; 0 for none
	Level                    Level
	Folio                    Folio
}

// Folio is the page number.
type Folio struct {
	Text  func(page, pages int) string // nil for none
	Style Style
	Below float64 // distance of the number's line from the type area, in points
	Outer bool    // at the outer edge, one character in, instead of the middle
}

// A Block is a paragraph or, where one of its last fields is set, a table, a
// line or empty room.
type Block struct {
	Text     string
	Keep     []Range // parts that stay on one line where they can
	Lead     int     // bytes at the start that are set in LeadRole
	LeadRole Role
	Style    Style
	NewPage  bool // starts a page
	Foot     bool // with all that follows at the foot of a page, if there is room

	Table *Table
	Line  float64 // width of a line as broad as the page's text, in points
	Space float64 // height of empty room, also at the top of a page, in points
}

// Range is a half-open range of bytes of a block's text.
type Range struct{ Start, End int }

// Align is how lines that do not fill their measure stand in it.
type Align uint8

// The alignments. Justify spreads all lines but the last; Balance centres
// lines of like length, for titles; Ends puts what follows a tab at the end.
const (
	Justify Align = iota
	Start
	Center
	End
	Balance
	Ends
)

// Style is how a block is set. Lengths in em are of the block's own size.
type Style struct {
	Role         Role
	Size         float64 // in points
	Leading      float64 // distance of baselines, in points
	Pitch        float64 // distance of Han characters in em where it is not 1
	Indent       float64 // of the first line, in em
	Left, Right  float64 // of all lines, in em
	Before       float64 // space above, in points; none at the top of a page
	After        float64 // space below, in points
	Align        Align
	KeepWithNext bool // not the last thing on a page
	Ink          Ink
}

// Ink is a colour.
type Ink uint8

// The inks.
const (
	Black Ink = iota
	Red
)

// A Table is a grid of text. Header, which may be empty, repeats on every page
// the table reaches.
type Table struct {
	Columns []Column
	Header  []string
	Rows    [][]string // each with one text per column
	Head    Style
	Body    Style
	Padding float64 // inside a cell, in points
	Rule    float64 // width of the lines, in points
}

// Column says how the cells of a column are set.
type Column struct {
	Align Align
}

// Page is a page of placed things. The origin is the upper left corner and y
// grows downwards, in points.
type Page struct {
	Number        int
	Width, Height float64
	Runs          []Run
	Rules         []Rule
}

// Run is one line of text of one paragraph or cell.
type Run struct {
	Place  Place
	Role   Role
	Ink    Ink
	Size   float64
	Y      float64 // the baseline
	Glyphs []Glyph
}

// Glyph is a character and the left edge of its square, of which Left and
// Right, in em, are cut off: compressed punctuation.
type Glyph struct {
	Rune        rune
	X           float64 // of the whole square
	Left, Right float64
}

// Place is the part of the document that a run belongs to.
type Place struct {
	Block  int // the block's number, or one of the negative constants
	Row    int // of a table's cell; HeaderRow for the header
	Column int
}

// Places that are no part of the document's text.
const (
	FolioBlock  = -1 // a page number
	RepeatBlock = -2 // a table's header on a later page
	HeaderRow   = -1
)

// Rule is a straight line.
type Rule struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Ink            Ink
}

const millimetre = 72 / 25.4

// filled replaces what is zero by A4 and its margins.
func (o Options) filled() Options {
	if o.Width == 0 || o.Height == 0 {
		o.Width, o.Height = 210*millimetre, 297*millimetre
	}
	if o.Top == 0 && o.Bottom == 0 && o.Left == 0 && o.Right == 0 {
		o.Top, o.Bottom, o.Left, o.Right = 27*millimetre, 27*millimetre, 26*millimetre, 26*millimetre
	}
	return o
}

func (s Style) filled() Style {
	if s.Size == 0 {
		s.Size = 12
	}
	if s.Leading == 0 {
		s.Leading = 1.7 * s.Size
	}
	if s.Pitch == 0 {
		s.Pitch = 1
	}
	return s
}
