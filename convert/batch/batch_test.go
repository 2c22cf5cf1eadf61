package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongbao/formats"
	"gongbao/formats/text"
)

// list is a small format of our own for tests: a marker, then the wording.
func list(name string) formats.Format {
	marker := name + " of gongbao\n"
	return formats.Format{
		Name: name,
		Exts: []string{"." + name},
		Own:  func(src []byte) bool { return bytes.HasPrefix(src, []byte(marker)) },
		Write: func(w io.Writer, b *formats.Bulletin) ([]formats.Note, error) {
			io.WriteString(w, marker)
			return text.Format(text.Options{}).Write(w, b)
		},
	}
}

// broken is a format that fails halfway.
func broken(fail func() error) formats.Format {
	return formats.Format{
		Name: "broken",
		Exts: []string{".broken"},
		Write: func(w io.Writer, _ *formats.Bulletin) ([]formats.Note, error) {
			w.Write(make([]byte, 200_000))
			return nil, fail()
		},
	}
}

// tree makes files in a new folder and goes there.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// found lists the files below the present folder, hidden ones too.
func found(t *testing.T) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, filepath.ToSlash(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, " ")
}

func job(to formats.Format, inputs ...string) Job {
	return Job{Inputs: inputs, Readers: []formats.Format{to, text.Format(text.Options{}), formats.JSON(formats.Encoder{})}, To: []formats.Format{to}}
}

// run returns one line for each result.
func run(t *testing.T, j Job) string {
	t.Helper()
	var lines []string
	for r := range Run(t.Context(), j) {
		line := r.Input + " ->"
		for _, o := range r.Outputs {
			line += " " + filepath.ToSlash(o)
		}
		if r.Err != nil {
			line += " error: " + r.Err.Error()
		}
		lines = append(lines, filepath.ToSlash(line))
	}
	return strings.Join(lines, "\n")
}

func check(t *testing.T, got, want string) {
	t.Helper()
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Error(diff)
	}
}

func TestFolderBesideItsFiles(t *testing.T) {
	tree(t, map[string]string{
		"in/b.txt": "乙", "in/a.TXT": "甲", "in/deep/c.txt": "丙", "in/notes.md": "不读",
		"in/.hidden.txt": "x", "in/~$a.txt": "x", "in/.git/d.txt": "x", "in/empty/.keep": "",
	})
	want := "in/a.TXT -> in/a.list\nin/b.txt -> in/b.list\nin/deep/c.txt -> in/deep/c.list"
	check(t, run(t, job(list("list"), "in")), want)
	check(t, run(t, job(list("list"), "in")), want)
	check(t, found(t), "in/.git/d.txt in/.hidden.txt in/a.TXT in/a.list in/b.list in/b.txt in/deep/c.list in/deep/c.txt in/empty/.keep in/notes.md in/~$a.txt")
}

func TestOutKeepsTheStructure(t *testing.T) {
	tree(t, map[string]string{"in/a.txt": "甲", "in/deep/c.txt": "丙", "other/d.txt": "丁", "in/out/old.txt": "旧"})
	j := job(list("list"), "in", "other/d.txt")
	j.Out = "in/out"
	check(t, run(t, j), "in/a.txt -> in/out/a.list\nin/deep/c.txt -> in/out/deep/c.list\nother/d.txt -> in/out/d.list")
}

func TestNames(t *testing.T) {
	tree(t, map[string]string{"a.b.txt": "甲", "2024.5": "乙", "no": "丙", "bad\xff\n.txt": "丁"})
	j := job(list("list"), "a.b.txt", "2024.5", "no", "bad\xff\n.txt")
	j.Variants = []string{"keep", "tw"}
	check(t, run(t, j), "a.b.txt -> a.b.list a.b.tw.list\n2024.5 -> 2024.5.list 2024.5.tw.list\nno -> no.list no.tw.list\nbad\xff\n.txt -> bad\xff\n.list bad\xff\n.tw.list")
}

func TestFileTwice(t *testing.T) {
	tree(t, map[string]string{"in/a.txt": "甲"})
	if err := os.Symlink("in", "link"); err != nil {
		t.Fatal(err)
	}
	check(t, run(t, job(list("list"), "in/a.txt", "in", "./in/a.txt", "link/a.txt")), "in/a.txt -> in/a.list")
}

