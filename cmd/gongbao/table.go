package main

import (
	"io"
	"os"
	"slices"
	"strings"

	"gongbao/formats"
	"gongbao/formats/all"
	"gongbao/formats/csv"
	"gongbao/formats/pdf"
	"gongbao/formats/text"
	"gongbao/formats/xlsx"
)

// table is the table of formats with the options of the flags.
func (c *console) table(o *options) ([]formats.Format, error) {
	chosen, err := c.formatOptions(o)
	return append(all.Formats(chosen), all.Tables(chosen)...), err
}

// formatOptions are the options of the formats that the flags name.
func (c *console) formatOptions(o *options) (all.Options, error) {
	for _, check := range []struct{ flag, value, choices string }{
		{"--offset-unit", o.offsetUnit, "codepoint, utf16, byte"},
		{"--csv-encoding", o.csvEncoding, "utf-8, gb18030, big5"},
		{"--pdf-profile", o.pdfProfile, strings.Join(pdf.Profiles(), ", ")},
		{"--pdf-tables", o.pdfTables, "none, attendees, priorities, all"},
		{"--pdf-text", o.pdfText, "yes, no"},
	} {
		if check.value != "" && !slices.Contains(strings.Split(check.choices, ", "), check.value) {
			return all.Options{}, badChoice.with(check.flag, check.value, check.choices)
		}
	}
	if err := o.checkEncoding(); err != nil {
		return all.Options{}, err
	}
	sheets, ok := languageOf(o.sheetLang)
	if !ok && o.sheetLang != "" {
		return all.Options{}, badLanguage.with("--sheet-lang", o.sheetLang)
	}
	workbook, err := c.workbookOptions(o, sheets)
	if err != nil {
		return all.Options{}, err
	}
	paper, err := c.paperOptions(o)
	return all.Options{
		Text: text.Options{Encoding: o.encoding},
		JSON: formats.Encoder{Unit: formats.OffsetUnit(o.offsetUnit)},
		XLSX: workbook,
		PDF:  paper,
		CSV:  csv.Options{SheetLanguage: sheets, Encoding: csv.Encoding(o.csvEncoding)},
	}, err
}

func (o *options) checkEncoding() error {
	if _, ok := text.Canonical(o.encoding); !ok && o.encoding != "" {
		return badChoice.with("--encoding", o.encoding, strings.Join(text.Encodings(), ", "))
	}
	return nil
}

// workbookOptions reads the template, and tries it.
func (c *console) workbookOptions(o *options, language string) (xlsx.Options, error) {
	chosen := xlsx.Options{SheetLanguage: language, SignIn: o.signIn}
	if o.template == "" {
		return chosen, nil
	}
	var err error
	if chosen.Template, err = os.ReadFile(o.template); err != nil {
		return chosen, badFile.with("--template", o.template, c.reason(err))
	}
	if _, err := xlsx.Write(io.Discard, &formats.Bulletin{}, chosen); err != nil {
		return chosen, badFile.with("--template", o.template, err)
	}
	return chosen, nil
}

// paperOptions are the options of PDF.
func (c *console) paperOptions(o *options) (pdf.Options, error) {
	chosen := pdf.Options{Profile: pdf.Profile(o.pdfProfile), Tables: pdf.Tables(o.pdfTables), NoText: o.pdfText == "no", Head: o.head}
	if o.pdfProfile == "plain" {
		chosen.Profile = pdf.Plain
	}
	if o.pdfTables == "all" {
		chosen.Tables = pdf.AllTables
	}
	switch {
	case chosen.NoText && chosen.Tables == pdf.NoTables:
		return chosen, nothingToPrint.with()
	case o.head != (pdf.Head{}) && chosen.Profile != pdf.GB9704:
		return chosen, needsOfficial.with()
	case (o.head.Number != "" || o.head.Signer != "") && o.head.Organ == "":
		return chosen, needsOrgan.with()
	}
	var err error
	chosen.Fonts, err = c.fonts(o)
	return chosen, err
}

// formats is the formats to write; csv stands for one file for each table.
func (o *options) formats(table []formats.Format) ([]formats.Format, error) {
	list := o.to
	if list == "" {
		list = "json,xlsx,pdf"
	}
	var to []formats.Format
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		found := false
		for _, f := range table {
			if f.Write == nil || f.Name != name && !(name == "csv" && strings.HasPrefix(f.Name, "csv-")) {
				continue
			}
			found = true
			if !slices.ContainsFunc(to, func(have formats.Format) bool { return have.Name == f.Name }) {
				to = append(to, f)
			}
		}
		if !found {
			return nil, badChoice.with("--to", name, strings.Join(writable(table), ", "))
		}
	}
	return to, nil
}

// writable lists what can be written.
func writable(table []formats.Format) []string {
	var names []string
	for _, f := range table {
		if f.Write == nil {
			continue
		}
		if strings.HasPrefix(f.Name, "csv-") && !slices.Contains(names, "csv") {
			names = append(names, "csv")
		}
		names = append(names, f.Name)
	}
	return names
}

// readable lists the extensions of the files that are taken from folders.
func readable() string {
	var exts []string
	for _, f := range all.Formats(all.Options{}) {
		if f.Read != nil {
			exts = append(exts, f.Exts...)
		}
	}
	return strings.Join(exts, ", ")
}
