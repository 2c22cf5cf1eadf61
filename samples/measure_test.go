package samples_test

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// tally counts what a measure compares: how much of what was wanted was
// found, how much was found, how much was wanted.
type tally struct{ hit, found, want int }

func (t *tally) add(o tally) {
	t.hit += o.hit
	t.found += o.found
	t.want += o.want
}

// f1 is the harmonic mean of precision and recall; 1 where nothing was wanted
// and nothing found.
func (t tally) f1() float64 {
	if t.found+t.want == 0 {
		return 1
	}
	return 2 * float64(t.hit) / float64(t.found+t.want)
}

// measure compares one kind of fact.
type measure struct {
	name    string
	facts   func(gold) []string
	compare func(want, got []string) tally
}

// measures lists them all. A name that ends in ~ counts shared characters,
// so that a piece cut a little long or short still counts for what it shares.
func measures() []measure {
	return []measure{
		{"date", func(g gold) []string { return set(g.Date) }, exact},
		{"meeting", meetingNames, exact},
		{"meeting~", meetingNames, shared},
		{"person", func(g gold) []string { return persons(g, true) }, exact},
		{"person-name", func(g gold) []string { return distinct(persons(g, false)) }, exact},
		{"title", personTitles, exact},
		{"group", func(g gold) []string { return groups(g, true) }, exact},
		{"group~", func(g gold) []string { return groups(g, false) }, shared},
		{"group-count", groupCounts, counted},
		{"theme", themes, exact},
		{"theme~", themes, shared},
		{"item", items, exact},
		{"item~", items, shared},
		{"target~", targets, shared},
		{"owner", owners, exact},
		{"deadline", deadlines, exact},
		{"decision~", func(g gold) []string { return g.Decisions }, shared},
		{"appointment", appointments, exact},
		{"document", func(g gold) []string { return distinct(g.Documents) }, exact},
	}
}

// annotated leaves out the measures of facts that the annotation leaves out.
func annotated(g gold) []measure {
	return slices.DeleteFunc(measures(), func(m measure) bool {
		return g.Decisions == nil && slices.Contains([]string{"owner", "deadline", "decision~", "appointment"}, m.name)
	})
}

func meetingNames(g gold) []string {
	return list(g.Meetings, func(m goldMeeting) []string { return []string{m.Name} })
}

func persons(g gold, roles bool) []string {
	return list(g.Attendance, func(a goldAttendee) []string { return withRole(a.Name, a.Role, roles) })
}

func groups(g gold, roles bool) []string {
	return list(g.Attendance, func(a goldAttendee) []string { return withRole(a.BodyOrGroup, a.Role, roles) })
}

// groupCounts is each group that has a count, and the count.
func groupCounts(g gold) []string {
	return list(g.Attendance, func(a goldAttendee) []string {
		if a.BodyOrGroup == nil || a.Count == nil {
			return nil
		}
		return []string{bare(*a.BodyOrGroup) + "|" + strconv.Itoa(*a.Count)}
	})
}

// withRole is the name, if any, marked with the role where roles count.
func withRole(name *string, role string, roles bool) []string {
	switch {
	case name == nil:
		return nil
	case roles:
		return []string{bare(*name) + "|" + role}
	}
	return []string{*name}
}

func personTitles(g gold) []string {
	return distinct(list(g.Attendance, func(a goldAttendee) []string {
		var out []string
		for _, title := range a.Titles {
			if a.Name != nil {
				out = append(out, bare(*a.Name)+"|"+bare(title))
			}
		}
		return out
	}))
}

func themes(g gold) []string {
	return list(g.Priorities, func(p goldPriority) []string { return set(p.Theme) })
}

func items(g gold) []string {
	return list(g.Priorities, func(p goldPriority) []string { return p.Items })
}

func targets(g gold) []string {
	return list(g.Priorities, func(p goldPriority) []string { return set(p.Target) })
}

func owners(g gold) []string {
	return distinct(list(g.Priorities, func(p goldPriority) []string { return append(set(p.LeadUnit), p.SupportUnits...) }))
}

func deadlines(g gold) []string {
	return list(g.Priorities, func(p goldPriority) []string { return set(p.Deadline) })
}

func appointments(g gold) []string {
	return list(g.Appointments, func(a goldAppointment) []string { return []string{bare(a.Person) + "|" + bare(a.Post)} })
}

// list gathers what get takes from each value.
func list[T any](values []T, get func(T) []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, get(v)...)
	}
	return out
}

// distinct sorts and removes repetitions.
func distinct(s []string) []string {
	bared := list(s, func(x string) []string { return []string{bare(x)} })
	slices.Sort(bared)
	return slices.Compact(bared)
}

