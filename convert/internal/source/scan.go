package source

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongbao/convert/internal/fold"
	"gongbao/formats"
)

// cell is one folded character and its place in the source.
type cell struct {
	r          rune
	start, end int32
}

// line is a line being built; joined means that it goes on from the line
// before, which the source broke in mid-sentence.
type line struct {
	cells  []cell
	kind   formats.ParagraphKind
	joined bool
}

// scanner cleans paragraph by paragraph. Tags and unread elements may run
// over paragraph borders.
type scanner struct {
	src    string
	html   bool
	lines  []line
	cells  []cell
	kind   formats.ParagraphKind
	until  string // inside markup that is left out: what ends it
	spaces int    // width of the white space before the next character
	gap    [2]int32
}

func looksLikeHTML(src string) bool {
	for _, tag := range []string{"</p>", "<br", "</div>", "</P>", "<BR", "</span>", "</td>", "</a>", " href="} {
		if strings.Contains(src, tag) {
			return true
		}
	}
	return false
}

func (s *scanner) paragraph(p formats.Paragraph) {
	s.kind = p.Kind
	for at := p.Start; at < p.End; {
		if s.until != "" {
			at = s.skip(at, p.End)
			continue
		}
		at = s.step(at, p.End)
	}
	s.breakLine()
}

// skip passes over markup that is left out, to its end or the paragraph's.
func (s *scanner) skip(at, end int) int {
	i := indexFold(s.src[at:end], s.until)
	if i < 0 {
		return end
	}
	at += i + len(s.until)
	s.until = ""
	return at
}

func (s *scanner) step(at, end int) int {
	rest := s.src[at:end]
	r, size := utf8.DecodeRuneInString(rest)
	next := at + size
	switch {
	case r == '<' && s.html && opensTag(rest):
		return s.tag(at, end)
	case r == '&':
		if text, n := entity(rest); n > 0 {
			for _, e := range text {
				s.put(e, at, at+n)
			}
			return at + n
		}
	case r == '[':
		if n := linkText(rest); n > 0 {
			return at + n
		}
	case r == '(' || r == '（':
		if n := gloss(rest); n > 0 && s.afterHan() {
			return at + n
		}
	case (r == '*' || r == '#' || r == '>' || r == '`') && s.markup(rest):
		return at + len(rest) - len(strings.TrimLeft(rest, "*#>`"))
	}
	s.put(r, at, next)
	return next
}

// put adds a character, or notes white space to come.
func (s *scanner) put(r rune, start, end int) {
	f := fold.Rune(r)
	switch {
	case f >= 0x4E00 && f <= 0x9FFF: // most characters
	case f == ' ' || f == '\t' || unicode.IsSpace(f):
		width := 1
		if r == '\u3000' || f == '\t' {
			width = 2
		}
		if s.spaces == 0 {
			s.gap[0] = int32(start)
		}
		s.spaces += width
		s.gap[1] = int32(end)
		return
	case dropped(f):
		return
	}
	if s.spaces > 0 && len(s.cells) > 0 {
		// One ideographic space pads a name or label, more part the items of a list.
		c := ' '
		if s.spaces > 2 {
			c = '\t'
		}
		s.cells = append(s.cells, cell{c, s.gap[0], s.gap[1]})
	}
	s.spaces = 0
	s.cells = append(s.cells, cell{f, int32(start), int32(end)})
}

// dropped tells the characters that carry no text: controls, zero-width and
// private ones, emoji.
func dropped(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF || r > ' ' && r < 0x7F {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Variation_Selector) ||
		r >= 0x1D400 && r <= 0x1D7FF || r >= 0x1F000 && r <= 0x1FAFF
}

func (s *scanner) afterHan() bool {
	return len(s.cells) > 0 && s.spaces == 0 && unicode.Is(unicode.Han, s.cells[len(s.cells)-1].r)
}

// markup reports whether rest begins with Markdown marks: any at a line's
// start, or asterisks in pairs.
func (s *scanner) markup(rest string) bool {
	return len(s.cells) == 0 || strings.HasPrefix(rest, "**")
}

func (s *scanner) breakLine() {
	s.spaces = 0
	if len(s.cells) == 0 {
		return
	}
	s.lines = append(s.lines, line{cells: s.cells, kind: s.kind, joined: s.continues()})
	s.cells = nil
}

// continues reports whether the line at hand goes on from the one before:
// that one stops in mid-sentence, and this one starts with a mark that no
// line starts with, or both are as long as lines broken at a fixed width.
func (s *scanner) continues() bool {
	if len(s.lines) == 0 {
		return false
	}
	prev := s.lines[len(s.lines)-1].cells
	last, first := prev[len(prev)-1].r, s.cells[0].r
	return strings.ContainsRune(",;、。)》”", first) && !strings.ContainsRune("。!?;:", last)
}

func (s *scanner) tag(at, end int) int {
	rest := s.src[at:end]
	name := tagName(rest)
	switch {
	case strings.HasPrefix(rest, "<!--"):
		s.until = "-->"
	case strings.HasPrefix(rest, "<%"):
		s.until = "%>"
	case name == "script" || name == "style":
		s.until = "</" + name + ">"
	default:
		s.until = ">"
	}
	switch strings.TrimPrefix(name, "/") {
	case "p", "br", "div", "li", "ul", "tr", "table", "title", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "section", "article", "header", "footer":
		s.breakLine()
	}
	return at + 1
}

func opensTag(rest string) bool {
	return len(rest) > 1 && strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/!%", rune(rest[1]))
}

// tagName is the lower-case name, with its slash, of the tag that rest opens.
func tagName(rest string) string {
	n := 1
	for n < len(rest) && n < 12 && !strings.ContainsRune(" \t\n>", rune(rest[n])) {
		if n > 1 && rest[n] == '/' {
			break
		}
		n++
	}
	return strings.ToLower(rest[1:n])
}

// entity decodes the HTML entity that rest starts with; n is its length.
func entity(rest string) (text string, n int) {
	end := strings.IndexByte(rest[:min(len(rest), 12)], ';')
	if end < 0 {
		return "", 0
	}
	text = html.UnescapeString(rest[:end+1])
	if text == rest[:end+1] {
		return "", 0
	}
	return text, end + 1
}

// linkText is the length of a Markdown link [text](address), which is page
// furniture in a bulletin.
func linkText(rest string) int {
	mid := strings.Index(rest[:min(len(rest), 400)], "](")
	if mid < 0 || strings.ContainsAny(rest[1:mid], "[\n") {
		return 0
	}
	end := strings.IndexByte(rest[mid:min(len(rest), mid+2000)], ')')
	if end < 0 {
		return 0
	}
	return mid + end + 1
}

// gloss is the length of a reading in brackets such as (qū).
func gloss(rest string) int {
	_, size := utf8.DecodeRuneInString(rest)
	letters := 0
	for i, r := range rest[size:] {
		switch {
		case letters > 0 && (r == ')' || r == '）'):
			return size + i + utf8.RuneLen(r)
		case letters < 7 && unicode.Is(unicode.Latin, r) && unicode.IsLower(r):
			letters++
		default:
			return 0
		}
	}
	return 0
}

// indexFold is strings.Index of an ASCII needle without regard to case.
func indexFold(s, needle string) int {
	for i := 0; i+len(needle) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(needle)], needle) {
			return i
		}
	}
	return -1
}
