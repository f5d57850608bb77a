package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"kollega/generator/cache"
	"kollega/generator/site"
)

// kept is what a build leaves for the next one: in the user's cache folder, never in
// the handbook's, and of use to this program alone.
type kept struct {
	folder string // "" where there is no place for it
}

// keep finds the place for what builds of a source leave; KOLLEGA_CACHE names another
// one, and "off" none.
func keep(folder string) kept {
	root := os.Getenv("KOLLEGA_CACHE")
	if root == "off" {
		return kept{}
	}
	if root == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return kept{}
		}
		root = filepath.Join(user, "kollega")
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return kept{}
	}
	return kept{filepath.Join(root, short(folder))}
}

// short is a name for something long.
func short(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// cache opens the cache of what was made of the source.
func (k kept) cache() *cache.Cache {
	if k.folder == "" {
		return cache.New()
	}
	return cache.Open(k.folder, program(), site.ArgTypes()...)
}

// record is where publishing notes what it wrote to a folder, "" for nowhere.
func (k kept) record(to string) string {
	if k.folder == "" {
		return ""
	}
	return filepath.Join(k.folder, short(to)+".written")
}

// program names this very program: another one may make other bytes of the same
// source. A program that is built anew has another time or size.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return version()
	}
	info, err := os.Stat(path)
	if err != nil {
		return version()
	}
	return fmt.Sprintf("%s %d %d", version(), info.Size(), info.ModTime().UnixNano())
}
