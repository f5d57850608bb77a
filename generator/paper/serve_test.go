package paper

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

func TestOnlyTheBrowserIsServed(t *testing.T) {
	l, err := serve(fstest.MapFS{
		"index.html":    {Data: []byte("<p>Hei")},
		"assets/a.js":   {Data: []byte("1")},
		"fødd/lytt.css": {Data: []byte("p{}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer l.close()
	root := "http://" + l.host + "/"
	for _, c := range []struct {
		name, method, url, host string
		status                  int
		kind                    string
	}{
		{"the front page", "GET", l.base, "", 200, "text/html; charset=utf-8"},
		{"a script", "GET", l.base + "assets/a.js", "", 200, "text/javascript; charset=utf-8"},
		{"letters beyond ASCII", "GET", l.base + "f%C3%B8dd/lytt.css", "", 200, "text/css; charset=utf-8"},
		{"no such file", "GET", l.base + "no.html", "", 404, ""},
		{"without the secret path", "GET", root, "", 403, ""},
		{"another's secret path", "GET", root + strings.Repeat("A", 26) + "/", "", 403, ""},
		{"a name that points here", "GET", l.base, "evil.example", 403, ""},
		{"localhost", "GET", l.base, "localhost", 403, ""},
		{"something else than reading", "POST", l.base, "", 403, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := http.NewRequest(c.method, c.url, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Host = c.host
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != c.status {
				t.Errorf("status %d, not %d", answer.StatusCode, c.status)
			}
			if kind := answer.Header.Get("Content-Type"); c.kind != "" && kind != c.kind {
				t.Errorf("%s, not %s", kind, c.kind)
			}
		})
	}
	if err := l.err(); err != nil {
		t.Errorf("a file that is not there is no fault: %v", err)
	}
	l.note(site.Problem{Code: "link-broken"})
	l.note(site.Problem{Code: "other"})
	if codeOf(l.err()) != "link-broken" {
		t.Errorf("the first fault is to be told, not %v", l.err())
	}
}
