package samples_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"gongbao/samples"
)

// gold is an annotation: what a careful reader finds in a bulletin.
type gold struct {
	ID           string            `json:"id"`
	Title        *string           `json:"title"`
	Source       *string           `json:"source"`
	Script       string            `json:"script"`
	Date         *string           `json:"date"`
	DateBasis    string            `json:"date_basis"`
	Meetings     []goldMeeting     `json:"meetings"`
	Attendance   []goldAttendee    `json:"attendance"`
	Priorities   []goldPriority    `json:"priorities"`
	Decisions    []string          `json:"decisions"`
	Appointments []goldAppointment `json:"appointments"`
	Documents    []string          `json:"documents"`
	Figures      []goldFigure      `json:"figures"`
}

type goldMeeting struct {
	Name    string  `json:"name"`
	Kind    *string `json:"kind"`
	Session *struct {
		Term   *int `json:"term"`
		Number *int `json:"number"`
	} `json:"session"`
	Place      *string  `json:"place"`
	PresidedBy []string `json:"presided_by"`
}

type goldAttendee struct {
	Name        *string  `json:"name"`
	BodyOrGroup *string  `json:"body_or_group"`
	Titles      []string `json:"titles"`
	Role        string   `json:"role"`
	Count       *int     `json:"count"`
	Unit        *string  `json:"unit"`
	Surface     *string  `json:"surface"`
}

type goldPriority struct {
	Lead         *string  `json:"lead"`
	Theme        *string  `json:"theme"`
	Items        []string `json:"items"`
	Target       *string  `json:"target"`
	LeadUnit     *string  `json:"lead_unit"`
	SupportUnits []string `json:"support_units"`
	Deadline     *string  `json:"deadline"`
}

type goldAppointment struct {
	Person string `json:"person"`
	Post   string `json:"post"`
	Act    string `json:"act"`
}

type goldFigure struct {
	Text string `json:"text"`
}

