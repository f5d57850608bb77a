package assets

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"kollega/generator/site"
)

// space is the bundler's name for files of the source.
const space = "source"

// themed is the entry of the stylesheet: the look and, after it, the theme.
const themed = "theme.css"

// reader lets the bundler read from the source and from nowhere else.
func reader(source fs.FS, theme site.Theme) api.Plugin {
	resolve := func(a api.OnResolveArgs) (api.OnResolveResult, error) {
		name := a.Path
		if a.Kind == api.ResolveEntryPoint {
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		}
		if strings.Contains(name, ":") {
			return api.OnResolveResult{}, errors.New("nothing may be loaded from elsewhere: " + name)
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
	load := func(a api.OnLoadArgs) (api.OnLoadResult, error) {
		if a.Path == themed {
			css := "@import \"" + styleEntry + "\";\n" + themeCSS(theme)
			return api.OnLoadResult{Contents: &css, Loader: api.LoaderCSS}, nil
		}
		data, err := fs.ReadFile(source, a.Path)
		if err != nil {
			return api.OnLoadResult{}, err
		}
		text := string(data)
		return api.OnLoadResult{Contents: &text, Loader: loaderOf(a.Path)}, nil
	}
	return api.Plugin{Name: space, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, resolve)
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, load)
	}}
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

// themeCSS is what an organisation's theme adds to the look. The values have been
// checked when they were read: a colour of six digits, a paper we know.
func themeCSS(t site.Theme) string {
	var b strings.Builder
	if t.Accent != "" {
		b.WriteString(":root { --accent: " + t.Accent + "; }\n")
		b.WriteString("@media (prefers-color-scheme: dark) { :root { --accent: color-mix(in oklch, " + t.Accent + ", white 55%); } }\n")
	}
	paper := site.PaperA4
	if t.Paper == site.PaperLetter {
		paper = "letter"
	}
	b.WriteString("@media print { @page { size: " + paper + "; } }\n")
	return b.String()
}
