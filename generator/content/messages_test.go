package content

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"sort"
	"strconv"
	"strings"
	"testing"

	"kollega/generator/site"
)

var update = flag.Bool("update", false, "write testdata anew")

// provocation is an input whose one problem has a code.
type provocation struct {
	code   site.Code
	front  string // a page of kind strategy; or
	config string // a site.toml; or
	texts  string // a texts.toml, and for an upper one
	over   string
}

// lineOf is a page with a title and one more line of front matter.
func lineOf(code site.Code, line string) provocation {
	return provocation{code: code, front: "+++\ntitle = \"A\"\n" + line + "\n+++\n"}
}

// siteOf is a site.toml with what it must have and one more line.
func siteOf(code site.Code, line string) provocation {
	return provocation{code: code, config: "id = \"a\"\ntitle = \"A\"\n" + line + "\n"}
}

var provocations = []provocation{
	{code: "file-utf16", front: "\xff\xfe+\x00"},
	lineOf("file-utf8", "short = \"\xe5\""),
	lineOf("toml-long", "#"+strings.Repeat(" ", 64<<10)),
	lineOf("toml-many", strings.Repeat("a = 1\n", 501)),
	lineOf("toml-deep", "a = [[[[[[[[["),
	lineOf("toml-syntax", "short = {a}"),
	lineOf("toml-twice", `title = "B"`),
	lineOf("toml-header", "[theme"),
	lineOf("toml-control", "short = \"\x01\""),
	lineOf("toml-nameless", `= "A"`),
	lineOf("toml-key", `nivå = "lett"`),
	lineOf("toml-colon", "summary: Slik gjør dere"),
	lineOf("toml-equals", "Vi begynner med en gang."),
	lineOf("toml-unclosed", `short = "Lytt`),
	lineOf("toml-empty", "short ="),
	lineOf("toml-quotes", "short = “Lytt”"),
	lineOf("toml-escape", `short = "C:\mappe"`),
	lineOf("toml-range", "minutes = 20-30"),
	lineOf("toml-truth", "draft = ja"),
	lineOf("toml-unquoted", "short = Lytt mer"),
	lineOf("toml-after", `short = "Si "hei" først"`),
	lineOf("toml-date", "updated = 2026-13-01"),
	lineOf("toml-list", `tags = ["a"`),
	lineOf("toml-comma", `tags = ["a" "b"]`),
	lineOf("toml-number", "order = 03"),
	{code: "front-missing", front: "# Lytt\n"},
	{code: "front-unclosed", front: "+++\ntitle = \"A\"\n"},
	{code: "front-yaml", front: "---\ntitle: A\n---\n"},
	{code: "title-missing", front: "+++\n+++\n"},
	lineOf("key-unknown", `sumary = "a"`),
	lineOf("key-kind", "minutes = 20"),
	lineOf("key-table", "[theme]"),
	lineOf("type-text", "short = 3"),
	lineOf("type-texts", "tags = [3]"),
	lineOf("type-truth", "draft = 1"),
	lineOf("type-number", `order = "3"`),
	lineOf("type-range", "kind = \"guide\"\nminutes = [1, 2, 3]"),
	lineOf("type-list", "tags = 3"),
	lineOf("type-list-text", `tags = "ro"`),
	siteOf("type-table", `theme = "blå"`),
	lineOf("number-limits", "kind = \"guide\"\nminutes = 601"),
	lineOf("range-order", "kind = \"guide\"\nminutes = [30, 20]"),
	lineOf("list-long", "tags = ["+strings.Repeat("1,", 201)+"]"),
	lineOf("list-repeat", `tags = ["ro", "ro"]`),
	siteOf("list-empty", "languages = []"),
	lineOf("text-empty", `short = ""`),
	lineOf("text-line", `short = "a\nb"`),
	lineOf("summary-long", `summary = "`+strings.Repeat("a", 201)+`"`),
	lineOf("id-invalid", `id = "Bygg tillit"`),
	lineOf("word-unknown", `kind = "strateji"`),
	lineOf("date-invalid", `updated = "i går"`),
	lineOf("alias-invalid", `aliases = ["/gammel"]`),
	{code: "site-missing", config: "title = \"A\"\n"},
	siteOf("site-key", `organization = "A"`),
	siteOf("site-key-place", "[workbook]\nstorage = \"device\"\ncontact = \"post@eksempel.no\""),
	siteOf("site-key-other", "[workbook]\naccent = \"#00695c\""),
	siteOf("site-key-table", `keep_months = 12`),
	siteOf("language-tag", `language = "nynorsk"`),
	siteOf("language-norwegian", `language = "no"`),
	siteOf("values-name", "[values]\nvår telefon = \"55 12 34 56\""),
	siteOf("language-missing", `languages = ["nn", "en"]`),
	siteOf("colour-invalid", "[theme]\naccent = \"blå\""),
	siteOf("contact-invalid", `contact = "post at eksempel.no"`),
	siteOf("url-invalid", `url = "eksempel.no"`),
	siteOf("hide-form", `hide = ["Lytt deg fram"]`),
	siteOf("search-compound", "[search]\ncompounds = [\"verne ombud\"]"),
	siteOf("toml-quote", "[terms]\nøktleder = \"møteleder\""),
	siteOf("terms-table", "[terms.norsk]\na = \"b\""),
	siteOf("terms-empty", "[terms]\n\"a/\" = \"b/c\""),
	siteOf("terms-empty", "[terms]\n\"-\" = \"b\""),
	siteOf("terms-empty", "[terms]\n\"a-\" = \"-\""),
	siteOf("terms-part", "[terms]\n\"a b-\" = \"c-\""),
	siteOf("terms-forms", "[terms]\n\"a/b\" = \"c\""),
	siteOf("terms-twice", "[terms]\n\"a/b\" = \"c/d\"\nb = \"e\""),
	siteOf("terms-cycle", "[terms]\na = \"b\"\nb = \"a\""),
	{code: "texts-shape", texts: "[search.title]\n"},
	{code: "texts-missing", texts: "[\"search.title\"]\nnb = \"Søk\"\n"},
	{code: "texts-unknown", texts: "[search]\nnb = \"a\"\nnn = \"a\"\nen = \"a\"\n", over: "[serch]\nnb = \"b\"\n"},
}

