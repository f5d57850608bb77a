package site

// editionMessages are what an edition does not have, and what can be wrong with editions.
var editionMessages = catalogue{
	"link-edition": {
		nb: "«%[1]s» er ikke med i denne utgaven, så ordene står uten lenke. Se etter at setningen gir mening uten den",
		nn: "«%[1]s» er ikkje med i denne utgåva, så orda står utan lenkje. Sjå etter at setninga gir meining utan ho",
		en: "“%[1]s” is not in this edition, so the words stand without a link. See that the sentence makes sense without it",
	},
	"anchor-edition": {
		nb: "«#%[1]s» i %[2]s er ikke med i denne utgaven, så lenka leder til toppen av siden",
		nn: "«#%[1]s» i %[2]s er ikkje med i denne utgåva, så lenkja leier til toppen av sida",
		en: "“#%[1]s” in %[2]s is not in this edition, so the link leads to the top of the page",
	},
	"filled-edition": {
		nb: "arket «%[1]s» er ikke med i denne utgaven, så det vises heller ikke utfylt",
		nn: "arket «%[1]s» er ikkje med i denne utgåva, så det blir heller ikkje vist utfylt",
		en: "the sheet “%[1]s” is not in this edition, so it is not shown filled in either",
	},
	"translation-edition": {
		nb: "siden er for %[1]s, men %[3]s er for %[2]s. En side og oversettelsene av den må være for de samme",
		nn: "sida er for %[1]s, men %[3]s er for %[2]s. Ei side og omsetjingane av ho må vere for dei same",
		en: "the page is for %[1]s, but %[3]s is for %[2]s. A page and its translations must be for the same readers",
	},
	"edition-section": {
		nb: "siden er for %[1]s, men delen den ligger i, er for %[2]s, så ingen får den. Flytt siden, eller ta bort «edition»",
		nn: "sida er for %[1]s, men delen ho ligg i, er for %[2]s, så ingen får ho. Flytt sida, eller ta bort «edition»",
		en: "the page is for %[1]s, but the section it lies in is for %[2]s, so nobody gets it. Move the page, or remove “edition”",
	},
	"edition-unknown": {
		nb: "--edition «%[1]s»: det er ingen slik utgave%[3]v. Skriv %[2]s",
		nn: "--edition «%[1]s»: det er inga slik utgåve%[3]v. Skriv %[2]s",
		en: "--edition “%[1]s”: there is no such edition%[3]v. Write %[2]s",
	},
}

// EditionName is an argument that names those an edition is for in the message's language.
type EditionName Edition

func (e EditionName) in(lang string) string {
	if e == "" {
		return message{nb: "alle", nn: "alle", en: "everybody"}.format(lang, nil)
	}
	for _, word := range Editions {
		if word.Token == string(e) {
			return word.names(lang)[1]
		}
	}
	return string(e)
}
