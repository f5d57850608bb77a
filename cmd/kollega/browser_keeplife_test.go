package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Under a passphrase nothing readable lies in the database, and nothing opens it but
// the passphrase.
func passphrase(t *testing.T, run *browserRun, lab *keepLab) {
	tab := run.apart(t)
	tab.visit(lab.local)
	eval[string](tab, `lab.start("device")`)
	eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.type("maal", "Skrevet åpent"), lab.saved())`)

	// A sheet that wants a passphrase asks, though there is a yes without one.
	tab.visit(lab.local)
	eval[string](tab, `lab.start("code")`)
	id := eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.type("maal", "Skrevet lukket"), true)`)
	if kind := eval[string](tab, `lab.keeper.status.kind`); kind != "asking" {
		t.Errorf("a sheet with a passphrase is %q", kind)
	}
	if eval[bool](tab, `lab.keeper.consent("device")`) {
		t.Error("a sheet with a passphrase took a yes without one")
	}
	if !eval[bool](tab, `lab.keeper.consent("code", "Blåbær og krøll")`) {
		t.Fatalf("the passphrase was not taken: %s", eval[string](tab, `JSON.stringify(lab.keeper.status)`))
	}
	if got := eval[[]string](tab, `lab.stored()`); len(got) != 2 {
		t.Errorf("after the passphrase was chosen there is %q", got)
	}
	eval[bool](tab, `(lab.type("maal", "Skrevet"), lab.keeper.flush())`) // shrinks: the longer one goes to the history
	raw := eval[string](tab, everything)
	if strings.Contains(raw, "Skrevet") || !strings.Contains(raw, "sealed") {
		t.Errorf("readable in the database: %s", raw)
	}

	// A tab that was open all along hears of it and is locked.
	tab.visit(lab.local)
	if kind := eval[string](tab, `lab.start("device")`); kind != "locked" {
		t.Errorf("on the next visit the status is %q", kind)
	}
	if got := eval[[]string](tab, `lab.stored()`); len(got) != 0 {
		t.Errorf("locked, it tells %q", got)
	}
	if eval[bool](tab, `lab.keeper.unlock("blåbær og krøll")`) {
		t.Error("another passphrase opened it")
	}
	if !eval[bool](tab, `lab.keeper.unlock("Blåbær og krøll")`) {
		t.Error("the passphrase does not open it")
	}
	if text := eval[string](tab, fmt.Sprintf(`lab.keeper.open(%q).then((copy) => copy.answers.maal.v)`, id)); text != "Skrevet" {
		t.Errorf("unlocked, it tells %q", text)
	}
	eval[bool](tab, `(lab.type("maal", "Før låsen"), lab.keeper.lock())`)
	if held := eval[bool](tab, `lab.keeper.current !== undefined`); held {
		t.Error("locked, the open copy is still in memory")
	}
	eval[bool](tab, `lab.keeper.unlock("Blåbær og krøll")`)
	if got := eval[[]string](tab, `lab.stored()`); !slices.Contains(got, "Før låsen") {
		t.Errorf("after the lock there is %q", got)
	}

	if secure := run.apart(t); true {
		secure.visit(lab.intranet)
		eval[string](secure, `lab.start("code")`)
		if why := eval[string](secure, `lab.keeper.status.failure`); why != "insecure" {
			t.Errorf("on plain http a passphrase is %q", why)
		}
	}
}

// everything is all of a database as one text.
const everything = `new Promise((done) => {
	indexedDB.open("kollega-prove").onsuccess = async ({ target: { result } }) => {
		const all = await Promise.all(["copies", "history", "meta"].map((store) => new Promise((there) => {
			result.transaction(store).objectStore(store).getAll().onsuccess = (event) => there(event.target.result);
		})));
		result.close();
		done(JSON.stringify(all));
	};
})`

