package table

import (
	"slices"
	"testing"

	"gongbao/formats"
)

func TestHeaders(t *testing.T) {
	if Headers("nobody") != nil {
		t.Error("headers of a table that does not exist")
	}
	for _, c := range []struct{ key, header, column string }{
		{"priorities", " 责任（配合）\n单位 ", "support-units"},
		{"priorities", "时间节点", "deadline"},
		{"priorities", "主責", "lead-unit"},
		{"priorities", "責任人", "responsible"},
		{"priorities", "驗收口徑", "target"},
		{"attendees", "NAME", "name"},
		{"attendees", "職務", "post"},
		{"sign-in", "手机", "phone"},
		{"meeting", "内容", "content"},
	} {
		columns := append(All(&formats.Bulletin{}, "en"), SignIn(&formats.Bulletin{}, "en"))
		columns = slices.DeleteFunc(columns, func(t Table) bool { return t.Key != c.key })
		i := slices.IndexFunc(Headers(c.key), func(names []string) bool { return slices.Contains(names, HeaderName(c.header)) })
		if i < 0 || columns[0].Columns[i].Key != c.column {
			t.Errorf("%s: header %q is column %d, want %s", c.key, c.header, i, c.column)
		}
	}
}

// TestHeadersAreUnique holds that no header names two columns of a table, and
// that every synonym belongs to a column.
func TestHeadersAreUnique(t *testing.T) {
	used := 0
	for _, table := range append(All(&formats.Bulletin{}, "en"), SignIn(&formats.Bulletin{}, "en")) {
		seen := map[string]string{}
		for i, names := range Headers(table.Key) {
			column := table.Columns[i].Key
			for _, name := range names {
				if other, ok := seen[name]; ok && other != column {
					t.Errorf("%s: %q is both %s and %s", table.Key, name, other, column)
				}
				seen[name] = column
			}
			used += len(synonyms(table.Key, column))
		}
	}
	want := 0
	for _, s := range columnSynonyms {
		want += len(s.tables) * len(s.words)
	}
	if used != want {
		t.Errorf("%d synonyms are found, want %d", used, want)
	}
}
