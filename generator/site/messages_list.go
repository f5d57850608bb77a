package site

// listMessages are the words of the list of pages.
var listMessages = catalogue{
	"list-columns": {
		nb: "id, språk, fil, slag, tittel, ansvarlig, gjennomgått, gjelder til, tilstand",
		nn: "id, språk, fil, slag, tittel, ansvarleg, gjennomgått, gjeld til, tilstand",
		en: "id, language, file, kind, title, owner, reviewed, holds until, state",
	},
	"list-none": {
		nb: "Ingen sider passer til det du spurte etter",
		nn: "Ingen sider passar til det du spurde etter",
		en: "No pages match what you asked for",
	},
	"list-none-due": {
		nb: "Ingen sider trenger gjennomgang per %[1]s",
		nn: "Ingen sider treng gjennomgang per %[1]s",
		en: "No pages are due for review as of %[1]s",
	},
	"list-broken": {
		nb: "noe er galt med håndboka, så lista kan mangle sider. «kollega check» sier hva",
		nn: "noko er gale med handboka, så lista kan mangle sider. «kollega check» seier kva",
		en: "something is wrong with the handbook, so the list may lack pages. “kollega check” says what",
	},

	"list-draft":      {nb: "utkast", nn: "utkast", en: "draft"},
	"list-due":        {nb: "må gjennomgås", nn: "må gjennomgåast", en: "due for review"},
	"list-orphan":     {nb: "ingen fører hit", nn: "ingen fører hit", en: "nothing leads here"},
	"list-lacks":      {nb: "mangler", nn: "manglar", en: "lacks"},
	"list-overridden": {nb: "erstatter vår", nn: "erstattar vår", en: "replaces ours"},
	"list-unfilled": {
		nb: "ikke fylt ut: %[1]d klammer, den første på linje %[2]d",
		nn: "ikkje fylt ut: %[1]d klammer, den første på linje %[2]d",
		en: "not filled in: %[1]d brackets, the first on line %[2]d",
	},
	"list-unwritten": {nb: "ikke skrevet om", nn: "ikkje skriven om", en: "not yet written"},
	"list-left": {
		nb: "sider som ikke er skrevet ferdig: %[1]d. «kollega list --unfinished» sier hvilke",
		nn: "sider som ikkje er skrivne ferdig: %[1]d. «kollega list --unfinished» seier kva for nokre",
		en: "pages that are not finished: %[1]d. “kollega list --unfinished” says which",
	},

	"list-front":     {nb: "forside", nn: "framside", en: "front page"},
	"list-section":   {nb: "del", nn: "del", en: "section"},
	"list-strategy":  {nb: "strategi", nn: "strategi", en: "strategy"},
	"list-activity":  {nb: "aktivitet", nn: "aktivitet", en: "activity"},
	"list-session":   {nb: "økt", nn: "økt", en: "session"},
	"list-questions": {nb: "spørsmålsbank", nn: "spørsmålsbank", en: "question bank"},
	"list-worksheet": {nb: "arbeidsark", nn: "arbeidsark", en: "worksheet"},
	"list-example":   {nb: "eksempel", nn: "døme", en: "example"},
	"list-path":      {nb: "læringsløp", nn: "læringsløp", en: "learning path"},
	"list-guide":     {nb: "guide", nn: "guide", en: "guide"},
	"list-glossary":  {nb: "ordliste", nn: "ordliste", en: "glossary"},
	"list-resources": {nb: "ressurser", nn: "ressursar", en: "resources"},
}
