package site

// startMessages are what init and new say and ask, and what can be in their way.
var startMessages = catalogue{
	"create-taken": {
		nb: "fila er her allerede og blir ikke skrevet over. Flytt den eller gi den et annet navn, eller velg en annen mappe",
		nn: "fila er her alt og blir ikkje skriven over. Flytt ho eller gi ho eit anna namn, eller vel ei anna mappe",
		en: "the file is here already and is not written over. Move it or give it another name, or choose another folder",
	},
	"create-file": {
		nb: "her ligger det en fil, så det kan ikke lages en mappe. Velg et annet navn",
		nn: "her ligg det ei fil, så det kan ikkje lagast ei mappe. Vel eit anna namn",
		en: "there is a file here, so no folder can be made. Choose another name",
	},
	"create-parent": {
		nb: "denne mappa finnes ikke. Lag den først, eller se etter en skrivefeil",
		nn: "denne mappa finst ikkje. Lag ho først, eller sjå etter ein skrivefeil",
		en: "there is no such folder. Make it first, or look for a spelling mistake",
	},
	"create-failed": {
		nb: "mappa kan ikke lages eller skrives i: %[1]s. Ingenting er endret",
		nn: "mappa kan ikkje lagast eller skrivast i: %[1]s. Ingenting er endra",
		en: "the folder can't be made or written to: %[1]s. Nothing has changed",
	},
	"start-device": {
		nb: "mappa kan ikke hete «%[1]s»: Windows bruker navnet selv, eller tåler det ikke. Velg et annet",
		nn: "mappa kan ikkje heite «%[1]s»: Windows bruker namnet sjølv, eller toler det ikkje. Vel eit anna",
		en: "the folder can't be called “%[1]s”: Windows keeps the name for itself or can't hold it. Choose another",
	},
	"start-language": {
		nb: "Kollega kan ikke språket «%[1]s». Velg blant %[2]s, og sett komma mellom hvis dere vil ha flere",
		nn: "Kollega kan ikkje språket «%[1]s». Vel mellom %[2]s, og set komma imellom om de vil ha fleire",
		en: "Kollega does not know the language “%[1]s”. Choose among %[2]s, with a comma between if you want more than one",
	},
	"start-title": {
		nb: "navnet må ha minst én bokstav eller ett tall, stå på én linje og være på høyst %[1]d tegn",
		nn: "namnet må ha minst éin bokstav eller eitt tal, stå på éi linje og vere på høgst %[1]d teikn",
		en: "the name must have at least one letter or digit, stand on one line and have at most %[1]d characters",
	},
	"start-colour": {
		nb: "«%[1]s» er ingen farge. Skriv # og seks tegn fra 0 til 9 og a til f, for eksempel #00695c",
		nn: "«%[1]s» er ingen farge. Skriv # og seks teikn frå 0 til 9 og a til f, til dømes #00695c",
		en: "“%[1]s” is no colour. Write # and six characters from 0 to 9 and a to f, for example #00695c",
	},
	"start-logo": {
		nb: "logoen kan ikke leses: %[1]s",
		nn: "logoen kan ikkje lesast: %[1]s",
		en: "the logo can't be read: %[1]s",
	},
	"start-logo-missing": {
		nb: "fila «%[1]s» finnes ikke. Skriv navnet med alle mappene foran, eller legg logoen i mappa du står i",
		nn: "fila «%[1]s» finst ikkje. Skriv namnet med alle mappene framfor, eller legg logoen i mappa du står i",
		en: "there is no file “%[1]s”. Write its name with all the folders before it, or put the logo into the folder you are in",
	},
	"start-logo-kind": {
		nb: "logoen må være et bilde: en fil som slutter på %[1]s",
		nn: "logoen må vere eit bilete: ei fil som sluttar på %[1]s",
		en: "the logo must be a picture: a file that ends in %[1]s",
	},
	"start-logo-large": {
		nb: "logoen er for stor: den kan være på høyst %[1]d MB",
		nn: "logoen er for stor: han kan vere på høgst %[1]d MB",
		en: "the logo is too large: it may have at most %[1]d MB",
	},
	"start-id": {
		nb: "«%[1]s» kan ikke være id. Bruk små bokstaver, sifre og bindestreker%[2]v",
		nn: "«%[1]s» kan ikkje vere id. Bruk små bokstavar, siffer og bindestrekar%[2]v",
		en: "“%[1]s” can't be an id. Use small letters, digits and hyphens%[2]v",
	},

	"new-kind": {
		nb: "Kollega kjenner ikke slaget «%[1]s»%[3]v. Velg blant: %[2]s",
		nn: "Kollega kjenner ikkje slaget «%[1]s»%[3]v. Vel mellom: %[2]s",
		en: "Kollega does not know the kind “%[1]s”%[3]v. Choose among: %[2]s",
	},
	"new-language": {
		nb: "håndboka finnes ikke på «%[1]s», bare på %[2]s. Legg språket til under languages i site.toml hvis den skal det",
		nn: "handboka finst ikkje på «%[1]s», berre på %[2]s. Legg språket til under languages i site.toml om ho skal det",
		en: "the handbook is not in “%[1]s”, only in %[2]s. Add the language under languages in site.toml if it should be",
	},
	"new-title": {
		nb: "tittelen må ha minst én bokstav eller ett tall, stå på én linje og være på høyst %[1]d tegn",
		nn: "tittelen må ha minst éin bokstav eller eitt tal, stå på éi linje og vere på høgst %[1]d teikn",
		en: "the title must have at least one letter or digit, stand on one line and have at most %[1]d characters",
	},
	"new-folder": {
		nb: "«%[1]s» er ingen mappe for sider. Skriv den slik den heter under content, for eksempel strategier",
		nn: "«%[1]s» er inga mappe for sider. Skriv ho slik ho heiter under content, til dømes strategiar",
		en: "“%[1]s” is no folder for pages. Write it as it is called below content, for example strategies",
	},
	"new-name": {
		nb: "«%[1]s» har ingen bokstaver eller tall som kan stå i et filnavn. Velg et navn med --file",
		nn: "«%[1]s» har ingen bokstavar eller tal som kan stå i eit filnamn. Vel eit namn med --file",
		en: "“%[1]s” has no letter or digit that can stand in a file name. Choose a name with --file",
	},
	"new-taken": {
		nb: "fila finnes allerede. Åpne den, eller velg et annet navn med --file",
		nn: "fila finst alt. Opne ho, eller vel eit anna namn med --file",
		en: "the file is there already. Open it, or choose another name with --file",
	},
	"new-taken-bundled": {
		nb: "denne siden følger med Kollega. Velg et annet navn med --file hvis du vil lage en til",
		nn: "denne sida følgjer med Kollega. Vel eit anna namn med --file om du vil lage ei til",
		en: "this page comes with Kollega. Choose another name with --file if you want to make one more",
	},
	"new-address": {
		nb: "adressen %[1]s er opptatt av %[2]s. Velg et annet navn med --file",
		nn: "adressa %[1]s er oppteken av %[2]s. Vel eit anna namn med --file",
		en: "the address %[1]s is taken by %[2]s. Choose another name with --file",
	},
	"new-made": {
		nb: "Laget «%[2]s» (%[1]s). Adressen er %[3]s",
		nn: "Laga «%[2]s» (%[1]s). Adressa er %[3]s",
		en: "Made “%[2]s” (%[1]s). Its address is %[3]s",
	},
	"new-section": {
		nb: "Laget også %[1]s, som presenterer delen siden ligger i",
		nn: "Laga òg %[1]s, som presenterer delen sida ligg i",
		en: "Also made %[1]s, which introduces the section the page lies in",
	},
	"new-next": {
		nb: "Åpne fila i et skriveprogram, og bytt ut teksten med din egen. Ta bort # foran det du trenger øverst. Se siden mens du skriver: %[1]s",
		nn: "Opne fila i eit skriveprogram, og byt ut teksten med din eigen. Ta bort # framfor det du treng øvst. Sjå sida medan du skriv: %[1]s",
		en: "Open the file in a text editor and put your own text in. Remove the # in front of what you need at the top. See the page while you write: %[1]s",
	},

	"ask-language": {
		nb: "Språk (nb, nn eller en; flere med komma imellom)",
		nn: "Språk (nb, nn eller en; fleire med komma imellom)",
		en: "Language (nb, nn or en; more than one with a comma between)",
	},
	"ask-title":     {nb: "Hva skal håndboka hete?", nn: "Kva skal handboka heite?", en: "What is the handbook called?"},
	"ask-accent":    {nb: "Fargen på lenker og knapper, som #00695c", nn: "Fargen på lenkjer og knappar, som #00695c", en: "The colour of links and buttons, as in #00695c"},
	"ask-accent-no": {nb: "Kollegas egen", nn: "Kollega sin eigen", en: "Kollega's own"},
	"ask-logo":      {nb: "Fila med logoen deres", nn: "Fila med logoen dykkar", en: "The file with your logo"},
	"ask-logo-no":   {nb: "ingen", nn: "ingen", en: "none"},

	"start-made": {
		nb: "Håndboka «%[1]s» ligger nå i mappa «%[2]s». Alt som følger med Kollega, er med i den",
		nn: "Handboka «%[1]s» ligg no i mappa «%[2]s». Alt som følgjer med Kollega, er med i ho",
		en: "The handbook “%[1]s” now lies in the folder “%[2]s”. It has everything that comes with Kollega",
	},
	"start-below": {
		nb: "Sidene som følger med, finnes ikke på %[1]s ennå. De vises på %[2]s til dere har skrevet dem selv",
		nn: "Sidene som følgjer med, finst ikkje på %[1]s enno. Dei blir viste på %[2]s til de har skrive dei sjølve",
		en: "The pages that come with it are not written in %[1]s yet. They are shown in %[2]s until you have written your own",
	},
	"language-nb": {nb: "bokmål", nn: "bokmål", en: "Bokmål"},
	"language-nn": {nb: "nynorsk", nn: "nynorsk", en: "Nynorsk"},
	"language-en": {nb: "engelsk", nn: "engelsk", en: "English"},

	"start-file": {nb: "  %[1]s", nn: "  %[1]s", en: "  %[1]s"},
	"start-next": {nb: "Slik går du videre:", nn: "Slik går du vidare:", en: "How to go on:"},
	"start-serve": {
		nb: "  %[1]s\n      viser den i nettleseren mens du skriver",
		nn: "  %[1]s\n      viser ho i nettlesaren medan du skriv",
		en: "  %[1]s\n      shows it in the browser while you write",
	},
	"start-new": {
		nb: "  %[1]s\n      lager en ny side å fylle ut",
		nn: "  %[1]s\n      lagar ei ny side å fylle ut",
		en: "  %[1]s\n      makes a new page to fill in",
	},
	"start-build": {
		nb: "  %[1]s\n      lager den ferdige håndboka i mappa public",
		nn: "  %[1]s\n      lagar den ferdige handboka i mappa public",
		en: "  %[1]s\n      makes the finished handbook in the folder public",
	},
	"start-welcome":   {nb: "velkommen", nn: "velkomen", en: "welcome"},
	"start-new-title": {nb: "Tittelen på aktiviteten", nn: "Tittelen på aktiviteten", en: "The title of the activity"},
}
