package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"gongbao/fonts"
	"gongbao/fonts/hei"
	"gongbao/fonts/kai"
	"gongbao/fonts/rare"
	"gongbao/fonts/song"
	"gongbao/formats"
	"gongbao/formats/layout"
)

// Faces lists the embedded faces and where they come from.
func Faces() []string {
	var list []string
	for _, f := range slices.Concat([]*fonts.Face{song.Hans(), song.Hant(), hei.Hans(), hei.Hant(), kai.Face()}, rare.Faces()) {
		list = append(list, f.Name+": "+f.Version)
	}
	return list
}

// cast is who draws which character in one document: for each role the actors
// in the order they are asked, and what they were given.
type cast struct {
	actors []*actor
	roles  [layout.BiaoSong + 1]struct {
		order []int // of actors
		parts map[rune]part
		own   bool // the face is the role's, not another's for want of it
	}
	lost []rune // characters that no face has, in order of appearance
}

// actor is a face and the characters it draws. Glyph i+1 of its subset draws
// drawn[i] and stands for spoken[i].
type actor struct {
	face   *fonts.Face
	drawn  []fonts.Sort
	spoken []rune
	glyphs map[fonts.Sort]uint16 // by what is spoken
}

// part is how a character is drawn.
type part struct {
	actor   int
	glyph   uint16
	advance float64 // in em, of the glyph
	width   float64 // in em, that the text takes
}

const (
	substitute = '〓' // the printers' mark for a missing sort
	blank      = -1  // drawn as nothing
)

// newCast chooses faces: those given, then the embedded ones of the script.
// Every role falls back on the face of body text, then on the other script's
// and the rare ones.
func newCast(language string, given []Font) *cast {
	songs, heis := []*fonts.Face{song.Hans(), song.Hant()}, []*fonts.Face{hei.Hans(), hei.Hant()}
	if formats.Traditional(language) {
		slices.Reverse(songs)
		slices.Reverse(heis)
	}
	c := &cast{}
	own := map[layout.Role][]*fonts.Face{layout.Hei: heis, layout.Kai: {kai.Face()}}
	for role := range c.roles {
		r := &c.roles[role]
		r.parts = map[rune]part{}
		for _, font := range given {
			if font.Role == layout.Role(role) {
				r.order = append(r.order, c.actor(font.Face))
			}
		}
		for _, f := range own[layout.Role(role)] {
			r.order = append(r.order, c.actor(f))
		}
		r.own = len(r.order) > 0 || role == int(layout.Song)
		for _, f := range append(slices.Clone(songs), rare.Faces()...) {
			r.order = append(r.order, c.actor(f))
		}
	}
	return c
}

// actor is the number of the actor with a face.
func (c *cast) actor(f *fonts.Face) int {
	if i := slices.IndexFunc(c.actors, func(a *actor) bool { return a.face == f }); i >= 0 {
		return i
	}
	c.actors = append(c.actors, &actor{face: f, glyphs: map[fonts.Sort]uint16{}})
	return len(c.actors) - 1
}

// Advance tells the layout how wide a character is.
func (c *cast) Advance(role layout.Role, r rune) float64 { return c.part(role, r).width }

// Ink tells the layout where a character is drawn.
func (c *cast) Ink(role layout.Role, r rune) (left, right float64) {
	p := c.part(role, r)
	a := c.actors[p.actor]
	return a.face.Ink(a.drawn[p.glyph-1].Rune)
}

// part finds who draws r in a role, and gives it out the first time.
func (c *cast) part(role layout.Role, r rune) part {
	p, ok := c.roles[role].parts[r]
	if !ok {
		p = c.assign(role, r)
		c.roles[role].parts[r] = p
	}
	return p
}

func (c *cast) assign(role layout.Role, r rune) part {
	order := c.roles[role].order
	p := part{actor: order[0]}
	drawn := r
	if invisible(r) {
		drawn = blank
	} else if p.actor = c.owner(order, r); r == '—' && p.actor >= 0 {
		drawn = dash(c.actors[p.actor].face)
	}
	if p.actor < 0 {
		if !slices.Contains(c.lost, r) {
			c.lost = append(c.lost, r)
		}
		drawn, p.actor = substitute, c.owner(order, substitute)
	}
	a := c.actors[p.actor]
	p.glyph = a.give(drawn, fonts.Sort{Rune: r})
	p.advance = a.face.Advance(drawn)
	p.width = p.advance
	if drawn == blank {
		p.width = blankWidth(r)
	}
	return p
}

