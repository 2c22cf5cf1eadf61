// Package xlsx writes a bulletin's tables as a workbook that an office can use as it is, and reads back what the office corrected.
package xlsx

import (
	"io"

	"gongbao/formats"
	"gongbao/formats/table"
)

// Options say how a workbook is written. The zero value is the house format
// in the bulletin's own language.
type Options struct {
	// SheetLanguage is the language (BCP 47: zh-Hans…, zh-Hant…, en) of
	// sheet names, headers and fixed words; empty means the bulletin's own.
	SheetLanguage string

	// Template is a workbook (.xlsx) of the house. The header row of each of
	// its sheets names our columns, or the house's words for them, in the
	// house's order; a blank row below gives the format of the body. Styles,
	// pictures and print setup stay. {会议名称}, {会议日期} and {标题} above a
	// header are filled in. Nil means our own format.
	Template []byte

	// SignIn gives the attendees room for a telephone number and a signature
	// in place of evidence and confidence.
	SignIn bool
}

// mediaType is the registered type of workbooks.
const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Format is the row of the table of formats for workbooks written with o.
func Format(o Options) formats.Format {
	return formats.Format{
		Name:      "xlsx",
		MediaType: mediaType,
		Exts:      []string{".xlsx"},
		Own:       own,
		Load:      Load,
		Write: func(w io.Writer, b *formats.Bulletin) ([]formats.Note, error) {
			return Write(w, b, o)
		},
	}
}

// Write writes b as a workbook: one sheet a table, each cell of evidence
// linked to its paragraph on the last. No text of b becomes a formula, a link
// or a name. Equal input gives equal bytes. The notes say where a text was
// too long for one cell and stands in several, which stated totals do not
// add up, and which columns of a template stay empty. Errors are those of w,
// and of a template that cannot be filled in.
func Write(w io.Writer, b *formats.Bulletin, o Options) ([]formats.Note, error) {
	language := o.SheetLanguage
	if language == "" {
		language = b.Language
	}
	if o.Template != nil {
		return writeTemplate(w, b, language, o)
	}
	record, err := record(b)
	if err != nil {
		return nil, err
	}
	sheets, notes := bulletinSheets(b, language, o.SignIn)
	k := book{
		record:      record,
		title:       headline(b),
		language:    language,
		traditional: formats.Traditional(b.Language),
		sheets:      sheets,
	}
	return notes, k.write(w)
}

// bulletinSheets lays the tables of b on sheets.
func bulletinSheets(b *formats.Bulletin, language string, signIn bool) ([]*sheet, []formats.Note) {
	tables := table.All(b, language)
	if signIn {
		for i := range tables {
			if tables[i].Key == "attendees" {
				tables[i] = table.SignIn(b, language)
			}
		}
	}
	place := newPlaces(b, tables[len(tables)-1], language)
	sheets := make([]*sheet, len(tables))
	notes := table.Totals(b)
	for i, t := range tables {
		title := t.Label
		if h := headline(b); h != "" {
			title = h + "　" + t.Label
		}
		sheets[i] = newSheet(place.addTo(t), title, language)
		sheets[i].target = place.cell
		notes = append(notes, overlong(t, b.Language)...)
	}
	return sheets, notes
}

// headline names the bulletin above its tables: its one meeting, or its
// title.
func headline(b *formats.Bulletin) string {
	switch {
	case len(b.Meetings) == 1 && b.Meetings[0].Name.Text != "":
		return b.Meetings[0].Name.Text
	case b.Title != nil:
		return b.Title.Text
	}
	return b.Text.Name
}
