package generator

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"

	"kollega/generator/site"
)

// hash names a file by its bytes: eight hexadecimal digits.
func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:4])
}

// reserved are the first parts of addresses that are the handbook's own, in each
// language's tree.
var reserved = map[string]bool{
	"search.html": true, "sok.html": true, "workbook.html": true, "arbeidsbok.html": true,
	"index-az.html": true, "a-aa.html": true, "index-az": true, "okt.html": true, "session.html": true, "a-aa": true, "404.html": true, "sitemap.xml": true, "assets": true,
}

// device is a name Windows keeps for itself, whatever its extension.
var device = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// maxName is the longest part of an address, in bytes: disks take 255, and hashes and
// staging need some of them.
const maxName = 200

// unwritable is the part of an address that some disk can't hold, or "".
func unwritable(url string) string {
	for _, part := range strings.Split(url, "/") {
		if device.MatchString(part) || len(part) > maxName {
			return part
		}
	}
	return ""
}

// takeAddress claims an address for a source and reports whether it could be had.
func (h *Handbook) takeAddress(url, source string) bool {
	if h.owners == nil {
		h.owners = map[string]string{}
	}
	below := url
	for _, lang := range h.Config.Languages[1:] {
		below = strings.TrimPrefix(below, lang+"/")
	}
	first, _, deeper := strings.Cut(below, "/")
	if reserved[first] || deeper && below == url && h.Config.HasLanguage(first) {
		h.report(site.Pos{File: source}, "address-reserved", url)
		return false
	}
	if part := unwritable(url); part != "" {
		h.report(site.Pos{File: source}, "address-device", part)
		return false
	}
	if other := h.owners[url]; other != "" {
		h.report(site.Pos{File: source}, "address-taken", url, other)
		return false
	}
	h.owners[url] = source
	return true
}

// takeMade claims the address of what is made of a page, its print or its cards. Where a
// file of the authors lies there, that is the one that can have another name.
func (h *Handbook) takeMade(url string, of *site.Page) bool {
	source := h.owners[url]
	if _, taken := h.files[url]; taken && source == "" {
		source = "static/" + url
	}
	if source == "" {
		return h.takeAddress(url, of.Source)
	}
	h.report(site.Pos{File: source}, "address-made", url, of.Source)
	return false
}

// addOwn adds a file of the handbook's own, unless one of the authors lies there.
func (h *Handbook) addOwn(name string, f output) {
	if _, taken := h.files[name]; taken {
		h.report(site.Pos{File: cmp.Or(h.owners[name], "static/"+name)}, "address-reserved", name)
		return
	}
	h.add(name, f)
}
