package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gongbao/convert/batch"
	"gongbao/formats"
)

// convertFiles is the command convert.
func convertFiles(ctx context.Context, c *console, o *options, args []string) int {
	job, err := c.job(o, args)
	if err != nil {
		return c.misuse("convert", err)
	}
	r := report{console: c, quiet: o.quiet}
	for result := range batch.Run(ctx, job) {
		r.add(result)
	}
	return r.end(ctx)
}

// job makes a batch job of the flags. An error is one of usage.
func (c *console) job(o *options, args []string) (batch.Job, error) {
	if len(args) == 0 {
		return batch.Job{}, noInput.with()
	}
	table, err := c.table(o)
	if err != nil {
		return batch.Job{}, err
	}
	job := batch.Job{Inputs: args, Stdin: c.in, Readers: table, Workers: o.workers, Out: o.output}
	if job.To, err = o.formats(table); err != nil {
		return job, err
	}
	if job.Variants, err = o.variants(); err != nil {
		return job, err
	}
	if flag := o.proseFlag(); flag != "" && !slices.ContainsFunc(job.Variants, func(v string) bool { return v != "keep" }) {
		return job, needsVariant.with(flag)
	}
	if job.Script, err = c.scriptOptions(o); err != nil {
		return job, err
	}
	if job.Merged, err = merged(o, table); err != nil {
		return job, err
	}
	switch {
	case o.workers < 0:
		return job, badValue.with("--workers", strconv.Itoa(o.workers))
	case o.output == "-":
		return c.toStdout(job)
	case o.output == "" && slices.Contains(args, "-"):
		return job, stdinNeedsOutput.with()
	}
	return job, checkFolder(o.output, table)
}

// toStdout makes a job write its one output to standard output.
func (c *console) toStdout(job batch.Job) (batch.Job, error) {
	if len(job.To) != 1 || len(job.Variants) > 1 {
		return job, oneOutput.with()
	}
	if f := job.To[0]; binary(f) && terminal(c.out) {
		return job, binaryToTerminal.with(f.Name)
	}
	job.Out, job.Stdout = "", c.out
	return job, nil
}

func binary(f formats.Format) bool {
	return !strings.HasPrefix(f.MediaType, "text/") && f.MediaType != "application/json"
}

// checkFolder returns an error if dir cannot be the folder for outputs.
func checkFolder(dir string, table []formats.Format) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return outputIsFile.with(dir)
	}
	if ext := strings.ToLower(filepath.Ext(dir)); err != nil && ext != "" {
		for _, f := range table {
			if strings.HasSuffix(f.Exts[0], ext) || slices.Contains(f.Exts, ext) {
				return outputLooksLikeFile.with(dir, f.Name)
			}
		}
	}
	return nil
}

// variants is the wordings to write, each once.
func (o *options) variants() ([]string, error) {
	if o.variant == "" {
		return nil, nil
	}
	var names []string
	for name := range strings.SplitSeq(o.variant, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains([]string{"keep", "cn", "tw", "hk"}, name) {
			return nil, badChoice.with("--variant", name, "keep, cn, tw, hk")
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// report tells the user what became of the inputs.
type report struct {
	*console
	quiet     bool
	good, bad int
	last      batch.Result // that succeeded
	merged    string       // the file over all inputs
	misused   bool
}

func (r *report) add(result batch.Result) {
	if errors.Is(result.Err, context.Canceled) {
		return
	}
	for _, n := range result.Notes {
		if n.Level == formats.Warning && !r.quiet {
			r.tell(warning, cmp.Or(result.Input, strings.Join(result.Outputs, ", ")), n.Message)
		}
	}
	switch {
	case result.Err == nil && result.Input == "": // of the whole job
		r.merged = strings.Join(result.Outputs, ", ")
		return
	case result.Err == nil:
		r.good++
		r.last = result
		return
	}
	var collision *batch.Collision
	if errors.As(result.Err, &collision) || errors.Is(result.Err, batch.ErrOneOutput) {
		r.misused = true
	}
	r.bad++
	if result.Input == "" { // of the whole job
		r.say(r.reason(result.Err))
		return
	}
	r.tell(failure, result.Input, r.reason(result.Err))
}

// end prints the summary and returns the exit code.
func (r *report) end(ctx context.Context) int {
	switch {
	case ctx.Err() != nil:
		r.tell(stopped, r.good)
		return interrupted
	case r.misused:
		return misused
	}
	r.summarise()
	if r.bad > 0 {
		return failed
	}
	return done
}

func (r *report) summarise() {
	switch {
	case r.quiet, r.good == 0 && r.bad == 1, r.bad == 0 && len(r.last.Outputs) == 0:
	case r.good == 1 && r.bad == 0:
		r.tell(converted, r.last.Input, strings.Join(r.last.Outputs, ", "))
	default:
		r.tell(summary, r.good, r.bad)
	}
	if r.merged != "" && !r.quiet {
		r.tell(merging, r.good, r.merged)
	}
}
