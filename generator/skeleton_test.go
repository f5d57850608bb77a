package generator

import (
	"slices"
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
