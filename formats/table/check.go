package table

import (
	"slices"

	"gongbao/formats"
)

// Checks is the list of what a person has to look at: every note of level
// check or warning, and every total that does not add up, with its sentence.
// A note on the whole document has none.
func Checks(b *formats.Bulletin, language string) Table {
	t := newTable(language, "checks", same("待核", "To check"), []column{
		ordinalColumn(),
		{"level", 8, words{"级别", "級別", "Level"}},
		{"message", 50, words{"待核事项", "待核事項", "What to check"}},
		{"code", 20, words{"代码", "代碼", "Code"}},
		{"result", 20, words{"核对结果", "核對結果", "Result"}},
		evidenceColumn(),
	})
	for _, n := range append(slices.Clone(b.Notes), Totals(b)...) {
		if n.Level == formats.Check || n.Level == formats.Warning {
			t.addFrom(Origin{-1, -1}, t.next(), text(levelWord(n.Level).in(language)), text(n.Message), text(n.Code), Cell{}, evidence(b, n.Span))
		}
	}
	return t
}

// Original is the text itself, one row a paragraph.
func Original(b *formats.Bulletin, language string) Table {
	t := newTable(language, "original", same("原文", "Original"), []column{
		{"no", 6, words{"段号", "段號", "No."}},
		{"kind", 8, words{"类型", "類型", "Kind"}},
		{"text", 110, same("原文", "Text")},
	})
	for _, p := range b.Text.Paragraphs {
		t.add(t.next(), text(paragraphWord(p.Kind).in(language)), text(p.Text))
	}
	return t
}
