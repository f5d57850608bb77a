package site

// sheetMessages are what can be wrong between a worksheet, the site and the other
// worksheets.
var sheetMessages = catalogue{
	"storage-looser": {
		nb: "arket sier storage = \"%[1]s\", men site.toml sier \"%[2]s\" for alle ark. Et ark kan bare være strengere: slett linja, eller velg noe strengere",
		nn: "arket seier storage = \"%[1]s\", men site.toml seier \"%[2]s\" for alle ark. Eit ark kan berre vere strengare: slett linja, eller vel noko strengare",
		en: "the sheet says storage = \"%[1]s\", but site.toml says \"%[2]s\" for all sheets. A sheet can only be stricter: delete the line, or choose something stricter",
	},
	"keep-longer": {
		nb: "arket vil beholde svarene i %[1]d måneder, men site.toml sier %[2]d for alle ark. Et ark kan bare ha kortere tid: slett linja, eller skriv et lavere tall",
		nn: "arket vil ta vare på svara i %[1]d månader, men site.toml seier %[2]d for alle ark. Eit ark kan berre ha kortare tid: slett linja, eller skriv eit lågare tal",
		en: "the sheet wants to keep answers for %[1]d months, but site.toml says %[2]d for all sheets. A sheet can only keep them shorter: delete the line, or write a lower number",
	},
	"field-bring-missing": {
		nb: "«%[1]s» leder ikke til et felt på et arbeidsark%[2]v. Skriv id-en til arket, # og id-en til feltet",
		nn: "«%[1]s» leier ikkje til eit felt på eit arbeidsark%[2]v. Skriv id-en til arket, # og id-en til feltet",
		en: "“%[1]s” does not lead to a field of a worksheet%[2]v. Write the sheet's id, # and the field's id",
	},
	"field-bring-type": {
		nb: "«%[1]s» blir besvart med «%[2]s», og det kan ikke hentes til «%[3]s». Bruk samme svartype begge steder, eller ta bort linja",
		nn: "«%[1]s» blir svart på med «%[2]s», og det kan ikkje hentast til «%[3]s». Bruk same svartype begge stader, eller ta bort linja",
		en: "“%[1]s” is answered with “%[2]s”, which can't be brought to “%[3]s”. Use the same type of answer in both places, or remove the line",
	},
	"twin-setting": {
		nb: "linja «%[2]s:» i «%[1]s» sier ikke det samme som i %[3]s. Leseren kan bytte språk midt i arket: skriv det likt i begge",
		nn: "linja «%[2]s:» i «%[1]s» seier ikkje det same som i %[3]s. Lesaren kan byte språk midt i arket: skriv det likt i begge",
		en: "the line “%[2]s:” of “%[1]s” does not say the same as in %[3]s. Readers may change language midway: write the same in both",
	},
}

// StorageName is an argument that names a token of Storages in the message's
// language.
type StorageName string

func (s StorageName) in(lang string) string { return Storages.Name(string(s), lang) }
