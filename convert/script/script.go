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

// Converter converts text by one profile. It may be used by several
// goroutines at once.
type Converter struct {
	profile string
	steps   [2][]exact // for Simplified and for Traditional source
}

// New returns the converter for a profile. The error lists the profiles.
func New(profile string) (*Converter, error) {
	if !slices.Contains(Profiles(), profile) {
		return nil, fmt.Errorf("no script profile %q; use one of %s", profile, strings.Join(Profiles(), ", "))
	}
	c := &Converter{profile: profile}
	var simplified, traditional []string
	switch profile {
	case "cn":
		simplified, traditional = []string{"t2s"}, []string{"t2s"}
	case "tw", "hk":
		simplified, traditional = []string{"s2" + profile}, []string{"t2s", "s2" + profile}
	default:
		simplified, traditional = []string{profile}, []string{profile}
	}
	c.steps = [2][]exact{chain(simplified), chain(traditional)}
	return c, nil
}

func chain(names []string) []exact {
	var list []exact
	for _, name := range names {
		found, _ := dictionary.Find(name, false)
		list = append(list, exact{found})
	}
	return list
}

// Profile returns the name of the profile.
func (c *Converter) Profile() string { return c.profile }

// String converts text.
func (c *Converter) String(text string) string {
	return string(c.Append(nil, []byte(text)))
}

// Append appends the conversion of src to dst and returns the result. It
// allocates only where dst has no room.
func (c *Converter) Append(dst, src []byte) []byte {
	dst, _ = c.advance(dst, src, c.source(src), true)
	return dst
}

// source returns which steps a text takes: 0 for Simplified text and for
// OpenCC's configurations, 1 for Traditional.
func (c *Converter) source(text []byte) int {
	if len(c.steps[0]) == len(c.steps[1]) || Detect(string(text)) == "zh-Hans" {
		return 0
	}
	return 1
}

// advance converts as much of src as does not depend on what follows, or all
// of it if final. It returns how many bytes of src it has converted.
func (c *Converter) advance(dst, src []byte, source int, final bool) ([]byte, int) {
	steps := c.steps[source]
	if len(steps) == 1 {
		return steps[0].append(dst, src, final)
	}
	n := len(src)
	if !final {
		n = bytes.LastIndexByte(src, '\n') + 1
	}
	middle, _ := steps[0].append(nil, src[:n], true)
	dst, _ = steps[1].append(dst, middle, true)
	return dst, n
}

// characters converts text without regard to phrases.
func (c *Converter) characters(text string, source int) string {
	out := []byte(text)
	for _, x := range c.steps[source] {
		out = x.characters(out)
	}
	return string(out)
}
