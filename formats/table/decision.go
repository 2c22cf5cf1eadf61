package table

import "gongbao/formats"

// Decisions is the table of what became of the items of an agenda.
func Decisions(b *formats.Bulletin, language string) Table {
	t := newTable(language, "decisions", words{"决定事项", "決定事項", "Decisions"}, []column{
		ordinalColumn(),
		{"decision", 50, words{"事项", "事項", "Decision"}},
		{"document", 34, words{"涉及文件", "涉及文件", "Document"}},
		{"outcome", 12, words{"结果", "結果", "Outcome"}},
		{"for", 7, words{"赞成", "贊成", "For"}},
		{"against", 7, words{"反对", "反對", "Against"}},
		{"abstain", 7, words{"弃权", "棄權", "Abstain"}},
		remarkColumn(),
		evidenceColumn(),
	})
	for _, d := range b.Decisions {
		votes := formats.Votes{}
		if d.Votes != nil {
			votes = *d.Votes
		}
		t.add(t.next(), text(d.Text), text(string(d.Document)), text(outcomeWord(d.Outcome).in(language)),
			count(votes.For), count(votes.Against), count(votes.Abstain), Cell{}, evidence(b, d.Span))
	}
	return t
}

// Appointments is the table of who took up or left a post.
func Appointments(b *formats.Bulletin, language string) Table {
	t := newTable(language, "appointments", words{"人事任免", "人事任免", "Appointments"}, []column{
		ordinalColumn(),
		{"person", 16, same("姓名", "Name")},
		{"post", 50, words{"职务", "職務", "Post"}},
		{"act", 10, words{"任免", "任免", "Act"}},
		remarkColumn(),
		evidenceColumn(),
	})
	for _, a := range b.Appointments {
		t.add(t.next(), text(a.Person), text(a.Post), text(actWord(a.Act).in(language)), Cell{}, evidence(b, a.Span))
	}
	return t
}
