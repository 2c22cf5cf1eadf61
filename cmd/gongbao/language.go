package main

import (
	"fmt"
	"strings"
)

// words is one text in the languages that the command speaks.
type words struct{ en, hans, hant string }

// in returns the text in a language: zh-Hans, zh-Hant, else English.
func (w words) in(language string) string {
	switch language {
	case "zh-Hans":
		return w.hans
	case "zh-Hant":
		return w.hant
	}
	return w.en
}

// message is a text with its arguments; as an error it is one of usage.
type message struct {
	words
	args []any
}

func (w words) with(args ...any) message { return message{w, args} }

func (m message) In(language string) string { return fmt.Sprintf(m.in(language), m.args...) }

func (m message) Error() string { return m.In("en") }

// languageOf understands the name of a language or of a locale, such as
// zh-Hant, zh_TW.UTF-8, en.
func languageOf(name string) (string, bool) {
	name, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(name, "_", "-")), ".")
	parts := strings.Split(name, "-")
	switch {
	case parts[0] == "en" || name == "c" || name == "posix":
		return "en", true
	case parts[0] != "zh":
		return "", false
	}
	for _, part := range parts[1:] {
		switch part {
		case "hant", "tw", "hk", "mo":
			return "zh-Hant", true
		case "hans":
			return "zh-Hans", true
		}
	}
	return "zh-Hans", true
}

// setLanguage takes the language from --lang, wherever it stands, else from
// the locale. It returns the arguments without it.
func (c *console) setLanguage(args []string, env func(string) string) ([]string, error) {
	c.language = "en"
	for _, variable := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(variable); value != "" {
			if found, ok := languageOf(value); ok {
				c.language = found
			}
			break
		}
	}
	var rest []string
	for i := 0; i < len(args); i++ {
		value, ok := strings.CutPrefix(args[i], "--lang=")
		switch {
		case args[i] == "--":
			return append(rest, args[i:]...), nil
		case args[i] == "--lang" && i+1 < len(args):
			i++
			value = args[i]
		case args[i] == "--lang":
			return nil, needsValue.with("--lang")
		case !ok:
			rest = append(rest, args[i])
			continue
		}
		found, ok := languageOf(value)
		if !ok {
			return nil, badLanguage.with("--lang", value)
		}
		c.language = found
	}
	return rest, nil
}
