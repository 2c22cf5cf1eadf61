package xlsx

import (
	"archive/zip"
	"io"
	"strconv"
	"strings"

	"gongbao/formats"
)

const (
	xmlHeader             = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNamespace         = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNamespace      = "http://schemas.openxmlformats.org/package/2006/"
)

// book is a workbook: its sheets and what is said of it as a whole.
type book struct {
	title       string
	language    string
	traditional bool // the script of the text, which decides the typefaces
	sheets      []*sheet
	record      []byte // what reads the workbook back; nil if nothing can
}

// part is one file of the package, which is written now or has grown before.
type part struct {
	name  string
	write func(io.Writer) error
	grown *packed
}

// write writes the package: always the same files in the same order, and no
// time in any.
func (k book) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, p := range k.parts() {
		if err := p.addTo(z); err != nil {
			return err
		}
	}
	return z.Close()
}

func (p part) addTo(z *zip.Writer) error {
	if p.grown != nil {
		return p.grown.addTo(z, p.name)
	}
	file, err := z.Create(p.name)
	if err != nil {
		return err
	}
	return p.write(file)
}

func (k book) parts() []part {
	whole := func(name string, content func([]byte) []byte) part {
		return part{name: name, write: func(w io.Writer) error {
			_, err := w.Write(content(make([]byte, 0, 8<<10)))
			return err
		}}
	}
	parts := []part{
		whole("[Content_Types].xml", k.contentTypesXML),
		whole("_rels/.rels", k.rootRelationsXML),
		whole("docProps/app.xml", k.applicationXML),
		whole("docProps/core.xml", k.coreXML),
		whole(customPart, k.customXML),
		whole("xl/workbook.xml", k.workbookXML),
		whole("xl/_rels/workbook.xml.rels", k.relationsXML),
		whole("xl/styles.xml", k.stylesXML),
	}
	for i, s := range k.sheets {
		name := "sheet" + strconv.Itoa(i+1) + ".xml"
		parts = append(parts, part{"xl/worksheets/" + name, func(w io.Writer) error { return s.write(w, i == 0) }, s.grown})
		if s.external || s.chart != nil {
			parts = append(parts, whole("xl/worksheets/_rels/"+name+".rels", s.relationsXML))
		}
		if s.chart != nil {
			parts = append(parts, whole(drawingPart, s.chart.drawingXML), whole("xl/drawings/_rels/drawing1.xml.rels", s.chart.drawingRelationsXML),
				whole(chartPart, s.chart.chartXML))
		}
	}
	if k.record != nil {
		parts = append(parts, whole(k.recordPart(), k.recordXML))
	}
	return parts
}

func (k book) recordPart() string {
	return "xl/worksheets/sheet" + strconv.Itoa(len(k.sheets)+1) + ".xml"
}

// recordXML writes the hidden sheet: one cell a row.
func (k book) recordXML(b []byte) []byte {
	b = append(b, xmlHeader+`<worksheet xmlns="`+mainNamespace+`"><sheetData>`...)
	for i, s := range append([]string{recordFor, k.language}, pieces(string(k.record))...) {
		n := strconv.Itoa(i + 1)
		b = append(b, `<row r="`+n+`"><c r="A`+n+`" t="inlineStr"><is><t xml:space="preserve">`...)
		b = appendText(b, s)
		b = append(b, `</t></is></c></row>`...)
	}
	return append(b, `</sheetData></worksheet>`...)
}

func (k book) contentTypesXML(b []byte) []byte {
	const office = "application/vnd.openxmlformats-officedocument."
	b = append(b, xmlHeader+`<Types xmlns="`+packageNamespace+`content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`...)
	override := func(name, kind string) {
		b = append(b, `<Override PartName="/`+name+`" ContentType="`+kind+`+xml"/>`...)
	}
	override("docProps/app.xml", office+"extended-properties")
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
	override(customPart, office+"custom-properties")
	override("xl/workbook.xml", office+"spreadsheetml.sheet.main")
	override("xl/styles.xml", office+"spreadsheetml.styles")
	for i, s := range k.sheets {
		override("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", office+"spreadsheetml.worksheet")
		if s.chart != nil {
			override(drawingPart, office+"drawing")
			override(chartPart, office+"drawingml.chart")
		}
	}
	if k.record != nil {
		override(k.recordPart(), office+"spreadsheetml.worksheet")
	}
	return append(b, `</Types>`...)
}

func appendRelation(b []byte, id int, kind, target string) []byte {
	return append(b, `<Relationship Id="rId`+strconv.Itoa(id)+`" Type="`+kind+`" Target="`+target+`"/>`...)
}

