package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gongbao": main})
}

// TestScripts runs the command as users do. Beside the usual commands of
// testscript there are
//
//	bytes FILE 'Go string'   writes a file, of any bytes and any name
//	exits CODE command…      runs a command that must end with this code
//	count N PATTERN          the last standard error has so many such lines
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(unquote(ts, args[0])), []byte(unquote(ts, args[1])), 0o666))
			},
			"exits": func(ts *testscript.TestScript, _ bool, args []string) {
				err := ts.Exec(args[1], args[2:]...)
				code := 0
				var exit *exec.ExitError
				if errors.As(err, &exit) {
					code = exit.ExitCode()
				}
				if want := args[0]; strconv.Itoa(code) != want {
					ts.Fatalf("ended with %d (%v), want %s", code, err, want)
				}
			},
			"count": func(ts *testscript.TestScript, _ bool, args []string) {
				lines := strings.Split(strings.TrimSpace(ts.ReadFile("stderr")), "\n")
				matching := slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
					return !regexp.MustCompile(args[1]).MatchString(line)
				})
				if strconv.Itoa(len(matching)) != args[0] {
					ts.Fatalf("%d lines of %d match", len(matching), len(lines))
				}
			},
		},
	})
}

func unquote(ts *testscript.TestScript, s string) string {
	out, err := strconv.Unquote(`"` + s + `"`)
	ts.Check(err)
	return out
}

// start runs the command in this process.
func start(ctx context.Context, in io.Reader, args ...string) (code int, out, err string) {
	var stdout, stderr bytes.Buffer
	code = run(ctx, args, func(string) string { return "" }, in, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// TestInterrupt holds that a run ends when it is told to, although its input
// does not, and leaves nothing behind.
func TestInterrupt(t *testing.T) {
	for _, args := range [][]string{{"convert", "-", "-t", "json", "-o", "out"}, {"script", "tw"}} {
		t.Run(args[0], func(t *testing.T) {
			t.Chdir(t.TempDir())
			stalled, w := io.Pipe()
			defer w.Close()
			ctx, cancel := context.WithCancel(t.Context())
			go func() {
				w.Write([]byte("会议")) // returns once the reading has begun
				cancel()
			}()
			code, out, _ := start(ctx, stalled, args...)
			if _, err := os.Stat("out"); code != interrupted || out != "" || !os.IsNotExist(err) {
				t.Errorf("code %d, printed %q, %v", code, out, err)
			}
		})
	}
}

func TestFailingOutput(t *testing.T) {
	for _, args := range []string{"version", "schema", "formats", "help", "help convert", "convert --help"} {
		var stderr bytes.Buffer
		code := run(t.Context(), strings.Fields(args), func(string) string { return "" }, nil, full{}, &stderr)
		if code != failed || !strings.Contains(stderr.String(), "no room") {
			t.Errorf("%s: code %d, %q", args, code, stderr.String())
		}
	}
	for _, args := range []string{"convert - -t json -o -", "script t2s"} {
		var stderr bytes.Buffer
		code := run(t.Context(), strings.Fields(args), func(string) string { return "" }, strings.NewReader("會議"), full{}, &stderr)
		if code != failed || !strings.Contains(stderr.String(), "no room") {
			t.Errorf("%s: code %d, %q", args, code, stderr.String())
		}
	}
}

// full is an output that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

// TestHelp holds that each topic is there in each language and fits a
// terminal of 80 columns.
func TestHelp(t *testing.T) {
	for _, topic := range topics() {
		for _, language := range []string{"en", "zh-Hans", "zh-Hant"} {
			code, out, _ := start(t.Context(), nil, "--lang", language, "help", topic)
			if code != done || out == "" || strings.Contains(out, "@") {
				t.Errorf("%s %s: code %d, %q", language, topic, code, out)
			}
			for line := range strings.Lines(out) {
				if width(strings.TrimSpace(line)) > 80 {
					t.Errorf("%s %s: %d columns: %s", language, topic, width(line), line)
				}
			}
		}
	}
}

func TestHelpOfEachCommand(t *testing.T) {
	for _, c := range commands() {
		_, want, _ := start(t.Context(), nil, "help", c.name)
		code, got, _ := start(t.Context(), nil, c.name, "--help")
		if code != done || got != want {
			t.Errorf("%s --help: code %d, %q", c.name, code, got)
		}
	}
}

func TestColumnsAlign(t *testing.T) {
	var out bytes.Buffer
	if err := columns(&out, [][]string{{"名稱", "x"}, {"ab", "“公報”"}, {"", "y"}}); err != nil {
		t.Fatal(err)
	}
	if want := "  名稱  x\n  ab    “公報”\n        y\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestPrintable(t *testing.T) {
	for s, want := range map[string]string{
		"公報　a b":             "公報　a b",
		"\x1b[31mred\a":      `\x1b[31mred\x07`,
		"a\nb\r\t":           `a\nb\x0d\x09`,
		"bad\xff\xfe":        `bad\xff\xfe`,
		"a\u202Eb\u0085":     `a\u202eb\u0085`,
		"\uFFFD is not \xff": "\uFFFD is not \\xff",
	} {
		if got := printable(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for name, want := range map[string]string{
		"zh_CN.UTF-8": "zh-Hans", "zh": "zh-Hans", "zh_SG": "zh-Hans", "zh_TW.Big5": "zh-Hant", "zh_HK": "zh-Hant", "zh-Hant-CN": "zh-Hant",
		"zh-Hans": "zh-Hans", "ZH-HANT": "zh-Hant", "en_GB.UTF-8": "en", "C.UTF-8": "en", "POSIX": "en", "de_DE": "", "": "",
	} {
		if got, _ := languageOf(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestWords holds that every text is there in three languages that take the
// same arguments.
func TestWords(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok || fmt.Sprint(literal.Type) != "words" || len(literal.Elts) == 0 {
				return true
			}
			found++
			checkWords(t, literal.Elts)
			return true
		})
	}
	if found < 40 {
		t.Errorf("only %d texts found", found)
	}
}

func checkWords(t *testing.T, texts []ast.Expr) {
	verbs := regexp.MustCompile(`%(\[\d\])?[a-z]`)
	var first []string
	for i, e := range texts {
		s, err := strconv.Unquote(e.(*ast.BasicLit).Value)
		if err != nil || s == "" {
			t.Errorf("text %d of %v: %q, %v", i, texts, s, err)
		}
		if got := verbs.FindAllString(s, -1); i == 0 {
			first = got
		} else if !slices.Equal(got, first) {
			t.Errorf("%q takes %v, the English takes %v", s, got, first)
		}
	}
	if len(texts) != 3 {
		t.Errorf("%d languages", len(texts))
	}
}
