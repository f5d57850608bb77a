package assets

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kollega/generator/site"
)

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func source() fstest.MapFS {
	return fstest.MapFS{
		"static/style/site.css":      file(`@import "tokens.css"; body { color: var(--ink); }`),
		"static/style/tokens.css":    file(`@font-face { font-family: F; src: url("../fonts/F.woff2"); } :root { --ink: #111; --accent: #222; }`),
		"static/fonts/F.woff2":       file("font"),
		"static/app/main.ts":         file(`import { hei } from "./hei"; const x: string = hei; console.log(x);`),
		"static/app/hei.ts":          file(`export const hei = "hei på deg";`),
		"static/favicon.svg":         file("<svg></svg>"),
		"static/assets/licenses.txt": file("licences"),
		"static/app/README.md":       file("not published"),
		"static/fonts/F-LICENSE.txt": file("not published"),
	}
}

func data(t *testing.T, b *Bundle, name string) string {
	t.Helper()
	for _, f := range b.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	t.Fatalf("%s is not among the files", name)
	return ""
}

func TestABundleIsOneStylesheetAndOneClassicScript(t *testing.T) {
	b, problems := Build(source(), site.Theme{Accent: "#1d5b52", AccentDark: "#7fcabb", Paper: site.PaperLetter})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if !regexp.MustCompile(`^assets/site\.[a-z0-9]{8}\.css$`).MatchString(b.Style) || !regexp.MustCompile(`^assets/main\.[a-z0-9]{8}\.js$`).MatchString(b.Scripts["main"]) {
		t.Errorf("%s, %s", b.Style, b.Scripts["main"])
	}
	style, script := data(t, b, b.Style), data(t, b, b.Scripts["main"])
	if !strings.HasPrefix(script, `"use strict";(()=>{`) || !strings.Contains(script, "hei på deg") || strings.Contains(script, "import") {
		t.Errorf("script: %s", script)
	}
	if strings.Contains(style, "@import") || strings.Index(style, "#222") > strings.Index(style, "#1d5b52") || !strings.Contains(style, "size:letter") {
		t.Errorf("style: %s", style)
	}
	font := regexp.MustCompile(`url\(['"]?\.?/?(f\.[a-z0-9]{8}\.woff2)`).FindStringSubmatch(style)
	if font == nil {
		t.Fatalf("no font beside the stylesheet: %s", style)
	}
	if data(t, b, "assets/"+font[1]) != "font" {
		t.Error("the font is not the font")
	}
	if data(t, b, "favicon.svg") != "<svg></svg>" || data(t, b, "assets/licenses.txt") != "licences" {
		t.Error("other files are not published as they are")
	}
	if len(b.Files) != 5 {
		t.Errorf("%d files", len(b.Files))
	}
}

func TestTheSameSourceMakesTheSameBundleAndOtherBytesAnotherName(t *testing.T) {
	a, _ := Build(source(), site.Theme{})
	b, _ := Build(source(), site.Theme{})
	for i := range a.Files {
		if a.Files[i].Name != b.Files[i].Name || !bytes.Equal(a.Files[i].Data, b.Files[i].Data) {
			t.Errorf("%s differs", a.Files[i].Name)
		}
	}
	changed := source()
	changed["static/app/hei.ts"] = file(`export const hei = "hallo";`)
	c, _ := Build(changed, site.Theme{})
	if c.Scripts["main"] == a.Scripts["main"] || c.Style != a.Style {
		t.Errorf("script %s → %s, style %s → %s", a.Scripts["main"], c.Scripts["main"], a.Style, c.Style)
	}
}

func TestMistakesNameTheirPlace(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"static/app/main.ts", `import "./borte"`, "static/app/main.ts:1:8: asset-missing: the file static/app/borte does not exist"},
		{"static/app/main.ts", "\nimport \"../../content/x\"", "static/app/main.ts:2:8: asset-error: mistake in a style or script: content/x lies outside static/"},
		{"static/app/hei.ts", `import "https://example.org/x.js"`, "static/app/hei.ts:1:8: asset-error: mistake in a style or script: nothing may be loaded from elsewhere"},
		{"static/app/hei.ts", "let = ;", "static/app/hei.ts:1:7: asset-error: "},
		{"static/style/site.css", "\n@import \"borte.css\";", "static/style/site.css:2:9: asset-missing: the file static/style/borte.css does not exist"},
		{"static/style/tokens.css", `a { background: url(borte.svg) }`, "static/style/tokens.css:1:17: asset-missing: "},
	} {
		bad := source()
		bad[c.file] = file(c.text)
		_, problems := Build(bad, site.Theme{})
		if len(problems) == 0 || !strings.HasPrefix(problems[0].String(), c.want) {
			t.Errorf("%s: %q: got %v, want %s", c.file, c.text, problems, c.want)
		}
	}
}

// What a script asks for is told of it alone, wherever in its modules that is said, and of none that it leaves out.
func TestABundleTellsWhichTextsItAsksFor(t *testing.T) {
	src := source()
	src["static/app/main.ts"] = file(`import { hei } from "./hei"; hei((key) => console.log(key), "two");`)
	src["static/app/hei.ts"] = file("export const hei = (say: (key: string) => void, kind: string): void => { say(`kit.kinds.${kind}`); say(kind ? \"ask.code1\" : 'keep.both-ways'); };\nexport const never = \"never.said\";")
	src["static/app/bank.ts"] = file(`console.log("bank.kept");`)
	b, problems := Build(src, site.Theme{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for script, want := range map[string]string{"main": "ask.code1 keep.both-ways kit.kinds.", "bank": "bank.kept"} {
		got := slices.Sorted(slices.Values(b.Asked[script]))
		if strings.Join(got, " ") != want {
			t.Errorf("%s asks for %q, want %s", script, got, want)
		}
	}
}
