package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kollega"
)

// What the guide for trainers says to write, works, and the messages it shows are the
// program's own.
func TestTheGuideForTrainersIsTrue(t *testing.T) {
	for _, c := range []struct{ guide, replaced string }{
		{"content/nb/guider/gjor-handboka-til-deres.md", "content/nb/strategier/lytt.md"},
		{"content/en/guides/make-it-yours.md", "content/en/strategies/set-goals-together.md"},
	} {
		t.Run(c.guide, func(t *testing.T) {
			text, err := kollega.Bundled.ReadFile(c.guide)
			if err != nil {
				t.Fatal(err)
			}
			files, shown := instructions(string(text))
			if len(files) != 4 || len(shown) != 3 {
				t.Fatalf("the guide has %d files and %d messages", len(files), len(shown))
			}
			folder := t.TempDir()
			write := func(name, text string) {
				path := filepath.Join(folder, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			for name, text := range files {
				write(name, text)
			}
			if strings.Contains(files["site.toml"], `logo = "logo.svg"`) { // a file of one's own, which the guide can't have
				write("static/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>`)
			}
			says := func(message string, args ...string) {
				var out bytes.Buffer
				err := run(append(args, "-s", folder), &out, &out)
				if message == "" && err != nil {
					t.Fatalf("kollega %v: %v\n%s", args, err, out.String())
				}
				if got := strings.Join(strings.Fields(out.String()), " "); !strings.Contains(got, message) {
					t.Errorf("kollega %v: %v\n%s\nwant %s", args, err, got, message)
				}
			}
			says(shown[1], "check", "--fix")
			says("", "check", "--strict")
			says("", "build", "--strict")
			editions := edition.FindAllStringSubmatch(string(text), -1)
			if len(editions) != 2 {
				t.Errorf("the guide has %d editions", len(editions))
			}
			for _, m := range editions {
				says("", "build", "--strict", "--edition", m[1], "-d", filepath.Join(folder, m[2]))
			}
			var sheet string
			for name := range files {
				if strings.Contains(files[name], "storage = ") && name != "site.toml" {
					sheet = name
				}
			}
			fixed, err := os.ReadFile(filepath.Join(folder, sheet))
			if err != nil {
				t.Fatal(err)
			}
			write(sheet, firstField.ReplaceAllString(string(fixed), "$2"))
			says(shown[2], "check")
			write(sheet, string(fixed))
			write(c.replaced, "+++\ntitle = \"X\"\n+++\nX.\n")
			says(shown[0], "check")
		})
	}
}

var (
	named      = regexp.MustCompile("`(content\\\\[^`…]+\\.md|site\\.toml)`")
	edition    = regexp.MustCompile("`\\./kollega build --edition (\\pL+) -d (\\pL+)`")
	fence      = regexp.MustCompile("^(`{3,})(\\w*)$")
	firstField = regexp.MustCompile("(?s)```(felt|field) [^`]*```\n\n(.*)$")
)

// instructions are the files a guide tells to write, by the names it gives them, and the
// messages it shows, each on one line.
func instructions(guide string) (files map[string]string, shown []string) {
	files = map[string]string{}
	name, kind, end := "", "", ""
	var block strings.Builder
	for _, line := range strings.Split(guide, "\n") {
		m := fence.FindStringSubmatch(line)
		switch {
		case end != "" && line == end:
			text := block.String()
			switch {
			case kind == "text":
				shown = append(shown, strings.Join(strings.Fields(text), " "))
			case kind == "toml", kind == "markdown" && strings.HasPrefix(text, "+++"):
				files[name] += text
			}
			end = ""
			block.Reset()
		case end != "":
			block.WriteString(line + "\n")
		case m != nil:
			kind, end = m[2], m[1]
		default:
			for _, n := range named.FindAllStringSubmatch(line, -1) {
				name = strings.ReplaceAll(n[1], `\`, "/")
			}
		}
	}
	return files, shown
}
