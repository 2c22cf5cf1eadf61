package convert_test

import (
	"testing"

	"gongbao/convert"
	"gongbao/formats"
)

func TestCheck(t *testing.T) {
	p := convert.Parser{Words: []convert.Word{{Text: "茶司监", Class: "post"}}}
	if err := p.Check(); err != nil {
		t.Error(err)
	}
	p.Words = append(p.Words, convert.Word{Text: "茶话", Class: "role:sang"})
	if err := p.Check(); err == nil {
		t.Error("a class that does not exist passes")
	}
}

// TestParseNothing understands documents that hold nothing.
func TestParseNothing(t *testing.T) {
	for _, doc := range []formats.Text{
		{},
		{Source: "没有段落。"},
		{Source: " ", Paragraphs: []formats.Paragraph{{Span: formats.Span{Start: 0, End: 1}}}},
	} {
		if b := convert.Parse(doc); summary(b) != summary(&formats.Bulletin{}) || b.Generator.Dictionary == "" {
			t.Errorf("%q holds %s", doc.Source, summary(b))
		}
	}
}

// TestNotesOfTheReader keeps what reading noted.
func TestNotesOfTheReader(t *testing.T) {
	note := formats.Note{Code: "undecodable-bytes", Level: formats.Warning}
	b := convert.Parse(formats.Text{Notes: []formats.Note{note}})
	if len(b.Notes) != 1 || b.Notes[0] != note || b.Text.Notes != nil {
		t.Errorf("notes %v, the text's %v", b.Notes, b.Text.Notes)
	}
}
