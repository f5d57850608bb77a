package assets

import (
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// space is the bundler's name for files of the source.
const space = "source"

// themed is the entry of the stylesheet: the look, after it the theme, which is another
// file that nobody wrote, and last the organisation's own stylesheets.
const (
	themed    = "themed.css"
	themeFile = "theme.css"
)

// reader lets the bundler read from the source and from nowhere else.
func reader(source fs.FS, theme checked) api.Plugin {
	return api.Plugin{Name: space, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) { return resolve(source, a) })
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) { return load(source, theme, a) })
	}}
}

// resolve is the file that is meant where a file names another.
func resolve(source fs.FS, a api.OnResolveArgs) (api.OnResolveResult, error) {
	name := a.Path
	if a.Kind == api.ResolveEntryPoint {
		return api.OnResolveResult{Path: name, Namespace: space}, nil
	}
	if strings.Contains(name, ":") {
		return api.OnResolveResult{}, errors.New("nothing may be loaded from elsewhere: " + name)
	}
	if a.Importer == themed && name == themeFile {
		return api.OnResolveResult{Path: name, Namespace: space}, nil
	}
	if a.Importer != themed {
		name = path.Join(path.Dir(a.Importer), name)
	}
	if !strings.HasPrefix(name, "static/") {
		return api.OnResolveResult{}, errors.New(name + " lies outside static/")
	}
	for _, candidate := range []string{name, name + ".ts"} {
		if info, err := fs.Stat(source, candidate); err == nil && !info.IsDir() {
			return api.OnResolveResult{Path: candidate, Namespace: space}, nil
		}
	}
	return api.OnResolveResult{Errors: []api.Message{{Text: missing(name).Error(), Detail: missing(name)}}}, nil
}

// load is the text of a file, or of one that nobody wrote.
func load(source fs.FS, theme checked, a api.OnLoadArgs) (api.OnLoadResult, error) {
	var made string
	switch a.Path {
	case themed:
		made = imports(theme)
	case themeFile:
		made = theme.css()
	}
	if made != "" {
		return api.OnLoadResult{Contents: &made, Loader: api.LoaderCSS}, nil
	}
	data, err := fs.ReadFile(source, a.Path)
	if err != nil {
		return api.OnLoadResult{}, err
	}
	text := string(data)
	return api.OnLoadResult{Contents: &text, Loader: loaderOf(a.Path)}, nil
}

// imports is the text of the stylesheet's entry.
func imports(theme checked) string {
	names := []string{styleEntry, themeFile}
	for _, s := range theme.Styles {
		names = append(names, "static/"+s.ID)
	}
	var b strings.Builder
	for _, name := range names {
		b.WriteString("@import " + strconv.Quote(name) + ";\n")
	}
	return b.String()
}

func loaderOf(name string) api.Loader {
	switch path.Ext(name) {
	case ".ts":
		return api.LoaderTS
	case ".css":
		return api.LoaderCSS
	}
	return api.LoaderFile
}
