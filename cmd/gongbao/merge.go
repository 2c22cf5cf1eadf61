package main

import (
	"io"
	"iter"
	"path/filepath"
	"strings"

	"gongbao/convert/batch"
	"gongbao/formats"
	"gongbao/formats/xlsx"
)

// merged is the workbook over all inputs that the flags ask for; nil for none.
func merged(o *options, table []formats.Format) (*batch.Merged, error) {
	if o.merge == "" {
		return nil, nil
	}
	if strings.ToLower(filepath.Ext(o.merge)) != ".xlsx" {
		return nil, notWorkbook.with(o.merge)
	}
	m := &batch.Merged{Path: o.merge}
	for _, f := range table {
		if f.Name == "xlsx" {
			m.Own = f.Own
		}
	}
	language, _ := languageOf(o.sheetLang)
	m.Write = func(w io.Writer, results iter.Seq[batch.Result]) ([]formats.Note, error) {
		return xlsx.Merge(w, func(yield func(xlsx.Source) bool) {
			for r := range results {
				if !yield(xlsx.Source{Bulletin: r.Bulletin, File: link(o.merge, r.Outputs)}) {
					return
				}
			}
		}, xlsx.Options{SheetLanguage: language})
	}
	return m, nil
}

// link is the way from a workbook to one of the outputs of an input: its own
// workbook, else the first one.
func link(from string, outputs []string) string {
	if len(outputs) == 0 {
		return ""
	}
	to := outputs[0]
	for _, path := range outputs {
		if strings.HasSuffix(path, ".xlsx") {
			to = path
			break
		}
	}
	dir, err := filepath.Abs(filepath.Dir(from))
	if err != nil {
		return ""
	}
	if to, err = filepath.Abs(to); err != nil {
		return ""
	}
	way, err := filepath.Rel(dir, to)
	if err != nil { // such as on another drive of Windows
		return ""
	}
	return filepath.ToSlash(way)
}
