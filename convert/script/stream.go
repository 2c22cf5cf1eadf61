package script

import (
	"io"

	"golang.org/x/text/transform"
)

const (
	enough = 32 << 10 // bytes of input worth converting together
	sample = 64 << 10 // bytes of input that tell its script
)

// Writer converts what is written to it. Its output does not depend on how
// the input is cut. Close writes what is held back.
type Writer struct {
	c      *Converter
	w      io.Writer
	in     []byte
	out    []byte
	wait   int // input to have before converting
	source int // -1 as long as the script of the input is not known
	err    error
}

// Writer returns a Writer that writes the conversion to w. It does not close
// w.
func (c *Converter) Writer(w io.Writer) *Writer {
	return &Writer{c: c, w: w, wait: sample, source: -1}
}

// Write takes p to be converted. The error is one of the underlying writer.
func (w *Writer) Write(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	w.in = append(w.in, p...)
	if len(w.in) >= w.wait {
		w.convert(false)
	}
	return len(p), w.err
}

// Close converts and writes what is held back.
func (w *Writer) Close() error {
	if w.err == nil {
		w.convert(true)
	}
	return w.err
}

func (w *Writer) convert(final bool) {
	if w.source < 0 {
		w.source = w.c.source(w.in)
	}
	n := 0
	w.out, n = w.c.advance(w.out[:0], w.in, w.source, final)
	w.in = w.in[:copy(w.in, w.in[n:])]
	w.wait = max(enough, 2*len(w.in))
	_, w.err = w.w.Write(w.out)
}

// transformer holds converted text that did not fit.
type transformer struct {
	Writer
	text []byte
}

// Transformer returns a transform.Transformer that converts. It is safe at
// the edges of chunks, and never returns an error but those that ask for
// more room.
func (c *Converter) Transformer() transform.Transformer {
	t := &transformer{Writer: *c.Writer(nil)}
	t.w = t
	return t
}

// Write takes converted text.
func (t *transformer) Write(p []byte) (int, error) {
	t.text = append(t.text, p...)
	return len(p), nil
}

// Reset implements transform.Transformer.
func (t *transformer) Reset() {
	*t = transformer{Writer: *t.c.Writer(nil)}
	t.w = t
}

// Transform implements transform.Transformer.
func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	if len(t.text) == 0 {
		nSrc = len(src)
		t.in = append(t.in, src...)
		if atEOF || len(t.in) >= t.wait {
			t.convert(atEOF)
		}
	}
	nDst = copy(dst, t.text)
	t.text = t.text[:copy(t.text, t.text[nDst:])]
	if len(t.text) > 0 || nSrc < len(src) {
		return nDst, nSrc, transform.ErrShortDst
	}
	return nDst, nSrc, nil
}
