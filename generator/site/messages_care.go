package site

// careMessages are what keeps readers out, or what a handbook should not say of people.
var careMessages = catalogue{
	"link-vague": {
		nb: "lenketeksten «%[1]s» sier ikke hvor lenka fører. La den si det selv, for mange leser bare lenkene: [Slik avtaler dere taushet](side.md)",
		nn: "lenkjeteksten «%[1]s» seier ikkje kvar lenkja fører. Lat han seie det sjølv, for mange les berre lenkjene: [Slik avtaler de teieplikt](side.md)",
		en: "the link text “%[1]s” does not say where the link leads. Let it say so itself, since many read the links alone: [How to agree on confidentiality](page.md)",
	},
	"table-head": {
		nb: "ingen av kolonnene i tabellen har en overskrift. Skriv hva de viser i den øverste raden, så også de som får tabellen lest opp, vet hva cellene er",
		nn: "ingen av kolonnane i tabellen har ei overskrift. Skriv kva dei viser i den øvste rada, så også dei som får tabellen lesen opp, veit kva cellene er",
		en: "no column of the table has a heading. Say in its first row what they show, so that those who have the table read to them know what the cells are",
	},
	"colour-only": {
		nb: "«%[1]s» sier noe bare til dem som ser fargen, og på et svart-hvitt ark ser ingen den. Si det med ord også, rett etter i parentes eller anførselstegn: røde felt («Må fylles ut»)",
		nn: "«%[1]s» seier noko berre til dei som ser fargen, og på eit svart-kvitt ark ser ingen han. Sei det med ord òg, rett etter i parentes eller hermeteikn: raude felt («Må fyllast ut»)",
		en: "“%[1]s” speaks only to those who see the colour, and on black-and-white paper nobody does. Say it in words as well, right after it in brackets or quotation marks: red fields (“Required”)",
	},
	"private-address": {
		nb: "her står en privat e-postadresse (@%[1]s) som alle lesere får se. Bruk en adresse på jobb, helst en felles",
		nn: "her står ei privat e-postadresse (@%[1]s) som alle lesarar får sjå. Bruk ei adresse på jobb, helst ei felles",
		en: "here is a private e-mail address (@%[1]s) for every reader to see. Use one at work, preferably a shared one",
	},
	"review-order": {
		nb: "review_after (%[1]s) er ikke etter reviewed (%[2]s). Skriv den dagen sida skal være gått gjennom på nytt",
		nn: "review_after (%[1]s) er ikkje etter reviewed (%[2]s). Skriv den dagen sida skal vere gått gjennom på nytt",
		en: "review_after (%[1]s) is not after reviewed (%[2]s). Write the day by which the page is to be reviewed again",
	},
	"care-lix": {
		nb: "sida har LIX %[1]d, og grensa er %[2]d. Del opp de lengste setningene, og bytt lange ord med korte der meningen tåler det",
		nn: "sida har LIX %[1]d, og grensa er %[2]d. Del opp dei lengste setningane, og byt lange ord med korte der meininga toler det",
		en: "the page has LIX %[1]d, and the limit is %[2]d. Divide the longest sentences, and change long words for short ones where the meaning allows it",
	},
	"personal-number": {
		nb: "her står et fødselsnummer eller D-nummer. Ta det bort, også fra eldre utgaver av fila, og si fra til personvernombudet hvis håndboka alt er delt",
		nn: "her står eit fødselsnummer eller D-nummer. Ta det bort, òg frå eldre utgåver av fila, og sei frå til personvernombodet om handboka alt er delt",
		en: "here is a national identity number. Remove it, from older versions of the file too, and tell the data protection officer if the handbook has been shared already",
	},
}
