package dictionary

// Prose is what conversion of prose by words needs: frequent words and
// phrases with their costs, all Simplified.
type Prose struct {
	Words    Phrases // notes are costs; values are OpenCC's Traditional Chinese
	Official Phrases // those that overrule OpenCC's
	Forms    Phrases // characters with several Traditional forms, the first the default
	Chars    Chars   // the default forms
	costs    string
	folded   Words
}

// FindProse returns the tables for prose.
func FindProse() Prose {
	return Prose{
		Words:    phrases(wordsFilterAt, wordsSlotsAt, wordsStreamAt, wordsStreamEnd, wordsShift),
		Official: phrases(officialFilterAt, officialSlotsAt, officialStreamAt, officialStreamEnd, officialShift),
		Forms:    phrases(formsFilterAt, formsSlotsAt, formsStreamAt, formsStreamEnd, formsShift),
		Chars:    other(whole(charsS2tAt), ownCharsAt, ownCharsEnd),
		costs:    data[costsAt:costsEnd],
		folded:   Words(data[foldedAt:foldedEnd]),
	}
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

// Standard returns the table from the forms of Taiwan and Hong Kong to
// OpenCC's.
func Standard() Chars {
	return other(other(same(), charsHk2tAt, charsHk2tEnd), charsTw2tAt, charsTw2tEnd)
}
