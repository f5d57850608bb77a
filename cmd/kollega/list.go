package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"kollega"
	"kollega/generator"
	"kollega/generator/site"
)

// listing are the flags of list.
type listing struct {
	flags
	csv                                            bool
	on                                             string
	due, drafts, orphans, untranslated, overridden bool
	unfinished                                     bool
}

func listCommand(stdout, stderr io.Writer) *cobra.Command {
	var l listing
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the pages, or those that need somebody",
		Long: `List says of every page what it is called, who answers for it, when it was last
reviewed and until when that holds (owner, reviewed and review_after in its front
matter), and how it stands:

  draft       it is not published
  due         review_after has passed
  orphan      no other page leads to it, but the list of its section
  lacks nn,en it is not published in these languages
  overridden  it takes the place of a page of the handbook below it
  unfilled    it has bold brackets to fill in, **[…]**, as statement writes them
  unwritten   it still says what its model told you to write, as new makes it

Each of the flags below leaves the pages that are so, and several of them those that
are all of it.`,
		Example: `  kollega list
  kollega list --due --on 2027-01-01
  kollega list --untranslated --csv > mangler.csv`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			day, err := l.day(time.Now())
			if err != nil {
				return err
			}
			return l.run(&reporter{stdout: stdout, stderr: stderr}, day)
		},
	}
	cmd.Flags().StringVarP(&l.source, "source", "s", "", "the handbook's `folder` (default: the nearest one upwards with a site.toml)")
	cmd.Flags().StringVar(&l.lang, "lang", "", "the `language` of the table: nb, nn or en (default: the site's)")
	cmd.Flags().BoolVar(&l.json, "json", false, "write a JSON object for each page, one a line")
	cmd.Flags().BoolVar(&l.csv, "csv", false, "write comma-separated values, for a spreadsheet")
	cmd.Flags().BoolVar(&l.due, "due", false, "pages whose review_after has passed")
	cmd.Flags().StringVar(&l.on, "on", "", "the `day` that due is reckoned from, 2026-12-01 (default: today)")
	cmd.Flags().BoolVar(&l.drafts, "drafts", false, "pages that are not published")
	cmd.Flags().BoolVar(&l.orphans, "orphans", false, "pages that no other page leads to")
	cmd.Flags().BoolVar(&l.untranslated, "untranslated", false, "pages that are not published in every language")
	cmd.Flags().BoolVar(&l.overridden, "overridden", false, "pages of your own in the place of one below")
	cmd.Flags().BoolVar(&l.unfinished, "unfinished", false, "pages of your own that are unfilled or unwritten")
	return cmd
}

// day is the day that due is reckoned from.
func (l *listing) day(now time.Time) (string, error) {
	if l.json && l.csv {
		return "", misused("usage-list-both")
	}
	if l.on == "" {
		return now.Format(time.DateOnly), nil
	}
	if _, err := time.Parse(time.DateOnly, l.on); err != nil {
		return "", misused("usage-day", l.on)
	}
	return l.on, nil
}

func (l *listing) run(r *reporter, day string) error {
	r.lang = speaks(l.lang, l.source)
	src, err := find(l.source)
	if err != nil {
		return workError{err}
	}
	l.kept = keep(src.folder)
	l.cache = l.kept.cache()
	defer l.save()
	h, problems := generator.Open(src.fsys, generator.Options{Drafts: true, Cache: l.cache})
	if h == nil {
		return r.problems(problems)
	}
	if l.lang == "" {
		r.lang = h.Config.Language
	}
	if site.Fatal(problems, false) {
		r.say("list-broken")
	}
	var rows []listed
	for _, standing := range h.Standings() {
		if row := src.listed(standing, h.Config, day); l.wants(row) {
			rows = append(rows, row)
		}
	}
	return l.write(r, rows, day)
}

// listed is a page as it is listed. The JSON is what programs are promised.
type listed struct {
	ID          string   `json:"id"`
	Language    string   `json:"language"`
	File        string   `json:"file"`
	Kind        string   `json:"kind"`
	Title       string   `json:"title"`
	Owner       string   `json:"owner,omitempty"`
	Reviewed    string   `json:"reviewed,omitempty"`
	ReviewAfter string   `json:"review_after,omitempty"`
	State       []string `json:"state"` // draft, due, orphan, lacks, overridden, unfilled, unwritten; none for []
	Lacks       []string `json:"lacks,omitempty"`
	Blanks      int      `json:"blanks,omitempty"`     // how many there are to fill in
	BlankLine   int      `json:"blank_line,omitempty"` // that the first stands on
}

