// Package csv writes each of a bulletin's tables as comma-separated values that spreadsheet programs read as text.
package csv

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gongbao/formats"
	"gongbao/formats/table"
)

// Options say how a table is written. The zero value is UTF-8 with a byte
// order mark, by which Excel knows it, in the bulletin's own language.
type Options struct {
	SheetLanguage string   // BCP 47 language of the header; empty means the bulletin's own
	Encoding      Encoding // UTF8 if empty
	NoBOM         bool     // no byte order mark before UTF-8
}

// Formats returns a row of the table of formats for each table of a
// bulletin. Its name is "csv-" and the table's key; its extension begins
// with the key, so that the tables of one bulletin stand side by side.
func Formats(o Options) []formats.Format {
	var rows []formats.Format
	for _, key := range table.Keys() {
		rows = append(rows, formats.Format{
			Name:      "csv-" + key,
			MediaType: "text/csv",
			Exts:      []string{"." + key + ".csv"},
			Own:       func(src []byte) bool { return own(src, key) },
			Write: func(w io.Writer, b *formats.Bulletin) ([]formats.Note, error) {
				return Write(w, b, key, o)
			},
		})
	}
	return rows
}

// Write writes the table of b that has a key (such as "attendees"; see
// package table). Records end in CR LF. A text that a spreadsheet program
// would run as a formula is preceded by an apostrophe. The notes say which
// characters could not be written. It is an error if there is no such table
// or the encoding is unknown; other errors are those of w.
func Write(w io.Writer, b *formats.Bulletin, key string, o Options) ([]formats.Note, error) {
	encode, err := encoder(o.Encoding)
	if err != nil {
		return nil, err
	}
	language := o.SheetLanguage
	if language == "" {
		language = b.Language
	}
	t, ok := table.Of(b, key, language)
	if !ok {
		return nil, fmt.Errorf("there is no table %q: use one of %s", key, strings.Join(table.Keys(), ", "))
	}
	var out bytes.Buffer
	if !o.NoBOM && (o.Encoding == "" || o.Encoding == UTF8) {
		out.WriteString("\ufeff")
	}
	var lost losses
	for _, record := range records(t) {
		for i, field := range record {
			if i > 0 {
				out.WriteByte(',')
			}
			out.Write(encode(quoted(field), &lost))
		}
		out.WriteString("\r\n")
	}
	_, err = w.Write(out.Bytes())
	return lost.notes(b.Language, t.Label), err
}

// records are the header and the rows of a table as fields.
func records(t table.Table) [][]string {
	all := make([][]string, 0, len(t.Rows)+1)
	header := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		header[i] = c.Label
	}
	all = append(all, header)
	for _, row := range t.Rows {
		record := make([]string, len(row))
		for i, c := range row {
			record[i] = field(c)
		}
		all = append(all, record)
	}
	return all
}

// field is what stands for a cell: a number and a day in the form that every
// spreadsheet program reads, else the guarded text.
func field(c table.Cell) string {
	switch {
	case c.Date != "":
		return c.Date
	case c.Number != nil:
		return c.Text
	}
	return guarded(c.Text)
}

// guard keeps a spreadsheet program from reading a field as a formula.
const guard = "'"

// guarded puts the guard before a text that could run, and before one that
// begins with a guard, so that taking one guard away gives the text back.
func guarded(s string) string {
	bare := strings.TrimLeft(s, " \u00a0\u3000\u200b\u2060\ufeff")
	first, _ := utf8.DecodeRuneInString(bare)
	if bare != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠"+guard, first) {
		return guard + s
	}
	return s
}

// quoted writes a field in quotes if it needs them.
func quoted(s string) string {
	if strings.ContainsAny(s, ",\"\r\n") || s != strings.TrimSpace(s) {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// own reports whether src begins with the header of the table that has a
// key, in any language and encoding that Write knows.
func own(src []byte, key string) bool {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	for _, language := range []string{"zh-Hans", "zh-Hant", "en"} {
		t, _ := table.Of(&formats.Bulletin{}, key, language)
		fields := records(t)[0]
		for i := range fields {
			fields[i] = quoted(fields[i])
		}
		header := strings.Join(fields, ",") + "\r\n"
		for _, encoding := range []Encoding{UTF8, GB18030, Big5} {
			encode, err := encoder(encoding)
			if err == nil && bytes.HasPrefix(src, encode(header, &losses{})) {
				return true
			}
		}
	}
	return false
}
