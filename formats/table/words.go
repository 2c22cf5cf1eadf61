package table

import (
	"strings"

	"gongbao/formats"
)

// words is one label in the three languages of tables.
type words struct{ hans, hant, en string }

func (w words) in(language string) string {
	switch {
	case language == "en" || strings.HasPrefix(language, "en-"):
		return w.en
	case formats.Traditional(language) || strings.HasPrefix(language, "zh-Hant-"):
		return w.hant
	}
	return w.hans
}

// same is a label that both scripts write alike.
func same(han, en string) words { return words{han, han, en} }

// evidenceColumn is the sentence a row rests on.
func evidenceColumn() column {
	return column{"evidence", 30, words{"原文依据", "原文依據", "Evidence"}}
}

func confidenceColumn() column { return column{"confidence", 7, same("置信度", "Confidence")} }

func ordinalColumn() column { return column{"no", 5, words{"序号", "序號", "No."}} }

func remarkColumn() column { return column{"remark", 12, words{"备注", "備註", "Remarks"}} }

// RoleName is what tables call a role in language.
func RoleName(r formats.Role, language string) string { return roleWord(r).in(language) }

func roleWord(r formats.Role) words {
	switch r {
	case formats.Presided:
		return same("主持", "presided")
	case formats.Reported:
		return words{"汇报", "匯報", "reported"}
	case formats.Spoke:
		return words{"讲话", "講話", "spoke"}
	case formats.Deployed:
		return same("部署", "deployed")
	case formats.Guided:
		return words{"指导", "指導", "guided"}
	case formats.Attended:
		return same("出席", "attended")
	case formats.Nonvoting:
		return same("列席", "nonvoting")
	case formats.Absent:
		return same("缺席", "absent")
	case formats.Recorded:
		return words{"记录", "記錄", "recorded"}
	case formats.Directed:
		return same("批示", "sent instructions")
	}
	return same(string(r), string(r))
}

func outcomeWord(o formats.Outcome) words {
	switch o {
	case formats.Adopted:
		return words{"通过", "通過", "adopted"}
	case formats.AdoptedInPrinciple:
		return words{"原则通过", "原則通過", "adopted in principle"}
	case formats.Approved:
		return same("批准", "approved")
	case formats.Noted:
		return words{"听取", "聽取", "noted"}
	case formats.Deferred:
		return words{"暂缓", "暫緩", "deferred"}
	case formats.Rejected:
		return words{"否决", "否決", "rejected"}
	}
	return same(string(o), string(o))
}

func actWord(a formats.Act) words {
	switch a {
	case formats.Appointed:
		return same("任命", "appointed")
	case formats.Elected:
		return words{"选举", "選舉", "elected"}
	case formats.Removed:
		return words{"免职", "免職", "removed"}
	case formats.Resigned:
		return words{"辞职", "辭職", "resigned"}
	case formats.CoOpted:
		return words{"增补", "增補", "co-opted"}
	}
	return same(string(a), string(a))
}

func levelWord(l formats.Level) words {
	switch l {
	case formats.Info:
		return words{"说明", "說明", "info"}
	case formats.Check:
		return same("待核", "check")
	case formats.Warning:
		return same("警示", "warning")
	}
	return same(string(l), string(l))
}

func figureWord(k formats.FigureKind) words {
	switch k {
	case formats.TargetFigure:
		return words{"目标", "目標", "target"}
	case formats.ResultFigure:
		return words{"结果", "結果", "result"}
	}
	return same(string(k), string(k))
}

func paragraphWord(k formats.ParagraphKind) words {
	switch k {
	case formats.TitleParagraph:
		return words{"标题", "標題", "title"}
	case formats.MetaParagraph:
		return words{"信息", "資訊", "meta"}
	case formats.HeadingParagraph:
		return words{"小标题", "小標題", "heading"}
	case formats.BodyParagraph:
		return same("正文", "body")
	case formats.ListParagraph:
		return same("列表", "list")
	case formats.TableParagraph:
		return same("表格", "table")
	case formats.SignatureParagraph:
		return same("落款", "signature")
	}
	return same(string(k), string(k))
}

func basisWord(basis formats.Optional) words {
	switch basis {
	case formats.BasisStated:
		return words{"原文载明", "原文載明", "stated"}
	case formats.BasisPublished:
		return words{"据发布日期推定", "據發布日期推定", "from the day of publication"}
	case formats.BasisWeekday:
		return words{"据星期推定", "據星期推定", "from the weekday"}
	case formats.BasisWorkYear:
		return words{"据工作年度推定", "據工作年度推定", "from the year of work"}
	case formats.BasisAnniversary:
		return words{"据周年推定", "據周年推定", "from an anniversary"}
	case formats.BasisContext:
		return words{"据上下文推定", "據上下文推定", "from the context"}
	}
	return same(string(basis), string(basis))
}
