package site

// markdownMessages are what can be wrong with a page's text.
var markdownMessages = catalogue{
	"text-encoding": {
		nb: "teksten er ikke UTF-8 (byte %[1]d). Lagre fila som UTF-8",
		nn: "teksten er ikkje UTF-8 (byte %[1]d). Lagre fila som UTF-8",
		en: "the text is not UTF-8 (byte %[1]d). Save the file as UTF-8",
	},
	"text-nul": {
		nb: "linja har et usynlig nulltegn. Slett det",
		nn: "linja har eit usynleg nullteikn. Slett det",
		en: "the line holds an invisible null character. Delete it",
	},
	"text-bidi": {
		nb: "linja har et usynlig tegn som snur skriveretningen. Slett det hvis du ikke satte det der",
		nn: "linja har eit usynleg teikn som snur skriveretninga. Slett det om du ikkje sette det der",
		en: "the line holds an invisible character that turns the direction of writing. Delete it unless you put it there",
	},
	"limit-size": {
		nb: "siden er større enn %[1]d kB. Del den i flere sider",
		nn: "sida er større enn %[1]d kB. Del ho i fleire sider",
		en: "the page is larger than %[1]d kB. Divide it into several pages",
	},
	"limit-nesting": {
		nb: "lister og sitater står mer enn %[1]d nivåer inne i hverandre. Flat dem ut",
		nn: "lister og sitat står meir enn %[1]d nivå inni kvarandre. Flat dei ut",
		en: "lists and quotations stand more than %[1]d levels inside one another. Flatten them",
	},
	"limit-inline": {
		nb: "avsnittet har mer enn %[1]d tegn av slaget * _ [ ] ` < ! &. Del det opp",
		nn: "avsnittet har meir enn %[1]d teikn av slaget * _ [ ] ` < ! &. Del det opp",
		en: "the paragraph has more than %[1]d characters of the kind * _ [ ] ` < ! &. Divide it",
	},
	"limit-columns": {
		nb: "tabellen har mer enn %[1]d kolonner. Del den opp",
		nn: "tabellen har meir enn %[1]d kolonnar. Del han opp",
		en: "the table has more than %[1]d columns. Divide it",
	},
	"limit-cells": {
		nb: "tabellen har mer enn %[1]d ruter. Del den opp",
		nn: "tabellen har meir enn %[1]d ruter. Del han opp",
		en: "the table has more than %[1]d cells. Divide it",
	},
	"limit-output": {
		nb: "siden blir mer enn %[1]d kB ferdig HTML. Del den i flere sider",
		nn: "sida blir meir enn %[1]d kB ferdig HTML. Del ho i fleire sider",
		en: "the page becomes more than %[1]d kB of finished HTML. Divide it into several pages",
	},
	"include-unknown": {
		nb: "«%[1]s» er ikke noe Kollega kjenner. Skriv {{ ta inn mappe/fil.md }}, eller ta bort klammene",
		nn: "«%[1]s» er ikkje noko Kollega kjenner. Skriv {{ ta inn mappe/fil.md }}, eller ta bort klammene",
		en: "“%[1]s” is nothing Kollega knows. Write {{ include folder/file.md }}, or remove the braces",
	},
	"include-outside": {
		nb: "%[1]s ligger utenfor språkets mappe. Legg teksten i samme språk",
		nn: "%[1]s ligg utanfor språkmappa. Legg teksten i same språk",
		en: "%[1]s lies outside the folder of the language. Put the text in the same language",
	},
	"include-cycle": {
		nb: "tekstene tar inn hverandre i ring: %[1]s. Bryt ringen",
		nn: "tekstane tek inn kvarandre i ring: %[1]s. Bryt ringen",
		en: "the texts include one another in a circle: %[1]s. Break the circle",
	},
	"include-missing": {
		nb: "%[1]s finnes ikke, så den kan ikke tas inn",
		nn: "%[1]s finst ikkje, så han kan ikkje takast inn",
		en: "%[1]s does not exist, so it can't be included",
	},
	"raw-html": {
		nb: "HTML vises som tekst. Skriv det i Markdown i stedet",
		nn: "HTML blir vist som tekst. Skriv det i Markdown i staden",
		en: "HTML is shown as text. Write it in Markdown instead",
	},
	"heading-title": {
		nb: "sidens tittel står øverst i fila (title). Bruk ## for overskrifter i teksten",
		nn: "tittelen på sida står øvst i fila (title). Bruk ## for overskrifter i teksten",
		en: "the page's title stands at the top of the file (title). Use ## for headings in the text",
	},
	"heading-space": {
		nb: "det mangler et mellomrom etter %[1]s, så linja blir ingen overskrift. Skriv «%[1]s Overskrift»",
		nn: "det manglar eit mellomrom etter %[1]s, så linja blir inga overskrift. Skriv «%[1]s Overskrift»",
		en: "there is no space after %[1]s, so the line is no heading. Write “%[1]s Heading”",
	},
	"heading-jump": {
		nb: "overskriften er på nivå %[1]d rett under en høyere. Bruk nivå %[2]d, så skjermlesere ikke leter etter noe som mangler",
		nn: "overskrifta er på nivå %[1]d rett under ei høgare. Bruk nivå %[2]d, så skjermlesarar ikkje leitar etter noko som manglar",
		en: "the heading is at level %[1]d right under a higher one. Use level %[2]d, so that screen readers don't look for what is missing",
	},
	"heading-id": {
		nb: "«%[1]s» kan ikke være en id: bare små bokstaver, sifre og bindestreker, for eksempel «%[2]s»",
		nn: "«%[1]s» kan ikkje vere ein id: berre små bokstavar, siffer og bindestrekar, til dømes «%[2]s»",
		en: "“%[1]s” can't be an id: only small letters, digits and hyphens, for example “%[2]s”",
	},
	"heading-taken": {
		nb: "id-en «%[1]s» er alt brukt på siden. Velg en annen",
		nn: "id-en «%[1]s» er alt brukt på sida. Vel ein annan",
		en: "the id “%[1]s” is used on the page already. Choose another",
	},
	"anchor-missing": {
		nb: "det er ikke noe sted på siden som heter «#%[1]s»%[2]s",
		nn: "det er ikkje nokon stad på sida som heiter «#%[1]s»%[2]s",
		en: "there is no place on the page called “#%[1]s”%[2]s",
	},
	"link-address": {
		nb: "«%[1]s» er ingen adresse. Skriv veien til en .md-fil, #sted på siden eller en hel adresse med https://",
		nn: "«%[1]s» er inga adresse. Skriv vegen til ei .md-fil, #stad på sida eller ei heil adresse med https://",
		en: "“%[1]s” is no address. Write the way to an .md file, #place on the page or a whole address with https://",
	},
	"link-space": {
		nb: "adressen «%[1]s» har mellomrom, så lenka vises som tekst. Skriv filnavnet som det står i mappa, aller helst uten mellomrom (%[2]s), eller skriv adressen mellom < og >: (<%[1]s>)",
		nn: "adressa «%[1]s» har mellomrom, så lenkja blir vist som tekst. Skriv filnamnet som det står i mappa, aller helst utan mellomrom (%[2]s), eller skriv adressa mellom < og >: (<%[1]s>)",
		en: "the address “%[1]s” has spaces, so the link is shown as text. Write the file's name as it is in the folder, preferably without spaces (%[2]s), or write the address between < and >: (<%[1]s>)",
	},
	"link-scheme": {
		nb: "adresser som begynner med «%[1]s:», er ikke tillatt. Bruk https, http, mailto eller tel",
		nn: "adresser som byrjar med «%[1]s:», er ikkje tillatne. Bruk https, http, mailto eller tel",
		en: "addresses that begin with “%[1]s:” are not allowed. Use https, http, mailto or tel",
	},
	"link-file": {
		nb: "lenka leder til «%[1]s», som ikke er en side. Lenk til .md-fila%[2]s",
		nn: "lenkja leier til «%[1]s», som ikkje er ei side. Lenk til .md-fila%[2]s",
		en: "the link leads to “%[1]s”, which is not a page. Link to the .md file%[2]s",
	},
	"link-outside": {
		nb: "«%[1]s» ligger utenfor språkets mappe. Bruk filer på samme språk; leseren bytter språk selv",
		nn: "«%[1]s» ligg utanfor språkmappa. Bruk filer på same språk; lesaren byter språk sjølv",
		en: "“%[1]s” lies outside the folder of the language. Use files in the same language; readers change language themselves",
	},
	"image-alt": {
		nb: "bildet mangler tekst for dem som ikke ser det. Skriv hva det viser: ![Slik ser det ut](fil.png)",
		nn: "biletet manglar tekst for dei som ikkje ser det. Skriv kva det viser: ![Slik ser det ut](fil.png)",
		en: "the picture has no text for those who can't see it. Write what it shows: ![What it looks like](file.png)",
	},
	"image-file": {
		nb: "«%[1]s» er ikke et bilde ved siden av siden. Legg en png, jpg, gif, webp, avif eller svg i samme mappe",
		nn: "«%[1]s» er ikkje eit bilete ved sida av sida. Legg ein png, jpg, gif, webp, avif eller svg i same mappe",
		en: "“%[1]s” is not a picture beside the page. Put a png, jpg, gif, webp, avif or svg in the same folder",
	},
	"alert-line": {
		nb: "[!%[1]s] må stå alene på den første linja i sitatet. Flytt resten ned på neste linje",
		nn: "[!%[1]s] må stå åleine på den første linja i sitatet. Flytt resten ned på neste linje",
		en: "[!%[1]s] must stand alone on the first line of the quotation. Move the rest to the next line",
	},
	"alert-unknown": {
		nb: "[!%[1]s] er ikke en merknad Kollega kjenner%[2]s",
		nn: "[!%[1]s] er ikkje ein merknad Kollega kjenner%[2]s",
		en: "[!%[1]s] is no alert Kollega knows%[2]s",
	},
	"mark-word": {
		nb: "«%[1]s» betyr ingenting her%[2]s",
		nn: "«%[1]s» betyr ingenting her%[2]s",
		en: "“%[1]s” means nothing here%[2]s",
	},
	"mark-key": {
		nb: "«%[1]s=» betyr ingenting her%[2]s",
		nn: "«%[1]s=» betyr ingenting her%[2]s",
		en: "“%[1]s=” means nothing here%[2]s",
	},
	"mark-phase": {
		nb: "«%[1]s» er ingen fase%[3]s. Fasene er %[2]s",
		nn: "«%[1]s» er ingen fase%[3]s. Fasane er %[2]s",
		en: "“%[1]s” is no phase%[3]s. The phases are %[2]s",
	},
	"question-id": {
		nb: "spørsmålet har ingen id. Skriv {=%[1]s} sist på linja, så lagrede svar finner det igjen",
		nn: "spørsmålet har ingen id. Skriv {=%[1]s} sist på linja, så lagra svar finn det igjen",
		en: "the question has no id. Write {=%[1]s} at the end of the line, so that what is stored can find it again",
	},
	"question-id-form": {
		nb: "«%[1]s» kan ikke være en id: bare små bokstaver, sifre og bindestreker, for eksempel {=%[2]s}",
		nn: "«%[1]s» kan ikkje vere ein id: berre små bokstavar, siffer og bindestrekar, til dømes {=%[2]s}",
		en: "“%[1]s” can't be an id: only small letters, digits and hyphens, for example {=%[2]s}",
	},
	"question-twice": {
		nb: "id-en «%[1]s» står alt på spørsmålet på linje %[2]d. Gi dette en annen",
		nn: "id-en «%[1]s» står alt på spørsmålet på linje %[2]d. Gi dette ein annan",
		en: "the id “%[1]s” already belongs to the question on line %[2]d. Give this one another",
	},
	"term-twice": {
		nb: "«%[1]s» står to ganger i ordlista. Slå dem sammen",
		nn: "«%[1]s» står to gonger i ordlista. Slå dei saman",
		en: "“%[1]s” is in the glossary twice. Join the two",
	},
	"term-empty": {
		nb: "«%[1]s» har ingen forklaring. Skriv den på neste linje etter «: »",
		nn: "«%[1]s» har inga forklaring. Skriv ho på neste linje etter «: »",
		en: "“%[1]s” has no explanation. Write it on the next line after “: ”",
	},
	"value-open": {
		nb: "klammene blir ikke lukket, så leserne ser dem som de står. Skriv to på hver side, på samme linje: {{ %[1]s }}",
		nn: "klammene blir ikkje lukka, så lesarane ser dei som dei står. Skriv to på kvar side, på same linje: {{ %[1]s }}",
		en: "the braces are not closed, so readers see them as they are. Write two on each side, on the same line: {{ %[1]s }}",
	},
	"value-unknown": {
		nb: "«{{ %[1]s }}» viser til en verdi som ikke finnes%[2]v. Legg den til under [values] i site.toml, eller skriv teksten her",
		nn: "«{{ %[1]s }}» viser til ein verdi som ikkje finst%[2]v. Legg han til under [values] i site.toml, eller skriv teksten her",
		en: "“{{ %[1]s }}” names a value that is not there%[2]v. Add it under [values] in site.toml, or write the text here",
	},
}
