package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// stores counts everything a page can keep: databases, other storage, caches, cookies.
const stores = `(async () => (await indexedDB.databases()).length + localStorage.length + sessionStorage.length + document.cookie.length +
	(globalThis.caches && isSecureContext ? (await caches.keys()).length : 0))()`

// Nothing is kept before the reader says yes, nothing after a no, and no request leaves
// the page once it is loaded, whatever is typed.
func (b *browser) nothingBeforeYes(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url + journeys[0].plan)
	tab.heard()
	tab.typeInto(`[data-field="goal"] .control`, "Hemmelig")
	tab.until(`document.querySelector(".notice-ask") !== null`)
	if n := eval[int](tab, stores); n != 0 {
		t.Errorf("%d things are stored before the reader has answered", n)
	}
	tab.choose("Nei, bare mens siden er åpen")
	tab.typeInto(`[data-field="why"] .control`, "Fordi det haster")
	tab.until(`document.querySelector("[data-part=bar]").dataset.state === "memory"`)
	if n := eval[int](tab, stores); n != 0 {
		t.Errorf("%d things are stored after a no", n)
	}
	if !eval[bool](tab, `!dispatchEvent(new Event("beforeunload", { cancelable: true }))`) {
		t.Error("leaving with something that is kept nowhere is not warned of")
	}
	requests, _ := tab.heard()
	requests = slices.DeleteFunc(requests, func(address string) bool { return address == b.root.url+"favicon.svg" }) // the browser takes its time with it
	if len(requests) > 0 {
		t.Errorf("asked for %q after the page was loaded", requests)
	}
	if address := eval[string](tab, "location.href"); strings.Contains(address, "copy") {
		t.Errorf("the address names a copy that is kept nowhere: %s", address)
	}
}

// smallSite builds a handbook of one worksheet and returns its files.
func smallSite(t testing.TB, settings, front, fields string) map[string][]byte {
	t.Helper()
	src, dest := t.TempDir(), filepath.Join(t.TempDir(), "site")
	for name, text := range map[string]string{
		"site.toml":            "id = \"prove\"\ntitle = \"Prøve\"\nbase = \"none\"\n" + settings,
		"content/nb/_index.md": "+++\ntitle = \"Forside\"\n+++\n[Arket](ark.md)\n",
		"content/nb/ark.md":    "+++\ntitle = \"Ark\"\nid = \"ark\"\nkind = \"arbeidsark\"\nsummary = \"Et ark.\"\n" + front + "+++\n" + fields,
	} {
		writeFile(t, src, name, text)
	}
	var said strings.Builder
	if err := run([]string{"build", "--quiet", "-s", src, "-d", dest}, &said, &said); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	return readSite(t, dest)
}

func felt(id string, lines ...string) string {
	return "```felt " + id + "\n" + strings.Join(lines, "\n") + "\n```\n\n"
}

