package main

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"

	"kollega"
	"kollega/generator/content"
)

// speaks is the language of messages before a handbook has been read, and when it can't be:
// the one asked for with --lang, or the one that the site.toml of the folder says, or that of
// the bundled handbook. The folder is the one asked for with --source, or the nearest one.
func speaks(lang, folder string) string {
	if lang != "" {
		return lang
	}
	if folder == "" {
		folder = walkUp()
	}
	said := ""
	if folder != "" {
		said = languageIn(os.DirFS(filepath.Clean(folder)))
	}
	return cmp.Or(said, languageIn(kollega.Bundled), "nb")
}

// languageIn is the language that the site.toml of a folder says, or "".
func languageIn(folder fs.FS) string {
	info, err := fs.Stat(folder, "site.toml")
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	data, err := fs.ReadFile(folder, "site.toml")
	if err != nil {
		return ""
	}
	return content.Language(content.File{Name: "site.toml", Data: data})
}
