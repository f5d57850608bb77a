package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// printed is a PDF a page was printed to.
type printed struct {
	t    *testing.T
	file string
}

// pdfWord is a word on paper. Its box is in points from the upper left corner.
type pdfWord struct {
	page           int // from 0
	x0, y0, x1, y1 float64
	text           string
}

// points is a length in millimetres in points.
func points(mm float64) float64 { return mm / 25.4 * 72 }

// The margins of a worksheet, in millimetres. In the lower one stands the page's
// number: "1 / 3".
const marginTop, marginSide, marginBottom = 13, 18, 13

// text is all text but the page numbers, in reading order.
func (p printed) text() string {
	p.t.Helper()
	size := p.size()
	return string(output(p.t, "pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8",
		"-x", "0", "-y", "0", "-W", strconv.Itoa(size[0]), "-H", strconv.Itoa(size[1]-int(points(marginBottom))), p.file, "-"))
}

var (
	pdfPage = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">`)
	pdfBox  = regexp.MustCompile(`<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>`)
)

func (p printed) boxes() string {
	p.t.Helper()
	return string(output(p.t, "pdftotext", "-bbox", "-enc", "UTF-8", p.file, "-"))
}

// size is that of a page in points, to the nearest.
func (p printed) size() [2]int {
	p.t.Helper()
	m := pdfPage.FindStringSubmatch(p.boxes())
	if m == nil {
		p.t.Fatal("nothing was printed")
	}
	return [2]int{int(number(m[1]) + .5), int(number(m[2]) + .5)}
}

func (p printed) words() []pdfWord {
	p.t.Helper()
	var words []pdfWord
	for page, text := range strings.Split(p.boxes(), "<page ")[1:] {
		for _, m := range pdfBox.FindAllStringSubmatch(text, -1) {
			words = append(words, pdfWord{page, number(m[1]), number(m[2]), number(m[3]), number(m[4]), html.UnescapeString(m[5])})
		}
	}
	return words
}

func number(s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err) // the pattern matches numbers only
	}
	return n
}

// word is the first word that reads so.
func (p printed) word(text string) pdfWord {
	p.t.Helper()
	words := p.words()
	i := slices.IndexFunc(words, func(w pdfWord) bool { return w.text == text })
	if i < 0 {
		p.t.Fatalf("the word %q is not on paper", text)
	}
	return words[i]
}

// insideMargins holds that the paper has a size and that nothing is said in its
// margins but page numbers.
func (p printed) insideMargins(width, height int) {
	p.t.Helper()
	if size := p.size(); size != [2]int{width, height} {
		p.t.Errorf("the paper is %d × %d points, not %d × %d", size[0], size[1], width, height)
	}
	const beside, above = 2, 6 // what the box of a word may reach out of its line: it has room for accents
	side, top, bottom := points(marginSide)-beside, points(marginTop)-above, float64(height)-points(marginBottom)+above
	for _, w := range p.words() {
		inside := w.x0 > side && w.x1 < float64(width)-side && w.y0 > top
		if !inside || w.y1 > bottom && strings.Trim(w.text, "0123456789/") != "" {
			p.t.Errorf("page %d: %q stands in the margin", w.page+1, w.text)
		}
	}
}

// raster draws the pages, grey, and returns the files.
func (p printed) raster(dpi int) []string {
	p.t.Helper()
	prefix := filepath.Join(p.t.TempDir(), "page")
	output(p.t, "pdftoppm", "-r", strconv.Itoa(dpi), "-gray", p.file, prefix)
	files, err := filepath.Glob(prefix + "*.pgm")
	if err != nil || len(files) == 0 {
		p.t.Fatal("no paper came out", err)
	}
	return files
}

func (p printed) pages(dpi int) []grey {
	p.t.Helper()
	var pages []grey
	for _, file := range p.raster(dpi) {
		pages = append(pages, readGrey(p.t, file))
	}
	return pages
}

// linesUnder counts the lines under a word as far as another one or the end of the
// page: those that are longer than a share of the paper's width.
func (p printed) linesUnder(word, until string, share float64) int {
	p.t.Helper()
	const dpi = 100
	from, to := p.word(word), p.word(until)
	page := p.pages(dpi)[from.page]
	y0, y1 := int(from.y1/72*dpi), page.height
	if to.page == from.page {
		y1 = int(to.y0 / 72 * dpi)
	}
	return page.strip(y0, y1).lines(int(share * float64(page.width)))
}

// ink is how much of the area beside a word is dark, from left to right of where the
// word begins, in millimetres, and as high as a line.
func (p printed) ink(word string, left, right float64) float64 {
	p.t.Helper()
	const dpi = 200
	w := p.word(word)
	at := func(place float64) int { return int(place / 72 * dpi) }
	return p.pages(dpi)[w.page].ink(at(w.x0+points(left)), at(w.y0-points(1.5)), at(w.x0+points(right)), at(w.y1+points(1.5)))
}

// grey is a picture in shades of grey.
type grey struct {
	width, height int
	dots          []byte // 0 is black, 255 white
}

// readGrey reads a picture in the format PGM.
func readGrey(t *testing.T, file string) grey {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var g grey
	var white int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d\n", &g.width, &g.height, &white); err != nil || white != 255 {
		t.Fatalf("%s is not a grey picture: %v", file, err)
	}
	g.dots = data[len(data)-g.width*g.height:]
	return g
}

// strip is the part of a picture between two heights.
func (g grey) strip(y0, y1 int) grey {
	y0 = min(max(y0, 0), g.height)
	y1 = min(max(y1, y0), g.height)
	return grey{g.width, y1 - y0, g.dots[y0*g.width : y1*g.width]}
}

// lines counts the dark lines across a picture that are longer than a length, however
// thick they are.
func (g grey) lines(length int) int {
	lines, inside := 0, false
	for y := range g.height {
		longest, run := 0, 0
		for _, dot := range g.dots[y*g.width : (y+1)*g.width] {
			run++
			if dot > 220 {
				run = 0
			}
			longest = max(longest, run)
		}
		dark := longest > length
		if dark && !inside {
			lines++
		}
		inside = dark
	}
	return lines
}

// ink is how much of an area is dark, from 0 to 1.
func (g grey) ink(x0, y0, x1, y1 int) float64 {
	dark, all := 0, 0
	for y := max(y0, 0); y < min(y1, g.height); y++ {
		for x := max(x0, 0); x < min(x1, g.width); x++ {
			all++
			if g.dots[y*g.width+x] < 128 {
				dark++
			}
		}
	}
	return float64(dark) / float64(max(all, 1))
}
