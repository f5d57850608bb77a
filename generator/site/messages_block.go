package site

// blockMessages are about the blocks of a session and what they use.
var blockMessages = catalogue{
	"block-form": {
		nb: "det som står i klammene, kan ikke leses. Skriv {bruk=win-round}, eller flere i rette anførselstegn med mellomrom mellom: {bruk=\"win-round q.lead-keep\"}",
		nn: "det som står i klammene, kan ikkje lesast. Skriv {bruk=win-round}, eller fleire i rette hermeteikn med mellomrom mellom: {bruk=\"win-round q.lead-keep\"}",
		en: "what stands in the braces can't be read. Write {use=win-round}, or several in straight quotation marks with spaces between: {use=\"win-round q.lead-keep\"}",
	},
	"block-empty": {
		nb: "«%[1]s» er tom. Skriv id-en til det delen bruker, eller ta bort klammene",
		nn: "«%[1]s» er tom. Skriv id-en til det delen bruker, eller ta bort klammene",
		en: "“%[1]s” is empty. Write the id of what the part uses, or remove the braces",
	},
	"block-id": {
		nb: "«%[1]s» kan ikke være en id%[3]v. Skriv id-ene i «%[2]s» med mellomrom mellom, med små bokstaver, sifre og bindestreker, og q. foran et spørsmål",
		nn: "«%[1]s» kan ikkje vere ein id%[3]v. Skriv id-ane i «%[2]s» med mellomrom mellom, med små bokstavar, siffer og bindestrekar, og q. framfor eit spørsmål",
		en: "“%[1]s” can't be an id%[3]v. Write the ids in “%[2]s” with spaces between, in small letters, digits and hyphens, and q. before a question",
	},
	"block-twice": {
		nb: "«%[1]s» står to ganger i samme del. Slett den ene",
		nn: "«%[1]s» står to gonger i same del. Slett den eine",
		en: "“%[1]s” stands twice in the same part. Delete one of them",
	},
	"block-minutes": {
		nb: "delen «%[1]s» bruker noe, men sier ikke hvor lang tid den tar. Skriv minuttene etter overskriften: (10 min)",
		nn: "delen «%[1]s» bruker noko, men seier ikkje kor lang tid han tek. Skriv minutta etter overskrifta: (10 min)",
		en: "the part “%[1]s” uses something but does not say how long it takes. Write the minutes after the heading: (10 min)",
	},
	"block-untimed": {
		nb: "økta har ingen tidsplan, for ingen overskrift har minutter. Skriv dem etter hver del: ## Kom sammen (5 min)",
		nn: "økta har ingen tidsplan, for inga overskrift har minutt. Skriv dei etter kvar del: ## Kom saman (5 min)",
		en: "the session has no timetable, since no heading has minutes. Write them after each part: ## Come together (5 min)",
	},
	"block-kind": {
		nb: "«%[1]s» betyr noe bare på sider av slaget økt, og denne er «%[2]s». Skriv en vanlig lenke i teksten",
		nn: "«%[1]s» tyder noko berre på sider av slaget økt, og denne er «%[2]s». Skriv ei vanleg lenkje i teksten",
		en: "“%[1]s” means something only on pages of the kind session, and this one is “%[2]s”. Write an ordinary link in the text",
	},
	"block-page": {
		nb: "det finnes ingen side med id «%[1]s»%[2]v. Skriv id-en til en aktivitet eller et arbeidsark, eller q. og id-en til et spørsmål",
		nn: "det finst inga side med id «%[1]s»%[2]v. Skriv id-en til ein aktivitet eller eit arbeidsark, eller q. og id-en til eit spørsmål",
		en: "there is no page with the id “%[1]s”%[2]v. Write the id of an activity or a worksheet, or q. and the id of a question",
	},
	"block-page-kind": {
		nb: "«%[1]s» er av slaget «%[2]s» og kan ikke brukes i en økt. Bruk en aktivitet, et arbeidsark eller spørsmål, eller skriv en vanlig lenke i teksten",
		nn: "«%[1]s» er av slaget «%[2]s» og kan ikkje brukast i ei økt. Bruk ein aktivitet, eit arbeidsark eller spørsmål, eller skriv ei vanleg lenkje i teksten",
		en: "“%[1]s” is of the kind “%[2]s” and can't be used in a session. Use an activity, a worksheet or questions, or write an ordinary link in the text",
	},
	"block-question": {
		nb: "det finnes ikke noe spørsmål med id «%[1]s»%[2]v. Id-en står i spørsmålsbanken, som {=%[1]s}",
		nn: "det finst ikkje noko spørsmål med id «%[1]s»%[2]v. Id-en står i spørsmålsbanken, som {=%[1]s}",
		en: "there is no question with the id “%[1]s”%[2]v. The id stands in the question bank, as {=%[1]s}",
	},
	"block-edition": {
		nb: "«%[1]s» er ikke med i denne utgaven, så delen viser det ikke",
		nn: "«%[1]s» er ikkje med i denne utgåva, så delen viser det ikkje",
		en: "“%[1]s” is not in this edition, so the part does not show it",
	},
	"block-twins": {
		nb: "økta har ikke like mange deler (%[1]d) som %[3]s (%[2]d). Oversettelsene av en økt må ha de samme delene",
		nn: "økta har ikkje like mange delar (%[1]d) som %[3]s (%[2]d). Omsetjingane av ei økt må ha dei same delane",
		en: "the session does not have as many parts (%[1]d) as %[3]s (%[2]d). The translations of a session must have the same parts",
	},
	"block-differs": {
		nb: "delen «%[1]s» har andre minutter, eller bruker noe annet, enn «%[2]s» i %[3]s. Gjør dem like",
		nn: "delen «%[1]s» har andre minutt, eller bruker noko anna, enn «%[2]s» i %[3]s. Gjer dei like",
		en: "the part “%[1]s” has other minutes, or uses something else, than “%[2]s” in %[3]s. Make them the same",
	},
}
