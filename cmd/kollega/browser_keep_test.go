package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var (
	kills      = flag.Int("kills", 12, "how `often` the browser is killed while answers are typed")
	keepSteps  = flag.Int("keep-steps", 1500, "how many `steps` two tabs take on one copy")
	keepSeed   = flag.Uint64("keep-seed", 1, "the `seed` of everything random about keeping answers")
	tabClosing = flag.Int("closings", 5, "how `often` a tab is closed within 100 ms of a keystroke")
)

// What becomes of answers, whatever happens to the browser that keeps them.
func TestBrowserKeeper(t *testing.T) {
	lab := openKeepLab(t)
	run := launch(t, "")
	t.Run("NothingBeforeYes", func(t *testing.T) { nothingBeforeYes(t, run, lab) })
	t.Run("Wipe", func(t *testing.T) { wipe(t, run, lab) })
	t.Run("ClosedTab", func(t *testing.T) { closedTab(t, run, lab) })
	t.Run("TwoTabs", func(t *testing.T) { twoTabs(t, run, lab) })
	t.Run("Passphrase", func(t *testing.T) { passphrase(t, run, lab) })
	t.Run("History", func(t *testing.T) { history(t, run, lab) })
	t.Run("FormerSite", func(t *testing.T) { formerSite(t, run, lab) })
	t.Run("Deleted", func(t *testing.T) { deletedElsewhere(t, run, lab) })
	t.Run("Bin", func(t *testing.T) { bin(t, run, lab) })
}

// A browser that dies loses nothing that was said to be saved.
func TestBrowserKeeperKilled(t *testing.T) {
	lab := openKeepLab(t)
	dir := filepath.Join(t.TempDir(), "profile")
	random := rand.New(rand.NewPCG(*keepSeed, 2))
	origins := []string{lab.intranet, lab.local, lab.file}
	acknowledged := map[string]int{}
	for kill := range *kills {
		run := launch(t, dir)
		url := origins[kill%len(origins)]
		tab := run.tab(t)
		tab.visit(url)
		from := acknowledged[url]
		if kind := eval[string](tab, `lab.start("device")`); from > 0 && kind != "saved" {
			t.Fatalf("kill %d, %s: the yes is forgotten: %s", kill, url, kind)
		}
		if from > 0 {
			kept := eval[int](tab, `lab.keeper.copies().then(([copy]) => lab.keeper.open(copy.id)).then((copy) => Number(copy?.answers.n?.v ?? -1))`)
			if kept < from {
				t.Errorf("kill %d, %s: %d was said to be saved, %d was there", kill, url, from, kept)
			}
			from = max(from, kept)
		} else {
			eval[string](tab, `lab.begin()`)
		}
		// Type at the pace of a person or of a fast one, in bursts, and kill the browser
		// as soon as a save is told of.
		pace := []int{200, 60, 4}[random.IntN(3)]
		saves := 1 + random.IntN(5)
		acknowledged[url] = eval[int](tab, fmt.Sprintf(`(() => {
			lab.typeOn("n", %d, () => Math.random() * (Math.random() < 0.2 ? 400 : %d));
			const first = lab.told.length;
			const saves = () => new Set(lab.told.slice(first).filter((s) => s.kind === "saved").map((s) => Number(s.at))).size;
			return lab.until(() => saves() >= %d && lab.keeper.status.kind === "saved").then(() => Math.max(...[...lab.acknowledged].map(Number)));
		})()`, from+1, pace, saves))
		run.kill(t)
	}
}

