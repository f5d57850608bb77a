package site

// fileMessages are what can be wrong with stylesheets, scripts and the folder the
// site is written to.
var fileMessages = catalogue{
	"asset-error": {
		nb: "feil i stil eller skript: %[1]s",
		nn: "feil i stil eller skript: %[1]s",
		en: "mistake in a style or script: %[1]s",
	},
	"asset-missing": {
		nb: "fila %[1]s finnes ikke. Lag den, eller ta bort importen",
		nn: "fila %[1]s finst ikkje. Lag ho, eller ta bort importen",
		en: "the file %[1]s does not exist. Make it, or remove the import",
	},
	"name-near": {
		nb: "mente du %[1]s? Skriv navnet nøyaktig slik: Store og små bokstaver, mellomrom og bindestreker teller med",
		nn: "meinte du %[1]s? Skriv namnet nøyaktig slik: Store og små bokstavar, mellomrom og bindestrekar tel med",
		en: "did you mean %[1]s? Write the name exactly so: capital letters, spaces and hyphens count",
	},
	"name-text": {
		nb: "denne fila blir ikke lest, fordi navnet slutter på .txt. Kall den %[1]s",
		nn: "denne fila blir ikkje lesen, fordi namnet sluttar på .txt. Kall ho %[1]s",
		en: "this file is not read, because its name ends in .txt. Call it %[1]s",
	},
	"unread-name": {
		nb: "denne fila blir ikke en side, fordi navnet ikke slutter på .md. Kall den %[1]s. Skal den ikke være en side, flytt den ut av content",
		nn: "denne fila blir inga side, fordi namnet ikkje sluttar på .md. Kall ho %[1]s. Skal ho ikkje vere ei side, flytt ho ut av content",
		en: "this file becomes no page, because its name does not end in .md. Call it %[1]s. If it is not meant as a page, move it out of content",
	},
	"unread-form": {
		nb: "denne fila blir ikke en side. En side er en ren tekstfil: Lim teksten inn i %[1]s i samme mappe og flytt denne ut av content. Skal leserne laste den ned, hører den hjemme i static",
		nn: "denne fila blir inga side. Ei side er ei rein tekstfil: Lim teksten inn i %[1]s i same mappe og flytt denne ut av content. Skal lesarane laste ho ned, høyrer ho heime i static",
		en: "this file becomes no page. A page is a plain text file: Paste the text into %[1]s in the same folder and move this one out of content. If readers are to download it, it belongs in static",
	},
	"unread-folder": {
		nb: "ingenting i denne mappa blir med, fordi den ikke ligger i et språk. Flytt den inn i %[1]s",
		nn: "ingenting i denne mappa blir med, fordi ho ikkje ligg i eit språk. Flytt ho inn i %[1]s",
		en: "nothing in this folder is read, because it does not lie in a language. Move it into %[1]s",
	},
	"unread-place": {
		nb: "denne fila blir ikke en side, fordi den ikke ligger i et språk. Flytt den inn i %[1]s",
		nn: "denne fila blir inga side, fordi ho ikkje ligg i eit språk. Flytt ho inn i %[1]s",
		en: "this file becomes no page, because it does not lie in a language. Move it into %[1]s",
	},
	"unread-language": {
		nb: "ingenting i denne mappa blir med, fordi håndboka ikke har språket. Legg \"%[1]s\" til i languages i site.toml, eller flytt mappa ut av content",
		nn: "ingenting i denne mappa blir med, fordi handboka ikkje har språket. Legg \"%[1]s\" til i languages i site.toml, eller flytt mappa ut av content",
		en: "nothing in this folder is read, because the handbook does not have the language. Add \"%[1]s\" to languages in site.toml, or move the folder out of content",
	},
	"path-long": {
		nb: "den lengste stien er på %[2]d tegn: %[1]s. Windows og OneDrive tåler ikke mye mer, og da kan filer bli borte når mappa kopieres eller synkroniseres. Legg håndboka i ei mappe med kortere sti, eller gi fila et kortere navn",
		nn: "den lengste stien er på %[2]d teikn: %[1]s. Windows og OneDrive toler ikkje mykje meir, og då kan filer bli borte når mappa blir kopiert eller synkronisert. Legg handboka i ei mappe med kortare sti, eller gi fila eit kortare namn",
		en: "the longest path is %[2]d characters: %[1]s. Windows and OneDrive don't take much more, and files can then go missing when the folder is copied or synced. Put the handbook into a folder with a shorter path, or give the file a shorter name",
	},
	"publish-home": {
		nb: "hjemmemappa, en mappe over den eller roten av en disk erstattes aldri. Velg en annen mappe med -d",
		nn: "heimemappa, ei mappe over ho eller rota av ein disk blir aldri erstatta. Vel ei anna mappe med -d",
		en: "the home folder, a folder above it or the root of a disk is never replaced. Choose another folder with -d",
	},
	"publish-source": {
		nb: "håndbokas kilde ligger i denne mappa, og den erstattes aldri. Velg en annen mappe med -d",
		nn: "kjelda til handboka ligg i denne mappa, og ho blir aldri erstatta. Vel ei anna mappe med -d",
		en: "the handbook's source lies in this folder, which is never replaced. Choose another folder with -d",
	},
	"publish-inside": {
		nb: "mappa er en del av håndbokas kilde og erstattes aldri. Velg en annen mappe med -d",
		nn: "mappa er ein del av kjelda til handboka og blir aldri erstatta. Vel ei anna mappe med -d",
		en: "the folder is part of the handbook's source and is never replaced. Choose another folder with -d",
	},
	"publish-link": {
		nb: "dette er en symbolsk lenke. Oppgi mappa den peker på",
		nn: "dette er ei symbolsk lenkje. Oppgi mappa ho peikar på",
		en: "this is a symbolic link. Give the folder it points to",
	},
	"publish-file": {
		nb: "dette er en fil, ikke en mappe. Velg en mappe med -d",
		nn: "dette er ei fil, ikkje ei mappe. Vel ei mappe med -d",
		en: "this is a file, not a folder. Choose a folder with -d",
	},
	"publish-name": {
		nb: "navnet leder ut av mappa",
		nn: "namnet leier ut av mappa",
		en: "the name leads out of the folder",
	},
	"publish-foreign": {
		nb: "mappa er ikke tom, og Kollega har ikke laget den. Velg en annen med -d, eller bruk --force hvis alt i den kan erstattes",
		nn: "mappa er ikkje tom, og Kollega har ikkje laga ho. Vel ei anna med -d, eller bruk --force om alt i ho kan erstattast",
		en: "the folder is not empty and Kollega did not make it. Choose another with -d, or use --force if everything in it may be replaced",
	},
	"publish-busy": {
		nb: "en annen bygging skriver til mappa nå. Vent til den er ferdig, og prøv igjen",
		nn: "ei anna bygging skriv til mappa no. Vent til ho er ferdig, og prøv igjen",
		en: "another build is writing to the folder now. Wait until it is done and try again",
	},
	"publish-failed": {
		nb: "kan ikke skrives: %[1]s. Den gamle håndboka er urørt",
		nn: "kan ikkje skrivast: %[1]s. Den gamle handboka er urørt",
		en: "can't be written: %[1]s. The old handbook is untouched",
	},
	"publish-away": {
		nb: "den nye håndboka kunne ikke settes på plass: %[1]s. Den gamle ligger her og kommer tilbake ved neste bygging",
		nn: "den nye handboka kunne ikkje setjast på plass: %[1]s. Den gamle ligg her og kjem tilbake ved neste bygging",
		en: "the new handbook could not be put in its place: %[1]s. The old one lies here and comes back at the next build",
	},
	"publish-halfway": {
		nb: "kan ikke skrives: %[1]s. Filene i mappa byttes én og én, så noen er nye og noen gamle. Rett feilen og bygg igjen, så blir den hel",
		nn: "kan ikkje skrivast: %[1]s. Filene i mappa blir bytte éi og éi, så nokre er nye og nokre gamle. Rett feilen og bygg igjen, så blir ho heil",
		en: "can't be written: %[1]s. The files in the folder are replaced one by one, so some are new and some are old. Solve this and build again to make it whole",
	},
	"publish-inplace-mount": {
		nb: "mappa er et monteringspunkt og kan ikke byttes i ett, så filene ble byttet én og én. Stanses en bygging midt i, er noen sider nye og noen gamle til neste bygging. Velg en mappe inne i denne med -d for å unngå det",
		nn: "mappa er eit monteringspunkt og kan ikkje bytast i eitt, så filene blei bytte éi og éi. Blir ei bygging stoppa midt i, er nokre sider nye og nokre gamle til neste bygging. Vel ei mappe inni denne med -d for å unngå det",
		en: "the folder is a mount point and can't be exchanged whole, so its files were replaced one by one. If a build is stopped in the middle, some pages are new and some old until the next build. Choose a folder inside this one with -d to avoid that",
	},
	"publish-inplace-parent": {
		nb: "mappa over denne kan ikke skrives til, så filene ble byttet én og én. Stanses en bygging midt i, er noen sider nye og noen gamle til neste bygging. Få skrivetilgang til mappa over, eller velg en mappe inne i denne med -d for å unngå det",
		nn: "mappa over denne kan ikkje skrivast til, så filene blei bytte éi og éi. Blir ei bygging stoppa midt i, er nokre sider nye og nokre gamle til neste bygging. Få skrivetilgang til mappa over, eller vel ei mappe inni denne med -d for å unngå det",
		en: "the folder above this one can't be written to, so files were replaced one by one. If a build is stopped in the middle, some pages are new and some old until the next build. Get write access to the folder above, or choose a folder inside this one with -d, to avoid that",
	},
	"publish-inplace-held": {
		nb: "mappa kan ikke gis nytt navn, trolig fordi et program har den åpen, så filene ble byttet én og én. Stanses en bygging midt i, er noen sider nye og noen gamle til neste bygging. Lukk programmet for å unngå det",
		nn: "mappa kan ikkje få nytt namn, truleg fordi eit program har ho open, så filene blei bytte éi og éi. Blir ei bygging stoppa midt i, er nokre sider nye og nokre gamle til neste bygging. Lukk programmet for å unngå det",
		en: "the folder can't be renamed, probably because a program has it open, so its files were replaced one by one. If a build is stopped in the middle, some pages are new and some old until the next build. Close the program to avoid that",
	},
}
