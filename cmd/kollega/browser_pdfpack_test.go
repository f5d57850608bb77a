package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// notPDF runs the command, which is to fail, and returns what was said. No file may be
// written.
func notPDF(t *testing.T, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "fil.pdf")
	var words bytes.Buffer
	err := run(append([]string{"pdf", "-o", file}, args...), &words, &words)
	if code := tell(err, &words); code != 1 {
		t.Errorf("kollega pdf %s ends with %d:\n%s", strings.Join(args, " "), code, words.Bytes())
	}
	if _, err := os.Stat(file); err == nil {
		t.Errorf("kollega pdf %s wrote a file", strings.Join(args, " "))
	}
	return words.String()
}

// pdfOfSession prints a ready-made session, with what it uses.
func (b *browser) pdfOfSession(t *testing.T) {
	file, _ := pdfOf(t, "okter/en-time-for-fire", "--lang", "nb")
	text := letters(wellMade(t, file, "nb", ""))
	for _, s := range []string{"En time for fire", "Begynn med det som virket", "Seiersrunden", "Handlingsplan", "Varianter"} {
		if !strings.Contains(text, letters(s)) {
			t.Errorf("the pack lacks %q", s)
		}
	}
	const note = "Du leder økta og er med i et par"
	if !strings.Contains(text, letters(note)) {
		t.Error("the pack lacks the notes for whoever leads")
	}
	file, _ = pdfOf(t, "okter/en-time-for-fire", "--notes=false")
	if strings.Contains(letters(wellMade(t, file, "nb", "")), letters(note)) {
		t.Error("the notes are there that were to be left out")
	}
}

