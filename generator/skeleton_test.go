package generator

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/cache"
	"kollega/generator/site"
)

// What is wrong with a source is of that source, also where another with the same pages was
// opened before it: a missing folder and one without pages give the same tree but for that.
func TestATreeIsNotTakenWithTheProblemsOfAnother(t *testing.T) {
	missing := withBundledLook()
	missing["site.toml"] = &fstest.MapFile{Data: []byte("id = \"tom\"\ntitle = \"Tom\"\n")}
	empty := withBundledLook()
	empty["site.toml"] = missing["site.toml"]
	empty["content/nb/notat.txt"] = &fstest.MapFile{Data: []byte("Ingen side.\n")}
	for _, order := range [][]fstest.MapFS{{missing, empty}, {empty, missing}} {
		shared := cache.New()
		for i, source := range order {
			_, problems := Open(source, Options{Cache: shared})
			said := slices.ContainsFunc(problems, func(p site.Problem) bool { return p.Code == "content-missing" })
			if _, has := source["content/nb/notat.txt"]; said == has {
				t.Errorf("source %d, whose folder is there: %v: %v", i, has, problems)
			}
		}
	}
}

// Whatever is changed of a theme, what was made for another is not taken.
func TestLooksAreNotTakenFromAnotherTheme(t *testing.T) {
	lines := map[string]string{
		"Accent": `accent = "#124578"`, "AccentDark": `accent_dark = "#aaccff"`, "Logo": `logo = "favicon.svg"`, "Font": `font = "serif"`,
		"Radius": `radius = "stor"`, "Density": `density = "tett"`, "Styles": `styles = ["var.css"]`, "Paper": `paper = "Letter"`,
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[site.Theme]()) {
		if lines[f.Name] == "" && !strings.HasSuffix(f.Name, "At") {
			t.Errorf("nothing is changed of %s", f.Name)
		}
	}
	shared, dir := cache.New(), t.TempDir()
	seen := map[string]string{}
	for _, field := range append([]string{""}, slices.Sorted(maps.Keys(lines))...) {
		source := withBundledLook()
		maps.DeleteFunc(source, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "static/app/") })
		source["static/style/site.css"] = &fstest.MapFile{Data: []byte("body { color: green; }")}
		source["static/var.css"] = &fstest.MapFile{Data: []byte("a { color: red; }")}
		source["content/nb/_index.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Tom\"\n+++\n")}
		source["site.toml"] = &fstest.MapFile{Data: []byte("id = \"tom\"\ntitle = \"Tom\"\n[theme]\n" + lines[field] + "\n")}
		looks := func(c *cache.Cache) string {
			h, problems := Open(source, Options{Cache: c})
			if h == nil {
				t.Fatalf("%s: %v", field, problems)
			}
			page, err := h.ReadFile("index.html")
			if err != nil {
				t.Fatal(err)
			}
			style, err := h.ReadFile(h.bundle.Style)
			if err != nil {
				t.Fatal(err)
			}
			return string(page) + string(style)
		}
		want := looks(cache.New())
		if other, ok := seen[want]; ok {
			t.Errorf("%q looks as %q", field, other)
		}
		seen[want] = field
		disk := cache.Open(dir, "test", site.ArgTypes()...)
		if looks(shared) != want || looks(disk) != want {
			t.Errorf("%q got the looks of another", field)
		}
		if err := disk.Save(); err != nil {
			t.Fatal(err)
		}
	}
}
