package table

import (
	"slices"
	"strings"
	"unicode"

	"gongbao/formats"
)

// Headers lists, for each column of the table with a key, every name that a
// header may give it: its labels in all languages and the words that offices
// use for it, as HeaderName writes them. It is nil if there is no such table.
func Headers(key string) [][]string {
	t, ok := Of(&formats.Bulletin{}, key, "zh-Hans")
	if !ok {
		return nil
	}
	names := make([][]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = synonyms(key, c.Key)
	}
	for _, language := range []string{"zh-Hans", "zh-Hant", "en"} {
		t, _ := Of(&formats.Bulletin{}, key, language)
		for i, c := range t.Columns {
			names[i] = append(names[i], HeaderName(c.Label))
		}
	}
	return names
}

// HeaderName is a header without what does not tell headers apart: space,
// line feeds, the width of brackets and strokes, the case of letters.
func HeaderName(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '（':
			return '('
		case '）':
			return ')'
		case '／':
			return '/'
		}
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// synonyms are further words for a column, in both scripts.
func synonyms(key, column string) []string {
	for _, s := range columnSynonyms {
		if slices.Contains(s.tables, key) && s.column == column {
			return slices.Clone(s.words)
		}
	}
	return nil
}

var columnSynonyms = [...]struct {
	tables []string
	column string
	words  []string
}{
	{[]string{"priorities"}, "task", []string{"任务", "任務", "工作任务", "工作任務", "任务内容", "任務內容", "重点工作", "重點工作"}},
	{[]string{"priorities"}, "measures", []string{"工作措施", "具体举措", "具體舉措", "具体措施", "具體措施", "主要举措", "主要舉措"}},
	{[]string{"priorities"}, "target", []string{"目标", "目標", "完成标准", "完成標準", "验收口径", "驗收口徑", "目标要求", "目標要求"}},
	{[]string{"priorities"}, "lead-unit", []string{"责任单位", "責任單位", "主责", "主責", "主责单位", "主責單位", "主办单位", "主辦單位"}},
	{[]string{"priorities"}, "support-units", []string{"配合单位", "配合單位", "协办单位", "協辦單位", "责任配合单位", "責任配合單位"}},
	{[]string{"priorities"}, "responsible", []string{"负责人", "負責人"}},
	{[]string{"priorities"}, "deadline", []string{"截止日期", "时间节点", "時間節點", "完成时间", "完成時間"}},
	{[]string{"priorities"}, "progress", []string{"工作进展", "工作進展", "进展", "進展"}},
	{[]string{"priorities"}, "status", []string{"完成情况", "完成情況"}},
	{[]string{"attendees", "sign-in"}, "name", []string{"参会人员", "參會人員", "人员", "人員"}},
	{[]string{"attendees", "sign-in"}, "organization", []string{"工作单位", "工作單位", "所在单位", "所在單位"}},
	{[]string{"attendees", "sign-in"}, "post", []string{"职务职称", "職務職稱", "职位", "職位", "職稱"}},
	{[]string{"attendees", "sign-in"}, "role", []string{"角色"}},
	{[]string{"sign-in"}, "phone", []string{"电话", "電話", "手机", "手機", "联络电话"}},
	{[]string{"sign-in"}, "signature", []string{"签名", "簽名"}},
}
