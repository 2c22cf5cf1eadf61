package batch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongbao/convert/internal/fold"
	"gongbao/convert/script"
	"gongbao/formats"
)

// task is one file to convert.
type task struct {
	input string
	stem  string // path of the outputs without extension
	err   error  // why it cannot be converted
}

// finder lists the files of a job.
type finder struct {
	ctx   context.Context
	job   *Job
	out   fs.FileInfo // of the folder Out; nil if there is none yet
	tasks []task
}

// find lists the files to convert in the order of the inputs, those of a
// folder by name.
func (j *Job) find(ctx context.Context) []task {
	f := &finder{ctx: ctx, job: j}
	if j.Out != "" {
		f.out, _ = os.Stat(j.Out)
	}
	for _, input := range j.Inputs {
		f.add(input)
	}
	return f.tasks
}

func (f *finder) add(input string) {
	if input == "-" {
		f.tasks = append(f.tasks, task{input: input, stem: filepath.Join(f.job.Out, "stdin")})
		return
	}
	info, err := os.Stat(input)
	switch {
	case err != nil:
		f.fail(input, err)
	case info.IsDir():
		before := len(f.tasks)
		f.walk(input, "")
		if len(f.tasks) == before && f.ctx.Err() == nil {
			f.fail(input, ErrNothing)
		}
	default:
		if reader, _, ok := f.job.byExtension(input); ok && reader.Read == nil && reader.Load == nil {
			src, err := readFile(input)
			f.fail(input, &NoReader{Format: reader.Name, Own: err == nil && reader.Own != nil && reader.Own(src)})
			return
		}
		f.take(input, filepath.Base(input))
	}
}

func (f *finder) fail(input string, err error) {
	f.tasks = append(f.tasks, task{input: input, err: err})
}

// take adds a file whose path below the input folder is rel.
func (f *finder) take(input, rel string) {
	stem := f.job.stem(rel)
	if f.job.Out != "" {
		stem = filepath.Join(f.job.Out, stem)
	} else {
		stem = filepath.Join(filepath.Dir(input), filepath.Base(stem))
	}
	f.tasks = append(f.tasks, task{input: input, stem: stem})
}

// walk adds the files of a folder, whose path below the input folder is rel.
func (f *finder) walk(dir, rel string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		f.fail(dir, err)
	}
	for _, e := range entries {
		if f.ctx.Err() != nil {
			return
		}
		if !hidden(e.Name()) {
			f.visit(dir, rel, e)
		}
	}
}

func (f *finder) visit(dir, rel string, e fs.DirEntry) {
	path, rel := filepath.Join(dir, e.Name()), filepath.Join(rel, e.Name())
	reader, _, readable := f.job.byExtension(e.Name())
	readable = readable && reader.Read != nil
	if e.Type().IsRegular() && !readable {
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		if readable {
			f.fail(path, err)
		}
	case info.IsDir():
		if e.IsDir() && !(f.out != nil && os.SameFile(info, f.out)) {
			f.walk(path, rel)
		}
	case info.Mode().IsRegular() && readable && !f.own(path, reader):
		f.take(path, rel)
	}
}

// hidden reports whether files of this name are for programs, not for people:
// dot files, our temporary ones among them, and the lock files of Office.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// own reports whether a file in a folder is an output of ours. Where it cannot
// be read, converting it will say so.
func (f *finder) own(path string, reader formats.Format) bool {
	if reader.Own != nil {
		src, err := readFile(path)
		return err == nil && reader.Own(src)
	}
	original, ok := f.original(path)
	if !ok {
		return false
	}
	return rewords(reader, original, path)
}

// original returns the path of the file of which path is a variant, going by
// its name: a.txt for a.tw.txt, if there is one.
func (f *finder) original(path string) (string, bool) {
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext)
	infix := filepath.Ext(stem)
	for _, profile := range script.Profiles() {
		if infix == "."+profile {
			original := strings.TrimSuffix(stem, infix) + ext
			_, err := os.Stat(original)
			return original, err == nil
		}
	}
	return "", false
}

// rewords reports whether two files hold the same paragraphs up to the script
// and some words: of each pair of paragraphs, nine in ten characters are the
// same when folded. Some characters that a variant changes do not fold alike,
// such as 着 and 著.
func rewords(reader formats.Format, a, b string) bool {
	one, err := wording(reader, a)
	if err != nil {
		return false
	}
	other, err := wording(reader, b)
	if err != nil || len(one) != len(other) {
		return false
	}
	all, same := 0, 0
	for i := range one {
		all += max(len(one[i]), len(other[i]))
		same += common(one[i], other[i])
	}
	return same >= all*9/10
}

// common counts the characters that two paragraphs share when folded.
func common(a, b []rune) int {
	left := map[rune]int{}
	for _, r := range a {
		left[fold.Rune(r)]++
	}
	n := 0
	for _, r := range b {
		if f := fold.Rune(r); left[f] > 0 {
			left[f]--
			n++
		}
	}
	return n
}

// wording is the paragraphs of a file.
func wording(reader formats.Format, path string) ([][]rune, error) {
	src, err := readFile(path)
	if err != nil {
		return nil, err
	}
	t, err := reader.Read(src, filepath.Base(path))
	if err != nil {
		return nil, err
	}
	all := make([][]rune, len(t.Paragraphs))
	for i, p := range t.Paragraphs {
		all[i] = []rune(p.Text)
	}
	return all, nil
}

// stem is a path without an extension that a format has.
func (j *Job) stem(path string) string {
	_, ext, _ := j.byExtension(path)
	return path[:len(path)-len(ext)]
}

// byExtension is the format that has the extension of path, and the
// extension, which may have several dots.
func (j *Job) byExtension(path string) (formats.Format, string, bool) {
	name := filepath.Base(path)
	for _, f := range j.Readers {
		for _, ext := range f.Exts {
			if strings.ToLower(name[max(0, len(name)-len(ext)):]) == ext {
				return f, ext, true
			}
		}
	}
	return formats.Format{}, "", false
}

// ErrNothing says that a folder holds no file that can be read.
var ErrNothing = errors.New("the folder holds no file that can be converted: name the file itself, or give it one of the extensions that the formats have")
