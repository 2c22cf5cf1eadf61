package xlsx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongbao/formats"
)

// must ends a test at an error of the program that makes the templates.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// all ends a test at the first error.
func all(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func bordered() []excelize.Border {
	var b []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		b = append(b, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	return b
}

// ledger is a house's ledger of tasks: a title with fields, a logo, a header
// in its own words and order, a blank row in its format, a footer with a
// formula, choices, a condition, a filter and a print area; and a cover.
func ledger(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const s = "督办台账"
	all(t, f.SetSheetName("Sheet1", "封面"), f.SetCellStr("封面", "B3", "青禾区督办台账"))
	must[int](t)(f.NewSheet(s))
	style := func(st *excelize.Style) int { return must[int](t)(f.NewStyle(st)) }
	wrap := &excelize.Alignment{WrapText: true, Vertical: "center"}
	head := style(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Border: bordered(), Alignment: wrap,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"C00000"}}})
	body := style(&excelize.Style{Font: &excelize.Font{Family: "仿宋", Size: 12}, Border: bordered(), Alignment: wrap})
	for i, name := range []string{"序号", "工作任务", "具体措施", "责任单位", "配合\n单位", "时间节点", "工作进展", "完成情况", "考核分值", "备注"} {
		all(t, f.SetCellStr(s, columnName(i)+"3", name))
	}
	var picture bytes.Buffer
	logo := image.NewRGBA(image.Rect(0, 0, 8, 8))
	logo.Set(3, 3, color.RGBA{192, 0, 0, 255})
	all(t, png.Encode(&picture, logo))
	choices := excelize.NewDataValidation(true)
	choices.SetSqref("H4:H4")
	done := must[int](t)(f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "00B050"}}))
	orientation, paper := "landscape", 8
	all(t,
		f.SetCellStr(s, "A1", "{会议名称}任务分解（{会议日期}）"), f.MergeCell(s, "A1", "J1"), f.SetRowHeight(s, 1, 30),
		f.AddPictureFromBytes(s, "J1", &excelize.Picture{Extension: ".png", File: picture.Bytes(), Format: &excelize.GraphicOptions{}}),
		f.SetCellStr(s, "A2", "单位：青禾区委办公室"),
		f.SetCellStyle(s, "A3", "J3", head), f.SetCellStyle(s, "A4", "J4", body), f.SetRowHeight(s, 4, 40),
		f.SetColWidth(s, "B", "C", 30), f.SetColWidth(s, "F", "F", 16),
		f.SetCellStr(s, "A6", "填表人："), f.MergeCell(s, "A6", "C6"), f.SetCellFormula(s, "I6", "SUM(I4:I4)"), f.SetCellStr(s, "J6", "审核人："),
		choices.SetDropList([]string{"未开始", "推进中"}), f.AddDataValidation(s, choices),
		f.SetConditionalFormat(s, "H4:H4", []excelize.ConditionalFormatOptions{{Type: "text", Criteria: "containing", Value: "完成", Format: &done}}),
		f.AutoFilter(s, "A3:J4", nil),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "督办台账!$A$1:$J$6", Scope: s}),
		f.SetPageLayout(s, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &paper}),
		f.SetCustomProps(excelize.CustomProperty{Name: "文号", Value: "青委办〔2024〕1号"}),
		f.SetDocProps(&excelize.DocProperties{Creator: "青禾区委办公室"}),
	)
	return workbookOf(t, f)
}

func workbookOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var out bytes.Buffer
	all(t, f.Write(&out))
	return out.Bytes()
}

// register is the smallest template: a header row and nothing else.
func register(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	head := must[int](t)(f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Border: bordered()}))
	for i, name := range []string{"序號", "姓名", "工作單位", "職務", "手機", "簽名"} {
		all(t, f.SetCellStr("Sheet1", columnName(i)+"1", name))
	}
	all(t, f.SetCellStyle("Sheet1", "A1", "F1", head), f.SetDocProps(&excelize.DocProperties{Creator: "青禾區委辦公室"}))
	return workbookOf(t, f)
}

