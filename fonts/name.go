package fonts

import "strings"

// readName is the PostScript name of a font, as letters, digits and hyphens;
// "Unnamed" if it has none.
func readName(name []byte) string {
	const postScript = 6
	if len(name) < 6 {
		return "Unnamed"
	}
	for i := range int(u16(name, 2)) {
		record := name[6+12*i:]
		if u16(record, 6) != postScript {
			continue
		}
		start := int(u16(name, 4)) + int(u16(record, 10))
		// In UTF-16 as in the single-byte encodings, these are ASCII.
		if s := plain(string(name[start : start+int(u16(record, 8))])); s != "" {
			return s
		}
	}
	return "Unnamed"
}

func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, s)
}
