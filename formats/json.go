package formats

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"
)

// SchemaName marks our JSON; a breaking change is a new number.
const SchemaName = "gongbao/bulletin/1"

// wire is the JSON form of a bulletin. Its spans count the offset unit and
// its lists are never null.
type wire struct {
	Schema       string        `json:"schema" jsonschema:"enum=gongbao/bulletin/1"`
	Language     string        `json:"language"`
	OffsetUnit   OffsetUnit    `json:"offsetUnit"`
	Source       source        `json:"source"`
	Paragraphs   []Paragraph   `json:"paragraphs"`
	Title        *Quote        `json:"title" jsonschema:"nullable"`
	Issuer       *Quote        `json:"issuer" jsonschema:"nullable"`
	Date         *Date         `json:"date" jsonschema:"nullable"`
	Meetings     []Meeting     `json:"meetings"`
	Attendees    []Attendee    `json:"attendees"`
	Priorities   []Priority    `json:"priorities"`
	Decisions    []Decision    `json:"decisions"`
	Appointments []Appointment `json:"appointments"`
	Documents    []Document    `json:"documents"`
	Figures      []Figure      `json:"figures"`
	Slogans      []Quote       `json:"slogans"`
	Notes        []Note        `json:"notes"`
	Generator    Generator     `json:"generator"`
}

// source is the input as read. Its notes stand with the bulletin's own in
// JSON, after which they are told apart no more.
type source struct {
	Name      string `json:"name"`
	MediaType string `json:"mediaType"`
	Encoding  string `json:"encoding"`
	Digest    string `json:"digest"`
	Text      string `json:"text"`
}

// MarshalJSON writes the empty string as null.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(string(o))
	return b.Bytes(), err
}

// UnmarshalJSON reads null as the empty string.
func (o *Optional) UnmarshalJSON(b []byte) error {
	*o = ""
	return json.Unmarshal(b, (*string)(o))
}

// Encoder writes bulletins as JSON. The zero value counts code points.
type Encoder struct {
	Unit OffsetUnit
}

// Encode writes b as normalised JSON with offsets in code points.
func Encode(w io.Writer, b *Bulletin) error { return Encoder{}.Encode(w, b) }

// Encode writes b as normalised JSON: two-space indent, a final line feed,
// offsets in the encoder's unit.
func (e Encoder) Encode(w io.Writer, b *Bulletin) error {
	unit := e.Unit
	switch unit {
	case "":
		unit = CodePoint
	case CodePoint, UTF16, Byte:
	default:
		return fmt.Errorf("offset unit %q: use codepoint, utf16 or byte", unit)
	}
	v := toWire(b, unit)
	r := newRuler(b.Text.Source, unit)
	v = rewrite(reflect.ValueOf(v), func(s Span) Span { return Span{r.units(s.Start), r.units(s.End)} }, true).Interface().(wire)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// Decode reads normalised JSON back. What Encode wrote gives an equal
// bulletin. Errors say where the JSON is not ours and what to do.
func Decode(r io.Reader) (*Bulletin, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var v wire
	if err := json.Unmarshal(bytes.TrimPrefix(src, []byte("\ufeff")), &v); err != nil {
		return nil, decodeError(src, err)
	}
	if v.Schema != SchemaName {
		return nil, fmt.Errorf("JSON schema %q is not %q: convert the original document again", v.Schema, SchemaName)
	}
	switch v.OffsetUnit {
	case CodePoint, UTF16, Byte:
	default:
		return nil, fmt.Errorf("offsetUnit %q: codepoint, utf16 or byte is expected; convert the original document again", v.OffsetUnit)
	}
	ruler := newRuler(v.Source.Text, v.OffsetUnit)
	v = rewrite(reflect.ValueOf(v), func(s Span) Span {
		start := ruler.bytes(s.Start)
		return Span{start, max(start, ruler.bytes(s.End))}
	}, false).Interface().(wire)
	return fromWire(v), nil
}

func decodeError(src []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON at line %d: %w; convert the original document again", line(src, syntax.Offset), err)
	case errors.As(err, &kind):
		return fmt.Errorf("line %d: field %s holds a %s; convert the original document again", line(src, kind.Offset), kind.Field, kind.Value)
	}
	return fmt.Errorf("not valid JSON: %w; convert the original document again", err)
}

func line(src []byte, offset int64) int {
	return 1 + bytes.Count(src[:min(int(offset), len(src))], []byte("\n"))
}

func toWire(b *Bulletin, unit OffsetUnit) wire {
	t := b.Text
	return wire{
		Schema: SchemaName, Language: b.Language, OffsetUnit: unit,
		Source:     source{t.Name, t.MediaType, t.Encoding, t.Digest, t.Source},
		Paragraphs: t.Paragraphs, Title: b.Title, Issuer: b.Issuer, Date: b.Date,
		Meetings: b.Meetings, Attendees: b.Attendees, Priorities: b.Priorities,
		Decisions: b.Decisions, Appointments: b.Appointments, Documents: b.Documents,
		Figures: b.Figures, Slogans: b.Slogans, Notes: b.Notes, Generator: b.Generator,
	}
}

func fromWire(v wire) *Bulletin {
	s := v.Source
	return &Bulletin{
		Language: v.Language,
		Text:     Text{Name: s.Name, MediaType: s.MediaType, Encoding: s.Encoding, Digest: s.Digest, Source: s.Text, Paragraphs: v.Paragraphs},
		Title:    v.Title, Issuer: v.Issuer, Date: v.Date,
		Meetings: v.Meetings, Attendees: v.Attendees, Priorities: v.Priorities,
		Decisions: v.Decisions, Appointments: v.Appointments, Documents: v.Documents,
		Figures: v.Figures, Slogans: v.Slogans, Notes: v.Notes, Generator: v.Generator,
	}
}

// rewrite returns a deep copy of v with every Span mapped by f, and with
// empty lists as empty slices (full) or as nil.
func rewrite(v reflect.Value, f func(Span) Span, full bool) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Struct:
		if s, ok := v.Interface().(Span); ok {
			return reflect.ValueOf(f(s))
		}
		for i := range v.NumField() {
			out.Field(i).Set(rewrite(v.Field(i), f, full))
		}
	case reflect.Slice:
		if full || v.Len() > 0 {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(rewrite(v.Index(i), f, full))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(rewrite(v.Elem(), f, full))
		}
	case reflect.String:
		out.SetString(strings.ToValidUTF8(v.String(), string(utf8.RuneError)))
	default:
		out.Set(v)
	}
	return out
}

// JSON is the format of normalised JSON.
func JSON(e Encoder) Format {
	return Format{
		Name: "json", MediaType: "application/json", Exts: []string{".json"},
		Load: func(src []byte) (*Bulletin, error) { return Decode(bytes.NewReader(src)) },
		Own:  ownJSON,
		Write: func(w io.Writer, b *Bulletin) ([]Note, error) {
			return nil, e.Encode(w, b)
		},
	}
}

// ownJSON looks for the schema marker, which Encode writes first.
func ownJSON(src []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(src[:min(len(src), 4096)], []byte("\ufeff")))
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	head = bytes.TrimSpace(head[1:])
	rest, ok := bytes.CutPrefix(head, []byte(`"schema"`))
	if !ok {
		return false
	}
	rest, ok = bytes.CutPrefix(bytes.TrimSpace(rest), []byte(":"))
	return ok && bytes.HasPrefix(bytes.TrimSpace(rest), []byte(`"gongbao/bulletin/`))
}
