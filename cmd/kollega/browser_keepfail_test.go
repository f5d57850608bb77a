package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
)

// trouble is something that goes wrong with a browser's storage.
type trouble struct {
	name   string
	want   string // the failure told, or the status where there is none: "conflict", "saved"
	before string // a script run ahead of the page's own
	there  string // a promise that prepares the database
	later  string // what happens once something was saved
}

// storageTroubles: 42 ways in which answers can't be kept, and five in which they can
// all the same. A stub stands for what a browser does in its own way.
var storageTroubles = slices.Concat([]trouble{
	{name: "no IndexedDB", want: "missing", before: `Object.defineProperty(window, "indexedDB", { value: undefined })`},
	{name: "asking for it throws", want: "blocked", before: `Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("", "SecurityError") } })`},
	{name: "listing and opening throw", want: "blocked", before: throwing("IDBFactory", "databases", "SecurityError") + throwing("IDBFactory", "open", "SecurityError")},
	{name: "opening throws", want: "blocked", before: throwing("IDBFactory", "open", "SecurityError")},
	{name: "opening is not allowed", want: "blocked", before: throwing("IDBFactory", "open", "NotAllowedError")},
	{name: "listing fails, opening works", want: "saved", before: `IDBFactory.prototype.databases = () => Promise.reject(new DOMException("", "UnknownError"))`},
	{name: "no listing", want: "saved", before: `IDBFactory.prototype.databases = undefined`},
	{name: "listing never answers", want: "timeout", before: hurry + `IDBFactory.prototype.databases = () => new Promise(() => {})`},
	{name: "opening fails: unknown", want: "corrupt", before: opening("UnknownError")},
	{name: "opening fails: data", want: "corrupt", before: opening("DataError")},
	{name: "opening fails: unreadable", want: "corrupt", before: opening("NotReadableError")},
	{name: "opening fails: private window", want: "mode", before: opening("InvalidStateError")},
	{name: "opening fails: full", want: "quota", before: opening("QuotaExceededError")},
	{name: "opening fails: interrupted", want: "closed", before: opening("AbortError")},
	{name: "opening never answers", want: "timeout", before: hurry + `IDBFactory.prototype.open = () => new EventTarget()`},
	{name: "another tab blocks", want: "busy", before: hurry + `IDBFactory.prototype.open = () => { const r = new EventTarget(); setTimeout(() => r.onblocked?.()); return r; }`},
	{name: "every transaction throws", want: "closed", before: throwing("IDBDatabase", "transaction", "InvalidStateError")},
	{name: "one transaction throws", want: "saved", before: nth("IDBDatabase", "transaction", 5, `throw new DOMException("", "InvalidStateError")`)},
	{name: "the store is missing", want: "corrupt", before: throwing("IDBDatabase", "transaction", "NotFoundError")},
	{name: "reading throws", want: "corrupt", before: throwing("IDBObjectStore", "get", "UnknownError")},
	{name: "nothing written can be read", want: "mode", before: `IDBObjectStore.prototype.put = function () { return this.get("nothing"); }`},
	{name: "writing never ends", want: "timeout", before: hurry + `Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set() {} })`},
	{name: "the copy can't be cloned", want: "corrupt", before: nth("IDBObjectStore", "put", 3, `throw new DOMException("", "DataCloneError")`)},
	{name: "no BroadcastChannel", want: "saved", before: `delete window.BroadcastChannel`},
	{name: "no commit", want: "saved", before: `delete IDBTransaction.prototype.commit`},
	{name: "no navigator.storage", want: "saved", before: `Object.defineProperty(navigator, "storage", { value: undefined })`},

	{name: "a later release's database", want: "newer", there: database(2, `copies: "id"`, ``)},
	{name: "a database without stores", want: "corrupt", there: database(1, ``, ``)},
	{name: "a record that is no copy", want: "corrupt", there: consented(`{ id: "kaputt", rev: "1" }`), later: `lab.keeper.copies()`},
	{name: "a copy of a later release", want: "newer", there: consented(`{ id: "0123456789abcdef", rev: 1, sheet: "s", sheetRev: "r", lang: "nb", title: "t", created: "2026-01-01T00:00:00.000Z", changed: "2026-01-01T00:00:00.000Z", answers: {}, older: {}, from: "", archived: false, deleted: "", mood: "new" }`), later: `lab.keeper.copies()`},
	{name: "a broken pending record", want: "saved", there: consented(`{ id: "0123456789abcdef", rev: 1 }`, `{ name: "pending:x:y", base: 1 }`)},

	{name: "deleted from another page", want: "wiped", later: `indexedDB.deleteDatabase("kollega-prove")`},
	{name: "upgraded by a later release", want: "newer", later: `indexedDB.open("kollega-prove", 2)`},
	{name: "the yes is deleted and the connection lost", want: "wiped", later: inStore("meta", `.clear()`) + `.then(() => lab.keeper.access.close())`},
	{name: "the open record is broken", want: "conflict", later: inStore("copies", `.put({ id: lab.keeper.current.id, rev: "?", by: 7 })`)},
	{name: "another wrote it", want: "conflict", later: inStore("copies", `.put({ ...lab.keeper.current, answers: {}, rev: 99 })`)},
	{name: "it was deleted", want: "gone", later: inStore("copies", `.clear()`)},
	{name: "reading it breaks later", want: "corrupt", later: `(() => { ` + throwing("IDBObjectStore", "get", "UnknownError") + ` })()`},
	{name: "the connection breaks for good", want: "closed", later: `(() => { ` + throwing("IDBDatabase", "transaction", "InvalidStateError") + ` })()`},
	{name: "the history can't be read", want: "corrupt", later: `(() => { ` + throwing("IDBObjectStore", "getAll", "UnknownError") + ` })(); lab.keeper.versions(lab.keeper.current.id)`},
	{name: "the list can't be read", want: "corrupt", later: `(() => { ` + throwing("IDBObjectStore", "getAll", "DataError") + ` })(); lab.keeper.copies()`},
}, nthPuts("QuotaExceededError", "quota", 6), nthAborts(4))

