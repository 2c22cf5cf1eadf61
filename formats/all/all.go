// Package all is the table of every format.
package all

import (
	"gongbao/formats"
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
