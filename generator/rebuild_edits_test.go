package generator

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"kollega/generator/content"
	"kollega/generator/layers"
)

// What authors do to a source, for TestARebuildIsACleanBuild.

func (a *authors) text() string {
	name := a.page()
	if name == "" {
		return ""
	}
	more := pick(a.Rand, "Mer om veisøker og mål.", "## Nytt (5 min)\n\nNoe.", "Se [noe](lytt.md#gjør-slik).", "![Ett steg](steg.svg)", "![Foto](foto.png)",
		"{{ ta inn ../_delt/rammer.md }}", "```felt nytt\nHva?\nSvar: kort\n```", "```felt\nUten id?\nSvar: ja/nei\n```", "- Spørsmål? {lett}", "Ord\n: Forklaring.\n",
		"> [!VEILEDER]\n> ## Vent\n>\n> Se ![Foto](foto.png).\n>\n> ```felt skjult\n> Hva?\n> Svar: kort\n> ```", "## Bare for deg\n\n> [!VEILEDER]\n> Noe.", "Se [stedet](lytt.md#bare-for-deg).",
		"```utfylt ark\nmaal: Noe\n```", "[Lytt](../strategier/lytt.md), [borte](borte.md)", "Høy `kode` & <b>rå</b>.", "Ring {{ bht }}.")
	a.files[name] = []byte(string(a.files[name]) + "\n" + more + "\n")
	return name
}

func (a *authors) front() string {
	name := a.page()
	if name == "" {
		return ""
	}
	line := pick(a.Rand, "order = 3", "draft = true", "tags = [\"mål\"]", "title = \"Åpning\"", "summary = \"Ny.\"", "aliases = [\"gammel/side.html\"]", "next = [\"lytt\"]",
		"id = \"annet\"", "short = \"Kort\"", "worksheets = [\"ark\"]", "strategies = [\"lytt\"]", "minutes = [5, 10]", "steps = [\"ark\", \"lytt\"]", "formerly = [\"gammel\"]",
		"updated = \"2026-01-02\"", "edition = \"øktleder\"", "edition = \"deltaker\"", "ukjent = 1", "print = false", "needs = [\"stille\"]", "materials = [\"penn\", \"veisøker\"]", "level = \"lett\"")
	key, _, _ := strings.Cut(line, " ")
	var kept []string
	for _, l := range strings.Split(string(a.files[name]), "\n") {
		if !strings.HasPrefix(l, key+" ") {
			kept = append(kept, l)
		}
	}
	a.files[name] = []byte(strings.Replace(strings.Join(kept, "\n"), "+++\n", "+++\n"+line+"\n", 1))
	return name + " " + line
}

// terms, sheet and long change what other pages show of a text: explanations, questions,
// ids to offer, how long it takes to read.
func (a *authors) terms() string {
	name := pick(a.Rand, "content/nb/ordliste.md", "content/nb/ordliste.md", "content/en/glossary.md")
	a.files[name] = []byte("+++\ntitle = \"Ord\"\nkind = \"ordliste\"\n+++\n" + pick(a.Rand, "Veisøker {=a}\n: Den som leter.\n", "Veisøker\n: Den som *søker*.\n", "Mål\n: Dit man vil.\n\nCoachee\n: Who seeks.\n", "{{ ta inn _delt/rammer.md }}\n"))
	return name
}

func (a *authors) sheet() string {
	a.files["content/nb/ark.md"] = []byte("+++\ntitle = \"Ark\"\nid = \"ark\"\nkind = \"arbeidsark\"\n+++\n```felt " + pick(a.Rand, "maal", "maalet", "") + "\n" +
		pick(a.Rand, "Hva vil du?", "Hva vil du oppnå?") + "\nSvar: langt\n```\n")
	return string(a.files["content/nb/ark.md"])
}

func (a *authors) twin() string {
	a.files["content/en/ark.md"] = []byte("+++\ntitle = \"Sheet\"\nid = \"ark\"\nkind = \"worksheet\"\n+++\n```field\nWhat?\nAnswer: long\n```\n")
	return ""
}

