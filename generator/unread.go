package generator

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"kollega/generator/layers"
	"kollega/generator/site"
)

// What lies in content/ and becomes nothing: somebody wrote it, and nothing of it is on
// the site. Only names are looked at, and none of it is of the tree, which knows nothing
// of files that are not read.

// unread warns of a file beside the pages that is text in another form than ours; ok is
// false for everything else that may lie there.
func unread(name string) (p site.Problem, ok bool) {
	p = site.Problem{Pos: site.Pos{File: name}, Args: []any{strings.TrimSuffix(path.Base(name), path.Ext(name)) + ".md"}, Warning: true}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".txt": // .md is read, and .MD is not
		p.Code = "unread-name"
	case ".docx", ".doc", ".odt", ".rtf", ".pages", ".htm", ".html":
		p.Code = "unread-form"
	default:
		return p, false
	}
	return p, true
}

// languageTags are the languages that a handbook can have a folder for.
var languageTags = []string{"nb", "nn", "en"}

// unlanguaged warns of what lies in an organisation's content/ and in none of the site's
// languages.
func unlanguaged(source fs.FS, config *site.Config) []site.Problem {
	l, ok := source.(*layers.FS)
	if !ok {
		return nil
	}
	entries, _ := l.TopDir("content") // one it need not have
	var problems []site.Problem
	for _, e := range entries {
		name := e.Name()
		p := site.Problem{Pos: site.Pos{File: "content/" + name}, Code: "unread-folder", Args: []any{"content/" + config.Language}, Warning: true}
		switch {
		case hidden(name):
			continue
		case !e.IsDir():
			if _, text := unread(name); !text || strings.EqualFold(name, "readme.md") {
				continue
			}
			p.Code = "unread-place"
		case slices.Contains(config.Languages, name):
			continue
		case slices.Contains(languageTags, name):
			p.Code, p.Args = "unread-language", []any{name}
		}
		problems = append(problems, p)
	}
	return problems
}

// untold leaves out the files that another problem already names.
func untold(problems, told []site.Problem) []site.Problem {
	return slices.DeleteFunc(problems, func(p site.Problem) bool {
		return slices.ContainsFunc(told, func(q site.Problem) bool { return q.File == p.File })
	})
}
