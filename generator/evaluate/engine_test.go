package evaluate

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"kollega/generator/site"
)

// bundle is an engine that finds the pages whose titles begin with the query. Some
// queries make it fail in the ways an engine can.
const bundle = `
(() => {
  let pages = [];
  globalThis.kollegaSearch = (name, value) => { pages.push(...value) };
  class Engine {
    constructor(lang, load) { this.lang = lang; this.load = load; }
    async open() { await this.load("search-" + this.lang + ".js"); }
    async search(query) {
      await null;
      switch (query) {
        case "throw": throw new Error("out of words");
        case "throw text": throw "just a text";
        case "loop": for (;;);
        case "wait in a loop": for (;;) await null;
        case "deep": { const f = (n) => f(n + 1) + 1; return f(0); }
        case "never": await new Promise(() => {});
        case "lost": await this.load("nb-t9.hash.js");
        case "bad file": await this.load("bad.js");
        case "syntax": await this.load("syntax.js");
        case "loop in file": await this.load("loop.js");
        case "no list": return 7;
      }
      const found = [];
      pages.forEach((p, i) => { if (p.title.startsWith(query)) found.push(i) });
      return { pages: found, instead: found.length ? "" : "other", missing: query.split(" "), words: [new Set([query])] };
    }
    async named(found, from, to) {
      if (!(found.words[0] instanceof Set)) throw new Error("not what search answered");
      return found.pages.slice(from, to).map((i) => ({ id: pages[i].id, url: pages[i].url, title: pages[i].title }));
    }
  }
  globalThis.kollegaEngine = Engine;
})();
`

func fake(script string) fstest.MapFS {
	return fstest.MapFS{
		"index.html":                {Data: []byte("x")},
		"assets/main.abcd.js":       {Data: []byte("no")},
		"assets/search.abcdefgh.js": {Data: []byte(script)},
		"assets/search-nb.js": {Data: []byte(`kollegaSearch("nb", [
			{id: "a", url: "a.html", title: "Åpne spørsmål"}, {id: "b", url: "b.html", title: "Åpning"}, {id: "c", url: "c.html", title: "Øving"}])`)},
		"assets/bad.js":    {Data: []byte(`throw new TypeError("bad index")`)},
		"assets/syntax.js": {Data: []byte(`kollegaSearch(`)},
		"assets/loop.js":   {Data: []byte(`for (;;);`)},
	}
}

func TestTheEngineOfTheSiteIsAsked(t *testing.T) {
	e, err := Open(fake(bundle), "nb")
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.Search("Åp", 10)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.IDs, []string{"a", "b"}) || !slices.Equal(r.URLs, []string{"a.html", "b.html"}) ||
		!slices.Equal(r.Titles, []string{"Åpne spørsmål", "Åpning"}) || r.Total != 2 || r.Instead != "" || !slices.Equal(r.Missing, []string{"Åp"}) {
		t.Errorf("found %+v", r)
	}
	if r, err = e.Search("Åp", 1); err != nil || len(r.IDs) != 1 || r.Total != 2 {
		t.Errorf("one of two: %+v, %v", r, err)
	}
	if r, err = e.Search("noe annet", 10); err != nil || len(r.IDs) != 0 || r.Total != 0 || r.Instead != "other" || len(r.Missing) != 2 {
		t.Errorf("none: %+v, %v", r, err)
	}
}

func TestWhatGoesWrongInTheEngineIsSaid(t *testing.T) {
	e, err := open(fake(bundle), "nb", time.Second)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ query, says string }{
		{"throw", "out of words"},
		{"throw text", "just a text"},
		{"loop", "no answer in 1s"},
		{"wait in a loop", "no answer in 1s"},
		{"deep", "functions call each other without end"},
		{"never", "search never answers"},
		{"lost", "there is no assets/nb-t9.hash.js"},
		{"bad file", "bad index"},
		{"syntax", "assets/syntax.js"},
		{"loop in file", "no answer in 1s"},
		{"no list", ""},
	} {
		began := time.Now()
		_, err := e.Search(c.query, 10)
		var p site.Problem
		if !errors.As(err, &p) || p.Code != "search-failed" || p.Args[0] != c.query || !strings.Contains(p.Args[1].(string), c.says) {
			t.Errorf("%s: %v", c.query, err)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %v", c.query, took)
		}
		if r, err := e.Search("Ø", 10); err != nil || !slices.Equal(r.IDs, []string{"c"}) {
			t.Errorf("after %s: %+v, %v", c.query, r, err)
		}
	}
}

func TestAnEngineThatDoesNotStart(t *testing.T) {
	for _, c := range []struct {
		site fs.FS
		lang string
		code site.Code
		says string
	}{
		{fstest.MapFS{}, "nb", "search-none", "no search index"},
		{fstest.MapFS{"assets/search-nb.js": {}}, "nb", "search-none", "no search index"},
		{fake(bundle), "nn", "search-broken", "there is no assets/search-nn.js"},
		{fake("let x = 1"), "nb", "search-broken", "does not set kollegaEngine"},
		{fake("let x = "), "nb", "search-broken", "assets/search.abcdefgh.js"},
		{fake("throw new Error('not today')"), "nb", "search-broken", "not today"},
		{fake("for (;;);"), "nb", "search-broken", "no answer in 1s"},
		{fake("kollegaEngine = 7"), "nb", "search-broken", ""},
		{fake("kollegaEngine = class {}"), "nb", "search-broken", "has no method"},
		{fake("kollegaEngine = class { async open() { throw new Error('closed') } }"), "nb", "search-broken", "closed"},
	} {
		_, err := open(c.site, c.lang, time.Second)
		var p site.Problem
		if !errors.As(err, &p) || p.Code != c.code || !strings.Contains(p.Text("en"), c.says) {
			t.Errorf("want %s %q, got %v", c.code, c.says, err)
		}
	}
}

// A site may list its files without being able to read folders.
type listed struct{ site fstest.MapFS }

func (l listed) Open(name string) (fs.File, error) { return l.site.Open(name) }
func (l listed) Names() []string                   { return []string{"assets/search-nb.js", "assets/search.abcdefgh.js"} }

func TestASiteMayListItsFiles(t *testing.T) {
	if _, err := Open(listed{fake(bundle)}, "nb"); err != nil {
		t.Error(err)
	}
}
