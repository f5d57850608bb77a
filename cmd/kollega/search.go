package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator"
	"kollega/generator/evaluate"
	"kollega/generator/site"
)

// shownHits is how many pages a search lists.
const shownHits = 10

func searchCommand(stdout, stderr io.Writer) *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "search <words>",
		Short: "Search the handbook, as its readers do",
		Long: `Search lists the ten pages of the handbook that fit the words best, the best first,
each with its title and address. It runs the search of the finished handbook, the one
readers have in their browsers, without building it.

"kollega search eval" measures how good the search is.`,
		Example: `  kollega search vanskelig samtale
  kollega search --lang en "difficult conversation"`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			r := &reporter{stdout: stdout, stderr: stderr}
			h, _, err := f.open(context.Background(), r)
			defer f.save()
			if err != nil {
				return err
			}
			lang := f.lang
			if lang == "" {
				lang = h.Config.Language
			}
			return r.search(h, lang, strings.Join(args, " "))
		},
	}
	f.add(cmd)
	cmd.Flags().Lookup("lang").Usage = "the `language` to search in, and of messages: nb, nn or en (default: the site's)"
	cmd.AddCommand(evaluateCommand(stdout, stderr))
	return cmd
}

// search lists what is found for a query.
func (r *reporter) search(h *generator.Handbook, lang, query string) error {
	if !slices.Contains(h.Config.Languages, lang) {
		return r.problems([]site.Problem{{Code: "search-language", Args: []any{lang, strings.Join(h.Config.Languages, ", ")}}})
	}
	engine, err := evaluate.Open(h, lang)
	if err != nil {
		return r.failed(err)
	}
	result, err := engine.Search(query, shownHits)
	if err != nil {
		return r.failed(err)
	}
	if result.Instead != "" {
		r.say("search-instead", result.Instead)
	}
	if len(result.Missing) > 0 {
		r.say("search-missing", strings.Join(result.Missing, ", "))
	}
	if result.Total == 0 {
		r.say("search-nothing")
		return nil
	}
	r.say("search-found", result.Total)
	for i, url := range result.URLs {
		if r.json {
			r.object(struct {
				ID    string `json:"id"`
				URL   string `json:"url"`
				Title string `json:"title"`
			}{result.IDs[i], url, result.Titles[i]})
			continue
		}
		fmt.Fprintf(r.stdout, "%2d. %s\n    %s\n", i+1, result.Titles[i], url)
	}
	return nil
}
