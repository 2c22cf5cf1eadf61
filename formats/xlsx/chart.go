package xlsx

import "strconv"

// chart is a column chart beside a table: the number of its second column
// for each label of its first.
type chart struct {
	title       string
	sheet       string // the name of the table's sheet
	first, last int    // rows
}

const (
	drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/"
	drawingPart      = "xl/drawings/drawing1.xml"
	chartPart        = "xl/charts/chart1.xml"
)

// drawingXML places the chart beside the table.
func (c *chart) drawingXML(b []byte) []byte {
	return append(b, xmlHeader+`<xdr:wsDr xmlns:xdr="`+drawingNamespace+`spreadsheetDrawing" xmlns:a="`+drawingNamespace+`main"><xdr:twoCellAnchor>`+
		`<xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`+
		`<xdr:to><xdr:col>16</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>18</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`+
		`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
		`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="`+drawingNamespace+`chart">`+
		`<c:chart xmlns:c="`+drawingNamespace+`chart" xmlns:r="`+relationshipNamespace+`" r:id="rId1"/></a:graphicData></a:graphic>`+
		`</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`...)
}

func (c *chart) drawingRelationsXML(b []byte) []byte {
	b = append(b, xmlHeader+`<Relationships xmlns="`+packageNamespace+`relationships">`...)
	b = appendRelation(b, 1, relationshipNamespace+"/chart", "../charts/chart1.xml")
	return append(b, `</Relationships>`...)
}

// chartXML draws the chart. Its colours are stated because the workbook has
// no theme to take them from.
func (c *chart) chartXML(b []byte) []byte {
	const line = `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>`
	area := func(column string) string {
		return "'" + c.sheet + "'!$" + column + "$" + strconv.Itoa(c.first) + ":$" + column + "$" + strconv.Itoa(c.last)
	}
	b = append(b, xmlHeader+`<c:chartSpace xmlns:c="`+drawingNamespace+`chart" xmlns:a="`+drawingNamespace+`main" xmlns:r="`+relationshipNamespace+`">`+
		`<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>`...)
	b = appendText(b, c.title)
	b = append(b, `</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`+
		`<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>`+
		`<c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>`...)
	b = appendText(b, area("A"))
	b = append(b, `</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>`...)
	b = appendText(b, area("B"))
	return append(b, `</c:f></c:numRef></c:val></c:ser><c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`+
		`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>`+
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+line+`<c:crossAx val="2"/></c:catAx>`+
		`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>`+line+`</c:majorGridlines>`+
		`<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+line+`<c:crossAx val="1"/></c:valAx>`+
		`</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`...)
}
