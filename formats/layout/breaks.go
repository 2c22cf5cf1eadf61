package layout

import "strings"

// Penalties of breaking a line after a character. A line is broken where the
// sum over the paragraph is least; below wordBreak a break is ordinary.
const (
	senseBreak = 30   // in a title where its sense goes on
	dateBreak  = 40   // between 1月 and 5日
	titleBreak = 60   // inside 《…》
	quoteBreak = 120  // inside a short quotation
	countBreak = 900  // between numerals and what they count
	partBreak  = 1500 // inside an address
	nameBreak  = 8000 // inside a name
	wordBreak  = 20e3 // inside a word, or between a number and its unit
	ruleBreak  = 1e6  // where the rules forbid it
	never      = 1e9  // inside what is one character to the reader
)

const (
	shortQuote = 10 // characters inside quotation marks that had better stay together
	shortTitle = 16
)

// penalties weighs a break after each character but the last.
func penalties(runes []rune, classes []class, level Level) []float64 {
	p := make([]float64, len(runes))
	for i := 0; i+1 < len(runes); i++ {
		p[i] = max(
			rulePenalty(classes[i], classes[i+1], level),
			slash(runes[i], level),
			numberPenalty(runes, classes, i),
		)
	}
	quotations(runes, p)
	longWords(runes, p)
	return p
}

// senses lets a title break where its sense does, if the lines stay alike:
// before 关于, and after words that join.
func senses(runes []rune, classes []class, p []float64) {
	for i := range len(runes) - 1 {
		before := i+2 < len(runes) && in("关關", runes[i+1]) && in("于於", runes[i+2])
		if !before && !in("的和及与與暨、", runes[i]) && classes[i] == han && classes[i+1] == han {
			p[i] = max(p[i], senseBreak)
		}
	}
}

// longWords lets addresses break after their signs.
func longWords(runes []rune, p []float64) {
	const long = 20 // characters
	start := 0
	for i := range p {
		if p[i] == wordBreak && i+1 < len(p) {
			continue
		}
		for j := start; j < i && i-start >= long; j++ {
			if in("/?&=_-", runes[j]) {
				p[j] = partBreak
			}
		}
		start = i + 1
	}
}

// rulePenalty applies the rules for marks at line starts and ends.
func rulePenalty(before, after class, level Level) float64 {
	switch {
	case after == mark, before == after && (before == dash || before == leader || before == space):
		return never
	case after == space:
		return ruleBreak
	case before == space:
		return 0
	case wordy(before) && (wordy(after) || after == suffix), before == suffix && wordy(after):
		return wordBreak
	case level == None:
		return 0
	case before == opening, after == closing, after == stop, after == middle, after == suffix:
		return ruleBreak
	case level == Strict && (after == dash || after == leader):
		return ruleBreak
	}
	return 0
}

// slash keeps the solidus from line ends at the levels that ask for it.
func slash(r rune, level Level) float64 {
	if (level == GB || level == Strict) && (r == '/' || r == '／') {
		return ruleBreak
	}
	return 0
}

const (
	numerals = "〇零一二三四五六七八九十百千万亿萬億两兩半"
	scales   = "十百千万亿萬億多余餘几幾个個"
	ordinals = "第￥＄$№初"
	dates    = "年月日时時分"
)

// numberPenalty keeps numbers with what stands before and after them.
func numberPenalty(runes []rune, classes []class, i int) float64 {
	before, after := runes[i], runes[i+1]
	switch {
	case classes[i] == digit && classes[i+1] == han,
		isDigit(before) && classes[i+1] == han,
		strings.ContainsRune(ordinals, before) && (classes[i+1] == digit || in(numerals, after) || isDigit(after)):
		return wordBreak
	case classes[i] == suffix && classes[i+1] == han:
		return 0
	case i > 0 && in(scales, before) && (classes[i-1] == digit || in(scales, runes[i-1])) && classes[i+1] == han:
		return countBreak
	case in(numerals, before) && in(numerals, after), in(numerals, before) && in(dates+"届屆次名", after):
		return countBreak
	case i > 0 && in(dates, before) && classes[i-1] == digit && classes[i+1] == digit:
		return dateBreak
	}
	return 0
}

func in(set string, r rune) bool { return strings.ContainsRune(set, r) }

// isDigit reports whether r is a full-width digit.
func isDigit(r rune) bool { return r >= '０' && r <= '９' }

// quotations keeps short quotations and titles together.
func quotations(runes []rune, p []float64) {
	type open struct {
		at    int
		close rune
	}
	var stack []open
	for i, r := range runes {
		if n := len(stack); n > 0 && r == stack[n-1].close {
			at := stack[n-1].at
			stack = stack[:n-1]
			weigh(p[at:i], r, i-at-1)
			continue
		}
		if close := closer(r); close != 0 && len(stack) < 8 {
			stack = append(stack, open{i, close})
		} else if close != 0 {
			stack = append(stack[:0], open{i, close}) // never closed: start again
		}
	}
}

func weigh(p []float64, close rune, length int) {
	weight := 0.0
	switch {
	case close == '》' && length <= shortTitle:
		weight = quoteBreak
	case close == '》':
		weight = titleBreak
	case length <= shortQuote:
		weight = quoteBreak
	}
	for i := range p {
		p[i] = max(p[i], weight)
	}
}

func closer(r rune) rune {
	switch r {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '「':
		return '」'
	case '『':
		return '』'
	case '《':
		return '》'
	}
	return 0
}
