package preview

import (
	"io"
	"io/fs"
	"net/http"
	"strings"
	"testing"

	"kollega/generator/site"
)

// changing is a site that something happens to each time a file of it is read.
type changing struct {
	fs.FS
	reads func()
}

func (c changing) ReadFile(name string) ([]byte, error) {
	c.reads()
	return fs.ReadFile(c.FS, name)
}

func got(t *testing.T, at, target string) (int, string) {
	t.Helper()
	resp, err := http.Get("http://" + at + target)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(data)
}

func troubled(code string) func(string) []Trouble {
	return func(string) []Trouble { return []Trouble{{Problem: site.Problem{Code: site.Code(code)}}} }
}

// A page is never shown with what is wrong with the next edition of it.
func TestARequestIsAnsweredOfOneEdition(t *testing.T) {
	s, at := start(t, Options{Live: true}, Edition{})
	next := Edition{Site: site1(), Troubles: troubled("of-the-new")}
	e := Edition{Site: changing{site1(), func() { s.Show(next) }}, Troubles: troubled("of-the-old")}
	for _, target := range []string{"/del/side.html", "/borte.html"} {
		s.Show(e)
		if _, body := got(t, at, target); !strings.Contains(body, "of-the-old") || strings.Contains(body, "of-the-new") {
			t.Errorf("%s:\n%s", target, body)
		}
	}
}

// What follows from the settings follows them: the address and the language of a handbook
// that could not be read at first come with the edition that could.
func TestAnEditionBringsItsLanguageAndBase(t *testing.T) {
	s, at := start(t, Options{Live: true}, Edition{Site: site1(), Troubles: troubled("x"), Lang: "en"})
	if status, body := got(t, at, "/index.html"); status != http.StatusOK || !strings.Contains(body, "The page below is") {
		t.Errorf("at first: %d\n%s", status, body)
	}
	if status, _ := got(t, at, "/handbok/safe.txt"); status != http.StatusNotFound {
		t.Errorf("below a base it does not have: %d", status)
	}
	s.Show(Edition{Site: site1(), Troubles: troubled("x"), Lang: "nb", Base: "/handbok"})
	if status, body := got(t, at, "/handbok/index.html"); status != http.StatusOK || !strings.Contains(body, "Siden under er") {
		t.Errorf("healed: %d\n%s", status, body)
	}
	if status, body := got(t, at, "/handbok/safe.txt"); status != http.StatusOK || body != "trygt" {
		t.Errorf("below its base: %d %q", status, body)
	}
}
