package generator

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega/generator/cache"
	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/site"
)

var (
	edits    = flag.Int("edits", 250, "how many edits TestARebuildIsACleanBuild makes")
	editSeed = flag.Uint64("edit-seed", 1, "which ones")
)

// authors is a source that people work on, and what they may do to it.
type authors struct {
	*rand.Rand
	files  map[string][]byte // of the upper layer
	lower  map[string][]byte
	first  map[string][]byte   // files as they were at the beginning
	before []map[string][]byte // earlier states of files, to go back to
	drawn  *cache.Cache        // what stands around the pages, of clean builds
	broken bool                // something was done that leaves no handbook, and is mended next
}

// smallLook is a look that takes no time to make.
func smallLook() fstest.MapFS {
	look := fstest.MapFS{}
	for name, text := range map[string]string{
		"static/style/site.css": "body{color:red}", "static/style/sheet.css": "table{color:blue}", "static/app/main.ts": "document.title += 1",
		"static/app/worksheet.ts": "document.title += 2", "static/app/workbook.ts": "document.title += 3", "static/app/timed.ts": "document.title += 4",
		"static/favicon.svg": "<svg/>", "static/assets/licenses.txt": "free",
	} {
		look[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return look
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

func newAuthors(t *testing.T, seed uint64) *authors {
	a := &authors{Rand: rand.New(rand.NewPCG(seed, 7)), files: map[string][]byte{}, lower: map[string][]byte{}}
	for name, f := range withBundledLook() {
		if strings.HasPrefix(name, "layouts/") {
			a.lower[name] = f.Data
		}
	}
	for name, f := range smallLook() {
		a.lower[name] = f.Data
	}
	for _, name := range []string{"testdata/filled.txt", "testdata/kinds.txt"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "want/") {
				a.files[strings.Replace(f.Name, "content/nb/ark/", "content/nb/skjema/", 1)] = f.Data
			}
		}
	}
	a.files["content/nb/_delt/rammer.md"] = []byte("Felles **ramme**.\n")
	a.files["content/en/strategies/listen.md"] = []byte("+++\ntitle = \"Listen\"\nid = \"lytt\"\n+++\nTo the coachee.\n")
	a.files["content/nb/strategier/med.md"] = []byte("+++\ntitle = \"Med\"\n+++\n{{ ta inn ../_delt/rammer.md }}\n")
	a.files["content/nb/vei.md"] = []byte("+++\ntitle = \"Vei\"\nkind = \"læringsløp\"\nsteps = [\"lytt\", \"ark\"]\n+++\nFor veisøker.\n")
	a.files["content/nb/fylt.md"] = []byte("+++\ntitle = \"Fylt\"\n+++\n```utfylt ark\nmaal: Å bli bedre\n```\n")
	a.sheet()
	a.twin()
	a.terms()
	a.first = maps.Clone(a.files)
	return a
}

func (a *authors) source() fs.FS {
	top, bottom := fstest.MapFS{}, fstest.MapFS{}
	for name, data := range a.files {
		top[name] = &fstest.MapFile{Data: data}
	}
	for name, data := range a.lower {
		bottom[name] = &fstest.MapFile{Data: data}
	}
	return layers.Over(top, bottom)
}

// one is a name of a file of the upper layer that is accepted.
func (a *authors) one(accept func(name string) bool) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		if accept(name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return pick(a.Rand, names...)
}

func isPage(name string) bool { return strings.HasPrefix(name, "content/") && path.Ext(name) == ".md" }

func (a *authors) page() string { return a.one(isPage) }

// edit does one thing that an author may do and says what. What leaves no handbook at
// all is taken back at once, and all that has been done every now and then: a source
// that is ever more broken would show nothing any more.
func (a *authors) edit() string {
	if a.broken {
		a.broken = false
		a.files = a.before[len(a.before)-1]
		return "mended"
	}
	if a.IntN(25) == 0 {
		a.files = maps.Clone(a.first)
		return "all taken back"
	}
	if len(a.before) > 40 {
		a.before = a.before[1:]
	}
	a.before = append(a.before, maps.Clone(a.files))
	type change struct {
		name string
		do   func() string
	}
	c := pick(a.Rand,
		change{"text", a.text}, change{"text", a.text}, change{"text", a.text}, change{"front", a.front}, change{"front", a.front},
		change{"terms", a.terms}, change{"sheet", a.sheet}, change{"translated sheet", a.twin}, change{"long", a.long},
		change{"delete", a.remove}, change{"new", a.create}, change{"move", a.move}, change{"swap", a.swap}, change{"folder", a.moveFolder},
		change{"settings", a.settings}, change{"layout", a.layout}, change{"look", a.look}, change{"words", a.words},
		change{"picture", a.picture}, change{"snippet", a.snippet}, change{"bad", a.spoil}, change{"lock", a.lockFile}, change{"override", a.override}, change{"merge", a.merge}, change{"below", a.below}, change{"own words", a.ownWords},
		change{"back", a.back}, change{"back", a.back}, change{"touch", func() string { return "" }},
	)
	return c.name + " " + c.do()
}

func (a *authors) text() string {
	name := a.page()
	if name == "" {
		return ""
	}
	more := pick(a.Rand, "Mer om veisøker og mål.", "## Nytt (5 min)\n\nNoe.", "Se [noe](lytt.md#gjør-slik).", "![Ett steg](steg.svg)", "![Foto](foto.png)",
		"{{ ta inn ../_delt/rammer.md }}", "```felt nytt\nHva?\nSvar: kort\n```", "```felt\nUten id?\nSvar: ja/nei\n```", "- Spørsmål? {lett}", "Ord\n: Forklaring.\n",
		"> [!VEILEDER]\n> ## Vent\n>\n> Se ![Foto](foto.png).\n>\n> ```felt skjult\n> Hva?\n> Svar: kort\n> ```", "## Bare for deg\n\n> [!VEILEDER]\n> Noe.", "Se [stedet](lytt.md#bare-for-deg).",
		"```utfylt ark\nmaal: Noe\n```", "[Lytt](../strategier/lytt.md), [borte](borte.md)", "Høy `kode` & <b>rå</b>.", "Ring {{ bht }}.")
	a.files[name] = []byte(string(a.files[name]) + "\n" + more + "\n")
	return name
}

func (a *authors) front() string {
	name := a.page()
	if name == "" {
		return ""
	}
	line := pick(a.Rand, "order = 3", "draft = true", "tags = [\"mål\"]", "title = \"Åpning\"", "summary = \"Ny.\"", "aliases = [\"gammel/side.html\"]", "next = [\"lytt\"]",
		"id = \"annet\"", "short = \"Kort\"", "worksheets = [\"ark\"]", "strategies = [\"lytt\"]", "minutes = [5, 10]", "steps = [\"ark\", \"lytt\"]", "formerly = [\"gammel\"]",
		"updated = \"2026-01-02\"", "edition = \"øktleder\"", "edition = \"deltaker\"", "ukjent = 1")
	key, _, _ := strings.Cut(line, " ")
	var kept []string
	for _, l := range strings.Split(string(a.files[name]), "\n") {
		if !strings.HasPrefix(l, key+" ") {
			kept = append(kept, l)
		}
	}
	a.files[name] = []byte(strings.Replace(strings.Join(kept, "\n"), "+++\n", "+++\n"+line+"\n", 1))
	return name + " " + line
}

// terms, sheet and long change what other pages show of a text: explanations, questions,
// ids to offer, how long it takes to read.
func (a *authors) terms() string {
	name := pick(a.Rand, "content/nb/ordliste.md", "content/nb/ordliste.md", "content/en/glossary.md")
	a.files[name] = []byte("+++\ntitle = \"Ord\"\nkind = \"ordliste\"\n+++\n" + pick(a.Rand, "Veisøker {=a}\n: Den som leter.\n", "Veisøker\n: Den som *søker*.\n", "Mål\n: Dit man vil.\n\nCoachee\n: Who seeks.\n", "{{ ta inn _delt/rammer.md }}\n"))
	return name
}

func (a *authors) sheet() string {
	a.files["content/nb/ark.md"] = []byte("+++\ntitle = \"Ark\"\nid = \"ark\"\nkind = \"arbeidsark\"\n+++\n```felt " + pick(a.Rand, "maal", "maalet", "") + "\n" +
		pick(a.Rand, "Hva vil du?", "Hva vil du oppnå?") + "\nSvar: langt\n```\n")
	return string(a.files["content/nb/ark.md"])
}

func (a *authors) twin() string {
	a.files["content/en/ark.md"] = []byte("+++\ntitle = \"Sheet\"\nid = \"ark\"\nkind = \"worksheet\"\n+++\n```field\nWhat?\nAnswer: long\n```\n")
	return ""
}

func (a *authors) long() string {
	name := pick(a.Rand, "content/nb/strategier/lytt.md", "content/nb/ark.md")
	a.files[name] = []byte(string(a.files[name]) + strings.Repeat("Mange ord. ", 150) + "\n")
	return name
}

func (a *authors) remove() string {
	name := a.one(func(name string) bool { return strings.HasPrefix(name, "content/") })
	delete(a.files, name)
	return name
}

func (a *authors) create() string {
	name := fmt.Sprintf("content/%s/%s/%s.md", pick(a.Rand, "nb", "en", "nn"), pick(a.Rand, "strategier", "aktiviteter", "nytt/sted", "."), pick(a.Rand, "ny", "Ærlig", "b"))
	name = path.Clean(name)
	a.files[name] = []byte("+++\ntitle = \"Ny\"\n+++\nTekst.\n")
	return name
}

func (a *authors) move() string {
	from := a.page()
	if from == "" {
		return ""
	}
	to := path.Join(path.Dir(from), pick(a.Rand, "flyttet.md", strings.ToUpper(path.Base(from[:len(from)-3]))+".md", "../flyttet.md"))
	if to != from && strings.HasPrefix(to, "content/") {
		a.files[to] = a.files[from]
		delete(a.files, from)
	}
	return from + " → " + to
}

func (a *authors) moveFolder() string {
	name := a.page()
	if name == "" || strings.Count(name, "/") < 3 {
		return ""
	}
	from := path.Dir(name)
	to := pick(a.Rand, from+"2", strings.ToUpper(from[:1])+from[1:]+"-b", "content/nb/flyttet")
	to = "content/" + strings.TrimPrefix(strings.ToLower(to), "content/")
	for _, n := range slices.Sorted(maps.Keys(a.files)) {
		if rest, ok := strings.CutPrefix(n, from+"/"); ok {
			a.files[to+"/"+rest] = a.files[n]
			delete(a.files, n)
		}
	}
	return from + " → " + to
}

func (a *authors) swap() string {
	x, y := a.page(), a.page()
	if x != "" {
		a.files[x], a.files[y] = a.files[y], a.files[x]
	}
	return x + " ↔ " + y
}

func (a *authors) settings() string {
	if a.IntN(6) == 0 {
		a.files["site.toml"], a.broken = []byte("feil = 1\n"), true
		return "feil"
	}
	text := "id = \"prove\"\ntitle = \"" + pick(a.Rand, "Prøve", "Annet") + "\"\nbase = \"none\"\n" +
		pick(a.Rand, "languages = [\"nb\", \"en\", \"nn\"]\n", "languages = [\"nb\"]\n", "languages = [\"nb\", \"en\"]\n") +
		pick(a.Rand, "", "url = \"https://example.org/bok\"\n", "navigation.main = [\"strategier\"]\n", "navigation.main = [\"borte\"]\n") +
		pick(a.Rand, "", "", "hide = [\"lytt\"]\n", "hide = [\"strategier\"]\n", "hide = [\"lytt#gjør-slik\", \"ark\"]\n", "hide = [\"borte\"]\n") +
		pick(a.Rand, "", "[theme]\naccent = \"#124578\"\n", "[theme]\naccent = \"#ffee88\"\nfont = \"serif\"\n", "[theme]\nlogo = \"logo.svg\"\nstyles = [\"var.css\"]\n", "[theme]\nradius = \"none\"\ndensity = \"airy\"\n", "[features]\nglossary = false\n", "[features]\nindex = false\n", "[workbook]\nstorage = \"none\"\n", "[tags]\nmaal = \"mål\"\n") +
		pick(a.Rand, "", "", "[terms]\n\"veisøker\" = \"spør\"\n", "[terms.nb]\n\"mål/målet\" = \"siktemål/siktemålet\"\n", "[values]\nbht = \"Frisk\"\n", "[values]\nbht = \"Sunn\"\n")
	a.files["site.toml"] = []byte(text)
	return strings.ReplaceAll(text, "\n", "; ")
}

func (a *authors) layout() string {
	if a.IntN(6) == 0 {
		a.files["layouts/base.html"], a.broken = []byte("{{if}}"), true
		return "broken"
	}
	name := pick(a.Rand, "layouts/kinds/strategy.html", "layouts/parts/cards.html", "layouts/base.html", "layouts/kinds/section.html", "layouts/redirect.html")
	text := string(a.lower[name])
	a.files[name] = []byte(strings.Replace(text, "{{end}}", pick(a.Rand, "<i>x</i>{{end}}", "{{.Page.ID}}{{end}}", "{{.Borte}}{{end}}", "{{end}}"), 1))
	return name
}

func (a *authors) look() string {
	name := pick(a.Rand, "static/style/site.css", "static/app/main.ts", "static/fil.txt", "static/strategier/lytt.html", "static/logo.svg", "static/var.css")
	a.files[name] = []byte(pick(a.Rand, "a{color:green}", "/* x */", "1"))
	if name == "static/logo.svg" {
		a.files[name] = []byte(pick(a.Rand, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"/>", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 50 20\"/>"))
	}
	return name
}

func (a *authors) words() string {
	a.files["layouts/texts.toml"] = []byte("[\"" + pick(a.Rand, "nav.menu", "md.tip", "index.file", "section.file", "ukjent") + "\"]\nnb = \"" + pick(a.Rand, "annet", "noe") + "\"\n")
	return string(a.files["layouts/texts.toml"])
}

func (a *authors) picture() string {
	name := pick(a.Rand, "content/nb/strategier/steg.svg", "content/nb/strategier/foto.png", "content/nb/foto.png")
	a.files[name] = []byte(pick(a.Rand, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" viewBox=\"0 0 4 2\"><rect class=\"tint\" width=\"4\" height=\"2\"/></svg>",
		"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" viewBox=\"0 0 9 9\"><circle r=\"2\"/></svg>", "<svg class=\"drawing\" onload=\"x\"/>", "ikke et bilde", ""))
	return name
}

func (a *authors) snippet() string {
	a.files["content/nb/_delt/rammer.md"] = []byte(pick(a.Rand, "Ny ramme.\n", "{{ ta inn mer.md }}\n", "![Steg](../strategier/steg.svg)\n", "{{ ta inn rammer.md }}\n"))
	a.files["content/nb/_delt/mer.md"] = []byte(pick(a.Rand, "Mer.\n", "Enda mer, {{ ta inn borte.md }}\n"))
	return ""
}

func (a *authors) spoil() string {
	name := a.page()
	if name == "" {
		return ""
	}
	a.files[name] = pick(a.Rand, []byte("+++\ntitle = \"Uferdig\n+++\n"), []byte("ingen"), append([]byte("+++\ntitle = \"x\"\n+++\n"), 0xff, 0xfe), nil,
		[]byte("\ufeff+++\r\ntitle = \"Vindu\"\r\n+++\r\nTekst.\r\n"), []byte("+++\ntitle = \"x\"\n"))
	return name
}

func (a *authors) lockFile() string {
	a.files["worksheets.lock"] = []byte(pick(a.Rand, "", "page ark worksheet\n", "rot\n"))
	return ""
}

// override puts a file of the upper layer into the lower one, or takes one from there.
func (a *authors) override() string {
	name := a.page()
	if name != "" {
		a.lower[name] = a.files[name]
		if a.IntN(2) == 0 {
			delete(a.files, name)
		}
	}
	return name
}

// merge lays a page over the one it was until now.
func (a *authors) merge() string {
	name := a.page()
	if name == "" {
		return ""
	}
	if !content.Merges(a.files[name]) {
		a.lower[name] = a.files[name]
	}
	heading := pick(a.Rand, layers.Outlines(append(a.lower[name], "\n## Nytt\n"...))...).Title
	a.files[name] = []byte("+++\nmode = \"merge\"\n" + pick(a.Rand, "", "title = \"Vår\"\n", "next = []\n") + "+++\n" + pick(a.Rand, "", "Vår innledning.\n") +
		"## " + heading + pick(a.Rand, "", " {legg-til}", " {fjern}", " {sist}", " {etter=\"Gjør slik\"}") + "\n\n" +
		pick(a.Rand, "Vårt om mål.\n", "- Vårt? {lett =vart}\n", "- {fjern =first}\n", "```felt vart\nVårt?\nSvar: kort\n```\n", "Ring {{ bht }}.\n"))
	return name
}

// ownWords changes nothing of the settings but what words become.
func (a *authors) ownWords() string {
	text, _, _ := strings.Cut(string(a.files["site.toml"]), "\n[terms")
	text, _, _ = strings.Cut(text, "\n[values")
	text += pick(a.Rand, "\n[terms]\n\"veisøker\" = \"spør\"\n", "\n[terms]\n\"veisøker\" = \"søk\"\n", "\n[values]\nbht = \"Frisk\"\n", "\n[values]\nbht = \"Sunn\"\n", "")
	a.files["site.toml"] = []byte(text)
	if name := a.page(); name != "" && a.IntN(2) == 0 {
		a.files[name] = append(slices.Clone(a.files[name]), "\nRing {{ bht }}.\n"...)
	}
	return text
}

// below changes a page that lies below another, or could.
func (a *authors) below() string {
	for _, name := range slices.Sorted(maps.Keys(a.lower)) {
		if isPage(name) && a.IntN(2) == 0 {
			a.lower[name] = append(slices.Clone(a.lower[name]), pick(a.Rand, "\nNytt nede.\n", "\n## Nede\n\nOm mål.\n", "\n- Nede? {lett =nede}\n")...)
			return name
		}
	}
	return ""
}

func (a *authors) back() string {
	a.files = maps.Clone(pick(a.Rand, a.before...))
	return ""
}

// looks is an empty cache for a clean build. Most of what such a build takes is what
// stands around the pages, which is made anew in each tenth and taken from one before
// in the others.
func (a *authors) looks(i int) *cache.Cache {
	if i%10 == 0 || a.drawn == nil {
		a.drawn = cache.New()
		return a.drawn
	}
	c := cache.New()
	h := &Handbook{source: a.source(), cache: a.drawn}
	config, _ := content.Config(versions(h.source, "site.toml"))
	if config == nil {
		return c
	}
	if l, _ := h.findLooks(config); l != nil {
		cache.Keep(c, l.digest, l)
	}
	return c
}

// built is all that comes of a source.
type built struct {
	files    map[string][]byte
	problems string
	keys     map[string]string
}

func build(t *testing.T, source fs.FS, o Options) built {
	t.Helper()
	h, problems := Open(source, o)
	b := built{files: map[string][]byte{}, keys: map[string]string{}}
	if h != nil {
		problems = h.Check(nil)
		for _, name := range h.Names() {
			data, err := h.ReadFile(name)
			if err != nil {
				data = []byte("error: " + err.Error())
			}
			b.files[name], b.keys[name] = data, h.Key(name)
		}
	}
	for _, p := range problems {
		b.problems += fmt.Sprintln(p.In("nb"), p.Warning, p.Fix)
	}
	return b
}

// differs says how two builds differ, "" when they don't.
func (b built) differs(from built) string {
	if b.problems != from.problems {
		return fmt.Sprintf("problems:\n%s\nin a clean build:\n%s", b.problems, from.problems)
	}
	for name := range from.files {
		if _, ok := b.files[name]; !ok {
			return name + " is missing"
		}
	}
	for name, data := range b.files {
		want, ok := from.files[name]
		if !ok {
			return name + " is left over"
		}
		if !bytes.Equal(data, want) {
			return fmt.Sprintf("%s is\n%s\nin a clean build:\n%s", name, data, want)
		}
	}
	return ""
}

// Whatever is done to a source, with a cache it becomes what it becomes without one,
// byte for byte and problem for problem, in the same process and in a new one; and files
// with the same key are the same.
func TestARebuildIsACleanBuild(t *testing.T) {
	a := newAuthors(t, *editSeed)
	whole, pages := 0, 0
	memory, dir := cache.New(), t.TempDir()
	made := map[string][]byte{}
	var last string
	for i := range *edits {
		what := a.edit()
		last = fmt.Sprintf("seed %d, edit %d: %s", *editSeed, i, what)
		o := Options{Drafts: a.IntN(8) == 0, Edition: pick(a.Rand, "", "", site.EditionParticipant, site.EditionFacilitator)}
		with := func(c *cache.Cache) Options {
			o := o
			o.Cache = c
			return o
		}
		clean := build(t, a.source(), with(a.looks(i)))
		if len(clean.files) > 0 {
			whole, pages = whole+1, pages+len(clean.files)
		}
		if d := build(t, a.source(), with(memory)).differs(clean); d != "" {
			t.Fatalf("%s\nin the same process, %s", last, d)
		}
		if a.IntN(3) == 0 {
			memory.Sweep()
		}
		if i%3 != 0 {
			continue
		}
		disk := cache.Open(dir, "test", site.ArgTypes()...)
		again := build(t, a.source(), with(disk))
		if d := again.differs(clean); d != "" {
			t.Fatalf("%s\nin a new process, %s", last, d)
		}
		if err := disk.Save(); err != nil {
			t.Fatal(err)
		}
		for name, key := range again.keys {
			if old, ok := made[key]; ok && !bytes.Equal(old, again.files[name]) {
				t.Fatalf("%s\n%s has the key of other bytes", last, name)
			}
			made[key] = again.files[name]
		}
		if len(made) > 20_000 {
			clear(made)
		}
	}
	t.Logf("%d of %d edits left a handbook, of %d files on average", whole, *edits, pages/max(whole, 1))
	packs, err := os.ReadDir(dir)
	if err != nil || len(packs) == 0 || len(packs) > 14 {
		t.Errorf("%d packs in the cache, %v", len(packs), err)
	}
}

// A cache that is lost in the middle of a build costs time, and never a page: a text that
// is not the one that was read any more is told of.
func TestACacheMayBeLostWhileItIsUsed(t *testing.T) {
	a := newAuthors(t, 1)
	clean := build(t, a.source(), Options{})
	files := fstest.MapFS{}
	for name, data := range a.lower {
		files[name] = &fstest.MapFile{Data: data}
	}
	for name, data := range a.files {
		files[name] = &fstest.MapFile{Data: data}
	}
	dir := t.TempDir()
	h, _ := Open(files, Options{Cache: cache.Open(dir, "test", site.ArgTypes()...)})
	h.Check(nil)
	if _, err := h.ReadFile("index.html"); err != nil {
		t.Fatal(err)
	}
	packs, err := os.ReadDir(dir)
	if err != nil || len(packs) != 1 {
		t.Fatalf("%v, %v", packs, err)
	}
	if err := os.Truncate(path.Join(dir, packs[0].Name()), 0); err != nil {
		t.Fatal(err)
	}
	for name, want := range clean.files {
		if got, err := h.ReadFile(name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	files["content/nb/strategier/lytt.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Lytt\"\n+++\nAnnet.\n")}
	files["content/nb/_index.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Velkommen\"\n+++\nAnnet.\n")}
	var p site.Problem
	if _, err := h.ReadFile("index.html"); !errors.As(err, &p) || p.Code != "file-changed" {
		t.Errorf("a page of another text: %v", err)
	}
}
