package generator

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// dependencies says which package alone may use a dependency; two where both need it.
var dependencies = map[string]string{
	"github.com/yuin/goldmark":             "generator/markdown",
	"github.com/BurntSushi/toml":           "generator/content",
	"github.com/tdewolff/minify":           "generator/minify",
	"github.com/evanw/esbuild":             "generator/assets",
	"golang.org/x/text/collate":            "generator",
	"golang.org/x/text/language":           "generator",
	"golang.org/x/text/unicode/norm":       "generator/search generator/takein",
	"github.com/piglig/go-qr":              "generator",
	"golang.org/x/sys":                     "generator/publish",
	"github.com/fsnotify/fsnotify":         "generator/watch",
	"github.com/andybalholm/brotli":        "generator/compress",
	"github.com/dop251/goja":               "generator/evaluate",
	"github.com/spf13/cobra":               "cmd/kollega",
	"github.com/rogpeppe/go-internal/diff": "cmd/kollega",
	"github.com/rogpeppe":                  "tests",
	"github.com/chromedp/chromedp":         "generator/paper tests",
	"github.com/chromedp/cdproto":          "generator/paper tests",
	"github.com/pdfcpu/pdfcpu":             "generator/paper",
	"github.com/tdewolff/parse":            "tests",
}

func TestPackagesImportOnlyWhatTheyMay(t *testing.T) {
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != ".." || d.Name() == "testdata" || d.Name() == "public") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := strings.TrimPrefix(path.Dir(filepath.ToSlash(name)), "../")
		for _, spec := range f.Imports {
			to, _ := strconv.Unquote(spec.Path.Value)
			if why := forbidden(from, to, strings.HasSuffix(name, "_test.go")); why != "" {
				t.Errorf("%s imports %s: %s", name, to, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// forbidden says why an import is wrong, or "".
func forbidden(from, to string, test bool) string {
	if ours, ok := strings.CutPrefix(to, "kollega/"); ok {
		switch {
		case strings.HasPrefix(from, "cmd/"), from == "generator", ours == "generator/site":
			return ""
		case strings.HasPrefix(from, "generator/"):
			return "a leaf may import generator/site only"
		}
		return "nothing above the generator imports it"
	}
	first, _, _ := strings.Cut(to, "/")
	if !strings.Contains(first, ".") {
		return ""
	}
	if from == "generator/site" {
		return "generator/site is standard library only"
	}
	owner := ""
	for module := to; module != "." && owner == ""; module = path.Dir(module) { // the nearest one says
		owner = dependencies[module]
	}
	switch {
	case owner == "":
		return "docs/design.md does not know this dependency"
	case slices.Contains(strings.Fields(owner), from), test && slices.Contains(strings.Fields(owner), "tests"):
		return ""
	}
	return "only " + owner + " uses it"
}

func TestForbiddenImportsAreSeen(t *testing.T) {
	for _, c := range []struct {
		from, to string
		bad      bool
	}{
		{"generator/markdown", "kollega/generator/content", true},
		{"generator/site", "golang.org/x/text/collate", true},
		{"generator/layout", "github.com/yuin/goldmark", true},
		{"generator/publish", "kollega/generator", true},
		{"generator/markdown", "kollega/generator/site", false},
		{"generator/markdown", "github.com/yuin/goldmark/ast", false},
		{"cmd/kollega", "kollega/generator/publish", false},
		{"generator/layout", "example.org/new", true},
	} {
		if why := forbidden(c.from, c.to, false); (why != "") != c.bad {
			t.Errorf("%s → %s: %q", c.from, c.to, why)
		}
	}
}
