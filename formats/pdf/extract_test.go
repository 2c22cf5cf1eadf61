package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// extract reads the text of one of our PDFs back by its character maps, line
// after line without line ends. It fails where a glyph is no character or the
// blank glyph 0 is drawn.
func extract(t *testing.T, out []byte) string {
	t.Helper()
	f := objects(t, out)
	maps := map[string]map[string]string{}
	for _, m := range regexp.MustCompile(`/(F\d+) (\d+) 0 R`).FindAllSubmatch(f[2], -1) {
		font := f[number(m[2])]
		unicode := regexp.MustCompile(`/ToUnicode (\d+)`).FindSubmatch(font)
		maps[string(m[1])] = characters(t, content(t, f[number(unicode[1])]))
	}
	var text strings.Builder
	for _, page := range pageOrder(f) {
		extractPage(t, content(t, f[page]), maps, &text)
	}
	return text.String()
}

func number(b []byte) int {
	n, _ := strconv.Atoi(string(b))
	return n
}

func objects(t *testing.T, out []byte) map[int][]byte {
	t.Helper()
	f := map[int][]byte{}
	for _, m := range regexp.MustCompile(`(?s)(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj`).FindAllSubmatch(out, -1) {
		f[number(m[1])] = m[2]
	}
	for _, body := range f {
		if m := regexp.MustCompile(`^<<.*/Type/ObjStm/N (\d+)/First (\d+)`).FindSubmatch(body); m != nil {
			unpackObjects(content(t, body), number(m[1]), number(m[2]), f)
		}
	}
	if len(f) == 0 {
		t.Fatal("no objects")
	}
	return f
}

func unpackObjects(data []byte, count, first int, f map[int][]byte) {
	fields := bytes.Fields(data[:first])
	for i := range count {
		end := len(data) - first
		if i+1 < count {
			end = number(fields[2*i+3])
		}
		f[number(fields[2*i])] = bytes.TrimSpace(data[first+number(fields[2*i+1]) : first+end])
	}
}

func pageOrder(f map[int][]byte) []int {
	var pages []int
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindSubmatch(f[1])
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllSubmatch(kids[1], -1) {
		c := regexp.MustCompile(`/Contents (\d+)`).FindSubmatch(f[number(m[1])])
		pages = append(pages, number(c[1]))
	}
	return pages
}

func content(t *testing.T, object []byte) []byte {
	t.Helper()
	head, data, ok := bytes.Cut(object, []byte("stream\n"))
	if !ok {
		t.Fatalf("no stream: %.80q", object)
	}
	data = bytes.TrimSuffix(data, []byte("\nendstream"))
	if !bytes.Contains(head, []byte("FlateDecode")) {
		return data
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	data, err = io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func characters(t *testing.T, cmap []byte) map[string]string {
	t.Helper()
	m := map[string]string{}
	for _, e := range regexp.MustCompile(`<([0-9A-F]{4})><([0-9A-F]+)>\n`).FindAllSubmatch(cmap, -1) {
		var units []uint16
		for i := 0; i+4 <= len(e[2]); i += 4 {
			u, _ := strconv.ParseUint(string(e[2][i:i+4]), 16, 16)
			units = append(units, uint16(u))
		}
		m[strings.ToLower(string(e[1]))] = string(utf16.Decode(units))
	}
	return m
}

func extractPage(t *testing.T, page []byte, maps map[string]map[string]string, text *strings.Builder) {
	t.Helper()
	font := ""
	for _, m := range regexp.MustCompile(`/(F\d+) |<([0-9a-f]*)>`).FindAllSubmatch(page, -1) {
		if len(m[1]) > 0 {
			font = string(m[1])
			continue
		}
		for hex := string(m[2]); len(hex) >= 4; hex = hex[4:] {
			c, ok := maps[font][hex[:4]]
			if !ok || hex[:4] == "0000" {
				t.Errorf("glyph %s of %s stands for nothing", hex[:4], font)
			}
			text.WriteString(c)
		}
	}
}
