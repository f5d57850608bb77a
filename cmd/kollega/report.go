package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"sync"
	"time"

	"kollega/generator"
	"kollega/generator/site"
)

// reporter tells a person, or a program, how the work goes. Problems and progress
// go to stderr; with --json everything is one JSON document a line on stdout.
type reporter struct {
	stdout, stderr io.Writer
	lang           string
	json, quiet    bool
	strict         bool
	wrote          bool // something has been written, so that problems are what is left
	began          time.Time

	mu    sync.Mutex
	drawn time.Time
}

func (r *reporter) say(code site.Code, args ...any) {
	if !r.quiet && !r.json {
		sayLine(r.stderr, site.Say(r.lang, code, args...))
	}
}

// problems prints everything that was found and returns errProblems when it stops
// the work.
func (r *reporter) problems(found []site.Problem) error {
	errors, warnings := r.list(found)
	switch {
	case errors > 0 && r.wrote:
		r.say("command-left", errors, warnings)
		return errProblems
	case errors > 0:
		r.say("command-stopped", errors, warnings)
		return errProblems
	case warnings > 0:
		r.say("command-warnings", warnings)
	}
	return nil
}

// list prints problems and counts them.
func (r *reporter) list(found []site.Problem) (errors, warnings int) {
	for _, p := range found {
		if p.Warning && !r.strict {
			warnings++
		} else {
			errors++
		}
		if r.json {
			r.printJSON(p)
			continue
		}
		if p.Warning && r.quiet && !r.strict {
			continue
		}
		line := p.In(r.lang)
		if p.Warning {
			line += " " + site.Say(r.lang, "command-warning")
		}
		sayLine(r.stderr, line)
	}
	return errors, warnings
}

// printJSON writes a problem for a program.
func (r *reporter) printJSON(p site.Problem) {
	severity := "error"
	if p.Warning && !r.strict {
		severity = "warning"
	}
	r.object(struct {
		Severity string    `json:"severity"`
		File     string    `json:"file"`
		Line     int       `json:"line,omitempty"`
		Col      int       `json:"col,omitempty"`
		Code     site.Code `json:"code"`
		Text     string    `json:"text"`
	}{severity, p.File, p.Line, p.Col, p.Code, p.Text(r.lang)})
}

func (r *reporter) object(v any) {
	e := json.NewEncoder(r.stdout)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		fmt.Fprintln(r.stderr, err)
	}
}

// bar returns a progress function for a stage, or nil when there is nobody to look
// at it. It draws once a tenth of a second, and only when the work has gone on for
// a second.
func (r *reporter) bar(code site.Code) func(done, total int) {
	if r.quiet || r.json || !terminal(r.stderr) {
		return nil
	}
	return func(done, total int) {
		r.mu.Lock()
		defer r.mu.Unlock()
		now := time.Now()
		if now.Sub(r.began) < time.Second || now.Sub(r.drawn) < 100*time.Millisecond && done < total {
			return
		}
		r.drawn = now
		const width = 30
		full := width * done / max(total, 1)
		fmt.Fprintf(r.stderr, "\r%s [%s%s] %d/%d", site.Say(r.lang, code), strings.Repeat("#", full), strings.Repeat(".", width-full), done, total)
		if done == total {
			fmt.Fprint(r.stderr, "\r\x1b[K")
		}
	}
}

// terminal reports whether a person sees what is written.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// bytesIn is a size in words: "1.2 MB".
func bytesIn(lang string, n int64) string {
	s := fmt.Sprintf("%d B", n)
	switch {
	case n >= 1e6:
		s = fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1e3:
		s = fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	if lang != "en" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// readings lists how hard pages are to read, on stdout: it is what was asked for.
func (r *reporter) readings(all []generator.Reading) {
	for _, reading := range all {
		if r.json {
			r.object(struct {
				File  string  `json:"file"`
				LIX   float64 `json:"lix"`
				Words int     `json:"words"`
			}{reading.Page.Source, math.Round(reading.LIX*10) / 10, reading.Words})
			continue
		}
		fmt.Fprintf(r.stdout, "%5.1f %6d  %s\n", reading.LIX, reading.Words, reading.Page.Source)
	}
}
