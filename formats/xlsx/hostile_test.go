package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"gongbao/formats"
)

// hostile are texts that want to be something else than text, or that a
// workbook cannot hold as they are.
func hostile() []string {
	formulas := []string{
		"1+1", "SUM(A1:A9)", "cmd|'/C calc'!A0", "DDE(\"cmd\";\"/C calc\";\"x\")", "HYPERLINK(\"http://example.org\",\"x\")",
		"IMPORTXML(\"http://example.org\",\"//a\")", "WEBSERVICE(\"http://example.org\")", "'原文'!C3", "_xlfn.ENCODEURL(1)", "{1,2}",
	}
	var all []string
	for _, lead := range []string{"=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =", "'=", "\"=", "==", "=\u200b"} {
		for _, f := range formulas {
			all = append(all, lead+f)
		}
	}
	return append(all,
		"http://example.org", "file:///etc/hosts", "mailto:a@example.org", "javascript:alert(1)", "#'原文'!C3", `\\example\share`,
		"<f>1+1</f>", "</t></is></c>", "]]>", "<![CDATA[x]]>", "<!DOCTYPE x [<!ENTITY y 'z'>]>&y;", "&amp;&lt;", "&#x41;", "\"'`",
		"_x0041_", "_x000D_", "_x005F_", "_x0041_x0042_", "_x005F_x0041_", "_xD800_", "_x0041", "__x0041__",
		"\x00", "\a\b\v\f\x1b[31m", "\r", "\r\n", "\t", "\n", " ", "　", "a\x7fb\u0085c", "\ufffe\uffff\ufeff", "\ufffd",
		"\xed\xa0\x80", "\xff\xfe", "𠀀𝄞👨‍👩‍👧", "e\u0301", "\u202e右から", "123", "1.10", "2024-06-30", "3/4", "1E5", "007", "TRUE", "#N/A",
		strings.Repeat("公", 40000), strings.Repeat("𠀀", 20000), strings.Repeat("行\n", 600), strings.Repeat("_x0041_", 5000),
	)
}

func TestHostileIsEnough(t *testing.T) {
	if n := len(hostile()); n < 200 {
		t.Errorf("%d hostile texts, want 200", n)
	}
}

// hostileBulletin says each text everywhere a bulletin can say one.
func hostileBulletin(texts []string) *formats.Bulletin {
	b := &formats.Bulletin{Language: "zh-Hans"}
	all := strings.Join(texts, "")
	quote := &formats.Quote{Text: strings.Repeat("公", 40000)}
	b.Title, b.Issuer = quote, quote
	b.Text = formats.Text{Name: texts[0], Source: all, Encoding: texts[1]}
	b.Meetings = []formats.Meeting{{Name: formats.Quote{Text: texts[0]}, Kind: formats.Optional(texts[2]), Place: quote, PresidedBy: texts[:9]}}
	at := 0
	for i, s := range texts {
		span := formats.Span{Start: at, End: at + len(s)}
		at = span.End
		q := formats.Quote{Text: s, Span: span}
		b.Text.Paragraphs = append(b.Text.Paragraphs, formats.Paragraph{Text: s, Span: span, Kind: formats.ParagraphKind(s)})
		b.Attendees = append(b.Attendees, formats.Attendee{Kind: formats.Group, Name: s, Titles: []string{s}, Organization: formats.Optional(s), Spans: []formats.Span{span}})
		b.Priorities = append(b.Priorities, formats.Priority{ID: fmt.Sprint(i), Theme: &q, Measures: []formats.Quote{q}, Target: &q, LeadUnit: &q,
			Deadline: &formats.Date{Text: s}, Lead: formats.Optional(s)})
		b.Decisions = append(b.Decisions, formats.Decision{Quote: q, Document: formats.Optional(s), Outcome: formats.Outcome(s)})
		b.Appointments = append(b.Appointments, formats.Appointment{Person: s, Post: s, Act: formats.Act(s), Span: span})
		b.Documents = append(b.Documents, formats.Document{Title: s, Status: formats.Optional(s), Span: span})
		b.Figures = append(b.Figures, formats.Figure{Quote: q, Metric: formats.Optional(s), Unit: formats.Optional(s), Comparison: s})
		b.Notes = append(b.Notes, formats.Note{Code: s, Level: formats.Check, Message: s, Span: span})
	}
	return b
}

