package layout

import (
	"html"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// View is what a template sees: one page and the site around it.
type View struct {
	Site     *site.Config
	Edition  site.Edition        // whom the site is for; "" for everybody
	Wording  func(string) string // an organisation's own word for one of ours; nil for none
	Texts    site.Texts
	Page     *site.Page
	Doc      *site.Doc             // nil where there is no text: 404, the index
	Intro    template.HTML         // of a path: what stands before the first heading of its text
	Content  template.HTML         // the text with its addresses filled in
	Style    string                // address of the stylesheet
	Styles   []string              // addresses of the stylesheets that this page needs besides
	Scripts  []string              // addresses of the scripts
	Logo     site.Logo             // of the organisation; zero for our mark
	Home     *site.Page            // the front page of the page's language
	Menu     []*site.Page          // the sections of the top menu
	Sidebar  Window                // the pages around this one
	Items    []*site.Page          // of a section: the pages on this part of it
	Pager    []Part                // of a long section or index: its parts
	Part     int                   // which of them this is, from 1
	Reading  []int                 // of a path: the minutes it takes to read each of its stops
	Letters  []Letter              // of the index
	Search   string                // address of the page of search results in the page's language; "" for none
	Engine   string                // address of the script that searches, loaded when it is asked for; "" for none
	IndexAt  string                // address of the A–Å index in the page's language; "" for none
	Bench    *site.Bench           // of a worksheet and My workbook: what their scripts are told; nil elsewhere
	Book     string                // address of My workbook in the page's language; "" for none
	Used     []*site.Page          // of a session: the pages that its blocks use
	AsKit    string                // of a session: the address that makes a kit of it, as seen from its page; "" for none
	Kit      string                // address of the session kit in the page's language; "" for none
	QR       QR                    // of a worksheet: its address to point a phone at; zero when the site does not know its own
	Deck     *CardDeck             // of a page of cards: the cards; nil elsewhere
	DeckAt   string                // address of the page's cards; "" for none
	Unlisted bool                  // search engines are to leave the page out
	Root     string                // "" for page-relative links, else the path they begin with ("/" or "/handbok/")
	Old      string                // where the page is seen from, when it is not its own address: that of a redirect, or of the print a piece stands in
	Opening  bool                  // of a piece: whether it opens the print of its page
	Number   string                // of a piece: which part of its print it is, "2.3"; "" for none
	PrintAt  string                // address of the print of the page and all in it; "" for none
	Volume   *Volume               // of a print; nil elsewhere
	Among    func(*site.Page) bool // of a piece: which pages its print has; nil where it does not say what it refers to
	Bank     *site.Bank            // of questions and of their section: what their script is told; nil elsewhere
	Finder   *Finder               // of a section of activities: what they can be chosen by; nil elsewhere
	icons    map[string]template.HTML
}

// QR is a QR code as a drawing: a square of Size modules with the quiet zone in it, and
// the path of the dark ones.
type QR struct {
	Size int
	Path string
}

// Window is a part of a long list around one page.
type Window struct {
	Section *site.Page
	Links   []Link
	Before  int // how many pages of the section lie before the window
	After   int // and after it
}

// Link is an entry of a list that stands on every page. Its attribute is ready to be
// written, since such lists are most of what a large handbook's pages cost.
type Link struct {
	Href    template.HTMLAttr // href="…", with lang="…" where the title is in another language
	Title   string
	Current bool // the page itself
}

// LinkTo is a link from the page at one address to another page.
func LinkTo(from string, to *site.Page, current bool) Link {
	attr := `href="` + html.EscapeString(site.Rel(from, to.URL)) + `"`
	if to.Fallback() {
		attr += ` lang="` + html.EscapeString(to.TextLang) + `"`
	}
	return Link{template.HTMLAttr(attr), to.MenuTitle(), current}
}

// Part is one part of a list that is spread over several files.
type Part struct {
	Number int
	Name   string
	URL    string
}

// Letter is a letter of the index and what begins with it.
type Letter struct {
	Name    string
	Anchor  string
	Entries []Entry
}

// Entry is a line of the index: a page, or a term of the glossary.
type Entry struct {
	Title string
	Page  *site.Page
	Term  string // the term's id; "" for a page
}

// T is an interface text in the page's language.
func (v *View) T(key string) string { return v.Texts.Get(v.Page.Lang, key) }

// Words are the interface texts that scripts say, in the page's language, by their
// keys without "w.".
func (v *View) Words() map[string]string { return v.Texts.Part(v.Page.Lang, "w.") }

// KitWords are those of the session kit: the scripts' own, and in the place of some of
// them what is said of sessions, by their keys without "k.".
func (v *View) KitWords() map[string]string {
	words := v.Words()
	for key, text := range v.Texts.Part(v.Page.Lang, "k.") {
		words[key] = text
	}
	return words
}

// Tn is an interface text that holds a number: %d is replaced, and a text of two
// forms, "one|many", is chosen by it.
func (v *View) Tn(key string, n int) string {
	text := v.T(key)
	if one, many, ok := strings.Cut(text, "|"); ok {
		if text = many; n == 1 {
			text = one
		}
	}
	return strings.Replace(text, "%d", strconv.Itoa(n), 1)
}

// Ts is an interface text with a word in the place of %s.
func (v *View) Ts(key, word string) string { return strings.Replace(v.T(key), "%s", word, 1) }

// Href is the address of a page as seen from this one.
func (v *View) Href(p *site.Page) string { return v.To(p.URL) }

// To is the address of any file of the site as seen from this page.
func (v *View) To(url string) string {
	switch {
	case v.Root != "":
		return v.Root + url
	case v.Old != "":
		return site.Rel(v.Old, url)
	}
	return site.Rel(v.Page.URL, url)
}

// Absolute is the full address of a file of the site, or "" when the site does
// not know its own address.
func (v *View) Absolute(url string) string {
	if v.Site.URL == "" {
		return ""
	}
	if strings.HasSuffix(url, "/index.html") || url == "index.html" {
		url = strings.TrimSuffix(url, "index.html")
	}
	return v.Site.URL + "/" + url
}

// Icon draws an icon in.
func (v *View) Icon(name string) template.HTML { return v.icons[name] }

// HTML marks text that the markdown package wrote as what it is.
func (v *View) HTML(s string) template.HTML { return template.HTML(s) }

// Reference is what tells somebody which page this is and which text it had, as
// "strategier/lytt.html · listen · nb · 1a2b3c4d". A page that stands in for a translation
// names both languages, and an edition is named after them. It is "" where there is no page to speak of, on 404.html.
func (v *View) Reference() string {
	if v.Root != "" {
		return ""
	}
	const between = " · "
	all := v.Page.URL
	if v.Page.ID != "" {
		all += between + v.Page.ID
	}
	all += between + v.Page.Lang
	if v.Page.Fallback() {
		all += " (" + v.Page.TextLang + ")"
	}
	if v.Edition != "" {
		all += between + string(v.Edition)
	}
	if v.Doc != nil && v.Doc.Version != "" {
		all += between + v.Doc.Version
	}
	return all
}

// Mail is an e-mail about this page to whoever answers for the handbook, as a mailto
// address; "" when nobody is named.
func (v *View) Mail() string {
	if v.Site.Contact == "" {
		return ""
	}
	subject := v.Site.TitleIn(v.Page.Lang) + ": " + v.Reference()
	return "mailto:" + url.PathEscape(v.Site.Contact) + "?subject=" + strings.ReplaceAll(url.QueryEscape(subject), "+", "%20")
}

// own is a word as the organisation has it.
func (v *View) own(word string) string {
	if v.Wording == nil {
		return word
	}
	return v.Wording(word)
}

// Title is what the browser's tab says.
func (v *View) Title() string {
	name := v.Site.TitleIn(v.Page.Lang)
	if v.Page.Kind == site.KindFront || v.Page.Title == name {
		return name
	}
	return v.Page.Title + " – " + name
}

// Minutes is a stretch of time in words: "25–40 min".
func (v *View) Minutes(r site.Range) string { return span(r) + " " + v.T("unit.min") }

// People is a number of people in words: "2–4 personer".
func (v *View) People(r site.Range) string {
	return strings.Replace(v.Tn("unit.people", r.Max), "%s", span(r), 1)
}

func span(r site.Range) string {
	if r.Min == r.Max {
		return strconv.Itoa(r.Max)
	}
	return strconv.Itoa(r.Min) + "–" + strconv.Itoa(r.Max)
}

// Level, Phase and Family are the words of front matter in the page's language.
func (v *View) Level(token string) string  { return v.own(site.Levels.Name(token, v.Page.Lang)) }
func (v *View) Phase(token string) string  { return v.own(site.Phases.Name(token, v.Page.Lang)) }
func (v *View) Family(token string) string { return v.own(site.Families.Name(token, v.Page.Lang)) }

// Tag is what a tag is called in the page's language.
func (v *View) Tag(token string) string { return v.own(v.Site.Tags.Name(token, v.Page.Lang)) }

// KindName is what a kind of page is called, in the singular.
func (v *View) KindName(k site.Kind) string { return v.T("kind." + string(k)) }

// Date is a day as the page's language writes it; s is "2026-11-24".
func (v *View) Date(s string) string {
	parts := strings.Split(s, "-")
	if len(parts) != 3 {
		return s
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || month < 1 || month > 12 {
		return s
	}
	months := strings.Fields(v.T("date.months"))
	if len(months) != 12 {
		return s
	}
	day := strings.TrimPrefix(parts[2], "0")
	return strings.NewReplacer("D", day, "M", months[month-1], "Y", parts[0]).Replace(v.T("date.form"))
}

// Overdue says that the page's review has run out, and whom to ask. The page carries it
// hidden, with the day in data-after: static/app/overdue.ts shows it once the day has
// passed, since a page is not made anew because a day passes.
func (v *View) Overdue() string {
	key := "page.overdue"
	if v.Page.Owner == "" {
		key = "page.overdue.unowned"
	}
	return strings.NewReplacer("%1", v.Date(v.Page.ReviewAfter), "%2", v.Page.Owner).Replace(v.T(key))
}

// Contents are the headings of the on-page contents.
func (v *View) Contents() []site.Heading {
	if v.Doc == nil {
		return nil
	}
	var out []site.Heading
	for _, h := range v.Doc.Headings {
		if h.Level == 2 || h.Level == 3 {
			out = append(out, h)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// Languages are the same page in the site's other languages.
func (v *View) Languages() []*site.Page {
	var out []*site.Page
	for _, p := range v.Page.Translations {
		if p.Lang != v.Page.Lang {
			out = append(out, p)
		}
	}
	return out
}

// Alternates are the languages the page has really been written in, itself
// included: what search engines are told.
func (v *View) Alternates() []*site.Page {
	var out []*site.Page
	for _, p := range v.Page.Translations {
		if !p.Fallback() {
			out = append(out, p)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// Original is the page whose text this one shows.
func (v *View) Original() *site.Page {
	if p := v.Page.In(v.Page.TextLang); p != nil {
		return p
	}
	return v.Page
}

// LanguageName is a language's name in itself.
func (v *View) LanguageName(lang string) string { return v.Texts.Get(lang, "language.name") }

// LanguageIn is a language's name in the page's language, as it stands after "in".
func (v *View) LanguageIn(lang string) string {
	if name := v.T("language." + lang); name != "" {
		return name
	}
	return v.LanguageName(lang)
}

// InSection reports whether the page lies in a section or is it.
func (v *View) InSection(s *site.Page) bool {
	for p := v.Page; p != nil; p = p.Parent {
		if p == s {
			return true
		}
	}
	return false
}

// First returns the first n pages of a list.
func (v *View) First(n int, pages []*site.Page) []*site.Page {
	if len(pages) > n {
		return pages[:n]
	}
	return pages
}

// Strategies, Activities, Questions, Worksheets and Examples are the pages of
// that kind which this page refers to or which refer to it.
func (v *View) Strategies() []*site.Page {
	return v.Page.OfKind(site.KindStrategy, site.RelStrategies)
}
func (v *View) Activities() []*site.Page {
	return v.Page.OfKind(site.KindActivity, site.RelActivities)
}
func (v *View) Questions() []*site.Page { return v.Page.OfKind(site.KindQuestions, site.RelQuestions) }
func (v *View) Worksheets() []*site.Page {
	return v.Page.OfKind(site.KindWorksheet, site.RelWorksheets)
}
func (v *View) Examples() []*site.Page { return v.Page.OfKind(site.KindExample) }

// Steps are the stops of a path or the places to start of a front page.
func (v *View) Steps() []*site.Page { return v.Page.Related[site.RelSteps] }

// Nameless reports whether a worksheet has no lines for names on paper: nobody's name
// belongs on one that keeps nothing, nor on one that is collected.
func (v *View) Nameless() bool {
	if v.Bench != nil && v.Bench.Sheet != nil && v.Bench.Sheet.Storage == "none" {
		return true
	}
	return v.Doc != nil && slices.ContainsFunc(v.Doc.Fields, func(f site.Field) bool { return f.Collect })
}

// Route is a path that leads over the page: which stop it is, and the next one.
type Route struct {
	Path         *site.Page
	Number, Many int
	Next         *site.Page // nil at the end
}

// Routes are the paths that lead over the page.
func (v *View) Routes() []Route {
	var routes []Route
	for _, path := range v.Page.OfKind(site.KindPath) {
		stops := path.Related[site.RelSteps]
		for i, stop := range stops {
			if stop != v.Page {
				continue
			}
			r := Route{Path: path, Number: i + 1, Many: len(stops)}
			if i+1 < len(stops) {
				r.Next = stops[i+1]
			}
			routes = append(routes, r)
		}
	}
	return routes
}

// Stop says which stop of a path the page is.
func (v *View) Stop(r Route) string {
	return strings.NewReplacer("%1", strconv.Itoa(r.Number), "%2", strconv.Itoa(r.Many)).Replace(v.T("path.stop"))
}

// Clock is a step of the agenda with the minute it begins at, when all steps
// before it take as long as they may.
type Clock struct {
	site.Step
	Number, From, To int
}

// Agenda is the page's timed steps on a clock.
func (v *View) Agenda() []Clock {
	if v.Doc == nil {
		return nil
	}
	return Clocks(v.Doc.Steps)
}

// Clocks puts timed steps on a clock.
func Clocks(steps []site.Step) []Clock {
	var out []Clock
	at := 0
	for i, s := range steps {
		out = append(out, Clock{s, i + 1, at, at + s.Minutes.Max})
		at += s.Minutes.Max
	}
	return out
}

// Bar is the agenda as boxes of a drawing 1,000 units wide.
type Bar struct{ Number, X, Width, Middle int }

// Bars are the agenda's steps by their share of the time.
func (v *View) Bars() []Bar {
	agenda := v.Agenda()
	if len(agenda) == 0 {
		return nil
	}
	total := agenda[len(agenda)-1].To
	var out []Bar
	for _, c := range agenda {
		x, end := c.From*1000/total, c.To*1000/total
		out = append(out, Bar{c.Number, x, end - x - 6, (x + end - 6) / 2})
	}
	return out
}

// Card is a page shown on another page.
type Card struct {
	*View
	Of *site.Page
}

// Card makes the argument of the "card" part.
func (v *View) Card(p *site.Page) Card { return Card{v, p} }

// Cards is a titled list of cards, the argument of the "cards" part.
type Cards struct {
	*View
	Heading string
	Pages   []*site.Page
}

// Cards makes the argument of the "cards" part; key is the heading's text.
func (v *View) Cards(key string, pages []*site.Page) Cards { return Cards{v, v.T(key), pages} }

// KindIcon draws the icon of a kind of pages in.
func (v *View) KindIcon(k site.Kind) template.HTML { return v.icons[string(k)] }

// Target is where a redirect leads, as seen from the old address.
func (v *View) Target() string { return site.Rel(v.Old, v.Page.URL) }
