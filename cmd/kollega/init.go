package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kollega/generator/publish"
	"kollega/generator/site"
	"kollega/generator/start"
)

// starting is a handbook that somebody begins.
type starting struct {
	dir                         string
	title, accent, id, logoFile string
	languages                   []string // as asked for
	yes                         bool
	logo                        []byte
	logoName                    string // in static/; "" for none
	from                        taken
	given                       func(flag string) bool
	report                      *reporter
}

func initCommand(stdin io.Reader, stderr io.Writer) *cobra.Command {
	s := &starting{report: &reporter{stderr: stderr, lang: "nb"}}
	var languages string
	cmd := &cobra.Command{
		Use:   "init FOLDER",
		Short: "Begin a handbook of your own",
		Long: `Init makes a folder with a handbook of your own: its settings, site.toml, and a
first page to try things out on. Everything else that comes with Kollega shows
through from below.

It asks what the handbook is called, which language it is in, and for the colour and
the logo of your organisation. Enter takes the answer it shows. Where nobody can be
asked, or with --yes, that answer is taken at once.

In a folder that has files already nothing is written over.

With --from it takes in a handbook that somebody has packed in a zip. Everything in it
is verified before anything is written. What would decide how pages are made, or run in
readers' browsers, is left out and named, unless you say with --trust that you trust
those who made it.`,
		Example: `  kollega init vår-håndbok
  kollega init vår-håndbok --title "Kollegastøtte i Fjordvik" --accent "#00695c" --yes
  kollega init felles --from håndbok.zip`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			s.dir, s.given = filepath.Clean(args[0]), cmd.Flags().Changed
			if s.given("from") {
				return s.takeIn()
			}
			if s.from.trust {
				return misused("usage-trust")
			}
			return s.run(newAsker(stdin, s.report, s.yes), languages)
		},
	}
	cmd.Flags().StringVar(&s.title, "title", "", "what the handbook is `called` (default: as the folder)")
	cmd.Flags().StringVar(&languages, "language", "", "its `language`: nb, nn or en; more than one with a comma between (default: nb)")
	cmd.Flags().StringVar(&s.accent, "accent", "", "the `colour` of links and buttons: # and six characters")
	cmd.Flags().StringVar(&s.logoFile, "logo", "", "the `file` with your logo")
	cmd.Flags().StringVar(&s.id, "id", "", "the `name` readers' answers are saved under (default: made from the title)")
	cmd.Flags().BoolVar(&s.yes, "yes", false, "ask nothing and take the answers that would be shown")
	cmd.Flags().StringVar(&s.from.zip, "from", "", "take in the handbook in a zip `file`")
	cmd.Flags().BoolVar(&s.from.trust, "trust", false, "with --from: take what runs in readers' browsers too")
	return cmd
}

// run begins the handbook.
func (s *starting) run(a *asker, languages string) error {
	if err := s.language(a, languages); err != nil {
		return err
	}
	if err := s.report.problems(s.inTheWay()); err != nil {
		return err
	}
	for _, question := range []func(*asker) error{s.named, s.coloured, s.marked, s.identified} {
		if err := question(a); err != nil {
			return err
		}
	}
	files, err := s.files()
	if err != nil {
		return workError{err}
	}
	if err := s.report.problems(s.tried(files)); err != nil {
		return err
	}
	if err := s.report.problems(s.here(publish.Create(s.dir, files))); err != nil {
		return err
	}
	s.tell(files)
	return nil
}

// inTheWay is what can be seen to be wrong with the folder before anything is asked.
func (s *starting) inTheWay() []site.Problem {
	name := filepath.Base(s.dir)
	if _, err := os.Stat(s.dir); errors.Is(err, fs.ErrNotExist) && !site.Holds(name) {
		return []site.Problem{{Pos: site.Pos{File: s.dir}, Code: "start-device", Args: []any{name}}}
	}
	return s.here(publish.InTheWay(s.dir, "site.toml"))
}

// here says where what is in the way lies.
func (s *starting) here(problems []site.Problem) []site.Problem {
	for i, p := range problems {
		if p.Code == "create-taken" {
			problems[i].File = filepath.Join(s.dir, filepath.FromSlash(p.File))
		}
	}
	return problems
}

// answer takes what a flag says, or asks.
func (s *starting) answer(a *asker, flag string, question site.Code, otherwise, shown, said string, take func(string) *site.Problem) error {
	if !s.given(flag) {
		return a.ask(question, otherwise, shown, take)
	}
	wrong := take(said)
	if wrong == nil {
		return nil
	}
	wrong.File = "--" + flag
	return s.report.problems([]site.Problem{*wrong})
}

// spoken are the languages that a handbook can begin in.
func spoken() []string { return []string{"nb", "nn", "en"} }

func (s *starting) language(a *asker, said string) error {
	err := s.answer(a, "language", "ask-language", "nb", "nb", said, func(answer string) *site.Problem {
		s.languages = nil
		for _, lang := range strings.FieldsFunc(strings.ToLower(answer), func(r rune) bool { return r == ',' || r == ' ' }) {
			if !slices.Contains(spoken(), lang) {
				return &site.Problem{Code: "start-language", Args: []any{lang, strings.Join(spoken(), ", ")}}
			}
			if !slices.Contains(s.languages, lang) {
				s.languages = append(s.languages, lang)
			}
		}
		if s.languages == nil {
			return &site.Problem{Code: "start-language", Args: []any{answer, strings.Join(spoken(), ", ")}}
		}
		return nil
	})
	if err == nil {
		s.report.lang = s.languages[0]
	}
	return err
}

