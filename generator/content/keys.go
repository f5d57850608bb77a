package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"kollega/generator/site"
)

// What the numbers of front matter may be.
const (
	mostMinutes = 600
	mostPeople  = 200
	mostOrder   = 1_000_000
	longSummary = 200 // characters
)

// frontReader turns a document into a page's front matter.
type frontReader struct {
	*document
	lang       string
	kind       site.Kind
	front      site.Front
	titleMeant bool // an unknown key was probably "title"
	reviewAt   spot // where review_after is stated
}

// frontKey is a key of front matter: the kinds of pages that may have it (nil for
// all), and how its value is read.
type frontKey struct {
	name  string
	kinds []site.Kind
	read  func(r *frontReader, it item)
}

var (
	related = []site.Kind{site.KindStrategy, site.KindActivity, site.KindSession, site.KindQuestions, site.KindWorksheet,
		site.KindExample, site.KindPath, site.KindGuide, site.KindFront}
	timed = []site.Kind{site.KindActivity, site.KindSession, site.KindWorksheet, site.KindPath, site.KindGuide}
)

// anywhere are all kinds but the front page, which a site has in every edition.
var anywhere = slices.DeleteFunc(site.Kinds(), func(k site.Kind) bool { return k == site.KindFront })

// frontKeys are all keys of front matter, in the order they are offered.
var frontKeys = []frontKey{
	{"title", nil, func(r *frontReader, it item) { r.front.Title, _ = r.label(it) }},
	{"short", nil, func(r *frontReader, it item) { r.front.Short, _ = r.label(it) }},
	{"summary", nil, (*frontReader).summary},
	{"id", nil, func(r *frontReader, it item) { r.front.ID, _ = r.id(it) }},
	{"order", nil, func(r *frontReader, it item) { r.front.Order, _ = r.number(it, 0, mostOrder) }},
	{"kind", nil, func(*frontReader, item) {}}, // read before the others
	{"mode", nil, (*frontReader).mode},
	{"formerly", nil, func(r *frontReader, it item) { r.front.Formerly = r.ids(it) }},
	{"aliases", nil, func(r *frontReader, it item) { r.front.Aliases = r.each(it, r.alias) }},
	{"updated", nil, func(r *frontReader, it item) { r.front.Updated, _ = r.day(it) }},
	{"owner", nil, func(r *frontReader, it item) { r.front.Owner, _ = r.label(it) }},
	{"reviewed", nil, func(r *frontReader, it item) { r.front.Reviewed, _ = r.day(it) }},
	{"review_after", nil, (*frontReader).reviewAfter},
	{"draft", nil, func(r *frontReader, it item) { r.front.Draft, _ = r.truth(it) }},
	{"edition", anywhere, (*frontReader).edition},
	{"tags", nil, func(r *frontReader, it item) { r.front.Tags = r.refs(it, r.label) }},
	{"search", nil, func(r *frontReader, it item) { r.front.Search = r.labels(it) }},
	{"next", nil, relation(site.RelNext)},
	{"minutes", timed, func(r *frontReader, it item) { r.front.Minutes, _ = r.span(it, mostMinutes) }},
	{"people", []site.Kind{site.KindActivity, site.KindSession, site.KindWorksheet},
		func(r *frontReader, it item) { r.front.People, _ = r.span(it, mostPeople) }},
	{"level", []site.Kind{site.KindActivity, site.KindSession, site.KindPath},
		func(r *frontReader, it item) { r.front.Level, _ = r.word(it, site.Levels, r.lang) }},
	{"phase", []site.Kind{site.KindActivity, site.KindSession, site.KindQuestions, site.KindWorksheet}, (*frontReader).phase},
	{"family", []site.Kind{site.KindActivity},
		func(r *frontReader, it item) { r.front.Family, _ = r.word(it, site.Families, r.lang) }},
	{"materials", []site.Kind{site.KindActivity, site.KindSession},
		func(r *frontReader, it item) { r.front.Materials = r.labels(it) }},
	{"roles", []site.Kind{site.KindSession}, (*frontReader).roles},
	{"setting", []site.Kind{site.KindActivity}, func(r *frontReader, it item) {
		r.front.Settings = r.each(it, func(e item) (string, bool) { return r.word(e, site.Settings, r.lang) })
	}},
	{"needs", []site.Kind{site.KindActivity}, func(r *frontReader, it item) { r.front.Needs = r.refs(it, r.label) }},
	{"storage", []site.Kind{site.KindWorksheet}, (*frontReader).storage},
	{"keep_months", []site.Kind{site.KindWorksheet}, (*frontReader).keepMonths},
	{"workplace", []site.Kind{site.KindExample},
		func(r *frontReader, it item) { r.front.Workplace, _ = r.label(it) }},
	{"strategies", related, relation(site.RelStrategies)},
	{"activities", related, relation(site.RelActivities)},
	{"questions", related, relation(site.RelQuestions)},
	{"worksheets", related, relation(site.RelWorksheets)},
	{"steps", []site.Kind{site.KindPath, site.KindFront}, relation(site.RelSteps)},
}

func (k *frontKey) allows(kind site.Kind) bool {
	if k.kinds == nil {
		return true
	}
	for _, allowed := range k.kinds {
		if allowed == kind {
			return true
		}
	}
	return false
}

// Keys are the keys of front matter that a kind of page may have, in the order they are
// offered.
func Keys(kind site.Kind) []string {
	var names []string
	for i := range frontKeys {
		if frontKeys[i].allows(kind) {
			names = append(names, frontKeys[i].name)
		}
	}
	return names
}

func findKey(name string) *frontKey {
	for i := range frontKeys {
		if frontKeys[i].name == name {
			return &frontKeys[i]
		}
	}
	return nil
}

