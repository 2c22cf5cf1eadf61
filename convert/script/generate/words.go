package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What makes a word worth its place: how often it was seen, for words with a
// character that phrases convert in several ways, and for others, which only
// show where such a phrase cannot be.
const (
	manyTimes  = 20
	otherTimes = 50
	wordLength = 4
)

// Costs are in bits: how surprising a word is. A phrase of a dictionary costs
// less than its parts, so that it wins but where a frequent word crosses its
// border.
const (
	rareCost      = 26.0
	phraseBonus   = 2.0
	officialBonus = 8.0
)

// word is a word with its Traditional form and its cost.
type word struct {
	value string
	cost  float64
}

// words is what the generator knows of words.
type words struct {
	official map[string]string
	standard map[rune]rune    // Simplified to Traditional as OpenCC has it
	chars    map[rune]rune    // the same, with our own characters
	many     map[rune]bool    // characters that some phrase converts in another way
	single   map[rune]float64 // costs
	known    map[string]word
}

// plain converts s character by character.
func (w *words) plain(s string) string { return byCharacter(w.chars, s) }

func byCharacter(chars map[rune]rune, s string) string {
	return strings.Map(func(r rune) rune {
		if to, ok := chars[r]; ok {
			return to
		}
		return r
	}, s)
}

// readWords reads the list of words with their frequencies, and our own
// phrases from the file at path, and joins them with the phrases of OpenCC.
func (b *builder) readWords(list []byte, path string) (*words, error) {
	w := &words{standard: map[rune]rune{}, many: map[rune]bool{}, single: map[rune]float64{}, known: map[string]word{}}
	for _, e := range b.lists["STCharacters"] {
		from, _ := single(e.key)
		w.standard[from], _ = single(e.candidates[0])
	}
	w.chars = maps.Clone(w.standard)
	phrases := firstCandidates(b.lists["STPhrases"])
	official, err := readOfficial(path)
	if err != nil {
		return nil, err
	}
	w.official = official
	if err := forget(phrases, "forget.txt"); err != nil {
		return nil, err
	}
	for key, value := range official {
		if from, ok := single(key); ok {
			w.chars[from], _ = single(value)
			delete(official, key)
		}
	}
	for key, value := range phrases {
		w.markMany(key, value)
	}
	for key, value := range official {
		w.markMany(key, value)
	}
	seen := w.readFrequencies(list)
	all := maps.Clone(seen)
	for _, m := range []map[string]string{phrases, official} {
		for key := range m {
			all[key] += 0
		}
	}
	for _, r := range "二三四五六七八九十百千万" {
		all[string(r)+"里"] += 0
	}
	keys := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		return cmp.Or(utf8.RuneCountInString(a)-utf8.RuneCountInString(b), strings.Compare(a, b))
	})
	for _, key := range keys {
		w.learn(key, all[key], phrases[key], official[key])
	}
	return w, nil
}

// forget removes from phrases those that the file at path lists.
func forget(phrases map[string]string, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, key := range strings.Fields(line) {
			delete(phrases, key)
		}
	}
	return nil
}

func (w *words) markMany(key, value string) {
	plain := []rune(w.plain(key))
	for i, r := range []rune(value) {
		if i < len(plain) && r != plain[i] {
			w.many[[]rune(key)[i]] = true
		}
	}
}

// readFrequencies returns the cost of each word that is worth its place.
func (w *words) readFrequencies(list []byte) map[string]float64 {
	total := 0.0
	counts := map[string]float64{}
	for _, line := range bytes.Split(list, []byte("\n")) {
		f := strings.Fields(string(line))
		if len(f) < 2 {
			continue
		}
		n, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			continue
		}
		total += n
		if len(f) < 3 || !strings.HasPrefix(f[2], "nr") || utf8.RuneCountInString(f[0]) == 1 {
			counts[f[0]] = n
		}
	}
	costs := map[string]float64{}
	for key, n := range counts {
		cost := math.Log2(total / n)
		if r, ok := single(key); ok {
			w.single[r] = min(cost, rareCost)
		} else if n >= w.threshold(key) {
			costs[key] = cost
		}
	}
	return costs
}

// threshold returns how often a word must have been seen.
func (w *words) threshold(key string) float64 {
	length, many := 0, false
	for _, r := range key {
		if !unicode.Is(unicode.Han, r) {
			return math.Inf(1)
		}
		length++
		many = many || w.many[r]
	}
	switch {
	case length > wordLength:
		return math.Inf(1)
	case many:
		return manyTimes
	}
	return otherTimes
}

// learn adds a word if it makes a difference. cost is 0 for a word that was
// not seen often.
func (w *words) learn(key string, cost float64, phrase, official string) {
	parts := w.parts(key)
	switch {
	case official == "" && counted(key):
		w.known[key] = word{w.countedForm(key), less(cost, parts.cost-officialBonus)}
	case official != "":
		w.known[key] = word{official, less(cost, parts.cost-officialBonus)}
	case phrase != "" && (phrase != w.plain(key) || phrase != parts.value):
		w.known[key] = word{phrase, less(cost, parts.cost-phraseBonus)}
	case phrase != "" && cost != 0:
		w.known[key] = word{phrase, less(cost, parts.cost-phraseBonus)}
	case cost != 0 && cost < parts.cost:
		w.known[key] = word{parts.value, cost}
	}
}