// Before the reader says yes there is not a byte.
func nothingBeforeYes(t *testing.T, run *browserRun, lab *keepLab) {
	for _, url := range []string{lab.intranet, lab.local} {
		tab := run.apart(t)
		tab.visit(url)
		if kind := eval[string](tab, `lab.start("ask")`); kind != "memory" {
			t.Errorf("%s: at first the status is %q", url, kind)
		}
		eval[string](tab, `lab.begin()`)
		eval[bool](tab, `(lab.type("maal", "Lytte mer"), true)`)
		if kind := eval[string](tab, `lab.keeper.status.kind`); kind != "asking" {
			t.Errorf("%s: at the first keystroke the status is %q", url, kind)
		}
		if found := tab.traces(); found != "" {
			t.Errorf("%s: stored before the yes: %s", url, found)
		}
		eval[bool](tab, `(lab.keeper.decline(), lab.type("maal", "Lytte mest"), lab.keeper.flush())`)
		if found := tab.traces(); found != "" {
			t.Errorf("%s: stored after a no: %s", url, found)
		}
		if kind := eval[string](tab, `lab.keeper.status.kind`); kind != "memory" {
			t.Errorf("%s: after a no the status is %q", url, kind)
		}
		if !eval[bool](tab, `lab.keeper.consent("device")`) {
			t.Errorf("%s: a yes after the no was not taken", url)
		}
		if got := eval[[]string](tab, `lab.stored()`); !slices.Equal(got, []string{"Lytte mest"}) {
			t.Errorf("%s: after the yes there is %q", url, got)
		}
		if names := eval[[]string](tab, inMeta+`.then((all) => all.map((one) => one.name))`); !slices.Equal(names, []string{"consent"}) {
			t.Errorf("%s: beside the copy there is %q", url, names)
		}
	}

	// Old browsers can't list databases: asking for ours must not make it.
	tab := run.apart(t)
	tab.visit(lab.local)
	eval[bool](tab, `(() => { window.list = indexedDB.databases.bind(indexedDB); IDBFactory.prototype.databases = undefined; return true; })()`)
	eval[string](tab, `lab.start("ask")`)
	if n := eval[int](tab, `list().then((all) => all.length)`); n != 0 {
		t.Error("looking for a database made one")
	}

	tab = run.apart(t)
	tab.visit(lab.local)
	eval[string](tab, `lab.start("none")`)
	eval[string](tab, `lab.begin()`)
	if eval[bool](tab, `(lab.type("maal", "Uten spor"), lab.keeper.consent("device"))`) {
		t.Error("a sheet that is never stored took a yes")
	}
	if found := tab.traces(); found != "" {
		t.Errorf("a sheet that is never stored left %s", found)
	}
}

const inMeta = `new Promise((done) => {
	indexedDB.open("kollega-prove").onsuccess = ({ target: { result } }) => {
		result.transaction("meta").objectStore("meta").getAll().onsuccess = (event) => { result.close(); done(event.target.result); };
	};
})`

// traces says what a page has stored in any of the places there are.
func (tab *tab) traces() string {
	tab.t.Helper()
	found := eval[[]string](tab, `(async () => [
		...(await indexedDB.databases()).map(({ name }) => "database " + name),
		...Object.keys(localStorage).map((key) => "localStorage " + key),
		...Object.keys(sessionStorage).map((key) => "sessionStorage " + key),
		...(globalThis.caches ? await caches.keys() : []).map((key) => "cache " + key),
		...(document.cookie ? ["cookie " + document.cookie] : []),
	])()`)
	return strings.Join(found, ", ")
}

// Deleting everything deletes everything, in earlier sites' databases and under other
// tabs too, and nothing comes back by itself.
func wipe(t *testing.T, run *browserRun, lab *keepLab) {
	const former = `{ formerly: ["gammel"] }`
	tab := run.apart(t)
	tab.visit(lab.local)
	eval[string](tab, `lab.start("device", { id: "gammel" })`)
	eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.type("maal", "Det gamle"), lab.saved())`)
	tab.visit(lab.local)
	eval[string](tab, `lab.start("device", `+former+`)`)
	eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.type("maal", "Det nye"), lab.saved())`)
	other := run.beside(t, tab)
	other.visit(lab.local)
	eval[string](other, `lab.start("device", `+former+`)`)
	id := eval[string](tab, `lab.keeper.current.id`)
	eval[bool](other, fmt.Sprintf(`lab.keeper.open(%q).then(Boolean)`, id))

	if !eval[bool](tab, `lab.keeper.wipe()`) {
		t.Error("what was to be deleted is not seen to be gone")
	}
	if found := tab.traces(); found != "" {
		t.Errorf("after everything was deleted there is %s", found)
	}
	if why := eval[string](other, `lab.failed()`); why != "wiped" {
		t.Errorf("the other tab was told %q", why)
	}
	eval[bool](other, `(lab.type("maal", "Skrevet etterpå"), lab.keeper.flush())`)
	if found := tab.traces(); found != "" {
		t.Errorf("the other tab brought back %s", found)
	}
	if text := eval[string](other, `lab.text("maal")`); text != "Skrevet etterpå" {
		t.Errorf("the other tab holds %q", text)
	}
	if kind := eval[string](other, `lab.keeper.status.kind`); kind != "asking" {
		t.Errorf("typing on in the other tab is %q", kind)
	}
	if !eval[bool](other, `lab.keeper.consent("device")`) {
		t.Error("a new yes was not taken")
	}
	if got := eval[[]string](other, `lab.stored()`); !slices.Equal(got, []string{"Skrevet etterpå"}) {
		t.Errorf("after a new yes there is %q", got)
	}
}

