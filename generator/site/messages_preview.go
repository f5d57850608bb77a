package site

// previewMessages are what serve and preview say, and the panel over a page that broke.
var previewMessages = catalogue{
	"preview-busy": {
		nb: "porten %[1]d er opptatt, trolig av et annet program eller en Kollega som alt er i gang. Lukk det, eller velg en annen port med -p",
		nn: "porten %[1]d er oppteken, truleg av eit anna program eller ein Kollega som alt er i gang. Lukk det, eller vel ein annan port med -p",
		en: "port %[1]d is busy, probably with another program or a Kollega that is already running. Close it, or choose another port with -p",
	},
	"preview-address": {
		nb: "håndboka kan ikke vises på denne adressen: %[1]s. Velg en annen med --bind eller -p",
		nn: "handboka kan ikkje visast på denne adressa: %[1]s. Vel ei anna med --bind eller -p",
		en: "the handbook can't be shown at this address: %[1]s. Choose another with --bind or -p",
	},
	"preview-nothing": {
		nb: "her ligger ingen bygd håndbok. Kjør «kollega build» først, eller oppgi mappa den ligger i",
		nn: "her ligg inga bygd handbok. Køyr «kollega build» først, eller oppgi mappa ho ligg i",
		en: "there is no built handbook here. Run “kollega build” first, or name the folder it is in",
	},
	"panel-title": {
		nb: "Noe må rettes på denne siden (%[1]d)",
		nn: "Noko må rettast på denne sida (%[1]d)",
		en: "Something on this page needs putting right (%[1]d)",
	},
	"panel-kept": {
		nb: "Siden under er den siste hele versjonen som ble vist, eller den nye så langt den lot seg lage.",
		nn: "Sida under er den siste heile versjonen som vart vist, eller den nye så langt ho let seg lage.",
		en: "The page below is the last whole version that was shown, or the new one as far as it could be made.",
	},
	"panel-alone": {
		nb: "Siden kan ikke vises før dette er rettet.",
		nn: "Sida kan ikkje visast før dette er retta.",
		en: "The page can't be shown until this has been put right.",
	},
	"panel-heal": {
		nb: "Rett det og lagre, så går dette feltet bort av seg selv.",
		nn: "Rett det og lagre, så går dette feltet bort av seg sjølv.",
		en: "Put it right and save, and this panel goes away by itself.",
	},
	"panel-line": {nb: "her er feilen", nn: "her er feilen", en: "here is the mistake"},
	"panel-more": {
		nb: "Og %[1]d til. De første er ofte årsaken til resten.",
		nn: "Og %[1]d til. Dei første er ofte grunnen til resten.",
		en: "And %[1]d more. The first ones are often the cause of the rest.",
	},
}
