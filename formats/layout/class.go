package layout

import (
	"strings"
	"unicode"
)

// class is how a character behaves in a line.
type class uint8

const (
	han     class = iota // stands alone: a line may break on either side
	opening              // opening bracket or quotation mark
	closing              // closing bracket or quotation mark
	stop                 // mark at the end of a phrase
	middle               // connects what stands on both sides: ～ · –
	dash                 // half of ——
	leader               // half of ……
	letter               // part of a Latin or other word
	digit
	suffix // sign after a number: % ℃
	space
	mark // combines with the character before
)

const (
	openings = "「『“‘（［｛〔〈《【〖〝﹁﹃([{"
	closings = "」』”’）］｝〕〉》】〗〞﹂﹄)]}"
	stops    = "、，。．；：！？,.;:!?｡､"
	middles  = "～–·‧・~〜゠"
	suffixes = "%‰℃℉°％㎡㎥′″"
)

// classOf classes a character by itself; classify mends it by its neighbours.
func classOf(r rune) class {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return han
	case r >= '0' && r <= '9':
		return digit
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return letter
	case r == '—' || r == '―' || r == '─' || r == '⸺':
		return dash
	case r == '…' || r == '⋯' || r == '‥':
		return leader
	case strings.ContainsRune(openings, r):
		return opening
	case strings.ContainsRune(closings, r):
		return closing
	case strings.ContainsRune(stops, r):
		return stop
	case strings.ContainsRune(middles, r):
		return middle
	case strings.ContainsRune(suffixes, r):
		return suffix
	}
	return rareClass(r)
}

func rareClass(r rune) class {
	switch {
	case r == 0xA0 || r == 0x2007 || r == 0x202F || r == 0x2060 || r == 0xFEFF:
		return letter // spaces that do not break
	case unicode.IsSpace(r) || r == 0x200B:
		return space
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Me, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r), r >= 0x1F3FB && r <= 0x1F3FF:
		return mark
	case wide(r):
		return han
	}
	return letter
}

// wide reports whether a character belongs to East Asian text, where a line
// may break beside it.
func wide(r rune) bool {
	switch {
	case r < 0x1100:
		return strings.ContainsRune("§¨°±×÷¶", r)
	case r < 0x2E80:
		return r >= 0x2100 && !unicode.IsLetter(r)
	case r >= 0xFF10 && r <= 0xFF19, r >= 0xFF21 && r <= 0xFF3A, r >= 0xFF41 && r <= 0xFF5A:
		return true
	case r >= 0xAC00 && r <= 0xD7A3:
		return true
	}
	return r <= 0xA4CF || r >= 0xE000 && r <= 0xFAFF || r >= 0xFE10 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFFEF || r >= 0x1F000
}

// classify classes the characters of a paragraph. Half-width marks inside
// words and numbers belong to them, and straight quotation marks open and
// close in turn.
func classify(runes []rune) []class {
	classes := make([]class, len(runes))
	for i, r := range runes {
		classes[i] = classOf(r)
	}
	double := false
	for i, r := range runes {
		before, after := neighbour(classes, i-1), neighbour(classes, i+1)
		switch {
		case r == '"':
			classes[i] = opening
			if double {
				classes[i] = closing
			}
			double = !double
		case (r == '.' || r == ',' || r == ':') && before == digit && after == digit,
			(r == '.' || r == ':' || r == '?' || r == '!') && wordy(before) && wordy(after),
			(r == '’' || r == '·' || r == '–') && wordy(before) && wordy(after):
			classes[i] = letter
		case r == '.' && before == letter && i > 0 && runes[i-1] < 0x250:
			classes[i] = stop
		}
	}
	return classes
}

func neighbour(classes []class, i int) class {
	if i < 0 || i >= len(classes) {
		return han
	}
	return classes[i]
}

// wordy reports whether a character is part of a word or number.
func wordy(c class) bool { return c == letter || c == digit }

// blanks is the empty space inside a full-width mark's square, left and right
// of its ink, in em, that compression may take away: half an em at the side
// where the ink is not, or a quarter on both where it is in the middle.
func blanks(c class, advance, left, right float64) (before, after float64) {
	const slack = 0.02 // how far ink may reach into its blank
	after, before = advance-right+slack, left+slack
	switch {
	case !marks(c) || advance < 0.9 || right <= left:
		return 0, 0
	case before >= 0.25 && after >= 0.25 && c != opening && c != closing:
		return 0.25, 0.25
	case after >= 0.5:
		return 0, 0.5
	case before >= 0.5:
		return 0.5, 0
	}
	return 0, 0
}
