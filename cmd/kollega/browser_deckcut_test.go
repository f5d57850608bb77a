package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
)

// cutAs holds that every page has the lines to cut along, to half a millimetre, and
// nothing over them.
func (p printed) cutAs(paper deckPaper, cut deckCut, sheets int) {
	p.t.Helper()
	if size := p.size(); size != [2]int{paper.width, paper.height} {
		p.t.Errorf("the paper is %d × %d points, not %d × %d", size[0], size[1], paper.width, paper.height)
	}
	const dpi = 300
	var columns, rows []float64
	for i := range cut.columns + 1 {
		columns = append(columns, 10+float64(i)*paper.areaW/float64(cut.columns))
	}
	for i := range cut.rows + 1 {
		rows = append(rows, 10+float64(i)*paper.areaH/float64(cut.rows))
	}
	pages := p.pages(dpi)
	if len(pages) != sheets {
		p.t.Errorf("%d pages, not %d", len(pages), sheets)
	}
	for i, page := range pages {
		for _, way := range []struct {
			name      string
			got, want []float64
		}{{"upright", page.turned().dashed(), columns}, {"level", page.dashed(), rows}} {
			if !nearly(way.got, way.want, .5) {
				p.t.Errorf("page %d: the %s lines are at %.2f mm, not %.2f", i+1, way.name, way.got, way.want)
			}
		}
	}
	for _, w := range p.words() {
		if !within(w.x0, w.x1, columns) || !within(w.y0, w.y1, rows) {
			p.t.Errorf("page %d: %q stands outside its card: %.1f–%.1f, %.1f–%.1f mm", w.page+1, w.text,
				w.x0/points(1), w.x1/points(1), w.y0/points(1), w.y1/points(1))
		}
	}
}

// within reports whether a stretch of points lies between two neighbouring lines, with
// some room to cut askew.
func within(from, to float64, lines []float64) bool {
	const room = 2
	for i := range len(lines) - 1 {
		if from >= points(lines[i]+room) && to <= points(lines[i+1]-room) {
			return true
		}
	}
	return false
}

func nearly(got, want []float64, by float64) bool {
	return slices.EqualFunc(got, want, func(a, b float64) bool { return math.Abs(a-b) <= by })
}

// dashed finds the level lines of dashes or dots from one edge of the cards to the other,
// by their middle, in millimetres, at 300 dots an inch. Text has wider gaps.
func (g grey) dashed() []float64 {
	const gap, light = 30, 200
	var lines []float64
	begun := -1
	for y := range g.height {
		row := g.dots[y*g.width : (y+1)*g.width]
		first := slices.IndexFunc(row, func(dot byte) bool { return dot < light })
		last, widest := first, 0
		for x := max(first, 0); x < g.width; x++ {
			if row[x] < light {
				widest, last = max(widest, x-last), x
			}
		}
		is := first >= 0 && widest < gap && last-first > g.width*4/5
		switch {
		case is && begun < 0:
			begun = y
		case !is && begun >= 0:
			lines = append(lines, float64(begun+y)/2/300*25.4)
			begun = -1
		}
	}
	return lines
}

// turned is a picture with its rows as columns.
func (g grey) turned() grey {
	t := grey{g.height, g.width, make([]byte, len(g.dots))}
	for y := range g.height {
		for x := range g.width {
			t.dots[x*g.height+y] = g.dots[y*g.width+x]
		}
	}
	return t
}

// eachOnce holds that every question's card is there, and there once. On one that is
// folded the id stands on both sides.
func (p printed) eachOnce(ids []string, fold bool) {
	p.t.Helper()
	times := map[string]int{}
	for _, w := range p.words() {
		times[w.text]++
	}
	want := 1
	if fold {
		want = 2
	}
	for _, id := range ids {
		if times[id] != want {
			p.t.Errorf("%s is on paper %d times, not %d", id, times[id], want)
		}
	}
}

// grey holds that no colour is needed: there is none.
func (p printed) grey() {
	p.t.Helper()
	prefix := filepath.Join(p.t.TempDir(), "colour")
	output(p.t, "pdftoppm", "-r", "40", p.file, prefix)
	files, _ := filepath.Glob(prefix + "*.ppm")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			p.t.Fatal(err)
		}
		dots := data[len(data)-len(data)/3*3:]
		for i := 0; i+2 < len(dots); i += 3 {
			if slices.Max(dots[i:i+3])-slices.Min(dots[i:i+3]) > 8 && i > 60 {
				p.t.Fatalf("%s has colours", filepath.Base(file))
			}
		}
	}
	if len(files) == 0 {
		p.t.Error("no paper came out")
	}
}
