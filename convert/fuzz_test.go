package convert_test

import (
	"reflect"
	"testing"

	"gongbao/convert"
	"gongbao/formats/text"
)

// FuzzParse looks for documents that the parser panics on, or of which it
// says what is not so. It takes each input as a document and as a choice of
// pieces to make one of. The corpus holds hostile ones; the samples are added.
func FuzzParse(f *testing.F) {
	for _, doc := range documentsOf(f) {
		f.Add(doc.Source)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, bytes := range []string{src, assemble([]byte(src[:min(len(src), 500)]))} {
			doc, err := text.Read([]byte(bytes), "fuzz")
			if err != nil {
				continue
			}
			b := convert.Parse(doc)
			for _, wrong := range unsound(b) {
				t.Errorf("%s in %q", wrong, bytes)
			}
			if !reflect.DeepEqual(convert.Parse(doc), b) {
				t.Errorf("understood in two ways: %q", bytes)
			}
		}
	})
}
