package pdf

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"gongbao/formats"
)

func find(t *testing.T, f map[int][]byte, pattern string) []byte {
	t.Helper()
	for n := range len(f) + 1 {
		if regexp.MustCompile(pattern).Match(f[n]) {
			return f[n]
		}
	}
	t.Fatalf("no object has %s", pattern)
	return nil
}

// TestArchiveRules holds the rules of PDF/A-3b that the file is built by, as
// far as they can be seen without a validator.
func TestArchiveRules(t *testing.T) {
	b := sample("zh-Hans")
	b.Text.Paragraphs[2].Text += "<&>"
	out, _ := write(t, b, Options{})
	f := objects(t, out)
	if !bytes.HasPrefix(out, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) {
		t.Error("no header with four high bytes")
	}
	if id := regexp.MustCompile(`/ID\[<([0-9a-f]{32})><([0-9a-f]{32})>\]`).FindSubmatch(out); id == nil || !bytes.Equal(id[1], id[2]) {
		t.Error("no identifier")
	}
	catalog := find(t, f, `/Type/Catalog`)
	for _, want := range []string{"/MarkInfo<</Marked true>>", "/StructTreeRoot", "/Lang(zh-Hans)", "/PageLabels", "/OutputIntents[", "/AF[", "/EmbeddedFiles", "/Outlines", "/Metadata"} {
		if !bytes.Contains(catalog, []byte(want)) {
			t.Errorf("the catalog lacks %s", want)
		}
	}
	if bytes.Contains(find(t, f, `/Subtype/XML`), []byte("/Filter")) {
		t.Error("the metadata is compressed")
	}
	packet := content(t, find(t, f, `/Subtype/XML`))
	for _, want := range []string{"<pdfaid:part>3<", "<pdfaid:conformance>B<", b.Title.Text, b.Issuer.Text} {
		if !bytes.Contains(packet, []byte(want)) {
			t.Errorf("the metadata lack %s", want)
		}
	}
	if err := xml.Unmarshal(packet, new(struct{})); err != nil {
		t.Error(err)
	}
	for n, body := range f {
		if bytes.Contains(body, []byte("/FontDescriptor ")) && !bytes.Contains(body, []byte("/CIDToGIDMap/Identity")) {
			t.Errorf("object %d: a font without its glyph map", n)
		}
		if bytes.Contains(body, []byte("/Type/FontDescriptor")) && !regexp.MustCompile(`/FontName/[A-Z]{6}\+Gongbao\w+/.*/FontFile2 \d+ 0 R`).Match(body) {
			t.Errorf("object %d: a font that is not embedded as a subset: %s", n, body)
		}
		for _, forbidden := range []string{"/JavaScript", "/Encrypt", "/SMask", "/Launch", "/LZWDecode", "/Group"} {
			if bytes.Contains(body, []byte(forbidden+" ")) && !bytes.Contains(body, []byte("stream")) {
				t.Errorf("object %d has %s", n, forbidden)
			}
		}
	}
	profile := content(t, find(t, f, `/N 3`))
	if string(profile[36:40]) != "acsp" || int(profile[2])<<8|int(profile[3]) != len(profile) {
		t.Error("the colour profile is no profile")
	}
}

func TestAttachment(t *testing.T) {
	b := sample("zh-Hans")
	out, _ := write(t, b, Options{})
	var want bytes.Buffer
	if err := formats.Encode(&want, b); err != nil {
		t.Fatal(err)
	}
	if got := content(t, find(t, objects(t, out), `/Type/EmbeddedFile/`)); !bytes.Equal(got, want.Bytes()) {
		t.Errorf("attached %.200s", got)
	}
	out, _ = write(t, b, Options{NoData: true})
	if bytes.Contains(find(t, objects(t, out), `/Type/Catalog`), []byte("/AF")) {
		t.Error("attached though not asked for")
	}
}

func TestLoad(t *testing.T) {
	f := Format(Options{})
	b := sample("zh-Hans")
	var want bytes.Buffer
	if err := formats.Encode(&want, b); err != nil {
		t.Fatal(err)
	}
	out, _ := write(t, b, Options{})
	back, err := f.Load(out)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := formats.Encode(&got, back); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("another bulletin comes back (%v)", err)
	}
	bare, _ := write(t, b, Options{NoData: true})
	for name, src := range map[string][]byte{"bare": bare, "other": []byte("%PDF-1.7 x"), "cut": out[:len(out)/2], "empty": nil} {
		if _, err := f.Load(src); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestStructure holds that every mark on every page has an element whose kind
// is that of its paragraph or cell, and that tables are regular.
func TestStructure(t *testing.T) {
	f := objects(t, func() []byte { out, _ := write(t, sample("zh-Hans"), Options{}); return out }())
	counts := map[string]int{}
	for _, body := range f {
		if m := regexp.MustCompile(`^<</S/(\w+)/P `).FindSubmatch(body); m != nil {
			counts[string(m[1])]++
		}
	}
	for role, want := range map[string]int{"Document": 1, "H1": 1, "H2": 3, "H3": 1, "P": 5, "Table": 2, "TH": 8, "TR": 45} {
		if counts[role] != want {
			t.Errorf("%d elements %s, want %d", counts[role], role, want)
		}
	}
	if rows := counts["TR"] - 2; counts["TD"] != 4*rows {
		t.Errorf("%d cells in %d rows", counts["TD"], rows)
	}
	root := find(t, f, `/Type/StructTreeRoot`)
	for page, n := range pageOrder(f) {
		marks := strings.Count(string(content(t, f[n])), "/MCID ")
		owners := regexp.MustCompile(`[\[\]]` + itoa(page) + `\[((?:\d+ 0 R )*)\]`).FindSubmatch(root)
		if owners == nil || strings.Count(string(owners[1]), "R") != marks {
			t.Errorf("page %d has %d marks, owners %s", page, marks, owners)
		}
	}
}

func TestOutline(t *testing.T) {
	f := objects(t, func() []byte { out, _ := write(t, sample("zh-Hans"), Options{}); return out }())
	var titles []string
	for n := range len(f) + 1 {
		if m := regexp.MustCompile(`^<</Title<FEFF([0-9A-F]*)>/Parent`).FindSubmatch(f[n]); m != nil {
			titles = append(titles, characters(t, []byte("<0000><"+string(m[1])+">\n"))["0000"])
		}
	}
	want := []string{"云溪市人民政府第12次常务会议纪要", "一、关于航道整治", "（一）任务分工", "出席人员", "重点任务"}
	if strings.Join(titles, "|") != strings.Join(want, "|") {
		t.Errorf("outline %q", titles)
	}
}
