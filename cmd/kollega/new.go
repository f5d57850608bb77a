package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega"
	"kollega/generator"
	"kollega/generator/layers"
	"kollega/generator/publish"
	"kollega/generator/site"
	"kollega/generator/start"
)

// writing is a page that somebody begins.
type writing struct {
	source, lang, section, file string // flags; lang becomes the page's own
	title                       string
	kind                        site.Kind
	report                      *reporter
	src                         source
	options                     generator.Options
	handbook                    *generator.Handbook
	before                      []site.Problem // of the handbook without the page
}

func newCommand(stdout, stderr io.Writer) *cobra.Command {
	w := &writing{report: &reporter{stdout: stdout, stderr: stderr}}
	cmd := &cobra.Command{
		Use:   `new KIND "TITLE"`,
		Short: "Begin a page, from the model of its kind",
		Long: `New makes a page in your handbook: every piece of information a page of its kind
may have, each explained, and the headings such pages have. Its file is written to
stdout, what to do next to stderr.

The kinds are strategy, activity, session, questions, worksheet, example, path,
guide, glossary, resources and section, in English or Norwegian. The page lies in the
section that has pages of its kind; where there is none, one is made.

Files in content/_models/<language>/ of your own are used instead of ours.`,
		Example: `  kollega new activity "The silent round"
  kollega new arbeidsark "Vår samtale" --section arbeidsark/var-avdeling
  kollega new del "Vår avdeling"`,
		Args: kindAndTitle,
		RunE: func(_ *cobra.Command, args []string) error { return w.run(args[0], args[1]) },
	}
	cmd.Flags().StringVarP(&w.source, "source", "s", "", "the handbook's `folder` (default: the nearest one upwards with a site.toml)")
	cmd.Flags().StringVar(&w.lang, "language", "", "the page's `language` (default: the handbook's first)")
	cmd.Flags().StringVar(&w.section, "section", "", "the `folder` below content/<language> it lies in")
	cmd.Flags().StringVar(&w.file, "file", "", "the `name` of its file (default: after the title)")
	return cmd
}

// run makes the page.
func (w *writing) run(kind, title string) error {
	if err := w.open(); err != nil {
		return err
	}
	if problem := w.read(kind, title); problem != nil {
		return w.report.problems([]site.Problem{*problem})
	}
	spot, problem := w.spot()
	if problem != nil {
		return w.report.problems([]site.Problem{*problem})
	}
	files, err := w.files(spot)
	if err != nil {
		return workError{err}
	}
	if err := w.report.problems(w.trouble(files)); err != nil {
		return err
	}
	if err := w.report.problems(publish.Create(w.src.folder, files)); err != nil {
		return err
	}
	w.tell(spot)
	return nil
}

// open opens the handbook the page goes into.
func (w *writing) open() error {
	w.report.lang = speaks("", w.source)
	src, err := find(w.source)
	if err != nil {
		return workError{err}
	}
	if src.folder == "" {
		return workError{bundled{w.report.lang}}
	}
	w.src, w.options = src, generator.Options{Drafts: true, Cache: keep(src.folder).cache()}
	h, problems := generator.Open(src.fsys, w.options)
	if h == nil {
		return w.report.problems(problems)
	}
	w.handbook, w.before, w.report.lang = h, problems, h.Config.Language
	return nil
}

// read understands what the command is told.
func (w *writing) read(kind, title string) *site.Problem {
	languages := w.handbook.Config.Languages
	if w.lang == "" {
		w.lang = languages[0]
	}
	if !slices.Contains(languages, w.lang) {
		return &site.Problem{Pos: site.Pos{File: "--language"}, Code: "new-language", Args: []any{w.lang, strings.Join(languages, ", ")}}
	}
	words := slices.Concat(site.KindWords, site.SectionWords)
	token, ok := words.Token(kind, w.lang)
	if !ok {
		names := words.Names(w.lang)
		return &site.Problem{Code: "new-kind", Args: []any{kind, strings.Join(names, ", "), site.Suggest(site.DidYouMean(kind, names))}}
	}
	w.kind, w.title = site.Kind(token), strings.TrimSpace(title)
	if !start.ValidTitle(w.title) {
		return &site.Problem{Code: "new-title", Args: []any{start.MostTitle}}
	}
	return nil
}

// files are the page and, where they are missing, the sections it lies in.
func (w *writing) files(s *spot) (map[string][]byte, error) {
	files := map[string][]byte{}
	taken := w.ids()
	for _, up := range s.missing {
		name, words := "section", w.sectionWords(up, taken)
		if up == "" {
			name, words = "front", start.Words{Title: w.handbook.Config.TitleIn(w.lang), ID: w.frontID()}
		}
		text, err := model(w.src.own, w.lang, name+".md")
		if err != nil {
			return nil, err
		}
		files[w.path(up, "_index.md")] = start.Page(text, words)
	}
	text, err := model(w.src.own, w.lang, string(w.kind)+".md")
	if err != nil {
		return nil, err
	}
	kind := site.KindWords.Name(string(s.kind), w.lang)
	text = start.Page(text, start.Words{Title: w.title, ID: unique(start.ID(w.title, "page"), taken), Kind: kind})
	if s.states {
		text = start.Set(text, "kind", start.Quoted(kind))
	}
	files[s.file] = text
	return files, nil
}

// trouble is what would be wrong with the handbook and is not now.
func (w *writing) trouble(files map[string][]byte) []site.Problem {
	own := layers.Over(layers.Files(files), w.src.own)
	_, with := generator.Open(generator.Over(own, kollega.Bundled), w.options)
	return slices.DeleteFunc(with, func(p site.Problem) bool {
		return slices.ContainsFunc(w.before, func(q site.Problem) bool { return p.String() == q.String() })
	})
}

// tell says where the page lies and what to do with it.
func (w *writing) tell(s *spot) {
	r := w.report
	fmt.Fprintln(r.stdout, filepath.Join(w.src.folder, filepath.FromSlash(s.file)))
	name := site.KindWords.Name(string(w.kind), r.lang)
	if w.kind == site.KindSection {
		name = site.SectionWords.Name(string(w.kind), r.lang)
	}
	r.say("new-made", name, w.title, s.address)
	for _, up := range s.missing {
		r.say("new-section", w.path(up, "_index.md"))
	}
	at := ""
	if w.source != "" {
		at = inFolder(w.source)
	}
	r.say("new-next", "kollega serve --open"+at)
}
