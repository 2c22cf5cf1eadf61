package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gongbao/fonts"
	"gongbao/formats/layout"
	"gongbao/formats/pdf"
)

// roles are the parts a face can play, as the flags name them.
func roles() []string { return []string{"song", "hei", "kai", "fangsong", "xiaobiaosong"} }

// fonts reads the faces that the flags give. A face named by itself goes
// before one that is found in a folder.
func (c *console) fonts(o *options) ([]pdf.Font, error) {
	var given []pdf.Font
	for _, value := range o.font {
		name, path, ok := strings.Cut(value, "=")
		role, known := pdf.RoleNamed(name)
		if !ok || !known || path == "" {
			return nil, badFont.with(value, strings.Join(roles(), ", "))
		}
		face, err := readFace(path)
		if err != nil {
			return nil, badFile.with("--font", path, c.faceReason(err))
		}
		given = append(given, pdf.Font{Role: role, Face: face})
	}
	if o.fontDir == "" {
		return given, nil
	}
	found, err := c.findFonts(o.fontDir, given)
	return append(given, found...), err
}

// readFace reads a font file; #1 after the name of a collection is its second
// face.
func readFace(path string) (*fonts.Face, error) {
	index := 0
	if _, err := os.Stat(path); err != nil {
		if i := strings.LastIndexByte(path, '#'); i >= 0 {
			if n, err := strconv.Atoi(path[i+1:]); err == nil {
				path, index = path[:i], n
			}
		}
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return fonts.ParseIndex(src, index)
}

// findFonts looks in a folder for the usual files of each role that has no
// face yet, the best first.
func (c *console) findFonts(dir string, given []pdf.Font) ([]pdf.Font, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, badFile.with("--font-dir", dir, c.reason(err))
	}
	var found []pdf.Font
	for _, name := range roles() {
		role, _ := pdf.RoleNamed(name)
		if slices.ContainsFunc(given, func(f pdf.Font) bool { return f.Role == role }) {
			continue
		}
		path := installed(dir, entries, role)
		if path == "" {
			continue
		}
		face, err := readFace(path)
		if err != nil {
			return nil, badFile.with("--font-dir", path, c.faceReason(err))
		}
		found = append(found, pdf.Font{Role: role, Face: face})
	}
	if len(found)+len(given) == 0 {
		return nil, noFonts.with(dir, strings.Join(pdf.FontFiles(layout.FangSong), ", "))
	}
	return found, nil
}

// installed is the path of the best file for a role; empty if there is none.
func installed(dir string, entries []os.DirEntry, role layout.Role) string {
	for _, want := range pdf.FontFiles(role) {
		for _, e := range entries {
			if strings.ToLower(e.Name()) == want {
				return filepath.Join(dir, e.Name())
			}
		}
	}
	return ""
}
