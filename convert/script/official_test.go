package script

import (
	"os"
	"strings"
	"testing"
)

// readTable reads a file of tab-separated rows of at least n columns.
func readTable(t testing.TB, path string, n int) [][]string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) < n {
			t.Fatalf("%s: %q has %d columns, want %d", path, line, len(row), n)
		}
		rows = append(rows, row)
	}
	return rows
}

func converter(t testing.TB, profile string) *Converter {
	c, err := New(profile)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestOfficial holds every row of our own test set: the right form for each
// profile, back to Simplified, and nothing changed by a second conversion.
func TestOfficial(t *testing.T) {
	tw, hk, cn := converter(t, "tw"), converter(t, "hk"), converter(t, "cn")
	rows := readTable(t, "testdata/official.tsv", 7)
	if len(rows) < 700 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		context, wrong := row[1], row[2]
		for _, c := range []struct {
			*Converter
			from, want string
		}{
			{tw, context, row[3]}, {hk, context, row[4]}, {cn, context, row[5]},
			{tw, row[3], row[3]}, {hk, row[4], row[4]}, {cn, row[3], row[5]}, {cn, row[4], row[5]},
		} {
			got := c.String(c.from)
			if got != c.want {
				t.Errorf("%s of %s is %s, want %s (%s)", c.Profile(), c.from, got, c.want, row[6])
			}
			if c.Converter == tw && got == wrong {
				t.Errorf("%s of %s is the wrong form", c.Profile(), c.from)
			}
		}
	}
}

// TestRepair holds that half-converted Traditional text is repaired, that
// what is right stays, and that a second conversion changes nothing.
func TestRepair(t *testing.T) {
	cases := []struct{ from, tw, hk string }{
		{"區委干部群眾前后兩次開會", "區委幹部群眾前後兩次開會", "區委幹部群眾前後兩次開會"},
		{"示范引領，關于制造業的復雜問題", "示範引領，關於製造業的複雜問題", "示範引領，關於製造業的複雜問題"},
		{"巡回督導，委托并囑托，筑牢防線", "巡迴督導，委託並囑託，築牢防線", "巡迴督導，委託並囑託，築牢防線"},
		{"鉆研標志性成果，先立后破", "鑽研標誌性成果，先立後破", "鑽研標誌性成果，先立後破"},
		{"皇后與太后，公里與里長，茶几，干涉內政，系統的關係", "皇后與太后，公里與里長，茶几，干涉內政，系統的關係", "皇后與太后，公里與里長，茶几，干涉內政，系統的關係"},
		{"新征程上志存高遠，體系機制制度", "新征程上志存高遠，體系機制制度", "新征程上志存高遠，體系機制制度"},
		{"答復與答覆，計劃與計畫，公布與公佈，臺灣與台灣", "答復與答覆，計劃與計畫，公布與公佈，臺灣與台灣", "答復與答覆，計劃與計畫，公布與公佈，台灣與台灣"},
	}
	tw, hk := converter(t, "tw"), converter(t, "hk")
	for _, c := range cases {
		if got := tw.String(c.from); got != c.tw || tw.String(got) != got {
			t.Errorf("tw of %s is %s, then %s, want %s", c.from, got, tw.String(got), c.tw)
		}
		if got := hk.String(c.from); got != c.hk || hk.String(got) != got {
			t.Errorf("hk of %s is %s, then %s, want %s", c.from, got, hk.String(got), c.hk)
		}
	}
}

func TestPunctuation(t *testing.T) {
	cases := []struct{ profile, from, want string }{
		{"tw", "会议强调“要把‘两个’关系处理好”。", "會議強調「要把『兩個』關係處理好」。"},
		{"cn", "會議強調「要把『兩個』關係處理好」。", "会议强调“要把‘两个’关系处理好”。"},
		{"tw", "会议指出,要抓好:一是学习;二是调研!好吗?", "會議指出，要抓好：一是學習；二是調研！好嗎？"},
		{"cn", "会议(扩大)召开,2,000人参加,10:30开始", "会议（扩大）召开，2,000人参加，10:30开始"},
		{"hk", "1.(A)(b,c) don’t", "1.(A)(b,c) don’t"},
		{"tw", "未闭“引号\n下一行“引号”", "未閉「引號\n下一行「引號」"},
	}
	for _, c := range cases {
		if got := converter(t, c.profile).String(c.from); got != c.want {
			t.Errorf("%s of %q is %q, want %q", c.profile, c.from, got, c.want)
		}
		kept, _ := Options{KeepPunctuation: true}.New(c.profile)
		if got := kept.String(c.from); strings.ContainsAny(got, "「」，（") != strings.ContainsAny(c.from, "「」，（") {
			t.Errorf("%s of %q does not keep the marks: %q", c.profile, c.from, got)
		}
	}
}

func TestVocabulary(t *testing.T) {
	c, err := Options{Vocabulary: true}.New("tw")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.String("软件和网络，《软件条例》"), "軟體和網路，《軟件條例》"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := converter(t, "tw").String("软件和网络"), "軟件和網絡"; got != want {
		t.Errorf("without vocabulary got %s, want %s", got, want)
	}
}
