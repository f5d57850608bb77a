package generator

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kollega"
	"kollega/generator/site"
)

// A session's kit has its blocks in their order, each with what it uses: pages, then questions.
func TestASessionIsAKit(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/session.txt")
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{}
	for _, f := range archive.Files {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	h, problems := Open(Over(source, kollega.Bundled), Options{})
	if h == nil {
		t.Fatal(problems)
	}
	p := h.ids["nb"]["an-hour"]
	want := "../okt.html#kit=1&min=60&at=0900&for=6&roles=facilitator,timekeeper" +
		"&b=q.want:5,win-round:10,pause:10,conversation-sheet+win-round+q.went-well+want:35"
	if got := h.kitLink(p, "okt.html"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	root := *p
	root.URL = "time.html"
	if got := h.kitLink(&root, "okt.html"); !strings.HasPrefix(got, "./okt.html#kit=1&") {
		t.Error(got)
	}
	if got := h.kitLink(h.ids["nb"]["win-round"], "okt.html"); got != "" {
		t.Errorf("an activity is a kit: %s", got)
	}
}

// What an organisation hides is not in our sessions, and it hears nothing of it, since it
// can't mend them.
func TestASessionWithoutWhatIsHidden(t *testing.T) {
	own := fstest.MapFS{"site.toml": {Data: []byte("id = \"var\"\ntitle = \"Vår\"\nhide = [\"win-round\", \"questions-feedback\"]\n")}}
	h, problems := openAndCheck(Over(own, kollega.Bundled))
	if site.Fatal(problems, true) {
		t.Error(problems)
	}
	data, err := fs.ReadFile(h, "okter/kollegagruppa-motes.html")
	if err != nil || bytes.Contains(data, []byte("seiersrunden.html")) || !bytes.Contains(data, []byte("konsulentrunden.html")) {
		t.Errorf("%v: the session shows what is hidden, or nothing at all", err)
	}
	data, err = fs.ReadFile(h, "okter/tilbakemelding-uten-vondt-i-magen.html")
	if err != nil || bytes.Contains(data, []byte("#q-fb-")) {
		t.Errorf("%v: the session shows hidden questions", err)
	}
}
