package dictionary

// Phrases is a dictionary of phrases in codes. The zero value has none.
type Phrases struct {
	filter string
	slots  string
	stream Words
	shift  uint8
	single bool // some keys have one character
}

// The layout of slots and headers; the generator has the same.
const (
	placeBits = 19
	multiply  = 0x9E3779B1
	lengths   = 15
	lastBit   = 1 << 8
	noteShift = 9
)

// Entry is the place of a phrase in its dictionary, 0 for none.
type Entry int

// Longest returns the longest entry that codes begin with.
func (p *Phrases) Longest(codes []uint16) Entry {
	if len(codes) > 1 {
		for e := p.bucket(codes[0], codes[1]); e != 0; e = p.next(e) {
			if p.matches(e, codes) {
				return e
			}
		}
	}
	if p.single && len(codes) > 0 {
		return p.bucket(codes[0], 0)
	}
	return 0
}

// First returns the longest entry that codes begin with, of two codes or
// more, and Next the next shorter one.
func (p *Phrases) First(codes []uint16) Entry {
	if len(codes) < 2 {
		return 0
	}
	return p.fit(p.bucket(codes[0], codes[1]), codes)
}

// Next returns the entry after e that codes begin with.
func (p *Phrases) Next(e Entry, codes []uint16) Entry {
	return p.fit(p.next(e), codes)
}

func (p *Phrases) fit(e Entry, codes []uint16) Entry {
	for e != 0 && !p.matches(e, codes) {
		e = p.next(e)
	}
	return e
}

// Possible reports whether a phrase may begin with two codes. It is wrong for
// few pairs, and never where a phrase does.
func (p *Phrases) Possible(a, b uint16) bool {
	bit := hash(a, b) >> p.shift
	return p.filter[bit>>3]>>(bit&7)&1 != 0
}

func hash(a, b uint16) uint32 { return (uint32(a)<<16 | uint32(b)) * multiply }

// Pair reports whether a phrase may begin with the two codes, or is the
// first alone.
func (p *Phrases) Pair(a, b uint16) bool {
	return p.bucket(a, b) != 0 || p.single && p.bucket(a, 0) != 0
}

// Len returns how many codes the key of e has.
func (p *Phrases) Len(e Entry) int { return int(p.stream.At(int(e)) & lengths) }

// Value returns the value of e in codes, "" where its characters go by
// themselves.
func (p *Phrases) Value(e Entry) Words {
	header := p.stream.At(int(e))
	at := int(e) + 1 + max(0, int(header&lengths)-2)
	return p.stream[2*at : 2*(at+int(header>>4&lengths))]
}

// Note returns the 7 bits that e carries: for the phrases of st, which
// regions have a phrase in the value; for words, the cost.
func (p *Phrases) Note(e Entry) uint16 { return p.stream.At(int(e)) >> noteShift }

// next returns the entry after e in its bucket.
func (p *Phrases) next(e Entry) Entry {
	header := p.stream.At(int(e))
	if header&lastBit != 0 {
		return 0
	}
	return e + 1 + Entry(max(0, int(header&lengths)-2)+int(header>>4&lengths))
}

func (p *Phrases) matches(e Entry, codes []uint16) bool {
	n := p.Len(e)
	if n > len(codes) {
		return false
	}
	for i := 2; i < n; i++ {
		if codes[i] != p.stream.At(int(e)+i-1) {
			return false
		}
	}
	return true
}

// bucket returns the first phrase of a pair.
func (p *Phrases) bucket(a, b uint16) Entry {
	if p.slots == "" {
		return 0
	}
	h := hash(a, b)
	if !p.Possible(a, b) {
		return 0
	}
	size := len(p.slots) / 4
	for i := int(uint64(h) * uint64(size) >> 32); ; i++ {
		if i == size {
			i = 0
		}
		slot := word32(p.slots, 4*i)
		if slot == 0 {
			return 0
		}
		if slot>>placeBits != h&(1<<(32-placeBits)-1) {
			continue
		}
		at := int(slot & (1<<placeBits - 1))
		if p.stream.At(at) == a && p.stream.At(at+1) == b {
			return Entry(at + 2)
		}
	}
}
