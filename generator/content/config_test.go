package content

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"kollega/generator/site"
)

func TestConfigOfOneFile(t *testing.T) {
	config, problems := Config([]File{{"site.toml", []byte("id = \"a\"\ntitle = \"A\"\n")}})
	want := &site.Config{ID: "a", Title: "A", Language: "nb", Languages: []string{"nb"}, Base: site.BaseBundled,
		Theme: site.Theme{Paper: site.PaperA4}, Features: site.Features{Glossary: true, Index: true}, Workbook: site.Workbook{Storage: "ask"}}
	if len(problems) > 0 || !reflect.DeepEqual(config, want) {
		t.Errorf("%s\n got %+v\nwant %+v", places(problems), config, want)
	}
}

func TestConfigMergesKeyByKey(t *testing.T) {
	bottom := File{"site.toml", []byte(`id = "a"
title = "A"
base = "none"
organisation = "Under"
languages = ["nb", "nn"]
[navigation]
main = ["x", "y"]
[theme]
accent = "#112233"
paper = "Letter"
[features]
index = false
[workbook]
storage = "kode"
`)}
	top := File{"mine/site.toml", []byte(`language = "nn"
url = "https://Eksempel.no/bok/"
organisation = "Over"
contact = "post@eksempel.no"
theme = { accent = "#AABBCC" }
features.glossary = false
workbook.keep_months = 24
[navigation]
main = []
`)}
	config, problems := Config([]File{bottom, top})
	want := &site.Config{ID: "a", Title: "A", Organisation: "Over", Contact: "post@eksempel.no", URL: "https://Eksempel.no/bok",
		Language: "nn", Languages: []string{"nn", "nb"}, Base: site.BaseBundled, Navigation: []string{},
		Theme:    site.Theme{Accent: "#aabbcc", AccentAt: site.Pos{File: "mine/site.toml", Line: 5, Col: 9}, Paper: site.PaperLetter},
		Workbook: site.Workbook{Storage: "code", KeepMonths: 24}}
	if len(problems) > 0 || !reflect.DeepEqual(config, want) {
		t.Errorf("%s\n got %+v\nwant %+v", places(problems), config, want)
	}
}

// The looks in full, with words of any of the languages, and where the files were named.
func TestThemeIsReadWithItsPlaces(t *testing.T) {
	config, problems := Config([]File{{"site.toml", []byte(`id = "a"
title = "A"
language = "nn"
[theme]
logo = "logo.svg"
accent_dark = "#AABBCC"
font = "Serif"
radius = "stor"
density = "airy"
styles = ["a.css", "stil/b.css"]
`)}})
	at := func(line, col int) site.Pos { return site.Pos{File: "site.toml", Line: line, Col: col} }
	want := site.Theme{
		AccentDark: "#aabbcc", AccentDarkAt: at(6, 15), Logo: site.Ref{ID: "logo.svg", Pos: at(5, 8)},
		Font: "serif", Radius: "large", Density: "airy", Paper: site.PaperA4,
		Styles: []site.Ref{{ID: "a.css", Pos: at(10, 11)}, {ID: "stil/b.css", Pos: at(10, 20)}},
	}
	if len(problems) > 0 || !reflect.DeepEqual(config.Theme, want) {
		t.Errorf("%s\n got %+v\nwant %+v", places(problems), config.Theme, want)
	}
}

func TestTagsHaveANameForEachLanguage(t *testing.T) {
	bottom := File{"bottom", []byte("id = \"a\"\ntitle = \"A\"\n[tags]\nlistening = { nb = \"lytting\", en = \"listening\" }\nnew-leader = \"ny leder\"\n")}
	top := File{"top", []byte("[tags]\nhygiene = \"hygiene\"\nlistening.en = \"hearing\"\n")}
	config, problems := Config([]File{bottom, top})
	want := site.Tags{
		{Token: "listening", Names: map[string]string{"nb": "lytting", "en": "hearing"}},
		{Token: "new-leader", Names: map[string]string{"": "ny leder"}},
		{Token: "hygiene", Names: map[string]string{"": "hygiene"}},
	}
	if len(problems) > 0 || !reflect.DeepEqual(config.Tags, want) {
		t.Errorf("%s\n got %+v\nwant %+v", places(problems), config.Tags, want)
	}
	_, problems = Config([]File{{"site.toml", []byte("id = \"a\"\ntitle = \"A\"\n[tags]\n\"Ny leder\" = \"x\"\nmot = 1\nlytt = { nynorsk = \"lytt\" }\n")}})
	if got := places(problems); got != "4:1 id-invalid; 5:7 type-text; 6:1 language-tag" {
		t.Error(got)
	}
}

