//go:build outside

package csv

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// TestBig5AgainstPython holds that every character of the basic plane that we
// write as Big5 is read back as itself by Python.
func TestBig5AgainstPython(t *testing.T) {
	encode, err := encoder(Big5)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	var code bytes.Buffer
	n := 0
	for r := rune(0xA0); r < 0xFFFE; r++ {
		var lost losses
		if b := encode(string(r), &lost); len(lost.chars) == 0 {
			text.WriteRune(r)
			code.Write(b)
			n++
		}
	}
	cmd := exec.Command("python3", "-c", "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('cp950').encode())")
	cmd.Stdin = &code
	got, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	want := []rune(text.String())
	for i, r := range []rune(string(got)) {
		if i >= len(want) || r != want[i] {
			t.Fatalf("character %d: %U is read as %U", i, want[i], r)
		}
	}
	if n < 13490 {
		t.Errorf("only %d characters", n)
	}
}
