package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"gongbao/convert/batch"
	"gongbao/convert/script"
	"gongbao/formats"
	"gongbao/formats/text"
)

// convertScript is the command script: standard input to standard output, or
// files to files.
func convertScript(ctx context.Context, c *console, o *options, args []string) int {
	converter, job, err := c.rewriting(o, args)
	if err != nil {
		return c.misuse("script", err)
	}
	job.Rewrite = func(w io.Writer, r io.Reader, _ string) ([]formats.Note, error) {
		return rewrite(w, r, converter, o.encoding)
	}
	if o.explain {
		job.Rewrite = func(w io.Writer, r io.Reader, input string) ([]formats.Note, error) {
			return explain(w, r, converter, o.encoding, input)
		}
	}
	r := report{console: c, quiet: o.quiet}
	for result := range batch.Rewrite(ctx, job) {
		r.add(result)
	}
	return r.end(ctx)
}

// rewriting makes a job of the flags. An error is one of usage.
func (c *console) rewriting(o *options, args []string) (*script.Converter, batch.Rewriting, error) {
	job := batch.Rewriting{Stdin: c.in, Out: o.output, Workers: o.workers}
	profiles := strings.Join(script.Profiles(), ", ")
	if len(args) == 0 {
		return nil, job, needsProfile.with(profiles)
	}
	profile := args[0]
	if !slices.Contains(script.Profiles(), profile) {
		return nil, job, noProfile.with(profile, profiles)
	}
	if err := o.checkEncoding(); err != nil {
		return nil, job, err
	}
	if o.workers < 0 {
		return nil, job, badValue.with("--workers", fmt.Sprint(o.workers))
	}
	if flag := o.proseFlag(); flag != "" && !slices.Contains(proseProfiles(), profile) {
		return nil, job, proseOnly.with(flag, strings.Join(proseProfiles(), ", "))
	}
	choices, err := c.scriptOptions(o)
	if err != nil {
		return nil, job, err
	}
	converter, err := choices.New(profile)
	if err != nil {
		return nil, job, err
	}
	job.Inputs, job.Infix, job.Readers = args[1:], "."+profile, []formats.Format{text.Format(text.Options{})}
	return converter, job, c.outputOf(&job, o)
}

// outputOf says where the outputs go.
func (c *console) outputOf(job *batch.Rewriting, o *options) error {
	if len(job.Inputs) == 0 {
		job.Inputs = []string{"-"}
	}
	stdin := slices.Contains(job.Inputs, "-")
	switch {
	case o.explain && o.output != "" && o.output != "-":
		return noOutput.with()
	case o.explain, o.output == "-", o.output == "" && stdin && len(job.Inputs) == 1:
		job.Out, job.Stdout = "", c.out
		return nil
	case o.output == "" && stdin:
		return stdinNeedsOutput.with()
	}
	return checkFolder(o.output, job.Readers)
}

// proseProfiles are the profiles that take options.
func proseProfiles() []string { return []string{"cn", "tw", "hk"} }

// proseFlag is the first flag given that only these profiles obey.
func (o *options) proseFlag() string {
	switch {
	case o.explain:
		return "--explain"
	case o.vocabulary:
		return "--vocabulary"
	case o.keepPunctuation:
		return "--keep-punctuation"
	case o.dictionary != "":
		return "--dictionary"
	}
	return ""
}

// scriptOptions reads what the flags say of script conversion.
func (c *console) scriptOptions(o *options) (script.Options, error) {
	choices := script.Options{Vocabulary: o.vocabulary, KeepPunctuation: o.keepPunctuation}
	if o.dictionary == "" {
		return choices, nil
	}
	f, err := os.Open(o.dictionary)
	if err != nil {
		return choices, badFile.with("--dictionary", o.dictionary, c.reason(err))
	}
	defer f.Close()
	choices.Entries, err = script.ReadDictionary(f)
	if err != nil {
		return choices, badFile.with("--dictionary", o.dictionary, err)
	}
	return choices, nil
}

// rewrite converts a text: UTF-8 piece by piece, other encodings whole.
func rewrite(w io.Writer, r io.Reader, converter *script.Converter, encoding string) ([]formats.Note, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	head, err := in.Peek(64 << 10)
	if err != nil && err != io.EOF {
		return nil, err
	}
	name, _ := text.Canonical(encoding)
	if name != "utf-8" && (name != "" || !plainUTF8(head)) {
		t, err := readText(in, encoding)
		if err == nil {
			_, err = io.WriteString(w, converter.String(t.Source))
		}
		return t.Notes, err
	}
	out := converter.Writer(w)
	if _, err := io.Copy(out, in); err != nil {
		return nil, err
	}
	return nil, out.Close()
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

func readText(r io.Reader, encoding string) (formats.Text, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return formats.Text{}, err
	}
	return text.Format(text.Options{Encoding: encoding}).Read(src, "-")
}

// explain prints a line for each place that is converted, or could be in
// several ways: line and column, offset in code points, from, to, the rule,
// and the alternatives with commas; tabs between. Lines and columns begin at
// 1, offsets at 0. The name of a file stands before its lines.
func explain(w io.Writer, r io.Reader, converter *script.Converter, encoding, input string) ([]formats.Note, error) {
	t, err := readText(r, encoding)
	if err != nil {
		return nil, err
	}
	if input != "-" {
		input = printable(input) + ":"
	} else {
		input = ""
	}
	out := bufio.NewWriter(w)
	line, start, offset, at := 1, 0, 0, 0
	_, changes := converter.Explain(t.Source)
	for _, change := range changes {
		for _, r := range t.Source[at:change.Start] {
			offset++
			if r == '\n' {
				line, start = line+1, offset
			}
		}
		at = change.Start
		fmt.Fprintf(out, "%s%d:%d\t%d\t%s\t%s\t%s\t%s\n", input, line, offset-start+1, offset,
			printable(change.From), printable(change.To), change.Rule, printable(strings.Join(change.Alternatives, ",")))
	}
	return t.Notes, out.Flush()
}
