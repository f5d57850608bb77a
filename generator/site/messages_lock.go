package site

// lockMessages are what can be wrong between the handbook and its worksheets.lock, and
// with writing either.
var lockMessages = catalogue{
	"file-unwritable": {
		nb: "fila kan ikke skrives: %[1]s. Ingenting i den er endret",
		nn: "fila kan ikkje skrivast: %[1]s. Ingenting i ho er endra",
		en: "the file can't be written: %[1]s. Nothing in it has changed",
	},
	"lock-syntax": {
		nb: "linja «%[1]s» er ikke på formen «side#felt svartype». Hent fila tilbake fra versjonskontrollen, eller slett linja hvis den ikke skal være her",
		nn: "linja «%[1]s» er ikkje på forma «side#felt svartype». Hent fila tilbake frå versjonskontrollen, eller slett linja om ho ikkje skal vere her",
		en: "the line “%[1]s” is not of the form “page#field type”. Get the file back from version control, or delete the line if it does not belong here",
	},
	"lock-conflict": {
		nb: "git har satt igjen en konflikt her. Behold linjene fra begge sider, og slett bare de tre som begynner med <<<<<<<, ======= og >>>>>>>",
		nn: "git har sett igjen ein konflikt her. Behald linjene frå begge sider, og slett berre dei tre som byrjar med <<<<<<<, ======= og >>>>>>>",
		en: "git has left a conflict here. Keep the lines of both sides and delete only the three that begin with <<<<<<<, ======= and >>>>>>>",
	},
	"lock-twice": {
		nb: "«%[1]s» står alt på linje %[2]d, som «%[3]s» og ikke «%[4]s». Slett den linja som ikke stemmer med håndboka",
		nn: "«%[1]s» står alt på linje %[2]d, som «%[3]s» og ikkje «%[4]s». Slett den linja som ikkje stemmer med handboka",
		en: "“%[1]s” already stands on line %[2]d, as “%[3]s” and not “%[4]s”. Delete the line that does not agree with the handbook",
	},
	"lock-page": {
		nb: "sida «%[1]s» har vært ute hos leserne, men finnes ikke lenger%[2]v. Har den fått ny id, skriv formerly = [\"%[1]s\"] øverst på den. Skal den bort for godt, kjør: kollega lock --remove %[1]s",
		nn: "sida «%[1]s» har vore ute hos lesarane, men finst ikkje lenger%[2]v. Har ho fått ny id, skriv formerly = [\"%[1]s\"] øvst på ho. Skal ho bort for godt, køyr: kollega lock --remove %[1]s",
		en: "the page “%[1]s” has been published but is no longer there%[2]v. If it has a new id, write formerly = [\"%[1]s\"] at its top. If it is gone for good, run: kollega lock --remove %[1]s",
	},
	"lock-kind": {
		nb: "sida «%[1]s» har vært ute som %[2]s og er nå %[3]s. Det leserne har lagret, hører til den gamle: gi den nye sida en annen id",
		nn: "sida «%[1]s» har vore ute som %[2]s og er no %[3]s. Det lesarane har lagra, høyrer til den gamle: gi den nye sida ein annan id",
		en: "the page “%[1]s” has been published as %[2]s and is now %[3]s. What readers have saved belongs to the old one: give the new page another id",
	},
	"lock-field": {
		nb: "feltet «%[2]s» (%[3]s) har vært ute hos leserne, men finnes ikke lenger%[4]v. Har det fått ny id, skriv «Tidligere: %[2]s» i det. Skal det bort for godt, kjør: kollega lock --remove %[1]s",
		nn: "feltet «%[2]s» (%[3]s) har vore ute hos lesarane, men finst ikkje lenger%[4]v. Har det fått ny id, skriv «Tidlegare: %[2]s» i det. Skal det bort for godt, køyr: kollega lock --remove %[1]s",
		en: "the field “%[2]s” (%[3]s) has been published but is no longer there%[4]v. If it has a new id, write “Formerly: %[2]s” in it. If it is gone for good, run: kollega lock --remove %[1]s",
	},
	"lock-type": {
		nb: "feltet «%[1]s» har vært ute hos leserne som «%[2]s» og er nå «%[3]s». Svarene som er lagret, passer ikke lenger: gi det nye feltet en ny id og skriv «Tidligere: %[1]s» i det",
		nn: "feltet «%[1]s» har vore ute hos lesarane som «%[2]s» og er no «%[3]s». Svara som er lagra, passar ikkje lenger: gi det nye feltet ein ny id og skriv «Tidlegare: %[1]s» i det",
		en: "the field “%[1]s” has been published as “%[2]s” and is now “%[3]s”. The saved answers no longer fit: give the new field a new id and write “Formerly: %[1]s” in it",
	},
	"lock-choice": {
		nb: "%[3]s «%[2]s» har vært ute hos leserne, men finnes ikke lenger%[4]v. Sett id-en tilbake med {=%[2]s}. Skal den bort for godt, kjør: kollega lock --remove %[1]s",
		nn: "%[3]s «%[2]s» har vore ute hos lesarane, men finst ikkje lenger%[4]v. Set id-en tilbake med {=%[2]s}. Skal han bort for godt, køyr: kollega lock --remove %[1]s",
		en: "the %[3]s “%[2]s” has been published but is no longer there%[4]v. Put the id back with {=%[2]s}. If it is gone for good, run: kollega lock --remove %[1]s",
	},
	"lock-question": {
		nb: "spørsmålet «%[2]s» har vært ute hos leserne, men finnes ikke lenger%[3]v. Sett id-en tilbake med {=%[2]s}. Skal det bort for godt, kjør: kollega lock --remove %[1]s",
		nn: "spørsmålet «%[2]s» har vore ute hos lesarane, men finst ikkje lenger%[3]v. Set id-en tilbake med {=%[2]s}. Skal det bort for godt, køyr: kollega lock --remove %[1]s",
		en: "the question “%[2]s” has been published but is no longer there%[3]v. Put the id back with {=%[2]s}. If it is gone for good, run: kollega lock --remove %[1]s",
	},
	"lock-reused": {
		nb: "id-en «%[1]s» ble brukt til «%[2]s» før den ble tatt ut, og kan ligge i lagrede svar. Velg en annen id til dette, som er «%[3]s»",
		nn: "id-en «%[1]s» vart brukt til «%[2]s» før han vart teken ut, og kan liggje i lagra svar. Vel ein annan id til dette, som er «%[3]s»",
		en: "the id “%[1]s” was used for “%[2]s” before it was taken out, and may lie in saved answers. Choose another id for this, which is “%[3]s”",
	},
	"lock-stale": {
		nb: "fila er ikke ajour: %[1]d linjer er nye eller endret, den første er «%[2]s». Kjør «kollega lock», og legg fila inn i versjonskontrollen",
		nn: "fila er ikkje ajour: %[1]d linjer er nye eller endra, den første er «%[2]s». Køyr «kollega lock», og legg fila inn i versjonskontrollen",
		en: "the file is out of date: %[1]d lines are new or changed, the first is “%[2]s”. Run “kollega lock” and put the file into version control",
	},
	"lock-unknown": {
		nb: "«%[1]s» står ikke i fila%[2]v. Skriv side, side#felt, side#felt/valg eller side#spørsmål",
		nn: "«%[1]s» står ikkje i fila%[2]v. Skriv side, side#felt, side#felt/val eller side#spørsmål",
		en: "“%[1]s” is not in the file%[2]v. Write page, page#field, page#field/option or page#question",
	},
	"lock-present": {
		nb: "«%[1]s» er fortsatt med i håndboka. Ta det ut der først",
		nn: "«%[1]s» er framleis med i handboka. Ta det ut der først",
		en: "“%[1]s” is still in the handbook. Take it out there first",
	},
}
