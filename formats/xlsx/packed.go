package xlsx

import (
	"archive/zip"
	"compress/flate"
	"hash/crc32"
	"io"
)

// packed is a file that is compressed while it grows, so that several can
// grow at once in little memory.
type packed struct {
	content chunks
	flate   *flate.Writer
	sum     uint32
	size    uint64
}

// chunks hold bytes without ever moving them.
type chunks struct {
	full [][]byte
	last []byte
	size uint64
}

// Write keeps a copy of b. It does not fail.
func (c *chunks) Write(b []byte) (int, error) {
	const length = 64 << 10
	c.size += uint64(len(b))
	for rest := b; len(rest) > 0; {
		if len(c.last) == cap(c.last) {
			c.full = append(c.full, c.last)
			c.last = make([]byte, 0, length)
		}
		n := min(len(rest), cap(c.last)-len(c.last))
		c.last = append(c.last, rest[:n]...)
		rest = rest[n:]
	}
	return len(b), nil
}

// drain writes the bytes to w and gives each chunk free.
func (c *chunks) drain(w io.Writer) error {
	for i, chunk := range append(c.full, c.last) {
		if _, err := w.Write(chunk); err != nil {
			return err
		}
		if i < len(c.full) {
			c.full[i] = nil
		}
	}
	return nil
}

func newPacked() (*packed, error) {
	p := &packed{}
	var err error
	p.flate, err = flate.NewWriter(&p.content, flate.BestSpeed)
	return p, err
}

// Write compresses b. It fails only for want of memory.
func (p *packed) Write(b []byte) (int, error) {
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b)
	p.size += uint64(len(b))
	return p.flate.Write(b)
}

// addTo ends the file and puts it into an archive.
func (p *packed) addTo(z *zip.Writer, name string) error {
	if err := p.flate.Close(); err != nil {
		return err
	}
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: p.sum,
		CompressedSize64: p.content.size, UncompressedSize64: p.size,
	})
	if err != nil {
		return err
	}
	return p.content.drain(w)
}
