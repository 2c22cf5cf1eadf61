package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
)

// WriteError says which output could not be written.
type WriteError struct {
	Path string // "-" for standard output
	Err  error
}

func (e *WriteError) Error() string { return fmt.Sprintf("cannot write %s: %v", e.Path, e.Err) }

// Unwrap returns the cause.
func (e *WriteError) Unwrap() error { return e.Err }

// ErrForeign says that an output would overwrite a file of somebody else.
var ErrForeign = errors.New("there is a file that gongbao did not write: move it away, or give another folder for the output")

// named makes a WriteError of an error, without the temporary name that may
// stand in it.
func named(path string, err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &p):
		err = p.Err
	case errors.As(err, &l):
		err = l.Err
	}
	return &WriteError{path, err}
}

// stage holds files that are written under temporary names beside their own,
// until all are complete.
type stage struct {
	files []staged
}

type staged struct{ temp, path string }

// write writes a file for path with what fill writes, down to the disk. It
// makes the folder if need be. What is there must be an output of this program
// as own tells them; a nil own cannot tell. An error is a *WriteError, or one
// of fill.
func (s *stage) write(path string, own func(src []byte) bool, fill func(io.Writer) error) error {
	if err := mayReplace(path, own); err != nil {
		return named(path, err)
	}
	f, err := s.create(path)
	if err != nil {
		return named(path, err)
	}
	defer f.Close()
	if err := fill(output{f, path}); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return named(path, err)
	}
	return named(path, f.Close())
}

// output makes the errors of a writer name what it writes to.
type output struct {
	to   io.Writer
	path string
}

func (o output) Write(p []byte) (int, error) {
	n, err := o.to.Write(p)
	return n, named(o.path, err)
}

// mayReplace returns an error if at path there is a folder, or a file that is
// surely no output of ours, such as the PDF that somebody made the text from.
func mayReplace(path string, own func(src []byte) bool) error {
	info, err := os.Stat(path)
	switch {
	case err != nil || info.Size() == 0 && !info.IsDir():
		return nil
	case info.IsDir():
		return syscall.EISDIR
	case own == nil:
		return nil
	}
	src, err := readFile(path)
	if err == nil && !own(src) {
		return ErrForeign
	}
	return err
}

// create makes a temporary file in the folder of path. It is hidden, so that
// no run takes it for an input.
func (s *stage) create(path string) (*os.File, error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	for {
		temp := filepath.Join(dir, fmt.Sprintf(".gongbao-%016x.tmp", rand.Uint64()))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			s.files = append(s.files, staged{temp, path})
		}
		return f, err
	}
}

// commit gives all files their names. If one cannot have its name, none has.
func (s *stage) commit() error {
	for i, f := range s.files {
		if err := os.Rename(f.temp, f.path); err != nil {
			for _, done := range s.files[:i] {
				_ = os.Remove(done.path) // the error that led here says more
			}
			return named(f.path, err)
		}
	}
	s.syncFolders()
	return nil
}

// syncFolders makes the names last. Windows does that by itself.
func (s *stage) syncFolders() {
	var done []string
	for _, f := range s.files {
		dir := filepath.Dir(f.path)
		if runtime.GOOS == "windows" || slices.Contains(done, dir) {
			continue
		}
		done = append(done, dir)
		if d, err := os.Open(dir); err == nil {
			_ = d.Sync() // some file systems cannot; the files themselves are safe
			d.Close()
		}
	}
}

// discard removes the temporary files that are left.
func (s *stage) discard() {
	for _, f := range s.files {
		_ = os.Remove(f.temp) // it is gone already if it got its name
	}
}
