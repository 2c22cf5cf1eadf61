//go:build outside

package text

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// againstIconv decodes the codes that iconv makes of the characters from
// first to last. Codes beginning below lead are left out.
func againstIconv(t *testing.T, encoding string, first, last rune, lead byte, decode func([]byte) string) {
	t.Helper()
	var every strings.Builder
	for r := first; r <= last; r++ {
		if r < 0xD800 || r >= 0xE000 {
			every.WriteRune(r)
			every.WriteByte('\n')
		}
	}
	iconv := exec.Command("iconv", "-c", "-f", "UTF-8", "-t", encoding)
	iconv.Stdin = strings.NewReader(every.String())
	codes, _ := iconv.Output() // with -c it fails although it wrote all it could
	want := strings.Split(every.String(), "\n")
	compared := 0
	for i, code := range bytes.Split(codes, []byte("\n")) {
		if len(code) < 2 || code[0] < lead {
			continue
		}
		compared++
		if got := decode(code); got != want[i] && string(code) != "\xA3\xA0" { // everybody means U+3000 by A3A0
			t.Errorf("% X: %+q, iconv has %+q", code, got, want[i])
		}
	}
	t.Log(compared, "codes compared")
	if compared < 13_000 {
		t.Error("too few codes came from iconv")
	}
}

func TestGB18030AgainstIconv(t *testing.T) {
	againstIconv(t, "GB18030", 0x80, 0x10FFFF, 0, decodeGB18030)
}

// TestBig5AgainstIconv leaves out the symbols before A4, for which several
// mappings are in use.
func TestBig5AgainstIconv(t *testing.T) {
	againstIconv(t, "BIG5-HKSCS", 0x2E80, 0x9FFF, 0xA4, decodeBig5)
}
