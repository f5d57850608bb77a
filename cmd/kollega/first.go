package main

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"kollega"
	"kollega/generator"
	"kollega/generator/layers"
	"kollega/generator/site"
	"kollega/generator/start"
)

// all are the languages of the handbook. The first must be one that its pages are
// written in, since the others show them where they have none.
func (s *starting) all() []string {
	if _, err := fs.Stat(kollega.Bundled, "content/"+s.languages[0]+"/_index.md"); err == nil {
		return s.languages
	}
	return slices.Compact(append([]string{"nb"}, slices.DeleteFunc(slices.Clone(s.languages), func(l string) bool { return l == "nb" })...))
}

// files are what the new handbook consists of.
func (s *starting) files() (map[string][]byte, error) {
	files := map[string][]byte{}
	settings, err := model(nil, s.languages[0], "site.toml")
	if err != nil {
		return nil, err
	}
	settings = start.TOML(settings, start.Words{Title: s.title, ID: s.id})
	settings = start.Set(settings, "language", start.Quoted(s.all()[0]))
	settings = start.Set(settings, "languages", start.List(s.all()))
	if s.accent != "" {
		settings = start.Set(settings, "accent", start.Quoted(s.accent))
	}
	if s.logoName != "" {
		settings = start.Set(settings, "logo", start.Quoted(s.logoName))
		files["static/"+s.logoName] = s.logo
	}
	files["site.toml"] = settings
	for _, lang := range s.languages {
		if err := s.welcome(files, lang); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// tried is what is wrong with the handbook before any of it is written, as when the logo
// can't be shown. A colour that is too dark for a dark screen gets the one that Kollega
// proposes for it.
func (s *starting) tried(files map[string][]byte) []site.Problem {
	_, problems := generator.Open(generator.Over(layers.Files(files), kollega.Bundled), generator.Options{})
	return slices.DeleteFunc(problems, func(p site.Problem) bool {
		if p.Code != "accent-contrast" {
			return false
		}
		proposal, _ := p.Args[len(p.Args)-1].(string)
		dark, ok := strings.CutPrefix(proposal, "accent_dark = ")
		if ok {
			files["site.toml"] = start.Set(files["site.toml"], "accent_dark", dark)
		}
		return ok
	})
}

// welcome adds the first page in a language, and what it lies in where the handbook
// below has nothing of the kind.
func (s *starting) welcome(files map[string][]byte, lang string) error {
	root := "content/" + lang
	dir, there := guides(lang)
	add := func(name, kind string, w start.Words) error {
		text, err := model(nil, lang, kind+".md")
		if err == nil {
			files[name] = start.Page(text, w)
		}
		return err
	}
	if _, err := fs.Stat(kollega.Bundled, root+"/_index.md"); err != nil {
		if err := add(root+"/_index.md", "front", start.Words{Title: s.title, ID: "home"}); err != nil {
			return err
		}
	}
	if !there {
		w := start.Words{Title: sectionTitle(lang, site.KindGuide), ID: "guides", Kind: site.KindWords.Name(string(site.KindGuide), lang)}
		if err := add(path.Join(root, dir, "_index.md"), "section", w); err != nil {
			return err
		}
	}
	name := path.Join(root, dir, site.Say(lang, "start-welcome")+".md")
	return add(name, "welcome", start.Words{Title: s.title, ID: "welcome"})
}

// guides is the folder of the guides in a language, and whether the handbook below has it.
func guides(lang string) (dir string, there bool) {
	entries, _ := fs.ReadDir(kollega.Bundled, "content/"+lang)
	for _, e := range entries {
		text, err := fs.ReadFile(kollega.Bundled, path.Join("content", lang, e.Name(), "_index.md"))
		if err == nil && strings.Contains(string(text), "\nid = \"guides\"\n") {
			return e.Name(), true
		}
	}
	return site.FoldName(sectionTitle(lang, site.KindGuide)), false
}

// sectionTitle is what a section with pages of a kind is called.
func sectionTitle(lang string, kind site.Kind) string {
	words := []rune(site.Say(lang, site.Code("count-"+string(kind))))
	return strings.ToUpper(string(words[:1])) + string(words[1:])
}
