package main

import (
	"context"

	"kollega/generator"
	"kollega/generator/outside"
	"kollega/generator/site"
)

// external asks the addresses outside the handbook, and says at every place that links
// to one what was wrong with it.
func (r *reporter) external(ctx context.Context, links []generator.Outlink) []site.Problem {
	urls := make([]string, len(links))
	for i, link := range links {
		urls[i] = link.URL
	}
	answers, err := outside.Asker{Progress: r.bar("external-asking")}.Ask(ctx, urls)
	if err != nil {
		return nil
	}
	var problems []site.Problem
	fine := 0
	for i, answer := range answers {
		if answer.Fine() {
			fine++
			continue
		}
		p := judged(answer)
		for _, p.Pos = range links[i].Places {
			problems = append(problems, p)
		}
	}
	r.say("external-asked", len(answers), fine)
	return problems
}

// judged is what is wrong with a link. Only what the server itself says is gone is an
// error: the rest may be well tomorrow.
func judged(a outside.Answer) site.Problem {
	switch {
	case a.Gone():
		return site.Problem{Code: "external-gone", Args: []any{a.URL, a.Status}}
	case a.Fault == outside.FaultNone:
		return site.Problem{Code: "external-status", Args: []any{a.URL, a.Status}, Warning: true}
	}
	return site.Problem{Code: site.Code("external-" + a.Fault), Args: []any{a.URL}, Warning: true}
}
