package site

// Say is a sentence of the command in a language; its code and arguments are those
// of a message.
func Say(lang string, code Code, args ...any) string {
	return Problem{Code: code, Args: args}.Text(lang)
}

// commandMessages are what the command says of its own work.
var commandMessages = catalogue{
	"command-read":       {nb: "lest: %[1]d sider på %[2]d språk", nn: "lese: %[1]d sider på %[2]d språk", en: "read: %[1]d pages in %[2]d languages"},
	"command-converting": {nb: "omformer", nn: "formar om", en: "converting"},
	"command-converted":  {nb: "omformet og kontrollert: %[1]d sider", nn: "forma om og kontrollert: %[1]d sider", en: "converted and checked: %[1]d pages"},
	"command-writing":    {nb: "skriver", nn: "skriv", en: "writing"},
	"command-written": {
		nb: "skrevet til %[1]s: %[2]d filer, %[3]s, %.2[4]f s",
		nn: "skrive til %[1]s: %[2]d filer, %[3]s, %.2[4]f s",
		en: "written to %[1]s: %[2]d files, %[3]s, %.2[4]f s",
	},
	"command-changes": {
		nb: "  nye eller endret: %[1]d, som før: %[2]d, fjernet: %[3]d",
		nn: "  nye eller endra: %[1]d, som før: %[2]d, fjerna: %[3]d",
		en: "  new or changed: %[1]d, as before: %[2]d, removed: %[3]d",
	},
	"command-interrupted": {
		nb: "avbrutt. Den gamle håndboka er urørt",
		nn: "avbroten. Den gamle handboka er urørt",
		en: "interrupted. The old handbook is untouched",
	},
	"command-pages":    {nb: "  %[1]s: %[2]s", nn: "  %[1]s: %[2]s", en: "  %[1]s: %[2]s"},
	"command-fallback": {nb: "  %[1]s: ingen egne sider, vises på %[2]s", nn: "  %[1]s: ingen eigne sider, blir vist på %[2]s", en: "  %[1]s: no pages of its own, shown in %[2]s"},
	"command-warning":  {nb: "(advarsel)", nn: "(åtvaring)", en: "(warning)"},
	"command-warnings": {nb: "advarsler: %[1]d", nn: "åtvaringar: %[1]d", en: "warnings: %[1]d"},
	"command-stopped": {
		nb: "feil: %[1]d, advarsler: %[2]d. Ingenting er skrevet",
		nn: "feil: %[1]d, åtvaringar: %[2]d. Ingenting er skrive",
		en: "errors: %[1]d, warnings: %[2]d. Nothing has been written",
	},
	"command-left": {
		nb: "igjen å rette: feil: %[1]d, advarsler: %[2]d",
		nn: "att å rette: feil: %[1]d, åtvaringar: %[2]d",
		en: "left to correct: errors: %[1]d, warnings: %[2]d",
	},
	"command-fixed": {
		nb: "%[1]s: skrev %[2]d id-er: %[3]s",
		nn: "%[1]s: skreiv %[2]d id-ar: %[3]s",
		en: "%[1]s: wrote %[2]d ids: %[3]s",
	},
	"command-fixed-none": {nb: "ingen id-er mangler", nn: "ingen id-ar manglar", en: "no ids are missing"},
	"command-locked": {
		nb: "%[1]s: %[2]d nye eller endrede linjer",
		nn: "%[1]s: %[2]d nye eller endra linjer",
		en: "%[1]s: %[2]d new or changed lines",
	},
	"command-locked-none": {nb: "%[1]s er ajour", nn: "%[1]s er ajour", en: "%[1]s is up to date"},
	"command-lock-readonly": {
		nb: "%[1]s er ikke skrevet, fordi mappa ikke kan skrives i. Kjør «kollega lock» et sted der den kan det",
		nn: "%[1]s er ikkje skriven, fordi mappa ikkje kan skrivast i. Køyr «kollega lock» ein stad der ho kan det",
		en: "%[1]s has not been written, because the folder can't be written to. Run “kollega lock” where it can",
	},
	"command-bundled": {
		nb: "her er ingen håndbok av din egen å skrive i. Gå til mappa med site.toml, eller oppgi den med -s",
		nn: "her er inga handbok av di eiga å skrive i. Gå til mappa med site.toml, eller oppgi ho med -s",
		en: "there is no handbook of your own to write to here. Go to the folder with site.toml, or name it with -s",
	},
	"command-fixes": {
		nb: "«kollega check --fix» skriver den inn",
		nn: "«kollega check --fix» skriv han inn",
		en: "“kollega check --fix” writes it in",
	},
	"command-showcase": {
		nb: "Det er ingen egen håndbok her (mappa har ingen site.toml), så dette er den som følger med Kollega. Lag deres egen her med «kollega init .», eller oppgi mappa med -s",
		nn: "Det er inga eiga handbok her (mappa har ingen site.toml), så dette er den som følgjer med Kollega. Lag dykkar eiga her med «kollega init .», eller oppgi mappa med -s",
		en: "There is no handbook of one's own here (the folder has no site.toml), so this is the one that comes with Kollega. Make your own here with “kollega init .”, or name its folder with -s",
	},
	"command-fine": {nb: "ingen feil", nn: "ingen feil", en: "no errors"},

	"count-front":     {nb: "forside", nn: "framside", en: "front page"},
	"count-section":   {nb: "deler", nn: "delar", en: "sections"},
	"count-strategy":  {nb: "strategier", nn: "strategiar", en: "strategies"},
	"count-activity":  {nb: "aktiviteter", nn: "aktivitetar", en: "activities"},
	"count-session":   {nb: "økter", nn: "økter", en: "sessions"},
	"count-questions": {nb: "spørsmålsbanker", nn: "spørsmålsbankar", en: "question banks"},
	"count-worksheet": {nb: "arbeidsark", nn: "arbeidsark", en: "worksheets"},
	"count-example":   {nb: "eksempler", nn: "døme", en: "examples"},
	"count-path":      {nb: "læringsløp", nn: "læringsløp", en: "learning paths"},
	"count-guide":     {nb: "guider", nn: "guidar", en: "guides"},
	"count-glossary":  {nb: "ordliste", nn: "ordliste", en: "glossary"},
	"count-resources": {nb: "ressurser", nn: "ressursar", en: "resources"},
}
