package main

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// A phrase dictionary is laid out as a hash table of slots, each 13 bits of
// fingerprint and 19 bits of place, and a stream of buckets, one for each
// pair of first characters: the pair, then the phrases, longest first. A
// phrase is a header, the rest of the key, and the value, all in codes. A key
// of one character has the pair (character, 0). A filter of 16 bits for each
// slot has the bit of each pair set.
const (
	placeBits = 19
	multiply  = 0x9E3779B1

	maxLength = 15
	lastBit   = 1 << 8
	flagShift = 9
)

// phrase is an entry in codes, with flags for package script.
type phrase struct {
	key, value []uint16
	flags      uint16
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
	pairs := make([]uint32, 0, len(buckets))
	for k := range buckets {
		pairs = append(pairs, k)
	}
	slices.Sort(pairs)
	size := 1 << bits.Len(uint(len(pairs)*3/2))
	t := phraseTable{filter: make([]byte, 2*size), slots: make([]uint32, size), stream: []uint16{0}}
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

func (t *phraseTable) place(k, at uint32) {
	h := k * multiply
	mask := uint32(len(t.slots) - 1)
	bit := h >> (32 - 4 - bits.Len32(mask))
	t.filter[bit/8] |= 1 << (bit % 8)
	i := h >> (32 - bits.Len32(mask))
	for t.slots[i] != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = h<<placeBits | at
}

func (t *phraseTable) layBucket(list []phrase) {
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b.key) - len(a.key) })
	for i, p := range list {
		header := uint16(len(p.key)) | uint16(len(p.value))<<4 | p.flags<<flagShift
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
