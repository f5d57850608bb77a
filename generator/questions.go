package generator

import (
	"cmp"
	"strings"

	"kollega/generator/site"
)

// questionsAt is the file with all questions of a language.
func questionsAt(lang string) string { return "assets/questions-" + strings.ToLower(lang) + ".js" }

// addQuestions makes the file with all questions of a language.
func (h *Handbook) addQuestions(lang string) {
	h.addOwn(questionsAt(lang), output{texts: true, make: func(h *Handbook) ([]byte, error) {
		return calling("kollegaQuestions", h.questionTable(lang))
	}})
}

// questionTable is all questions of a language, a column for each thing that is said of them:
// the entries of the columns from IDs to Depths belong together by their place. It is read
// by static/app/bank/questions.ts, which has the same names.
type questionTable struct {
	Version int             `json:"v"`
	Lang    string          `json:"lang"`
	Banks   []questionBank  `json:"banks"`
	Groups  []questionGroup `json:"groups"`
	Tags    [][]string      `json:"tags"` // token, name

	IDs    []string         `json:"ids"`
	Texts  []string         `json:"texts"`
	Group  []int            `json:"group"`           // place in Groups
	Phases []string         `json:"phases"`          // tokens, "" for none
	Depths []string         `json:"depths"`          // tokens, "" for none
	Tagged map[int][]int    `json:"tagged"`          // by place: places in Tags
	Notes  map[int][]string `json:"notes,omitempty"` // by place: plain paragraphs
	Care   []int            `json:"care"`            // the places of those that are to be asked with care
}

// questionBank is a bank. Its address is seen from the site's root.
type questionBank struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Lang  string `json:"lang,omitempty"` // of its texts, where that is another than the page's
}

// questionGroup is a group of a bank.
type questionGroup struct {
	Bank  int    `json:"bank"` // place in Banks
	Title string `json:"title"`
}

// questionTable gathers the questions that a language's readers have. One that is yet without
// an id can't be kept, shared or drawn, and is left out.
func (h *Handbook) questionTable(lang string) *questionTable {
	t := &questionTable{Version: 1, Lang: lang, Banks: []questionBank{}, Groups: []questionGroup{}, Tags: [][]string{},
		IDs: []string{}, Texts: []string{}, Group: []int{}, Phases: []string{}, Depths: []string{},
		Tagged: map[int][]int{}, Notes: map[int][]string{}, Care: []int{}}
	tags := map[string]int{}
	for _, p := range h.Pages {
		if p.Kind != site.KindQuestions || p.Lang != lang {
			continue
		}
		bank := questionBank{ID: p.ID, Title: cmp.Or(p.Short, p.Title), URL: p.URL}
		if p.Fallback() {
			bank.Lang = p.TextLang
		}
		t.Banks = append(t.Banks, bank)
		for _, g := range h.doc(p).Questions {
			t.Groups = append(t.Groups, questionGroup{len(t.Banks) - 1, g.Title})
			for _, q := range g.Questions {
				if q.ID != "" {
					h.addQuestion(t, q, tags)
				}
			}
		}
	}
	return t
}

// addQuestion adds a question to the group added last.
func (h *Handbook) addQuestion(t *questionTable, q site.Question, tags map[string]int) {
	at := len(t.IDs)
	t.IDs, t.Texts, t.Group = append(t.IDs, q.ID), append(t.Texts, q.Text), append(t.Group, len(t.Groups)-1)
	t.Phases, t.Depths = append(t.Phases, q.Phase), append(t.Depths, q.Depth)
	for _, token := range q.Tags {
		number, known := tags[token]
		if !known {
			number = len(t.Tags)
			tags[token] = number
			t.Tags = append(t.Tags, []string{token, h.wordings[t.Lang].Text(h.Config.Tags.Name(token, t.Lang))})
		}
		t.Tagged[at] = append(t.Tagged[at], number)
	}
	if note := paragraphs(h.forAll(q.Note)); len(note) > 0 { // it is laid on the table, before everybody
		t.Notes[at] = note
	}
	if q.Care {
		t.Care = append(t.Care, at)
	}
}

// paragraphs are the blocks of a text as plain lines.
func paragraphs(text string) []string {
	var lines []string
	for _, line := range strings.Split(site.Plain(blockEnd.Replace(text)), "\x00") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// blockEnd parts the blocks that a note may hold.
var blockEnd = strings.NewReplacer("</p>", "\x00", "</li>", "\x00", "</summary>", "\x00", "</h3>", "\x00", "</h4>", "\x00", "<br>", " ")

// banked is a question of a bank and the bank it stands in.
type banked struct {
	bank     *site.Page
	question *site.Question
}

// bankedIn finds the questions of a language's banks by their ids. The first of those with
// the same id is meant; that there are two is said of the banks.
func (h *Handbook) bankedIn(lang string) map[string]banked {
	h.banked.mu.Lock()
	defer h.banked.mu.Unlock()
	all := h.banked.all[lang]
	if all != nil {
		return all
	}
	all = map[string]banked{}
	for _, p := range h.Pages {
		if p.Kind != site.KindQuestions || p.Lang != lang {
			continue
		}
		for _, q := range flat(h.doc(p)) {
			if _, taken := all[q.ID]; q.ID != "" && !taken {
				all[q.ID] = banked{p, &q}
			}
		}
	}
	if h.banked.all == nil {
		h.banked.all = map[string]map[string]banked{}
	}
	h.banked.all[lang] = all
	return all
}
