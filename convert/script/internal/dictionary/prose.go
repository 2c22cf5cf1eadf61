package dictionary

// Prose is what conversion of prose by words needs: frequent words and
// phrases with their costs, all Simplified.
type Prose struct {
	Words    Phrases // notes are costs; values are OpenCC's Traditional Chinese
	Official Phrases // those that overrule OpenCC's
	Forms    Phrases // characters with several Traditional forms, the first the default
	Chars    Chars   // the default forms, with the mark Many
	costs    string
	folded   Words
}

// Many marks a character of Prose.Chars that words spell in several ways.
const Many = Segment

// FindProse returns the tables for prose.
func FindProse() Prose {
	p := Prose{
		Words:    phrases(wordsFilterAt, wordsSlotsAt, wordsStreamAt, wordsStreamEnd, wordsShift),
		Official: phrases(officialFilterAt, officialSlotsAt, officialStreamAt, officialStreamEnd, officialShift),
		Forms:    phrases(formsFilterAt, formsSlotsAt, formsStreamAt, formsStreamEnd, formsShift),
		Chars:    other(whole(charsS2tAt), ownCharsAt, ownCharsEnd),
		costs:    data[costsAt:costsEnd],
		folded:   Words(data[foldedAt:foldedEnd]),
	}
	for code := range p.Chars {
		p.Chars[code] &= CodeMask
	}
	for i, many := 0, Words(data[manyAt:manyEnd]); i < len(many)/2; i++ {
		p.Chars[many.At(i)] |= Many
	}
	return p
}

// Cost returns the cost of a character by itself, in half bits.
func (p *Prose) Cost(code uint16) int { return int(p.costs[code]) }

// Folded returns the Simplified form of a code.
func (p *Prose) Folded(code uint16) uint16 { return p.folded.At(int(code)) }

// FormsOf returns the forms of a Simplified code that has several, the
// default first, or "".
func (p *Prose) FormsOf(code uint16) Words {
	if e := p.Forms.bucket(code, 0); e != 0 {
		return p.Forms.Value(e)
	}
	return ""
}

// Standard returns the table from the forms of Hong Kong, or else Taiwan, to
// OpenCC's. Characters that are OpenCC's form of another one stay.
func Standard(hongKong bool) Chars {
	c := other(same(), charsTw2tAt, charsTw2tEnd)
	if hongKong {
		c = other(same(), charsHk2tAt, charsHk2tEnd)
	}
	own := make([]bool, len(c))
	for code, to := range whole(charsS2tAt) {
		if to &= CodeMask; int(to) != code {
			own[to] = true
		}
	}
	for code := range c {
		if c[code] &= CodeMask; own[code] {
			c[code] = uint16(code)
		}
	}
	return c
}

// Back returns a configuration with our own phrases before those of its
// first step.
func Back(c Configuration) Configuration {
	own := phrases(backFilterAt, backSlotsAt, backStreamAt, backStreamEnd, backShift)
	c.Steps[0].Phrases = append([]Phrases{own}, c.Steps[0].Phrases...)
	for code := range c.Chars {
		if own.begins(uint16(code)) {
			c.Chars[code] |= Stage
		}
	}
	return c
}

// begins reports whether a key of two codes or more may begin with a code.
func (p *Phrases) begins(code uint16) bool {
	for i := 0; i < len(p.slots); i += 4 {
		if at := word32(p.slots, i) & (1<<placeBits - 1); at != 0 && p.stream.At(int(at)) == code {
			return true
		}
	}
	return false
}

// Add gives characters that c leaves as they are the form that others has.
func Add(c, others Chars) {
	for code, to := range c {
		if int(to&CodeMask) == code {
			c[code] = to&^CodeMask | others[code]&CodeMask
		}
	}
}
