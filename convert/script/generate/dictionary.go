package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// entry is a row of a dictionary: a key and its candidates, best first.
type entry struct {
	key        string
	candidates []string
}

// rows reads data/NAME.txt of the package.
func rows(files map[string][]byte, name string) ([]entry, error) {
	data, ok := files["package/data/"+name+".txt"]
	if !ok {
		return nil, fmt.Errorf("the package has no dictionary %s", name)
	}
	var list []entry
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, values, ok := strings.Cut(line, "\t")
		if !ok || key == "" || values == "" {
			return nil, fmt.Errorf("%s:%d: no key and value", name, i+1)
		}
		list = append(list, entry{key, strings.Split(values, " ")})
	}
	return list, nil
}

// single returns the rune that s consists of.
func single(s string) (rune, bool) {
	r, n := utf8.DecodeRuneInString(s)
	return r, n == len(s) && r != utf8.RuneError
}
