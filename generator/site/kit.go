package site

// Kit is what the page of the session kit tells its scripts besides its sheet. It is read
// by static/app/kit/items.ts, which has the same names; what is empty is left out.
// Addresses are as seen from the page.
type Kit struct {
	Root       string    `json:"root"`       // of the site: the data files' addresses are seen from there
	Questions  string    `json:"questions"`  // the file with all questions
	Activities string    `json:"activities"` // the file with all activities
	Pieces     string    `json:"pieces"`     // what the address of a page's piece begins with
	Pages      []KitPage `json:"pages"`      // worksheets and ready-made sessions

	// Former are the ids that pages of any kind had before, with the ones they have now: what
	// a reader has put together goes by those it was made with.
	Former map[string]string `json:"former,omitempty"`

	Roles []SheetChoice `json:"roles"`
}

// KitPage is a page that a session can be made of. All its texts are plain.
type KitPage struct {
	ID        string     `json:"id"`
	Kind      Kind       `json:"kind"`
	Title     string     `json:"title"`
	Lang      string     `json:"lang,omitempty"` // of its texts, where that is another than the page's
	URL       string     `json:"url"`
	Minutes   []int      `json:"minutes,omitempty"` // least and most
	People    []int      `json:"people,omitempty"`
	Materials []string   `json:"materials,omitempty"`
	Roles     []string   `json:"roles,omitempty"` // tokens
	Blocks    []KitBlock `json:"blocks,omitempty"`
}

// KitBlock is a part of a ready-made session.
type KitBlock struct {
	Title   string   `json:"title"`
	Minutes int      `json:"minutes,omitempty"`
	Uses    []string `json:"uses,omitempty"`  // page ids and questions: win-round, q.lead-keep
	Pause   bool     `json:"pause,omitempty"` // nothing happens in it
}
