package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gongbao/fonts"
	"gongbao/fonts/rare"
	"gongbao/fonts/song"
	"gongbao/formats"
	"gongbao/formats/layout"
)

// Faces lists the embedded faces and where they come from.
func Faces() []string {
	var list []string
	for _, f := range append([]*fonts.Face{song.Hans(), song.Hant()}, rare.Faces()...) {
		list = append(list, f.Name+": "+f.Version)
	}
	return list
}

// cast is who draws which character in one document: the faces in the order
// they are asked, and the characters that each was given.
type cast struct {
	faces []*actor
	parts [256][]part // by the low byte of the character
	lost  []rune      // characters that no face has, in order of appearance
}

// actor is a face and the characters it draws. Glyph i+1 of its subset draws
// drawn[i] and stands for spoken[i].
type actor struct {
	face   *fonts.Face
	drawn  []rune
	spoken []rune
}

// part is how a character is drawn.
type part struct {
	r       rune
	face    int
	glyph   uint16
	advance float64 // in em, of the glyph
	width   float64 // in em, that the text takes
}

const (
	substitute = '〓' // the printers' mark for a missing sort
	blank      = -1  // drawn as nothing
)

func newCast(language string) *cast {
	faces := []*fonts.Face{song.Hans(), song.Hant()}
	if formats.Traditional(language) {
		faces[0], faces[1] = faces[1], faces[0]
	}
	c := &cast{}
	for _, f := range append(faces, rare.Faces()...) {
		c.faces = append(c.faces, &actor{face: f})
	}
	return c
}

// measure tells the layout how wide characters are.
func (c *cast) measure(_ layout.Role, r rune) float64 { return c.part(r).width }

// part finds who draws r, and gives it out the first time.
func (c *cast) part(r rune) part {
	list := &c.parts[byte(r)]
	for _, p := range *list {
		if p.r == r {
			return p
		}
	}
	p := c.assign(r)
	*list = append(*list, p)
	return p
}

func (c *cast) assign(r rune) part {
	drawn := stand(r)
	p := part{r: r}
	if drawn != blank {
		p.face = c.owner(drawn)
	}
	if p.face < 0 {
		c.lost = append(c.lost, r)
		drawn, p.face = substitute, c.owner(substitute)
	}
	a := c.faces[p.face]
	a.drawn = append(a.drawn, drawn)
	a.spoken = append(a.spoken, r)
	p.glyph = uint16(len(a.drawn))
	p.advance = a.face.Advance(drawn)
	p.width = p.advance
	if drawn == blank {
		p.width = blankWidth(r)
	}
	return p
}

// owner is the first face that has r, or -1.
func (c *cast) owner(r rune) int {
	return slices.IndexFunc(c.faces, func(a *actor) bool { return a.face.Has(r) })
}

// stand is the character whose glyph draws r: mostly itself. The dash is
// drawn as a bar of a full em so that two of them join.
func stand(r rune) rune {
	switch {
	case r == '—':
		return '―'
	case unicode.IsSpace(r) && r != ' ' && r != 0x3000, unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return blank
	}
	return r
}

// blankWidth is the room that an invisible character takes, in em.
func blankWidth(r rune) float64 {
	switch {
	case r == 0x2003 || r == 0x2001:
		return 1
	case r == 0x2002 || r == 0x2000:
		return 0.5
	case unicode.IsSpace(r):
		return 0.25
	}
	return 0
}

var glyphMissing = formats.NoteKind{
	Code: "glyph-missing", Level: formats.Warning,
	Hans: "PDF 字体缺字，以“〓”代替：%s",
	Hant: "PDF 字型缺字，以「〓」代替：%s",
}

// notes names each missing character at its first place in the source.
func (c *cast) notes(b *formats.Bulletin) []formats.Note {
	const most = 100
	var notes []formats.Note
	for _, r := range c.lost[:min(most, len(c.lost))] {
		var at formats.Span
		if i := strings.IndexRune(b.Text.Source, r); i >= 0 {
			at = formats.Span{Start: i, End: i + len(string(r))}
		}
		notes = append(notes, glyphMissing.At(b.Language, at, named(r)))
	}
	if len(c.lost) > most {
		notes = append(notes, glyphMissing.At(b.Language, formats.Span{}, fmt.Sprintf("+%d", len(c.lost)-most)))
	}
	return notes
}

// named is a character and its code point; one that does not print is only
// named.
func named(r rune) string {
	if unicode.IsPrint(r) {
		return fmt.Sprintf("%c (U+%04X)", r, r)
	}
	return fmt.Sprintf("U+%04X", r)
}
