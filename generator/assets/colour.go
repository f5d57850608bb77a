package assets

import (
	"fmt"
	"math"
	"strconv"
)

// leastContrast is what text needs against its ground: WCAG 2.2, success criterion
// 1.4.3, level AA (https://www.w3.org/TR/WCAG22/#contrast-minimum).
const leastContrast = 4.5

// rgb is a colour of sRGB as a stylesheet has it: three bytes.
type rgb [3]uint8

// oklch is a colour by its lightness (0 to 1), chroma (0 for grey, about 0.3 at most in
// sRGB) and hue in radians.
type oklch struct{ l, c, h float64 }

// parseHex reads "#rrggbb".
func parseHex(s string) rgb {
	n, _ := strconv.ParseUint(s[1:], 16, 32)
	return rgb{uint8(n >> 16), uint8(n >> 8), uint8(n)}
}

func (c rgb) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// linear is the light a byte of sRGB stands for, 0 to 1 (IEC 61966-2-1, as in
// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// coded is the inverse of linear, not yet rounded.
func coded(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// luminance is https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
func (c rgb) luminance() float64 {
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

// contrast is https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio: 1 to 21.
func contrast(a, b rgb) float64 {
	x, y := a.luminance()+0.05, b.luminance()+0.05
	return max(x/y, y/x)
}

// weakest is the least contrast a colour has against any of the grounds.
func weakest(c rgb, grounds []rgb) float64 {
	least := math.Inf(1)
	for _, g := range grounds {
		least = min(least, contrast(c, g))
	}
	return least
}

// oklch and the two functions below it are https://bottosson.github.io/posts/oklab/,
// "Converting from linear sRGB to Oklab", in polar coordinates.
func (c rgb) oklch() oklch {
	r, g, b := linear(c[0]), linear(c[1]), linear(c[2])
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	x := 1.9779984951*l - 2.4285922050*m + 0.4505937099*s
	y := 0.0259040371*l + 0.7827717662*m - 0.8086757660*s
	return oklch{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, math.Hypot(x, y), math.Atan2(y, x)}
}

// light is the linear sRGB of a colour; outside of 0 to 1 where sRGB does not have it.
func (c oklch) light() [3]float64 {
	x, y := c.c*math.Cos(c.h), c.c*math.Sin(c.h)
	l := cube(c.l + 0.3963377774*x + 0.2158037573*y)
	m := cube(c.l - 0.1055613458*x - 0.0638541728*y)
	s := cube(c.l - 0.0894841775*x - 1.2914855480*y)
	return [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
}

func cube(v float64) float64 { return v * v * v }

// inGamut reports whether sRGB has the colour, to within what a byte rounds away: half a
// step below 0 and above 1, as light.
func (c oklch) inGamut() bool {
	for _, v := range c.light() {
		if v < -0.0001518 || v > 1.00446 {
			return false
		}
	}
	return true
}

// rgb is the colour of sRGB with this lightness and hue and as much of the chroma as
// sRGB has.
func (c oklch) rgb() rgb {
	if !c.inGamut() {
		c.c = last(0, c.c, func(chroma float64) bool { return oklch{c.l, chroma, c.h}.inGamut() })
	}
	var out rgb
	for i, v := range c.light() {
		out[i] = uint8(math.Round(255 * min(max(coded(v), 0), 1)))
	}
	return out
}

// last is, of the numbers from one that holds to one that does not, the last that holds.
func last(holds, not float64, hold func(float64) bool) float64 {
	for range 24 { // far finer than a byte
		if middle := (holds + not) / 2; hold(middle) {
			holds = middle
		} else {
			not = middle
		}
	}
	return holds
}

// legible is the colour itself where it has the contrast that text needs against all of
// the grounds, which are all light or all dark, and else the one of its hue that has it
// and is nearest in lightness.
func legible(asked rgb, grounds []rgb) rgb {
	passes := func(c rgb) bool { return weakest(c, grounds) >= leastContrast }
	if passes(asked) {
		return asked
	}
	end := 0.0 // black
	if black := (rgb{}); !passes(black) {
		end = 1
	}
	was := asked.oklch()
	at := func(l float64) rgb { return oklch{l, was.c, was.h}.rgb() }
	return at(last(end, was.l, func(l float64) bool { return passes(at(l)) }))
}
