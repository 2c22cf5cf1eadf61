package table

import (
	"strconv"
	"strings"

	"gongbao/formats"
)

// Priorities is the table of tasks, as the package comment describes. Rows
// are numbered as a tree (1, 1.1, 1.1.1); the category of a row is the theme
// of the outermost priority around it.
func Priorities(b *formats.Bulletin, language string) Table {
	t := newTable(language, "priorities", words{"重点任务", "重點任務", "Priorities"}, priorityColumns())
	w := tasks{b: b, language: language, table: &t, meeting: MeetingName(b), children: children(b.Priorities)}
	w.level(w.children[root], "", "")
	return t
}

func priorityColumns() []column {
	return []column{
		ordinalColumn(),
		{"category", 10, words{"类别", "類別", "Category"}},
		{"task", 18, words{"重点任务", "重點任務", "Task"}},
		{"measures", 28, words{"工作举措", "工作舉措", "Measures"}},
		{"target", 14, words{"目标/完成标准", "目標/完成標準", "Target"}},
		{"lead-unit", 10, words{"牵头单位", "牽頭單位", "Lead unit"}},
		{"support-units", 10, words{"责任(配合)单位", "責任(配合)單位", "Supporting units"}},
		{"responsible", 8, words{"责任人", "責任人", "Responsible"}},
		{"deadline", 13, words{"完成时限", "完成時限", "Deadline"}},
		{"progress", 10, words{"进展情况", "進展情況", "Progress"}},
		{"status", 8, words{"状态", "狀態", "Status"}},
		remarkColumn(),
		{"source", 12, words{"来源会议", "來源會議", "Meeting"}},
		evidenceColumn(),
		confidenceColumn(),
	}
}

// Statuses are the values that the column "status" of the table of
// priorities may take, in language.
func Statuses(language string) []string {
	return []string{
		words{"未开始", "未開始", "not started"}.in(language),
		words{"推进中", "推進中", "in progress"}.in(language),
		same("已完成", "done").in(language),
		same("逾期", "overdue").in(language),
	}
}

// root is the place in children of the priorities without a parent.
const root = -1

// maxDepth is how many levels the tree of rows has at most, as many as a
// spreadsheet can outline; what is deeper stands on the last.
const maxDepth = 7

// children lists the indexes of the priorities under each priority. Only an
// earlier priority can be a parent, so that no circle can arise.
func children(ps []formats.Priority) map[int][]int {
	under := map[int][]int{}
	index := map[string]int{}
	parents, depths := make([]int, len(ps)), make([]int, len(ps))
	for i, p := range ps {
		parent, ok := index[string(p.Parent)]
		if !ok || p.Parent == "" {
			parent = root
		}
		if parent != root {
			if depths[parent] == maxDepth {
				parent = parents[parent]
			}
			depths[i] = depths[parent] + 1
		}
		parents[i] = parent
		under[parent] = append(under[parent], i)
		if _, ok := index[p.ID]; !ok {
			index[p.ID] = i
		}
	}
	return under
}

// tasks writes the tree of priorities into a table.
type tasks struct {
	b        *formats.Bulletin
	language string
	table    *Table
	meeting  string
	children map[int][]int
}

// level writes siblings and what is under them. prefix is the number of the
// row above with its dot, category the theme of the outermost one.
func (w *tasks) level(siblings []int, prefix, category string) {
	n := 0
	for _, i := range siblings {
		p := w.b.Priorities[i]
		for _, r := range taskRows(p) {
			n++
			w.row(Origin{i, r.measure}, r, prefix, n, category)
		}
		below := category
		if prefix == "" && p.Theme != nil {
			below = p.Theme.Text
		}
		w.level(w.children[i], prefix+strconv.Itoa(n)+".", below)
	}
}

// task is what one row shows of a priority.
type task struct {
	measure                    int // which is the headline; -1 if none is
	headline, measures, target string
	at                         formats.Span
}

// taskRows are the rows of one priority, at least one.
func taskRows(p formats.Priority) []task {
	target := quote(p.Target).Text
	if p.Theme != nil {
		return []task{{-1, p.Theme.Text, numbered(p.Measures), target, p.Theme.Span}}
	}
	rows := make([]task, len(p.Measures))
	for i, m := range p.Measures {
		rows[i] = task{i, m.Text, "", target, m.Span}
	}
	switch {
	case len(rows) > 0:
		return rows
	case p.Target != nil:
		return []task{{-1, target, "", "", p.Target.Span}}
	}
	return []task{{measure: -1, headline: string(p.Lead)}}
}

// numbered writes measures one to a line, with numbers if there are several.
func numbered(measures []formats.Quote) string {
	lines := wordings(measures)
	if len(lines) > 1 {
		for i := range lines {
			lines[i] = strconv.Itoa(i+1) + ". " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

func (w *tasks) row(o Origin, r task, prefix string, n int, category string) {
	p := w.b.Priorities[o.Index]
	no := integer(n)
	if prefix != "" {
		no = text(prefix + strconv.Itoa(n))
	}
	w.table.addFrom(o,
		no, text(category), text(r.headline), text(r.measures), text(r.target),
		quote(p.LeadUnit), quotes(p.SupportUnits), quotes(p.Responsible), deadline(p.Deadline, w.language),
		Cell{}, Cell{}, text(w.remark(p)),
		text(w.meeting), evidence(w.b, r.at), confidence(p.Confidence),
	)
}

// remark says who or what raised the task, and how the text words a deadline
// that the table shows as a day.
func (w *tasks) remark(p formats.Priority) string {
	var parts []string
	if p.Lead != "" {
		parts = append(parts, string(p.Lead))
	}
	if d := p.Deadline; d != nil && d.Text != "" && d.Text != deadline(d, w.language).Text {
		parts = append(parts, words{"时限原文：", "時限原文：", "deadline in the text: "}.in(w.language)+d.Text)
	}
	return strings.Join(parts, words{"；", "；", "; "}.in(w.language))
}

// MeetingName is the name of the meeting that the bulletin reports, or of all
// of them; its title if it names none.
func MeetingName(b *formats.Bulletin) string {
	names := make([]string, len(b.Meetings))
	for i, m := range b.Meetings {
		names[i] = m.Name.Text
	}
	if len(names) == 0 && b.Title != nil {
		return b.Title.Text
	}
	return strings.Join(names, "；")
}
