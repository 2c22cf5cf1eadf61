package pdf

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"gongbao/formats"
	"gongbao/formats/layout"
	"gongbao/formats/table"
)

// A target is a character of a paragraph that a row of a table rests on.
type target struct {
	block int
	index int // of the character in the block's text
}

// row is a row of a table.
type row struct{ block, number int }

// shown remembers which block shows which part of the source.
type shown struct {
	formats.Span
	block   int
	trimmed int // characters left out at the start
}

// target finds the character that shows a place of the source.
func (d *document) target(b *formats.Bulletin, at formats.Span) (target, bool) {
	for _, s := range d.shown {
		if s.Start < 0 || at.Start < s.Start || at.Start >= s.End || s.End > len(b.Text.Source) {
			continue
		}
		index := utf8.RuneCountInString(b.Text.Source[s.Start:at.Start]) - s.trimmed
		return target{s.block, max(0, index)}, true
	}
	return target{}, false
}

// link remembers what a row rests on: the place of its last linked cell.
func (d *document) link(b *formats.Bulletin, number int, cells []table.Cell) {
	for _, cell := range cells {
		if !cell.Linked {
			continue
		}
		if t, ok := d.target(b, cell.At); ok {
			d.targets[row{len(d.blocks), number}] = t
		}
	}
}

// linked are the first columns of a row, which lead to its sentence.
const linked = 2

// anchor reports whether a place is part of a link, and where that leads.
func (d *document) anchor(p layout.Place) (target, bool) {
	if p.Block < 0 || d.blocks[p.Block].Table == nil || p.Column >= linked {
		return target{}, false
	}
	t, ok := d.targets[row{p.Block, p.Row}]
	return t, ok
}

// annotation is the area of a page that leads to a place of another.
type annotation struct {
	place layout.Place
	page  int
	box   [4]float64 // left, bottom, right, top
	to    spot
	key   int // in the structure's parent tree
	ref   ref
}

// spot is a height of a page.
type spot struct {
	page int // from 0
	top  float64
}

// line is where a line of a paragraph stands and how much of it there is up to
// its end.
type line struct {
	spot
	end int // characters
}

// annotations lists the links of all pages.
func annotations(d *document, pages []layout.Page) []*annotation {
	lines := map[int][]line{}
	for i, page := range pages {
		for _, run := range page.Runs {
			if b := run.Place.Block; b >= 0 && d.blocks[b].Table == nil {
				end := len(run.Glyphs)
				if n := len(lines[b]); n > 0 {
					end += lines[b][n-1].end
				}
				lines[b] = append(lines[b], line{spot{i, page.Height - run.Y + 1.5*run.Size}, end})
			}
		}
	}
	var list []*annotation
	for i, page := range pages {
		for _, run := range page.Runs {
			t, ok := d.anchor(run.Place)
			if !ok || len(lines[t.block]) == 0 {
				continue
			}
			last := run.Glyphs[len(run.Glyphs)-1]
			y := page.Height - run.Y
			list = append(list, &annotation{
				place: run.Place, page: i, to: standing(lines[t.block], t.index),
				box: [4]float64{run.Glyphs[0].X, y - 0.2*run.Size, last.X + run.Size, y + run.Size},
				key: len(pages) + len(list),
			})
		}
	}
	return list
}

// standing is where the line with a character stands.
func standing(lines []line, index int) spot {
	for _, l := range lines {
		if index < l.end {
			return l.spot
		}
	}
	return lines[len(lines)-1].spot
}

// annotations adds the links, which are in the order of their pages, and gives
// each page its own and the key of its marks.
func (f *file) annotations(list []*annotation, pages []ref) {
	for _, a := range list {
		a.ref = f.add("<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4/StructParent %d/Dest[%v/XYZ 0 %.2f null]>>",
			a.box[0], a.box[1], a.box[2], a.box[3], a.key, pages[a.to.page], a.to.top)
	}
	for i, page := range pages {
		body := bytes.TrimSuffix(f.objects[page-1], []byte(">>"))
		b := fmt.Appendf(nil, "%s/StructParents %d/Tabs/S", body, i)
		if len(list) > 0 && list[0].page == i {
			b = append(b, "/Annots["...)
			for len(list) > 0 && list[0].page == i {
				b = fmt.Appendf(b, "%v ", list[0].ref)
				list = list[1:]
			}
			b = append(b, ']')
		}
		f.objects[page-1] = append(b, ">>"...)
	}
}