// bank and session change what decks, prints, pieces and kits show of other texts.
func (a *authors) bank() string {
	a.files["content/nb/sporsmal/mal.md"] = []byte("+++\ntitle = \"Mål\"\nid = \"maalbank\"\n" + pick(a.Rand, "", "print = false\n") + "+++\n## Mål" + pick(a.Rand, "", " {fase=mål}") + "\n\n" +
		"- " + pick(a.Rand, "Hva vil du?", "Hva vil veisøker?", "Hva er **mål**?") + pick(a.Rand, " {lett =vil}", " {dyp =vil}", " {=vilje}", "") + "\n" +
		pick(a.Rand, "", "\n  > [!VEILEDER]\n  > Bare for deg.\n", "\n  Til alle.\n") + pick(a.Rand, "", "- Og så? {varsom =saa}\n"))
	return string(a.files["content/nb/sporsmal/mal.md"])
}

func (a *authors) session() string {
	uses := func() string {
		return pick(a.Rand, "", " {bruk=lytterunde}", " {bruk=\"ark q.vil\"}", " {bruk=maalbank}", " {bruk=\"q.vil q.saa\"}", " {bruk=gammel}", " {bruk=q.borte}")
	}
	a.files["content/nb/okter/timen.md"] = []byte("+++\ntitle = \"" + pick(a.Rand, "Timen", "En time") + "\"\nid = \"timen\"\n" + pick(a.Rand, "", "minutes = 30\nroles = [\"tidtaker\"]\n", "print = false\n") + "+++\n" +
		"## Åpne (" + pick(a.Rand, "5", "10") + " min)" + uses() + "\n\nSi hei.\n\n" + pick(a.Rand, "", "> [!VEILEDER]\n> Bare du.\n\n") + "## Lytt (10 min)" + uses() + "\n")
	return string(a.files["content/nb/okter/timen.md"])
}

func (a *authors) long() string {
	name := pick(a.Rand, "content/nb/strategier/lytt.md", "content/nb/ark.md")
	a.files[name] = []byte(string(a.files[name]) + strings.Repeat("Mange ord. ", 150) + "\n")
	return name
}

func (a *authors) remove() string {
	name := a.one(func(name string) bool { return strings.HasPrefix(name, "content/") })
	delete(a.files, name)
	return name
}

func (a *authors) create() string {
	name := fmt.Sprintf("content/%s/%s/%s.md", pick(a.Rand, "nb", "en", "nn"), pick(a.Rand, "strategier", "aktiviteter", "nytt/sted", "."), pick(a.Rand, "ny", "Ærlig", "b"))
	name = path.Clean(name)
	a.files[name] = []byte("+++\ntitle = \"Ny\"\n+++\nTekst.\n")
	return name
}

func (a *authors) move() string {
	from := a.page()
	if from == "" {
		return ""
	}
	to := path.Join(path.Dir(from), pick(a.Rand, "flyttet.md", strings.ToUpper(path.Base(from[:len(from)-3]))+".md", "../flyttet.md"))
	if to != from && strings.HasPrefix(to, "content/") {
		a.files[to] = a.files[from]
		delete(a.files, from)
	}
	return from + " → " + to
}

func (a *authors) moveFolder() string {
	name := a.page()
	if name == "" || strings.Count(name, "/") < 3 {
		return ""
	}
	from := path.Dir(name)
	to := pick(a.Rand, from+"2", strings.ToUpper(from[:1])+from[1:]+"-b", "content/nb/flyttet")
	to = "content/" + strings.TrimPrefix(strings.ToLower(to), "content/")
	for _, n := range slices.Sorted(maps.Keys(a.files)) {
		if rest, ok := strings.CutPrefix(n, from+"/"); ok {
			a.files[to+"/"+rest] = a.files[n]
			delete(a.files, n)
		}
	}
	return from + " → " + to
}

