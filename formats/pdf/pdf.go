// Package pdf typesets a bulletin as a PDF: its text, then the tables of attendees and priorities.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gongbao/fonts"
	"gongbao/formats"
	"gongbao/formats/layout"
)

// Options choose how a bulletin is typeset. The zero value is the plain
// profile with all tables.
type Options struct {
	Profile Profile
	Tables  Tables
	NoText  bool // no title, meta line and body
	NoData  bool // the bulletin's JSON is not attached
	Level   layout.Level
	Fonts   []Font // faces to use instead of the embedded ones
	Head    Head   // of an official document, in the profile GB9704
}

// Head is what an official document states above and below its text. What is
// blank is left out.
type Head struct {
	Organ   string // 发文机关标志, in red
	Number  string // 发文字号
	Signer  string // 签发人
	Copies  string // 抄送
	Printer string // 印发机关
	Printed string // 印发日期
}

// Font is a face for a role. A character that it lacks is drawn by an embedded
// face.
type Font struct {
	Role layout.Role
	Face *fonts.Face
}

// Tables says which tables follow the text.
type Tables string

// The choices of tables.
const (
	AllTables  Tables = ""
	Attendees  Tables = "attendees"
	Priorities Tables = "priorities"
	NoTables   Tables = "none"
)

// MaxText is the longest text that Write takes, in bytes: about 4,000 pages.
const MaxText = 8 << 20

// ErrNothing is the error for options that leave nothing to print.
var ErrNothing = errors.New("neither text nor tables to print: allow one of them")

// Write typesets a bulletin. The notes name the characters that no face has;
// they are drawn as 〓 and can still be searched and copied. Equal bulletins
// give equal bytes.
func Write(w io.Writer, b *formats.Bulletin, o Options) ([]formats.Note, error) {
	if n := textSize(b); n > MaxText {
		return nil, fmt.Errorf("the text has %d bytes, a PDF takes at most %d: split the document", n, MaxText)
	}
	if o.NoText && o.Tables == NoTables {
		return nil, ErrNothing
	}
	look, ok := o.Profile.design()
	if !ok {
		return nil, fmt.Errorf("no PDF profile is called %q: use one of %s", o.Profile, strings.Join(Profiles(), ", "))
	}
	cast := newCast(b.Language, o.Fonts)
	d := compose(b, o, look, cast)
	pages := layout.Pages(d.blocks, cast, d.page)
	drawn, err := draw(pages, d, cast)
	if err != nil {
		return nil, err
	}
	out, err := finish(drawn, pages, d, cast)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(out)
	return append(cast.substitutions(b, pages), cast.notes(b)...), err
}

func textSize(b *formats.Bulletin) int {
	n := 0
	for _, p := range b.Text.Paragraphs {
		n += len(p.Text)
	}
	return n
}

// Format is the PDF row of the table of formats, with options set.
func Format(o Options) formats.Format {
	return formats.Format{
		Name:      "pdf",
		MediaType: "application/pdf",
		Exts:      []string{".pdf"},
		Own:       own,
		Load:      load,
		Write: func(w io.Writer, b *formats.Bulletin) ([]formats.Note, error) {
			return Write(w, b, o)
		},
	}
}

// own recognises what Write makes by the producer in its metadata, which is
// never compressed.
func own(src []byte) bool {
	return bytes.HasPrefix(src, []byte("%PDF-")) && bytes.Contains(src, []byte(ownMark))
}

// ownMark stands in the metadata of every PDF that Write makes.
const ownMark = "<pdf:Producer>gongbao "
