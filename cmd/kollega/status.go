package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"kollega/generator"
	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/site"
)

func statusCommand(stdout, stderr io.Writer) *cobra.Command {
	o := &overlay{report: &reporter{stdout: stdout, stderr: stderr}}
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Say how your pages stand to the handbook below them",
		Long: `Status lists the pages of your own that lie over one that comes with Kollega, those
you have added and those you have hidden. First come the ones somebody must look at:
their original has changed where you have changed it too, has moved or is gone, and
whatever else check finds wrong.

It exits 1 when there is something to look at.`,
		Example: `  kollega status
  kollega diff strategier/lytt      what has changed in the original
  kollega accept strategier/lytt    once you have seen it`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error { return o.status() },
	}
	o.add(cmd, false)
	cmd.Flags().BoolVar(&o.json, "json", false, "write a JSON object for each page, one a line")
	return cmd
}

// status says how everything stands.
func (o *overlay) status() error {
	if err := o.begin(); err != nil {
		return err
	}
	all := o.all
	wrong := slices.DeleteFunc(slices.Clone(o.found), func(p site.Problem) bool { return p.Warning || o.follows(p) })
	if o.json {
		for _, f := range all {
			o.object(f)
		}
		o.report.json = true
		return o.report.problems(wrong)
	}
	asks := 0
	for _, f := range all {
		if f.Asks() {
			asks++
		}
	}
	say := func(code site.Code, args ...any) {
		sayLine(o.report.stdout, site.Say(o.report.lang, code, args...))
	}
	if asks+len(wrong) > 0 {
		say("status-look")
	}
	for _, f := range all {
		if f.Asks() {
			say(site.Code("status-"+string(f.State)), f.File, o.changes(f), f.Moved, o.name(f))
		}
	}
	for _, p := range wrong {
		sayLine(o.report.stdout, "  "+p.In(o.report.lang))
	}
	if asks > 0 {
		say("status-how")
	}
	o.list(say, all)
	if asks+len(wrong) > 0 {
		return errProblems
	}
	say("status-fine")
	return nil
}

// list names the files nobody needs to look at.
func (o *overlay) list(say func(site.Code, ...any), all []generator.Override) {
	for _, group := range []struct {
		code site.Code
		is   func(f generator.Override) bool
	}{
		{"status-merged", func(f generator.Override) bool { return f.State == generator.OverrideSame && f.Merged }},
		{"status-whole", func(f generator.Override) bool { return f.State == generator.OverrideSame && !f.Merged }},
		{"status-own", func(f generator.Override) bool { return f.State == generator.OverrideAdded }},
	} {
		heading := group.code
		for _, f := range all {
			if !group.is(f) {
				continue
			}
			if heading != "" {
				say(heading)
				heading = ""
			}
			fmt.Fprintln(o.report.stdout, "  "+f.File)
		}
	}
	for i, hidden := range o.handbook.Hidden() {
		if i == 0 {
			say("status-hidden")
		}
		fmt.Fprintln(o.report.stdout, "  "+hidden.ID)
		for _, at := range hidden.Links {
			say("status-link", fmt.Sprintf("%s:%d", at.File, at.Line))
		}
	}
}

// name is what a person calls a file: a page by its id.
func (o *overlay) name(f generator.Override) string {
	if f.ID != "" {
		return f.ID
	}
	return f.File
}

// changes are what has changed of an original, in words.
func (o *overlay) changes(f generator.Override) string {
	var words []string
	for _, c := range f.Changes {
		what := site.Say(o.report.lang, "status-part", c.Title)
		if c.Title == "" {
			what = site.Say(o.report.lang, "status-intro")
		}
		switch c.What {
		case layers.NewSection:
			what = site.Say(o.report.lang, "status-new", what)
		case layers.GoneSection:
			what = site.Say(o.report.lang, "status-lost", what)
		case layers.ChangedKey:
			what = c.Title
		}
		words = append(words, what)
	}
	return strings.Join(words, ", ")
}

