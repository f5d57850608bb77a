package main

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"kollega/generator"
	"kollega/generator/lock"
	"kollega/generator/publish"
	"kollega/generator/site"
)

func lockCommand(stdout, stderr io.Writer) *cobra.Command {
	var f flags
	var remove []string
	cmd := &cobra.Command{
		Use:   "lock",
		Short: "Note in worksheets.lock what readers may have saved answers under",
		Long: `Lock adds the pages, fields, options, columns and questions that are new to
worksheets.lock, beside site.toml. From then on check and build say when one of
them is gone or has become something else. Build does the same by itself.

With --remove it notes that an id is gone on purpose, with all below it. The line
stays, so that nobody gives the id to something else.`,
		Example: `  kollega lock
  kollega lock --remove samtaleark#plan
  kollega lock --remove samtaleark#role/observer --remove gammelt-ark`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			return f.relock(&reporter{stdout: stdout, stderr: stderr}, remove)
		},
	}
	f.add(cmd)
	cmd.Flags().StringArrayVar(&remove, "remove", nil, "the `id` that is gone on purpose: page, page#field, page#field/option or page#question")
	return cmd
}

// relock notes what a handbook has that is new, and what is gone on purpose.
func (f *flags) relock(r *reporter, remove []string) error {
	h, src, problems, err := f.read(context.Background(), r)
	if err != nil {
		return err
	}
	if src.folder == "" {
		return workError{bundled{r.lang}}
	}
	if len(remove) > 0 {
		problems = slices.DeleteFunc(problems, gone)
	}
	if err := r.problems(problems); err != nil {
		return err
	}
	relock, problems := h.Relock(remove...)
	if err := r.problems(problems); err != nil {
		return err
	}
	if err := r.lock(src.folder, relock, false); err != nil || len(remove) == 0 {
		return err
	}
	quiet := *f
	quiet.quiet = true
	_, _, problems, err = quiet.read(context.Background(), r)
	if r.quiet = f.quiet; err != nil {
		return err
	}
	return r.problems(slices.DeleteFunc(problems, func(p site.Problem) bool { return !gone(p) }))
}

// gone reports whether a problem is that something published is missing: what a
// removal may be the answer to.
func gone(p site.Problem) bool {
	return slices.Contains([]site.Code{"lock-page", "lock-field", "lock-choice", "lock-question"}, p.Code)
}

// lock writes worksheets.lock and says so. After a build, a folder that can't be
// written to is no mistake: the site is there.
func (r *reporter) lock(folder string, relock generator.Relock, built bool) error {
	if relock.Text == nil {
		if !built {
			r.say("command-locked-none", lock.Name)
		}
		return nil
	}
	err := publish.Replace(folder, map[string][]byte{lock.Name: relock.Text})
	switch {
	case err != nil && built && publish.ReadOnly(err):
		r.say("command-lock-readonly", lock.Name)
		return nil
	case err != nil:
		return r.failed(err)
	}
	r.wrote = true
	r.say("command-locked", lock.Name, len(relock.Changes))
	if r.json {
		r.object(struct {
			File  string   `json:"file"`
			Lines []string `json:"lines"`
		}{lock.Name, relock.Changes})
	}
	return nil
}
