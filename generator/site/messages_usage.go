package site

// usageMessages are what is said of a command line that can't be understood.
var usageMessages = catalogue{
	"usage-hint": {
		nb: "«kollega help» viser alle kommandoene",
		nn: "«kollega help» viser alle kommandoane",
		en: "“kollega help” lists the commands",
	},
	"usage-hint-command": {
		nb: "«kollega help %[1]s» viser hvordan kommandoen brukes",
		nn: "«kollega help %[1]s» viser korleis kommandoen blir brukt",
		en: "“kollega help %[1]s” shows how the command is used",
	},
	"usage-command": {
		nb: "«%[1]s» er ikke en kommando%[2]v",
		nn: "«%[1]s» er ikkje ein kommando%[2]v",
		en: "“%[1]s” is not a command%[2]v",
	},
	"usage-flag": {
		nb: "%[2]s har ikke noe valg som heter --%[1]s%[3]v",
		nn: "%[2]s har ikkje noko val som heiter --%[1]s%[3]v",
		en: "%[2]s has no flag called --%[1]s%[3]v",
	},
	"usage-flag-value": {
		nb: "det mangler noe etter --%[1]s: skriv verdien rett etter, med et mellomrom foran",
		nn: "det manglar noko etter --%[1]s: skriv verdien rett etter, med eit mellomrom framfor",
		en: "something is missing after --%[1]s: write the value right after it, with a space before",
	},
	"usage-extra": {
		nb: "«%[1]s» er ett ord for mye etter kollega %[2]s. Er det mappa med håndboka, skriver du: kollega %[2]s -s \"%[1]s\"",
		nn: "«%[1]s» er eitt ord for mykje etter kollega %[2]s. Er det mappa med handboka, skriv du: kollega %[2]s -s \"%[1]s\"",
		en: "“%[1]s” is one word too many after kollega %[2]s. If it is the handbook's folder, write: kollega %[2]s -s \"%[1]s\"",
	},
	"usage-new": {
		nb: "skriv hva slags side det er, og tittelen i anførselstegn: kollega new %[1]s \"%[2]s\"",
		nn: "skriv kva slags side det er, og tittelen i hermeteikn: kollega new %[1]s \"%[2]s\"",
		en: "write what kind of page it is, and its title in quotation marks: kollega new %[1]s \"%[2]s\"",
	},
	"usage-new-title": {nb: "Tittelen på siden", nn: "Tittelen på sida", en: "The title of the page"},
	"usage-new-many": {
		nb: "tittelen er på flere ord. Sett anførselstegn rundt den: kollega new %[1]s \"%[2]s\"",
		nn: "tittelen er på fleire ord. Set hermeteikn rundt han: kollega new %[1]s \"%[2]s\"",
		en: "the title has several words. Put quotation marks around it: kollega new %[1]s \"%[2]s\"",
	},
	"usage-page": {
		nb: "skriv hvilken side det gjelder, med adressen eller id-en: kollega %[1]s strategier/lytt",
		nn: "skriv kva side det gjeld, med adressa eller id-en: kollega %[1]s strategiar/lytt",
		en: "write which page it is about, by its address or its id: kollega %[1]s strategies/listen",
	},
	"usage-page-many": {
		nb: "kollega %[1]s tar én side om gangen. Skriv først: kollega %[1]s %[2]s",
		nn: "kollega %[1]s tek éi side om gongen. Skriv først: kollega %[1]s %[2]s",
		en: "kollega %[1]s takes one page at a time. Write first: kollega %[1]s %[2]s",
	},
	"usage-accept": {
		nb: "skriv hvilken side du har sett på: kollega accept strategier/lytt. Har du sett på alle, skriver du: kollega accept --all",
		nn: "skriv kva side du har sett på: kollega accept strategiar/lytt. Har du sett på alle, skriv du: kollega accept --all",
		en: "write which page you have looked at: kollega accept strategies/listen. If you have looked at all of them, write: kollega accept --all",
	},
	"usage-accept-both": {
		nb: "skriv enten en side eller --all, ikke begge",
		nn: "skriv anten ei side eller --all, ikkje begge",
		en: "write either a page or --all, not both",
	},
	"usage-init": {
		nb: "skriv navnet på mappa håndboka skal ligge i: kollega init vår-håndbok. Skal den ligge i mappa du står i, skriver du et punktum: kollega init .",
		nn: "skriv namnet på mappa handboka skal ligge i: kollega init vår-handbok. Skal ho ligge i mappa du står i, skriv du eit punktum: kollega init .",
		en: "write the name of the folder the handbook is to lie in: kollega init our-handbook. For the folder you are in, write a full stop: kollega init .",
	},
	"usage-init-many": {
		nb: "navnet på mappa er på flere ord. Sett anførselstegn rundt det: kollega init \"%[1]s\"",
		nn: "namnet på mappa er på fleire ord. Set hermeteikn rundt det: kollega init \"%[1]s\"",
		en: "the name of the folder has several words. Put quotation marks around it: kollega init \"%[1]s\"",
	},
	"usage-trust": {
		nb: "--trust brukes bare sammen med --from, når en håndbok tas inn fra en zip",
		nn: "--trust blir berre brukt saman med --from, når ei handbok blir teken inn frå ein zip",
		en: "--trust is about a handbook taken in with --from",
	},
	"usage-from": {
		nb: "--%[1]s og --from kan ikke brukes sammen: en håndbok som tas inn, har sitt eget. Ta bort --%[1]s",
		nn: "--%[1]s og --from kan ikkje brukast saman: ei handbok som blir teken inn, har sitt eige. Ta bort --%[1]s",
		en: "--%[1]s and --from can't be used together: a handbook that is taken in has its own. Leave out --%[1]s",
	},
	"usage-statement": {
		nb: "skriv hvilken side du vil ha: kollega statement personvern eller kollega statement tilgjengelighet",
		nn: "skriv kva side du vil ha: kollega statement personvern eller kollega statement tilgjenge",
		en: "write which page you want: kollega statement privacy or kollega statement accessibility",
	},
	"usage-list-both": {
		nb: "--json og --csv er to måter å skrive samme liste på: velg én",
		nn: "--json og --csv er to måtar å skrive same liste på: vel éin",
		en: "--json and --csv are two ways to write one list: choose one",
	},
	"usage-day": {
		nb: "--on %[1]s er ingen dag: skriv den som 2026-12-01",
		nn: "--on %[1]s er ingen dag: skriv han som 2026-12-01",
		en: "--on %[1]s is no day: write it like 2026-12-01",
	},
	"source-missing": {
		nb: "mappa finnes ikke. Se etter en skrivefeil",
		nn: "mappa finst ikkje. Sjå etter ein skrivefeil",
		en: "there is no such folder. Look for a spelling mistake",
	},
}
