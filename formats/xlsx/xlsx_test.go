package xlsx

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongbao/formats"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// bulletin reads one of the fictional bulletins of the tables.
func bulletin(t testing.TB, name string) *formats.Bulletin {
	t.Helper()
	f, err := os.Open("../table/testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := formats.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func workbook(t testing.TB, b *formats.Bulletin, o Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := Write(&out, b, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// open reads a workbook with an independent program.
func open(t testing.TB, src []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// inView lists the sheets that are not hidden.
func inView(t testing.TB, f *excelize.File) []string {
	t.Helper()
	var names []string
	for _, name := range f.GetSheetList() {
		visible, err := f.GetSheetVisible(name)
		if err != nil {
			t.Fatal(err)
		}
		if visible {
			names = append(names, name)
		}
	}
	return names
}

// dump writes what another program sees in a workbook: every cell with its
// raw value, its shown value where that differs, and its link.
func dump(t *testing.T, f *excelize.File) string {
	t.Helper()
	var s strings.Builder
	for _, name := range inView(t, f) {
		fmt.Fprintf(&s, "== %s\n", name)
		raw, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range raw {
			level, err := f.GetRowOutlineLevel(name, i+1)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&s, "%d%s", i+1, strings.Repeat("›", int(level)))
			for j, value := range row {
				s.WriteString(" | " + dumpCell(t, f, name, columnName(j)+fmt.Sprint(i+1), value))
			}
			s.WriteString("\n")
		}
	}
	return s.String()
}

func dumpCell(t *testing.T, f *excelize.File, sheet, cell, raw string) string {
	t.Helper()
	shown, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	s := strings.ReplaceAll(raw, "\n", "⏎")
	if shown != raw {
		s += " ⟦" + shown + "⟧"
	}
	linked, target, err := f.GetCellHyperLink(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	if linked {
		s += " →" + target
	}
	return s
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name + ".golden"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestWrite(t *testing.T) {
	for _, c := range []struct {
		name, bulletin string
		o              Options
	}{
		{"hans", "hans", Options{}},
		{"hant", "hant", Options{}},
		{"hant-en", "hant", Options{SheetLanguage: "en"}},
		{"hans-sign-in", "hans", Options{SignIn: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name, dump(t, open(t, workbook(t, bulletin(t, c.bulletin), c.o))))
		})
	}
}

func TestSameBytes(t *testing.T) {
	b := bulletin(t, "hans")
	want := workbook(t, b, Options{})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			var out bytes.Buffer
			if _, err := Write(&out, b, Options{}); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(want, out.Bytes()) {
				t.Error("equal input gave other bytes")
			}
		})
	}
	group.Wait()
}

func BenchmarkWrite(b *testing.B) {
	doc := bulletin(b, "hans")
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if _, err := Write(&out, doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