// nthPuts lets the n-th write of a page fail, from the yes to a later answer.
func nthPuts(err, want string, most int) []trouble {
	var all []trouble
	for n := 1; n <= most; n++ {
		all = append(all, trouble{name: fmt.Sprintf("write %d: %s", n, err), want: want,
			before: fmt.Sprintf(`{ const real = IDBObjectStore.prototype.put; let n = 0; IDBObjectStore.prototype.put = function (...a) { if (++n >= %d) throw new DOMException("", %q); return real.apply(this, a); }; }`, n, err)})
	}
	return all
}

// nthAborts lets the browser undo every transaction from the n-th write on.
func nthAborts(most int) []trouble {
	var all []trouble
	for n := 1; n <= most; n++ {
		all = append(all, trouble{name: fmt.Sprintf("write %d is undone", n), want: "closed",
			before: fmt.Sprintf(`{ const real = IDBObjectStore.prototype.put; let n = 0; IDBObjectStore.prototype.put = function (...a) { const r = real.apply(this, a); if (++n >= %d) this.transaction.abort(); return r; }; IDBTransaction.prototype.commit = undefined; }`, n)})
	}
	return all
}

func throwing(class, method, err string) string {
	return fmt.Sprintf(`%s.prototype.%s = () => { throw new DOMException("", %q) };`, class, method, err)
}

func nth(class, method string, n int, then string) string {
	return fmt.Sprintf(`{ const real = %[1]s.prototype.%[2]s; let n = 0; %[1]s.prototype.%[2]s = function (...a) { if (++n === %[3]d) { %[4]s } return real.apply(this, a); }; }`, class, method, n, then)
}

func opening(err string) string {
	return fmt.Sprintf(`IDBFactory.prototype.open = () => {
		const request = { error: new DOMException("", %q) };
		setTimeout(() => request.onerror?.({ preventDefault() {} }));
		return request;
	};`, err)
}

// hurry makes the five seconds that are waited for an answer a short time.
const hurry = `{ const real = setTimeout; window.setTimeout = (f, ms, ...a) => real(f, ms === 5000 ? 300 : ms, ...a); }`

func inStore(store, what string) string {
	return fmt.Sprintf(`new Promise((done) => { indexedDB.open("kollega-prove").onsuccess = ({ target: { result } }) => {
		const tx = result.transaction(%q, "readwrite");
		tx.objectStore(%[1]q)%s;
		tx.oncomplete = () => { result.close(); done(true); };
	}; })`, store, what)
}

func database(version int, stores, records string) string {
	return fmt.Sprintf(`new Promise((done) => {
		const request = indexedDB.open("kollega-prove", %d);
		request.onupgradeneeded = () => { for (const [store, keyPath] of Object.entries({ %s })) request.result.createObjectStore(store, { keyPath }); };
		request.onsuccess = async () => { const db = request.result; %s; db.close(); done(true); };
	})`, version, stores, records)
}

func consented(copies string, meta ...string) string {
	put := fmt.Sprintf(`const tx = db.transaction(["copies", "meta"], "readwrite"); tx.objectStore("copies").put(%s);`, copies)
	for _, record := range append(meta, `{ name: "consent", at: "2026-01-01T00:00:00.000Z", mode: "device" }`) {
		put += fmt.Sprintf(`tx.objectStore("meta").put(%s);`, record)
	}
	return database(1, `copies: "id", history: ["id", "rev"], meta: "name"`, put+`await new Promise((there) => (tx.oncomplete = there))`)
}

