package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A shared link shows what it holds and asks; what is open stays as it is.
func (b *browser) kitShared(t *testing.T) {
	const link = "#kit=1&min=60&at=0900&for=4&roles=facilitator,timekeeper&b=win-round:10,conversation-sheet:30,pause:5,nope-nope:5"
	tab := b.kit(t, "")
	tab.put("Konsulentrunden")
	tab.choose("Ja, husk det her")
	tab.saved()
	tab.put("Seiersrunden")
	tab.saved()
	eval[bool](tab, `(document.querySelector(".kit-menu-share").open = true)`)
	tab.until(`document.querySelector(".kit-menu-share input").value.includes("#kit=1")`)
	own := eval[string](tab, `document.querySelector(".kit-menu-share input").value`)
	want := tab.kitBlocks()

	second := b.kit(t, own[strings.Index(own, "#"):])
	second.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	if got := second.kitBlocks(); len(got) != 0 {
		t.Errorf("a link filled the plan by itself: %v", got)
	}
	second.click(".kit-offer .button-main")
	second.until(`document.querySelectorAll(".kit-block").length === 2`)
	if got := second.kitBlocks(); !slices.Equal(got, want) {
		t.Errorf("shared: %v\nfound:  %v", want, got)
	}

	eval[bool](tab, `(location.hash = `+jsString(link)+`, true)`)
	tab.until(`document.querySelector(".kit-offer:not([hidden])") !== null`)
	if wrong := eval[string](tab, `document.querySelector(".kit-offer .kit-warning").textContent`); !strings.Contains(wrong, "nope-nope") {
		t.Errorf("what the handbook does not know is told as %q", wrong)
	}
	if got := tab.kitBlocks(); !slices.Equal(got, want) {
		t.Errorf("a link changed the open session: %v", got)
	}
	tab.click(".kit-offer .button:not(.button-main)")
	if got := tab.kitBlocks(); !slices.Equal(got, want) || eval[string](tab, "location.hash") == link {
		t.Error("a no changed something, or left the link standing")
	}
	eval[bool](tab, `(location.hash = `+jsString(link)+`, history.replaceState(null, "", "#copy=0"), true)`) // a save that ends meanwhile names the copy
	tab.until(`document.querySelector(".kit-offer:not([hidden])") !== null`)
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 3`)
	tab.saved()
	if got := tab.kitBlocks(); got[0] != (kitBlock{"09:00", "Seiersrunden", "10"}) || got[2] != (kitBlock{"09:40", "Pause", "5"}) {
		t.Errorf("of the link there is %v", got)
	}
	if n := eval[int](tab, `document.querySelectorAll(".my-copies .copy-button").length`); n != 1 {
		t.Errorf("the session from before is not among mine: %d", n)
	}
}

// What another page gathered is asked about before it is put in; a ready-made session
// brings its own parts.
func (b *browser) kitAdded(t *testing.T) {
	tab := b.kit(t, "#add=win-round,conversation-sheet")
	tab.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	if got := tab.kitBlocks(); len(got) != 0 {
		t.Errorf("put in before the yes: %v", got)
	}
	tab.click(".kit-offer .button-main")
	tab.until(`document.querySelectorAll(".kit-block").length === 2`)
	session := eval[string](tab, `JSON.parse(document.querySelector("[data-part=site]").textContent).kit.pages.find((p) => p.blocks?.length > 2).id`)
	other := b.kit(t, "#add="+session)
	other.until(`document.querySelector(".kit-offer:not([hidden]) .button-main") !== null`)
	other.click(".kit-offer .button-main")
	other.until(`document.querySelectorAll(".kit-block").length > 2`)
	if got := eval[string](other, `document.querySelector(".kit-title").value + "|" + document.querySelector(".kit-sum b").textContent`); strings.HasPrefix(got, "|") || !strings.HasSuffix(got, "|Tida går opp") {
		t.Errorf("a ready-made session: %q", got)
	}
}

// A fragment from anyone does nothing but say what is unknown.
func (b *browser) kitHostile(t *testing.T) {
	for _, fragment := range []string{
		"#kit=1&b=__proto__:5,constructor:5,%3Cscript%3Ealert(1)%3C/script%3E:5,../../x:5&min=99999999999999999999&at=9999&for=-3&roles=%3Cimg%20src=x%20onerror=alert(1)%3E",
		"#add=__proto__,%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E,q.__proto__,toString",
		"#kit=1&b=" + strings.Repeat("win-round:5,", 3000),
		"#kit=7&b=win-round:5", "#add=", "#kit=1", "#kit=1&b=%E0%A4%A", "#add=%00,%FF", "#copy=__proto__", "#kit=&add=&copy=",
	} {
		tab := b.tab(t)
		tab.open(b.root.url + kitPage + fragment)
		tab.kitReady()
		tab.rest()
		if got := tab.kitBlocks(); len(got) != 0 {
			t.Errorf("%.60s: put in %v", fragment, got)
		}
		if tab.matches(".kit-offer .button-main, .kit-offer img, .kit-offer script") {
			t.Errorf("%.60s: something is offered", fragment)
		}
		if found := tab.traces(); found != "" {
			t.Errorf("%.60s: stored %s", fragment, found)
		}
		if _, complaints := tab.heard(); len(complaints) > 0 {
			t.Errorf("%.60s: %q", fragment, complaints)
		}
	}
}

// A file holds all of a session, and one that is none changes nothing.
func (b *browser) kitFile(t *testing.T) {
	tab := b.kit(t, "")
	eval[bool](tab, `(() => {
		URL.createObjectURL = (blob) => { blob.text().then((text) => (globalThis.took = text)); return "blob:none"; };
		HTMLAnchorElement.prototype.click = function () { globalThis.named = this.download; };
		return true;
	})()`)
	tab.setKit(".kit-title", "Økt i fil")
	tab.put("Seiersrunden")
	tab.setKit(".kit-note textarea", "Hemmelig notat")
	tab.click(".kit-menu-share summary")
	tab.choose("Last ned som fil")
	tab.until(`globalThis.took !== undefined`)
	text := eval[string](tab, "took")
	if name := eval[string](tab, "named"); name != "økt-i-fil.kollega-kit.json" || !strings.Contains(text, "Hemmelig notat") {
		t.Errorf("%s holds %s", name, text)
	}
	other := b.kit(t, "")
	for _, bad := range []string{"{}", `{"format":"kollega-kit","version":1,"__proto__":{}}`, strings.Replace(text, `"version": 1`, `"version": 2`, 1)} {
		other.dropFile(bad)
		if other.matches(".kit-offer .button-main") || len(other.kitBlocks()) > 0 {
			t.Errorf("offered: %.80s", bad)
		}
		other.click(".kit-offer .button")
	}
	other.dropFile(text)
	other.click(".kit-offer .button-main")
	other.until(`document.querySelectorAll(".kit-block").length === 1`)
	if got := eval[string](other, `document.querySelector(".kit-note textarea").value + "|" + document.querySelector(".kit-title").value`); got != "Hemmelig notat|Økt i fil" {
		t.Errorf("from the file: %q", got)
	}
}

// dropFile drops a file on the page.
func (tab *tab) dropFile(text string) {
	tab.t.Helper()
	eval[bool](tab, fmt.Sprintf(`(() => {
		const data = new DataTransfer();
		data.items.add(new File([%s], "x.json"));
		document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
		return true;
	})()`, jsString(text)))
	tab.until(`document.querySelector(".kit-offer:not([hidden])") !== null`)
}
