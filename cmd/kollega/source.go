package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kollega"
	"kollega/generator"
	"kollega/generator/layers"
	"kollega/generator/site"
)

// source is the handbook a command works on.
type source struct {
	fsys   fs.FS
	own    fs.FS  // the folder without what lies below it; nil for the bundled handbook alone
	below  fs.FS  // what lies below it
	folder string // "" for the bundled handbook alone
}

// find opens the folder a command is told of, or the nearest one upwards that has
// a site.toml, or the bundled handbook alone.
func find(dir string) (source, error) { return findOver(dir, kollega.Bundled) }

// findOver is find with another release of the bundled handbook.
func findOver(dir string, bundled fs.FS) (source, error) {
	folder := dir
	if dir == "" {
		folder = walkUp()
	} else if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return source{}, site.Problem{Pos: site.Pos{File: dir}, Code: "source-missing"}
	}
	if folder == "" {
		return source{fsys: bundled}, nil
	}
	own, err := layers.Folder(folder)
	if err != nil {
		return source{}, err
	}
	all := generator.Over(own, bundled)
	return source{fsys: all, own: own, below: all.Below(), folder: folder}, nil
}

// walkUp is the nearest folder with a site.toml from here upwards, or "".
func walkUp() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "site.toml")); err == nil {
			return dir
		} else if !errors.Is(err, fs.ErrNotExist) {
			return ""
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// destination is where the site goes when the command is not told.
func (s source) destination(dir string) string {
	if dir != "" {
		return dir
	}
	return filepath.Join(s.folder, "public")
}
