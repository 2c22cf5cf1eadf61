package pdf

import (
	"strings"
	"unicode/utf8"

	"gongbao/formats"
	"gongbao/formats/layout"
)

// Profile is a way to typeset.
type Profile string

// The profiles.
const (
	Plain  Profile = ""       // title, meta line, body and tables, comfortable on A4
	GB9704 Profile = "gb9704" // GB/T 9704-2012, official documents of mainland China
	TW     Profile = "tw"     // official documents of Taiwan
)

// Profiles lists the names of the profiles, the default first.
func Profiles() []string { return []string{"plain", string(GB9704), string(TW)} }

// design is what a profile asks for.
type design struct {
	page      layout.Options
	style     func(kind formats.ParagraphKind, level int) layout.Style
	heading   func(level int) layout.Role // the face of headings
	label     layout.Style                // a table's name
	head      layout.Style                // a table's header
	cell      layout.Style
	padding   float64
	hang      bool // numbered paragraphs hang from their numbers
	lists     bool // attendees are lists after the text, not a table
	newPage   bool // each table starts a page
	letterTop bool // room for the head of an official document, and its signature
}

const millimetre = 72 / 25.4

func (p Profile) design() (design, bool) {
	switch p {
	case Plain, "plain":
		return plain(), true
	case GB9704:
		return gb9704(), true
	case TW:
		return tw(), true
	}
	return design{}, false
}

// plain is for reading and printing at any desk.
func plain() design {
	return design{
		page: layout.Options{
			Folio: layout.Folio{Text: dashed, Style: layout.Style{Size: 10.5}, Below: 30},
		},
		style:   plainStyle,
		heading: headingRole,
		label: layout.Style{
			Role: layout.Hei, Size: 14, Leading: 26, Before: 16, After: 4, Align: layout.Center, KeepWithNext: true,
		},
		head:    layout.Style{Role: layout.Hei, Size: 9, Leading: 13.5, Align: layout.Center},
		cell:    layout.Style{Size: 9, Leading: 13.5},
		padding: 3,
	}
}

func plainStyle(kind formats.ParagraphKind, level int) layout.Style {
	s := layout.Style{Size: 12, Leading: 21, Indent: 2}
	switch kind {
	case formats.TitleParagraph:
		return layout.Style{Size: 20, Leading: 30, Align: layout.Balance, After: 10, KeepWithNext: true}
	case formats.MetaParagraph:
		return layout.Style{Role: layout.Kai, Size: 10.5, Leading: 17, Align: layout.Balance, After: 6}
	case formats.HeadingParagraph:
		s.Role, s.KeepWithNext = headingRole(level), true
		if level <= 1 {
			s.Size, s.Leading, s.Before, s.After = 13, 23, 4, 2
		}
	case formats.TableParagraph:
		return layout.Style{Size: 10.5, Leading: 17, Align: layout.Start}
	case formats.SignatureParagraph:
		s.Indent, s.Right, s.Align = 0, 2, layout.End
	}
	return s
}

func headingRole(level int) layout.Role {
	if level == 2 {
		return layout.Kai
	}
	return layout.Hei
}

func dashed(page, _ int) string { return "— " + itoa(page) + " —" }

// gb9704 is the geometry of GB/T 9704-2012: a type area of 156 by 225 mm with
// 22 lines of 28 characters. Characters of 16 points stand a little closer
// than their size, or 28 would not fit.
func gb9704() design {
	const pitch = 156 * millimetre / 28 / 16
	const line = 225 * millimetre / 22
	body := layout.Style{Role: layout.FangSong, Size: 16, Leading: line, Pitch: pitch, Indent: 2}
	return design{
		page: layout.Options{
			Width: 210 * millimetre, Height: 297 * millimetre,
			Top: 37 * millimetre, Bottom: 35 * millimetre, Left: 28 * millimetre, Right: 26 * millimetre,
			Grid: line,
			// The dashes, in the middle of the digits' height, are 7 mm below.
			Folio: layout.Folio{Text: dashed, Style: layout.Style{Size: 14}, Below: 7*millimetre + 0.38*14, Outer: true},
		},
		style: func(kind formats.ParagraphKind, level int) layout.Style {
			s := body
			switch kind {
			case formats.TitleParagraph:
				return layout.Style{Role: layout.BiaoSong, Size: 22, Leading: 1.25 * line, Align: layout.Balance, After: line / 2, KeepWithNext: true}
			case formats.MetaParagraph:
				s.Role, s.Align, s.Indent = layout.Kai, layout.Balance, 0
			case formats.HeadingParagraph:
				s.Role, s.KeepWithNext = officialRole(level), true
			case formats.TableParagraph:
				s.Indent, s.Align = 0, layout.Start
			case formats.SignatureParagraph:
				s.Indent, s.Right, s.Align = 0, 2, layout.End
			}
			return s
		},
		heading: officialRole,
		label:   layout.Style{Role: layout.Hei, Size: 16, Leading: line, Align: layout.Center, After: 4, KeepWithNext: true},
		head:    layout.Style{Role: layout.Hei, Size: 10.5, Leading: 16, Align: layout.Center},
		cell:    layout.Style{Role: layout.FangSong, Size: 10.5, Leading: 16},
		padding: 3,
		lists:   true, newPage: true, letterTop: true,
	}
}

