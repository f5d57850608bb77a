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
	"filled-sheet": {
		nb: "«%[1]s» er ikke et arbeidsark%[2]v. Etter «utfylt» står id-en til arket som er fylt ut",
		nn: "«%[1]s» er ikkje eit arbeidsark%[2]v. Etter «utfylt» står id-en til arket som er fylt ut",
		en: "“%[1]s” is not a worksheet%[2]v. After “filled” comes the id of the sheet that is filled in",
	},
	"filled-field": {
		nb: "arket «%[2]s» har ikke noe felt «%[1]s»%[3]v. Bruk id-en til feltet",
		nn: "arket «%[2]s» har ikkje noko felt «%[1]s»%[3]v. Bruk id-en til feltet",
		en: "the sheet “%[2]s” has no field “%[1]s”%[3]v. Use the field's id",
	},
	"filled-line": {
		nb: "«%[1]s» er ikke et svar. Skriv id-en til feltet, kolon og svaret",
		nn: "«%[1]s» er ikkje eit svar. Skriv id-en til feltet, kolon og svaret",
		en: "“%[1]s” is not an answer. Write the field's id, a colon and the answer",
	},
	"filled-empty": {
		nb: "arket «%[1]s» er ikke fylt ut. Skriv id-en til et felt, kolon og svaret på hver linje",
		nn: "arket «%[1]s» er ikkje fylt ut. Skriv id-en til eit felt, kolon og svaret på kvar linje",
		en: "nothing is filled in on the sheet “%[1]s”. Write a field's id, a colon and the answer on each line",
	},
	"filled-option": {
		nb: "«%[1]s» kan ikke velges i «%[2]s». Velg blant disse: %[3]s",
		nn: "«%[1]s» kan ikkje veljast i «%[2]s». Vel mellom desse: %[3]s",
		en: "“%[1]s” can't be chosen in “%[2]s”. Choose among these: %[3]s",
	},
	"filled-scale": {
		nb: "«%[1]s» er ikke på skalaen i «%[2]s». Skriv et tall fra %[3]d til %[4]d",
		nn: "«%[1]s» er ikkje på skalaen i «%[2]s». Skriv eit tal frå %[3]d til %[4]d",
		en: "“%[1]s” is not on the scale of “%[2]s”. Write a number from %[3]d to %[4]d",
	},
	"filled-cells": {
		nb: "raden har %[1]d ruter, men tabellen «%[2]s» har %[3]d kolonner. Skriv | bare mellom kolonnene",
		nn: "rada har %[1]d ruter, men tabellen «%[2]s» har %[3]d kolonnar. Skriv | berre mellom kolonnane",
		en: "the row has %[1]d cells, but the table “%[2]s” has %[3]d columns. Write | only between columns",
	},
	"filled-twice": {
		nb: "«%[1]s» har fått to svar, og det er det bare plass til i en tabell eller et langt svar. Slett det ene",
		nn: "«%[1]s» har fått to svar, og det er det berre plass til i ein tabell eller eit langt svar. Slett det eine",
		en: "“%[1]s” has two answers, and only a table or a long answer has room for that. Delete one of them",
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
