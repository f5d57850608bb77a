package generator

import (
	"bytes"
	"compress/gzip"
	"html"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega"
	"kollega/generator/cache"
	"kollega/generator/compress"
	"kollega/generator/evaluate"
	"kollega/generator/lock"
	"kollega/generator/site"
)

// secret is what the words begin with that participants must not see.
const secret = "hemmelignote"

var secrets = regexp.MustCompile(secret + `[\pL]*`)

func canary(t *testing.T) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/editions/canary.txt")
	if err != nil {
		t.Fatal(err)
	}
	source := withBundledLook()
	for _, f := range archive.Files {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return source
}

// openEdition opens an edition that has nothing to stop it.
func openEdition(t *testing.T, source fs.FS, e site.Edition) (*Handbook, []site.Problem) {
	t.Helper()
	h, problems := openAndCheck(source, e)
	if h == nil {
		t.Fatal(problems)
	}
	if site.Fatal(problems, false) {
		t.Fatalf("%q: %v", e, problems)
	}
	return h, problems
}

// publishedFiles are the files of a site as they are sent, the compressed ones among them.
func publishedFiles(t *testing.T, h *Handbook) map[string][]byte {
	t.Helper()
	all, names := compress.Over(h, h.Names())
	files := map[string][]byte{}
	for _, name := range names {
		data, err := all.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	return files
}

// seen are the words in the names and the bytes of files, unpacked where they are packed.
func seen(t *testing.T, files map[string][]byte, words *regexp.Regexp) map[string]string {
	t.Helper()
	where := map[string]string{}
	for name, data := range files {
		texts := []string{name, string(data)}
		if strings.HasSuffix(name, ".gz") {
			r, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			plain, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(plain))
		}
		for _, text := range texts {
			for _, word := range words.FindAllString(strings.ToLower(text), -1) {
				where[word] = name
			}
		}
	}
	return where
}

// secretsIn are the words of a source that participants must not see, and where they are.
func secretsIn(source fstest.MapFS) map[string]string {
	words := map[string]string{}
	for name, f := range source {
		if strings.HasPrefix(name, "content/") {
			for _, word := range secrets.FindAllString(strings.ToLower(name+" "+string(f.Data)), -1) {
				words[word] = name
			}
		}
	}
	return words
}

// finder searches a site in all its languages.
func finder(t *testing.T, h *Handbook) func(query string) (found int, instead string) {
	t.Helper()
	var engines []*evaluate.Engine
	for _, lang := range h.Config.Languages {
		e, err := evaluate.Open(h, lang)
		if err != nil {
			t.Fatal(err)
		}
		engines = append(engines, e)
	}
	return func(query string) (found int, instead string) {
		for _, e := range engines {
			r, err := e.Search(query, 1)
			if err != nil {
				t.Fatal(err)
			}
			found, instead = found+r.Total, instead+r.Instead
		}
		return found, instead
	}
}

// Nothing of what facilitators alone get is in any file of participants, by any name, and
// nothing of it is found. The site for everybody has all of it, so that each place is one
// where it could have been.
func TestParticipantsGetNothingOfWhatFacilitatorsGet(t *testing.T) {
	source := canary(t)
	words := secretsIn(source)
	everybody, _ := openEdition(t, source, "")
	shown, find := seen(t, publishedFiles(t, everybody), secrets), finder(t, everybody)
	for word, name := range words {
		if found, _ := find(word); shown[word] == "" && found == 0 {
			t.Errorf("%s: %s is nowhere in the site for everybody", name, word)
		}
	}
	if found, _ := find(secret); found == 0 {
		t.Error("the beginning of all these words finds nothing in the site for everybody")
	}
	h, _ := openEdition(t, source, site.EditionParticipant)
	files := publishedFiles(t, h)
	for word, name := range seen(t, files, secrets) {
		t.Errorf("%s is in %s", word, name)
	}
	find = finder(t, h)
	for _, word := range append(sortedKeys(words), secret) {
		if found, instead := find(word); found > 0 || strings.Contains(instead, secret) {
			t.Errorf("%s is found on %d pages, or by %q", word, found, instead)
		}
	}
	for _, name := range []string{"index.html", "strategier/lytt.html", "ark/ark.html", "en/strategies/listen.html", "en/ark/ark.html", "sitemap.xml"} {
		if files[name] == nil {
			t.Errorf("%s is not in the participants' edition", name)
		}
	}
	if len(words) < 90 {
		t.Errorf("only %d words to hide", len(words))
	}
}