// object writes how a file stands for a program.
func (o *overlay) object(f generator.Override) {
	type change struct {
		What  string `json:"what"`
		Title string `json:"title"`
	}
	changes := []change{}
	for _, c := range f.Changes {
		changes = append(changes, change{[]string{"changed", "new", "gone", "key"}[c.What], c.Title})
	}
	o.report.object(struct {
		File    string                  `json:"file"`
		ID      string                  `json:"id,omitempty"`
		Merged  bool                    `json:"merged"`
		State   generator.OverrideState `json:"state"`
		Moved   string                  `json:"moved,omitempty"`
		Changes []change                `json:"changes"`
	}{f.File, f.ID, f.Merged, f.State, f.Moved, changes})
}

func diffCommand(stdout, stderr io.Writer) *cobra.Command {
	o := &overlay{report: &reporter{stdout: stdout, stderr: stderr}}
	cmd := &cobra.Command{
		Use:   "diff PAGE",
		Short: "Show what has changed in an original, and what you have changed",
		Long: `Diff shows two things about a page of yours that lies over one that comes with
Kollega: what has changed in the original since you last looked at it, and how your
page differs from the original as it is now. Lines with - are gone, lines with + are
new.`,
		Example: `  kollega diff strategier/lytt`,
		Args:    onePage,
		RunE:    func(_ *cobra.Command, args []string) error { return o.diff(args[0]) },
	}
	o.add(cmd, true)
	return cmd
}

// diff shows the three versions of a page in two steps.
func (o *overlay) diff(name string) error {
	if err := o.begin(); err != nil {
		return err
	}
	file, err := o.file(name)
	if err != nil {
		return err
	}
	own, err := fs.ReadFile(o.src.own, file)
	if err != nil {
		return o.fail("overlay-none", file)
	}
	was, errWas := fs.ReadFile(o.origins, file)
	now, errNow := fs.ReadFile(o.src.below, file)
	if errNow != nil && errWas != nil {
		return o.fail("overlay-none", file)
	}
	if errNow != nil {
		if moved := o.moved(file); moved != "" {
			now, errNow = fs.ReadFile(o.src.below, moved)
		}
	}
	out, lang := o.report.stdout, o.report.lang
	switch {
	case errWas != nil:
		sayLine(out, site.Say(lang, "diff-unknown"))
	case errNow != nil:
		sayLine(out, site.Say(lang, "diff-gone"))
	case string(was) == string(now):
		sayLine(out, site.Say(lang, "diff-same"))
	default:
		sayLine(out, site.Say(lang, "diff-original"))
		o.differences(site.Say(lang, "diff-was"), was, site.Say(lang, "diff-now"), now)
	}
	if errNow == nil {
		o.diffOwn(file, now, own)
	}
	return nil
}

// diffOwn shows what an own page has changed of its original as that is now.
func (o *overlay) diffOwn(file string, now, own []byte) {
	out, lang := o.report.stdout, o.report.lang
	if merged, ok := o.handbook.Merged(file); ok {
		own, now = merged, layers.Text(now)
	} else if content.Merges(own) { // its original lies elsewhere now
		now = layers.Text(now)
		own = layers.Joined(layers.Text(own), now)
	}
	if bytes.Equal(now, own) {
		sayLine(out, site.Say(lang, "diff-none"))
		return
	}
	sayLine(out, site.Say(lang, "diff-own"))
	o.differences(site.Say(lang, "diff-now"), now, file, own)
}

// differences writes what two versions of a text differ in, without the line that names
// the command others make such lists with.
func (o *overlay) differences(wasName string, was []byte, isName string, is []byte) {
	_, list, _ := bytes.Cut(diff.Diff(wasName, was, isName, is), []byte("\n"))
	_, _ = o.report.stdout.Write(list)
}

// moved is where the original of a file lies now; "" where it was.
func (o *overlay) moved(file string) string {
	for _, f := range o.all {
		if f.File == file {
			return f.Moved
		}
	}
	return ""
}

// follows reports whether a problem only follows from a page's original having moved.
func (o *overlay) follows(p site.Problem) bool { return o.moved(p.File) != "" }
