package csv

import (
	"bytes"
	stdcsv "encoding/csv"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"gongbao/formats"
	"gongbao/formats/table"
)

var update = flag.Bool("update", false, "rewrite the golden files")

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

func written(t testing.TB, b *formats.Bulletin, key string, o Options) ([]byte, []formats.Note) {
	t.Helper()
	var out bytes.Buffer
	notes, err := Write(&out, b, key, o)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), notes
}

func TestWrite(t *testing.T) {
	for _, key := range []string{"attendees", "priorities", "checks"} {
		path := "testdata/" + key + ".golden.csv"
		got, notes := written(t, bulletin(t, "hans"), key, Options{})
		if len(notes) > 0 {
			t.Errorf("%s: notes %v", key, notes)
		}
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// read reads a file as an independent program does, without the guards.
func read(t *testing.T, src string) [][]string {
	t.Helper()
	rows, err := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(src, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i := range row {
			row[i] = strings.TrimPrefix(row[i], guard)
		}
	}
	return rows
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		bulletin string
		o        Options
		decode   func([]byte) ([]byte, error)
	}{
		{"hans", Options{NoBOM: true}, func(b []byte) ([]byte, error) { return b, nil }},
		{"hans", Options{Encoding: GB18030}, simplifiedchinese.GB18030.NewDecoder().Bytes},
		{"hant", Options{Encoding: GB18030}, simplifiedchinese.GB18030.NewDecoder().Bytes},
		{"hant", Options{Encoding: Big5}, traditionalchinese.Big5.NewDecoder().Bytes},
	} {
		b := bulletin(t, c.bulletin)
		want, _ := written(t, b, "priorities", Options{})
		src, notes := written(t, b, "priorities", c.o)
		got, err := c.decode(src)
		if err != nil || len(notes) > 0 {
			t.Errorf("%+v: %v, notes %v", c.o, err, notes)
		}
		if diff := cmp.Diff(read(t, string(want)), read(t, string(got))); diff != "" {
			t.Errorf("%+v (-utf-8 +decoded):\n%s", c.o, diff)
		}
	}
}

func TestLossIsNoted(t *testing.T) {
	b := &formats.Bulletin{Language: "zh-Hant", Documents: []formats.Document{{Title: "《头头》\x1b[31m𠀀"}}}
	got, notes := written(t, b, "documents", Options{Encoding: Big5})
	if len(notes) != 1 || notes[0].Level != formats.Warning || !strings.HasSuffix(notes[0].Message, "：头 (U+5934)、U+001B、𠀀 (U+20000)") {
		t.Errorf("notes %v", notes)
	}
	if !bytes.Contains(got, []byte("??\xa1\x6e?[31m?,")) {
		t.Errorf("got %q", got)
	}
}

// TestInjection holds that no field can run as a formula, and that taking
// the guard away gives every text back.
func TestInjection(t *testing.T) {
	var texts []string
	for _, lead := range []string{"", " ", "　", "\ufeff", "\u200b", "'", "\"", "a"} {
		for _, trigger := range []string{"=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", "'="} {
			for _, payload := range []string{"1+1", "cmd|'/C calc'!A0", "HYPERLINK(\"http://example.org\",\"x\")", "a,\"b\"\r\n=2"} {
				texts = append(texts, lead+trigger+payload)
			}
		}
	}
	b := &formats.Bulletin{}
	for _, s := range texts {
		b.Documents = append(b.Documents, formats.Document{Title: s})
	}
	src, _ := written(t, b, "documents", Options{})
	raw, err := stdcsv.NewReader(bytes.NewReader(src)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range raw[1:] {
		if strings.ContainsAny(row[1][:1], "=+-@\t\r\n") || strings.HasPrefix(strings.TrimSpace(row[1]), "=") {
			t.Errorf("%q would run", row[1])
		}
		// The reader of Go's library takes CR LF in a field for LF.
		if got, want := strings.TrimPrefix(row[1], guard), strings.ReplaceAll(texts[i], "\r\n", "\n"); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	}
}

func TestNumbersAndDays(t *testing.T) {
	b := &formats.Bulletin{
		Figures:    []formats.Figure{{Value: -3.5}},
		Priorities: []formats.Priority{{Lead: "x", Deadline: &formats.Date{Start: "2024-06-30"}}},
	}
	figures, _ := written(t, b, "figures", Options{})
	priorities, _ := written(t, b, "priorities", Options{})
	if !bytes.Contains(figures, []byte(",-3.5,")) || !bytes.Contains(priorities, []byte(",2024-06-30,")) {
		t.Errorf("a number or a day is no longer one:\n%s%s", figures, priorities)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		key  string
		o    Options
		want string
	}{
		{"nobody", Options{}, "use one of meeting, attendees"},
		{"attendees", Options{Encoding: "latin1"}, "use utf-8, gb18030 or big5"},
	} {
		if _, err := Write(new(bytes.Buffer), &formats.Bulletin{}, c.key, c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %+v: error %v, want %q", c.key, c.o, err, c.want)
		}
	}
}

func TestFormats(t *testing.T) {
	b := bulletin(t, "hant")
	var exts []string
	for _, o := range []Options{{}, {SheetLanguage: "en"}, {Encoding: GB18030}, {Encoding: Big5, SheetLanguage: "zh-TW"}} {
		rows := Formats(o)
		if len(rows) != len(table.All(b, "")) {
			t.Errorf("%d formats for %d tables", len(rows), len(table.All(b, "")))
		}
		for i, f := range rows {
			exts = append(exts, f.Exts[0])
			var out bytes.Buffer
			if _, err := f.Write(&out, b); err != nil {
				t.Fatal(err)
			}
			if !f.Own(out.Bytes()) || f.Own(nil) || f.Own([]byte("序号,姓名\r\n")) || rows[(i+1)%len(rows)].Own(out.Bytes()) {
				t.Errorf("%s with %+v does not know its own output, or takes another's for it", f.Name, o)
			}
		}
	}
	slices.Sort(exts)
	if exts = slices.Compact(exts); len(exts) != len(table.All(b, "")) {
		t.Errorf("extensions %v are not one each", exts)
	}
}

func FuzzField(f *testing.F) {
	f.Add("=1+1")
	f.Add("'a\"b\r\n,")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		line := quoted(guarded(s)) + ",end\r\n"
		rows, err := stdcsv.NewReader(strings.NewReader(line)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := strings.ReplaceAll(guarded(s), "\r\n", "\n")
		if want == "" && len(rows) == 1 && len(rows[0]) == 2 {
			return
		}
		if len(rows) != 1 || len(rows[0]) != 2 || rows[0][0] != want {
			t.Errorf("%q came back as %q", want, rows)
		}
	})
}
