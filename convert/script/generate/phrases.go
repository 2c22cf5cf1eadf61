package main

import (
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// A phrase dictionary is laid out as a filter of bits, a hash table of slots,
// each 13 bits of fingerprint and 19 bits of place, and a stream of buckets,
// one for each pair of first characters: the pair, then the phrases, longest
// first. A phrase is a header, the rest of the key, and the value, all in
// codes. Without a value, its characters go by themselves. A key of one
// character has the pair (character, 0).
const (
	placeBits = 19
	multiply  = 0x9E3779B1

	maxLength = 15
	lastBit   = 1 << 8
	noteShift = 9
	maxNote   = 1<<7 - 1
)

// phrase is an entry in codes, with a note of 7 bits for package dictionary.
type phrase struct {
	key, value []uint16
	note       uint16
}

// phraseTable is a dictionary ready to be written.
type phraseTable struct {
	filter []byte
	slots  []uint32
	stream []uint16
}

func layPhrases(list []phrase) (phraseTable, error) {
	buckets := map[uint32][]phrase{}
	for _, p := range list {
		if len(p.key) > maxLength || len(p.value) > maxLength {
			return phraseTable{}, fmt.Errorf("a phrase of %d characters", max(len(p.key), len(p.value)))
		}
		buckets[pair(p.key)] = append(buckets[pair(p.key)], p)
	}
	pairs := slices.Sorted(maps.Keys(buckets))
	t := phraseTable{
		filter: make([]byte, 2<<bits.Len(uint(len(pairs)))),
		slots:  make([]uint32, len(pairs)*3/2+1),
		stream: []uint16{0},
	}
	for _, k := range pairs {
		t.place(k, uint32(len(t.stream)))
		t.stream = append(t.stream, uint16(k>>16), uint16(k))
		t.layBucket(buckets[k])
	}
	if len(t.stream) >= 1<<placeBits {
		return t, fmt.Errorf("a dictionary of %d words, more than a slot can place", len(t.stream))
	}
	return t, nil
}

func pair(key []uint16) uint32 {
	if len(key) == 1 {
		return uint32(key[0]) << 16
	}
	return uint32(key[0])<<16 | uint32(key[1])
}

// shift is by how much a hash is shifted to be a bit of the filter.
func (t *phraseTable) shift() int { return 33 - bits.Len(uint(8*len(t.filter))) }

func (t *phraseTable) place(k, at uint32) {
	h := k * multiply
	bit := h >> t.shift()
	t.filter[bit/8] |= 1 << (bit % 8)
	size := uint64(len(t.slots))
	i := uint64(h) * size >> 32
	for t.slots[i] != 0 {
		i = (i + 1) % size
	}
	t.slots[i] = h<<placeBits | at
}

func (t *phraseTable) layBucket(list []phrase) {
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b.key) - len(a.key) })
	for i, p := range list {
		header := uint16(len(p.key)) | uint16(len(p.value))<<4 | p.note<<noteShift
		if i == len(list)-1 {
			header |= lastBit
		}
		t.stream = append(t.stream, header)
		t.stream = append(t.stream, p.key[min(2, len(p.key)):]...)
		t.stream = append(t.stream, p.value...)
	}
}

// union joins dictionaries; the first to have a key wins.
func union(lists ...[]entry) []entry {
	var all []entry
	seen := map[string]bool{}
	for _, list := range lists {
		for _, e := range list {
			if !seen[e.key] {
				seen[e.key] = true
				all = append(all, e)
			}
		}
	}
	return all
}

// longest returns the longest entry that text begins with.
func longest(list map[string]string, text string) (key, value string) {
	for end := len(text); end > 0; end-- {
		if v, ok := list[text[:end]]; ok && len(text[:end]) <= 64 {
			return text[:end], v
		}
	}
	return "", ""
}

// hasPhrase reports whether one of the dictionaries has a phrase inside text.
func hasPhrase(text string, dictionaries ...map[string]string) bool {
	for i := range text {
		for _, d := range dictionaries {
			if k, _ := longest(d, text[i:]); utf8.RuneCountInString(k) > 1 {
				return true
			}
		}
	}
	return false
}

func firstCandidates(list []entry) map[string]string {
	m := map[string]string{}
	for _, e := range list {
		m[e.key] = e.candidates[0]
	}
	return m
}

func runes(list []entry, add func(r rune)) {
	for _, e := range list {
		for _, r := range e.key + strings.Join(e.candidates[:1], "") {
			add(r)
		}
	}
}
