package xlsx

import (
	"io"
	"iter"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gongbao/formats"
	"gongbao/formats/table"
)

// Source is one bulletin of a merged workbook.
type Source struct {
	Bulletin *formats.Bulletin

	// File is where the bulletin's own output lies: a path relative to the
	// workbook, with slashes. Empty means that there is none to link to.
	File string
}

// Merge writes one workbook over many bulletins: the list of meetings, all
// attendees, all priorities, who was at which meeting, and meetings by month
// with a chart. Memory grows with what the workbook holds in compressed form
// and with the number of persons, not with the texts. Without a SheetLanguage
// it is in the language of the first bulletin. Equal input in equal order
// gives equal bytes. The notes are those of Write that concern the rows.
func Merge(w io.Writer, sources iter.Seq[Source], o Options) ([]formats.Note, error) {
	m := &merger{language: o.SheetLanguage}
	for s := range sources {
		if err := m.add(s); err != nil {
			return m.notes, err
		}
	}
	m.begin(&formats.Bulletin{})
	sheets, err := m.sheets()
	if err != nil {
		return m.notes, err
	}
	k := book{title: sheets[0].title, language: m.language, traditional: m.traditional, sheets: sheets}
	return m.notes, k.write(w)
}

// merger collects bulletins.
type merger struct {
	language    string
	traditional bool
	begun       bool
	meetings    stream
	attendees   stream
	priorities  stream
	topics      int // priorities of the first level so far
	people      people
	labels      []string // what heads each meeting's column of the matrix
	months      map[string]*month
	notes       []formats.Note
}

// month counts what is dated in one month.
type month struct{ meetings, attendances, priorities int }

// word is a fixed word in the language of the workbook.
func (m *merger) word(hans, hant, en string) string {
	switch {
	case english(m.language):
		return en
	case traditional(m.language):
		return hant
	}
	return hans
}

// begin opens the sheets in the language of the first bulletin.
func (m *merger) begin(b *formats.Bulletin) {
	if m.begun {
		return
	}
	m.begun = true
	m.traditional = formats.Traditional(b.Language)
	if m.language == "" {
		m.language = b.Language
	}
	m.months = map[string]*month{}
	m.meetings = stream{active: true, table: m.meetingTable(), open: func(t table.Table) *sheet {
		s := newSheet(t, t.Label, m.language)
		s.external = true
		return s
	}}
	list := m.meetings.table.Label
	internal := func(t table.Table) *sheet {
		s := newSheet(t, t.Label, m.language)
		s.target = func(n int) string { return "'" + list + "'!A" + strconv.Itoa(n+headerRow) }
		return s
	}
	m.attendees = stream{table: m.dated(table.Attendees(&formats.Bulletin{}, m.language), "name"), open: internal}
	m.priorities = stream{table: m.dated(table.Priorities(&formats.Bulletin{}, m.language), "source"), open: internal}
}

func (m *merger) meetingTable() table.Table {
	t := table.Table{Key: "meetings", Label: m.word("会议一览", "會議一覽", "Meetings")}
	add := func(key string, width int, hans, hant, en string) {
		t.Columns = append(t.Columns, table.Column{Key: key, Label: m.word(hans, hant, en), Width: width})
	}
	add(jumpKey, 6, "序号", "序號", "No.")
	add("date", 13, "会议日期", "會議日期", "Date")
	add("name", 50, "会议名称", "會議名稱", "Meeting")
	add("issuer", 20, "来源", "來源", "Issuer")
	add("attendees", 9, "出席名单", "出席名單", "Attendees")
	add("priorities", 9, "重点任务", "重點任務", "Priorities")
	add("checks", 7, "待核", "待核", "To check")
	add("file", 30, "文件", "檔案", "File")
	return t
}

// dated adds to a table the columns that say of which meeting a row is: the
// date and the name before the column with a key, the number before the
// confidence. A column of the meeting's name that is there already stays.
func (m *merger) dated(t table.Table, before string) table.Table {
	insert := func(key string, c table.Column) {
		i := slices.IndexFunc(t.Columns, func(c table.Column) bool { return c.Key == key })
		t.Columns = slices.Insert(t.Columns, i, c)
	}
	insert(before, table.Column{Key: "date", Label: m.word("会议日期", "會議日期", "Date"), Width: 13})
	if before != "source" {
		insert(before, table.Column{Key: "meeting", Label: m.word("来源会议", "來源會議", "Meeting"), Width: 24})
	}
	insert("confidence", table.Column{Key: jumpKey, Label: m.word("会议序号", "會議序號", "Meeting no."), Width: 8})
	return t
}

