//go:build unix

package main

import (
	"os"
	"strings"
	"testing"
)

// TestTerminal lets a character device stand for a terminal.
func TestTerminal(t *testing.T) {
	device, err := os.OpenFile("/dev/zero", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for _, c := range []struct {
		out  *os.File
		to   string
		code int
	}{{device, "xlsx", misused}, {device, "json", done}, {null, "xlsx", done}} {
		var stderr strings.Builder
		args := []string{"convert", "-", "-t", c.to, "-o", "-"}
		code := run(t.Context(), args, func(string) string { return "" }, strings.NewReader("会议指出"), c.out, &stderr)
		if code != c.code || (code == misused) != strings.Contains(stderr.String(), "is binary and would upset the terminal") {
			t.Errorf("%s to %s: code %d, %q", c.to, c.out.Name(), code, stderr.String())
		}
	}
}
