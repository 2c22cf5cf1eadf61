package table

import (
	"slices"
	"strconv"
	"strings"

	"gongbao/formats"
)

func editPriority(b *formats.Bulletin, e Edit, column, _ string) (bool, error) {
	p := &b.Priorities[e.Origin.Index]
	s := e.Values[column]
	switch column {
	case "task":
		editTask(p, e.Origin.Part, s)
	case "measures":
		if e.Origin.Part >= 0 && len(p.Measures) > 1 {
			return false, nil
		}
		editMeasures(p, e.Origin.Part, s)
	case "target":
		p.Target = reworded(p.Target, s)
	case "lead-unit":
		p.LeadUnit = reworded(p.LeadUnit, s)
	case "support-units":
		p.SupportUnits = rewordedList(p.SupportUnits, items(s))
	case "responsible":
		p.Responsible = rewordedList(p.Responsible, items(s))
	case "deadline":
		p.Deadline = edited(p.Deadline, s)
	default:
		return false, nil
	}
	p.Confidence = 1
	return true, nil
}

// editTask changes what a row shows as the task: the theme, one measure, or
// the target of a block that has nothing else.
func editTask(p *formats.Priority, measure int, s string) {
	switch {
	case measure >= 0:
		p.Measures[measure].Text = s
	case p.Theme == nil && len(p.Measures) == 0 && p.Target != nil:
		p.Target = reworded(p.Target, s)
	default:
		p.Theme = reworded(p.Theme, s)
	}
}

// editMeasures reads measures, one to a line. Beside the one measure that is
// a task of its own they make it the theme.
func editMeasures(p *formats.Priority, measure int, s string) {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	if measure >= 0 {
		theme := p.Measures[measure]
		p.Theme, p.Measures = &theme, nil
	}
	p.Measures = rewordedList(p.Measures, unnumbered(lines))
}

// unnumbered takes the numbers from lines if all have theirs.
func unnumbered(lines []string) []string {
	bare := make([]string, len(lines))
	for i, line := range lines {
		rest, ok := strings.CutPrefix(line, strconv.Itoa(i+1)+". ")
		if !ok || len(lines) == 1 {
			return lines
		}
		bare[i] = rest
	}
	return bare
}

// removePriorities takes out priorities, and measures that were rows of their
// own. What stood under a priority then stands under the one above it.
func removePriorities(b *formats.Bulletin, origins []Origin) {
	b.Priorities = slices.Clone(b.Priorities)
	measures := map[int][]int{}
	var gone []int
	for _, o := range origins {
		if o.Part < 0 {
			gone = append(gone, o.Index)
			continue
		}
		measures[o.Index] = append(measures[o.Index], o.Part)
	}
	for i, parts := range measures {
		p := &b.Priorities[i]
		p.Measures = without(p.Measures, parts)
		if len(p.Measures) == 0 {
			gone = append(gone, i)
		}
	}
	slices.Sort(gone)
	for _, i := range slices.Backward(gone) {
		id, parent := formats.Optional(b.Priorities[i].ID), b.Priorities[i].Parent
		for j := range b.Priorities {
			if id != "" && b.Priorities[j].Parent == id {
				b.Priorities[j].Parent = parent
			}
		}
	}
	b.Priorities = without(b.Priorities, gone)
}
