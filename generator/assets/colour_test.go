package assets

import (
	"math"
	"math/rand/v2"
	"testing"
)

func randomColours(n int) []rgb {
	r := rand.New(rand.NewPCG(1, 2))
	colours := make([]rgb, n)
	for i := range colours {
		colours[i] = rgb{uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(r.IntN(256))}
	}
	return append(colours, rgb{}, rgb{255, 255, 255}, rgb{255, 0, 0}, rgb{0, 255, 0}, rgb{0, 0, 255}, rgb{255, 255, 0}, rgb{0, 255, 255}, rgb{255, 0, 255})
}

// Values of others: https://www.w3.org/TR/css-color-4/#color-conversion-code gives #ff0000
// as oklch(62.8% 0.2577 29.23); #767676 is the lightest grey that passes on white.
func TestColoursAreWhatOthersCallThem(t *testing.T) {
	red := rgb{255, 0, 0}.oklch()
	if math.Abs(red.l-.628) > .0005 || math.Abs(red.c-.2577) > .0005 || math.Abs(red.h*180/math.Pi-29.23) > .05 {
		t.Errorf("red is %v", red)
	}
	white := rgb{255, 255, 255}
	for hex, want := range map[string]float64{"#000000": 21, "#767676": 4.54, "#777777": 4.48, "#ff0000": 4.00, "#ffffff": 1} {
		if got := contrast(parseHex(hex), white); math.Abs(got-want) > .005 {
			t.Errorf("%s on white: %.3f, want %.2f", hex, got, want)
		}
		if got := parseHex(hex).String(); got != hex {
			t.Errorf("%s became %s", hex, got)
		}
	}
}

func TestAColourComesBackFromOKLCH(t *testing.T) {
	for _, c := range randomColours(5000) {
		back := c.oklch().rgb()
		for i := range c {
			if d := int(c[i]) - int(back[i]); d < -1 || d > 1 {
				t.Errorf("%s came back as %s", c, back)
			}
		}
	}
}

func TestEveryColourCanBeReadAfterItIsAdjusted(t *testing.T) {
	for _, asked := range randomColours(5000) {
		for _, m := range media {
			used := legible(asked, m.grounds)
			before, after := weakest(asked, m.grounds), weakest(used, m.grounds)
			if after < leastContrast {
				t.Errorf("%s: %s became %s, which has %.3f", m.name, asked, used, after)
			}
			if before >= leastContrast && used != asked {
				t.Errorf("%s: %s passes with %.3f and became %s", m.name, asked, before, used)
			}
			if used == asked {
				continue
			}
			a, u := asked.oklch(), used.oklch()
			// A byte is the thousandth part of a colour or more, so hues of dark ones jump.
			if turn := math.Abs(math.Remainder(a.h-u.h, 2*math.Pi)); turn*u.c > .01 {
				t.Errorf("%s: %s became %s, of another hue", m.name, asked, used)
			}
			if u.c > a.c+.01 {
				t.Errorf("%s: %s became %s, with more chroma", m.name, asked, used)
			}
			nearer := oklch{u.l + math.Copysign(.008, a.l-u.l), a.c, a.h}
			if math.Abs(a.l-u.l) > .008 && weakest(nearer.rgb(), m.grounds) >= leastContrast {
				t.Errorf("%s: %s became %s, but %s is nearer and passes", m.name, asked, used, nearer.rgb())
			}
		}
	}
}

// The chroma goes down only where sRGB has no more of it.
func TestChromaIsKeptWhereThereIsRoom(t *testing.T) {
	c := oklch{.5, .05, 3}
	if back := c.rgb().oklch(); math.Abs(back.c-c.c) > .004 {
		t.Errorf("chroma %.3f became %.3f", c.c, back.c)
	}
	far := oklch{.5, .4, 3}
	got := far.rgb().oklch()
	if more := (oklch{.5, got.c + .006, 3}); more.inGamut() {
		t.Errorf("chroma %.3f was given up though sRGB has %.3f", got.c, more.c)
	}
}