// TestHostile holds that no text becomes a formula, a link or a name, and
// that none loses a character.
func TestHostile(t *testing.T) {
	texts := hostile()
	src := workbook(t, hostileBulletin(texts), Options{})
	f := open(t, src)
	for _, c := range []struct{ sheet, columns string }{
		{"出席人员", "BC"}, {"重点任务", "CDEFIL"}, {"决定事项", "BC"}, {"人事任免", "BC"},
		{"文件引用", "B"}, {"指标数字", "BF"}, {"待核", "CD"}, {"原文", "C"},
	} {
		rows, err := f.GetRows(c.sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range c.columns {
			got := column(t, rows, int(name-'A'))
			for i, want := range texts {
				if want = string([]rune(want)); got[i] != want { // a byte that is no character becomes U+FFFD
					t.Errorf("%s!%c: %.40q came back as %.40q", c.sheet, name, want, got[i])
				}
			}
		}
	}
	if got, want := inView(t, f), []string{"会议信息", "出席人员", "重点任务", "决定事项", "人事任免", "文件引用", "指标数字", "待核", "原文"}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("sheets %v, want %v", got, want)
	}
	checkParts(t, src)
}

// column reads the texts of column i, joined over the rows that continue one.
func column(t *testing.T, rows [][]string, i int) []string {
	t.Helper()
	var texts []string
	for _, row := range rows[firstRow-1:] {
		s := ""
		if i < len(row) {
			s = row[i]
		}
		if utf8.RuneCountInString(s) > maxUnits {
			t.Errorf("a cell holds %d characters", utf8.RuneCountInString(s))
		}
		if strings.Contains(row[0], continued) {
			texts[len(texts)-1] += s
		} else {
			texts = append(texts, s)
		}
	}
	return texts
}

// checkParts holds that every part is well-formed XML without a formula in a
// cell and without a link that leaves the sheet of the original.
func checkParts(t *testing.T, src []byte) {
	t.Helper()
	location := regexp.MustCompile(`^'原文'!C\d+$`)
	eachElement(t, src, func(part string, e xml.StartElement) {
		if e.Name.Local == "f" {
			t.Errorf("%s: a cell holds a formula", part)
		}
		for _, a := range e.Attr {
			if e.Name.Local == "hyperlink" && a.Name.Local != "ref" && !(a.Name.Local == "location" && location.MatchString(a.Value)) {
				t.Errorf("%s: a link to %s %q", part, a.Name.Local, a.Value)
			}
		}
	})
}

// checkFormulas holds that a workbook has only the formula of its template,
// and no link.
func checkFormulas(t *testing.T, src []byte) {
	t.Helper()
	formulas := 0
	eachElement(t, src, func(part string, e xml.StartElement) {
		switch {
		case e.Name.Local == "hyperlink":
			t.Errorf("%s: a link", part)
		case e.Name.Local == "f" && strings.HasPrefix(part, "xl/worksheets/"):
			formulas++
		}
	})
	if formulas != 1 {
		t.Errorf("%d formulas, want 1", formulas)
	}
}

// eachElement reads every XML part of a package.
func eachElement(t *testing.T, src []byte, see func(part string, e xml.StartElement)) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range z.File {
		if !strings.HasSuffix(p.Name, ".xml") && !strings.HasSuffix(p.Name, ".rels") {
			continue
		}
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(r); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", p.Name, err)
			}
			if e, ok := token.(xml.StartElement); ok {
				see(p.Name, e)
			}
		}
		r.Close()
	}
}

// TestStaysText holds that a text which a program would read as a formula, a
// number or a date is marked as text for when somebody edits the cell.
func TestStaysText(t *testing.T) {
	for s, want := range map[string]bool{
		"=1": true, "+1": true, "-1": true, "@a": true, "\t=": true, "＝1": true, "1.10": true, "3/4": true, "1E5": true, "007": true,
		"": false, "第1项": false, "a=1": false, "2024年": false,
	} {
		if got := risky(s); got != want {
			t.Errorf("risky(%q) = %v, want %v", s, got, want)
		}
	}
}

// unescape reads text as the format prescribes: _xHHHH_ from left to right.
func unescape(t *testing.T, b []byte) string {
	t.Helper()
	var v struct {
		S string `xml:",chardata"`
	}
	if err := xml.Unmarshal([]byte("<t>"+string(b)+"</t>"), &v); err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`).ReplaceAllStringFunc(v.S, func(s string) string {
		n, err := strconv.ParseUint(s[2:6], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		return string(rune(n))
	})
}

// FuzzText holds that text comes back as it was, and that its pieces fit
// into cells and join to the whole.
func FuzzText(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		if got := unescape(t, appendText(nil, s)); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
		parts := pieces(s)
		if strings.Join(parts, "") != s {
			t.Errorf("pieces of %q do not join to it", s)
		}
		for _, p := range parts {
			units := 0
			for _, r := range p {
				units += max(1, utf8.RuneLen(r)-2)
			}
			if units > maxUnits || strings.Count(p, "\n") > maxLineFeeds {
				t.Errorf("a piece has %d units", units)
			}
		}
	})
}
