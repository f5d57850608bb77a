// Package content turns what an author writes about a handbook and its pages into
// typed values: site.toml, the front matter of a page, and the interface's own
// texts. It is strict (an unknown key, a wrong type or a word outside its
// vocabulary is an error) and reports every mistake it can find at once, each with
// its file, line and column.
//
// # Front matter
//
// A page begins with its front matter, TOML between two lines of three plus signs:
//
//	+++
//	title = "Lytt"
//	summary = "Slik gir du den andre tid til å tenke høyt."
//	tags = ["samtale", "tillit"]
//	+++
//
//	Her begynner teksten.
//
// All pages may have title (required), short, summary, id, order, tags, kind,
// formerly, aliases, updated, owner, reviewed, review_after, draft, search and next; search
// is a list of words that readers look for the page with and that it does not use.
// review_after is the day until which the review holds: once it has passed, "kollega list
// --due" names the page and readers are told. All but a front page may have edition, the
// word for those who alone get the page: "deltaker" or "øktleder" in Norwegian,
// "participant" or "facilitator" in English; of a section it holds for all that lies in
// it. mode = "merge" lays the page over the one of the same name below it. The rest
// follows from the page's kind, which is what its section says or the page's own "kind":
//
//	strategy   activities questions worksheets strategies
//	activity   minutes people level phase family materials setting needs, and the four
//	           relations
//	session    minutes people level phase materials roles, and the four relations
//	questions  phase, and the four relations
//	worksheet  minutes people phase storage keep_months, and the four relations
//	example    workplace, and the four relations
//	path       minutes level steps, and the four relations
//	guide      minutes, and the four relations
//	front      steps, and the four relations
//
// The four relations (strategies, activities, questions, worksheets) and next and
// steps are lists of page ids. minutes and people are ranges, [20, 30], or one
// whole number. level, phase, family, setting, roles, storage, edition and kind are words of the
// page's language, and are turned into the tokens of [site.Vocabulary]; phase and setting
// are lists of them. needs is a list of what [needs] in site.toml has, the foremost first;
// keep_months is a whole number. A section's "kind" is the kind of the pages in it.
//
// # site.toml
//
// What the handbook as a whole is: its keys are explained in the bundled file
// itself. An organisation's file lies over it: a key it states replaces the one
// below, and the tables [titles], [theme], [features], [navigation], [tags],
// [needs], [care] and [workbook] are merged key by key. Two keys carry others with them: a new title makes the [titles]
// below it void, since they translate another name, and a new id likewise makes
// the formerly below it void. base is never inherited. Files that [theme] names are
// looked for, and its colours measured, by the assets package.
//
// # Texts
//
// layouts/texts.toml has a table for every text of the interface, ["search.title"],
// with the languages as keys. The bottom file must have nb, nn and en of each; the
// files over it may change any of them, add a language, or add a text of their own.
//
// # Broken files
//
// A file that is not TOML is read as far as possible: the entry with the mistake
// is reported and left out, and the rest is read again. What a mistake makes
// unknown is not reported as missing.
package content

// File is a file of the source.
type File struct {
	Name string // as it is shown in messages
	Data []byte
}
