//go:build outside

package samples_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCorpus holds the parser to the floors of corpus-floor.tsv over real
// bulletins, which are not ours to publish: GONGBAO_CORPUS names a folder with
// docs/NAME.txt and annotations gold/NAME.json. Without it there is nothing
// to measure.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("GONGBAO_CORPUS")
	if dir == "" {
		t.Log("GONGBAO_CORPUS is not set: nothing measured")
		return
	}
	files, err := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no annotations in %s/gold (%v)", dir, err)
	}
	s := scores{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		src, err := os.ReadFile(filepath.Join(dir, "docs", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		s.compare(t, name, corpusAnnotation(t, file), found(parsed(t, name, src)))
	}
	s.check(t, "corpus-floor.tsv")
}

func corpusAnnotation(t *testing.T, file string) gold {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var g gold
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return g
}
