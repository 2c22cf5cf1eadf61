//go:build outside

package script

import (
	"path/filepath"
	"testing"
)

// BenchmarkNews converts the news text, in its script, by profile.
func BenchmarkNews(b *testing.B) {
	hans := unpack(b, filepath.Join(corpus(b), "news", "news-hans.txt.xz"))
	hant, _ := New("s2t")
	taiwan, _ := New("s2twp")
	texts := map[string][]byte{"t2s": hant.Append(nil, hans), "tw2sp": taiwan.Append(nil, hans)}
	for _, profile := range []string{"s2t", "t2s", "s2tw", "s2hk", "s2twp", "tw2sp", "tw", "hk", "cn"} {
		b.Run(profile, func(b *testing.B) {
			c, err := New(profile)
			if err != nil {
				b.Fatal(err)
			}
			src := texts[profile]
			if src == nil {
				src = hans
			}
			dst := make([]byte, 0, 2*len(src))
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				dst = c.Append(dst[:0], src)
			}
		})
	}
}
