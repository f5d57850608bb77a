package site

// fieldMessages are what can be wrong with a field of a worksheet.
var fieldMessages = catalogue{
	"field-quotes": {
		nb: "linja begynner med anførselstegn, så den blir ikke et felt. Bruk tegnet ` tre ganger: ```%[1]s, og ``` alene på linja etter feltet",
		nn: "linja byrjar med hermeteikn, så ho blir ikkje eit felt. Bruk teiknet ` tre gonger: ```%[1]s, og ``` åleine på linja etter feltet",
		en: "the line begins with quotation marks, so it is no field. Use the sign ` three times: ```%[1]s, and ``` alone on the line after the field",
	},
	"field-id": {
		nb: "feltet har ingen id. Skriv den etter felt, for eksempel: felt %[1]s",
		nn: "feltet har ingen id. Skriv han etter felt, til dømes: felt %[1]s",
		en: "the field has no id. Write it after field, for example: field %[1]s",
	},
	"field-id-form": {
		nb: "«%[1]s» kan ikke være en id: bare små bokstaver, sifre og bindestreker, for eksempel «%[2]s»",
		nn: "«%[1]s» kan ikkje vere ein id: berre små bokstavar, siffer og bindestrekar, til dømes «%[2]s»",
		en: "“%[1]s” can't be an id: only small letters, digits and hyphens, for example “%[2]s”",
	},
	"field-id-twice": {
		nb: "feltet «%[1]s» finnes alt på linje %[2]d. Gi dette en annen id",
		nn: "feltet «%[1]s» finst alt på linje %[2]d. Gi dette ein annan id",
		en: "there is already a field “%[1]s” on line %[2]d. Give this one another id",
	},
	"field-label": {
		nb: "feltet «%[1]s» spør ikke om noe. Skriv spørsmålet på første linje",
		nn: "feltet «%[1]s» spør ikkje om noko. Skriv spørsmålet på første linje",
		en: "the field “%[1]s” asks nothing. Write the question on the first line",
	},
	"field-answer": {
		nb: "feltet «%[1]s» sier ikke hvordan det skal svares. Legg til en linje som «Svar: kort»",
		nn: "feltet «%[1]s» seier ikkje korleis det skal svarast. Legg til ei linje som «Svar: kort»",
		en: "the field “%[1]s” does not say how it is answered. Add a line such as “Answer: short”",
	},
	"field-type": {
		nb: "«%[1]s» er ikke en svartype%[3]s. Svartypene er %[2]s",
		nn: "«%[1]s» er ikkje ein svartype%[3]s. Svartypane er %[2]s",
		en: "“%[1]s” is not a type of answer%[3]s. The types are %[2]s",
	},
	"field-line": {
		nb: "«%[1]s» er ikke en linje i et felt%[2]s. Etter spørsmålet kommer bare linjer som «Hint:», «Svar:» og valg med «- » foran",
		nn: "«%[1]s» er ikkje ei linje i eit felt%[2]s. Etter spørsmålet kjem berre linjer som «Hint:», «Svar:» og val med «- » føre",
		en: "“%[1]s” is not a line of a field%[2]s. After the question come only lines such as “Hint:”, “Answer:” and options with “- ” before them",
	},
	"field-twice": {
		nb: "«%[1]s» står to ganger i samme felt. Behold én",
		nn: "«%[1]s» står to gonger i same felt. Behald éin",
		en: "“%[1]s” stands twice in the same field. Keep one",
	},
	"field-size": {
		nb: "«%[1]s» passer ikke til denne svartypen. Ta det bort",
		nn: "«%[1]s» passar ikkje til denne svartypen. Ta det bort",
		en: "“%[1]s” does not go with this type of answer. Remove it",
	},
	"field-size-range": {
		nb: "«%[1]s» er ingen størrelse. Skriv et tall fra 1 til %[2]d, for eksempel «langt, 6 linjer»",
		nn: "«%[1]s» er ingen storleik. Skriv eit tal frå 1 til %[2]d, til dømes «langt, 6 linjer»",
		en: "“%[1]s” is no size. Write a number from 1 to %[2]d, for example “long, 6 lines”",
	},
	"field-scale": {
		nb: "«%[1]s» er ingen skala. Skriv for eksempel «skala 1-10 (svært utrygg … svært trygg)»",
		nn: "«%[1]s» er ingen skala. Skriv til dømes «skala 1-10 (svært utrygg … svært trygg)»",
		en: "“%[1]s” is no scale. Write for example “scale 1-10 (very unsure … very sure)”",
	},
	"field-scale-range": {
		nb: "skalaen går fra %[1]d til %[2]d. Den må gå oppover og ha høyst %[3]d trinn",
		nn: "skalaen går frå %[1]d til %[2]d. Han må gå oppover og ha høgst %[3]d trinn",
		en: "the scale goes from %[1]d to %[2]d. It must go upwards and have at most %[3]d steps",
	},
	"field-points": {
		nb: "«%[1]s» er ikke tall. Skriv ett tall for hvert valg: 0, 1, 2",
		nn: "«%[1]s» er ikkje tal. Skriv eitt tal for kvart val: 0, 1, 2",
		en: "“%[1]s” is not numbers. Write a number for each option: 0, 1, 2",
	},
	"field-points-count": {
		nb: "det er %[1]d poengtall, men %[2]d valg. Skriv ett for hvert",
		nn: "det er %[1]d poengtal, men %[2]d val. Skriv eitt for kvart",
		en: "there are %[1]d points but %[2]d options. Write one for each",
	},
	"field-bring": {
		nb: "«%[1]s» sier ikke hvor svaret hentes fra. Skriv ark#felt",
		nn: "«%[1]s» seier ikkje kvar svaret blir henta frå. Skriv ark#felt",
		en: "“%[1]s” does not say where the answer comes from. Write sheet#field",
	},
	"field-yesno": {
		nb: "«%[1]s» er verken ja eller nei",
		nn: "«%[1]s» er verken ja eller nei",
		en: "“%[1]s” is neither yes nor no",
	},
	"field-no-options": {
		nb: "feltet «%[1]s» har ingenting å velge mellom. Skriv valgene på hver sin linje med «- » foran",
		nn: "feltet «%[1]s» har ingenting å velje mellom. Skriv vala på kvar si linje med «- » føre",
		en: "the field “%[1]s” has nothing to choose between. Write the options on lines of their own with “- ” before them",
	},
	"field-options": {
		nb: "feltet «%[1]s» har valg, men svartypen tar ingen. Bruk «velg én» eller «velg flere»",
		nn: "feltet «%[1]s» har val, men svartypen tek ingen. Bruk «vel éin» eller «vel fleire»",
		en: "the field “%[1]s” has options, but its type of answer takes none. Use “choose one” or “choose several”",
	},
	"field-no-columns": {
		nb: "tabellen «%[1]s» har ingen kolonner. Legg til en linje som «Kolonner: Tiltak / Når» med loddrett strek mellom",
		nn: "tabellen «%[1]s» har ingen kolonnar. Legg til ei linje som «Kolonnar: Tiltak / Når» med loddrett strek mellom",
		en: "the table “%[1]s” has no columns. Add a line such as “Columns: Action / When” with a vertical bar between",
	},
	"field-columns": {
		nb: "feltet «%[1]s» har kolonner, men er ingen tabell",
		nn: "feltet «%[1]s» har kolonnar, men er ingen tabell",
		en: "the field “%[1]s” has columns but is no table",
	},
	"field-choice-twice": {
		nb: "«%[1]s» står to ganger blant valgene eller kolonnene i «%[2]s». Gi dem ulike id-er med {=id}",
		nn: "«%[1]s» står to gonger blant vala eller kolonnane i «%[2]s». Gi dei ulike id-ar med {=id}",
		en: "“%[1]s” stands twice among the options or columns of “%[2]s”. Give them different ids with {=id}",
	},
	"field-choice-id": {
		nb: "«%[1]s» har ingen id. Skriv {=%[2]s} rett etter, så lagrede svar finner det igjen når teksten endres",
		nn: "«%[1]s» har ingen id. Skriv {=%[2]s} rett etter, så lagra svar finn det igjen når teksten blir endra",
		en: "“%[1]s” has no id. Write {=%[2]s} right after it, so that saved answers find it again when the text changes",
	},
	"field-formerly-taken": {
		nb: "«%[1]s» skal være et tidligere navn på feltet «%[2]s», men er et felt på samme ark. Ta bort linja, eller gi det andre feltet en annen id",
		nn: "«%[1]s» skal vere eit tidlegare namn på feltet «%[2]s», men er eit felt på same ark. Ta bort linja, eller gi det andre feltet ein annan id",
		en: "“%[1]s” is said to be a former name of the field “%[2]s”, but is a field on the same sheet. Remove the line, or give the other field another id",
	},
	"field-formerly-twice": {
		nb: "både «%[2]s» og «%[3]s» sier at de het «%[1]s» før. Svarene kan bare følge ett av dem: ta bort den ene linja",
		nn: "både «%[2]s» og «%[3]s» seier at dei heitte «%[1]s» før. Svara kan berre følgje eitt av dei: ta bort den eine linja",
		en: "both “%[2]s” and “%[3]s” say they were called “%[1]s” before. The answers can follow only one of them: remove one of the lines",
	},
	"field-outside": {
		nb: "feltet «%[1]s» står på ei side som ikke er et arbeidsark, så svaret blir aldri husket. Flytt det til et arbeidsark, eller skriv kind = \"arbeidsark\" øverst på sida",
		nn: "feltet «%[1]s» står på ei side som ikkje er eit arbeidsark, så svaret blir aldri hugsa. Flytt det til eit arbeidsark, eller skriv kind = \"arbeidsark\" øvst på sida",
		en: "the field “%[1]s” stands on a page that is no worksheet, so its answer is never kept. Move it to a worksheet, or write kind = \"worksheet\" at the top of the page",
	},
	"field-sum": {
		nb: "summen «%[1]s» skal legge sammen «%[2]s», som ikke er et felt med tall på siden",
		nn: "summen «%[1]s» skal leggje saman «%[2]s», som ikkje er eit felt med tal på sida",
		en: "the sum “%[1]s” is to add up “%[2]s”, which is no field with a number on the page",
	},
	"field-unclosed": {
		nb: "feltet «%[1]s» mangler ``` på slutten. Sett det på en egen linje etter feltet",
		nn: "feltet «%[1]s» manglar ``` på slutten. Set det på ei eiga linje etter feltet",
		en: "the field “%[1]s” has no ``` at its end. Put it on a line of its own after the field",
	},
	"field-blank": {
		nb: "dette blir ikke et felt. Skriv det som en blokk som begynner med ```felt",
		nn: "dette blir ikkje eit felt. Skriv det som ei blokk som byrjar med ```felt",
		en: "this will not become a field. Write it as a block that begins with ```field",
	},
	"field-link": {
		nb: "et felt kan ikke lenke til andre sider. Sett lenka i teksten rundt",
		nn: "eit felt kan ikkje lenkje til andre sider. Set lenkja i teksten rundt",
		en: "a field can't link to other pages. Put the link in the text around it",
	},
}
