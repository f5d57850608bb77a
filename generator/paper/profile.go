package paper

import (
	"os"
	"path/filepath"
	"time"
)

// profile is the folder that a browser keeps its things in while it prints.
type profile struct {
	dir    string
	socket string // the folder of a socket that the browser has made beside it; "" for none
}

func newProfile() (*profile, error) {
	dir, err := os.MkdirTemp("", "kollega-pdf-")
	if err != nil {
		return nil, problem("pdf-profile", err.Error())
	}
	return &profile{dir: dir}, nil
}

// look finds what the browser has made elsewhere, which one that is killed leaves behind.
func (p *profile) look() {
	if to, err := os.Readlink(filepath.Join(p.dir, "SingletonSocket")); err == nil && filepath.Dir(filepath.Dir(to)) == filepath.Clean(os.TempDir()) {
		p.socket = filepath.Dir(to)
	}
}

// remove removes it. The browser's last processes may be writing still.
func (p *profile) remove() {
	for range 20 {
		if os.RemoveAll(p.dir) == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if p.socket != "" {
		_ = os.RemoveAll(p.socket)
	}
}
