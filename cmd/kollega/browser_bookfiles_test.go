package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var takenAt = regexp.MustCompile(`"exported":"[^"]*"`)

// taken clicks what downloads a file, and returns its name and what is in it, with
// one and the same time for when it was taken out. The file itself is not saved.
func (tab *tab) taken(key string) (name, text string) {
	tab.t.Helper()
	eval[bool](tab, `(() => {
		globalThis.file = undefined;
		document.querySelector(".book-said").textContent = "";
		const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
		let text;
		URL.createObjectURL = (blob) => (text = blob.text(), make(blob));
		HTMLAnchorElement.prototype.click = function () {
			URL.createObjectURL = make;
			HTMLAnchorElement.prototype.click = click;
			text.then((text) => (globalThis.file = [this.download, text]));
		};
		return true;
	})()`)
	tab.click(`.book [data-key="` + key + `"]`)
	tab.until(`globalThis.file !== undefined && document.querySelector(".book-said").textContent !== ""`)
	file := eval[[]string](tab, "file")
	return file[0], takenAt.ReplaceAllString(file[1], `"exported":"2026-11-24T12:00:00.000Z"`)
}

// secret types the passphrase of the next backup into both of its fields.
func (tab *tab) secret(first, second string) {
	tab.t.Helper()
	for key, text := range map[string]string{"passphrase": first, "passphrase-again": second} {
		field := `.book-secret [data-key="` + key + `"]`
		eval[bool](tab, `(document.querySelector('`+field+`').value = "", true)`)
		if text != "" {
			tab.typeInto(field, text)
		}
	}
}

// bring chooses a file with a text to be brought in.
func (tab *tab) bring(t *testing.T, text string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "fil.html")
	tab.must(os.WriteFile(file, []byte(text), 0o600))
	tab.do(chromedp.SetUploadFiles(chromedp.CSS("input[type=file]"), []string{file}))
}

// What is taken out, brought in elsewhere and taken out again is the same.
func (b *browser) bookRoundTrip(t *testing.T) {
	tab := b.book(t, seedCopies)
	tab.click(`[data-key="other"] > summary`)
	name, html := tab.taken("export")
	if !regexp.MustCompile(`^arbeidsbok-\d{4}-\d\d-\d\d\.html$`).MatchString(name) {
		t.Errorf("the file's name is %s", name)
	}
	_, data := tab.taken("json")
	tab.until(`document.querySelector(".book-facts").textContent.includes("` + eval[string](tab, `new Date().toLocaleDateString("nb", { day: "numeric", month: "long", year: "numeric" })`) + `")`)

	tab.click(`[data-key="finish"]`)
	tab.until(`document.querySelector("dialog[open]") !== null`)
	if said := eval[string](tab, `document.querySelector("dialog").textContent`); !strings.Contains(said, "6 ark") {
		t.Errorf("before deleting everything, it says %q", said)
	}
	if left := eval[int](tab, `indexedDB.databases().then((all) => all.length)`); left != 1 {
		t.Errorf("one click left %d databases", left)
	}
	tab.click("dialog .button-danger")
	tab.until(`document.querySelector("dialog [role=status]").textContent !== ""`)
	if left := eval[string](tab, `indexedDB.databases().then((all) => all.map((one) => one.name).join())`); left != "" {
		t.Errorf("left after all was deleted: %s", left)
	}
	tab.choose("Lukk")
	tab.until(`document.querySelector(".book-empty") !== null && document.querySelector("dialog") === null`)
	tab.hasFocus(t, "deleting everything")

	tab.bring(t, html)
	tab.until(`document.querySelector("[data-key=import-yes]") !== null`)
	if left := eval[int](tab, `indexedDB.databases().then((all) => all.length)`); left != 0 {
		t.Error("something was stored before the yes")
	}
	tab.click("[data-key=import-yes]")
	tab.until(`document.querySelectorAll(".book-timeline [data-copy]").length === 6`)
	tab.hasFocus(t, "bringing in")
	tab.click(`[data-key="other"] > summary`)
	if _, again := tab.taken("export"); again != html {
		t.Errorf("taken out again, the page differs:\n%s\n%s", html, again)
	}
	if _, again := tab.taken("json"); again != data {
		t.Errorf("taken out again, the data differ:\n%s\n%s", data, again)
	}
}

