package content

import (
	"maps"
	"slices"
	"strings"

	"kollega/generator/site"
)

var (
	textsLimits   = limits{bytes: 512 << 10, entries: 6000}
	textLanguages = []string{"nb", "nn", "en"} // what every text of the bottom file has
)

// Texts reads the layers' texts.toml, the bottom one first, merged per text and
// language. The bottom file must have every text in nb, nn and en. A text that a
// file above it alone has is its own, unless its name is nearly one of the others:
// then it has a warning.
func Texts(files []File) (site.Texts, []site.Problem) {
	t := &textsReader{texts: site.Texts{}, known: map[string]bool{}}
	for _, lang := range textLanguages {
		t.texts[lang] = map[string]string{}
	}
	var problems []site.Problem
	for i, f := range files {
		d, more := open(f, textsLimits)
		problems = append(problems, more...)
		if d == nil {
			continue
		}
		t.document, t.bottom = d, i == 0
		t.layer()
		problems = append(problems, d.problems...)
	}
	return t.texts, site.Sort(problems)
}

type textsReader struct {
	*document
	bottom bool
	texts  site.Texts
	known  map[string]bool // the keys of the bottom file
}

func (t *textsReader) layer() {
	refused := false // the table the entries stand in has no text's name
	for i := range t.entries {
		e := &t.entries[i]
		if e.header {
			refused = false
		}
		if e.broken || refused {
			continue
		}
		key, lang, inTable := strings.Cut(e.path, sep)
		table, isTable := t.values[key].(map[string]any)
		switch {
		case !isTable, inTable && strings.Contains(lang, sep), inTable && e.header:
			t.wrong(e.key, "texts-shape", shown(e.path))
			refused = e.header
		case e.header:
			t.table(e, key, table)
		case inTable:
			t.put(item{key: lang, at: e.value, value: table[lang]}, e, key, lang)
		default: // "search.title" = { nb = "Søk", nn = "Søk", en = "Search" }
			t.table(e, key, table)
			for _, lang := range slices.Sorted(maps.Keys(table)) {
				t.put(item{key: lang, at: e.value, value: table[lang]}, e, key, lang)
			}
		}
	}
}

// table checks the table of a text: that it is whole, or in an upper file that it
// has the name of one below.
func (t *textsReader) table(e *entry, key string, table map[string]any) {
	if !t.bottom {
		if t.known[key] {
			return
		}
		if meant := site.DidYouMean(key, slices.Sorted(maps.Keys(t.known))); meant != "" {
			t.doubtful(e.key, "texts-unknown", shown(key), site.Suggest(meant))
		}
		return
	}
	t.known[key] = true
	var missing []string
	for _, lang := range textLanguages {
		text, stated := table[lang]
		if text == "" || !stated && !t.mentions(key+sep+lang) {
			missing = append(missing, lang)
		}
	}
	if missing != nil {
		t.wrong(e.key, "texts-missing", shown(key), strings.Join(missing, ", "))
	}
}

// put takes a text of one language.
func (t *textsReader) put(it item, e *entry, key, lang string) {
	s, isText := it.value.(string)
	switch {
	case !languageTag.MatchString(lang):
		t.wrong(e.key, "language-tag", shown(lang), site.Suggest(languagesMeant[lang]))
	case !isText:
		t.wrong(it.at, "type-text", it.key)
	default:
		if t.texts[lang] == nil {
			t.texts[lang] = map[string]string{}
		}
		t.texts[lang][key] = s
	}
}
