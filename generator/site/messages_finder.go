package site

// finderMessages are what can be wrong with what activities are found by.
var finderMessages = catalogue{
	"need-unknown": {
		nb: "«%[1]s» er ikke blant behovene i site.toml%[2]v. Legg det til under [needs] der, eller velg et av disse: %[3]s",
		nn: "«%[1]s» er ikkje blant behova i site.toml%[2]v. Legg det til under [needs] der, eller vel eitt av desse: %[3]s",
		en: "“%[1]s” is not among the needs of site.toml%[2]v. Add it under [needs] there, or choose one of these: %[3]s",
	},
	"twin-fact": {
		nb: "«%[1]s» sier noe annet enn i oversettelsen %[2]s: her %[3]s, der %[4]s. La de to være enige",
		nn: "«%[1]s» seier noko anna enn i omsetjinga %[2]s: her %[3]s, der %[4]s. La dei to vere samde",
		en: "“%[1]s” says something else than in the translation %[2]s: %[3]s here, %[4]s there. Let the two agree",
	},
}
