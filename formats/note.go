package formats

import "fmt"

// Level is how much a note matters.
type Level string

// The levels: Info explains, Check asks a person to look, Warning says that
// something could not be kept or does not add up.
const (
	Info    Level = "info"
	Check   Level = "check"
	Warning Level = "warning"
)

// Note is a doubt or a remark about one place of a document.
type Note struct {
	Code    string `json:"code"` // stable, such as "year-inferred"
	Level   Level  `json:"level"`
	Message string `json:"message"` // in the document's script
	Span
}

// NoteKind is a kind of note: a stable code, a level, and the message in
// both scripts, with fmt verbs for its arguments.
type NoteKind struct {
	Code       string
	Level      Level
	Hans, Hant string
}

// At makes a note of this kind at a place of a document in language (BCP 47).
// Arguments are data: they are inserted, never read as a format.
func (k NoteKind) At(language string, at Span, args ...any) Note {
	format := k.Hans
	if Traditional(language) {
		format = k.Hant
	}
	return Note{Code: k.Code, Level: k.Level, Message: fmt.Sprintf(format, args...), Span: at}
}

// Traditional reports whether a BCP 47 language tag means Traditional script.
func Traditional(language string) bool {
	switch language {
	case "zh-Hant", "zh-TW", "zh-HK", "zh-MO":
		return true
	}
	return false
}