// TestTemplateFiles keeps the two templates as files, to look at and to open.
func TestTemplateFiles(t *testing.T) {
	for name, src := range map[string][]byte{"ledger": ledger(t), "register": register(t)} {
		path := "testdata/" + name + ".xlsx"
		if *update {
			all(t, os.WriteFile(path, src, 0o644))
		}
		kept := must[[]byte](t)(os.ReadFile(path))
		if diff := cmp.Diff(dump(t, open(t, kept)), dump(t, open(t, src))); diff != "" {
			t.Errorf("%s (-file +made):\n%s", path, diff)
		}
	}
}

func TestTemplate(t *testing.T) {
	for _, c := range []struct {
		name, bulletin string
		template       []byte
		notes          string
	}{
		{"ledger", "hans", ledger(t), "模板工作表“督办台账”的列“考核分值”没有对应的内容，已留空"},
		{"register", "hant", register(t), ""},
	} {
		var out bytes.Buffer
		notes, err := Write(&out, bulletin(t, c.bulletin), Options{Template: c.template})
		if err != nil {
			t.Fatal(err)
		}
		var messages []string
		for _, n := range notes {
			messages = append(messages, n.Message)
		}
		if got := strings.Join(messages, " "); got != c.notes {
			t.Errorf("%s: notes %q, want %q", c.name, got, c.notes)
		}
		golden(t, "template-"+c.name, dump(t, open(t, out.Bytes())))
		var again bytes.Buffer
		if _, err := Write(&again, bulletin(t, c.bulletin), Options{Template: c.template}); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Errorf("%s: equal input gave other bytes: %v", c.name, err)
		}
		if !own(out.Bytes()) {
			t.Errorf("%s: not known as ours", c.name)
		}
		if diff := cmp.Diff(bulletin(t, c.bulletin), loaded(t, out.Bytes())); diff != "" {
			t.Errorf("%s (-written +read):\n%s", c.name, diff)
		}
	}
}

