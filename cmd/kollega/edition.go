package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator/site"
)

// audience is the flag that says whom a handbook is for.
type audience struct {
	word    string
	edition site.Edition // "" for everybody
}

// add adds the flag to a command; lang is the language of its messages, once its flags
// have been read.
func (a *audience) add(cmd *cobra.Command, lang *string) {
	cmd.Flags().StringVar(&a.word, "edition", "", "make it for `some` of its readers: participant or facilitator (default: for everybody)")
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if !cmd.Flags().Changed("edition") {
			return nil
		}
		return a.read(speaks(*lang, cmd.Flag("source").Value.String()))
	}
}

// read finds the edition that a word stands for. None does for "": a script whose variable
// is not set must not publish to participants what they are not to see.
func (a *audience) read(lang string) error {
	token, ok := site.Editions.Token(a.word, lang)
	if !ok {
		meant := site.DidYouMean(a.word, site.Editions.Every())
		return errors.New(site.Say(lang, "edition-unknown", a.word, strings.Join(site.Editions.Names(lang), ", "), site.Suggest(meant)))
	}
	a.edition = site.Edition(token)
	return nil
}
