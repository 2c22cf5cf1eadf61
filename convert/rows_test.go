package convert_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongbao/convert/internal/fold"
	"gongbao/convert/internal/lexicon"
	"gongbao/formats"
)

// proven is the person of whom the sentences that prove a row tell.
const proven = "田秀禾"

// TestRowsProve parses the proving sentence of every term and looks for the
// fact that its class promises.
func TestRowsProve(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range lexicon.Rows() {
		key := fmt.Sprint(row.Word, row.Class)
		if seen[key] {
			t.Errorf("%s has two rows of one class", row.Word)
		}
		seen[key] = true
		if folded := strings.Map(fold.Rune, row.Word); folded != row.Word {
			t.Errorf("%s: terms are folded, write %s", row.Word, folded)
		}
		if !strings.Contains(strings.Map(fold.Rune, row.Proof), row.Word) {
			t.Errorf("%s does not stand in its sentence %s", row.Word, row.Proof)
		}
		if b := parse(t, row.Proof); !proves(row, b) {
			t.Errorf("%s is not understood in %s\ngot %s", row.Word, row.Proof, summary(b))
		}
	}
}

// TestRowsProveOfAnyone gives the people of the proofs other names, which
// hold characters of verbs, adverbs and particles, and expects the same facts.
func TestRowsProveOfAnyone(t *testing.T) {
	for _, row := range lexicon.Rows() {
		facts := attendees(parse(t, row.Proof))
		for _, name := range []string{"于海洋", "方向明", "石在明", "华为民", "易水寒", "欧阳明", "郦道源", "冼明德", "佟一凡"} {
			other := func(s string) string { return strings.ReplaceAll(s, proven, name) }
			if got := attendees(parse(t, other(row.Proof))); got != other(facts) {
				t.Errorf("%s\n got %s\nwant %s", other(row.Proof), got, other(facts))
			}
		}
	}
}

// proves reports whether b shows that the row's word was understood.
func proves(row lexicon.Row, b *formats.Bulletin) bool {
	ends := func(s string) bool { return strings.HasSuffix(strings.Map(fold.Rune, s), row.Word) }
	switch row.Class {
	case lexicon.Post:
		return slices.ContainsFunc(b.Attendees, func(a formats.Attendee) bool {
			return a.Name == proven && slices.ContainsFunc(a.Titles, ends)
		})
	case lexicon.Head:
		return slices.ContainsFunc(b.Attendees, func(a formats.Attendee) bool {
			return a.Kind == formats.Group && ends(a.Name)
		})
	case lexicon.Meeting:
		return slices.ContainsFunc(b.Meetings, func(m formats.Meeting) bool { return ends(m.Name.Text) })
	case lexicon.Speech:
		return hasRole(b, formats.Spoke)
	case lexicon.Lead:
		return slices.ContainsFunc(b.Priorities, func(p formats.Priority) bool {
			return ends(string(p.Lead)) && (p.Theme != nil || len(p.Measures) > 0)
		})
	}
	for class, role := range roles() {
		if row.Class == class {
			return hasRole(b, role)
		}
	}
	return false
}

// hasRole reports whether the proven person, or a group, has the role.
func hasRole(b *formats.Bulletin, role formats.Role) bool {
	return slices.ContainsFunc(b.Attendees, func(a formats.Attendee) bool {
		return (a.Name == proven || a.Kind != formats.Person) && slices.Contains(a.Roles, role)
	})
}

func roles() map[lexicon.Class]formats.Role {
	return map[lexicon.Class]formats.Role{
		lexicon.Presided: formats.Presided, lexicon.Reported: formats.Reported, lexicon.Spoke: formats.Spoke,
		lexicon.Deployed: formats.Deployed, lexicon.Guided: formats.Guided, lexicon.Attended: formats.Attended,
		lexicon.Nonvoting: formats.Nonvoting, lexicon.Absent: formats.Absent, lexicon.Recorded: formats.Recorded,
		lexicon.Directed: formats.Directed,
	}
}