// give makes drawn the glyph for what is spoken.
func (a *actor) give(drawn rune, spoken fonts.Sort) uint16 {
	if g, ok := a.glyphs[spoken]; ok {
		return g
	}
	a.drawn = append(a.drawn, fonts.Sort{Rune: drawn, Left: spoken.Left, Right: spoken.Right})
	a.spoken = append(a.spoken, spoken.Rune)
	a.glyphs[spoken] = uint16(len(a.drawn))
	return a.glyphs[spoken]
}

// sort is a placed glyph as it is drawn: its number, its width, and how far
// right of its square's edge it begins, in em. Squares are cut to the tenth.
func (c *cast) sort(role layout.Role, g layout.Glyph) (p part, begin float64) {
	p = c.part(role, g.Rune)
	cut := fonts.Sort{Rune: g.Rune, Left: tenth(g.Left), Right: tenth(g.Right)}
	if cut.Left == 0 && cut.Right == 0 {
		return p, 0
	}
	a := c.actors[p.actor]
	p.glyph = a.give(a.drawn[p.glyph-1].Rune, cut)
	p.advance -= cut.Left + cut.Right
	return p, cut.Left
}

func tenth(em float64) float64 { return math.Round(em*10) / 10 }

// owner is the first actor that has r, or -1.
func (c *cast) owner(order []int, r rune) int {
	i := slices.IndexFunc(order, func(i int) bool { return c.actors[i].face.Has(r) })
	if i < 0 {
		return -1
	}
	return order[i]
}

// invisible reports whether r is drawn as nothing.
func invisible(r rune) bool {
	return unicode.IsSpace(r) && r != ' ' && r != 0x3000 || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// dash is the character of a face that draws the dash best: two of them should
// join.
func dash(f *fonts.Face) rune {
	best, width := '—', 0.0
	for _, r := range "—─―" {
		if left, right := f.Ink(r); f.Advance(r) <= 1 && right-left > width {
			best, width = r, right-left
		}
	}
	return best
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

var faceSubstituted = formats.NoteKind{
	Code: "face-substituted", Level: formats.Info,
	Hans: "PDF 未内嵌%s，以宋体代替；可用 --font %s=字体文件 指定",
	Hant: "PDF 未內嵌%s，以宋體代替；可用 --font %s=字型檔 指定",
}

// substitutions names the roles on the pages for which another's face stands.
func (c *cast) substitutions(b *formats.Bulletin, pages []layout.Page) []formats.Note {
	var used [len(c.roles)]bool
	for _, page := range pages {
		for _, run := range page.Runs {
			used[run.Role] = true
		}
	}
	var notes []formats.Note
	for role, ok := range used {
		if ok && !c.roles[role].own {
			name, word := roleName(layout.Role(role), b.Language)
			notes = append(notes, faceSubstituted.At(b.Language, formats.Span{}, name, word))
		}
	}
	return notes
}

// roleName is what a role is called in a language, and as a word of options.
func roleName(role layout.Role, language string) (name, word string) {
	names := [][3]string{
		{"宋体", "宋體", "song"}, {"黑体", "黑體", "hei"}, {"楷体", "楷體", "kai"},
		{"仿宋", "仿宋", "fangsong"}, {"小标宋", "小標宋", "xiaobiaosong"},
	}[role]
	if formats.Traditional(language) {
		return names[1], names[2]
	}
	return names[0], names[2]
}

// RoleNamed is the role that an option names: song, hei, kai, fangsong or
// xiaobiaosong.
func RoleNamed(word string) (layout.Role, bool) {
	for role := layout.Song; role <= layout.BiaoSong; role++ {
		if _, w := roleName(role, ""); w == word {
			return role, true
		}
	}
	return 0, false
}

// FontFiles lists the names, in lower case, of files that hold a role's face
// where it is installed, the best first, for programs that look for it.
func FontFiles(role layout.Role) []string {
	switch role {
	case layout.Hei:
		return []string{"simhei.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc"}
	case layout.Kai:
		return []string{"simkai.ttf", "kaiu.ttf", "stkaiti.ttf", "lxgwwenkai-regular.ttf", "ukai.ttc"}
	case layout.FangSong:
		return []string{"simfang.ttf", "仿宋_gb2312.ttf", "fzfsjw.ttf", "fzfsk.ttf", "stfangso.ttf"}
	case layout.BiaoSong:
		return []string{"fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf"}
	}
	return []string{"simsun.ttc", "mingliu.ttc", "stsong.ttf", "uming.ttc"}
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
