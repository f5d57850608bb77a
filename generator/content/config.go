package content

import (
	"maps"
	"slices"
	"strings"

	"kollega/generator/site"
)

var configLimits = limits{bytes: 64 << 10, entries: 1000}

// configReader turns the layers' site.toml into one configuration.
type configReader struct {
	*document  // of the layer being read
	config     *site.Config
	languageAt site.Pos        // where the languages were last stated
	stated     map[string]bool // the required keys that a layer has, or tried to have
}

// configKey is a key of site.toml and how its value is read.
type configKey struct {
	path string
	read func(r *configReader, it item)
}

// configKeys are all keys of site.toml but those of [titles], which are languages, and
// of [tags], [needs], [terms] and [values], which are an author's own.
var configKeys = []configKey{
	{"id", (*configReader).siteID},
	{"formerly", func(r *configReader, it item) { r.config.Formerly = r.ids(it) }},
	{"title", (*configReader).title},
	{"organisation", func(r *configReader, it item) { set(&r.config.Organisation)(r.label(it)) }},
	{"contact", func(r *configReader, it item) { set(&r.config.Contact)(r.mail(it)) }},
	{"url", func(r *configReader, it item) { set(&r.config.URL)(r.address(it)) }},
	{"language", (*configReader).language},
	{"languages", (*configReader).languages},
	{"base", func(r *configReader, it item) {
		set(&r.config.Base)(r.choice(it, site.BaseBundled, site.BaseNone))
	}},
	{"hide", func(r *configReader, it item) { r.config.Hide = r.refs(it, r.hidden) }},
	{"navigation" + sep + "main", func(r *configReader, it item) {
		if main := r.ids(it); main != nil {
			r.config.Navigation = main
		}
	}},
	{"theme" + sep + "accent", func(r *configReader, it item) {
		r.accent(it, &r.config.Theme.Accent, &r.config.Theme.AccentAt)
	}},
	{"theme" + sep + "accent_dark", func(r *configReader, it item) {
		r.accent(it, &r.config.Theme.AccentDark, &r.config.Theme.AccentDarkAt)
	}},
	{"theme" + sep + "logo", (*configReader).logo},
	{"theme" + sep + "font", func(r *configReader, it item) {
		set(&r.config.Theme.Font)(r.word(it, site.Fonts, r.config.Language))
	}},
	{"theme" + sep + "radius", func(r *configReader, it item) {
		set(&r.config.Theme.Radius)(r.word(it, site.Radii, r.config.Language))
	}},
	{"theme" + sep + "density", func(r *configReader, it item) {
		set(&r.config.Theme.Density)(r.word(it, site.Densities, r.config.Language))
	}},
	{"theme" + sep + "styles", func(r *configReader, it item) {
		if styles := r.refs(it, r.label); styles != nil {
			r.config.Theme.Styles = styles
		}
	}},
	{"theme" + sep + "paper", func(r *configReader, it item) {
		set(&r.config.Theme.Paper)(r.choice(it, site.PaperA4, site.PaperLetter))
	}},
	{"features" + sep + "glossary", func(r *configReader, it item) { set(&r.config.Features.Glossary)(r.truth(it)) }},
	{"features" + sep + "index", func(r *configReader, it item) { set(&r.config.Features.Index)(r.truth(it)) }},
	{"features" + sep + "print", func(r *configReader, it item) { set(&r.config.Features.Print)(r.truth(it)) }},
	{"workbook" + sep + "storage", func(r *configReader, it item) {
		set(&r.config.Workbook.Storage)(r.word(it, site.Storages, r.config.Language))
	}},
	{"workbook" + sep + "keep_months", func(r *configReader, it item) {
		set(&r.config.Workbook.KeepMonths)(r.number(it, 0, site.MostKeepMonths))
	}},
	{"search" + sep + "compounds", (*configReader).compounds},
	{"care" + sep + "lix", func(r *configReader, it item) { set(&r.config.Care.LIX)(r.number(it, 0, mostLIX)) }},
}

// mostLIX is above every text there is.
const mostLIX = 100

var configTables = []string{"titles", "navigation", "theme", "features", "tags", "needs", "terms", "values", "workbook", "care", "search"}

