package layers

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestNamesThatNearlyAreOnesOfOursAreFound(t *testing.T) {
	below := fstest.MapFS{"site.toml": file(""), "content/nb/strategier/lytt.md": file(""), "content/nb/strategier/_index.md": file(""),
		"content/nb/sporsmal/a.md": file(""), "layouts/texts.toml": file(""), "static/favicon.svg": file("")}
	for name, meant := range map[string]string{
		"content/nb/strategier/Lytt.md":         "content/nb/strategier/lytt.md",
		"content/nb/Strategier/lytt.md":         "content/nb/strategier", // of the folder alone
		"content/nb/spørsmål/b.md":              "content/nb/sporsmal",
		"content/nb/spo\u0338rsma\u030al/b.md":  "content/nb/sporsmal", // as a Mac writes it
		"content/nb/strategier/index.md":        "content/nb/strategier/_index.md",
		"Content/nb/a.md":                       "content",
		"content/nb/min.md.txt":                 "content/nb/min.md",
		"site.toml.txt":                         "site.toml",
		"Site.toml":                             "site.toml",
		"layouts/Texts.toml":                    "layouts/texts.toml",
		"static/Favicon.svg":                    "static/favicon.svg",
		"content/nb/strategier/lytt.md":         "",
		"content/nb/strategier/lytt/a.md":       "", // a folder is no file
		"content/nb/strategier/lytt-mer.md":     "",
		"content/nb/egne/Lytt.md":               "",
		"static/lisens.md.txt":                  "",
		"notater.txt":                           "",
		"public/content/nb/strategier/Lytt.md":  "",
		"content/nb/strategier/~$Lytt.md":       "",
		"content/nn/strategier/Heilt eigen.md":  "",
		"content/nb/strategier/.lytt.md":        "",
		"content/nb/sporsmal/Nye spørsmål.md":   "",
		"content/nb/strategier/notater til.txt": "",
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, filepath.FromSlash(name)), "")
		top, err := Folder(dir)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, s := range Over(top, below).Strays() {
			got += s.Meant
		}
		if got != meant {
			t.Errorf("%s means %q, want %q", name, got, meant)
		}
		if got := Over(Keep(top, sumOf), below).Strays(); (len(got) == 1) != (meant != "") {
			t.Errorf("%s, kept: %v", name, got)
		}
	}
}

func sumOf([]byte) [16]byte { return [16]byte{} }

// Our own handbook's parts are all there is at the root.
func TestWhatIsNoPartIsNotSeen(t *testing.T) {
	for _, name := range []string{"contents/a.md", "notes.md.txt", "site.toml.bak", "README.md", "publics/a"} {
		if Sees(name) {
			t.Errorf("%s is seen", name)
		}
	}
}

// To look for strays among 10,000 pages.
func BenchmarkStrays(b *testing.B) {
	dir := b.TempDir()
	below := fstest.MapFS{}
	for i := range 10_000 {
		name := fmt.Sprintf("content/nb/del-%d/side-%d.md", i%20, i)
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			b.Fatal(err)
		}
		if i%50 == 0 {
			below[fmt.Sprintf("content/nb/del-%d/vaar-%d.md", i%20, i)] = file("")
		}
	}
	top, err := Folder(dir)
	if err != nil {
		b.Fatal(err)
	}
	l := Over(top, below)
	for b.Loop() {
		if n := len(l.Strays()); n != 0 {
			b.Fatal(n)
		}
	}
}
