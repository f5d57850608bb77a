// Package assets makes what a page loads: one stylesheet and one script, bundled
// from static/style and static/app, the fonts they name, and everything else in
// static/ as it is.
//
// static/style/site.css is the stylesheet's entry, and static/app/main.ts that of the
// script that every page loads. What only some pages need stands apart, so that the others
// don't wait for it: the lists styles and scripts name it. One that is not there is none.
// Scripts are classic ones, not modules, since browsers run no modules from a disk. All of
// it, and the fonts, are published under assets/ with a hash of their bytes in their names, so that a
// browser may keep them for ever. Any other file is published at its own path:
// static/favicon.svg as favicon.svg.
//
// An organisation's theme is a layer above our look (theme.go), and its own stylesheets
// stand above that. Its colours are made ones that can be read where they are used
// (accent.go, colour.go), and what was changed is reported.
//
// Nothing is read from the disk: a bundle depends on the source and the theme
// alone.
package assets

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"kollega/generator/site"
)

const styleEntry = "static/style/site.css"

// styles are the names of the stylesheets that some pages load besides, each made from
// static/style/<name>.css, and scripts those of all scripts, each from static/app/<name>.ts.
var (
	styles  = []string{"sheet", "session", "example", "bank", "finder", "kit", "volume", "deck"}
	scripts = []string{"main", "search", "worksheet", "timed", "workbook", "bank", "finder", "kit", "volume", "deck"}
)

// Bundle is what a site loads.
type Bundle struct {
	Style   string              // address of the stylesheet
	Styles  map[string]string   // addresses of the further stylesheets by their names; those that are
	Scripts map[string]string   // addresses of the scripts by their names; those that are
	Asked   map[string][]string // keys of the texts that the scripts ask for, by their names; see asked
	Logo    site.Logo           // of the organisation, among the files; zero for ours
	Files   []site.Asset        // all of it, by name
}

// Build makes the bundle of a source. The Bundle is usable when there are no
// problems.
func Build(source fs.FS, theme site.Theme) (*Bundle, []site.Problem) {
	looks, problems := check(source, theme)
	b := &Bundle{Styles: map[string]string{}, Scripts: map[string]string{}, Asked: map[string][]string{}, Logo: looks.logo}
	result := api.Build(api.BuildOptions{
		EntryPointsAdvanced: entries(source),
		Bundle:              true,
		Outdir:              "/assets",
		AbsWorkingDir:       "/",
		EntryNames:          "[name].[hash]",
		AssetNames:          "[name].[hash]",
		Format:              api.FormatIIFE,
		Platform:            api.PlatformBrowser,
		Target:              api.ES2021,
		Charset:             api.CharsetUTF8,
		LegalComments:       api.LegalCommentsNone,
		MinifyWhitespace:    true,
		MinifySyntax:        true,
		MinifyIdentifiers:   true,
		LogLevel:            api.LogLevelSilent,
		Loader:              map[string]api.Loader{".woff2": api.LoaderFile, ".svg": api.LoaderFile},
		TsconfigRaw:         `{"compilerOptions":{"strict":true,"useDefineForClassFields":false}}`,
		Plugins:             []api.Plugin{reader(source, looks)},
	})
	for _, m := range result.Errors {
		problems = append(problems, problem(m))
	}
	for _, m := range result.Warnings {
		p := problem(m)
		p.Warning = true
		problems = append(problems, p)
	}
	b.take(result.OutputFiles)
	more, bad := others(source, looks)
	b.Files = append(b.Files, more...)
	slices.SortFunc(b.Files, func(x, y site.Asset) int { return strings.Compare(x.Name, y.Name) })
	return b, append(problems, bad...)
}

// entries are the stylesheets and scripts of a source that pages load.
func entries(source fs.FS) []api.EntryPoint {
	all := []api.EntryPoint{{InputPath: themed, OutputPath: "site"}}
	further := func(names []string, folder, ending string) {
		for _, name := range names {
			entry := folder + name + ending
			if _, err := fs.Stat(source, entry); err == nil {
				all = append(all, api.EntryPoint{InputPath: entry, OutputPath: name})
			}
		}
	}
	further(styles, "static/style/", ".css")
	further(scripts, "static/app/", ".ts")
	return all
}

// take takes in what has been bundled, under names in lower case.
func (b *Bundle) take(files []api.OutputFile) {
	for _, f := range files {
		name := "assets/" + strings.ToLower(path.Base(strings.ReplaceAll(f.Path, `\`, "/")))
		data := f.Contents
		what, _, _ := strings.Cut(path.Base(name), ".")
		switch path.Ext(name) {
		case ".css":
			data = lowerNames(data, files)
			if what == "site" {
				b.Style = name
			} else {
				b.Styles[what] = name
			}
		case ".js":
			b.Scripts[what], b.Asked[what] = name, asked(f.Contents)
		}
		b.Files = append(b.Files, site.Asset{Name: name, Data: data})
	}
}

// lowerNames writes the names of bundled files in lower case where a stylesheet
// refers to them: some servers and disks tell cases apart and some do not.
func lowerNames(style []byte, files []api.OutputFile) []byte {
	text := string(style)
	for _, f := range files {
		base := path.Base(strings.ReplaceAll(f.Path, `\`, "/"))
		text = strings.ReplaceAll(text, base, strings.ToLower(base))
	}
	return []byte(text)
}

// others are the files of static/ that are published as they are: what is bundled is not.
func others(source fs.FS, looks checked) ([]site.Asset, []site.Problem) {
	var files []site.Asset
	var problems []site.Problem
	err := fs.WalkDir(source, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if name == "static" {
				return fs.SkipAll // no static/ at all: the stylesheet's absence is reported
			}
			problems = append(problems, site.Problem{Pos: site.Pos{File: name}, Code: "file-unreadable", Args: []any{err.Error()}})
			return nil
		}
		if d.IsDir() {
			switch name {
			case "static/app", "static/style", "static/fonts":
				return fs.SkipDir
			}
			return nil
		}
		if looks.bundles(strings.TrimPrefix(name, "static/")) {
			return nil
		}
		data, err := fs.ReadFile(source, name)
		if err != nil {
			problems = append(problems, site.Problem{Pos: site.Pos{File: name}, Code: "file-unreadable", Args: []any{err.Error()}})
			return nil
		}
		files = append(files, site.Asset{Name: strings.TrimPrefix(name, "static/"), Data: data})
		return nil
	})
	if err != nil {
		problems = append(problems, site.Problem{Pos: site.Pos{File: "static"}, Code: "file-unreadable", Args: []any{err.Error()}})
	}
	return files, problems
}

// problem turns the bundler's message into ours: its place, and its words, which
// are English.
func problem(m api.Message) site.Problem {
	p := site.Problem{Code: "asset-error", Args: []any{m.Text}}
	if m.Location != nil {
		p.File = strings.TrimPrefix(strings.TrimPrefix(m.Location.File, space+":"), "/")
		p.Line, p.Col = m.Location.Line, m.Location.Column+1
	}
	if p.File == "" || p.File == themed || p.File == themeFile {
		p.File = "static"
	}
	if detail, ok := m.Detail.(missing); ok {
		p.Code, p.Args = "asset-missing", []any{string(detail)}
	}
	return p
}

// missing is an import of a file that is not there.
type missing string

func (m missing) Error() string { return fmt.Sprintf("%s does not exist", string(m)) }
