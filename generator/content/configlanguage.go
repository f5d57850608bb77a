package content

import (
	"regexp"
	"strings"

	"kollega/generator/site"
)

var languageTag = regexp.MustCompile(`^[a-z]{2,3}$`)

func (r *configReader) language(it item) {
	if lang, ok := r.tag(it); ok {
		r.config.Language = lang
		r.languageAt = r.pos(it.at)
	}
}

func (r *configReader) languages(it item) {
	list := r.each(it, r.tag)
	if len(list) == 0 {
		if v, isList := it.value.([]any); isList && len(v) == 0 {
			r.wrong(it.at, "list-empty", it.key)
		}
		return
	}
	r.config.Languages = list
	r.languageAt = r.pos(it.at)
}

// tag is a language's tag.
func (r *configReader) tag(it item) (string, bool) {
	s, ok := r.label(it)
	if ok && (!languageTag.MatchString(s) || contains(norwegian, s)) {
		r.notLanguage(it.at, short(s))
		return "", false
	}
	return s, ok
}

// notLanguage reports a word that is no language's tag. Norwegian has two of them.
func (r *configReader) notLanguage(at spot, word string) {
	lower := strings.ToLower(word)
	if contains(norwegian, lower) {
		r.wrong(at, "language-norwegian", word)
		return
	}
	r.wrong(at, "language-tag", word, site.Suggest(languagesMeant[lower]))
}

// settleLanguages puts the default language first.
func (r *configReader) settleLanguages(top site.Pos) []site.Problem {
	c := r.config
	if len(c.Languages) == 0 {
		c.Languages = []string{c.Language}
		return nil
	}
	languages := []string{c.Language}
	for _, l := range c.Languages {
		if l != c.Language {
			languages = append(languages, l)
		}
	}
	missing := len(languages) > len(c.Languages)
	before := strings.Join(c.Languages, ", ")
	c.Languages = languages
	if !missing {
		return nil
	}
	pos := r.languageAt
	if pos.File == "" {
		pos = top
	}
	return []site.Problem{{Pos: pos, Code: "language-missing", Args: []any{c.Language, before}}}
}

func (r *configReader) titleIn(e *entry, lang string, it item) {
	if !languageTag.MatchString(lang) || contains(norwegian, lang) {
		if !r.misplaced(e, "titles", true) {
			r.notLanguage(e.key, shown(lang))
		}
		return
	}
	title, ok := r.label(it)
	if !ok {
		return
	}
	if r.config.Titles == nil {
		r.config.Titles = map[string]string{}
	}
	r.config.Titles[lang] = title
}
