package assets

import (
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kollega/generator/site"
)

// tokens are the values of tokens.css, and of its part for dark grounds over them.
func tokens(t *testing.T) (light, dark map[string]string) {
	t.Helper()
	text, err := os.ReadFile("../../static/style/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	bright, night, ok := strings.Cut(string(text), "@media (prefers-color-scheme: dark)")
	night, _, closed := strings.Cut(night, "@media")
	if !ok || !closed {
		t.Fatal("tokens.css has no part for dark grounds")
	}
	return declarations(bright), declarations(night)
}

var declaration = regexp.MustCompile(`(--[a-z0-9-]+): ([^;]+);`)

func declarations(css string) map[string]string {
	all := map[string]string{}
	for _, m := range declaration.FindAllStringSubmatch(css, -1) {
		all[m[1]] = m[2]
	}
	return all
}

func TestTheGroundsAreThoseOfTheStylesheet(t *testing.T) {
	light, dark := tokens(t)
	for i, values := range []map[string]string{light, dark} {
		m := media[i]
		for j, name := range []string{"--paper", "--surface", "--sunken"} {
			want := values[name]
			if want == "#fff" {
				want = "#ffffff"
			}
			if got := m.grounds[j].String(); got != want {
				t.Errorf("%s: %s is %s in the stylesheet and %s here", m.name, name, want, got)
			}
		}
		worst := worstTint(t, values["--kind-tint"], i == 1)
		if got := m.grounds[3]; got != worst {
			t.Errorf("%s: the tint with least contrast is %s, and %s here", m.name, worst, got)
		}
	}
}

var (
	tintForm = regexp.MustCompile(`^oklch\(([0-9.]+)% calc\(var\(--kind-chroma\) \* ([0-9.]+)\) var\(--hue\)\)$`)
	family   = regexp.MustCompile(`\{ --hue: (\d+);(?: --kind-chroma: ([0-9.]+);)?`)
)

// worstTint is, of the tints of all families, the nearest to the middle: the darkest of
// the light ones, the lightest of the dark ones.
func worstTint(t *testing.T, form string, dark bool) rgb {
	t.Helper()
	m := tintForm.FindStringSubmatch(form)
	if m == nil {
		t.Fatalf("--kind-tint is %q", form)
	}
	lightness, part := number(t, m[1])/100, number(t, m[2])
	var tints []rgb
	for _, file := range []string{"tokens.css", "alerts.css"} {
		text, err := os.ReadFile("../../static/style/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range family.FindAllStringSubmatch(string(text), -1) {
			chroma := .085
			if file == "alerts.css" {
				chroma = .07
			}
			if f[2] != "" {
				chroma = number(t, f[2])
			}
			tints = append(tints, oklch{lightness, chroma * part, number(t, f[1]) * math.Pi / 180}.rgb())
		}
	}
	if len(tints) < 12 {
		t.Fatalf("only %d families", len(tints))
	}
	slices.SortFunc(tints, func(a, b rgb) int {
		if a.luminance() < b.luminance() == dark {
			return 1
		}
		return -1
	})
	return tints[0]
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Our own colours can be read too.
func TestOurAccentNeedsNoAdjusting(t *testing.T) {
	light, dark := tokens(t)
	for i, values := range []map[string]string{light, dark} {
		if got := weakest(parseHex(values["--accent"]), media[i].grounds); got < leastContrast {
			t.Errorf("%s: %.2f", media[i].name, got)
		}
	}
}

func TestAnAccentThatCanNotBeReadIsAdjustedAndReported(t *testing.T) {
	at, darkAt := site.Pos{File: "site.toml", Line: 4, Col: 10}, site.Pos{File: "site.toml", Line: 5, Col: 15}
	said := func(theme site.Theme) (a accents, said []string) {
		theme.AccentAt, theme.AccentDarkAt = at, darkAt
		a, problems := accentsOf(theme)
		for _, p := range problems {
			if !p.Warning {
				t.Errorf("an error: %s", p)
			}
			said = append(said, p.In("nb"))
		}
		return a, said
	}

	a, told := said(site.Theme{Accent: "#ffee88"})
	if a.light == "#ffee88" || a.print == "#ffee88" || a.dark != "#ffee88" || len(told) != 2 {
		t.Fatalf("%+v, %q", a, told)
	}
	for i, want := range []string{
		"site.toml:4:10: accent-contrast: #ffee88 er vanskelig å lese på lys bakgrunn: kontrasten er 1,",
		"site.toml:4:10: accent-contrast: #ffee88 er vanskelig å lese på papir: kontrasten er 1,",
	} {
		if !strings.HasPrefix(told[i], want) || !strings.Contains(told[i], "Skriv accent = \""+a.light+"\"") {
			t.Errorf("got %s", told[i])
		}
	}
	if a.print == a.light {
		t.Errorf("white paper needs no more than %s", a.light)
	}

	a, told = said(site.Theme{Accent: a.light})
	if len(told) != 1 || !strings.Contains(told[0], "på mørk bakgrunn") || !strings.Contains(told[0], "Skriv accent_dark = \""+a.dark+"\"") {
		t.Fatalf("what was proposed: %q", told)
	}
	if _, told = said(site.Theme{Accent: a.light, AccentDark: a.dark}); len(told) != 0 {
		t.Errorf("what was proposed: %q", told)
	}
	if _, told = said(site.Theme{AccentDark: "#102030"}); len(told) != 1 || !strings.HasPrefix(told[0], "site.toml:5:15: accent-contrast: #102030 er vanskelig å lese på mørk bakgrunn") {
		t.Errorf("%q", told)
	}
	if a, told = said(site.Theme{}); a != (accents{}) || len(told) != 0 {
		t.Errorf("no accent: %+v, %q", a, told)
	}
}
