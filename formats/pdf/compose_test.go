package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDay(t *testing.T) {
	for _, test := range []struct{ start, end, want string }{
		{"2024-03-08", "", "2024年3月8日"},
		{"2024-03-08", "2024-03-10", "2024年3月8日至3月10日"},
		{"2023-12-30", "2024-01-02", "2023年12月30日至2024年1月2日"},
		{"--01-05", "", "1月5日"},
		{"--01-05", "--01-07", "1月5日至1月7日"},
		{"", "", ""},
	} {
		if got := day(test.start, test.end); got != test.want {
			t.Errorf("%s to %s is %s, want %s", test.start, test.end, got, test.want)
		}
	}
}

func TestLabel(t *testing.T) {
	if got := label(" 会议\n纪要\u3000一 "); got != "会议 纪要 一" {
		t.Errorf("got %q", got)
	}
	if got := label(strings.Repeat("会", 900)); utf8.RuneCountInString(got) != 200 {
		t.Errorf("%d characters", utf8.RuneCountInString(got))
	}
}
