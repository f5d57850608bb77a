package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"kollega"
	"kollega/generator/paper"
)

// manual is the trainers' manual inside the handbook, as it is followed.
type manual struct {
	*testing.T
	folder string
	next   fs.FS  // the release that comes after
	said   string // by the command before
	name   string // the file that was named last
}

// What the manual tells a trainer to type and to write is typed and written here, from an
// empty folder, page by page, and what it shows is what the program says. In the end there
// is a handbook of their own.
func TestTheManualIsTrue(t *testing.T) {
	for _, c := range []struct {
		pages   []string
		changed string   // a page that the next release has changed, and the words that it has
		from    string   // a sentence of it
		want    []string // file: words
		gone    string   // a page that is hidden
	}{
		{
			pages: []string{"content/nb/guider/gjor-handboka-til-deres.md", "content/nb/guider/skriv-en-side.md", "content/nb/guider/skriv-et-arbeidsark.md",
				"content/nb/guider/legg-ut-handboka.md", "content/nb/guider/ny-utgave.md"},
			changed: "content/nb/guider/hva-det-er.md", from: "Er du fagorganisert, kan du",
			want: []string{"index.html: Kollegaveiledning i Fjordvik", "guider/hva-det-er.html: Frisk HMS, telefon 55 12 34 56", "guider/hva-det-er.html: Verneombudet",
				"guider/hva-det-er.html: To slags kollegaveiledning", "guider/hva-det-er.html: kollegaveiledning@fjordvik.no",
				"sporsmal/oss-to.html: Hvordan er en god dag på jobb for deg?", "sporsmal/oss-to.html: Hvem har lyttet godt til deg før?", "guider/hva-det-er.html: Kollegaveiledere",
				"guider/slik-gjor-vi-det-i-fjordvik.html: Fjordvik kommune har hatt", "aktiviteter/ga-en-tur-sammen.html: Gå en tur sammen", "okter/for-nattevakta.html: Hva virker så godt at ingen snakker om det?",
				"arbeidsark/etter-vakta.html: Hva gikk bra i dag?", "arbeidsark/sjekkpunkt.html: Hvem i Fjordvik kan hjelpe deg med det?", "strategier/lytt.html: Vanlige feller"},
			gone: "aktiviteter/konsulentrunden.html",
		},
		{
			pages: []string{"content/en/guides/make-it-yours.md", "content/en/guides/write-a-page.md", "content/en/guides/write-a-worksheet.md",
				"content/en/guides/publish-the-handbook.md", "content/en/guides/a-new-release.md"},
			changed: "content/en/guides/what-it-is.md", from: "If you belong to a union",
			want: []string{"index.html: Peer support in Harbourside", "guides/what-it-is.html: Harbour Health, telephone 555 12 34", "guides/what-it-is.html: Safety representative",
				"questions/the-two-of-us.html: What does a good day at work look like for you?", "guides/how-we-do-it-in-harbourside.html: Harbourside Council has had",
				"activities/take-a-walk-together.html: Take a walk together", "sessions/before-the-night-shift.html: A small win round", "worksheets/after-the-shift.html: What went well today?",
				"worksheets/check-in.html: Who in Harbourside can help you with it?", "strategies/listen.html: Common traps"},
			gone: "activities/consulting-round.html",
		},
	} {
		t.Run(c.pages[0][:len("content/nb")], func(t *testing.T) {
			m := &manual{T: t, folder: t.TempDir(), next: nextRelease(t, c.changed, c.from)}
			t.Chdir(m.folder)
			t.Setenv("KOLLEGA_CACHE", t.TempDir()) // what trainers have: each command finds what the one before has made
			for i, page := range c.pages {
				text, err := kollega.Bundled.ReadFile(page)
				if err != nil {
					t.Fatal(err)
				}
				if i == 1 {
					m.want(c.want[0], "public")
				}
				m.follow(page, string(text))
			}
			m.run("check", "--strict")
			m.run("build", "--strict")
			for _, want := range c.want {
				m.want(want, "public")
			}
			if strings.Contains(m.read("public/"+strings.SplitN(c.want[5], ":", 2)[0]), "us-unsure") {
				t.Error("a question that was taken away is there")
			}
			if _, err := os.Stat(filepath.Join(m.folder, "public", filepath.FromSlash(c.gone))); err == nil {
				t.Errorf("%s is hidden and there", c.gone)
			}
		})
	}
}

