package main

import (
	"slices"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"gongbao/fonts"
)

// songHans is the Simplified view: what its readers meet in the mainland's
// shapes, and whatever the Traditional face lacks, of Extension A only what a
// face of the standard characters has. The rest of the Traditional characters
// come from the Traditional view.
func (use frequency) songHans(hans, hant, standard *fonts.Face) fonts.View {
	common := append(signs(hans), use.sort(gb2312())...)
	rest := filter(hans.Runes(), func(r rune) bool {
		switch {
		case r >= 0x3400 && r <= 0x4DBF:
			return standard.Has(r) && !hant.Has(r)
		case r <= 0xFFFF && unicode.Is(unicode.Han, r):
			return !hant.Has(r)
		}
		return true
	})
	return view(hans, common, slices.Concat(level(simplifiedchinese.GBK, 0xD8, 0xF7, 0xA1), big5(), rest))
}

// songHant is the Traditional view: all that its face has.
func (use frequency) songHant(hant *fonts.Face) fonts.View {
	common := append(signs(hant), use.sort(big5())...)
	return view(hant, common, hant.Runes())
}

// headings is the view of a face for headings and tables: the marks and the
// frequent characters. What it lacks is taken from the body's face.
func (use frequency) headings(face *fonts.Face, runes []rune) fonts.View {
	return view(face, append(signs(face), use.sort(runes)...), nil)
}

// gb2312 and big5 are the first levels of the sets: the frequent characters.
func gb2312() []rune { return level(simplifiedchinese.GBK, 0xB0, 0xD7, 0xA1) }
func big5() []rune   { return level(traditionalchinese.Big5, 0xA4, 0xC6, 0x40) }

// view drops what a face lacks, what comes twice, and Korean syllables.
func view(face *fonts.Face, common, rest []rune) fonts.View {
	seen := map[rune]bool{}
	keep := func(r rune) bool {
		ok := face.Has(r) && !seen[r] && !unicode.Is(unicode.Hangul, r)
		seen[r] = true
		return ok
	}
	return fonts.View{Face: face, Common: filter(common, keep), Rest: filter(rest, keep)}
}

// lacking keeps what face has and none of others has.
func lacking(runes []rune, face *fonts.Face, others ...*fonts.Face) []rune {
	return filter(runes, func(r rune) bool {
		return face.Has(r) && !slices.ContainsFunc(others, func(f *fonts.Face) bool { return f.Has(r) })
	})
}

func filter(runes []rune, keep func(rune) bool) []rune {
	var kept []rune
	for _, r := range runes {
		if keep(r) {
			kept = append(kept, r)
		}
	}
	return kept
}

// signs are the letters, digits and marks of any text.
func signs(face *fonts.Face) []rune {
	return filter(face.Runes(), func(r rune) bool {
		return r < 0x500 || r >= 0x2000 && r < 0x2100 || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0x10000
	})
}

// level lists the characters of rows first to last of a double-byte set.
func level(set encoding.Encoding, first, last, column byte) []rune {
	var runes []rune
	decoder := set.NewDecoder()
	for high := int(first); high <= int(last); high++ {
		for low := int(column); low <= 0xFE; low++ {
			s, err := decoder.String(string([]byte{byte(high), byte(low)}))
			r := []rune(s)
			if err == nil && len(r) == 1 && r[0] != unicode.ReplacementChar && r[0] > 0x7F {
				runes = append(runes, r[0])
			}
		}
	}
	return runes
}

// rareRunes lists what the rare faces are asked for: the letters and signs of
// the double-byte sets, and the characters of personal and place names outside
// the Basic Multilingual Plane, for which the choice of a face made by hand is
// the best list at hand.
func rareRunes(kai *fonts.Face) []rune {
	seen := map[rune]bool{}
	return filter(slices.Concat(
		[]rune("𠮷𬀩𡿨"),
		filter(kai.Runes(), func(r rune) bool { return r > 0xFFFF && unicode.Is(unicode.Han, r) }),
		level(simplifiedchinese.GBK, 0x81, 0xFE, 0x40),
		level(traditionalchinese.Big5, 0x87, 0xFE, 0x40),
	), func(r rune) bool {
		picture := r >= 0x2400 && r <= 0x243F // of a control character
		ok := !seen[r] && !picture && !unicode.IsControl(r)
		seen[r] = true
		return ok
	})
}
