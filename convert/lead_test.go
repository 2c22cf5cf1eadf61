package convert_test

import (
	"testing"

	"gongbao/formats"
)

// leads shows what introduces each priority and, where a person speaks, who.
func leads(b *formats.Bulletin) string {
	return list(b.Priorities, func(p formats.Priority) string {
		if p.Speaker != "" {
			return string(p.Lead) + " (" + string(p.Speaker) + ")"
		}
		return string(p.Lead)
	})
}

func TestLeads(t *testing.T) {
	check(t, leads, []row{
		{"县长田秀禾在讲话中强调，要抓好春耕。", "县长田秀禾在讲话中强调 (田秀禾)"},
		{"县长田秀禾出席会议。田县长强调，要抓好春耕。", "田县长强调 (田秀禾)"},
		{"会议强调，要抓好春耕。", "会议强调"},
		{"会议强调：要抓好春耕。", "会议强调"},
		{"会议还强调，要抓好春耕。", "会议还强调"},
		{"会议要求，全县上下要抓好春耕。", "会议要求"},
		{"会议要求抓好春耕。", "会议要求"},
		{"会议强调指出，要抓好春耕。", "会议强调指出"},
		{"全会提出，要抓好春耕。", "全会提出"},
		{"会议听取了春耕情况汇报。会议指出，要抓好春耕。", "会议指出"},
		{"县长田秀禾出席会议。田秀禾强调，要抓好春耕。", "田秀禾强调 (田秀禾)"},
		{"县长田秀禾出席会议。田秀禾同志指出，要抓好春耕。", "田秀禾同志指出 (田秀禾)"},
		{"县委常委会要求，各级党组织要抓好春耕。", "县委常委会要求"},
		{"与会人员一致认为，要抓好春耕。", "与会人员一致认为"},
		{"县长田秀禾主持会议，强调要抓好春耕。", "强调"},
	})
}

// TestNotLeads has the verbs of leads in other uses.
func TestNotLeads(t *testing.T) {
	check(t, leads, []row{
		{"会议讨论了省委提出的要求。", ""},
		{"会议听取了整改要求落实情况汇报。", ""},
		{"会议认为，一年来，全县工作取得了明显成效。", ""},
		{"会议指出，过去五年，全县经济实力迈上新台阶。", ""},
		{"县长田秀禾就春耕工作作了讲话。", ""},
		{"会议听取了春耕情况汇报。", ""},
		{"会议还研究了其他事项。", ""},
	})
}
