package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
)

const (
	// customPart is the file of a package that holds custom properties;
	// spreadsheet programs keep it when they save.
	customPart = "docProps/custom.xml"

	// marker is the custom property that marks our workbooks.
	marker = "gongbaoWorkbook"
)

// own reports whether src is a workbook that this package wrote, or one that
// a person saved again.
func own(src []byte) bool {
	if !bytes.HasPrefix(src, []byte("PK\x03\x04")) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return false
	}
	f, err := z.Open(customPart)
	if err != nil {
		return false
	}
	defer f.Close()
	const enough = 1 << 20 // properties of a person's own stand beside ours
	properties, err := io.ReadAll(io.LimitReader(f, enough))
	return err == nil && bytes.Contains(properties, []byte(`"`+marker+`"`))
}
