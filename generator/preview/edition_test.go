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
