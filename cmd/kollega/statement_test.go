package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whatever the rules and the language, what statement writes is a page without a warning,
// and says of the rules what they are.
func TestStatementsOfEveryRulePassTheCheck(t *testing.T) {
	storing := map[string]map[string]string{
		"nb": {"enhet": "uten å spørre", "spør": "svart ja", "kode": "velger et passord", "ingen": "Ingenting blir lagret."},
		"nn": {"enhet": "utan å spørje", "spør": "svart ja", "kode": "vel eit passord", "ingen": "Ingenting blir lagra."},
		"en": {"enhet": "without asking", "spør": "said yes", "kode": "choose a passphrase", "ingen": "Nothing is stored."},
	}
	for lang, rules := range storing {
		t.Run(lang, func(t *testing.T) {
			t.Setenv("KOLLEGA_CACHE", t.TempDir()) // all of the handbook but the statements is the same
			folder := t.TempDir()
			for rule, says := range rules {
				if err := os.RemoveAll(filepath.Join(folder, "content")); err != nil {
					t.Fatal(err)
				}
				statementsOf(t, folder, lang, rule, says)
			}
		})
	}
}

// statementsOf makes a handbook that keeps answers by a rule, with both statements, and
// holds that they pass the check and say how answers are kept.
func statementsOf(t *testing.T, folder, lang, rule, says string) {
	writeFile(t, folder, "site.toml", "id = \"a\"\ntitle = \"A\"\nlanguages = [\"nb\", \"en\", \"nn\"]\nworkbook.storage = \""+rule+"\"\n")
	if lang == "nn" {
		writeFile(t, folder, "content/nn/_index.md", "+++\ntitle = \"A\"\nid = \"front\"\n+++\n\nHei.\n")
	}
	var out bytes.Buffer
	for _, args := range [][]string{{"statement", "privacy", "--language", lang}, {"statement", "accessibility", "--language", lang}, {"check", "--strict"}} {
		if err := run(append(args, "-s", folder), &out, &out); err != nil {
			t.Fatalf("%s: %v: %v\n%s", rule, args, err, out.String())
		}
	}
	pages, _ := filepath.Glob(filepath.Join(folder, "content", lang, "*", "*.md"))
	more, _ := filepath.Glob(filepath.Join(folder, "content", lang, "*.md"))
	var all string
	for _, page := range append(pages, more...) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
	}
	if !strings.Contains(all, says) {
		t.Errorf("%s: it does not say %q in\n%s", rule, says, all)
	}
	if stores := strings.Contains(all, "`kollega-a`"); stores != (rule != "ingen") {
		t.Errorf("%s: a database is named: %v", rule, stores)
	}
	if strings.Contains(all, "\n\n\n") || strings.Contains(all, "<no value>") {
		t.Errorf("%s: there is a hole in\n%s", rule, all)
	}
}

// The page says that there are no cookies, that everything is in one database, and that
// nothing is sent: no script has the words for anything else.
func TestScriptsStoreAndSendNothingElse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	var said bytes.Buffer
	if err := run([]string{"build", "--quiet", "-d", dir}, &said, &said); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	scripts := 0
	for name, data := range readSite(t, dir) {
		if filepath.Ext(name) != ".js" || strings.Contains(name, "-all.") { // the texts, to be searched
			continue
		}
		scripts++
		for _, word := range []string{"localStorage", "sessionStorage", ".cookie", "cookieStore", "caches.", "serviceWorker", "getDirectory",
			"sendBeacon", "XMLHttpRequest", "fetch(", "WebSocket", "EventSource"} {
			if bytes.Contains(data, []byte(word)) {
				t.Errorf("%s says %s", name, word)
			}
		}
	}
	if scripts < 4 {
		t.Errorf("only %d scripts", scripts)
	}
}
