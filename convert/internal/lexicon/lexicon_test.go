package lexicon

import (
	"strings"
	"testing"
)

func TestGeneralFindsEveryRow(t *testing.T) {
	n := 0
	for row := range strings.Lines(words) {
		word, part, _ := strings.Cut(strings.TrimSpace(row), "\t")
		if got := General(word); got != Part(part[0]) {
			t.Fatalf("General(%q) = %c, want %s", word, got, part)
		}
		n++
	}
	if n < 50_000 {
		t.Errorf("%d words", n)
	}
	for _, w := range []string{"", "一", "龘龘", "zzzz", "田秀禾"} {
		if General(w) != Unknown {
			t.Errorf("General(%q) is known", w)
		}
	}
}

func TestSurname(t *testing.T) {
	for s, want := range map[string]int{"王秀禾": 1, "欧阳秀禾": 2, "欧 阳": 1, "阳欧": 1, "瓩": 0, "": 0, "诸葛": 2, "诸": 1} {
		if got, _ := Surname(s); got != want {
			t.Errorf("Surname(%q) = %d, want %d", s, got, want)
		}
	}
	_, wang := Surname("王")
	_, wen := Surname("文")
	_, kuang := Surname("旷")
	if !(wang > wen && wen > kuang && kuang > 0) {
		t.Errorf("weights %v %v %v", wang, wen, kuang)
	}
}

func TestGivenCost(t *testing.T) {
	if !(GivenCost('明') < GivenCost('席') && GivenCost('席') < GivenCost('龘')) {
		t.Errorf("明 %d 席 %d 龘 %d", GivenCost('明'), GivenCost('席'), GivenCost('龘'))
	}
}
