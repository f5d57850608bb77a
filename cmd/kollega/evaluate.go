package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"kollega/generator"
	"kollega/generator/evaluate"
	"kollega/generator/site"
)

func evaluateCommand(stdout, stderr io.Writer) *cobra.Command {
	var f flags
	var file string
	var misses bool
	cmd := &cobra.Command{
		Use:   "eval <queries.tsv>…",
		Short: "Measure how well the search finds what it should",
		Long: `Eval searches the handbook for every query of the files and prints how often, and how
high up, the pages that are right were found. It runs the search of the finished
handbook, the one readers have in their browsers.

A file has a line for each query, with tabs between its columns, and a first line that
names them: class, language, query and ids. A class is any word; queries of a class are
counted together. ids are the pages that are right, with spaces between; a query
without any is one that nothing should be found for.

  MRR@10      the mean of 1/place of the first right page; 1 is best
  success@3   the share of queries with a right page among the first three
  success@10  the same for the first ten
  [0.71–0.82] where the figure lies, by 95 %, were other queries drawn`,
		Example: `  kollega search eval queries.tsv --misses
  kollega search eval queries.tsv --json found.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			r := &reporter{stdout: stdout, stderr: stderr}
			h, _, err := f.open(context.Background(), r)
			defer f.save()
			if err != nil {
				return err
			}
			queries, mistakes, err := readQueries(args)
			if err != nil {
				return workError{err}
			}
			if len(mistakes) > 0 {
				return r.problems(mistakes)
			}
			e := evaluation{reporter: r, h: h}
			if err := r.problems(e.unknown(queries)); err != nil {
				return err
			}
			if err := e.run(queries); err != nil {
				return err
			}
			e.table()
			if misses {
				e.misses()
			}
			if file != "" {
				if err := os.WriteFile(file, e.lines(), 0o666); err != nil {
					return workError{err}
				}
			}
			return e.brokenOnes()
		},
	}
	f.addSource(cmd)
	cmd.Flags().StringVar(&file, "json", "", "the `file` to write what was found to, a JSON line for each query")
	cmd.Flags().BoolVar(&misses, "misses", false, "list the queries with no right page among the first three")
	return cmd
}

// asked is a query and the file it stands in.
type asked struct {
	evaluate.Query
	file string
}

func (q asked) pos() site.Pos { return site.Pos{File: q.file, Line: q.Line} }

// readQueries reads files of queries and says what is wrong with all of them.
func readQueries(files []string) (queries []asked, mistakes []site.Problem, err error) {
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		read, err := evaluate.Read(bytes.NewReader(data))
		var wrong evaluate.Mistakes
		if err != nil && !errors.As(err, &wrong) {
			return nil, nil, err
		}
		for _, p := range wrong {
			p.File = name
			mistakes = append(mistakes, p)
		}
		for _, q := range read {
			queries = append(queries, asked{q, name})
		}
	}
	return queries, mistakes, nil
}

// evaluation is the search of a handbook being measured.
type evaluation struct {
	*reporter
	h      *generator.Handbook
	found  []found
	broken []site.Problem // queries that the engine failed on
}

// found is what was found for a query.
type found struct {
	evaluate.Outcome
	file string
	took time.Duration
}

// unknown warns of what can't be found: ids that no page has, and languages the handbook
// is not in.
func (e *evaluation) unknown(queries []asked) []site.Problem {
	ids := map[string]map[string]bool{}
	names := map[string][]string{}
	for _, lang := range e.h.Config.Languages {
		ids[lang] = map[string]bool{}
	}
	for _, p := range e.h.Pages {
		if known := ids[p.Lang]; known != nil && !known[p.ID] {
			known[p.ID] = true
			names[p.Lang] = append(names[p.Lang], p.ID)
		}
	}
	var problems []site.Problem
	untold, first := map[string]int{}, map[string]asked{}
	for _, q := range queries {
		if ids[q.Language] == nil {
			if untold[q.Language]++; untold[q.Language] == 1 {
				first[q.Language] = q
			}
			continue
		}
		for _, id := range q.IDs {
			if !ids[q.Language][id] {
				near := site.Suggest(site.DidYouMean(id, names[q.Language]))
				problems = append(problems, site.Problem{Pos: q.pos(), Code: "queries-id", Args: []any{id, q.Language, near}, Warning: true})
			}
		}
	}
	for lang, n := range untold {
		problems = append(problems, site.Problem{Pos: first[lang].pos(), Code: "queries-untold", Args: []any{lang, n}, Warning: true})
	}
	return site.Sort(problems)
}

// run asks every query, with an engine for each language.
func (e *evaluation) run(queries []asked) error {
	queries = slices.DeleteFunc(queries, func(q asked) bool { return !slices.Contains(e.h.Config.Languages, q.Language) })
	bar := e.bar("evaluate-searching")
	engines := map[string]*evaluate.Engine{}
	for i, q := range queries {
		engine := engines[q.Language]
		if engine == nil {
			var err error
			if engine, err = evaluate.Open(e.h, q.Language); err != nil {
				return e.failed(err)
			}
			engines[q.Language] = engine
		}
		result, err := engine.Search(q.Query.Query, shownHits)
		if err != nil {
			var p site.Problem
			if !errors.As(err, &p) {
				return workError{err}
			}
			p.Pos = q.pos()
			e.broken = append(e.broken, p)
		}
		e.found = append(e.found, found{evaluate.Outcome{Query: q.Query, Found: result.IDs, Total: result.Total}, q.file, result.Took})
		if bar != nil {
			bar(i+1, len(queries))
		}
	}
	return nil
}

// brokenOnes says which queries the engine failed on; they count as queries that nothing was
// found for.
func (e *evaluation) brokenOnes() error {
	if n, _ := e.list(e.broken); n > 0 {
		return errProblems
	}
	return nil
}

// table prints the scores of each class and language.
func (e *evaluation) table() {
	outcomes := make([]evaluate.Outcome, len(e.found))
	for i := range e.found {
		outcomes[i] = e.found[i].Outcome
	}
	w := tabwriter.NewWriter(e.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, site.Say(e.lang, "evaluate-columns"))
	for _, s := range evaluate.Scores(outcomes) {
		class := s.Class
		if class == "" {
			class = site.Say(e.lang, "evaluate-all")
		}
		fmt.Fprintf(w, "%s\t%s\t%d", class, s.Language, s.N)
		for _, f := range []evaluate.Figure{s.MRR, s.Success3, s.Success10, s.Nothing} {
			fmt.Fprintf(w, "\t%s", e.figure(s.N, f))
		}
		fmt.Fprintf(w, "\t%d\t%s\n", s.NonsenseN, e.figure(s.NonsenseN, s.Nonsense))
	}
	w.Flush()
}

// figure is a figure of n queries, as "0.77 [0.71–0.82]".
func (e *evaluation) figure(n int, f evaluate.Figure) string {
	if n == 0 {
		return "–"
	}
	s := fmt.Sprintf("%.3f [%.2f–%.2f]", f.Mean, f.Low, f.High)
	if e.lang != "en" {
		s = strings.ReplaceAll(s, ".", ",")
	}
	return s
}

// misses lists the queries whose right pages are not among the first three.
func (e *evaluation) misses() {
	var b strings.Builder
	n := 0
	for i := range e.found {
		f := &e.found[i]
		if place := f.Place(); len(f.IDs) == 0 || place > 0 && place <= 3 {
			continue
		}
		n++
		list := strings.Join(f.Found, " ")
		if list == "" {
			list = site.Say(e.lang, "evaluate-none")
		}
		fmt.Fprintf(&b, "%s:%d: %s %s: %s\n%s\n", f.file, f.Line, f.Class, f.Language, f.Query.Query,
			site.Say(e.lang, "evaluate-miss", strings.Join(f.IDs, " "), list))
	}
	fmt.Fprintf(e.stdout, "\n%s\n%s", site.Say(e.lang, "evaluate-misses", n), b.String())
}

// lines are what was found, for a program.
func (e *evaluation) lines() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, f := range e.found {
		_ = enc.Encode(struct { // to memory, of strings and numbers
			Engine   string   `json:"engine"`
			Class    string   `json:"class"`
			Language string   `json:"language"`
			Query    string   `json:"query"`
			IDs      []string `json:"ids"`
			Found    []string `json:"found"`
			MS       float64  `json:"ms"`
		}{"kollega", f.Class, f.Language, f.Query.Query, f.IDs, append([]string{}, f.Found...), float64(f.took.Microseconds()) / 1000})
	}
	return b.Bytes()
}
