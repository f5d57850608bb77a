package content

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"kollega/generator/site"
)

// checkPlaces fails when a problem has no text or stands outside its file.
func checkPlaces(t *testing.T, data []byte, problems []site.Problem) {
	t.Helper()
	lines := strings.Split(strings.TrimPrefix(string(data), byteOrderMark), "\n")
	for _, p := range problems {
		if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > 1+utf8.RuneCountInString(lines[p.Line-1]) {
			t.Errorf("%s stands outside a file of %d lines", p, len(lines))
		}
		for _, lang := range []string{"nb", "nn", "en"} {
			if text := p.Text(lang); strings.Contains(text, "%!") && !bytes.Contains(data, []byte("%")) || strings.ContainsFunc(text, isControl) {
				t.Errorf("%s: %q", p.Code, text)
			}
		}
	}
}

func FuzzFront(f *testing.F) {
	kinds := site.Kinds()
	for i, text := range []string{activity, "---\ntitle: A\n---\n", "+++\ntitle = \"A\nb = [[[[\n+++\nx", "\ufeff+++\r\n+++\r\n",
		"+++\na = {b = [1, {c = '''x\n'''}]}\n[x.\"y\"]\n[[z]]\n+++", "+++\nminutes = 20-30\nnivå = lett\n+++", "\xff\xfe+\x00"} {
		f.Add([]byte(text), uint8(i))
	}
	for _, p := range provocations {
		if p.front != "" && len(p.front) < 1000 { // long seeds make for slow fuzzing
			f.Add([]byte(p.front), uint8(0))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, kind uint8) {
		front, body, line, problems := Front("a.md", text, "nb", kinds[int(kind)%len(kinds)])
		if !bytes.HasSuffix(text, body) {
			t.Errorf("the body %q is no end of the text", body)
		}
		if before := text[:len(text)-len(body)]; line != 1+bytes.Count(before, []byte("\n")) {
			t.Errorf("the body does not begin at line %d", line)
		}
		if front.Title == "" && len(problems) == 0 {
			t.Error("no title and no problem")
		}
		checkPlaces(t, text, problems)
	})
}

func FuzzConfig(f *testing.F) {
	f.Add([]byte("id = \"a\"\ntitle = \"A\"\n[titles]\nnb = \"B\"\n[theme]\naccent = \"#000000\"\n"))
	f.Add([]byte("a.b.c = 1\n\"x.y\".'z' = [\n1, # c\n2]\n[[q]]\nr = { s = 1,\n t = 2 }\n"))
	for _, p := range provocations {
		if p.config != "" {
			f.Add([]byte(p.config))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		config, problems := Config([]File{{"site.toml", data}})
		if len(config.Languages) == 0 || config.Languages[0] != config.Language {
			t.Errorf("languages %v, default %q", config.Languages, config.Language)
		}
		checkPlaces(t, data, problems)
		_, problems = Texts([]File{{"texts.toml", data}})
		checkPlaces(t, data, problems)
		checkScan(t, data)
	})
}

// checkScan fails when the TOML library reads a key that the scanner does not
// see: it would be believed unwritten.
func checkScan(t *testing.T, data []byte) {
	d, _ := open(File{"site.toml", data}, configLimits)
	if d == nil || d.partial || bytes.ContainsRune(data, '\\') { // keys with escapes are shown as written
		return
	}
	seen := map[string]bool{}
	for _, e := range d.entries {
		first, _, _ := strings.Cut(e.path, sep)
		seen[first] = true
		if list, isList := d.lookup(e.path).([]any); isList && !e.header && d.text[e.value.at] == '[' {
			if n := len(elements(d.text, e.value)); n != len(list) {
				t.Errorf("%s has %d elements, the scanner sees %d", shown(e.path), len(list), n)
			}
		}
	}
	for key := range d.values {
		if !seen[key] {
			t.Errorf("the scanner does not see %q", key)
		}
	}
}
