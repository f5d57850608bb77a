package main

import (
	"cmp"
	"context"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator"
	"kollega/generator/layers"
	"kollega/generator/publish"
	"kollega/generator/site"
	"kollega/generator/start"
)

// overlay is work on the pages of one's own that lie over the handbook's.
type overlay struct {
	flags
	language string
	report   *reporter
	src      source
	origins  fs.FS
	handbook *generator.Handbook
	found    []site.Problem
	all      []generator.Override // the files of the folder, and how they stand
}

// add declares the flags that the commands share.
func (o *overlay) add(cmd *cobra.Command, pages bool) {
	cmd.Flags().StringVarP(&o.source, "source", "s", "", "the handbook's `folder` (default: the nearest one upwards with a site.toml)")
	cmd.Flags().StringVar(&o.lang, "lang", "", "the `language` of messages: nb, nn or en (default: the site's)")
	if pages {
		cmd.Flags().StringVar(&o.language, "language", "", "the `language` of the page: nb, nn or en (default: the site's first)")
	}
}

// begin opens the folder, what it keeps of originals, and the handbook; the handbook is
// nil when its settings can't be read, which has then been said.
func (o *overlay) begin() error {
	r := o.report
	quiet := o.flags
	quiet.quiet = true
	h, src, problems, err := quiet.read(context.Background(), r)
	r.quiet = false
	defer quiet.save()
	if err != nil {
		return err
	}
	if src.folder == "" {
		return workError{bundled{r.lang}}
	}
	if h == nil {
		return r.problems(problems)
	}
	o.src, o.handbook, o.found = src, h, problems
	if o.language == "" {
		o.language = h.Config.Language
	}
	if o.origins, err = layers.Origins(src.folder); err != nil {
		return workError{err}
	}
	if o.all, err = h.Overrides(src.own, src.below, o.origins); err != nil {
		return workError{err}
	}
	return nil
}

// fail says what is wrong with what was asked for.
func (o *overlay) fail(code site.Code, args ...any) error {
	return o.report.problems([]site.Problem{{Code: code, Args: args}})
}

// file is the file that somebody means by a page's id, address or file, or by the name of
// a layout or a style.
func (o *overlay) file(name string) (string, error) {
	slashed := strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
	for _, fsys := range []fs.FS{o.src.own, o.src.below, o.origins} {
		if slashed == "worksheets.lock" {
			break // which a build writes, and nobody else
		}
		if info, err := fs.Stat(fsys, slashed); fs.ValidPath(slashed) && err == nil && !info.IsDir() {
			return slashed, nil
		}
	}
	for _, f := range o.all {
		if f.ID == name && strings.HasPrefix(f.File, "content/"+o.language+"/") {
			return f.File, nil
		}
	}
	p, meant := o.handbook.Named(name, o.language)
	if p == nil {
		return "", o.fail("overlay-unknown", name, site.Suggest(meant))
	}
	return p.Source, nil
}

func customizeCommand(stdout, stderr io.Writer) *cobra.Command {
	o := &overlay{report: &reporter{stdout: stdout, stderr: stderr}}
	merge := false
	cmd := &cobra.Command{
		Use:   "customize PAGE",
		Short: "Make a page of the handbook your own, whole or in part",
		Long: `Customize copies a page that comes with Kollega into your folder, where you can
change it. With --merge it makes a page that holds only what is to be different:
everything else comes from the original, also when that changes in a new release.

PAGE is the page's address (strategier/lytt), its id (listen) or its file. A layout
or a stylesheet is copied in the same way: kollega customize layouts/kinds/guide.html

The original is kept in .kollega/origin, so that status and diff can say later what
has changed in it.`,
		Example: `  kollega customize strategier/lytt --merge
  kollega customize strategies/listen --language en`,
		Args: onePage,
		RunE: func(_ *cobra.Command, args []string) error { return o.customize(args[0], merge) },
	}
	o.add(cmd, true)
	cmd.Flags().BoolVar(&merge, "merge", false, "write only what is to be different")
	return cmd
}

// customize writes a page of one's own over one of the handbook's.
func (o *overlay) customize(name string, merge bool) error {
	if err := o.begin(); err != nil {
		return err
	}
	file, err := o.file(name)
	if err != nil {
		return err
	}
	original, err := fs.ReadFile(o.src.below, file)
	switch _, taken := fs.Stat(o.src.own, file); {
	case file == "layouts/texts.toml":
		return o.fail("overlay-texts", file)
	case taken == nil && err != nil:
		return o.fail("overlay-own", file)
	case taken == nil:
		return o.fail("overlay-taken", file)
	case err != nil:
		return workError{err}
	case merge && path.Ext(file) != ".md":
		return o.fail("overlay-merge", file)
	}
	text := original
	if p := o.handbook.Page(file); merge && p == nil {
		return o.fail("overlay-merge", file) // of a language the handbook is not in, or a snippet
	} else if merge {
		text = o.skeleton(original, p)
	}
	err = publish.Replace(o.src.folder, map[string][]byte{file: text, originOf(file): original})
	if err != nil {
		return o.report.failed(err)
	}
	o.report.say("overlay-made", file)
	return nil
}