// TestTemplateKeeps holds that what a house put into its template is there
// afterwards, in the right place.
func TestTemplateKeeps(t *testing.T) {
	const s, last = "督办台账", "11" // eight tasks from row 4
	f := open(t, workbook(t, bulletin(t, "hans"), Options{Template: ledger(t)}))
	merged := must[[]excelize.MergeCell](t)(f.GetMergeCells(s))
	var areas []string
	for _, m := range merged {
		areas = append(areas, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	choices := must[[]*excelize.DataValidation](t)(f.GetDataValidations(s))
	pictures := must[[]excelize.Picture](t)(f.GetPictures(s, "J1"))
	layout := must[excelize.PageLayoutOptions](t)(f.GetPageLayout(s))
	conditions := must[map[string][]excelize.ConditionalFormatOptions](t)(f.GetConditionalFormats(s))
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	custom := must[[]excelize.CustomProperty](t)(f.GetCustomProps())
	body := must[int](t)(f.GetCellStyle(s, "B"+last))
	look := must[*excelize.Style](t)(f.GetStyle(body))
	date := must[*excelize.Style](t)(f.GetStyle(must[int](t)(f.GetCellStyle(s, "F6"))))
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"merged areas", strings.Join(areas, " "), "A1:J1 A13:C13"},
		{"choices", choices[0].Sqref, "H4:H" + last},
		{"conditions", len(conditions["H4:H"+last]), 1},
		{"pictures", len(pictures), 1},
		{"paper", *layout.Size, 8},
		{"print area", names["_xlnm.Print_Area"], "督办台账!$A$1:$J$13"},
		{"filter", names["_xlnm._FilterDatabase"], "'督办台账'!$A$3:$J$" + last},
		{"font", look.Font.Family, "仿宋"},
		{"format of a date", date.NumFmt, 14},
		{"properties", custom[0].Name, "文号"},
		{"cover", must[string](t)(f.GetCellValue("封面", "B3")), "青禾区督办台账"},
		{"footer", must[string](t)(f.GetCellValue(s, "J13")), "审核人："},
		{"formula", must[string](t)(f.GetCellFormula(s, "I13")), "SUM(I4:I" + last + ")"},
		{"title", must[string](t)(f.GetCellValue(s, "A1")), "青禾区全区重点工作推进会议任务分解（2024年3月7日）"},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestTemplateHostile(t *testing.T) {
	src := workbook(t, hostileBulletin(hostile()), Options{Template: ledger(t)})
	rows := rowsOf(t, open(t, src), "督办台账")
	got := column(t, rows[1:len(rows)-2], 1) // without what stands above and below
	for i, want := range hostile() {
		if want = string([]rune(want)); got[i] != want {
			t.Errorf("%.40q came back as %.40q", want, got[i])
		}
	}
	checkFormulas(t, src)
}

// TestTemplateEdits holds that what a clerk corrects in a house's workbook is
// read back.
func TestTemplateEdits(t *testing.T) {
	src := corrected(t, workbook(t, bulletin(t, "hans"), Options{Template: ledger(t)}), set("督办台账", map[string]any{"D4": "区委办", "F4": "2024/12/31"}))
	p := loaded(t, src).Priorities[0]
	if p.LeadUnit == nil || p.LeadUnit.Text != "区委办" || p.Deadline == nil || p.Deadline.Start != "2024-12-31" {
		t.Errorf("%+v", p)
	}
	// Without numbers nothing can be matched, which is said.
	f := open(t, src)
	all(t, f.SetCellStr("督办台账", "A3", "编号"))
	b := loaded(t, workbookOf(t, f))
	if n := b.Notes[len(b.Notes)-1]; n.Code != "sheet-unread" {
		t.Errorf("note %+v", n)
	}
}

func TestTemplateErrors(t *testing.T) {
	blank := excelize.NewFile()
	defer blank.Close()
	for _, c := range []struct {
		name, want string
		src        []byte
	}{
		{"no archive", "template: not a workbook", []byte("x")},
		{"nothing", "template: not a workbook", []byte{}},
		{"no header", "no sheet has a row of column names", workbookOf(t, blank)},
	} {
		if _, err := Write(new(bytes.Buffer), &formats.Bulletin{}, Options{Template: c.src}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// TestTemplateIsOurs holds that our own workbook can be a template.
func TestTemplateIsOurs(t *testing.T) {
	src := workbook(t, &formats.Bulletin{}, Options{})
	b := bulletin(t, "hans")
	f := open(t, workbook(t, b, Options{Template: src}))
	if rows := rowsOf(t, f, "出席人员"); len(rows) != 2+len(b.Attendees) || rows[2][1] != "闻远山" {
		t.Errorf("%d rows: %v", len(rows), rows)
	}
}

func TestShift(t *testing.T) {
	s := shift{4, 7}
	for _, c := range []struct {
		ref     string
		stretch bool
		want    string
	}{
		{"A1:J1", true, "A1:J1"}, {"K4", true, "K4:K11"}, {"K4", false, "K4"}, {"K4:L4", true, "K4:L11"}, {"$A$3:$J$4", true, "$A$3:$J$11"},
		{"A6:C6", false, "A13:C13"}, {"A4:B200", true, "A4:B207"}, {"A:C", true, "A:C"}, {"$2:$3", true, "$2:$3"},
	} {
		if got := s.area(c.ref, c.stretch); got != c.want {
			t.Errorf("%s: %s, want %s", c.ref, got, c.want)
		}
	}
}

// FuzzTemplate holds that no template makes writing fail otherwise than by an
// error.
func FuzzTemplate(f *testing.F) {
	f.Add(ledger(f))
	f.Add(register(f))
	b := bulletin(f, "hans")
	f.Fuzz(func(t *testing.T, src []byte) {
		var out bytes.Buffer
		if _, err := Write(&out, b, Options{Template: src}); err == nil && out.Len() == 0 {
			t.Error("neither a workbook nor an error")
		}
	})
}