func TestNeedsHaveAListOfTheirOwn(t *testing.T) {
	bottom := File{"bottom", []byte("id = \"a\"\ntitle = \"A\"\n[needs]\ncelebrate = { nb = \"feire\", en = \"celebrate\" }\n")}
	top := File{"top", []byte("[needs]\nrest = \"få pusten igjen\"\ncelebrate.nb = \"juble\"\n")}
	config, problems := Config([]File{bottom, top})
	want := site.Tags{
		{Token: "celebrate", Names: map[string]string{"nb": "juble", "en": "celebrate"}},
		{Token: "rest", Names: map[string]string{"": "få pusten igjen"}},
	}
	if len(problems) > 0 || !reflect.DeepEqual(config.Needs, want) || config.Tags != nil {
		t.Errorf("%s\n got %+v\nwant %+v", places(problems), config.Needs, want)
	}
}

func TestConfigTitlesFollowTheTitle(t *testing.T) {
	bottom := File{"site.toml", []byte("id = \"a\"\nformerly = [\"b\"]\ntitle = \"A\"\n[titles]\nnb = \"Bok\"\nen = \"Book\"\n")}
	config, _ := Config([]File{bottom, {"top", []byte("[titles]\nen = \"Handbook\"\n")}})
	if config.TitleIn("nb") != "Bok" || config.TitleIn("en") != "Handbook" || len(config.Formerly) != 1 {
		t.Errorf("one title replaced: %+v", config)
	}
	config, _ = Config([]File{bottom, {"top", []byte("id = \"c\"\ntitle = \"Vår\"\n[titles]\nen = \"Ours\"\n")}})
	if config.TitleIn("nb") != "Vår" || config.TitleIn("en") != "Ours" || config.Formerly != nil {
		t.Errorf("the title replaced: %+v", config)
	}
}

