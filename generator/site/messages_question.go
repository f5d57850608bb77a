package site

// questionMessages are what can be wrong with the questions of a bank.
var questionMessages = catalogue{
	"mark-depths": {
		nb: "«%[1]s» kommer i tillegg til «%[2]s», og et spørsmål har bare én dybde. Ta bort den ene",
		nn: "«%[1]s» kjem i tillegg til «%[2]s», og eit spørsmål har berre éi djupn. Ta bort den eine",
		en: "“%[1]s” comes on top of “%[2]s”, and a question has one depth. Remove one of the two",
	},
	"mark-form": {
		nb: "«%[1]s» kan ikke leses som et merke, så klammene vises som de står. Skriv merkene med mellomrom mellom, for eksempel {lett #lytting =id}",
		nn: "«%[1]s» kan ikkje lesast som eit merke, så klammene blir viste som dei står. Skriv merka med mellomrom mellom, til dømes {lett #lytting =id}",
		en: "“%[1]s” can't be read as a mark, so the braces are shown as they are. Write the marks with spaces between them, for example {light #listening =id}",
	},
	"question-line": {
		nb: "slik blir dette ikke et spørsmål. Begynn hvert spørsmål på en egen linje med bindestrek og mellomrom, og sett merkene sist på den: - Hva mer? {lett =hva-mer}. En klamme som er ment som en, skrives \\{",
		nn: "slik blir dette ikkje eit spørsmål. Byrja kvart spørsmål på ei eiga linje med bindestrek og mellomrom, og set merka sist på ho: - Kva meir? {lett =kva-meir}. Ein klamme som er meint som ein, skriv ein \\{",
		en: "this way it becomes no question. Begin each question on a line of its own with a hyphen and a space, and put its marks last on it: - What else? {light =what-else}. A brace that is meant as one is written \\{",
	},
	"bank-id-taken": {
		nb: "id-en «%[1]s» står alt på et spørsmål i %[2]s. Gi dette en annen: favoritter, kort og økter finner spørsmål ved id-en alene",
		nn: "id-en «%[1]s» står alt på eit spørsmål i %[2]s. Gi dette ein annan: favorittar, kort og økter finn spørsmål ved id-en åleine",
		en: "the id “%[1]s” already belongs to a question in %[2]s. Give this one another: favourites, cards and sessions find questions by their id alone",
	},
	"bank-same": {
		nb: "det samme spørsmålet står i %[1]s. Ta bort det ene, ellers trekkes det to ganger",
		nn: "det same spørsmålet står i %[1]s. Ta bort det eine, elles blir det trekt to gonger",
		en: "the same question stands in %[1]s. Remove one of the two, or it is drawn twice",
	},
}
