package generator

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/site"
)

// attributes calls f for every attribute of a page's elements, drawings left out.
func attributes(page []byte, f func(tag, name, value string)) {
	before, rest, drawn := strings.Cut(string(page), "<svg")
	for {
		for _, part := range strings.Split(before, "<")[1:] {
			inside, _, _ := strings.Cut(part, ">")
			tag, all, _ := strings.Cut(inside, " ")
			for {
				name, after, stated := strings.Cut(all, `="`)
				if !stated {
					break
				}
				var value string
				value, all, _ = strings.Cut(after, `"`)
				f(tag, name[strings.LastIndexAny(name, " \n")+1:], html.UnescapeString(value))
			}
		}
		if !drawn {
			return
		}
		_, rest, _ = strings.Cut(rest, "</svg>")
		before, rest, drawn = strings.Cut(rest, "<svg")
	}
}

// Every link, image, script and label of the real handbook leads somewhere, every
// id is its page's only one, and every page is linked to. So it is in every edition.
func TestCrawlOfTheRealHandbook(t *testing.T) {
	for name, files := range map[string]func() (map[string][]byte, error){
		"everybody":                            func() (map[string][]byte, error) { return editionFiles(kollega.Bundled, "") },
		"participants":                         participants,
		"facilitators":                         facilitators,
		"what is left of a site full of notes": func() (map[string][]byte, error) { return editionFiles(canary(t), site.EditionParticipant) },
	} {
		t.Run(name, func(t *testing.T) {
			made, err := files()
			if err != nil {
				t.Fatal(err)
			}
			crawl(t, made)
		})
	}
}

func crawl(t *testing.T, files map[string][]byte) {
	ids := map[string]map[string]bool{}
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		ids[name] = map[string]bool{}
		attributes(data, func(_, attr, value string) {
			if attr == "id" {
				if ids[name][value] {
					t.Errorf("%s: two things have the id %q", name, value)
				}
				ids[name][value] = true
			}
		})
	}
	linked := map[string]bool{"index.html": true, "404.html": true, "en/404.html": true, "nn/404.html": true, "sitemap.xml": true}
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		attributes(data, func(tag, attr, value string) {
			switch attr {
			case "aria-labelledby", "aria-describedby", "for", "popovertarget":
				for _, id := range strings.Fields(value) {
					if !ids[name][id] {
						t.Errorf("%s: %s names %q, which is not there", name, attr, id)
					}
				}
			case "href", "src":
				if why := leads(files, ids, linked, name, tag, value); why != "" {
					t.Errorf("%s: <%s %s=%q>: %s", name, tag, attr, value, why)
				}
			}
		})
	}
	for name := range files {
		if strings.HasSuffix(name, ".html") && !linked[name] {
			t.Errorf("no page links to %s", name)
		}
	}
}

// states are what a fragment may say that is no place: what the script of a page is to show.
var states = map[string][]string{"kept": {"kit", "add"}, "finder": {"in", "need"}}

// leads says why an address leads nowhere, or "".
func leads(files map[string][]byte, ids map[string]map[string]bool, linked map[string]bool, from, tag, value string) string {
	u, err := url.Parse(value)
	if err != nil {
		return err.Error()
	}
	if u.Scheme != "" {
		if tag == "link" && strings.HasPrefix(value, "https://example.org/handbok/") {
			value = strings.TrimPrefix(value, "https://example.org/handbok/")
			if value == "" || strings.HasSuffix(value, "/") {
				value += "index.html"
			}
			if files[value] == nil {
				return "there is no such file"
			}
			return ""
		}
		if tag == "a" && (u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "mailto" || u.Scheme == "tel") {
			return ""
		}
		return "this scheme has no business here"
	}
	target := from
	switch {
	case strings.HasPrefix(value, "/handbok/") && path.Base(from) == "404.html":
		target = strings.TrimPrefix(u.Path, "/handbok/")
	case strings.HasPrefix(value, "/"):
		return "links are relative to the page"
	case u.Path != "":
		target = path.Join(path.Dir(from), u.Path)
	}
	if files[target] == nil {
		return "there is no such file"
	}
	linked[target] = true
	for module, keys := range states {
		if key, _, is := strings.Cut(u.Fragment, "="); is && slices.Contains(keys, key) && bytes.Contains(files[target], []byte(`data-module="`+module+`"`)) {
			return ""
		}
	}
	if u.Fragment != "" && ids[target] != nil && !ids[target][u.Fragment] {
		return "there is no such place in " + target
	}
	return ""
}

// What a strict content policy forbids is not in any page to begin with.
func TestPagesHoldNothingInline(t *testing.T) {
	_, files := realFiles(t)
	for name, data := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		attributes(data, func(tag, attr, value string) {
			if attr == "style" || strings.HasPrefix(attr, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(value)), "javascript:") {
				t.Errorf("%s: <%s %s=%q>", name, tag, attr, value)
			}
			if tag == "script" && attr == "src" && !strings.Contains(string(data), `<script defer src="`+value+`"></script>`) {
				t.Errorf("%s: a script that is not an empty, deferred one: %s", name, value)
			}
		})
		for _, bad := range []string{"<style", "ZgotmplZ", "<no value>", "%!"} {
			if bytes.Contains(data, []byte(bad)) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
		if !bytes.Contains(data, []byte("default-src 'none'")) {
			t.Errorf("%s has no content policy", name)
		}
	}
}

