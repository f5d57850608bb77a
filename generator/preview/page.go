package preview

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"net/http"
	"regexp"
)

//go:embed live.js
var liveScript []byte

//go:embed live.css
var liveStyle []byte

var (
	policy     = regexp.MustCompile(`<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"`)
	stylesheet = regexp.MustCompile(`<link rel="?stylesheet"?[^>]*>`)
)

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// sendPage sends a page: as it is, or with what a page under way needs. data is nil for a
// page that could not be made.
func (s *Server) sendPage(w http.ResponseWriter, r *http.Request, e Edition, name string, data []byte, status int) {
	if !s.o.Live {
		if m := policy.FindSubmatch(data); m != nil {
			w.Header().Set("Content-Security-Policy", string(m[1])+"; frame-ancestors 'none'")
		}
		s.reply(w, r, name, data, hashOf(data), status)
		return
	}
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'")
	var troubles []Trouble
	if e.Troubles != nil {
		troubles = e.Troubles(name)
	}
	if data == nil {
		data = alone(e.Lang, troubles)
	} else if len(troubles) > 0 {
		data = before(data, "</head>", `<link rel="stylesheet" href="/`+own+`live.css">`)
		data = before(data, "</body>", string(panel(e.Lang, troubles)))
	}
	// The token is a part of what is sent: a browser that asks a server started anew whether
	// its page is still the same must not keep the one with the old token.
	page, content := hashOf(append(bytes.Clone(data), s.token...)), hashOf(stylesheet.ReplaceAll(data, nil))
	data = bytes.Replace(data, []byte("connect-src 'none'"), []byte("connect-src 'self'"), 1)
	tag := "</head>"
	if bytes.Contains(data, []byte("<script ")) {
		tag = "<script " // first of all: what it has to say about leaving a page counts before what others say
	}
	data = before(data, tag, `<script defer src="/`+own+`live.js" data-token="`+s.token+`" data-page="`+page+`" data-content="`+content+`"></script>`)
	w.Header().Set("Kollega-Content", content)
	s.reply(w, r, name, data, page, status)
}

// before puts something before the first place a tag stands; a page without it is left
// as it is.
func before(data []byte, tag, what string) []byte {
	i := bytes.Index(data, []byte(tag))
	if i < 0 {
		return data
	}
	out := make([]byte, 0, len(data)+len(what))
	return append(append(append(out, data[:i]...), what...), data[i:]...)
}
