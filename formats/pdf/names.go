package pdf

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongbao/formats"
	"gongbao/formats/layout"
)

// names finds the names of persons in a text, so that none is broken between
// two lines.
type names struct {
	starts [256][]string // by the last byte of the first character
}

func newNames(b *formats.Bulletin) *names {
	n := &names{}
	for _, a := range b.Attendees {
		if a.Kind != formats.Person {
			continue
		}
		n.add(a.Name)
		n.add(string(a.Surface))
	}
	return n
}

func (n *names) add(name string) {
	if count := utf8.RuneCountInString(name); count < 2 || count > 20 {
		return
	}
	_, size := utf8.DecodeRuneInString(name)
	list := &n.starts[name[size-1]]
	if !slices.Contains(*list, name) {
		*list = append(*list, name)
	}
}

// find lists where names stand in a text, in order and without overlap.
func (n *names) find(text string) []layout.Range {
	var found []layout.Range
	for at := 0; at < len(text); {
		_, size := utf8.DecodeRuneInString(text[at:])
		length := 0
		for _, name := range n.starts[text[at+size-1]] {
			if len(name) > length && strings.HasPrefix(text[at:], name) {
				length = len(name)
			}
		}
		if length > 0 {
			found = append(found, layout.Range{Start: at, End: at + length})
		}
		at += max(size, length)
	}
	return found
}

func itoa(n int) string { return strconv.Itoa(n) }
