package assets

import (
	"fmt"
	"strings"
	"testing"

	"kollega/generator/site"
)

const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"/>`

func TestTheOwnStylesheetsComeLast(t *testing.T) {
	s := source()
	s["static/a.css"] = file(`@font-face { font-family: Egen; src: url("fonts/F.woff2"); } :root { --accent: red; --font-text: Egen; }`)
	s["static/stil/b.css"] = file(`:root { --accent: blue; }`)
	b, problems := Build(s, site.Theme{Accent: "#1d5b52", AccentDark: "#7fcabb", Styles: []site.Ref{{ID: "a.css"}, {ID: "stil/b.css"}}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	style := data(t, b, b.Style)
	at := -1
	for _, part := range []string{"#222", "@layer theme", "#1d5b52", "#7fcabb", "--accent: red", "--accent: blue"} {
		next := strings.Index(style, part)
		if next <= at {
			t.Fatalf("%q does not stand after what is before it:\n%s", part, style)
		}
		at = next
	}
	if after := style[strings.Index(style, "size:A4"):]; strings.Contains(after, "@layer") {
		t.Errorf("the own stylesheets stand in a layer: %s", after)
	}
	for _, f := range b.Files {
		if f.Name == "a.css" || f.Name == "stil/b.css" {
			t.Errorf("%s is published as a file of its own too", f.Name)
		}
	}
}

func TestFilesOfTheThemeThatAreWrong(t *testing.T) {
	s := source()
	s["static/logo.svg"] = file(drawn)
	s["static/bilder/merke.svg"] = file(drawn)
	s["static/bar.svg"] = file("<svg viewBox='0 0 1 1'/>")
	s["static/ingen.svg"] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="10"/>`)
	s["static/logo.png"] = file("not a picture")
	s["static/logo.webp"] = file("RIFF")
	s["static/egen.css"] = file("a { color: red; }")
	s["static/feil.css"] = file("\na { colour: red;\n  color red }")
	s["static/nett.css"] = file(`@import "https://fonts.example.org/css";`)
	logo := func(name string) site.Theme {
		return site.Theme{Logo: site.Ref{ID: name, Pos: site.Pos{File: "site.toml", Line: 4, Col: 8}}}
	}
	styles := func(name string) site.Theme {
		return site.Theme{Styles: []site.Ref{{ID: name, Pos: site.Pos{File: "site.toml", Line: 5, Col: 11}}}}
	}
	for _, c := range []struct {
		theme site.Theme
		want  string
	}{
		{logo("lgo.svg"), `site.toml:4:8: theme-missing: there is no file lgo.svg in the folder static (did you mean "logo.svg"?)`},
		{logo("static/logo.svg"), `site.toml:4:8: theme-missing: there is no file static/logo.svg in the folder static (did you mean "logo.svg"?)`},
		{logo("merke.svg"), `site.toml:4:8: theme-missing: there is no file merke.svg in the folder static (did you mean "bilder/merke.svg"?)`},
		{logo("../logo.svg"), `site.toml:4:8: theme-missing: there is no file ../logo.svg in the folder static (did you mean "logo.svg"?)`},
		{logo("style"), `site.toml:4:8: theme-missing: there is no file style in the folder static. Put`},
		{logo("logo.webp"), "site.toml:4:8: theme-kind: logo.webp can't be used as logo. It must be a file of this kind: .svg, .png, .jpg, .jpeg, .gif"},
		{logo("logo.png"), "site.toml:4:8: logo-size: there is no telling how large logo.png is."},
		{logo("bar.svg"), "site.toml:4:8: logo-size: there is no telling how large bar.svg is."},
		{logo("ingen.svg"), "site.toml:4:8: logo-size: there is no telling how large ingen.svg is."},
		{styles("eigen.css"), `site.toml:5:11: theme-missing: there is no file eigen.css in the folder static (did you mean "egen.css"?)`},
		{styles("logo.svg"), "site.toml:5:11: theme-kind: logo.svg can't be used as styles. It must be a file of this kind: .css"},
		{styles("nett.css"), "static/nett.css:1:9: asset-error: mistake in a style or script: nothing may be loaded from elsewhere"},
		{styles("feil.css"), "static/feil.css:3:8: asset-error: mistake in a style or script: Expected \":\""},
	} {
		_, problems := Build(s, c.theme)
		if len(problems) == 0 || !strings.HasPrefix(problems[0].String(), c.want) {
			t.Errorf("%+v\n got %v\nwant %s", c.theme, problems, c.want)
		} else if mistake := strings.HasPrefix(c.want, "static/feil.css"); problems[0].Warning != mistake {
			t.Errorf("%s: a warning: %t", problems[0], problems[0].Warning)
		}
	}
}

func TestTheSizeOfALogo(t *testing.T) {
	const ns = `xmlns="http://www.w3.org/2000/svg"`
	for svg, want := range map[string]string{
		`<svg ` + ns + ` viewBox="0 0 300 100"/>`:                                                      "300 100",
		`<svg ` + ns + ` viewBox="0,0,30.5,10" width="2em" height="9"/>`:                               "305 100",
		`<svg ` + ns + ` width="120px" height="40"/>`:                                                  "120 40",
		`<svg ` + ns + ` viewBox="0 0 1 0.25"/>`:                                                       "100 25",
		"\ufeff<?xml version='1.0'?><!-- Laget i et program --><svg " + ns + ` viewBox="0 0 200 100">`: "200 100",
		`<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 200 100"/>`:                      "200 100",
		`<svg viewBox="0 0 200 100"/>`:                                                                 "0 0",
		`<svg ` + ns + ` viewBox="0 0 0 100"/>`:                                                        "0 0",
		`<svg ` + ns + ` viewBox="0 0 NaN 100"/>`:                                                      "0 0",
		`<svg ` + ns + ` width="1e300" height="2"/>`:                                                   "0 0",
		`<html ` + ns + ` viewBox="0 0 200 100"/>`:                                                     "0 0",
		"": "0 0",
	} {
		w, h := svgSize([]byte(svg))
		if got := fmt.Sprint(w, h); got != want {
			t.Errorf("%s: got %s, want %s", svg, got, want)
		}
	}
}

// What is not said changes nothing, and what is said is in the theme's layer.
func TestWordsOfTheThemeSetTokens(t *testing.T) {
	plain := checked{}.css()
	for _, c := range []struct {
		theme site.Theme
		want  []string
	}{
		{site.Theme{Font: "kollega", Radius: "medium", Density: "normal"}, nil},
		{site.Theme{Font: "system"}, []string{"--font-text: system-ui", "--font-display: system-ui", "@bottom-right { font-family: system-ui"}},
		{site.Theme{Font: "serif"}, []string{"--font-text: Charter", "--font-display: Charter"}},
		{site.Theme{Radius: "none"}, []string{"--radius: 0;", "--radius-pill: 0;"}},
		{site.Theme{Radius: "large"}, []string{"--radius: 1.25rem;"}},
		{site.Theme{Density: "compact"}, []string{"@media screen { :root { --leading: 1.5;"}},
		{site.Theme{Density: "airy"}, []string{"@media screen { :root { --leading: 1.75;"}},
	} {
		css := checked{Theme: c.theme}.css()
		if c.want == nil && css != plain {
			t.Errorf("%+v changes the look: %s", c.theme, css)
		}
		for _, want := range c.want {
			if !strings.Contains(css, want) {
				t.Errorf("%+v: no %q in %s", c.theme, want, css)
			}
		}
	}
	for _, words := range []site.Vocabulary{site.Fonts, site.Radii, site.Densities} {
		seen := map[string]bool{}
		for _, w := range words {
			css := checked{Theme: site.Theme{Font: w.Token, Radius: w.Token, Density: w.Token}}.css()
			if seen[css] {
				t.Errorf("%q is as another word", w.Token)
			}
			seen[css] = true
		}
	}
}

// A theme sets tokens that the look has: a renamed one would silently do nothing.
func TestTheThemeSetsTokensThatAreThere(t *testing.T) {
	light, _ := tokens(t)
	css := checked{Theme: site.Theme{Font: "system", Radius: "small", Density: "compact"}, accents: accents{light: "#000000"}}.css()
	set := declaration.FindAllStringSubmatch(css, -1)
	if len(set) < 12 {
		t.Fatalf("only %d tokens in %s", len(set), css)
	}
	for _, m := range set {
		if light[m[1]] == "" {
			t.Errorf("%s is not in tokens.css", m[1])
		}
	}
}
