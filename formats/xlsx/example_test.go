package xlsx_test

import (
	"bytes"
	"fmt"

	"gongbao/formats"
	"gongbao/formats/xlsx"
)

func ExampleWrite() {
	b := &formats.Bulletin{Language: "zh-Hans", Title: &formats.Quote{Text: "青禾区召开重点工作推进会议"}}
	var out bytes.Buffer
	notes, err := xlsx.Write(&out, b, xlsx.Options{SheetLanguage: "en"})
	fmt.Println(len(notes), err, xlsx.Format(xlsx.Options{}).Own(out.Bytes()))
	// Output: 0 <nil> true
}