func TestConfigMistakes(t *testing.T) {
	const fine = "id = \"a\"\ntitle = \"A\"\n" // the rest begins on line 3
	for _, test := range []struct{ text, want string }{
		{"", "1:1 site-missing; 1:1 site-missing"},
		{"id = \"a\"\n", "1:1 site-missing"},
		{"id = \"A\"\ntitel = \"A\"\n", "1:6 id-invalid; 2:1 site-key"},
		{fine + `titel = "B"`, "3:1 site-key"},
		{fine + `formerly = ["a b"]`, "3:13 id-invalid"},
		{fine + `organisation = 3`, "3:16 type-text"},
		{fine + `contact = "post.drift+kollega@blåbær.no"`, ""},
		{fine + `contact = "post"`, "3:11 contact-invalid"},
		{fine + `contact = "post@lokalt"`, "3:11 contact-invalid"},
		{fine + `contact = "Kari <kari@a.no>"`, "3:11 contact-invalid"},
		{fine + `contact = "mailto:kari@a.no"`, "3:11 contact-invalid"},
		{fine + `contact = "kari@a.no?bcc=b@b.no"`, "3:11 contact-invalid"},
		{fine + `contact = "kari@a.no,ola@a.no"`, "3:11 contact-invalid"},
		{fine + "contact = \"" + strings.Repeat("a", 250) + "@a.no\"", "3:11 contact-invalid"},
		{fine + `kontakt = "kari@a.no"`, "3:1 site-key"},
		{fine + `url = "eksempel.no"`, "3:7 url-invalid"},
		{fine + `url = "ftp://eksempel.no"`, "3:7 url-invalid"},
		{fine + `url = "https://"`, "3:7 url-invalid"},
		{fine + `url = "https://:80/"`, "3:7 url-invalid"},
		{fine + `url = "https://a.no/?b"`, "3:7 url-invalid"},
		{fine + `url = "https://a.no/#b"`, "3:7 url-invalid"},
		{fine + `url = "https://kari:hei@a.no"`, "3:7 url-invalid"},
		{fine + `url = "javascript:alert(1)"`, "3:7 url-invalid"},
		{fine + `language = "norsk"`, "3:12 language-norwegian"},
		{fine + `languages = ["nb", "EN", "nb"]`, "3:20 language-tag; 3:26 list-repeat (warning)"},
		{fine + `languages = []`, "3:13 list-empty"},
		{fine + "language = \"en\"\nlanguages = [\"nb\"]", "4:13 language-missing"},
		{fine + "languages = [\"en\"]", "3:13 language-missing"},
		{fine + `base = "bundlet"`, "3:8 word-unknown"},
		{fine + "[titles]\nnorsk = \"A\"\nnb = 3", "4:1 language-norwegian; 5:6 type-text"},
		{fine + "[titles.nb]\na = 3", "3:1 site-key"},
		{fine + "[navigation]\nmain = \"a\"\nfoot = [\"a\"]", "4:8 type-list-text; 5:1 site-key"},
		{fine + "[theme]\naccent = \"blue\"\npaper = \"a4\"\nfont = \"x\"", "4:10 colour-invalid; 5:9 word-unknown; 6:8 word-unknown"},
		{fine + "[theme]\naccent_dark = \"#fff\"\nlogo = [\"a.svg\"]\nlogo_dark = \"a.svg\"", "4:15 colour-invalid; 5:8 type-text; 6:1 site-key"},
		{fine + "[theme]\nradius = \"rund\"\ndensity = 2\nskrift = \"serif\"", "4:10 word-unknown; 5:11 type-text; 6:1 site-key"},
		{fine + "[theme]\nlogo = \"\"\nstyles = [\"a.css\", 2, \"a.css\"]", "4:8 text-empty; 5:20 type-texts; 5:23 list-repeat (warning)"},
		{fine + "[theme]\nstyles = \"a.css\"", "4:10 type-list-text"},
		{fine + `theme = { accent = "#0000" }`, "3:9 colour-invalid"},
		{fine + `theme = "dark"`, "3:1 type-table"},
		{fine + "[[theme]]\naccent = \"#000000\"", "3:1 type-table"},
		{fine + "[workbook]\nurl = \"https://a.no\"\ntheme.accent = \"#000000\"", "4:1 site-key-place; 5:1 site-key-place"},
		{"title = \"A\"\n[titles]\ncontact = \"a@b.no\"\n[theme]\nid = \"a\"\nlix = 40", "3:1 site-key-place; 5:1 site-key-place; 6:1 site-key-other"},
		{fine + "workbook = { url = \"https://a.no\" }\ntheme.lix = 40\npaper = \"A4\"", "3:12 site-key; 4:1 site-key; 5:1 site-key-table"},
		{fine + "[theme]\naccent = #00695c\naccent_dark = #fff # bright", "4:10 toml-unquoted; 5:15 toml-unquoted"},
		{fine + "[theme]\naccent = # later", "4:10 toml-empty"},
		{fine + "languages = [\"nb\", \"norsk\"]\n[titles]\nno = \"A\"", "3:20 language-norwegian; 5:1 language-norwegian"},
		{fine + "[values]\nbht-telefån = \"a\"\n\"Vår bht\" = \"b\"\nvår bht.nb = \"c\"", "4:1 toml-quote; 5:1 values-name; 6:1 values-name"},
		{fine + "[themes]\naccent = \"#000000\"", "3:1 site-key"},
		{fine + "[features]\nglossary = \"ja\"", "4:12 type-truth"},
		{fine + "[workbook]\nstorage = \"sky\"\nkeep_months = 121\nkeep = 3", "4:11 word-unknown; 5:15 number-limits; 6:1 site-key"},
		{fine + "[care]\nlix = 101\nliks = 50", "4:7 number-limits; 5:1 site-key"},
		{fine + "[workbook]\nstorage = \"device\"\nkeep_months = \"6\"", "5:15 type-number"},
		{fine + "url = https://a.no\nbase = none", "3:7 toml-unquoted; 4:8 toml-unquoted"},
		{fine + "organisation = \"\xe5\"", "3:17 file-utf8"},
		{"\xff\xfea\x00", "1:1 file-utf16"},
	} {
		config, problems := Config([]File{{"site.toml", []byte(test.text)}})
		if got := places(problems); got != test.want || config == nil {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestConfigMistakesNameTheirLayer(t *testing.T) {
	_, problems := Config([]File{{"under", []byte("title = 3")}, {"over", []byte("url = 3")}})
	want := []site.Pos{{File: "over", Line: 1, Col: 1}, {File: "over", Line: 1, Col: 7}, {File: "under", Line: 1, Col: 9}}
	var got []site.Pos
	for _, p := range problems {
		got = append(got, p.Pos)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBase(t *testing.T) {
	for text, want := range map[string]string{
		"":                          site.BaseBundled,
		"title = \"A\"":             site.BaseBundled,
		"base = \"bundled\"":        site.BaseBundled,
		"base = \"none\"":           site.BaseNone,
		"base = none":               site.BaseBundled,
		"title: A\nbase = \"none\"": site.BaseNone,
		"\xff\xfe":                  site.BaseBundled,
	} {
		if got := Base(File{"site.toml", []byte(text)}); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// The handbook's own site.toml, with what it says and what it only shows.
func TestBundledConfig(t *testing.T) {
	text, err := os.ReadFile("../../site.toml")
	if err != nil {
		t.Fatal(err)
	}
	config, problems := Config([]File{{"site.toml", text}})
	if len(problems) > 0 {
		t.Fatal(places(problems))
	}
	if config.ID != "kollega" || config.Base != site.BaseNone || len(config.Languages) != 3 || len(config.Navigation) != 8 || len(config.Tags) == 0 {
		t.Errorf("%+v", config)
	}
	shown := regexp.MustCompile(`(?m)^# ([a-z_]+ = )`).ReplaceAll(text, []byte("$1"))
	config, problems = Config([]File{{"site.toml", shown}})
	if len(problems) > 0 {
		t.Fatalf("the examples in the comments: %s", places(problems))
	}
	for _, key := range configKeys {
		if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key.path[lastSep(key.path):]) + ` = `).Match(shown) {
			t.Errorf("%q is not explained", key.path)
		}
	}
	if config.URL == "" || config.Organisation == "" || config.Theme.Accent == "" || config.Formerly == nil {
		t.Errorf("%+v", config)
	}
}

func lastSep(path string) int {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == sep[0] {
			return i + 1
		}
	}
	return 0
}