// A lost paragraph is had back, and that too can be undone.
func history(t *testing.T, run *browserRun, lab *keepLab) {
	tab := run.apart(t)
	tab.visit(lab.intranet)
	eval[string](tab, `lab.start("device")`)
	id := eval[string](tab, `lab.begin()`)
	long := strings.Repeat("Et helt avsnitt. ", 5)
	eval[bool](tab, fmt.Sprintf(`(lab.type("maal", %q), lab.saved())`, long))
	eval[bool](tab, `(lab.type("maal", "borte"), lab.keeper.flush())`)
	versions := fmt.Sprintf(`lab.keeper.versions(%q).then((all) => all.map((copy) => copy.answers.maal.v))`, id)
	if got := eval[[]string](tab, versions); !slices.Equal(got, []string{long}) {
		t.Fatalf("after a paragraph was lost the history has %q", got)
	}
	restore := fmt.Sprintf(`lab.keeper.versions(%q).then(([last]) => lab.keeper.restore(%q, last.rev)).then((copy) => copy?.answers.maal.v ?? "nothing")`, id, id)
	if got := eval[string](tab, restore); got != long {
		t.Errorf("restored: %q", got)
	}
	if got := eval[string](tab, `lab.text("maal")`); got != long {
		t.Errorf("after it was restored the open copy has %q", got)
	}
	if got := eval[string](tab, restore); got != "borte" {
		t.Errorf("undone: %q", got)
	}
	eval[bool](tab, `(async () => {
		for (let i = 0; i < 30; i++) {
			lab.type("maal", "x".repeat(i % 2 ? 1 : 99));
			await lab.keeper.flush();
		}
		return true;
	})()`)
	if got := eval[[]string](tab, versions); len(got) > 21 {
		t.Errorf("%d earlier revisions are kept", len(got))
	}
}

// A site with a new id finds what was kept under the old one, once.
func formerSite(t *testing.T, run *browserRun, lab *keepLab) {
	for _, mode := range []string{"device", "code"} {
		tab := run.apart(t)
		tab.visit(lab.local)
		eval[string](tab, `lab.start("ask", { id: "gammel" })`)
		id := eval[string](tab, `lab.begin()`)
		eval[bool](tab, fmt.Sprintf(`(lab.type("maal", "Fra før"), lab.keeper.consent(%q, "kode"))`, mode))
		eval[bool](tab, `lab.keeper.setBackup(new Date(0))`)

		renamed := `lab.start("ask", { formerly: ["fremmed", "gammel"] })`
		tab.visit(lab.local)
		kind := eval[string](tab, renamed)
		if mode == "code" {
			if kind != "locked" {
				t.Errorf("%s: under the new id the status is %q", mode, kind)
			}
			eval[bool](tab, `lab.keeper.unlock("kode")`)
		} else if kind != "saved" {
			t.Errorf("%s: under the new id the status is %q", mode, kind)
		}
		if got := eval[[]string](tab, `lab.stored()`); !slices.Equal(got, []string{"Fra før"}) {
			t.Errorf("%s: under the new id there is %q", mode, got)
		}
		if at := eval[string](tab, `lab.keeper.lastBackup().then((at) => at?.toISOString() ?? "")`); !strings.HasPrefix(at, "1970") {
			t.Errorf("%s: the last backup was %q", mode, at)
		}
		eval[bool](tab, fmt.Sprintf(`lab.keeper.open(%q).then(() => (lab.type("maal", "Nytt"), lab.keeper.flush()))`, id))
		tab.visit(lab.local)
		eval[string](tab, renamed)
		if mode == "code" {
			eval[bool](tab, `lab.keeper.unlock("kode")`)
		}
		if got := eval[[]string](tab, `lab.stored()`); !slices.Equal(got, []string{"Nytt"}) {
			t.Errorf("%s: copied again: %q", mode, got)
		}
		names := eval[[]string](tab, `indexedDB.databases().then((all) => all.map((one) => one.name).sort())`)
		if !slices.Equal(names, []string{"kollega-gammel", "kollega-prove"}) {
			t.Errorf("%s: the databases are %q", mode, names)
		}
	}
}

