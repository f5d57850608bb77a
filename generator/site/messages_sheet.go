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
}

// StorageName is an argument that names a token of Storages in the message's
// language.
type StorageName string

func (s StorageName) in(lang string) string { return Storages.Name(string(s), lang) }
