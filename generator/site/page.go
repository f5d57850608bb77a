package site

// Kind says what a page is for. It decides which front matter the page may have
// and which layout shows it.
type Kind string

// The kinds of pages. A page whose section names no kind is a Guide.
const (
	KindStrategy  Kind = "strategy"
	KindActivity  Kind = "activity"
	KindSession   Kind = "session" // a ready-made session, of activities, questions and worksheets
	KindQuestions Kind = "questions"
	KindWorksheet Kind = "worksheet"
	KindExample   Kind = "example"
	KindPath      Kind = "path"
	KindGuide     Kind = "guide"
	KindGlossary  Kind = "glossary"
	KindResources Kind = "resources"
	KindSection   Kind = "section" // an _index.md below the front page
	KindFront     Kind = "front"   // a language's own _index.md
)

// Kinds lists all kinds in the order a reader meets them.
func Kinds() []Kind {
	return []Kind{KindFront, KindSection, KindStrategy, KindActivity, KindSession, KindQuestions, KindWorksheet,
		KindExample, KindPath, KindGuide, KindGlossary, KindResources}
}

// Page is one page of one language: everything that is known of it before its
// text is converted. Pages are made by generator.Open and not changed after it.
type Page struct {
	Source   string // path in the source: "content/nb/strategier/lytting.md"
	ID       string // the same in every translation; what relations name and saved answers hang on
	Kind     Kind
	Lang     string // the language whose tree the page stands in
	TextLang string // the language of its text: not Lang when a translation is missing
	URL      string // address from the site's root: "strategier/lytting.html"

	Front // what its author wrote between the +++ lines

	Parent       *Page   // the section it lies in; nil for a front page
	Children     []*Page // of a section or front page, in reading order
	Place        int     // among the children of Parent
	Prev, Next   *Page   // neighbours in the section; nil at its ends
	Translations []*Page // the same page in every language of the site, itself included, in the site's order

	Related  Related // what the front matter refers to
	UsedBy   []*Page // pages whose front matter refers to this one, in reading order
	NextStep []*Page // where to go after this page, from "next"
}

// Front is a page's front matter, typed. Which keys a page may have follows from
// its kind; what is absent is zero.
type Front struct {
	Title       string
	Short       string // a shorter title for menus; "" for Title
	Summary     string // one or two sentences
	ID          string // as stated; "" for none. Page.ID is what the page goes by
	Kind        Kind   // stated by the page or, in a section, of the pages in it
	Formerly    []string
	Aliases     []string // old addresses below the language's root: "gammel/side.html"
	Order       int      // place among its neighbours; 0 is last, then by title
	Tags        []Ref    // tokens of site.toml's list; as the author wrote them until Open has looked them up
	Search      []string // words that readers look for the page with, besides its own
	Updated     string   // "2026-11-24", or ""
	Owner       string   // who answers for the page; "" for nobody named
	Reviewed    string   // when the owner last read it and found it right: "2026-11-24", or ""
	ReviewAfter string   // the day until which that holds, or ""
	Draft       bool     // not published
	MergeAt     Pos      // where mode = "merge" stands; zero for a page that stands for itself
	Edition     Edition  // whom the page is for, and all in it where it is a section; "" for everybody

	Minutes   Range
	People    Range
	Level     string   // token: easy, medium, demanding
	Phases    []string // tokens: opening, goal, reality, options, next-step, follow-up
	Family    string   // token: goals, reflection, observation, role-play
	Materials []string
	Roles     []string // tokens: facilitator, timekeeper, seeker, supporter, observer, scribe
	Settings  []string // tokens of where it can be done: room, walk, screen, work
	Needs     []Ref    // what it is good for, the foremost first: tokens of site.toml's list, as for Tags
	Workplace string   // where an example takes place
	Storage   string   // token: device, ask, code, none

	KeepMonths              int // how long a copy is kept; 0 for as long as the site says
	StorageAt, KeepMonthsAt Pos // where the two are stated

	Relations map[Relation][]Ref
}

// Due reports whether the review of a page has run out on a day, "2026-11-24".
func (f *Front) Due(day string) bool { return f.ReviewAfter != "" && f.ReviewAfter < day }

// Relation names a front-matter list of page ids.
type Relation string

// The relations between pages.
const (
	RelStrategies Relation = "strategies"
	RelActivities Relation = "activities"
	RelQuestions  Relation = "questions"
	RelWorksheets Relation = "worksheets"
	RelSteps      Relation = "steps" // the stops of a path, in order; the front page's places to start
	RelNext       Relation = "next"  // where to go from here
)

// Ref is a page id or a tag in front matter and the place it stands at.
type Ref struct {
	ID  string
	Pos Pos
}

// Related are the pages a page's front matter refers to, in the author's order.
type Related map[Relation][]*Page

// MenuTitle is the title where room is short.
func (p *Page) MenuTitle() string {
	if p.Short != "" {
		return p.Short
	}
	return p.Title
}

// IsSection reports whether other pages may lie below the page.
func (p *Page) IsSection() bool { return p.Kind == KindSection || p.Kind == KindFront }

// Fallback reports whether the page shows another language's text.
func (p *Page) Fallback() bool { return p.Lang != p.TextLang }

// OfKind returns the pages of one kind that p refers to or that refer to p: its
// own relations first, in the author's order, then the back-links.
func (p *Page) OfKind(kind Kind, relations ...Relation) []*Page {
	var out []*Page
	seen := map[*Page]bool{p: true}
	add := func(q *Page) {
		if q.Kind == kind && !seen[q] {
			seen[q] = true
			out = append(out, q)
		}
	}
	for _, r := range relations {
		for _, q := range p.Related[r] {
			add(q)
		}
	}
	for _, q := range p.UsedBy {
		add(q)
	}
	return out
}

// Trail returns the pages from the front page down to p's parent.
func (p *Page) Trail() []*Page {
	var trail []*Page
	for q := p.Parent; q != nil; q = q.Parent {
		trail = append([]*Page{q}, trail...)
	}
	return trail
}

// In returns the same page in another language, or nil.
func (p *Page) In(lang string) *Page {
	for _, t := range p.Translations {
		if t.Lang == lang {
			return t
		}
	}
	return nil
}
