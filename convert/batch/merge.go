package batch

import (
	"context"
	"io"
	"iter"

	"gongbao/formats"
)

// Merged is one file that is written over all inputs of a job.
type Merged struct {
	Path string
	Own  func(src []byte) bool // as in formats.Format

	// Write writes the file while the inputs are converted. It gets the
	// results that have a bulletin, in order.
	Write func(w io.Writer, results iter.Seq[Result]) ([]formats.Note, error)
}

// run yields the results, and last that of the merged file, which is written
// meanwhile. If it cannot be begun nothing is converted.
func (m *Merged) run(ctx context.Context, results iter.Seq[Result], yield func(Result) bool) {
	stage := stage{}
	defer stage.discard()
	last := Result{Outputs: []string{m.Path}}
	pass := passage{results: results, yield: yield}
	last.Err = stage.write(m.Path, m.Own, func(w io.Writer) error {
		return guarded(func() (err error) {
			last.Notes, err = m.Write(w, pass.bulletins)
			return err
		})
	})
	switch {
	case pass.stopped, ctx.Err() != nil, last.Err == nil && pass.good == 0:
		return
	case last.Err == nil:
		last.Err = stage.commit()
	}
	if last.Err != nil {
		last.Outputs = nil
	}
	yield(last)
}

// passage hands results to whoever runs the job, on the way to the merged
// file.
type passage struct {
	results iter.Seq[Result]
	yield   func(Result) bool
	good    int
	stopped bool // by the one who runs the job
}

// bulletins yields the results that have one. The inputs are all converted,
// even when the merged file takes no more.
func (p *passage) bulletins(take func(Result) bool) {
	taking := true
	for r := range p.results {
		if !p.yield(r) {
			p.stopped = true
			return
		}
		if r.Err == nil {
			p.good++
			taking = taking && take(r)
		}
	}
}
