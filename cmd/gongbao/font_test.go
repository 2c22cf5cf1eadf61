package main

import (
	"os"
	"path/filepath"
	"testing"

	"gongbao/fonts"
	"gongbao/formats/layout"
)

// TestInstalled holds that the best file of a role is taken, in any case.
func TestInstalled(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"STFANGSO.TTF", "SimFang.ttf", "other.ttf"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := installed(dir, entries, layout.FangSong); got != filepath.Join(dir, "SimFang.ttf") {
		t.Error(got)
	}
	if got := installed(dir, entries, layout.Kai); got != "" {
		t.Error(got)
	}
}

func TestFaceReason(t *testing.T) {
	c := &console{language: "zh-Hans"}
	for _, err := range []error{fonts.ErrLicence, fonts.ErrOutlines} {
		if got := c.faceReason(err); got == err.Error() || got == "" {
			t.Errorf("%v: %q", err, got)
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct {
		from    string
		outputs []string
		want    string
	}{
		{"all.xlsx", []string{"out/a.json", "out/a.xlsx"}, "out/a.xlsx"},
		{"sum/all.xlsx", []string{"out/a.json"}, "../out/a.json"},
		{"all.xlsx", nil, ""},
	} {
		if got := link(c.from, c.outputs); got != c.want {
			t.Errorf("%s to %v: %q, want %q", c.from, c.outputs, got, c.want)
		}
	}
}
