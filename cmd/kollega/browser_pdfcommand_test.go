package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// "kollega pdf" prints what a reader would print, as a file that is whole, can be read
// aloud, and knows nothing of the machine it was made on.
func (b *browser) pdfCommand(t *testing.T) {
	for _, tool := range []string{"pdftotext", "pdfinfo", "qpdf"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v\n\"make setup\" installs it", err)
		}
	}
	t.Run("Page", b.pdfOfPage)
	t.Run("Notes", b.pdfOfNotes)
	t.Run("Fillable", b.pdfToFillIn)
	t.Run("Section", b.pdfOfSection)
	t.Run("Cards", b.pdfOfCards)
	t.Run("Session", b.pdfOfSession)
	t.Run("Kit", b.pdfOfKit)
	t.Run("Overfull", b.pdfOverfull)
	t.Run("Worksheets", b.pdfOfWorksheets)
}

// pdfOf runs the command and returns the file and what was said.
func pdfOf(t *testing.T, args ...string) (file, said string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "ut", "fil.pdf")
	var words bytes.Buffer
	if err := run(append([]string{"pdf", "-o", file}, args...), &words, &words); err != nil {
		t.Fatalf("kollega pdf %s: %v\n%s", strings.Join(args, " "), err, words.Bytes())
	}
	return file, words.String()
}

// wellMade holds what every file is to have, and returns its text.
func wellMade(t *testing.T, file, lang, title string) string {
	t.Helper()
	output(t, "qpdf", "--check", file)
	info := string(output(t, "pdfinfo", file))
	for _, s := range []string{"Tagged:          yes", "Title:           " + title} {
		if !strings.Contains(info, s) {
			t.Errorf("the file does not say %q of itself:\n%s", s, info)
		}
	}
	plain := string(output(t, "qpdf", "--qdf", "--object-streams=disable", file, "-"))
	if !strings.Contains(plain, "/Lang ("+lang+")") {
		t.Errorf("the file does not say that it is in %s", lang)
	}
	for _, s := range []string{"127.0.0.1", "localhost", "kollega.invalid"} {
		if strings.Contains(plain, s) {
			t.Errorf("the file knows of %s", s)
		}
	}
	return string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"))
}

func (b *browser) pdfOfPage(t *testing.T) {
	const site = "https://fjordvik.example/handbok"
	file, said := pdfOf(t, "strategier/lytt", "--url", site, "--lang", "nb")
	if !strings.Contains(said, file+" er skrevet: sider: ") {
		t.Errorf("nothing is said of the file:\n%s", said)
	}
	text := wellMade(t, file, "nb", "Lytt – Kollega")
	tab := b.tab(t)
	tab.open(b.root.url + "strategier/lytt.html")
	tab.media("print", "light")
	for _, piece := range eval[[]string](tab, printedTexts) {
		if !strings.Contains(letters(text), letters(piece)) {
			t.Errorf("not in the file: %q", piece)
		}
	}
	if pages := strings.Count(text, "\f"); !strings.Contains(text, "1 / ") || pages < 2 {
		t.Errorf("%d pages, and the first is not numbered", pages)
	}
	plain := string(output(t, "qpdf", "--qdf", "--object-streams=disable", file, "-"))
	if !strings.Contains(plain, "("+site+"/aktiviteter/") {
		t.Error("no link leads to an activity where the site is published")
	}
	outline := string(output(t, "qpdf", "--json", "--json-key=outlines", file))
	for _, heading := range eval[[]string](tab, `[...document.querySelectorAll("main h1, main .prose h2")].map((h) => h.firstChild.textContent.trim())`) {
		var quoted []byte
		quoted, _ = json.Marshal(heading) // of a string
		if !strings.Contains(outline, string(bytes.Trim(quoted, `"`))) {
			t.Errorf("the outline lacks %q", heading)
		}
	}
	if aloud := string(output(t, "pdfinfo", "-struct", file)); !strings.Contains(aloud, "H1") || !strings.Contains(aloud, "H2") || !strings.Contains(aloud, "LI") {
		t.Error("the tags have no headings or lists")
	}
}

