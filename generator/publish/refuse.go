package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kollega/generator/site"
)

// refuse says why a folder is not written to, or nil.
func refuse(dir string, o Options) error {
	because := func(code site.Code) error { return site.Problem{Pos: site.Pos{File: dir}, Code: code} }
	real := resolved(dir)
	if o.Source != "" {
		source := resolved(mustAbs(o.Source))
		if contains(real, source) {
			return because("publish-source")
		}
		for _, part := range []string{"content", "layouts", "static", ".git", "cmd", "generator", "docs"} {
			if contains(filepath.Join(source, part), real) {
				return because("publish-inside")
			}
		}
	}
	if home, err := os.UserHomeDir(); err == nil && contains(real, resolved(home)) {
		return because("publish-home")
	}
	if filepath.Dir(real) == real {
		return because("publish-home")
	}
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return failed(dir, err)
	case info.Mode()&fs.ModeSymlink != 0:
		return because("publish-link")
	case !info.IsDir():
		return because("publish-file")
	}
	if o.Force || ours(dir) {
		return nil
	}
	return because("publish-foreign")
}

// ours reports whether a folder is empty or was made by kollega. A killed run that
// wrote in place may have come to anything but the marker.
func ours(dir string) bool {
	for _, name := range []string{Marker, ".kollega-new", ".kollega-lock"} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return true
		}
	}
	entries, err := os.ReadDir(dir)
	return err == nil && len(entries) == 0
}

// contains reports whether a folder is another or holds it.
func contains(outer, inner string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func mustAbs(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// resolved follows the links in a path as far as it exists.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if up := filepath.Dir(path); up != path {
		return filepath.Join(resolved(up), filepath.Base(path))
	}
	return path
}
