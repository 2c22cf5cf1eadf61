// Package all is the table of every format.
package all

import (
	"gongbao/formats"
	"gongbao/formats/csv"
	"gongbao/formats/pdf"
	"gongbao/formats/text"
	"gongbao/formats/xlsx"
)

// Options holds the options of the formats that have some. The zero value is
// the default of each.
type Options struct {
	Text text.Options
	JSON formats.Encoder
	XLSX xlsx.Options
	PDF  pdf.Options
	CSV  csv.Options
}

// Formats returns the table: one row for each format, the most used first.
func Formats(o Options) []formats.Format {
	return []formats.Format{
		formats.JSON(o.JSON),
		xlsx.Format(o.XLSX),
		pdf.Format(o.PDF),
		text.Format(o.Text),
	}
}

// Tables returns the rows of the formats that hold one table of a bulletin
// each, in the order of the workbook's sheets.
func Tables(o Options) []formats.Format { return csv.Formats(o.CSV) }
