package formats

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "rewrite generated and golden files")

// named gives the schema of the types whose values are a closed set, and of
// those that write themselves.
func named(t reflect.Type) *jsonschema.Schema {
	one := func(values ...any) *jsonschema.Schema { return &jsonschema.Schema{Type: "string", Enum: values} }
	switch reflect.Zero(t).Interface().(type) {
	case Optional:
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Type: "string", MinLength: new(uint64(1))}, {Type: "null"}}}
	case ParagraphKind:
		return one(TitleParagraph, MetaParagraph, HeadingParagraph, BodyParagraph, ListParagraph, TableParagraph, SignatureParagraph)
	case AttendeeKind:
		return one(Person, Group, Body)
	case Role:
		return one(Presided, Reported, Spoke, Deployed, Guided, Attended, Nonvoting, Absent, Recorded, Directed)
	case Outcome:
		return one(Adopted, AdoptedInPrinciple, Approved, Noted, Deferred, Rejected)
	case Act:
		return one(Appointed, Elected, Removed, Resigned, CoOpted)
	case FigureKind:
		return one(TargetFigure, ResultFigure)
	case Level:
		return one(Info, Check, Warning)
	case OffsetUnit:
		return one(CodePoint, UTF16, Byte)
	}
	return nil
}

func generated(t *testing.T) []byte {
	r := jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: named}
	s := r.Reflect(wire{})
	s.Title = "gongbao bulletin"
	s.Description = "A Chinese official bulletin as normalised data. Offsets count offsetUnit into source.text."
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

func TestSchemaMatchesTypes(t *testing.T) {
	want := generated(t)
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(string(want), string(Schema())); d != "" {
		t.Errorf("schema.json is not what the types say; run go generate ./formats\n%s", d)
	}
}

func compiled(t testing.TB) *validator.Schema {
	doc, err := validator.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("bulletin.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("bulletin.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t testing.TB, s *validator.Schema, doc []byte) error {
	v, err := validator.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}
