package site

// takeinMessages are what can be wrong with a handbook that comes in a zip.
var takeinMessages = catalogue{
	"takein-broken": {
		nb: "zip-fila kan ikke pakkes ut: %[1]s. Be om å få den på nytt",
		nn: "zip-fila kan ikkje pakkast ut: %[1]s. Be om å få ho på nytt",
		en: "the zip can't be unpacked: %[1]s. Ask for it once more",
	},
	"takein-root": {
		nb: "her er ingen håndbok: site.toml må ligge øverst i zip-fila, eller i den ene mappa der",
		nn: "her er inga handbok: site.toml må liggje øvst i zip-fila, eller i den eine mappa der",
		en: "there is no handbook here: site.toml must lie at the top of the zip or in the one folder there",
	},
	"takein-many": {
		nb: "zip-fila har %[1]d filer. Det kan være høyst %[2]d",
		nn: "zip-fila har %[1]d filer. Det kan vere høgst %[2]d",
		en: "the zip has %[1]d files. There may be at most %[2]d",
	},
	"takein-large": {
		nb: "fila er større enn %[1]d MB",
		nn: "fila er større enn %[1]d MB",
		en: "the file is larger than %[1]d MB",
	},
	"takein-total": {
		nb: "det som er pakket i zip-fila, er til sammen større enn %[1]d MB",
		nn: "det som er pakka i zip-fila, er til saman større enn %[1]d MB",
		en: "what is packed in the zip is larger than %[1]d MB altogether",
	},
	"takein-path": {
		nb: "navnet er ingen vanlig sti inne i en mappe. En håndbok har ikke slike, så ta ikke imot noe fra denne zip-fila",
		nn: "namnet er ingen vanleg stig inne i ei mappe. Ei handbok har ikkje slike, så ta ikkje imot noko frå denne zip-fila",
		en: "the name is no plain path inside a folder. Handbooks have none like it, so accept nothing from this zip",
	},
	"takein-name": {
		nb: "navnet er skrevet med bokstaver som ikke kan leses. Gi fila et nytt navn, og pakk på nytt",
		nn: "namnet er skrive med bokstavar som ikkje kan lesast. Gi fila eit nytt namn, og pakk på nytt",
		en: "the name is written in letters that can't be read. Give the file a new name and pack it again",
	},
	"takein-device": {
		nb: "ingenting kan hete «%[1]s» på Windows. Gi det et annet navn, og pakk på nytt",
		nn: "ingenting kan heite «%[1]s» på Windows. Gi det eit anna namn, og pakk på nytt",
		en: "nothing can be called “%[1]s” on Windows. Give it another name and pack it again",
	},
	"takein-long": {
		nb: "navnet er for langt: en fil eller mappe kan ha %[1]d tegn, og hele stien %[2]d",
		nn: "namnet er for langt: ei fil eller mappe kan ha %[1]d teikn, og heile stigen %[2]d",
		en: "the name is too long: a file or folder may have %[1]d characters, and the whole path %[2]d",
	},
	"takein-link": {
		nb: "dette er en lenke eller noe annet enn en vanlig fil eller mappe. Legg selve fila i stedet",
		nn: "dette er ei lenkje eller noko anna enn ei vanleg fil eller mappe. Legg sjølve fila der i staden",
		en: "this is a link or something else than a file or folder. Put the file itself in its place",
	},
	"takein-twin": {
		nb: "navnet er det samme som %[1]s på en disk som ikke skiller store og små bokstaver. Gi en av dem et annet navn",
		nn: "namnet er det same som %[1]s på ein disk som ikkje skil store og små bokstavar. Gi ein av dei eit anna namn",
		en: "the name is the same as %[1]s on a disk that does not tell capitals from small letters. Give one of them another name",
	},
	"takein-encrypted": {
		nb: "fila er låst med et passord. Pakk håndboka uten",
		nn: "fila er låst med eit passord. Pakk handboka utan",
		en: "the file is locked with a password. Pack the handbook without one",
	},
	"takein-full": {
		nb: "mappa er ikke tom. En håndbok fra en zip-fil må få en mappe for seg selv",
		nn: "mappa er ikkje tom. Ei handbok frå ei zip-fil må få ei mappe for seg sjølv",
		en: "the folder is not empty. A handbook from a zip needs a folder to itself",
	},
	"takein-storage": {
		nb: "håndboka vil huske leserens svar uten å spørre (storage). Stoler du på dem som har laget den, og har alle hver sin maskin, så bruk --trust",
		nn: "handboka vil hugse svara til lesaren utan å spørje (storage). Stolar du på dei som har laga ho, og har alle kvar si maskin, så bruk --trust",
		en: "the handbook means to remember readers' answers without asking (storage). If you trust those who made it, and everybody has a computer of their own, use --trust",
	},
	"takein-code": {
		nb: "er ikke tatt med, for den bestemmer hva som kjører i leserens nettleser. Stoler du på dem som har laget den, så bruk --trust",
		nn: "er ikkje teken med, for ho avgjer kva som køyrer i nettlesaren til lesaren. Stolar du på dei som har laga ho, så bruk --trust",
		en: "is not taken, since it decides what runs in readers' browsers. If you trust those who made it, use --trust",
	},
	"takein-missing": {
		nb: "fila finnes ikke. Se etter en skrivefeil, og skriv navnet med alle mappene foran",
		nn: "fila finst ikkje. Sjå etter ein skrivefeil, og skriv namnet med alle mappene framfor",
		en: "there is no such file. Look for a spelling mistake, and write its name with all the folders before it",
	},
	"takein-made": {
		nb: "Håndboka «%[1]s» ligger nå i mappa «%[2]s»: %[3]d filer",
		nn: "Handboka «%[1]s» ligg no i mappa «%[2]s»: %[3]d filer",
		en: "The handbook “%[1]s” now lies in the folder “%[2]s”: %[3]d files",
	},
	"takein-left": {
		nb: "Filer som ikke hører til en håndbok, og som ikke er tatt med: %[1]d",
		nn: "Filer som ikkje høyrer til ei handbok, og som ikkje er tekne med: %[1]d",
		en: "Files that are no part of a handbook and have not been taken: %[1]d",
	},
}
