package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"kollega/generator/outside"
	"kollega/generator/site"
)

// outerWorld is a server, and a handbook that links to it from several places.
func outerWorld(t *testing.T) (folder string, address string, asked *atomic.Int64) {
	asked = &atomic.Int64{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		switch r.URL.Path {
		case "/borte":
			w.WriteHeader(http.StatusNotFound)
		case "/syk":
			w.WriteHeader(http.StatusBadGateway)
		}
	}))
	t.Cleanup(server.Close)
	folder = t.TempDir()
	for name, text := range map[string]string{
		"site.toml":               "id = \"ute\"\ntitle = \"Ute\"\nbase = \"none\"\n",
		"content/nb/_index.md":    "+++\ntitle = \"Ute\"\n+++\n[Det som er](URL/her#sted), [også der](URL/her#annet).\n",
		"content/nb/a.md":         "+++\ntitle = \"A\"\n+++\n{{ ta inn _delt/b.md }}\n\nOg [det som er borte](URL/borte) og <URL/syk>.\n",
		"content/nb/c.md":         "+++\ntitle = \"C\"\n+++\n{{ ta inn _delt/b.md }}\n\n![ikke en lenke](c.png)\n",
		"content/nb/_delt/b.md":   "Se [arkivet](URL/borte).\n",
		"content/nb/c.png":        "no picture",
		"content/nb/_hidden/d.md": "[x](URL/aldri)\n",
	} {
		writeFile(t, folder, name, strings.ReplaceAll(text, "URL", server.URL))
	}
	return folder, server.URL, asked
}

func TestCheckAsksOutsideOnlyWhenToldTo(t *testing.T) {
	folder, address, asked := outerWorld(t)
	check := func(args ...string) (string, error) {
		var stdout, stderr strings.Builder
		err := run(append([]string{"check", "-s", folder}, args...), &stdout, &stderr)
		return stderr.String(), err
	}
	if said, err := check(); err != nil || asked.Load() != 0 {
		t.Fatalf("%v, asked %d times\n%s", err, asked.Load(), said)
	}
	said, err := check("--external")
	if !errors.Is(err, errProblems) {
		t.Error(err)
	}
	for _, want := range []string{
		"content/nb/_delt/b.md:1:4: external-gone: " + address + "/borte finnes ikke lenger (svarte 404)",
		"content/nb/a.md:6:4: external-gone: " + address + "/borte ",
		"content/nb/a.md:6:" + fmt.Sprint(28+len(address+"/borte")) + ": external-status: " + address + "/syk svarte med feil 502",
		"spurte 3 adresser utenfor håndboka, og 1 svarte",
	} {
		if strings.Count(said, want) != 1 {
			t.Errorf("%q is not there once:\n%s", want, said)
		}
	}
	if got := asked.Load(); got != 5 { // two of the three are asked for their headers and then for themselves
		t.Errorf("asked %d times", got)
	}
}

// Whatever becomes of an address, there are words for it.
func TestEveryAnswerHasAMessage(t *testing.T) {
	for _, fault := range []outside.Fault{outside.FaultNone, outside.FaultName, outside.FaultTime, outside.FaultCertificate, outside.FaultTurns, outside.FaultConnection} {
		p := judged(outside.Answer{URL: "https://example.org", Fault: fault})
		for _, lang := range []string{"nb", "nn", "en"} {
			if text := p.Text(lang); !strings.Contains(text, "https://example.org") || strings.Contains(text, "%!") || !p.Warning {
				t.Errorf("%s in %s: %s", p.Code, lang, text)
			}
		}
	}
	if p := judged(outside.Answer{URL: "x", Status: 410}); p.Warning || p.Code != site.Code("external-gone") {
		t.Errorf("%+v", p)
	}
}
