package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// What lies in an organisation's content/ and becomes nothing is told of, once.
func TestWhatBecomesNothingIsToldOf(t *testing.T) {
	below := withBundledLook()
	for _, dir := range []string{"", "guider/", "strategier/"} {
		below["content/nb/"+dir+"_index.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Alt\"\nid = \"alt" + strings.Trim(dir, "/") + "\"\n+++\n")}
	}
	for name, want := range map[string]string{
		"content/nb/guider/notat.txt":         "content/nb/guider/notat.txt unread-name [notat.md]",
		"content/nb/guider/Notat.MD":          "content/nb/guider/Notat.MD unread-name [Notat.md]",
		"content/nb/guider/notat.markdown":    "content/nb/guider/notat.markdown unread-name [notat.md]",
		"content/nb/guider/Vårt notat.docx":   "content/nb/guider/Vårt notat.docx unread-form [Vårt notat.md]",
		"content/nb/a.DOC":                    "content/nb/a.DOC unread-form [a.md]",
		"content/nb/a.html":                   "content/nb/a.html unread-form [a.md]",
		"content/nb/a.pages":                  "content/nb/a.pages unread-form [a.md]",
		"content/nb/notat.md.txt":             "content/nb/notat.md.txt name-text [content/nb/notat.md]",
		"content/nb/_notater/a.txt":           "",
		"content/nb/guider/tabell.xlsx":       "",
		"content/nb/guider/.skjult.txt":       "",
		"content/guider/a.md":                 "content/guider unread-folder [content/nb]",
		"content/en/guides/a.md":              "content/en unread-language [en]",
		"content/NB/a.md":                     "content/NB name-near [content/nb]",
		"content/_models/nb/guide.md":         "",
		"content/min-side.md":                 "content/min-side.md unread-place [content/nb]",
		"content/README.md":                   "",
		"static/avtale.docx":                  "",
		"content/nb/strategier/LESMEG.txt.md": "",
	} {
		folder := fstest.MapFS{
			"site.toml": {Data: []byte("id = \"a\"\ntitle = \"A\"\nlanguages = [\"nb\", \"nn\"]\n")},
			name:        {Data: []byte("+++\ntitle = \"Vår side\"\nid = \"var-side\"\nkind = \"guide\"\n+++\n")},
		}
		_, problems := openAndCheck(Over(folder, below))
		var got []string
		for _, p := range problems {
			if !p.Warning {
				t.Errorf("%s: %v", name, p)
			}
			got = append(got, fmt.Sprint(p.File, " ", p.Code, " ", p.Args))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
