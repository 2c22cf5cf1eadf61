package formats

import "io"

// Format is one row of the table of formats. A nil function means that the
// format cannot do that.
type Format struct {
	Name      string
	MediaType string
	Exts      []string // with the dot, in lower case; the first names outputs

	// Read decodes a document that is still to be understood. An error names
	// the place in the input and what to do next, not the file.
	Read func(src []byte, name string) (Text, error)

	// Load reads a bulletin back that this program wrote.
	Load func(src []byte) (*Bulletin, error)

	// Own reports whether src is an output of this program.
	Own func(src []byte) bool

	// Write writes a bulletin. The notes say what the format could not hold.
	Write func(w io.Writer, b *Bulletin) ([]Note, error)
}
