package layout

import (
	"kollega/generator/site"
)

// Clock is a step of the agenda with the minute it begins at, when all steps
// before it take as long as they may.
type Clock struct {
	site.Step
	Number, From, To int
}

// Agenda is the page's timed steps on a clock.
func (v *View) Agenda() []Clock {
	if v.Doc == nil {
		return nil
	}
	return Clocks(v.Doc.Steps)
}

// Clocks puts timed steps on a clock.
func Clocks(steps []site.Step) []Clock {
	var out []Clock
	at := 0
	for i, s := range steps {
		out = append(out, Clock{s, i + 1, at, at + s.Minutes.Max})
		at += s.Minutes.Max
	}
	return out
}

// Bar is the agenda as boxes of a drawing 1,000 units wide.
type Bar struct{ Number, X, Width, Middle int }

// Bars are the agenda's steps by their share of the time.
func (v *View) Bars() []Bar {
	agenda := v.Agenda()
	if len(agenda) == 0 {
		return nil
	}
	total := agenda[len(agenda)-1].To
	var out []Bar
	for _, c := range agenda {
		x, end := c.From*1000/total, c.To*1000/total
		out = append(out, Bar{c.Number, x, end - x - 6, (x + end - 6) / 2})
	}
	return out
}
