package generator

import (
	"slices"

	"kollega/generator/site"
)

// relationKinds says what kind of page each relation may name; "" is any.
var relationKinds = map[site.Relation]site.Kind{
	site.RelStrategies: site.KindStrategy,
	site.RelActivities: site.KindActivity,
	site.RelQuestions:  site.KindQuestions,
	site.RelWorksheets: site.KindWorksheet,
	site.RelSteps:      "",
	site.RelNext:       "",
}

// relations is the order in which back-links are gathered.
var relations = []site.Relation{site.RelStrategies, site.RelActivities, site.RelQuestions, site.RelWorksheets, site.RelSteps, site.RelNext}

// relate turns the ids of front matter into pages, and back-links from them.
func (h *Handbook) relate() {
	former := h.former()
	for _, p := range h.Pages {
		p.Related = site.Related{}
		for _, r := range relations {
			for _, ref := range p.Relations[r] {
				if q := h.refer(p, r, ref, former); q != nil {
					p.Related[r] = append(p.Related[r], q)
				}
			}
		}
		p.NextStep = p.Related[site.RelNext]
	}
	for _, p := range h.Pages {
		if p.Kind == site.KindFront {
			continue
		}
		for _, r := range relations {
			for _, q := range p.Related[r] {
				if !slices.Contains(q.UsedBy, p) {
					q.UsedBy = append(q.UsedBy, p)
				}
			}
		}
	}
}

// former maps the ids pages had before to the ids they have, per language.
func (h *Handbook) former() map[[2]string]*site.Page {
	former := map[[2]string]*site.Page{}
	for _, p := range h.everyPage() {
		for _, id := range p.Formerly {
			former[[2]string{p.Lang, id}] = p
		}
	}
	return former
}

func (h *Handbook) refer(p *site.Page, r site.Relation, ref site.Ref, former map[[2]string]*site.Page) *site.Page {
	q := h.ids[p.Lang][ref.ID]
	if q == nil {
		q = former[[2]string{p.Lang, ref.ID}]
	}
	switch kind := relationKinds[r]; {
	case q == nil && p.Fallback(), q == p:
		return nil // its original reports it
	case q == nil:
		h.report(ref.Pos, "relation-missing", string(r), ref.ID, site.Suggest(site.DidYouMean(ref.ID, sortedKeys(h.ids[p.Lang]))))
		return nil
	case kind != "" && q.Kind != kind:
		if !p.Fallback() {
			h.report(ref.Pos, "relation-kind", string(r), ref.ID, site.KindName(q.Kind))
		}
		return nil
	case h.left[q]:
		return nil
	}
	return q
}
