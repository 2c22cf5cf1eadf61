package batch

import (
	"bufio"
	"context"
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

// stage holds files that are written under temporary names beside their own,
// until all are complete.
type stage struct {
	ctx   context.Context
	files []staged
}

type staged struct{ temp, path string }

// write writes a file for path. It makes the folder if need be.
func (s *stage) write(path string, content func(io.Writer) error) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return syscall.EISDIR
	}
	f, err := s.create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	buf := bufio.NewWriterSize(writer{s.ctx, f}, 64<<10)
	if err := content(buf); err != nil {
		return cause(err)
	}
	if err := buf.Flush(); err != nil {
		return cause(err)
	}
	if err := f.Sync(); err != nil {
		return cause(err)
	}
	return f.Close()
}

// cause is the error without the temporary name in it.
func cause(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// create makes a temporary file in the folder of path. It is hidden, so that
// no run takes it for an input.
func (s *stage) create(path string) (*os.File, error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, cause(err)
	}
	for {
		temp := filepath.Join(dir, fmt.Sprintf(".gongbao-%016x.tmp", rand.Uint64()))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if os.IsExist(err) {
			continue
		}
		if err != nil {
			return nil, cause(err)
		}
		s.files = append(s.files, staged{temp, path})
		return f, nil
	}
}

// commit gives all files their names. If one cannot have its name, none has.
func (s *stage) commit() error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	for i, f := range s.files {
		if err := os.Rename(f.temp, f.path); err != nil {
			for _, done := range s.files[:i] {
				os.Remove(done.path)
			}
			return &WriteError{f.path, cause(err)}
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
			d.Sync() // some file systems cannot; the files themselves are safe
			d.Close()
		}
	}
}

// discard removes the temporary files that are left.
func (s *stage) discard() {
	for _, f := range s.files {
		os.Remove(f.temp)
	}
}

// writer stops writing when its context ends.
type writer struct {
	ctx context.Context
	w   io.Writer
}

func (w writer) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.w.Write(b)
}
