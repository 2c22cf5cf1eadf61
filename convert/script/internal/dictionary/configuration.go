package dictionary

// Chars is a table of characters by code: the code that a configuration
// makes of it and two marks.
type Chars struct{ Words }

// The parts of a value of Chars. Segment marks that a phrase that cuts the
// text may begin with the character, Stage that a phrase of a stage that the
// cutting does not show may.
const (
	CodeMask = 1<<14 - 1
	Segment  = 1 << 14
	Stage    = 1 << 15
)

// Step is one stage: phrases, the first dictionary with a match first, then
// characters.
type Step struct {
	Phrases []Phrases
	Chars   Chars
}

// Configuration is one of OpenCC's. Text is cut by the phrases of Cut; a
// phrase that is cut out becomes its value, or goes through the steps of its
// own where Whole. What lies between goes through the steps, which for
// single characters is one look into Chars.
type Configuration struct {
	Name  string
	Cut   Phrases
	Chars Chars
	Steps []Step // empty where Cut and Chars do all
	Whole bool
	Flag  uint8 // of a phrase of Cut: a phrase of the second step is in the value
}

// Names lists the configurations.
func Names() []string {
	return []string{"s2t", "t2s", "s2tw", "tw2s", "s2hk", "hk2s", "s2twp", "tw2sp", "s2hkp", "hk2sp", "t2tw", "tw2t", "t2hk", "hk2t", "t2jp", "jp2t"}
}

// Find returns a configuration by name. With rare, Simplified characters
// that few fonts have are allowed in output.
func Find(name string, rare bool) (Configuration, bool) {
	c, ok := oneStep(name, rare)
	if !ok {
		c, ok = toRegion(name)
	}
	if !ok {
		c, ok = fromRegion(name, rare)
	}
	c.Name = name
	return c, ok
}

func oneStep(name string, rare bool) (Configuration, bool) {
	switch name {
	case "s2t":
		return Configuration{Cut: st(), Chars: chars(charsS2tAt)}, true
	case "t2s":
		return Configuration{Cut: ts(), Chars: simplified(rare)}, true
	case "t2tw":
		return Configuration{Cut: tw(), Chars: chars(charsT2twAt)}, true
	case "tw2t":
		return Configuration{Cut: twRev(), Chars: chars(charsTw2tAt)}, true
	case "t2hk":
		return Configuration{Cut: hk(), Chars: chars(charsT2hkAt)}, true
	case "hk2t":
		return Configuration{Cut: hkRev(), Chars: chars(charsHk2tAt)}, true
	case "t2jp":
		return Configuration{Chars: chars(charsT2jpAt)}, true
	case "jp2t":
		return Configuration{Cut: jp(), Chars: chars(charsJp2tAt)}, true
	}
	return Configuration{}, false
}

func toRegion(name string) (Configuration, bool) {
	region := func(flag uint8, at int, second Step) (Configuration, bool) {
		first := Step{[]Phrases{st()}, chars(charsS2tAt)}
		return Configuration{Cut: st(), Chars: chars(at), Steps: []Step{first, second}, Flag: flag}, true
	}
	switch name {
	case "s2tw":
		return region(0, charsS2twAt, Step{[]Phrases{tw()}, chars(charsT2twAt)})
	case "s2hk":
		return region(1, charsS2hkAt, Step{[]Phrases{hk()}, chars(charsT2hkAt)})
	case "s2twp":
		return region(2, charsS2twpAt, Step{[]Phrases{twp(), tw()}, chars(charsT2twpAt)})
	case "s2hkp":
		return region(3, charsS2hkpAt, Step{[]Phrases{hkp(), hk()}, chars(charsT2hkAt)})
	}
	return Configuration{}, false
}

func fromRegion(name string, rare bool) (Configuration, bool) {
	region := func(at, rareAt int, first Step) (Configuration, bool) {
		if rare {
			at = rareAt
		}
		second := Step{[]Phrases{ts()}, simplified(rare)}
		return Configuration{Cut: ts(), Chars: chars(at), Steps: []Step{first, second}, Whole: true}, true
	}
	switch name {
	case "tw2s":
		return region(charsTw2sAt, charsTw2sRareAt, Step{[]Phrases{twRev()}, chars(charsTw2tAt)})
	case "hk2s":
		return region(charsHk2sAt, charsHk2sRareAt, Step{[]Phrases{hkRev()}, chars(charsHk2tAt)})
	case "tw2sp":
		return region(charsTw2spAt, charsTw2spRareAt, Step{[]Phrases{twpRev(), twRev()}, chars(charsTwp2tAt)})
	case "hk2sp":
		return region(charsHk2spAt, charsHk2spRareAt, Step{[]Phrases{hkpRev(), hkRev()}, chars(charsHk2tAt)})
	}
	return Configuration{}, false
}

func simplified(rare bool) Chars {
	if rare {
		return chars(charsT2sRareAt)
	}
	return chars(charsT2sAt)
}

func chars(at int) Chars { return Chars{Words(data[at : at+2*characters])} }

func st() Phrases  { return phrases(stFilterAt, stSlotsAt, stStreamAt, stStreamEnd, stShift) }
func ts() Phrases  { return phrases(tsFilterAt, tsSlotsAt, tsStreamAt, tsStreamEnd, tsShift) }
func tw() Phrases  { return phrases(twFilterAt, twSlotsAt, twStreamAt, twStreamEnd, twShift) }
func twp() Phrases { return phrases(twpFilterAt, twpSlotsAt, twpStreamAt, twpStreamEnd, twpShift) }
func hk() Phrases  { return phrases(hkFilterAt, hkSlotsAt, hkStreamAt, hkStreamEnd, hkShift) }
func hkp() Phrases { return phrases(hkpFilterAt, hkpSlotsAt, hkpStreamAt, hkpStreamEnd, hkpShift) }
func jp() Phrases  { return phrases(jpFilterAt, jpSlotsAt, jpStreamAt, jpStreamEnd, jpShift) }

func twRev() Phrases {
	return phrases(twRevFilterAt, twRevSlotsAt, twRevStreamAt, twRevStreamEnd, twRevShift)
}

func hkRev() Phrases {
	return phrases(hkRevFilterAt, hkRevSlotsAt, hkRevStreamAt, hkRevStreamEnd, hkRevShift)
}

func hkpRev() Phrases {
	return phrases(hkpRevFilterAt, hkpRevSlotsAt, hkpRevStreamAt, hkpRevStreamEnd, hkpRevShift)
}

func twpRev() Phrases {
	p := phrases(twpRevFilterAt, twpRevSlotsAt, twpRevStreamAt, twpRevStreamEnd, twpRevShift)
	p.single = true
	return p
}

func phrases(filterAt, slotsAt, streamAt, streamEnd int, shift uint8) Phrases {
	return Phrases{filter: data[filterAt:slotsAt], slots: data[slotsAt:streamAt], stream: Words(data[streamAt:streamEnd]), shift: shift}
}