// read walks the entries in the order of the file. fence is the line of the
// opening fence, where a missing title is reported.
func (r *frontReader) read(fence int) {
	r.readKind()
	inTable := false
	for i := range r.entries {
		e := &r.entries[i]
		if e.header {
			inTable = true
			if !e.broken {
				r.wrong(e.key, "key-table", shown(e.path))
			}
		}
		if inTable || e.broken {
			continue
		}
		key := findKey(e.path)
		switch {
		case key == nil:
			r.unknown(e)
		case !key.allows(r.kind):
			r.misplaced(e, key)
		default:
			key.read(r, item{key: e.path, at: e.value, value: r.values[e.path]})
		}
	}
	if f := r.front; f.ReviewAfter != "" && f.ReviewAfter <= f.Reviewed {
		r.doubtful(r.reviewAt, "review-order", f.ReviewAfter, f.Reviewed)
	}
	if r.front.Title == "" && !r.titleMeant && !r.mentions("title") {
		pos := site.Pos{File: r.file, Line: fence, Col: 1}
		r.problems = append(r.problems, site.Problem{Pos: pos, Code: "title-missing"})
	}
}

// mentions reports whether an entry, however broken, begins with a key, or whether
// nothing can be known because the entries were never read.
func (d *document) mentions(key string) bool {
	for _, e := range d.entries {
		if strings.HasPrefix(e.path, key) {
			return true
		}
	}
	return d.partial && d.entries == nil
}

// readKind settles the page's kind, on which the other keys depend.
func (r *frontReader) readKind() {
	if e := r.find("kind"); e != nil && !e.broken {
		it := item{key: "kind", at: e.value, value: r.values["kind"]}
		if token, ok := r.word(it, site.KindWords, r.lang); ok {
			r.front.Kind = site.Kind(token)
		}
	}
	section := r.kind == site.KindSection || r.kind == site.KindFront
	if r.front.Kind != "" && !section {
		r.kind = r.front.Kind
	}
	if r.kind == "" {
		r.kind = site.KindGuide
	}
}

// unknown reports a key that no page has.
func (r *frontReader) unknown(e *entry) {
	allowed := Keys(r.kind)
	name := shown(e.path)
	meant := suggestKey(name, allowed)
	r.titleMeant = r.titleMeant || meant == "title"
	r.wrong(e.key, "key-unknown", name, strings.Join(allowed, ", "), site.Suggest(meant))
}

// misplaced reports a key that belongs to other kinds of pages.
func (r *frontReader) misplaced(e *entry, key *frontKey) {
	owners := make([]string, len(key.kinds))
	for i, kind := range key.kinds {
		owners[i] = r.kindName(kind)
	}
	r.wrong(e.key, "key-kind", key.name, strings.Join(owners, ", "), r.kindName(r.kind))
}

// kindName is a kind as the author writes it; section and front page are never
// written and known by their file.
func (r *frontReader) kindName(kind site.Kind) string {
	switch kind {
	case site.KindSection:
		return "_index.md"
	case site.KindFront:
		return r.lang + "/_index.md"
	}
	return site.KindWords.Name(string(kind), r.lang)
}

// mode says that the page is merged over the one below it.
func (r *frontReader) mode(it item) {
	if _, ok := r.choice(it, "merge"); ok {
		r.front.MergeAt = r.pos(it.at)
	}
}

func relation(name site.Relation) func(*frontReader, item) {
	return func(r *frontReader, it item) {
		refs := r.refs(it, r.id)
		if len(refs) == 0 {
			delete(r.front.Relations, name) // an empty list takes away those of the page below
			return
		}
		if r.front.Relations == nil {
			r.front.Relations = make(map[site.Relation][]site.Ref, 4)
		}
		r.front.Relations[name] = refs
	}
}

func (r *frontReader) summary(it item) {
	s, ok := r.prose(it)
	if !ok {
		return
	}
	r.front.Summary = s
	if len(s) > longSummary {
		if n := len([]rune(s)); n > longSummary {
			r.doubtful(it.at, "summary-long", n, longSummary)
		}
	}
}

func (r *frontReader) phase(it item) {
	r.front.Phases = r.each(it, func(e item) (string, bool) { return r.word(e, site.Phases, r.lang) })
}

// roles are those of a session.
func (r *frontReader) roles(it item) {
	r.front.Roles = r.each(it, func(e item) (string, bool) { return r.word(e, site.Roles, r.lang) })
}

// edition is whom the page is for.
func (r *frontReader) edition(it item) {
	token, _ := r.word(it, site.Editions, r.lang)
	r.front.Edition = site.Edition(token)
}

// reviewAfter is the day until which a page is taken to be right.
func (r *frontReader) reviewAfter(it item) {
	r.front.ReviewAfter, _ = r.day(it)
	r.reviewAt = it.at
}

// storage is where a worksheet's answers are kept.
func (r *frontReader) storage(it item) {
	r.front.Storage, _ = r.word(it, site.Storages, r.lang)
	r.front.StorageAt = r.pos(it.at)
}

// keepMonths is how long a worksheet's answers are kept. For ever is not said: it is
// what the site's own silence means.
func (r *frontReader) keepMonths(it item) {
	r.front.KeepMonths, _ = r.number(it, 1, site.MostKeepMonths)
	r.front.KeepMonthsAt = r.pos(it.at)
}

// alias is an old address below the language's root.
func (r *frontReader) alias(it item) (string, bool) {
	s, ok := r.label(it)
	if !ok {
		return "", false
	}
	if !fs.ValidPath(s) || path.Ext(s) != ".html" || path.Base(s) == ".html" || strings.ContainsAny(s, `\:?#%*<>|"`) {
		r.wrong(it.at, "alias-invalid", short(s))
		return "", false
	}
	return s, true
}
