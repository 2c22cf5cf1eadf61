package main

import (
	"bufio"
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// frequency is how often a character is used in running text. Packing the
// frequent characters together spares a document most of the rest.
type frequency map[rune]int

// readFrequency counts characters in a list of words with their frequencies.
// A Traditional character is as frequent as its Simplified form.
func readFrequency(folder string) (frequency, error) {
	list, err := words.read(folder)
	if err != nil {
		return nil, err
	}
	use := frequency{}
	for lines := bufio.NewScanner(bytes.NewReader(list)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		n, err := strconv.Atoi(fields[1])
		if err != nil {
			return nil, err
		}
		for _, r := range fields[0] {
			use[r] += n
		}
	}
	pairs, err := scripts.read(folder)
	if err != nil {
		return nil, err
	}
	for lines := bufio.NewScanner(bytes.NewReader(pairs)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		traditional, simplified := []rune(fields[0]), []rune(fields[1])
		use[traditional[0]] = max(use[traditional[0]], use[simplified[0]])
	}
	return use, nil
}

// sort puts the frequent first.
func (use frequency) sort(runes []rune) []rune {
	slices.SortStableFunc(runes, func(a, b rune) int { return use[b] - use[a] })
	return runes
}
