package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"gongbao/formats"
	"gongbao/formats/layout"
)

// resources is the number that the drawing back end gives the resources of
// all pages.
const resources = ref(2)

// finish makes a whole file of the drawn pages: fonts whose text can be
// copied, logical structure, outline, metadata and the bulletin itself.
func finish(drawn *drawing, pages []layout.Page, d *document, c *cast) ([]byte, error) {
	f, err := take(drawn.file)
	if err != nil {
		return nil, err
	}
	f.objects = f.objects[:len(f.objects)-2] // its information and catalog: ours follow
	f.squeezePages()
	f.set(resources, "<</Font<<%s>>>>", f.fonts(c))
	refs := make([]ref, len(pages))
	for i := range refs {
		refs[i] = ref(3 + 2*i) // as the drawing back end numbers them
	}
	links := annotations(d, pages)
	f.annotations(links, refs)
	t := grow(d, drawn.marks, links)
	catalog := fmt.Appendf(nil, "<</Type/Catalog/Pages 1 0 R/Lang(%s)/MarkInfo<</Marked true>>/StructTreeRoot %v"+
		"/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>", language(d.language), f.structure(t, refs))
	if o := f.outline(outline(d, pages), refs); o != 0 {
		catalog = fmt.Appendf(catalog, "/Outlines %v/PageMode/UseOutlines", o)
	}
	if d.data != nil {
		spec, err := f.attach(d.data)
		if err != nil {
			return nil, err
		}
		catalog = fmt.Appendf(catalog, "/AF[%v]/Names<</EmbeddedFiles<</Names[%s%v]>>>>", spec, text(attachment), spec)
	}
	catalog = fmt.Appendf(catalog, "/OutputIntents[%v]/Metadata %v>>",
		f.intent(), f.stream("/Type/Metadata/Subtype/XML", xmp(d)))
	info := f.add("<</Title%s%s/Producer%s>>", text(d.title), optional("/Author", d.author), text(producer))
	return f.bytes(f.add("%s", catalog), info), nil
}

// language is a language tag that stands safely in a PDF string.
func language(tag string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, tag)
}

const producer = "gongbao " + formats.Version

func optional(key, value string) string {
	if value == "" {
		return ""
	}
	return key + text(value)
}

// fonts adds the faces that the document uses and returns the entries of the
// font resources.
func (f *file) fonts(c *cast) string {
	var entries strings.Builder
	for i, a := range c.actors {
		if len(a.drawn) > 0 {
			fmt.Fprintf(&entries, "/F%d %v", i, f.font(a))
		}
	}
	return entries.String()
}

// font adds a face cut down to its part.
func (f *file) font(a *actor) ref {
	ttf := a.face.Subset(a.drawn)
	name := subsetTag(ttf) + "+" + a.face.Name
	m := a.face.Metrics
	program := f.squeezed(fmt.Sprintf("/Length1 %d", len(ttf)), ttf)
	descriptor := f.add("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %v>>",
		name, m.Box[0], m.Box[1], m.Box[2], m.Box[3], m.Ascent, m.Descent, m.CapHeight, m.Weight/5, program)
	descendant := f.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/CIDToGIDMap/Identity/DW 1000/W[%s]>>", name, descriptor, widths(a))
	unicode := f.squeezed("", toUnicode(a.spoken))
	return f.add("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		name, descendant, unicode)
}

// subsetTag is six capital letters that depend on the subset.
func subsetTag(ttf []byte) string {
	sum := sha256.Sum256(ttf)
	tag := sum[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}

// widths lists the glyphs that are not one em wide.
func widths(a *actor) string {
	var b strings.Builder
	for i, s := range a.drawn {
		if w := thousandths(a.face.Advance(s.Rune) - s.Left - s.Right); w != 1000 {
			fmt.Fprintf(&b, "%d[%d]", i+1, w)
		}
	}
	return b.String()
}

// toUnicode is the character map that says which character each glyph stands
// for, one for one, also beyond the Basic Multilingual Plane.
func toUnicode(spoken []rune) []byte {
	const most = 100 // entries in a section
	var b bytes.Buffer
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n" +
		"1 begincodespacerange<0000><FFFF>endcodespacerange\n")
	for i := 0; i < len(spoken); i += most {
		end := min(i+most, len(spoken))
		fmt.Fprintf(&b, "%d beginbfchar\n", end-i)
		for j, r := range spoken[i:end] {
			fmt.Fprintf(&b, "<%04X><", i+j+1)
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict/CMap defineresource pop end end\n")
	return b.Bytes()
}
