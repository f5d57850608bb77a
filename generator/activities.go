package generator

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"

	"kollega/generator/search"
	"kollega/generator/site"
)

// activitiesAt is the file with all activities of a language.
func activitiesAt(lang string) string { return "assets/activities-" + strings.ToLower(lang) + ".js" }

// addActivities makes the file with all activities of a language. It follows from front
// matter alone.
func (h *Handbook) addActivities(lang string) {
	h.addOwn(activitiesAt(lang), output{make: func(h *Handbook) ([]byte, error) {
		return calling("kollegaActivities", h.activityTable(lang))
	}})
}

// activityTable is all activities of a language, a column for each thing that is said of
// them, in reading order. It is read by static/app/finder/activities.ts, which has the
// same names. Texts stand one a line; "" is what follows from the title. The numbers of a
// column are written one after the other by search.AppendNumber: a range is where it begins
// and how far it goes; words are how many there are and their places in the list.
type activityTable struct {
	Version   int        `json:"v"`
	Titles    string     `json:"titles"`
	IDs       string     `json:"ids"`   // "" for the title folded as an id
	Stems     string     `json:"stems"` // of the addresses, without folder and .html; "" for the title folded as a name
	Folders   wordColumn `json:"folders"`
	Langs     wordColumn `json:"langs"` // of the titles, where that is another than the page's
	Minutes   string     `json:"minutes"`
	People    string     `json:"people"`
	Levels    wordColumn `json:"levels"`
	Phases    wordColumn `json:"phases"`
	Families  wordColumn `json:"families"`
	Settings  wordColumn `json:"settings"`
	Needs     wordColumn `json:"needs"`
	Materials wordColumn `json:"materials"`
	Things    string     `json:"things"` // of each word among the materials the token of its sort, with blanks between
}

func (h *Handbook) activityTable(lang string) *activityTable {
	t := &activityTable{Version: 1}
	var titles, ids, stems, things []string
	var minutes, people []byte
	span := func(out []byte, r site.Range) []byte {
		return search.AppendNumber(search.AppendNumber(out, r.Min), r.Max-r.Min)
	}
	for _, p := range h.activities(lang) {
		folder, file := path.Split(p.URL)
		titles = append(titles, p.Title)
		ids = append(ids, unless(p.ID, plainFold(p.Title, site.FoldID)))
		stem := strings.TrimSuffix(file, ".html")
		stems = append(stems, unless(stem, plainFold(p.Title, site.FoldName)))
		t.Folders.add(folder)
		t.Langs.add(unless(p.TextLang, lang))
		minutes, people = span(minutes, p.Minutes), span(people, p.People)
		t.Levels.add(p.Level)
		t.Phases.add(p.Phases...)
		t.Families.add(p.Family)
		t.Settings.add(p.Settings...)
		t.Needs.add(refIDs(p.Needs)...)
		t.Materials.add(p.Materials...)
	}
	sorter := h.sorter()
	for _, word := range t.Materials.names {
		things = append(things, sorter.sort(word))
	}
	t.Titles, t.IDs, t.Stems = lines(titles), lines(ids), lines(stems)
	t.Minutes, t.People, t.Things = string(minutes), string(people), strings.Join(things, " ")
	return t
}

// activities are the activities that a language's readers have, in reading order.
func (h *Handbook) activities(lang string) []*site.Page {
	var pages []*site.Page
	for _, p := range h.Pages {
		if p.Lang == lang && p.Kind == site.KindActivity {
			pages = append(pages, p)
		}
	}
	return pages
}

func refIDs(refs []site.Ref) []string {
	ids := make([]string, len(refs))
	for i, r := range refs {
		ids[i] = r.ID
	}
	return ids
}

// unless is a text, or "" where it is what a reader expects.
func unless(text, expected string) string {
	if text == expected {
		return ""
	}
	return text
}

// lines writes texts one a line, and nothing where all are "".
func lines(texts []string) string {
	all := strings.Join(texts, "\n")
	if strings.Trim(all, "\n") == "" {
		return ""
	}
	return all
}

// plainFold is site.FoldName or site.FoldID of what scripts can fold too: the letters of
// Norwegian and English. Any other parts words.
func plainFold(s string, fold func(string) string) string {
	return fold(strings.Map(func(r rune) rune {
		if r < 0x80 || strings.ContainsRune("æøåÆØÅ’\u00ad", r) {
			return r
		}
		return ' '
	}, s))
}

// wordColumn is a list of words and, for each row, which of them it has. It is written as
// the words one a line and the numbers; as the word alone where every row has the same one, and
// as nothing where no row has any.
type wordColumn struct {
	names []string
	at    map[string]int
	rows  int
	ones  int // rows that have one word
	data  []byte
}

// add adds a row. "" is no word.
func (c *wordColumn) add(words ...string) {
	if c.at == nil {
		c.at = map[string]int{}
	}
	var places []int
	for _, word := range words {
		if word == "" {
			continue
		}
		place, known := c.at[word]
		if !known {
			place = len(c.names)
			c.at[word] = place
			c.names = append(c.names, word)
		}
		places = append(places, place)
	}
	c.rows++
	if len(places) == 1 {
		c.ones++
	}
	c.data = search.AppendNumber(c.data, len(places))
	for _, place := range places {
		c.data = search.AppendNumber(c.data, place)
	}
}

// MarshalJSON writes [], ["word"] or ["words", "numbers"].
func (c wordColumn) MarshalJSON() ([]byte, error) {
	out := []string{}
	switch {
	case len(c.names) == 1 && c.ones == c.rows:
		out = c.names
	case len(c.names) > 0:
		out = []string{strings.Join(c.names, "\n"), string(c.data)}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(out)
	return b.Bytes(), err
}
