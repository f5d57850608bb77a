package main

import (
	"context"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator/publish"
	"kollega/generator/site"
)

func checkCommand(stdout, stderr io.Writer) *cobra.Command {
	f := flags{showcase: true}
	var fix, lix, external bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Find every problem in the handbook, without building it",
		Long: `Check reads the handbook and says everything that is wrong with it.

With --fix the ids that are missing are written into your pages first: of fields,
of their options and columns, and of questions. A translation gets the ids of the
page it translates. Nothing else is changed, and pages you have not made yourself
are left alone.

With --lix it also lists how hard each page is to read, the hardest first: LIX, the
number of words, and the page. Under 30 is very easy, 40 is a newspaper, over 50 is
heavy. With --lix-above 50 the pages above 50 are warned of; lix under [care] in
site.toml sets a level for every check and build.

With --external every link out of the handbook is asked whether it still answers: once,
from this machine, at most two at a time of one server. Nothing is asked without it.`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			r := &reporter{stdout: stdout, stderr: stderr}
			if fix {
				if err := f.fix(r); err != nil {
					return err
				}
			}
			return f.check(r, external, lix)
		},
	}
	f.add(cmd)
	f.audience.add(cmd, &f.lang)
	cmd.Flags().BoolVar(&lix, "lix", false, "list how hard each page is to read")
	cmd.Flags().IntVar(&f.lixAbove, "lix-above", 0, "warn of pages that are harder to read than a LIX `level`")
	cmd.Flags().BoolVar(&external, "external", false, "ask the links out of the handbook whether they still answer")
	cmd.Flags().BoolVar(&fix, "fix", false, "write missing ids into the pages")
	return cmd
}

// check says what is wrong with a handbook, and makes each of its files once.
func (f *flags) check(r *reporter, external, lix bool) error {
	h, _, problems, err := f.read(context.Background(), r)
	defer f.save()
	if err != nil {
		return err
	}
	if external && h != nil {
		problems = site.Sort(append(problems, r.external(context.Background(), h.Outlinks())...))
	}
	if err := r.problems(problems); err != nil {
		return err
	}
	for _, name := range h.Names() {
		if _, err := h.ReadFile(name); err != nil {
			return r.failed(err)
		}
	}
	if lix {
		r.readings(h.Readings())
	}
	r.say("command-fine")
	return nil
}

// fix writes what is missing into the files of the folder, and says what.
func (f *flags) fix(r *reporter) error {
	quiet := *f
	quiet.quiet = true
	h, src, problems, err := quiet.read(context.Background(), r)
	if r.quiet = f.quiet; err != nil || h == nil {
		return err // what is wrong with the handbook as a whole is said afterwards
	}
	if src.folder == "" {
		return workError{bundled{r.lang}}
	}
	files, ids, err := fixed(src.own, problems)
	if err != nil {
		return workError{err}
	}
	if len(files) == 0 {
		r.say("command-fixed-none")
		return nil
	}
	if err := publish.Replace(src.folder, files); err != nil {
		return r.failed(err)
	}
	r.wrote = true
	for _, name := range slices.Sorted(maps.Keys(files)) {
		r.say("command-fixed", name, len(ids[name]), strings.Join(ids[name], ", "))
		if r.json {
			r.object(struct {
				File string   `json:"file"`
				IDs  []string `json:"ids"`
			}{name, ids[name]})
		}
	}
	return nil
}

// bundled says that there is no folder of one's own to write to.
type bundled struct{ lang string }

func (b bundled) Error() string { return site.Say(b.lang, "command-bundled") }

// fixed are the files of a folder with the fixes of problems put in, and the ids that
// were. A file that several pages include gets one id at a place.
func fixed(own fs.FS, problems []site.Problem) (files map[string][]byte, ids map[string][]string, err error) {
	fixes, done := map[string][]site.Fix{}, map[site.Pos]bool{}
	files, ids = map[string][]byte{}, map[string][]string{}
	for _, p := range problems {
		if p.Fix == nil || done[p.Fix.Pos] {
			continue
		}
		done[p.Fix.Pos] = true
		if _, err := fs.Stat(own, p.Fix.File); err != nil {
			continue // of the bundled handbook, which is not theirs to change
		}
		fixes[p.Fix.File] = append(fixes[p.Fix.File], *p.Fix)
		ids[p.Fix.File] = append(ids[p.Fix.File], strings.Trim(p.Fix.Insert, " {=}"))
	}
	for name, list := range fixes {
		text, err := fs.ReadFile(own, name)
		if err == nil {
			files[name], err = site.Apply(text, list)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return files, ids, nil
}
