package site

// Doc is a page's text, converted. It depends on the text and its declared
// inputs alone and is never changed once made, so it can be kept and shared.
type Doc struct {
	HTML      string // the body; well-formed, with nothing at the holes
	Version   string // of HTML: another text has another one; "" for no text
	Refused   bool   // the text was given up before it was converted
	Holes     []Hole // in order of At
	Headings  []Heading
	Anchors   []string // every id in HTML that a link may point at
	Steps     []Step   // the timed parts, in order
	Blocks    []Block  // of a session, in order
	Fields    []Field
	Filled    []Filled // in the order of their holes
	Questions []Group
	Terms     []Term // of a glossary
	Left      Left
	External  []Outlink // in the order of the text
	Problems  []Problem
}

// Hole is a place in a Doc's HTML where something of another file belongs: its
// address, as the value of an href or src attribute, the next of the Doc's filled
// sheets, or what a block of a session uses. It is filled, with escaping, when the page is framed.
type Hole struct {
	At     int      // offset in HTML
	Kind   HoleKind // what the target is
	Target string   // page: source path ("content/nb/strategier/lytting.md"); image: source path; term: a term's id; filled: a worksheet's id; uses: a block's anchor
	Anchor string   // without '#'; "" for none
	Pos    Pos      // where the author wrote it
}

// HoleKind says what a hole's target is.
type HoleKind int

// The kinds of holes.
const (
	PageHole   HoleKind = iota // a page of the handbook
	ImageHole                  // a file beside the page, published under a hashed name
	TermHole                   // a term in the glossary of the page's language
	FilledHole                 // a worksheet that is filled in
	UsesHole                   // what a block of a session uses
)

// Filled is a worksheet as somebody filled it in: an example's answers, to be shown
// under the sheet's own questions.
type Filled struct {
	Sheet string // the worksheet's page id
	Pos   Pos
	Lines []FilledLine // in the author's order; a field's rows or paragraphs follow each other
}

// FilledLine is an answer, or a row or paragraph of one.
type FilledLine struct {
	Field  string
	Answer string // plain
	Choice string // the answer where it names options, as it is written: words are not renamed in it
	Pos    Pos
}

// Heading is a heading of the text.
type Heading struct {
	Level   int // 1–6
	ID      string
	Text    string // plain
	Minutes Range  // from "(10 min)"
}

// Step is a part of an activity or a session that takes a stated time: a heading
// or an item of a numbered list with minutes.
type Step struct {
	Title   string // plain
	Anchor  string // the heading's id; "" for a list item
	Minutes Range
}

// Block is a part of a session: a heading with minutes, or with what is used under it.
type Block struct {
	Title   string // plain
	Anchor  string // the heading's id
	Minutes Range  // zero where the author stated none, which is reported
	Uses    []Ref  // page ids of activities and worksheets, "q." and the id of a question; in the author's order
	Pos     Pos
}

// QuestionRef is how something that can be used in a session names a question: the id
// of one that is "q.…". Ids of questions are unique across all banks of a handbook.
const QuestionRef = "q."

// Field is one question of a worksheet that a reader answers.
type Field struct {
	ID       string
	Pos      Pos
	Label    string // HTML, inline
	Hint     string // HTML, inline; "" for none
	Answer   Answer
	Options  []Choice // of choose one, choose several
	Columns  []Choice // of a table
	Points   []int    // per option, for a sum; nil for none
	Bring    []string // "sheet#field" whose answers are offered here, the one given last first; nil for none
	Carry    bool     // taken along to the next copy
	Collect  bool     // part of the scheme's evaluation
	Spell    bool     // the browser may check spelling
	Formerly []string // earlier ids

	BringAt, FormerlyAt Pos // where the two are stated
}

// AnswerType says what a field takes. The names are stored with answers.
type AnswerType string

// The answer types.
const (
	AnswerShort     AnswerType = "short"
	AnswerLong      AnswerType = "long"
	AnswerScale     AnswerType = "scale"
	AnswerOne       AnswerType = "one"
	AnswerSeveral   AnswerType = "several"
	AnswerTick      AnswerType = "tick"
	AnswerYesNo     AnswerType = "yesno"
	AnswerDate      AnswerType = "date"
	AnswerTime      AnswerType = "time"
	AnswerNumber    AnswerType = "number"
	AnswerTable     AnswerType = "table"
	AnswerDrawing   AnswerType = "drawing"   // paper only
	AnswerSignature AnswerType = "signature" // paper only
	AnswerSum       AnswerType = "sum"
)

// Answer is how a field is answered.
type Answer struct {
	Type        AnswerType
	Lines       int      // of a long answer, or rows of a table
	Centimetres int      // of a drawing
	From, To    int      // of a scale
	Left, Right string   // what a scale's ends mean; "" for nothing
	Of          []string // field ids of a sum
}

// Choice is an option, a column or anything else with a stored id and a label.
type Choice struct {
	ID    string
	Label string // HTML, inline
}

// Group is a heading of a question bank and the questions under it.
type Group struct {
	Title     string // plain
	Anchor    string
	Phase     string // token; "" for none
	Questions []Question
}

// Question is one question of a bank.
type Question struct {
	ID    string // "" where the author gave none
	Could string // the id it could have, when it has none
	Pos   Pos
	Text  string // plain
	Phase string // token: its own or its group's
	Depth string // token: light, middle, deep; "" for none
	Tags  []string
	Care  bool   // to be asked with care
	Note  string // HTML; "" for none
}

// Term is an entry of the glossary.
type Term struct {
	ID    string
	Name  string   // plain, as the author wrote it
	Forms []string // other forms that are recognised: plurals, definite forms
	Text  string   // HTML, inline; the first paragraph of the explanation
}

// Outlink is a link out of the handbook.
type Outlink struct {
	URL string // "https://…" or "http://…", as the author wrote it
	Pos Pos
}
