package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kollega/generator/site"
)

// mistake is a text and what is wrong with it. Line 5 is the first of the text.
type mistake struct {
	kind site.Kind
	text string
	want string // "line:col code", for each problem
}

// fieldOf is a field with the id x.
func fieldOf(lines ...string) string { return "```felt x\n" + strings.Join(lines, "\n") + "\n```\n" }

func sheet(text, want string) mistake { return mistake{site.KindWorksheet, text, want} }

func bank(text, want string) mistake { return mistake{site.KindQuestions, "## A\n\n" + text, want} }

func session(text, want string) mistake { return mistake{site.KindSession, text, want} }

func guide(text, want string) mistake { return mistake{site.KindGuide, text, want} }

var mistakes = []mistake{
	session("## A (10 min) {bruk=\"win-round q.lead-keep\"}\n\n## B (5 min) {use=ark}\n\n## C (5 min)\n\n## D", ""),
	session("## A (10 min) {bruk=win-round q.lead-keep}", "5:15 block-form"),
	session("## A (10 min) {bruk = ark}\n\n## B {bruk=”ark”}\n\n## C (5 min) {bruk=ark", "5:15 block-form 7:6 block-form 9:14 block-form"),
	session("## A (10 min) {bruk=\"\"}", "5:22 block-empty"),
	session("## A (10 min) {bruk=\"win-round, q.Lead ark\"}", "5:22 block-id 5:33 block-id"),
	session("## A (10 min) {bruk=\"ark  q.a ark\"}", "5:31 block-twice"),
	session("## A {bruk=ark}", "5:4 block-minutes"),
	session("## A (10 min) {brukt=ark}\n\n## B (10 min) {runde}", "5:16 mark-key 7:16 mark-word"),
	guide("## A (10 min) {bruk=ark}", "5:21 block-kind"),
	bank("## B {bruk=ark}\n\n- A? {=a}", "7:7 mark-key"),
	guide("# Tittel", "5:3 heading-title"),
	guide("## A\n\n#### B", "7:6 heading-jump"),
	guide("## A {#x}\n\n## B {#x}", "7:4 heading-taken"),
	guide("## A {#Ø}", "5:6 heading-id"),
	guide("[a](#b)", "5:1 anchor-missing"),
	guide("Se [a](javascript:b)", "5:4 link-scheme"),
	guide("[a](ms-word:b)", "5:1 link-scheme"),
	guide("[a](//example.org)", "5:1 link-address"),
	guide("[a](/b.md)", "5:1 link-address"),
	guide("[a](b.html)", "5:1 link-file"),
	guide("[a](../../en/b.md)", "5:1 link-outside"),
	guide("![](b.png)", "5:1 image-alt"),
	guide("![a](https://example.org/b.png)", "5:1 image-file"),
	guide("> [!TIPP]\n> a", "5:3 alert-unknown"),
	guide("> [!VEILEDER] a", "5:3 alert-line"),
	guide("> [!VEILEDER]\n> a\n> ---", "5:3 alert-line"),
	guide("> [!Veileder]\n> : a", "5:3 alert-line"),
	guide("> ```\n> [!VEILEDER] a\n> ```\n\n> [!VEILEDER](https://example.org)\n\n> > [!VEILEDER]\n> > a", ""),
	guide("<b>a</b>", "5:1 raw-html 5:5 raw-html"),
	guide("{{ inkluder dette }}", "5:1 include-unknown"),
	guide("{{ bhtt }}", "5:1 value-unknown"),
	guide("Ring {{ bht } nå, {{ bht }} og `{{ x` {{ tlf", "5:6 value-open 5:39 value-open"),
	guide("{{ bht }", "5:1 value-open"),
	guide("{{ bht svarer.", "5:1 value-open"),
	guide("{{ ta inn delt.md }", "5:1 include-unknown"),
	guide("\\{{ er to klammer, {{{ bht }}} er tre.\n\n```\n{{ bht\n```", ""),
	sheet(fieldOf("Ring {{ bht }?", "Svar: kort"), "6:6 value-open"),
	guide("##Mål\n\nTekst\n###3 ting\n\n####### Sju\n\n#emne\n\n##\n\n```\n##a\n```\n\n    ##b", "5:1 heading-space 8:1 heading-space"),
	guide("Se [hva det er](Hva det er.md) og ![a](bilde 1.png).", "5:17 link-space 5:40 link-space"),
	guide("- *a [b](../b c.md#d)*\n\n| [a](b c.md) |\n|---|\n| [a](b_c d_e.md) |", "5:10 link-space 7:7 link-space 9:7 link-space"),
	guide("`[a](b c.md)` [a](b.md \"c d.md\") [a](<b c.md>) [sic](slik det sto) \\[a\\](b c.md) <!-- [a](b c.md) -->", ""),
	guide("<!--\n##a\n[a](b c.md)\n-->", ""),
	sheet("'''felt maal\nHva?\nSvar: kort\n'''", "5:1 field-quotes"),
	sheet("\"\"\" felt maal\n\n”””felt maal\n\n’‘’utfylt ark\n\n´´´felt a", "5:1 field-quotes 7:1 field-quotes 9:1 field-quotes 11:1 field-quotes"),
	sheet("'''felles''' og ”felt”", ""),
	guide("Ring {{ bht }}, {{ bht }} eller {{ tlf }} [a](/b.md)", "5:33 value-unknown 5:43 link-address"),
	guide("{{ kort }} [a](/b.md) {{ bht }}", "5:12 link-address"),
	guide("`{{ tlf }}` og\n\n```\n{{ tlf }}\n```", ""),
	guide("{{ ta inn mangler.md }}", "5:1 include-missing"),
	guide("{{ ta inn ../../en/x.md }}", "5:1 include-outside"),
	guide("{{ ta inn ring.md }}", "1:1 include-cycle"),
	guide("{{ ta inn delt.md }}", "3:1 link-scheme"),
	guide("Se [les mer](https://example.org)", "5:4 link-vague"),
	guide("[**Klikk her!**](#a)\n\n## A", "5:1 link-vague"),
	guide("Se [les mer om tillit](https://example.org)", ""),
	guide("Tekst\n\n| | |\n|---|---|\n| 1 | 2 |", "7:1 table-head"),
	guide("| | A |\n|---|---|\n| 1 | 2 |", ""),
	guide("Fyll ut *de røde\nfeltene* først.", "5:13 colour-only"),
	guide("Grønn tekst er valgfri.", "5:1 colour-only"),
	guide("Se «Røde felt» og mørkrøde felt.", "5:5 colour-only"),
	guide("Det er merka med raudt.", "5:8 colour-only"),
	guide("What is marked in red boxes matters.", "5:9 colour-only"),
	guide("Se de røde feltene («Må fylles ut»).", ""),
	guide("Den røde tråden, et rødt kort og en grønnsak i felt. Gule lapper. Shared in green meadows.", ""),
	guide("Blå\n\nfelt", ""),
	guide("- Født «01819000049»", "5:9 personal-number"),
	guide("- Hei {=b} 018190 00049", "5:12 personal-number"),
	guide("Æ: [Kari](mailto:kari@gmail.com)", "5:18 private-address"),
	sheet(fieldOf("Er 01819000049 ditt?", "Svar: kort"), "6:4 personal-number"),
	guide("a\x00b", "5:2 text-nul"),
	guide("a\xffb", "5:2 text-encoding"),
	guide("a\u202eb", "5:2 text-bidi"),
	guide(strings.Repeat("a\n", 600_000), "0:0 limit-size"),
	guide(strings.Repeat("> ", 101)+"a", "5:1 limit-nesting"),
	guide(strings.Repeat("*a", 2_001), "5:1 limit-inline"),
	guide("|a\n"+strings.Repeat("|-", 201), "6:1 limit-columns"),
	guide("|a\n"+strings.Repeat("|-", 199)+strings.Repeat("\n|", 60), "56:1 limit-cells"),
	guide(fieldOf("Hva?", "Svar: kort"), "5:4 field-outside"),
	{site.KindQuestions, "## A {fase=åpningg}", "5:12 mark-phase"},
	{site.KindQuestions, "## A {faze=åpning}", "5:7 mark-key"},
	bank("- B? {lettt =b}", "7:7 mark-word"),
	bank("- B? {æøå lettt =b}", "7:7 mark-word 7:11 mark-word"),
	bank("- B? {varsomt lett =b}", "7:7 mark-word"),
	bank("- B? {lett dyp =b}", "7:12 mark-depths"),
	bank("- B? {lett fase=maal =b}", "7:17 mark-phase"),
	bank("- B? {lett fasen=mål =b}", "7:12 mark-key"),
	bank("- B? {lett, #a =b}", "7:7 mark-form"),
	bank("- B? {lett #a: =b}", "7:12 mark-form"),
	bank("- B? {lett =b}\n• C? {lett =c}\n– D? {=d}", "8:1 question-line 7:1 question-line"),
	bank("• B?\n\n*\tC? {=c}\n\n– Hei, sa Kari.", "7:1 question-line"),
	bank("1. B? {=b}\n\nC? {=c}", "7:1 question-line 9:1 question-line"),
	bank("- {lett =b} B?\n- C? {lett\n  =c}\n- D {e}? {=d}", "7:3 question-line 8:3 question-line 10:3 question-line"),
	bank("- B? {lett}", "7:3 question-id"),
	bank("- B? {lett =B}", "7:7 question-id-form"),
	bank("- B? {lett =b}\n- C? {=b}", "8:3 question-twice"),
	{site.KindGlossary, "A\n: b\n\nA\n: c", "8:1 term-twice"},
	{site.KindGlossary, "A\n: ", "5:1 term-empty"},
	sheet("```felt\nHva?\nSvar: kort\n```", "5:4 field-id"),
	sheet("```felt Ø x\nHva?\nSvar: kort\n```", "5:4 field-id-form"),
	sheet(fieldOf("Svar: kort"), "5:4 field-label"),
	sheet(fieldOf("Hva?"), "5:4 field-answer"),
	sheet(fieldOf("Hva?", "Svar: lagt"), "7:1 field-type"),
	sheet(fieldOf("Hva?", "Svar: kort", "Sver: x"), "8:1 field-line"),
	sheet(fieldOf("Hva?", "Svar: kort", "Svar: kort"), "8:1 field-twice"),
	sheet(fieldOf("Hva?", "Svar: kort, 3 linjer"), "7:1 field-size"),
	sheet(fieldOf("Hva?", "Svar: langt, 300 linjer"), "7:1 field-size-range"),
	sheet(fieldOf("Hva?", "Svar: skala fem"), "7:1 field-scale"),
	sheet(fieldOf("Hva?", "Svar: skala 5-1"), "7:1 field-scale-range"),
	sheet(fieldOf("Hva?", "Svar: velg én"), "5:4 field-no-options"),
	sheet(fieldOf("Hva?", "Svar: kort", "- A"), "8:1 field-options"),
	sheet(fieldOf("Hva?", "Svar: tabell"), "5:4 field-no-columns"),
	sheet(fieldOf("Hva?", "Svar: kort", "Kolonner: A | B"), "8:1 field-columns"),
	sheet(fieldOf("Hva?", "Svar: velg én", "- A", "- B {=b}"), "8:3 field-choice-id"),
	sheet(fieldOf("Hva?", "Svar: tabell", "Kolonner: A {=a} |  Når"), "8:21 field-choice-id"),
	sheet(fieldOf("Hva?", "Svar: velg én", "- A {=a}", "- B {=a}"), "9:3 field-choice-twice"),
	sheet(fieldOf("Hva?", "Svar: velg én", "- A", "- a"), "8:3 field-choice-id 9:3 field-choice-twice"),
	sheet(fieldOf("Hva?", "Svar: velg én", "- A {=Å}"), "8:3 field-id-form"),
	sheet(fieldOf("Hva?", "Svar: velg én", "Poeng: 1", "- A {=a}", "- B {=b}"), "8:1 field-points-count"),
	sheet(fieldOf("Hva?", "Svar: velg én", "Poeng: x", "- A {=a}"), "8:1 field-points"),
	sheet(fieldOf("Hva?", "Svar: kort", "Hent fra: ark"), "8:1 field-bring"),
	sheet(fieldOf("Hva?", "Svar: kort", "Samles: kanskje"), "8:1 field-yesno"),
	sheet(fieldOf("Hva?", "Svar: kort", "Tidligere: Ø"), "8:1 field-id-form"),
	sheet(fieldOf("Hva?", "Svar: kort", "Tidligere: y, x"), "8:1 field-formerly-taken"),
	sheet("```felt y\nHva?\nSvar: kort\nTidligere: z\n```\n"+fieldOf("Hva?", "Svar: kort", "Tidligere: z"), "13:1 field-formerly-twice"),
	sheet(fieldOf("Hva?", "Svar: sum av y"), "5:4 field-sum"),
	sheet(fieldOf("Se [a](b.md)", "Svar: kort"), "5:4 field-link"),
	sheet("```felt x\nHva?\nSvar: kort\n", "5:4 field-unclosed"),
	sheet(fieldOf("Hva?", "Svar: kort")+fieldOf("Hva?", "Svar: kort"), "9:4 field-id-twice"),
	sheet("____\n", "5:1 field-blank"),
	sheet("Navn:\n\n____________\n", "7:1 field-blank"),
	sheet("- ( ) Ja\n", "5:3 field-blank"),
}