func TestLinks(t *testing.T) {
	tree(t, map[string]string{"in/a.txt": "甲", "real.txt": "乙"})
	for link, to := range map[string]string{"in/loop": "../in", "in/b.txt": "../real.txt", "in/gone.txt": "nowhere", "in/gone.md": "nowhere"} {
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	got := run(t, job(list("list"), "in"))
	check(t, got, "in/a.txt -> in/a.list\nin/b.txt -> in/b.list\nin/gone.txt -> error: stat in/gone.txt: no such file or directory")
}

func TestCollisions(t *testing.T) {
	files := map[string]string{"a.txt": "甲", "a.text": "乙", "B.txt": "丙", "b.text": "丁", "d/a.txt": "戊"}
	for _, c := range []struct {
		name, out string
		to        formats.Format
		inputs    []string
		want      string
	}{
		{"two extensions", "", list("list"), []string{"a.txt", "a.text"},
			"a.text -> error: a.txt and a.text would both become a.list: rename one of them, or convert them into different folders"},
		{"one name but for case", "", list("list"), []string{"B.txt", "b.text"},
			"b.text -> error: B.txt and b.text would both become b.list: rename one of them, or convert them into different folders"},
		{"two folders into one", "out", list("list"), []string{"d/a.txt", "B.txt", "a.txt"},
			"a.txt -> error: d/a.txt and a.txt would both become out/a.list: rename one of them, or convert them into different folders"},
		{"itself", "", text.Format(text.Options{}), []string{"a.txt"},
			"a.txt -> error: would overwrite the input a.txt: give another folder for the output"},
		{"another input", "", text.Format(text.Options{}), []string{"a.text", "a.txt"},
			"a.text -> error: would overwrite the input a.txt: give another folder for the output\na.txt -> error: would overwrite the input a.txt: give another folder for the output"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, files)
			before := found(t)
			j := job(c.to, c.inputs...)
			j.Out = c.out
			check(t, run(t, j), c.want)
			check(t, found(t), before)
		})
	}
}

func TestForeignFileIsNotOverwritten(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲", "a.list": "someone's own", "b.txt": "乙", "b.list": ""})
	check(t, run(t, job(list("list"), "a.txt", "b.txt")),
		"a.txt -> error: cannot write a.list: there is a file that gongbao did not write: move it away, or give another folder for the output\nb.txt -> b.list")
}

func TestVariantOfTextIsNoInput(t *testing.T) {
	tree(t, map[string]string{
		"a.txt":    "　　會議指出，要發展，要著力\n",
		"a.cn.txt": "会议指出，要发展，要着力\n",
		"a.tw.txt": "另一份文件，與上文無關係的\n",
		"b.cn.txt": "会议指出，要发展，要着力\n",
		"c.txt":    "丙", "c.nn.txt": "丙",
	})
	check(t, run(t, job(list("list"), ".")),
		"a.tw.txt -> a.tw.list\na.txt -> a.list\nb.cn.txt -> b.cn.list\nc.nn.txt -> c.nn.list\nc.txt -> c.list")
	check(t, run(t, job(list("list"), "a.cn.txt")), "a.cn.txt -> a.cn.list")
}

func TestBadInputs(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲", "empty.txt": " \n", "b.list": "list of gongbao\n", "c.list": "?", "c.json": `{"a":1}`, "none/x.md": ""})
	check(t, run(t, job(list("list"), "missing.txt", "empty.txt", "a.txt", "b.list", "c.list", "c.json", "none")), strings.Join([]string{
		"missing.txt -> error: stat missing.txt: no such file or directory",
		"empty.txt -> error: it is empty: check that the file was saved, then convert it again",
		"a.txt -> a.list",
		"b.list -> error: is an output of this program that cannot be read back from list: convert its .json, or the original",
		"c.list -> error: list is written, not read: give the text of the document",
		"c.json -> error: json is read only if this program wrote it: give the text of the document",
		"none -> error: the folder holds no file that can be converted: name the file itself, or give it one of the extensions that the formats have",
	}, "\n"))
}

func TestTooLarge(t *testing.T) {
	tree(t, map[string]string{"a.txt": strings.Repeat("会", maxText/3+1)})
	check(t, run(t, job(list("list"), "a.txt")), "a.txt -> error: "+ErrTooLarge.Error())
}