func (s *starting) named(a *asker) error {
	otherwise := s.folderTitle()
	return s.answer(a, "title", "ask-title", otherwise, otherwise, s.title, func(answer string) *site.Problem {
		if s.title = strings.TrimSpace(answer); !start.ValidTitle(s.title) {
			return &site.Problem{Code: "start-title", Args: []any{start.MostTitle}}
		}
		return nil
	})
}

// folderTitle is a title after the folder: "vår-håndbok" is "Vår håndbok".
func (s *starting) folderTitle() string {
	dir, err := filepath.Abs(s.dir)
	if err != nil {
		dir = s.dir
	}
	words := []rune(strings.Join(strings.FieldsFunc(filepath.Base(dir), func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " "))
	if title := string(words); start.ValidTitle(title) {
		return strings.ToUpper(string(words[:1])) + string(words[1:])
	}
	return "Kollega"
}

func (s *starting) coloured(a *asker) error {
	none := site.Say(s.report.lang, "ask-accent-no")
	return s.answer(a, "accent", "ask-accent", "", none, s.accent, func(answer string) *site.Problem {
		if s.accent = ""; answer == "" && !s.given("accent") {
			return nil
		}
		colour, ok := start.Colour(answer)
		if !ok {
			return &site.Problem{Code: "start-colour", Args: []any{answer}}
		}
		s.accent = colour
		return nil
	})
}

// logos are the endings of what can be a logo.
func logos() []string { return []string{".svg", ".png", ".jpg", ".jpeg", ".gif"} }

const mostLogo = 5 // megabytes

func (s *starting) marked(a *asker) error {
	none := site.Say(s.report.lang, "ask-logo-no")
	return s.answer(a, "logo", "ask-logo", "", none, s.logoFile, func(answer string) *site.Problem {
		if answer = strings.Trim(answer, `"'`); answer == "" && !s.given("logo") {
			return nil
		}
		ending := strings.ToLower(filepath.Ext(answer))
		if !slices.Contains(logos(), ending) {
			return &site.Problem{Code: "start-logo-kind", Args: []any{strings.Join(logos(), ", ")}}
		}
		data, problem := readLogo(answer)
		if problem == nil {
			s.logo, s.logoName = data, "logo"+ending
		}
		return problem
	})
}

// readLogo reads a file that is no larger than a logo may be.
func readLogo(name string) ([]byte, *site.Problem) {
	f, err := os.Open(name)
	var data []byte
	if err == nil {
		defer f.Close()
		data, err = io.ReadAll(io.LimitReader(f, mostLogo<<20+1))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &site.Problem{Code: "start-logo-missing", Args: []any{name}}
	case err != nil:
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return nil, &site.Problem{Code: "start-logo", Args: []any{name + ": " + err.Error()}}
	case len(data) > mostLogo<<20:
		return nil, &site.Problem{Code: "start-logo-large", Args: []any{mostLogo}}
	}
	return data, nil
}

// identified gives the handbook the id it will have for ever.
func (s *starting) identified(*asker) error {
	if !s.given("id") {
		s.id = start.ID(s.title, "kollega") + "-" + strings.ToLower(rand.Text()[:6])
		return nil
	}
	if site.ValidID(s.id) {
		return nil
	}
	wrong := site.Problem{Pos: site.Pos{File: "--id"}, Code: "start-id", Args: []any{s.id, site.Suggest(site.FoldID(s.id))}}
	return s.report.problems([]site.Problem{wrong})
}

// tell says what has been made and how to go on.
func (s *starting) tell(files map[string][]byte) {
	r := s.report
	r.say("start-made", s.title, s.inFull())
	for _, name := range slices.Sorted(maps.Keys(files)) {
		r.say("start-file", filepath.Join(s.dir, filepath.FromSlash(name)))
	}
	if all := s.all(); all[0] != s.languages[0] {
		name := func(lang string) string { return site.Say(r.lang, site.Code("language-"+lang)) }
		r.say("start-below", name(s.languages[0]), name(all[0]))
	}
	s.tellNext()
}

// inFull is the folder with all the folders it lies in: "." says nothing to most.
func (s *starting) inFull() string {
	if whole, err := filepath.Abs(s.dir); err == nil {
		return whole
	}
	return s.dir
}

// tellNext names the three commands one goes on with.
func (s *starting) tellNext() {
	r := s.report
	at := inFolder(s.dir)
	title := site.Say(r.lang, "start-new-title")
	r.say("start-next")
	r.say("start-serve", "kollega serve --open"+at)
	r.say("start-new", fmt.Sprintf("kollega new %s \"%s\"%s", site.KindWords.Name(string(site.KindActivity), r.lang), title, at))
	r.say("start-build", "kollega build"+at)
}

// inFolder is how a command is told of a folder, "" for the one it runs in.
func inFolder(dir string) string {
	switch {
	case dir == ".":
		return ""
	case strings.ContainsAny(dir, " &()"):
		return ` -s "` + dir + `"`
	}
	return " -s " + dir
}
