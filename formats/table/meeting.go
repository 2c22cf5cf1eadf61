package table

import (
	"strconv"

	"gongbao/formats"
)

// Meeting is the card of the document and its meetings: item, content,
// evidence.
func Meeting(b *formats.Bulletin, language string) Table {
	t := newTable(language, "meeting", words{"会议信息", "會議資訊", "Meeting"}, []column{
		{"item", 18, words{"项目", "項目", "Item"}},
		{"content", 60, words{"内容", "內容", "Content"}},
		evidenceColumn(),
	})
	c := card{b, language, &t, -1}
	c.quote(titleItem, words{"标题", "標題", "Title"}, b.Title)
	c.quote(issuerItem, words{"来源", "來源", "Issuer"}, b.Issuer)
	c.date()
	meetings := b.Meetings
	if len(meetings) == 0 {
		meetings = make([]formats.Meeting, 1) // blank lines for the clerk to fill
	}
	for i, m := range meetings {
		suffix := ""
		if len(meetings) > 1 {
			suffix = words{"（", "（", " ("}.in(language) + strconv.Itoa(i+1) + words{"）", "）", ")"}.in(language)
		}
		c.index = i
		c.meeting(m, suffix)
	}
	for i := range b.Slogans {
		c.index = i
		c.quote(sloganItem, words{"口号", "口號", "Slogan"}, &b.Slogans[i])
	}
	c.index = -1
	c.line(sourceItem, words{"原文件名", "原檔名", "Source file"}, text(b.Text.Name), Cell{})
	c.line(sourceItem, words{"文件编码", "檔案編碼", "Encoding"}, text(b.Text.Encoding), Cell{})
	c.line(sourceItem, words{"文件摘要值", "檔案摘要值", "Digest"}, text(b.Text.Digest), Cell{})
	return t
}

// The items of the card, as the Part of an Origin counts them.
const (
	titleItem = iota
	issuerItem
	dateItem
	basisItem
	nameItem
	kindItem
	organizerItem
	termItem
	sessionItem
	placeItem
	formItem
	chairItem
	sloganItem
	sourceItem
)

// card fills a table of items; index is the meeting or slogan that is told.
type card struct {
	b        *formats.Bulletin
	language string
	t        *Table
	index    int
}

func (c card) line(item int, label words, content, proof Cell) {
	c.t.addFrom(Origin{c.index, item}, text(label.in(c.language)), content, proof)
}

func (c card) quote(item int, label words, q *formats.Quote) {
	if q == nil {
		c.line(item, label, Cell{}, Cell{})
		return
	}
	c.line(item, label, text(q.Text), evidence(c.b, q.Span))
}

func (c card) date() {
	label := words{"会议日期", "會議日期", "Date"}
	basis := words{"日期依据", "日期依據", "Basis of the date"}
	d := c.b.Date
	if d == nil {
		c.line(dateItem, label, Cell{}, Cell{})
		c.line(basisItem, basis, Cell{}, Cell{})
		return
	}
	c.line(dateItem, label, Date(d, c.language), evidence(c.b, d.At))
	c.line(basisItem, basis, text(basisWord(d.Basis).in(c.language)), Cell{})
}

func (c card) meeting(m formats.Meeting, suffix string) {
	label := func(hans, hant, en string) words {
		return words{hans + suffix, hant + suffix, en + suffix}
	}
	c.quote(nameItem, label("会议名称", "會議名稱", "Meeting"), &m.Name)
	c.line(kindItem, label("会议类型", "會議類型", "Kind"), text(meetingWord(string(m.Kind)).in(c.language)), Cell{})
	c.line(organizerItem, label("召集单位", "召集單位", "Organizer"), text(string(m.Organizer)), Cell{})
	c.line(termItem, label("届", "屆", "Term"), count(m.Term), Cell{})
	c.line(sessionItem, label("次", "次", "Session"), count(m.Session), Cell{})
	c.quote(placeItem, label("地点", "地點", "Place"), m.Place)
	c.quote(formItem, label("形式", "形式", "Form"), m.Form)
	c.line(chairItem, label("主持", "主持", "Presided by"), list(m.PresidedBy), Cell{})
}

// meetingWord names a kind of meeting; a kind without a name keeps its code.
func meetingWord(kind string) words {
	for _, k := range meetingKinds {
		if k.kind == kind {
			return k.words
		}
	}
	return same(kind, kind)
}

var meetingKinds = [...]struct {
	kind string
	words
}{
	{"board", words{"董事会（理事会）会议", "董事會（理事會）會議", "board meeting"}},
	{"ceremony", words{"仪式", "儀式", "ceremony"}},
	{"congress", words{"代表大会", "代表大會", "congress"}},
	{"executive-meeting", words{"常务会议", "常務會議", "executive meeting"}},
	{"inspection-symposium", words{"调研座谈", "調研座談", "symposium on an inspection"}},
	{"lecture", words{"讲座（党课）", "講座（黨課）", "lecture"}},
	{"legislative-committee", words{"立法机构委员会会议", "立法機構委員會會議", "legislative committee"}},
	{"plenum", words{"全体会议", "全體會議", "plenum"}},
	{"politburo", words{"政治局会议", "政治局會議", "politburo meeting"}},
	{"presidium-meeting", words{"主席团会议", "主席團會議", "presidium meeting"}},
	{"standing-committee", words{"常委会会议", "常委會會議", "standing committee"}},
	{"study-session", words{"学习会", "學習會", "study session"}},
	{"symposium", words{"座谈会", "座談會", "symposium"}},
	{"teleconference", words{"电视电话会议", "電視電話會議", "teleconference"}},
	{"training", words{"培训会", "培訓會", "training"}},
	{"work-conference", words{"工作会议", "工作會議", "work conference"}},
}
