// Package text reads plain text in any encoding used for Chinese, and writes the wording of a bulletin as plain text.
package text

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongbao/formats"
)

// Options tells how to read. The zero value detects the encoding.
type Options struct {
	Encoding string // a name that Canonical knows; empty: detect
}

// Format is the row of the table of formats for plain text.
func Format(o Options) formats.Format {
	return formats.Format{
		Name:      "txt",
		MediaType: "text/plain",
		Exts:      []string{".txt", ".text"},
		Read:      o.read,
		Write:     write,
	}
}

// Read decodes plain text whose encoding it detects. Name is the input's base
// name. An error is an *Error: the input is empty, or it is no text.
func Read(src []byte, name string) (formats.Text, error) {
	return Options{}.read(src, name)
}

func (o Options) read(src []byte, name string) (formats.Text, error) {
	if err := checkMagic(src); err != nil {
		return formats.Text{}, err
	}
	enc, err := o.encoding(src)
	if err != nil {
		return formats.Text{}, err
	}
	source := strings.TrimPrefix(enc.decode(src), "\uFEFF")
	if err := checkText(source); err != nil {
		return formats.Text{}, err
	}
	digest := sha256.Sum256(src)
	t := formats.Text{
		Name:       strings.ToValidUTF8(name, "\uFFFD"),
		MediaType:  "text/plain",
		Encoding:   enc.name,
		Digest:     "sha256:" + hex.EncodeToString(digest[:]),
		Source:     source,
		Paragraphs: paragraphs(source),
	}
	if n := strings.Count(source, "\uFFFD"); n > 0 {
		t.Notes = append(t.Notes, undecodable(source, enc.name, n))
	}
	return t, nil
}

// encoding is the encoding asked for, else the one detected.
func (o Options) encoding(src []byte) (encoding, error) {
	if o.Encoding == "" {
		if enc, ok := detect(src); ok {
			return enc, nil
		}
		return encoding{}, binaryData()
	}
	enc, ok := lookup(o.Encoding)
	if !ok {
		return encoding{}, unknownEncoding(o.Encoding)
	}
	return enc, nil
}

// undecodable is the note on n places of source that are U+FFFD, at the first
// of them.
func undecodable(source, encoding string, n int) formats.Note {
	kind := formats.NoteKind{
		Code:  "undecodable-bytes",
		Level: formats.Warning,
		Hans:  "有%[1]d处内容无法按%[2]s解码，已记为U+FFFD，首处在第%[3]d行；请核对原件，或指明编码",
		Hant:  "有%[1]d處內容無法按%[2]s解碼，已記為U+FFFD，首處在第%[3]d行；請核對原件，或指明編碼",
	}
	at := strings.Index(source, "\uFFFD")
	line := 1 + strings.Count(source[:at], "\n")
	return kind.At(language(source), formats.Span{Start: at, End: at + len("\uFFFD")}, n, encoding, line)
}

// language is the script of source, for notes that are made before the text
// is understood.
func language(source string) string {
	simplified, traditional := levelOne()
	var hans, hant int
	for _, r := range source[:min(len(source), sampleSize)] {
		switch s, t := simplified.has(r), traditional.has(r); {
		case s && !t:
			hans++
		case t && !s:
			hant++
		}
	}
	if hant > hans {
		return "zh-Hant"
	}
	return "zh-Hans"
}

// paragraphs cuts source into lines without surrounding white space. Empty
// lines are no paragraphs.
func paragraphs(source string) []formats.Paragraph {
	var ps []formats.Paragraph
	for start := 0; start < len(source); {
		line := source[start:]
		if n := strings.IndexFunc(line, endsLine); n >= 0 {
			line = line[:n]
		}
		left := strings.TrimLeftFunc(line, blank)
		at := start + len(line) - len(left)
		if s := strings.TrimRightFunc(left, blank); s != "" {
			ps = append(ps, formats.Paragraph{
				Kind: formats.BodyParagraph,
				Text: s,
				Span: formats.Span{Start: at, End: at + len(s)},
			})
		}
		start += len(line)
		_, size := utf8.DecodeRuneInString(source[start:])
		start += size
	}
	return ps
}

func endsLine(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// blank reports whether r shows nothing, also where Unicode does not call it
// white space.
func blank(r rune) bool {
	switch r {
	case '\u200B', '\u2060', '\uFEFF', '\x1A': // the last ends the files of old systems
		return true
	}
	return unicode.IsSpace(r)
}

// write writes the paragraphs of b in their present wording, one a line.
func write(w io.Writer, b *formats.Bulletin) ([]formats.Note, error) {
	buf := bufio.NewWriter(w)
	for _, p := range b.Text.Paragraphs {
		fmt.Fprintln(buf, p.Text)
	}
	return nil, buf.Flush()
}
