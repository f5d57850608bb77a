package statement

import (
	"bytes"
	"strings"
	"testing"

	"kollega/generator/site"
)

func facts(lang string) Facts {
	return Facts{
		Site: &site.Config{ID: "a", Formerly: []string{"b", "c"}, Title: "T*t*", Organisation: "O_o_", Contact: "a@b.no", URL: "https://b.no",
			Theme: site.Theme{Accent: "#123456"}, Workbook: site.Workbook{Storage: "ask", KeepMonths: 12}},
		Lang: lang, Program: "1.2.3", Pages: 86, Foreign: 7, Warnings: 3,
		Found: []Found{{"content/nb/a.md:4", "uten [tekst]"}},
		Sheets: []Sheet{{"Vanlig", "v.md", "ask", 12, false}, {"Streng|", "s.md", "none", 12, false}, {"Kort", "", "ask", 2, false},
			{"Tegn", "t.md", "ask", 12, true}},
	}
}

// Each page is there in three languages, of the same parts, with the same blanks, and says
// every fact.
func TestTheLanguagesSayTheSame(t *testing.T) {
	known := map[Page][]string{
		Privacy: {`T\*t\*`, `O\_o\_`, "<a@b.no>", "`kollega-a`", "`kollega-b`", "`kollega-c`", "12", `| [Streng\|](s.md) |`, "| Kort |", "1.2.3"},
		Accessibility: {`T\*t\*`, `O\_o\_`, "<a@b.no>", "<https://b.no>", "`#123456`", "86", ": 7.", ": 3.",
			`content/nb/a.md:4: uten \[tekst\]`, "[Tegn](t.md)", "1.2.3", "320", "1280"},
	}
	for page, says := range known {
		shape := map[string]int{}
		for _, lang := range []string{"nb", "nn", "en"} {
			text, err := Write(page, facts(lang))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range says {
				if !bytes.Contains(text, []byte(want)) {
					t.Errorf("%s in %s does not say %s", page, lang, want)
				}
			}
			if page == Privacy && bytes.Contains(text, []byte("Vanlig")) {
				t.Errorf("%s: a sheet that is as all others is named as stricter", lang)
			}
			if !bytes.Contains(text, []byte("id = \""+page.ID()+"\"\n")) {
				t.Errorf("%s in %s has another id", page, lang)
			}
			for _, part := range []string{"\n## ", "\n- ", "\n| ", "**[", "](", "> [!"} {
				n := strings.Count(string(text), part)
				if lang != "nb" && n != shape[part] {
					t.Errorf("%s: %q stands %d times in nb and %d in %s", page, part, shape[part], n, lang)
				}
				shape[part] = n
			}
			again, _ := Write(page, facts(lang))
			if !bytes.Equal(text, again) {
				t.Errorf("%s in %s is not the same when it is written again", page, lang)
			}
		}
	}
}

func TestWhatIsNotKnownIsABlank(t *testing.T) {
	f := Facts{Site: &site.Config{ID: "a", Title: "T", Workbook: site.Workbook{Storage: "none"}}, Lang: "en", Sheets: []Sheet{{"A", "a.md", "none", 0, false}}}
	for page, blanks := range map[Page][]string{
		Privacy:       {"**[Name of the organisation]**", "**[name or role, e-mail]**"},
		Accessibility: {"**[Name of the organisation]**", "**[address]**", "**[name or role, e-mail]**"},
	} {
		text, err := Write(page, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range blanks {
			if !bytes.Contains(text, []byte(want)) {
				t.Errorf("%s has no blank %s", page, want)
			}
		}
		if bytes.Contains(text, []byte("kollega-a")) || bytes.Contains(text, []byte("stricter")) {
			t.Errorf("%s names what is not there:\n%s", page, text)
		}
	}
}
