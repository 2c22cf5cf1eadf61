package script

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/transform"

	"gongbao/formats"
)

func ExampleNew() {
	c, err := New("tw")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.String("会议强调，干部要做实事。"))
	// Output: 會議強調，幹部要做實事。
}

func ExampleConverter_Writer() {
	c, _ := New("s2twp")
	var out strings.Builder
	w := c.Writer(&out)
	io.WriteString(w, "开放软")
	io.WriteString(w, "件")
	w.Close()
	fmt.Println(out.String())
	// Output: 開放軟體
}

func TestUnknownProfile(t *testing.T) {
	_, err := New("s2x")
	if err == nil || !strings.Contains(err.Error(), "cn, tw, hk, s2t") {
		t.Errorf("the error is %v; it should list the profiles", err)
	}
}

// pieces has what makes the edges of chunks hard.
const pieces = "这里面有干部的发展后台，⿰门兑、头发发展。⿲⿰门兑里面发\xff\xe5里\xe5\x8f面台里面着\ufe00🙂里\u200d面\uf900\U0002f800乾隆，" +
	"裡面著名的軟體埠，純喫茶小舖里面。PN結、U盤、SQL注入，⿰"

func TestChunks(t *testing.T) {
	for _, profile := range Profiles() {
		c := converter(t, profile)
		text := strings.Repeat(pieces, 60)
		want := c.String(text)
		for _, size := range []int{1, 2, 3, 5, 7, 64, 1000, 70000} {
			if got := written(c, []byte(text), size); got != want {
				t.Errorf("%s in chunks of %d bytes differs", profile, size)
			}
		}
		if got, _, err := transform.String(c.Transformer(), text); err != nil || got != want {
			t.Errorf("%s transformed differs: %v", profile, err)
		}
	}
}

// written converts text that comes in chunks, each looked at as it comes.
func written(c *Converter, text []byte, size int) string {
	var out bytes.Buffer
	w := c.Writer(&out)
	w.g = c.segmenter(c.source(text))
	for len(text) > 0 {
		w.wait = 0
		n := min(size, len(text))
		w.Write(text[:n])
		text = text[n:]
	}
	w.Close()
	return out.String()
}

// TestLongLines holds that lines without an end, and without any mark, come
// out the same in chunks, and that memory does not grow with them.
func TestLongLines(t *testing.T) {
	for _, profile := range []string{"tw", "cn", "s2tw", "tw2s"} {
		c := converter(t, profile)
		for _, part := range []string{"发展", "发展，", "里面著", "“发展”（干部）"} {
			text := strings.Repeat(part, 20000)
			if written(c, []byte(text), 999) != c.String(text) {
				t.Errorf("%s of a long line of %s differs in chunks", profile, part)
			}
		}
	}
}

func TestGoroutines(t *testing.T) {
	for _, profile := range Profiles() {
		c := converter(t, profile)
		text := strings.Repeat(pieces, 20)
		want := c.String(text)
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				if c.String(text) != want {
					t.Errorf("%s differs in a goroutine", profile)
				}
			})
		}
		wait.Wait()
	}
}

func TestAppendKeepsAndDoesNotAllocate(t *testing.T) {
	src := []byte(strings.Repeat(pieces, 10))
	for _, profile := range Profiles() {
		c := converter(t, profile)
		out := c.Append([]byte("x"), src)
		if !bytes.Equal(out[1:], c.Append(nil, src)) || out[0] != 'x' {
			t.Errorf("%s: Append lost what was in dst", profile)
		}
		room := make([]byte, 0, len(out))
		if n := testing.AllocsPerRun(10, func() { room = c.Append(room[:0], src) }); n != 0 {
			t.Errorf("%s: Append allocates %v times", profile, n)
		}
	}
}

func TestAppendStaysInItsRoom(t *testing.T) {
	c := converter(t, "tw")
	buf := []byte("....................")
	out := c.Append(buf[:0], []byte("发展"))
	if string(out) != "發展" || string(buf[len(out):]) != ".............." {
		t.Errorf("%q", buf)
	}
}

func TestBulletin(t *testing.T) {
	three := 3
	in := &formats.Bulletin{
		Language: "zh-Hans",
		Text:     formats.Text{Source: "书记范后云讲话", Paragraphs: []formats.Paragraph{{Text: "书记范后云讲话"}}},
		Attendees: []formats.Attendee{
			{Kind: formats.Person, Name: "范后云", Titles: []string{"书记"}, Count: &three},
			{Kind: formats.Group, Name: "干部", Spans: []formats.Span{{Start: 1, End: 2}}},
		},
		Meetings: []formats.Meeting{{Name: formats.Quote{Text: "动员会"}, PresidedBy: []string{"范后云"}}},
	}
	c, _ := New("tw")
	out := c.Bulletin(in)
	if out.Language != "zh-TW" || out.Text.Source != in.Text.Source {
		t.Errorf("language %q, source %q", out.Language, out.Text.Source)
	}
	if got := out.Attendees[1].Name; got != "幹部" {
		t.Errorf("group is %q", got)
	}
	name := out.Attendees[0].Name
	if got := out.Text.Paragraphs[0].Text; got != "書記"+name+"講話" {
		t.Errorf("paragraph %q spells the name in another way than %q", got, name)
	}
	*out.Attendees[0].Count = 4
	out.Attendees[1].Spans[0].Start = 9
	if three != 3 || in.Attendees[1].Spans[0].Start != 1 || in.Attendees[0].Titles[0] != "书记" {
		t.Error("the copy shares memory with the original")
	}
}
