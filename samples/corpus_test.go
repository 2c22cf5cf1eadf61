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
	s := scores{}
	for _, file := range corpus(t, "gold", ".json") {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		src, err := os.ReadFile(filepath.Join(filepath.Dir(file), "..", "docs", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		s.compare(t, name, corpusAnnotation(t, file), found(parsed(t, name, src)))
	}
	if len(s) > 0 {
		s.check(t, "corpus-floor.tsv")
	}
}

// TestCorpusContract holds the output on every real bulletin to what the JSON
// promises.
func TestCorpusContract(t *testing.T) {
	schema := compiled(t)
	for _, file := range corpus(t, "docs", ".txt") {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		contract(t, schema, name, parsed(t, name, src))
	}
}

// corpus lists the files of a folder of the corpus; none without a corpus.
func corpus(t *testing.T, folder, ext string) []string {
	t.Helper()
	dir := os.Getenv("GONGBAO_CORPUS")
	if dir == "" {
		t.Log("GONGBAO_CORPUS is not set: nothing measured")
		return nil
	}
	files, err := filepath.Glob(filepath.Join(dir, folder, "*"+ext))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s in %s (%v)", ext, filepath.Join(dir, folder), err)
	}
	return files
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