func TestJSONReenters(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲\n乙"})
	j := job(formats.JSON(formats.Encoder{}), "a.txt")
	check(t, run(t, j), "a.txt -> a.json")
	if err := os.Rename("a.json", "renamed.txt"); err != nil { // our JSON is known by its content
		t.Fatal(err)
	}
	check(t, run(t, job(list("list"), "renamed.txt")), "renamed.txt -> renamed.list")
	got, err := os.ReadFile("renamed.list")
	if err != nil || string(got) != "list of gongbao\n甲\n乙\n" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestAllOutputsOrNone(t *testing.T) {
	failure := errors.New("full")
	for name, c := range map[string]struct {
		prepare func() error
		second  formats.Format
		want    string
	}{
		"writing fails": {func() error { return nil }, broken(func() error { return failure }), "full"},
		"writing panics": {func() error { return nil }, broken(func() error { panic("oops") }),
			"a bug in gongbao, the file is not to blame: please report it with the file and this message: oops"},
		"the output is a folder": {func() error { return os.MkdirAll("out/a.broken", 0o777) }, broken(func() error { return nil }),
			"cannot write out/a.broken: is a directory"},
		"the folder is a file": {func() error { return os.WriteFile("out", nil, 0o666) }, list("other"), "cannot write out/a.list: not a directory"},
	} {
		t.Run(name, func(t *testing.T) {
			tree(t, map[string]string{"a.txt": "甲"})
			if err := c.prepare(); err != nil {
				t.Fatal(err)
			}
			before := found(t)
			j := job(list("list"), "a.txt")
			j.Out, j.To = "out", append(j.To, c.second)
			check(t, run(t, j), "a.txt -> error: "+c.want)
			check(t, found(t), before)
		})
	}
}

// TestRenameFails takes the place of an output while it is being written.
func TestRenameFails(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲"})
	j := job(list("list"), "a.txt")
	last := list("last")
	last.Write = func(io.Writer, *formats.Bulletin) ([]formats.Note, error) {
		return nil, os.MkdirAll("a.broken/x", 0o777)
	}
	j.To = append(j.To, broken(func() error { return nil }), last)
	check(t, run(t, j), "a.txt -> error: cannot write a.broken: file exists")
	check(t, found(t), "a.txt")
}

func TestPanicInReader(t *testing.T) {
	tree(t, map[string]string{"a.bad": "甲", "b.txt": "乙"})
	j := job(list("list"), "a.bad", "b.txt")
	j.Readers = append(j.Readers, formats.Format{Name: "bad", Exts: []string{".bad"}, Read: func([]byte, string) (formats.Text, error) {
		var none []int
		return formats.Text{Name: fmt.Sprint(none[3])}, nil
	}})
	got := run(t, j)
	if !strings.Contains(got, "a.bad -> error: a bug in gongbao") || !strings.Contains(got, "index out of range") || !strings.HasSuffix(got, "b.txt -> b.list") {
		t.Error(got)
	}
}

func TestNotes(t *testing.T) {
	tree(t, map[string]string{"a.txt": "会议指出\xff要压实责任，稳步推进"})
	to := list("list")
	to.Write = func(io.Writer, *formats.Bulletin) ([]formats.Note, error) {
		return []formats.Note{{Code: "cell-too-long", Level: formats.Warning}}, nil
	}
	j := job(to, "a.txt")
	j.Variants = []string{"keep", "tw", "hk"}
	for r := range Run(t.Context(), j) {
		if r.Err != nil || len(r.Notes) != 2 || r.Notes[0].Code != "undecodable-bytes" || r.Notes[1].Code != "cell-too-long" {
			t.Errorf("%+v", r)
		}
	}
}

func TestStdinAndStdout(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲"})
	var out bytes.Buffer
	j := job(list("list"), "-")
	j.Stdin, j.Stdout = strings.NewReader("丙"), &out
	check(t, run(t, j), "- ->")
	check(t, out.String(), "list of gongbao\n丙\n")

	j.Stdin, j.Stdout, j.Out = strings.NewReader("丙"), nil, "out"
	check(t, run(t, j), "- -> out/stdin.list")

	j.Stdout, j.Inputs = &out, []string{"a.txt", "-"}
	check(t, run(t, j), " -> error: "+ErrOneOutput.Error())
}

func TestUnknownVariant(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲"})
	j := job(list("list"), "a.txt")
	j.Variants = []string{"xx"}
	if got := run(t, j); !strings.Contains(got, `"xx"`) {
		t.Error(got)
	}
	check(t, found(t), "a.txt")
}

// TestOrder holds that results come in the order of the inputs and that the
// bytes are equal at any number of workers.
func TestOrder(t *testing.T) {
	files, inputs, want := map[string]string{}, []string{}, []string{}
	for i := range 200 {
		name := fmt.Sprintf("%03d.txt", i)
		files[name] = strings.Repeat("會議指出", 1+i*7%40)
		inputs = append(inputs, name)
		want = append(want, fmt.Sprintf("%s -> out/%03d.list", name, i))
	}
	tree(t, files)
	var first string
	for _, workers := range []int{1, 8} {
		j := job(list("list"), inputs...)
		j.Workers, j.Out = workers, "out"
		check(t, run(t, j), strings.Join(want, "\n"))
		var all []byte
		for i := range 200 {
			b, err := os.ReadFile(fmt.Sprintf("out/%03d.list", i))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, b...)
		}
		if first == "" {
			first = string(all)
		} else if first != string(all) {
			t.Error("the outputs differ with the number of workers")
		}
	}
}

