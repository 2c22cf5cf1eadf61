package pdf_test

import (
	"bytes"
	"fmt"

	"gongbao/formats"
	"gongbao/formats/pdf"
)

func Example() {
	b := &formats.Bulletin{Language: "zh-Hans", Title: &formats.Quote{Text: "会议公报"}}
	var out bytes.Buffer
	notes, err := pdf.Write(&out, b, pdf.Options{})
	fmt.Println(out.Len() > 0, notes, err)
	// Output: true [] <nil>
}
