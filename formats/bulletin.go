// Package formats says what a bulletin is: the model that every reader fills and every writer consumes, its JSON and its schema.
package formats

// Version is the program's version, as every output states it.
const Version = "0.1.0"

// Span is a half-open range of bytes of Text.Source, on rune borders. In JSON
// it counts the unit that offsetUnit names. The empty span at 0 in a Note
// means the whole document.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Optional is a string that may be absent; the empty string is JSON null.
type Optional string

// Quote is a piece of the source and its place. Text equals the source slice
// unless a script variant reworded it; the place never changes.
type Quote struct {
	Text string `json:"text"`
	Span
}

// ParagraphKind is the part a paragraph plays in its document.
type ParagraphKind string

// The kinds of paragraph.
const (
	TitleParagraph     ParagraphKind = "title"
	MetaParagraph      ParagraphKind = "meta"
	HeadingParagraph   ParagraphKind = "heading"
	BodyParagraph      ParagraphKind = "body"
	ListParagraph      ParagraphKind = "list"
	TableParagraph     ParagraphKind = "table"
	SignatureParagraph ParagraphKind = "signature"
)

// Paragraph is one paragraph of the source.
type Paragraph struct {
	Kind  ParagraphKind `json:"kind"`
	Level int           `json:"level"` // depth of a heading or list item, 1 the outermost; else 0
	Text  string        `json:"text"`  // may be reworded by a script variant
	Span
}

// Text is a decoded document: what readers make and the parser takes.
// Source is never rewritten.
type Text struct {
	Name       string // the input's base name, or "-" for standard input
	MediaType  string // such as "text/plain"
	Encoding   string // IANA name in lower case, such as "utf-8", "gb18030"
	Digest     string // "sha256:" and the hex digest of the input bytes
	Source     string // valid UTF-8
	Paragraphs []Paragraph
	Notes      []Note // what reading could not keep, such as undecodable bytes
}

// Bulletin is an understood document. The zero value of a field means that
// the text does not say it.
type Bulletin struct {
	Language     string // BCP 47: zh-Hans or zh-Hant; zh-CN, zh-TW or zh-HK for a variant
	Text         Text
	Title        *Quote
	Issuer       *Quote
	Date         *Date
	Meetings     []Meeting
	Attendees    []Attendee
	Priorities   []Priority
	Decisions    []Decision
	Appointments []Appointment
	Documents    []Document
	Figures      []Figure
	Slogans      []Quote
	Notes        []Note
	Generator    Generator
}

// Generator is the program that made a bulletin.
type Generator struct {
	Name       string `json:"name"`
	Version    string `json:"version"`
	Dictionary string `json:"dictionary"`
}

// Date is a day or a range of days. Start and End are ISO 8601 (YYYY-MM-DD);
// where the year cannot be decided, --MM-DD.
type Date struct {
	Start Optional `json:"start"`
	End   Optional `json:"end"`
	EDTF  Optional `json:"edtf"`  // ISO 8601-2; an inferred year carries "?"
	Basis Optional `json:"basis"` // where the year comes from; one of the Basis constants
	Text  string   `json:"text"`
	At    Span     `json:"at"`
}

// The bases of a date's year.
const (
	BasisStated      = "stated"
	BasisPublished   = "published"
	BasisWeekday     = "weekday"
	BasisWorkYear    = "work-year"
	BasisAnniversary = "anniversary"
	BasisContext     = "context"
)

// Meeting is a meeting that the text reports as held.
type Meeting struct {
	Name       Quote    `json:"name"`
	Kind       Optional `json:"kind"` // such as "plenum", "executive-meeting", "board"
	Organizer  Optional `json:"organizer"`
	Term       *int     `json:"term" jsonschema:"nullable"`    // 六届五次: 6
	Session    *int     `json:"session" jsonschema:"nullable"` // 六届五次: 5
	Place      *Quote   `json:"place" jsonschema:"nullable"`
	Form       *Quote   `json:"form" jsonschema:"nullable"` // video, by circulation and the like, as the text has it
	PresidedBy []string `json:"presidedBy"`
}

// AttendeeKind tells persons, groups of people and bodies apart.
type AttendeeKind string

// The kinds of attendee.
const (
	Person AttendeeKind = "person"
	Group  AttendeeKind = "group"
	Body   AttendeeKind = "body"
)

// Role is what an attendee did at the meeting.
type Role string

