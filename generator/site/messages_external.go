package site

// externalMessages are what can be wrong with links out of the handbook.
var externalMessages = catalogue{
	"external-asking": {nb: "spør", nn: "spør", en: "asking"},
	"external-asked": {
		nb: "spurte %[1]d adresser utenfor håndboka, og %[2]d svarte som de skal",
		nn: "spurde %[1]d adresser utanfor handboka, og %[2]d svara som dei skal",
		en: "asked %[1]d addresses outside the handbook, and %[2]d answered as they should",
	},
	"external-gone": {
		nb: "%[1]s finnes ikke lenger (svarte %[2]d). Finn ut hvor innholdet er nå, eller ta bort lenka",
		nn: "%[1]s finst ikkje lenger (svara %[2]d). Finn ut kvar innhaldet er no, eller ta bort lenkja",
		en: "%[1]s is there no more (it answered %[2]d). Find out where its contents are now, or remove the link",
	},
	"external-status": {
		nb: "%[1]s svarte med feil %[2]d. Åpne den i nettleseren, eller prøv igjen en annen dag",
		nn: "%[1]s svara med feil %[2]d. Opne han i nettlesaren, eller prøv igjen ein annan dag",
		en: "%[1]s answered with error %[2]d. Open it in the browser, or try again another day",
	},
	"external-name": {
		nb: "nettstedet i %[1]s ble ikke funnet. Se etter skrivefeil; er nettstedet lagt ned, må lenka bort",
		nn: "nettstaden i %[1]s vart ikkje funnen. Sjå etter skrivefeil; er nettstaden lagd ned, må lenkja bort",
		en: "the site of %[1]s was not found. Look for a misspelling; if the site has closed, the link must go",
	},
	"external-time": {
		nb: "%[1]s svarte ikke i tide. Åpne den i nettleseren, eller prøv igjen en annen dag",
		nn: "%[1]s svara ikkje i tide. Opne han i nettlesaren, eller prøv igjen ein annan dag",
		en: "%[1]s did not answer in time. Open it in the browser, or try again another day",
	},
	"external-certificate": {
		nb: "%[1]s kan ikke vise hvem nettstedet er (sertifikatet er ikke gyldig), så nettleserne vil advare leseren. Er adressen riktig?",
		nn: "%[1]s kan ikkje vise kven nettstaden er (sertifikatet er ikkje gyldig), så nettlesarane vil åtvare lesaren. Er adressa rett?",
		en: "%[1]s can't show whose site it is (its certificate is not valid), so browsers will warn the reader. Is the address right?",
	},
	"external-turns": {
		nb: "%[1]s sender bare videre, gang på gang. Åpne den i nettleseren, og lenk dit du kommer",
		nn: "%[1]s sender berre vidare, gong på gong. Opne han i nettlesaren, og lenk dit du kjem",
		en: "%[1]s only leads on, again and again. Open it in the browser, and link to where you end up",
	},
	"external-connection": {
		nb: "%[1]s svarte ikke. Åpne den i nettleseren, eller prøv igjen en annen dag",
		nn: "%[1]s svara ikkje. Opne han i nettlesaren, eller prøv igjen ein annan dag",
		en: "%[1]s did not answer. Open it in the browser, or try again another day",
	},
}
