package main

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kollega/generator"
	"kollega/generator/publish"
	"kollega/generator/site"
)

// flags are what build and check have in common.
type flags struct {
	source, url, lang   string
	strict, json, quiet bool
}

func (f *flags) add(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&f.source, "source", "s", "", "the handbook's `folder` (default: the nearest one upwards with a site.toml)")
	cmd.Flags().StringVar(&f.url, "url", "", "the `address` the site is published at, instead of the one in site.toml")
	cmd.Flags().StringVar(&f.lang, "lang", "", "the `language` of messages: nb, nn or en (default: the site's)")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "let warnings stop the work too")
	cmd.Flags().BoolVar(&f.json, "json", false, "write problems and summary as JSON lines on stdout")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "write errors only")
}

// read reads the handbook and checks all of it. The handbook is nil when there is
// nothing to build on.
func (f *flags) read(r *reporter) (*generator.Handbook, source, []site.Problem, error) {
	r.began = time.Now()
	r.json, r.quiet, r.strict, r.lang = f.json, f.quiet, f.strict, "en"
	if f.lang != "" {
		r.lang = f.lang
	}
	src, err := find(f.source)
	if err != nil {
		return nil, src, nil, workError{err}
	}
	h, problems := generator.Open(src.fsys, generator.Options{URL: strings.TrimSuffix(f.url, "/")})
	if h == nil {
		return nil, src, problems, nil
	}
	if f.lang == "" {
		r.lang = h.Config.Language
	}
	r.say("command-read", len(h.Pages), len(h.Config.Languages))
	problems = h.Check(r.bar("command-converting"))
	r.say("command-converted", len(h.Pages))
	return h, src, problems, nil
}

// open reads the handbook, checks all of it and says what is wrong. The error is not
// nil when that stops the work.
func (f *flags) open(r *reporter) (*generator.Handbook, source, error) {
	h, src, problems, err := f.read(r)
	if err == nil {
		err = r.problems(problems)
	}
	return h, src, err
}

func buildCommand(stdout, stderr io.Writer) *cobra.Command {
	var f flags
	var dest string
	var force, locked bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the handbook into a folder of files",
		Long: `Build reads the handbook, checks all of it and writes the finished site to
public/ beside its site.toml. When anything is wrong, nothing is written and the
site that was there stays as it was.

What readers may have saved answers under is then noted in worksheets.lock, so
that a later change can't take their answers from them unseen. With --locked the
file is only read, and must be up to date.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			r := &reporter{stdout: stdout, stderr: stderr}
			h, src, err := f.open(r)
			if err != nil {
				return err
			}
			relock, _ := h.Relock()
			if locked && relock.Text != nil {
				return r.problems([]site.Problem{relock.Stale()})
			}
			to := src.destination(dest)
			report, err := publish.Write(h, h.Names(), to, publish.Options{Source: src.folder, Force: force, Progress: r.bar("command-writing")})
			if err != nil {
				return r.failed(err)
			}
			r.summary(h, to, report)
			if locked || src.folder == "" {
				return nil
			}
			return r.lock(src.folder, relock, true)
		},
	}
	f.add(cmd)
	cmd.Flags().StringVarP(&dest, "destination", "d", "", "the `folder` to write to (default: public/ in the handbook's folder)")
	cmd.Flags().BoolVar(&force, "force", false, "write into a folder that kollega did not make")
	cmd.Flags().BoolVar(&locked, "locked", false, "leave worksheets.lock alone and stop if it is out of date")
	return cmd
}

// failed reports an error of publishing.
func (r *reporter) failed(err error) error {
	var p site.Problem
	var unwritten publish.Unwritten
	switch {
	case errors.As(err, &p):
	case errors.As(err, &unwritten):
		p = unwritten.Problem()
	default:
		return workError{err}
	}
	return r.problems([]site.Problem{p})
}

// summary says what was built: pages by kind and language, files, bytes, time.
func (r *reporter) summary(h *generator.Handbook, to string, report publish.Report) {
	took := time.Since(r.began)
	pages := map[string]map[site.Kind]int{}
	for _, lang := range h.Config.Languages {
		pages[lang] = map[site.Kind]int{}
	}
	for _, p := range h.Pages {
		if !p.Fallback() {
			pages[p.Lang][p.Kind]++
		}
	}
	if r.json {
		r.object(struct {
			Pages     map[string]map[site.Kind]int `json:"pages"`
			Files     int                          `json:"files"`
			Bytes     int64                        `json:"bytes"`
			Seconds   float64                      `json:"seconds"`
			Directory string                       `json:"directory"`
		}{pages, report.Files, report.Bytes, took.Seconds(), to})
		return
	}
	for _, lang := range h.Config.Languages {
		var words []string
		for _, kind := range site.Kinds() {
			if n := pages[lang][kind]; n > 0 {
				words = append(words, strconv.Itoa(n)+" "+site.Say(r.lang, site.Code("count-"+string(kind))))
			}
		}
		if len(words) > 0 {
			r.say("command-pages", lang, strings.Join(words, ", "))
		} else {
			r.say("command-fallback", lang, h.Config.Language)
		}
	}
	r.say("command-written", to, report.Files, bytesIn(r.lang, report.Bytes), took.Round(time.Millisecond).Seconds())
}