func TestWorkersAreBounded(t *testing.T) {
	var now, most atomic.Int32
	to := list("list")
	to.Write = func(io.Writer, *formats.Bulletin) ([]formats.Note, error) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		for range 100 {
			runtime.Gosched()
		}
		now.Add(-1)
		return nil, nil
	}
	files := map[string]string{}
	for i := range 50 {
		files[fmt.Sprintf("%02d.txt", i)] = "甲"
	}
	tree(t, files)
	j := job(to, ".")
	j.Workers = 3
	run(t, j)
	if most.Load() > 3 || most.Load() < 1 {
		t.Errorf("%d at once", most.Load())
	}
}

func TestCancel(t *testing.T) {
	files := map[string]string{}
	for i := range 100 {
		files[fmt.Sprintf("%02d.txt", i)] = "甲"
	}
	tree(t, files)
	ctx, cancel := context.WithCancel(t.Context())
	j := job(list("list"), ".")
	j.Workers = 2
	j.Out = "out"
	j.To = append(j.To, broken(func() error { return nil }))
	inner := j.To[1].Write
	var started atomic.Int32
	j.To[1].Write = func(w io.Writer, b *formats.Bulletin) ([]formats.Note, error) {
		if started.Add(1) == 5 {
			cancel()
		}
		return inner(w, b)
	}
	whole := 0
	for r := range Run(ctx, j) {
		switch {
		case r.Err == nil:
			whole++
		case !errors.Is(r.Err, context.Canceled):
			t.Error(r.Err)
		}
	}
	entries, err := os.ReadDir("out")
	if err != nil {
		t.Fatal(err)
	}
	if whole >= 10 || len(entries) != 2*whole {
		t.Errorf("%d inputs converted, %d files in the folder", whole, len(entries))
	}
}

// TestStop leaves the sequence early; what is under way ends before the loop.
func TestStop(t *testing.T) {
	tree(t, map[string]string{"a.txt": "甲", "b.txt": "乙", "c.txt": "丙"})
	for range Run(t.Context(), job(list("list"), ".")) {
		break
	}
	if strings.Contains(found(t), ".tmp") {
		t.Error(found(t))
	}
}

// TestCancelWhileReading holds that an input which never ends does not keep
// the run from ending.
func TestCancelWhileReading(t *testing.T) {
	t.Chdir(t.TempDir())
	stalled, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	j := job(list("list"), "-")
	j.Stdin, j.Out = stalled, "out"
	go func() {
		w.Write([]byte("甲")) // returns once the reading has begun
		cancel()
	}()
	for r := range Run(ctx, j) {
		if !errors.Is(r.Err, context.Canceled) {
			t.Error(r.Err)
		}
	}
}

func ExampleRun() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	job := Job{
		Inputs:  []string{"-"},
		Stdin:   strings.NewReader("会议指出，要压实责任。"),
		Out:     dir,
		Readers: []formats.Format{text.Format(text.Options{})},
		To:      []formats.Format{formats.JSON(formats.Encoder{})},
	}
	for r := range Run(context.Background(), job) {
		fmt.Println(r.Input, filepath.Base(r.Outputs[0]), r.Err)
	}
	// Output: - stdin.json <nil>
}
