package layout

import "kollega/generator/site"

// Finder is what a section's activities can be chosen by.
type Finder struct {
	Data   string // address of the file with all activities of the language
	Folder string // where the section's own lie: "aktiviteter/"
	Total  int
	Needs  []Need
	Groups []Choice
}

// Need is a purpose and the activities that are for it, the best first.
type Need struct {
	Token string
	Name  string
	Pages []*site.Page // the first of them
	More  int          // how many others there are
}

// Choice is a group of values of which one, or several, can be chosen.
type Choice struct {
	Name    string // in an address: "level"
	Legend  string
	Many    bool
	Options []Option
}

// Option is a value and what it is called.
type Option struct{ Token, Name string }

// Setting and Need are words of front matter in the page's language.
func (v *View) Setting(token string) string { return v.own(site.Settings.Name(token, v.Page.Lang)) }
func (v *View) Need(token string) string    { return v.own(v.Site.Needs.Name(token, v.Page.Lang)) }

// Chooser is the address of the overview that the page lies in, where activities are chosen;
// "" where there is none.
func (v *View) Chooser() string {
	if v.SeenFrom != "" {
		return "" // a print, where nothing can be chosen
	}
	if s := v.Page.Parent; s != nil && s.Kind == site.KindSection && s.Front.Kind == site.KindActivity {
		return v.Href(s)
	}
	return ""
}

// AddToKit is the address of the session kit with the page to be put into it, "" where there
// is no kit.
func (v *View) AddToKit() string {
	if v.Kit == "" {
		return ""
	}
	return v.To(v.Kit) + "#add=" + v.Page.ID
}
