package site

// evaluateMessages are about searching from the command, and how well that goes.
var evaluateMessages = catalogue{
	"search-none": {
		nb: "håndboka har ingen søkeindeks. Bruk en versjon av kollega som lager en",
		nn: "handboka har ingen søkjeindeks. Bruk ein versjon av kollega som lagar ein",
		en: "the handbook has no search index. Use a version of kollega that makes one",
	},
	"search-broken": {
		nb: "søkemotoren starter ikke på språket %[1]s: %[2]s. Det er en feil i programmet eller i et skript som er byttet ut",
		nn: "søkjemotoren startar ikkje på språket %[1]s: %[2]s. Det er ein feil i programmet eller i eit skript som er bytt ut",
		en: "the search engine does not start in the language %[1]s: %[2]s. That is a fault of the program or of a script that was replaced",
	},
	"search-failed": {
		nb: "søket etter «%[1]s» gikk galt: %[2]s. Det er en feil i programmet eller i et skript som er byttet ut",
		nn: "søket etter «%[1]s» gjekk gale: %[2]s. Det er ein feil i programmet eller i eit skript som er bytt ut",
		en: "the search for “%[1]s” went wrong: %[2]s. That is a fault of the program or of a script that was replaced",
	},
	"search-language": {
		nb: "håndboka finnes ikke på språket «%[1]s». Velg et av disse: %[2]s",
		nn: "handboka finst ikkje på språket «%[1]s». Vel eit av desse: %[2]s",
		en: "the handbook is not in the language “%[1]s”. Choose one of these: %[2]s",
	},
	"search-nothing": {nb: "fant ingenting", nn: "fann ingenting", en: "found nothing"},
	"search-instead": {nb: "søkte etter «%[1]s» i stedet", nn: "søkte etter «%[1]s» i staden", en: "searched for “%[1]s” instead"},
	"search-missing": {nb: "finnes ikke i håndboka: %[1]s", nn: "finst ikkje i handboka: %[1]s", en: "nowhere in the handbook: %[1]s"},
	"search-found":   {nb: "sider funnet: %[1]d", nn: "sider funne: %[1]d", en: "pages found: %[1]d"},

	"queries-header": {
		nb: "den første linja må være nøyaktig «%[1]s», med tabulator mellom kolonnene",
		nn: "den første linja må vere nøyaktig «%[1]s», med tabulator mellom kolonnane",
		en: "the first line must be exactly “%[1]s”, with tabs between the columns",
	},
	"queries-columns": {
		nb: "linja har %[1]d kolonner, men skal ha fire: class, language, query og ids, med tabulator mellom. ids kan være tom",
		nn: "linja har %[1]d kolonnar, men skal ha fire: class, language, query og ids, med tabulator mellom. ids kan vere tom",
		en: "the line has %[1]d columns, but must have four: class, language, query and ids, with tabs between. ids may be empty",
	},
	"queries-language": {
		nb: "«%[1]s» er ikke et språk. Skriv nb, nn eller en",
		nn: "«%[1]s» er ikkje eit språk. Skriv nb, nn eller en",
		en: "“%[1]s” is not a language. Write nb, nn or en",
	},
	"queries-empty": {
		nb: "kolonnen %[1]s er tom. Fyll den ut, eller ta bort linja",
		nn: "kolonnen %[1]s er tom. Fyll han ut, eller ta bort linja",
		en: "the column %[1]s is empty. Fill it in, or remove the line",
	},
	"queries-id": {
		nb: "ingen side har id-en «%[1]s» på språket %[2]s%[3]v. Rett den, så den kan bli funnet",
		nn: "inga side har id-en «%[1]s» på språket %[2]s%[3]v. Rett han, så han kan bli funnen",
		en: "no page has the id “%[1]s” in the language %[2]s%[3]v. Correct it, so that it can be found",
	},
	"queries-untold": {
		nb: "håndboka finnes ikke på språket «%[1]s», så %[2]d spørringer er ikke målt. Slå på språket, eller ta dem bort",
		nn: "handboka finst ikkje på språket «%[1]s», så %[2]d spørjingar er ikkje målte. Slå på språket, eller ta dei bort",
		en: "the handbook is not in the language “%[1]s”, so %[2]d queries were not measured. Turn the language on, or remove them",
	},
	"evaluate-searching": {nb: "søker", nn: "søkjer", en: "searching"},
	"evaluate-columns": {
		nb: "klasse\tspråk\tantall\tMRR@10\ttreff blant 3\ttreff blant 10\tingen funn\ttull: antall\ttull: noe funnet",
		nn: "klasse\tspråk\ttal\tMRR@10\ttreff blant 3\ttreff blant 10\tingen funn\ttull: tal\ttull: noko funne",
		en: "class\tlanguage\tqueries\tMRR@10\tsuccess@3\tsuccess@10\tno results\tnonsense\tnonsense found",
	},
	"evaluate-all": {nb: "(alle)", nn: "(alle)", en: "(all)"},
	"evaluate-misses": {
		nb: "ikke blant de tre første: %[1]d",
		nn: "ikkje blant dei tre første: %[1]d",
		en: "not among the first three: %[1]d",
	},
	"evaluate-miss": {
		nb: "  riktig: %[1]s\n  funnet: %[2]s",
		nn: "  rett: %[1]s\n  funne: %[2]s",
		en: "  right: %[1]s\n  found: %[2]s",
	},
	"evaluate-none": {nb: "ingenting", nn: "ingenting", en: "nothing"},
}
