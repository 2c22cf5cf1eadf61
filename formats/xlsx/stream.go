package xlsx

import (
	"strconv"

	"gongbao/formats/table"
)

// stream is a table whose rows come one by one: a sheet, and further ones
// when it is full.
type stream struct {
	open   func(t table.Table) *sheet // makes the next sheet
	table  table.Table                // without rows
	active bool                       // its first sheet is the one in view
	sheets []*sheet
	buffer []byte
	rows   int
}

// add writes a row.
func (s *stream) add(row []table.Cell) error {
	if len(s.sheets) == 0 || s.current().last+len(split(row)) > maxRows {
		if err := s.next(); err != nil {
			return err
		}
	}
	s.rows++
	s.buffer = s.current().appendRows(s.buffer, row)
	if len(s.buffer) < 48<<10 {
		return nil
	}
	return s.flush()
}

func (s *stream) current() *sheet { return s.sheets[len(s.sheets)-1] }

func (s *stream) flush() error {
	_, err := s.current().grown.Write(s.buffer)
	s.buffer = s.buffer[:0]
	return err
}

// next ends the sheet and begins another.
func (s *stream) next() error {
	if err := s.end(); err != nil {
		return err
	}
	t := s.table
	if n := len(s.sheets); n > 0 {
		t.Label += " (" + strconv.Itoa(n+1) + ")"
	}
	sheet := s.open(t)
	grown, err := newPacked()
	if err != nil {
		return err
	}
	sheet.grown = grown
	s.sheets = append(s.sheets, sheet)
	s.buffer = sheet.appendHead(s.buffer, s.active && len(s.sheets) == 1)
	return nil
}

// end writes what stands behind the rows of the sheet.
func (s *stream) end() error {
	if len(s.sheets) == 0 {
		return nil
	}
	s.buffer = s.current().appendTail(s.buffer)
	return s.flush()
}

// close ends the last sheet; a table without rows is a sheet too.
func (s *stream) close() error {
	if len(s.sheets) == 0 {
		if err := s.next(); err != nil {
			return err
		}
	}
	return s.end()
}
