package assets

import (
	"kollega/generator/site"
)

// medium is where the accent is seen: the grounds that links and buttons stand on there.
type medium struct {
	name    site.Medium
	grounds []rgb
}

// media are the grounds of static/style/tokens.css: --paper, --surface, --sunken, and of
// the tints, which are one lightness in all hues, the one that leaves least contrast. A
// filled button has the accent as its ground and --paper as its text.
var media = [3]medium{
	{site.MediumLight, []rgb{{0xfc, 0xfb, 0xf8}, {0xff, 0xff, 0xff}, {0xf4, 0xf2, 0xec}, {0xf2, 0xf0, 0xfe}}},
	{site.MediumDark, []rgb{{0x14, 0x18, 0x17}, {0x1b, 0x20, 0x1f}, {0x20, 0x26, 0x25}, {0x18, 0x27, 0x1f}}},
	{site.MediumPrint, []rgb{{0xff, 0xff, 0xff}}},
}

// accents are the colours of links and buttons in each medium, "" for ours.
type accents struct{ light, dark, print string }

// accentsOf makes a theme's colours ones that can be read, and reports those it had to
// change.
func accentsOf(t site.Theme) (accents, []site.Problem) {
	var a accents
	var problems []site.Problem
	use := func(asked string, at site.Pos, key string, m medium) string {
		if asked == "" {
			return ""
		}
		colour := parseHex(asked)
		used := legible(colour, m.grounds)
		if used == colour {
			return asked
		}
		proposed := used.String()
		if m.name == site.MediumPrint { // what can be read on the light ground can be read on white
			proposed = legible(colour, media[0].grounds).String()
		}
		problems = append(problems, site.Problem{Pos: at, Code: "accent-contrast", Warning: true, Args: []any{
			asked, m.name, site.Contrast(weakest(colour, m.grounds)), used.String(), site.Contrast(weakest(used, m.grounds)), key + " = \"" + proposed + "\"",
		}})
		return used.String()
	}
	a.light = use(t.Accent, t.AccentAt, "accent", media[0])
	if t.AccentDark != "" {
		a.dark = use(t.AccentDark, t.AccentDarkAt, "accent_dark", media[1])
	} else {
		a.dark = use(t.Accent, t.AccentAt, "accent_dark", media[1])
	}
	a.print = use(t.Accent, t.AccentAt, "accent", media[2])
	return a, problems
}
