package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"gongbao/convert/script"
	"gongbao/formats/text"
)

// convertScript is the command script: standard input to standard output.
func convertScript(ctx context.Context, c *console, o *options, args []string) int {
	profiles := strings.Join(script.Profiles(), ", ")
	if len(args) != 1 {
		return c.misuse("script", needsProfile.with(profiles))
	}
	converter, err := script.New(args[0])
	if err != nil {
		return c.misuse("script", noProfile.with(args[0], profiles))
	}
	if err := o.checkEncoding(); err != nil {
		return c.misuse("script", err)
	}
	end := make(chan error, 1)
	go func() { end <- c.stream(converter, o.encoding) }()
	select {
	case <-ctx.Done(): // the input may be a terminal that nobody types at any more
		return interrupted
	case err = <-end:
	}
	var read *readError
	if errors.As(err, &read) {
		c.tell(failure, "-", c.reason(read.error))
		return failed
	}
	return c.printed(err)
}

// readError is an error of reading, to tell from one of writing.
type readError struct{ error }

// stream converts standard input: UTF-8 piece by piece, other encodings whole.
func (c *console) stream(converter *script.Converter, encoding string) error {
	in := bufio.NewReaderSize(c.in, 64<<10)
	head, err := in.Peek(64 << 10)
	if err != nil && err != io.EOF {
		return &readError{err}
	}
	name, _ := text.Canonical(encoding)
	if name != "utf-8" && (name != "" || !plainUTF8(head)) {
		return c.streamWhole(converter, encoding, in)
	}
	w := converter.Writer(c.out)
	if _, err := io.Copy(w, reader{in}); err != nil {
		return err
	}
	return w.Close()
}

// plainUTF8 reports whether a piece of text, which may be cut off, is UTF-8.
func plainUTF8(piece []byte) bool {
	for range utf8.UTFMax - 1 {
		if r, size := utf8.DecodeLastRune(piece); r == utf8.RuneError && size == 1 {
			piece = piece[:len(piece)-1]
		}
	}
	return utf8.Valid(piece) && bytes.IndexByte(piece, 0) < 0
}

func (c *console) streamWhole(converter *script.Converter, encoding string, in io.Reader) error {
	src, err := io.ReadAll(in)
	if err != nil {
		return &readError{err}
	}
	t, err := text.Format(text.Options{Encoding: encoding}).Read(src, "-")
	if err != nil {
		return &readError{err}
	}
	for _, n := range t.Notes {
		c.tell(warning, "-", n.Message)
	}
	_, err = io.WriteString(c.out, converter.String(t.Source))
	return err
}

// reader marks the errors of reading.
type reader struct{ io.Reader }

func (r reader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = &readError{err}
	}
	return n, err
}