// names lists the samples, sorted, without ".txt".
func names(t testing.TB) []string {
	t.Helper()
	files, err := fs.Glob(samples.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 12 {
		t.Fatalf("%d samples, want at least 12", len(files))
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(f, ".txt")
	}
	return files
}

// sample returns a sample's bytes.
func sample(t testing.TB, name string) []byte {
	t.Helper()
	b, err := samples.FS.ReadFile(name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// annotation returns a sample's annotation and refuses unknown keys.
func annotation(t testing.TB, name string) gold {
	t.Helper()
	b, err := samples.FS.ReadFile(name + ".gold.json")
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	var g gold
	if err := d.Decode(&g); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return g
}

// decoded is the sample's text by the encoding that README.md states for it:
// the annotations are checked independently of the program's own detection.
func decoded(t *testing.T, name string, src []byte) string {
	t.Helper()
	e := xunicode.UTF8BOM
	switch name {
	case "executive-meeting-hans":
		e = simplifiedchinese.GB18030
	case "school-minutes-tw":
		e = traditionalchinese.Big5
	case "party-group-hans", "cppcc-chairpersons-hans":
		e = xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM)
	}
	b, err := e.NewDecoder().Bytes(src)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(b)
}

func TestTexts(t *testing.T) {
	for _, name := range names(t) {
		text := decoded(t, name, sample(t, name))
		if strings.ContainsRune(text, utf8.RuneError) {
			t.Errorf("%s: the text does not decode in its encoding", name)
		}
		if n := utf8.RuneCountInString(text); n < 500 || n > 2500 {
			t.Errorf("%s has %d characters, want 500 to 2500", name, n)
		}
	}
}

func TestAnnotations(t *testing.T) {
	for _, name := range names(t) {
		g := annotation(t, name)
		text := decoded(t, name, sample(t, name))
		if g.ID != name {
			t.Errorf("%s: id is %q", name, g.ID)
		}
		for what, spans := range g.spans() {
			for _, s := range spans {
				if s == "" || !strings.Contains(text, s) {
					t.Errorf("%s: %s %q is not a piece of the text", name, what, s)
				}
			}
		}
		checkDate(t, g)
		checkAttendance(t, g)
		checkPriorities(t, g)
		for _, d := range g.Documents {
			if !strings.HasPrefix(d, "《") || !strings.HasSuffix(d, "》") {
				t.Errorf("%s: document %q is not in 《》", name, d)
			}
		}
	}
}

// spans groups every value that must be an exact piece of the text.
func (g gold) spans() map[string][]string {
	m := map[string][]string{
		"title": set(g.Title), "source": set(g.Source),
		"decision": g.Decisions, "document": g.Documents,
	}
	add := func(what string, s ...string) { m[what] = append(m[what], s...) }
	for _, x := range g.Meetings {
		add("meeting", x.Name)
		add("place", set(x.Place)...)
		add("presided_by", x.PresidedBy...)
	}
	for _, x := range g.Attendance {
		if x.Surface != nil {
			add("surface", *x.Surface)
		} else {
			add("name", set(x.Name)...)
		}
		add("group", set(x.BodyOrGroup)...)
		add("title of a person", x.Titles...)
	}
	for _, x := range g.Priorities {
		add("lead", set(x.Lead)...)
		add("theme", set(x.Theme, x.Target)...)
		add("item", x.Items...)
		add("unit", set(x.LeadUnit)...)
		add("unit", x.SupportUnits...)
		add("deadline", set(x.Deadline)...)
	}
	for _, x := range g.Appointments {
		add("appointment", x.Person, x.Post)
	}
	for _, x := range g.Figures {
		add("figure", x.Text)
	}
	return m
}

// set lists the strings that are present.
func set(optional ...*string) []string {
	var out []string
	for _, s := range optional {
		if s != nil {
			out = append(out, *s)
		}
	}
	return out
}

func checkDate(t *testing.T, g gold) {
	if g.DateBasis == "" {
		t.Errorf("%s: the date has no basis", g.ID)
	}
	if g.Date != nil && !regexp.MustCompile(`^(\d{4}-|--)\d\d-\d\d$`).MatchString(*g.Date) {
		t.Errorf("%s: date %q", g.ID, *g.Date)
	}
}

func checkAttendance(t *testing.T, g gold) {
	seen := map[string]bool{}
	for _, a := range g.Attendance {
		switch a.Role {
		case "presided", "reported", "spoke", "deployed", "guided", "attended", "nonvoting", "absent", "recorded", "mentioned_leader":
		default:
			t.Errorf("%s: role %q", g.ID, a.Role)
		}
		who := append(set(a.Name), set(a.BodyOrGroup)...)
		if len(who) != 1 {
			t.Errorf("%s: an entry must be a person or a group, not %q", g.ID, who)
			continue
		}
		key := who[0] + " " + a.Role
		if seen[key] && a.Count == nil {
			t.Errorf("%s: %s twice", g.ID, key)
		}
		seen[key] = true
		if a.Surface != nil && !subsequence(*a.Name, *a.Surface) {
			t.Errorf("%s: surface %q does not spell %q", g.ID, *a.Surface, *a.Name)
		}
	}
}

// subsequence reports whether the letters of s stand in this order in within.
func subsequence(s, within string) bool {
	rest := []rune(s)
	for _, r := range within {
		if len(rest) > 0 && !unicode.IsSpace(r) && r == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

func checkPriorities(t *testing.T, g gold) {
	for _, p := range g.Priorities {
		if p.Theme == nil && p.Target == nil && len(p.Items) == 0 {
			t.Errorf("%s: an empty priority", g.ID)
		}
		for _, item := range p.Items {
			if p.Target != nil && item == *p.Target {
				t.Errorf("%s: target %q is an item too", g.ID, item)
			}
		}
	}
}
