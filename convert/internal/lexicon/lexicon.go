// Package lexicon holds the words and names of official Chinese that the parser knows, as data.
package lexicon

import (
	_ "embed" // the word list is a file
	"sort"
	"strings"
)

//go:generate go run ./generate

//go:embed words.txt
var words string

// Part is a part of speech of the general word list.
type Part byte

// The parts of speech.
const (
	Unknown     Part = 0
	Verb        Part = 'v'
	Adverb      Part = 'd'
	Preposition Part = 'p' // and conjunctions
	Noun        Part = 'n' // and whatever else is common
)

// General looks a folded word of two to four characters up in the general
// word list.
func General(word string) Part {
	lo, hi := 0, len(words) // words[lo:hi] holds whole lines and, if any, the word
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(words[lo:mid], '\n') + 1 + lo
		end := strings.IndexByte(words[start:], '\n') + start
		row := words[start : end-2]
		switch {
		case row == word:
			return Part(words[end-1])
		case row < word:
			lo = end + 1
		default:
			hi = start
		}
	}
	return Unknown
}

// GivenCost is the cost, in tenths of a nat, of character r in a given name:
// about 50 for the usual ones, more for the unusual, 110 for any other.
func GivenCost(r rune) int {
	i := sort.Search(len(given), func(i int) bool { return given[i].r >= r })
	if i < len(given) && given[i].r == r {
		return int(given[i].cost)
	}
	return 110
}
