package content

import (
	"strings"
	"testing"

	"kollega/generator/site"
)

// Each row is one line of front matter below a title on line 2, so the line is
// line 3 of its page.
func TestValues(t *testing.T) {
	for _, test := range []struct {
		kind       site.Kind
		line, want string
	}{
		{"strategy", `short = ""`, "3:9 text-empty"},
		{"strategy", `short = "  "`, "3:9 text-empty"},
		{"strategy", `short = 3`, "3:9 type-text"},
		{"strategy", `short = "a\nb"`, "3:9 text-line"},
		{"strategy", `short = "a\u202Eb"`, "3:9 text-line"},
		{"strategy", `summary = ["a"]`, "3:11 type-text"},
		{"strategy", `summary = "` + strings.Repeat("å", 200) + `"`, ""},
		{"strategy", `summary = "` + strings.Repeat("å", 201) + `"`, "3:11 summary-long (warning)"},
		{"strategy", `id = "Lytt"`, "3:6 id-invalid"},
		{"strategy", `id = "lytt-på-æøå-2"`, ""},
		{"strategy", `order = -1`, "3:9 number-limits"},
		{"strategy", `order = 0`, ""},
		{"strategy", `order = 1.5`, "3:9 type-number"},
		{"strategy", `order = "1"`, "3:9 type-number"},
		{"strategy", `order = 9999999999`, "3:9 number-limits"},
		{"strategy", `tags = "a"`, "3:8 type-list-text"},
		{"strategy", `tags = 3`, "3:8 type-list"},
		{"strategy", `tags = ["a", 3, "", "a", ["b"]]`, "3:14 type-texts; 3:17 text-empty; 3:21 list-repeat (warning); 3:26 type-texts"},
		{"strategy", `tags = ["æ, ø", 3]`, "3:17 type-texts"},
		{"strategy", `tags = [` + strings.Repeat(`"a",`, 201) + `]`, "3:8 list-long"},
		{"strategy", `kind = "strateji"`, "3:8 word-unknown"},
		{"strategy", `kind = "seksjon"`, "3:8 word-unknown"},
		{"strategy", `formerly = ["a", "b c"]`, "3:18 id-invalid"},
		{"strategy", `aliases = ["a.html", "../b.html", "/c.html", "d", "e/.html", "f?.html", "g//h.html", 'C:\i.html', "C:/j.html"]`,
			"3:22 alias-invalid; 3:35 alias-invalid; 3:46 alias-invalid; 3:51 alias-invalid; 3:62 alias-invalid; " +
				"3:73 alias-invalid; 3:86 alias-invalid; 3:99 alias-invalid"},
		{"strategy", `updated = "2026-11-24"`, ""},
		{"strategy", `updated = "24.11.2026"`, "3:11 date-invalid"},
		{"strategy", `updated = "2026-02-30"`, "3:11 date-invalid"},
		{"strategy", `updated = 2026-11-24T10:00:00`, "3:11 date-invalid"},
		{"strategy", `updated = 2026`, "3:11 date-invalid"},
		{"strategy", `draft = "ja"`, "3:9 type-truth"},
		{"strategy", `strategies = ["a", "b.md", "a"]`, "3:20 id-invalid; 3:28 list-repeat (warning)"},
		{"strategy", `next = "a"`, "3:8 type-list-text"},
		{"activity", `minutes = 600`, ""},
		{"activity", `minutes = 0`, "3:11 number-limits"},
		{"activity", `minutes = [1, 601]`, "3:15 number-limits"},
		{"activity", `minutes = [20]`, "3:11 type-range"},
		{"activity", `minutes = [20, 30, 40]`, "3:11 type-range"},
		{"activity", `minutes = [20, "30"]`, "3:16 type-range"},
		{"activity", `minutes = [30, 20]`, "3:11 range-order"},
		{"activity", `minutes = "20-30"`, "3:11 type-range"},
		{"activity", `minutes = 20.5`, "3:11 type-range"},
		{"activity", `people = [2, 201]`, "3:14 number-limits"},
		{"activity", `level = "let"`, "3:9 word-unknown"},
		{"activity", `level = ["lett"]`, "3:9 type-text"},
		{"activity", `phase = "mål"`, "3:9 type-list-text"},
		{"activity", `phase = ["mål", "slutt"]`, "3:17 word-unknown"},
		{"activity", `phase = ["mål", "goal"]`, "3:17 list-repeat (warning)"},
		{"activity", `family = "lek"`, "3:10 word-unknown"},
		{"activity", `materials = "penn"`, "3:13 type-list-text"},
		{"activity", `setting = ["på tur", "online"]`, ""},
		{"activity", `setting = ["på tu"]`, "3:12 word-unknown"},
		{"activity", `setting = "på tur"`, "3:11 type-list-text"},
		{"activity", `needs = ["hva som helst", "hva som helst"]`, "3:27 list-repeat (warning)"},
		{"activity", `needs = [1]`, "3:10 type-texts"},
		{"worksheet", `needs = ["bli kjent"]`, "3:1 key-kind"},
		{"worksheet", `storage = "sky"`, "3:11 word-unknown"},
		{"worksheet", `storage = "kode"`, ""},
		{"worksheet", `keep_months = 120`, ""},
		{"worksheet", `keep_months = 0`, "3:15 number-limits"},
		{"worksheet", `keep_months = 121`, "3:15 number-limits"},
		{"worksheet", `keep_months = "6"`, "3:15 type-number"},
		{"example", `workplace = true`, "3:13 type-text"},
		{"path", `steps = ["a b"]`, "3:10 id-invalid"},
		{"strategy", `farge = "blå"`, "3:1 key-unknown"},
		{"strategy", `  farge = "blå"`, "3:3 key-unknown"},
		{"strategy", `Summary = "a"`, "3:1 key-unknown"},
		{"strategy", `short.er = "a"`, "3:1 key-unknown"},
		{"strategy", `"short" = "a"`, ""},
		{"strategy", `"sh\u006Frt" = "a"`, "3:1 key-unknown"},
		{"strategy", `short = { a = 1 }`, "3:9 type-text"},
		{"strategy", "[theme]\naccent = 3", "3:1 key-table"},
		{"strategy", "[[theme]]\naccent = 3", "3:1 key-table"},
	} {
		text := "+++\ntitle = \"A\"\n" + test.line + "\n+++\n"
		_, _, _, problems := Front("a.md", []byte(text), "nb", test.kind)
		if got := places(problems); got != test.want {
			t.Errorf("%s: %s\n got %s\nwant %s", test.kind, test.line, got, test.want)
		}
	}
}

