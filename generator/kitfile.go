package generator

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"regexp"
	"slices"
	"unicode/utf16"

	"kollega/generator/site"
)

// A session that somebody has put together in the handbook and saved as a file. It may come
// from anyone. The rules are those of static/app/kit/file.ts, and the files that both are
// tested with are the same: generator/testdata/kits.json.

// KitFile is what is in such a file, as far as the handbook has to know it.
type KitFile struct {
	Title string
	Parts int
	Refs  []string // what its parts hold, each once, in their order: pages' ids and "q.<question>"
	Roles []string // tokens
}

// Why a file is no session that can be read.
var (
	ErrNoKit    = errors.New("no session")
	ErrNewerKit = errors.New("a session of a later release")
	ErrLargeKit = errors.New("too large for a session")
)

// What a file may hold at most, as in static/app/kit/kit.ts.
const (
	kitFormat, kitVersion = "kollega-kit", 1
	mostKitBytes          = 512_000
	mostKitMinutes        = 1440
	mostKitPeople         = 200
	mostKitBlocks         = 100
	mostKitRefs           = 40
	mostKitRoles          = 20
	mostKitText           = 2000
	mostKitTitle          = 200
	mostKitName           = 80
)

// ReadKit reads such a file, or refuses it whole.
func ReadKit(data []byte) (KitFile, error) {
	if len(data) > mostKitBytes {
		return KitFile{}, ErrLargeKit
	}
	var raw map[string]any
	if json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &raw) != nil || raw["format"] != kitFormat {
		return KitFile{}, ErrNoKit
	}
	if version, ok := raw["version"].(float64); ok && isWhole(version, math.Inf(1)) && version > kitVersion {
		return KitFile{}, ErrNewerKit
	}
	kit, ok := raw["kit"].(map[string]any)
	if raw["version"] != float64(kitVersion) || !ok || !hasOnly(raw, "format", "version", "title", "kit") || !isText(raw["title"], mostKitTitle) || !isKit(kit) {
		return KitFile{}, ErrNoKit
	}
	return kitFile(raw["title"].(string), kit), nil
}

// kitFile is what a session holds that has been found to be one.
func kitFile(title string, kit map[string]any) KitFile {
	blocks := kit["blocks"].([]any)
	file := KitFile{Title: title, Parts: len(blocks)}
	for _, role := range kit["roles"].([]any) {
		file.Roles = append(file.Roles, role.(string))
	}
	for _, block := range blocks {
		for _, v := range block.(map[string]any)["refs"].([]any) {
			if ref := v.(string); !slices.Contains(file.Refs, ref) {
				file.Refs = append(file.Refs, ref)
			}
		}
	}
	return file
}

var (
	kitRef   = regexp.MustCompile(`^(q\.)?[a-z0-9æøå-]{1,120}$`)
	kitRole  = regexp.MustCompile(`^[a-z-]{1,40}$`)
	kitStart = regexp.MustCompile(`^(([01]\d|2[0-3]):[0-5]\d)?$`)
)

func isKit(kit map[string]any) bool {
	return hasOnly(kit, "start", "minutes", "people", "names", "roles", "blocks") &&
		isLike(kit["start"], kitStart) && isWhole(kit["minutes"], mostKitMinutes) && isWhole(kit["people"], mostKitPeople) &&
		isList(kit["names"], mostKitPeople, func(v any) bool { return isText(v, mostKitName) }) &&
		isList(kit["roles"], mostKitRoles, func(v any) bool { return isLike(v, kitRole) }) &&
		isList(kit["blocks"], mostKitBlocks, isKitBlock)
}

func isKitBlock(v any) bool {
	block, ok := v.(map[string]any)
	if !ok || !hasOnly(block, "refs", "pause", "title", "minutes", "note") {
		return false
	}
	_, ok = block["pause"].(bool)
	return ok && isList(block["refs"], mostKitRefs, func(v any) bool { return isLike(v, kitRef) }) &&
		isText(block["title"], mostKitText) && isWhole(block["minutes"], mostKitMinutes) && isText(block["note"], mostKitText)
}

// hasOnly reports whether an object has no other keys. That one is missing shows in its value.
func hasOnly(object map[string]any, keys ...string) bool {
	for key := range object {
		if !slices.Contains(keys, key) {
			return false
		}
	}
	return true
}

// isText reports whether a value is a text of so many characters at most, as scripts count them.
func isText(v any, most int) bool {
	s, ok := v.(string)
	return ok && len(utf16.Encode([]rune(s))) <= most
}

func isLike(v any, form *regexp.Regexp) bool {
	s, ok := v.(string)
	return ok && form.MatchString(s)
}

func isWhole(v any, most float64) bool {
	n, ok := v.(float64)
	return ok && n == math.Trunc(n) && n >= 0 && n <= most && n <= 1<<53-1
}

func isList(v any, most int, is func(any) bool) bool {
	list, ok := v.([]any)
	return ok && len(list) <= most && !slices.ContainsFunc(list, func(one any) bool { return !is(one) })
}

// KitAt is the address of a language's page where sessions are put together; "" for none.
func (h *Handbook) KitAt(lang string) string { return h.kitAt(lang) }

// Lacking is something that a session holds and the handbook has not.
type Lacking struct {
	Name  string // the ref or the role
	Meant string // one that is called much the same; "" for none
}

// KitLacks is what of a session the handbook has not in a language.
func (h *Handbook) KitLacks(kit KitFile, lang string) []Lacking {
	var known []string
	for _, p := range h.Pages {
		switch {
		case p.Lang != lang:
		case p.Kind == site.KindQuestions:
			for _, q := range h.Questions(p) {
				known = append(known, "q."+q.ID)
			}
		case mayBeUsed(p):
			known = append(append(known, p.ID), p.Formerly...)
		}
	}
	var roles []string
	for _, w := range site.Roles {
		roles = append(roles, w.Token)
	}
	var lacks []Lacking
	look := func(names, known []string) {
		for _, name := range names {
			if !slices.Contains(known, name) {
				lacks = append(lacks, Lacking{name, site.DidYouMean(name, known)})
			}
		}
	}
	look(kit.Refs, known)
	look(kit.Roles, roles)
	return lacks
}
