package main

import (
	"bytes"
	"compress/gzip"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// A page asks for nothing outside the handbook, breaks no rule of its own, says
// nothing on the console and stores nothing: on a server, below a path and from a
// disk, where its style, fonts and script work as well.
func (b *browser) quiet(t *testing.T) {
	for _, place := range []struct {
		name, base string
		server     *server
	}{
		{"root", b.root.url, b.root},
		{"path", b.below.url, b.below},
		{"disk", "file://" + (&url.URL{Path: filepath.ToSlash(b.dir)}).EscapedPath() + "/", nil},
	} {
		t.Run(place.name, func(t *testing.T) {
			tab := b.tab(t)
			for _, page := range b.kinds {
				if page.kind == "notfound" && place.name != "root" {
					continue // it can be shown at any address, so its own are absolute
				}
				tab.open(place.base + page.name)
				tab.quietly(t, page, place.base)
			}
			if place.server != nil {
				for _, missed := range place.server.misses() {
					t.Errorf("asked for, but not there: %s", missed)
				}
			}
		})
	}
}

func (tab *tab) quietly(t *testing.T, page kindPage, base string) {
	loaded := eval[struct {
		Style, Font, Script bool
		Stored              []string
	}](tab, `(async () => ({
		style: getComputedStyle(document.documentElement).getPropertyValue("--ink") !== "",
		font: [...document.fonts].some((font) => font.status === "loaded"),
		script: document.querySelector("[data-module=contents]:not(:has([aria-current])), [data-part=tools][hidden]") === null,
		stored: [
			...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
			...(await indexedDB.databases()).map((database) => database.name),
			...(globalThis.caches && isSecureContext && location.protocol !== "file:" ? await caches.keys() : []),
		].filter((name) => name !== ""),
	}))()`)
	if !loaded.Style || !loaded.Font {
		t.Errorf("%s (%s): the stylesheet or its fonts are not in use: %+v", page.name, page.kind, loaded)
	}
	if !loaded.Script && page.kind != "notfound" && page.kind != "index" {
		t.Errorf("%s (%s): the script has not run", page.name, page.kind)
	}
	if len(loaded.Stored) > 0 {
		t.Errorf("%s (%s): stores %q", page.name, page.kind, loaded.Stored)
	}
	requests, complaints := tab.heard()
	for _, address := range requests {
		if !strings.HasPrefix(address, base) && !strings.HasPrefix(address, "data:") {
			t.Errorf("%s (%s): asks for %s", page.name, page.kind, address)
		}
	}
	for _, complaint := range complaints {
		t.Errorf("%s (%s): %s", page.name, page.kind, complaint)
	}
}

const firstPage = 60_000 // bytes

// The front page, with all it loads, is small, and only its stylesheet holds it up.
func (b *browser) weight(t *testing.T) {
	tab := b.tab(t)
	tab.open(b.root.url)
	requests, _ := tab.heard()
	total := 0
	for _, address := range requests {
		name := strings.TrimPrefix(address, b.root.url)
		if strings.HasPrefix(name, "data:") {
			continue
		}
		if name == "" {
			name = "index.html"
		}
		size := compressed(t, b.files[name])
		t.Logf("%6d bytes compressed: %s", size, name)
		total += size
	}
	t.Logf("%6d bytes in all", total)
	if total > firstPage {
		t.Errorf("the front page and what it loads are %d bytes compressed, more than %d", total, firstPage)
	}
	blocking := eval[[]string](tab, `performance.getEntriesByType("resource")
		.filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name)`)
	if len(blocking) != 1 || !strings.HasSuffix(blocking[0], ".css") {
		t.Errorf("the front page waits for %q before it shows anything, not for its stylesheet alone", blocking)
	}
}

// compressed is the size a server would send: gzip, unless that makes it larger.
func compressed(t *testing.T, data []byte) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return min(b.Len(), len(data))
}
