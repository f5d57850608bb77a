// Package generator turns a handbook's source into a finished site: a file system
// that maps to a file system.
//
// # The source
//
//	site.toml                          what the handbook is called, its languages, its look
//	content/<language>/<dir>/<name>.md its pages
//	layouts/                           templates, icons and the interface's own words
//	static/                            styles, scripts, fonts and files published as they are
//
// Where a file lies says what it is. content/nb/strategier/lytt.md becomes
// strategier/lytt.html; the default language stands at the root of the site and
// the others under their tags (en/strategies/listen.html). A directory is a
// section, its _index.md the section's own page, and the _index.md of a language
// its front page. A file or directory whose name begins with "_" or "." is not
// published; snippets that pages include live in such directories, and in
// content/_models what new pages begin as (generator/start).
//
// Every page has an id. It pairs the page with its translations and is what other
// pages' front matter refers to. A page that does not exist in a language is shown
// there in the default language, with a notice.
//
// Tags are words of the list that site.toml keeps, [tags]. An SVG beside a page that
// says class="drawing" becomes a part of the page (generator/drawing). An example can
// show a worksheet as somebody filled it in, by the ids of its fields (```utfylt
// check-in): the questions are the sheet's own.
//
// # An organisation's looks
//
// [theme] in site.toml takes a logo, a colour, a word each for typeface, corners and
// density, and stylesheets, all of them files of static/. A layout or a file of
// static/style can be replaced whole; a layout that uses a name which is gone is told
// what there is instead.
//
// # Cards
//
// A question bank, and a section of banks or of activities, has a page that sets them as
// cards for paper beside it: konflikt-kort.html, sporsmal/kort.html. A card holds what the
// page says already, so there is nothing to write for it. [theme] paper says which paper
// they are cut from; the reader may choose another.
//
// # Sessions
//
// A ready-made session is a page whose headings with minutes are its parts. A part says
// what it uses by ids: {bruk="win-round q.lead-keep"}, in English {use=…}. What it uses is
// shown as links, put into the session kit by a link, and printed with it, its questions
// as cards to cut out too (session.go, deck.go).
// Readers put sessions of their own together in the kit and keep them as they do a
// worksheet's answers (kit.go). A question is known by its id alone, so no two banks have the
// same one.
//
// # Ids that readers' answers hang on
//
// What a reader writes on a worksheet is saved under ids: the page's, the field's
// (```felt maal), an option's or a column's ({=id}). A question of a bank has one too.
// They must outlive every rewording, and the translations of a page must have the
// same ones, of the same types. What has none is offered one, which "kollega check
// --fix" writes into the page: Handbook.Check gives such a problem a site.Fix.
//
// worksheets.lock, beside site.toml, remembers every id that has been published and
// what it was; its format is described in generator/lock. Check says what is missing
// from it, and a build with such an error is not made:
//
//   - A field that got another id says so: Tidligere: maal. So does one that is
//     answered in another way, since that takes a new id. A page says
//     formerly = ["gammelt-ark"].
//   - What is gone on purpose is taken out with "kollega lock --remove ark#maal". Its
//     line stays, and the id can come back only as what it was.
//   - A page that holds no answers may go with a warning, and a draft is only away.
//     A text that can't be read has lost nothing; its own mistake is said.
//
// Handbook.Relock gives the file as it should be. Only what is published counts: a page
// once for all its languages, a fallback as the page it shows, a draft not at all. A
// page of a layer below that is not in this handbook is not missed, since it may never
// have been: another choice of languages leaves pages out.
//
// # Editions
//
// One source becomes a site for everybody, for participants or for those who lead a
// session: Options.Edition, "kollega build --edition participant". What is for
// facilitators alone is
//
//   - a note in a text, > [!VEILEDER]
//   - a page that says edition = "øktleder", in the words of its language; a section
//     that says so, with all that lies in it; and a section that is left with no page
//
// The site for everybody has all of it, with the notes folded, and on paper only those
// that the reader has opened. Facilitators have the notes open, on paper too, and their
// edition says that it is theirs. Participants have none of it: not a word of it is in
// any file, nor in the name of one. The notes are taken out of the parsed text
// (generator/markdown) and the pages out of the grown tree (edition.go), so nothing that
// is made of either can show them. An edition has the pictures that something in it
// shows, and no others.
//
// What remains is as it was. It has the same addresses and ids in every edition. A link
// to what an edition does not have is words without a link, with a warning; a relation to
// it is dropped. Parts with minutes that stand outside notes stay, since participants
// need the agenda. A page and its translations are for the same readers, or Check says so.
//
// worksheets.lock is of the handbook: Check and Handbook.Relock go by the ids of all
// editions, whichever this one is.
//
// # The way of the data
//
//	h, problems := generator.Open(source, generator.Options{})
//	problems = h.Check(nil)              // converts everything, once
//	page, err := h.ReadFile("strategier/lytt.html")
//
// [Open] reads front matter and decides addresses, order and relations. It
// converts no text but the glossaries'. A page's text is converted when the page
// is first asked for, or by [Handbook.Check], and kept; framing it into a file is
// done anew each time. Nothing here writes to disk, prints, or reads the clock, and
// the same source gives the same bytes in whatever order they are asked for.
//
// Options.Cache holds what was made before (generator/cache): to rebuild is to open the
// source again with it, and gives the same bytes as without.
//
// # What is published
//
// Besides the pages:
//
//   - their images under hashed names, the stylesheets, scripts and fonts, the files of static/
//   - for the handbook, in each language: an A–Å index, the page of search results and the
//     search index, My workbook, the session kit (okt.html, session.html) and 404.html
//   - for paper: a volume of the whole handbook, of each section, path and session
//     (utskrift.html, listen-utskrift.html; volume.go, typeset.go), and cards (deck.go). They
//     stand in no list, no search and no sitemap
//   - for scripts, in assets/: all questions and all activities of a language
//     (questions-nb.js, activities-nb.js) and the pieces of pages that a session can be
//     printed of (piece-nb-win-round.js; data.go)
//   - redirects from aliases, further parts of long sections (side-2.html, page-2.html)
//     and, when the site knows its own address, sitemap.xml
//
// A large section or handbook has no volume in the site: ReadFile makes it for "kollega
// pdf" all the same. No page of an author's may be at an address that is the handbook's own.
//
// All links are relative to the page, so that the same bytes work at a root, under a path
// and from a disk; 404.html alone uses absolute paths, because it is shown at any address.
package generator
