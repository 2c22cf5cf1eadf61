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
// the input is cut, but that the script of the source is told by its first
// 64 KiB. Close writes what is held back.
type Writer struct {
	c    *Converter
	w    io.Writer
	g    *segmenter // nil as long as the script of the source is not known
	in   []byte
	out  []byte
	wait int // input to have before converting
	err  error
}

// Writer returns a Writer that writes the conversion to w. It does not close
// w.
func (c *Converter) Writer(w io.Writer) *Writer {
	return &Writer{c: c, w: w, wait: sample}
}

// Write takes p to be converted. The error is one of the underlying writer.
func (w *Writer) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0 && w.err == nil; {
		n := min(len(rest), max(w.wait-len(w.in), 1))
		w.in = append(w.in, rest[:n]...)
		rest = rest[n:]
		if len(w.in) >= w.wait {
			w.convert(false)
		}
	}
	if w.err != nil {
		return 0, w.err
	}
	return len(p), nil
}

// Close converts and writes what is held back.
func (w *Writer) Close() error {
	if w.err == nil {
		w.convert(true)
	}
	return w.err
}

func (w *Writer) convert(final bool) {
	if w.g == nil {
		w.g = w.c.segmenter(w.c.source(w.in))
	}
	n := 0
	w.out, n = w.c.advance(w.g, w.out[:0], w.in, final)
	w.in = w.in[:copy(w.in, w.in[n:])]
	w.wait = max(enough, 2*len(w.in))
	if len(w.out) > 0 {
		_, w.err = w.w.Write(w.out)
	}
}

// advance converts as much of src as does not depend on what follows, or all
// of it if final. It returns how many bytes of src it has converted.
func (c *Converter) advance(g *segmenter, dst, src []byte, final bool) ([]byte, int) {
	if c.prose == nil {
		return c.exact.append(dst, src, final)
	}
	g.base = 0
	return g.append(dst, src, final)
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
