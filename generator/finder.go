package generator

import (
	"cmp"
	"path"
	"slices"
	"strconv"

	"kollega/generator/layout"
	"kollega/generator/site"
)

// perNeed is how many activities are named below a purpose: a page must not grow with all
// that there is.
const perNeed = 8

// fillFinder lets a section of activities choose among them: by purpose, in the page itself,
// and by all else with a script. Where there is one or none there is nothing to choose.
func (h *Handbook) fillFinder(v *layout.View, section *site.Page) {
	all := below(section, site.KindActivity)
	if len(all) < 2 {
		return
	}
	h.style(v, "finder")
	h.script(v, "finder")
	v.Finder = &layout.Finder{Data: activitiesAt(section.Lang), Folder: path.Dir(section.URL) + "/", Total: len(all)}
	v.Finder.Needs = h.offeredNeeds(v, all)
	v.Finder.Groups = h.offered(v, all)
}

// offeredNeeds are the purposes that some of the activities are for, in the list's order, or
// without a list in that of the pages.
func (h *Handbook) offeredNeeds(v *layout.View, all []*site.Page) []layout.Need {
	var tokens []string
	for _, need := range h.Config.Needs {
		tokens = append(tokens, need.Token)
	}
	for _, p := range all {
		tokens = append(tokens, refIDs(p.Needs)...)
	}
	var needs []layout.Need
	seen := map[string]bool{}
	for _, token := range tokens {
		if seen[token] {
			continue
		}
		seen[token] = true
		rank := func(p *site.Page) int { return slices.Index(refIDs(p.Needs), token) }
		pages := slices.DeleteFunc(slices.Clone(all), func(p *site.Page) bool { return rank(p) < 0 })
		if len(pages) == 0 {
			continue
		}
		slices.SortStableFunc(pages, func(a, b *site.Page) int { return cmp.Compare(rank(a), rank(b)) })
		needs = append(needs, layout.Need{Token: token, Name: v.Need(token), Pages: first(pages, perNeed), More: len(pages) - min(len(pages), perNeed)})
	}
	return needs
}

// What a finder offers for time and for how many there are, of that what makes a difference.
var (
	offeredMinutes = []int{5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 600}
	offeredPeople  = []int{1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 30, 50, 100, 200}
)

// offered are the values that some of the activities have.
func (h *Handbook) offered(v *layout.View, all []*site.Page) []layout.Choice {
	used, things := map[string]bool{}, map[string]bool{}
	var shortest, longest, fewest, most int
	sorter := h.sorter()
	for _, p := range all {
		if p.Minutes.Stated() {
			shortest, longest = least(shortest, p.Minutes.Min), max(longest, p.Minutes.Min)
		}
		if p.People.Stated() {
			fewest, most = least(fewest, p.People.Min), max(most, p.People.Max)
		}
		for _, words := range [][]string{{p.Level}, p.Phases, {p.Family}, p.Settings} {
			for _, word := range words {
				used[word] = true
			}
		}
		for _, m := range p.Materials {
			things[sorter.sort(m)] = true
		}
		things["none"] = things["none"] || len(p.Materials) == 0
	}
	enough, _ := slices.BinarySearch(offeredMinutes, longest)
	groups := []layout.Choice{
		numbers("min", v.T("finder.minutes"), offeredMinutes[:min(enough+1, len(offeredMinutes))], func(n int) bool { return longest > 0 && n >= shortest }),
		numbers("for", v.T("finder.people"), offeredPeople, func(n int) bool { return n >= fewest && n <= most }),
		words("level", v.T("fact.level"), site.Levels, used, v.Level),
		words("in", v.T("fact.setting"), site.Settings, used, v.Setting),
		h.things(v, things),
		words("phase", v.T("fact.phase"), site.Phases, used, v.Phase),
		words("family", v.T("finder.family"), site.Families, used, v.Family),
	}
	return slices.DeleteFunc(groups, func(g layout.Choice) bool { return len(g.Options) < 2 })
}

func least(so, n int) int {
	if so == 0 {
		return n
	}
	return min(so, n)
}

func numbers(name, legend string, offered []int, makesSense func(int) bool) layout.Choice {
	c := layout.Choice{Name: name, Legend: legend}
	for _, n := range offered {
		if makesSense(n) {
			c.Options = append(c.Options, layout.Option{Token: strconv.Itoa(n), Name: strconv.Itoa(n)})
		}
	}
	return c
}

func words(name, legend string, vocabulary site.Vocabulary, used map[string]bool, say func(string) string) layout.Choice {
	c := layout.Choice{Name: name, Legend: legend, Many: true}
	for _, w := range vocabulary {
		if used[w.Token] {
			c.Options = append(c.Options, layout.Option{Token: w.Token, Name: say(w.Token)})
		}
	}
	return c
}

// things are what one may have at hand, besides a clock, which everybody has
// (static/app/finder/filter.ts).
func (h *Handbook) things(v *layout.View, used map[string]bool) layout.Choice {
	c := layout.Choice{Name: "have", Legend: v.T("finder.have"), Many: true}
	for _, token := range append([]string{"none"}, thingTokens...) {
		if used[token] {
			c.Options = append(c.Options, layout.Option{Token: token, Name: v.T("thing." + token)})
		}
	}
	return c
}
