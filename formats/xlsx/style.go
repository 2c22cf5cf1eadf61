package xlsx

import "strconv"

// kind is what a cell of the body shows.
type kind int

const (
	plain kind = iota
	link       // the number of a paragraph, which leads there
	jump       // another number that leads somewhere
	day        // a date
	score      // a number with two decimals
	kinds      // how many there are
)

// style is the look of a cell of the body.
type style struct {
	kind    kind
	centred bool
	quoted  bool // stays text when somebody edits the cell
}

// The formats before those of the body.
const (
	bareFormat = iota
	titleFormat
	headerFormat
	uprightFormat // a header that is read from below
	bodyFormat
)

// index is the place of the style in the list that stylesXML writes.
func (s style) index() int {
	i := bodyFormat + 4*int(s.kind)
	if s.centred {
		i++
	}
	if s.quoted {
		i += 2
	}
	return i
}

// The differential formats that conditions refer to.
const (
	overdueFormat = iota
	doubtfulFormat
)

// typefaces are the fonts of a document: title and body.
func typefaces(traditional bool) (title, body string) {
	if traditional {
		return "標楷體", "新細明體"
	}
	return "黑体", "宋体"
}

// dayFormat is the number format of a date.
func dayFormat(language string) string {
	if english(language) {
		return "yyyy-mm-dd"
	}
	return `yyyy"年"m"月"d"日"`
}

// placeFormat is the number format of a paragraph's number.
func placeFormat(language string) string {
	if english(language) {
		return `"¶ "0`
	}
	return `"第"0"段"`
}

// The number formats that the workbook defines; 164 is the first free one.
const (
	dayFormatID   = 164
	placeFormatID = 165
)

// stylesXML writes the formats of the workbook. The first font, by whose
// digits column widths are counted, is that of the body: there a Han
// character is two units wide.
func (k book) stylesXML(b []byte) []byte {
	title, body := typefaces(k.traditional)
	b = append(b, xmlHeader+`<styleSheet xmlns="`+mainNamespace+`"><numFmts count="2"><numFmt numFmtId="164" formatCode="`...)
	b = appendText(b, dayFormat(k.language))
	b = append(b, `"/><numFmt numFmtId="165" formatCode="`...)
	b = appendText(b, placeFormat(k.language))
	b = append(b, `"/></numFmts><fonts count="4">`...)
	b = appendFont(b, "", "10.5", "", body)
	b = appendFont(b, "<b/>", "16", "", title)
	b = appendFont(b, "<b/>", "10.5", "", body)
	b = appendFont(b, "<u/>", "10.5", "FF0563C1", body)
	b = append(b, `</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`+
		`<fill><patternFill patternType="solid"><fgColor rgb="FFD9D9D9"/><bgColor indexed="64"/></patternFill></fill></fills>`+
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>`+
		`<left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right>`+
		`<top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>`+
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`...)
	b = append(b, `<cellXfs count="`...)
	b = strconv.AppendInt(b, int64(bodyFormat+4*int(kinds)), 10)
	b = append(b, `"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`...)
	b = appendFormat(b, 0, 1, 0, 0, `horizontal="center"`, false)
	b = appendFormat(b, 0, 2, 2, 1, `horizontal="center"`, false)
	b = appendFormat(b, 0, 2, 2, 1, `horizontal="center" textRotation="90"`, false)
	for kind := range kinds {
		for i := range 4 {
			b = appendBodyFormat(b, style{kind, i&1 != 0, i&2 != 0})
		}
	}
	return append(b, `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`+
		`<dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>`+
		`<dxf><font><color rgb="FF7F6000"/></font><fill><patternFill><bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf></dxfs>`+
		`<tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`...)
}

func appendFont(b []byte, emphasis, size, colour, name string) []byte {
	b = append(b, "<font>"+emphasis+`<sz val="`+size+`"/>`...)
	if colour != "" {
		b = append(b, `<color rgb="`+colour+`"/>`...)
	}
	return append(b, `<name val="`+name+`"/></font>`...)
}

func appendBodyFormat(b []byte, s style) []byte {
	format, font, align := 0, 0, `horizontal="left"`
	switch s.kind {
	case link:
		format, font = placeFormatID, 3
	case jump:
		font = 3
	case day:
		format = dayFormatID
	case score:
		format = 2 // built in: 0.00
	}
	if s.centred {
		align = `horizontal="center"`
	}
	return appendFormat(b, format, font, 0, 1, align, s.quoted)
}

func appendFormat(b []byte, format, font, fill, border int, align string, quoted bool) []byte {
	attribute := func(name string, n int) {
		b = append(b, name...)
		b = append(b, `="`...)
		b = strconv.AppendInt(b, int64(n), 10)
		b = append(b, `" `...)
	}
	b = append(b, "<xf "...)
	attribute("numFmtId", format)
	attribute("fontId", font)
	attribute("fillId", fill)
	attribute("borderId", border)
	attribute("xfId", 0)
	if quoted {
		attribute("quotePrefix", 1)
	}
	if format != 0 {
		attribute("applyNumberFormat", 1)
	}
	return append(b, `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment `+align+` vertical="center" wrapText="1"/></xf>`...)
}
