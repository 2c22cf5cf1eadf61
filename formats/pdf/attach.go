package pdf

import (
	"bytes"
	"fmt"

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