// A sheet is edited between two visits: fields are added, moved, renamed, removed and
// retyped, options and columns taken away. Every old answer is found.
func (b *browser) editedBetweenVisits(t *testing.T) {
	before := felt("navn", "Hva heter du til?", "Svar: kort") + felt("hvorfor", "Hvorfor?", "Svar: langt") +
		felt("trygg", "Hvor trygg?", "Svar: skala 1-10") + felt("rolle", "Hvilken rolle?", "Svar: velg flere", "- Veisøker {=soker}", "- Veileder {=leder}") +
		felt("plan", "Planen?", "Svar: tabell, 2 rader", "Kolonner: Tiltak {=tiltak} | Når {=naar}") + felt("antall", "Hvor mange?", "Svar: tall")
	after := felt("ny", "Noe nytt?", "Svar: kort") + felt("antall", "Hvor mange?", "Svar: tall") +
		felt("plan", "Planen?", "Svar: tabell, 2 rader", "Kolonner: Tiltak {=tiltak}") + felt("kallenavn", "Hva heter du til nå?", "Svar: langt", "Tidligere: navn") +
		felt("trygg", "Hvor trygg, i ord?", "Svar: kort") + felt("rolle", "Hvilken rolle?", "Svar: velg flere", "- Veisøker {=soker}")
	files := smallSite(t, "", "", before)
	server := serve(t, files, "/")
	tab := b.tab(t)
	tab.open(server.url + "ark.html")
	tab.typeInto(`[data-field="navn"] .control`, "Solveig på vakt")
	tab.typeInto(`[data-field="hvorfor"] .control`, "Fordi æøå må overleve\nto linjer")
	tab.click(`[data-field="trygg"] .step:nth-child(7) .control`)
	tab.click(`[data-field="rolle"] .option:nth-child(1) .control`)
	tab.click(`[data-field="rolle"] .option:nth-child(2) .control`)
	tab.typeInto(`[data-field="plan"] [data-column="tiltak"] .control`, "Ringe")
	tab.typeInto(`[data-field="plan"] [data-column="naar"] .control`, "I uke 49")
	tab.typeInto(`[data-field="antall"] .control`, "2,5")
	tab.choose("Ja, husk det her")
	tab.saved()
	address := eval[string](tab, "location.href")

	clear(files)
	maps.Copy(files, smallSite(t, "", "", after))
	for visit := 1; visit <= 2; visit++ {
		tab.open("about:blank")
		tab.open(address)
		tab.until(`document.querySelector('[data-field="kallenavn"] .control').value !== ""`)
		got := eval[map[string]string](tab, `(() => {
			const value = (id) => document.querySelector('[data-field="' + id + '"] .control').value;
			return { kallenavn: value("kallenavn"), antall: value("antall"), plan: value("plan"),
				soker: String(document.querySelector('[data-option="soker"] .control').checked),
				older: document.querySelector("[data-part=older]").textContent };
		})()`)
		for key, want := range map[string]string{"kallenavn": "Solveig på vakt", "antall": "2,5", "plan": "Ringe", "soker": "true"} {
			if got[key] != want {
				t.Errorf("visit %d: %s is %q, want %q", visit, key, got[key], want)
			}
		}
		for _, want := range []string{"Hvorfor?", "Fordi æøå må overleve\nto linjer", "7", "Veileder", "I uke 49"} {
			if !strings.Contains(got["older"], want) {
				t.Errorf("visit %d: the answer %q is not found among %q", visit, want, got["older"])
			}
		}
		tab.typeInto(`[data-field="ny"] .control`, "x") // what is shown is now also written
		tab.saved()
	}
}

// A sheet that keeps nothing keeps nothing; one that wants a passphrase keeps nothing
// that can be read without it.
func (b *browser) stricterSheets(t *testing.T) {
	field := felt("hva", "Hva skjedde?", "Svar: langt")
	none := serve(t, smallSite(t, "", "storage = \"ingen\"\n", field), "/")
	tab := b.tab(t)
	tab.open(none.url + "ark.html")
	tab.typeInto(`[data-field="hva"] .control`, "Hendelsen")
	tab.until(`document.querySelector("[data-part=bar]").dataset.state === "memory"`)
	if n := eval[int](tab, stores); n != 0 || tab.matches(".notice-ask") {
		t.Errorf("a sheet that keeps nothing stores %d things, or asks", n)
	}

	code := serve(t, smallSite(t, "[workbook]\nstorage = \"code\"\n", "", field), "/")
	tab = b.tab(t)
	tab.open(code.url + "ark.html")
	tab.typeInto(`[data-field="hva"] .control`, "Hendelsen på kai 4")
	tab.choose("Ja, med passord")
	tab.typeInto(".ask-form label:nth-of-type(1) .ask-code", "kort")
	tab.choose("Lagre med dette passordet")
	if wrong := eval[string](tab, `document.querySelector(".ask-form .field-error").textContent`); wrong == "" {
		t.Error("a passphrase of four characters was not refused")
	}
	tab.typeInto(".ask-form label:nth-of-type(1) .ask-code", " blå hest på bryggen")
	tab.typeInto(".ask-form label:nth-of-type(2) .ask-code", "kort blå hest på bryggen")
	tab.choose("Lagre med dette passordet")
	tab.saved()
	raw := eval[string](tab, everythingStored)
	if len(raw) < 100 || strings.Contains(raw, "Hendelsen") || strings.Contains(raw, "kai 4") {
		t.Errorf("what is stored can be read without the passphrase, or is not there: %.200q", raw)
	}
	tab.open("about:blank")
	tab.open(code.url + "ark.html")
	tab.until(`document.querySelector(".notice-unlock .ask-code") !== null`)
	tab.inject(axe(t))
	tab.axeFindsNothing(t, "locked", map[string]bool{})
	tab.typeInto(".notice-unlock .ask-code", "feil passord")
	tab.choose("Lås opp")
	tab.until(`document.querySelector(".notice-unlock .field-error").textContent !== ""`)
	eval[bool](tab, `(document.querySelector(".notice-unlock .ask-code").value = "", true)`)
	tab.typeInto(".notice-unlock .ask-code", "kort blå hest på bryggen")
	tab.choose("Lås opp")
	tab.until(`document.querySelector(".my-copies .copy-button") !== null`)
	tab.click(".my-copies .copy-button")
	tab.until(`document.querySelector('[data-field="hva"] .control').value === "Hendelsen på kai 4"`)
}