func (a *authors) swap() string {
	x, y := a.page(), a.page()
	if x != "" {
		a.files[x], a.files[y] = a.files[y], a.files[x]
	}
	return x + " ↔ " + y
}

func (a *authors) settings() string {
	if a.IntN(6) == 0 {
		a.files["site.toml"], a.broken = []byte("feil = 1\n"), true
		return "feil"
	}
	text := "id = \"prove\"\ntitle = \"" + pick(a.Rand, "Prøve", "Annet") + "\"\nbase = \"none\"\n" +
		pick(a.Rand, "languages = [\"nb\", \"en\", \"nn\"]\n", "languages = [\"nb\"]\n", "languages = [\"nb\", \"en\"]\n") +
		pick(a.Rand, "", "url = \"https://example.org/bok\"\n", "navigation.main = [\"strategier\"]\n", "navigation.main = [\"borte\"]\n") +
		pick(a.Rand, "", "", "hide = [\"lytt\"]\n", "hide = [\"strategier\"]\n", "hide = [\"lytt#gjør-slik\", \"ark\"]\n", "hide = [\"borte\"]\n", "hide = [\"maalbank\", \"timen#lytt\"]\n") +
		pick(a.Rand, "", "[theme]\naccent = \"#124578\"\n", "[theme]\naccent = \"#ffee88\"\nfont = \"serif\"\n", "[theme]\nlogo = \"logo.svg\"\nstyles = [\"var.css\"]\n", "[theme]\nradius = \"none\"\ndensity = \"airy\"\n", "[features]\nglossary = false\n", "[features]\nindex = false\n", "[workbook]\nstorage = \"none\"\n", "[tags]\nmaal = \"mål\"\n", "[needs]\nstille = \"stillhet\"\n", "[features]\nprint = false\n", "[theme]\npaper = \"Letter\"\n") +
		pick(a.Rand, "", "", "[terms]\n\"veisøker\" = \"spør\"\n", "[terms.nb]\n\"mål/målet\" = \"siktemål/siktemålet\"\n", "[values]\nbht = \"Frisk\"\n", "[values]\nbht = \"Sunn\"\n")
	a.files["site.toml"] = []byte(text)
	return strings.ReplaceAll(text, "\n", "; ")
}

func (a *authors) layout() string {
	if a.IntN(6) == 0 {
		a.files["layouts/base.html"], a.broken = []byte("{{if}}"), true
		return "broken"
	}
	name := pick(a.Rand, "layouts/kinds/strategy.html", "layouts/parts/cards.html", "layouts/base.html", "layouts/kinds/section.html", "layouts/redirect.html")
	text := string(a.lower[name])
	a.files[name] = []byte(strings.Replace(text, "{{end}}", pick(a.Rand, "<i>x</i>{{end}}", "{{.Page.ID}}{{end}}", "{{.Borte}}{{end}}", "{{end}}"), 1))
	return name
}

func (a *authors) look() string {
	name := pick(a.Rand, "static/style/site.css", "static/app/main.ts", "static/fil.txt", "static/strategier/lytt.html", "static/logo.svg", "static/var.css")
	a.files[name] = []byte(pick(a.Rand, "a{color:green}", "/* x */", "1"))
	if name == "static/logo.svg" {
		a.files[name] = []byte(pick(a.Rand, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"/>", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 50 20\"/>"))
	}
	return name
}

func (a *authors) words() string {
	a.files["layouts/texts.toml"] = []byte("[\"" + pick(a.Rand, "nav.menu", "md.tip", "index.file", "section.file", "ukjent") + "\"]\nnb = \"" + pick(a.Rand, "annet", "noe") + "\"\n")
	return string(a.files["layouts/texts.toml"])
}

func (a *authors) picture() string {
	name := pick(a.Rand, "content/nb/strategier/steg.svg", "content/nb/strategier/foto.png", "content/nb/foto.png")
	a.files[name] = []byte(pick(a.Rand, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" viewBox=\"0 0 4 2\"><rect class=\"tint\" width=\"4\" height=\"2\"/></svg>",
		"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" viewBox=\"0 0 9 9\"><circle r=\"2\"/></svg>", "<svg class=\"drawing\" onload=\"x\"/>", "ikke et bilde", ""))
	return name
}

