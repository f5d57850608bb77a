package generator

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kollega/generator/content"
	"kollega/generator/site"
	"kollega/generator/wording"
)

// valueIn is {{ name }} in a title or a text of the interface.
var valueIn = regexp.MustCompile(`\{\{\s*([^{}]*?)\s*\}\}`)

// wordings are the organisation's own words for each language.
func wordings(config *site.Config) map[string]*wording.Wording {
	all := map[string]*wording.Wording{}
	for _, lang := range config.Languages {
		all[lang] = wording.New(config.Terms, lang)
	}
	return all
}

// express puts values and the organisation's own words into what a page's front matter
// says to readers.
func (h *Handbook) express(p *site.Page, s *source) {
	say := func(text string) string { return h.wordings[p.Lang].Text(h.insert(text, p.Lang, s)) }
	f := &p.Front
	f.Title, f.Short, f.Summary, f.Workplace = say(f.Title), say(f.Short), say(f.Summary), say(f.Workplace)
	f.Owner = h.insert(f.Owner, p.Lang, s)
	f.Materials = slices.Clone(f.Materials)
	for i := range f.Materials {
		f.Materials[i] = say(f.Materials[i])
	}
}

// insert puts values into a text of a page's front matter.
func (h *Handbook) insert(text, lang string, s *source) string {
	if !strings.Contains(text, "{{") {
		return text
	}
	return valueIn.ReplaceAllStringFunc(text, func(in string) string {
		name := valueIn.FindStringSubmatch(in)[1]
		value, ok := h.Config.Value(name, lang)
		if !ok {
			h.report(placeOf(s.path, s.text, in), "value-unknown", name, site.Suggest(site.DidYouMean(name, h.Config.ValueNames())))
			return in
		}
		return value
	})
}

// placeOf is where something first stands in a file.
func placeOf(file string, text []byte, what string) site.Pos {
	at := bytes.Index(text, []byte(what))
	if at < 0 {
		return site.Pos{File: file}
	}
	start := bytes.LastIndexByte(text[:at], '\n') + 1
	return site.Pos{File: file, Line: 1 + bytes.Count(text[:at], []byte("\n")), Col: 1 + utf8.RuneCount(text[start:at])}
}

// speak is the interface's texts with values and the organisation's own words in them.
// Those that name files stay as they are.
func speak(config *site.Config, texts site.Texts, files []content.File) (site.Texts, []site.Problem) {
	own := wordings(config)
	spoken := site.Texts{}
	var problems []site.Problem
	for lang, all := range texts {
		spoken[lang] = make(map[string]string, len(all))
		for key, text := range all {
			if strings.HasSuffix(key, ".file") {
				spoken[lang][key] = text
				continue
			}
			text = valueIn.ReplaceAllStringFunc(text, func(in string) string {
				name := valueIn.FindStringSubmatch(in)[1]
				value, ok := config.Value(name, lang)
				if !ok {
					top := files[len(files)-1]
					problems = append(problems, site.Problem{Pos: placeOf(top.Name, top.Data, in), Code: "value-unknown",
						Args: []any{name, site.Suggest(site.DidYouMean(name, config.ValueNames()))}})
				}
				return value
			})
			spoken[lang][key] = own[lang].Text(text)
		}
	}
	return spoken, problems
}
