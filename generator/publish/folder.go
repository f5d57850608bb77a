package publish

import (
	"errors"
	"io/fs"
)

// folder is what lies in the output folder, by slash-separated paths.
type folder struct {
	files map[string]entry // and links, pipes and whatever else is no folder
	dirs  map[string]bool  // "." among them, if the folder is there
}

// look reads the output folder, level by level. A link in it is a file, so nothing is
// found through one.
func (b *build) look() (folder, error) {
	was := folder{files: make(map[string]entry, len(b.names)), dirs: map[string]bool{}}
	level := []string{"."}
	for len(level) > 0 {
		lists := make([][]entry, len(level))
		err := parallel(len(level), func(i int) (err error) {
			dir := in(b.dir, level[i])
			if lists[i], err = b.disk.list(dir); err != nil {
				if level[i] == "." && errors.Is(err, fs.ErrNotExist) {
					level[i] = ""
					return nil
				}
				return failed(dir, err)
			}
			return nil
		})
		if err != nil {
			return was, err
		}
		var next []string
		for i, dir := range level {
			if dir == "" {
				continue
			}
			was.dirs[dir] = true
			prefix := dir + "/"
			if dir == "." {
				prefix = ""
			}
			for _, e := range lists[i] {
				name := prefix + e.name
				switch {
				case in(b.dir, name) == b.locked: // until the end
				case e.mode.IsDir():
					next = append(next, name)
				default:
					e.name = name
					was.files[name] = e
				}
			}
		}
		level = next
	}
	return was, nil
}
