package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
)

// A worksheet comes out on paper as it was filled in, or blank to be filled in by
// hand, and leads back to its page. The sheet has a field of every kind.
func TestBrowserSheetPaper(t *testing.T) {
	p := &paperTest{browser: startBrowser(t)}
	for _, tool := range []string{"pdftotext", "pdftoppm", "zbarimg"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v\n\"make setup\" installs it", err)
		}
	}
	p.site = p.handbook(t, "[theme]\npaper = \"A4\"\n")
	t.Run("EveryCharacter", p.everyCharacter)
	t.Run("Modes", p.modes)
	t.Run("Choices", p.choices)
	t.Run("BlankByAddress", p.blankByAddress)
	t.Run("WithoutScripts", p.sheetWithoutScripts)
	t.Run("KeptTogether", p.keptTogether)
	t.Run("WayBack", p.wayBack)
	t.Run("Letter", p.letter)
	t.Run("OneSide", p.oneSide)
}

const (
	sheetAddress = "https://fjordvik.example/handbok/arbeidsark/alle-felter.html"
	sheetPage    = "arbeidsark/alle-felter.html"
)

type paperTest struct {
	*browser
	site *server // a handbook that knows its address and has the sheet of every field
}

// handbook serves the bundled handbook with the sheet of every field laid over it.
func (p *paperTest) handbook(t *testing.T, config string) *server {
	t.Helper()
	sheet, err := os.ReadFile("testdata/paper/alle-felter.md")
	if err != nil {
		t.Fatal(err)
	}
	return serveOver(t, map[string]string{
		"site.toml":                            "id = \"paper\"\nurl = \"https://fjordvik.example/handbok\"\n" + config,
		"content/nb/arbeidsark/alle-felter.md": string(sheet),
	})
}

// serveOver serves the handbook with an organisation's files laid over it.
func serveOver(t *testing.T, files map[string]string) *server {
	t.Helper()
	source, out := t.TempDir(), filepath.Join(t.TempDir(), "site")
	for name, text := range files {
		writeFile(t, source, name, text)
	}
	var said bytes.Buffer
	if err := run([]string{"build", "--quiet", "-s", source, "-d", out}, &said, &said); err != nil {
		t.Fatalf("the handbook can't be built: %v\n%s", err, said.Bytes())
	}
	return serve(t, readSite(t, out), "/")
}

// longAnswer has 120 lines, letters of all sorts, and words no line has room for.
func longAnswer() string {
	var lines []string
	for i := range 120 {
		word := "blåbærsyltetøy på brødskiva"
		if i%12 == 5 {
			word = strings.Repeat("Fylkestrafikksikkerhetsutvalgssekretariatsleder", 4)
		}
		lines = append(lines, fmt.Sprintf("%d) Æ Ø Å é ü «%s» – 100 %% & <b>", i+1, word))
	}
	return strings.Join(lines, "\n")
}

func (p *paperTest) everyCharacter(t *testing.T) {
	tab := p.tab(t)
	answer := longAnswer()
	tab.open(p.site.url + sheetPage)
	tab.typeInto(`[data-field="long"] .control`, answer)
	pdf := printed{t, tab.print(t)}
	text := solid(pdf.text())
	for line := range strings.SplitSeq(answer, "\n") {
		if !strings.Contains(text, solid(line)) {
			t.Errorf("not on paper, or not whole: %q", line)
		}
	}
	if n := len(pdf.pages(40)); n < 3 {
		t.Errorf("120 lines have room on %d pages", n)
	}
	pdf.insideMargins(595, 842)
}

// fill answers some of the sheet as a reader does.
func (tab *tab) fill() {
	tab.t.Helper()
	tab.typeInto(`[data-field="long"] .control`, "Det første jeg skrev.\nDet andre jeg skrev.")
	tab.typeInto(`[data-field="short"] .control`, "Korthet")
	tab.click(`[data-field="one"] [data-option="green"]`)
	tab.click(`[data-field="several"] [data-option="compass"]`)
	tab.click(`[data-field="scale"] .step:nth-child(4)`)
	tab.typeInto(`[data-field="table"] tr:nth-child(1) td:nth-child(1) .control`, "Ringe Åse")
}

