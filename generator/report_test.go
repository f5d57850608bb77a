package generator

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"kollega"
)

const contactSite = "id = \"foot\"\ntitle = 'Råd & \"dåd\" ?a=b#c <i>'\nlanguages = [\"nb\", \"en\"]\n"

// footed is a handbook with one page of its own, which is not there in English.
func footed(t *testing.T, toml, text string) *Handbook {
	t.Helper()
	h, problems := openAndCheck(Over(fstest.MapFS{
		"site.toml":                 {Data: []byte(toml)},
		"content/nb/guider/foot.md": {Data: []byte("+++\ntitle = \"Fot\"\nsummary = \"En side.\"\nid = \"foot\"\n+++\n" + text + "\n")},
	}, kollega.Bundled))
	if len(problems) > 0 {
		t.Fatal(problems[0].In("en"))
	}
	return h
}

var (
	mailed     = regexp.MustCompile(`href="(mailto:[^"]*)"`)
	reportLine = regexp.MustCompile(`data-part="line">([^<]*)<`)
)

// footOf is the e-mail and the line at the foot of a page.
func footOf(t *testing.T, h *Handbook, name string) (mail, line string) {
	t.Helper()
	page, err := h.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if m := mailed.FindSubmatch(page); m != nil {
		mail = html.UnescapeString(string(m[1]))
	}
	if m := reportLine.FindSubmatch(page); m != nil {
		line = html.UnescapeString(string(m[1]))
	}
	return mail, line
}

// The subject of the e-mail is what the line says: nothing of a title or an address becomes
// a part of the mailto address of its own.
func TestAPageSaysWhichItIsToWhoeverAnswersForIt(t *testing.T) {
	h := footed(t, contactSite+"contact = \"a'b+c%d@eksempel.no\"\n", "Tekst.")
	mail, line := footOf(t, h, "guider/foot.html")
	want := regexp.MustCompile(`^Råd & "dåd" \?a=b#c <i> · guider/foot\.html · foot · nb · [0-9a-f]{8}$`)
	if !want.MatchString(line) {
		t.Errorf("the line is %q", line)
	}
	u, err := url.Parse(mail)
	if err != nil || u.Fragment != "" {
		t.Fatalf("%s: %v, fragment %q", mail, err, u.Fragment)
	}
	if to, _ := url.PathUnescape(u.Opaque); to != "a'b+c%d@eksempel.no" {
		t.Errorf("it goes to %q", to)
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil || len(query) != 1 || query.Get("subject") != strings.Replace(line, " · ", ": ", 1) {
		t.Errorf("the e-mail has %v, %v", query, err)
	}
	if strings.Contains(u.RawQuery, "+") {
		t.Error("a + in the subject is a blank to some and a plus to others")
	}
}

// A page in place of a translation says so, and is the same text. Another text has another version.
func TestTheLineTellsTextsApart(t *testing.T) {
	version := func(line string) string { return line[strings.LastIndex(line, " ")+1:] }
	h := footed(t, contactSite, "Tekst.")
	mail, nb := footOf(t, h, "guider/foot.html")
	if mail != "" {
		t.Errorf("without a contact there is an e-mail: %s", mail)
	}
	_, en := footOf(t, h, "en/guides/foot.html")
	if !strings.Contains(en, " · en (nb) · ") || version(en) != version(nb) {
		t.Errorf("%q in Norwegian, %q in its place", nb, en)
	}
	if _, other := footOf(t, footed(t, contactSite, "Tekst!"), "guider/foot.html"); version(other) == version(nb) {
		t.Errorf("another text is %q too", other)
	}
}

// Every page of the handbook has the line, but for the one shown at any address.
func TestEveryPageCanBeReported(t *testing.T) {
	h := realHandbook(t)
	for _, p := range h.Pages {
		_, line := footOf(t, h, p.URL)
		if !strings.Contains(line, " · "+p.URL+" · "+p.ID+" · "+p.Lang) {
			t.Fatalf("%s: the line is %q", p.URL, line)
		}
	}
	if _, line := footOf(t, h, "404.html"); line != "" {
		t.Errorf("404.html says it is %q", line)
	}
	if _, line := footOf(t, h, "sok.html"); line == "" {
		t.Error("the page of results has no line")
	}
}
