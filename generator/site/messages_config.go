package site

var configMessages = catalogue{
	// The file as a whole.
	"file-utf16": {
		nb: "fila er lagret som UTF-16 og kan ikke leses. Åpne den i et skriveprogram og lagre den på nytt med tegnkodingen UTF-8",
		nn: "fila er lagra som UTF-16 og kan ikkje lesast. Opne henne i eit skriveprogram og lagre henne på nytt med teiknkodinga UTF-8",
		en: "the file is saved as UTF-16 and cannot be read. Open it in a text editor and save it again with the encoding UTF-8",
	},
	"file-utf8": {
		nb: "her står en byte (%02[1]x, byte nummer %[2]d i fila) som ikke er UTF-8. Åpne fila i et skriveprogram, rett tegnet og lagre den med tegnkodingen UTF-8",
		nn: "her står ein byte (%02[1]x, byte nummer %[2]d i fila) som ikkje er UTF-8. Opne fila i eit skriveprogram, rett teiknet og lagre henne med teiknkodinga UTF-8",
		en: "here is a byte (%02[1]x, byte number %[2]d of the file) that is not UTF-8. Open the file in a text editor, correct the character and save it with the encoding UTF-8",
	},

	// TOML.
	"toml-long": {
		nb: "det som står her, er for langt: det er plass til %[1]d KiB",
		nn: "det som står her, er for langt: det er plass til %[1]d KiB",
		en: "what stands here is too long: there is room for %[1]d KiB",
	},
	"toml-many": {
		nb: "her er det for mange linjer: det er plass til %[1]d nøkler",
		nn: "her er det for mange linjer: det er plass til %[1]d nøklar",
		en: "there are too many lines here: there is room for %[1]d keys",
	},
	"toml-deep": {
		nb: "her ligger lister eller tabeller inni hverandre i mer enn %[1]d lag. Det trengs aldri: se etter en klamme eller et punktum for mye",
		nn: "her ligg lister eller tabellar inni kvarandre i meir enn %[1]d lag. Det trengst aldri: sjå etter ein klamme eller eit punktum for mykje",
		en: "lists or tables lie inside each other here in more than %[1]d layers. That is never needed: look for a bracket or a full stop too many",
	},
	"toml-syntax": {
		nb: "linja kan ikke leses. TOML-leseren sier: %[1]s",
		nn: "linja kan ikkje lesast. TOML-lesaren seier: %[1]s",
		en: "the line cannot be read. The TOML reader says: %[1]s",
	},
	"toml-twice": {
		nb: "«%[1]s» står allerede på linje %[2]d. Behold bare den ene",
		nn: "«%[1]s» står alt på linje %[2]d. Behald berre den eine",
		en: "“%[1]s” already stands on line %[2]d. Keep only one of them",
	},
	"toml-header": {
		nb: "«%[1]s» er ikke en overskrift for en tabell. Den skal stå alene på linja og se slik ut: [theme]",
		nn: "«%[1]s» er ikkje ei overskrift for ein tabell. Ho skal stå åleine på linja og sjå slik ut: [theme]",
		en: "“%[1]s” is not the heading of a table. It stands alone on its line and looks like this: [theme]",
	},
	"toml-control": {
		nb: "her står et usynlig tegn som ikke er lov. Slett det, eller skriv linja på nytt",
		nn: "her står eit usynleg teikn som ikkje er lov. Slett det, eller skriv linja på nytt",
		en: "here is an invisible character that is not allowed. Delete it, or type the line again",
	},
	"toml-nameless": {
		nb: "det mangler en nøkkel foran likhetstegnet, som i title = \"Lytt\"",
		nn: "det manglar ein nøkkel framfor likskapsteiknet, som i title = \"Lytt\"",
		en: "there is no key before the equals sign, as in title = \"Listen\"",
	},
	"toml-key": {
		nb: "«%[1]s» kan ikke være en nøkkel: nøkler er engelske ord med a–z, uten mellomrom%[2]v",
		nn: "«%[1]s» kan ikkje vere ein nøkkel: nøklar er engelske ord med a–z, utan mellomrom%[2]v",
		en: "“%[1]s” cannot be a key: keys are English words of a–z, without spaces%[2]v",
	},
	"toml-colon": {
		nb: "etter «%[1]s» skal det stå likhetstegn, ikke kolon, og tekst skal ha anførselstegn: %[1]s = \"%[2]s\"",
		nn: "etter «%[1]s» skal det stå likskapsteikn, ikkje kolon, og tekst skal ha hermeteikn: %[1]s = \"%[2]s\"",
		en: "after “%[1]s” comes an equals sign, not a colon, and text stands in quotation marks: %[1]s = \"%[2]s\"",
	},
	"toml-equals": {
		nb: "«%[1]s» er ikke på formen nøkkel = verdi. Hører linja til teksten, skal den stå under den siste +++",
		nn: "«%[1]s» er ikkje på forma nøkkel = verdi. Høyrer linja til teksten, skal ho stå under den siste +++",
		en: "“%[1]s” is not of the form key = value. If the line belongs to the text, put it below the last +++",
	},
	"toml-unclosed": {
		nb: "teksten begynner med et anførselstegn her, men slutter ikke med et på samme linje («%[1]s»)",
		nn: "teksten byrjar med eit hermeteikn her, men sluttar ikkje med eit på same linje («%[1]s»)",
		en: "the text begins with a quotation mark here but does not end with one on the same line (“%[1]s”)",
	},
	"toml-empty": {
		nb: "det mangler en verdi etter «%[1]s =». Skriv den, eller slett linja",
		nn: "det manglar ein verdi etter «%[1]s =». Skriv han, eller slett linja",
		en: "there is no value after “%[1]s =”. Write it, or delete the line",
	},
	"toml-quotes": {
		nb: "her står %[1]s. Rundt tekst skal det være rette anførselstegn: \"slik\"",
		nn: "her står %[1]s. Rundt tekst skal det vere rette hermeteikn: \"slik\"",
		en: "here is %[1]s. Text stands in straight quotation marks: \"like this\"",
	},
	"toml-escape": {
		nb: "omvendt skråstrek har en egen betydning her. Skriv to av dem (\\\\), eller sett enkle anførselstegn rundt teksten: 'C:\\mappe'",
		nn: "omvend skråstrek har ei eiga tyding her. Skriv to av dei (\\\\), eller set enkle hermeteikn rundt teksten: 'C:\\mappe'",
		en: "a backslash has a meaning of its own here. Write two of them (\\\\), or put single quotation marks around the text: 'C:\\folder'",
	},
	"toml-range": {
		nb: "et område skrives med klammer: %[1]s = [%[2]s, %[3]s]",
		nn: "eit område blir skrive med klammer: %[1]s = [%[2]s, %[3]s]",
		en: "a range is written in brackets: %[1]s = [%[2]s, %[3]s]",
	},
	"toml-truth": {
		nb: "«%[2]s» skal skrives true (ja) eller false (nei), med små bokstaver og uten anførselstegn: %[1]s = true",
		nn: "«%[2]s» skal skrivast true (ja) eller false (nei), med små bokstavar og utan hermeteikn: %[1]s = true",
		en: "“%[2]s” is written true or false, in lower case and without quotation marks: %[1]s = true",
	},
	"toml-unquoted": {
		nb: "tekst skal ha anførselstegn rundt seg: \"%[1]s\"",
		nn: "tekst skal ha hermeteikn rundt seg: \"%[1]s\"",
		en: "text stands in quotation marks: \"%[1]s\"",
	},
	"toml-after": {
		nb: "verdien slutter før «%[1]s». Anførselstegn inni en tekst skrives « » eller \\\"; tar verdien flere ord, skal alle stå innenfor",
		nn: "verdien sluttar før «%[1]s». Hermeteikn inni ein tekst blir skrivne « » eller \\\"; er verdien fleire ord, skal alle stå innanfor",
		en: "the value ends before “%[1]s”. Quotation marks inside a text are written “ ” or \\\"; if the value has several words, all of them stand inside",
	},
	"toml-date": {
		nb: "«%[1]s» er verken et tall eller en dato. En dato skrives slik: %[1]s = %[2]s",
		nn: "«%[1]s» er verken eit tal eller ein dato. Ein dato blir skriven slik: %[1]s = %[2]s",
		en: "“%[1]s” is neither a number nor a date. A date is written like this: %[1]s = %[2]s",
	},
	"toml-list": {
		nb: "det som begynner med %[1]s her, slutter aldri. Sett %[2]s etter den siste verdien",
		nn: "det som byrjar med %[1]s her, sluttar aldri. Set %[2]s etter den siste verdien",
		en: "what begins with %[1]s here never ends. Put %[2]s after the last value",
	},
	"toml-comma": {
		nb: "noe er galt med kommaene i «%[1]s»: mellom to verdier skal det stå nøyaktig ett",
		nn: "noko er gale med kommaa i «%[1]s»: mellom to verdiar skal det stå nøyaktig eitt",
		en: "something is wrong with the commas in “%[1]s”: between two values there is exactly one",
	},
	"toml-number": {
		nb: "tallet i «%[1]s» kan ikke leses. Skriv det med sifre alene, uten null foran og uten mellomrom: 25. Tekst skal ha anførselstegn",
		nn: "talet i «%[1]s» kan ikkje lesast. Skriv det med siffer åleine, utan null framfor og utan mellomrom: 25. Tekst skal ha hermeteikn",
		en: "the number in “%[1]s” cannot be read. Write it in digits alone, without a leading zero and without spaces: 25. Text stands in quotation marks",
	},

	// Front matter as a whole.
	"front-missing": {
		nb: "sida mangler opplysningene som skal stå øverst. Begynn med en linje +++, så title = \"…\" på neste linje og +++ på linja etter",
		nn: "sida manglar opplysningane som skal stå øvst. Byrj med ei linje +++, så title = \"…\" på neste linje og +++ på linja etter",
		en: "the page lacks the facts that stand at its top. Begin with a line +++, then title = \"…\" on the next line and +++ on the line after it",
	},
	"front-unclosed": {
		nb: "opplysningene som begynner med +++ på linje %[1]d, slutter aldri. Sett +++ alene på en linje under den siste av dem",
		nn: "opplysningane som byrjar med +++ på linje %[1]d, sluttar aldri. Set +++ åleine på ei linje under den siste av dei",
		en: "the facts that begin with +++ on line %[1]d never end. Put +++ alone on a line below the last of them",
	},
	"front-yaml": {
		nb: "opplysningene øverst er skrevet som YAML (---). Bytt begge linjene med --- til +++ og hver linje som title: Lytt til title = \"Lytt\"; en liste skrives [\"a\", \"b\"]",
		nn: "opplysningane øvst er skrivne som YAML (---). Byt begge linjene med --- til +++ og kvar linje som title: Lytt til title = \"Lytt\"; ei liste blir skriven [\"a\", \"b\"]",
		en: "the facts at the top are written as YAML (---). Change both lines with --- to +++ and every line like title: Listen to title = \"Listen\"; a list is written [\"a\", \"b\"]",
	},
	"title-missing": {
		nb: "sida mangler tittel. Skriv title = \"…\" mellom linjene med +++",
		nn: "sida manglar tittel. Skriv title = \"…\" mellom linjene med +++",
		en: "the page has no title. Write title = \"…\" between the lines with +++",
	},

	// Keys of front matter.
	"key-unknown": {
		nb: "«%[1]s» er ikke en nøkkel%[3]v. Sida kan ha: %[2]s",
		nn: "«%[1]s» er ikkje ein nøkkel%[3]v. Sida kan ha: %[2]s",
		en: "“%[1]s” is not a key%[3]v. The page may have: %[2]s",
	},
	"key-kind": {
		nb: "«%[1]s» hører til sider av et annet slag (%[2]s), og denne sida er «%[3]s». Slett linja, eller endre slaget med kind",
		nn: "«%[1]s» høyrer til sider av eit anna slag (%[2]s), og denne sida er «%[3]s». Slett linja, eller endre slaget med kind",
		en: "“%[1]s” belongs to pages of another kind (%[2]s), and this page is “%[3]s”. Delete the line, or change the kind with kind",
	},
	"key-table": {
		nb: "ei side har ingen tabeller. Slett linja [%[1]s] og skriv nøklene under den rett etter +++",
		nn: "ei side har ingen tabellar. Slett linja [%[1]s] og skriv nøklane under henne rett etter +++",
		en: "a page has no tables. Delete the line [%[1]s] and write the keys below it right after +++",
	},

	// Values.
	"type-text": {
		nb: "«%[1]s» skal være tekst i anførselstegn: %[1]s = \"…\"",
		nn: "«%[1]s» skal vere tekst i hermeteikn: %[1]s = \"…\"",
		en: "“%[1]s” takes text in quotation marks: %[1]s = \"…\"",
	},
	"type-texts": {
		nb: "hver verdi i lista «%[1]s» skal være tekst i anførselstegn: %[1]s = [\"…\", \"…\"]",
		nn: "kvar verdi i lista «%[1]s» skal vere tekst i hermeteikn: %[1]s = [\"…\", \"…\"]",
		en: "every value in the list “%[1]s” is text in quotation marks: %[1]s = [\"…\", \"…\"]",
	},
	"type-truth": {
		nb: "«%[1]s» skal være true (ja) eller false (nei), uten anførselstegn: %[1]s = true",
		nn: "«%[1]s» skal vere true (ja) eller false (nei), utan hermeteikn: %[1]s = true",
		en: "“%[1]s” takes true or false, without quotation marks: %[1]s = true",
	},
	"type-number": {
		nb: "«%[1]s» skal være et helt tall uten anførselstegn: %[1]s = 3",
		nn: "«%[1]s» skal vere eit heilt tal utan hermeteikn: %[1]s = 3",
		en: "“%[1]s” takes a whole number without quotation marks: %[1]s = 3",
	},
	"type-range": {
		nb: "«%[1]s» skal være et område av hele tall, fra og til: %[1]s = [20, 30]. Er de like, holder det med ett: %[1]s = 20",
		nn: "«%[1]s» skal vere eit område av heile tal, frå og til: %[1]s = [20, 30]. Er dei like, held det med eitt: %[1]s = 20",
		en: "“%[1]s” takes a range of whole numbers, from and to: %[1]s = [20, 30]. If they are equal, one will do: %[1]s = 20",
	},
	"type-list": {
		nb: "«%[1]s» skal være en liste i klammer: %[1]s = [\"…\", \"…\"]",
		nn: "«%[1]s» skal vere ei liste i klammer: %[1]s = [\"…\", \"…\"]",
		en: "“%[1]s” takes a list in brackets: %[1]s = [\"…\", \"…\"]",
	},
	"type-list-text": {
		nb: "«%[1]s» skal være en liste, også med bare én verdi: %[1]s = [\"%[2]s\"]",
		nn: "«%[1]s» skal vere ei liste, òg med berre éin verdi: %[1]s = [\"%[2]s\"]",
		en: "“%[1]s” takes a list, even of a single value: %[1]s = [\"%[2]s\"]",
	},
	"type-table": {
		nb: "«%[1]s» skal være en tabell: en linje [%[1]s] og nøklene under den",
		nn: "«%[1]s» skal vere ein tabell: ei linje [%[1]s] og nøklane under henne",
		en: "“%[1]s” is a table: a line [%[1]s] and its keys below it",
	},
	"number-limits": {
		nb: "tallet i «%[1]s» må være fra %[2]d til %[3]d",
		nn: "talet i «%[1]s» må vere frå %[2]d til %[3]d",
		en: "the number in “%[1]s” must be from %[2]d to %[3]d",
	},
	"range-order": {
		nb: "området i «%[1]s» begynner med det største tallet. Skriv %[1]s = [%[2]d, %[3]d]",
		nn: "området i «%[1]s» byrjar med det største talet. Skriv %[1]s = [%[2]d, %[3]d]",
		en: "the range in “%[1]s” begins with the greater number. Write %[1]s = [%[2]d, %[3]d]",
	},
	"list-long": {
		nb: "lista «%[1]s» er for lang: det er plass til %[2]d verdier",
		nn: "lista «%[1]s» er for lang: det er plass til %[2]d verdiar",
		en: "the list “%[1]s” is too long: there is room for %[2]d values",
	},
	"list-repeat": {
		nb: "«%[2]s» står to ganger i lista «%[1]s». Slett den ene",
		nn: "«%[2]s» står to gonger i lista «%[1]s». Slett den eine",
		en: "“%[2]s” stands twice in the list “%[1]s”. Delete one of them",
	},
	"list-empty": {
		nb: "lista «%[1]s» er tom. Skriv minst én verdi, eller slett linja",
		nn: "lista «%[1]s» er tom. Skriv minst éin verdi, eller slett linja",
		en: "the list “%[1]s” is empty. Write at least one value, or delete the line",
	},
	"text-empty": {
		nb: "teksten i «%[1]s» er tom. Skriv noe mellom anførselstegnene, eller ta den bort",
		nn: "teksten i «%[1]s» er tom. Skriv noko mellom hermeteikna, eller ta han bort",
		en: "the text in “%[1]s” is empty. Write something between the quotation marks, or take it away",
	},
	"text-line": {
		nb: "teksten i «%[1]s» må være på én linje og uten usynlige tegn",
		nn: "teksten i «%[1]s» må vere på éi linje og utan usynlege teikn",
		en: "the text in “%[1]s” must be on one line and without invisible characters",
	},
	"summary-long": {
		nb: "sammendraget er på %[1]d tegn og får dårlig plass på kort og i søk. Hold det under %[2]d",
		nn: "samandraget er på %[1]d teikn og får dårleg plass på kort og i søk. Hald det under %[2]d",
		en: "the summary has %[1]d characters and little room on cards and in search. Keep it below %[2]d",
	},
	"id-invalid": {
		nb: "«%[1]s» kan ikke være en id: den har bare små bokstaver, sifre og bindestreker%[2]v",
		nn: "«%[1]s» kan ikkje vere ein id: han har berre små bokstavar, siffer og bindestrekar%[2]v",
		en: "“%[1]s” cannot be an id: it has only lower-case letters, digits and hyphens%[2]v",
	},
	"word-unknown": {
		nb: "«%[2]s» er ikke en verdi for «%[1]s»%[4]v. Velg blant: %[3]s",
		nn: "«%[2]s» er ikkje ein verdi for «%[1]s»%[4]v. Vel mellom: %[3]s",
		en: "“%[2]s” is not a value of “%[1]s”%[4]v. Choose among: %[3]s",
	},
	"date-invalid": {
		nb: "«%[1]s» skal være en dato som finnes, med år, måned og dag: %[2]s",
		nn: "«%[1]s» skal vere ein dato som finst, med år, månad og dag: %[2]s",
		en: "“%[1]s” takes a date that exists, with year, month and day: %[2]s",
	},
	"alias-invalid": {
		nb: "«%[1]s» er ikke en gammel adresse. Skriv den fra roten av språket, uten skråstrek foran og med .html til slutt: \"strategier/lytting.html\"",
		nn: "«%[1]s» er ikkje ei gammal adresse. Skriv henne frå rota av språket, utan skråstrek framfor og med .html til slutt: \"strategiar/lytting.html\"",
		en: "“%[1]s” is not an old address. Write it from the root of the language, without a slash in front and with .html at its end: \"strategies/listening.html\"",
	},

	// site.toml.
	"site-missing": {
		nb: "«%[1]s» mangler. Skriv %[1]s = \"…\"",
		nn: "«%[1]s» manglar. Skriv %[1]s = \"…\"",
		en: "“%[1]s” is missing. Write %[1]s = \"…\"",
	},
	"site-key": {
		nb: "«%[1]s» er ikke en nøkkel her%[3]v. Her kan stå: %[2]s",
		nn: "«%[1]s» er ikkje ein nøkkel her%[3]v. Her kan stå: %[2]s",
		en: "“%[1]s” is not a key here%[3]v. There may be: %[2]s",
	},
	"site-key-place": {
		nb: "«%[1]s» gjelder hele håndboka, men står her under [%[2]s]. Flytt linja opp, over den første linja med [klammer]",
		nn: "«%[1]s» gjeld heile handboka, men står her under [%[2]s]. Flytt linja opp, over den første linja med [klammer]",
		en: "“%[1]s” is about the whole handbook, but stands below [%[2]s] here. Move the line up, above the first line with [brackets]",
	},
	"site-key-other": {
		nb: "«%[1]s» hører til under [%[3]s], men står her under [%[2]s]. Flytt linja dit. Finnes ikke [%[3]s], skriver du den på en egen linje nederst i fila, med denne linja under",
		nn: "«%[1]s» høyrer til under [%[3]s], men står her under [%[2]s]. Flytt linja dit. Finst ikkje [%[3]s], skriv du henne på ei eiga linje nedst i fila, med denne linja under",
		en: "“%[1]s” belongs below [%[3]s], but stands below [%[2]s] here. Move the line there. If there is no [%[3]s], write it on a line of its own at the end of the file, with this line below it",
	},
	"site-key-table": {
		nb: "«%[1]s» hører til under [%[2]s]. Flytt linja ned dit. Finnes ikke [%[2]s], skriver du den på en egen linje nederst i fila, med denne linja under",
		nn: "«%[1]s» høyrer til under [%[2]s]. Flytt linja ned dit. Finst ikkje [%[2]s], skriv du henne på ei eiga linje nedst i fila, med denne linja under",
		en: "“%[1]s” belongs below [%[2]s]. Move the line down there. If there is no [%[2]s], write it on a line of its own at the end of the file, with this line below it",
	},
	"language-tag": {
		nb: "«%[1]s» er ikke et språkmerke%[2]v: det har to eller tre små bokstaver, som nb, nn, en eller se",
		nn: "«%[1]s» er ikkje eit språkmerke%[2]v: det har to eller tre små bokstavar, som nb, nn, en eller se",
		en: "“%[1]s” is not a language tag%[2]v: it has two or three lower-case letters, like nb, nn, en or se",
	},
	"language-norwegian": {
		nb: "«%[1]s» er både bokmål og nynorsk. Skriv \"nb\" for bokmål eller \"nn\" for nynorsk",
		nn: "«%[1]s» er både bokmål og nynorsk. Skriv \"nb\" for bokmål eller \"nn\" for nynorsk",
		en: "“%[1]s” is both Bokmål and Nynorsk. Write \"nb\" for Bokmål or \"nn\" for Nynorsk",
	},
	"values-name": {
		nb: "«%[1]s» kan ikke være navnet på en verdi: det har bare små bokstaver, sifre og bindestreker. Skriv \"%[2]s\" = …",
		nn: "«%[1]s» kan ikkje vere namnet på ein verdi: det har berre små bokstavar, siffer og bindestrekar. Skriv \"%[2]s\" = …",
		en: "“%[1]s” cannot be the name of a value: it has only lower-case letters, digits and hyphens. Write \"%[2]s\" = …",
	},
	"language-missing": {
		nb: "standardspråket «%[1]s» er ikke blant språkene (%[2]s). Legg det til i languages, eller velg et av dem i language",
		nn: "standardspråket «%[1]s» er ikkje mellom språka (%[2]s). Legg det til i languages, eller vel eit av dei i language",
		en: "the default language “%[1]s” is not among the languages (%[2]s). Add it to languages, or choose one of them in language",
	},
	"colour-invalid": {
		nb: "«%[2]s» er ikke en farge. Skriv den med # og seks tegn av 0–9 og a–f: %[1]s = \"#00695c\"",
		nn: "«%[2]s» er ikkje ein farge. Skriv han med # og seks teikn av 0–9 og a–f: %[1]s = \"#00695c\"",
		en: "“%[2]s” is not a colour. Write it with # and six characters of 0–9 and a–f: %[1]s = \"#00695c\"",
	},
	"contact-invalid": {
		nb: "«%[1]s» er ikke en e-postadresse. Skriv bare adressen: contact = \"post@eksempel.no\"",
		nn: "«%[1]s» er ikkje ei e-postadresse. Skriv berre adressa: contact = \"post@eksempel.no\"",
		en: "“%[1]s” is not an e-mail address. Write the address alone: contact = \"post@example.org\"",
	},
	"url-invalid": {
		nb: "«%[1]s» er ikke adressen til et nettsted. Skriv hele, fra https:// og uten ? og #: url = \"https://eksempel.no/handbok\"",
		nn: "«%[1]s» er ikkje adressa til ein nettstad. Skriv heile, frå https:// og utan ? og #: url = \"https://eksempel.no/handbok\"",
		en: "“%[1]s” is not the address of a site. Write all of it, from https:// and without ? and #: url = \"https://example.org/handbook\"",
	},

	// Texts of the interface.
	"texts-shape": {
		nb: "«%[1]s» er ikke en tekst. Hver tekst er en tabell med navnet i anførselstegn, [\"search.title\"], og under den en linje for hvert språk: nb = \"Søk\"",
		nn: "«%[1]s» er ikkje ein tekst. Kvar tekst er ein tabell med namnet i hermeteikn, [\"search.title\"], og under han ei linje for kvart språk: nn = \"Søk\"",
		en: "“%[1]s” is not a text. Every text is a table with its name in quotation marks, [\"search.title\"], and below it a line for each language: en = \"Search\"",
	},
	"texts-missing": {
		nb: "teksten «%[1]s» mangler på %[2]s. Den må finnes på nb, nn og en",
		nn: "teksten «%[1]s» manglar på %[2]s. Han må finnast på nb, nn og en",
		en: "the text “%[1]s” is missing in %[2]s. It must be there in nb, nn and en",
	},
	"texts-unknown": {
		nb: "ingen tekst i håndboka heter «%[1]s»%[2]v. Er den til dine egne maler, kan du se bort fra dette",
		nn: "ingen tekst i handboka heiter «%[1]s»%[2]v. Er han til dine eigne malar, kan du sjå bort frå dette",
		en: "no text of the handbook is called “%[1]s”%[2]v. If it is for layouts of your own, you may ignore this",
	},
	"terms-table": {
		nb: "[terms.%[1]s] må være et språk: [terms.nb]. Et ord skrives rett under [terms]: \"kollegastøtte/kollegastøtten\" = \"kollegaveiledning/kollegaveiledningen\"",
		nn: "[terms.%[1]s] må vere eit språk: [terms.nn]. Eit ord skriv du rett under [terms]: \"kollegastøtte/kollegastøtta\" = \"kollegarettleiing/kollegarettleiinga\"",
		en: "[terms.%[1]s] must be a language: [terms.en]. A word is written right under [terms]: \"peer coaching\" = \"peer support\"",
	},
	"terms-empty": {
		nb: "et av ordene i «%[1]s», eller i det som skal stå i stedet, er tomt. Skriv et ord mellom hver skråstrek",
		nn: "eit av orda i «%[1]s», eller i det som skal stå i staden, er tomt. Skriv eit ord mellom kvar skråstrek",
		en: "a word of “%[1]s”, or of what is to stand in its place, is empty. Write a word between the slashes",
	},
	"terms-part": {
		nb: "en form i «%[1]s» begynner eller slutter med bindestrek, og er da en del av sammensatte ord. En slik del kan bare ha bokstaver: «kollegastøtte-»",
		nn: "ei form i «%[1]s» byrjar eller sluttar med bindestrek, og er då ein del av samansette ord. Ein slik del kan berre ha bokstavar: «kollegastøtte-»",
		en: "a form of “%[1]s” begins or ends with a hyphen, which makes it a part of compounds. Such a part can have letters only: “peer-”",
	},
	"terms-forms": {
		nb: "«%[1]s» har %[2]d former, men det som skal stå i stedet, har %[3]d. Skriv like mange på hver side, i samme rekkefølge",
		nn: "«%[1]s» har %[2]d former, men det som skal stå i staden, har %[3]d. Skriv like mange på kvar side, i same rekkjefølgje",
		en: "“%[1]s” has %[2]d forms, but what is to stand in its place has %[3]d. Write as many on each side, in the same order",
	},
	"terms-twice": {
		nb: "«%[1]s» får alt et annet ord på linje %[2]d. Behold bare det ene",
		nn: "«%[1]s» får alt eit anna ord på linje %[2]d. Behald berre det eine",
		en: "“%[1]s” is already given another word on line %[2]d. Keep one of the two",
	},
	"terms-cycle": {
		nb: "ordene går i ring: %[1]s. Da kan ingen si hva som skal stå. Ta bort ett av dem",
		nn: "orda går i ring: %[1]s. Då kan ingen seie kva som skal stå. Ta bort eitt av dei",
		en: "the words go in a circle: %[1]s. No one can say then what should stand there. Take one of them away",
	},
	"hide-form": {
		nb: "«%[1]s» er ikke noe som kan skjules. Skriv id-en til en side, \"listen\", eller til en del av en side, \"listen#vanlige-feller\"",
		nn: "«%[1]s» er ikkje noko som kan gøymast. Skriv id-en til ei side, \"listen\", eller til ein del av ei side, \"listen#vanlege-feller\"",
		en: "“%[1]s” is nothing that can be hidden. Write the id of a page, \"listen\", or of a section of a page, \"listen#common-traps\"",
	},
	"toml-quote": {
		nb: "sett rette anførselstegn rundt ordet foran likhetstegnet: \"%[1]s\" = …",
		nn: "set rette hermeteikn rundt ordet framfor likskapsteiknet: \"%[1]s\" = …",
		en: "put straight quotation marks around the word before the equals sign: \"%[1]s\" = …",
	},
	"search-compound": {
		nb: "«%[1]s» må være ett ord med bindestrek mellom delene, \"verne-ombud\", eller uten når ordet ikke skal deles",
		nn: "«%[1]s» må vere eitt ord med bindestrek mellom delane, \"verne-ombod\", eller utan når ordet ikkje skal delast",
		en: "“%[1]s” must be one word with hyphens between its parts, \"verne-ombud\", or without when the word is not to be parted",
	},
}
