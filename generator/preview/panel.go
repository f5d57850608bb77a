package preview

import (
	"bytes"
	_ "embed"
	"html/template"
	"strconv"

	"kollega/generator/site"
)

//go:embed panel.html
var panelText string

// panels is the panel, and the page it stands on alone. It is parsed once; everything in
// it that came from a file or a message is escaped.
var panels = template.Must(template.New("panel").Parse(panelText))

// manyTroubles is how many are shown at once: the first ones are often the cause of the
// others.
const manyTroubles = 5

// shownTrouble is a mistake as the panel shows it.
type shownTrouble struct {
	Place, Text, Code string
	Lines             []shownLine
}

type shownLine struct {
	Number       int
	Before, Rest string // of the line: up to the place and from it on
	Marked       bool
}

// told is all that the panel says.
type told struct {
	Lang                          string
	Title, Kept, Heal, More, Line string
	Troubles                      []shownTrouble
}

func tell(lang string, troubles []Trouble, alone bool) told {
	say := func(code site.Code, args ...any) string { return site.Say(lang, code, args...) }
	t := told{Lang: lang, Title: say("panel-title", len(troubles)), Kept: say("panel-kept"), Heal: say("panel-heal"), Line: say("panel-line")}
	if alone {
		t.Kept = say("panel-alone")
	}
	for i, trouble := range troubles {
		if i == manyTroubles {
			t.More = say("panel-more", len(troubles)-manyTroubles)
			break
		}
		t.Troubles = append(t.Troubles, shownTrouble{place(trouble.Problem.Pos), trouble.Problem.Text(lang), string(trouble.Problem.Code), marked(trouble)})
	}
	return t
}

// place is where a mistake is, as the command writes it.
func place(p site.Pos) string {
	at := p.File
	if p.Line > 0 {
		at += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			at += ":" + strconv.Itoa(p.Col)
		}
	}
	return at
}

// marked are the lines around a mistake, with the place in the one it is in.
func marked(t Trouble) []shownLine {
	var lines []shownLine
	for i, text := range t.Lines {
		l := shownLine{Number: t.First + i, Rest: text}
		if l.Number == t.Problem.Line {
			l.Marked = true
			runes := []rune(text)
			if col := t.Problem.Col - 1; col > 0 && col < len(runes) {
				l.Before, l.Rest = string(runes[:col]), string(runes[col:])
			}
		}
		lines = append(lines, l)
	}
	return lines
}

// panel is what stands over a page that has a mistake.
func panel(lang string, troubles []Trouble) []byte {
	return write("panel", tell(lang, troubles, false))
}

// alone is a page of its own for a mistake that leaves nothing else to show.
func alone(lang string, troubles []Trouble) []byte { return write("alone", tell(lang, troubles, true)) }

func write(name string, t told) []byte {
	var b bytes.Buffer
	if err := panels.ExecuteTemplate(&b, name, t); err != nil {
		panic(err) // the template is ours, and a test writes both
	}
	return b.Bytes()
}
