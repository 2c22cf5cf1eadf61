// Package batch converts many documents: which file next, and what if it fails.
package batch

import (
	"context"
	"io"
	"iter"
	"runtime"
	"slices"
	"sync"

	"gongbao/convert"
	"gongbao/convert/script"
	"gongbao/formats"
)

// Job says what to convert, to what, and where to.
type Job struct {
	// Inputs are files and folders; "-" is Stdin. Of a folder and those in it,
	// every file is taken that a format of Readers can read, except hidden ones,
	// what this program wrote, and the folder Out. Links to folders are not
	// followed.
	Inputs []string
	Stdin  io.Reader

	// Out is the folder for the outputs, made if need be; below it stands the
	// structure of the folders in Inputs. Empty means beside each input.
	Out string

	// Stdout, unless nil, takes the output in place of a file. There must be
	// one input, one format and one variant.
	Stdout io.Writer

	Readers  []formats.Format // what can be read; for unknown extensions, the one for text/plain
	To       []formats.Format // what to write
	Variants []string         // "keep" or a profile of package script; none means keep
	Script   script.Options   // of the variants
	Parser   convert.Parser
	Workers  int // how many files at once; 0 means one for each processor

	// Merged, unless nil, is one more file, over all inputs.
	Merged *Merged
}

// Result is what became of one input.
type Result struct {
	Input    string            // the path as given or found; "-" for Stdin; empty for what concerns the whole job
	Bulletin *formats.Bulletin // of the first variant; nil if Err is set
	Outputs  []string          // paths of the files written: all of them, or none if Err is set
	Notes    []formats.Note    // what reading and writing could not keep
	Err      error
}

// Run converts the inputs and yields their results in the order of the inputs.
// Before anything is written it looks for outputs that would overwrite each
// other or an input: then it yields only those, with a *Collision. All outputs
// of an input appear at once or not at all; the merged file comes last, if
// anything could be converted. When ctx ends, files under way are
// given up, their temporary files removed, and the sequence ends.
func Run(ctx context.Context, job Job) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		variants, err := job.variants()
		if err != nil {
			yield(Result{Err: err})
			return
		}
		tasks, refused := job.plan(ctx, variants)
		if len(refused) > 0 {
			slices.Values(refused)(yield)
			return
		}
		results := func(yield func(Result) bool) {
			inOrder(ctx, tasks, job.Workers, func(ctx context.Context, t task) Result {
				return job.convert(ctx, t, variants)
			}, yield)
		}
		if job.Merged == nil {
			results(yield)
			return
		}
		job.Merged.run(ctx, results, yield)
	}
}

// inOrder does the tasks, some at once, and yields the results in the order of
// the tasks. However slow the first one is, only a few results wait for it.
func inOrder(ctx context.Context, tasks []task, workers int, do func(context.Context, task) Result, yield func(Result) bool) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()

	results := make(chan chan Result, 4*workers)
	running.Go(func() {
		defer close(results)
		free := make(chan struct{}, workers)
		for _, t := range tasks {
			result := make(chan Result, 1)
			select {
			case <-ctx.Done():
				return
			case free <- struct{}{}:
			}
			select {
			case <-ctx.Done():
				return
			case results <- result:
			}
			running.Go(func() {
				result <- do(ctx, t)
				<-free
			})
		}
	})
	for result := range results {
		if !yield(<-result) {
			return
		}
	}
}
