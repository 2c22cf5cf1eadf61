package table

import (
	"slices"
	"strings"

	"gongbao/formats"
)

// Attendees is the table of who took part: persons in the order of the
// bulletin, then groups and bodies with their counts. A body stands in the
// column of organisations. The column of roles is blank where the category
// alone says it all.
func Attendees(b *formats.Bulletin, language string) Table {
	t := newTable(language, "attendees", attendeesLabel(), append(attendeeColumns(), evidenceColumn(), confidenceColumn()))
	for _, i := range personsFirst(b.Attendees) {
		a := b.Attendees[i]
		proof := evidence(b, firstSpan(a.Spans))
		t.addFrom(Origin{i, -1}, append(attendee(t.next(), b, i, proof, language), proof, confidence(a.Confidence))...)
	}
	return t
}

// SignIn is the table of attendees with room for a telephone number and a
// signature in place of the evidence.
func SignIn(b *formats.Bulletin, language string) Table {
	t := newTable(language, "sign-in", words{"签到表", "簽到表", "Sign-in"}, append(attendeeColumns(),
		column{"phone", 16, words{"联系电话", "聯絡電話", "Telephone"}},
		column{"signature", 16, words{"签到", "簽到", "Signature"}}))
	for _, i := range personsFirst(b.Attendees) {
		t.addFrom(Origin{i, -1}, attendee(t.next(), b, i, evidence(b, firstSpan(b.Attendees[i].Spans)), language)...)
	}
	return t
}

func attendeesLabel() words { return words{"出席人员", "出席人員", "Attendees"} }

func attendeeColumns() []column {
	return []column{
		ordinalColumn(),
		{"name", 16, same("姓名", "Name")},
		{"organization", 22, words{"单位", "單位", "Organization"}},
		{"post", 26, words{"职务", "職務", "Post"}},
		{"category", 8, words{"类别", "類別", "Category"}},
		{"role", 14, words{"会上角色", "會上角色", "Role"}},
		{"count", 7, words{"人数", "人數", "Count"}},
		remarkColumn(),
	}
}

// attendee is the part of a row that does not depend on the kind of table;
// i is the attendee's index in b.
func attendee(no Cell, b *formats.Bulletin, i int, proof Cell, language string) []Cell {
	a := b.Attendees[i]
	name, organization := text(a.Name), text(string(a.Organization))
	if a.Kind == formats.Body && organization.Text == "" {
		name, organization = Cell{}, text(a.Name)
	}
	return []Cell{
		no, name, organization, post(a),
		text(category(a.Roles, proof.Text, language)), text(roles(a.Roles, language)),
		count(a.Count), text(attendeeRemark(b, i, language)),
	}
}

// personsFirst lists the indexes of persons before those of groups and
// bodies, else as given.
func personsFirst(as []formats.Attendee) []int {
	order := make([]int, 0, len(as))
	for _, person := range []bool{true, false} {
		for i, a := range as {
			if (a.Kind == formats.Person) == person {
				order = append(order, i)
			}
		}
	}
	return order
}

// post is the titles without the organisation that the column beside it
// shows, if all of them begin with it.
func post(a formats.Attendee) Cell {
	if !splits(a) {
		return list(a.Titles)
	}
	posts := make([]string, len(a.Titles))
	for i, title := range a.Titles {
		posts[i] = strings.TrimPrefix(title, string(a.Organization))
	}
	return list(posts)
}

// splits reports whether every title is the organisation and a post in it.
func splits(a formats.Attendee) bool {
	for _, title := range a.Titles {
		if rest, ok := strings.CutPrefix(title, string(a.Organization)); !ok || rest == "" {
			return false
		}
	}
	return a.Organization != ""
}

// category is the part of an attendee that matters for the count of heads.
// Who is absent is on leave if the sentence says so.
func category(rs []formats.Role, sentence, language string) string {
	has := func(r formats.Role) bool { return slices.Contains(rs, r) }
	switch {
	case has(formats.Absent) && (strings.Contains(sentence, "请假") || strings.Contains(sentence, "請假")):
		return words{"请假", "請假", "on leave"}.in(language)
	case has(formats.Absent):
		return roleWord(formats.Absent).in(language)
	case has(formats.Presided):
		return roleWord(formats.Presided).in(language)
	case has(formats.Nonvoting):
		return roleWord(formats.Nonvoting).in(language)
	case has(formats.Attended), has(formats.Reported), has(formats.Spoke), has(formats.Deployed), has(formats.Guided):
		return roleWord(formats.Attended).in(language)
	}
	return ""
}

// roles lists what an attendee did; it is blank where that is just to be
// present or absent, as the category says.
func roles(rs []formats.Role, language string) string {
	if len(rs) == 1 && (rs[0] == formats.Attended || rs[0] == formats.Nonvoting || rs[0] == formats.Absent) {
		return ""
	}
	s := make([]string, len(rs))
	for i, r := range rs {
		s[i] = roleWord(r).in(language)
	}
	return strings.Join(s, "、")
}

func attendeeRemark(b *formats.Bulletin, i int, language string) string {
	a := b.Attendees[i]
	var parts []string
	if total := totalRemark(b.Attendees, i, language); total != "" {
		parts = append(parts, total)
	}
	add := func(label words, values ...string) {
		parts = append(parts, label.in(language)+strings.Join(values, "、"))
	}
	if a.Approximate {
		add(words{"人数为约数", "人數為約數", "approximate count"})
	}
	if a.Unit != "" && !strings.Contains("人名位", string(a.Unit)) {
		add(words{"计数单位：", "計數單位：", "counted in: "}, string(a.Unit))
	}
	if len(a.Excludes) > 0 {
		add(words{"不含：", "不含：", "without: "}, a.Excludes...)
	}
	if a.Surface != "" && string(a.Surface) != a.Name {
		add(words{"原文作：", "原文作：", "in the text: "}, string(a.Surface))
	}
	if len(a.Alternatives) > 0 {
		add(words{"另读：", "另讀：", "or: "}, a.Alternatives...)
	}
	return strings.Join(parts, words{"；", "；", "; "}.in(language))
}

// firstSpan is where a fact stands; the empty span if nothing says so.
func firstSpan(spans []formats.Span) formats.Span {
	if len(spans) == 0 {
		return formats.Span{}
	}
	return spans[0]
}