// What another tab deleted for good stays in memory and comes back as a new copy, if
// the reader says so and not before.
func deletedElsewhere(t *testing.T, run *browserRun, lab *keepLab) {
	for _, how := range []string{"forever", "remove"} {
		tab := run.apart(t)
		tab.visit(lab.intranet)
		eval[string](tab, `lab.start("device")`)
		id := eval[string](tab, `lab.begin()`)
		eval[bool](tab, `(lab.type("maal", "Beholdes"), lab.saved())`)
		other := run.beside(t, tab)
		other.visit(lab.intranet)
		eval[string](other, `lab.start("device")`)
		if !eval[bool](other, fmt.Sprintf(`lab.keeper.%s(%q)`, how, id)) {
			t.Fatalf("%s failed", how)
		}
		eval[bool](tab, `lab.until(() => lab.keeper.status.kind === "gone")`)
		eval[bool](tab, `(lab.type("maal", "Beholdes likevel"), lab.keeper.flush().then((done) => !done))`)
		eval[bool](tab, `(dispatchEvent(new PageTransitionEvent("pagehide")), true)`)
		if got := eval[[]string](other, `lab.keeper.copies().then((all) => all.filter((copy) => !copy.deleted).map((copy) => copy.id))`); len(got) != 0 {
			t.Errorf("%s: it came back by itself: %q", how, got)
		}
		if !eval[bool](tab, `lab.keeper.again()`) {
			t.Errorf("%s: it could not be kept again", how)
		}
		again := `lab.keeper.copies().then((all) => all.filter((copy) => !copy.deleted).map((copy) => copy.from + " " + copy.answers.maal.v))`
		if got := eval[[]string](other, again); !slices.Equal(got, []string{id + " Beholdes likevel"}) {
			t.Errorf("%s: kept again as %q", how, got)
		}
	}
}

// The bin keeps for 30 days, and old copies get there after a warning of 14.
func bin(t *testing.T, run *browserRun, lab *keepLab) {
	tab := run.apart(t)
	tab.visit(lab.intranet)
	eval[string](tab, `lab.start("device")`)
	id := eval[string](tab, `lab.begin()`)
	eval[bool](tab, `(lab.keeper.describe(sheet), lab.type("maal", "Gammelt"), lab.saved())`)
	in := func(days int) string {
		return fmt.Sprintf(`new Date(Date.now() + %d * 86400000)`, days)
	}
	expire := func(days int) []string {
		return eval[[]string](tab, `lab.keeper.expire(() => 12, `+in(days)+`).then((all) => all.map((copy) => copy.id))`)
	}
	binned := fmt.Sprintf(`lab.keeper.read(%q).then((copy) => copy ? copy.deleted : "purged")`, id)
	if got := expire(300); len(got) != 0 {
		t.Errorf("after 300 days it warns of %q", got)
	}
	for _, day := range []int{400, 413} {
		if got := expire(day); !slices.Equal(got, []string{id}) {
			t.Errorf("after %d days it warns of %q", day, got)
		}
		if at := eval[string](tab, binned); at != "" {
			t.Errorf("after %d days it is binned", day)
		}
	}
	if got := expire(415); len(got) != 0 {
		t.Errorf("when it is binned it warns of %q", got)
	}
	if at := eval[string](tab, binned); at == "" {
		t.Error("14 days after the warning it is not binned")
	}
	if !eval[bool](tab, fmt.Sprintf(`lab.keeper.recover(%q)`, id)) || eval[string](tab, binned) != "" {
		t.Error("it can't be had back")
	}
	eval[bool](tab, fmt.Sprintf(`lab.keeper.remove(%q)`, id))
	eval[bool](tab, `lab.keeper.purgeBin(`+in(29)+`).then(() => true)`)
	if at := eval[string](tab, binned); at == "purged" {
		t.Error("after 29 days it is gone from the bin")
	}
	eval[bool](tab, `lab.keeper.purgeBin(`+in(31)+`).then(() => true)`)
	if at := eval[string](tab, binned); at != "purged" {
		t.Error("after 31 days it is in the bin")
	}
	if got := eval[string](tab, `lab.keeper.snapshots().then((all) => all[0].fields[0].label)`); got != "Mål" {
		t.Errorf("of the sheet it is known that it asked %q", got)
	}
	if n := eval[int](tab, `lab.keeper.usage()`); n < 100 || n > 1000 {
		t.Errorf("%d bytes are said to be used", n)
	}
}
