package layout

import (
	"strconv"
	"strings"

	"kollega/generator/site"
)

// InSection reports whether the page lies in a section or is it.
func (v *View) InSection(s *site.Page) bool {
	for p := v.Page; p != nil; p = p.Parent {
		if p == s {
			return true
		}
	}
	return false
}

// Strategies, Activities, Questions, Worksheets and Examples are the pages of
// that kind which this page refers to or which refer to it.
func (v *View) Strategies() []*site.Page {
	return v.Page.OfKind(site.KindStrategy, site.RelStrategies)
}
func (v *View) Activities() []*site.Page {
	return v.Page.OfKind(site.KindActivity, site.RelActivities)
}
func (v *View) Questions() []*site.Page { return v.Page.OfKind(site.KindQuestions, site.RelQuestions) }
func (v *View) Worksheets() []*site.Page {
	return v.Page.OfKind(site.KindWorksheet, site.RelWorksheets)
}
func (v *View) Examples() []*site.Page { return v.Page.OfKind(site.KindExample) }

// Steps are the stops of a path or the places to start of a front page.
func (v *View) Steps() []*site.Page { return v.Page.Related[site.RelSteps] }

// Route is a path that leads over the page: which stop it is, and the next one.
type Route struct {
	Path         *site.Page
	Number, Many int
	Next         *site.Page // nil at the end
}

// Routes are the paths that lead over the page.
func (v *View) Routes() []Route {
	var routes []Route
	for _, path := range v.Page.OfKind(site.KindPath) {
		stops := path.Related[site.RelSteps]
		for i, stop := range stops {
			if stop != v.Page {
				continue
			}
			r := Route{Path: path, Number: i + 1, Many: len(stops)}
			if i+1 < len(stops) {
				r.Next = stops[i+1]
			}
			routes = append(routes, r)
		}
	}
	return routes
}

// Stop says which stop of a path the page is.
func (v *View) Stop(r Route) string {
	return strings.NewReplacer("%1", strconv.Itoa(r.Number), "%2", strconv.Itoa(r.Many)).Replace(v.T("path.stop"))
}

// Card is a page shown on another page.
type Card struct {
	*View
	Of *site.Page
}

// Card makes the argument of the "card" part.
func (v *View) Card(p *site.Page) Card { return Card{v, p} }

// Cards is a titled list of cards, the argument of the "cards" part.
type Cards struct {
	*View
	Heading string
	Pages   []*site.Page
}

// Cards makes the argument of the "cards" part; key is the heading's text.
func (v *View) Cards(key string, pages []*site.Page) Cards { return Cards{v, v.T(key), pages} }
