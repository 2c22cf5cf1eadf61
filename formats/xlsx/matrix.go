package xlsx

import (
	"maps"
	"slices"
	"strconv"

	"gongbao/formats"
	"gongbao/formats/table"
)

// countedRoles are the roles that the matrix counts, each in a column.
var countedRoles = [...]formats.Role{
	formats.Presided, formats.Reported, formats.Spoke, formats.Deployed, formats.Guided,
	formats.Attended, formats.Nonvoting, formats.Absent, formats.Recorded, formats.Directed,
}

// fullMatrix is the number of cells up to which those of meetings that a
// person did not attend are drawn too.
const fullMatrix = 200_000

// matrix is the sheet of persons: at how many meetings they were, in which
// roles, and at which.
func (m *merger) matrix() (*sheet, error) {
	t, fixed := m.matrixTable()
	s := newSheet(t, t.Label, m.language)
	s.frozen, s.upright = 4, fixed
	for i := range s.widths[fixed:] {
		s.widths[fixed+i], s.centred[fixed+i] = 5, true
	}
	var err error
	if s.grown, err = newPacked(); err != nil {
		return nil, err
	}
	b := s.appendHead(nil, false)
	perMeeting := make([]int, len(m.labels)+1)
	people := m.people.all()
	if room := maxRows - firstRow; len(people) > room {
		m.notes = append(m.notes, rowsLeftOff(m.language, t.Label, len(people), room))
	}
	for i, n := range people {
		for number, part := range n.attended {
			if part.present() {
				perMeeting[number]++
			}
		}
		meetings := slices.Sorted(maps.Keys(n.attended))
		if len(people)*len(m.labels) <= fullMatrix {
			meetings = numbers(len(m.labels))
		}
		b = s.appendSparse(b, m.personCells(n, i+1), len(t.Columns), func(number int) table.Cell {
			return table.Cell{Text: n.attended[number].category}
		}, meetings)
		if len(b) > 48<<10 {
			if _, err := s.grown.Write(b); err != nil {
				return nil, err
			}
			b = b[:0]
		}
	}
	b = s.appendSparse(b, m.totalCells(fixed, perMeeting), len(t.Columns), func(number int) table.Cell {
		return numberCell(perMeeting[number])
	}, numbers(len(m.labels)))
	_, err = s.grown.Write(s.appendTail(b))
	return s, err
}

// matrixTable is the table of persons without its rows, and how many columns
// it has before those of the meetings. Meetings beyond what a sheet has
// columns for stand in no column, but are counted.
func (m *merger) matrixTable() (table.Table, int) {
	t := table.Table{Key: "statistics", Label: m.word("统计", "統計", "Statistics")}
	add := func(key string, width int, label string) {
		t.Columns = append(t.Columns, table.Column{Key: key, Label: label, Width: width})
	}
	add("no", 6, m.word("序号", "序號", "No."))
	add("name", 12, m.word("姓名", "姓名", "Name"))
	add("organization", 18, m.word("单位", "單位", "Organization"))
	add("post", 26, m.word("职务", "職務", "Post"))
	add("remark", 8, m.word("备注", "備註", "Remarks"))
	add("total", 8, m.word("到会次数", "到會次數", "Present"))
	for _, r := range countedRoles {
		add(string(r), 6, table.RoleName(r, m.language))
	}
	fixed := len(t.Columns)
	for i, label := range m.labels {
		if fixed+i == maxColumns {
			m.notes = append(m.notes, formats.NoteKind{
				Code: "columns-left-off", Level: formats.Warning,
				Hans: "“%s”放不下%d次会议，只列出前%d次", Hant: "「%s」放不下%d次會議，只列出前%d次",
			}.At(m.language, formats.Span{}, t.Label, len(m.labels), i))
			break
		}
		add("meeting", 5, label)
	}
	return t, fixed
}

func (m *merger) personCells(n *person, number int) []table.Cell {
	cells := []table.Cell{numberCell(number), {Text: n.name}, {Text: n.unit}, {Text: n.post()}, {}, numberCell(n.presences())}
	if n.homonym {
		cells[4].Text = m.word("同名", "同名", "namesake")
	}
	for _, r := range countedRoles {
		count := 0
		for _, part := range n.attended {
			if slices.Contains(part.roles, r) {
				count++
			}
		}
		if count == 0 {
			cells = append(cells, table.Cell{})
			continue
		}
		cells = append(cells, numberCell(count))
	}
	return cells
}

// totalCells begins the last row, which sums up the meetings.
func (m *merger) totalCells(fixed int, perMeeting []int) []table.Cell {
	cells := make([]table.Cell, fixed)
	cells[1].Text = m.word("合计", "合計", "Total")
	total := 0
	for _, n := range perMeeting {
		total += n
	}
	cells[5] = numberCell(total)
	return cells
}

// numbers are those of all n meetings.
func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// appendSparse writes a row of the matrix: its first cells, and of the
// meetings those with the given numbers.
func (s *sheet) appendSparse(b []byte, cells []table.Cell, columns int, cell func(number int) table.Cell, meetings []int) []byte {
	if s.last++; s.last > maxRows {
		return b
	}
	b = append(b, `<row r="`+strconv.Itoa(s.last)+`" ht="`+strconv.Itoa(rowHeight(cells, s.widths))+`">`...)
	for i, c := range cells {
		b = appendCell(b, i, s.last, c, style{centred: s.centred[i]})
	}
	for _, number := range meetings {
		if column := len(cells) + number - 1; column < columns {
			b = appendCell(b, column, s.last, cell(number), style{centred: true})
		}
	}
	return append(b, `</row>`...)
}

// monthSheet counts by month, with a chart.
func (m *merger) monthSheet() *sheet {
	t := table.Table{Key: "months", Label: m.word("按月统计", "按月統計", "By month"), Columns: []table.Column{
		{Key: "month", Label: m.word("月份", "月份", "Month"), Width: 12},
		{Key: "meetings", Label: m.word("会议数", "會議數", "Meetings"), Width: 10},
		{Key: "attendances", Label: m.word("到会人次", "到會人次", "Attendances"), Width: 12},
		{Key: "priorities", Label: m.word("重点任务数", "重點任務數", "Priorities"), Width: 12},
	}}
	for _, key := range slices.Sorted(maps.Keys(m.months)) {
		if key != "" {
			t.Rows = append(t.Rows, m.months[key].cells(key))
		}
	}
	dated := len(t.Rows)
	if unknown := m.months[""]; unknown != nil {
		t.Rows = append(t.Rows, unknown.cells(m.word("年月不详", "年月不詳", "unknown")))
	}
	s := newSheet(t, t.Label, m.language)
	if dated > 0 {
		s.chart = &chart{title: m.word("各月会议数", "各月會議數", "Meetings by month"), sheet: t.Label, first: firstRow, last: headerRow + dated}
	}
	return s
}

func (c *month) cells(label string) []table.Cell {
	return []table.Cell{{Text: label}, numberCell(c.meetings), numberCell(c.attendances), numberCell(c.priorities)}
}
