//go:build outside

package xlsx

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongbao/formats"
	"gongbao/formats/table"
)

// samples are workbooks of every kind, by name.
func samples(t *testing.T) map[string][]byte {
	return map[string][]byte{
		"hans":    workbook(t, bulletin(t, "hans"), Options{}),
		"hant":    workbook(t, bulletin(t, "hant"), Options{}),
		"english": workbook(t, bulletin(t, "hant"), Options{SheetLanguage: "en", SignIn: true}),
		"empty":   workbook(t, &formats.Bulletin{}, Options{}),
		"merged":  merged(t, synthetic(2, 40), Options{}),
		"hostile": workbook(t, hostileBulletin(hostile()), Options{}),
	}
}

// cells reads the raw values of a workbook, sheet by sheet, without the
// blank ends of rows and sheets.
func cells(t *testing.T, src []byte) map[string][][]string {
	t.Helper()
	f := open(t, src)
	sheets := map[string][][]string{}
	for _, name := range inView(t, f) {
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		sheets[name] = trimmed(rows)
	}
	return sheets
}

func trimmed(rows [][]string) [][]string {
	for i, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		rows[i] = row
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, &stderr)
	}
	return out
}

func save(t *testing.T, name string, src []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".xlsx")
	if err := os.WriteFile(path, src, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// convert has LibreOffice convert a workbook and returns the new file.
func convert(t *testing.T, path, to string) string {
	t.Helper()
	dir := t.TempDir()
	run(t, "soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", to, "--outdir", dir, path)
	kind, _, _ := strings.Cut(to, ":")
	return filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), ".xlsx")+"."+kind)
}

// TestLibreOffice holds that LibreOffice reads every cell as it was written;
// only a carriage return is a line feed to it.
func TestLibreOffice(t *testing.T) {
	for name, src := range samples(t) {
		t.Run(name, func(t *testing.T) {
			first := convert(t, save(t, name, src), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1")
			for sheet, want := range cells(t, src) {
				got := readCSV(t, filepath.Join(filepath.Dir(first), name+"-"+sheet+".csv"))
				normal(want)
				normal(got)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("LibreOffice reads %s otherwise (-written +read):\n%.4000s", sheet, diff)
				}
			}
		})
	}
}

// normal writes days as the numbers they are stored as, and every end of a
// line as a line feed.
func normal(rows [][]string) {
	lines := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	for _, row := range rows {
		for i, s := range row {
			row[i] = lines.Replace(s)
			for _, format := range []string{"01/02/2006", time.DateOnly} {
				if day, err := time.Parse(format, s); err == nil {
					value, _ := serial(table.Cell{Date: day.Format(time.DateOnly)})
					row[i] = strconv.FormatFloat(value, 'f', -1, 64)
				}
			}
		}
	}
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return trimmed(rows)
}

// TestLibreOfficeSaves holds that a workbook that LibreOffice saved again has
// the same cells and is still known as ours.
func TestLibreOfficeSaves(t *testing.T) {
	for name, src := range samples(t) {
		if name == "hostile" {
			continue // LibreOffice 7.4 writes some of these texts wrongly
		}
		t.Run(name, func(t *testing.T) {
			saved, err := os.ReadFile(convert(t, save(t, name, src), "xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(cells(t, src), cells(t, saved)); diff != "" {
				t.Errorf("LibreOffice saves other cells (-written +read):\n%.4000s", diff)
			}
			if !own(saved) {
				t.Error("a workbook that LibreOffice saved is not known as ours any more")
			}
			if name == "merged" {
				return // no bulletin to read back
			}
			want, err := Load(src)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Load(saved)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("read back after LibreOffice (-before +after):\n%.4000s", diff)
			}
		})
	}
}

// TestLibreOfficeTemplates holds that LibreOffice reads the rows that were
// filled into templates, and computes what stands below them.
func TestLibreOfficeTemplates(t *testing.T) {
	for name, src := range map[string][]byte{
		"ledger":   workbook(t, bulletin(t, "hans"), Options{Template: ledger(t)}),
		"register": workbook(t, bulletin(t, "hant"), Options{Template: register(t)}),
	} {
		t.Run(name, func(t *testing.T) {
			saved, err := os.ReadFile(convert(t, save(t, name, src), "xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			want, got := cells(t, src), cells(t, saved)
			if name == "ledger" {
				want["督办台账"][12][8] = "0" // the sum, which is computed on opening
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-written +saved):\n%.4000s", diff)
			}
			before, err := Load(src)
			if err != nil {
				t.Fatal(err)
			}
			after, err := Load(saved)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, after); diff != "" {
				t.Errorf("read back (-before +after LibreOffice):\n%.4000s", diff)
			}
		})
	}
}

// TestPrint holds that every sheet prints on A4 landscape, one page wide,
// with its page number.
func TestPrint(t *testing.T) {
	for name, src := range samples(t) {
		if name == "hostile" {
			continue // hundreds of pages
		}
		t.Run(name, func(t *testing.T) {
			pdf := convert(t, save(t, name, src), "pdf")
			info := string(run(t, "pdfinfo", pdf))
			if !strings.Contains(info, "A4") || !strings.Contains(info, "841.89 x 595.3") {
				t.Errorf("not A4 landscape:\n%s", info)
			}
			text := string(run(t, "pdftotext", "-layout", pdf, "-"))
			for _, sheet := range inView(t, open(t, src)) {
				if !strings.Contains(text, sheet) {
					t.Errorf("sheet %s is not printed", sheet)
				}
			}
			pages := strings.Count(text, "\f")
			numbered := max(strings.Count(text, "第"), strings.Count(text, "Page "))
			if pages == 0 || numbered < pages {
				t.Errorf("%d pages, %d page numbers", pages, numbered)
			}
		})
	}
}

// python finds a Python that has openpyxl.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import openpyxl").Run() == nil {
			return name
		}
	}
	t.Fatal("no python3 with openpyxl: install the package python3-openpyxl")
	return ""
}

const dumpWithOpenpyxl = `
import json, sys, datetime, openpyxl
def value(v):
    if v is None: return ""
    if isinstance(v, datetime.datetime): return str((v - datetime.datetime(1899, 12, 30)).days)
    return str(v)
book = openpyxl.load_workbook(sys.argv[1])
assert book.properties.creator == "gongbao", book.properties.creator
assert all(c.data_type != "f" for s in book for row in s for c in row)
json.dump({s.title: [[value(c.value) for c in row] for row in s.iter_rows()] for s in book if s.sheet_state == "visible"}, sys.stdout)
`

// TestOpenpyxl holds that openpyxl reads every cell as it was written and
// takes none for a formula. It does not read _xHHHH_, so that the hostile
// texts are for the others.
func TestOpenpyxl(t *testing.T) {
	name := python(t)
	for sample, src := range samples(t) {
		if sample == "hostile" {
			continue
		}
		t.Run(sample, func(t *testing.T) {
			var got map[string][][]string
			if err := json.Unmarshal(run(t, name, "-c", dumpWithOpenpyxl, save(t, sample, src)), &got); err != nil {
				t.Fatal(err)
			}
			for sheet, rows := range got {
				got[sheet] = trimmed(rows)
			}
			if diff := cmp.Diff(cells(t, src), got); diff != "" {
				t.Errorf("openpyxl reads other cells (-written +read):\n%.4000s", diff)
			}
		})
	}
}
