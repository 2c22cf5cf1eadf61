package table

import (
	"strconv"

	"gongbao/formats"
)

// totalWrong is the kind of note on a stated total that is not the sum of
// what it spans.
func totalWrong() formats.NoteKind {
	return formats.NoteKind{
		Code: "total-mismatch", Level: formats.Warning,
		Hans: "“%s”载明共%d人，所列各项合计%d人，请核对",
		Hant: "「%s」載明共%d人，所列各項合計%d人，請核對",
	}
}

// Totals checks the counts that a text states for several groups together
// (whose span covers theirs) against the sum of the counts it gives each;
// a person counts one. The notes tell which do not add up. Where one of the
// counts is missing or approximate, nothing can be told.
func Totals(b *formats.Bulletin) []formats.Note {
	var notes []formats.Note
	for i := range b.Attendees {
		if sum, ok := sumUnder(b.Attendees, i); ok && sum != *b.Attendees[i].Count {
			a := b.Attendees[i]
			notes = append(notes, totalWrong().At(b.Language, firstSpan(a.Spans), a.Name, *a.Count, sum))
		}
	}
	return notes
}

// sumUnder adds up the attendees that total i spans; false if i is no total
// or its sum is not certain.
func sumUnder(as []formats.Attendee, i int) (int, bool) {
	total := as[i]
	if total.Kind != formats.Group || total.Count == nil || total.Approximate {
		return 0, false
	}
	whole := firstSpan(total.Spans)
	sum, parts := 0, 0
	for j, a := range as {
		at := firstSpan(a.Spans)
		if j == i || at == whole || at.Start < whole.Start || at.End > whole.End || at.Start >= at.End {
			continue
		}
		switch {
		case a.Kind == formats.Person:
			sum++
		case a.Count == nil || a.Approximate:
			return 0, false
		default:
			sum += *a.Count
		}
		parts++
	}
	return sum, parts > 1
}

// totalRemark tells beside a stated total what its parts add up to.
func totalRemark(as []formats.Attendee, i int, language string) string {
	sum, ok := sumUnder(as, i)
	switch {
	case !ok:
		return ""
	case sum == *as[i].Count:
		return words{"合计数，与所列相符", "合計數，與所列相符", "total, as listed"}.in(language)
	}
	return words{"合计数，所列合计", "合計數，所列合計", "total, but listed: "}.in(language) + strconv.Itoa(sum)
}
