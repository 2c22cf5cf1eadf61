package text

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// encoders make the bytes of each encoding, by the name that detection gives.
func encoders() map[string]transform.Transformer {
	return map[string]transform.Transformer{
		"utf-8":    transform.Nop,
		"gb18030":  simplifiedchinese.GB18030.NewEncoder(),
		"big5":     traditionalchinese.Big5.NewEncoder(),
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(),
		"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder(),
	}
}

func encode(t testing.TB, encoding, s string) []byte {
	t.Helper()
	out, _, err := transform.Bytes(encoders()[encoding], []byte(s))
	if err != nil {
		t.Fatalf("%q in %s: %v", s, encoding, err)
	}
	return out
}

// encodedSamples is the two sample sentences in every encoding that has them.
func encodedSamples(t testing.TB) map[string][]byte {
	all := map[string][]byte{}
	for name := range encoders() {
		if name != "big5" {
			all[name+"-hans"] = encode(t, name, hans)
		}
		all[name+"-hant"] = encode(t, name, hant)
	}
	return all
}

// TestDetect reads every window of twelve characters of some sentences, in
// every encoding, with and without damage.
func TestDetect(t *testing.T) {
	simplified := "青溪市第三届委员会第二次全体会议公报\n3月2日，市委书记秦望舒主持会议并讲话。会议指出，“两个提升”要落到实处，确保全年增长6%左右；开展“回头看”。\n"
	traditional := "青溪區第三屆委員會第二次全體會議公報\n主席：秦委員望舒　紀錄：葉知秋\n會議強調，深入推進「創新提質」，力爭全年增長6%左右；請各單位於3月底前完成。\n"
	for name := range encoders() {
		checkWindows(t, name, traditional)
		if name != "big5" {
			checkWindows(t, name, simplified)
		}
	}
}

func checkWindows(t *testing.T, encoding, s string) {
	runes := []rune(s)
	for i := range len(runes) - 12 {
		window := string(runes[i : i+12])
		got, err := Read(encode(t, encoding, window), "a.txt")
		if err != nil || got.Encoding != encoding || got.Source != window {
			t.Errorf("%q in %s: read as %s %q, %v", window, encoding, got.Encoding, got.Source, err)
		}
	}
}

func TestDetectDamagedUTF8(t *testing.T) {
	for _, s := range []string{hans, hant} {
		for i := range len(s) - 1 {
			src := s[:i] + "\xFE" + s[i+1:]
			if got, _ := detect([]byte(src)); got.name != "utf-8" {
				t.Errorf("%q: read as %s", src, got.name)
			}
		}
	}
}

func TestDetectByteOrderMark(t *testing.T) {
	for name, bom := range map[string]string{"utf-8": "\xEF\xBB\xBF", "utf-16le": "\xFF\xFE", "utf-16be": "\xFE\xFF", "gb18030": "\x84\x31\x95\x33"} {
		got, err := Read(append([]byte(bom), encode(t, name, hans)...), "a.txt")
		if err != nil || got.Encoding != name || got.Source != hans {
			t.Errorf("%s: read as %s %q, %v", name, got.Encoding, got.Source, err)
		}
	}
}

func TestDetectASCII(t *testing.T) {
	english := "Minutes of the third meeting of the board, 12 May 2024: the report was adopted (7 votes for, none against).\n"
	for size := 1; size < 40; size++ {
		for i := range len(english) - size {
			if got, _ := detect([]byte(english[i : i+size])); got.name != "utf-8" {
				t.Errorf("%q: read as %s", english[i:i+size], got.name)
			}
		}
	}
}

func TestDetectAfterLongASCII(t *testing.T) {
	for _, n := range []int{sampleSize, sampleSize + 1} {
		src := append([]byte(strings.Repeat("-", n)), encode(t, "big5", hant)...)
		if got, _ := detect(src); got.name != "big5" {
			t.Errorf("after %d bytes of ASCII: read as %s", n, got.name)
		}
	}
}

func TestCanonical(t *testing.T) {
	for name, want := range map[string]string{"UTF8": "utf-8", "GB2312": "gb18030", "Big5_HKSCS": "big5", "cp950": "big5", "utf-16": "utf-16le"} {
		if got, ok := Canonical(name); got != want || !ok {
			t.Errorf("Canonical(%q) = %q, %v", name, got, ok)
		}
	}
	for _, name := range Encodings() {
		if got, ok := Canonical(name); got != name || !ok {
			t.Errorf("Canonical(%q) = %q, %v", name, got, ok)
		}
	}
	if _, ok := Canonical("latin1"); ok {
		t.Error("latin1 is known")
	}
}

func TestDecodeGB18030(t *testing.T) {
	for src, want := range map[string]string{
		"\x80":                     "€",
		"\xA6\xD9\xA8\xBC\xFE\x59": "\uFE10\u1E3F\u9FB4", // the forms of GB18030-2022
		"\xAA\xA1\xAF\xFE":         "\uE000\uE233",       // the user-defined rows
		"\xF8\xA1\xFE\xFE":         "\uE234\uE4C5",
		"\xA1\x40\xA7\xA0":         "\uE4C6\uE765",
		"\xA3\xA0":                 "\u3000",
		"\x81\x35\xF4\x37":         "\uE7C7",
		"\x82\x35\x8F\x33":         "\u9FA6",
		"\x95\x32\x82\x36":         "\U00020000",
		"\xD6\xD0\xFF\xB9\xFA":     "中\uFFFD国",
		"\xD6\n\xB9\xFA":           "\uFFFD\n国",
		"\x81\x30\xD6\xD0":         "\uFFFD0中",
		"\xFE\x39\xFE\x39a":        "\uFFFDa",
		"\xD6":                     "\uFFFD",
		"\x81\x30\x81":             "\uFFFD0\uFFFD",
	} {
		if got := decodeGB18030([]byte(src)); got != want {
			t.Errorf("% X: %+q, want %+q", src, got, want)
		}
	}
}

func TestDecodeUTF16(t *testing.T) {
	for src, want := range map[string]string{
		"\x40\xD8\x00\xDC": "\U00020000",
		"\x40\xD8a\x00":    "\uFFFDa",
		"\x00\xDCa\x00":    "\uFFFDa",
		"a\x00\x40\xD8":    "a\uFFFD",
		"a\x00b":           "a\uFFFD",
	} {
		if got := decodeUTF16LE([]byte(src)); got != want {
			t.Errorf("% X: %+q, want %+q", src, got, want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for name := range encoders() {
		src := encode(b, name, strings.Repeat(hant, 20000))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if _, err := Read(src, "a.txt"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func ExampleRead() {
	t, err := Read([]byte("\xB9\xAB\xB1\xA8\n\n\xBB\xE1\xD2\xE9\xD6\xB8\xB3\xF6\xA3\xBA"), "a.txt")
	fmt.Println(t.Encoding, len(t.Paragraphs), t.Paragraphs[1].Text, err)
	// Output: gb18030 2 会议指出： <nil>
}
