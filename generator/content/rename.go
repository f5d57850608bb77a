package content

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"kollega/generator/site"
)

// Organisations' own words: [terms], [values], [tags] and [needs].
//
//	[terms]
//	"kollegastøtte/kollegastøtten" = "kollegaveiledning/kollegaveiledningen"
//
//	[terms.nb]                  for one language
//	bedriftshelsetjenesten = "Frisk HMS"
//
//	[values]
//	bht-phone = "55 12 34 56"
//	bht = { nb = "Frisk HMS", en = "Frisk occupational health" }

// termOf reads a word and the one that takes its place, and reports whether it could be
// one.
func (r *configReader) termOf(e *entry, key string, it item) bool {
	lang, word, ofLang := strings.Cut(key, sep)
	words, isTable := it.value.(map[string]any)
	if isTable && ofLang || (isTable || ofLang) && !languageTag.MatchString(lang) {
		r.wrong(e.key, "terms-table", shown(key))
		return false
	}
	if isTable {
		for _, word := range slices.Sorted(maps.Keys(words)) {
			if !e.header {
				r.termOf(e, lang+sep+word, item{key: word, at: it.at, value: words[word]})
			}
		}
		return true
	}
	if !ofLang {
		lang, word = "", key
	}
	to, ok := r.label(it)
	if !ok {
		return true
	}
	rename := site.Rename{Lang: lang, From: forms(word), To: forms(to), Pos: r.pos(e.key)}
	switch {
	case slices.ContainsFunc(rename.From, wordless) || slices.ContainsFunc(rename.To, empty):
		r.wrong(e.key, "terms-empty", short(word))
	case len(rename.From) != len(rename.To):
		r.wrong(e.key, "terms-forms", short(word), len(rename.From), len(rename.To))
	case slices.ContainsFunc(rename.From, broken):
		r.wrong(e.key, "terms-part", short(word))
	default:
		r.rename(rename)
	}
	return true
}

func notSpoken(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }

// wordless reports whether a form has nothing that can be found in a text.
func wordless(form string) bool { return strings.TrimFunc(form, notSpoken) == "" }

// empty reports whether nothing stands for a form.
func empty(form string) bool { return strings.Trim(form, "-") == "" }

// broken reports whether a part of compounds is more than one word, and so part of none.
func broken(form string) bool {
	part := strings.Trim(form, "-")
	return part != form && strings.ContainsFunc(part, notSpoken)
}

// forms are the forms of a word: "leder/lederen".
func forms(word string) []string {
	all := strings.Split(word, "/")
	for i := range all {
		all[i] = strings.Join(strings.Fields(all[i]), " ")
	}
	return all
}

// rename adds a word. One that a layer below renames is renamed anew.
func (r *configReader) rename(n site.Rename) {
	r.config.Terms = slices.DeleteFunc(r.config.Terms, func(o site.Rename) bool {
		return o.Lang == n.Lang && slices.Equal(o.From, n.From)
	})
	r.config.Terms = append(r.config.Terms, n)
}

// checkTerms sees that no form is renamed twice in one language, and that no word comes
// back as another's: the words would change places on every page, and no one could say
// which is meant.
func checkTerms(config *site.Config) []site.Problem {
	var problems []site.Problem
	for _, lang := range config.Languages {
		to, first := map[string]string{}, map[string]site.Pos{}
		for _, n := range config.Terms {
			if n.Lang != "" && n.Lang != lang {
				continue
			}
			for i, from := range n.From {
				from = strings.ToLower(from)
				if other, twice := first[from]; twice && other != n.Pos {
					problems = append(problems, site.Problem{Pos: n.Pos, Code: "terms-twice", Args: []any{from, other.Line}})
				}
				to[from], first[from] = strings.ToLower(n.To[i]), n.Pos
			}
		}
		told := map[string]bool{}
		for _, from := range slices.Sorted(maps.Keys(to)) {
			if round := cycle(to, from); round != nil && !told[from] {
				for _, word := range round {
					told[word] = true
				}
				problems = append(problems, site.Problem{Pos: first[from], Code: "terms-cycle", Args: []any{strings.Join(round, " → ")}})
			}
		}
	}
	return slices.CompactFunc(site.Sort(problems), func(a, b site.Problem) bool { return a.Pos == b.Pos && a.Code == b.Code })
}

// cycle is the way from a word back to itself, nil for none. A word that is renamed to
// itself is none.
func cycle(to map[string]string, from string) []string {
	way := []string{from}
	for at := to[from]; ; at = to[at] {
		way = append(way, at)
		if at == from && len(way) > 2 {
			return way
		}
		if _, on := to[at]; !on || slices.Contains(way[:len(way)-1], at) {
			return nil
		}
	}
}

// valueName is what a value can be called whose name is not one: with hyphens for spaces.
func valueName(name string) string { return cmp.Or(site.FoldID(name), "telefon") }

// valueOf reads a value: one text for all languages, or a table of one for each.
func (r *configReader) valueOf(e *entry, key string, it item) {
	if name, _, _ := strings.Cut(key, sep); !site.ValidID(name) {
		r.wrong(e.key, "values-name", shown(name), valueName(name))
		return
	}
	r.inLanguages(e, key, it, func(name, lang, text string) {
		for i, v := range r.config.Values {
			if v.Name == name {
				r.config.Values[i].Texts[lang] = text
				return
			}
		}
		r.config.Values = append(r.config.Values, site.Value{Name: name, Texts: map[string]string{lang: text}})
	})
}

// tagOf reads a tag or a need: one name for all languages, or a table of a name for each.
func (r *configReader) tagOf(e *entry, key string, it item, list *site.Tags) {
	if token, _, _ := strings.Cut(key, sep); !site.ValidID(token) {
		r.wrong(e.key, "id-invalid", shown(token), site.Suggest(site.FoldID(token)))
		return
	}
	r.inLanguages(e, key, it, func(token, lang, name string) {
		for i, tag := range *list {
			if tag.Token == token {
				(*list)[i].Names[lang] = name
				return
			}
		}
		*list = append(*list, site.Tag{Token: token, Names: map[string]string{lang: name}})
	})
}

// inLanguages reads what has one text for all languages, "" to put, or a table of one for
// each.
func (r *configReader) inLanguages(e *entry, key string, it item, put func(name, lang, text string)) {
	name, lang, named := strings.Cut(key, sep)
	if texts, isTable := it.value.(map[string]any); isTable {
		for _, lang := range slices.Sorted(maps.Keys(texts)) {
			if !e.header {
				r.inLanguages(e, name+sep+lang, item{key: lang, at: it.at, value: texts[lang]}, put)
			}
		}
		return
	}
	if named && !languageTag.MatchString(lang) {
		r.notLanguage(e.key, shown(lang))
		return
	}
	if text, ok := r.label(it); ok {
		put(name, lang, text)
	}
}
