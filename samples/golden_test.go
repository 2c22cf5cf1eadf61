package samples_test

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongbao/convert/script"
	"gongbao/formats"
	"gongbao/formats/pdf"
	"gongbao/formats/xlsx"
)

var update = flag.Bool("update", false, "rewrite the golden files from the program's present output")

// TestGolden shows every change of output on the samples: the JSON, and the
// workbook as text.
func TestGolden(t *testing.T) {
	for _, name := range names(t) {
		b := parsed(t, name, sample(t, name))
		var out bytes.Buffer
		if err := formats.Encode(&out, b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		golden(t, name+".json", out.Bytes())
		golden(t, name+".tsv", workbook(t, b))
	}
}

// TestGoldenVariants shows changes of wording by the script profiles, in a
// sample of each script.
func TestGoldenVariants(t *testing.T) {
	for name, profiles := range map[string][]string{"district-plenum-hant": {"cn", "tw", "hk"}, "county-plenum-hans": {"tw", "hk"}} {
		b := parsed(t, name, sample(t, name))
		for _, profile := range profiles {
			c, err := script.New(profile)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := formats.Encode(&out, c.Bulletin(b)); err != nil {
				t.Fatalf("%s.%s: %v", name, profile, err)
			}
			golden(t, name+"."+profile+".json", out.Bytes())
		}
	}
}

// TestGoldenPages shows that pages changed, though not how: each line is a
// sample, its number of pages and a digest of everything that they draw.
func TestGoldenPages(t *testing.T) {
	var lines bytes.Buffer
	for _, name := range names(t) {
		var out bytes.Buffer
		if _, err := pdf.Write(&out, parsed(t, name, sample(t, name)), pdf.Options{}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		drawn := inflated(t, out.Bytes())
		pages := regexp.MustCompile(`/Type ?/Page\b`).FindAll(drawn, -1)
		if len(pages) == 0 {
			t.Errorf("%s: the PDF has no page", name)
		}
		fmt.Fprintf(&lines, "%s\t%d\t%x\n", name, len(pages), sha256.Sum256(drawn))
	}
	golden(t, "pages.tsv", lines.Bytes())
}

// golden compares with a file of the folder golden, or writes it under -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("golden", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: line %d differs; see all differences after go test ./samples -update", file, differingLine(got, want))
	}
}

// differingLine is the number of the first line in which a and b differ.
func differingLine(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return 1 + bytes.Count(a[:i], []byte("\n"))
		}
	}
	return 1 + bytes.Count(a[:min(len(a), len(b))], []byte("\n"))
}

// workbook is what a bulletin's workbook shows, as text: a line for each row,
// its cells parted by tabs.
func workbook(t *testing.T, b *formats.Bulletin) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := xlsx.Write(&out, b, xlsx.Options{}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var text bytes.Buffer
	for _, sheet := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(sheet); err != nil || !shown {
			continue // the bulletin itself, which the JSON shows
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&text, "== %s\n", sheet)
		for _, row := range rows {
			fmt.Fprintln(&text, strings.NewReplacer("\n", "⏎", "\r", "␍").Replace(strings.Join(row, "\t")))
		}
	}
	return text.Bytes()
}

// inflated is what a PDF says once its streams are decompressed, without what
// depends on the compressor: lengths, and the table of places.
func inflated(t *testing.T, file []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	parts := regexp.MustCompile(`\bstream\r?\n`).Split(string(file), -1)
	for i, part := range parts[1:] {
		if strings.Contains(parts[i][strings.LastIndex(parts[i], " obj")+1:], "/Type/XRef") {
			continue
		}
		stream, err := zlib.NewReader(strings.NewReader(part))
		if err != nil {
			continue // not compressed
		}
		if _, err := io.Copy(&out, stream); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}
