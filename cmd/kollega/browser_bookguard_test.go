package main

import (
	"fmt"
	"maps"
	"strings"
	"testing"
)

// strict is the same handbook after its storage was made another one.
func (b *browser) strict(t *testing.T, storage string) *browser {
	t.Helper()
	files := maps.Clone(b.files)
	for name, data := range files {
		if strings.HasSuffix(name, ".html") {
			files[name] = []byte(strings.ReplaceAll(string(data), `"storage":"ask"`, fmt.Sprintf(`"storage":%q`, storage)))
		}
	}
	other := *b
	other.root = serve(t, files, "/")
	return &other
}

// What was kept before its sheets were to be kept otherwise is read, taken out and
// deleted, and not written any more.
func (b *browser) bookStrict(t *testing.T) {
	for _, storage := range []string{"code", "none"} {
		t.Run(storage, func(t *testing.T) {
			strict := b.strict(t, storage)
			tab := strict.book(t, seedCopies)
			if !tab.matches(".book-timeline .book-lead") {
				t.Error("nothing tells why nothing can be changed")
			}
			if ways := eval[string](tab, `[...document.querySelectorAll("[data-copy='5555555555555555'] .menu-item, .ticks button:enabled, [data-copy='6666666666666666'] button")].map((e) => e.textContent).join()`); ways != "Skriv ut,Last ned sikkerhetskopi,Slett for godt,Slett for godt" {
				t.Errorf("it can be done: %s", ways)
			}
			if _, text := tab.taken("export"); !strings.Contains(text, "Hun ble glad.") {
				t.Error("what is kept can't be taken out")
			}
			before := tab.stored("5", "JSON.stringify(copy)")
			tab.openBook(strict.root.url + bookPage)
			if after := tab.stored("5", "JSON.stringify(copy)"); after != before {
				t.Errorf("looked at, it has become %s", after)
			}
			tab.way("5", "Slett for godt")
			tab.until(`document.querySelector("[data-copy='5555555555555555'] .button-danger") !== null`)
			tab.hasFocus(t, "asking once more")
			tab.click(`[data-copy="5555555555555555"] .button-danger`)
			tab.until(`document.querySelector("[data-copy='5555555555555555']") === null`)

			tab.open(strict.root.url + "arbeidsark/samtaleark.html")
			tab.typeInto(`[data-field="takeaway"] .control`, "Bare her")
			tab.choose("Jeg er ferdig her")
			tab.until(`document.querySelector("dialog[open]") !== null`)
			if said := eval[string](tab, `document.querySelector("dialog").textContent`); !strings.Contains(said, "6 ark") {
				t.Errorf("before deleting everything, a sheet says %q", said)
			}
			tab.click("dialog .button-danger")
			tab.until(`document.querySelector("dialog [role=status]").textContent !== ""`)
			if left := eval[int](tab, `indexedDB.databases().then((all) => all.length)`); left != 0 {
				t.Errorf("%d databases are left", left)
			}
		})
	}
}

// lay puts a record into the database as another window would.
func (tab *tab) lay(store, record string) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`new Promise((done) => {
		indexedDB.open("kollega-kollega").onsuccess = ({ target: { result } }) => {
			const step = result.transaction(%[1]q, "readwrite");
			step.objectStore(%[1]q).put(%[2]s);
			step.oncomplete = () => { result.close(); done(true); };
		};
	})`, store, record))
}

// What another window wrote since the page was drawn stays when a copy is renamed.
func (b *browser) bookStale(t *testing.T) {
	tab := b.book(t, seedCopies)
	tab.lay("copies", fmt.Sprintf(`(([copy]) => ({ ...copy, rev: 9, answers: { ...copy.answers, goal: { t: "long", v: "Skrevet i mellomtiden", at: copy.changed } } }))(%s.filter(({ id }) => id[0] === "5"))`, seedCopies))
	tab.way("5", "Gi nytt navn")
	tab.typeInto(".renaming input", "!")
	tab.press("\r")
	tab.until(`document.querySelector("[data-copy='5555555555555555'] .sitting-title").textContent.includes("!")`)
	tab.way("5", "Arkiver")
	tab.until(`document.querySelector("[data-key=archived] [data-copy='5555555555555555']") !== null`)
	if n := eval[int](tab, `document.querySelectorAll(".book-timeline [data-copy]").length`); n != 6 {
		t.Errorf("there are %d copies", n)
	}
	if goal := tab.stored("5", "copy.answers.goal.v"); goal != "Skrevet i mellomtiden" {
		t.Errorf("what another window wrote has become %q", goal)
	}
}

