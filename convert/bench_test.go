package convert

import (
	"os"
	"strings"
	"testing"

	"gongbao/formats"
	"gongbao/formats/text"
)

// load reads one of our samples.
func load(t testing.TB, name string) formats.Text {
	src, err := os.ReadFile("../samples/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := text.Read(src, name)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func BenchmarkParse(b *testing.B) {
	doc := load(b, "district-plenum-hant")
	b.SetBytes(int64(len(doc.Source)))
	for b.Loop() {
		Parse(doc)
	}
}

// BenchmarkParseLong is about a hundred times as long: time must grow with it.
func BenchmarkParseLong(b *testing.B) {
	one := load(b, "district-plenum-hant").Source
	src := strings.Repeat(one+"\n", 100)
	doc, err := text.Read([]byte(src), "long")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Parse(doc)
	}
}
