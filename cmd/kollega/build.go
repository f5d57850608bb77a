package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"kollega"
	"kollega/generator"
	"kollega/generator/cache"
	"kollega/generator/compress"
	"kollega/generator/publish"
	"kollega/generator/site"
)

// flags are what build and check have in common.
type flags struct {
	source, url, lang   string
	strict, json, quiet bool
	audience            audience
	lixAbove            int // the level above which a page is warned of; 0 for the site's own

	showcase bool // without a handbook of one's own, it is said that this is the bundled one

	bundled fs.FS // the handbook below; nil for the one in the program

	kept  kept         // what earlier builds have left
	cache *cache.Cache // of it; nil until the source has been found
}

func (f *flags) add(cmd *cobra.Command) {
	f.addSource(cmd)
	cmd.Flags().BoolVar(&f.json, "json", false, "write problems and summary as JSON lines on stdout")
}

// addSource adds all but --json.
func (f *flags) addSource(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&f.source, "source", "s", "", "the handbook's `folder` (default: the nearest one upwards with a site.toml)")
	cmd.Flags().StringVar(&f.url, "url", "", "the `address` the site is published at, instead of the one in site.toml")
	cmd.Flags().StringVar(&f.lang, "lang", "", "the `language` of messages: nb, nn or en (default: the site's)")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "let warnings stop the work too")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "write errors only")
}

// read reads the handbook and checks all of it. The handbook is nil when there is
// nothing to build on. Once the context has ended, the error is the context's.
func (f *flags) read(ctx context.Context, r *reporter) (*generator.Handbook, source, []site.Problem, error) {
	r.began = time.Now()
	r.json, r.quiet, r.strict, r.lang = f.json, f.quiet, f.strict, speaks(f.lang, f.source)
	bundled := f.bundled
	if bundled == nil {
		bundled = kollega.Bundled
	}
	src, err := findOver(f.source, bundled)
	if err != nil {
		return nil, src, nil, workError{err}
	}
	if f.showcase && src.folder == "" {
		r.say("command-showcase")
	}
	f.kept = keep(src.folder)
	f.cache = f.kept.cache()
	h, problems := generator.Open(src.fsys, generator.Options{URL: strings.TrimSuffix(f.url, "/"), Edition: f.audience.edition, LIX: f.lixAbove, Cache: f.cache})
	if h == nil {
		return nil, src, problems, nil
	}
	if f.lang == "" {
		r.lang = h.Config.Language
	}
	r.say("command-read", len(h.Pages), len(h.Config.Languages))
	problems, err = h.CheckUntil(ctx, r.bar("command-converting"))
	if err != nil {
		return nil, src, nil, err
	}
	r.say("command-converted", len(h.Pages))
	return h, src, problems, nil
}

// save leaves what was made for the next time. Where that can't be, the next time takes
// longer, which is nothing to trouble anybody with.
func (f *flags) save() {
	if f.cache != nil {
		_ = f.cache.Save()
	}
}

// until is a site that can't be read any more once a context has ended, so that what
// writes it stops and clears up.
type until struct {
	ctx context.Context
	fs.FS
}

func (u until) Open(name string) (fs.File, error) {
	if err := u.ctx.Err(); err != nil {
		return nil, err
	}
	return u.FS.Open(name)
}

func (u until) ReadFile(name string) ([]byte, error) {
	if err := u.ctx.Err(); err != nil {
		return nil, err
	}
	return fs.ReadFile(u.FS, name)
}

// open reads the handbook, checks all of it and says what is wrong. The error is not
// nil when that stops the work.
func (f *flags) open(ctx context.Context, r *reporter) (*generator.Handbook, source, error) {
	h, src, problems, err := f.read(ctx, r)
	if err == nil {
		err = r.problems(problems)
	}
	return h, src, err
}

// building are the flags of build.
type building struct {
	flags
	dest                      string
	force, locked, compressed bool
}

func buildCommand(stdout, stderr io.Writer) *cobra.Command {
	b := building{flags: flags{showcase: true}}
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the handbook into a folder of files",
		Long: `Build reads the handbook, checks all of it and writes the finished site to
public/ beside its site.toml. When anything is wrong, nothing is written and the
site that was there stays as it was.

What readers may have saved answers under is then noted in worksheets.lock, so
that a later change can't take their answers from them unseen. With --locked the
file is only read, and must be up to date.

With --edition the site is for some of its readers: participants get no facilitator
notes and no facilitators' pages, facilitators get the notes open. worksheets.lock is
the same for all.`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return b.run(ctx, &reporter{stdout: stdout, stderr: stderr})
		},
	}
	b.add(cmd)
	b.audience.add(cmd, &b.lang)
	cmd.Flags().StringVarP(&b.dest, "destination", "d", "", "the `folder` to write to (default: public/ in the handbook's folder)")
	cmd.Flags().BoolVar(&b.compressed, "compress", false, "write .gz and .br beside the files, for a web server that can send them")
	cmd.Flags().BoolVar(&b.force, "force", false, "write into a folder that kollega did not make")
	cmd.Flags().BoolVar(&b.locked, "locked", false, "leave worksheets.lock alone and stop if it is out of date")
	return cmd
}

// run builds the handbook, unless the context ends before it has been published. What has
// been published is also told and noted in worksheets.lock, whoever wants it to end.
func (b *building) run(ctx context.Context, r *reporter) error {
	h, src, err := b.open(ctx, r)
	defer b.save()
	if errors.Is(err, context.Canceled) {
		return r.interrupted()
	}
	if err != nil {
		return err
	}
	relock, _ := h.Relock()
	if b.locked && relock.Text != nil {
		return r.problems([]site.Problem{relock.Stale()})
	}
	to := src.destination(b.dest)
	var finished fs.FS = until{ctx, h}
	names, key := h.Names(), h.Key
	if b.compressed {
		twins, all := compress.Over(finished, names)
		finished, names, key = twins, all, twins.Key(h.Key)
	}
	report, err := publish.Write(finished, names, to, publish.Options{
		Source: src.folder, Force: b.force, Progress: r.bar("command-writing"), Key: key, Record: b.kept.record(to),
	})
	if errors.Is(err, context.Canceled) {
		return r.interrupted()
	}
	if err != nil {
		return r.failed(err)
	}
	r.summary(h, to, report)
	r.warnOfLength(to, names)
	defer r.tellUnfinished(src, h)
	if b.locked || src.folder == "" {
		return nil
	}
	return r.lock(src.folder, relock, true)
}

// interrupted says that the work was given up before anything was published.
func (r *reporter) interrupted() error {
	r.say("command-interrupted")
	return errProblems
}

// failed reports an error of publishing.
func (r *reporter) failed(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return nil
	}
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
			Edition   site.Edition                 `json:"edition,omitempty"`
			Pages     map[string]map[site.Kind]int `json:"pages"`
			Files     int                          `json:"files"`
			Bytes     int64                        `json:"bytes"`
			Written   int                          `json:"written"`
			Kept      int                          `json:"kept"`
			Removed   int                          `json:"removed"`
			InPlace   bool                         `json:"in_place"`
			Seconds   float64                      `json:"seconds"`
			Directory string                       `json:"directory"`
		}{h.Edition(), pages, report.Files, report.Bytes, report.Written, report.Kept, report.Removed, report.InPlace, took.Seconds(), to})
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
	r.say("command-changes", report.Written, report.Kept, report.Removed)
	if report.InPlace {
		r.note(report.Why)
	}
}
