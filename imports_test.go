// Package gongbao_test keeps what ARCHITECTURE.md, NOTICE and README.md say about the code true.
package gongbao_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongbao/formats/all"
)

const module = "gongbao"

// imports maps each package of the module to what its files import, test
// files and programs that only generate left out. It reads the files as they
// stand, for every system and build tag.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.ContainsAny(d.Name()[:1], "._") || d.Name() == "testdata" || d.Name() == "generate"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := module + "/" + filepath.ToSlash(filepath.Dir(path))
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[pkg] = append(found[pkg], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 5 {
		t.Fatalf("found %d packages only: is this the top of the module?", len(found))
	}
	return found
}

// rooms lists the rooms in the order of the arrow: each may import itself and
// what stands after it. The samples are data and import nothing of ours.
func rooms() []string { return []string{"cmd", "convert", "formats", "fonts", "samples"} }

// room is the place in rooms of one of our packages, -1 for others.
func room(pkg string) int {
	rest, ours := strings.CutPrefix(pkg, module+"/")
	if !ours {
		return -1
	}
	top, _, _ := strings.Cut(rest, "/")
	return slices.Index(rooms(), top)
}

func TestArrow(t *testing.T) {
	for pkg, list := range imports(t) {
		from := room(pkg)
		if from < 0 {
			t.Errorf("%s stands in no room of %v", pkg, rooms())
		}
		for _, imported := range list {
			if to := room(imported); to >= 0 && to < from {
				t.Errorf("%s imports %s, against the arrow %s", pkg, imported, strings.Join(rooms(), " -> "))
			}
		}
	}
}

// TestJSONRoute holds the promise to embedders who want JSON only: reading and
// parsing link no workbook, no PDF, no font.
func TestJSONRoute(t *testing.T) {
	all := imports(t)
	for _, start := range []string{"gongbao/convert", "gongbao/formats", "gongbao/formats/text", "gongbao/convert/script"} {
		if _, known := all[start]; !known {
			t.Errorf("there is no package %s", start)
		}
		for _, linked := range closure(all, start) {
			heavy := strings.Contains(linked, "excelize") || strings.Contains(linked, "gofpdf") || linked == "gongbao/fonts" || strings.HasPrefix(linked, "gongbao/fonts/")
			if heavy {
				t.Errorf("%s links %s", start, linked)
			}
		}
	}
}

// closure is everything that start imports, directly or through our packages.
func closure(all map[string][]string, start string) []string {
	seen := map[string]bool{}
	var out []string
	for queue := []string{start}; len(queue) > 0; queue = queue[1:] {
		for _, name := range all[queue[0]] {
			if !seen[name] {
				seen[name] = true
				out = append(out, name)
				queue = append(queue, name)
			}
		}
	}
	return out
}

// TestDependencies compares the table of dependencies in ARCHITECTURE.md, rows
// of | `module` | `folder`, `folder` | reason |, with the imports.
func TestDependencies(t *testing.T) {
	stated := dependencies(t)
	actual := map[string][]string{}
	for pkg, list := range imports(t) {
		for _, name := range list {
			if mod := owner(name, stated); mod != "" {
				actual[mod] = append(actual[mod], strings.TrimPrefix(pkg, module+"/"))
			} else if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ".") {
				t.Errorf("%s imports %s, of which ARCHITECTURE.md says nothing", pkg, name)
			}
		}
	}
	for mod, where := range stated {
		slices.Sort(actual[mod])
		if got := slices.Compact(actual[mod]); !slices.Equal(got, where) {
			t.Errorf("%s is imported by %v; ARCHITECTURE.md says %v", mod, got, where)
		}
	}
}

// owner is the stated module that a package belongs to.
func owner(pkg string, stated map[string][]string) string {
	for mod := range stated {
		if pkg == mod || strings.HasPrefix(pkg, mod+"/") {
			return mod
		}
	}
	return ""
}

// dependencies reads the table of ARCHITECTURE.md: module to folders, sorted.
func dependencies(t *testing.T) map[string][]string {
	t.Helper()
	text := read(t, "ARCHITECTURE.md")
	stated := map[string][]string{}
	for line := range strings.Lines(text) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.Contains(cells[1], ".") || !strings.HasPrefix(strings.TrimSpace(cells[1]), "`") {
			continue
		}
		where := strings.Split(strings.ReplaceAll(strings.TrimSpace(cells[2]), "`", ""), ", ")
		slices.Sort(where)
		stated[strings.Trim(cells[1], " `")] = where
	}
	if len(stated) == 0 {
		t.Fatal("ARCHITECTURE.md has no table of dependencies")
	}
	return stated
}

// TestRooms looks for every package in ARCHITECTURE.md.
func TestRooms(t *testing.T) {
	text := read(t, "ARCHITECTURE.md")
	for pkg := range imports(t) {
		if folder := strings.TrimPrefix(pkg, module+"/"); !strings.Contains(text, folder) {
			t.Errorf("ARCHITECTURE.md does not say what %s is for", folder)
		}
	}
}

// TestNotice looks for every required module in NOTICE.
func TestNotice(t *testing.T) {
	notice := read(t, "NOTICE")
	for line := range strings.Lines(read(t, "go.mod")) {
		fields := strings.Fields(line)
		if len(fields) < 2 || !strings.HasPrefix(line, "\t") || !strings.HasPrefix(fields[1], "v") {
			continue
		}
		if !strings.Contains(notice, fields[0]) {
			t.Errorf("NOTICE does not name %s and its licence", fields[0])
		}
	}
}

// TestFormats looks for a row | `name` | reads | writes | of README.md for
// every format.
func TestFormats(t *testing.T) {
	readme := read(t, "README.md")
	yes := func(can bool) string {
		if can {
			return " yes "
		}
		return " "
	}
	for _, f := range all.Formats(all.Options{}) {
		row := "| `" + f.Name + "` |" + yes(f.Read != nil || f.Load != nil) + "|" + yes(f.Write != nil) + "|"
		if !strings.Contains(readme, row) {
			t.Errorf("README.md has no row that begins %s", row)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
