package main

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// ending is a context that has ended as soon as something is so.
type ending struct {
	context.Context
	when func() bool
}

func (e ending) Err() error {
	if e.when() {
		return context.Canceled
	}
	return nil
}

// Whoever ends a build is told what has become of the handbook: that it is the old one, or
// that it is the new one, whose lock is then written too.
func TestBuildTellsWhatItLeavesWhenItIsEnded(t *testing.T) {
	folder := t.TempDir()
	public := filepath.Join(folder, "public")
	build := func(when func() bool) (string, error) {
		said := new(bytes.Buffer)
		b := building{flags: flags{source: folder, lang: "en"}}
		err := b.run(ending{t.Context(), when}, &reporter{stdout: said, stderr: said})
		return said.String(), err
	}
	after := func(asked int64) func() bool {
		var n atomic.Int64
		return func() bool { return n.Add(1) > asked }
	}
	const pages = 50
	writeEdition(t, folder, pages, 0)
	if said, err := build(func() bool { return false }); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	old := contents(t, public)
	writeEdition(t, folder, pages, 1)
	writeFile(t, folder, "content/nb/ark.md", "+++\ntitle = \"Ark\"\nid = \"ark\"\nkind = \"arbeidsark\"\n+++\n```felt maal\nHva vil du?\nSvar: langt\n```\n")
	for what, asked := range map[string]int64{"before anything is checked": 0, "while it is checked": pages, "while it is written": 3 * pages} {
		said, err := build(after(asked))
		if !errors.Is(err, errProblems) || !strings.Contains(said, "The old handbook is untouched") {
			t.Errorf("ended %s: %v\n%s", what, err, said)
		}
		if checked := strings.Contains(said, "converted and checked"); checked != (asked > 2*pages) {
			t.Errorf("ended %s, it says:\n%s", what, said)
		}
		if !maps.Equal(contents(t, public), old) {
			t.Errorf("ended %s, it has published something", what)
		}
	}
	said, err := build(func() bool {
		_, err := os.Stat(filepath.Join(public, "ark.html"))
		return err == nil
	})
	if err != nil || strings.Contains(said, "untouched") || !strings.Contains(said, "written to") {
		t.Errorf("ended when it was there: %v\n%s", err, said)
	}
	if lock, err := os.ReadFile(filepath.Join(folder, "worksheets.lock")); err != nil || !strings.Contains(string(lock), "ark#maal") {
		t.Errorf("the lock: %v\n%s", err, lock)
	}
}