func (b *browser) bookPassphrase(t *testing.T) {
	tab := b.book(t, seedCopies)
	tab.click(`[data-key="other"] > summary`)
	eval[bool](tab, `(globalThis.make = URL.createObjectURL, URL.createObjectURL = () => { globalThis.plain = true; return ""; }, true)`)
	for _, typed := range []struct{ first, second, told string }{
		{"kort", "kort", "Passordet må ha minst 8 tegn."},
		{"", "lang sommerdag", "Passordet må ha minst 8 tegn."},
		{"lang sommerdag", "lang somerdag", "De to er ikke like."},
	} {
		tab.secret(typed.first, typed.second)
		for _, key := range []string{"export", "html", "json"} {
			tab.click(`.book [data-key="` + key + `"]`)
			if told := eval[string](tab, `document.querySelector(".book-secret [role=alert]").textContent`); told != typed.told {
				t.Errorf("%q and %q are told as %q", typed.first, typed.second, told)
			}
		}
		if eval[bool](tab, "globalThis.plain === true") {
			t.Fatalf("%q and %q made a file", typed.first, typed.second)
		}
	}
	eval[bool](tab, "(URL.createObjectURL = globalThis.make, true)")

	// What was typed outlives what another tab does.
	tab.secret("lang sommerdag", "lang sommerdag")
	tab.click(`[data-key="filter"]`)
	eval[bool](tab, `(new BroadcastChannel("kollega-kollega").postMessage({ kind: "changed", id: "0".repeat(16), rev: 1 }), globalThis.drawn = document.querySelector(".book-main"), true)`)
	tab.until(`document.querySelector(".book-main") !== globalThis.drawn`)
	if kept := eval[string](tab, `[...document.querySelectorAll(".book-secret input")].map((input) => input.value).join()`); kept != "lang sommerdag,lang sommerdag" {
		t.Errorf("drawn again, the passphrase is %q", kept)
	}
	_, locked := tab.taken("html")
	if strings.Contains(locked, "Ringe") {
		t.Error("a locked file tells what is in it")
	}
	tab.bring(t, locked)
	tab.until(`document.querySelector(".import-found input[type=password]") !== null`)
	tab.typeInto(".import-found input", "noe annet")
	tab.press("\r")
	tab.until(`document.querySelector(".import-found [role=alert]").textContent !== ""`)
	eval[bool](tab, `(document.querySelector(".import-found input").value = "", true)`)
	tab.typeInto(".import-found input", "lang sommerdag")
	tab.press("\r")
	tab.until(`document.querySelector(".import-list") !== null`)
	if said := eval[string](tab, `document.querySelector(".import-found").textContent`); !strings.Contains(said, "6 er like") {
		t.Errorf("the file of all that is here: %q", said)
	}
}

func (b *browser) bookImport(t *testing.T) {
	tab := b.book(t, seedCopies)
	for _, wrong := range []string{"", "<p>", `{"format":"other"}`, `{"format":"kollega-workbook","version":1}`} {
		tab.bring(t, wrong)
		tab.until(`document.querySelector(".import-found .book-wrong")?.textContent === "Dette er ingen sikkerhetskopi fra håndboka."`)
		tab.hasFocus(t, "a wrong file")
		tab.choose("Lukk")
		tab.hasFocus(t, "closing")
	}
	copies := eval[string](tab, fmt.Sprintf(`JSON.stringify(%s.slice(1, 5).map((copy, i) => i === 0 ? { ...copy, id: "a".repeat(16), title: "Fra en annen maskin" }
		: i === 1 ? { ...copy, changed: "2026-12-01T09:00:00.000Z", answers: { ...copy.answers, "went-well": { t: "long", v: "Mer enn jeg trodde.", at: "2026-12-01T09:00:00.000Z" } } } : copy))`, seedCopies))
	tab.bring(t, `{"format":"kollega-workbook","version":1,"site":"kollega","exported":"2026-12-01T10:00:00.000Z","sheets":[],"copies":`+copies+`}`)
	tab.until(`document.querySelector("[data-key=import-yes]") !== null`)
	tab.hasFocus(t, "choosing a file")
	preview := eval[string](tab, `[...document.querySelectorAll(".import-list > *")].map((e) => e.textContent).join("|")`)
	if want := "1 nytt|Fra en annen maskin|1 er nyere i fila og legges ved siden av|Sjekkpunkt, 1. oktober 2026|2 er like|"; !strings.HasPrefix(preview, want) {
		t.Errorf("the preview says %q", preview)
	}
	if n := eval[int](tab, `document.querySelectorAll(".book-timeline [data-copy]").length`); n != 6 {
		t.Errorf("before the yes there are %d copies", n)
	}
	tab.choose("La være")
	tab.hasFocus(t, "leaving it")
	if tab.matches(".import-list") {
		t.Error("the preview stays after a no")
	}
	tab.bring(t, `{"format":"kollega-workbook","version":1,"site":"kollega","exported":"2026-12-01T10:00:00.000Z","sheets":[],"copies":`+copies+`}`)
	tab.until(`document.querySelector("[data-key=import-yes]") !== null`)
	tab.click("[data-key=import-yes]")
	tab.until(`document.querySelectorAll(".book-timeline [data-copy]").length === 8`)
	if said := tab.stored("3", `copy.answers["went-well"].v`); said != "Hun ble glad." {
		t.Errorf("what was here has become %q", said)
	}

	// What lies in the bin here comes back from it.
	binned := eval[string](tab, fmt.Sprintf(`JSON.stringify(%s.slice(5).map((copy) => ({ ...copy, deleted: "" })))`, seedCopies))
	tab.bring(t, `{"format":"kollega-workbook","version":1,"site":"kollega","exported":"2026-12-01T10:00:00.000Z","sheets":[],"copies":`+binned+`}`)
	tab.until(`document.querySelector(".import-list")?.textContent.includes("i papirkurven") === true`)
	tab.click("[data-key=import-yes]")
	tab.until(`document.querySelector("[data-key=bin]") === null`)
	if deleted := tab.stored("6", "copy.deleted"); deleted != "" {
		t.Errorf("brought back from the bin, it was deleted %s", deleted)
	}

	// What a later release wrote is left to it.
	tab.bring(t, `{"format":"kollega-workbook","version":2,"site":"kollega","exported":"2026-12-01T10:00:00.000Z","sheets":[],"copies":`+copies+`}`)
	tab.until(`document.querySelector(".import-found").textContent.includes(".html")`)
	if tab.matches("[data-key=import-yes]") {
		t.Error("what a later release wrote can be brought in")
	}
}