func (b *browser) pdfOfNotes(t *testing.T) {
	page := b.pageWith(t, `<details class="facilitator`)
	notes := func(args ...string) string {
		file, _ := pdfOf(t, append([]string{page, "--alone"}, args...)...)
		return letters(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-")))
	}
	tab := b.tab(t)
	tab.open(b.root.url + page)
	note := letters(eval[string](tab, `[...document.querySelectorAll(".facilitator > p")].flatMap((p) => [...p.childNodes]).find((n) => n.nodeType === 3 && n.data.trim().length > 20).data`))
	if strings.Contains(notes(), note) {
		t.Errorf("%s is printed with its notes", page)
	}
	if !strings.Contains(notes("--notes"), note) {
		t.Errorf("%s is printed without its notes", page)
	}
	if strings.Contains(notes("--notes", "--edition", "participant"), note) {
		t.Errorf("participants get the notes of %s", page)
	}
}

// pdfOfSection holds that each number in the contents is that of the page where the
// heading really stands, and that what is to be left out is not there.
func (b *browser) pdfOfSection(t *testing.T) {
	file, _ := pdfOf(t, "strategier", "--without", "celebrate-wins")
	pages := strings.Split(wellMade(t, file, "nb", ""), "\f")
	contents := regexp.MustCompile(`(?m)^(\d\.\d+|\d+) (\S.*?)\s*(\d+)$`)
	found := 0
	for _, page := range pages[:3] {
		for _, m := range contents.FindAllStringSubmatch(page, -1) {
			found++
			n, _ := strconv.Atoi(m[3]) // only digits
			if n > len(pages) || !strings.Contains(solid(pages[n-1]), solid(m[1]+m[2])) {
				t.Errorf("the contents say that %q stands on page %d, which it does not", m[1]+" "+m[2], n)
			}
		}
	}
	if found < 8 {
		t.Errorf("only %d lines of contents:\n%s", found, strings.Join(pages[:3], "\n"))
	}
	if strings.Contains(strings.Join(pages[:3], ""), "Feir framgangen") {
		t.Error("a page that was to be left out is in the contents")
	}
}

// pdfOfCards prints the cards of a bank, each question on one.
func (b *browser) pdfOfCards(t *testing.T) {
	file, said := pdfOf(t, "--cards", "sporsmal/oss-to", "--per", "4", "--paper", "letter")
	if strings.Contains(said, "pdf-overflow") {
		t.Errorf("questions of ours have not room enough:\n%s", said)
	}
	text := letters(wellMade(t, file, "nb", ""))
	tab := b.tab(t)
	tab.open(b.root.url + "sporsmal/oss-to.html")
	questions := eval[[]string](tab, `[...document.querySelectorAll(".question-text")].map((q) => { q.querySelectorAll(".term-card").forEach((card) => card.remove()); return q.textContent })`)
	if len(questions) < 10 {
		t.Fatalf("only %d questions", len(questions))
	}
	for _, q := range questions {
		if !strings.Contains(text, letters(q)) {
			t.Errorf("no card asks %q", q)
		}
	}
	if size := (printed{t, file}).size(); size != [2]int{612, 792} {
		t.Errorf("the paper is %v points, not that of Letter", size)
	}
}

// acroform is what qpdf tells of a form.
type acroform struct {
	AcroForm struct{ Fields []acrofield }
}

// acrofield is a box of a form.
type acrofield struct {
	FullName, AlternativeName         string
	IsCheckbox, IsRadioButton, IsText bool
	PagePosFrom1                      int
}

// pdfToFillIn prints the sheet with a field of every kind, and writes on it.
func (b *browser) pdfToFillIn(t *testing.T) {
	source := t.TempDir()
	sheet, err := os.ReadFile("testdata/paper/alle-felter.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"site.toml": "id = \"paper\"\n", "content/nb/arbeidsark/alle-felter.md": string(sheet)} {
		file := filepath.Join(source, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	file, said := pdfOf(t, "-s", source, "every-field", "--fillable", "--lang", "nb")
	if !strings.Contains(said, "felter til å fylle ut") || !strings.Contains(said, "Det mest tilgjengelige skjemaet er siden i håndboka") {
		t.Errorf("nothing is said of the form:\n%s", said)
	}
	text := wellMade(t, file, "nb", "Alle slags felter")
	for _, s := range []string{"Hva skjedde?", "Grønn", "Kompass", "Underskrift"} {
		if !strings.Contains(text, s) {
			t.Errorf("not in the file: %q", s)
		}
	}
	if strings.Contains(text, "notatet") {
		t.Error("the facilitator's note is in the file")
	}
	var form acroform
	if err := json.Unmarshal(output(t, "qpdf", "--json", "--json-key=acroform", file), &form); err != nil {
		t.Fatal(err)
	}
	kinds, asked := map[string]string{}, map[string]string{}
	for _, f := range form.AcroForm.Fields {
		kind := map[[3]bool]string{{true, false, false}: "tick", {false, true, false}: "radio", {false, false, true}: "text"}[[3]bool{f.IsCheckbox, f.IsRadioButton, f.IsText}]
		kinds[f.FullName], asked[f.FullName] = kind, f.AlternativeName
		if f.PagePosFrom1 == 0 {
			t.Errorf("%s stands on no page", f.FullName)
		}
	}
	want := map[string]string{
		"sheet-head-1": "text", "sheet-head-2": "text", "sheet-head-3": "text",
		"long": "text", "short": "text", "date": "text", "silent": "text", "one": "radio", "scale": "radio",
		"several.knife": "tick", "several.compass": "tick", "several.map": "tick",
	}
	for _, row := range []string{"1", "2", "3", "4"} {
		want["table.action-"+row], want["table.when-"+row] = "text", "text"
	}
	for name, kind := range want {
		if kinds[name] != kind {
			t.Errorf("%s is %q, not %q", name, kinds[name], kind)
		}
	}
	for name := range kinds {
		if want[name] == "" {
			t.Errorf("there is a field %s that nobody has asked for", name)
		}
	}
	for name, question := range map[string]string{
		"sheet-head-1": "Navn", "long": "Hva skjedde?", "one": "Hvem er du i dag?: Oransje", "several.knife": "Hva tok du med?: Kniv",
		"table.when-2": "Hva gjør du nå?: Når, rad 2",
	} {
		if asked[name] != question {
			t.Errorf("%s is read as %q, not %q", name, asked[name], question)
		}
	}
	tags := string(output(t, "pdfinfo", "-struct", file))
	if boxes := len(form.AcroForm.Fields); strings.Count(tags, "Form\n") != boxes || strings.Contains(tags, "Link") {
		t.Errorf("the tags have %d form fields for %d boxes, or links for some", strings.Count(tags, "Form\n"), boxes)
	}
	b.pdfFilledIn(t, file)
}

// pdfFilledIn writes in fields and ticks a box, as a program that shows the file does.
func (b *browser) pdfFilledIn(t *testing.T, file string) {
	plain := string(output(t, "qpdf", "--qdf", "--object-streams=disable", file, "-"))
	set := func(find, put string) {
		if strings.Count(plain, find) != 1 {
			t.Fatalf("%q stands %d times in the file", find, strings.Count(plain, find))
		}
		plain = strings.Replace(plain, find, put, 1)
	}
	name := func(name string) string { return "/T " + inPDF(name) }
	answers := map[string]string{"short": "Åse på blåbærtur", "long": "Første æøå."}
	for field, answer := range answers {
		set(name(field), name(field)+" /V "+inPDF(answer))
	}
	set("/AcroForm <<", "/AcroForm << /NeedAppearances true") // qpdf draws what is written then
	at := strings.Index(plain, name("compass"))
	object := strings.LastIndex(plain[:at], " obj\n")
	end := object + strings.Index(plain[object:], "endobj")
	plain = plain[:object] + strings.NewReplacer("/AS /Off", "/AS /Yes", "/V /Off", "/V /Yes").Replace(plain[object:end]) + plain[end:]
	changed, filled := filepath.Join(t.TempDir(), "endret.pdf"), filepath.Join(t.TempDir(), "utfylt.pdf")
	if err := os.WriteFile(changed, []byte(plain), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(changed, output(t, "fix-qdf", changed), 0o666); err != nil {
		t.Fatal(err)
	}
	output(t, "qpdf", changed, "--generate-appearances", filled)
	text := string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", filled, "-"))
	for _, answer := range answers {
		if !strings.Contains(text, answer) {
			t.Errorf("what was written does not stand on the sheet: %q", answer)
		}
	}
	before, after := printed{t, file}, printed{t, filled}
	if after.ink("Kompass", -9, -1) < 1.2*before.ink("Kompass", -9, -1) {
		t.Error("a box that is ticked looks as it did")
	}
	if after.ink("Kniv", -9, -1) != before.ink("Kniv", -9, -1) {
		t.Error("a box that is not ticked looks otherwise than it did")
	}
}

// inPDF is a text as it stands in a PDF file, whatever letters it has.
func inPDF(text string) string {
	s := "<feff"
	for _, unit := range utf16.Encode([]rune(text)) {
		s += fmt.Sprintf("%04x", unit)
	}
	return s + ">"
}
