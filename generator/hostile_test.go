package generator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

// handbookWith is a small handbook of some files, in one language.
func handbookWith(files map[string]string) fstest.MapFS {
	source := withBundledLook()
	all := map[string]string{
		"site.toml":            "id = \"a\"\ntitle = \"A\"\nbase = \"none\"\n",
		"content/nb/_index.md": "+++\ntitle = \"Forside\"\n+++\n",
	}
	maps.Copy(all, files)
	for name, text := range all {
		source[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return source
}

// A section that is large has no deck of all its cards in the finished site, as it has no
// print: it is made for those who ask for it.
func TestALargeSectionsDeckIsMadeWhenItIsAskedFor(t *testing.T) {
	for _, banks := range []int{mostInSection, mostInSection + 1} {
		files := map[string]string{"content/nb/spor/_index.md": "+++\ntitle = \"Spør\"\nkind = \"spørsmål\"\n+++\n"}
		for i := range banks {
			files[fmt.Sprintf("content/nb/spor/b-%d.md", i)] = fmt.Sprintf("+++\ntitle = \"Bank %d\"\n+++\n## Mål\n\n- Hva vil du nå i sak %d? {=sak-%d}\n", i, i, i)
		}
		h, problems := openAndCheck(handbookWith(files))
		if site.Fatal(problems, false) {
			t.Fatal(problems)
		}
		small := banks == mostInSection
		if got := slices.Contains(h.Names(), "spor/kort.html"); got != small {
			t.Errorf("%d banks: the cards are published: %v", banks, got)
		}
		if got := strings.Contains(pageOf(t, h, "spor/index.html"), `href="kort.html"`); got != small {
			t.Errorf("%d banks: the section has a link to the cards: %v", banks, got)
		}
		if got := len(refsOf(t, h, "spor/kort.html")); got != banks {
			t.Errorf("%d banks have %d cards when they are asked for", banks, got)
		}
		if !slices.Contains(h.Names(), "spor/b-0-kort.html") || !strings.Contains(pageOf(t, h, "spor/b-0.html"), `href="b-0-kort.html"`) {
			t.Errorf("%d banks: one of them has no cards of its own", banks)
		}
	}
}

// A session may call a page what it was called before, and a page may be called as what a
// kit has names of its own for.
func TestAKitNamesPagesAsTheyAreCalled(t *testing.T) {
	h, problems := openAndCheck(handbookWith(map[string]string{
		"content/nb/pause.md": "+++\ntitle = \"Pause\"\nid = \"pause\"\nkind = \"aktivitet\"\n+++\nHvil.\n",
		"content/nb/text.md":  "+++\ntitle = \"Tekst\"\nid = \"text\"\nkind = \"aktivitet\"\nformerly = [\"tekst\"]\n+++\nLes.\n",
		"content/nb/timen.md": "+++\ntitle = \"Timen\"\nid = \"timen\"\nkind = \"økt\"\n+++\n## Hvil (5 min) {bruk=pause}\n\n## Les (5 min) {bruk=tekst}\n\n## Begge (5 min) {bruk=\"pause text\"}\n\n## Pause (5 min)\n\n## Slutt (5 min)\n",
	}))
	if site.Fatal(problems, false) {
		t.Fatal(problems)
	}
	p := h.ids["nb"]["timen"]
	var uses []string
	for _, b := range h.kitBlocks(p) {
		uses = append(uses, strings.Join(b.Uses, "+"))
	}
	if got := strings.Join(uses, ","); got != "pause,text,pause+text,," {
		t.Errorf("the kit is told of %s", got)
	}
}

var bankTold = regexp.MustCompile(`<script type="application/json" data-part="bank">(.*?)</script>`)

// What questions can be chosen by is called as on the rest of the page.
func TestABankSaysPhasesInTheOrganisationsWords(t *testing.T) {
	h, problems := openAndCheck(handbookWith(map[string]string{
		"site.toml":          "id = \"a\"\ntitle = \"A\"\nbase = \"none\"\n[terms]\n\"mål\" = \"ønske\"\n\"lett\" = \"enkelt\"\n",
		"content/nb/spor.md": "+++\ntitle = \"Spør\"\nkind = \"spørsmål\"\n+++\n## Mål {fase=mål}\n\n- Hva vil du? {lett =hva}\n",
	}))
	if site.Fatal(problems, false) {
		t.Fatal(problems)
	}
	var told site.Bank
	if m := bankTold.FindStringSubmatch(pageOf(t, h, "spor.html")); m == nil || json.Unmarshal([]byte(m[1]), &told) != nil {
		t.Fatalf("%q", m)
	}
	if !slices.ContainsFunc(told.Phases, func(w [2]string) bool { return strings.EqualFold(w[1], "ønske") }) {
		t.Errorf("the phases are %q", told.Phases)
	}
	if !slices.ContainsFunc(told.Depths, func(w [2]string) bool { return strings.EqualFold(w[1], "enkelt") }) {
		t.Errorf("the depths are %q", told.Depths)
	}
}

// What is hidden or a draft is in no file: not as a card, a part of a print, a piece, in a
// data file, or by its name in what uses it.
func TestWhatIsHiddenOrADraftIsNowhere(t *testing.T) {
	page := func(front, text string) string { return "+++\n" + front + "\n+++\n" + text }
	for _, draft := range []bool{false, true} {
		mark, hide := "", "hide = [\"skjult-a\", \"skjult-s\", \"skjult-o\", \"skjult-b\", \"bank#bort\", \"timen#bort\", \"runde#bort\", \"ark#bort\"]\n"
		if draft {
			mark, hide = "draft = true\n", ""
		}
		hidden := func(kind, id, more string) string {
			return "title = \"" + secret + id[len("skjult-"):] + "\"\nid = \"" + id + "\"\nkind = \"" + kind + "\"\n" + mark + more
		}
		section := func(text string) string {
			if draft {
				return ""
			}
			return text
		}
		files := map[string]string{
			"site.toml":              "id = \"a\"\ntitle = \"A\"\nbase = \"none\"\nlanguages = [\"nb\", \"nn\"]\n" + hide + "[needs]\nro = \"ro\"\nmot = \"" + secret + "mot\"\n",
			"content/nb/a/_index.md": page("title = \"Aktiviteter\"\nkind = \"aktivitet\"", ""),
			"content/nb/a/runde.md":  page("title = \"Runde\"\nid = \"runde\"\nneeds = [\"ro\"]", "## Hei (5 min)\n\nHei.\n\n"+section("## "+secret+"steg (5 min) {#bort}\n\n"+secret+"steget\n")),
			"content/nb/a/gang.md":   page("title = \"Gang\"\nid = \"gang\"", "Gå.\n"),
			"content/nb/a/skjult.md": page(hidden("aktivitet", "skjult-a", "needs = [\"mot\"]\nmaterials = [\""+secret+"ting\"]\nsummary = \""+secret+"kort\""), secret+"tekst\n"),
			"content/nb/s/_index.md": page("title = \"Ark\"\nkind = \"arbeidsark\"", ""),
			"content/nb/s/ark.md":    page("title = \"Ark\"\nid = \"ark\"", "```felt hva\nHva?\nSvar: kort\n```\n\n"+section("## "+secret+"arkdel {#bort}\n\n```felt "+secret+"felt\n"+secret+"sporsmal?\nSvar: kort\n```\n")),
			"content/nb/s/skjult.md": page(hidden("arbeidsark", "skjult-s", ""), "```felt "+secret+"skjultfelt\n"+secret+"spurt?\nSvar: kort\n```\n"),
			"content/nb/b/_index.md": page("title = \"Spørsmål\"\nkind = \"spørsmål\"", ""),
			"content/nb/b/bank.md":   page("title = \"Bank\"\nid = \"bank\"", "## Hei\n\n- Hei? {=hei}\n\n"+section("## "+secret+"gruppe {#bort}\n\n- "+secret+"spm? {="+secret+"qid}\n")),
			"content/nb/b/skjult.md": page(hidden("spørsmål", "skjult-b", ""), "## "+secret+"bankdel\n\n- "+secret+"bankspm? {=skjult-q}\n"),
			"content/nb/o/_index.md": page("title = \"Økter\"\nkind = \"økt\"", ""),
			"content/nb/o/timen.md":  page("title = \"Timen\"\nid = \"timen\"", "## Åpne (5 min) {bruk=\"runde skjult-a skjult-s skjult-b q.skjult-q q.hei ark\"}\n\nHei.\n\n"+section("## "+secret+"oktdel (5 min) {#bort bruk=gang}\n\n"+secret+"sagt\n")),
			"content/nb/o/skjult.md": page(hidden("økt", "skjult-o", ""), "## "+secret+"oktpost (5 min) {bruk=runde}\n\n"+secret+"okttekst\n"),
			"content/nb/vei.md":      page("title = \"Vei\"\nid = \"vei\"\nkind = \"læringsløp\"\nsteps = [\"runde\", \"timen\"]", "Gå.\n"),
		}
		if draft { // what leads to a draft is a mistake
			files["content/nb/o/timen.md"] = page("title = \"Timen\"\nid = \"timen\"", "## Åpne (5 min) {bruk=\"runde q.hei ark\"}\n\nHei.\n")
		}
		h, problems := openAndCheck(handbookWith(files))
		if site.Fatal(problems, false) {
			t.Fatal(problems)
		}
		words := regexp.MustCompile("(?:" + secret + `|skjult-)[\pL]*`)
		for word, name := range seen(t, publishedFiles(t, h), words) {
			t.Errorf("draft %v: %s is in %s", draft, word, name)
		}
		for _, name := range []string{"utskrift.html", "a/utskrift.html", "o/timen-utskrift.html", "vei-utskrift.html", "b/kort.html", "a/kort.html", "assets/piece-nn-timen.js", "assets/questions-nn.js"} {
			if !slices.Contains(h.Names(), name) {
				t.Errorf("draft %v: there is no %s", draft, name)
			}
		}
	}
}

// hostile are words that would be something else than words in some file.
var hostile = []string{
	`</script><script>alert(1)</script>`, `"); alert(1); ("`, `"; } body{display:none} /*`, `\u2028 \a \`, `{{ hei`, `<!-- x`, `]]>`, `&lt;b&gt; &amp;`,
	`'"` + "`${x}`", "smil 😀 og e\u0301", `</style>`, `*/ x`, `__proto__`, `constructor`, strings.Repeat("lang ", 2000) + "slutt",
}

// inCSS reads a string of a stylesheet.
func inCSS(t *testing.T, text string) string {
	t.Helper()
	return regexp.MustCompile(`\\([0-9a-f]+) `).ReplaceAllStringFunc(text, func(in string) string {
		n, err := strconv.ParseInt(strings.Trim(in, `\ `), 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		return string(rune(n))
	})
}

// straight is a text of Markdown with the quotation marks and dashes that were typed.
func straight(text any) string {
	s, _ := text.(string)
	return strings.NewReplacer("«", `"`, "»", `"`, "’", "'", "–", "--").Replace(s)
}

// called is what a data file calls its function with.
func called(t *testing.T, h *Handbook, name, function string) []any {
	t.Helper()
	text := strings.TrimSuffix(strings.TrimSpace(pageOf(t, h, name)), ";")
	in, found := strings.CutPrefix(text, function+"(")
	var values []any
	if err := json.Unmarshal([]byte("["+strings.TrimSuffix(in, ")")+"]"), &values); !found || err != nil {
		t.Fatalf("%s: %v\n%.300s", name, err, text)
	}
	return values
}

// Whatever an author writes is words in each file that is made of it, and the same words.
func TestHostileWordsAreWords(t *testing.T) {
	files := map[string]string{
		"content/nb/a/_index.md": "+++\ntitle = \"Aktiviteter\"\nkind = \"aktivitet\"\n+++\n", "content/nb/o/_index.md": "+++\ntitle = \"Økter\"\nkind = \"økt\"\n+++\n",
		"content/nb/b/_index.md": "+++\ntitle = \"Spørsmål\"\nkind = \"spørsmål\"\n+++\n",
	}
	escape := strings.NewReplacer(`\`, `\\`, "`", "\\`", "<", `\<`, ">", `\>`, "&", `\&`, "_", `\_`, "*", `\*`, "[", `\[`, "]", `\]`, "{", `\{`, `"`, `\"`, "'", `\'`, "$", `\$`)
	for i, words := range hostile {
		title, _ := json.Marshal(words)
		front := fmt.Sprintf("+++\norder = %d\ntitle = %s\n", i+1, bytes.NewBuffer(title))
		files[fmt.Sprintf("content/nb/a/a-%d.md", i)] = front + fmt.Sprintf("materials = [%s]\n+++\n## %s {#x}\n\nHei.\n", bytes.NewBuffer(title), escape.Replace(words))
		files[fmt.Sprintf("content/nb/o/o-%d.md", i)] = front + fmt.Sprintf("+++\n## %s (5 min) {bruk=a-%d}\n\nHei.\n", escape.Replace(words), i)
		files[fmt.Sprintf("content/nb/b/b-%d.md", i)] = front + fmt.Sprintf("+++\n## %s\n\n- %s {=spm-%d}\n\n  %s\n", escape.Replace(words), escape.Replace(words), i, escape.Replace(words))
	}
	h, problems := openAndCheck(handbookWith(files))
	if site.Fatal(problems, false) {
		t.Fatal(problems)
	}
	activities := called(t, h, "assets/activities-nb.js", "kollegaActivities")[0].(map[string]any)
	if got := activities["titles"]; got != strings.Join(hostile, "\n") {
		t.Errorf("the activities are %q", got)
	}
	if got := activities["materials"].([]any)[0]; got != strings.Join(hostile, "\n") {
		t.Errorf("the materials are %q", got)
	}
	questions := called(t, h, "assets/questions-nb.js", "kollegaQuestions")[0].(map[string]any)
	deck := straight(html.UnescapeString(tags.ReplaceAllString(pageOf(t, h, "b/kort.html"), " ")))
	okt := pageOf(t, h, "okt.html")
	for i, words := range hostile {
		for what, got := range map[string]any{
			"question": questions["texts"].([]any)[i], "note": questions["notes"].(map[string]any)[fmt.Sprint(i)].([]any)[0],
			"bank": questions["banks"].([]any)[i].(map[string]any)["title"], "group": questions["groups"].([]any)[i].(map[string]any)["title"],
		} {
			if straight(got) != words {
				t.Errorf("a %s is %.100q, not %.100q", what, got, words)
			}
		}
		if n := strings.Count(deck, words); n < 2 {
			t.Errorf("%.100q is %d times among the cards", words, n)
		}
		for _, id := range []string{fmt.Sprintf("a-%d", i), fmt.Sprintf("o-%d", i)} {
			piece := called(t, h, "assets/piece-nb-"+id+".js", "kollegaPiece")
			if text := html.UnescapeString(tags.ReplaceAllString(piece[1].(string), " ")); piece[0] != id || strings.Count(straight(text), words) < 2 {
				t.Errorf("%v: %.100q is not the title and a heading of its piece", piece[0], words)
			}
		}
	}
	var told site.Bench
	scripts := regexp.MustCompile(`<script type="application/json" data-part="site">(.*?)</script>`).FindStringSubmatch(okt)
	if scripts == nil || json.Unmarshal([]byte(scripts[1]), &told) != nil || len(told.Kit.Pages) != len(hostile) {
		t.Fatal("what the kit is told can't be read")
	}
	for i, p := range told.Kit.Pages {
		if p.Title != hostile[i] || straight(p.Blocks[0].Title) != hostile[i] {
			t.Errorf("the kit is told of %.100q with %.100q", p.Title, p.Blocks[0].Title)
		}
	}
	line := regexp.MustCompile(`^(?:@page ch\d+:(?:left|right) \{ @top-(?:left|right) \{ content: "((?:[^"\\<\n\r\f]|\\[0-9a-f]+ )*)" \} \}|\.ch-\d+ \{ page: ch\d+ \})$`)
	found := map[string]bool{}
	for _, text := range strings.Split(strings.TrimSpace(pageOf(t, h, "a/utskrift.css")), "\n") {
		m := line.FindStringSubmatch(text)
		if m == nil {
			t.Fatalf("a line of the stylesheet is %q", text)
		}
		found[inCSS(t, m[1])] = true
	}
	for _, words := range hostile {
		if !found[words] {
			t.Errorf("%.100q is not in the margin of a print", words)
		}
	}
}

// What lies where the handbook puts something of its own is told of, at the file that can
// have another name or id, and is not written over.
func TestWhatIsMadeTakesNobodysPlace(t *testing.T) {
	page := func(front string) string { return "+++\ntitle = \"A\"\n" + front + "+++\nHei.\n" }
	bank := "+++\ntitle = \"B\"\nkind = \"spørsmål\"\n+++\n## A\n\n- Hei %s? {=%[1]s}\n"
	source := handbookWith(map[string]string{
		"content/nb/b/_index.md": page("kind = \"spørsmål\"\n"), "content/nb/b/x.md": fmt.Sprintf(bank, "x"), "content/nb/b/x-kort.md": page("kind = \"guide\"\n"), "content/nb/b/kort.md": page("kind = \"guide\"\n"),
		"content/nb/utskrift.md": page(""), "content/nb/okt.md": page(""), "content/nb/s.md": page("kind = \"arbeidsark\"\nid = \"session-kit\"\n"), "content/nb/q.md": page("id = \"questions-kept\"\n"),
		"content/nb/a.md": page("kind = \"aktivitet\"\n"), "static/okt.html": "x", "static/b/utskrift.html": "x", "static/assets/piece-nb-a.js": "x", "static/assets/questions-nb.js": "x",
	})
	_, problems := openAndCheck(source)
	var found []string
	for _, p := range problems {
		if !p.Warning {
			found = append(found, p.File+" "+string(p.Code))
		}
	}
	slices.Sort(found)
	want := []string{
		"content/nb/b/kort.md address-made", "content/nb/b/x-kort.md address-made", "content/nb/okt.md address-reserved", "content/nb/q.md id-reserved", "content/nb/s.md id-reserved",
		"content/nb/utskrift.md address-made", "static/assets/piece-nb-a.js address-reserved", "static/assets/questions-nb.js address-reserved", "static/b/utskrift.html address-made", "static/okt.html address-reserved",
	}
	if !slices.Equal(found, want) {
		t.Errorf("found\n%s\nnot\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
}

// What a question's author says to those who lead alone is not laid on the table with it.
func TestDrawnQuestionsTellTheTableNothingForThoseWhoLead(t *testing.T) {
	source := handbookWith(map[string]string{
		"content/nb/spor.md": "+++\ntitle = \"Spør\"\nkind = \"spørsmål\"\n+++\n## Mål\n\n- Hva vil du? {varsom =hva}\n\n  Til alle.\n\n  > [!VEILEDER]\n  > Bare for deg.\n",
	})
	for edition, want := range map[site.Edition]string{"": "Til alle.", site.EditionParticipant: "Til alle.", site.EditionFacilitator: "Til alle.|Til den som leder|Bare for deg."} {
		h, _ := openEdition(t, source, edition)
		table := h.questionTable("nb")
		if got := strings.Join(table.Notes[0], "|"); got != want {
			t.Errorf("%q: the note is %q", edition, got)
		}
	}
}
