package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const licensesFile = "../../static/assets/licenses.txt"

var writeLicenses = flag.Bool("write-licenses", false, "write static/assets/licenses.txt afresh")

// Everything that is linked into the command on any system, and every font, is
// named with its licence in the file that is published with each handbook.
func TestLicensesNameEverythingBuiltIn(t *testing.T) {
	notices := append(goNotice(t), moduleNotices(t)...)
	notices = append(notices, fontNotices(t)...)
	if *writeLicenses {
		if err := os.WriteFile(licensesFile, licensesText(notices), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	published, err := os.ReadFile(licensesFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notices {
		if !bytes.Contains(published, n.block()) {
			t.Errorf("%s is built in, but static/assets/licenses.txt lacks it or has another text", n.name)
		}
	}
	if !t.Failed() && !bytes.Equal(published, licensesText(notices)) {
		t.Error("static/assets/licenses.txt names something that is no longer built in")
	}
	if t.Failed() {
		t.Log(`"make licenses" writes it afresh`)
	}
}

// notice is a work of others and the terms it comes under.
type notice struct{ name, text string }

func (n notice) block() []byte {
	return fmt.Appendf(nil, "%s\n%s\n\n%s\n", n.name, strings.Repeat("=", len(n.name)), strings.TrimSpace(n.text))
}

func licensesText(notices []notice) []byte {
	var b bytes.Buffer
	b.WriteString("Kollega is built from the works of others. These are their names and the terms they come under.\n")
	for _, n := range notices {
		b.WriteString("\n\n")
		b.Write(n.block())
	}
	return b.Bytes()
}

func goNotice(t *testing.T) []notice {
	root := strings.TrimSpace(string(goTool(t, "", "env", "GOROOT")))
	return []notice{{"The Go programming language and its standard library", readText(t, filepath.Join(root, "LICENSE"))}}
}

// moduleNotices are those of the modules whose packages are linked on any system:
// each licence in the module's root and beside a linked package.
func moduleNotices(t *testing.T) []notice {
	files := map[string][]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, p := range linkedPackages(t, system) {
			if p.Module == nil || p.Module.Main {
				continue
			}
			name := p.Module.Path + " " + p.Module.Version
			for dir := p.Dir; len(dir) >= len(p.Module.Dir); dir = filepath.Dir(dir) {
				files[name] = append(files[name], licencesIn(t, dir)...)
			}
		}
	}
	var notices []notice
	for name, found := range files {
		if len(found) == 0 {
			t.Errorf("%s has no licence file", name)
		}
		slices.Sort(found)
		var texts []string
		for _, file := range slices.Compact(found) {
			texts = append(texts, readText(t, file))
		}
		notices = append(notices, notice{name, strings.Join(texts, "\n\n")})
	}
	slices.SortFunc(notices, func(a, b notice) int { return strings.Compare(a.name, b.name) })
	return notices
}

func fontNotices(t *testing.T) []notice {
	fonts, err := filepath.Glob("../../static/fonts/*.woff2")
	if err != nil || len(fonts) == 0 {
		t.Fatal("there are no fonts in static/fonts", err)
	}
	var notices []notice
	for _, font := range fonts {
		licence := strings.TrimSuffix(font, ".woff2") + "-LICENSE.txt"
		notices = append(notices, notice{"Font: " + filepath.Base(font), readText(t, licence)})
	}
	return notices
}

// linkedPackage is what "go list" says of a package.
type linkedPackage struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
	}
}

func linkedPackages(t *testing.T, system string) []linkedPackage {
	var packages []linkedPackage
	list := json.NewDecoder(bytes.NewReader(goTool(t, system, "list", "-deps", "-json=Dir,Module", ".")))
	for {
		var p linkedPackage
		err := list.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages
		}
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// licencesIn lists the files of a directory that hold a licence or its notices.
func licencesIn(t *testing.T, dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		stem, _, _ := strings.Cut(strings.ToUpper(e.Name()), ".")
		if !e.IsDir() && slices.Contains([]string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "PATENTS"}, stem) {
			found = append(found, filepath.Join(dir, e.Name()))
		}
	}
	return found
}

func readText(t *testing.T, file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// goTool runs the go command as on a system; "" is this one.
func goTool(t *testing.T, system string, args ...string) []byte {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if system != "" {
		cmd.Env = append(cmd.Env, "GOOS="+system)
	}
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, said.Bytes())
	}
	return out
}
