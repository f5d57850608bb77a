package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
)

// command is a command of ours in a message: kollega and a word of its own.
var command = regexp.MustCompile(`(^|[\s«“"(])kollega ((?:init|new|customize|status|diff|accept|build|check|list|lock|serve|preview|search|statement|version|help)\b)`)

// asTyped is a text with its commands as somebody has to type them to start the program.
func asTyped(text, program string) string {
	if program == "kollega" {
		return text
	}
	return command.ReplaceAllStringFunc(text, func(found string) string {
		before, after, _ := strings.Cut(found, "kollega")
		return before + program + after
	})
}

// programAs is what has to be typed to start the program: its bare name, or in Windows, where
// a shell does not look in the folder it is in, the name with that folder before it. started is
// how it was started this time; cmd.exe passes what was typed, PowerShell the whole path.
func programAs(system, started string, onPath bool) string {
	if system != "windows" || onPath || !strings.ContainsAny(started, `\/`) {
		return "kollega"
	}
	name := started[strings.LastIndexAny(started, `\/`)+1:]
	if !strings.HasSuffix(strings.ToLower(name), ".exe") {
		name += ".exe"
	}
	if strings.Contains(name, " ") {
		return `& ".\` + name + `"`
	}
	return `.\` + name
}

// programHere is what has to be typed to start this program.
var programHere = sync.OnceValue(func() string {
	return programAs(runtime.GOOS, os.Args[0], runtime.GOOS == "windows" && onPath())
})

// onPath reports whether the bare name starts this program from any folder. A program that is
// only found in the folder it is started in is an error of LookPath.
func onPath() bool {
	found, err := exec.LookPath("kollega")
	if err != nil {
		return false
	}
	self, err := os.Executable()
	if err != nil {
		return false
	}
	return sameFile(filepath.Clean(found), self)
}

// sameFile reports whether two names are of one file.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// sayLine writes a line of a message, the way every message leaves the program.
func sayLine(w io.Writer, text string) { fmt.Fprintln(w, asTyped(text, programHere())) }