// add writes the rows of one bulletin.
func (m *merger) add(s Source) error {
	b := s.Bulletin
	m.begin(b)
	number := len(m.labels) + 1
	attendees, priorities := table.Attendees(b, m.language), table.Priorities(b, m.language)
	m.notes = append(m.notes, overlong(attendees, b.Language)...)
	m.notes = append(m.notes, overlong(priorities, b.Language)...)
	m.count(b, number, attendees, priorities)
	if err := m.addMeeting(s, number, len(attendees.Rows), len(priorities.Rows)); err != nil {
		return err
	}
	if err := m.addRows(&m.attendees, b, number, attendees); err != nil {
		return err
	}
	return m.addRows(&m.priorities, b, number, priorities)
}

// count takes a bulletin into the statistics. The rows of persons come first
// among attendees, in the order of the bulletin.
func (m *merger) count(b *formats.Bulletin, number int, attendees, priorities table.Table) {
	category := slices.IndexFunc(attendees.Columns, func(c table.Column) bool { return c.Key == "category" })
	key := ""
	if b.Date != nil && len(b.Date.Start) >= 7 && !strings.HasPrefix(string(b.Date.Start), "-") {
		key = string(b.Date.Start[:7])
	}
	if m.months[key] == nil {
		m.months[key] = &month{}
	}
	m.months[key].meetings++
	m.months[key].priorities += len(priorities.Rows)
	row := 0
	for _, a := range b.Attendees {
		if a.Kind != formats.Person {
			continue
		}
		part := partake{attendees.Rows[row][category].Text, a.Roles}
		row++
		m.people.add(a, number, part)
		if part.present() {
			m.months[key].attendances++
		}
	}
	m.labels = append(m.labels, strconv.Itoa(number)+" "+table.Date(b.Date, m.language).Text+" "+shortened(table.MeetingName(b)))
}

// shortened is the beginning of a name that heads a narrow column.
func shortened(name string) string {
	const enough = 24
	r := []rune(name)
	if len(r) <= enough {
		return name
	}
	return string(r[:enough]) + "…"
}

func (m *merger) addMeeting(s Source, number, attendees, priorities int) error {
	b := s.Bulletin
	cells := []table.Cell{
		numberCell(number), table.Date(b.Date, m.language), {Text: table.MeetingName(b)}, {},
		numberCell(attendees), numberCell(priorities), numberCell(len(table.Checks(b, m.language).Rows)), {Text: s.File},
	}
	if b.Issuer != nil {
		cells[3].Text = b.Issuer.Text
	}
	if s.File == "" {
		cells[7].Text = b.Text.Name
	}
	if len(m.meetings.sheets) == 0 {
		if err := m.meetings.next(); err != nil {
			return err
		}
	}
	m.meetings.current().target = nil
	if s.File != "" {
		m.meetings.current().target = func(int) string { return address(s.File) }
	}
	return m.meetings.add(cells)
}

// address writes a path as a relative address, in which no name can be
// anything but a name.
func address(file string) string {
	if strings.HasPrefix(file, "/") || strings.HasPrefix(file, `\`) {
		file = "./" + file // not the root, and not another computer
	}
	steps := strings.Split(file, "/")
	for i, step := range steps {
		steps[i] = strings.ReplaceAll(url.PathEscape(step), ":", "%3A")
	}
	return strings.Join(steps, "/")
}

// addRows writes the rows of one bulletin's table into the sheet of all.
func (m *merger) addRows(to *stream, b *formats.Bulletin, number int, t table.Table) error {
	first := to.rows
	if to == &m.priorities {
		first = m.topics
	}
	for _, row := range t.Rows {
		cells := make([]table.Cell, len(to.table.Columns))
		from := 0
		for i, c := range to.table.Columns {
			switch {
			case c.Key == "date":
				cells[i] = table.Date(b.Date, m.language)
			case c.Key == jumpKey:
				cells[i] = numberCell(number)
			case c.Key == "meeting":
				cells[i].Text = table.MeetingName(b)
			default:
				cells[i] = row[from]
				from++
			}
		}
		cells[0] = renumbered(cells[0], first)
		if cells[0].Number != nil && to == &m.priorities {
			m.topics++
		}
		if err := to.add(cells); err != nil {
			return err
		}
	}
	return nil
}

// renumbered moves the first step of a row's number (2 or 2.1) on by n.
func renumbered(c table.Cell, n int) table.Cell {
	head, tail, nested := strings.Cut(c.Text, ".")
	first, err := strconv.Atoi(head)
	switch {
	case err != nil:
		return c
	case nested:
		return table.Cell{Text: strconv.Itoa(first+n) + "." + tail}
	}
	return numberCell(first + n)
}

// sheets ends the streams and returns all sheets of the workbook.
func (m *merger) sheets() ([]*sheet, error) {
	var all []*sheet
	for _, s := range []*stream{&m.meetings, &m.attendees, &m.priorities} {
		if err := s.close(); err != nil {
			return nil, err
		}
		all = append(all, s.sheets...)
	}
	matrix, err := m.matrix()
	return append(all, matrix, m.monthSheet()), err
}
