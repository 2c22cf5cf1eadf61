package all

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"gongbao/formats"
)

// TestTable holds what the rest of the program takes for granted of each row.
func TestTable(t *testing.T) {
	b := &formats.Bulletin{Language: "zh-Hans", Text: formats.Text{
		Name: "a.txt", MediaType: "text/plain", Encoding: "utf-8", Source: "公报",
		Paragraphs: []formats.Paragraph{{Kind: formats.BodyParagraph, Text: "公报", Span: formats.Span{Start: 0, End: 6}}},
	}}
	seen := map[string]bool{}
	written := map[string][]byte{}
	table := append(Formats(Options{}), Tables(Options{})...)
	for _, f := range table {
		for _, key := range append([]string{f.Name}, f.Exts...) {
			if key == "" || key != strings.ToLower(key) || seen[key] {
				t.Errorf("%s: %q is empty, in capitals, or taken", f.Name, key)
			}
			seen[key] = true
		}
		if f.MediaType == "" || len(f.Exts) == 0 || !strings.HasPrefix(f.Exts[0], ".") {
			t.Errorf("%s: media type %q, extensions %q", f.Name, f.MediaType, f.Exts)
		}
		var out bytes.Buffer
		if _, err := f.Write(&out, b); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		written[f.Name] = out.Bytes()
	}
	for _, f := range table {
		for name, src := range written {
			if f.Own != nil && f.Own(src) != (name == f.Name) {
				t.Errorf("%s says of what %s wrote: own is %v", f.Name, name, f.Own(src))
			}
		}
	}
}

func ExampleFormats() {
	for _, f := range Formats(Options{}) {
		fmt.Println(f.Name, f.Exts[0], f.Read != nil, f.Write != nil)
	}
	// Output:
	// json .json false true
	// xlsx .xlsx false true
	// pdf .pdf false true
	// txt .txt true true
}

func ExampleTables() {
	for _, f := range Tables(Options{})[:3] {
		fmt.Println(f.Name, f.Exts[0])
	}
	// Output:
	// csv-meeting .meeting.csv
	// csv-attendees .attendees.csv
	// csv-priorities .priorities.csv
}
