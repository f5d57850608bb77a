package preview

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"
)

// maxName bounds a request's path; none of ours comes near it.
const maxName = 2048

var (
	errLong = errors.New("too long")
	errBad  = errors.New("not a path")
)

// nameOf is the name of a file in a request's target, or an error. dir says that the
// target ended in a slash. The target is taken as it was sent: what has been cleaned up
// by somebody else no longer shows what was meant.
func nameOf(target string) (name string, dir bool, err error) {
	if len(target) > maxName {
		return "", false, errLong
	}
	target, _, _ = strings.Cut(target, "?")
	if strings.Contains(target, "#") {
		return "", false, errBad
	}
	text, err := url.PathUnescape(target)
	if err != nil || !strings.HasPrefix(text, "/") || !utf8.ValidString(text) {
		return "", false, errBad
	}
	for _, r := range text {
		if r == '\\' || r < ' ' || r == 0x7f {
			return "", false, errBad
		}
	}
	name = text[1:]
	dir = name == "" || strings.HasSuffix(name, "/")
	for _, part := range strings.Split(strings.TrimSuffix(name, "/"), "/") {
		if part == ".." {
			return "", false, errBad
		}
	}
	return strings.TrimSuffix(name, "/"), dir, nil
}

// servable reports whether a name can be that of a file of a site: as it is written, with
// nothing hidden in it and nothing that some systems read otherwise.
func servable(name string) bool {
	if name == "" || path.Clean(name) != name || strings.ContainsAny(name, ":*|<>\"?%") {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == "" || strings.HasPrefix(part, ".") || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") {
			return false
		}
	}
	return true
}

// hosts are the names under which the server may be asked for.
type hosts struct {
	port  string
	names map[string]bool
}

func hostsOf(at net.Addr, more []string) hosts {
	host, port, _ := net.SplitHostPort(at.String())
	h := hosts{port, map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true}}
	switch ip, err := netip.ParseAddr(host); {
	case err == nil && !ip.IsUnspecified():
		h.names[ip.Unmap().String()] = true
	case err == nil: // every address this computer has; names are another matter
		own, _ := net.InterfaceAddrs()
		for _, a := range own {
			if p, err := netip.ParsePrefix(a.String()); err == nil {
				h.names[p.Addr().Unmap().String()] = true
			}
		}
	}
	for _, name := range more {
		if name != "" {
			h.names[strings.ToLower(name)] = true
		}
	}
	return h
}

// ours reports whether a Host is one of our names, with our port.
func (h hosts) ours(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), "80"
	}
	name = strings.ToLower(name)
	return port == h.port && (h.names[name] || strings.HasSuffix(name, ".localhost") && !strings.ContainsAny(name, " /@"))
}

// sameSite reports whether a request that a browser has sent comes from our own pages. One
// that does not say where it comes from, as a browser's own same-origin stream, is let
// through: what it gets is decided by the token.
func (h hosts) sameSite(r *http.Request) bool {
	if from := r.Header.Get("Sec-Fetch-Site"); from != "" && from != "same-origin" {
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && u.Host == r.Host && h.ours(u.Host)
}