func TestEveryPageSaysItsLanguageAndHasOneHeading(t *testing.T) {
	h, files := realFiles(t)
	for _, p := range h.Pages {
		data := files[p.URL]
		if !bytes.Contains(data, fmt.Appendf(nil, `<html lang="%s"`, p.Lang)) {
			t.Errorf("%s does not say it is in %s", p.URL, p.Lang)
		}
		if n := bytes.Count(data, []byte("<h1")); n != 1 {
			t.Errorf("%s has %d first headings", p.URL, n)
		}
		if p.Fallback() && !bytes.Contains(data, fmt.Appendf(nil, `lang="%s"`, p.TextLang)) {
			t.Errorf("%s does not say that its text is in %s", p.URL, p.TextLang)
		}
	}
}

func TestEveryBundledPageStatesItsID(t *testing.T) {
	h := realHandbook(t)
	for _, p := range h.Pages {
		if p.Front.ID == "" {
			t.Errorf("%s states no id", p.Source)
		}
	}
	for _, p := range h.Pages {
		if p.Lang == "en" && p.Fallback() {
			t.Errorf("%s is not in English", p.Source)
		}
	}
}

// The same source gives the same bytes, whatever order the files are asked for in
// and however many at once.
func TestTheSameSourceGivesTheSameBytes(t *testing.T) {
	_, one := realFiles(t)
	h, problems := Open(reversed{kollega.Bundled}, Options{})
	if h == nil {
		t.Fatal(problems)
	}
	names := h.Names()
	each(len(names), func(i int) {
		name := names[len(names)-1-i]
		data, err := h.ReadFile(name)
		if err != nil || !bytes.Equal(data, one[name]) {
			t.Errorf("%s differs when made in another order: %v", name, err)
		}
	})
	if len(names) != len(one) {
		t.Errorf("%d files, then %d", len(one), len(names))
	}
}

// reversed lists directories backwards.
type reversed struct{ fs.FS }

func (r reversed) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(r.FS, name)
	for i, j := 0, len(entries)-1; i < j; i, j = i+1, j-1 {
		entries[i], entries[j] = entries[j], entries[i]
	}
	return entries, err
}

// The binary carries what belongs to the handbook and nothing else.
func TestWhatIsEmbedded(t *testing.T) {
	want := regexp.MustCompile(`^(site\.toml|worksheets\.lock|content/_models/(nb|nn|en)/[a-z]+\.(md|toml)|content/(nb|en)/([a-z0-9-]+/)*(_index|[a-z0-9-]+)\.md|content/(nb|en)/[a-z]+(-[a-z]+)*/[a-z0-9-]+\.svg|layouts/(texts\.toml|[a-z]+\.html|(kinds|parts)/[a-z]+\.html|icons/[a-z]+\.svg)|static/(app/((bank|deck|finder|kit|search|volume|workbook)/)?[a-z]+\.ts|style/[a-z-]+\.css|fonts/[a-z]+\.woff2|favicon\.svg|assets/licenses\.txt))$`)
	indexes := 0
	err := fs.WalkDir(kollega.Bundled, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if !want.MatchString(name) {
			t.Errorf("%s does not belong in the binary", name)
		}
		if strings.HasSuffix(name, "/_index.md") {
			indexes++
		}
		return nil
	})
	if err != nil || indexes < 14 {
		t.Errorf("%d section pages, %v", indexes, err)
	}
}

// A page's cost does not grow with its section.
func TestLongSectionsAreWindowedAndParted(t *testing.T) {
	source := handbookOf(250)
	h, problems := openAndCheck(source)
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	page, err := h.ReadFile("del-0/samtale-120.html")
	if err != nil {
		t.Fatal(err)
	}
	_, sidebar, _ := bytes.Cut(page, []byte(`class="sidebar"`))
	if n := bytes.Count(sidebar, []byte("<li>")); n < 21 || n > 25 {
		t.Errorf("the sidebar has %d entries", n)
	}
	listed := map[string]bool{}
	for _, name := range []string{"del-0/index.html", "del-0/side-2.html", "del-0/side-3.html", "del-0/side-4.html", "del-0/side-5.html"} {
		data, err := h.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`class="card-title"><a href="([^"]+)"`).FindAllSubmatch(data, -1) {
			listed[string(m[1])] = true
		}
	}
	if len(listed) != 250 {
		t.Errorf("the five parts list %d of 250 pages", len(listed))
	}
}

func TestConfigProblemsLeaveNoHandbook(t *testing.T) {
	source := withBundledLook()
	source["site.toml"] = &fstest.MapFile{Data: []byte("titel = \"x\"\n")}
	h, problems := Open(source, Options{})
	if h != nil || len(problems) == 0 || problems[0].File != "site.toml" {
		t.Errorf("%v, %v", h, problems)
	}
}
