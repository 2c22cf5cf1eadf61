package lexicon

import (
	_ "embed" // the terms are a file
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"gongbao/convert/internal/fold"
)

//go:embed terms.tsv
var termRows string

// Class is what a term is to the parser; a term may be of several.
type Class uint32

// The classes of terms. The role classes are of words that give the people
// before them a part in the meeting.
const (
	Post    Class = 1 << iota // an office: 副书记
	Head                      // what a group of people ends in: 负责人
	Meeting                   // what the name of a meeting ends in: 座谈会
	Speech                    // what a person's words follow: 强调
	Lead                      // what a meeting's demands follow: 要求
	Presided
	Reported
	Spoke
	Deployed
	Guided
	Attended
	Nonvoting
	Absent
	Recorded
	Directed

	Roles = Presided | Reported | Spoke | Deployed | Guided | Attended | Nonvoting | Absent | Recorded | Directed
)

// classNames are the names of the classes in data, in the order of the constants.
var classNames = [...]string{"post", "head", "meeting", "speech", "lead",
	"role:presided", "role:reported", "role:spoke", "role:deployed", "role:guided",
	"role:attended", "role:nonvoting", "role:absent", "role:recorded", "role:directed"}

// ParseClass is the class of a name in data, such as "post" or "role:spoke".
func ParseClass(name string) (Class, error) {
	for i, n := range classNames {
		if n == name {
			return 1 << i, nil
		}
	}
	return 0, fmt.Errorf("word class %q: use one of %s", name, strings.Join(classNames[:], ", "))
}

// Row is a term as data: a word, its class, and a sentence in which the
// parser must understand it so.
type Row struct {
	Word  string
	Class Class
	Proof string
}

// Rows are the built-in terms.
func Rows() []Row {
	var rows []Row
	for line := range strings.Lines(termRows) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		class, err := ParseClass(f[1])
		if err != nil {
			panic(err) // cannot happen: a test reads every row
		}
		rows = append(rows, Row{f[0], class, f[2]})
	}
	return rows
}

// Terms finds terms in folded text.
type Terms struct {
	class map[string]Class
	first reach // the longest term, in bytes, that starts with a rune
	last  reach // and that ends with it
}

// reach tells by the low bits of a rune how long a term may be: most places
// of a text are passed over at the cost of one look.
type reach [1 << 14]uint8

func (t *reach) at(r rune) int { return int(t[r&(1<<14-1)]) }

func (t *reach) grow(r rune, n int) {
	i := r & (1<<14 - 1)
	t[i] = max(t[i], uint8(min(n, 255)))
}

// Default holds the built-in terms. It is made once and only read.
var Default = sync.OnceValue(func() *Terms { return NewTerms(Rows()) })

// NewTerms makes Terms of rows; words in either script and width will do.
func NewTerms(rows []Row) *Terms {
	t := &Terms{class: map[string]Class{}}
	for _, row := range rows {
		word := strings.Map(fold.Rune, row.Word)
		t.class[word] |= row.Class
		r, _ := utf8.DecodeRuneInString(word)
		t.first.grow(r, len(word))
		r, _ = utf8.DecodeLastRuneInString(word)
		t.last.grow(r, len(word))
	}
	return t
}

// At is the length in bytes and the classes, among those wanted, of the
// longest term at the start of s.
func (t *Terms) At(s string, want Class) (int, Class) {
	r, _ := utf8.DecodeRuneInString(s)
	for n := min(t.first.at(r), len(s)); n > 0; n-- {
		if !runeStart(s, n) {
			continue
		}
		if c := t.class[s[:n]] & want; c != 0 {
			return n, c
		}
	}
	return 0, 0
}

// Before is the length in bytes and the classes, among those wanted, of the
// longest term at the end of s.
func (t *Terms) Before(s string, want Class) (int, Class) {
	r, _ := utf8.DecodeLastRuneInString(s)
	for n := min(t.last.at(r), len(s)); n > 0; n-- {
		at := len(s) - n
		if !runeStart(s, at) {
			continue
		}
		if c := t.class[s[at:]] & want; c != 0 {
			return n, c
		}
	}
	return 0, 0
}

func runeStart(s string, i int) bool { return i >= len(s) || utf8.RuneStart(s[i]) }