// Every mistake has a code and a place.
func TestMistakesNameTheirPlace(t *testing.T) {
	for _, m := range mistakes {
		var got []string
		for _, p := range convert(m.kind, "nb", m.text).Problems {
			got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Col, p.Code))
		}
		if strings.Join(got, " ") != m.want {
			t.Errorf("%.200q: got %q, want %q", m.text, strings.Join(got, " "), m.want)
		}
	}
}

// What says that somebody is named by number does not do it too.
func TestAPersonalNumberIsInNoMessage(t *testing.T) {
	for _, text := range []string{"Født 01819000049.", "a\n\n- 018190 00049", "| A |\n|---|\n| 01819000049 |", "`01819000049`", "```felt x\n01819000049\nSvar: kort\n```"} {
		problems := convert(site.KindWorksheet, "nb", text).Problems
		if len(problems) != 1 || problems[0].Code != "personal-number" || problems[0].Warning {
			t.Errorf("%q: %v", text, problems)
			continue
		}
		for _, lang := range []string{"nb", "nn", "en"} {
			if line := problems[0].In(lang); strings.Contains(line, "018190") || strings.Contains(line, "00049") {
				t.Error(line)
			}
		}
	}
}

// Every message in full, in the three languages.
func TestMessages(t *testing.T) {
	const name = "testdata/messages.txt"
	got := "Every message of this package, in nb, nn and en. Written by go test -update.\n"
	seen := map[site.Code]bool{}
	for _, m := range mistakes {
		for _, p := range convert(m.kind, "nb", m.text).Problems {
			if !seen[p.Code] {
				seen[p.Code] = true
				got += fmt.Sprintf("\n%s\n%s\n%s\n", p.In("nb"), p.Text("nn"), p.Text("en"))
			}
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	wantLines, gotLines := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(wantLines), len(gotLines)) {
		if i >= len(wantLines) || i >= len(gotLines) || wantLines[i] != gotLines[i] {
			t.Fatalf("%s:%d differs from\n%s", name, i+1, strings.Join(gotLines[min(i, len(gotLines)):min(i+4, len(gotLines))], "\n"))
		}
	}
	for _, code := range site.Codes() {
		for _, prefix := range []string{"field-", "block-form", "block-empty", "block-id", "block-twice", "block-minutes", "block-kind", "link-vague", "image-alt", "table-head", "colour-only", "personal-", "private-", "mark-", "question-", "term-", "heading-", "include-", "value-", "text-b", "text-nul"} {
			if strings.HasPrefix(string(code), prefix) && !seen[code] && !strings.HasPrefix(string(code), "field-bring-") {
				t.Errorf("%s is never provoked", code)
			}
		}
	}
}
