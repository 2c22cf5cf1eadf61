package dictionary

// Chars is a table of characters by code: the code that a configuration
// makes of it and two marks.
type Chars []uint16

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
		return Configuration{Cut: st(), Chars: whole(charsS2tAt)}, true
	case "t2s":
		return Configuration{Cut: ts(), Chars: simplified(rare)}, true
	case "t2tw":
		return Configuration{Cut: tw(), Chars: toTaiwan()}, true
	case "tw2t":
		return Configuration{Cut: twRev(), Chars: other(same(), charsTw2tAt, charsTw2tEnd)}, true
	case "t2hk":
		return Configuration{Cut: hk(), Chars: toHongKong()}, true
	case "hk2t":
		return Configuration{Cut: hkRev(), Chars: other(same(), charsHk2tAt, charsHk2tEnd)}, true
	case "t2jp":
		return Configuration{Chars: other(same(), charsT2jpAt, charsT2jpEnd)}, true
	case "jp2t":
		return Configuration{Cut: jp(), Chars: other(same(), charsJp2tAt, charsJp2tEnd)}, true
	}
	return Configuration{}, false
}

func toRegion(name string) (Configuration, bool) {
	region := func(flag uint8, at, end int, second Step) (Configuration, bool) {
		first := Step{[]Phrases{st()}, whole(charsS2tAt)}
		return Configuration{Cut: st(), Chars: other(whole(charsS2tAt), at, end), Steps: []Step{first, second}, Flag: flag}, true
	}
	switch name {
	case "s2tw":
		return region(0, charsS2twAt, charsS2twEnd, Taiwan(false))
	case "s2hk":
		return region(1, charsS2hkAt, charsS2hkEnd, HongKong(false))
	case "s2twp":
		return region(2, charsS2twpAt, charsS2twpEnd, Taiwan(true))
	case "s2hkp":
		return region(3, charsS2hkpAt, charsS2hkpEnd, HongKong(true))
	}
	return Configuration{}, false
}

// Taiwan returns the step from OpenCC's Traditional Chinese to Taiwan's, with
// its vocabulary or without.
func Taiwan(vocabulary bool) Step {
	if vocabulary {
		return Step{[]Phrases{twp(), tw()}, other(same(), charsT2twpAt, charsT2twpEnd)}
	}
	return Step{[]Phrases{tw()}, toTaiwan()}
}

// HongKong returns the step from OpenCC's Traditional Chinese to Hong
// Kong's, with its vocabulary or without.
func HongKong(vocabulary bool) Step {
	if vocabulary {
		return Step{[]Phrases{hkp(), hk()}, toHongKong()}
	}
	return Step{[]Phrases{hk()}, toHongKong()}
}

func fromRegion(name string, rare bool) (Configuration, bool) {
	region := func(at, end, rareAt, rareEnd int, first Step) (Configuration, bool) {
		if rare {
			at, end = rareAt, rareEnd
		}
		second := Step{[]Phrases{ts()}, simplified(rare)}
		return Configuration{Cut: ts(), Chars: other(whole(charsT2sAt), at, end), Steps: []Step{first, second}, Whole: true}, true
	}
	tw, hk := other(same(), charsTw2tAt, charsTw2tEnd), other(same(), charsHk2tAt, charsHk2tEnd)
	switch name {
	case "tw2s":
		return region(charsTw2sAt, charsTw2sEnd, charsTw2sRareAt, charsTw2sRareEnd, Step{[]Phrases{twRev()}, tw})
	case "hk2s":
		return region(charsHk2sAt, charsHk2sEnd, charsHk2sRareAt, charsHk2sRareEnd, Step{[]Phrases{hkRev()}, hk})
	case "tw2sp":
		first := Step{[]Phrases{twpRev(), twRev()}, other(same(), charsTwp2tAt, charsTwp2tEnd)}
		return region(charsTw2spAt, charsTw2spEnd, charsTw2spRareAt, charsTw2spRareEnd, first)
	case "hk2sp":
		return region(charsHk2spAt, charsHk2spEnd, charsHk2spRareAt, charsHk2spRareEnd, Step{[]Phrases{hkpRev(), hkRev()}, hk})
	}
	return Configuration{}, false
}

func simplified(rare bool) Chars {
	if rare {
		return other(whole(charsT2sAt), charsT2sRareAt, charsT2sRareEnd)
	}
	return whole(charsT2sAt)
}

func toTaiwan() Chars { return other(same(), charsT2twAt, charsT2twEnd) }

func toHongKong() Chars { return other(same(), charsT2hkAt, charsT2hkEnd) }

// same returns the table that leaves every code as it is.
func same() Chars {
	c := make(Chars, characters)
	for i := range c {
		c[i] = uint16(i)
	}
	return c
}

// whole returns a table that is laid out whole.
func whole(at int) Chars {
	c := make(Chars, characters)
	w := Words(data[at : at+2*characters])
	for i := range c {
		c[i] = w.At(i)
	}
	return c
}

// other changes c by a list of codes and values.
func other(c Chars, at, end int) Chars {
	w := Words(data[at:end])
	for i := 0; i < len(w)/2; i += 2 {
		c[w.At(i)] = w.At(i + 1)
	}
	return c
}

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