// A copy that can't be read is told of, and keeps no other from being kept.
func (b *browser) bookUnreadable(t *testing.T) {
	tab := b.book(t, fmt.Sprintf(`[...%s, { id: "7".repeat(16), rev: 1, mood: {} }]`, seedCopies))
	if told := eval[string](tab, `document.querySelector(".book-trouble")?.textContent ?? ""`); !strings.Contains(told, "kan ikke leses") {
		t.Errorf("of what can't be read it says %q", told)
	}
	if n := eval[int](tab, `document.querySelectorAll(".book-timeline [data-copy]").length`); n != 6 {
		t.Errorf("%d copies are shown", n)
	}
	tab.open(b.root.url + "arbeidsark/samtaleark.html#copy=" + strings.Repeat("5", 16))
	tab.until(`document.querySelector("[data-field=goal] .control").value !== ""`)
	eval[bool](tab, `(globalThis.seen = [], new MutationObserver(() => seen.push(document.querySelector("[data-part=bar]").dataset.state)).observe(document.querySelector("[data-part=bar]"), { attributes: true }), true)`)
	tab.typeInto(`[data-field="goal"] .control`, "Mer")
	tab.until(`seen.at(-1) === "saved"`)
	if seen := eval[string](tab, "seen.join()"); strings.Contains(seen, "failed") {
		t.Errorf("beside a copy that can't be read, saving one is told as %s", seen)
	}
	if left := tab.stored("7", "JSON.stringify(copy.mood)"); left != "{}" {
		t.Errorf("what can't be read has become %s", left)
	}
}

// What a page without a passphrase left when it closed is sealed when there is one.
func (b *browser) bookLastWords(t *testing.T) {
	tab := b.tab(t)
	b.sealed(tab)
	tab.lay("meta", fmt.Sprintf(`(([lying]) => ({ name: "pending:" + lying.id + ":aaaa", lying: { ...lying, rev: 0 }, base: { rev: 0, tried: 0 }, mark: ["aaaa", 1], second: "e".repeat(16) }))(%s.filter(({ id }) => id[0] === "5"))`, seedCopies))
	tab.openBook(b.root.url + bookPage)
	tab.typeInto(".unlock input", "lang sommerdag")
	tab.press("\r")
	tab.until(`document.querySelectorAll(".book-timeline [data-copy]").length === 2`)
	if lies := tab.stored("5", `Object.keys(copy).sort()`); lies != "by,changed,id,rev,sealed" {
		t.Errorf("behind a passphrase, last words lie as %s", lies)
	}
}

// What a sheet asked once is printed and taken out with the answers to it.
func (b *browser) bookFormerQuestions(t *testing.T) {
	tab := b.book(t, fmt.Sprintf(`%s.map((copy) => copy.id[0] === "5" ? { ...copy, older: { mood: { t: "one", v: "calm", label: "" } } } : copy)`, seedCopies),
		`{ name: "consent", at: new Date().toISOString(), mode: "device" }`,
		`{ name: "sheet:conversation-sheet", snapshot: { id: "conversation-sheet", title: "Samtaleark", fields: [{ id: "mood", type: "one", label: "Hvordan var stemningen?", options: [{ id: "calm", label: "Rolig" }] }] } }`)
	_, html := tab.taken("export")
	if !strings.Contains(html, "<h4>Hvordan var stemningen?</h4>\n<p>Rolig</p>") {
		t.Error("in a backup, an answer to a removed question is not told with what it answered")
	}
	eval[bool](tab, `(globalThis.print = () => { globalThis.printed = document.querySelector(".printout").textContent; }, true)`)
	tab.click(`[data-key="printlist"]`)
	tab.until("globalThis.printed !== undefined")
	if !eval[bool](tab, `globalThis.printed.includes("Hvordan var stemningen?Rolig")`) {
		t.Error("on paper, an answer to a removed question is not told with what it answered")
	}
}
