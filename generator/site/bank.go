package site

// Bank is what a page of questions, or the section of all such pages, tells its script
// besides the Bench. It is written into the page as JSON and read by static/app/bank/view.ts,
// which has the same names.
type Bank struct {
	Data   string      `json:"data,omitempty"` // the file with all questions, as seen from the page; "" where they stand on the page
	Root   string      `json:"root"`           // the way from the page to the site's root
	Title  string      `json:"title"`
	Lang   string      `json:"lang,omitempty"` // of the questions on the page, where that is another than the page's
	Phases [][2]string `json:"phases"`         // tokens and names, in their order
	Depths [][2]string `json:"depths"`
	Tags   [][2]string `json:"tags"` // those of the questions on the page
}