// bare drops white space and closing punctuation, which no measure counts.
func bare(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.TrimRight(s, "，。；：、！,.;:!")
}

// exact counts equal strings.
func exact(want, got []string) tally {
	left := map[string]int{}
	for _, s := range want {
		left[bare(s)]++
	}
	t := tally{found: len(got), want: len(want)}
	for _, s := range got {
		if left[bare(s)] > 0 {
			left[bare(s)]--
			t.hit++
		}
	}
	return t
}

// shared pairs the strings that have the longest pieces in common, each used
// once, and counts the characters of those pieces.
func shared(want, got []string) tally {
	type pair struct{ i, j, n int }
	w, g := runes(want), runes(got)
	var pairs []pair
	for i := range w {
		for j := range g {
			if n := commonRun(w[i], g[j]); n >= 2 {
				pairs = append(pairs, pair{i, j, n})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.n, a.n) })
	t := tally{found: total(g), want: total(w)}
	usedW, usedG := make([]bool, len(w)), make([]bool, len(g))
	for _, p := range pairs {
		if !usedW[p.i] && !usedG[p.j] {
			usedW[p.i], usedG[p.j] = true, true
			t.hit += p.n
		}
	}
	return t
}

func runes(s []string) [][]rune {
	out := make([][]rune, len(s))
	for i := range s {
		out[i] = []rune(bare(s[i]))
	}
	return out
}

func total(s [][]rune) int {
	n := 0
	for _, r := range s {
		n += len(r)
	}
	return n
}

// commonRun is the length of the longest piece that a and b have in common.
func commonRun(a, b []rune) int {
	best, row := 0, make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			row[j+1] = 0
			if x == y {
				row[j+1] = before + 1
				best = max(best, row[j+1])
			}
			before = above
		}
	}
	return best
}

// counted counts the groups that carry the right number; the wording may
// differ as long as half of it is shared.
func counted(want, got []string) tally {
	left := slices.Clone(got)
	t := tally{found: len(got), want: len(want)}
	for _, w := range want {
		name, n, _ := strings.Cut(w, "|")
		i := slices.IndexFunc(left, func(g string) bool {
			other, m, _ := strings.Cut(g, "|")
			x, y := []rune(name), []rune(other)
			return n == m && 2*commonRun(x, y) >= max(len(x), len(y))
		})
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
			t.hit++
		}
	}
	return t
}

// scores sums every measure over pairs of annotation and output.
type scores map[string]tally

func (s scores) add(want, got gold) {
	for _, m := range annotated(want) {
		t := s[m.name]
		t.add(m.compare(m.facts(want), m.facts(got)))
		s[m.name] = t
	}
}

// differences lists the facts that one of the two lacks, for those who look at
// a falling score: "+" is found and not wanted, "-" wanted and not found.
func differences(want, got gold) []string {
	var out []string
	for _, m := range annotated(want) {
		if strings.HasSuffix(m.name, "~") && m.name != "target~" && m.name != "decision~" {
			continue // the exact measure of the same facts says it
		}
		left := map[string]int{}
		for _, f := range m.facts(want) {
			left[bare(f)]++
		}
		for _, f := range m.facts(got) {
			if left[bare(f)]--; left[bare(f)] < 0 {
				out = append(out, m.name+" + "+bare(f))
			}
		}
		for _, f := range slices.Sorted(maps.Keys(left)) {
			if left[f] > 0 {
				out = append(out, m.name+" - "+f)
			}
		}
	}
	return out
}

func (s scores) names() []string { return slices.Sorted(maps.Keys(s)) }

// TestMeasures holds the measures to answers known by hand.
func TestMeasures(t *testing.T) {
	for _, name := range names(t) {
		g := annotation(t, name)
		s := scores{}
		s.add(g, g)
		for _, m := range s.names() {
			if s[m].f1() != 1 {
				t.Errorf("%s: an annotation against itself has %s %v", name, m, s[m])
			}
		}
	}
	if got, want := shared([]string{"提升服务能力", "甲乙"}, []string{"全面提升服务能力。"}), (tally{6, 8, 8}); got != want {
		t.Errorf("shared = %v, want %v", got, want)
	}
	if got, want := exact([]string{"薛　岚", "钟离"}, []string{"薛岚", "薛岚", "石朗"}), (tally{1, 3, 2}); got != want {
		t.Errorf("exact = %v, want %v", got, want)
	}
	if got, want := counted([]string{"委员|28", "候补委员|6"}, []string{"区委委员|28", "候补委员|7"}), (tally{1, 2, 2}); got != want {
		t.Errorf("counted = %v, want %v", got, want)
	}
	if got := (tally{1, 3, 2}).f1(); got != 0.4 {
		t.Errorf("f1 = %v, want 0.4", got)
	}
}
