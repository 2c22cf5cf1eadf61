package text

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error says why bytes are no text and what to do next.
type Error struct {
	English, Hans, Hant string // the same message for three readers
}

// Error returns the message in English.
func (e *Error) Error() string { return e.English }

// In returns the message in a language (BCP 47): zh-Hans, zh-Hant, else English.
func (e *Error) In(language string) string {
	switch language {
	case "zh-Hans":
		return e.Hans
	case "zh-Hant":
		return e.Hant
	}
	return e.English
}

// magic is a kind of file that is no plain text, by how it begins.
type magic struct {
	begins, holds string // holds: what tells this kind from others that begin alike
	name          Error
	next          Error
}

func magics() []magic {
	saveAs := Error{"save it as plain text (UTF-8) and convert that", "请另存为纯文本（UTF-8）后再转换", "請另存為純文字（UTF-8）後再轉換"}
	recognise := Error{"recognise its characters first and convert the text", "请先做文字识别，再转换所得文本", "請先做文字辨識，再轉換所得文字"}
	unpack := Error{"unpack it and convert the files in it", "请先解压，再转换其中的文件", "請先解壓縮，再轉換其中的檔案"}
	image := Error{"an image", "图片", "圖片"}
	archive := Error{"an archive", "压缩包", "壓縮檔"}
	return []magic{
		{begins: "\x89PNG\r\n\x1a\n", name: Error{"a PNG image", "PNG 图片", "PNG 圖片"}, next: recognise},
		{begins: "\xFF\xD8\xFF", name: Error{"a JPEG image", "JPEG 图片", "JPEG 圖片"}, next: recognise},
		{begins: "GIF8", name: image, next: recognise},
		{begins: "II*\x00", name: image, next: recognise},
		{begins: "MM\x00*", name: image, next: recognise},
		{begins: "RIFF", holds: "WEBPVP8", name: image, next: recognise},
		{begins: "%PDF-", name: Error{"a PDF document", "PDF 文件", "PDF 檔案"}, next: saveAs},
		{begins: "PK\x03\x04", holds: "word/", name: Error{"a Word document (.docx)", "Word 文档（.docx）", "Word 文件（.docx）"}, next: saveAs},
		{begins: "PK\x03\x04", holds: "xl/", name: Error{"an Excel workbook (.xlsx)", "Excel 工作簿（.xlsx）", "Excel 活頁簿（.xlsx）"}, next: saveAs},
		{begins: "PK\x03\x04", holds: "OFD.xml", name: Error{"an OFD document", "OFD 文件", "OFD 檔案"}, next: saveAs},
		{begins: "PK\x03\x04", name: archive, next: unpack},
		{begins: "\x1F\x8B", name: archive, next: unpack},
		{begins: "7z\xBC\xAF\x27\x1C", name: archive, next: unpack},
		{begins: "Rar!\x1A\x07", name: archive, next: unpack},
		{begins: "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", name: Error{"an old Office document (.doc, .xls or .wps)", "旧版 Office 文档（.doc、.xls 或 .wps）", "舊版 Office 文件（.doc、.xls 或 .wps）"}, next: saveAs},
		{begins: "{\\rtf", name: Error{"an RTF document", "RTF 文档", "RTF 文件"}, next: saveAs},
	}
}

// checkMagic returns an error if src begins like a file that is no text.
func checkMagic(src []byte) error {
	for _, m := range magics() {
		if bytes.HasPrefix(src, []byte(m.begins)) && bytes.Contains(src, []byte(m.holds)) {
			return noText(m.name, m.next)
		}
	}
	return nil
}

// checkText returns an error if the decoded source is empty or no text.
func checkText(source string) error {
	if strings.TrimLeftFunc(source, blank) == "" {
		return &Error{
			"it is empty: check that the file was saved, then convert it again",
			"内容为空：请确认文件已保存，再转换",
			"內容為空：請確認檔案已儲存，再轉換",
		}
	}
	all, missing := utf8.RuneCountInString(source), strings.Count(source, "\uFFFD")
	if strings.IndexByte(source, 0) >= 0 || controls(source) > all/10 || missing > all/4 {
		return binaryData()
	}
	return nil
}

func binaryData() error {
	return noText(
		Error{"binary data or an unknown encoding", "二进制数据或未知编码", "二進位資料或未知編碼"},
		Error{"give the document as plain text, or name its encoding (--encoding)", "请提供纯文本，或指明编码（--encoding）", "請提供純文字，或指明編碼（--encoding）"})
}

func noText(name, next Error) error {
	return &Error{
		fmt.Sprintf("it looks like %s, not plain text: %s", name.English, next.English),
		fmt.Sprintf("看来是%s，不是纯文本：%s", name.Hans, next.Hans),
		fmt.Sprintf("看來是%s，不是純文字：%s", name.Hant, next.Hant),
	}
}

func unknownEncoding(name string) error {
	known := strings.Join(Encodings(), ", ")
	return &Error{
		fmt.Sprintf("unknown encoding %q: use one of %s", name, known),
		fmt.Sprintf("未知的编码 %q：请用 %s 之一", name, known),
		fmt.Sprintf("未知的編碼 %q：請用 %s 之一", name, known),
	}
}
