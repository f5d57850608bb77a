package content

import (
	"net/url"
	"regexp"
	"strings"

	"kollega/generator/site"
)

var (
	// mailAddress is what people have: no quotes, comments or numbers of a network.
	mailAddress = regexp.MustCompile(`^[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$`)
	hexColour   = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	// compound is a word and its parts, with hyphens between them.
	compound = regexp.MustCompile(`^[\pL\pN]+(-[\pL\pN]+)*$`)
)

// longestMail is how many bytes an e-mail address may have (RFC 5321).
const longestMail = 254

func (r *configReader) siteID(it item) { set(&r.config.ID)(r.id(it)) }

func (r *configReader) title(it item) { set(&r.config.Title)(r.label(it)) }

// accent reads a colour and where it stands, since its contrast is measured later.
func (r *configReader) accent(it item, colour *string, at *site.Pos) {
	if s, ok := r.colour(it); ok {
		*colour, *at = s, r.pos(it.at)
	}
}

// logo is a file below static/; whether it is there is seen where static/ is read.
func (r *configReader) logo(it item) {
	if s, ok := r.label(it); ok {
		r.config.Theme.Logo = site.Ref{ID: s, Pos: r.pos(it.at)}
	}
}

func (r *configReader) colour(it item) (string, bool) {
	s, ok := r.label(it)
	if ok && !hexColour.MatchString(s) {
		r.wrong(it.at, "colour-invalid", it.key, short(s))
		return "", false
	}
	return strings.ToLower(s), ok
}

// compounds are words that the search takes apart otherwise than it would by itself.
func (r *configReader) compounds(it item) {
	r.config.Compounds = map[string][]string{}
	for _, word := range r.labels(it) {
		word = strings.ToLower(word)
		if !compound.MatchString(word) {
			r.wrong(it.at, "search-compound", short(word))
			continue
		}
		r.config.Compounds[strings.ReplaceAll(word, "-", "")] = strings.Split(word, "-")
	}
}

// hidden is a page's id, or that of one of its sections after it: "listen#traps".
func (r *configReader) hidden(it item) (string, bool) {
	s, ok := r.label(it)
	if !ok {
		return "", false
	}
	page, section, deep := strings.Cut(s, "#")
	if !site.ValidID(page) || deep && !site.ValidID(section) {
		r.wrong(it.at, "hide-form", short(s))
		return "", false
	}
	return s, true
}

// mail is an e-mail address.
func (r *configReader) mail(it item) (string, bool) {
	s, ok := r.label(it)
	if ok && (len(s) > longestMail || !mailAddress.MatchString(s)) {
		r.wrong(it.at, "contact-invalid", short(s))
		return "", false
	}
	return s, ok
}

// address is the site's address without a slash at its end.
func (r *configReader) address(it item) (string, bool) {
	s, ok := r.label(it)
	if !ok {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil ||
		strings.ContainsAny(s, "?# \\\"'<>") {
		r.wrong(it.at, "url-invalid", short(s))
		return "", false
	}
	return strings.TrimRight(s, "/"), true
}
