package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator/site"
)

// doubleClicked reports whether somebody has opened the program in Windows by a double
// click: without a word, in a console window that is its own and closes when it ends.
func doubleClicked(args []string, inConsole int) bool { return len(args) == 0 && inConsole == 1 }

// move is what a program does that has been double-clicked.
type move int

const (
	showHandbook move = iota
	offerHandbook
	explainHandbook
)

// firstMove shows the handbook when there is one, offers to make one when the program can,
// and else says how one is made.
func firstMove(handbook, canMake bool) move {
	switch {
	case handbook:
		return showHandbook
	case canMake:
		return offerHandbook
	}
	return explainHandbook
}

// clicked is a program that has been double-clicked, and the window it is in.
type clicked struct {
	in             *bufio.Reader
	stdout, stderr io.Writer
	lang           string
}

// start does what a double click asks for, and returns when the window may close. That is
// at once after Ctrl+C, and else once whoever is there has read what it says.
func (c *clicked) start() error {
	err := c.act()
	if err == nil {
		return nil
	}
	if !errors.Is(err, errRead) {
		tell(err, c.stderr)
	}
	c.say("start-close")
	_, _ = c.in.ReadString('\n')
	return err
}

// errRead says that there is something to read in the window, and nothing went wrong.
var errRead = errors.New("to be read")

func (c *clicked) act() error {
	switch firstMove(walkUp() != "", can(rootCommand(c.stdout, c.stderr), "init")) {
	case explainHandbook:
		c.say("start-how")
		return errRead
	case offerHandbook:
		c.say("start-offer")
		if !c.yes() {
			c.say("start-declined")
			return errRead
		}
		folder, err := os.Getwd() // by its name, which is the title that is offered
		if err != nil {
			return err
		}
		if err := run([]string{"init", folder}, c.stdout, c.stderr); err != nil {
			return err
		}
	}
	return run([]string{"serve", "--open"}, c.stdout, c.stderr)
}

// can reports whether the program has a command.
func can(root *cobra.Command, name string) bool {
	return slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == name })
}

// yes is the answer to a question; anything but a yes is a no.
func (c *clicked) yes() bool {
	line, _ := c.in.ReadString('\n')
	return slices.Contains([]string{"ja", "j", "yes", "y"}, strings.ToLower(strings.TrimSpace(line)))
}

func (c *clicked) say(code site.Code) { sayLine(c.stderr, site.Say(c.lang, code)) }
