package site

import (
	"html"
	"slices"
	"strings"
	"unicode"
)

// Prose is the running text of HTML that the markdown package wrote, a block an
// element: paragraphs, headings, list items, cells, questions of fields. What is not
// read as text is left out: explanations of terms, code, drawings, the paper of
// fields, the marks of footnotes.
func Prose(text string) []string {
	var p prose
	p.read(text, p.tag)
	p.end()
	return p.blocks
}

type prose struct {
	blocks  []string
	block   []byte // its words, a space between two
	apart   bool   // a space is due before the next word
	skipped int    // how many elements deep in one that is left out
}

// Elements that do not end a block, that have no end, and that are left out.
var (
	inline  = words("a em strong b i span button del input img br sup code svg")
	empty   = words("br hr img input")
	unread  = words("sup code pre svg textarea select output")
	silence = []string{`class="term-card"`, `aria-hidden="true"`, `class="anchor"`, `class="question-marks"`}
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// read says what stands between the tags of a text and hands each of them on, without its brackets.
func (p *prose) read(text string, tag func(string)) {
	for text != "" {
		before, rest, found := strings.Cut(text, "<")
		p.say(before)
		if !found {
			return
		}
		var inside string
		inside, text, _ = strings.Cut(rest, ">")
		tag(inside)
	}
}

func (p *prose) say(text string) {
	if p.skipped == 0 {
		p.write(html.UnescapeString(text))
	}
}

// write adds text to the block; what is white in it becomes one space between words.
func (p *prose) write(text string) {
	for i := 0; i < len(text); {
		if n := white(text[i:]); n > 0 {
			p.apart = true
			i += n
			continue
		}
		from := i
		for i < len(text) && text[i] > ' ' && text[i] != 0xc2 {
			i++
		}
		if i == from { // the first byte of a character that looks like a white one's
			i++
		}
		if p.apart && len(p.block) > 0 {
			p.block = append(p.block, ' ')
		}
		p.apart = false
		p.block = append(p.block, text[from:i]...)
	}
}

// white is how many bytes of white space a text begins with.
func white(text string) int {
	switch {
	case text[0] <= ' ':
		return 1
	case strings.HasPrefix(text, "\u00a0"):
		return len("\u00a0")
	}
	return 0
}

func (p *prose) tag(tag string) {
	name, attributes, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
	switch {
	case empty[name]:
		if name == "br" {
			p.say(" ")
		}
	case p.skipped > 0 && strings.HasPrefix(tag, "/"):
		p.skipped--
	case p.skipped > 0 || unread[name] && !strings.HasPrefix(tag, "/"):
		p.skipped++
	case slices.ContainsFunc(silence, func(s string) bool { return strings.Contains(attributes, s) }):
		p.skipped++
	}
	if p.skipped == 0 && !inline[name] {
		p.end()
	}
}

func (p *prose) end() {
	if len(p.block) > 0 {
		p.blocks = append(p.blocks, string(p.block))
	}
	p.block, p.apart = p.block[:0], false
}

// Lix is how hard a text is to read after Carl-Hugo Björnsson (Läsbarhet, 1968): the
// words of a sentence on average, and what per cent of the words have more than six
// letters. Under 30 is very easy, 40 is a newspaper, over 50 is heavy. A block ends a
// sentence. Both results are 0 for no words.
func Lix(blocks []string) (lix float64, count int) {
	long, sentences := 0, 0
	for _, block := range blocks {
		open := false // words have come since the last sentence ended
		for _, field := range strings.Fields(block) {
			if n := letters(field); n > 0 {
				count++
				open = true
				if n > 6 {
					long++
				}
			}
			if ended := strings.TrimRight(field, `»”"')*`); open && ended != "" && strings.ContainsAny(ended[len(ended)-1:], ".!?") {
				sentences++
				open = false
			}
		}
		if open {
			sentences++
		}
	}
	if count == 0 {
		return 0, 0
	}
	return float64(count)/float64(sentences) + 100*float64(long)/float64(count), count
}

func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
