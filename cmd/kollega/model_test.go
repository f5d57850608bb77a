package main

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/content"
	"kollega/generator/site"
	"kollega/generator/start"
)

var (
	modelKey  = regexp.MustCompile(`(?m)^(?:# )?([a-z_]+) = `)
	commented = regexp.MustCompile(`(?m)^# ([a-z_]+ = )`)
)

// The model of a kind has each key that such a page may have, with a line above that
// explains it, and put to use all of them can be read.
func TestModelsHaveEveryKeyOfTheirKind(t *testing.T) {
	explained := regexp.MustCompile(`(?m)^# [^=\n]{10,}\n(?:# )?[a-z_]+ = `)
	for _, lang := range spoken() {
		for _, kind := range site.Kinds() {
			if kind == site.KindFront {
				continue
			}
			text, err := model(nil, lang, string(kind)+".md")
			if err != nil {
				t.Error(err)
				continue
			}
			var keys []string
			for _, m := range modelKey.FindAllSubmatch(text, -1) {
				keys = append(keys, string(m[1]))
			}
			want := slices.DeleteFunc(content.Keys(kind), func(key string) bool { return key == "mode" }) // for a page that lies over another
			if got := slices.Sorted(slices.Values(keys)); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
				t.Errorf("%s/%s has %v, want %v", lang, kind, got, want)
			}
			if n := len(explained.FindAll(text, -1)); n != len(keys) {
				t.Errorf("%s/%s explains %d of %d keys", lang, kind, n, len(keys))
			}
			page := start.Page(text, start.Words{Title: `En "tittel"`, ID: "id", Kind: site.KindWords.Name(string(site.KindGuide), lang)})
			used := commented.ReplaceAll(page, []byte("$1"))
			front, _, _, problems := content.Front("x.md", used, lang, kind)
			if len(problems) > 0 || front.Title != `En "tittel"` || front.ID != "id" {
				t.Errorf("%s/%s: %v, %+v", lang, kind, problems, front)
			}
		}
	}
}

// A settings file with every key put to use can be read, and has every key that ours has.
func TestTheSettingsHaveEveryKey(t *testing.T) {
	ours, err := fs.ReadFile(kollega.Bundled, "site.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range spoken() {
		text, err := model(nil, lang, "site.toml")
		if err != nil {
			t.Fatal(err)
		}
		text = start.TOML(text, start.Words{Title: "T", ID: "t"})
		_, problems := content.Config([]content.File{{Name: "site.toml", Data: commented.ReplaceAll(text, []byte("$1"))}})
		for _, p := range problems {
			t.Errorf("%s: %v", lang, p)
		}
		for _, m := range modelKey.FindAllSubmatch(ours, -1) {
			if key := string(m[1]); len(key) > 2 && !bytes.Contains(text, []byte(key+" = ")) && !bytes.Contains(ours, []byte("\n"+key+" = {")) {
				t.Errorf("%s: %s is not there", lang, key)
			}
		}
	}
}

func TestAnOrganisationsModelIsUsedBeforeOurs(t *testing.T) {
	own := fstest.MapFS{"content/_models/nb/guide.md": {Data: []byte("vår")}, "content/_models/nb/path.md": {Data: []byte("løp")}}
	for _, c := range []struct{ lang, name, want string }{{"nb", "guide.md", "vår"}, {"se", "path.md", "+++"}, {"nn", "guide.md", "+++"}} {
		if text, err := model(own, c.lang, c.name); err != nil || string(text[:3]) != c.want[:3] {
			t.Errorf("%s/%s: %q, %v", c.lang, c.name, text[:3], err)
		}
	}
	if _, err := model(own, "nb", "nothing.md"); err == nil {
		t.Error("a model that is not there")
	}
}