// Which kinds of pages may have which keys, as the manual's table says it.
func TestKeysOfKinds(t *testing.T) {
	edition := " edition"
	relations := " strategies activities questions worksheets"
	allowed := map[site.Kind]string{
		"strategy":  edition + relations,
		"activity":  "minutes people level phase family materials" + edition + relations,
		"session":   "minutes people level phase materials roles" + edition + relations,
		"questions": "phase" + edition + relations,
		"worksheet": "minutes people phase storage keep_months" + edition + relations,
		"example":   "workplace" + edition + relations,
		"path":      "minutes level steps" + edition + relations,
		"guide":     "minutes" + edition + relations,
		"":          "minutes" + edition + relations,
		"glossary":  edition,
		"resources": edition,
		"section":   edition,
		"front":     "steps" + relations,
	}
	values := map[string]string{
		"minutes": "3", "people": "3", "level": `"lett"`, "phase": `["mål"]`, "family": `"mål"`, "materials": `["a"]`, "roles": `["tidtaker"]`,
		"storage": `"spør"`, "keep_months": "6", "workplace": `"a"`, "steps": `["a"]`, "edition": `"deltaker"`,
		"strategies": `["a"]`, "activities": `["a"]`, "questions": `["a"]`, "worksheets": `["a"]`,
	}
	for kind, keys := range allowed {
		for key, value := range values {
			text := "+++\ntitle = \"A\"\n" + key + " = " + value + "\n+++\n"
			_, _, _, problems := Front("a.md", []byte(text), "nb", kind)
			want := "3:1 key-kind"
			if contains(strings.Fields(keys), key) {
				want = ""
			}
			if got := places(problems); got != want {
				t.Errorf("%s in %q: got %q, want %q", key, kind, got, want)
			}
		}
	}
}

func TestOwnKindDecidesTheKeys(t *testing.T) {
	for _, test := range []struct{ front, want string }{
		{"kind = \"aktivitet\"\nlevel = \"lett\"", ""},
		{"level = \"lett\"\nkind = \"aktivitet\"", ""},
		{"kind = \"ordliste\"\nstrategies = [\"a\"]", "4:1 key-kind"},
	} {
		text := "+++\ntitle = \"A\"\n" + test.front + "\n+++\n"
		_, _, _, problems := Front("a.md", []byte(text), "nb", site.KindStrategy)
		if got := places(problems); got != test.want {
			t.Errorf("%s: got %q, want %q", test.front, got, test.want)
		}
	}
}

func TestTitleIsRequiredOnce(t *testing.T) {
	for _, test := range []struct{ front, want string }{
		{`short = "A"`, "1:1 title-missing"},
		{`tittel = "A"`, "2:1 key-unknown"},
		{`title = ""`, "2:9 text-empty"},
		{`title: A`, "2:1 toml-colon"},
		{"tags = \"a\"\nid = [", "1:1 title-missing; 2:8 type-list-text; 3:6 toml-list"},
	} {
		_, _, _, problems := Front("a.md", []byte("+++\n"+test.front+"\n+++\n"), "nb", "")
		if got := places(problems); got != test.want {
			t.Errorf("%s: got %q, want %q", test.front, got, test.want)
		}
	}
}

func TestSuggestions(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{`titel = "A"`, "(did you mean \"title\"?)"},
		{`nivå = "lett"`, "(did you mean \"level\"?)"},
		{`sammendrag = "a"`, "(did you mean \"summary\"?)"},
		{`level = "kreven"`, "(did you mean \"krevende\"?)"},
		{`next = ["strategier/Bygg tillit.md"]`, "(did you mean \"bygg-tillit\"?)"},
	} {
		_, _, _, problems := Front("a.md", []byte("+++\ntitle = \"A\"\n"+test.line+"\n+++\n"), "nb", site.KindActivity)
		if len(problems) != 1 || !strings.Contains(problems[0].Text("en"), test.want) {
			t.Errorf("%s: %v", test.line, problems)
		}
	}
}
