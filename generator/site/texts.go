package site

import "strings"

// Texts are the interface's own words in every language: language → key → text.
// They come from layouts/texts.toml, which has every key in nb, nn and en; a
// reader never sees a key.
type Texts map[string]map[string]string

// Get returns a text in a language, or in English for a language of an
// organisation's own that has no such text.
func (t Texts) Get(lang, key string) string {
	if s, ok := t[lang][key]; ok {
		return s
	}
	return t["en"][key]
}

// Part returns the texts of a language whose keys begin with a prefix, by the rest of
// their keys: what a page's scripts say.
func (t Texts) Part(lang, prefix string) map[string]string {
	part := map[string]string{}
	for key := range t["en"] {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			part[rest] = t.Get(lang, key)
		}
	}
	return part
}
