package site

// themeMessages are about an organisation's looks: [theme] in site.toml and the files it
// names.
var themeMessages = catalogue{
	"accent-contrast": {
		nb: "%[1]s er vanskelig å lese %[2]v: kontrasten er %[3]v, og den må være minst 4,5 : 1. Der bruker vi den nærmeste fargen som kan leses, %[4]s med %[5]v. Skriv %[6]s, eller en annen som kan leses, så er det dere som velger",
		nn: "%[1]s er vanskeleg å lese %[2]v: kontrasten er %[3]v, og han må vere minst 4,5 : 1. Der bruker vi den næraste fargen som kan lesast, %[4]s med %[5]v. Skriv %[6]s, eller ein annan som kan lesast, så er det de som vel",
		en: "%[1]s is hard to read %[2]v: the contrast is %[3]v, and it must be at least 4.5 : 1. There we use the nearest colour that can be read, %[4]s with %[5]v. Write %[6]s, or another that can be read, and the choice is yours",
	},
	"theme-missing": {
		nb: "fila %[2]s finnes ikke i mappa static%[3]v. Legg den der, eller slett den fra %[1]s",
		nn: "fila %[2]s finst ikkje i mappa static%[3]v. Legg henne der, eller slett henne frå %[1]s",
		en: "there is no file %[2]s in the folder static%[3]v. Put it there, or delete it from %[1]s",
	},
	"theme-kind": {
		nb: "%[2]s kan ikke brukes som %[1]s. Det må være ei fil av dette slaget: %[3]s",
		nn: "%[2]s kan ikkje brukast som %[1]s. Det må vere ei fil av dette slaget: %[3]s",
		en: "%[2]s can't be used as %[1]s. It must be a file of this kind: %[3]s",
	},
	"logo-size": {
		nb: "det går ikke an å se hvor stor %[1]s er. Lagre logoen på nytt fra et tegneprogram; en SVG må begynne med <svg xmlns=\"http://www.w3.org/2000/svg\" og ha viewBox, eller width og height",
		nn: "det går ikkje an å sjå kor stor %[1]s er. Lagre logoen på nytt frå eit teikneprogram; ein SVG må byrje med <svg xmlns=\"http://www.w3.org/2000/svg\" og ha viewBox, eller width og height",
		en: "there is no telling how large %[1]s is. Save the logo anew from a drawing program; an SVG must begin with <svg xmlns=\"http://www.w3.org/2000/svg\" and have viewBox, or width and height",
	},
}