// pdfOfKit prints a session that was saved as a file. One that names what is not there, and
// one that is none, is not printed at all.
func (b *browser) pdfOfKit(t *testing.T) {
	data, err := os.ReadFile("../../generator/testdata/kits.json")
	if err != nil {
		t.Fatal(err)
	}
	var samples []struct{ Text string }
	if err := json.Unmarshal(data, &samples); err != nil {
		t.Fatal(err)
	}
	var kit bytes.Buffer
	if err := json.Indent(&kit, []byte(samples[0].Text), "", " "); err != nil {
		t.Fatal(err)
	}
	written := func(text string) string {
		name := filepath.Join(t.TempDir(), "fagdag.kollega-kit.json")
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	file, _ := pdfOf(t, written(kit.String()), "--lang", "nb")
	text := letters(wellMade(t, file, "nb", "Fagdag på Åsen – "))
	for _, s := range []string{"Fagdag på Åsen", "09:00–10:00", "Åse", "Begynn selv", "Seiersrunden", "Varianter", "Samtaleark", "Hva er det egentlig som skjer?"} {
		if !strings.Contains(text, letters(s)) {
			t.Errorf("the pack lacks %q", s)
		}
	}
	for _, s := range []string{"Skriv ut pakken", "Legg til:"} {
		if strings.Contains(text, letters(s)) {
			t.Errorf("the pack has %q of the screen", s)
		}
	}
	wrong := written(strings.NewReplacer(`"win-round"`, `"win-rund"`, "q.lead-keep", "q.lead-kept", `"facilitator"`, `"fasilitator"`).Replace(kit.String()))
	said := notPDF(t, wrong, "--lang", "en")
	for _, s := range []string{
		wrong + ":13:5: pdf-kit-lacks: the session uses “fasilitator”", "did you mean \"facilitator\"?",
		wrong + ":18:7: pdf-kit-lacks: the session uses “win-rund”", "did you mean \"win-round\"?",
		wrong + ":19:7: pdf-kit-lacks: the session uses “q.lead-kept”", "did you mean \"q.lead-keep\"?",
	} {
		if !strings.Contains(said, s) {
			t.Errorf("not said: %s\n%s", s, said)
		}
	}
	for text, want := range map[string]string{"{}": "pdf-kit-none", `{"format":"kollega-kit","version":2}`: "pdf-kit-newer", strings.Repeat(" ", 600_000): "pdf-kit-large"} {
		if said := notPDF(t, written(text)); !strings.Contains(said, want) {
			t.Errorf("not said: %s\n%s", want, said)
		}
	}
	if said := notPDF(t, filepath.Join(t.TempDir(), "borte.json")); !strings.Contains(said, "pdf-kit-unread") {
		t.Error(said)
	}
}

// pdfOverfull names the places in the source of cards that can't hold their texts.
func (b *browser) pdfOverfull(t *testing.T) {
	long, err := os.ReadFile("testdata/deck/lange.md")
	if err != nil {
		t.Fatal(err)
	}
	source := t.TempDir()
	const name = "content/nb/sporsmal/lange.md"
	for file, text := range map[string]string{"site.toml": "id = \"deck\"\n", name: string(long)} {
		file = filepath.Join(source, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	places := func(said string) {
		t.Helper()
		for i, line := range strings.Split(string(long), "\n") {
			is := strings.Contains(line, "=long-words}") || strings.Contains(line, "=long-note}")
			if at := fmt.Sprintf("%s:%d:", name, i+1); is != strings.Contains(said, at) {
				t.Errorf("%s is told of: %t, not %t\n%s", at, !is, is, said)
			}
		}
		if strings.Count(said, "pdf-overflow") != 2 {
			t.Errorf("not two cards are told of:\n%s", said)
		}
	}
	file, said := pdfOf(t, "-s", source, "--cards", "questions-long", "--lang", "nb")
	places(said)
	wellMade(t, file, "nb", "")
	places(notPDF(t, "-s", source, "--cards", "questions-long", "--lang", "nb", "--strict"))
}

// pdfOfWorksheets prints every worksheet, in one file for each of the languages: all that
// the sheets ask is on paper, in the outline, and inside the edges. Two are printed alone.
func (b *browser) pdfOfWorksheets(t *testing.T) {
	for lang, folder := range map[string]string{"nb": "arbeidsark/", "en": "en/worksheets/"} {
		sheets := map[string]askedSheet{}
		for name, data := range b.files {
			if strings.HasPrefix(name, folder) && bytes.Contains(data, []byte(`"fields":[`)) {
				sheets[name] = asksOf(t, name, data)
			}
		}
		if len(sheets) < 18 {
			t.Fatalf("%s has only %d sheets", lang, len(sheets))
		}
		file, _ := pdfOf(t, "--worksheets", "--language", lang)
		pdf := printed{t, file}
		text := letters(wellMade(t, file, lang, ""))
		outline := pdf.outline()
		for name, sheet := range sheets {
			sheet.isOn(t, text, name)
			if !slices.ContainsFunc(outline, func(entry string) bool { return strings.HasSuffix(letters(entry), letters(sheet.title)) }) {
				t.Errorf("%s is not in the outline", name)
			}
		}
		pdf.uncut()
	}
	for page, lang := range map[string]string{"arbeidsark/samtaleark.html": "nb", "en/worksheets/observation-form.html": "en"} {
		file, _ := pdfOf(t, page)
		asksOf(t, page, b.files[page]).isOn(t, letters(wellMade(t, file, lang, "")), page)
		printed{t, file}.uncut()
	}
}

// askedSheet is what a worksheet asks.
type askedSheet struct {
	title string
	texts []string
}

// asksOf reads what a worksheet's page tells its script.
func asksOf(t *testing.T, name string, data []byte) askedSheet {
	t.Helper()
	end := bytes.Index(data, []byte(`"fields":[`))
	end += bytes.Index(data[end:], []byte("</script>"))
	said := data[bytes.LastIndexByte(data[:end], '>')+1 : end]
	type choice struct{ Label string }
	var told struct {
		Sheet struct {
			Title  string
			Fields []struct {
				Label            string
				Options, Columns []choice
			}
		}
	}
	if err := json.Unmarshal(said, &told); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	sheet := askedSheet{title: told.Sheet.Title, texts: []string{told.Sheet.Title}}
	for _, f := range told.Sheet.Fields {
		sheet.texts = append(sheet.texts, f.Label)
		for _, c := range append(f.Options, f.Columns...) {
			sheet.texts = append(sheet.texts, c.Label)
		}
	}
	if len(sheet.texts) < 6 {
		t.Errorf("%s asks only %q", name, sheet.texts)
	}
	return sheet
}

func (s askedSheet) isOn(t *testing.T, paper, name string) {
	t.Helper()
	for _, text := range s.texts {
		if !strings.Contains(paper, letters(text)) {
			t.Errorf("%s: not on paper: %q", name, text)
		}
	}
}

// uncut holds that no page has anything at its edges, where it would be cut off.
func (p printed) uncut() {
	p.t.Helper()
	const dpi, rim = 40, 7 // of a bit more than 4 mm
	pages := p.pages(dpi)
	if len(pages) == 0 {
		p.t.Error("no paper came out")
	}
	for i, page := range pages {
		inside := func(at, all int) bool { return at >= rim && at < all-rim }
		for at, dot := range page.dots {
			if dot < 250 && !(inside(at%page.width, page.width) && inside(at/page.width, page.height)) {
				p.t.Errorf("page %d has something at its edge", i+1)
				break
			}
		}
	}
}
