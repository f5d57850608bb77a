package site

// statementMessages are what statement says.
var statementMessages = catalogue{
	"statement-written": {
		nb: "%[1]s er skrevet. Fyll ut alt som står i **[klammer]**, og les resten: Det er dere som svarer for siden",
		nn: "%[1]s er skriven. Fyll ut alt som står i **[klammer]**, og les resten: Det er de som svarer for sida",
		en: "%[1]s has been written. Fill in everything in **[brackets]**, and read the rest: you answer for the page",
	},
	"statement-same": {
		nb: "%[1]s er uendret",
		nn: "%[1]s er uendra",
		en: "%[1]s is unchanged",
	},
	"statement-there": {
		nb: "fila finnes og sier noe annet, så den er ikke rørt. Skriv den nye ved siden av med -o og et annet navn, eller over med --force",
		nn: "fila finst og seier noko anna, så ho er ikkje rørt. Skriv den nye ved sida av med -o og eit anna namn, eller over med --force",
		en: "the file is there and says something else, so it was left alone. Write the new one beside it with -o and another name, or over it with --force",
	},
	"statement-front": {
		nb: "håndboka har ingen egne sider på dette språket ennå. Lag forsiden først, %[1]s, eller skriv siden et annet sted med -o",
		nn: "handboka har ingen eigne sider på dette språket enno. Lag framsida først, %[1]s, eller skriv sida ein annan stad med -o",
		en: "the handbook has no pages of its own in this language yet. Make the front page first, %[1]s, or write the page elsewhere with -o",
	},
	"statement-language": {
		nb: "håndboka finnes ikke på %[1]s. Velg et av språkene i site.toml med --language: %[2]s",
		nn: "handboka finst ikkje på %[1]s. Vel eit av språka i site.toml med --language: %[2]s",
		en: "the handbook is not there in %[1]s. Choose one of the languages in site.toml with --language: %[2]s",
	},
	"statement-texts": {
		nb: "siden kan lages på nb, nn og en, ikke på %[1]s",
		nn: "sida kan lagast på nb, nn og en, ikkje på %[1]s",
		en: "the page can be made in nb, nn and en, not in %[1]s",
	},
}
