package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongbao/formats"
)

// loaded is what a bulletin is after it was written and read back.
func loaded(t testing.TB, src []byte) *formats.Bulletin {
	t.Helper()
	b, err := Load(src)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLoadUndoesWrite(t *testing.T) {
	for name, b := range map[string]*formats.Bulletin{
		"hans": bulletin(t, "hans"), "hant": bulletin(t, "hant"), "empty": {},
	} {
		for _, o := range []Options{{}, {SignIn: true}, {SheetLanguage: "en"}} {
			if diff := cmp.Diff(decoded(t, b), loaded(t, workbook(t, b, o))); diff != "" {
				t.Errorf("%s %+v (-written +read):\n%s", name, o, diff)
			}
		}
	}
}

// decoded is a bulletin as JSON gives it back: lists that are empty are nil
// or not alike.
func decoded(t testing.TB, b *formats.Bulletin) *formats.Bulletin {
	t.Helper()
	var out bytes.Buffer
	if err := formats.Encode(&out, b); err != nil {
		t.Fatal(err)
	}
	again, err := formats.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func TestLoadHostile(t *testing.T) {
	b := decoded(t, hostileBulletin(hostile()))
	if diff := cmp.Diff(b, loaded(t, workbook(t, b, Options{}))); diff != "" {
		t.Errorf("(-written +read):\n%.3000s", diff)
	}
}

// corrected is a workbook after a person worked on it in another program.
func corrected(t *testing.T, src []byte, work func(f *excelize.File) error) []byte {
	t.Helper()
	f := open(t, src)
	if err := work(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// set writes values into cells of a sheet.
func set(sheet string, values map[string]any) func(*excelize.File) error {
	return func(f *excelize.File) error {
		for cell, v := range values {
			if err := f.SetCellValue(sheet, cell, v); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestEditAttendees(t *testing.T) {
	src := corrected(t, workbook(t, bulletin(t, "hans"), Options{}), set("出席人员", map[string]any{
		"D3": "书记、区人大常委会主任", "F3": "主持、部署", // 闻远山
		"B5": "宋砚秋", "C5": "区政府", // 宋砚
		"E8": "出席", "H8": "已核", // 苗青
		"E9":  "列席",                   // 高望岳
		"C10": "区财政局国库科", "E10": "列席", // 区财政局
		"G11": 133, "F11": "汇报", // 各镇
	}))
	b := loaded(t, src)
	at := map[string]formats.Attendee{}
	for _, a := range b.Attendees {
		at[a.Name] = a
	}
	for _, c := range []struct {
		name   string
		titles string
		unit   formats.Optional
		roles  string
		count  int
	}{
		{"闻远山", "区委书记 区委区人大常委会主任", "区委", "presided deployed", 0},
		{"宋砚秋", "副区长", "区政府", "deployed", 0},
		{"苗青", "区发展和改革局局长", "区发展和改革局", "attended", 0},
		{"高望岳", "副区长", "", "nonvoting", 0},
		{"区财政局国库科", "", "", "nonvoting reported", 0},
		{"各镇（街道）主要负责同志", "", "", "reported", 133},
	} {
		a := at[c.name]
		var roles []string
		for _, r := range a.Roles {
			roles = append(roles, string(r))
		}
		if strings.Join(a.Titles, " ") != c.titles || a.Organization != c.unit || strings.Join(roles, " ") != c.roles || a.Confidence != 1 ||
			c.count > 0 && (a.Count == nil || *a.Count != c.count) {
			t.Errorf("%s: %+v, want %+v", c.name, a, c)
		}
		if len(a.Why) == 0 || a.Why[len(a.Why)-1] != "edited" {
			t.Errorf("%s is not marked as edited: %v", c.name, a.Why)
		}
	}
	var codes []string
	for _, n := range b.Notes[len(bulletin(t, "hans").Notes):] {
		codes = append(codes, n.Code+" "+n.Message)
	}
	want := []string{
		"edited “出席人员”第1项“职务”由“书记”改为“书记、区人大常委会主任”", "edited “出席人员”第1项“会上角色”由“主持、讲话”改为“主持、部署”",
		"edited “出席人员”第3项“姓名”由“宋砚”改为“宋砚秋”", "edited “出席人员”第3项“单位”由“”改为“区政府”",
		"edited “出席人员”第6项“类别”由“列席”改为“出席”", "edit-unheld “出席人员”第6项“备注”由“另读：苗青列”改为“已核”，此项不写回公报",
		"edited “出席人员”第7项“类别”由“请假”改为“列席”",
		"edited “出席人员”第8项“单位”由“区财政局”改为“区财政局国库科”", "edited “出席人员”第8项“类别”由“出席”改为“列席”",
		"edited “出席人员”第9项“会上角色”由“”改为“汇报”", "edited “出席人员”第9项“人数”由“132”改为“133”",
	}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestEditPriorities(t *testing.T) {
	src := corrected(t, workbook(t, bulletin(t, "hant"), Options{}), func(f *excelize.File) error {
		if err := set("重點任務", map[string]any{
			"C4": "深入推進項目攻堅戰", "D4": "1. 完善項目清單\n2. 壓實責任", "F4": "區發展和改革局", "G4": "區財政局，區審計局", "I4": 45657,
			"I5": "2024年7月31日", "K5": "推进中",
			"D6": "優化施工組織", "I6": "汛期前",
			"C8": "各級幹部改進作風", "E8": "",
		})(f); err != nil {
			return err
		}
		return f.RemoveRow("重點任務", 9) // 減少會議文件
	})
	b := loaded(t, src)
	p := b.Priorities
	text := func(q *formats.Quote) string {
		if q == nil {
			return ""
		}
		return q.Text
	}
	for _, c := range []struct{ name, got, want string }{
		{"theme", text(p[1].Theme), "深入推進項目攻堅戰"},
		{"measures", p[1].Measures[0].Text + "|" + p[1].Measures[1].Text, "完善項目清單|壓實責任"},
		{"lead unit", text(p[1].LeadUnit), "區發展和改革局"},
		{"support units", p[1].SupportUnits[0].Text + "|" + p[1].SupportUnits[1].Text, "區財政局|區審計局"},
		{"deadline as a number", string(p[1].Deadline.Start), "2024-12-31"},
		{"deadline as a text", string(p[2].Deadline.Start), "2024-07-31"},
		{"deadline in words", string(p[3].Deadline.Start) + p[3].Deadline.Text, "汛期前"},
		{"measure that became a theme", text(p[3].Theme) + "|" + p[3].Measures[0].Text, "道路工程要搶抓施工黃金期|優化施工組織"},
		{"measure as a task", p[5].Measures[0].Text, "各級幹部改進作風"},
		{"target", text(p[5].Target), ""},
		{"removed measure", p[5].Measures[1].Text, "多到一線解決問題"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	if p[1].Measures[0].Span == (formats.Span{}) || len(p[5].Measures) != 2 {
		t.Errorf("a measure that stayed lost its place, or one is too many: %+v", p[5].Measures)
	}
	last := b.Notes[len(b.Notes)-1]
	if last.Code != "edited" || last.Message != "「重點任務」第3項「減少會議文件」已刪去" {
		t.Errorf("note %+v", last)
	}
}

func TestEditOthers(t *testing.T) {
	src := corrected(t, workbook(t, bulletin(t, "hans"), Options{}), func(f *excelize.File) error {
		for sheet, values := range map[string]map[string]any{
			"会议信息": {"B3": "新标题", "B5": "2024-03-06", "B7": "新名称", "B10": 7, "B12": "", "B14": "柳知夏、宋砚", "B16": "x.txt"},
			"决定事项": {"B3": "通过办法", "D3": "批准", "E3": 9, "G4": ""},
			"人事任免": {"B3": "江一航", "C3": "主任", "D3": "选举"},
			"文件引用": {"B3": "《办法》"},
			"原文":   {"C3": "改了原文"},
		} {
			if err := set(sheet, values)(f); err != nil {
				return err
			}
		}
		return f.RemoveRow("指标数字", 4)
	})
	b := loaded(t, src)
	m, d, a := b.Meetings[0], b.Decisions, b.Appointments[0]
	if b.Title.Text != "新标题" || b.Date.Start != "2024-03-06" || m.Name.Text != "新名称" || *m.Term != 7 || m.Place != nil ||
		strings.Join(m.PresidedBy, " ") != "柳知夏 宋砚" || b.Text.Name != "青禾推进会.txt" {
		t.Errorf("meeting %+v", m)
	}
	if d[0].Text != "通过办法" || d[0].Outcome != formats.Approved || *d[0].Votes.For != 9 || d[1].Votes.Abstain != nil || *d[1].Votes.For != 128 {
		t.Errorf("decisions %+v", d)
	}
	if a.Person != "江一航" || a.Post != "主任" || a.Act != formats.Elected || len(b.Figures) != 2 || b.Figures[1].Value != 6.2 {
		t.Errorf("appointment %+v, figures %+v", a, b.Figures)
	}
	unheld := 0
	for _, n := range b.Notes {
		if n.Code == "edit-unheld" {
			unheld++
		}
	}
	if unheld != 2 { // the file's name and the document
		t.Errorf("%d changes that the bulletin cannot hold, want 2", unheld)
	}
}

// TestLoadRearranged holds that the order of rows and columns does not
// matter, nor a row above the header, a new name of a sheet or a deleted one.
func TestLoadRearranged(t *testing.T) {
	b := bulletin(t, "hans")
	src := corrected(t, workbook(t, b, Options{}), func(f *excelize.File) error {
		for _, err := range []error{
			f.DuplicateRowTo("出席人员", 3, 14), f.RemoveRow("出席人员", 3), f.InsertRows("出席人员", 1, 2),
			f.RemoveCol("重点任务", "N"), f.InsertCols("重点任务", "C", 1),
			f.SetSheetName("重点任务", "任务分解表"), f.DeleteSheet("文件引用"),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if diff := cmp.Diff(b, loaded(t, src)); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
}

func TestLoadErrors(t *testing.T) {
	ours := workbook(t, bulletin(t, "hans"), Options{})
	var foreign bytes.Buffer
	if err := excelize.NewFile().Write(&foreign); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		src  []byte
		want string
	}{
		{"no archive", []byte("x"), "not a workbook"},
		{"foreign", foreign.Bytes(), "convert the original document"},
		{"merged", merged(t, synthetic(1, 2), Options{}), "convert the original document"},
		{"new row", corrected(t, ours, set("出席人员", map[string]any{"A13": 11, "B13": "某人"})), `sheet 出席人员, row 13: 序号 "11" was not written here`},
		{"new row without a number", corrected(t, ours, set("出席人员", map[string]any{"B13": "某人", "D13": "局长"})), `sheet 出席人员, row 13: 序号 "" was not written here`},
		{"row twice", corrected(t, ours, set("重点任务", map[string]any{"A4": 1})), `sheet 重点任务, row 4: 序号 "1" was not written here, or stands there already`},
		{"unknown role", corrected(t, ours, set("出席人员", map[string]any{"F4": "旁听"})), `sheet 出席人员, row 4: "旁听" is not known here: write one of 主持, 汇报`},
		{"unknown category", corrected(t, ours, set("出席人员", map[string]any{"E4": "在场"})), `"在场" is not known here: write one of 主持, 出席, 列席, 缺席`},
		{"no number", corrected(t, ours, set("出席人员", map[string]any{"G4": "很多"})), `"很多" is no number`},
		{"unknown outcome", corrected(t, ours, set("决定事项", map[string]any{"D3": "搁置"})), `write one of 通过, 原则通过`},
	} {
		if _, err := Load(c.src); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// FuzzLoad holds that no bytes make reading fail otherwise than by an error.
func FuzzLoad(f *testing.F) {
	f.Add(workbook(f, &formats.Bulletin{}, Options{}))
	f.Add(workbook(f, bulletin(f, "hans"), Options{}))
	f.Fuzz(func(t *testing.T, src []byte) {
		if b, err := Load(src); err == nil && b == nil {
			t.Error("neither a bulletin nor an error")
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	src := workbook(b, bulletin(b, "hans"), Options{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(src); err != nil {
			b.Fatal(err)
		}
	}
}
