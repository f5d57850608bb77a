package generator

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

// activitiesOf is a handbook of n activities whose titles and facts are as varied as those
// that people write: English ids, so none follows from a title. The same n gives the same.
func activitiesOf(n int) fstest.MapFS {
	source := withBundledLook()
	put := func(name, text string) { source[name] = &fstest.MapFile{Data: []byte(text)} }
	r := rand.New(rand.NewPCG(8, 1000))
	pick := func(words []string) string { return words[r.IntN(len(words))] }
	some := func(words []string, most int) string {
		var out []string
		for _, i := range r.Perm(len(words))[:1+r.IntN(most)] {
			out = append(out, `"`+words[i]+`"`)
		}
		return strings.Join(out, ", ")
	}
	openers := strings.Fields("Finn Lag Tegn Skriv Velg Lytt Spør Fortell Bytt Se Del Samle Sorter Prøv Snu Hør Observer Øv Hils Speil Feir Tell Bygg Les Gjett Kast Vis Still Tenk Drøft Beskriv Følg Rydd Avslutt Husk Pakk Kartlegg Undersøk Vurder Hospiter")
	things := strings.Fields("målet runden saken spørsmålet kollegaen stolene lappene historien samtalen avtalen uka vakta møtet tavla rollene grensene styrkene verdiene reglene ønskene tegningen kartet brevet boksen sirkelen trappa veien brua speilet stemmen pausen klokka ordet setningen bildet seieren feilen tvilen planen døra nøkkelen elva fjellet løypa båten huset treet isfjellet termometeret kompasset")
	endings := strings.Split("sammen|på nytt|i tre runder|med lukkede øyne|uten å gi råd|før møtet|etter vakta|for to|for hele gruppa|på ti minutter|baklengs|med klokke|utendørs|i stillhet|hverandre|fra tre sider|som en fremmed|til neste uke|når det haster|steg for steg|med egne ord|i par|på tvers av avdelinger|ved kaffemaskinen|med en nykommer|under press", "|")
	english := strings.Fields("find make draw write choose listen ask tell swap see share collect sort try turn hear watch rehearse greet mirror celebrate count build read guess throw show pose think discuss goal round case question colleague chairs notes story talk agreement week shift meeting board roles limits strengths values rules wishes map letter box circle stairs road bridge voice pause clock word picture win fault doubt plan door key river mountain boat house tree iceberg compass")
	materials := []string{"penn", "papir", "klokke", "lapper", "to stoler", "tre stoler", "tavle", "tusj", "observasjonsark", "målark", "et brev", "en ball", "terninger", "kort med bilder", "musikk", "tape", "tråd", "en gjenstand fra jobben", "mobil med kamera", "gode sko"}
	put("site.toml", "id = \"mange\"\ntitle = \"Mange\"\nbase = \"none\"\nlanguages = [\"nb\"]\n[needs]\nknow = \"bli kjent\"\nsafe = \"bli trygge\"\ngoal = \"sette mål\"\nlisten = \"lytte\"\nsides = \"se flere sider\"\nstuck = \"komme videre\"\npractise = \"øve\"\nfeedback = \"gi tilbakemelding\"\nlearn = \"lære\"\ncelebrate = \"feire\"\nend = \"slutte\"\nwork = \"se arbeidet\"\n")
	needs := []string{"bli kjent", "bli trygge", "sette mål", "lytte", "se flere sider", "komme videre", "øve", "gi tilbakemelding", "lære", "feire", "slutte", "se arbeidet"}
	put("content/nb/_index.md", "+++\ntitle = \"Forside\"\n+++\n")
	put("content/nb/aktiviteter/_index.md", "+++\ntitle = \"Aktiviteter\"\nkind = \"aktivitet\"\n+++\n")
	taken := map[string]bool{}
	for i := 0; i < n; {
		title := strings.TrimSpace(pick(openers) + " " + pick(things) + " " + pick(endings))
		id := fmt.Sprintf("%s-%s-%s", pick(english), pick(english), pick(english))
		name := site.FoldName(title)
		if taken[name] || taken[id] {
			continue
		}
		taken[name], taken[id] = true, true
		from, people := 5*(1+r.IntN(12)), 2+r.IntN(4)
		put("content/nb/aktiviteter/"+name+".md", fmt.Sprintf(
			"+++\ntitle = %q\nid = %q\nminutes = [%d, %d]\npeople = [%d, %d]\nlevel = %q\nphase = [%s]\nfamily = %q\nmaterials = [%s]\nsetting = [%s]\nneeds = [%s]\n+++\nPrøv.\n",
			title, id, from, from+5*r.IntN(6), people, people+[]int{0, 0, 1, 2, 4, 8}[r.IntN(6)], pick(site.Levels.Names("nb")),
			some(site.Phases.Names("nb"), 3), pick(site.Families.Names("nb")), some(materials, 4), some(site.Settings.Names("nb"), 3), some(needs, 3)))
		i++
	}
	return source
}

