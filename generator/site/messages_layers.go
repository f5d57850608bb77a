package site

// layersMessages are what can be wrong where an organisation's pages are laid over the
// handbook's own.
var layersMessages = catalogue{
	"merge-original": {
		nb: "mode = \"merge\" legger siden oppå en av våre, men ingen side ligger på samme sted%[1]v. Stå på samme sted som originalen, eller ta bort linja hvis dette er en ny side",
		nn: "mode = \"merge\" legg sida oppå ei av våre, men inga side ligg på same stad%[1]v. Stå på same stad som originalen, eller ta bort linja om dette er ei ny side",
		en: "mode = \"merge\" lays the page over one of ours, but no page lies in the same place%[1]v. Put it where the original lies, or take the line away if this is a new page",
	},
	"merge-section": {
		nb: "originalen har ingen del med overskriften «%[1]s»%[2]v. Er den borte i en ny utgave, finner du den nye med kollega diff. Er delen din egen, må du si hvor den skal stå: {etter=\"en overskrift\"}, {først} eller {sist}",
		nn: "originalen har ingen del med overskrifta «%[1]s»%[2]v. Er ho borte i ei ny utgåve, finn du den nye med kollega diff. Er delen din eigen, må du seie kvar han skal stå: {etter=\"ei overskrift\"}, {fyrst} eller {sist}",
		en: "the original has no section with the heading “%[1]s”%[2]v. If it is gone in a new release, kollega diff shows what is there now. If the section is your own, say where it belongs: {after=\"a heading\"}, {first} or {last}",
	},
	"merge-two": {
		nb: "originalen har flere deler med overskriften «%[1]s» (linje %[2]s). Si hvilken du mener med id-en lenkene bruker: {#id}",
		nn: "originalen har fleire delar med overskrifta «%[1]s» (linje %[2]s). Sei kva for ein du meiner med id-en lenkjene bruker: {#id}",
		en: "the original has more than one section with the heading “%[1]s” (lines %[2]s). Say which you mean by the id that links use: {#id}",
	},
	"merge-repeat": {
		nb: "delen «%[1]s» er alt byttet ut eller lagt til lenger opp. Samle det som gjelder den, under én overskrift",
		nn: "delen «%[1]s» er alt bytt ut eller lagd til lenger oppe. Samle det som gjeld han, under éi overskrift",
		en: "the section “%[1]s” has already been replaced or added to further up. Gather what concerns it under one heading",
	},
	"merge-place": {
		nb: "delen skal stå ved «%[1]s», men siden har ingen slik overskrift%[2]v",
		nn: "delen skal stå ved «%[1]s», men sida har inga slik overskrift%[2]v",
		en: "the section belongs beside “%[1]s”, but the page has no such heading%[2]v",
	},
	"merge-piece": {
		nb: "det er ikke noe spørsmål eller felt med id-en «%[1]s» under «%[2]s» i originalen%[3]v",
		nn: "det er ikkje noko spørsmål eller felt med id-en «%[1]s» under «%[2]s» i originalen%[3]v",
		en: "there is no question or field with the id “%[1]s” under “%[2]s” in the original%[3]v",
	},
	"merge-nameless": {
		nb: "det som skal fjernes, må sies med id: {fjern =id-en til spørsmålet}",
		nn: "det som skal fjernast, må seiast med id: {fjern =id-en til spørsmålet}",
		en: "what is to be removed must be named by its id: {remove =the question's id}",
	},
	"merge-removed": {
		nb: "overskriften «%[1]s» tar delen bort, så denne teksten kommer ingen steder. Ta bort teksten, eller {fjern} om den skal erstatte originalen",
		nn: "overskrifta «%[1]s» tek delen bort, så denne teksten kjem ingen stader. Ta bort teksten, eller {fjern} om han skal erstatte originalen",
		en: "the heading “%[1]s” takes the section away, so this text goes nowhere. Take the text away, or {remove} if it is to replace the original",
	},
	"merge-open": {
		nb: "her begynner en kommentar (<!--) eller kode (```) som ikke slutter, så ingen overskrift etter den gjelder. Avslutt med --> eller ```",
		nn: "her byrjar ein kommentar (<!--) eller kode (```) som ikkje sluttar, så inga overskrift etter han gjeld. Avslutt med --> eller ```",
		en: "a comment (<!--) or code (```) begins here and never ends, so no heading after it counts. End it with --> or ```",
	},
	"hide-page": {
		nb: "hide nevner «%[1]s», men ingen side har den id-en%[2]v. Er siden borte i en ny utgave, kan ordet tas bort her",
		nn: "hide nemner «%[1]s», men inga side har den id-en%[2]v. Er sida borte i ei ny utgåve, kan ordet takast bort her",
		en: "hide names “%[1]s”, but no page has that id%[2]v. If the page is gone in a new release, the word can be taken away here",
	},
	"hide-section": {
		nb: "hide nevner «%[1]s», men siden har ingen del med id-en «%[2]s»%[3]v. Bare deler med overskrift av andre nivå (##) kan skjules",
		nn: "hide nemner «%[1]s», men sida har ingen del med id-en «%[2]s»%[3]v. Berre delar med overskrift av andre nivå (##) kan gøymast",
		en: "hide names “%[1]s”, but the page has no section with the id “%[2]s”%[3]v. Only sections with a heading of the second level (##) can be hidden",
	},
	"hide-front": {
		nb: "forsiden kan ikke skjules. Lag heller deres egen: content/%[1]s/_index.md",
		nn: "framsida kan ikkje gøymast. Lag heller dykkar eiga: content/%[1]s/_index.md",
		en: "the front page can't be hidden. Make your own instead: content/%[1]s/_index.md",
	},
	"link-hidden": {
		nb: "lenka leder til «%[1]s», som dere har skjult, så ordene står uten lenke. Se etter at setningen gir mening uten den",
		nn: "lenkja leier til «%[1]s», som de har gøymt, så orda står utan lenkje. Sjå etter at setninga gir meining utan ho",
		en: "the link leads to “%[1]s”, which you have hidden, so its words stand without a link. See that the sentence makes sense without it",
	},
	"merge-word": {
		nb: "«%[1]s» betyr ingenting etter en overskrift her%[2]v. Det kan stå {legg-til}, {fjern}, {etter=\"en overskrift\"}, {før=\"en overskrift\"}, {først} og {sist}",
		nn: "«%[1]s» betyr ingenting etter ei overskrift her%[2]v. Det kan stå {legg-til}, {fjern}, {etter=\"ei overskrift\"}, {før=\"ei overskrift\"}, {fyrst} og {sist}",
		en: "“%[1]s” means nothing after a heading here%[2]v. There may be {add}, {remove}, {after=\"a heading\"}, {before=\"a heading\"}, {first} and {last}",
	},
	"title-merge": {
		nb: "sida mangler tittel. Den ligger oppå en av våre: skal den bare endre noe i den, skriv mode = \"merge\" mellom linjene med +++. Skal den stå i stedet, skriv title = \"…\"",
		nn: "sida manglar tittel. Ho ligg oppå ei av våre: skal ho berre endre noko i den, skriv mode = \"merge\" mellom linjene med +++. Skal ho stå i staden, skriv title = \"…\"",
		en: "the page has no title. It lies over one of ours: if it is only to change something in that one, write mode = \"merge\" between the lines of +++. If it is to stand in its place, write title = \"…\"",
	},
}