func officialRole(level int) layout.Role {
	switch level {
	case 1:
		return layout.Hei
	case 2:
		return layout.Kai
	}
	return layout.FangSong
}

// tw follows the habits of Taiwan's official documents: brush script of 16
// points on 22, numbered paragraphs hanging from their numbers.
func tw() design {
	body := layout.Style{Role: layout.Kai, Size: 16, Leading: 22, Indent: 2}
	return design{
		page: layout.Options{
			Width: 210 * millimetre, Height: 297 * millimetre,
			Top: 25 * millimetre, Bottom: 25 * millimetre, Left: 25 * millimetre, Right: 25 * millimetre,
			Folio: layout.Folio{Text: ofTotal, Style: layout.Style{Role: layout.Kai, Size: 12}, Below: 32},
		},
		style: func(kind formats.ParagraphKind, _ int) layout.Style {
			s := body
			switch kind {
			case formats.TitleParagraph:
				return layout.Style{Role: layout.Kai, Size: 20, Leading: 28, Align: layout.Balance, After: 8, KeepWithNext: true}
			case formats.MetaParagraph:
				s.Size, s.Leading, s.Indent, s.Align, s.After = 12, 18, 0, layout.End, 6
			case formats.HeadingParagraph:
				s.KeepWithNext = true
			case formats.TableParagraph:
				s.Indent, s.Align = 0, layout.Start
			case formats.SignatureParagraph:
				s.Indent, s.Align = 0, layout.End
			}
			return s
		},
		heading: func(int) layout.Role { return layout.Kai },
		label:   layout.Style{Role: layout.Kai, Size: 16, Leading: 26, Before: 14, After: 4, Align: layout.Center, KeepWithNext: true},
		head:    layout.Style{Role: layout.Kai, Size: 12, Leading: 16, Align: layout.Center},
		cell:    layout.Style{Role: layout.Kai, Size: 12, Leading: 16},
		padding: 3,
		hang:    true,
	}
}

func ofTotal(page, pages int) string {
	return "第 " + itoa(page) + " 頁，共 " + itoa(pages) + " 頁"
}

// marker is the number that a paragraph starts with and its level: 一、 is of
// the first, （一） of the second, 1. of the third, （1） of the fourth. Level 0
// is no number.
func marker(text string) (size, level int) {
	open := strings.HasPrefix(text, "（") || strings.HasPrefix(text, "(")
	at := 0
	if open {
		_, at = utf8.DecodeRuneInString(text)
	}
	digits := strings.TrimLeft(text[at:], "0123456789")
	hans := strings.TrimLeft(text[at:], "一二三四五六七八九十")
	rest, kind := digits, 3
	if len(hans) < len(digits) {
		rest, kind = hans, 1
	}
	number := len(text) - at - len(rest)
	r, n := utf8.DecodeRuneInString(rest)
	switch {
	case number == 0 || number > 12:
		return 0, 0
	case open && (r == '）' || r == ')'):
		return at + number + n, kind + 1
	case !open && kind == 1 && r == '、', !open && kind == 3 && (r == '．' || r == '、' || r == '.' && !startsWithDigit(rest[n:])):
		return number + n, kind
	}
	return 0, 0
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// opening is the end of the short first sentence of a paragraph that starts
// with a number, which is set as a heading is.
func opening(text string) int {
	const most = 40 // characters
	for i, r := range text {
		switch {
		case r == '。' && i+len("。") < len(text) && utf8.RuneCountInString(text[:i]) <= most:
			return i + len("。")
		case r == '。' || r == '\n':
			return 0
		}
	}
	return 0
}
