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

	"gongbao/convert/script"
	"gongbao/formats"
)

// maxInput is how many bytes of a file are read at most.
const maxInput = 512 << 20

// ErrTooLarge says that a file is not read, for it would fill the memory.
var ErrTooLarge = errors.New("larger than 512 MiB: split it, then convert the parts")

// NoReader says that files of a format are written only.
type NoReader struct {
	Format string // its name
	Own    bool   // the file is an output of this program
}

func (e *NoReader) Error() string {
	if e.Own {
		return fmt.Sprintf("is an output of this program that cannot be read back from %s: convert its .json, or the original", e.Format)
	}
	return fmt.Sprintf("%s is written, not read: give the text of the document", e.Format)
}

// WriteError says which output could not be written.
type WriteError struct {
	Path string
	Err  error
}

func (e *WriteError) Error() string { return fmt.Sprintf("cannot write %s: %v", e.Path, e.Err) }

// Unwrap returns the cause.
func (e *WriteError) Unwrap() error { return e.Err }

// ErrForeign says that an output would overwrite a file of somebody else.
var ErrForeign = errors.New("there is a file that gongbao did not write: move it away, or give another folder for the output")

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

func variants(names []string) ([]variant, error) {
	if len(names) == 0 {
		names = []string{"keep"}
	}
	var all []variant
	for _, name := range names {
		if name == "keep" {
			all = append(all, variant{reword: func(b *formats.Bulletin) *formats.Bulletin { return b }})
			continue
		}
		c, err := script.New(name)
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
func (j *Job) convert(ctx context.Context, t task, variants []variant) (r Result) {
	r.Input = t.input
	defer func() {
		if v := recover(); v != nil {
			r.Err = &Bug{Value: v, Stack: debug.Stack()}
		}
		if r.Err != nil {
			r.Outputs = nil
		}
	}()
	r.Err = j.task(ctx, t, variants, &r)
	return r
}

func (j *Job) task(ctx context.Context, t task, variants []variant, r *Result) error {
	if t.err != nil {
		return t.err
	}
	src, err := j.read(ctx, t.input)
	if err != nil {
		return err
	}
	b, notes, err := j.understand(filepath.Base(t.input), src)
	if err != nil {
		return err
	}
	r.Notes = notes
	if j.Stdout != nil {
		return j.print(r, variants[0].reword(b))
	}
	return j.write(ctx, r, b, t, variants)
}

// read reads an input. It does not wait for one that stalls, such as a
// terminal, once ctx has ended.
func (j *Job) read(ctx context.Context, input string) (src []byte, err error) {
	done := make(chan struct{})
	var got []byte
	var failure error
	go func() {
		defer close(done)
		if input == "-" {
			got, failure = readAll(j.Stdin)
		} else {
			got, failure = readFile(input)
		}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-done:
		return got, failure
	}
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

// understand makes a bulletin of an input: our own JSON is loaded, all else
// read and parsed. The notes are those of reading.
func (j *Job) understand(name string, src []byte) (*formats.Bulletin, []formats.Note, error) {
	f, err := j.reader(name, src)
	if err != nil {
		return nil, nil, err
	}
	if f.Read == nil {
		b, err := f.Load(src)
		return b, nil, err
	}
	t, err := f.Read(src, name)
	if err != nil {
		return nil, nil, err
	}
	return j.Parser.Parse(t), t.Notes, nil
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
	if f, ok := j.byExtension(name); ok {
		return f, nil
	}
	for _, f := range j.Readers {
		if f.MediaType == "text/plain" {
			return f, nil
		}
	}
	return formats.Format{}, &NoReader{Format: filepath.Ext(name)}
}

// print writes the one output of a job to standard output, at once.
func (j *Job) print(r *Result, b *formats.Bulletin) error {
	var out bytes.Buffer
	notes, err := j.To[0].Write(&out, b)
	if err != nil {
		return err
	}
	r.addNotes(notes)
	_, err = j.Stdout.Write(out.Bytes())
	return err
}

// write writes the outputs of one input, then shows them all at once.
func (j *Job) write(ctx context.Context, r *Result, b *formats.Bulletin, t task, variants []variant) error {
	stage := stage{ctx: ctx}
	defer stage.discard()
	r.Outputs = t.outputs(j.To, variants)
	paths := r.Outputs
	for _, v := range variants {
		b := v.reword(b)
		for _, f := range j.To {
			if err := foreign(paths[0], f); err != nil {
				return err
			}
			err := stage.write(paths[0], func(w io.Writer) error {
				notes, err := f.Write(w, b)
				r.addNotes(notes)
				return err
			})
			if err != nil {
				return &WriteError{paths[0], err}
			}
			paths = paths[1:]
		}
	}
	return stage.commit()
}

// foreign returns an error if at path there is a file that is surely not an
// output of ours, such as the PDF that somebody made the text from.
func foreign(path string, f formats.Format) error {
	if f.Own == nil {
		return nil
	}
	src, err := readFile(path)
	if err == nil && len(src) > 0 && !f.Own(src) {
		return &WriteError{path, ErrForeign}
	}
	return nil // where it cannot be read, writing will say why
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
