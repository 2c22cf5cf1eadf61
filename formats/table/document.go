package table

import "gongbao/formats"

// Documents is the table of the 《…》 that the text names.
func Documents(b *formats.Bulletin, language string) Table {
	t := newTable(language, "documents", words{"文件引用", "文件引用", "Documents"}, []column{
		ordinalColumn(),
		{"title", 60, words{"文件名称", "文件名稱", "Title"}},
		{"status", 14, words{"文本状态", "文本狀態", "Status"}},
		remarkColumn(),
		evidenceColumn(),
	})
	for _, d := range b.Documents {
		t.add(t.next(), text(d.Title), text(string(d.Status)), Cell{}, evidence(b, d.Span))
	}
	return t
}

// Figures is the table of the quantities that the text states.
func Figures(b *formats.Bulletin, language string) Table {
	t := newTable(language, "figures", words{"指标数字", "指標數字", "Figures"}, []column{
		ordinalColumn(),
		{"metric", 28, words{"指标", "指標", "Metric"}},
		{"wording", 28, words{"原文表述", "原文表述", "Wording"}},
		{"comparison", 7, words{"关系", "關係", "Relation"}},
		{"value", 14, words{"数值", "數值", "Value"}},
		{"unit", 10, words{"单位", "單位", "Unit"}},
		{"kind", 8, words{"性质", "性質", "Kind"}},
		remarkColumn(),
		evidenceColumn(),
	})
	for _, f := range b.Figures {
		t.add(t.next(), text(string(f.Metric)), text(f.Text), text(f.Comparison), number(f.Value), text(string(f.Unit)),
			text(figureWord(f.Kind).in(language)), Cell{}, evidence(b, f.Span))
	}
	return t
}