// nextRelease is the bundled handbook with a sentence before another one.
func nextRelease(t *testing.T, page, before string) fs.FS {
	files := fstest.MapFS{}
	err := fs.WalkDir(kollega.Bundled, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := kollega.Bundled.ReadFile(name)
		if name == page {
			changed := strings.Replace(string(data), before, "Nytt. "+before, 1)
			if changed == string(data) {
				t.Fatalf("%s does not say %q", page, before)
			}
			data = []byte(changed)
		}
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func (m *manual) want(want, folder string) {
	m.Helper()
	name, words, _ := strings.Cut(want, ": ")
	if text := m.read(folder + "/" + name); !strings.Contains(text, words) {
		m.Errorf("%s does not say %q\n%s", name, words, tags.ReplaceAllString(text[strings.Index(text, "<main"):], ""))
	}
}

func (m *manual) read(name string) string {
	data, err := os.ReadFile(filepath.Join(m.folder, filepath.FromSlash(name)))
	if err != nil {
		m.Error(err)
	}
	return string(data)
}

func (m *manual) write(name, text string) {
	m.Helper()
	writeFile(m.T, m.folder, name, text)
}

var (
	named     = regexp.MustCompile("`(content\\\\[^`…]+\\.md|site\\.toml)`")
	fence     = regexp.MustCompile("^(`{3,})(\\w*)$")
	mentioned = regexp.MustCompile("`\\.\\\\kollega\\.exe ([a-z][^`]*)`")
	word      = regexp.MustCompile(`"[^"]*"|\S+`)
)

// follow does what a page says, block by block.
func (m *manual) follow(page, text string) {
	kind, end := "", ""
	var block strings.Builder
	for _, line := range strings.Split(text, "\n") {
		switch open := fence.FindStringSubmatch(line); {
		case end != "" && line == end:
			m.do(page, kind, block.String())
			end = ""
			block.Reset()
		case end != "":
			block.WriteString(line + "\n")
		case open != nil:
			kind, end = open[2], open[1]
		default:
			for _, n := range named.FindAllStringSubmatch(line, -1) {
				m.name = strings.ReplaceAll(n[1], `\`, "/")
			}
			for _, command := range mentioned.FindAllStringSubmatch(line, -1) {
				m.known(command[1])
			}
		}
	}
}

// known sees that a command and its flags that are only mentioned are there.
func (m *manual) known(command string) {
	var out bytes.Buffer
	if err := run(append(words(command), "--help"), &out, &out); err != nil {
		m.Errorf("kollega %s: %v", command, err)
	}
}

func words(line string) []string {
	var all []string
	for _, w := range word.FindAllString(line, -1) {
		all = append(all, strings.Trim(w, `"`))
	}
	return all
}

func (m *manual) do(page, kind, block string) {
	switch {
	case kind == "powershell":
		for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
			command, ok := strings.CutPrefix(line, `.\kollega.exe `)
			if !ok {
				m.Fatalf("%s: %q is no command of ours", page, line)
			}
			m.run(words(strings.ReplaceAll(command, `C:\`, filepath.ToSlash(m.TempDir())+"/"))...)
		}
	case kind == "toml":
		m.write("site.toml", settings(m.read("site.toml"), block))
	case kind == "text":
		m.shows(page, block)
	case strings.HasPrefix(block, "+++"):
		m.write(m.name, block)
	default:
		m.write(m.name, m.read(m.name)+"\n"+block)
	}
}

// run runs a command. Those that say how a new release stands are given one; the server
// is only asked whether it knows its flags, and so is what needs a browser where there is none.
func (m *manual) run(args ...string) {
	m.Helper()
	var out bytes.Buffer
	var err error
	o := &overlay{report: &reporter{stdout: &out, stderr: &out}}
	o.bundled = m.next
	if _, none := paper.Find(""); args[0] == "serve" || args[0] == "pdf" && none != nil {
		m.known(strings.Join(args, " "))
		return
	}
	switch args[0] {
	case "status":
		err = o.status()
		if err == errProblems {
			err = nil
		}
	case "diff":
		err = o.diff(args[1])
	case "accept":
		err = o.accept(args[1:])
	default:
		err = run(args, &out, &out)
	}
	m.said = out.String()
	if err != nil {
		m.Fatalf("kollega %s: %v\n%s", strings.Join(args, " "), err, m.said)
	}
}

// shows sees that the program says what a page shows, after what leads to it.
func (m *manual) shows(page, block string) {
	var undo func()
	switch {
	case strings.HasPrefix(block, "link-vague"):
		lang := strings.Split(page, "/")[1]
		text := map[string]string{"nb": "[her](hva-det-er.md)", "en": "[here](what-it-is.md)"}[lang]
		vague := map[string]string{"nb": "content/nb/guider/vag.md", "en": "content/en/guides/vague.md"}[lang]
		m.write(vague, "+++\ntitle = \"Vag\"\n+++\n\n"+text+"\n")
		undo = func() { _ = os.Remove(filepath.Join(m.folder, filepath.FromSlash(vague))) }
	case strings.Contains(block, "value-unknown"):
		page, _, _ := strings.Cut(block, ":")
		whole := m.read(page)
		m.write(page, strings.Replace(whole, "{{ org.name }}", regexp.MustCompile(`{{ org\.\S+ }}`).FindString(block), 1))
		undo = func() { m.write(page, whole) }
	case strings.Contains(block, "lock-field"):
		sheet, _, _ := strings.Cut(block, ":")
		whole := m.read(sheet)
		m.write(sheet, firstField.ReplaceAllString(whole, "$2"))
		undo = func() { m.write(sheet, whole) }
	default:
		m.says(page, block)
		return
	}
	var out bytes.Buffer
	_ = run([]string{"check"}, &out, &out)
	m.said = out.String()
	m.says(page, block)
	undo()
}

var tags = regexp.MustCompile(`(?s)<[^>]*>`)

var firstField = regexp.MustCompile("(?s)```(felt|field) [^`]*```\n\n(.*)$")

func (m *manual) says(page, block string) {
	if got := strings.Join(strings.Fields(m.said), " "); !strings.Contains(got, strings.Join(strings.Fields(block), " ")) {
		m.Errorf("%s shows\n%s\nand the program says\n%s", page, block, m.said)
	}
}

// settings is site.toml with lines put in as a person does it: over the line that has the
// key, commented out or not, or else at the end of its table.
func settings(file, lines string) string {
	rows := strings.Split(strings.TrimRight(file, "\n"), "\n")
	table := ""
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		if line == "" {
			continue
		}
		if strings.HasPrefix(line, "[") {
			table = line
			continue
		}
		key, _, _ := strings.Cut(line, "=")
		at, in, after := -1, "", len(rows)
		for i, row := range rows {
			bare := strings.TrimLeft(row, "# ")
			if strings.HasPrefix(bare, "[") && strings.HasSuffix(bare, "]") {
				in = bare
			}
			if in == table {
				after = i + 1
				if k, _, ok := strings.Cut(bare, "="); ok && at < 0 && strings.TrimSpace(k) == strings.TrimSpace(key) {
					at = i
				}
			}
		}
		if at >= 0 {
			rows[at] = line
		} else {
			rows = append(rows[:after:after], append([]string{line}, rows[after:]...)...)
		}
	}
	return strings.Join(rows, "\n") + "\n"
}
