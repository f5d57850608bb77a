package generator

import (
	"io/fs"
	"slices"
	"sync"

	"kollega/generator/assets"
	"kollega/generator/cache"
	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/layout"
	"kollega/generator/markdown"
	"kollega/generator/minify"
	"kollega/generator/site"
	"kollega/generator/wording"
)

// tree is a handbook without the texts of its pages: all that follows from settings,
// front matter, layouts, looks and pictures. It is not changed once it has grown, so
// handbooks that differ in their texts alone share one.
type tree struct {
	Config *site.Config
	Pages  []*site.Page // every page of every language, fallbacks included, in reading order

	digest cache.Sum // of all it grew from
	*looks
	wordings  map[string]*wording.Wording // by language
	converter *markdown.Converter
	converts  cache.Sum // of what the converter was made from
	pictured  cache.Sum // of all pictures

	fronts    map[string]*site.Page // by language
	originals map[string]*site.Page // by source path
	at        map[string]int        // of a source path, among the sources
	ids       map[string]map[string]*site.Page
	menus     map[string][]*site.Page
	images    map[string]*picture
	drafts    map[string]bool // ids of pages that are there but not published
	hiding    hiding          // what site.toml leaves out

	showsDrafts bool

	edition   site.Edition                // "" for everything
	audiences map[*site.Page]site.Edition // whom each page is for, with the section it lies in
	left      map[*site.Page]bool         // pages that this edition does not have
	apart     []*site.Page                // the same, in the order they were left out
	audience  cache.Sum                   // of the edition and what it does not have

	files    map[string]output
	owners   map[string]string // address → source
	problems []site.Problem
}

// looks are what stands around the pages' texts.
type looks struct {
	bundle   *assets.Bundle
	layouts  *layout.Layouts
	texts    site.Texts // as readers see them
	plain    site.Texts // before the organisation's own words are put in
	minifier *minify.Minifier

	digest   cache.Sum // of all they were made from
	spoken   cache.Sum // of the interface's texts
	problems []site.Problem
}

// findTree finds the tree that has grown from the same before, or grows it. Without
// one the problems say why.
func (h *Handbook) findTree(config *site.Config, bad []site.Problem, all *sources, o Options) []site.Problem {
	looks, problems := h.findLooks(config)
	problems = append(bad, problems...)
	if looks == nil {
		return problems
	}
	h.tree = &tree{Config: config, looks: looks, files: map[string]output{}, problems: problems, showsDrafts: o.Drafts, edition: o.Edition}
	h.digestTree(all)
	if known, ok := cache.Load[tree](h.cache, h.digest); ok {
		h.tree = known
		h.hold(all)
		return nil
	}
	h.converter = markdown.New(h.plain, config.Tags)
	h.wordings = wordings(config)
	h.at = make(map[string]int, len(all.pages))
	for i, s := range all.pages {
		h.at[s.path] = i
	}
	h.grow(all)
	h.hold(all)
	h.relate()
	h.publish()
	cache.Keep(h.cache, h.digest, h.tree)
	return nil
}

// hold takes the texts of the pages.
func (h *Handbook) hold(all *sources) {
	h.sources = all.pages
	h.docs = map[string]*document{}
	h.glossary, h.asked = map[string]*glossary{}, map[string]*asked{}
	for _, lang := range h.Config.Languages {
		h.glossary[lang], h.asked[lang] = &glossary{}, &asked{}
	}
}

// digestTree gathers what the tree grows from. A glossary's text is a part of it: its
// terms have places in the index.
func (h *Handbook) digestTree(all *sources) {
	tags := cache.NewHash("converter")
	tags.Sum(h.spoken)
	digested(h.cache, tags, &h.Config.Tags)
	digestWords(h.cache, tags, h.Config)
	h.converts = tags.Key()

	pictured := cache.NewHash("pictures")
	for _, p := range all.images {
		pictured.Text(p.name)
		pictured.Sum(p.sum)
	}
	h.pictured = pictured.Key()

	key := cache.NewHash("tree")
	digested(h.cache, key, h.Config)
	digested(h.cache, key, &h.tree.problems)
	key.Sum(h.looks.digest)
	key.Sum(h.converts)
	key.Sum(h.pictured)
	if h.showsDrafts {
		key.Text("drafts")
	}
	key.Text(string(h.edition))
	for _, s := range all.pages {
		key.Text(s.path)
		key.Text(s.digest)
		if s.front.Kind == site.KindGlossary {
			key.Sum(h.textKey(s))
		}
	}
	h.tree.digest = key.Key()
}