// printAs prints the sheet from its menu. The dialog that would hold the page until
// the paper is out is left to the test, which prints then.
func (tab *tab) printAs(t *testing.T, mode string) printed {
	t.Helper()
	before := eval[string](tab, `document.documentElement.dataset.print ?? ""`)
	eval[bool](tab, `(window.print = () => document.body.setAttribute("data-dialog", ""), true)`)
	tab.click(".print-menu summary")
	tab.click(`.print-menu [data-mode="` + mode + `"]`)
	if !tab.matches("[data-dialog]") {
		t.Fatalf("choosing %q prints nothing", mode)
	}
	pdf := printed{t, tab.print(t)}
	if eval[string](tab, `document.documentElement.dataset.print ?? ""`) != before || tab.matches(".is-idle") {
		t.Errorf("after printing %q the page is not as it was", mode)
	}
	return pdf
}

func (p *paperTest) modes(t *testing.T) {
	const instruction, hint, note = "Veiledningen står under overskriften.", "Hintet hører til spørsmålet.", "notatet"
	answers := []string{"Det første jeg skrev.", "Det andre jeg skrev.", "Korthet", "Ringe Åse"}
	for _, c := range []struct {
		mode       string
		with, lack []string
		long, none int // lines to write on, as wide as the paper, under two questions
	}{
		{"blank", []string{instruction, hint, "Det ingen svarer på"}, append(answers, note), 6, 4},
		{"filled", append(answers, instruction, hint, "Hva blir stående tomt?"), []string{note}, 0, 0},
		{"spare", append(answers, instruction, hint), []string{note}, 6 + 1, 4},
		{"answers", append(answers, "Hva skjedde?", "Med egne ord", "Grønn"), []string{note, instruction, hint, "Innledningen", "Det ingen svarer på", "tomt?", "Fiolett"}, 0, 0},
	} {
		t.Run(c.mode, func(t *testing.T) {
			tab := p.tab(t)
			tab.open(p.site.url + sheetPage)
			tab.fill()
			pdf := tab.printAs(t, c.mode)
			text := solid(pdf.text())
			for _, s := range c.with {
				if !strings.Contains(text, solid(s)) {
					t.Errorf("not on paper: %q", s)
				}
			}
			for _, s := range c.lack {
				if strings.Contains(text, solid(s)) {
					t.Errorf("on paper, but should not be: %q", s)
				}
			}
			if got := pdf.linesUnder("skjedde?", "kaller", .75); got != c.long {
				t.Errorf("%d lines for a long answer, not %d", got, c.long)
			}
			if strings.Contains(text, "tomt?") {
				if got := pdf.linesUnder("tomt?", "Valg", .75); got != c.none {
					t.Errorf("%d lines where nothing is answered, not %d", got, c.none)
				}
				if pdf.linesUnder("tomt?", "Valg", .25) == 0 {
					t.Error("there is no line at all where nothing is answered")
				}
			}
			pdf.insideMargins(595, 842)
		})
	}
}

// choices compares the ink of what was chosen with that of its neighbours.
func (p *paperTest) choices(t *testing.T) {
	tab := p.tab(t)
	tab.open(p.site.url + sheetPage)
	tab.fill()
	chosen := printed{t, tab.print(t)}
	darker := func(pdf printed, yes, no string, left, right float64) bool {
		return pdf.ink(yes, left, right) > 1.4*pdf.ink(no, left, right)
	}
	for _, c := range []struct {
		yes, no     string
		left, right float64 // the mark as seen from the word, in millimetres
	}{{"Grønn", "Oransje", -9, -1}, {"Kompass", "Kniv", -9, -1}, {"14", "15", -3, 6.5}} {
		if !darker(chosen, c.yes, c.no, c.left, c.right) {
			t.Errorf("%q was chosen, but looks like %q", c.yes, c.no)
		}
		if darker(tab.printAs(t, "blank"), c.yes, c.no, c.left, c.right) {
			t.Errorf("on a blank sheet %q is marked", c.yes)
		}
	}
}

func (p *paperTest) blankByAddress(t *testing.T) {
	tab := p.tab(t)
	tab.open(p.site.url + sheetPage + "?print=blank")
	tab.fill()
	if !tab.visible(".print-note") {
		t.Error("nothing says that the sheet will be printed blank")
	}
	if strings.Contains(solid(printed{t, tab.print(t)}.text()), "Korthet") {
		t.Error("the address asks for a blank sheet, and answers are printed")
	}
	if text := solid(tab.printAs(t, "filled").text()); !strings.Contains(text, "Korthet") {
		t.Error("the menu asks for the answers, and a blank sheet is printed")
	}
}

