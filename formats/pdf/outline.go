package pdf

import (
	"fmt"

	"gongbao/formats/layout"
)

// entry is a line of the outline.
type entry struct {
	title     string
	level     int // 1 for the title
	page      int // from 0
	top       float64
	parent    *entry
	kids      []*entry
	ref       ref
	following int // entries below it, all levels
}

// outline lists the headings of a document where they stand, as a tree under
// a root without a title.
func outline(d *document, pages []layout.Page) *entry {
	root := &entry{}
	last := root
	seen := map[int]bool{}
	for i, page := range pages {
		for _, run := range page.Runs {
			block := run.Place.Block
			if block < 0 || seen[block] || d.roles[block][0] != 'H' {
				continue
			}
			seen[block] = true
			e := &entry{title: label(d.blocks[block].Text), level: int(d.roles[block][1] - '0'), page: i, top: page.Height - run.Y + 1.5*run.Size}
			for last.level >= e.level {
				last = last.parent
			}
			e.parent = last
			last.kids = append(last.kids, e)
			last = e
		}
	}
	return root
}

// outline adds the outline and returns its root, or 0 if it has no entry.
func (f *file) outline(root *entry, pages []ref) ref {
	if len(root.kids) == 0 {
		return 0
	}
	f.reserveEntries(root)
	f.setEntries(root, pages)
	f.set(root.ref, "<</Type/Outlines/First %v/Last %v/Count %d>>",
		root.kids[0].ref, root.kids[len(root.kids)-1].ref, root.following)
	return root.ref
}

func (f *file) reserveEntries(e *entry) {
	e.ref = f.reserve()
	for _, k := range e.kids {
		f.reserveEntries(k)
		e.following += 1 + k.following
	}
}

func (f *file) setEntries(parent *entry, pages []ref) {
	for i, e := range parent.kids {
		b := fmt.Appendf(nil, "<</Title%s/Parent %v/Dest[%v/XYZ 0 %.2f null]", text(e.title), parent.ref, pages[e.page], e.top)
		if i > 0 {
			b = fmt.Appendf(b, "/Prev %v", parent.kids[i-1].ref)
		}
		if i+1 < len(parent.kids) {
			b = fmt.Appendf(b, "/Next %v", parent.kids[i+1].ref)
		}
		if n := len(e.kids); n > 0 {
			b = fmt.Appendf(b, "/First %v/Last %v/Count %d", e.kids[0].ref, e.kids[n-1].ref, e.following)
		}
		f.objects[e.ref-1] = append(b, ">>"...)
		f.setEntries(e, pages)
	}
}
