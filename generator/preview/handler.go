package preview

import (
	"errors"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"
)

const own = "_kollega/"

// handler answers every request there may be.
func (s *Server) handler(at net.Addr) http.Handler {
	known := hostsOf(at, s.o.Hosts)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-cache")
		target := r.RequestURI
		if u := r.URL; u.IsAbs() { // "GET http://host/path": the host in it has become r.Host
			_, rest, _ := strings.Cut(target, "://")
			_, rest, _ = strings.Cut(rest, "/")
			target = "/" + rest
		}
		switch name, dir, err := nameOf(target); {
		case !known.ours(r.Host):
			s.refuse(w, http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			s.refuse(w, http.StatusMethodNotAllowed)
		case errors.Is(err, errLong):
			s.refuse(w, http.StatusRequestURITooLong)
		case err != nil:
			s.refuse(w, http.StatusBadRequest)
		case s.o.Live && strings.HasPrefix(name, own):
			s.live(w, r, known, strings.TrimPrefix(name, own))
		default:
			s.file(w, r, name, dir)
		}
	})
}

// refuse says no in as few words as there are.
func (s *Server) refuse(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(strconv.Itoa(status) + " " + http.StatusText(status) + "\n"))
}

// live answers for what pages under way need.
func (s *Server) live(w http.ResponseWriter, r *http.Request, known hosts, name string) {
	if !known.sameSite(r) {
		s.refuse(w, http.StatusForbidden)
		return
	}
	switch name {
	case "live":
		s.stream.serve(w, r, s.token)
	case "live.js":
		s.reply(w, r, "live.js", liveScript, hashOf(liveScript), http.StatusOK)
	case "live.css":
		s.reply(w, r, "live.css", liveStyle, hashOf(liveStyle), http.StatusOK)
	default:
		s.refuse(w, http.StatusNotFound)
	}
}

// file sends a file of the site, or what stands for it.
func (s *Server) file(w http.ResponseWriter, r *http.Request, name string, dir bool) {
	e := s.shown()
	if base := strings.Trim(e.Base, "/"); base != "" {
		if rest, ok := strings.CutPrefix(name+"/", base+"/"); ok {
			if name = strings.TrimSuffix(rest, "/"); name == "" && !dir {
				s.redirect(w, path.Base(base)+"/")
				return
			}
		}
	}
	if name == "" || dir {
		name = path.Join(name, "index.html")
	}
	if e.Site == nil || !servable(name) {
		s.missing(w, r, e, name)
		return
	}
	data, err := s.read(w, r, e, name)
	switch {
	case err == nil:
		s.send(w, r, e, name, data, http.StatusOK)
	case !errors.Is(err, fs.ErrNotExist):
		s.sendPage(w, r, e, name, nil, http.StatusOK)
	case !dir && path.Ext(name) == "" && s.has(e, path.Join(name, "index.html")):
		s.redirect(w, path.Base(name)+"/")
	default:
		s.missing(w, r, e, name)
	}
}

// read reads a file and, for one that is sent as it lies, its compressed twin.
func (s *Server) read(w http.ResponseWriter, r *http.Request, e Edition, name string) ([]byte, error) {
	f, compressed := e.Site.(*Folder)
	if !compressed {
		return fs.ReadFile(e.Site, name)
	}
	data, err := f.ReadFile(name)
	if err != nil {
		return nil, err
	}
	for _, kind := range []struct{ accept, ending string }{{"br", ".br"}, {"gzip", ".gz"}} {
		twin, err := f.ReadFile(name + kind.ending)
		if err != nil {
			continue
		}
		w.Header().Set("Vary", "Accept-Encoding")
		if accepts(r, kind.accept) {
			w.Header().Set("Content-Encoding", kind.accept)
			return twin, nil
		}
	}
	return data, nil
}

// accepts reports whether a browser takes an encoding.
func accepts(r *http.Request, encoding string) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			q := strings.ReplaceAll(quality, " ", "")
			return q != "q=0" && !strings.HasPrefix(q, "q=0.0")
		}
	}
	return false
}

func (s *Server) has(e Edition, name string) bool {
	if !servable(name) {
		return false
	}
	_, err := fs.ReadFile(e.Site, name)
	return err == nil
}

// redirect leads to an address that is relative to the one that was asked for, and so
// never to another site.
func (s *Server) redirect(w http.ResponseWriter, to string) {
	w.Header().Set("Location", "./"+escaped(to))
	w.WriteHeader(http.StatusFound)
}

func escaped(name string) string {
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		if c == '/' || c == '-' || c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + strings.ToUpper(strconv.FormatInt(int64(c)+0x100, 16)[1:]))
		}
	}
	return b.String()
}

// missing sends the site's own page for what is not there, in the language it was asked
// for in.
func (s *Server) missing(w http.ResponseWriter, r *http.Request, e Edition, name string) {
	if e.Site != nil {
		first, _, _ := strings.Cut(name, "/")
		for _, page := range []string{first + "/404.html", "404.html"} {
			if !servable(page) {
				continue
			}
			if data, err := fs.ReadFile(e.Site, page); err == nil {
				s.send(w, r, e, page, data, http.StatusNotFound)
				return
			}
		}
	}
	s.refuse(w, http.StatusNotFound)
}

// kinds are the types of what sites have; what else there is goes as bytes.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".json": "application/json",
	".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".pdf": "application/pdf",
}

func kindOf(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if kind := kinds[ext]; kind != "" {
		return kind
	}
	if kind := mime.TypeByExtension(ext); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

// send sends bytes of an edition under a name.
func (s *Server) send(w http.ResponseWriter, r *http.Request, e Edition, name string, data []byte, status int) {
	if path.Ext(name) == ".html" {
		s.sendPage(w, r, e, name, data, status)
		return
	}
	s.reply(w, r, name, data, hashOf(data), status)
}

// reply sends bytes, or says that the browser has them.
func (s *Server) reply(w http.ResponseWriter, r *http.Request, name string, data []byte, hash string, status int) {
	h := w.Header()
	tag := `"` + hash + `"`
	h.Set("ETag", tag)
	h.Set("Content-Type", kindOf(name))
	if status == http.StatusOK && matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(data)
	}
}

func matches(list, tag string) bool {
	for _, t := range strings.Split(list, ",") {
		if t = strings.TrimSpace(t); t == "*" || strings.TrimPrefix(t, "W/") == tag {
			return true
		}
	}
	return false
}