func (p *paperTest) sheetWithoutScripts(t *testing.T) {
	tab := p.tab(t)
	tab.scripts(false)
	tab.open(p.site.url + sheetPage)
	blank := printed{t, tab.print(t)}
	if got := blank.linesUnder("skjedde?", "kaller", .75); got != 6 {
		t.Errorf("%d lines for a long answer without scripts, not 6", got)
	}
	tab.fill()
	eval[bool](tab, `(document.querySelector('[data-field="date"] .control').focus(), true)`)
	tab.press("12242026\t")
	answer := longAnswer()
	tab.typeInto(`[data-field="silent"] .control`, answer)
	tab.until(fmt.Sprintf(`document.querySelector('[data-field="silent"] .control').value.length === %d`, len(utf16.Encode([]rune(answer)))))
	pdf := printed{t, tab.print(t)}
	text := solid(pdf.text())
	for _, s := range append(strings.Split(answer, "\n"), "Det første jeg skrev.", "Det andre jeg skrev.", "Korthet", "Ringe Åse", "2026") {
		if !strings.Contains(text, solid(s)) {
			t.Errorf("not on paper without scripts: %q", s)
		}
	}
	if pdf.ink("Grønn", -9, -1) < 1.4*pdf.ink("Oransje", -9, -1) || pdf.ink("14", -3, 6.5) < 1.4*pdf.ink("15", -3, 6.5) {
		t.Error("what was chosen without scripts can't be told from what was not")
	}
}

// keptTogether moves a question down the page, line by line: wherever it comes to
// stand, room to write stands under it on the same page.
func (p *paperTest) keptTogether(t *testing.T) {
	tab := p.tab(t)
	tab.open(p.site.url + sheetPage)
	for step := range 12 {
		eval[bool](tab, fmt.Sprintf(`(document.querySelector('[data-field="long"]').style.marginBlockStart = "%dmm", true)`, 100+step*8))
		if n := (printed{t, tab.print(t)}).linesUnder("skjedde?", "kaller", .75); n < 2 {
			t.Errorf("%d mm down: %d lines to write on under the question on its page", 100+step*8, n)
		}
	}
}

// wayBack reads the QR code off the paper.
func (p *paperTest) wayBack(t *testing.T) {
	tab := p.tab(t)
	tab.open(p.site.url + sheetPage + "?print=blank#copy=0123456789abcdef")
	tab.fill()
	for _, dpi := range []int{150, 300} {
		pdf := printed{t, tab.print(t)}
		got := strings.TrimSpace(string(output(t, "zbarimg", "--quiet", "--raw", pdf.raster(dpi)[0])))
		if got != sheetAddress {
			t.Errorf("at %d dots an inch the code says %q", dpi, got)
		}
		if !strings.Contains(solid(pdf.text()), solid(sheetAddress)) {
			t.Error("the address does not stand in plain text")
		}
	}
	tab.media("print", "light")
	if mm := eval[float64](tab, `(() => {
		const code = document.querySelector(".sheet-qr");
		return code.clientWidth * code.firstChild.getBBox().width / code.viewBox.baseVal.width / 96 * 25.4;
	})()`); mm < 22 {
		t.Errorf("the code is %.1f mm wide", mm)
	}
	tab = p.tab(t)
	tab.open(p.root.url + "arbeidsark/samtaleark.html?x=1#f-goal") // a handbook that does not know its address
	text := solid(printed{t, tab.print(t)}.text())
	if tab.matches(".sheet-qr") || !strings.Contains(text, solid(p.root.url+"arbeidsark/samtaleark.html")) || strings.Contains(text, "x=1") {
		t.Error("without a url there should be the page's address as the browser has it, and no code")
	}
}

func (p *paperTest) letter(t *testing.T) {
	site := p.handbook(t, "[theme]\npaper = \"Letter\"\n")
	tab := p.tab(t)
	tab.open(site.url + sheetPage)
	tab.fill()
	printed{t, tab.print(t)}.insideMargins(612, 792)
}

// oneSide holds that the short sheets stand on one side of A4, with the code that leads
// back to them: two more questions on a sheet of their own are left in the printer.
func (p *paperTest) oneSide(t *testing.T) {
	tab := p.tab(t)
	for _, name := range []string{"arbeidsark/handlingsplan.html", "arbeidsark/sjekkpunkt.html", "en/worksheets/action-plan.html", "en/worksheets/check-in.html"} {
		tab.open(p.site.url + name)
		if n := len(printed{t, tab.print(t)}.pages(20)); n != 1 {
			t.Errorf("%s takes %d sides", name, n)
		}
	}
}

// solid is a text without white space, which typesetting may change.
func solid(text string) string {
	return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), "")
}
