package xlsx

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongbao/formats"
)

func TestOwn(t *testing.T) {
	ours := workbook(t, &formats.Bulletin{}, Options{})
	var saved, foreign, archive bytes.Buffer
	if err := open(t, ours).Write(&saved); err != nil {
		t.Fatal(err)
	}
	if err := excelize.NewFile().Write(&foreign); err != nil {
		t.Fatal(err)
	}
	if err := zip.NewWriter(&archive).Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		src  []byte
		want bool
	}{
		{"ours", ours, true},
		{"saved by another program", saved.Bytes(), true},
		{"of another program", foreign.Bytes(), false},
		{"an empty archive", archive.Bytes(), false},
		{"cut off", ours[:len(ours)/2], false},
		{"a text", []byte("会议信息"), false},
		{"nothing", nil, false},
	} {
		if got := own(c.src); got != c.want {
			t.Errorf("%s: own = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestFormat(t *testing.T) {
	f := Format(Options{SheetLanguage: "en"})
	var viaFormat bytes.Buffer
	b := bulletin(t, "hans")
	if _, err := f.Write(&viaFormat, b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(viaFormat.Bytes(), workbook(t, b, Options{SheetLanguage: "en"})) {
		t.Error("the format does not write as its options say")
	}
	if f.Name != "xlsx" || f.Exts[0] != ".xlsx" || f.Read != nil {
		t.Errorf("format %+v", f)
	}
}

// failing is a writer that takes n bytes and then no more.
type failing int

func (f *failing) Write(p []byte) (int, error) {
	if *f -= failing(len(p)); *f < 0 {
		return 0, bytes.ErrTooLarge
	}
	return len(p), nil
}

func TestWriteError(t *testing.T) {
	b := bulletin(t, "hans")
	for n := failing(0); n < 15000; n += 3000 {
		w := n
		if _, err := Write(&w, b, Options{}); err == nil {
			t.Errorf("no error from a writer that fails after %d bytes", n)
		}
	}
}

func TestOverlongIsNoted(t *testing.T) {
	b := hostileBulletin(hostile())
	notes, err := Write(new(bytes.Buffer), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(notes) == 0 || notes[0].Code != "cell-split" {
		t.Errorf("%d notes on texts that do not fit into a cell", len(notes))
	}
}
