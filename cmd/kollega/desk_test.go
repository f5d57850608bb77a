package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"testing"

	"kollega/generator/cache"
	"kollega/generator/layers"
	"kollega/generator/preview"
	"kollega/generator/site"
)

// newTestDesk is a desk on a folder, with nobody before it.
func newTestDesk(t *testing.T, folder string, flags *serving) (*desk, *bytes.Buffer) {
	t.Helper()
	src := source{folder: folder}
	if folder != "" {
		own, err := layers.Folder(folder)
		if err != nil {
			t.Fatal(err)
		}
		src.own = own
	}
	said := new(bytes.Buffer)
	d := newDesk(src, flags, &reporter{stdout: said, stderr: said, lang: "en"})
	d.server = preview.New(preview.Options{Live: true})
	d.open()
	return d, said
}

// writeFile writes a file below a folder, with the folders it lies in.
func writeFile(t testing.TB, folder, name, text string) {
	t.Helper()
	name = filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// What is wrong with a page that is being sent is told while the next change is read: for
// the race detector.
func TestDeskTellsWhileItOpens(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 6, 0)
	writeFile(t, folder, "content/nb/del-1/side-1.md", "+++\ntitle = \"Side 1\"\nnonsense = 1\n+++\nAnnet.\n")
	d, _ := newTestDesk(t, folder, &serving{})
	page := d.shown()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 50 {
			if told := page.told("del-1/side-1.html"); len(told) == 0 || len(told[0].Lines) == 0 {
				t.Errorf("told: %+v", told)
			}
		}
	}()
	for range 50 {
		d.own.Forget("site.toml")
		d.open()
	}
	<-done
}

// What site.toml says of language and address is followed, also when it could not be read
// at first; a language that was asked for stays.
func TestDeskFollowsTheSettings(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 1, 0)
	writeFile(t, folder, "site.toml", "id = \"drept\"\ntitle = \n")
	d, _ := newTestDesk(t, folder, &serving{})
	asked, _ := newTestDesk(t, folder, &serving{lang: "en"})
	if e := d.edition(); e.Lang != "en" || e.Base != "" {
		t.Errorf("at first: %q %q", e.Lang, e.Base)
	}
	for _, lang := range []string{"nn", "nb"} {
		writeFile(t, folder, "site.toml", "id = \"drept\"\ntitle = \"Rettet\"\nbase = \"none\"\nlanguage = \""+lang+"\"\nlanguages = [\""+lang+"\"]\nurl = \"https://x.test/"+lang+"\"\n")
		writeFile(t, folder, "content/"+lang+"/_index.md", "+++\ntitle = \"Forside\"\n+++\n")
		for _, d := range []*desk{d, asked} {
			d.own.Forget()
			d.open()
		}
		if e := d.edition(); e.Lang != lang || e.Base != "/"+lang {
			t.Errorf("%s: %q %q, %v", lang, e.Lang, e.Base, d.troubles)
		}
		if e := asked.edition(); e.Lang != "en" || e.Base != "/"+lang {
			t.Errorf("%s, asked for en: %q %q", lang, e.Lang, e.Base)
		}
	}
}

// A page that loses its place by its own mistake stays as it was, with what is wrong over
// it; one that is gone on purpose is gone.
func TestDeskKeepsAPageThatLosesItsPlace(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 6, 0)
	d, _ := newTestDesk(t, folder, &serving{})
	name, source := "del-1/side-1.html", "content/nb/del-1/side-1.md"
	again := func() shown {
		d.own.Forget()
		d.open()
		return d.shown()
	}
	before, err := d.shown().ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, folder, source, "+++\ntitle = \"Side 1\"\nid = \"side-0\"\n+++\nAnnet.\n")
	page := again()
	if now, err := page.ReadFile(name); err != nil || !bytes.Equal(now, before) {
		t.Errorf("%v\n%s", err, now)
	}
	if told := page.told(name); len(told) != 1 || told[0].Problem.Code != "id-taken" || told[0].Problem.File != source {
		t.Errorf("told: %+v", told)
	}
	if told := page.told("never.html"); len(told) > 0 {
		t.Errorf("of a page that never was: %+v", told)
	}
	if err := os.Remove(filepath.Join(folder, source)); err != nil {
		t.Fatal(err)
	}
	page = again()
	if _, err := page.ReadFile(name); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a page that was removed: %v", err)
	}
	if told := page.told(name); len(told) > 0 {
		t.Errorf("of a page that was removed: %+v", told)
	}
}

// Who can't hear of changes any more does not go on showing what may be old.
func TestDeskEndsWithoutWordOfChanges(t *testing.T) {
	d, _ := newTestDesk(t, "", &serving{})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	deaf := errors.New("no word of changes")
	if err := d.serve(ctx, l, func(context.Context) ([]string, error) { return nil, deaf }); !errors.Is(err, deaf) {
		t.Errorf("serve ends with %v", err)
	}
	if ctx.Err() != nil {
		t.Error("it had to be ended")
	}
	l, err = net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if err := d.serve(ended, l, nothing); err != nil {
		t.Errorf("ended by its context: %v", err)
	}
}

// Edits without a pause for a check leave no more behind than those with one.
func TestDeskForgetsWithoutAPause(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 2, 0)
	d, _ := newTestDesk(t, folder, &serving{})
	old, ended := cache.Of([]byte("of the first edit")), errors.New("enough")
	cache.Keep(d.cache, old, new(string))
	i := 0
	err := d.follow(t.Context(), func(context.Context) ([]string, error) {
		if i++; i > 2*manyUnswept {
			return nil, ended
		}
		return []string{"content/nb/del-1/side-1.md"}, nil
	})
	if !errors.Is(err, ended) {
		t.Fatal(err)
	}
	if d.cache.Touch(old) {
		t.Errorf("after %d edits the cache still has what came of the first", i-1)
	}
}

// The desk shows the edition it was asked for, and tells of what the others have alone.
func TestDeskShowsAnEdition(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 1, 0)
	writeFile(t, folder, "content/nb/side.md", "+++\ntitle = \"Side\"\n+++\nSe [den](bare.md).\n\n> [!VEILEDER]\n> Hysj.\n")
	writeFile(t, folder, "content/nb/bare.md", "+++\ntitle = \"Bare\"\nedition = \"øktleder\"\n+++\nHysj.\n")
	for edition, c := range map[site.Edition]struct{ note, page bool }{"": {true, true}, site.EditionParticipant: {false, false}, site.EditionFacilitator: {true, true}} {
		d, said := newTestDesk(t, folder, &serving{audience: audience{edition: edition}})
		d.check(t.Context(), d.handbook)
		data, err := fs.ReadFile(d.shown(), "side.html")
		if err != nil || bytes.Contains(data, []byte("Hysj")) != c.note {
			t.Errorf("%q: the note is there: %v, %v", edition, !c.note, err)
		}
		if _, err := fs.ReadFile(d.shown(), "bare.html"); (err == nil) != c.page {
			t.Errorf("%q: the page: %v", edition, err)
		}
		if bytes.Contains(said.Bytes(), []byte("link-edition")) == c.page {
			t.Errorf("%q: said %s", edition, said.Bytes())
		}
	}
}