// A thousand activities are no more than 25 KB for who opens the finder.
func TestAThousandActivitiesAreSmall(t *testing.T) {
	h, problems := openAndCheck(activitiesOf(1000))
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	data, err := h.ReadFile("assets/activities-nb.js")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if _, err := w.Write(data); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, %d compressed", len(data), b.Len())
	if b.Len() > 25<<10 {
		t.Errorf("1,000 activities are %d bytes compressed", b.Len())
	}
}

// The scripts read what is written: .ci/web/tests/activities.test.mjs decodes this file and
// compares it with what it was made of.
func TestActivityFileForTheScripts(t *testing.T) {
	source := withBundledLook()
	put := func(name, text string) { source[name] = &fstest.MapFile{Data: []byte(text)} }
	put("site.toml", "id = \"a\"\ntitle = \"A\"\nbase = \"none\"\nlanguages = [\"nb\", \"nn\"]\n[needs]\nstuck = { nb = \"komme videre\", nn = \"kome vidare\" }\nknow = \"bli kjent\"\n")
	put("content/nb/_index.md", "+++\ntitle = \"Forside\"\n+++\n")
	for _, dir := range []string{"aktiviteter", "aktiviteter/ute"} {
		put("content/nb/"+dir+"/_index.md", "+++\ntitle = \"Aktiviteter\"\nkind = \"aktivitet\"\n+++\n")
	}
	put("content/nb/ark.md", "+++\ntitle = \"Målark\"\nkind = \"arbeidsark\"\n+++\n")
	page := func(lang, name, title, rest string) {
		put("content/"+lang+"/aktiviteter/"+name+".md", fmt.Sprintf("+++\ntitle = %q\n%s\n+++\nPrøv.\n", title, rest))
	}
	page("nb", "gaa-ut", "Gå ut!", `id = "gå-ut"`)
	page("nb", "Tredje", "Ærlig, åpen & øm", "minutes = [5, 240]\npeople = 200\nmaterials = [\"penn til alle\", \"Målark\", \"gode sko\", \"klokke\"]\nsetting = [\"ute\", \"rom\"]\nneeds = [\"komme videre\", \"bli kjent\"]\nlevel = \"lett\"\nphase = [\"neste steg\", \"mål\"]\nfamily = \"rollespill\"")
	page("nb", "idé", "Idé på «én» kafé", "minutes = 60\npeople = [2, 61]")
	page("nb", "ikke-na", "Det er ikke 'nå' – <b>", "materials = [\"penn til alle\"]\nneeds = [\"bli kjent\"]")
	page("nb", "ute/tur", "Tur", "id = \"tur-ute\"\nsetting = [\"ute\"]")
	page("nn", "gaa-ut", "Gå ut no", "kind = \"aktivitet\"\nid = \"gå-ut\"")
	h, problems := openAndCheck(source)
	for _, p := range problems {
		if !p.Warning {
			t.Fatal(p)
		}
	}
	type vector struct {
		File json.RawMessage  `json:"file"`
		Want []map[string]any `json:"want"`
	}
	var vectors []vector
	for _, lang := range []string{"nb", "nn"} {
		data, err := h.ReadFile("assets/activities-" + lang + ".js")
		if err != nil {
			t.Fatal(err)
		}
		v := vector{File: json.RawMessage(strings.TrimSuffix(strings.TrimPrefix(string(data), "kollegaActivities("), ")\n"))}
		for _, p := range h.activities(lang) {
			textLang := ""
			if p.Fallback() {
				textLang = p.TextLang
			}
			list := func(words []string) []string { return append([]string{}, words...) }
			v.Want = append(v.Want, map[string]any{"id": p.ID, "title": p.Title, "url": p.URL, "lang": textLang, "minutes": []int{p.Minutes.Min, p.Minutes.Max},
				"people": []int{p.People.Min, p.People.Max}, "level": p.Level, "family": p.Family, "phases": list(p.Phases), "setting": list(p.Settings),
				"needs": refIDs(p.Needs), "materials": list(p.Materials)})
		}
		vectors = append(vectors, v)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(vectors); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/activities.json"
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(want, b.Bytes()) {
		t.Errorf("%s is another file than this, %v:\n%s", file, err, b.Bytes())
	}
}

func TestThingsAreSorted(t *testing.T) {
	s := (&Handbook{tree: &tree{Pages: []*site.Page{{Kind: site.KindWorksheet, Front: site.Front{Title: "Observasjonsark"}}}}}).sorter()
	for material, want := range map[string]string{
		"penn til alle": "paper", "et ark til alle": "paper", "observasjonsark": "sheet", "Klokke med lyd": "clock", "to stoler": "chairs",
		"notatene deres": "other", "sticky notes": "paper", "a chair each": "chairs", "mobil med kamera": "screen", "": "other",
	} {
		if got := s.sort(material); got != want {
			t.Errorf("%q is %s, want %s", material, got, want)
		}
	}
}