// What can't be an answer is said, kept on the page and never lost silently.
func (b *browser) badInput(t *testing.T) {
	server := serve(t, smallSite(t, "", "", felt("antall", "Hvor mange?", "Svar: tall")+felt("hva", "Hva?", "Svar: langt")+felt("tid", "Når?", "Svar: klokkeslett")+
		felt("sum", "Til sammen", "Svar: sum av antall")), "/")
	tab := b.tab(t)
	tab.open(server.url + "ark.html")
	tab.typeInto(`[data-field="antall"] .control`, "12")
	tab.typeInto(`[data-field="antall"] .control`, " stykker")
	tab.press("\t")
	tab.until(`document.querySelector('[data-field="antall"] [role=alert]')?.textContent.includes("Skriv et tall")`)
	if !tab.matches(`[data-field="antall"] .control[aria-invalid="true"]`) {
		t.Error("a number that is none is not marked")
	}
	for text, found := range map[string]string{"Fnr 01819060025": "fødselsnummer", "ola@eksempel.no": "e-post", "ring 22 33 44 55": "telefon"} {
		eval[bool](tab, `(document.querySelector('[data-field="hva"] .control').value = "", true)`)
		tab.typeInto(`[data-field="hva"] .control`, text)
		tab.click(`[data-field="antall"] .control`)
		tab.until(fmt.Sprintf(`document.querySelector('[data-field="hva"] .field-note')?.textContent.includes(%s)`, jsString(found)))
	}
	before := eval[string](tab, "location.href")
	tab.press("\r")
	if after := eval[string](tab, "location.href"); after != before {
		t.Errorf("Enter in a field led to %s", after)
	}
	if sum := eval[string](tab, `document.querySelector("output").textContent`); sum != "12" {
		t.Errorf("the sum is %q", sum)
	}
}

// What storage can do to a sheet, each as a script that runs before the page's own.
var brokenStorage = map[string]string{
	"missing":   `Object.defineProperty(globalThis, "indexedDB", { value: undefined })`,
	"forbidden": `IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); }; IDBFactory.prototype.databases = () => Promise.reject(new DOMException("no", "SecurityError"))`,
	"full":      `IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }`,
}