// digested adds a value to a key. What can't be written down has no other that is the
// same.
func digested[T any](c *cache.Cache, key *cache.Hash, v *T) {
	sum, ok := cache.Digest(c, v)
	if !ok {
		key.Text("once")
	}
	key.Sum(sum)
}

// digestWords adds the organisation's own words and values to a key.
func digestWords(c *cache.Cache, key *cache.Hash, config *site.Config) {
	digested(c, key, &config.Terms)
	digested(c, key, &config.Values)
	key.Text(config.Organisation)
	key.Text(config.Contact)
	for _, lang := range config.Languages {
		key.Text(lang)
	}
}

// findLooks finds or makes what stands around the texts; nil when something is missing.
// What is saved while it is made would be kept under the key of what was there before, so
// it is made until nothing has changed meanwhile.
func (h *Handbook) findLooks(config *site.Config) (*looks, []site.Problem) {
	for {
		l := h.makeLooks(config)
		if digest, _, _ := h.digestLooks(config); digest == l.digest {
			cache.Keep(h.cache, l.digest, l)
			return l.usable(), l.problems
		}
	}
}

// digestLooks gathers what the looks are made from. It returns the texts as well, which
// are read once.
func (h *Handbook) digestLooks(config *site.Config) (digest, spoken cache.Sum, words []content.File) {
	words = versions(h.source, "layouts/texts.toml")
	texts := cache.NewHash("texts")
	for _, f := range words {
		texts.Bytes(f.Data)
	}
	spoken = texts.Key()
	key := cache.NewHash("looks")
	key.Sum(spoken)
	digestWords(h.cache, key, config)
	digested(h.cache, key, &config.Theme)
	h.digestFolder(key, "layouts")
	h.digestFolder(key, "static")
	return key.Key(), spoken, words
}

func (h *Handbook) makeLooks(config *site.Config) *looks {
	l := &looks{}
	var words []content.File
	l.digest, l.spoken, words = h.digestLooks(config)
	if known, ok := cache.Load[looks](h.cache, l.digest); ok {
		return known
	}
	l.minifier = minify.New()
	var bad [3][]site.Problem
	var wg sync.WaitGroup
	wg.Go(func() { l.bundle, bad[0] = h.findBundle(config.Theme) })
	wg.Go(func() { l.layouts, bad[1] = layout.Parse(h.source) })
	wg.Go(func() {
		var unknown []site.Problem
		l.plain, bad[2] = content.Texts(words)
		l.texts, unknown = speak(config, l.plain, words)
		bad[2] = append(bad[2], unknown...)
	})
	wg.Wait()
	l.problems = slices.Concat(bad[:]...)
	return l
}

func (l *looks) usable() *looks {
	if site.Fatal(l.problems, false) {
		return nil
	}
	return l
}

// bundled is a bundle and what is wrong with it.
type bundled struct {
	Bundle   *assets.Bundle
	Problems []site.Problem
}

// findBundle finds or makes the bundle, which takes more than all else of the looks and
// is kept for the next process.
func (h *Handbook) findBundle(theme site.Theme) (*assets.Bundle, []site.Problem) {
	digest := func() cache.Sum {
		key := cache.NewHash("bundle")
		digested(h.cache, key, &theme)
		h.digestFolder(key, "static")
		return key.Key()
	}
	sum := digest()
	if b, ok := cache.Load[bundled](h.cache, sum); ok {
		return b.Bundle, b.Problems
	}
	b := &bundled{}
	b.Bundle, b.Problems = assets.Build(h.source, theme)
	if digest() == sum { // nothing was saved while it was made
		cache.Store(h.cache, sum, b)
	}
	return b.Bundle, b.Problems
}

// digestFolder adds all files of a folder to a key, and what can't be read of it.
func (h *Handbook) digestFolder(key *cache.Hash, dir string) {
	_ = fs.WalkDir(h.source, dir, func(name string, d fs.DirEntry, err error) error {
		key.Text(name)
		if err != nil {
			key.Text(err.Error())
		} else if !d.IsDir() {
			key.Sum(h.sum(name))
		}
		return nil
	})
}

// sum is the hash of a file of the source; one that can't be read has that of why.
func (h *Handbook) sum(name string) cache.Sum {
	data, err := fs.ReadFile(h.source, name)
	if err != nil {
		return cache.Of([]byte(err.Error()))
	}
	return h.sumOf(name, data)
}

// sumOf is the hash of a file that has been read.
func (h *Handbook) sumOf(name string, data []byte) cache.Sum {
	if l, ok := h.source.(*layers.FS); ok {
		if sum, kept := l.Sum(name); kept {
			return sum
		}
	}
	return cache.Of(data)
}
