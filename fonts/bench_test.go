package fonts

import (
	"os"
	"testing"
)

// BenchmarkUnpack unpacks a whole packed font: what the first documents of a
// process pay for.
func BenchmarkUnpack(b *testing.B) {
	packed, err := os.ReadFile("song/song.pack")
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for b.Loop() {
		faces, err := Open(string(packed))
		if err != nil {
			b.Fatal(err)
		}
		size = 0
		for _, r := range faces[0].outlines.(blocks) {
			for g := range r.count {
				size += len(faces[0].outlines.outline(r.first + uint16(g)))
			}
		}
	}
	b.SetBytes(int64(size))
}