// Where nothing can be kept, the reader is told and why, and the sheet still prints and
// can be taken along.
func (b *browser) brokenStorage(t *testing.T) {
	for name, script := range brokenStorage {
		t.Run(name, func(t *testing.T) {
			tab := b.tab(t)
			tab.call("Page.addScriptToEvaluateOnNewDocument", map[string]string{"source": script})
			tab.open(b.root.url + journeys[0].plan)
			tab.typeInto(`[data-field="goal"] .control`, "Står her likevel")
			if tab.matches(".notice-ask") {
				tab.choose("Ja, husk det her")
			}
			tab.until(`document.querySelector("[data-part=bar]").dataset.state === "failed"`)
			told := eval[string](tab, `document.querySelector(".bar-state").textContent`)
			if !strings.Contains(told, "Ikke lagret!") || len(told) < 90 {
				t.Errorf("the reader is told %q", told)
			}
			t.Log(told)
			if text := tab.downloaded("Last ned"); !strings.Contains(text, "Står her likevel") {
				t.Errorf("what is downloaded does not hold the answer: %.300q", text)
			}
			if paper := letters(string(output(t, "pdftotext", "-raw", "-enc", "UTF-8", tab.print(t), "-"))); !strings.Contains(paper, letters("Står her likevel")) {
				t.Error("the answer is not on paper")
			}
			if got := eval[string](tab, `document.querySelector('[data-field="goal"] .control').value`); got != "Står her likevel" {
				t.Errorf("the field holds %q", got)
			}
		})
	}
}

// downloaded clicks a button that downloads a file and returns what is in it.
func (tab *tab) downloaded(button string) string {
	tab.t.Helper()
	eval[bool](tab, `(() => {
		const make = URL.createObjectURL;
		globalThis.file = undefined;
		URL.createObjectURL = (blob) => (blob.text().then((text) => (globalThis.file = text)), URL.createObjectURL = make, make(blob));
		return true;
	})()`)
	tab.choose(button)
	tab.until(`globalThis.file !== undefined`)
	return eval[string](tab, "file")
}

// What was given up stays given up, and what lies in the bin is not written in unseen.
func (b *browser) secondThoughts(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url + journeys[0].plan)
	tab.typeInto(`[data-field="goal"] .control`, "Gitt opp")
	tab.until(`document.querySelector(".notice-ask") !== null`)
	tab.choose("Mer")
	tab.click("[data-act=remove]")
	tab.until(`document.querySelector('[data-field="goal"] .control').value === ""`)
	tab.typeInto(`[data-field="goal"] .control`, "Begynt på nytt")
	tab.choose("Ja, husk det her")
	tab.saved()
	tab.until(`location.hash.startsWith("#copy=")`)
	address := eval[string](tab, "location.href")
	if raw := eval[string](tab, everythingStored); strings.Contains(raw, "Gitt opp") || !strings.Contains(raw, "Begynt på nytt") {
		t.Errorf("stored after the yes: %.500q", raw)
	}

	tab.choose("Mer")
	tab.click("[data-act=remove]")
	tab.until(`document.querySelector(".notice-removed") !== null`)
	tab.open("about:blank")
	tab.open(address)
	tab.until(`document.querySelector(".notice-missing") !== null`)
	if shown := eval[string](tab, `document.querySelector('[data-field="goal"] .control').value`); shown != "" {
		t.Errorf("a copy in the bin is shown to be written in: %q", shown)
	}
	tab.choose("Hent det tilbake")
	tab.until(`document.querySelector('[data-field="goal"] .control').value === "Begynt på nytt"`)

	tab.choose("Mer")
	tab.choose("Lag en kopi")
	tab.until(`document.querySelector(".copy-line").textContent.includes("(kopi)") && document.querySelector('[data-field="goal"] .control').value === "Begynt på nytt"`)
	tab.saved()
	tab.typeInto(`[data-field="goal"] .control`, "Et helt annet mål, ")
	tab.saved()
	tab.choose("Mer")
	tab.choose("Tidligere utgaver")
	tab.until(`document.querySelector(".versions h2") !== null && document.activeElement === document.querySelector(".versions h2")`)
	tab.choose("Lukk")
	tab.until(`document.activeElement.dataset.act === "more"`)
}

// everythingStored is all that lies in the page's databases, as text.
const everythingStored = `(async () => {
	let all = "";
	for (const { name } of await indexedDB.databases()) {
		const db = await new Promise((done) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); });
		for (const store of db.objectStoreNames) {
			const records = await new Promise((done) => { const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => done(r.result); });
			all += JSON.stringify(records, (_, v) => v instanceof ArrayBuffer || ArrayBuffer.isView(v) ? new TextDecoder("latin1").decode(v) : v);
		}
		db.close();
	}
	return all;
})()`
