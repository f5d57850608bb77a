package assets

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"kollega/generator/site"
)

// checked is a theme whose files are there and whose colours can be read.
type checked struct {
	site.Theme
	accents accents
	logo    site.Logo
}

// check holds a theme against the files of static/ and against the page's grounds. What
// is wrong is reported and left out.
func check(source fs.FS, t site.Theme) (checked, []site.Problem) {
	c := checked{Theme: t}
	var problems []site.Problem
	c.accents, problems = accentsOf(t)
	if t.Logo.ID != "" {
		var bad []site.Problem
		c.logo, bad = readLogo(source, t.Logo)
		problems = append(problems, bad...)
	}
	c.Styles = nil
	for _, s := range t.Styles {
		if p := wrongFile(source, "styles", s, ".css"); p != nil {
			problems = append(problems, *p)
		} else {
			c.Styles = append(c.Styles, s)
		}
	}
	return c, problems
}

// bundles reports whether a file of static/ is one of the organisation's stylesheets.
func (c checked) bundles(name string) bool {
	return slices.ContainsFunc(c.Styles, func(s site.Ref) bool { return s.ID == name })
}

// wrongFile is what is wrong with a file that a key of the theme names, if anything.
func wrongFile(source fs.FS, key string, file site.Ref, kinds ...string) *site.Problem {
	p := &site.Problem{Pos: file.Pos, Args: []any{key, file.ID}}
	if info, err := fs.Stat(source, "static/"+file.ID); err != nil || info.IsDir() {
		p.Code = "theme-missing"
		p.Args = append(p.Args, site.Suggest(meant(source, file.ID, kinds)))
		return p
	}
	if !slices.Contains(kinds, strings.ToLower(path.Ext(file.ID))) {
		p.Code = "theme-kind"
		p.Args = append(p.Args, strings.Join(kinds, ", "))
		return p
	}
	return nil
}

// meant is the file of static/ that a name which is not there probably stands for: a
// similar one, or that of another folder.
func meant(source fs.FS, name string, kinds []string) string {
	var names, same []string
	_ = fs.WalkDir(source, "static", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.Contains(kinds, strings.ToLower(path.Ext(file))) {
			return nil
		}
		names = append(names, strings.TrimPrefix(file, "static/"))
		if path.Base(file) == path.Base(name) {
			same = append(same, strings.TrimPrefix(file, "static/"))
		}
		return nil
	})
	if len(same) == 1 {
		return same[0]
	}
	return site.DidYouMean(name, names)
}

// css is what the theme adds to the look, in a layer above ours and below the
// organisation's own stylesheets, which are in none. The values have been checked when
// they were read. A medium's own rules come last, so that they win.
func (c checked) css() string {
	var b strings.Builder
	b.WriteString("@layer theme {\n")
	rule(&b, "", accentCSS(c.accents.light)+fontCSS(c.Font)+radiusCSS(c.Radius))
	rule(&b, "screen", densityCSS(c.Density))
	rule(&b, "(prefers-color-scheme: dark)", accentCSS(c.accents.dark))
	rule(&b, "print", accentCSS(c.accents.print))
	b.WriteString("}\n")
	paper := site.PaperA4
	if c.Paper == site.PaperLetter {
		paper = "letter"
	}
	b.WriteString("@media print { @page { size: " + paper + "; } }\n")
	if _, plain := fonts(c.Font); plain != "" {
		b.WriteString("@media print { @page sheet { @bottom-right { font-family: " + plain + "; } } }\n")
	}
	return b.String()
}

// rule writes declarations for the whole page, "" for none, in a medium, "" for all.
func rule(b *strings.Builder, medium, declarations string) {
	switch {
	case declarations == "":
	case medium == "":
		b.WriteString(":root { " + declarations + "}\n")
	default:
		b.WriteString("@media " + medium + " { :root { " + declarations + "} }\n")
	}
}

// accentCSS are the declarations of a colour. Filled buttons, which are ink in our look,
// take it too.
func accentCSS(colour string) string {
	if colour == "" {
		return ""
	}
	return "--accent: " + colour + "; --button: var(--accent); "
}

// fonts are the typefaces of headings and of text, of those that readers' machines have;
// "" for ours.
func fonts(token string) (display, text string) {
	switch token {
	case "system":
		const sans = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif`
		return sans, sans
	case "serif":
		const serif = `Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", "Times New Roman", serif`
		return serif, serif
	}
	return "", ""
}

func fontCSS(token string) string {
	display, text := fonts(token)
	if text == "" {
		return ""
	}
	css := "--font-display: " + display + "; --font-text: " + text + "; "
	if token == "system" {
		css += "--weight-display: 650; "
	}
	return css
}

func radiusCSS(token string) string {
	switch token {
	case "none":
		return "--radius: 0; --radius-small: 0; --radius-pill: 0; "
	case "small":
		return "--radius: .25rem; --radius-small: .15rem; --radius-pill: .3rem; "
	case "large":
		return "--radius: 1.25rem; --radius-small: .6rem; "
	}
	return ""
}

// densityCSS are the larger spaces and the distance of lines. What a finger must hit stays
// as high as it is.
func densityCSS(token string) string {
	switch token {
	case "compact":
		return "--leading: 1.5; --space-3: .625rem; --space-4: .8125rem; --space-5: 1.125rem; --space-6: 1.625rem; --space-7: 2.375rem; --space-8: 3.5rem; "
	case "airy":
		return "--leading: 1.75; --space-4: 1.125rem; --space-5: 1.875rem; --space-6: 3rem; --space-7: 4.75rem; --space-8: 7.5rem; "
	}
	return ""
}
