package convert_test

import (
	"fmt"
	"log"

	"gongbao/convert"
	"gongbao/formats/text"
)

func Example() {
	t, err := text.Read([]byte("1月5日，云岫县委六届五次全体会议举行，县长田秀禾部署2024年经济工作。"), "plenum.txt")
	if err != nil {
		log.Fatal(err)
	}
	b := convert.Parse(t)
	fmt.Println(b.Meetings[0].Name.Text, b.Date.Start)
	for _, a := range b.Attendees {
		fmt.Println(a.Titles, a.Name, a.Roles)
	}
	// Output:
	// 云岫县委六届五次全体会议 2024-01-05
	// [县长] 田秀禾 [deployed]
}

// A parser may know words beside the built-in ones.
func ExampleParser() {
	t, err := text.Read([]byte("茶司监田秀禾主持会议。"), "tea.txt")
	if err != nil {
		log.Fatal(err)
	}
	p := convert.Parser{Words: []convert.Word{{Text: "茶司监", Class: "post"}}}
	if err := p.Check(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(convert.Parse(t).Attendees))
	for _, a := range p.Parse(t).Attendees {
		fmt.Println(a.Titles, a.Name, a.Roles)
	}
	// Output:
	// 0
	// [茶司监] 田秀禾 [presided]
}
