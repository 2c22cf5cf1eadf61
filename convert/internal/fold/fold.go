// Package fold says which characters count as the same: Traditional and Simplified, full and half width, one rune to one rune.
package fold

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
		switch entry(r) & 3 {
		case traditional:
			balance++
		case simplified:
			balance--
		}
	}
	if balance > 0 {
		return "zh-Hant"
	}
	return "zh-Hans"
}

func entry(r rune) int32 {
	if uint32(r) >= uint32(len(index)*64) {
		return 0
	}
	return pages[index[r>>6]][r&63]
}