func (p provocation) problems() (problems []site.Problem) {
	switch {
	case p.config != "":
		_, problems = Config([]File{{"site.toml", []byte(p.config)}})
	case p.over != "":
		_, problems = Texts([]File{{"texts.toml", []byte(p.texts)}, {"over.toml", []byte(p.over)}})
	case p.texts != "":
		_, problems = Texts([]File{{"texts.toml", []byte(p.texts)}})
	default:
		_, _, _, problems = Front("a.md", []byte(p.front), "nb", site.KindStrategy)
	}
	return problems
}

// Every message in full, in the three languages.
func TestMessages(t *testing.T) {
	const name = "testdata/messages.txt"
	got := "Every message of this package, in nb, nn and en. Written by go test -update.\n"
	provoked := map[string]bool{}
	for _, p := range provocations {
		problems := p.problems()
		if len(problems) != 1 || problems[0].Code != p.code {
			t.Errorf("%s: got %q", p.code, places(problems))
			continue
		}
		provoked[string(p.code)] = true
		got += fmt.Sprintf("\n%s\n%s\n%s\n", problems[0].In("nb"), problems[0].Text("nn"), problems[0].Text("en"))
	}
	for _, code := range catalogueCodes(t) {
		if !provoked[code] {
			t.Errorf("%s is never provoked", code)
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	wantLines, gotLines := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(wantLines), len(gotLines)) {
		if i >= len(wantLines) || i >= len(gotLines) || wantLines[i] != gotLines[i] {
			t.Fatalf("%s:%d differs from\n%s", name, i+1, strings.Join(gotLines[min(i, len(gotLines)):min(i+4, len(gotLines))], "\n"))
		}
	}
}

// catalogueCodes are the codes of this package's catalogue.
func catalogueCodes(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "../site/messages_config.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	ast.Inspect(file, func(n ast.Node) bool {
		pair, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		if key, ok := pair.Key.(*ast.BasicLit); ok {
			code, err := strconv.Unquote(key.Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, code)
		}
		return true
	})
	sort.Strings(codes)
	return codes
}
