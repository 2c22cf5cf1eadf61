package xlsx

import (
	"strconv"
	"strings"

	"gongbao/formats/table"
)

// appendTail writes what stands behind the rows, in the order that the
// format prescribes.
func (s *sheet) appendTail(b []byte) []byte {
	b = append(b, `</sheetData><autoFilter ref="A2:`+s.lastColumn()+strconv.Itoa(s.last)+`"/>`...)
	if n := s.titleColumns(); n > 1 {
		b = append(b, `<mergeCells count="1"><mergeCell ref="A1:`+columnName(n-1)+`1"/></mergeCells>`...)
	}
	b = s.appendConditions(b)
	b = s.appendChoices(b)
	b = s.appendLinks(b)
	b = append(b, `<printOptions horizontalCentered="1"/>`+
		`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`+
		`<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/><headerFooter><oddFooter>`...)
	b = appendText(b, footer(s.language))
	b = append(b, `</oddFooter></headerFooter>`...)
	if s.chart != nil {
		b = append(b, `<drawing r:id="rId1"/>`...)
	}
	return append(b, `</worksheet>`...)
}

// footer numbers the pages of a print.
func footer(language string) string {
	switch {
	case english(language):
		return "&CPage &P of &N"
	case traditional(language):
		return "&C第&P頁/共&N頁"
	}
	return "&C第&P页/共&N页"
}

// appendConditions marks what is overdue and what is doubtful.
func (s *sheet) appendConditions(b []byte) []byte {
	if s.last < firstRow {
		return b
	}
	deadline, dated := s.column("deadline")
	status, stated := s.column("status")
	if dated && stated && s.table.Key == "priorities" {
		d, st := "$"+deadline+strconv.Itoa(firstRow), "$"+status+strconv.Itoa(firstRow)
		b = append(b, `<conditionalFormatting sqref="`+s.area(deadline)+`"><cfRule type="expression" dxfId="`+strconv.Itoa(overdueFormat)+`" priority="1"><formula>`...)
		b = appendText(b, `AND(ISNUMBER(`+d+`),`+d+`<TODAY(),`+st+`<>"`+table.Statuses(s.language)[2]+`")`)
		b = append(b, `</formula></cfRule></conditionalFormatting>`...)
	}
	if confidence, ok := s.column("confidence"); ok {
		b = append(b, `<conditionalFormatting sqref="`+s.area(confidence)+`"><cfRule type="cellIs" dxfId="`+strconv.Itoa(doubtfulFormat)+
			`" priority="2" operator="lessThan"><formula>0.8</formula></cfRule></conditionalFormatting>`...)
	}
	return b
}

// appendChoices gives the status of a task its list of values.
func (s *sheet) appendChoices(b []byte) []byte {
	status, ok := s.column("status")
	if !ok || s.table.Key != "priorities" || s.last < firstRow {
		return b
	}
	b = append(b, `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="`+s.area(status)+`"><formula1>`...)
	b = appendText(b, `"`+strings.Join(table.Statuses(s.language), ",")+`"`)
	return append(b, `</formula1></dataValidation></dataValidations>`...)
}

func (s *sheet) appendLinks(b []byte) []byte {
	if len(s.links) == 0 {
		return b
	}
	b = append(b, `<hyperlinks>`...)
	for i, l := range s.links {
		b = append(b, `<hyperlink ref="`+l.cell...)
		if s.external {
			b = append(b, `" r:id="rId`...)
			b = strconv.AppendInt(b, int64(i+1), 10)
		} else {
			b = append(b, `" location="`...)
			b = appendText(b, l.target)
		}
		b = append(b, `"/>`...)
	}
	return append(b, `</hyperlinks>`...)
}

// relationsXML names the files that the sheet refers to.
func (s *sheet) relationsXML(b []byte) []byte {
	b = append(b, xmlHeader+`<Relationships xmlns="`+packageNamespace+`relationships">`...)
	if s.chart != nil {
		b = appendRelation(b, 1, relationshipNamespace+"/drawing", "../drawings/drawing1.xml")
	}
	if s.external {
		for i, l := range s.links {
			b = append(b, `<Relationship Id="rId`+strconv.Itoa(i+1)+`" Type="`+relationshipNamespace+`/hyperlink" TargetMode="External" Target="`...)
			b = appendText(b, l.target)
			b = append(b, `"/>`...)
		}
	}
	return append(b, `</Relationships>`...)
}
