// Package script turns Simplified into Traditional Chinese and back, exactly as OpenCC does or as official prose wants it.
package script

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gongbao/convert/internal/fold"
	"gongbao/convert/script/internal/dictionary"
)

// Dictionary names the source of the tables: npm package and version.
const Dictionary = dictionary.Name

// Profiles lists the profiles. The first three are for official prose and
// find out the script of the source: cn (Mainland China), tw (Taiwan) and hk
// (Hong Kong). The rest are OpenCC's configurations.
func Profiles() []string {
	return append([]string{"cn", "tw", "hk"}, dictionary.Names()...)
}

// Detect tells the script of text: "zh-Hans" or "zh-Hant". Traditional text
// with some Simplified characters in it is "zh-Hant".
func Detect(text string) string { return fold.Language(text) }

// Options are choices beside the profile. The zero value is the default.
type Options struct {
	Vocabulary      bool    // also replace words by those of the region
	KeepPunctuation bool    // leave quotation marks and half-width marks; OpenCC's profiles always do
	Rare            bool    // allow Simplified characters that few fonts have
	Entries         []Entry // the user's dictionary, for cn, tw and hk
}

// Converter converts text by one profile. It may be used by several
// goroutines at once.
type Converter struct {
	profile string
	prose   *prose // nil for OpenCC's
	exact   exact
	user    userDictionary
}

// New returns the converter for a profile, with the default options. The
// error lists the profiles.
func New(profile string) (*Converter, error) { return Options{}.New(profile) }

// New returns the converter for a profile. The error lists the profiles, or
// names the entry of the dictionary that is wrong.
func (o Options) New(profile string) (*Converter, error) {
	if !slices.Contains(Profiles(), profile) {
		return nil, fmt.Errorf("no script profile %q; use one of %s", profile, strings.Join(Profiles(), ", "))
	}
	c := &Converter{profile: profile}
	if found, ok := dictionary.Find(profile, o.Rare); ok {
		c.exact = exact{found}
		return c, nil
	}
	for i, e := range o.Entries {
		if e.From == "" || strings.Contains(e.From, "\n") {
			return nil, fmt.Errorf("dictionary entry %d is %q; it must be a word on one line", i+1, e.From)
		}
	}
	c.prose = newProse(profile, o)
	c.user = newUserDictionary(o.Entries)
	return c, nil
}

// Profile returns the name of the profile.
func (c *Converter) Profile() string { return c.profile }

// String converts text.
func (c *Converter) String(text string) string {
	return string(c.Append(nil, []byte(text)))
}

// Append appends the conversion of src to dst and returns the result. It
// allocates only where dst has no room, or for the user's dictionary.
func (c *Converter) Append(dst, src []byte) []byte {
	if c.prose == nil {
		dst, _ = c.exact.append(dst, src, true)
		return dst
	}
	g := c.segmenter(c.source(src))
	dst, _ = g.append(dst, src, true)
	return dst
}

// Explain converts text and returns what was changed, in order, and where the
// choice was open. OpenCC's profiles explain nothing.
func (c *Converter) Explain(text string) (string, []Change) {
	out, t := c.follow(text, c.source([]byte(text)), nil)
	return out, t.changes
}

// Map converts text and returns how places of it relate to places of the
// output.
func (c *Converter) Map(text string) (string, Map) {
	out, t := c.follow(text, c.source([]byte(text)), nil)
	return out, Map{t.units}
}

// follow converts text with some parts decided, and keeps track.
func (c *Converter) follow(text string, from source, fixes []fix) (string, *trace) {
	t := &trace{}
	if c.prose == nil {
		return c.pieces(text, fixes, t), t
	}
	g := c.segmenter(from)
	g.trace = t
	g.fixes = fixes
	out, _ := g.append(nil, []byte(text), true)
	return string(out), t
}

// pieces converts by OpenCC's profile and keeps track of lines and of the
// parts that are decided, as its phrases may change the length of anything
// between.
func (c *Converter) pieces(text string, fixes []fix, t *trace) string {
	var out []byte
	for at := 0; at < len(text); {
		if len(fixes) > 0 && fixes[0].start == at {
			t.units = append(t.units, unit{at, fixes[0].end, len(out), len(out) + len(fixes[0].to)})
			out = append(out, fixes[0].to...)
			at, fixes = fixes[0].end, fixes[1:]
			continue
		}
		end := len(text)
		if len(fixes) > 0 {
			end = fixes[0].start
		}
		if i := strings.IndexByte(text[at:end], '\n'); i >= 0 {
			end = at + i + 1
		}
		u := unit{start: at, end: end, outStart: len(out)}
		out, _ = c.exact.append(out, []byte(text[at:end]), true)
		u.outEnd = len(out)
		t.units = append(t.units, u)
		at = end
	}
	return string(out)
}

// source is what is to be known of a text before it is converted.
type source struct {
	traditional bool
	chinese     string // tw where the text has Taiwan's 著 and no 着
}

// source looks at the beginning of a text.
func (c *Converter) source(text []byte) source {
	if c.prose == nil {
		return source{}
	}
	text = text[:min(len(text), sample)]
	s := source{traditional: fold.LanguageOf(text) == "zh-Hant"}
	if s.traditional && !bytes.Contains(text, []byte("着")) {
		s.chinese = "tw"
	}
	return s
}

func (c *Converter) segmenter(s source) *segmenter {
	return &segmenter{p: c.prose, user: c.user, source: s}
}
