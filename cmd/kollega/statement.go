package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator"
	"kollega/generator/publish"
	"kollega/generator/site"
	"kollega/generator/statement"
)

// stating are the flags of statement.
type stating struct {
	flags
	language, out string
	force         bool
}

func statementCommand(stdout, stderr io.Writer) *cobra.Command {
	var s stating
	cmd := &cobra.Command{
		Use:   "statement accessibility|privacy",
		Short: "Write a draft of an accessibility statement, or of what the site stores",
		Long: `Statement writes a page into your handbook, as a draft: an accessibility
statement, or what the site stores of its readers. It says what follows from your
settings, your worksheets and what check finds today. What only you can know is a
blank in **[brackets]**. In Norwegian they are tilgjengelighet (tilgjenge) and personvern.

Written again while nothing has changed, the page is the same to the last letter.
A page that says something else is left alone, unless you use --force.`,
		Example: `  kollega statement privacy
  kollega statement accessibility --language en
  kollega statement privacy -o -    on the screen, without writing anything`,
		Args:      oneStatement,
		ValidArgs: []string{string(statement.Accessibility), string(statement.Privacy)},
		RunE: func(_ *cobra.Command, args []string) error {
			return s.run(statements[strings.ToLower(args[0])], &reporter{stdout: stdout, stderr: stderr})
		},
	}
	s.addSource(cmd)
	cmd.Flags().StringVar(&s.language, "language", "", "the `language` of the page: nb, nn or en (default: the site's)")
	cmd.Flags().StringVarP(&s.out, "output", "o", "", "the `file` to write to, - for the screen (default: its place in the handbook)")
	cmd.Flags().BoolVar(&s.force, "force", false, "write over a page that says something else")
	return cmd
}

func (s *stating) run(page statement.Page, r *reporter) error {
	h, src, problems, err := s.read(context.Background(), r)
	if err != nil {
		return err
	}
	if h == nil || site.Fatal(problems, s.strict) {
		return r.problems(problems)
	}
	lang := cmp.Or(s.language, h.Config.Language)
	switch {
	case !h.Config.HasLanguage(lang):
		return r.refuse("site.toml", "statement-language", lang, strings.Join(h.Config.Languages, ", "))
	case !slices.Contains([]string{"nb", "nn", "en"}, lang):
		return r.refuse("site.toml", "statement-texts", lang)
	}
	at, has := placeOf(h, page, lang)
	text, err := statement.Write(page, factsOf(h, problems, at, lang))
	if err != nil {
		return workError{err}
	}
	switch {
	case s.out == "-":
		_, err := r.stdout.Write(text)
		return err
	case s.out != "":
		return s.write(r, filepath.Dir(s.out), filepath.Base(s.out), s.out, text, nil)
	case src.folder == "":
		return workError{bundled{r.lang}}
	case !has:
		return r.refuse(at, "statement-front", "content/"+lang+"/_index.md")
	}
	original, _ := fs.ReadFile(src.below, at)
	return s.write(r, src.folder, at, at, text, original)
}

// refuse says why nothing was written.
func (r *reporter) refuse(file string, code site.Code, args ...any) error {
	return r.problems([]site.Problem{{Pos: site.Pos{File: file}, Code: code, Args: args}})
}

// write writes a page below a folder, unless it is there and says something else. shown is
// what it is called in messages. The original that it takes the place of, if there is one,
// is kept as customize keeps it.
func (s *stating) write(r *reporter, folder, name, shown string, text, original []byte) error {
	to := filepath.Join(folder, filepath.FromSlash(name))
	old, err := os.ReadFile(to)
	switch {
	case err == nil && bytes.Equal(old, text):
		r.say("statement-same", shown)
		return nil
	case err == nil && !s.force:
		return r.refuse(shown, "statement-there")
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return workError{err}
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return workError{err}
	}
	files := map[string][]byte{name: text}
	if original != nil {
		files[originOf(name)] = original
	}
	if err := publish.Replace(folder, files); err != nil {
		return r.failed(err)
	}
	r.say("statement-written", shown)
	return nil
}

// placeOf is the file of a page: that of the page with its id, or one among the guides, or
// at the root of the language. It has a place only where the language has a front page of
// its own: a single page would take that of the other language away.
func placeOf(h *generator.Handbook, page statement.Page, lang string) (at string, has bool) {
	dir := "content/" + lang
	for _, p := range h.Pages {
		switch {
		case p.Lang != lang || p.Fallback():
		case p.ID == page.ID():
			return p.Source, true
		case p.ID == "guides":
			dir = path.Dir(p.Source)
		case p.Kind == site.KindFront:
			has = true
		}
	}
	return path.Join(dir, page.Name(lang)), has
}

// concerning are the codes of what makes a page hard to use for some.
func concerning(code site.Code) bool {
	return slices.Contains([]site.Code{"image-alt", "heading-jump", "heading-title", "raw-html", "drawing-fault", "mark-word"}, code)
}

// factsOf are what a page at a place in the source says of the handbook. The pages that
// statement writes are not counted, so that writing one does not change another.
func factsOf(h *generator.Handbook, problems []site.Problem, at, lang string) statement.Facts {
	f := statement.Facts{Site: h.Config, Lang: lang, Program: version()}
	own := []string{statement.Accessibility.ID(), statement.Privacy.ID()}
	files := map[string]bool{}
	for _, p := range h.Pages {
		switch {
		case slices.Contains(own, p.ID):
			files[p.Source] = true
			continue
		case p.Lang != lang:
			continue
		case p.Fallback():
			f.Foreign++
		default:
			f.Pages++
		}
		if p.Kind == site.KindWorksheet {
			f.Sheets = append(f.Sheets, sheetOf(h, p, at))
		}
	}
	for _, p := range problems {
		if files[p.File] {
			continue
		}
		f.Warnings++
		if concerning(p.Code) {
			f.Found = append(f.Found, statement.Found{Place: fmt.Sprintf("%s:%d", p.File, p.Line), Text: strings.TrimSpace(p.Text(lang))})
		}
	}
	return f
}

// sheetOf is a worksheet as a page at a place in the source tells of it.
func sheetOf(h *generator.Handbook, p *site.Page, at string) statement.Sheet {
	sheet, href := h.Sheet(p), ""
	if !p.Fallback() {
		href = site.Rel(at, p.Source)
	}
	return statement.Sheet{
		Title: p.Title, Href: href, Storage: sheet.Storage, Keep: sheet.Keep,
		ByHand: slices.ContainsFunc(sheet.Fields, func(f site.SheetField) bool {
			return f.Type == site.AnswerDrawing || f.Type == site.AnswerSignature
		}),
	}
}