// set puts a value in its place when it could be read.
func set[T any](place *T) func(T, bool) {
	return func(value T, ok bool) {
		if ok {
			*place = value
		}
	}
}

// Config reads the layers' site.toml, the bottom one first, as one configuration.
// It is never nil; what has an error is as if it were not stated. What is missing
// is reported in the uppermost file.
func Config(files []File) (*site.Config, []site.Problem) {
	r := &configReader{stated: map[string]bool{}, config: &site.Config{
		Language: "nb",
		Base:     site.BaseBundled,
		Theme:    site.Theme{Paper: site.PaperA4},
		Features: site.Features{Glossary: true, Index: true, Print: true},
		Workbook: site.Workbook{Storage: "ask"},
	}}
	var problems []site.Problem
	top := site.Pos{File: "site.toml"}
	unreadable := false
	for _, f := range files {
		top = site.Pos{File: f.Name, Line: 1, Col: 1}
		d, more := open(f, configLimits)
		problems = append(problems, more...)
		if d == nil {
			unreadable = true
			continue
		}
		r.document = d
		r.layer()
		problems = append(problems, d.problems...)
	}
	for _, key := range []string{"id", "title"} {
		if !r.stated[key] && !unreadable {
			problems = append(problems, site.Problem{Pos: top, Code: "site-missing", Args: []any{key}})
		}
	}
	problems = append(problems, r.settleLanguages(top)...)
	return r.config, site.Sort(append(problems, checkTerms(r.config)...))
}

// Base is the layer an organisation's site.toml stands on: site.BaseBundled, also
// for a file that does not say or is an empty File, or site.BaseNone. What is wrong
// with the file is reported by Config.
func Base(file File) string {
	d, _ := open(file, configLimits)
	if d == nil || d.values["base"] != site.BaseNone {
		return site.BaseBundled
	}
	return site.BaseNone
}

// open reads a TOML file; nil when its bytes are no text.
func open(f File, most limits) (*document, []site.Problem) {
	text, ok, problems := readable(f.Name, f.Data)
	if !ok || len(problems) > 0 {
		return nil, problems
	}
	return parse(f.Name, string(text), 1, most), nil
}

// layer lays a document's values over those below.
func (r *configReader) layer() {
	if e := r.find("title"); e != nil && !e.broken {
		r.config.Titles = nil
	}
	if e := r.find("id"); e != nil && !e.broken {
		r.config.Formerly = nil
	}
	for _, key := range []string{"id", "title"} {
		r.stated[key] = r.stated[key] || r.mentions(key)
	}
	r.config.Base = site.BaseBundled
	refused := false // the table the entries stand in is none of ours
	for i := range r.entries {
		e := &r.entries[i]
		if e.header {
			refused = false
		}
		if !e.broken && !refused {
			refused = !r.entry(e) && e.header
		}
	}
}

// entry reads one entry and reports whether it is one of site.toml's.
func (r *configReader) entry(e *entry) bool {
	table, key, inTable := strings.Cut(e.path, sep)
	value := r.lookup(e.path)
	if contains(configTables, e.path) {
		if m, isTable := value.(map[string]any); !isTable {
			r.wrong(e.key, "type-table", table)
			return false
		} else if !e.header { // theme = { accent = "#00695c" }
			r.inline(e, m)
		}
		return true
	}
	it := item{key: shown(e.path[strings.LastIndex(e.path, sep)+1:]), at: e.value, value: value}
	if table == "titles" && inTable && !e.header {
		r.titleIn(e, key, it)
		return true
	}
	if inTable {
		switch table {
		case "tags":
			r.tagOf(e, key, it, &r.config.Tags)
			return true
		case "needs":
			r.tagOf(e, key, it, &r.config.Needs)
			return true
		case "values":
			r.valueOf(e, key, it)
			return true
		case "terms":
			return r.termOf(e, key, it)
		}
	}
	for _, k := range configKeys {
		if k.path == e.path && !e.header {
			k.read(r, it)
			return true
		}
	}
	r.unknown(e, table, inTable)
	return false
}

// inline reads a table that is written on one line.
func (r *configReader) inline(e *entry, table map[string]any) {
	prefix := e.path + sep
	for _, name := range slices.Sorted(maps.Keys(table)) {
		r.entry(&entry{path: prefix + name, key: e.value, value: e.value, equals: true})
	}
}
