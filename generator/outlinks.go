package generator

import (
	"slices"
	"strings"

	"kollega/generator/site"
)

// Outlink is an address outside the handbook and all places that link to it.
type Outlink struct {
	URL    string // without what follows #
	Places []site.Pos
}

// Outlinks are all addresses outside the handbook that its texts link to, sorted.
func (h *Handbook) Outlinks() []Outlink {
	places := map[string][]site.Pos{}
	for _, p := range h.Pages {
		if p.Fallback() {
			continue
		}
		for _, link := range h.doc(p).External {
			url, _, _ := strings.Cut(link.URL, "#")
			if !slices.Contains(places[url], link.Pos) { // several pages may include one text
				places[url] = append(places[url], link.Pos)
			}
		}
	}
	out := make([]Outlink, 0, len(places))
	for _, url := range sortedKeys(places) {
		out = append(out, Outlink{url, places[url]})
	}
	return out
}
