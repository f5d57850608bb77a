package site

import "fmt"

// message is the text of a problem in the three languages of the interface. The
// verbs are numbered (%[1]s, %[2]q) and are the same in all three.
type message struct{ nb, nn, en string }

// catalogue holds the messages of one part of the work, by code.
type catalogue map[Code]message

// catalogues are all messages there are. Each is one file, messages_*.go.
var catalogues = []catalogue{
	blockMessages,
	careMessages,
	clickMessages,
	commandMessages,
	configMessages,
	editionMessages,
	evaluateMessages,
	externalMessages,
	fieldMessages,
	fileMessages,
	finderMessages,
	layersMessages,
	listMessages,
	lockMessages,
	markdownMessages,
	overlayMessages,
	previewMessages,
	questionMessages,
	serveMessages,
	sheetMessages,
	startMessages,
	statementMessages,
	takeinMessages,
	themeMessages,
	treeMessages,
	usageMessages,
	watchMessages,
}

func lookup(code Code) (message, bool) {
	for _, c := range catalogues {
		if m, ok := c[code]; ok {
			return m, true
		}
	}
	return message{}, false
}

func (m message) format(lang string, args []any) string {
	text := m.en
	switch lang {
	case "nb":
		text = m.nb
	case "nn":
		text = m.nn
	}
	if len(args) == 0 {
		return text
	}
	spoken := make([]any, len(args))
	for i, a := range args {
		spoken[i] = a
		if s, ok := a.(interface{ in(lang string) string }); ok {
			spoken[i] = s.in(lang)
		}
	}
	return fmt.Sprintf(text, spoken...)
}

// Suggest is an argument that a message puts at its end as %[n]v: the word that
// was probably meant, asked in the message's language, or nothing at all.
type Suggest string

func (s Suggest) in(lang string) string {
	switch {
	case s == "":
		return ""
	case lang == "nb":
		return fmt.Sprintf(" (mente du «%s»?)", string(s))
	case lang == "nn":
		return fmt.Sprintf(" (meinte du «%s»?)", string(s))
	}
	return fmt.Sprintf(" (did you mean %q?)", string(s))
}

// KindName is an argument that names a kind of page in the message's language; a
// section is called by its file.
type KindName Kind

func (k KindName) in(lang string) string {
	if Kind(k) == KindSection || Kind(k) == KindFront {
		return "_index.md"
	}
	return KindWords.Name(string(k), lang)
}

// Codes lists every code there is, in no particular order.
func Codes() []Code {
	var all []Code
	for _, c := range catalogues {
		for code := range c {
			all = append(all, code)
		}
	}
	return all
}

// ArgTypes are a value of each type that a Problem's arguments may have.
func ArgTypes() []any {
	return []any{
		"", 0, Suggest(""), Kind(""), KindName(""), AnswerType(""), AnswerName(""), FieldLine(""), StorageName(""), Code(""),
		EditionName(""),
		Medium(""),
		Contrast(0),
	}
}