func (k book) rootRelationsXML(b []byte) []byte {
	b = append(b, xmlHeader+`<Relationships xmlns="`+packageNamespace+`relationships">`...)
	b = appendRelation(b, 1, relationshipNamespace+"/officeDocument", "xl/workbook.xml")
	b = appendRelation(b, 2, packageNamespace+"relationships/metadata/core-properties", "docProps/core.xml")
	b = appendRelation(b, 3, relationshipNamespace+"/extended-properties", "docProps/app.xml")
	b = appendRelation(b, 4, relationshipNamespace+"/custom-properties", customPart)
	return append(b, `</Relationships>`...)
}

func (k book) relationsXML(b []byte) []byte {
	b = append(b, xmlHeader+`<Relationships xmlns="`+packageNamespace+`relationships">`...)
	for i := range k.sheets {
		b = appendRelation(b, i+1, relationshipNamespace+"/worksheet", "worksheets/sheet"+strconv.Itoa(i+1)+".xml")
	}
	b = appendRelation(b, len(k.sheets)+2, relationshipNamespace+"/styles", "styles.xml")
	if k.record != nil {
		b = appendRelation(b, len(k.sheets)+1, relationshipNamespace+"/worksheet", strings.TrimPrefix(k.recordPart(), "xl/"))
	}
	return append(b, `</Relationships>`...)
}

func (k book) workbookXML(b []byte) []byte {
	b = append(b, xmlHeader+`<workbook xmlns="`+mainNamespace+`" xmlns:r="`+relationshipNamespace+`"><workbookPr/>`+
		`<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>`...)
	for i, s := range k.sheets {
		n := strconv.Itoa(i + 1)
		b = append(b, `<sheet name="`...)
		b = appendText(b, s.table.Label)
		b = append(b, `" sheetId="`+n+`" r:id="rId`+n+`"/>`...)
	}
	if k.record != nil {
		n := strconv.Itoa(len(k.sheets) + 1)
		b = append(b, `<sheet name="`+recordSheet+`" sheetId="`+n+`" state="veryHidden" r:id="rId`+n+`"/>`...)
	}
	b = append(b, `</sheets><definedNames>`...)
	for i, s := range k.sheets {
		local := `localSheetId="` + strconv.Itoa(i) + `"`
		b = append(b, `<definedName name="_xlnm._FilterDatabase" `+local+` hidden="1">`...)
		b = appendText(b, `'`+s.table.Label+`'!$A$2:$`+s.lastColumn()+`$`+strconv.Itoa(s.last))
		b = append(b, `</definedName><definedName name="_xlnm.Print_Titles" `+local+`>`...)
		if s.frozen > 0 {
			b = appendText(b, `'`+s.table.Label+`'!$A:$`+columnName(s.frozen-1)+`,`)
		}
		b = appendText(b, `'`+s.table.Label+`'!$2:$2`)
		b = append(b, `</definedName>`...)
	}
	return append(b, `</definedNames></workbook>`...)
}

func (k book) coreXML(b []byte) []byte {
	b = append(b, xmlHeader+`<cp:coreProperties xmlns:cp="`+packageNamespace+`metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`...)
	b = appendText(b, pieces(k.title)[0])
	b = append(b, `</dc:title><dc:creator>gongbao</dc:creator><cp:lastModifiedBy>gongbao</cp:lastModifiedBy><dc:language>`...)
	b = appendText(b, k.language)
	return append(b, `</dc:language></cp:coreProperties>`...)
}

func (k book) applicationXML(b []byte) []byte {
	return append(b, xmlHeader+`<Properties xmlns="`+relationshipNamespace[:len(relationshipNamespace)-len("relationships")]+
		`extended-properties"><Application>gongbao</Application></Properties>`...)
}

func (k book) customXML(b []byte) []byte {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/"
	return append(b, xmlHeader+`<Properties xmlns="`+office+`custom-properties" xmlns:vt="`+office+`docPropsVTypes">`+
		property(2)+`</Properties>`...)
}

// property is the custom property that marks our workbooks; it brings its
// own prefix for where the house's properties have another.
func property(id int) string {
	return `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="` + strconv.Itoa(id) + `" name="` + marker + `">` +
		`<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` + formats.Version + `</vt:lpwstr></property>`
}

func english(language string) bool { return language == "en" || strings.HasPrefix(language, "en-") }

func traditional(language string) bool {
	return formats.Traditional(language) || strings.HasPrefix(language, "zh-Hant-")
}
