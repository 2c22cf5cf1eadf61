package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongbao/formats"
	"gongbao/formats/table"
)

// template is a workbook of a house that is filled in: each sheet that names
// columns of ours gets their rows, and everything else stays as it is.
type template struct {
	reading
	panels  []*panel
	palette *palette
	changed map[string][]byte // files with other contents than the template's
}

// writeTemplate writes b into a house's workbook.
func writeTemplate(w io.Writer, b *formats.Bulletin, language string, o Options) ([]formats.Note, error) {
	t, err := readTemplate(o.Template)
	if err != nil {
		return nil, err
	}
	tables := append(table.All(b, language), table.SignIn(b, language))
	notes := table.Totals(b)
	known := newVocabulary(tables)
	filled := 0
	for _, p := range t.panels {
		p.key, p.header, p.columns = known.recognise(p.texts())
		i := slices.IndexFunc(tables, func(t table.Table) bool { return t.Key == p.key })
		if i < 0 {
			continue
		}
		filled++
		notes = append(notes, unknownColumns(p, b.Language)...)
		notes = append(notes, overlong(tables[i], b.Language)...)
		t.changed[p.name] = p.fill(tables[i], t.palette, fields(b, language))
	}
	if filled == 0 {
		return nil, errors.New("template: no sheet has a row of column names that we know, such as 姓名 and 单位, or 重点任务 and 牵头单位: write them into the header row")
	}
	t.changed["xl/styles.xml"] = t.palette.xml()
	if err := t.describe(b, language); err != nil {
		return nil, err
	}
	return notes, t.write(w)
}

func readTemplate(src []byte) (*template, error) {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, fmt.Errorf("template: not a workbook: %w; save it again as .xlsx", err)
	}
	t := &template{reading: reading{zip: z}, changed: map[string][]byte{}}
	sheets, err := t.sheets()
	if err == nil {
		err = t.readShared()
	}
	if err != nil {
		return nil, fmt.Errorf("template: %w", err)
	}
	for _, s := range sheets {
		raw, err := t.content(s.file)
		if err != nil {
			return nil, fmt.Errorf("template: %w", err)
		}
		p, err := parsePanel(s.file, s.name, raw, t.text)
		if err != nil {
			return nil, err
		}
		t.panels = append(t.panels, p)
	}
	styles, err := t.content("xl/styles.xml")
	if err != nil {
		return nil, fmt.Errorf("template: %w", err)
	}
	t.palette, err = newPalette(styles)
	return t, err
}

// unknownColumns tells which columns of a template stay empty.
func unknownColumns(p *panel, language string) []formats.Note {
	kind := formats.NoteKind{
		Code: "template-column", Level: formats.Check,
		Hans: "模板工作表“%s”的列“%s”没有对应的内容，已留空", Hant: "範本工作表「%s」的欄「%s」沒有對應的內容，已留空",
	}
	var notes []formats.Note
	for i, s := range p.texts()[p.header] {
		if s = strings.TrimSpace(s); s != "" && p.columns[i] < 0 {
			notes = append(notes, kind.At(language, formats.Span{}, p.sheet, s))
		}
	}
	return notes
}

// fields replaces what stands in braces above a header.
func fields(b *formats.Bulletin, language string) *strings.Replacer {
	title := table.MeetingName(b)
	if b.Title != nil {
		title = b.Title.Text
	}
	day, name := table.Date(b.Date, language).Text, table.MeetingName(b)
	return strings.NewReplacer(
		"{会议名称}", name, "{會議名稱}", name, "{meeting}", name,
		"{会议日期}", day, "{會議日期}", day, "{date}", day,
		"{标题}", title, "{標題}", title, "{title}", title,
	)
}

