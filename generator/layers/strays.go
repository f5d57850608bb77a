package layers

import (
	"io/fs"
	"path"
	"strings"

	"kollega/generator/site"
)

// Stray is a file or folder of the uppermost layer that misses the name of one that is
// read. Some disks take it for that one, others don't.
type Stray struct {
	Name  string // as it is
	Meant string // as it has to be written
	Text  bool   // it only has ".txt" too much, which Notepad adds unseen
}

// Strays are the names of the uppermost layer that differ in nothing but capital letters,
// marks, spaces and the like from one of the layers below, or have ".txt" after what they
// should end in. Of a folder that strays, nothing in it is told of. Only names are looked at.
func (l *FS) Strays() []Stray { return strays(l.layers[0], l.Below(), ".") }

func strays(top, below fs.FS, dir string) []Stray {
	entries, err := fs.ReadDir(top, dir)
	if err != nil {
		return nil // which is told of where the folder is read
	}
	n := &neighbours{known: known(below, dir)}
	var all []Stray
	for _, e := range entries {
		at := path.Join(dir, e.Name())
		if meant, text := withoutText(at); text {
			all = append(all, Stray{at, meant, true})
		} else if meant := n.meant(e); meant != "" {
			all = append(all, Stray{Name: at, Meant: path.Join(dir, meant)})
		} else if e.IsDir() {
			all = append(all, strays(top, below, at)...)
		}
	}
	return all
}

// neighbours are what the layers below have in a folder.
type neighbours struct {
	known  map[string]bool   // whether a name is a folder's
	folded map[string]string // the name, by its folding; made when it is needed
}

// meant is the name that an entry of the uppermost layer misses, or "".
func (n *neighbours) meant(e fs.DirEntry) string {
	name := e.Name()
	if _, exact := n.known[name]; exact || len(n.known) == 0 || proper(name) {
		return ""
	}
	if n.folded == nil {
		n.folded = make(map[string]string, len(n.known))
		for name, isDir := range n.known {
			n.folded[folding(name, isDir)] = name
		}
	}
	return n.folded[folding(name, e.IsDir())]
}

// proper reports whether a name is written as ours are, so that it can't be meant for
// another. That spares most names of a large handbook the folding.
func proper(name string) bool {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' {
			return false
		}
	}
	return name != "index.md" // ours is _index.md
}

// known are the names that the layers below have in a folder, and whether each is a folder.
func known(below fs.FS, dir string) map[string]bool {
	all := map[string]bool{}
	if dir == "." {
		for name := range parts {
			all[name] = path.Ext(name) == ""
		}
	}
	entries, _ := fs.ReadDir(below, dir) // one they don't have
	for _, e := range entries {
		all[e.Name()] = e.IsDir()
	}
	return all
}

// folding is what two names have in common that somebody may take for the same.
func folding(name string, isDir bool) string {
	if isDir {
		return site.FoldName(name) + "/"
	}
	return site.FoldName(name)
}

// withoutText is what a file of the handbook should be called that has ".txt" after an
// ending that is read.
func withoutText(name string) (meant string, ok bool) {
	if !strings.EqualFold(path.Ext(name), ".txt") || strings.HasPrefix(name, "static/") {
		return "", false // what lies in static/ is published under any name
	}
	meant = name[:len(name)-len(".txt")]
	switch path.Ext(meant) {
	case ".md", ".toml", ".html":
		return meant, true
	}
	return "", false
}

// stray reports whether a name of the folder's root misses the name of a part.
func stray(name string) bool {
	if meant, ok := withoutText(name); ok {
		return parts[meant]
	}
	for part := range parts {
		if site.FoldName(part) == site.FoldName(name) {
			return true
		}
	}
	return false
}
