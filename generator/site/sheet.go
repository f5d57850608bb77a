package site

// Sheet is what a page tells its scripts of a worksheet. It is written into the page
// as JSON and read by static/app/workbook/types.ts, which has the same names; what is
// empty is left out.
type Sheet struct {
	ID       string       `json:"id"`
	Formerly []string     `json:"formerly,omitempty"` // earlier page ids
	Rev      string       `json:"rev"`                // the version of the fields
	Title    string       `json:"title"`
	URL      string       `json:"url"`           // as seen from the page that tells it
	Storage  string       `json:"storage"`       // the stricter of the site's and the sheet's
	Keep     int          `json:"keep"`          // months; 0 for always
	Own      bool         `json:"own,omitempty"` // no worksheet: what a page of the handbook keeps in the shape of one
	Fields   []SheetField `json:"fields"`
}

// SheetField is a field of a Sheet. All its texts are plain.
type SheetField struct {
	ID       string        `json:"id"`
	Type     AnswerType    `json:"type"`
	Label    string        `json:"label"`
	Lines    int           `json:"lines,omitempty"`
	From     int           `json:"from,omitempty"`
	To       int           `json:"to,omitempty"`
	Left     string        `json:"left,omitempty"`
	Right    string        `json:"right,omitempty"`
	Options  []SheetChoice `json:"options,omitempty"`
	Columns  []SheetChoice `json:"columns,omitempty"`
	Points   []int         `json:"points,omitempty"`
	Of       []string      `json:"of,omitempty"`
	Bring    []string      `json:"bring,omitempty"`
	Carry    bool          `json:"carry,omitempty"`
	Formerly []string      `json:"formerly,omitempty"`
}

// SheetChoice is an option or a column.
type SheetChoice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// SheetSite is what a page tells its scripts of the handbook it belongs to.
type SheetSite struct {
	ID       string   `json:"id"`
	Formerly []string `json:"formerly,omitempty"` // earlier site ids
	Title    string   `json:"title"`
	Lang     string   `json:"lang"` // of the page
	Storage  string   `json:"storage"`
	Keep     int      `json:"keep"`
	Workbook string   `json:"workbook"` // the address of My workbook as seen from the page
}

// Bench is all that a page tells the scripts of worksheets: the sheet it shows, or
// every sheet there is.
type Bench struct {
	Site   SheetSite `json:"site"`
	Sheet  *Sheet    `json:"sheet,omitempty"`
	Sheets []Sheet   `json:"sheets,omitempty"`
	Kit    *Kit      `json:"kit,omitempty"`
}

// KitSheet is the id of the sheet that sessions of the session kit are kept as.
const KitSheet = "session-kit"

// KeptSheet is the id of the sheet that favourite questions are kept as.
const KeptSheet = "questions-kept"
