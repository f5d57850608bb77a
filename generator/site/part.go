package site

import "strings"

// Part is a piece of a page's text and where it was written. A page that is merged
// over another one consists of pieces of both.
type Part struct {
	File string // of the layer below with bundled/ before it
	Line int    // of File at which Text begins, from 1
	Text []byte
}

// bundled stands before the name of a file of the layer below when the layer above it
// has one of that name too, so that a place tells which is meant.
const bundled = "bundled/"

// Bundled names a file of the layer below in places.
func Bundled(file string) string { return bundled + file }

// Unbundled is the path in the source of a file that a place names.
func Unbundled(file string) string { return strings.TrimPrefix(file, bundled) }