// counted reports whether key is a number and what is counted, of characters
// that are counted in another form than they mostly have.
func counted(key string) bool {
	rest := strings.TrimRight(key, "里只周")
	return len(rest) == len(key)-3 && strings.Trim(rest, "一二两三四五六七八九十百千万亿数几半余多") == ""
}

// countedForm returns the Traditional form of such a key.
func (w *words) countedForm(key string) string {
	switch number := w.plain(strings.TrimRight(key, "里只周")); {
	case strings.HasSuffix(key, "里"):
		return number + "里"
	case strings.HasSuffix(key, "只"):
		return number + "隻"
	case number == "四" || number == "半":
		return number + "周" // all around, half around
	default:
		return number + "週"
	}
}

func less(cost, other float64) float64 {
	if cost == 0 {
		return max(0, other)
	}
	return max(0, min(cost, other))
}

// parts returns the cheapest way to put key together from shorter words.
func (w *words) parts(key string) word {
	runes := []rune(key)
	best := make([]word, len(runes)+1)
	for end := 1; end <= len(runes); end++ {
		r := runes[end-1]
		cost, ok := w.single[r]
		if !ok {
			cost = rareCost
		}
		best[end] = word{best[end-1].value + w.plain(string(r)), best[end-1].cost + cost}
		for start := max(0, end-maxLength); start < end-1; start++ {
			if k, ok := w.known[string(runes[start:end])]; ok && best[start].cost+k.cost < best[end].cost {
				best[end] = word{best[start].value + k.value, best[start].cost + k.cost}
			}
		}
	}
	return best[len(runes)]
}

// readOfficial reads our own phrases: Simplified and Traditional, a tab
// between them; # begins a remark.
func readOfficial(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	list := map[string]string{}
	for i, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if len(f) != 2 || utf8.RuneCountInString(f[0]) != utf8.RuneCountInString(f[1]) {
			return nil, fmt.Errorf("%s:%d: want two words of equal length", path, i+1)
		}
		list[f[0]] = f[1]
	}
	return list, nil
}

// layWords lays out the words, the costs of single characters in half bits,
// and the further forms of the characters that have several.
func (b *builder) layWords() error {
	var list []phrase
	for _, key := range slices.Sorted(maps.Keys(b.words.known)) {
		k := b.words.known[key]
		p := phrase{key: b.encode(key), note: uint16(min(maxNote, math.Round(2*k.cost)))}
		if slices.Contains(p.key, 0) {
			continue // has a character that no dictionary of OpenCC has
		}
		if k.value != b.words.plain(key) {
			p.value = b.encode(k.value)
		}
		list = append(list, p)
	}
	if err := b.layDictionary("words", list); err != nil {
		return fmt.Errorf("words: %w", err)
	}
	costs := make([]byte, len(b.chars))
	for code, r := range b.chars {
		cost, ok := b.words.single[r]
		if !ok {
			cost = rareCost
		}
		costs[code] = byte(math.Round(2 * cost))
	}
	b.add("costs", costs)
	b.add("ownChars", wordsOf(b.ownChars()))
	var many []uint16
	for _, r := range slices.Sorted(maps.Keys(b.words.many)) {
		many = append(many, b.codes[r])
	}
	b.add("many", wordsOf(many))
	return errors.Join(b.layForms(), b.layOfficial())
}

// ownChars returns the characters that have another form by themselves in
// prose than OpenCC gives them, as pairs of codes.
func (b *builder) ownChars() []uint16 {
	var list []uint16
	for _, r := range slices.Sorted(maps.Keys(b.words.chars)) {
		if to := b.words.chars[r]; to != b.words.standard[r] {
			list = append(list, b.codes[r], b.codes[to])
		}
	}
	return list
}

// layForms lays out the candidates of the characters that have several.
func (b *builder) layForms() error {
	var list []phrase
	for _, e := range b.lists["STCharacters"] {
		if len(e.candidates) > 1 {
			list = append(list, phrase{key: b.encode(e.key), value: b.encode(strings.Join(e.candidates, ""))})
		}
	}
	return b.layDictionary("forms", list)
}

// layOfficial lays out our own phrases, and those on the way back.
func (b *builder) layOfficial() error {
	var list, back []phrase
	for _, key := range slices.Sorted(maps.Keys(b.words.official)) {
		list = append(list, phrase{key: b.encode(key), value: b.encode(b.words.official[key])})
	}
	returns, err := readOfficial("return.tsv")
	for _, key := range slices.Sorted(maps.Keys(returns)) {
		back = append(back, phrase{key: b.encode(key), value: b.encode(returns[key])})
	}
	return errors.Join(err, b.layDictionary("official", list), b.layDictionary("back", back))
}
