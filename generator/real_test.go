package generator

import (
	"fmt"
	"io/fs"
	"sync"
	"testing"

	"kollega"
	"kollega/generator/site"
)

// opened is the real handbook, opened and checked once for all tests that look at it.
var opened = sync.OnceValues(func() (*Handbook, []site.Problem) { return openAndCheck(kollega.Bundled) })

// realHandbook is the real handbook without a problem.
func realHandbook(t *testing.T) *Handbook {
	t.Helper()
	h, problems := opened()
	for _, p := range problems {
		t.Errorf("%s", p.In("en"))
	}
	if h == nil || len(problems) > 0 {
		t.FailNow()
	}
	return h
}

// finished are the real handbook's files, made once.
var finished = sync.OnceValues(func() (map[string][]byte, error) {
	h, _ := opened()
	return made(h)
})

// The files of the real handbook's editions, made once, as they are at an address.
var (
	participants = sync.OnceValues(func() (map[string][]byte, error) { return editionFiles(kollega.Bundled, site.EditionParticipant) })
	facilitators = sync.OnceValues(func() (map[string][]byte, error) { return editionFiles(kollega.Bundled, site.EditionFacilitator) })
)

// editionFiles are the files of an edition that says where it is.
func editionFiles(source fs.FS, e site.Edition) (map[string][]byte, error) {
	h, problems := Open(source, Options{URL: "https://example.org/handbok", Edition: e, Cache: looked(source, looksSoFar)})
	if h != nil {
		problems = h.Check(nil)
	}
	if site.Fatal(problems, false) {
		return nil, fmt.Errorf("%q: %v", e, problems)
	}
	return made(h)
}

func made(h *Handbook) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, name := range h.Names() {
		data, err := h.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files[name] = data
	}
	return files, nil
}

// realFiles is the real handbook, made. The bytes are for reading only.
func realFiles(t *testing.T) (*Handbook, map[string][]byte) {
	t.Helper()
	h := realHandbook(t)
	files, err := finished()
	if err != nil {
		t.Fatal(err)
	}
	return h, files
}
