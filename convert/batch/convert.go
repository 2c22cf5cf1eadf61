package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"gongbao/formats"
)

// What is longer is no bulletin, and would fill the memory.
const (
	maxInput = 512 << 20 // bytes of a file
	maxText  = 8 << 20   // bytes of its text: more than two million Chinese characters
)

// ErrTooLarge says that an input is not converted, for it would fill the
// memory.
var ErrTooLarge = errors.New("larger than 512 MiB, or its text longer than 8 MiB: split it, then convert the parts")

// NoReader says that a file of a format cannot be read.
type NoReader struct {
	Format string // its name
	Own    bool   // the file is an output of this program
	Loads  bool   // outputs of this program could be read
}

func (e *NoReader) Error() string {
	switch {
	case e.Own:
		return fmt.Sprintf("is an output of this program that cannot be read back from %s: convert its .json, or the original", e.Format)
	case e.Loads:
		return fmt.Sprintf("%s is read only if this program wrote it: give the text of the document", e.Format)
	}
	return fmt.Sprintf("%s is written, not read: give the text of the document", e.Format)
}

// Bug is a panic while a file was converted: a fault of this program.
type Bug struct {
	Value any
	Stack []byte
}

func (e *Bug) Error() string {
	return fmt.Sprintf("a bug in gongbao, the file is not to blame: please report it with the file and this message: %v", e.Value)
}

// variant is one wording of the outputs.
type variant struct {
	infix  string // ".tw", or empty for the wording of the source
	reword func(*formats.Bulletin) *formats.Bulletin
}

func (j *Job) variants() ([]variant, error) {
	names := j.Variants
	if len(names) == 0 {
		names = []string{"keep"}
	}
	var all []variant
	for _, name := range names {
		if name == "keep" {
			all = append(all, variant{reword: func(b *formats.Bulletin) *formats.Bulletin { return b }})
			continue
		}
		c, err := j.Script.New(name)
		if err != nil {
			return nil, err
		}
		all = append(all, variant{"." + name, c.Bulletin})
	}
	return all, nil
}

// outputs lists the files that a task writes: by variant, then by format.
func (t task) outputs(to []formats.Format, variants []variant) []string {
	var paths []string
	for _, v := range variants {
		for _, f := range to {
			paths = append(paths, t.stem+v.infix+f.Exts[0])
		}
	}
	return paths
}

// convert does one task. Whatever goes wrong is the result's error.
func (j *Job) convert(ctx context.Context, t task, variants []variant) Result {
	r := Result{Input: t.input, Err: t.err}
	if r.Err != nil {
		return r
	}
	in, err := within(ctx, func() (understood, error) { return j.understand(t.input) })
	r.Notes = in.notes
	if err == nil {
		err = j.write(ctx, &r, in.bulletin, t, variants)
	}
	if err != nil {
		r.Err, r.Outputs, r.Bulletin = err, nil, nil
	}
	return r
}

// within returns what f returns, or the error of ctx if that ends first: f may
// be waiting for a terminal, or be busy with a huge text. What f does then is
// lost, so it must do nothing but compute. A panic of f is a *Bug.
func within[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	end := make(chan outcome, 1)
	go func() {
		var o outcome
		o.err = guarded(func() (err error) {
			o.value, err = f()
			return err
		})
		end <- o
	}()
	select {
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	case o := <-end:
		return o.value, o.err
	}
}

// guarded returns what f returns, or a *Bug if it panics.
func guarded(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Bug{Value: v, Stack: debug.Stack()}
		}
	}()
	return f()
}

func (j *Job) read(input string) ([]byte, error) {
	if input == "-" {
		return readAll(j.Stdin)
	}
	return readFile(input)
}

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

func readAll(r io.Reader) ([]byte, error) {
	src, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	if err == nil && len(src) > maxInput {
		err = ErrTooLarge
	}
	return src, err
}

// understood is a bulletin with what reading could not keep.
type understood struct {
	bulletin *formats.Bulletin
	notes    []formats.Note
}

// understand makes a bulletin of an input: our own JSON is loaded, all else
// read and parsed.
func (j *Job) understand(input string) (understood, error) {
	src, err := j.read(input)
	if err != nil {
		return understood{}, err
	}
	name := filepath.Base(input)
	f, err := j.reader(name, src)
	if err != nil {
		return understood{}, err
	}
	switch {
	case f.Read != nil:
	case f.Own != nil && !f.Own(src):
		return understood{}, &NoReader{Format: f.Name, Loads: true}
	default:
		b, err := f.Load(src)
		return understood{b, nil}, err
	}
	t, err := f.Read(src, name)
	if err == nil && len(t.Source) > maxText {
		err = ErrTooLarge
	}
	if err != nil {
		return understood{}, err
	}
	return understood{j.Parser.Parse(t), t.Notes}, nil
}

// reader is the format to read src with: our own by its content, else by the
// extension, else plain text. Its Read is nil where Load is meant.
func (j *Job) reader(name string, src []byte) (formats.Format, error) {
	for _, f := range j.Readers {
		if f.Own != nil && f.Load != nil && f.Own(src) {
			f.Read = nil
			return f, nil
		}
	}
	if f, _, ok := j.byExtension(name); ok {
		return f, nil
	}
	for _, f := range j.Readers {
		if f.MediaType == "text/plain" {
			return f, nil
		}
	}
	return formats.Format{}, &NoReader{Format: filepath.Ext(name)}
}

// write writes the outputs of one input and shows them all at once.
func (j *Job) write(ctx context.Context, r *Result, b *formats.Bulletin, t task, variants []variant) error {
	stage := stage{}
	defer stage.discard()
	paths := t.outputs(j.To, variants)
	for i, v := range variants {
		b, err := within(ctx, func() (*formats.Bulletin, error) { return v.reword(b), nil })
		if err != nil {
			return err
		}
		if i == 0 {
			r.Bulletin = b
		}
		for k, f := range j.To {
			out, err := within(ctx, func() (rendered, error) { return render(f, b) })
			if err != nil {
				return err
			}
			r.addNotes(out.notes)
			if j.Stdout != nil {
				_, err := output{j.Stdout, "-"}.Write(out.content)
				return err
			}
			path := paths[i*len(j.To)+k]
			if err := stage.write(path, f.Own, func(w io.Writer) error {
				_, err := w.Write(out.content)
				return err
			}); err != nil {
				return err
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	r.Outputs = paths
	return stage.commit()
}

// rendered is the content of one output with what the format could not hold.
type rendered struct {
	content []byte
	notes   []formats.Note
}

func render(f formats.Format, b *formats.Bulletin) (rendered, error) {
	var content bytes.Buffer
	notes, err := f.Write(&content, b)
	return rendered{content.Bytes(), notes}, err
}

// addNotes adds notes that are not there yet: formats and variants may find
// the same fault.
func (r *Result) addNotes(notes []formats.Note) {
	for _, n := range notes {
		if !slices.Contains(r.Notes, n) {
			r.Notes = append(r.Notes, n)
		}
	}
}
