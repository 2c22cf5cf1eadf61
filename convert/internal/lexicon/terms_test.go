package lexicon

import "testing"

func TestParseClass(t *testing.T) {
	for i, name := range classNames {
		if c, err := ParseClass(name); err != nil || c != 1<<i {
			t.Errorf("ParseClass(%q) = %v, %v", name, c, err)
		}
	}
	if _, err := ParseClass("role:slept"); err == nil || err.Error() == "" {
		t.Error("a class that does not exist passes")
	}
}

// TestTerms finds the longest term of the classes wanted, at the start and at
// the end, whatever the script and width of the rows.
func TestTerms(t *testing.T) {
	terms := NewTerms([]Row{{"書記", Post, ""}, {"副书记", Post, ""}, {"书记处（扩大）会议", Meeting, ""}, {"委员", Post, ""}, {"委员", Head, ""}})
	for _, c := range []struct {
		s     string
		want  Class
		at    string // found at the start
		class Class
		end   string // found at the end
	}{
		{"书记", Post, "书记", Post, "书记"},
		{"书记处(扩大)会议", Post, "书记", Post, ""},
		{"书记处(扩大)会议", Post | Meeting, "书记处(扩大)会议", Meeting, "书记处(扩大)会议"},
		{"县委副书记", Post, "", 0, "副书记"},
		{"委员", Post | Head, "委员", Post | Head, "委员"},
		{"委员", Meeting, "", 0, ""},
		{"", Post, "", 0, ""},
		{"书", Post, "", 0, ""},
	} {
		n, class := terms.At(c.s, c.want)
		if c.s[:n] != c.at || class != c.class {
			t.Errorf("At(%q) = %q, class %b", c.s, c.s[:n], class)
		}
		if n, _ := terms.Before(c.s, c.want); c.s[len(c.s)-n:] != c.end {
			t.Errorf("Before(%q) = %q", c.s, c.s[len(c.s)-n:])
		}
	}
}

// TestRows holds the built-in rows to what the rest relies on.
func TestRows(t *testing.T) {
	rows := Rows()
	if len(rows) < 500 {
		t.Errorf("%d rows", len(rows))
	}
	for _, row := range rows {
		if row.Word == "" || row.Proof == "" {
			t.Errorf("row %q with proof %q", row.Word, row.Proof)
		}
		if n, class := Default().At(row.Word, row.Class); n != len(row.Word) || class != row.Class {
			t.Errorf("%s is not found", row.Word)
		}
	}
}
