package script

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Entry is one of the user's words. It is final: From becomes To wherever it
// stands, and nothing touches it afterwards.
type Entry struct{ From, To string }

// ReadDictionary reads entries, one on a line: the word, a tab, what it
// becomes. A line without a tab leaves its word as it is; empty lines and
// lines that begin with # are skipped. The error names the line.
func ReadDictionary(r io.Reader) ([]Entry, error) {
	var list []Entry
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(strings.TrimPrefix(lines.Text(), "\uFEFF"), "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		from, to, ok := strings.Cut(line, "\t")
		if !ok {
			to = from
		}
		switch {
		case from == "":
			return nil, fmt.Errorf("dictionary line %d: no word before the tab", n)
		case !utf8.ValidString(line):
			return nil, fmt.Errorf("dictionary line %d: not UTF-8; save the file as UTF-8", n)
		case strings.Contains(to, "\t"):
			return nil, fmt.Errorf("dictionary line %d: more than one tab; write the word, a tab, and what it becomes", n)
		}
		list = append(list, Entry{from, to})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	return list, nil
}

// userDictionary has the entries by their first bytes, longest first.
type userDictionary struct {
	byFirst map[byte][]Entry
}

func newUserDictionary(list []Entry) userDictionary {
	if len(list) == 0 {
		return userDictionary{}
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Entry) int { return cmp.Compare(len(b.From), len(a.From)) })
	u := userDictionary{map[byte][]Entry{}}
	for _, e := range list {
		if e.From != "" {
			u.byFirst[e.From[0]] = append(u.byFirst[e.From[0]], e)
		}
	}
	return u
}

// find returns the places that the dictionary decides in src, which is at an
// offset, joined with others that are in order; the dictionary's come first.
func (u userDictionary) find(src []byte, offset int, others []fix) []fix {
	if u.byFirst == nil {
		return others
	}
	var list []fix
	for at := 0; at < len(src); {
		e, ok := u.match(src[at:])
		if !ok {
			_, n := utf8.DecodeRune(src[at:])
			at += n
			continue
		}
		list = append(list, fix{offset + at, offset + at + len(e.From), e.To, DictionaryRule})
		at += len(e.From)
	}
	for _, f := range others {
		i, _ := slices.BinarySearchFunc(list, f.start, func(have fix, start int) int { return cmp.Compare(have.start, start) })
		if i > 0 && list[i-1].end > f.start || i < len(list) && list[i].start < f.end {
			continue
		}
		list = slices.Insert(list, i, f)
	}
	return list
}

// match returns the longest entry that src begins with.
func (u userDictionary) match(src []byte) (Entry, bool) {
	for _, e := range u.byFirst[src[0]] {
		if bytes.HasPrefix(src, []byte(e.From)) {
			return e, true
		}
	}
	return Entry{}, false
}
