package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"kollega/generator"
	"kollega/generator/paper"
	"kollega/generator/site"
)

// isKitFile reports whether what is to be printed is a session that was saved as a file.
func isKitFile(name string) bool { return strings.EqualFold(filepath.Ext(name), ".json") }

// kit is the pack of a session that was saved as a file. The page of the session kit makes
// it, as it does for a reader who opens the file there. What the handbook has not is named,
// all of it, and then nothing is printed.
func (p *printing) kit(h *generator.Handbook, lang string) ([]*printJob, []site.Problem) {
	data, err := os.ReadFile(p.page)
	if err != nil {
		return nil, refused("pdf-kit-unread", p.page, errors.Unwrap(err).Error())
	}
	kit, err := generator.ReadKit(data)
	at := h.KitAt(lang)
	problem := func(code site.Code, args ...any) []site.Problem {
		return []site.Problem{{Pos: site.Pos{File: p.page}, Code: code, Args: args}}
	}
	switch {
	case errors.Is(err, generator.ErrLargeKit):
		return nil, problem("pdf-kit-large")
	case errors.Is(err, generator.ErrNewerKit):
		return nil, problem("pdf-kit-newer")
	case err != nil:
		return nil, problem("pdf-kit-none")
	case kit.Parts == 0:
		return nil, problem("pdf-kit-empty")
	case at == "":
		return nil, refused("pdf-no-volume", p.page)
	}
	var lacking []site.Problem
	for _, l := range h.KitLacks(kit, lang) {
		lacking = append(lacking, site.Problem{Pos: placeIn(p.page, data, l.Name), Code: "pdf-kit-lacks", Args: []any{l.Name, site.Suggest(l.Meant)}})
	}
	if lacking != nil {
		return nil, site.Sort(lacking)
	}
	name := filepath.Base(p.page)
	name = strings.TrimSuffix(strings.TrimSuffix(name, filepath.Ext(name)), ".kollega-kit")
	return []*printJob{{page: &site.Page{Source: p.page, Lang: lang}, name: name, Order: paper.Order{
		Page: at, Sets: true, Paper: p.paper, Notes: p.notes || !p.notesSaid, Kit: string(bytes.TrimPrefix(data, []byte("\ufeff"))),
	}}}, nil
}

// placeIn is where a name stands in a file of JSON.
func placeIn(file string, data []byte, name string) site.Pos {
	before, _, found := bytes.Cut(data, []byte(`"`+name+`"`))
	if !found {
		return site.Pos{File: file} // it is written otherwise
	}
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return site.Pos{File: file, Line: 1 + bytes.Count(before, []byte("\n")), Col: 2 + len([]rune(string(line)))}
}