// describe adds what makes the workbook ours and readable: the custom
// property and the hidden sheet. The order in which programs compute cells is
// left out, since cells have moved.
func (t *template) describe(b *formats.Bulletin, language string) error {
	json, err := record(b)
	if err != nil {
		return err
	}
	const part = "xl/worksheets/gongbao.xml"
	t.changed[part] = book{language: language, record: json}.recordXML(nil)
	edits := []struct {
		name string
		edit func(string) string
	}{
		{"xl/workbook.xml", t.addSheet},
		{"xl/_rels/workbook.xml.rels", func(s string) string {
			return addBefore(without(s, "Relationship", "calcChain"), "</Relationships>",
				`<Relationship Id="gongbao" Type="`+relationshipNamespace+`/worksheet" Target="worksheets/gongbao.xml"/>`)
		}},
		{"[Content_Types].xml", func(s string) string {
			s = addBefore(without(s, "Override", "calcChain"), "</Types>", `<Override PartName="/`+part+`" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)
			if !t.has(customPart) {
				s = addBefore(s, "</Types>", `<Override PartName="/`+customPart+`" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`)
			}
			return s
		}},
		{"_rels/.rels", func(s string) string {
			if t.has(customPart) {
				return s
			}
			return addBefore(s, "</Relationships>", `<Relationship Id="gongbao" Type="`+relationshipNamespace+`/custom-properties" Target="`+customPart+`"/>`)
		}},
	}
	for _, e := range edits {
		raw, err := t.content(e.name)
		if err != nil {
			return fmt.Errorf("template: %w", err)
		}
		t.changed[e.name] = []byte(e.edit(string(raw)))
	}
	return t.mark()
}

// mark adds our custom property to those of the house.
func (t *template) mark() error {
	t.changed[customPart] = book{}.customXML(nil)
	if !t.has(customPart) {
		return nil
	}
	raw, err := t.content(customPart)
	if err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if bytes.Contains(raw, []byte(`"`+marker+`"`)) {
		t.changed[customPart] = raw
		return nil
	}
	next := 2
	for _, m := range regexp.MustCompile(` pid="(\d+)"`).FindAllSubmatch(raw, -1) {
		next = max(next, atoi(string(m[1]), 0)+1)
	}
	t.changed[customPart] = []byte(addBefore(string(raw), "</Properties>", property(next)))
	return nil
}

// addSheet enters the hidden sheet into the workbook, moves the areas that
// its names stand for, and has formulas computed anew.
func (t *template) addSheet(s string) string {
	next := 1
	for _, m := range regexp.MustCompile(` sheetId="(\d+)"`).FindAllStringSubmatch(s, -1) {
		next = max(next, atoi(m[1], 0)+1)
	}
	s = addBefore(s, "</sheets>", `<sheet xmlns:r="`+relationshipNamespace+`" name="`+recordSheet+`" sheetId="`+strconv.Itoa(next)+`" state="veryHidden" r:id="gongbao"/>`)
	s = regexp.MustCompile(`<calcPr\b([^>]*?) fullCalcOnLoad="[^"]*"`).ReplaceAllString(s, `<calcPr$1`)
	s = strings.Replace(s, `<calcPr`, `<calcPr fullCalcOnLoad="1"`, 1)
	name := regexp.MustCompile(`(<definedName\b[^>]*>)([^<]*)(</definedName>)`)
	return name.ReplaceAllStringFunc(s, func(element string) string {
		m := name.FindStringSubmatch(element)
		areas := strings.Split(m[2], ",")
		for i, area := range areas {
			areas[i] = t.movedArea(area)
		}
		return m[1] + strings.Join(areas, ",") + m[3]
	})
}

// movedArea moves an area such as 'Sheet 1'!$A$1:$J$3.
func (t *template) movedArea(area string) string {
	i := strings.LastIndexByte(area, '!')
	if i < 0 {
		return area
	}
	sheet := strings.ReplaceAll(strings.Trim(strings.NewReplacer("&apos;", "'", "&#39;", "'", "&amp;", "&").Replace(area[:i]), "'"), "''", "'")
	for _, p := range t.panels {
		if p.sheet == sheet && p.key != "" {
			return area[:i+1] + p.shift.area(area[i+1:], true)
		}
	}
	return area
}

// addBefore inserts a piece before the last mark of s.
func addBefore(s, mark, piece string) string {
	i := strings.LastIndex(s, mark)
	if i < 0 {
		return s
	}
	return s[:i] + piece + s[i:]
}

// without drops the elements of a name that mention a word.
func without(s, element, word string) string {
	return regexp.MustCompile(`<`+element+`\b[^>]*`+word+`[^>]*(?:/>|></`+element+`>)`).ReplaceAllString(s, "")
}

func (t *template) has(name string) bool {
	return slices.ContainsFunc(t.zip.File, func(f *zip.File) bool { return f.Name == name })
}

// write writes the package: the template's files in their order, then ours.
func (t *template) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, f := range t.zip.File {
		content, changed := t.changed[f.Name]
		var err error
		switch {
		case changed:
			err = addFile(z, f.Name, content)
			delete(t.changed, f.Name)
		case f.Name != "xl/calcChain.xml":
			err = z.Copy(f)
		}
		if err != nil {
			return err
		}
	}
	for _, name := range []string{customPart, "xl/worksheets/gongbao.xml"} {
		if content, ok := t.changed[name]; ok {
			if err := addFile(z, name, content); err != nil {
				return err
			}
		}
	}
	return z.Close()
}

func addFile(z *zip.Writer, name string, content []byte) error {
	f, err := z.Create(name)
	if err == nil {
		_, err = f.Write(content)
	}
	return err
}
