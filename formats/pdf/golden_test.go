package pdf

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongbao/formats/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dump shows where each line stands, in millimetres, and what it says.
func dump(pages []layout.Page) string {
	var b strings.Builder
	for _, page := range pages {
		fmt.Fprintf(&b, "page %d\n", page.Number)
		for _, r := range page.Rules {
			fmt.Fprintf(&b, "  rule %.1f,%.1f to %.1f,%.1f\n", r.X1/millimetre, r.Y1/millimetre, r.X2/millimetre, r.Y2/millimetre)
		}
		for _, r := range page.Runs {
			last := r.Glyphs[len(r.Glyphs)-1]
			fmt.Fprintf(&b, "  y %.1f x %.1f to %.1f size %.4g role %d ", r.Y/millimetre, r.Glyphs[0].X/millimetre, (last.X+r.Size)/millimetre, r.Size, r.Role)
			for _, g := range r.Glyphs {
				b.WriteRune(g.Rune)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestPages compares the pages of a sample in each profile with those that a
// person has looked at.
func TestPages(t *testing.T) {
	for _, profile := range Profiles() {
		b := sample("zh-Hans")
		b.Priorities = b.Priorities[:6]
		got := dump(set(t, b, Options{Profile: Profile(profile)}))
		path := filepath.Join("testdata", profile+".golden")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: the pages differ from %s: look at them and run with -update\n%s", profile, path, got)
		}
	}
}