// The roles. Directed means sent instructions without being there.
const (
	Presided  Role = "presided"
	Reported  Role = "reported"
	Spoke     Role = "spoke"
	Deployed  Role = "deployed"
	Guided    Role = "guided"
	Attended  Role = "attended"
	Nonvoting Role = "nonvoting"
	Absent    Role = "absent"
	Recorded  Role = "recorded"
	Directed  Role = "directed"
)

// Attendee is a person, group or body with a part in the meeting.
type Attendee struct {
	Kind         AttendeeKind `json:"kind"`
	Name         string       `json:"name"`
	Surface      Optional     `json:"surface"` // the exact text where the name is spaced or infixed
	Titles       []string     `json:"titles"`
	Organization Optional     `json:"organization"`
	Roles        []Role       `json:"roles"`
	Count        *int         `json:"count" jsonschema:"nullable"`
	Unit         Optional     `json:"unit"`
	Approximate  bool         `json:"approximate"`
	Excludes     []string     `json:"excludes"` // 不是…的: whom the group leaves out
	Spans        []Span       `json:"spans"`    // first the name or surface itself, then further mentions
	Confidence   float64      `json:"confidence"`
	Why          []string     `json:"why"`          // the evidence, as short stable words
	Alternatives []string     `json:"alternatives"` // other readings of the name
}

// Priority is one block of what a meeting demands, decides or sets as goal.
type Priority struct {
	ID           string   `json:"id"`
	Parent       Optional `json:"parent"` // ID of the enclosing priority
	Rank         int      `json:"rank"`   // 1 for the first in the text
	Lead         Optional `json:"lead"`   // the phrase that introduces it, such as 會議強調
	Speaker      Optional `json:"speaker"`
	Theme        *Quote   `json:"theme" jsonschema:"nullable"`
	Measures     []Quote  `json:"measures"`
	Target       *Quote   `json:"target" jsonschema:"nullable"`
	LeadUnit     *Quote   `json:"leadUnit" jsonschema:"nullable"`
	SupportUnits []Quote  `json:"supportUnits"`
	Responsible  []Quote  `json:"responsible"`
	Deadline     *Date    `json:"deadline" jsonschema:"nullable"`
	Confidence   float64  `json:"confidence"`
}

// Outcome is what became of an agenda item.
type Outcome string

// The outcomes.
const (
	Adopted            Outcome = "adopted"
	AdoptedInPrinciple Outcome = "adopted-in-principle"
	Approved           Outcome = "approved"
	Noted              Outcome = "noted"
	Deferred           Outcome = "deferred"
	Rejected           Outcome = "rejected"
)

// Votes counts a ballot; what the text does not count is nil.
type Votes struct {
	For     *int `json:"for" jsonschema:"nullable"`
	Against *int `json:"against" jsonschema:"nullable"`
	Abstain *int `json:"abstain" jsonschema:"nullable"`
}

// Decision is what a meeting adopted, approved, noted, deferred or rejected.
type Decision struct {
	Quote
	Document Optional `json:"document"` // the 《…》 decided on
	Outcome  Outcome  `json:"outcome"`
	Votes    *Votes   `json:"votes" jsonschema:"nullable"`
}

// Act is what happened to a person in an appointment.
type Act string

// The acts.
const (
	Appointed Act = "appointed"
	Elected   Act = "elected"
	Removed   Act = "removed"
	Resigned  Act = "resigned"
	CoOpted   Act = "co-opted"
)

// Appointment is one person's change of post; the span is the person's name.
type Appointment struct {
	Person string `json:"person"`
	Post   string `json:"post"`
	Act    Act    `json:"act"`
	Span
}

// Document is a 《…》 that names a document, law or book, brackets included.
type Document struct {
	Title  string   `json:"title"`
	Status Optional `json:"status"` // 草案, 送审稿 and the like
	Span
}

// FigureKind tells what is aimed at from what was reached.
type FigureKind string

// The kinds of figure.
const (
	TargetFigure FigureKind = "target"
	ResultFigure FigureKind = "result"
)

// Figure is a quantity with a unit or per cent that the text states.
type Figure struct {
	Quote
	Metric     Optional   `json:"metric"`
	Value      float64    `json:"value"`
	Unit       Optional   `json:"unit"`
	Comparison string     `json:"comparison"` // one of = ≈ ≥ ≤ > <
	Kind       FigureKind `json:"kind"`
}
