// Package fold says which characters count as the same: Traditional and Simplified, full and half width, one rune to one rune.
package fold

import "unicode/utf8"

//go:generate go run gongbao/convert/script/generate fold

// The classes of a rune in pages.
const (
	traditional = 1
	simplified  = 2
)

// sample is how many runes Language looks at.
const sample = 100_000

// Rune returns the Simplified, half-width form of r: one rune for one rune,
// though the two may differ in length as UTF-8. Characters that are right in
// Simplified text stay as they are; so do 。 、 《 》 and the zeros 〇 ○ Ｏ.
func Rune(r rune) rune {
	return r + entry(r)>>2
}

// Language tells the script of text: "zh-Hant" where characters that only
// Traditional text has outnumber those that only Simplified text has, else
// "zh-Hans". It looks at the first 100,000 runes.
func Language(text string) string {
	seen, balance := 0, 0
	for _, r := range text {
		if seen++; seen > sample {
			break
		}
		balance += evidence(r)
	}
	return language(balance)
}

// LanguageOf is Language for bytes.
func LanguageOf(text []byte) string {
	balance := 0
	for seen := 0; len(text) > 0 && seen < sample; seen++ {
		r, n := utf8.DecodeRune(text)
		balance += evidence(r)
		text = text[n:]
	}
	return language(balance)
}

func language(balance int) string {
	if balance > 0 {
		return "zh-Hant"
	}
	return "zh-Hans"
}

// evidence returns 1 for a character that only Traditional text has, -1 for
// one that only Simplified text has.
func evidence(r rune) int {
	switch entry(r) & 3 {
	case traditional:
		return 1
	case simplified:
		return -1
	}
	return 0
}

func entry(r rune) int32 {
	if uint32(r) >= uint32(len(index)*64) {
		return 0
	}
	return pages[index[r>>6]][r&63]
}
