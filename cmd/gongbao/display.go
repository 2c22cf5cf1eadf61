package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"gongbao/convert/batch"
)

// say prints one line on standard error. Nothing in it can move the cursor,
// change colours or break the line.
func (c *console) say(line string) {
	fmt.Fprintf(c.err, "gongbao: %s\n", printable(line))
}

// tell says a text in the user's language.
func (c *console) tell(w words, args ...any) { c.say(w.with(args...).In(c.language)) }

// misuse prints what is wrong with the command line.
func (c *console) misuse(command string, err error) int {
	help := strings.TrimSpace(seeHelp.with(command).In(c.language))
	c.tell(withHelp, c.reason(err), help)
	return misused
}

// printed is the exit code after printing to standard output.
func (c *console) printed(err error) int {
	if err == nil {
		return done
	}
	c.say(c.reason(&batch.WriteError{Path: "-", Err: err}))
	return failed
}

// printable is s with everything escaped that is no visible character: control
// characters, bytes that are no UTF-8, marks that turn the writing direction.
func printable(s string) string {
	var b strings.Builder
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case unicode.IsPrint(r), r == '\u3000', r == '\u00A0':
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// columns prints rows of cells in columns of equal width, indented.
func columns(w io.Writer, rows [][]string) error {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], width(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString("  " + cell + strings.Repeat(" ", widths[i]-width(cell)))
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(line.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// width is how many cells of a terminal s takes. It does not depend on the
// locale.
func width(s string) int {
	return (&runewidth.Condition{}).StringWidth(s)
}

// terminal reports whether w is one.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
