package paper

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// Variable names a browser in the environment.
const Variable = "KOLLEGA_BROWSER_PATH"

// Find is the program of a browser: the one that is named, by its path or as one types it;
// or else that of the environment; or else one that is on the machine.
func Find(named string) (string, error) {
	m := machine{system: runtime.GOOS, getenv: os.Getenv, look: exec.LookPath, is: kindOfFile}
	return m.find(named)
}

// machine is what has to be known of a computer to find a browser on it.
type machine struct {
	system string // as in runtime.GOOS
	getenv func(name string) string
	look   func(name string) (path string, err error) // finds a program as the shell would
	is     func(path string) (file, folder bool)
}

func kindOfFile(name string) (file, folder bool) {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir(), err == nil && info.IsDir()
}

func (m machine) find(named string) (string, error) {
	if named != "" {
		return m.named(named, "--browser")
	}
	if named = m.getenv(Variable); named != "" {
		return m.named(named, Variable)
	}
	for _, name := range m.places() {
		if file, _ := m.is(name); file {
			return name, nil
		}
	}
	for _, name := range commands {
		if name, err := m.look(name); err == nil {
			return name, nil
		}
	}
	return "", problem("pdf-browser-missing", Variable)
}

// named is a browser that somebody has named, and where.
func (m machine) named(name, where string) (string, error) {
	file, folder := m.is(name)
	if folder && m.system == "darwin" && strings.HasSuffix(strings.TrimSuffix(name, "/"), ".app") {
		inside := path.Join(name, "Contents/MacOS", strings.TrimSuffix(path.Base(name), ".app"))
		if file, _ := m.is(inside); file {
			return inside, nil
		}
	}
	if file && strings.ContainsAny(name, `/\`) {
		return name, nil
	}
	if !folder {
		if found, err := m.look(name); err == nil {
			return found, nil
		}
	}
	return "", problem("pdf-browser-named", name, where)
}

// commands are the names browsers go by in a shell.
var commands = []string{
	"google-chrome", "google-chrome-stable", "chromium", "chromium-browser",
	"microsoft-edge", "microsoft-edge-stable", "chrome", "msedge",
}

// places are the paths at which browsers are installed.
func (m machine) places() []string {
	var all []string
	switch m.system {
	case "windows":
		for _, inside := range []string{`Google\Chrome\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`, `Chromium\Application\chrome.exe`} {
			for _, variable := range []string{"ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA"} {
				if folder := m.getenv(variable); folder != "" {
					all = append(all, strings.TrimSuffix(folder, `\`)+`\`+inside)
				}
			}
		}
	case "darwin":
		for _, name := range []string{"Google Chrome", "Microsoft Edge", "Chromium"} {
			inside := "Applications/" + name + ".app/Contents/MacOS/" + name
			all = append(all, "/"+inside)
			if home := m.getenv("HOME"); home != "" {
				all = append(all, filepath.ToSlash(home)+"/"+inside)
			}
		}
	}
	return all
}
