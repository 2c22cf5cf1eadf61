package pdf

import (
	"fmt"
	"strings"

	"gongbao/formats/layout"
)

// element is a part of the document's logical structure.
type element struct {
	role   string
	parent *element
	page   int // of its first mark, from 0; -1 without marks
	kids   []kid
	ref    ref
}

// kid is an element inside another, a link's area, or else a marked content.
type kid struct {
	element    *element
	link       *annotation
	page, mark int
}

// tree is the logical structure of a document: what is a heading, a
// paragraph, a table, in the order of reading.
type tree struct {
	document *document
	root     *element
	all      []*element
	at       map[layout.Place]*element
	owners   [][]*element // by page and mark
	links    []*element   // the owners of the links, in their order
}

// tag is the structure type of a place.
func (d *document) tag(p layout.Place) string {
	switch {
	case d.blocks[p.Block].Table == nil:
		return d.roles[p.Block]
	case p.Row == layout.HeaderRow:
		return "TH"
	}
	return "TD"
}

func grow(d *document, marks [][]layout.Place, links []*annotation) *tree {
	t := &tree{document: d, at: map[layout.Place]*element{}}
	t.root = t.add(nil, "Document")
	for page, places := range marks {
		owners := make([]*element, len(places))
		for mark, place := range places {
			e := t.element(place)
			if e.page < 0 {
				e.page = page
			}
			e.kids = append(e.kids, kid{page: page, mark: mark})
			owners[mark] = e
		}
		t.owners = append(t.owners, owners)
	}
	for _, a := range links {
		e := t.element(a.place)
		e.kids = append(e.kids, kid{link: a, page: a.page})
		t.links = append(t.links, e)
	}
	return t
}

func (t *tree) add(parent *element, role string) *element {
	e := &element{role: role, parent: parent, page: -1}
	if parent != nil {
		parent.kids = append(parent.kids, kid{element: e})
	}
	t.all = append(t.all, e)
	return e
}

// element is the element of a place. The first cell of a row brings the whole
// row, so that blank cells count too.
func (t *tree) element(p layout.Place) *element {
	if e := t.at[p]; e != nil {
		return e
	}
	grid := t.document.blocks[p.Block].Table
	if grid == nil {
		t.at[p] = t.add(t.root, t.document.tag(p))
		return t.at[p]
	}
	whole := layout.Place{Block: p.Block, Row: wholeTable}
	if t.at[whole] == nil {
		t.at[whole] = t.add(t.root, "Table")
	}
	row := t.add(t.at[whole], "TR")
	for c := range grid.Columns {
		cell := layout.Place{Block: p.Block, Row: p.Row, Column: c}
		t.at[cell] = t.add(row, t.document.tag(cell))
		if _, ok := t.document.anchor(cell); ok {
			t.at[cell] = t.add(t.at[cell], "Link")
		}
	}
	return t.at[p]
}

// wholeTable is the row that stands for the table itself.
const wholeTable = layout.HeaderRow - 1

// structure adds the tree and returns its root. pages are the page objects.
func (f *file) structure(t *tree, pages []ref) ref {
	root := f.reserve()
	for _, e := range t.all {
		e.ref = f.reserve()
	}
	for _, e := range t.all {
		f.objects[e.ref-1] = e.body(root, pages)
	}
	var parents strings.Builder
	for page, owners := range t.owners {
		fmt.Fprintf(&parents, "%d[", page)
		for _, e := range owners {
			fmt.Fprintf(&parents, "%v ", e.ref)
		}
		parents.WriteString("]")
	}
	for i, e := range t.links {
		fmt.Fprintf(&parents, "%d %v ", len(t.owners)+i, e.ref)
	}
	f.set(root, "<</Type/StructTreeRoot/K[%v]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>",
		t.root.ref, parents.String(), len(t.owners)+len(t.links))
	return root
}

// body is the element's dictionary.
func (e *element) body(root ref, pages []ref) []byte {
	parent := root
	if e.parent != nil {
		parent = e.parent.ref
	}
	b := fmt.Appendf(nil, "<</S/%s/P %v", e.role, parent)
	if e.page >= 0 {
		b = fmt.Appendf(b, "/Pg %v", pages[e.page])
	}
	if e.role == "TH" {
		b = append(b, "/A<</O/Table/Scope/Column>>"...)
	}
	if len(e.kids) > 0 {
		b = append(b, "/K["...)
		for _, k := range e.kids {
			switch {
			case k.element != nil:
				b = fmt.Appendf(b, "%v ", k.element.ref)
			case k.link != nil:
				b = fmt.Appendf(b, "<</Type/OBJR/Obj %v/Pg %v>>", k.link.ref, pages[k.page])
			case k.page == e.page:
				b = fmt.Appendf(b, "%d ", k.mark)
			default:
				b = fmt.Appendf(b, "<</Type/MCR/Pg %v/MCID %d>>", pages[k.page], k.mark)
			}
		}
		b = append(b, ']')
	}
	return append(b, ">>"...)
}