func (s source) listed(standing generator.Standing, config *site.Config, day string) listed {
	p := standing.Page
	left := s.ofPage(p)
	row := listed{ID: p.ID, Language: p.Lang, File: p.Source, Kind: string(p.Kind), Title: p.Title, Owner: p.Owner,
		Reviewed: p.Reviewed, ReviewAfter: p.ReviewAfter, State: []string{}, Lacks: standing.Lacks, Blanks: len(left.blanks)}
	if row.Blanks > 0 {
		row.BlankLine = left.blanks[0].Line
	}
	for _, state := range []struct {
		name string
		so   bool
	}{
		{"draft", p.Draft},
		{"due", p.Due(day)},
		{"orphan", standing.Orphan},
		{"lacks", len(standing.Lacks) > 0},
		{"overridden", config.Base == site.BaseBundled && s.overrides(p.Source)},
		{"unfilled", row.Blanks > 0},
		{"unwritten", left.unwritten},
	} {
		if state.so {
			row.State = append(row.State, state.name)
		}
	}
	return row
}

// overrides reports whether a file of the organisation's own stands in the place of one
// of the bundled handbook.
func (s source) overrides(name string) bool {
	if s.own == nil {
		return false
	}
	if _, err := fs.Stat(s.own, name); err != nil {
		return false
	}
	_, err := fs.Stat(kollega.Bundled, name)
	return err == nil
}

// wants reports whether a page is all that was asked for.
func (l *listing) wants(row listed) bool {
	for state, asked := range map[string]bool{"due": l.due, "draft": l.drafts, "orphan": l.orphans, "lacks": l.untranslated, "overridden": l.overridden} {
		if asked && !slices.Contains(row.State, state) {
			return false
		}
	}
	return !l.unfinished || slices.Contains(row.State, "unfilled") || slices.Contains(row.State, "unwritten")
}

func (l *listing) write(r *reporter, rows []listed, day string) error {
	switch {
	case l.json:
		for _, row := range rows {
			r.object(row)
		}
		return nil
	case l.csv:
		w := csv.NewWriter(r.stdout)
		_ = w.Write([]string{"id", "language", "file", "kind", "title", "owner", "reviewed", "review_after", "state"})
		for _, row := range rows {
			_ = w.Write(row.cells(row.Kind, row.states()))
		}
		w.Flush()
		return w.Error()
	case len(rows) == 0 && l.due && !l.drafts && !l.orphans && !l.untranslated && !l.overridden:
		r.say("list-none-due", day)
		return nil
	case len(rows) == 0:
		r.say("list-none")
		return nil
	}
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, strings.Join(strings.Split(site.Say(r.lang, "list-columns"), ", "), "\t"))
	for _, row := range rows {
		fmt.Fprintln(w, strings.Join(row.cells(site.Say(r.lang, site.Code("list-"+row.Kind)), row.saidIn(r.lang)), "\t"))
	}
	_ = w.Flush()
	for line := range strings.Lines(table.String()) {
		if _, err := fmt.Fprintln(r.stdout, strings.TrimRight(line, " \n")); err != nil {
			return workError{err}
		}
	}
	return nil
}

func (row listed) cells(kind, state string) []string {
	return []string{row.ID, row.Language, row.File, kind, row.Title, row.Owner, row.Reviewed, row.ReviewAfter, state}
}

// states is the state of a page as one word for each: "due lacks:nn,en unfilled:3".
func (row listed) states() string {
	states := slices.Clone(row.State)
	if i := slices.Index(states, "lacks"); i >= 0 {
		states[i] += ":" + strings.Join(row.Lacks, ",")
	}
	if i := slices.Index(states, "unfilled"); i >= 0 {
		states[i] += ":" + strconv.Itoa(row.Blanks)
	}
	return strings.Join(states, " ")
}

// saidIn is the state of a page in words of a language.
func (row listed) saidIn(lang string) string {
	var words []string
	for _, state := range row.State {
		var args []any
		if state == "unfilled" {
			args = []any{row.Blanks, row.BlankLine}
		}
		word := site.Say(lang, site.Code("list-"+state), args...)
		if state == "lacks" {
			word += " " + strings.Join(row.Lacks, " ")
		}
		words = append(words, word)
	}
	return strings.Join(words, ", ")
}
