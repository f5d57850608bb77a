package site

// pdfMessages are what pdf says.
var pdfMessages = catalogue{
	"usage-pdf": {
		nb: "skriv hva som skal skrives ut: kollega pdf strategier/lytt. Hele håndboka skriver du ut med kollega pdf --all",
		nn: "skriv kva som skal skrivast ut: kollega pdf strategiar/lytt. Heile handboka skriv du ut med kollega pdf --all",
		en: "write what is to be printed: kollega pdf strategies/listen. The whole handbook is printed by kollega pdf --all",
	},
	"usage-pdf-both": {
		nb: "%[1]s og %[2]s kan ikke brukes sammen: hver av dem sier hva som skal skrives ut. Kjør kommandoen én gang for hver",
		nn: "%[1]s og %[2]s kan ikkje brukast saman: kvar av dei seier kva som skal skrivast ut. Køyr kommandoen éin gong for kvar",
		en: "%[1]s and %[2]s can't be used together: each of them says what to print. Run the command once for each",
	},
	"usage-pdf-needs": {
		nb: "%[1]s gjelder bare sammen med %[2]s",
		nn: "%[1]s gjeld berre saman med %[2]s",
		en: "%[1]s is only for use with %[2]s",
	},
	"usage-pdf-page": {nb: "en side", nn: "ei side", en: "a page"},
	"usage-pdf-value": {
		nb: "%[1]s kan ikke være «%[2]s». Skriv en av disse: %[3]s",
		nn: "%[1]s kan ikkje vere «%[2]s». Skriv ein av desse: %[3]s",
		en: "%[1]s can't be “%[2]s”. Write one of these: %[3]s",
	},
	"pdf-language": {
		nb: "håndboka finnes ikke på %[1]s. Velg et av språkene i site.toml med --language: %[2]s",
		nn: "handboka finst ikkje på %[1]s. Vel eit av språka i site.toml med --language: %[2]s",
		en: "the handbook is not there in %[1]s. Choose one of the languages in site.toml with --language: %[2]s",
	},
	"pdf-unknown": {
		nb: "håndboka har ingen side som heter «%[1]s»%[2]v. Skriv adressen, id-en eller fila til siden",
		nn: "handboka har inga side som heiter «%[1]s»%[2]v. Skriv adressa, id-en eller fila til sida",
		en: "the handbook has no page called “%[1]s”%[2]v. Write the page's address, its id or its file",
	},
	"pdf-not-in-language": {
		nb: "siden «%[1]s» finnes ikke på %[2]s. Skriv den ut uten --language",
		nn: "sida «%[1]s» finst ikkje på %[2]s. Skriv ho ut utan --language",
		en: "the page “%[1]s” is not there in %[2]s. Print it without --language",
	},
	"pdf-without-unknown": {
		nb: "--without: håndboka har ingen side med id-en «%[1]s»%[2]v",
		nn: "--without: handboka har inga side med id-en «%[1]s»%[2]v",
		en: "--without: the handbook has no page with the id “%[1]s”%[2]v",
	},
	"pdf-no-volume": {
		nb: "håndboka har ikke noe samlet dokument av %[1]s som kan skrives ut",
		nn: "handboka har ikkje noko samla dokument av %[1]s som kan skrivast ut",
		en: "the handbook has no document of all of %[1]s to print",
	},
	"pdf-no-deck": {
		nb: "det lages ikke kort av %[1]s. Velg en spørsmålsbank, delen med alle bankene, eller delen med aktivitetene",
		nn: "det blir ikkje laga kort av %[1]s. Vel ein spørsmålsbank, delen med alle bankane, eller delen med aktivitetane",
		en: "no cards are made of %[1]s. Choose a question bank, the section of all banks, or the section of activities",
	},
	"pdf-kit-unread": {
		nb: "%[1]s kan ikke leses: %[2]s",
		nn: "%[1]s kan ikkje lesast: %[2]s",
		en: "%[1]s can't be read: %[2]s",
	},
	"pdf-kit-none": {
		nb: "fila er ikke en økt som er lagret fra håndboka. Åpne den på siden for å planlegge en økt, og lagre den på nytt",
		nn: "fila er ikkje ei økt som er lagra frå handboka. Opne ho på sida for å planleggje ei økt, og lagre ho på nytt",
		en: "the file is no session that was saved from the handbook. Open it on the page where sessions are planned, and save it anew",
	},
	"pdf-kit-newer": {
		nb: "økta er lagret fra en nyere utgave av Kollega. Oppdater Kollega og prøv igjen",
		nn: "økta er lagra frå ei nyare utgåve av Kollega. Oppdater Kollega og prøv igjen",
		en: "the session was saved by a later release of Kollega. Update Kollega and try again",
	},
	"pdf-kit-large": {
		nb: "fila er for stor til å være en økt",
		nn: "fila er for stor til å vere ei økt",
		en: "the file is too large to be a session",
	},
	"pdf-kit-empty": {
		nb: "økta har ingen deler å skrive ut",
		nn: "økta har ingen delar å skrive ut",
		en: "the session has no parts to print",
	},
	"pdf-kit-lacks": {
		nb: "økta bruker «%[1]s», som håndboka ikke har%[2]v. Ingenting er skrevet ut",
		nn: "økta bruker «%[1]s», som handboka ikkje har%[2]v. Ingenting er skrive ut",
		en: "the session uses “%[1]s”, which the handbook has not%[2]v. Nothing has been printed",
	},
	"pdf-no-sheet": {
		nb: "%[1]s er ikke et arbeidsark, så den har ingen felter å fylle ut. Ta bort --fillable",
		nn: "%[1]s er ikkje eit arbeidsark, så ho har ingen felt å fylle ut. Ta bort --fillable",
		en: "%[1]s is not a worksheet, so it has no fields to fill in. Leave out --fillable",
	},
	"pdf-one-file": {
		nb: "%[1]s kan ikke holde flere språk. Skriv ei mappe etter -o, eller velg språk med --language: %[2]s",
		nn: "%[1]s kan ikkje halde fleire språk. Skriv ei mappe etter -o, eller vel språk med --language: %[2]s",
		en: "%[1]s can't hold several languages. Write a folder after -o, or choose a language with --language: %[2]s",
	},
	"pdf-printing": {
		nb: "skriver ut %[1]s …",
		nn: "skriv ut %[1]s …",
		en: "printing %[1]s …",
	},
	"pdf-written": {
		nb: "%[1]s er skrevet: sider: %[2]d, størrelse: %[3]s",
		nn: "%[1]s er skriven: sider: %[2]d, storleik: %[3]s",
		en: "%[1]s has been written: pages: %[2]d, size: %[3]s",
	},
	"pdf-fillable": {
		nb: "fila har %[1]d felter til å fylle ut. De er en hjelp for den som vil ha arket som fil. Det mest tilgjengelige skjemaet er siden i håndboka",
		nn: "fila har %[1]d felt til å fylle ut. Dei er ei hjelp for den som vil ha arket som fil. Det mest tilgjengelege skjemaet er sida i handboka",
		en: "the file has %[1]d fields to fill in. They are a convenience for those who want the sheet as a file. The most accessible form is the page in the handbook",
	},
	"pdf-overflow": {
		nb: "teksten får ikke plass på kortet: «%[1]s». Kort den ned, eller velg færre kort på arket med --per",
		nn: "teksten får ikkje plass på kortet: «%[1]s». Kort han ned, eller vel færre kort på arket med --per",
		en: "the text has not room enough on its card: “%[1]s”. Shorten it, or choose fewer cards a sheet with --per",
	},
	"pdf-unsettled": {
		nb: "sidetallet til «%[1]s» kan være galt: sidene flyttet seg hver gang tallet ble skrevet inn",
		nn: "sidetalet til «%[1]s» kan vere gale: sidene flytta seg kvar gong talet vart skrive inn",
		en: "the page number of “%[1]s” may be wrong: the pages moved each time the number was put in",
	},
	"pdf-interrupted": {
		nb: "avbrutt. Ingen ny fil er skrevet",
		nn: "avbroten. Inga ny fil er skriven",
		en: "interrupted. No new file has been written",
	},
	"pdf-browser-missing": {
		nb: "fant ingen nettleser å skrive ut med. Kollega leter etter Google Chrome, Microsoft Edge og Chromium. Installer en av dem, eller si hvor den ligger med --browser eller miljøvariabelen %[1]s. Du kan også skrive ut siden fra en hvilken som helst nettleser",
		nn: "fann ingen nettlesar å skrive ut med. Kollega leitar etter Google Chrome, Microsoft Edge og Chromium. Installer ein av dei, eller sei kvar han ligg med --browser eller miljøvariabelen %[1]s. Du kan òg skrive ut sida frå kva nettlesar som helst",
		en: "found no browser to print with. Kollega looks for Google Chrome, Microsoft Edge and Chromium. Install one of them, or say where it is with --browser or the environment variable %[1]s. You can also print the page from any browser",
	},
	"pdf-browser-named": {
		nb: "%[2]s sier at nettleseren er «%[1]s», men der er det ikke noe program. Se etter en skrivefeil, eller ta det bort, så leter Kollega selv",
		nn: "%[2]s seier at nettlesaren er «%[1]s», men der er det ikkje noko program. Sjå etter ein skrivefeil, eller ta det bort, så leitar Kollega sjølv",
		en: "%[2]s says that the browser is “%[1]s”, but there is no program there. Look for a spelling mistake, or leave it out, and Kollega will look for one",
	},
	"pdf-browser-start": {
		nb: "nettleseren %[1]s lar seg ikke starte: %[2]s. Velg en annen med --browser",
		nn: "nettlesaren %[1]s lèt seg ikkje starte: %[2]s. Vel ein annan med --browser",
		en: "the browser %[1]s can't be started: %[2]s. Choose another with --browser",
	},
	"pdf-browser-old": {
		nb: "nettleseren %[1]s er for gammel: %[2]s. Den må være versjon %[3]d eller nyere for å sette sidetall og innholdsliste. Oppdater den, eller velg en annen med --browser",
		nn: "nettlesaren %[1]s er for gammal: %[2]s. Han må vere versjon %[3]d eller nyare for å setje sidetal og innhaldsliste. Oppdater han, eller vel ein annan med --browser",
		en: "the browser %[1]s is too old: %[2]s. It must be version %[3]d or newer to set page numbers and an outline. Update it, or choose another with --browser",
	},
	"pdf-browser-died": {
		nb: "nettleseren %[1]s stoppet mens den skrev ut %[2]s. Prøv igjen. Skjer det hver gang, kan det hende at maskinen har for lite minne",
		nn: "nettlesaren %[1]s stoppa medan han skreiv ut %[2]s. Prøv igjen. Skjer det kvar gong, kan det hende at maskina har for lite minne",
		en: "the browser %[1]s ended while it was printing %[2]s. Try again. If it happens each time, the machine may have too little memory",
	},
	"pdf-crashed": {
		nb: "nettleseren klarte ikke å sette opp %[1]s. Prøv igjen. Skjer det hver gang, kan det hende at maskinen har for lite minne",
		nn: "nettlesaren klarte ikkje å setje opp %[1]s. Prøv igjen. Skjer det kvar gong, kan det hende at maskina har for lite minne",
		en: "the browser could not lay out %[1]s. Try again. If it happens each time, the machine may have too little memory",
	},
	"pdf-late": {
		nb: "%[1]s ble ikke ferdig satt opp på %[2]d sekunder",
		nn: "%[1]s vart ikkje ferdig sett opp på %[2]d sekund",
		en: "%[1]s was not laid out after %[2]d seconds",
	},
	"pdf-page": {
		nb: "%[1]s kan ikke skrives ut: %[2]s",
		nn: "%[1]s kan ikkje skrivast ut: %[2]s",
		en: "%[1]s can't be printed: %[2]s",
	},
	"pdf-profile": {
		nb: "nettleseren får ikke noe sted å legge det den trenger mens den skriver ut: %[1]s",
		nn: "nettlesaren får ingen stad å leggje det han treng medan han skriv ut: %[1]s",
		en: "the browser has no place for what it needs while it prints: %[1]s",
	},
	"pdf-listen": {
		nb: "håndboka kan ikke vises for nettleseren på denne maskinen: %[1]s",
		nn: "handboka kan ikkje visast for nettlesaren på denne maskina: %[1]s",
		en: "the handbook can't be shown to the browser on this machine: %[1]s",
	},
}
