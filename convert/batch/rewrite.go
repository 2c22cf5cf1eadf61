package batch

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gongbao/formats"
)

// Rewriting says which text files to write anew, and where to.
type Rewriting struct {
	Inputs []string // as in Job
	Stdin  io.Reader
	Out    string // as in Job
	Infix  string // stands before the extension of what is written beside its input, such as ".tw"

	// Stdout, unless nil, takes the outputs in place of files, one after
	// another.
	Stdout io.Writer

	Readers []formats.Format // tell by their extensions which files of a folder are texts
	Workers int              // how many files at once; 0 means one for each processor

	// Rewrite reads an input and writes what becomes of it. It runs for
	// several inputs at once.
	Rewrite func(w io.Writer, r io.Reader, input string) ([]formats.Note, error)
}

// Rewrite writes text files anew and yields their results in the order of the
// inputs. Outputs have the extension of their input. No input is overwritten:
// if one would be, or two outputs would be one, only those are yielded, with a
// *Collision. An output appears whole or not at all. When ctx ends, files under
// way are given up and the sequence ends.
func Rewrite(ctx context.Context, job Rewriting) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		find := Job{Inputs: job.Inputs, Out: job.Out, Readers: job.Readers}
		p := newPlanner()
		tasks := p.once(find.find(ctx))
		workers := job.Workers
		if job.Stdout != nil {
			workers = 1
		} else if refused := p.claimAll(tasks, func(t task) []string { return []string{job.output(&find, t)} }); len(refused) > 0 {
			slices.Values(refused)(yield)
			return
		}
		inOrder(ctx, tasks, workers, func(ctx context.Context, t task) Result {
			return job.rewrite(ctx, &find, t)
		}, yield)
	}
}

// output is the path of what becomes of an input.
func (job *Rewriting) output(find *Job, t task) string {
	path := t.stem
	if _, ext, ok := find.byExtension(t.input); ok {
		path += t.input[len(t.input)-len(ext):]
	} else if t.input == "-" {
		path += ".txt"
	}
	if job.Out != "" {
		return path
	}
	ext := filepath.Ext(path)
	return strings.TrimSuffix(path, ext) + job.Infix + ext
}

func (job *Rewriting) rewrite(ctx context.Context, find *Job, t task) Result {
	r := Result{Input: t.input, Err: t.err}
	if r.Err != nil {
		return r
	}
	in, err := job.open(ctx, t.input)
	if err != nil {
		r.Err = err
		return r
	}
	defer in.Close()
	fill := func(w io.Writer) error {
		return guarded(func() (err error) {
			r.Notes, err = job.Rewrite(w, in, t.input)
			return err
		})
	}
	if job.Stdout != nil {
		r.Err = fill(output{job.Stdout, "-"})
		return r
	}
	var stage stage
	defer stage.discard()
	path := job.output(find, t)
	if r.Err = stage.write(path, nil, fill); r.Err == nil {
		r.Err = ctx.Err()
	}
	if r.Err == nil {
		r.Err = stage.commit()
	}
	if r.Err == nil {
		r.Outputs = []string{path}
	}
	return r
}

// open opens an input, whose reading ends when ctx does.
func (job *Rewriting) open(ctx context.Context, input string) (io.ReadCloser, error) {
	if input == "-" {
		return &interruptible{ctx: ctx, from: io.NopCloser(job.Stdin)}, nil
	}
	f, err := os.Open(input)
	return &interruptible{ctx: ctx, from: f}, err
}

// interruptible is a reader that ends with a context, also while it waits.
type interruptible struct {
	ctx    context.Context
	from   io.ReadCloser
	buffer []byte
}

// Read reads into a buffer of its own: when ctx ends, the reader below may
// still be waiting to fill it.
func (r *interruptible) Read(p []byte) (int, error) {
	type piece struct {
		n   int
		err error
	}
	if len(r.buffer) < len(p) {
		r.buffer = make([]byte, len(p))
	}
	end := make(chan piece, 1)
	go func() {
		n, err := r.from.Read(r.buffer[:len(p)])
		end <- piece{n, err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case got := <-end:
		return copy(p, r.buffer[:got.n]), got.err
	}
}

func (r *interruptible) Close() error { return r.from.Close() }
