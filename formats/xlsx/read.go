package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"time"
)

// maxPart is how many bytes one file of a package may have when it is read.
const maxPart = 256 << 20

// grid is what a sheet holds: the texts of its cells by row, numbers in
// their shortest form.
type grid struct {
	name string
	rows [][]string
}

// reading is a package that is being read.
type reading struct {
	zip    *zip.Reader
	shared []string
	since  time.Time // the day that dates count from
}

// readGrids reads the sheets of a workbook, the hidden ones too, and the day
// that its dates count from.
func readGrids(src []byte) ([]grid, time.Time, error) {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("not a workbook: %w; save it again as .xlsx", err)
	}
	r := reading{zip: z}
	sheets, err := r.sheets()
	if err == nil {
		err = r.readShared()
	}
	var grids []grid
	for _, s := range sheets {
		if err != nil {
			break
		}
		g := grid{name: s.name}
		g.rows, err = r.readRows(s.file)
		grids = append(grids, g)
	}
	return grids, r.since, err
}

// sheetFile is a sheet of a package: the name that a person sees, and the
// file.
type sheetFile struct{ name, file string }

// sheets lists the sheets of the workbook in their order.
func (r *reading) sheets() ([]sheetFile, error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := r.decode("xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	r.since = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if book.Properties.Date1904 == "1" || book.Properties.Date1904 == "true" {
		r.since = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	targets, err := r.relations()
	sheets := make([]sheetFile, len(book.Sheets))
	for i, s := range book.Sheets {
		sheets[i] = sheetFile{s.Name, targets[s.ID]}
	}
	return sheets, err
}

// content is a file of the package.
func (r reading) content(name string) ([]byte, error) {
	f, err := r.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(limited(f))
	if err != nil {
		return nil, fmt.Errorf("%s of the workbook: %w; save it again as .xlsx", name, err)
	}
	return raw, nil
}

func (r reading) open(name string) (io.ReadCloser, error) {
	f, err := r.zip.Open(name)
	if err != nil {
		return nil, fmt.Errorf("the workbook has no %s: save it again as .xlsx", name)
	}
	return f, nil
}

func (r reading) decode(name string, v any) error {
	f, err := r.open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := xml.NewDecoder(limited(f)).Decode(v); err != nil {
		return fmt.Errorf("%s of the workbook: %w; save it again as .xlsx", name, err)
	}
	return nil
}

var errTooBig = errors.New("it is too big")

// limited fails where a part grows beyond what is sensible, however small it
// was packed.
func limited(f io.Reader) io.Reader { return &limit{f, maxPart} }

type limit struct {
	file io.Reader
	left int
}

func (l *limit) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errTooBig
	}
	n, err := l.file.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// relations maps the identifiers of sheets to their files.
func (r reading) relations() (map[string]string, error) {
	var v struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := r.decode("xl/_rels/workbook.xml.rels", &v); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, rel := range v.Relations {
		target := path.Join("xl", rel.Target)
		if strings.HasPrefix(rel.Target, "/") {
			target = rel.Target[1:]
		}
		targets[rel.ID] = target
	}
	return targets, nil
}

// richText is a text that may be in several pieces; what is written above
// Han characters to tell how they sound is none of it.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t richText) text() string {
	s := t.Text
	for _, run := range t.Runs {
		s += run.Text
	}
	return unescaped(s)
}

// unescaped reads _xHHHH_ as the format prescribes.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] != '_' || !escapeLike(s[i:]) {
			b.WriteByte(s[i])
			i++
			continue
		}
		n, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil {
			return s // cannot happen: the digits were looked at
		}
		b.WriteRune(rune(n))
		i += len("_xHHHH_")
	}
	return b.String()
}

func (r *reading) readShared() error {
	if _, err := r.zip.Open("xl/sharedStrings.xml"); err != nil {
		return nil // no workbook needs them
	}
	var v struct {
		Items []richText `xml:"si"`
	}
	err := r.decode("xl/sharedStrings.xml", &v)
	for _, item := range v.Items {
		r.shared = append(r.shared, item.text())
	}
	return err
}

// cell is a cell as it stands in the file.
type cell struct {
	Ref    string   `xml:"r,attr"`
	Type   string   `xml:"t,attr"`
	Value  string   `xml:"v"`
	Inline richText `xml:"is"`
}

func (r reading) readRows(name string) ([][]string, error) {
	f, err := r.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows [][]string
	for d := xml.NewDecoder(limited(f)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s of the workbook: %w; save it again as .xlsx", name, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "row" {
			continue
		}
		var row struct {
			Number int    `xml:"r,attr"`
			Cells  []cell `xml:"c"`
		}
		if err := d.DecodeElement(&row, &start); err != nil {
			return nil, fmt.Errorf("%s of the workbook: %w; save it again as .xlsx", name, err)
		}
		for len(rows) < min(row.Number, maxRows)-1 {
			rows = append(rows, nil) // a row without cells need not be there
		}
		rows = append(rows, r.texts(row.Cells))
	}
}

func (r reading) texts(cells []cell) []string {
	var row []string
	for _, c := range cells {
		i := columnIndex(c.Ref, len(row))
		if i >= maxColumns {
			continue
		}
		for len(row) <= i {
			row = append(row, "")
		}
		row[i] = r.text(c)
	}
	return row
}

func (r reading) text(c cell) string {
	switch c.Type {
	case "s":
		n, err := strconv.Atoi(c.Value)
		if err != nil || n < 0 || n >= len(r.shared) {
			return ""
		}
		return r.shared[n]
	case "inlineStr":
		return c.Inline.text()
	case "str":
		return unescaped(c.Value)
	case "", "n":
		if f, err := strconv.ParseFloat(c.Value, 64); err == nil {
			return strconv.FormatFloat(f, 'f', -1, 64)
		}
	}
	return c.Value
}

// columnIndex counts the column of a cell from 0; a cell without a place
// follows the one before it.
func columnIndex(ref string, next int) int {
	n := 0
	for _, r := range ref {
		if r < 'A' || r > 'Z' || n > maxColumns {
			break
		}
		n = n*26 + int(r-'A') + 1
	}
	if n == 0 {
		return next
	}
	return n - 1
}
