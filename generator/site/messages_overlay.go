package site

// overlayMessages are what customize, status, diff and accept say.
var overlayMessages = catalogue{
	"overlay-unknown": {
		nb: "jeg finner ingen side som heter «%[1]s»%[2]v. Skriv adressen til siden uten .html, som strategier/lytt, eller id-en som står øverst i fila",
		nn: "eg finn inga side som heiter «%[1]s»%[2]v. Skriv adressa til sida utan .html, som strategier/lytt, eller id-en som står øvst i fila",
		en: "there is no page called “%[1]s”%[2]v. Write the address of the page without .html, such as strategies/listen, or the id at the top of its file",
	},
	"overlay-taken": {
		nb: "%[1]s ligger alt i mappa deres. Skriv videre i den, eller slett den først hvis dere vil begynne på nytt",
		nn: "%[1]s ligg alt i mappa dykkar. Skriv vidare i ho, eller slett ho først om de vil byrje på nytt",
		en: "%[1]s is already in your folder. Go on writing in it, or delete it first if you want to begin anew",
	},
	"overlay-own": {
		nb: "%[1]s er deres egen side og har ingen original. Skriv rett i den",
		nn: "%[1]s er dykkar eiga side og har ingen original. Skriv rett i ho",
		en: "%[1]s is a page of your own and has no original. Write in it directly",
	},
	"overlay-none": {
		nb: "%[1]s ligger ikke oppå noen av våre sider, så det er ingenting å sammenligne med",
		nn: "%[1]s ligg ikkje oppå nokon av våre sider, så det er ingenting å samanlikne med",
		en: "%[1]s does not lie over one of our pages, so there is nothing to compare it with",
	},
	"overlay-texts": {
		nb: "%[1]s skal ikke kopieres hel: da får dere aldri nye ord. Lag en fil med det navnet, og skriv bare de tekstene dere bytter",
		nn: "%[1]s skal ikkje kopierast heil: då får de aldri nye ord. Lag ei fil med det namnet, og skriv berre dei tekstane de byter",
		en: "%[1]s is not to be copied whole: you would never get new words. Make a file of that name and write only the texts you change",
	},
	"overlay-merge": {
		nb: "bare sider kan endres delvis. %[1]s må kopieres hel: kjør det samme uten --merge",
		nn: "berre sider kan endrast delvis. %[1]s må kopierast heil: køyr det same utan --merge",
		en: "only pages can be changed in part. %[1]s must be copied whole: run the same without --merge",
	},
	"overlay-occupied": {
		nb: "%[1]s kan ikke flyttes: %[2]s finnes alt i mappa deres. Slå dem sammen for hånd, og slett den gamle",
		nn: "%[1]s kan ikkje flyttast: %[2]s finst alt i mappa dykkar. Slå dei saman for hand, og slett den gamle",
		en: "%[1]s can't be moved: %[2]s is already in your folder. Put them together by hand and delete the old one",
	},
	"overlay-alone": {
		nb: "%[1]s sier bare hva som er annerledes, og originalen finnes ikke mer. Slik den var, ligger den i %[2]s. Flytt det dere vil beholde derfra over i siden, ta bort linja mode = \"merge\", og kjør det samme igjen. Eller slett siden",
		nn: "%[1]s seier berre kva som er annleis, og originalen finst ikkje meir. Slik han var, ligg han i %[2]s. Flytt det de vil behalde derfrå over i sida, ta bort linja mode = \"merge\", og køyr det same igjen. Eller slett sida",
		en: "%[1]s says only what is different, and its original is no more. As it was, it is in %[2]s. Move what you want to keep from there into the page, take away the line mode = \"merge\", and run the same again. Or delete the page",
	},
	"overlay-made": {
		nb: "%[1]s er deres nå. Åpne den i et skriveprogram. kollega serve --open viser den mens du skriver",
		nn: "%[1]s er dykkar no. Opne ho i eit skriveprogram. kollega serve --open viser ho medan du skriv",
		en: "%[1]s is yours now. Open it in a text editor. kollega serve --open shows it while you write",
	},
	"overlay-seen":  {nb: "notert: dere har sett originalen til %[1]s slik den er nå", nn: "notert: de har sett originalen til %[1]s slik han er no", en: "noted: you have seen the original of %[1]s as it is now"},
	"overlay-moved": {nb: "flyttet %[1]s til %[2]s, der originalen ligger nå", nn: "flytta %[1]s til %[2]s, der originalen ligg no", en: "moved %[1]s to %[2]s, where the original is now"},
	"overlay-yours": {nb: "notert: %[1]s er en helt egen side nå", nn: "notert: %[1]s er ei heilt eiga side no", en: "noted: %[1]s is wholly a page of your own now"},
	"overlay-keys": {
		nb: "Det som står her, gjelder i stedet for det originalen sier. Ta bort # foran en linje for å bruke den.",
		nn: "Det som står her, gjeld i staden for det originalen seier. Ta bort # framfor ei linje for å bruke ho.",
		en: "What stands here holds instead of what the original says. Take away the # before a line to use it.",
	},
	"overlay-how": {
		nb: "Dette er et notat som leserne ikke ser. Skriv det som skal være annerledes, under streken nederst. Alt annet kommer fra\noriginalen, også når den blir ny. En del med samme overskrift som i originalen bytter ut den delen. Etter en overskrift kan\ndet stå {fjern}, som tar bort delen, {legg-til}, som føyer til, og {etter=\"en overskrift\"}, for en del som er deres egen.\nDette er delene i originalen:",
		nn: "Dette er eit notat som lesarane ikkje ser. Skriv det som skal vere annleis, under streken nedst. Alt anna kjem frå\noriginalen, også når han blir ny. Ein del med same overskrift som i originalen byter ut den delen. Etter ei overskrift kan\ndet stå {fjern}, som tek bort delen, {legg-til}, som føyer til, og {etter=\"ei overskrift\"}, for ein del som er dykkar eigen.\nDette er delane i originalen:",
		en: "This is a note that readers do not see. Write what is to be different below the line at its end. Everything else comes from\nthe original, also when that is renewed. A section with the same heading as one of the original replaces it. After a heading\nthere may be {remove}, which takes the section away, {add}, which adds to it, and {after=\"a heading\"}, for one of your own.\nThese are the sections of the original:",
	},
	"status-look":    {nb: "Se på dette:", nn: "Sjå på dette:", en: "Look at these:"},
	"status-changed": {nb: "  %[1]s: originalen er endret der dere har endret: %[2]s", nn: "  %[1]s: originalen er endra der de har endra: %[2]s", en: "  %[1]s: the original has changed where you have changed it: %[2]s"},
	"status-moved":   {nb: "  %[1]s: originalen ligger nå i %[3]s. kollega accept %[4]s flytter siden deres etter", nn: "  %[1]s: originalen ligg no i %[3]s. kollega accept %[4]s flyttar sida dykkar etter", en: "  %[1]s: the original is in %[3]s now. kollega accept %[4]s moves your page along"},
	"status-gone":    {nb: "  %[1]s: originalen finnes ikke lenger. Behold siden som deres egen med kollega accept %[4]s, eller slett den", nn: "  %[1]s: originalen finst ikkje lenger. Behald sida som dykkar eiga med kollega accept %[4]s, eller slett ho", en: "  %[1]s: the original is no more. Keep the page as your own with kollega accept %[4]s, or delete it"},
	"status-unknown": {nb: "  %[1]s: jeg vet ikke hvilken original dere begynte med. Se kollega diff %[4]s, og skriv så kollega accept %[4]s", nn: "  %[1]s: eg veit ikkje kva original de byrja med. Sjå kollega diff %[4]s, og skriv så kollega accept %[4]s", en: "  %[1]s: it is not known which original you began with. See kollega diff %[4]s, then write kollega accept %[4]s"},
	"status-how":     {nb: "kollega diff med navnet på siden viser hva som er nytt, kollega accept sier at dere har sett det", nn: "kollega diff med namnet på sida viser kva som er nytt, kollega accept seier at de har sett det", en: "kollega diff with the name of the page shows what is new, kollega accept says that you have seen it"},
	"status-merged":  {nb: "Delvis deres:", nn: "Delvis dykkar:", en: "Partly yours:"},
	"status-whole":   {nb: "Deres i stedet for vår:", nn: "Dykkar i staden for vår:", en: "Yours in place of ours:"},
	"status-own":     {nb: "Deres egne:", nn: "Dykkar eigne:", en: "Your own:"},
	"status-hidden":  {nb: "Skjult:", nn: "Gøymt:", en: "Hidden:"},
	"status-fine":    {nb: "Ingenting å se på", nn: "Ingenting å sjå på", en: "Nothing to look at"},
	"status-intro":   {nb: "innledningen", nn: "innleiinga", en: "the introduction"},
	"status-new":     {nb: "%[1]s (ny)", nn: "%[1]s (ny)", en: "%[1]s (new)"},
	"status-lost":    {nb: "%[1]s (borte)", nn: "%[1]s (borte)", en: "%[1]s (gone)"},
	"diff-unknown":   {nb: "Jeg vet ikke hvilken original dere begynte med.", nn: "Eg veit ikkje kva original de byrja med.", en: "It is not known which original you began with."},
	"diff-gone":      {nb: "Originalen finnes ikke lenger.", nn: "Originalen finst ikkje lenger.", en: "The original is no more."},
	"diff-same":      {nb: "Originalen er som den var.", nn: "Originalen er som han var.", en: "The original is as it was."},
	"diff-original":  {nb: "Dette er endret i originalen siden sist:", nn: "Dette er endra i originalen sidan sist:", en: "This has changed in the original since:"},
	"diff-own":       {nb: "Slik skiller siden deres seg fra originalen:", nn: "Slik skil sida dykkar seg frå originalen:", en: "This is how your page differs from the original:"},
	"diff-was":       {nb: "originalen før", nn: "originalen før", en: "the original before"},
	"diff-now":       {nb: "originalen nå", nn: "originalen no", en: "the original now"},
}
