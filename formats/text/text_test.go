package text

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"gongbao/formats"
)

var update = flag.Bool("update", false, "rewrite the seed files of the fuzz corpus")

const (
	hans = "会议指出，全市要压实责任，稳步推进各项重点工作。\n"
	hant = "會議指出，全區要壓實責任，穩步推進各項重點工作。\n"
)

func TestParagraphs(t *testing.T) {
	source := "　　甲公报　\r\n\r\n \t\n乙\u2028丙 丁\r戊\n\x1A"
	got, err := Read([]byte(source), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got.Source != source {
		t.Errorf("the source was rewritten: %q", got.Source)
	}
	var texts []string
	for _, p := range got.Paragraphs {
		texts = append(texts, p.Text)
		if p.Text != source[p.Start:p.End] || p.Kind != formats.BodyParagraph || p.Level != 0 {
			t.Errorf("paragraph %+v is not the source at its place, %q", p, source[p.Start:p.End])
		}
	}
	if diff := cmp.Diff([]string{"甲公报", "乙", "丙 丁", "戊"}, texts); diff != "" {
		t.Error(diff)
	}
}

func TestReadSaysWhatItRead(t *testing.T) {
	got, err := Read([]byte("\xEF\xBB\xBF甲乙"), "a\xff.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := formats.Text{
		Name:       "a\uFFFD.txt",
		MediaType:  "text/plain",
		Encoding:   "utf-8",
		Digest:     "sha256:0e111d4218c37d3c12a660ac33c693bda397d85168b170c5fb1cd9cfc2047912",
		Source:     "甲乙",
		Paragraphs: []formats.Paragraph{{Kind: formats.BodyParagraph, Text: "甲乙", Span: formats.Span{Start: 0, End: 6}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestUndecodableBytes(t *testing.T) {
	for _, c := range []struct {
		src      string
		encoding string
		message  string
	}{
		{hans + "第二\xff行\n", "utf-8", "有1处内容无法按utf-8解码，已记为U+FFFD，首处在第2行；请核对原件，或指明编码"},
		{hant + "\n第\xe7三行\xff\xff", "utf-8", "有2處內容無法按utf-8解碼，已記為U+FFFD，首處在第3行；請核對原件，或指明編碼"},
		{hans + "末尾截断\xe4\xb8", "utf-8", "有1处内容无法按utf-8解码，已记为U+FFFD，首处在第2行；请核对原件，或指明编码"},
	} {
		got, err := Read([]byte(c.src), "a.txt")
		if err != nil {
			t.Errorf("%q: %v", c.src, err)
			continue
		}
		at := strings.Index(got.Source, "\uFFFD")
		want := []formats.Note{{
			Code: "undecodable-bytes", Level: formats.Warning, Message: c.message,
			Span: formats.Span{Start: at, End: at + 3},
		}}
		if diff := cmp.Diff(want, got.Notes); diff != "" || got.Encoding != c.encoding {
			t.Errorf("%q as %s: %s", c.src, got.Encoding, diff)
		}
	}
}

func TestNoText(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"empty", "", "it is empty"},
		{"only white space", " \r\n\t　\n", "it is empty"},
		{"only a byte order mark", "\xEF\xBB\xBF\n", "it is empty"},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image, not plain text: recognise"},
		{"jpeg", "\xFF\xD8\xFF\xE0\x00\x10JFIF", "a JPEG image"},
		{"pdf", "%PDF-1.7\n", "a PDF document, not plain text: save it as plain text"},
		{"docx", "PK\x03\x04....word/document.xml", "a Word document (.docx)"},
		{"zip", "PK\x03\x04....a.txt", "an archive, not plain text: unpack it"},
		{"doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "an old Office document"},
		{"rtf", `{\rtf1\ansi `, "an RTF document"},
		{"zeros", strings.Repeat("\x00", 64), "binary data"},
		{"text with zeros", hans + "\x00\x00\x01", "binary data"},
		{"control characters", strings.Repeat("a\x01\x02\x03b\x05", 99), "binary data"},
		{"no code of any encoding", strings.Repeat("\xff\xfd\xff", 99), "binary data"},
	} {
		_, err := Read([]byte(c.src), "a.txt")
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want an *Error with %q", c.name, err, c.want)
			continue
		}
		if e.In("zh-Hans") != e.Hans || e.In("zh-Hant") != e.Hant || e.In("en") != e.English || e.Hans == "" || e.Hant == "" {
			t.Errorf("%s: not in every language: %+v", c.name, e)
		}
	}
}

func TestTerminalEscapeIsText(t *testing.T) {
	got, err := Read([]byte("会议\x1b[31m指出\x1b[0m，要压实责任，稳步推进各项重点工作。"), "a.txt")
	if err != nil || !strings.Contains(got.Source, "\x1b[31m指出") {
		t.Errorf("got %q, %v", got.Source, err)
	}
}

func TestEncodingAskedFor(t *testing.T) {
	src := []byte("\xb9\xab\xb1\xa8")
	for name, want := range map[string]string{"GBK": "公报", "gb18030": "公报", "Big5": "鼠惆", "UTF-16LE": "ꮹꢱ"} {
		got, err := Format(Options{Encoding: name}).Read(src, "a.txt")
		if err != nil || got.Source != want {
			t.Errorf("%s: %q, %v; want %q", name, got.Source, err, want)
		}
	}
	if _, err := (Options{Encoding: "latin-9"}).read(src, "a.txt"); err == nil || !strings.Contains(err.Error(), `"latin-9"`) {
		t.Errorf("an unknown encoding: %v", err)
	}
}

func TestWrite(t *testing.T) {
	read, err := Read([]byte("　　甲\r\n\r\n乙 丙"), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	read.Paragraphs[0].Text = "改寫"
	var out bytes.Buffer
	notes, err := Format(Options{}).Write(&out, &formats.Bulletin{Text: read})
	if err != nil || notes != nil || out.String() != "改寫\n乙 丙\n" {
		t.Errorf("wrote %q, notes %v, %v", out.String(), notes, err)
	}
}

// FuzzRead holds that reading never panics, that a text is valid UTF-8 and
// that its paragraphs are exact, ordered, trimmed slices of it.
func FuzzRead(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		got, err := Read(src, "a.txt")
		if err != nil {
			return
		}
		if !utf8.ValidString(got.Source) || len(got.Paragraphs) == 0 {
			t.Fatalf("not valid, or no paragraph: %q", got.Source)
		}
		end := 0
		for _, p := range got.Paragraphs {
			if p.Start < end || p.End <= p.Start || p.Text != got.Source[p.Start:p.End] || strings.TrimFunc(p.Text, blank) != p.Text {
				t.Fatalf("paragraph %+v of %q", p, got.Source)
			}
			end = p.End
		}
		for _, n := range got.Notes {
			if got.Source[n.Start:n.End] != "\uFFFD" {
				t.Fatalf("note %+v of %q", n, got.Source)
			}
		}
	})
}

// seeds are the samples in every encoding, whole, cut and damaged; they stand
// in testdata/seeds so that other tools can use them.
func seeds(t testing.TB) [][]byte {
	t.Helper()
	dir := filepath.Join("testdata", "seeds")
	if *update {
		writeSeeds(t, dir)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("no seeds: run the test with -update", err)
	}
	var all [][]byte
	for _, file := range files {
		s, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

func writeSeeds(t testing.TB, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, src := range encodedSamples(t) {
		for kind, s := range map[string][]byte{
			"whole": src, "cut": src[:len(src)-1], "odd": src[1:], "damaged": bytes.Replace(src, src[6:8], []byte{0xFF, 0x80}, 1),
		} {
			if err := os.WriteFile(filepath.Join(dir, name+"-"+kind), s, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}
