package convert_test

import (
	"testing"

	"gongbao/formats"
)

// titled shows title / issuer.
func titled(b *formats.Bulletin) string {
	text := func(q *formats.Quote) string {
		if q == nil {
			return ""
		}
		return q.Text
	}
	return text(b.Title) + " / " + text(b.Issuer)
}

const report = "7月3日，云岫县委召开工作会议，县长田秀禾主持会议。"

func TestFrame(t *testing.T) {
	check(t, titled, []row{
		{report, " / "},
		{"云岫县委召开工作会议\n" + report, "云岫县委召开工作会议 / "},
		{"云岫县委召开工作会议\n来源：云岫日报　发布时间：2024-07-05\n" + report, "云岫县委召开工作会议 / 云岫日报"},
		{"云岫县委召开工作会议\n信息来源:云岫县委办\n" + report, "云岫县委召开工作会议 / 云岫县委办"},
		{report + "\n来源/云岫县委办", " / 云岫县委办"},
		{"【云岫日报】云岫县委召开工作会议\n" + report, "云岫县委召开工作会议 / 云岫日报"},
		{"云岫网消息：" + report, " / 云岫网消息"},
	})
}

func TestParagraphKinds(t *testing.T) {
	check(t, paragraphs, []row{
		{"云岫县委召开工作会议\n来源：云岫日报\n" + report + "\n一、防汛工作\n（一）加强堤防巡查，落实专人值守。\n（记者 柳映雪）",
			"title 云岫县委召开工作会议; meta 来源：云岫日报; heading1 一、防汛工作; list2 （一）加强堤防巡查，落实专人值守。; signature （记者 柳映雪）"},
		{report + "\n特此公告\n云岫水务股份有限公司董事会\n2024年7月3日", "signature 特此公告; signature 云岫水务股份有限公司董事会; signature 2024年7月3日"},
		{report + "\n上一篇：云岫县召开防汛会议", "meta 上一篇：云岫县召开防汛会议"},
		{report + "\n责任编辑：柳映雪", "signature 责任编辑：柳映雪"},
	})
}

func TestLanguage(t *testing.T) {
	language := func(b *formats.Bulletin) string { return b.Language }
	check(t, language, []row{
		{"云岫县委召开工作会议。", "zh-Hans"},
		{"雲岫縣委召開工作會議。", "zh-Hant"},
		{"望溪區委召開干部會議，總結示范經驗。", "zh-Hant"},
		{"plain", "zh-Hans"},
	})
}
