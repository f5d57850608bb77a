package main

import (
	"cmp"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator/site"
	"kollega/generator/statement"
)

// usageError is a command line that can't be understood, and the language and the command
// it is told in; run fills these in.
type usageError struct {
	error
	lang, command string
}

func (e usageError) Unwrap() error { return e.error }

// misused is the usageError of a message.
func misused(code site.Code, args ...any) error {
	return usageError{error: site.Problem{Code: code, Args: args}}
}

// tell says what could not be understood and where to read on.
func (e usageError) tell(stderr io.Writer) {
	hint := site.Say(e.lang, "usage-hint")
	if e.command != "" {
		hint = site.Say(e.lang, "usage-hint-command", e.command)
	}
	sayLine(stderr, "kollega: error: "+saidIn(e.lang, e.error)+"\nkollega: hint: "+hint)
}

// saidIn is an error in a language; what does not come from us is English.
func saidIn(lang string, err error) string {
	var p site.Problem
	if !errors.As(err, &p) {
		return strings.TrimSpace(err.Error())
	}
	if p.File != "" {
		return p.File + ": " + p.Text(lang)
	}
	return p.Text(lang)
}

// speaksTo is the language of messages about a command line.
func speaksTo(cmd *cobra.Command) string { return speaks(valueOf(cmd, "lang"), valueOf(cmd, "source")) }

// valueOf is the value of a flag, "" for one that a command does not have.
func valueOf(cmd *cobra.Command, flag string) string {
	if f := cmd.Flag(flag); f != nil {
		return f.Value.String()
	}
	return ""
}

// nameOf is a command without the program: "search eval".
func nameOf(cmd *cobra.Command) string {
	return strings.TrimPrefix(strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()), " ")
}

// commandsMeant are commands as somebody would call them in Norwegian.
var commandsMeant = map[string]string{
	"bygg": "build", "lag": "build", "sjekk": "check", "kontroller": "check", "ny": "new", "ny-side": "new",
	"vis": "serve", "start": "serve", "liste": "list", "lås": "lock", "søk": "search", "hjelp": "help",
	"tilpass": "customize", "godta": "accept", "versjon": "version",
}

// noSuchCommand says that there is no such command, and which was meant.
func noSuchCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	meant := commandsMeant[strings.ToLower(args[0])]
	if near := root.SuggestionsFor(args[0]); meant == "" && len(near) > 0 {
		meant = near[0]
	}
	return misused("usage-command", args[0], site.Suggest(meant))
}

// flagName is a flag in a command's help.
var flagName = regexp.MustCompile(`--[a-z][a-z-]+`)

// wrongFlag explains a flag that can't be read.
func wrongFlag(cmd *cobra.Command, err error) error {
	if name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --"); unknown {
		meant := site.DidYouMean("--"+name, flagName.FindAllString(cmd.Flags().FlagUsages(), -1))
		return misused("usage-flag", name, cmd.CommandPath(), site.Suggest(meant))
	}
	if name, bare := strings.CutPrefix(err.Error(), "flag needs an argument: --"); bare {
		return misused("usage-flag-value", name)
	}
	return usageError{error: err}
}

// noWords is for commands that take flags alone, one of which is the handbook's folder.
func noWords(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return misused("usage-extra", strings.Join(args, " "), nameOf(cmd))
}

// onePage is for commands about one page.
func onePage(cmd *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return misused("usage-page", nameOf(cmd))
	case 1:
		return nil
	}
	return misused("usage-page-many", nameOf(cmd), args[0])
}

// oneFolder is for init, whose folder may have spaces in its name.
func oneFolder(_ *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return misused("usage-init")
	case 1:
		return nil
	}
	return misused("usage-init-many", strings.Join(args, " "))
}

// kindAndTitle is for new: a kind, and a title in one piece.
func kindAndTitle(cmd *cobra.Command, args []string) error {
	lang := speaksTo(cmd)
	kind := site.KindWords.Name(string(site.KindGuide), lang)
	title := site.Say(lang, "usage-new-title")
	if len(args) == 2 {
		return nil
	}
	if len(args) > 2 {
		return misused("usage-new-many", args[0], strings.Join(args[1:], " "))
	}
	if len(args) == 1 {
		if _, known := slices.Concat(site.KindWords, site.SectionWords).Token(args[0], lang); known {
			kind = args[0]
		} else {
			title = cmp.Or(strings.TrimSpace(args[0]), title)
		}
	}
	return misused("usage-new", kind, title)
}

// statements are the pages that statement writes, by the words for them.
var statements = map[string]statement.Page{
	"privacy": statement.Privacy, "personvern": statement.Privacy,
	"accessibility": statement.Accessibility, "tilgjengelighet": statement.Accessibility, "tilgjenge": statement.Accessibility,
}

// oneStatement is for statement.
func oneStatement(_ *cobra.Command, args []string) error {
	if len(args) == 1 && statements[strings.ToLower(args[0])] != "" {
		return nil
	}
	return misused("usage-statement")
}
