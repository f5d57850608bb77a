package layout

import (
	"slices"
	"strings"

	"kollega/generator/site"
)

// Sessions are the ready-made sessions that this page refers to or that refer to it.
func (v *View) Sessions() []*site.Page { return v.Page.OfKind(site.KindSession) }

// Materials are what a page says it needs; of a session also what everything it uses
// needs, each thing once.
func (v *View) Materials() []string {
	all := v.Page.Materials
	for _, p := range v.Used {
		for _, m := range p.Materials {
			if !slices.ContainsFunc(all, func(had string) bool { return strings.EqualFold(had, m) }) {
				all = append(slices.Clip(all), m)
			}
		}
	}
	return all
}

// Unused are those of some pages that a session does not use already.
func (v *View) Unused(pages []*site.Page) []*site.Page {
	return slices.DeleteFunc(slices.Clone(pages), func(p *site.Page) bool { return slices.Contains(v.Used, p) })
}

// Role is what a role is called in the page's language.
func (v *View) Role(token string) string { return v.own(site.Roles.Name(token, v.Page.Lang)) }

// TimedWords are what the clock of a session says, by their keys without "w.".
func (v *View) TimedWords() map[string]string {
	words := map[string]string{}
	for key, text := range v.Texts.Part(v.Page.Lang, "w.timed.") {
		words["timed."+key] = text
	}
	words["timed.whole"] = v.T("session.whole")
	return words
}
