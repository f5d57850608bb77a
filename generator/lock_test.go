package generator

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/lock"
	"kollega/generator/site"
)

const lockedSite = `id = "a"
title = "A"
base = "none"
`

// sheetSite is a site of one worksheet with the bundled look.
func sheetSite(files map[string]string) fstest.MapFS {
	source := withBundledLook()
	source["site.toml"] = &fstest.MapFile{Data: []byte(lockedSite)}
	source["content/nb/_index.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Forside\"\n+++\n")}
	source["content/nb/ark.md"] = &fstest.MapFile{Data: []byte(sheetText("kort", "- A {=a}\n- B {=b}"))}
	for name, text := range files {
		source[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return source
}

func sheetText(answer, options string) string {
	return "+++\ntitle = \"Ark\"\nkind = \"arbeidsark\"\n+++\n```felt maal\nHva?\nSvar: " + answer + "\n```\n\n```felt valg\nHvem?\nSvar: velg én\n" + options + "\n```\n"
}

const sheetLock = "ark worksheet\nark#maal short\nark#valg one\nark#valg/a option\nark#valg/b option\nhome front\n"

func relock(t *testing.T, source fs.FS, remove ...string) Relock {
	t.Helper()
	h, problems := openAndCheck(source)
	r, more := h.Relock(remove...)
	if problems = slices.DeleteFunc(append(problems, more...), func(p site.Problem) bool { return len(remove) > 0 && strings.HasPrefix(string(p.Code), "lock-") }); len(problems) > 0 {
		t.Fatal(problems)
	}
	return r
}

func TestTheLockGrowsAndIsThenUpToDate(t *testing.T) {
	r := relock(t, sheetSite(nil))
	_, lines, _ := strings.Cut(string(r.Text), "\n\n")
	if lines != sheetLock || len(r.Changes) != 6 || r.Changes[1] != "ark#maal short" {
		t.Errorf("%q\n%s", r.Changes, r.Text)
	}
	if r = relock(t, sheetSite(map[string]string{lock.Name: string(r.Text)})); r.Text != nil {
		t.Errorf("written anew: %q", r.Changes)
	}
	r = relock(t, sheetSite(map[string]string{lock.Name: sheetLock, "content/nb/ark.md": sheetText("kort", "- A {=a}\n- B {=b}\n- C {=c}")}))
	if !slices.Equal(r.Changes, []string{"ark#valg/c option"}) || r.Stale().Code != "lock-stale" {
		t.Errorf("a new option: %q", r.Changes)
	}
}

func TestNothingIsAddedWhileSomethingIsMissing(t *testing.T) {
	h, problems := openAndCheck(sheetSite(map[string]string{lock.Name: sheetLock, "content/nb/ark.md": sheetText("kort", "- A {=a}\n- BB {=bb}")}))
	if len(problems) != 1 || problems[0].Code != "lock-choice" {
		t.Fatal(problems)
	}
	if r, _ := h.Relock(); r.Text != nil {
		t.Errorf("added %q", r.Changes)
	}
	r, problems := h.Relock("ark#valg/b")
	if len(problems) > 0 || !slices.Equal(r.Changes, []string{"ark#valg/b option removed", "ark#valg/bb option"}) {
		t.Errorf("%v %q", problems, r.Changes)
	}
}

func TestAPageThatHoldsNoAnswersMayGo(t *testing.T) {
	h, problems := openAndCheck(sheetSite(map[string]string{lock.Name: sheetLock + "borte guide\n", "content/nb/ny.md": "+++\ntitle = \"Ny\"\n+++\n"}))
	if len(problems) != 1 || problems[0].Code != "lock-page" || !problems[0].Warning {
		t.Errorf("%v", problems)
	}
	if r, _ := h.Relock(); !slices.Equal(r.Changes, []string{"ny guide"}) {
		t.Errorf("%q", r.Changes)
	}
}

func TestARemovalTakesAllBelowAndStays(t *testing.T) {
	files := map[string]string{lock.Name: sheetLock + "gammelt worksheet\ngammelt#a several\ngammelt#a/x option\ngammelt-2 guide\n", "content/nb/gammelt-2.md": "+++\ntitle = \"Gammelt\"\n+++\n"}
	r := relock(t, sheetSite(files), "gammelt")
	if want := []string{"gammelt worksheet removed", "gammelt#a several removed", "gammelt#a/x option removed"}; !slices.Equal(r.Changes, want) {
		t.Fatalf("%q", r.Changes)
	}
	files[lock.Name] = string(r.Text)
	if r = relock(t, sheetSite(files)); r.Text != nil {
		t.Errorf("changed %q", r.Changes)
	}
	files["content/nb/gammelt.md"] = "+++\ntitle = \"Tilbake\"\nkind = \"arbeidsark\"\n+++\n```felt a\nHva?\nSvar: velg flere\n- X {=x}\n```\n"
	if r = relock(t, sheetSite(files)); !slices.Equal(r.Changes, []string{"gammelt worksheet", "gammelt#a several", "gammelt#a/x option"}) {
		t.Errorf("what comes back as it was: %q", r.Changes)
	}
}

func TestWhatIsThereOrUnknownIsNotRemoved(t *testing.T) {
	h, _ := openAndCheck(sheetSite(map[string]string{lock.Name: sheetLock + "ark#bort short\n"}))
	for key, want := range map[string]site.Code{"ark": "lock-present", "ark#maal": "lock-present", "ark#valg/a": "lock-present",
		"ark#borte": "lock-unknown", "": "lock-unknown", "Ark": "lock-unknown", "ark#maal/a": "lock-unknown"} {
		if r, problems := h.Relock(key); len(problems) != 1 || problems[0].Code != want || r.Text != nil {
			t.Errorf("%q: %v", key, problems)
		}
	}
	_, problems := h.Relock("ark#borte")
	if want := `worksheets.lock: lock-unknown: “ark#borte” is not in the file (did you mean "ark#bort"?). Write page, page#field, page#field/option or page#question`; problems[0].In("en") != want {
		t.Errorf("%s", problems[0].In("en"))
	}
}

func TestAnOrganisationsLockLiesOverTheBundledOne(t *testing.T) {
	bundled := sheetSite(map[string]string{lock.Name: sheetLock + "annet worksheet\nannet#x short\n"})
	folder := fstest.MapFS{"site.toml": {Data: []byte("id = \"b\"\ntitle = \"B\"\n")}}
	if r := relock(t, Over(folder, bundled)); r.Text != nil {
		t.Errorf("what is ours is noted again: %q", r.Changes)
	}
	folder["content/nb/ark.md"] = &fstest.MapFile{Data: []byte(sheetText("langt", "- A {=a}\n- B {=b}\n- C {=c}"))}
	if _, problems := openAndCheck(Over(folder, bundled)); len(problems) != 1 || problems[0].Code != "lock-type" {
		t.Errorf("a page over ours: %v", problems)
	}
	folder["content/nb/ark.md"] = &fstest.MapFile{Data: []byte(strings.Replace(sheetText("langt", "- A {=a}\n- B {=b}\n- C {=c}"), "felt maal", "felt mal", 1))}
	r := relock(t, Over(folder, bundled), "ark#maal")
	if want := []string{"ark#maal short removed", "ark#mal long", "ark#valg/c option"}; !slices.Equal(r.Changes, want) {
		t.Errorf("%q", r.Changes)
	}
	folder[lock.Name] = &fstest.MapFile{Data: r.Text}
	if r = relock(t, Over(folder, bundled)); r.Text != nil {
		t.Errorf("%q", r.Changes)
	}
	folder["site.toml"] = &fstest.MapFile{Data: []byte(lockedSite)}
	folder["content/nb/_index.md"] = bundled["content/nb/_index.md"]
	if r = relock(t, Over(folder, bundled)); !slices.Contains(r.Changes, "ark worksheet") {
		t.Errorf("over nothing, ours does not show through: %q", r.Changes)
	}
}

func TestATextThatCannotBeReadHasLostNothing(t *testing.T) {
	for name, text := range map[string]string{
		"refused":      "+++\ntitle = \"Ark\"\nkind = \"arbeidsark\"\n+++\n" + strings.Repeat("> ", 200) + "a\n",
		"front matter": "+++\ntitle = \"Ark\nid = \"x\"\n+++\n",
	} {
		_, problems := openAndCheck(sheetSite(map[string]string{lock.Name: sheetLock, "content/nb/ark.md": text}))
		for _, p := range problems {
			if strings.HasPrefix(string(p.Code), "lock-") && p.Code != "lock-kind" {
				t.Errorf("%s: %v", name, p)
			}
		}
	}
}

// Every id of the bundled handbook is in its lock.
func TestTheBundledLockIsUpToDate(t *testing.T) {
	h, problems := openAndCheck(kollega.Bundled)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if r, _ := h.Relock(); r.Text != nil {
		t.Errorf("run kollega lock: %q", r.Changes)
	}
}
