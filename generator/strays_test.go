package generator

import (
	"maps"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/cache"
)

// A file that nearly has a name of ours is told of when it comes and no longer when it goes,
// also where the tree has been kept, which knows nothing of it.
func TestAStrayComesAndGoes(t *testing.T) {
	folder := fstest.MapFS{"site.toml": {Data: []byte("id = \"a\"\ntitle = \"A\"\nlanguages = [\"nb\"]\n")}}
	with := maps.Clone(folder)
	with["layouts/Texts.toml"] = &fstest.MapFile{Data: []byte("")}
	o := Options{Cache: cache.New()}
	for i, step := range []struct {
		folder fstest.MapFS
		want   int
	}{{folder, 0}, {with, 1}, {folder, 0}, {with, 1}} {
		h, problems := Open(Over(step.folder, kollega.Bundled), o)
		if h == nil || len(problems) != step.want {
			t.Fatalf("step %d: %v", i, problems)
		}
		if step.want == 1 && (problems[0].Code != "name-near" || problems[0].File != "layouts/Texts.toml" || !problems[0].Warning) {
			t.Errorf("step %d: %+v", i, problems[0])
		}
	}
}
