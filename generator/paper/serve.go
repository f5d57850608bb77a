package paper

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// loopback serves a site to this machine alone, below a path that nobody can guess.
type loopback struct {
	base   string // the address of the site's root; ends in "/"
	site   fs.FS
	host   string
	path   string
	server *http.Server

	mu    sync.Mutex
	wrong error // the first error of making a file
}

func serve(site fs.FS) (*loopback, error) {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, problem("pdf-listen", err.Error())
	}
	l := &loopback{site: site, host: listener.Addr().String(), path: "/" + rand.Text() + "/"}
	l.base = "http://" + l.host + l.path
	l.server = &http.Server{Handler: l, ReadHeaderTimeout: time.Minute}
	go func() { _ = l.server.Serve(listener) }() // ends with Close
	return l, nil
}

// ServeHTTP serves a file. A page elsewhere that has a name of its own point to this
// machine asks for another host, and gets nothing.
func (l *loopback) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, inside := strings.CutPrefix(r.URL.Path, l.path)
	if r.Host != l.host || !inside || r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "not here", http.StatusForbidden)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	data, err := fs.ReadFile(l.site, name)
	if err != nil {
		l.note(err)
		http.NotFound(w, r)
		return
	}
	if kind := kinds[strings.ToLower(path.Ext(name))]; kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	w.Header().Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}

// note remembers why a file could not be made; that a file is not there is the page's
// affair.
func (l *loopback) note(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.wrong == nil && !errors.Is(err, fs.ErrNotExist) {
		l.wrong = err
	}
}

func (l *loopback) err() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.wrong
}

func (l *loopback) close() { _ = l.server.Close() }

// kinds are the types of the files that pages are made of. The system's own list is not
// asked: on Windows it may say that scripts are plain text.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".woff2": "font/woff2", ".json": "application/json",
	".txt": "text/plain; charset=utf-8",
}
