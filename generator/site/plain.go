package site

import (
	"html"
	"strings"
)

// Plain is the text of inline HTML that the markdown package wrote: without its
// tags, with its entities as characters. It is not for HTML from anywhere else.
func Plain(inline string) string {
	if !strings.ContainsAny(inline, "<&") {
		return inline
	}
	var b strings.Builder
	for inline != "" {
		text, rest, found := strings.Cut(inline, "<")
		b.WriteString(text)
		if !found {
			break
		}
		_, inline, _ = strings.Cut(rest, ">")
	}
	return html.UnescapeString(b.String())
}
