package csv_test

import (
	"fmt"
	"strings"

	"gongbao/formats"
	"gongbao/formats/csv"
)

func ExampleWrite() {
	b := &formats.Bulletin{Documents: []formats.Document{{Title: "《青禾区管理办法》", Status: "试行"}}}
	var out strings.Builder
	notes, err := csv.Write(&out, b, "documents", csv.Options{NoBOM: true})
	fmt.Print(len(notes), err, "\n", strings.ReplaceAll(out.String(), "\r", ""))
	// Output:
	// 0 <nil>
	// 序号,文件名称,文本状态,备注,原文依据
	// 1,《青禾区管理办法》,试行,,
}
