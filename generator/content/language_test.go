package content

import "testing"

func TestTheLanguageOfABrokenFile(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"title = \"A\"\n":               "",
		"language = \"nn\"\n":           "nn",
		"language = nb\n":               "nb",
		"language = “en” # our own\n":   "en",
		"language = \"no\"\n":           "nb",
		"language = \"Nynorsk\"\n":      "nn",
		"language = \"se\"\n":           "se",
		"language = 3\n":                "",
		"title = \"A\nlanguage = 'nn'":  "nn",
		"[workbook]\nlanguage = \"nn\"": "nn",
		"[values]\nlanguage = \"en\"":   "",
		"[x\nlanguage = \"nn\"":         "nn",
		"\xff\xfel\x00":                 "",
	} {
		if got := Language(File{"site.toml", []byte(text)}); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestADayAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]string{
		"30.11.2026": "2026-11-30", "1.2.26": "2026-02-01", "30. 11. 2026": "2026-11-30", "30/11 2026": "2026-11-30",
		"30-11-2026": "2026-11-30", "31.11.2026": "", "30-11-26": "", "20-30": "", "1.5": "",
	} {
		got, ok := dayMeant(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v, want %q", text, got, ok, want)
		}
	}
}
