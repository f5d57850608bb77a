package site

// serveMessages are what serve says.
var serveMessages = catalogue{
	"serve-at": {
		nb: "håndboka vises på %[1]s. Avslutt med Ctrl+C",
		nn: "handboka er å sjå på %[1]s. Avslutt med Ctrl+C",
		en: "the handbook is shown at %[1]s. Press Ctrl+C to end",
	},
	"serve-note":  {nb: "%[1]s", nn: "%[1]s", en: "%[1]s"},
	"serve-ended": {nb: "avsluttet", nn: "avslutta", en: "ended"},
	"serve-mended": {
		nb: "alt er rettet",
		nn: "alt er retta",
		en: "all is put right",
	},
	"serve-count": {
		nb: "feil: %[1]d, advarsler: %[2]d",
		nn: "feil: %[1]d, åtvaringar: %[2]d",
		en: "errors: %[1]d, warnings: %[2]d",
	},
	"serve-nothing": {
		nb: "det finnes ingen håndbok å vise ennå. Rett feilen, så kommer den",
		nn: "det finst inga handbok å vise enno. Rett feilen, så kjem ho",
		en: "there is no handbook to show yet. Put the mistake right and it will come",
	},
}
