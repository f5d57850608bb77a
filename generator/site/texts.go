package site

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
