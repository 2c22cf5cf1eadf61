package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"gongbao/formats"
)

// attachment is the name of the normalised JSON inside the PDF.
const attachment = "bulletin.json"

// attach adds the bulletin's normalised JSON as an attached file and returns
// its description.
func (f *file) attach(b *formats.Bulletin) (ref, error) {
	var data bytes.Buffer
	if err := formats.Encode(&data, b); err != nil {
		return 0, err
	}
	content := f.squeezed(fmt.Sprintf("/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d>>", data.Len()), data.Bytes())
	name := text(attachment)
	return f.add("<</Type/Filespec/F%s/UF%s/AFRelationship/Data/Desc%s/EF<</F %v/UF %v>>>>",
		name, name, text(formats.SchemaName), content, content), nil
}

// ErrNoData is the error for a PDF without a bulletin inside: another
// program's, one of ours that was written without, or one that another program
// has rewritten.
var ErrNoData = errors.New("no bulletin is attached to this PDF: convert the original document, or a JSON or workbook of it")

// load reads back the bulletin attached to a PDF that Write wrote.
func load(src []byte) (*formats.Bulletin, error) {
	const most = 1 << 30 // bytes: more is no bulletin of ours
	_, rest, ok := bytes.Cut(src, []byte("/Type/EmbeddedFile/Subtype/application#2Fjson/"))
	if !ok || !own(src) {
		return nil, ErrNoData
	}
	_, data, ok := bytes.Cut(rest, []byte("\nstream\n"))
	if !ok {
		return nil, ErrNoData
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, ErrNoData
	}
	return formats.Decode(io.LimitReader(r, most))
}
