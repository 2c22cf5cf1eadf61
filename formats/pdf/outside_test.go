//go:build outside

package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// outside runs a program and returns what it prints.
func outside(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// hans keeps the Han characters of a text.
func hans(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, s)
}

func TestOtherReaders(t *testing.T) {
	for _, language := range []string{"zh-Hans", "zh-Hant"} {
		b := sample(language)
		out, _ := write(t, b, Options{Tables: NoTables})
		path := filepath.Join(t.TempDir(), "sample.pdf")
		if err := os.WriteFile(path, out, 0o644); err != nil {
			t.Fatal(err)
		}
		outside(t, "qpdf", "--check", path)
		want := hans(b.Text.Source)
		for name, got := range map[string]string{
			"pdftotext": outside(t, "pdftotext", path, "-"),
			"mutool":    outside(t, "mutool", "draw", "-q", "-F", "txt", path),
		} {
			if hans(got) != want {
				t.Errorf("%s reads %q, want %q", name, hans(got), want)
			}
		}
	}
}
