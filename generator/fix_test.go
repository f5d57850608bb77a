package generator

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/lock"
	"kollega/generator/site"
)

var (
	fieldID  = regexp.MustCompile("(?m)^(```(?:felt|field)) .*$")
	ownIDs   = regexp.MustCompile(`(?m)^(- .*|Kolonner:.*|Kolonnar:.*|Columns:.*|  .*) \{=[a-z0-9æøå-]+\}`)
	amongIDs = regexp.MustCompile(`(?m)( \{[^{}\n]*) =[a-z0-9æøå-]+\}`)
)

// withoutIDs is the bundled handbook as if nobody had given an id to a field, an
// option, a column or a question.
func withoutIDs(t *testing.T) fstest.MapFS {
	t.Helper()
	source := fstest.MapFS{}
	err := fs.WalkDir(kollega.Bundled, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == lock.Name {
			return err
		}
		data, err := kollega.Bundled.ReadFile(name)
		if bytes.Contains(data, []byte("```fel")) || bytes.Contains(data, []byte("```field")) || strings.Contains(name, "/questions/") || strings.Contains(name, "/sporsmal/") {
			data = fieldID.ReplaceAll(data, []byte("$1"))
			for again := true; again; {
				next := ownIDs.ReplaceAll(amongIDs.ReplaceAll(data, []byte("$1}")), []byte("$1"))
				again, data = !bytes.Equal(next, data), next
			}
		}
		source[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// fixAll puts in every fix there is and says how many there were.
func fixAll(t *testing.T, source fstest.MapFS) (fixes int, problems []site.Problem) {
	t.Helper()
	_, problems = openAndCheck(source)
	byFile := map[string][]site.Fix{}
	for _, p := range problems {
		if p.Fix != nil {
			byFile[p.Fix.File] = append(byFile[p.Fix.File], *p.Fix)
			fixes++
		}
	}
	for name, list := range byFile {
		text, err := site.Apply(source[name].Data, list)
		if err != nil {
			t.Fatal(err)
		}
		source[name] = &fstest.MapFile{Data: text}
	}
	return fixes, problems
}

// The whole handbook without ids is one run away from having them all, and both
// languages have the same.
func TestOneRunGivesTheWholeHandbookItsIDs(t *testing.T) {
	source := withoutIDs(t)
	n, _ := fixAll(t, source)
	if n < 200 {
		t.Fatalf("only %d ids were missing", n)
	}
	again, problems := fixAll(t, source)
	if again > 0 {
		t.Errorf("%d are still missing", again)
	}
	allowed := []site.Code{"field-bring-missing", "field-sum", "filled-field", "filled-option", "block-question"} // they name ids that are called something else now
	for _, p := range problems {
		if !slices.Contains(allowed, p.Code) {
			t.Errorf("left: %v", p)
		}
	}
}
