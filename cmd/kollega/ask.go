package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"kollega/generator/site"
)

// asker puts questions to a person, each on a line of its own.
type asker struct {
	in     *bufio.Reader // nil when there is nobody to ask
	report *reporter
}

// newAsker asks a person at a terminal. What is no terminal is not read, and neither is
// anything else when the person has said yes to all there is.
func newAsker(in io.Reader, r *reporter, yes bool) *asker {
	a := &asker{report: r}
	if !yes && person(in) {
		a.in = bufio.NewReader(in)
	}
	return a
}

// person reports whether somebody types what is read.
func person(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	nothing, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, nothing)
}

// ask asks until an answer is taken. An empty one, and the end of all that is typed, is
// the answer that is shown. The error is that of an answer nobody can correct.
func (a *asker) ask(question site.Code, otherwise, shown string, take func(answer string) *site.Problem) error {
	for a.in != nil {
		fmt.Fprintf(a.report.stderr, "%s [%s]: ", site.Say(a.report.lang, question), shown)
		line, err := a.in.ReadString('\n')
		if err != nil {
			a.in = nil
			fmt.Fprintln(a.report.stderr)
		}
		answer := strings.TrimSpace(line)
		if answer == "" {
			break
		}
		wrong := take(answer)
		if wrong == nil {
			return nil
		}
		sayLine(a.report.stderr, wrong.Text(a.report.lang))
	}
	if wrong := take(otherwise); wrong != nil {
		return a.report.problems([]site.Problem{*wrong})
	}
	return nil
}
