package table_test

import (
	"fmt"

	"gongbao/formats"
	"gongbao/formats/table"
)

func ExampleAttendees() {
	b := &formats.Bulletin{Attendees: []formats.Attendee{{
		Kind: formats.Person, Name: "闻远山", Titles: []string{"区委书记"}, Organization: "区委",
		Roles: []formats.Role{formats.Presided, formats.Spoke}, Confidence: 0.98,
	}}}
	for i, c := range table.Attendees(b, "en").Columns[:6] {
		fmt.Printf("%s: %s\n", c.Label, table.Attendees(b, "zh-Hans").Rows[0][i].Text)
	}
	// Output:
	// No.: 1
	// Name: 闻远山
	// Organization: 区委
	// Post: 书记
	// Category: 主持
	// Role: 主持、讲话
}