// Whatever goes wrong is told by its name, nothing in memory is lost by it, and the
// page runs on without an exception.
func TestBrowserKeeperTroubles(t *testing.T) {
	lab := openKeepLab(t)
	run := launch(t, "")
	for _, trouble := range storageTroubles {
		t.Run(trouble.name, func(t *testing.T) {
			t.Parallel() // most of them wait
			tab := run.apart(t)
			if trouble.there != "" {
				tab.visit(lab.intranet)
				eval[bool](tab, trouble.there)
			}
			if trouble.before != "" {
				tab.before(trouble.before)
			}
			tab.visit(lab.intranet)
			tab.meets(t, trouble)
		})
	}
	t.Run("Full disk", func(t *testing.T) { fullDisk(t, run, lab) })
	t.Run("Cleared by the browser", func(t *testing.T) { cleared(t, run, lab) })
	t.Run("Foreign frame", func(t *testing.T) { foreignFrame(t, run, lab) })
}

// meets types before, during and after a trouble.
func (tab *tab) meets(t *testing.T, trouble trouble) {
	t.Helper()
	eval[string](tab, `lab.start("device")`)
	eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.type("a", "først"), lab.keeper.flush())`)
	if trouble.later != "" {
		eval[bool](tab, `Promise.race([(() => { return `+"eval("+jsString(trouble.later)+")"+`; })(), new Promise((done) => setTimeout(done, 300))]).then(() => true)`)
	}
	for i := range 4 {
		eval[bool](tab, fmt.Sprintf(`(lab.type("b%d", "siden"), lab.keeper.flush())`, i))
	}
	told := eval[bool](tab, fmt.Sprintf(`lab.until(() => lab.told.some((s) => s.failure === %[1]q || s.kind === %[1]q)).catch(() => false)`, trouble.want))
	if !told {
		t.Errorf("not told as %q: %s", trouble.want, eval[string](tab, `JSON.stringify(lab.told)`))
	}
	last := eval[string](tab, `lab.keeper.status.kind`)
	switch trouble.want {
	case "saved", "conflict":
		if last != "saved" && last != "conflict" {
			t.Errorf("in the end the status is %q", last)
		}
	case "gone", "newer":
	default:
		if strings.HasPrefix(trouble.name, "write") && last == "saved" {
			t.Error("what was not written is said to be saved")
		}
	}
	if got := eval[string](tab, `[lab.text("a"), ...[0, 1, 2, 3].map((i) => lab.text("b" + i))].join()`); got != "først,siden,siden,siden,siden" {
		t.Errorf("in memory there is %q", got)
	}
	if _, complaints := tab.heard(); len(complaints) > 0 {
		t.Errorf("the page complained: %q", complaints)
	}
}

// A disk that is really full is told, and saving goes on when there is room again.
func fullDisk(t *testing.T, run *browserRun, lab *keepLab) {
	tab := run.tab(t) // in a context of its own the limit does not hold
	tab.visit(lab.local)
	room := func(bytes float64) {
		tab.call(storage.OverrideQuotaForOrigin.Method, map[string]any{"origin": strings.TrimSuffix(lab.local, "/"), "quotaSize": bytes})
	}
	room(1000)
	eval[string](tab, `lab.start("device")`)
	eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.type("maal", "mye ".repeat(50000)), lab.keeper.flush())`)
	if why := eval[string](tab, `lab.failed()`); why != "quota" {
		t.Errorf("a full disk is told as %q", why)
	}
	if n := eval[int](tab, `lab.text("maal").length`); n != 200000 {
		t.Errorf("in memory there are %d characters", n)
	}
	room(1e9)
	if !eval[bool](tab, `lab.keeper.flush()`) {
		t.Error("there is room again and nothing is saved")
	}
	if why := eval[string](tab, `lab.keeper.status.failure ?? ""`); why != "" {
		t.Errorf("it is saved and still told as %q", why)
	}
}

// What the browser clears by itself is gone from it, not from the page.
func cleared(t *testing.T, run *browserRun, lab *keepLab) {
	tab := run.apart(t)
	tab.visit(lab.local)
	eval[string](tab, `lab.start("ask")`)
	eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.type("maal", "her"), lab.keeper.consent("device"))`)
	tab.call(storage.ClearDataForOrigin.Method, map[string]any{"origin": strings.TrimSuffix(lab.local, "/"), "storageTypes": "all"})
	if why := eval[string](tab, `lab.failed()`); why != "wiped" {
		t.Errorf("cleared storage is told as %q", why)
	}
	eval[bool](tab, `(lab.type("b", "mer"), lab.keeper.flush())`)
	if found := tab.traces(); found != "" {
		t.Errorf("without another yes there is %s", found)
	}
	if got := eval[string](tab, `lab.text("maal") + lab.text("b")`); got != "hermer" {
		t.Errorf("in memory there is %q", got)
	}
}

// In a frame of another site the browser forbids it, and that is told.
func foreignFrame(t *testing.T, run *browserRun, lab *keepLab) {
	tab := run.apart(t)
	tab.visit(lab.local + "frame")
	why := eval[string](tab, `new Promise((done) => {
		onmessage = (event) => done(event.data);
		frames[0].postMessage("start", "*");
	})`)
	if why != "blocked" {
		t.Errorf("in a foreign frame it is told as %q", why)
	}
}
