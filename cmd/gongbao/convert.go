package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gongbao/convert/batch"
	"gongbao/formats"
	"gongbao/formats/all"
	"gongbao/formats/text"
	"gongbao/formats/xlsx"
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
	table, err := o.table()
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
			if slices.Contains(f.Exts, ext) {
				return outputLooksLikeFile.with(dir, f.Name)
			}
		}
	}
	return nil
}

// table is the table of formats with the options of the flags.
func (o *options) table() ([]formats.Format, error) {
	unit := formats.OffsetUnit(o.offsetUnit)
	units := []formats.OffsetUnit{"", formats.CodePoint, formats.UTF16, formats.Byte}
	if !slices.Contains(units, unit) {
		return nil, badChoice.with("--offset-unit", o.offsetUnit, "codepoint, utf16, byte")
	}
	if err := o.checkEncoding(); err != nil {
		return nil, err
	}
	sheets, ok := languageOf(o.sheetLang)
	if !ok && o.sheetLang != "" {
		return nil, badLanguage.with("--sheet-lang", o.sheetLang)
	}
	return all.Formats(all.Options{
		Text: text.Options{Encoding: o.encoding},
		JSON: formats.Encoder{Unit: unit},
		XLSX: xlsx.Options{SheetLanguage: sheets},
	}), nil
}

func (o *options) checkEncoding() error {
	if _, ok := text.Canonical(o.encoding); !ok && o.encoding != "" {
		return badChoice.with("--encoding", o.encoding, strings.Join(text.Encodings(), ", "))
	}
	return nil
}

// formats is the formats to write.
func (o *options) formats(table []formats.Format) ([]formats.Format, error) {
	list := o.to
	if list == "" {
		list = "json,xlsx,pdf"
	}
	var to []formats.Format
	for name := range strings.SplitSeq(list, ",") {
		i := slices.IndexFunc(table, func(f formats.Format) bool { return f.Name == strings.TrimSpace(name) && f.Write != nil })
		if i < 0 {
			return nil, badChoice.with("--to", name, strings.Join(writable(table), ", "))
		}
		if !slices.ContainsFunc(to, func(f formats.Format) bool { return f.Name == table[i].Name }) {
			to = append(to, table[i])
		}
	}
	return to, nil
}

func writable(table []formats.Format) []string {
	var names []string
	for _, f := range table {
		if f.Write != nil {
			names = append(names, f.Name)
		}
	}
	return names
}

// readable lists the extensions of the files that are taken from folders.
func readable() string {
	var exts []string
	for _, f := range all.Formats(all.Options{}) {
		if f.Read != nil {
			exts = append(exts, f.Exts...)
		}
	}
	return strings.Join(exts, ", ")
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
	misused   bool
}

func (r *report) add(result batch.Result) {
	if errors.Is(result.Err, context.Canceled) {
		return
	}
	for _, n := range result.Notes {
		if n.Level == formats.Warning && !r.quiet {
			r.tell(warning, result.Input, n.Message)
		}
	}
	if result.Err == nil {
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
	case r.quiet, r.good == 0 && r.bad == 1, r.good == 1 && len(r.last.Outputs) == 0:
	case r.good == 1 && r.bad == 0:
		r.tell(converted, r.last.Input, strings.Join(r.last.Outputs, ", "))
	default:
		r.tell(summary, r.good, r.bad)
	}
}
