package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Every question comes once before any comes again, one or three at a time.
func (b *browser) bankDraws(t *testing.T) {
	tab := b.tab(t)
	tab.openBank(b.root.url + bankPage)
	all := eval[[]string](tab, `[...document.querySelectorAll(".prose .questions > li")].map((li) => li.id.slice(2))`)
	tab.click(".bank-draw")
	var seen []string
	for len(seen) < len(all) {
		hand := tab.onTable()
		if len(hand) == 0 {
			t.Fatalf("nothing lies on the table after %d of %d", len(seen), len(all))
		}
		seen = append(seen, hand...)
		want := fmt.Sprintf("%d av %d", len(seen), len(all))
		if said := eval[string](tab, `document.querySelector(".table-through").textContent`); !strings.HasSuffix(said, want) {
			t.Fatalf("after %d it says %q", len(seen), said)
		}
		if len(seen) == 5 { // the one that lies there stays, and two come to it
			tab.press("3")
			if hand := tab.onTable(); len(hand) != 3 || hand[0] != seen[4] {
				t.Fatalf("three at a time are %q after %q", hand, seen[4])
			} else {
				seen = append(seen, hand[1:]...)
			}
		}
		tab.click(".table-next")
	}
	slices.Sort(all)
	if slices.Sort(seen); !slices.Equal(seen, all) {
		t.Errorf("drawn were %q\nof %q", seen, all)
	}
	if said := eval[string](tab, `document.querySelector(".table-over").textContent + document.querySelector(".table-next").textContent`); !strings.Contains(said, fmt.Sprint(len(all))) || !strings.Contains(said, "Bland på nytt") {
		t.Errorf("at the end it says %q", said)
	}
	tab.click(".table-next")
	if hand := tab.onTable(); len(hand) != 3 {
		t.Errorf("shuffled again, %q are drawn", hand)
	}
}

// The table view needs no mouse.
func (b *browser) bankKeyboard(t *testing.T) {
	tab := b.tab(t)
	tab.openBank(b.root.url + banksPage)
	eval[bool](tab, `(document.querySelector(".bank-draw").focus(), true)`)
	tab.press(kb.Enter)
	var hands [][]string
	note := func() []string { hands = append(hands, tab.onTable()); return hands[len(hands)-1] }
	note()
	for _, key := range []string{" ", kb.Enter, kb.ArrowRight} {
		tab.press(key)
		if now := note(); len(now) != 1 || slices.Equal(now, hands[len(hands)-2]) {
			t.Errorf("%q led from %q to %q", key, hands[len(hands)-2], now)
		}
	}
	tab.press(kb.ArrowLeft)
	if now := tab.onTable(); !slices.Equal(now, hands[2]) {
		t.Errorf("back is %q, not %q", now, hands[2])
	}
	tab.press("f")
	if !tab.matches(`.table-card .bank-star[aria-pressed="true"]`) {
		t.Error("f makes no favourite")
	}
	tab.press("3")
	tab.press(kb.ArrowRight)
	tab.press(kb.ArrowRight)
	if now := tab.onTable(); len(now) != 3 {
		t.Errorf("three at a time are %q", now)
	}
	tab.press("1")
	if now := tab.onTable(); len(now) != 1 {
		t.Errorf("one at a time is %q", now)
	}
	tab.press(kb.Escape)
	tab.until(`document.querySelector("dialog.table") === null`)
	if !eval[bool](tab, `document.activeElement.matches(".bank-draw")`) {
		t.Errorf("Esc does not lead back to where one came from: the focus is at %s", eval[string](tab, `document.activeElement.outerHTML.slice(0, 300)`))
	}
}

