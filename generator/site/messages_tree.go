package site

// treeMessages are what can be wrong with the handbook as a whole: files,
// addresses, relations, links between pages, layouts.
var treeMessages = catalogue{
	"drawing-fault": {
		nb: "%[1]s kan ikke stå i en tegning som blir en del av sida. Bruk bare former, tekst og klassene i generator/drawing, eller ta bort class=\"drawing\": da blir den et vanlig bilde",
		nn: "%[1]s kan ikkje stå i ei teikning som blir ein del av sida. Bruk berre former, tekst og klassane i generator/drawing, eller ta bort class=\"drawing\": då blir ho eit vanleg bilete",
		en: "%[1]s can't stand in a drawing that becomes a part of the page. Use only shapes, text and the classes in generator/drawing, or remove class=\"drawing\": then it is an ordinary picture",
	},
	"tag-unknown": {
		nb: "«%[1]s» er ikke blant emneordene i site.toml%[2]v. Velg et som er der, eller legg det til under [tags]",
		nn: "«%[1]s» er ikkje blant emneorda i site.toml%[2]v. Vel eitt som er der, eller legg det til under [tags]",
		en: "“%[1]s” is not among the tags of site.toml%[2]v. Choose one that is, or add it under [tags]",
	},
	"content-missing": {
		nb: "mappa finnes ikke. Lag den og legg _index.md i den: det blir forsiden",
		nn: "mappa finst ikkje. Lag ho og legg _index.md i ho: det blir framsida",
		en: "there is no such folder. Make it and put _index.md in it: that becomes the front page",
	},
	"file-unreadable": {
		nb: "fila kan ikke leses: %[1]s",
		nn: "fila kan ikkje lesast: %[1]s",
		en: "the file can't be read: %[1]s",
	},
	"file-changed": {
		nb: "fila ble endret mens håndboka ble bygd. Bygg en gang til",
		nn: "fila vart endra medan handboka vart bygd. Bygg ein gong til",
		en: "the file was changed while the handbook was being built. Build once more",
	},
	"section-index": {
		nb: "mappa har ingen _index.md og kalles «%[1]s» etter seg selv. Lag fila for å gi delen en tittel og en innledning",
		nn: "mappa har ingen _index.md og blir kalla «%[1]s» etter seg sjølv. Lag fila for å gi delen ein tittel og ei innleiing",
		en: "the folder has no _index.md and is called “%[1]s” after itself. Make the file to give the section a title and an introduction",
	},
	"address-empty": {
		nb: "filnavnet «%[1]s» har ingen bokstaver eller tall som kan stå i en adresse. Gi fila et annet navn",
		nn: "filnamnet «%[1]s» har ingen bokstavar eller tal som kan stå i ei adresse. Gi fila eit anna namn",
		en: "the file name “%[1]s” has no letter or digit that can stand in an address. Give the file another name",
	},
	"address-index": {
		nb: "index.md er opptatt av delens egen side. Kall fila _index.md hvis det er den du skriver, ellers noe annet",
		nn: "index.md er oppteken av delen si eiga side. Kall fila _index.md om det er ho du skriv, elles noko anna",
		en: "index.md is taken by the section's own page. Call the file _index.md if that is what you are writing, otherwise something else",
	},
	"address-reserved": {
		nb: "adressen %[1]s er håndbokas egen. Gi fila eller mappa et annet navn",
		nn: "adressa %[1]s er handboka si eiga. Gi fila eller mappa eit anna namn",
		en: "the address %[1]s is the handbook's own. Give the file or folder another name",
	},
	"address-device": {
		nb: "adressen «%[1]s» kan ikke skrives på alle disker: Windows har navnet selv, eller det er for langt. Gi fila eller mappa et annet navn",
		nn: "adressa «%[1]s» kan ikkje skrivast på alle diskar: Windows har namnet sjølv, eller det er for langt. Gi fila eller mappa eit anna namn",
		en: "the address “%[1]s” can't be written to every disk: Windows keeps the name for itself, or it is too long. Give the file or folder another name",
	},
	"address-taken": {
		nb: "adressen %[1]s er opptatt av %[2]s. Gi en av dem et annet navn",
		nn: "adressa %[1]s er oppteken av %[2]s. Gi ein av dei eit anna namn",
		en: "the address %[1]s is taken by %[2]s. Give one of them another name",
	},
	"address-made": {
		nb: "adressen %[1]s trengs til utskriften eller kortene av %[2]s. Gi denne fila et annet navn",
		nn: "adressa %[1]s trengst til utskrifta eller korta av %[2]s. Gi denne fila eit anna namn",
		en: "the address %[1]s is needed for the print or the cards of %[2]s. Give this file another name",
	},
	"id-reserved": {
		nb: "id-en «%[1]s» er håndbokas egen: under den ligger det leserne selv har satt sammen. Gi sida en annen id",
		nn: "id-en «%[1]s» er handboka si eiga: under den ligg det lesarane sjølve har sett saman. Gi sida ein annan id",
		en: "the id “%[1]s” is the handbook's own: what readers have put together is kept under it. Give the page another id",
	},
	"id-taken": {
		nb: "id-en «%[1]s» er opptatt av %[2]s. Gi en av sidene en annen id",
		nn: "id-en «%[1]s» er oppteken av %[2]s. Gi ei av sidene ein annan id",
		en: "the id “%[1]s” is taken by %[2]s. Give one of the pages another id",
	},
	"navigation-missing": {
		nb: "menyen (navigation.main) nevner «%[1]s», men ingen side har den id-en%[2]s",
		nn: "menyen (navigation.main) nemner «%[1]s», men inga side har den id-en%[2]s",
		en: "the menu (navigation.main) names “%[1]s”, but no page has that id%[2]s",
	},
	"translation-kind": {
		nb: "siden er av slaget %[1]s, men oversettelsen %[3]s er %[2]s. Samme id må være samme slags side",
		nn: "sida er av slaget %[1]s, men omsetjinga %[3]s er %[2]s. Same id må vere same slags side",
		en: "the page is of kind %[1]s, but its translation %[3]s is %[2]s. The same id must be the same kind of page",
	},
	"relation-missing": {
		nb: "%[1]s nevner «%[2]s», men ingen side har den id-en%[3]s",
		nn: "%[1]s nemner «%[2]s», men inga side har den id-en%[3]s",
		en: "%[1]s names “%[2]s”, but no page has that id%[3]s",
	},
	"relation-kind": {
		nb: "%[1]s nevner «%[2]s», men den siden er av slaget %[3]s. Flytt id-en til lista den hører til i",
		nn: "%[1]s nemner «%[2]s», men den sida er av slaget %[3]s. Flytt id-en til lista han høyrer til i",
		en: "%[1]s names “%[2]s”, but that page is of kind %[3]s. Move the id to the list it belongs to",
	},
	"link-missing": {
		nb: "lenka leder til %[1]s, som ikke finnes%[2]s",
		nn: "lenkja leier til %[1]s, som ikkje finst%[2]s",
		en: "the link leads to %[1]s, which does not exist%[2]s",
	},
	"link-anchor": {
		nb: "lenka leder til «#%[1]s», men det er ikke noe slikt sted i %[2]s%[3]s",
		nn: "lenkja leier til «#%[1]s», men det er ikkje nokon slik stad i %[2]s%[3]s",
		en: "the link leads to “#%[1]s”, but there is no such place in %[2]s%[3]s",
	},
	"image-missing": {
		nb: "bildet %[1]s finnes ikke%[2]s",
		nn: "biletet %[1]s finst ikkje%[2]s",
		en: "the picture %[1]s does not exist%[2]s",
	},
	"minutes-sum": {
		nb: "delene tar til sammen %[1]s minutter, men siden sier minutes = %[2]s. Endre delene, eller skriv minutes = %[3]s øverst",
		nn: "delane tek til saman %[1]s minutt, men sida seier minutes = %[2]s. Endre delane, eller skriv minutes = %[3]s øvst",
		en: "the parts take %[1]s minutes together, but the page says minutes = %[2]s. Change the parts, or write minutes = %[3]s at the top",
	},
	"twin-missing": {
		nb: "«%[1]s» finnes i %[2]s, men ikke her. Ta det med, så svarene følger leseren når språket byttes",
		nn: "«%[1]s» finst i %[2]s, men ikkje her. Ta det med, så svara følgjer lesaren når språket blir bytt",
		en: "“%[1]s” is in %[2]s but not here. Include it, so that answers follow the reader from one language to the other",
	},
	"twin-extra": {
		nb: "«%[1]s» finnes her, men ikke i %[2]s. Ta det med der også, eller fjern det her",
		nn: "«%[1]s» finst her, men ikkje i %[2]s. Ta det med der òg, eller fjern det her",
		en: "“%[1]s” is here but not in %[2]s. Include it there too, or remove it here",
	},
	"twin-differs": {
		nb: "«%[1]s» er «%[2]s» her, men «%[3]s» i %[4]s. Type, valg og kolonner må være de samme i alle språk",
		nn: "«%[1]s» er «%[2]s» her, men «%[3]s» i %[4]s. Type, val og kolonnar må vere dei same i alle språk",
		en: "“%[1]s” is “%[2]s” here but “%[3]s” in %[4]s. Type, options and columns must be the same in every language",
	},
	"layout-missing": {
		nb: "layouten mangler. Håndboka kan ikke vises uten den",
		nn: "layouten manglar. Handboka kan ikkje visast utan han",
		en: "the layout is missing. The handbook can't be shown without it",
	},
	"layout-unknown": {
		nb: "layouten bruker %[1]s, som ikke finnes%[2]v",
		nn: "layouten bruker %[1]s, som ikkje finst%[2]v",
		en: "the layout uses %[1]s, which does not exist%[2]v",
	},
	"layout-renamed": {
		nb: "layouten bruker %[1]s, som ikke finnes lenger. Skriv %[2]s i stedet",
		nn: "layouten bruker %[1]s, som ikkje finst lenger. Skriv %[2]s i staden",
		en: "the layout uses %[1]s, which is gone. Write %[2]s instead",
	},
	"layout-error": {
		nb: "feil i layouten: %[1]s",
		nn: "feil i layouten: %[1]s",
		en: "mistake in the layout: %[1]s",
	},
	"icon-error": {
		nb: "ikonet må være en SVG-fil som begynner med <svg",
		nn: "ikonet må vere ei SVG-fil som byrjar med <svg",
		en: "the icon must be an SVG file that begins with <svg",
	},
}
