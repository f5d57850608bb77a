package layout

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

func bundled() fs.FS { return os.DirFS("../..") }

func mustParse(t testing.TB) *Layouts {
	t.Helper()
	l, problems := Parse(bundled())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return l
}

var (
	asked   = regexp.MustCompile(`(?:\.T|\.Tn|\.Ts|\.Cards) "([a-z.]+)"`)
	defined = regexp.MustCompile(`(?m)^\["([a-z.-]+)"\]$`)
)

// Keys that Go code asks for, not a template.
var askedByCode = []string{
	"bank.kept",
	"bank.question",
	"book.file",
	"book.title",
	"date.form",
	"date.months",
	"deck.file",
	"deck.title",
	"finder.family",
	"finder.have",
	"finder.minutes",
	"finder.people",
	"index.file",
	"index.title",
	"kit.file",
	"kit.sheet",
	"kit.title",
	"language.name",
	"notfound.title",
	"page.overdue",
	"page.overdue.unowned",
	"path.stop",
	"search.file",
	"search.in",
	"search.title",
	"section.file",
	"session.whole",
	"thing.board",
	"thing.chairs",
	"thing.none",
	"thing.other",
	"thing.paper",
	"thing.screen",
	"thing.sheet",
	"unit.min",
	"unit.people",
	"volume.file",
	"volume.link.front",
	"volume.link.path",
	"volume.link.section",
	"volume.link.session",
	"volume.link.sheets",
	"volume.of.front",
	"volume.of.path",
	"volume.of.section",
	"volume.of.session",
	"volume.opening",
	"volume.page",
	"volume.sheets",
}

// searched are the texts that the search is told, by their keys without "search.".
var searched = regexp.MustCompile(`searchTexts = strings\.Fields\("([a-z ]+)"\)`)

