// Command kollega turns a folder of Markdown into a finished peer-coaching
// handbook. Run "kollega help" for what it can do.
package main

import (
	"bufio"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"kollega/generator/site"
)

func main() {
	cobra.MousetrapHelpText = "" // cobra would turn away who double-clicks the program in Windows
	args := os.Args[1:]
	if doubleClicked(args, inConsole()) {
		c := &clicked{in: bufio.NewReader(os.Stdin), stdout: os.Stdout, stderr: os.Stderr, lang: "nb"}
		_ = c.start()
		return
	}
	os.Exit(tell(run(args, os.Stdout, os.Stderr), os.Stderr))
}

// tell says what went wrong, unless that has been said, and gives the exit code.
func tell(err error, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		usage.tell(stderr)
		return 2
	case !errors.Is(err, errProblems):
		sayLine(stderr, "kollega: error: "+err.Error())
	}
	return 1
}

// errProblems says that problems were found and have been printed.
var errProblems = errors.New("problems found")

// run is the whole command: what it is told, where data goes and where messages go.
func run(args []string, stdout, stderr io.Writer) error {
	root := rootCommand(stdout, stderr)
	root.SetArgs(args)
	cmd, err := root.ExecuteC()
	var p site.Problem
	switch {
	case err == nil || errors.Is(err, errProblems):
		return err
	case !ran(err):
		return usageError{err, speaksTo(cmd), nameOf(cmd)}
	case errors.As(err, &p):
		return workError{errors.New(saidIn(speaksTo(cmd), err))}
	}
	return err
}

// rootCommand is the command with all its subcommands.
func rootCommand(stdout, stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:   "kollega",
		Short: "Turn Markdown into a peer-coaching handbook",
		Long: `Kollega turns Markdown strategies, activity guides, question banks and
printable worksheets into a handbook: a folder of files that opens from a web
server, a file share or a memory stick.

Without a folder of your own it builds the handbook it came with.`,
		Example: `  kollega init vår-håndbok      a handbook of your own, in a new folder
  kollega new guide "Hos oss"   a page of it, ready to fill in
  kollega build                 the handbook in this folder, to public/
  kollega build -s vår-håndbok  the handbook in another folder
  kollega check                 every problem, without writing anything
  kollega serve --open          the handbook in the browser while you write it`,
		SilenceUsage:               true,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
		Args:                       noSuchCommand,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetFlagErrorFunc(wrongFlag)
	root.AddCommand(
		initCommand(os.Stdin, stderr),
		newCommand(stdout, stderr),
		customizeCommand(stdout, stderr),
		statusCommand(stdout, stderr),
		diffCommand(stdout, stderr),
		acceptCommand(stdout, stderr),
		buildCommand(stdout, stderr),
		checkCommand(stdout, stderr),
		listCommand(stdout, stderr),
		lockCommand(stdout, stderr),
		serveCommand(stdout, stderr),
		previewCommand(stdout, stderr),
		pdfCommand(stdout, stderr),
		searchCommand(stdout, stderr),
		statementCommand(stdout, stderr),
		versionCommand(stdout),
	)
	return root
}

// ran reports whether an error came out of a command's own work; cobra reports a
// wrong command or argument in the same way.
func ran(err error) bool {
	var worked workError
	return errors.Is(err, errProblems) || errors.As(err, &worked)
}

// workError is an error of a command's own work.
type workError struct{ error }

func (e workError) Unwrap() error { return e.error }
