package batch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Collision says that two Inputs would become the same Output, or, with one of
// them, that Output is itself an input.
type Collision struct {
	Output string
	Inputs []string
}

func (c *Collision) Error() string {
	if len(c.Inputs) == 1 {
		return fmt.Sprintf("would overwrite the input %s: give another folder for the output", c.Output)
	}
	return fmt.Sprintf("%s would both become %s: rename one of them, or convert them into different folders", strings.Join(c.Inputs, " and "), c.Output)
}

// ErrOneOutput says that there are several outputs for standard output.
var ErrOneOutput = errors.New("standard output takes one output: give one file, one format and one variant")

// plan lists the files to convert, each once. If something forbids to write
// anything, it stands in refused: every Collision, or ErrOneOutput.
func (j *Job) plan(ctx context.Context, variants []variant) (tasks []task, refused []Result) {
	p := newPlanner()
	tasks = p.once(j.find(ctx))
	switch {
	case j.Stdout == nil:
		refused = p.claimAll(tasks, func(t task) []string { return t.outputs(j.To, variants) })
	case len(tasks)*len(j.To)*len(variants) != 1:
		return nil, []Result{{Err: ErrOneOutput}}
	}
	if j.Merged != nil {
		if c := p.claim(j.Merged.Path, []string{j.Merged.Path}); c != nil {
			refused = append(refused, Result{Err: c})
		}
	}
	return tasks, refused
}

// claimAll reserves the outputs of all tasks. It returns those that cannot
// have theirs.
func (p *planner) claimAll(tasks []task, outputs func(task) []string) []Result {
	var refused []Result
	for _, t := range tasks {
		if t.err == nil {
			if c := p.claim(t.input, outputs(t)); c != nil {
				refused = append(refused, Result{Input: t.input, Err: c})
			}
		}
	}
	return refused
}

// planner knows where inputs and outputs really are. Its keys are paths
// without symbolic links, in one case, for so Windows compares them.
type planner struct {
	folders map[string]string // by path, the same path without symbolic links
	inputs  map[string]string // by key, the input there
	outputs map[string]string // by key, the input that will be written there
}

func newPlanner() *planner {
	return &planner{folders: map[string]string{}, inputs: map[string]string{}, outputs: map[string]string{}}
}

// once drops files that are listed twice.
func (p *planner) once(tasks []task) []task {
	seen := map[string]bool{}
	kept := tasks[:0]
	for _, t := range tasks {
		path := p.resolve(t.input)
		if seen[path] {
			continue
		}
		seen[path] = true
		kept = append(kept, t)
		if t.input != "-" && t.err == nil {
			p.inputs[key(path)] = t.input
		}
	}
	return kept
}

// claim reserves the outputs of an input. It returns the first that is taken.
func (p *planner) claim(input string, outputs []string) error {
	for _, output := range outputs {
		k := key(p.resolve(output))
		if taken, ok := p.inputs[k]; ok {
			return &Collision{Output: taken, Inputs: []string{input}}
		}
		if other, ok := p.outputs[k]; ok {
			return &Collision{Output: output, Inputs: []string{other, input}}
		}
		p.outputs[k] = input
	}
	return nil
}

// resolve is the absolute path whose folder has no symbolic links. The file
// itself may be one: writing replaces the link, not what it leads to.
func (p *planner) resolve(path string) string {
	if path == "-" {
		return path
	}
	dir, base := filepath.Split(path)
	return filepath.Join(p.folder(filepath.Clean(dir)), base)
}

// folder resolves a folder that need not exist yet.
func (p *planner) folder(dir string) string {
	if found, ok := p.folders[dir]; ok {
		return found
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		if parent := filepath.Dir(dir); parent != dir {
			real = filepath.Join(p.folder(parent), filepath.Base(dir))
		} else {
			real = dir
		}
	}
	if abs, err := filepath.Abs(real); err == nil {
		real = abs
	}
	p.folders[dir] = real
	return real
}

// key is path in one case. Bytes that are no UTF-8 stay as they are.
func key(path string) string {
	var b strings.Builder
	for i, r := range path {
		if r == utf8.RuneError {
			_, size := utf8.DecodeRuneInString(path[i:])
			b.WriteString(path[i : i+size])
			continue
		}
		b.WriteRune(unicode.ToLower(unicode.ToUpper(r)))
	}
	return b.String()
}
