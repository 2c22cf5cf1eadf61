package samples_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"gongbao/formats"
)

// TestContract holds the output on every sample to what the JSON promises.
func TestContract(t *testing.T) {
	schema := compiled(t)
	for _, name := range names(t) {
		contract(t, schema, name, parsed(t, name, sample(t, name)))
	}
}

func compiled(t *testing.T) *validator.Schema {
	t.Helper()
	doc, err := validator.UnmarshalJSON(bytes.NewReader(formats.Schema()))
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

// contract checks one bulletin: its JSON fits the schema, reads back equal,
// and every value that has a place is what stands there, in every unit.
func contract(t *testing.T, schema *validator.Schema, name string, b *formats.Bulletin) {
	t.Helper()
	for _, unit := range []formats.OffsetUnit{formats.CodePoint, formats.UTF16, formats.Byte} {
		var out bytes.Buffer
		if err := (formats.Encoder{Unit: unit}).Encode(&out, b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, err := validator.UnmarshalJSON(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s, %s: %v", name, unit, err)
		}
		back, err := formats.Decode(&out)
		if err != nil {
			t.Fatalf("%s, %s: %v", name, unit, err)
		}
		if d := cmp.Diff(b, back); d != "" {
			t.Errorf("%s, %s, read back: %s", name, unit, d)
		}
		for _, wrong := range misplaced(doc.(map[string]any), unit) {
			t.Errorf("%s, %s: %s", name, unit, wrong)
		}
	}
}

// cutter is the slice of a text between two offsets of a unit.
func cutter(text string, unit formats.OffsetUnit) func(start, end int) string {
	switch unit {
	case formats.Byte:
		return func(start, end int) string { return text[start:end] }
	case formats.UTF16:
		units := utf16.Encode([]rune(text))
		return func(start, end int) string { return string(utf16.Decode(units[start:end])) }
	}
	points := []rune(text)
	return func(start, end int) string { return string(points[start:end]) }
}

// misplaced lists the values of a document that are not what stands at their
// place. White space, which clean-up may drop, does not count.
func misplaced(doc map[string]any, unit formats.OffsetUnit) []string {
	source := doc["source"].(map[string]any)
	cut := cutter(source["text"].(string), unit)
	delete(doc, "source")
	var wrong []string
	check := func(path string, says any, at map[string]any) {
		start, end := integer(at["start"]), integer(at["end"])
		if got := cut(start, end); spaceless(got) != spaceless(says.(string)) {
			wrong = append(wrong, fmt.Sprintf("%s says %q, the source has %q", path, says, got))
		}
	}
	walk("", doc, func(path string, v map[string]any) {
		for _, key := range []string{"text", "title", "person"} {
			if says, ok := v[key].(string); ok && v["start"] != nil && !strings.HasPrefix(path, ".notes") {
				check(path+"."+key, says, placeOf(v))
			}
		}
		if spans, ok := v["spans"].([]any); ok {
			says := v["surface"]
			if says == nil {
				says = v["name"]
			}
			if len(spans) == 0 {
				wrong = append(wrong, fmt.Sprintf("%s: %v has no place", path, says))
				return
			}
			check(path+".name", says, spans[0].(map[string]any))
		}
	})
	return wrong
}

// placeOf is where a value stands: a date keeps its place apart from its days.
func placeOf(v map[string]any) map[string]any {
	if at, ok := v["at"].(map[string]any); ok {
		return at
	}
	return v
}

// walk visits every object below v.
func walk(path string, v any, visit func(path string, v map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		visit(path, v)
		for key, x := range v {
			walk(path+"."+key, x, visit)
		}
	case []any:
		for i, x := range v {
			walk(fmt.Sprintf("%s[%d]", path, i), x, visit)
		}
	}
}

func integer(v any) int {
	n, err := v.(json.Number).Int64()
	if err != nil {
		panic(err) // the schema says integer
	}
	return int(n)
}

func spaceless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// TestMisplaced proves that the check above sees a wrong place.
func TestMisplaced(t *testing.T) {
	doc := map[string]any{
		"source": map[string]any{"text": "全会强调𠮷,要抓落实"},
		"quotes": []any{map[string]any{"text": "抓落实", "start": json.Number("7"), "end": json.Number("10")}},
		"people": []any{map[string]any{"name": "𠮷", "surface": nil, "spans": []any{map[string]any{"start": json.Number("4"), "end": json.Number("5")}}}},
	}
	again := func(unit formats.OffsetUnit) []string {
		copied := map[string]any{}
		for key, v := range doc {
			copied[key] = v
		}
		return misplaced(copied, unit)
	}
	if wrong := again(formats.CodePoint); len(wrong) != 0 {
		t.Errorf("right places are called wrong: %q", wrong)
	}
	if wrong := again(formats.UTF16); len(wrong) != 2 {
		t.Errorf("two wrong places are told as %q", wrong)
	}
}