// originOf is where the original of a file is kept.
func originOf(file string) string { return layers.OriginDir + "/" + file }

// skeleton is a page that is merged over an original and changes nothing yet.
func (o *overlay) skeleton(original []byte, p *site.Page) []byte {
	lang := p.TextLang
	var b strings.Builder
	b.WriteString("+++\nmode = \"merge\"\n")
	b.WriteString("# " + site.Say(lang, "overlay-keys") + "\n# title = " + start.Quoted(p.Title) + "\n")
	b.WriteString("+++\n\n<!--\n")
	note := site.Say(lang, "overlay-how") + "\n\n"
	for _, section := range layers.Outlines(original) {
		note += "## " + o.handbook.Spoken(section.Title, lang) + "\n"
		for _, p := range section.Pieces {
			note += "   =" + p.ID + "  " + o.handbook.Spoken(p.Words, lang) + "\n"
		}
	}
	b.WriteString(strings.ReplaceAll(note, "-->", "→") + "-->\n") // nothing of it ends it
	return []byte(b.String())
}

func acceptCommand(stdout, stderr io.Writer) *cobra.Command {
	o := &overlay{report: &reporter{stdout: stdout, stderr: stderr}}
	all := false
	cmd := &cobra.Command{
		Use:   "accept PAGE",
		Short: "Say that you have seen what changed in an original",
		Long: `Accept keeps the original of a page of yours as it is now. From then on status is
silent about it until it changes again. Your page stays as it is; when its original
has moved, your page is moved along.`,
		Example: `  kollega accept strategier/lytt
  kollega accept --all`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case all && len(args) > 0:
				return misused("usage-accept-both")
			case all:
				return nil
			case len(args) == 0:
				return misused("usage-accept")
			}
			return onePage(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return o.accept(args)
		},
	}
	o.add(cmd, true)
	cmd.Flags().BoolVar(&all, "all", false, "every page that status tells of")
	return cmd
}

// accept keeps the originals of pages as they are now; of all of them when none is named.
func (o *overlay) accept(names []string) error {
	if err := o.begin(); err != nil {
		return err
	}
	all := o.all
	if len(names) > 0 {
		file, err := o.file(names[0])
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(slices.Clone(all), func(f generator.Override) bool { return f.File != file && f.Moved != file })
		if len(all) == 0 || all[0].State == generator.OverrideAdded {
			return o.fail("overlay-none", file)
		}
	}
	var failed error
	for _, f := range all { // one that a person must see to stops no other
		if err := o.take(f, len(names) > 0); err != nil {
			failed = cmp.Or(failed, err)
		}
	}
	return failed
}

// take keeps the original of one page as it is now.
func (o *overlay) take(f generator.Override, asked bool) error {
	r := o.report
	switch f.State {
	case generator.OverrideMoved:
		text, err := fs.ReadFile(o.src.own, f.File)
		if err != nil {
			return workError{err}
		}
		original, err := fs.ReadFile(o.src.below, f.Moved)
		if err != nil {
			return workError{err}
		}
		if _, err := fs.Stat(o.src.own, f.Moved); err == nil {
			return o.fail("overlay-occupied", f.File, f.Moved)
		}
		if err := publish.Replace(o.src.folder, map[string][]byte{f.Moved: text, originOf(f.Moved): original}); err != nil {
			return r.failed(err)
		}
		if err := publish.Remove(o.src.folder, f.File, originOf(f.File)); err != nil {
			return r.failed(err)
		}
		r.say("overlay-moved", f.File, f.Moved)
	case generator.OverrideGone:
		if f.Merged { // what was kept is all that is left of most of the page
			return o.fail("overlay-alone", f.File, originOf(f.File))
		}
		if err := publish.Remove(o.src.folder, originOf(f.File)); err != nil {
			return r.failed(err)
		}
		r.say("overlay-yours", f.File)
	case generator.OverrideAdded:
	default:
		original, err := fs.ReadFile(o.src.below, f.File)
		if err != nil {
			return workError{err}
		}
		if err := publish.Replace(o.src.folder, map[string][]byte{originOf(f.File): original}); err != nil {
			return r.failed(err)
		}
		if f.Asks() || asked {
			r.say("overlay-seen", f.File)
		}
	}
	return nil
}
