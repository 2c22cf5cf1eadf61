package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongbao/formats"
	"gongbao/formats/layout"
	"gongbao/formats/table"
)

// head adds the red head of an official document: the issuing body 35 mm
// below the top of the type area, the number two lines below it, and a red
// line 4 mm below that. The title follows after two lines.
func (d *document) head(h Head) {
	if h.Organ == "" {
		return
	}
	line := d.page.Grid
	width := (d.page.Width - d.page.Left - d.page.Right)
	size := min(44, width/float64(utf8.RuneCountInString(h.Organ)))
	d.room(35 * millimetre)
	d.add("P", layout.Block{Text: h.Organ, Style: layout.Style{
		Role: layout.BiaoSong, Size: size, Leading: size, Align: layout.Center, Ink: layout.Red,
	}})
	d.room(2 * line)
	number := layout.Style{Role: layout.FangSong, Size: 16, Leading: 16, Align: layout.Center}
	text := h.Number
	if h.Signer != "" {
		number.Align, number.Left, number.Right = layout.Ends, 1, 1
		text = h.Number + "\t签发人：" + h.Signer
	}
	if text != "" {
		d.add("P", layout.Block{Text: text, Style: number})
	}
	d.add("", layout.Block{Line: 1, Style: layout.Style{Before: 4 * millimetre, Ink: layout.Red}})
	d.room(2 * line)
}

func (d *document) room(height float64) { d.add("", layout.Block{Space: height}) }

// foot adds the record of copies and printing at the foot of the last page of
// the text, between lines of 0.35 mm and with one of 0.25 mm inside.
func (d *document) foot(h Head) {
	var texts []string
	if h.Copies != "" {
		texts = append(texts, "抄送："+strings.TrimSuffix(h.Copies, "。")+"。")
	}
	if h.Printer != "" || h.Printed != "" {
		printed := h.Printed
		if printed != "" {
			printed += "印发"
		}
		texts = append(texts, h.Printer+"\t"+printed)
	}
	if len(texts) == 0 {
		return
	}
	const thick, thin = 0.35 * millimetre, 0.25 * millimetre
	style := layout.Style{Role: layout.FangSong, Size: 14, Leading: 22, Left: 1, Right: 1, Align: layout.Ends}
	for i, text := range texts {
		width := thin
		if i == 0 {
			width = thick
		}
		d.add("", layout.Block{Line: width, Foot: i == 0, Style: layout.Style{After: 2}})
		d.add("P", layout.Block{Text: text, Style: style})
	}
	d.add("", layout.Block{Line: thick, Style: layout.Style{Before: 2}})
}

// sign places a line of the signature: two characters from the right edge, the
// day below the body's name two characters right of where that begins. The
// longer of the two is the one at the edge.
func (d *document) sign(day *layout.Block) {
	const edge, shift = 2, 2 // characters
	if len(d.blocks) == 0 || !strings.HasSuffix(day.Text, "日") {
		return
	}
	body := &d.blocks[len(d.blocks)-1]
	if body.Style.Align != layout.End {
		return
	}
	long, short := d.wide(body), d.wide(day)
	if right := long - shift - short; right >= 0 {
		day.Style.Right = edge + right
	} else {
		body.Style.Right = edge - right
	}
}

// wide is the width of a block's text in characters of its pitch.
func (d *document) wide(b *layout.Block) float64 {
	width := 0.0
	for _, r := range b.Text {
		width += d.metrics.Advance(b.Style.Role, r)
	}
	return width
}

// attendance adds the attendees as the standard's minutes have them: after a
// blank line, who is present, who is on leave or absent and who attends
// without a vote, each a paragraph that hangs from its word.
func (d *document) attendance(b *formats.Bulletin) {
	t := table.Attendees(b, b.Language)
	column := func(key string) int {
		return slices.IndexFunc(t.Columns, func(c table.Column) bool { return c.Key == key })
	}
	category := column("category")
	var words []string
	lists := map[string][]string{}
	for i, row := range t.Rows {
		word := row[category].Text
		if word == "" || word == "主持" {
			word = "出席"
		}
		if lists[word] == nil {
			words = append(words, word)
		}
		lists[word] = append(lists[word], attendee(t.Rows[i], column))
	}
	slices.SortStableFunc(words, func(a, b string) int { return attendanceOrder(a) - attendanceOrder(b) })
	if len(words) > 0 {
		d.room(d.page.Grid)
	}
	for _, word := range words {
		style := d.design.style(formats.BodyParagraph, 0)
		lead := word + "："
		width := float64(utf8.RuneCountInString(lead))
		style.Left, style.Indent = 2+width, -width
		text := lead + strings.Join(lists[word], "、")
		d.add("P", layout.Block{
			Text: text, Keep: newNames(b).find(text), Style: style, Lead: len(lead), LeadRole: layout.Hei,
		})
	}
}

func attendanceOrder(word string) int {
	switch word {
	case "出席":
		return 0
	case "列席":
		return 2
	}
	return 1
}

// attendee is one entry of a list: the name, or the body, with unit and post
// in brackets and the number of heads.
func attendee(row []table.Cell, column func(string) int) string {
	cell := func(key string) string {
		if i := column(key); i >= 0 {
			return row[i].Text
		}
		return ""
	}
	name, unit := cell("name"), cell("organization")
	if name == "" {
		name, unit = unit, ""
	}
	post := cell("post")
	if !strings.HasPrefix(post, unit) {
		post = unit + post
	}
	if post != "" {
		name += "（" + post + "）"
	}
	if n := cell("count"); n != "" {
		name += n + "人"
	}
	return name
}
