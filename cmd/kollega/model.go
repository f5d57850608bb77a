package main

import (
	"fmt"
	"io/fs"

	"kollega"
)

// model reads the model of a text in a language: an organisation's own before ours, and
// where a language has none, that of the one nearest to it.
func model(own fs.FS, lang, name string) ([]byte, error) {
	for _, l := range nearest(lang) {
		file := "content/_models/" + l + "/" + name
		for _, fsys := range []fs.FS{own, kollega.Bundled} {
			if fsys == nil {
				continue
			}
			if text, err := fs.ReadFile(fsys, file); err == nil {
				return text, nil
			}
		}
	}
	return nil, fmt.Errorf("content/_models/%s/%s: there is no such model", lang, name)
}

// nearest are a language and those that are read where it has no text.
func nearest(lang string) []string {
	switch lang {
	case "nb":
		return []string{"nb", "nn", "en"}
	case "nn":
		return []string{"nn", "nb", "en"}
	case "en":
		return []string{"en", "nb"}
	}
	return []string{lang, "en", "nb"}
}