func TestTemplatesAskForTextsThatExist(t *testing.T) {
	texts, err := fs.ReadFile(bundled(), "layouts/texts.toml")
	if err != nil {
		t.Fatal(err)
	}
	have, used := map[string]bool{}, map[string]bool{}
	for _, m := range defined.FindAllSubmatch(texts, -1) {
		have[string(m[1])] = true
	}
	for _, key := range askedByCode {
		used[key] = true
	}
	code, err := os.ReadFile("../searchpage.go")
	if err != nil {
		t.Fatal(err)
	}
	told := searched.FindSubmatch(code)
	if told == nil {
		t.Fatal("searchpage.go names no texts")
	}
	for key := range strings.FieldsSeq(string(told[1])) {
		used["search."+key] = true
		if !have["search."+key] {
			t.Errorf("searchpage.go asks for %q, which texts.toml does not have", "search."+key)
		}
	}
	err = fs.WalkDir(bundled(), "layouts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		data, err := fs.ReadFile(bundled(), name)
		for _, m := range asked.FindAllSubmatch(data, -1) {
			used[string(m[1])] = true
			if !have[string(m[1])] {
				t.Errorf("%s asks for %q, which texts.toml does not have", name, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for key := range have {
		if !used[key] && !strings.HasPrefix(key, "kind.") && !strings.HasPrefix(key, "md.") && !strings.HasPrefix(key, "language.") && !strings.HasPrefix(key, "w.") && !strings.HasPrefix(key, "k.") && !strings.HasPrefix(key, "kit.field.") {
			t.Errorf("texts.toml has %q, which nothing asks for", key)
		}
	}
}

// Keys that scripts ask for: say("ask.title"), or say(`done.${state}`) for all of a part.
var (
	spoken = regexp.MustCompile(`\b(?:say|count)\(\s*"([a-z.-]+)"`)
	parts  = regexp.MustCompile("`([a-z.-]+\\.)\\$\\{")
)

func TestScriptsAskForTextsThatExist(t *testing.T) {
	texts, err := fs.ReadFile(bundled(), "layouts/texts.toml")
	if err != nil {
		t.Fatal(err)
	}
	scripts, err := fs.Glob(bundled(), "static/app/*/*.ts")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no scripts", err)
	}
	var all strings.Builder
	scripts = slices.DeleteFunc(scripts, func(name string) bool { return strings.HasPrefix(name, "static/app/search/") }) // whose words come with the index
	for _, name := range scripts {
		data, err := fs.ReadFile(bundled(), name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
		for _, m := range spoken.FindAllSubmatch(data, -1) {
			if !strings.Contains(string(texts), "[\"w."+string(m[1])+"\"]") && !strings.Contains(string(texts), "[\"k."+string(m[1])+"\"]") {
				t.Errorf("%s says %q, which texts.toml does not have", name, m[1])
			}
		}
	}
	whole := parts.FindAllStringSubmatch(all.String(), -1)
	for _, m := range defined.FindAllSubmatch(texts, -1) {
		key, ours := strings.CutPrefix(string(m[1]), "w.")
		if !ours {
			key, ours = strings.CutPrefix(string(m[1]), "k.")
		}
		if !ours || strings.Contains(all.String(), `"`+key+`"`) {
			continue
		}
		if !slices.ContainsFunc(whole, func(m []string) bool { return strings.HasPrefix(key, m[1]) }) {
			t.Errorf("texts.toml has %q, which no script says", m[1])
		}
	}
}

// ownSource is the bundled layouts, to be changed.
func ownSource(t *testing.T) fstest.MapFS {
	t.Helper()
	source := fstest.MapFS{}
	err := fs.WalkDir(bundled(), "layouts", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var data []byte
			data, err = fs.ReadFile(bundled(), name)
			source[name] = &fstest.MapFile{Data: data}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// A mistake that shows only on some page names its line too, however it was run.
func TestMistakesOnAPageNameTheirPlace(t *testing.T) {
	source := ownSource(t)
	source["layouts/kinds/guide.html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}\n<p>\n  {{.Page.Parent.Parent.Parent.Title}}</p>{{end}}")}
	l, problems := Parse(source)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, l.Interpret = range []bool{false, true} {
		err := l.Write(io.Discard, "guide", pageInASection(t))
		p, ok := err.(site.Problem)
		if !ok || p.Pos != (site.Pos{File: "layouts/kinds/guide.html", Line: 3}) || !strings.Contains(p.String(), "nil pointer evaluating *site.Page.Title") {
			t.Errorf("interpreted: %t, got %v", l.Interpret, err)
		}
	}
}

func TestMistakesInLayoutsNameTheirPlace(t *testing.T) {
	source := ownSource(t)
	source["layouts/kinds/guide.html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}\n<p>\n{{.Titel</p>{{end}}")}
	source["layouts/icons/clock.svg"] = &fstest.MapFile{Data: []byte("<script>")}
	delete(source, "layouts/kinds/list.html")
	_, problems := Parse(source)
	var got []string
	for _, p := range problems {
		got = append(got, p.String())
	}
	for i, want := range []string{"layouts/kinds/guide.html:3: layout-error: ", "layouts/kinds/list.html: layout-missing", "layouts/icons/clock.svg: icon-error: "} {
		if i >= len(got) || !strings.HasPrefix(got[i], want) {
			t.Fatalf("got %q, want %q at %d", got, want, i)
		}
	}
}

// Names that are gone or were never there, in a kind, a part and the base: each is said to
// be where it is, with what was meant.
func TestUnknownNamesInLayoutsAreSaidWithWhatIsThere(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"layouts/kinds/guide.html", "{{define \"main\"}}\n{{.Page.Titel}}{{end}}", "layouts/kinds/guide.html:2: layout-unknown: the layout uses .Titel, which does not exist (did you mean \".Title\"?)"},
		{"layouts/kinds/guide.html", "{{define \"main\"}}\n{{.Tittel}}{{end}}", "layouts/kinds/guide.html:2: layout-unknown: the layout uses .Tittel, which does not exist (did you mean \".Title\"?)"},
		{"layouts/kinds/guide.html", "{{define \"main\"}}{{.Noe_helt_annet}}{{end}}", "layouts/kinds/guide.html:1: layout-unknown: the layout uses .Noe_helt_annet, which does not exist"},
		{"layouts/kinds/guide.html", "{{define \"main\"}}{{.Page.Title.Long}}{{end}}", "layouts/kinds/guide.html:1: layout-unknown: the layout uses .Long, which does not exist"},
		{"layouts/kinds/guide.html", "{{define \"main\"}}{{range .Sidebar.Pages}}x{{end}}{{end}}", "layouts/kinds/guide.html:1: layout-renamed: the layout uses .Pages, which is gone. Write .Links instead"},
		{"layouts/kinds/guide.html", "{{define \"main\"}}\n\n{{T \"nav.menu\"}}{{end}}", "layouts/kinds/guide.html:3: layout-unknown: the layout uses T, which does not exist (did you mean \".T\"?)"},
		{"layouts/kinds/guide.html", "{{define \"main\"}}{{lenn .Menu}}{{end}}", "layouts/kinds/guide.html:1: layout-unknown: the layout uses lenn, which does not exist (did you mean \"len\"?)"},
		{"layouts/kinds/guide.html", "{{define \"main\"}}\n{{template \"afterr\" .}}{{end}}", "layouts/kinds/guide.html:2: layout-unknown: the layout uses afterr, which does not exist (did you mean \"after\"?)"},
		{"layouts/parts/header.html", "{{define \"header\"}}\n\n\n{{with .SheetID}}x{{end}}{{end}}{{define \"footer\"}}{{end}}", "layouts/parts/header.html:4: layout-renamed: the layout uses .SheetID, which is gone. Write .Bench.Sheet.Rev instead"},
		{"layouts/parts/cards.html", "{{define \"cards\"}}{{.Script}}{{end}}{{define \"facts\"}}{{end}}{{define \"hero-art\"}}{{end}}", "layouts/parts/cards.html:1: layout-renamed: the layout uses .Script, which is gone. Write .Scripts instead"},
		{"layouts/base.html", "<p>{{.Styel}}</p>", "layouts/base.html:1: layout-unknown: the layout uses .Styel, which does not exist (did you mean \".Style\"?)"},
	} {
		source := ownSource(t)
		source[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		l, problems := Parse(source)
		if len(problems) == 0 {
			page := pageInASection(t)
			err := l.Write(io.Discard, "guide", page)
			if p, ok := err.(site.Problem); ok {
				problems = append(problems, p)
			}
		}
		if len(problems) != 1 || problems[0].String() != c.want {
			t.Errorf("%s\n got %v\nwant %s", c.text, problems, c.want)
		}
	}
}

// What the table says there is instead is there, and what it says is gone is not.
func TestWhatReplacesARenamedNameIsThere(t *testing.T) {
	types := map[string]reflect.Type{"View": reflect.TypeFor[*View](), "Window": reflect.TypeFor[Window]()}
	for old, now := range renamed {
		owner, name, _ := strings.Cut(old, ".")
		typ := types[owner]
		if typ == nil || slices.Contains(names(typ), name) {
			t.Errorf("%s is there", old)
			continue
		}
		for part := range strings.SplitSeq(strings.TrimPrefix(now, "."), ".") {
			f, ok := elem(typ).FieldByName(part)
			if !ok {
				t.Errorf("%s: there is no %s", old, now)
				break
			}
			typ = f.Type
		}
	}
}

func TestDatesAndNumbersFollowTheLanguage(t *testing.T) {
	texts := site.Texts{
		"nb": {"date.form": "D. M Y", "date.months": "januar februar mars april mai juni juli august september oktober november desember", "unit.min": "min", "unit.people": "%s person|%s personer"},
		"en": {"date.form": "D M Y", "date.months": "January February March April May June July August September October November December", "unit.min": "min", "unit.people": "%s person|%s people"},
	}
	nb := &View{Texts: texts, Page: &site.Page{Lang: "nb"}}
	en := &View{Texts: texts, Page: &site.Page{Lang: "en"}}
	for got, want := range map[string]string{
		nb.Date("2026-11-04"):                    "4. november 2026",
		en.Date("2026-11-24"):                    "24 November 2026",
		en.Date("snart"):                         "snart",
		nb.Minutes(site.Range{Min: 25, Max: 40}): "25–40 min",
		nb.People(site.Range{Min: 1, Max: 1}):    "1 person",
		en.People(site.Range{Min: 2, Max: 4}):    "2–4 people",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A page carries what is to be said once its review has run out, hidden, with the day for
// the script; a page whose review holds for ever carries nothing.
func TestAPageCarriesTheDayItsReviewRunsOut(t *testing.T) {
	l := mustParse(t)
	texts := site.Texts{"nb": {"date.form": "D. M Y", "date.months": "januar februar mars april mai juni juli august september oktober november desember",
		"page.overdue": "Innen %1. Spør %2.", "page.overdue.unowned": "Innen %1. Spør noen."}}
	for _, c := range []struct{ after, owner, want string }{
		{"2026-12-01", "Kari & co", `data-module="overdue" data-after="2026-12-01" hidden>`},
		{"2026-12-01", "Kari & co", `<span>Innen 1. desember 2026. Spør Kari &amp; co.</span>`},
		{"2026-12-01", "", `<span>Innen 1. desember 2026. Spør noen.</span>`},
		{"", "Kari", ""},
	} {
		home := &site.Page{Kind: site.KindFront, Lang: "nb", TextLang: "nb", URL: "index.html"}
		for _, kind := range []site.Kind{site.KindGuide, site.KindFront, site.KindWorksheet} {
			p := &site.Page{Kind: kind, Lang: "nb", TextLang: "nb", URL: "a.html", Parent: home, Front: site.Front{ReviewAfter: c.after, Owner: c.owner}}
			var b bytes.Buffer
			v := &View{Site: &site.Config{}, Texts: texts, Page: p, Home: home, Doc: &site.Doc{}, Bench: &site.Bench{Sheet: &site.Sheet{}}}
			if err := l.Write(&b, string(kind), v); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); !strings.Contains(got, c.want) || strings.Contains(got, "overdue") != (c.after != "") {
				t.Errorf("%s, until %q, of %q: not %q in\n%s", kind, c.after, c.owner, c.want, got)
			}
		}
	}
}

// A title, a summary or an organisation's name is text wherever it stands.
func TestNothingOfAnAuthorIsTakenForHTML(t *testing.T) {
	l := mustParse(t)
	evil := `"><script>alert(1)</script>`
	home := &site.Page{Kind: site.KindFront, Lang: "nb", TextLang: "nb", URL: "index.html", Front: site.Front{Title: evil}}
	page := &site.Page{Kind: site.KindActivity, Lang: "nb", TextLang: "nb", URL: "a/b.html", Parent: home, Front: site.Front{
		Title: evil, Summary: evil, Tags: []site.Ref{{ID: evil}}, Materials: []string{evil}, Level: evil, Family: evil, Updated: evil, Owner: evil, Reviewed: evil, ReviewAfter: evil, Workplace: evil, Minutes: site.Range{Min: 1, Max: 2}}}
	home.Children = []*site.Page{page}
	for _, kind := range site.Kinds() {
		p := *page
		p.Kind = kind
		p.NextStep = []*site.Page{page}
		v := &View{
			Site: &site.Config{Title: evil, Organisation: evil}, Texts: site.Texts{"en": {}}, Page: &p, Home: home, Menu: []*site.Page{home}, Items: []*site.Page{page},
			Doc:     &site.Doc{Headings: []site.Heading{{Level: 2, ID: evil, Text: evil}, {Level: 2, ID: evil, Text: evil}}, Steps: []site.Step{{Title: evil, Minutes: site.Range{Min: 1, Max: 2}}}},
			Letters: []Letter{{Name: evil, Anchor: evil, Entries: []Entry{{Title: evil, Page: page, Term: evil}}}}, Book: evil, Scripts: []string{evil},
			Bench: &site.Bench{Site: site.SheetSite{ID: evil, Title: evil}, Sheet: &site.Sheet{Title: evil, Fields: []site.SheetField{{Label: evil + "</script><!--"}}}},
		}
		var b bytes.Buffer
		if err := l.Write(&b, string(kind), v); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "<script>") || strings.Contains(b.String(), "</script><!--") {
			t.Errorf("%s: the payload is in the page as it is:\n%s", kind, b.String())
		}
		if strings.Contains(b.String(), "ZgotmplZ") {
			t.Errorf("%s: html/template refused something", kind)
		}
	}
}
