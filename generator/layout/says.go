package layout

import (
	"maps"
	"net/url"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// T is an interface text in the page's language.
func (v *View) T(key string) string { return v.Texts.Get(v.Page.Lang, key) }

// Words are the interface texts that the page's scripts ask for, in the page's language, by
// their keys without "w.".
func (v *View) Words() map[string]string { return v.askedOf("w.") }

// KitWords are those of the session kit: the scripts' own, and in the place of some of
// them what is said of sessions, by their keys without "k.".
func (v *View) KitWords() map[string]string {
	words := v.Words()
	maps.Copy(words, v.askedOf("k."))
	return words
}

// askedOf are the texts of a part that the page's scripts ask for.
func (v *View) askedOf(prefix string) map[string]string {
	asked := map[string]bool{}
	for _, key := range v.Asked {
		asked[key] = true
	}
	words := v.Texts.Part(v.Page.Lang, prefix)
	maps.DeleteFunc(words, func(key, _ string) bool {
		for i, c := range key {
			if c == '.' && asked[key[:i+1]] {
				return false
			}
		}
		return !asked[key]
	})
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
func (v *View) Minutes(r site.Range) string { return r.String() + " " + v.T("unit.min") }

// People is a number of people in words: "2–4 personer".
func (v *View) People(r site.Range) string {
	return strings.Replace(v.Tn("unit.people", r.Max), "%s", r.String(), 1)
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
