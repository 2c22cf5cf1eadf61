package main

import (
	"strings"
	"unicode/utf8"
)

// stage is a group of dictionaries of which the first with a match wins: the
// phrases, then the characters.
type stage struct {
	phrases []string
	chars   []string
}

// configuration is one of OpenCC's. Where segment is named, its phrases cut
// the text before the stages.
type configuration struct {
	name    string
	base    string // the configuration that this one is laid out by, itself for a whole table
	segment string
	stages  []stage
}

// configurations returns OpenCC's, and the single stages of the two whose
// vocabulary has single characters.
func configurations() []configuration {
	st := stage{[]string{"STPhrases"}, []string{"STCharacters"}}
	ts := stage{[]string{"TSPhrases"}, []string{"TSCharacters"}}
	rare := stage{[]string{"TSPhrases"}, []string{"TSCharactersExt", "TSCharacters"}}
	tw := stage{[]string{"TWVariantsPhrases"}, []string{"TWVariants"}}
	twp := stage{[]string{"TWPhrases", "TWVariantsPhrases"}, []string{"TWPhrases", "TWVariants"}}
	hk := stage{[]string{"HKVariantsPhrases"}, []string{"HKVariants"}}
	hkp := stage{[]string{"HKPhrases", "HKVariantsPhrases"}, []string{"HKVariants"}}
	twRev := stage{[]string{"TWVariantsRevPhrases"}, []string{"TWVariantsRev"}}
	twpRev := stage{[]string{"TWPhrasesRev", "TWVariantsRevPhrases"}, []string{"TWPhrasesRev", "TWVariantsRev"}}
	hkRev := stage{[]string{"HKVariantsRevPhrases"}, []string{"HKVariantsRev"}}
	hkpRev := stage{[]string{"HKPhrasesRev", "HKVariantsRevPhrases"}, []string{"HKVariantsRev"}}
	jp := stage{[]string{"JPShinjitaiPhrases"}, []string{"JPShinjitaiCharacters"}}
	jpRev := stage{nil, []string{"JPShinjitaiCharactersRev"}}
	list := []configuration{
		{"s2t", "s2t", "STPhrases", []stage{st}}, {"t2s", "t2s", "TSPhrases", []stage{ts}},
		{"t2tw", "", "TWVariantsPhrases", []stage{tw}}, {"tw2t", "", "TWVariantsRevPhrases", []stage{twRev}},
		{"t2hk", "", "HKVariantsPhrases", []stage{hk}}, {"hk2t", "", "HKVariantsRevPhrases", []stage{hkRev}},
		{"t2jp", "", "", []stage{jpRev}}, {"jp2t", "", "JPShinjitaiPhrases", []stage{jp}},
		{"t2twp", "", "TWPhrases", []stage{twp}}, {"twp2t", "", "TWPhrasesRev", []stage{twpRev}},
		{"s2tw", "s2t", "STPhrases", []stage{st, tw}}, {"s2twp", "s2t", "STPhrases", []stage{st, twp}},
		{"s2hk", "s2t", "STPhrases", []stage{st, hk}}, {"s2hkp", "s2t", "STPhrases", []stage{st, hkp}},
		{"t2sRare", "t2s", "TSPhrases", []stage{rare}},
	}
	for _, last := range []stage{ts, rare} {
		suffix := ""
		if len(last.chars) == 2 {
			suffix = "Rare"
		}
		list = append(list,
			configuration{"tw2s" + suffix, "t2s", "TSPhrases", []stage{twRev, last}}, configuration{"tw2sp" + suffix, "t2s", "TSPhrases", []stage{twpRev, last}},
			configuration{"hk2s" + suffix, "t2s", "TSPhrases", []stage{hkRev, last}}, configuration{"hk2sp" + suffix, "t2s", "TSPhrases", []stage{hkpRev, last}})
	}
	return list
}

// layConfigurations lays out the characters of each configuration: the code
// after all stages, whether a segment can begin with the character, and
// whether a phrase of a later group can. Two are whole tables; each other one
// is the pairs of code and value in which it differs from one of them or from
// leaving every code as it is.
func (b *builder) layConfigurations() {
	same := make([]uint16, len(b.chars))
	for code := range same {
		same[code] = uint16(code)
	}
	bases := map[string][]uint16{"": same}
	for _, c := range configurations() {
		table := b.table(c)
		if bases[c.base] == nil {
			bases[c.base] = table
			b.add(tableName(c), wordsOf(table))
			continue
		}
		var differences []uint16
		for code, value := range table {
			if value != bases[c.base][code] {
				differences = append(differences, uint16(code), value)
			}
		}
		b.add(tableName(c), wordsOf(differences))
	}
}

func tableName(c configuration) string { return "chars" + strings.ToUpper(c.name[:1]) + c.name[1:] }

func (b *builder) table(c configuration) []uint16 {
	first := b.firsts(c.segment)
	table := make([]uint16, len(b.chars))
	for code := range b.chars {
		if code < b.plain {
			table[code] = uint16(code)
			continue
		}
		r := b.chars[code]
		var bits uint16
		if first[r] {
			bits |= segmentBit
		}
		for i, s := range c.stages {
			bits |= b.stageBits(c, i, r)
			r = b.convert(s, r)
		}
		table[code] = b.codes[r] | bits
	}
	return table
}

// stageBits says whether r can begin a phrase of the stage that its segment
// does not show.
func (b *builder) stageBits(c configuration, i int, r rune) uint16 {
	if len(c.stages) == 1 || i == 0 && c.segment == "STPhrases" {
		return 0
	}
	for _, name := range c.stages[i].phrases {
		if b.firsts(name)[r] {
			return stageBit
		}
	}
	return 0
}

// firsts returns the characters that phrases of a dictionary begin with.
func (b *builder) firsts(name string) map[rune]bool {
	if m, ok := b.begins[name]; ok {
		return m
	}
	m := map[rune]bool{}
	for _, e := range b.lists[name] {
		r, _ := utf8.DecodeRuneInString(e.key)
		n := utf8.RuneCountInString(e.key)
		if n > 1 || utf8.RuneCountInString(e.candidates[0]) > 1 {
			m[r] = true
		}
	}
	b.begins[name] = m
	return m
}

// convert takes a character through the characters of a stage.
func (b *builder) convert(s stage, r rune) rune {
	for _, name := range s.chars {
		if b.single[name] == nil {
			b.single[name] = map[rune]rune{}
			for _, e := range b.lists[name] {
				from, ok := single(e.key)
				to, one := single(e.candidates[0])
				if ok && one {
					b.single[name][from] = to
				}
			}
		}
		if to, ok := b.single[name][r]; ok {
			return to
		}
	}
	return r
}