// Favourites and what has been drawn are kept after a yes, and only then; both are the
// same on every page, and My workbook shows the favourites.
func (b *browser) bankFavourites(t *testing.T) {
	tab := b.tab(t)
	star := `#q-us-keep .bank-star`
	tab.openBank(b.root.url + bankPage)
	tab.click(".bank-draw")
	tab.press(kb.Escape)
	if n := eval[int](tab, stores); n != 0 || tab.matches(".notice-ask") {
		t.Errorf("drawing stores %d things, or asks", n)
	}
	tab.click(star)
	tab.until(`document.querySelector(".notice-ask") !== null`)
	if n := eval[int](tab, stores); n != 0 {
		t.Errorf("%d things are stored before the yes", n)
	}
	tab.openBank(b.root.url + bankPage)
	if tab.matches(`.bank-star[aria-pressed="true"]`) {
		t.Error("a favourite is kept that nobody said yes to")
	}
	tab.click(".bank-draw")
	drawn := tab.onTable()
	tab.press(kb.Escape)
	tab.click(star)
	tab.until(`document.querySelector(".notice-ask") !== null`)
	tab.choose("Ja, husk det her")
	tab.until(`document.querySelector("[data-part=bar]").hidden`)
	tab.remembers("drawn")
	tab.remembers("sheet:questions-kept")
	for _, page := range []string{bankPage, banksPage} {
		tab.openBank(b.root.url + page)
		tab.until(`document.querySelector(".bank-drawn").textContent.startsWith("1 av ")`)
		tab.click(".bank-more > summary")
		tab.click(`[name="kept"]`)
		if got := tab.shown(); !slices.Equal(got, []string{"Hva skal vi fortsette med?"}) {
			t.Errorf("%s: favourites after a reload are %q", page, got)
		}
	}
	tab.openBank(b.root.url + bankPage)
	tab.until(`document.querySelector(".bank-drawn").textContent.startsWith("1 av ")`)
	for range 8 {
		tab.click(".bank-draw:nth-child(2)")
		if slices.Contains(tab.onTable(), drawn[0]) {
			t.Errorf("%q is drawn again after a reload", drawn)
		}
		tab.press(kb.Escape)
	}
	tab.openBook(b.root.url + "arbeidsbok.html")
	tab.until(`document.querySelector(".sitting-title a") !== null`)
	if got := eval[string](tab, `document.querySelector(".sitting-title").textContent`); got != "Favorittspørsmål" {
		t.Errorf("My workbook has %q", got)
	}
	tab.follow(func() { tab.click(".sitting-title a") })
	tab.until(`document.querySelector(".bank-items > li") !== null`)
	if got := tab.shown(); len(got) != 1 {
		t.Errorf("My workbook leads to %q", got)
	}
	tab.openBank(b.root.url + bankPage)
	tab.until(fmt.Sprintf(`document.querySelector(%q).getAttribute("aria-pressed") === "true"`, star))
	tab.click(star)
	tab.until(`document.querySelector(".bank-star[aria-pressed=true]") === null`)
	tab.until(`(async () => {
		const open = indexedDB.open("kollega-kollega");
		const database = await new Promise((done) => { open.onsuccess = () => done(open.result); });
		const all = database.transaction("copies").objectStore("copies").getAll();
		const copies = await new Promise((done) => { all.onsuccess = () => done(all.result); });
		database.close();
		return copies.length === 1 && copies[0].answers.favourites.v.length === 0;
	})()`)
}

// A question goes into a sheet that is kept, after what stands there.
func (b *browser) bankPuts(t *testing.T) {
	tab := b.tab(t)
	tab.openBank(b.root.url + bankPage)
	put := func() {
		tab.click("#q-us-keep .bank-ways")
		tab.click("#q-us-keep [data-act=put]")
		tab.until(`document.querySelector(".bank-dialog[open]") !== null`)
	}
	put()
	if !tab.matches(`.bank-dialog a[href="../arbeidsbok.html"]`) || tab.matches(".bank-dialog select") {
		t.Error("without a sheet it is not said how to get one")
	}
	tab.open(b.root.url + journeys[0].plan)
	tab.typeInto(`[data-field="goal"] .control`, "Lytte mer")
	tab.choose("Ja, husk det her")
	tab.saved()
	tab.remembers("sheet:")
	tab.openBank(b.root.url + bankPage)
	put()
	eval[bool](tab, `(document.querySelector(".bank-dialog label:nth-child(2) select").value = "goal", document.querySelector(".bank-dialog .button-main").click(), true)`)
	tab.until(`document.querySelector(".bank-told").textContent.startsWith("Lagt i")`)
	if !eval[bool](tab, `[...document.querySelectorAll("#q-us-keep .bank-did")].some((did) => did.textContent.startsWith("Lagt i") && did.checkVisibility())`) {
		t.Error("it is not said beside the question that it was put there")
	}
	tab.openBook(b.root.url + "arbeidsbok.html")
	tab.follow(func() { tab.click(".sitting-title a") })
	tab.until(`document.querySelector('[data-field="goal"] .control').value !== ""`)
	if got := eval[string](tab, `document.querySelector('[data-field="goal"] .control').value`); !strings.HasPrefix(got, "Lytte mer") || !strings.HasSuffix(got, "Hva skal vi fortsette med?") {
		t.Errorf("the sheet says %q", got)
	}
}
