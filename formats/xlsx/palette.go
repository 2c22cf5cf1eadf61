package xlsx

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
)

// palette is the list of cell formats of a template, to which formats are
// added that differ from one of its own in one thing.
type palette struct {
	raw      []byte
	from, to int // of the list in raw
	formats  [][]byte
	added    map[variant]int
}

// variant is what an added format is made from.
type variant struct {
	base   int
	day    bool // shows a date
	quoted bool // stays text when somebody edits the cell
	header bool // is the format of a header without its emphasis
}

// dayOfLocale is the built-in number format of a date.
const dayOfLocale = "14"

func newPalette(raw []byte) (*palette, error) {
	list := regexp.MustCompile(`(?s)<cellXfs\b[^>]*>(.*?)</cellXfs>`).FindSubmatchIndex(raw)
	if list == nil {
		return nil, errors.New("template: it has no list of cell formats: save it again as .xlsx")
	}
	p := &palette{raw: raw, from: list[0], to: list[1], added: map[variant]int{}}
	p.formats = regexp.MustCompile(`(?s)<xf\b[^>]*?(?:/>|>.*?</xf>)`).FindAll(raw[list[2]:list[3]], -1)
	return p, nil
}

// of is the format for a cell that the template formats with base.
func (p *palette) of(v variant) int {
	if v.base >= len(p.formats) {
		v.base = 0
	}
	if v == (variant{base: v.base}) || len(p.formats) == 0 {
		return v.base
	}
	if i, ok := p.added[v]; ok {
		return i
	}
	xf := p.formats[v.base]
	if v.day && !bytes.Contains(xf, []byte(` numFmtId="0"`)) {
		v.day = false // the house shows dates in its own way
		return p.of(v)
	}
	if v.day {
		xf = with(with(xf, "numFmtId", dayOfLocale), "applyNumberFormat", "1")
	}
	if v.quoted {
		xf = with(xf, "quotePrefix", "1")
	}
	if v.header {
		xf = with(with(xf, "fontId", "0"), "fillId", "0")
		xf = wrapped(xf)
	}
	p.formats = append(p.formats, xf)
	p.added[v] = len(p.formats) - 1
	return len(p.formats) - 1
}

// with sets an attribute of the first tag of an element.
func with(element []byte, name, value string) []byte {
	attribute := []byte(" " + name + `="` + value + `"`)
	tag := bytes.IndexByte(element, '>')
	old := regexp.MustCompile(` ` + name + `="[^"]*"`)
	if head := element[:tag]; old.Match(head) {
		return append(old.ReplaceAll(head, attribute), element[tag:]...)
	}
	const start = len("<xf")
	return bytes.Join([][]byte{element[:start], attribute, element[start:]}, nil)
}

// wrapped is a format that shows long texts in several lines.
func wrapped(xf []byte) []byte {
	tag := bytes.TrimSuffix(xf[:bytes.IndexByte(xf, '>')], []byte("/"))
	tag = with(append(bytes.Clone(tag), '>'), "applyAlignment", "1")
	return append(tag, `<alignment vertical="center" wrapText="1"/></xf>`...)
}

// xml is the file of formats with those that were added.
func (p *palette) xml() []byte {
	list := []byte(`<cellXfs count="` + strconv.Itoa(len(p.formats)) + `">`)
	list = append(list, bytes.Join(p.formats, nil)...)
	list = append(list, "</cellXfs>"...)
	return bytes.Join([][]byte{p.raw[:p.from], list, p.raw[p.to:]}, nil)
}