func (a *authors) snippet() string {
	a.files["content/nb/_delt/rammer.md"] = []byte(pick(a.Rand, "Ny ramme.\n", "{{ ta inn mer.md }}\n", "![Steg](../strategier/steg.svg)\n", "{{ ta inn rammer.md }}\n"))
	a.files["content/nb/_delt/mer.md"] = []byte(pick(a.Rand, "Mer.\n", "Enda mer, {{ ta inn borte.md }}\n"))
	return ""
}

func (a *authors) spoil() string {
	name := a.page()
	if name == "" {
		return ""
	}
	a.files[name] = pick(a.Rand, []byte("+++\ntitle = \"Uferdig\n+++\n"), []byte("ingen"), append([]byte("+++\ntitle = \"x\"\n+++\n"), 0xff, 0xfe), nil,
		[]byte("\ufeff+++\r\ntitle = \"Vindu\"\r\n+++\r\nTekst.\r\n"), []byte("+++\ntitle = \"x\"\n"))
	return name
}

func (a *authors) lockFile() string {
	a.files["worksheets.lock"] = []byte(pick(a.Rand, "", "page ark worksheet\n", "rot\n"))
	return ""
}

// override puts a file of the upper layer into the lower one, or takes one from there.
func (a *authors) override() string {
	name := a.page()
	if name != "" {
		a.lower[name] = a.files[name]
		if a.IntN(2) == 0 {
			delete(a.files, name)
		}
	}
	return name
}

// merge lays a page over the one it was until now.
func (a *authors) merge() string {
	name := a.page()
	if name == "" {
		return ""
	}
	if !content.Merges(a.files[name]) {
		a.lower[name] = a.files[name]
	}
	heading := pick(a.Rand, layers.Outlines(append(a.lower[name], "\n## Nytt\n"...))...).Title
	a.files[name] = []byte("+++\nmode = \"merge\"\n" + pick(a.Rand, "", "title = \"Vår\"\n", "next = []\n") + "+++\n" + pick(a.Rand, "", "Vår innledning.\n") +
		"## " + heading + pick(a.Rand, "", " {legg-til}", " {fjern}", " {sist}", " {etter=\"Gjør slik\"}") + "\n\n" +
		pick(a.Rand, "Vårt om mål.\n", "- Vårt? {lett =vart}\n", "- {fjern =first}\n", "```felt vart\nVårt?\nSvar: kort\n```\n", "Ring {{ bht }}.\n"))
	return name
}

// ownWords changes nothing of the settings but what words become.
func (a *authors) ownWords() string {
	text, _, _ := strings.Cut(string(a.files["site.toml"]), "\n[terms")
	text, _, _ = strings.Cut(text, "\n[values")
	text += pick(a.Rand, "\n[terms]\n\"veisøker\" = \"spør\"\n", "\n[terms]\n\"veisøker\" = \"søk\"\n", "\n[values]\nbht = \"Frisk\"\n", "\n[values]\nbht = \"Sunn\"\n", "")
	a.files["site.toml"] = []byte(text)
	if name := a.page(); name != "" && a.IntN(2) == 0 {
		a.files[name] = append(slices.Clone(a.files[name]), "\nRing {{ bht }}.\n"...)
	}
	return text
}

// below changes a page that lies below another, or could.
func (a *authors) below() string {
	for _, name := range slices.Sorted(maps.Keys(a.lower)) {
		if isPage(name) && a.IntN(2) == 0 {
			a.lower[name] = append(slices.Clone(a.lower[name]), pick(a.Rand, "\nNytt nede.\n", "\n## Nede\n\nOm mål.\n", "\n- Nede? {lett =nede}\n")...)
			return name
		}
	}
	return ""
}

func (a *authors) back() string {
	a.files = maps.Clone(pick(a.Rand, a.before...))
	return ""
}