// What one edition left in a cache is of no harm to another: whichever is built first, each
// has the bytes and the messages of a build without a cache.
func TestEditionsShareACache(t *testing.T) {
	source := canary(t)
	maps.DeleteFunc(source, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "static/") })
	maps.Copy(source, smallLook())
	editions := []site.Edition{"", site.EditionParticipant, site.EditionFacilitator}
	clean := map[site.Edition]built{}
	for _, e := range editions {
		clean[e] = build(t, source, Options{Edition: e})
	}
	for i, e := range editions {
		if d := clean[e].differs(clean[editions[(i+1)%3]]); d == "" {
			t.Errorf("%q is like the next", e)
		}
	}
	for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		memory, dir := cache.New(), t.TempDir()
		keys := map[string][]byte{}
		for _, n := range slices.Concat(order, order) {
			e := editions[n]
			disk := cache.Open(dir, "test", site.ArgTypes()...)
			for what, c := range map[string]*cache.Cache{"in memory": memory, "on a disk": disk} {
				b := build(t, source, Options{Edition: e, Cache: c})
				if d := b.differs(clean[e]); d != "" {
					t.Fatalf("%v %q %s: %s", order, e, what, d)
				}
				for name, key := range b.keys {
					if c == disk && keys[key] != nil && !bytes.Equal(keys[key], b.files[name]) {
						t.Fatalf("%v %q: %s has the key of other bytes", order, e, name)
					}
					if c == disk {
						keys[key] = b.files[name]
					}
				}
			}
			if err := disk.Save(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// worksheets.lock is of the handbook: every edition writes the same one, and finds nothing
// missing in it.
func TestEditionsHaveOneLock(t *testing.T) {
	source := canary(t)
	h, _ := openEdition(t, source, "")
	want, _ := h.Relock()
	for _, id := range []string{"hemmelignoteark#hemmelignotesporsmal short", "ark#hemmelignotetall number", "annet#hemmelignotevalgfelt/hemmelignotevalgid option", "hemmelignoteside strategy"} {
		if !slices.Contains(want.Changes, id) {
			t.Errorf("%s is not in the lock: %q", id, want.Changes)
		}
	}
	for _, e := range []site.Edition{site.EditionParticipant, site.EditionFacilitator} {
		delete(source, lock.Name)
		h, _ := openEdition(t, source, e)
		if got, _ := h.Relock(); !bytes.Equal(got.Text, want.Text) {
			t.Errorf("%q writes\n%s\nnot\n%s", e, got.Text, want.Text)
		}
		source[lock.Name] = &fstest.MapFile{Data: want.Text}
		h, problems := openEdition(t, source, e)
		for _, p := range problems {
			if strings.HasPrefix(string(p.Code), "lock-") {
				t.Errorf("%q: %v", e, p)
			}
		}
		if got, _ := h.Relock(); got.Text != nil {
			t.Errorf("%q writes it anew: %q", e, got.Changes)
		}
	}
	source["content/nb/hemmelignotemeny/undermappe/hemmelignoteark.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"A\"\nid = \"hemmelignoteark\"\nkind = \"arbeidsark\"\n+++\n")}
	h, _ = Open(source, Options{Edition: site.EditionParticipant})
	if problems := h.Check(nil); !slices.ContainsFunc(problems, func(p site.Problem) bool { return p.Code == "lock-field" }) {
		t.Errorf("a facilitators' field that is gone is not missed by participants: %v", problems)
	}
}

// pageOf is a page of an edition.
func pageOf(t *testing.T, h *Handbook, name string) string {
	t.Helper()
	data, err := h.ReadFile(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(data)
}

func TestAnEditionSaysWhichItIs(t *testing.T) {
	source := canary(t)
	for _, c := range []struct {
		edition    site.Edition
		attribute  string
		mark, open bool
		notes      bool
	}{
		{"", "", false, false, true},
		{site.EditionParticipant, ` data-edition="participant"`, false, false, false},
		{site.EditionFacilitator, ` data-edition="facilitator"`, true, true, true},
	} {
		h, _ := openEdition(t, source, c.edition)
		for name, word := range map[string]string{"strategier/lytt.html": "Øktlederutgave", "nn/lytt.html": "Øktleiarutgåve", "en/strategies/listen.html": "Facilitator edition"} {
			page := pageOf(t, h, name)
			html, _, _ := strings.Cut(page[strings.Index(page, "<html"):], ">")
			if strings.Contains(html, "data-edition") != (c.attribute != "") || !strings.Contains(html, c.attribute) {
				t.Errorf("%q, %s: %s", c.edition, name, html)
			}
			if strings.Contains(page, word) != c.mark {
				t.Errorf("%q, %s: «%s» is there: %v", c.edition, name, word, !c.mark)
			}
			if got := strings.Contains(page, `<details class="facilitator`); got != c.notes {
				t.Errorf("%q, %s: notes are there: %v", c.edition, name, got)
			}
			if got := strings.Contains(page, `<details class="facilitator" open>`); got != c.open {
				t.Errorf("%q, %s: notes are open: %v", c.edition, name, got)
			}
		}
	}
}

// The pictures of an edition are those that it shows.
func TestAnEditionHasThePicturesItShows(t *testing.T) {
	source := canary(t)
	source["content/nb/strategier/foto.png"] = &fstest.MapFile{Data: []byte("piksler")}
	text := source["content/nb/strategier/lytt.md"].Data
	source["content/nb/strategier/lytt.md"] = &fstest.MapFile{Data: append(bytes.Clone(text), "\n![Et foto](foto.png)\n"...)}
	for e, want := range map[site.Edition]int{"": 4, site.EditionFacilitator: 4, site.EditionParticipant: 1} {
		h, _ := openEdition(t, source, e)
		var names []string
		for _, name := range h.Names() {
			if strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".svg") && strings.Contains(name, "kart") {
				names = append(names, name)
			}
		}
		if len(names) != want {
			t.Errorf("%q: %q", e, names)
		}
		for name, f := range h.files {
			if f.picture == "" {
				continue
			}
			_, err := h.ReadFile(name)
			if listed := slices.Contains(h.Names(), name); (err == nil) != listed || (h.Key(name) != "") != listed {
				t.Errorf("%q: %s is listed: %v, but read: %v", e, name, listed, err)
			}
		}
	}
}

// noteWords are runs of words in the facilitator notes of Markdown.
var noteLine = regexp.MustCompile(`(?m)^> \[!(?:VEILEDER|RETTLEIAR|FACILITATOR)\]\n((?:>.*\n)+)`)

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

var (
	tags   = regexp.MustCompile(`<[^>]*>`)
	fenced = regexp.MustCompile("(?ms)^```.*?^```") // where a guide shows how a note is written
)

// spoken is what stands between the tags of a file, but for the cards of terms.
func spoken(file string) string {
	var b strings.Builder
	for {
		text, rest, tagged := strings.Cut(file, "<")
		b.WriteString(text)
		if !tagged {
			return b.String()
		}
		end := ">"
		if strings.HasPrefix(rest, "span popover") {
			end = "</span>"
		}
		_, after, ended := strings.Cut(rest, end)
		if !ended { // no tag: a file of another kind
			b.WriteString(rest)
			return b.String()
		}
		file = after
	}
}

// No sentence of a facilitator note of the handbook is in any file that participants get.
// Nearly all are in the pages that everybody gets: the others have a picture, a link or a
// mark of their own in them.
func TestTheHandbookOfParticipantsHasNoNotes(t *testing.T) {
	var pieces []string
	notes := 0
	err := fs.WalkDir(kollega.Bundled, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(kollega.Bundled, name)
		for _, m := range noteLine.FindAllSubmatch(fenced.ReplaceAll(text, nil), -1) {
			notes++
			for _, piece := range strings.FieldsFunc(strings.ReplaceAll(string(m[1]), "\n> ", " "), func(r rune) bool { return strings.ContainsRune(".:;()[]*>\n", r) }) {
				if piece = letters(piece); len(piece) > 30 {
					pieces = append(pieces, piece)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	begin := map[string][]string{} // pieces by their first letters
	const start = 24
	for _, piece := range pieces {
		begin[piece[:start]] = append(begin[piece[:start]], piece)
	}
	in := func(edition func() (map[string][]byte, error)) (found int, example string) {
		files, err := edition()
		if err != nil {
			t.Fatal(err)
		}
		there := map[string]bool{}
		for _, data := range files {
			text := letters(html.UnescapeString(spoken(string(data))))
			for i := range len(text) - start {
				for _, piece := range begin[text[i:i+start]] {
					there[piece] = there[piece] || strings.HasPrefix(text[i:], piece)
				}
			}
		}
		for _, piece := range pieces {
			if there[piece] {
				found, example = found+1, piece
			}
		}
		return found, example
	}
	if found, _ := in(finished); notes < 80 || len(pieces) < 3*notes || found < len(pieces)*19/20 {
		t.Errorf("of %d sentences in %d notes, %d are in the handbook for everybody", len(pieces), notes, found)
	}
	if found, example := in(participants); found > 0 {
		t.Errorf("of %d sentences in notes, %d are in the participants' handbook: %q", len(pieces), found, example)
	}
	if found, _ := in(facilitators); found < len(pieces)*19/20 {
		t.Errorf("of %d sentences in notes, %d are in the facilitators' handbook", len(pieces), found)
	}
}

// A page that names something of another page is another page when an edition does not
// have that any more: where it is published, that is known by its key.
func TestAKeyFollowsWhatAnEditionHas(t *testing.T) {
	note := func(text string) string { return "> [!VEILEDER]\n> " + strings.ReplaceAll(text, "\n", "\n> ") + "\n" }
	const end, field = "Slutt.\n", "```felt navn\nHvem?\nSvar: langt\n```\n"
	for _, c := range []struct{ name, page, before, after string }{
		{"a place that goes", "Se [slutten](annet.md#slutt).\n", "## Slutt\n\n" + end, "## Slutt\n\n" + note(end)},
		{"a field that goes", "```felt maal\nHva?\nSvar: langt\nHent fra: annet#navn\n```\n", field, note(field)},
	} {
		var keys, pages []string
		for _, text := range []string{c.before, c.after} {
			front := "+++\ntitle = \"A\"\nkind = \"arbeidsark\"\n+++\n"
			h, _ := openEdition(t, sheetSite(map[string]string{"content/nb/ark.md": front + c.page, "content/nb/annet.md": front + text}), site.EditionParticipant)
			keys, pages = append(keys, h.Key("ark.html")), append(pages, pageOf(t, h, "ark.html"))
		}
		if pages[0] == pages[1] || keys[0] == keys[1] {
			t.Errorf("%s: the same page: %v, the same key: %v", c.name, pages[0] == pages[1], keys[0] == keys[1])
		}
	}
}

// A translation is offered the ids of the page it translates in every edition, though the
// fields of that page stand in notes.
func TestIDsAreOfferedFromNotes(t *testing.T) {
	sheet := func(kind, field, answer, note string) string {
		return "+++\ntitle = \"A\"\nid = \"ark\"\nkind = \"" + kind + "\"\n+++\n> [!" + note + "]\n> ```" + field + "\n> Hva?\n> " + answer + ": kort\n> ```\n"
	}
	source := sheetSite(map[string]string{"content/nb/ark.md": sheet("arbeidsark", "felt maal", "Svar", "VEILEDER"), "content/nn/ark.md": sheet("arbeidsark", "felt", "Svar", "RETTLEIAR")})
	source["site.toml"] = &fstest.MapFile{Data: []byte(lockedSite + "languages = [\"nb\", \"nn\"]\n")}
	for _, e := range []site.Edition{"", site.EditionParticipant, site.EditionFacilitator} {
		_, problems := openAndCheck(source, e)
		i := slices.IndexFunc(problems, func(p site.Problem) bool { return p.Code == "field-id" })
		if i < 0 || problems[i].Fix == nil || problems[i].Fix.Insert != " maal" {
			t.Errorf("%q: %v", e, problems)
		}
	}
}
