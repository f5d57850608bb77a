package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"kollega/generator/paper"
	"kollega/generator/site"
)

// printing are the flags of pdf.
type printing struct {
	flags
	page            string // what is printed: a page, or what lies under it
	all, worksheets bool
	cards           string
	language, paper string
	notes, fillable bool
	notesSaid       bool // whether notes are wanted was said
	without         []string
	per             int
	fold            bool
	out, browser    string
	alone           bool // the page itself, not the document of what lies under it
}

func pdfCommand(stdout, stderr io.Writer) *cobra.Command {
	var p printing
	cmd := &cobra.Command{
		Use:   "pdf [PAGE|FILE.json]",
		Short: "Print a page, a part of the handbook or all of it to a PDF file",
		Long: `Pdf prints to a file what the handbook looks like on paper, with page numbers, an
outline, links and tags for screen readers. Of a section, a path or a session it
prints one document with all that belongs to it; --alone prints its page only.

A session that was put together in the handbook, and saved there as a file, is printed
as its pack. The pack of a session has the notes for whoever leads it, unless
--notes=false leaves them out. Of other pages they are printed with --notes alone.

It needs Google Chrome, Microsoft Edge or Chromium, and finds the one that is
installed. Another is named with --browser or the environment variable
` + paper.Variable + `. The browser sees this machine only: nothing leaves it.

Links to pages that are not in the file lead to the address of the site, the url
in site.toml or --url. Without one they are words.

--all prints each language that has pages of its own to a file, unless --language
chooses one.`,
		Example: `  kollega pdf strategier/lytt               a page, to lytt.pdf
  kollega pdf strategier -o strategier.pdf  all strategies
  kollega pdf --all -o trykk/               the whole handbook, a file for each language
  kollega pdf --cards sporsmal --per 8      question cards to cut out
  kollega pdf --worksheets                  all worksheets, to fill in by hand
  kollega pdf fagdag.kollega-kit.json       a session's pack
  kollega pdf conversation-sheet --fillable a worksheet to fill in on the screen`,
		Args: p.read,
		RunE: func(*cobra.Command, []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), endings()...)
			defer stop()
			return p.run(ctx, &reporter{stdout: stdout, stderr: stderr})
		},
	}
	p.addSource(cmd)
	p.audience.add(cmd, &p.lang)
	f := cmd.Flags()
	f.BoolVar(&p.all, "all", false, "print the whole handbook")
	f.StringVar(&p.cards, "cards", "", "print the cards of a question bank, or of a section of banks or activities: its `page`")
	f.BoolVar(&p.worksheets, "worksheets", false, "print all worksheets, blank")
	f.BoolVar(&p.alone, "alone", false, "of a section, path or session: print its page only")
	f.StringVarP(&p.out, "output", "o", "", "the `file` or folder to write to, - for stdout (default: a name of its own in this folder)")
	f.StringVar(&p.language, "language", "", "the `language` to print: nb, nn or en (default: the site's)")
	f.StringVar(&p.paper, "paper", "", "the `size` of the paper: A4 or Letter (default: the site's)")
	f.BoolVar(&p.notes, "notes", false, "print facilitator notes too (default: in packs of sessions alone)")
	f.StringSliceVar(&p.without, "without", nil, "leave out pages: their `ids`, with commas between")
	f.IntVar(&p.per, "per", 0, "how `many` cards there are on a sheet: 8, 4 or 2 (default: 8)")
	f.BoolVar(&p.fold, "fold", false, "cards to fold, with what belongs to the question on the back")
	f.BoolVar(&p.fillable, "fillable", false, "give a worksheet form fields, to fill in on the screen")
	f.StringVar(&p.browser, "browser", "", "the browser to print with: a `program` or its path")
	return cmd
}

// read understands what is to be printed.
func (p *printing) read(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return misused("usage-page-many", nameOf(cmd), args[0])
	}
	var chosen []string
	if len(args) == 1 {
		p.page = args[0]
		chosen = append(chosen, p.page)
	}
	for _, flag := range []string{"all", "cards", "worksheets"} {
		if cmd.Flags().Changed(flag) {
			chosen = append(chosen, "--"+flag)
		}
	}
	switch {
	case len(chosen) == 0:
		return misused("usage-pdf")
	case len(chosen) > 1:
		return misused("usage-pdf-both", chosen[0], chosen[1])
	}
	p.notesSaid = cmd.Flags().Changed("notes")
	needs := func(flag string, met bool, with string) error {
		if cmd.Flags().Changed(flag) && !met {
			return misused("usage-pdf-needs", "--"+flag, with)
		}
		return nil
	}
	page := p.page != "" && !isKitFile(p.page)
	whole := site.Say(speaksTo(cmd), "usage-pdf-page")
	for _, err := range []error{
		needs("per", p.cards != "", "--cards"), needs("fold", p.cards != "", "--cards"),
		needs("fillable", page, whole), needs("alone", page, whole), needs("without", !isKitFile(p.page), whole),
		p.readPaper(),
	} {
		if err != nil {
			return err
		}
	}
	if cmd.Flags().Changed("per") && !slices.Contains([]int{8, 4, 2}, p.per) {
		return misused("usage-pdf-value", "--per", strconv.Itoa(p.per), "8, 4, 2")
	}
	return nil
}

// readPaper finds the size that a word stands for.
func (p *printing) readPaper() error {
	sizes := []string{site.PaperA4, site.PaperLetter}
	for _, size := range sizes {
		if strings.EqualFold(p.paper, size) {
			p.paper = size
			return nil
		}
	}
	if p.paper != "" {
		return misused("usage-pdf-value", "--paper", p.paper, strings.Join(sizes, ", "))
	}
	return nil
}

// run prints all that was asked for. A file is written when all of it has been printed.
func (p *printing) run(ctx context.Context, r *reporter) error {
	h, _, problems, err := p.flags.read(ctx, r)
	defer p.save()
	switch {
	case ctx.Err() != nil:
		return r.given()
	case err != nil:
		return err
	case h == nil || site.Fatal(problems, p.strict):
		return r.problems(problems)
	}
	jobs, refused := p.jobs(h)
	if refused == nil {
		refused = p.place(jobs, h)
	}
	if refused != nil {
		return r.problems(refused)
	}
	printer, err := paper.Start(ctx, until{ctx, h}, paper.Options{Browser: p.browser, URL: strings.TrimSuffix(h.Config.URL, "/")})
	if ctx.Err() != nil {
		return r.given()
	}
	if err != nil {
		return r.failed(err)
	}
	defer printer.Close()
	var wrong []site.Problem
	for _, job := range jobs {
		r.say("pdf-printing", job.Page)
		doc, err := printer.Print(ctx, job.Order)
		if ctx.Err() != nil {
			return r.given()
		}
		if err == nil {
			wrong = append(wrong, faults(h, job, doc)...)
			if site.Fatal(wrong, p.strict) {
				return r.problems(site.Sort(wrong))
			}
			err = job.write(r, doc)
		}
		if err != nil {
			return r.failed(err)
		}
	}
	return r.problems(site.Sort(wrong))
}

// given says that the work was given up before a file was written.
func (r *reporter) given() error {
	r.say("pdf-interrupted")
	return errProblems
}

// endings are the signals that end the work. The browser's folder is to be gone also when the
// terminal is closed, unless the command was started to outlive it.
func endings() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}
