package samples_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongbao/formats"
	"gongbao/formats/pdf"
	"gongbao/formats/table"
	"gongbao/formats/xlsx"
)

var update = flag.Bool("update", false, "rewrite the golden files; read them before they are committed")

// TestGolden compares the outputs of every sample with those kept in golden/:
// the JSON, the tables as text, and the digests of workbook and PDF.
func TestGolden(t *testing.T) {
	for _, name := range names(t) {
		b := parsed(t, name, sample(t, name))
		var json bytes.Buffer
		if err := formats.Encode(&json, b); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".json", json.Bytes())
		golden(t, name+".tables.txt", tables(b))
		golden(t, name+".digests.txt", digests(t, b))
	}
}

// tables lists every filled cell, a row of a table per paragraph.
func tables(b *formats.Bulletin) []byte {
	var out bytes.Buffer
	for _, make := range []func(*formats.Bulletin, string) table.Table{
		table.Meeting, table.Attendees, table.Priorities, table.Decisions, table.Documents, table.Figures, table.Checks,
	} {
		tab := make(b, b.Language)
		fmt.Fprintf(&out, "# %s\n", tab.Label)
		for _, row := range tab.Rows {
			for i, cell := range row {
				if cell.Text != "" {
					fmt.Fprintf(&out, "%s: %s\n", tab.Columns[i].Label, strings.ReplaceAll(cell.Text, "\n", " / "))
				}
			}
			out.WriteByte('\n')
		}
	}
	return out.Bytes()
}

// digests tells the bytes of workbook and PDF, which nobody would read.
func digests(t *testing.T, b *formats.Bulletin) []byte {
	var out bytes.Buffer
	for _, f := range []formats.Format{xlsx.Format(xlsx.Options{}), pdf.Format(pdf.Options{})} {
		h := sha256.New()
		if _, err := f.Write(h, b); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s %x\n", f.Name, h.Sum(nil))
	}
	return out.Bytes()
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("golden", name)
	if *update {
		if err := os.MkdirAll("golden", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (go test ./samples -update rewrites it):\n%s", path, d)
	}
}
