package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"kollega/generator/site"
)

func TestADoubleClickIsAWindowOfOnesOwnAndNoWords(t *testing.T) {
	for _, c := range []struct {
		args      []string
		inConsole int
		want      bool
	}{
		{nil, 1, true},
		{nil, 2, false}, // typed in a window that was there
		{nil, 0, false}, // no window, or not Windows
		{[]string{"build"}, 1, false},
	} {
		if got := doubleClicked(c.args, c.inConsole); got != c.want {
			t.Errorf("%q with %d in the console: %v", c.args, c.inConsole, got)
		}
	}
}

func TestTheFirstMove(t *testing.T) {
	for _, c := range []struct {
		handbook, canMake bool
		want              move
	}{{true, true, showHandbook}, {true, false, showHandbook}, {false, true, offerHandbook}, {false, false, explainHandbook}} {
		if got := firstMove(c.handbook, c.canMake); got != c.want {
			t.Errorf("handbook %v, can make one %v: %v, want %v", c.handbook, c.canMake, got, c.want)
		}
	}
}

// Where there is no handbook the window says what to do, and stays until Enter.
func TestADoubleClickWithoutAHandbookStaysToBeRead(t *testing.T) {
	t.Chdir(t.TempDir())
	var out bytes.Buffer
	c := &clicked{in: bufio.NewReader(strings.NewReader("\n\nlater\n")), stdout: &out, stderr: &out, lang: "nb"}
	if err := c.start(); !errors.Is(err, errRead) {
		t.Fatal(err)
	}
	for _, want := range []string{"Her er det ingen håndbok ennå.", "Trykk Enter for å lukke vinduet."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not said in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "error") {
		t.Errorf("it is told as an error:\n%s", out.String())
	}
	if rest, _ := io.ReadAll(c.in); !strings.HasSuffix(string(rest), "later\n") {
		t.Error("it did not stop at Enter")
	}
	if entries, _ := os.ReadDir("."); len(entries) != 0 {
		t.Errorf("it left %v", entries)
	}
}

// What a yes does, works in a folder that has nothing but the program, and leaves a handbook
// that the next double click finds.
func TestADoubleClickCanBeginAHandbook(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "Vår håndbok")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	if err := os.WriteFile("kollega.exe", []byte("MZ"), 0o777); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run([]string{"init", folder, "--yes"}, &out, &out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if walkUp() == "" {
		t.Errorf("it has begun no handbook:\n%s", out.String())
	}
}

// The lines that a double click tells to write make a handbook without a warning.
func TestWhatADoubleClickTellsToWriteIsAHandbook(t *testing.T) {
	for _, lang := range []string{"nb", "nn", "en"} {
		var toml strings.Builder
		for line := range strings.Lines(site.Say(lang, "start-how")) {
			if strings.Contains(line, " = ") {
				toml.WriteString(strings.TrimSpace(line) + "\n")
			}
		}
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "site.toml"), []byte(toml.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := run([]string{"check", "--strict", "-s", folder}, &out, &out); err != nil {
			t.Errorf("%s: %v\n%s%s", lang, err, toml.String(), out.String())
		}
	}
}

func TestOnlyAYesIsAYes(t *testing.T) {
	for answer, want := range map[string]bool{"ja\r\n": true, " J \n": true, "yes": true, "\n": false, "": false, "nei\n": false, "jah\n": false} {
		c := &clicked{in: bufio.NewReader(strings.NewReader(answer))}
		if got := c.yes(); got != want {
			t.Errorf("%q: %v", answer, got)
		}
	}
}

func TestWhatTheProgramCan(t *testing.T) {
	root := rootCommand(&bytes.Buffer{}, &bytes.Buffer{})
	if !can(root, "build") || can(root, "no such") {
		t.Error("it does not know its commands")
	}
	root.AddCommand(&cobra.Command{Use: "no such"})
	if !can(root, "no") {
		t.Error("a new command is not seen")
	}
}
