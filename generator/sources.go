package generator

import (
	"bytes"
	"cmp"
	"io/fs"
	"path"
	"strings"

	"kollega/generator/cache"
	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/site"
)

// source is a Markdown file and what its front matter says.
type source struct {
	path  string // "content/nb/strategier/lytt.md"
	lang  string
	dir   string // below the language: "strategier", "" for its root
	name  string // "lytt", "_index"
	text  []byte
	sum   cache.Sum   // of text
	front *site.Front // never nil
	body  []byte
	line  int
	parts []site.Part // what the text consists of when it is merged; body is then all of them
	bad   []site.Problem

	lower []byte // the page below, of one that is merged over it; nil for one that stands for itself

	hidden   []string // ids of sections that are left out
	headings []string // ids of all sections, of a page that some are left out of
	removed  []string // ids of questions and fields that are taken away on purpose

	digest string // of what the front matter says
	plain  bool   // the text includes no other and shows no picture

	released bool // text and body have been let go of
	length   int  // of body, then
}

// sources are the files of content/.
type sources struct {
	pages  []*source
	images []imageFile
	over   overlay
	unread []site.Problem // of files that become nothing
}

// imageFile is a picture beside the pages.
type imageFile struct {
	name string
	data []byte
	err  error
	sum  cache.Sum
}

// readSources finds and reads the pages of every language and the names of the
// images beside them. Sections are read first: they say what kind their pages are.
func (h *Handbook) readSources(config *site.Config) (*sources, []site.Problem) {
	fsys := h.source
	var problems []site.Problem
	all := &sources{over: overlay{hidingOf(config), config, wordings(config)}}
	for _, lang := range config.Languages {
		root := "content/" + lang
		if _, err := fs.Stat(fsys, root); err != nil {
			if lang == config.Language {
				problems = append(problems, site.Problem{Pos: site.Pos{File: root}, Code: "content-missing"})
			}
			continue // another language falls back page by page
		}
		problems = append(problems, all.walk(fsys, lang, root)...)
	}
	each(len(all.images), func(i int) {
		p := &all.images[i]
		p.data, p.err = fs.ReadFile(fsys, p.name)
		p.sum = h.sumOf(p.name, p.data)
	})
	each(len(all.pages), func(i int) { all.pages[i].read(h, all.over) })
	kinds := all.kinds()
	each(len(all.pages), func(i int) {
		if s := all.pages[i]; s.name != "_index" && s.bad == nil {
			s.parse(h.cache, kindOf(kinds, s.lang, s.dir), all.over)
		}
	})
	problems = append(problems, all.over.check(all)...)
	for _, s := range all.pages {
		problems = append(problems, s.unmerged(all)...)
		s.untitled(h)
		problems = append(problems, s.bad...)
	}
	return all, problems
}

// hidden reports whether a name is kept out of the site.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") && name != "_index.md"
}

// walk finds the files of a folder and of those in it, in the order of their names.
func (all *sources) walk(fsys fs.FS, lang, dir string) []site.Problem {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return []site.Problem{{Pos: site.Pos{File: dir}, Code: "file-unreadable", Args: []any{cause(err)}}}
	}
	var problems []site.Problem
	below := strings.TrimPrefix(strings.TrimPrefix(dir, "content/"+lang), "/")
	for _, e := range entries {
		name := e.Name()
		if hidden(name) {
			continue
		}
		if e.IsDir() {
			problems = append(problems, all.walk(fsys, lang, dir+"/"+name)...)
			continue
		}
		switch ext := path.Ext(name); ext {
		case ".md":
			all.pages = append(all.pages, &source{path: dir + "/" + name, lang: lang, dir: below, name: strings.TrimSuffix(name, ext), front: &site.Front{}})
		case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg":
			all.images = append(all.images, imageFile{name: dir + "/" + name})
		default:
			if p, ok := unread(dir + "/" + name); ok {
				all.unread = append(all.unread, p)
			}
		}
	}
	return problems
}

func (s *source) read(h *Handbook, over overlay) {
	text, err := fs.ReadFile(h.source, s.path)
	if err != nil {
		s.bad = append(s.bad, site.Problem{Pos: site.Pos{File: s.path}, Code: "file-unreadable", Args: []any{cause(err)}})
		return
	}
	s.text, s.sum = text, h.sumOf(s.path, text)
	s.findLower(h)
	if s.name == "_index" {
		kind := site.KindSection
		if s.dir == "" {
			kind = site.KindFront
		}
		s.parse(h.cache, kind, over)
	}
}

// frontOf is what was read of a page's front matter.
type frontOf struct {
	Front  site.Front
	Body   int // offset at which the text begins
	Line   int
	Bad    []site.Problem
	Plain  bool   // the text includes no other and shows no picture
	Digest string // of Front, Line and Bad
	Merged layers.Merged
}

func (s *source) parse(c *cache.Cache, kind site.Kind, over overlay) {
	key := cache.NewHash("front")
	key.Text(s.path)
	key.Text(string(kind))
	key.Sum(s.sum)
	over.digest(key)
	if s.lower != nil {
		digestWords(c, key, over.config)
	}
	sum := key.Key()
	f, ok := cache.Load[frontOf](c, sum)
	if !ok {
		f = s.readFront(c, kind, over)
		cache.Store(c, sum, f)
	}
	s.plain = f.Plain
	s.front, s.body, s.line, s.bad, s.digest = &f.Front, s.text[f.Body:], f.Line, f.Bad, f.Digest
	s.take(f.Merged)
}

func (s *source) readFront(c *cache.Cache, kind site.Kind, over overlay) *frontOf {
	f := &frontOf{}
	var body, below content.Body
	if s.lower == nil {
		f.Front, body.Text, body.Line, f.Bad = content.Front(s.path, s.text, s.lang, kind)
	} else {
		f.Front, body, below, f.Bad = content.FrontOver(s.path, s.text, s.lower, s.lang, kind)
	}
	f.Line = body.Line
	if s.name != "_index" {
		f.Front.Kind = cmp.Or(f.Front.Kind, kind)
	}
	bad := s.merge(f, body, below, over)
	f.Bad = append(f.Bad, bad...)
	digest, ok := cache.Digest(c, &frontOf{Front: f.Front, Line: f.Line, Bad: f.Bad})
	if !ok {
		digest = s.sum
	}
	f.Body, f.Digest = len(s.text)-len(body.Text), string(digest[:])
	f.Plain = f.Merged.Parts == nil && !bytes.Contains(body.Text, []byte("{{")) && !bytes.Contains(body.Text, []byte("!["))
	return f
}

// kinds maps language and directory to the kind of the pages there.
func (all *sources) kinds() map[[2]string]site.Kind {
	kinds := map[[2]string]site.Kind{}
	for _, s := range all.pages {
		if s.name == "_index" && s.front.Kind != "" {
			kinds[[2]string{s.lang, s.dir}] = s.front.Kind
		}
	}
	return kinds
}

// kindOf is the kind a directory's section states, or the nearest one above it.
func kindOf(kinds map[[2]string]site.Kind, lang, dir string) site.Kind {
	for {
		if k := kinds[[2]string{lang, dir}]; k != "" {
			return k
		}
		if dir == "" {
			return site.KindGuide
		}
		if dir = path.Dir(dir); dir == "." {
			dir = ""
		}
	}
}

// cause is what went wrong with a file, without the path that the place says.
func cause(err error) string {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err.Error()
	}
	return err.Error()
}