// A tab that is closed right after a keystroke keeps it.
func closedTab(t *testing.T, run *browserRun, lab *keepLab) {
	random := rand.New(rand.NewPCG(*keepSeed, 3))
	for _, mode := range []string{"device", "code"} {
		keeper := run.apart(t) // the browser context ends with this tab
		keeper.visit(lab.local)
		eval[string](keeper, `lab.start("ask")`)
		id := eval[string](keeper, `lab.begin()`)
		eval[bool](keeper, fmt.Sprintf(`(lab.type("maal", "første"), lab.keeper.consent(%q, "hemmelig"))`, mode))
		for n := range *tabClosing {
			tab := run.beside(t, keeper)
			tab.visit(lab.local)
			eval[string](tab, `lab.start("ask")`)
			if mode == "code" && !eval[bool](tab, `lab.keeper.unlock("hemmelig")`) {
				t.Fatal("the passphrase does not open")
			}
			eval[bool](tab, fmt.Sprintf(`lab.keeper.open(%q).then(Boolean)`, id))
			want := fmt.Sprintf("tast %d", n)
			eval[bool](tab, fmt.Sprintf(`(lab.type("maal", "a"), new Promise((done) => setTimeout(() => {
				lab.type("maal", "ab");
				lab.type("maal", %q);
				setTimeout(done, %d, true);
			}, %d)))`, want, 10+random.IntN(90), random.IntN(350))) // no hand is there in less than 10 ms
			run.shut(tab)

			next := run.beside(t, keeper)
			next.visit(lab.local)
			eval[string](next, `lab.start("ask")`)
			if mode == "code" {
				eval[bool](next, `lab.keeper.unlock("hemmelig")`)
			}
			texts := eval[[]string](next, `lab.stored()`)
			if !slices.Equal(texts, []string{want}) {
				t.Errorf("%s, closing %d: %q is kept, want %q", mode, n, texts, want)
			}
			run.shut(next)
		}
	}
}

// Two tabs on one copy: whatever was said to be saved is found in some copy, unless the
// one who wrote over it had it on the screen.
func twoTabs(t *testing.T, run *browserRun, lab *keepLab) {
	random := rand.New(rand.NewPCG(*keepSeed, 4))
	first := run.apart(t)
	tabs := []*tab{first, run.beside(t, first)}
	for _, tab := range tabs {
		tab.visit(lab.intranet)
		eval[string](tab, `lab.start("device")`)
	}
	id := eval[string](first, `lab.begin()`)
	eval[bool](first, `(lab.type("f0", "start"), lab.saved())`)
	eval[bool](tabs[1], fmt.Sprintf(`lab.keeper.open(%q).then(Boolean)`, id))
	for step := range *keepSteps {
		tab := tabs[random.IntN(2)]
		switch n := random.IntN(20); {
		case n < 12:
			eval[bool](tab, fmt.Sprintf(`(lab.type("f%d", "%d"), true)`, random.IntN(6), step))
		case n < 16:
			eval[bool](tab, `lab.keeper.flush()`)
		case n < 17: // the page is hidden, and comes back
			eval[bool](tab, `(dispatchEvent(new PageTransitionEvent("pagehide")), true)`)
		case n < 19:
			eval[bool](tab, `(document.dispatchEvent(new Event("visibilitychange")), true)`)
		default: // both work on the same copy again
			eval[bool](tab, fmt.Sprintf(`lab.keeper.open(%q).then(Boolean)`, id))
		}
	}
	for _, tab := range tabs {
		if !eval[bool](tab, `lab.keeper.flush()`) {
			t.Errorf("the last of it could not be saved: %s", eval[string](tab, `JSON.stringify(lab.keeper.status)`))
		}
	}
	found := map[string]bool{} // in a copy, or knowingly replaced
	for _, text := range eval[[]string](first, `lab.stored()`) {
		found[text] = true
	}
	said := map[string]bool{}
	for _, tab := range tabs {
		for _, text := range eval[[]string](tab, `[...lab.replaced]`) {
			found[text] = true
		}
		for _, text := range eval[[]string](tab, `[...lab.acknowledged]`) {
			said[text] = true
		}
	}
	var lost []string
	for text := range said {
		if !found[text] {
			lost = append(lost, text)
		}
	}
	copies := eval[int](first, `lab.keeper.copies().then((all) => all.length)`)
	conflicts := eval[int](tabs[0], `lab.conflicts.length`) + eval[int](tabs[1], `lab.conflicts.length`)
	t.Logf("%d steps, %d values said to be saved, %d copies, %d times told of two, %d reloads", *keepSteps, len(said), copies, conflicts, eval[int](tabs[0], `lab.reloads`)+eval[int](tabs[1], `lab.reloads`))
	if len(lost) > 0 {
		t.Errorf("seed %d: said to be saved and in no copy: %q", *keepSeed, lost)
	}
	if len(said) == 0 || conflicts == 0 {
		t.Error("the tabs never met: nothing was tested")
	}
	for _, tab := range tabs {
		if _, complaints := tab.heard(); len(complaints) > 0 {
			t.Errorf("the page complained: %q", complaints)
		}
	}
}
