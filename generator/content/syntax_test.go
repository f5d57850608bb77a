package content

import (
	"strings"
	"testing"

	"kollega/generator/site"
)

// Each row stands below a title on line 2.
func TestSyntax(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`short: Kort`, "3:1 toml-colon"},
		{`short`, "3:1 toml-equals"},
		{`Dette er vanlig tekst.`, "3:1 toml-equals"},
		{`- a`, "3:1 toml-equals"},
		{`= "a"`, "3:1 toml-nameless"},
		{`nivå = "lett"`, "3:1 toml-key"},
		{`kort tittel = "a"`, "3:1 toml-key"},
		{`short =`, "3:8 toml-empty"},
		{`short = # kommer`, "3:9 toml-empty"},
		{`short = Kort og godt`, "3:9 toml-unquoted"},
		{`short = Østover`, "3:9 toml-unquoted"},
		{`short = “Kort”`, "3:9 toml-quotes"},
		{`short = «Kort»`, "3:9 toml-quotes"},
		{`short = "Kort`, "3:9 toml-unclosed"},
		{`short = 'Kort`, "3:9 toml-unclosed"},
		{`short = "Kort”`, "3:9 toml-unclosed"},
		{`short = "Han sa "hei" til meg"`, "3:18 toml-after"},
		{`short = "Kort", summary = "a"`, "3:15 toml-after"},
		{`short = 'Kari's'`, "3:15 toml-after"},
		{`short = "C:\mappe"`, "3:12 toml-escape"},
		{`short = "\u00g"`, "3:10 toml-escape"},
		{`title = "B"`, "3:1 toml-twice"},
		{`tags = ["a" "b"]`, "3:13 toml-comma"},
		{`tags = ["a",, "b"]`, "3:13 toml-comma"},
		{`tags = ["a", b]`, "3:14 toml-unquoted"},
		{`tags = ["a", “b”]`, "3:14 toml-quotes"},
		{`tags = ["a", "b]`, "3:14 toml-unclosed"},
		{`tags = ["a", "b"`, "3:8 toml-list"},
		{"tags = [\"a\",\n  \"b\",\nid = \"c\"\norder = -1", "3:8 toml-list; 6:9 number-limits"},
		{`order = 03`, "3:9 toml-number"},
		{`order = 1 000`, "3:11 toml-after"},
		{`order = 1_`, "3:9 toml-number"},
		{`order = 99999999999999999999`, "3:9 toml-number"},
		{`order = 20 min`, "3:12 toml-after"},
		{`minutes = 20-30`, "3:11 toml-range"},
		{`minutes = 20–30 min`, "3:11 toml-range"},
		{`updated = 2026-13-01`, "3:11 toml-date"},
		{`updated = 24.11.2026`, "3:11 toml-date"},
		{`draft = ja`, "3:9 toml-truth"},
		{`draft = True`, "3:9 toml-truth"},
		{"short = \"a\x01b\"", "3:11 toml-control"},
		{`[theme`, "3:1 toml-header"},
		{`[theme] accent`, "3:1 toml-header"},
		{"short = \"\"\"a\nb", "3:9 toml-unclosed"},
		{"short: a\nsummary: b\nid = A\ntags = [b]", "3:1 toml-colon; 4:1 toml-colon; 5:6 toml-unquoted; 6:9 toml-unquoted"},
		{"short = \"a\nsummary = \"b\ntags = 3", "3:9 toml-unclosed; 4:11 toml-unclosed; 5:8 type-list"},
	} {
		text := "+++\ntitle = \"A\"\n" + test.text + "\n+++\nx"
		front, body, _, problems := Front("a.md", []byte(text), "nb", site.KindGuide)
		if got := places(problems); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
		if front.Title != "A" || string(body) != "x" {
			t.Errorf("%s: the rest of the page was not read: %q, %q", test.text, front.Title, body)
		}
	}
}

func TestTwiceNamesTheFirst(t *testing.T) {
	_, problems := Config([]File{{"site.toml", []byte("id = \"a\"\ntitle = \"A\"\n[theme]\npaper = \"A4\"\naccent = \"#000000\"\npaper = \"A4\"\n")}})
	if places(problems) != "6:1 toml-twice" || problems[0].Args[1] != 4 {
		t.Errorf("%v", problems)
	}
}

// Texts that would keep the TOML library busy are refused before it sees them.
func TestLimits(t *testing.T) {
	lines := strings.Repeat("a = 1\n", 501)
	for _, test := range []struct{ name, text, want string }{
		{"deep list", "tags = " + strings.Repeat("[", 5000), "2:16 toml-deep"},
		{"deep table", "x = " + strings.Repeat("{a=", 5000), "2:29 toml-deep"},
		{"deep key", "x" + strings.Repeat(".x", 5000) + " = 1", "2:17 toml-deep"},
		{"deep header", "[x" + strings.Repeat(".x", 5000) + "]", "2:18 toml-deep"},
		{"many keys", lines, "502:1 toml-many"},
		{"long", "# " + strings.Repeat("a", 64<<10), "1:1 toml-long"},
	} {
		_, body, _, problems := Front("a.md", []byte("+++\n"+test.text+"\n+++\nx"), "nb", "")
		if got := places(problems); got != test.want || string(body) != "x" {
			t.Errorf("%s: got %q, want %q; body %.10q", test.name, got, test.want, body)
		}
	}
}

func TestMistakesAreBounded(t *testing.T) {
	_, _, _, problems := Front("a.md", []byte("+++\n"+strings.Repeat("a: b\n", 400)+"+++\n"), "nb", "")
	if n := len(problems); n < maxRepairs || n > maxRepairs+2 {
		t.Errorf("%d problems", n)
	}
}
