package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"testing"

	"gongbao/formats"
	"gongbao/formats/text"
)

// capitals is a rewriting for tests.
func capitals(inputs ...string) Rewriting {
	return Rewriting{
		Inputs: inputs, Infix: ".big", Readers: []formats.Format{text.Format(text.Options{})},
		Rewrite: func(w io.Writer, r io.Reader, _ string) ([]formats.Note, error) {
			src, err := io.ReadAll(r)
			if err == nil {
				_, err = w.Write(bytes.ToUpper(src))
			}
			return nil, err
		},
	}
}

// rewritten returns one line for each result.
func rewritten(t *testing.T, job Rewriting) string {
	t.Helper()
	var lines []string
	for r := range Rewrite(t.Context(), job) {
		line := fmt.Sprint(r.Input, " -> ", strings.Join(r.Outputs, " "))
		if r.Err != nil {
			line += "error: " + r.Err.Error()
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestRewrite(t *testing.T) {
	tree(t, map[string]string{"in/a.txt": "a", "in/deep/b.TEXT": "b", "in/c.md": "c", "no": "n", "2024.5": "n"})
	check(t, rewritten(t, capitals("in", "in/c.md", "no", "2024.5")),
		"in/a.txt -> in/a.big.txt\nin/deep/b.TEXT -> in/deep/b.big.TEXT\nin/c.md -> in/c.big.md\nno -> no.big\n2024.5 -> 2024.big.5")
	job := capitals("in/a.txt", "in/deep", "no", "-", "gone.txt")
	job.Out, job.Stdin = "out", strings.NewReader("s")
	check(t, rewritten(t, job),
		"in/a.txt -> out/a.txt\nin/deep/b.TEXT -> out/b.TEXT\nin/deep/b.big.TEXT -> out/b.big.TEXT\nno -> out/no\n- -> out/stdin.txt\ngone.txt -> error: stat gone.txt: no such file or directory")
	if got, err := os.ReadFile("out/a.txt"); err != nil || string(got) != "A" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestRewriteToStdout(t *testing.T) {
	tree(t, map[string]string{"a.txt": "a", "b.txt": "b"})
	var out strings.Builder
	job := capitals("b.txt", "a.txt")
	job.Stdout, job.Workers = &out, 8
	check(t, rewritten(t, job), "b.txt -> \na.txt -> ")
	check(t, out.String(), "BA")
}

func TestRewriteOverwritesNoInput(t *testing.T) {
	tree(t, map[string]string{"a.txt": "a", "d/a.txt": "b"})
	job := capitals("a.txt", "d/a.txt")
	job.Out = "."
	check(t, rewritten(t, job),
		"a.txt -> error: would overwrite the input a.txt: give another folder for the output\nd/a.txt -> error: would overwrite the input a.txt: give another folder for the output")
	job.Out = "out"
	check(t, rewritten(t, job),
		"d/a.txt -> error: a.txt and d/a.txt would both become out/a.txt: rename one of them, or convert them into different folders")
	check(t, found(t), "a.txt d/a.txt")
}

func TestRewriteWholeOrNot(t *testing.T) {
	tree(t, map[string]string{"a.txt": "a", "b.txt": "b"})
	job := capitals("a.txt", "b.txt")
	good := job.Rewrite
	job.Rewrite = func(w io.Writer, r io.Reader, input string) ([]formats.Note, error) {
		notes, err := good(w, r, input)
		if input == "a.txt" {
			panic("oops")
		}
		return notes, err
	}
	check(t, rewritten(t, job), "a.txt -> error: a bug in gongbao, the file is not to blame: please report it with the file and this message: oops\nb.txt -> b.big.txt")
	check(t, found(t), "a.txt b.big.txt b.txt")
}

// TestRewriteInterrupted holds that an input which never ends does not keep
// the run from ending.
func TestRewriteInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	stalled, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	job := capitals("-")
	job.Stdin, job.Out = stalled, "out"
	go func() {
		w.Write([]byte("a")) // returns once the reading has begun
		cancel()
	}()
	for r := range Rewrite(ctx, job) {
		if !errors.Is(r.Err, context.Canceled) {
			t.Error(r.Err)
		}
	}
	check(t, found(t), "")
}

// merged is a file of the names of the inputs.
func merged(path string) *Merged {
	return &Merged{
		Path: path,
		Own:  func(src []byte) bool { return bytes.HasPrefix(src, []byte("merged")) },
		Write: func(w io.Writer, results iter.Seq[Result]) ([]formats.Note, error) {
			io.WriteString(w, "merged")
			for r := range results {
				if _, err := fmt.Fprint(w, " ", r.Input, "=", r.Bulletin.Text.Source); err != nil {
					return nil, err
				}
			}
			return []formats.Note{{Code: "merged"}}, nil
		},
	}
}

func TestMerged(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲", "b.txt": " ", "c.txt": "丙"})
	j := job(list("list"), "a.txt", "b.txt", "c.txt")
	j.Merged, j.Workers = merged("all/all.list"), 3
	for range 2 {
		check(t, run(t, j), "a.txt -> a.list\nb.txt -> error: it is empty: check that the file was saved, then convert it again\nc.txt -> c.list\n -> all/all.list")
		got, err := os.ReadFile("all/all.list")
		if err != nil || string(got) != "merged a.txt=甲 c.txt=丙" {
			t.Errorf("%q, %v", got, err)
		}
	}
}

func TestMergedOverOthers(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲", "theirs.list": "x"})
	for path, want := range map[string]string{
		"a.list":      " -> error: a.txt and a.list would both become a.list: rename one of them, or convert them into different folders",
		"a.txt":       " -> error: would overwrite the input a.txt: give another folder for the output",
		"theirs.list": " -> error: cannot write theirs.list: there is a file that gongbao did not write: move it away, or give another folder for the output",
	} {
		j := job(list("list"), "a.txt")
		j.Merged = merged(path)
		check(t, run(t, j), want)
		check(t, found(t), "a.txt theirs.list")
	}
}

func TestNothingToMerge(t *testing.T) {
	tree(t, map[string]string{"a.txt": " "})
	j := job(list("list"), "a.txt")
	j.Merged = merged("all.list")
	check(t, run(t, j), "a.txt -> error: it is empty: check that the file was saved, then convert it again")
	check(t, found(t), "a.txt")
}

// TestMergingFails holds that the inputs are converted all the same.
func TestMergingFails(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲", "b.txt": "乙"})
	j := job(list("list"), "a.txt", "b.txt")
	j.Merged = merged("all.list")
	j.Merged.Write = func(_ io.Writer, results iter.Seq[Result]) ([]formats.Note, error) {
		for range results {
			break
		}
		return nil, errors.New("full")
	}
	check(t, run(t, j), "a.txt -> a.list\nb.txt -> b.list\n -> error: full")
	check(t, found(t), "a.list a.txt b.list b.txt")
}

func TestMergingStops(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲", "b.txt": "乙"})
	j := job(list("list"), "a.txt", "b.txt")
	j.Merged = merged("all.list")
	for range Run(t.Context(), j) {
		break
	}
	if strings.Contains(found(t), "all.list") || strings.Contains(found(t), ".tmp") {
		t.Error(found(t))
	}
}

// TestReworded holds that a variant with other words of other lengths is
// known for one, and another text is not.
func TestReworded(t *testing.T) {
	tree(t, map[string]string{
		"a.txt":    "会议强调，要加强软件开发和安全管理，持续推进公共服务体系建设，做到互联互通。",
		"a.tw.txt": "會議強調，要加強軟體開發和安全管理，持續推進公共服務體系建設，做到互聯互通互信。",
		"a.hk.txt": "會議指出，要完善制度機制，抓好督促落實，確保全年各項目標任務的完成。",
	})
	check(t, run(t, job(list("list"), ".")), "a.hk.txt -> a.hk.list\na.txt -> a.list")
}

func ExampleRewrite() {
	job := Rewriting{
		Inputs: []string{"-"}, Stdin: strings.NewReader("公报\n"), Stdout: os.Stdout,
		Rewrite: func(w io.Writer, r io.Reader, _ string) ([]formats.Note, error) {
			_, err := io.Copy(w, r)
			return nil, err
		},
	}
	for r := range Rewrite(context.Background(), job) {
		fmt.Println(r.Input, r.Err)
	}
	// Output:
	// 公报
	// - <nil>
}
