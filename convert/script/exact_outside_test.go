//go:build outside

package script

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// corpus is the directory of the evaluation corpus.
func corpus(t testing.TB) string {
	dir := os.Getenv("GONGBAO_CORPUS")
	if dir == "" {
		t.Fatal("set GONGBAO_CORPUS to the directory of the corpus")
	}
	return dir
}

func unpack(t testing.TB, path string) []byte {
	out, err := exec.Command("xz", "-dc", path).Output()
	if err != nil {
		t.Fatalf("unpack %s: %v", path, err)
	}
	return out
}

// identityInput is how many bytes of the news text the reference outputs
// were made of.
const identityInput = 3_999_895

// chunked holds that the output is the same for input in random chunks, by 8
// goroutines at once.
func chunked(t *testing.T, c *Converter, in, want []byte) {
	var wait sync.WaitGroup
	for seed := range uint64(8) {
		wait.Go(func() {
			r := rand.New(rand.NewPCG(seed, 0))
			var out bytes.Buffer
			w := c.Writer(&out)
			for rest := in; len(rest) > 0; {
				n := min(len(rest), 1+r.IntN(20_000))
				w.Write(rest[:n])
				w.convert(false)
				rest = rest[n:]
			}
			if w.Close(); !bytes.Equal(out.Bytes(), want) {
				t.Errorf("%s differs in chunks, seed %d", c.Profile(), seed)
			}
		})
	}
	wait.Wait()
}

// TestIdentity holds that every configuration gives the bytes that OpenCC
// gives.
func TestIdentity(t *testing.T) {
	dir := filepath.Join(corpus(t), "news")
	list, err := os.ReadFile(filepath.Join(dir, "opencc-1.4.1", "identity.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]byte{"hans": unpack(t, filepath.Join(dir, "news-hans.txt.xz"))[:identityInput]}
	for _, line := range strings.Split(strings.TrimSpace(string(list)), "\n")[1:] {
		f := strings.Split(line, "\t")
		c, err := New(f[0])
		if err != nil {
			t.Fatal(err)
		}
		texts[f[0]] = c.Append(nil, texts[f[1]])
		chunked(t, c, texts[f[1]], texts[f[0]])
		if sum := sha256.Sum256(texts[f[0]]); hex.EncodeToString(sum[:]) != f[2] {
			t.Errorf("%s of %s has sha256 %x, want %s", f[0], f[1], sum, f[2])
		}
	}
}
