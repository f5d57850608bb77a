package site

import "strings"

// Tag is a word of the handbook's own list, and what it is called in each language.
type Tag struct {
	Token string
	Names map[string]string // by language; "" for every language that has no other
}

// Tags is the list that site.toml keeps, in its order. Without one, any word is a
// tag.
type Tags []Tag

// Name is what a tag is called in a language, or the token itself when it is on no
// list.
func (t Tags) Name(token, lang string) string {
	for _, tag := range t {
		if tag.Token == token {
			return tag.name(lang)
		}
	}
	return token
}

func (t Tag) name(lang string) string {
	for _, l := range []string{lang, "", "nb", "en"} {
		if name := t.Names[l]; name != "" {
			return name
		}
	}
	return strings.ReplaceAll(t.Token, "-", " ")
}

// Token returns the token an author's word stands for: its name in the page's
// language, in another, or the token. Case does not matter, and a hyphen is a space:
// in the marks of a question a tag is one word.
func (t Tags) Token(word, lang string) (token string, ok bool) {
	if len(t) == 0 {
		return word, true
	}
	word = tagKey(word)
	for _, tag := range t {
		if tagKey(tag.name(lang)) == word {
			return tag.Token, true
		}
	}
	for _, tag := range t {
		for _, name := range tag.Names {
			if tagKey(name) == word {
				return tag.Token, true
			}
		}
		if tagKey(tag.Token) == word {
			return tag.Token, true
		}
	}
	return word, false
}

func tagKey(word string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(word)), "-", " ")
}

// NamesIn lists what an author may write in a language.
func (t Tags) NamesIn(lang string) []string {
	names := make([]string, len(t))
	for i, tag := range t {
		names[i] = tag.name(lang)
	}
	return names
}
