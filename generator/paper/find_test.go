package paper

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"kollega/generator/site"
)

// computer is a machine on which there are some files and nothing else.
func computer(system string, env map[string]string, path string, files ...string) machine {
	has := map[string]bool{}
	for _, name := range files {
		has[name] = true
	}
	return machine{
		system: system,
		getenv: func(name string) string { return env[name] },
		look: func(name string) (string, error) {
			if found := path + name; path != "" && has[found] {
				return found, nil
			}
			return "", fs.ErrNotExist
		},
		is: func(name string) (file, folder bool) {
			for other := range has {
				folder = folder || strings.HasPrefix(other, strings.TrimSuffix(name, "/")+"/")
			}
			return has[name], folder
		},
	}
}

func TestFind(t *testing.T) {
	windows := map[string]string{"ProgramFiles": `C:\Program Files`, "ProgramFiles(x86)": `C:\Program Files (x86)`, "LOCALAPPDATA": `C:\Users\ola\AppData\Local`}
	const (
		edge   = `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`
		own    = `C:\Users\ola\AppData\Local\Google\Chrome\Application\chrome.exe`
		mac    = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
		macOwn = "/Users/ola/Applications/Chromium.app/Contents/MacOS/Chromium"
	)
	home := map[string]string{"HOME": "/Users/ola"}
	for _, c := range []struct {
		name  string
		m     machine
		named string
		want  string
		code  site.Code
	}{
		{"Edge is on every Windows", computer("windows", windows, "", edge), "", edge, ""},
		{"Chrome of one user goes before Edge", computer("windows", windows, "", edge, own), "", own, ""},
		{"an application of macOS", computer("darwin", home, "", mac), "", mac, ""},
		{"an application of one user", computer("darwin", home, "", macOwn), "", macOwn, ""},
		{"a program in the path", computer("linux", nil, "/usr/bin/", "/usr/bin/chromium"), "", "/usr/bin/chromium", ""},
		{"Ubuntu's name", computer("linux", nil, "/usr/bin/", "/usr/bin/chromium-browser"), "", "/usr/bin/chromium-browser", ""},
		{"Edge on Linux", computer("linux", nil, "/usr/bin/", "/usr/bin/microsoft-edge-stable"), "", "/usr/bin/microsoft-edge-stable", ""},
		{"none", computer("linux", nil, "/usr/bin/", "/usr/bin/firefox"), "", "", "pdf-browser-missing"},
		{"a path that is named", computer("linux", nil, "/usr/bin/", "/opt/brave/brave", "/usr/bin/chromium"), "/opt/brave/brave", "/opt/brave/brave", ""},
		{"a command that is named", computer("linux", nil, "/usr/bin/", "/usr/bin/brave", "/usr/bin/chromium"), "brave", "/usr/bin/brave", ""},
		{"an application that is named", computer("darwin", home, "", mac), "/Applications/Google Chrome.app", mac, ""},
		{"one named that is not there", computer("linux", nil, "/usr/bin/", "/usr/bin/chromium"), "/opt/chrome", "", "pdf-browser-named"},
		{"a folder", computer("linux", nil, "/usr/bin/", "/opt/brave/brave", "/usr/bin/chromium"), "/opt/brave", "", "pdf-browser-named"},
		{"the environment's", computer("linux", map[string]string{Variable: "/opt/chrome"}, "/usr/bin/", "/opt/chrome", "/usr/bin/chromium"), "", "/opt/chrome", ""},
		{"the environment's is wrong", computer("linux", map[string]string{Variable: "/opt/crome"}, "/usr/bin/", "/usr/bin/chromium"), "", "", "pdf-browser-named"},
		{"the flag goes before the environment", computer("linux", map[string]string{Variable: "/opt/chrome"}, "/usr/bin/", "/opt/chrome", "/usr/bin/brave"), "brave", "/usr/bin/brave", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.m.find(c.named)
			if got != c.want {
				t.Errorf("found %q, not %q", got, c.want)
			}
			if codeOf(err) != c.code {
				t.Errorf("error %v, not %q", err, c.code)
			}
		})
	}
}

// codeOf is the code of an error that is a problem; "" for no error.
func codeOf(err error) site.Code {
	var p site.Problem
	switch {
	case err == nil:
		return ""
	case errors.As(err, &p):
		return p.Code
	}
	return site.Code(fmt.Sprintf("%T: %v", err, err))
}

func TestVersionsOfBrowsers(t *testing.T) {
	for product, want := range map[string]int{
		"Chrome/141.0.7390.37": 141, "HeadlessChrome/130.0.6723.58": 130, "Edg/131.0.2903.51": 131, "Chromium": 0,
	} {
		if got := majorOf(product); got != want {
			t.Errorf("%s: %d, not %d", product, got, want)
		}
	}
}
