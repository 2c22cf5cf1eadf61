package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// file is a PDF as its objects: objects[i] is the body of object i+1.
type file struct {
	objects [][]byte
	zip     *zlib.Writer // made when first used
}

// ref names an object inside another.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// take reads the objects of what the drawing back end wrote, by its cross
// reference table.
func take(drawing []byte) (*file, error) {
	broken := errors.New("the drawn pages cannot be read back")
	at := bytes.LastIndex(drawing, []byte("\nxref\n0 "))
	if at < 0 {
		return nil, broken
	}
	lines := bytes.Split(drawing[at+len("\nxref\n"):], []byte("\n"))
	var count int
	if _, err := fmt.Sscanf(string(lines[0]), "0 %d", &count); err != nil || len(lines) <= count {
		return nil, broken
	}
	f := &file{objects: make([][]byte, count-1)}
	for i := range f.objects {
		offset, err := strconv.Atoi(string(lines[i+2][:10]))
		if err != nil || offset > at {
			return nil, broken
		}
		body := drawing[offset:at]
		head := []byte(strconv.Itoa(i+1) + " 0 obj\n")
		end := bytes.Index(body, []byte("\nendobj"))
		if !bytes.HasPrefix(body, head) || end < 0 {
			return nil, broken
		}
		f.objects[i] = body[len(head):end]
	}
	return f, nil
}

// reserve makes room for an object that others name before it is written.
func (f *file) reserve() ref {
	f.objects = append(f.objects, nil)
	return ref(len(f.objects))
}

func (f *file) set(r ref, format string, args ...any) {
	f.objects[r-1] = fmt.Appendf(nil, format, args...)
}

func (f *file) add(format string, args ...any) ref {
	r := f.reserve()
	f.set(r, format, args...)
	return r
}

// stream adds a stream; dictionary is what stands in its dictionary besides
// the length.
func (f *file) stream(dictionary string, data []byte) ref {
	b := fmt.Appendf(nil, "<<%s/Length %d>>\nstream\n", dictionary, len(data))
	b = append(b, data...)
	f.objects = append(f.objects, append(b, "\nendstream"...))
	return ref(len(f.objects))
}

// squeezed adds a compressed stream.
func (f *file) squeezed(dictionary string, data []byte) ref {
	return f.stream("/Filter/FlateDecode"+dictionary, f.squeeze(data))
}

func (f *file) squeeze(data []byte) []byte {
	var out bytes.Buffer
	if f.zip == nil {
		f.zip = newZip()
	}
	f.zip.Reset(&out)
	_, err := f.zip.Write(data)
	if err == nil {
		err = f.zip.Close()
	}
	if err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	return out.Bytes()
}

// newZip compresses at the level that costs outlines a tenth of their size and
// saves most of the time: they repeat little.
func newZip() *zlib.Writer {
	w, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is a valid constant
	}
	return w
}

// squeezePages compresses the streams of the drawn pages.
func (f *file) squeezePages() {
	for i, body := range f.objects {
		head, data, ok := bytes.Cut(body, []byte(">>\nstream\n"))
		if !ok || !bytes.HasPrefix(head, []byte("<</Length ")) {
			continue
		}
		data = f.squeeze(bytes.TrimSuffix(data, []byte("\nendstream")))
		f.set(ref(i+1), "<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(data), data)
	}
}

// bytes writes the file. What is no stream goes into compressed object
// streams; the identifier is the digest of all objects.
func (f *file) bytes(root, info ref) []byte {
	packed := f.pack()
	entries := make([]place, len(f.objects)+2)
	copy(entries, packed)
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	for i, body := range f.objects {
		if e := &entries[i+1]; e.kind == 0 {
			*e = place{1, out.Len(), 0}
			fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
		}
	}
	id := sha256.Sum256(out.Bytes())
	at := out.Len()
	number := len(entries) - 1
	entries[number] = place{1, at, 0}
	table := f.squeeze(crossReferences(entries))
	fmt.Fprintf(&out, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%x><%x>]/Filter/FlateDecode/Length %d>>\nstream\n",
		number, len(entries), root, info, id[:16], id[:16], len(table))
	out.Write(table)
	fmt.Fprintf(&out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
	return out.Bytes()
}

// place is where an object is: kind 1 at an offset, kind 2 in an object stream
// as its index-th; kind 0 is no object.
type place struct{ kind, at, index int }

func crossReferences(entries []place) []byte {
	b := make([]byte, 0, 7*len(entries))
	entries[0].index = 0xFFFF
	for _, e := range entries {
		b = append(b, byte(e.kind))
		b = binary.BigEndian.AppendUint32(b, uint32(e.at))
		b = binary.BigEndian.AppendUint16(b, uint16(e.index))
	}
	return b
}

// pack adds object streams with all objects that are no streams, and says by
// number which object is where in them.
func (f *file) pack() []place {
	const most = 500 // objects in a stream
	places := make([]place, len(f.objects)+1)
	var numbers, bodies bytes.Buffer
	var members []int
	flush := func() {
		if len(members) == 0 {
			return
		}
		dictionary := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(members), numbers.Len())
		numbers.Write(bodies.Bytes())
		r := f.squeezed(dictionary, numbers.Bytes())
		for index, number := range members {
			places[number] = place{2, int(r), index}
		}
		numbers.Reset()
		bodies.Reset()
		members = members[:0]
	}
	for i, body := range f.objects {
		if bytes.HasSuffix(body, []byte("endstream")) {
			continue
		}
		fmt.Fprintf(&numbers, "%d %d ", i+1, bodies.Len())
		bodies.Write(body)
		bodies.WriteByte('\n')
		if members = append(members, i+1); len(members) == most {
			flush()
		}
	}
	flush()
	return places
}

// text is a text string: UTF-16 with a mark, in hexadecimal.
func text(s string) string {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(append(b, '>'))
}
