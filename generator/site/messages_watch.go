package site

// watchMessages are what there is to know about watching a folder for changes.
var watchMessages = catalogue{
	"watch-folder": {
		nb: "mappa kan ikke leses: %[1]s. Oppgi en mappe som finnes og som du har tilgang til",
		nn: "mappa kan ikkje lesast: %[1]s. Oppgi ei mappe som finst og som du har tilgang til",
		en: "the folder can't be read: %[1]s. Give a folder that exists and that you have access to",
	},
	"watch-file": {
		nb: "dette er en fil, ikke en mappe. Oppgi mappa håndboka ligger i",
		nn: "dette er ei fil, ikkje ei mappe. Oppgi mappa handboka ligg i",
		en: "this is a file, not a folder. Give the folder the handbook lies in",
	},
	"watch-gone": {
		nb: "mappa er borte. Håndboka vises slik den sist var, og oppdateres når mappa er tilbake på samme sted. Er den flyttet for godt, så start på nytt med den nye mappa",
		nn: "mappa er borte. Handboka blir vist slik ho sist var, og blir oppdatert når mappa er tilbake på same staden. Er ho flytta for godt, så start på nytt med den nye mappa",
		en: "the folder is gone. The handbook is shown as it last was and is updated when the folder is back in the same place. If it has moved for good, start again with the new folder",
	},
	"watch-network": {
		nb: "mappa ligger på et nettverk eller en delt disk (%[1]s), og derfra får vi ikke beskjed om endringer. Filene sjekkes i stedet jevnlig, så en endring vises litt senere. Legg mappa på maskinens egen disk for å unngå det",
		nn: "mappa ligg på eit nettverk eller ein delt disk (%[1]s), og derifrå får vi ikkje beskjed om endringar. Filene blir i staden sjekka jamleg, så ei endring blir vist litt seinare. Legg mappa på den eigne disken til maskina for å unngå det",
		en: "the folder lies on a network or a shared disk (%[1]s), which does not tell of changes. Files are checked every so often instead, so a change shows a little later. Put the folder on the machine's own disk to avoid that",
	},
	"watch-limit": {
		nb: "systemet lar deg ikke følge med på flere mapper (grensen fs.inotify.max_user_watches er nådd; disken er ikke full). Filene sjekkes i stedet jevnlig, så en endring vises litt senere. Hev grensen med «sudo sysctl fs.inotify.max_user_watches=524288» for å unngå det",
		nn: "systemet lèt deg ikkje følgje med på fleire mapper (grensa fs.inotify.max_user_watches er nådd; disken er ikkje full). Filene blir i staden sjekka jamleg, så ei endring blir vist litt seinare. Hev grensa med «sudo sysctl fs.inotify.max_user_watches=524288» for å unngå det",
		en: "the system does not let you watch more folders (the limit fs.inotify.max_user_watches is reached; the disk is not full). Files are checked every so often instead, so a change shows a little later. Raise the limit with “sudo sysctl fs.inotify.max_user_watches=524288” to avoid that",
	},
	"watch-instances": {
		nb: "systemet lar ikke flere programmer følge med på filer (grensen fs.inotify.max_user_instances er nådd, eller for mange filer er åpne). Filene sjekkes i stedet jevnlig, så en endring vises litt senere. Lukk noen programmer, eller hev grensen med «sudo sysctl fs.inotify.max_user_instances=512», for å unngå det",
		nn: "systemet lèt ikkje fleire program følgje med på filer (grensa fs.inotify.max_user_instances er nådd, eller for mange filer er opne). Filene blir i staden sjekka jamleg, så ei endring blir vist litt seinare. Lukk nokre program, eller hev grensa med «sudo sysctl fs.inotify.max_user_instances=512», for å unngå det",
		en: "the system does not let more programs watch files (the limit fs.inotify.max_user_instances is reached, or too many files are open). Files are checked every so often instead, so a change shows a little later. Close some programs, or raise the limit with “sudo sysctl fs.inotify.max_user_instances=512”, to avoid that",
	},
	"watch-open": {
		nb: "systemet lar oss ikke ha flere filer åpne. Filene sjekkes i stedet jevnlig, så en endring vises litt senere. Hev grensen med «ulimit -n 65536» før du starter, for å unngå det",
		nn: "systemet lèt oss ikkje ha fleire filer opne. Filene blir i staden sjekka jamleg, så ei endring blir vist litt seinare. Hev grensa med «ulimit -n 65536» før du startar, for å unngå det",
		en: "the system does not let us have more files open. Files are checked every so often instead, so a change shows a little later. Raise the limit with “ulimit -n 65536” before starting to avoid that",
	},
	"watch-many": {
		nb: "mappa har %[1]d filer, flere enn dette systemet kan følge med på. De sjekkes i stedet jevnlig, så en endring vises litt senere. Oppgi en mindre mappe for å unngå det",
		nn: "mappa har %[1]d filer, fleire enn dette systemet kan følgje med på. Dei blir i staden sjekka jamleg, så ei endring blir vist litt seinare. Oppgi ei mindre mappe for å unngå det",
		en: "the folder has %[1]d files, more than this system can watch. They are checked every so often instead, so a change shows a little later. Give a smaller folder to avoid that",
	},
	"watch-silent": {
		nb: "«%[1]s» ble endret uten at systemet ga beskjed om det. Filene sjekkes fra nå av jevnlig, så en endring vises litt senere. Skjer dette hver gang, så start med --poll",
		nn: "«%[1]s» blei endra utan at systemet gav beskjed om det. Filene blir frå no av sjekka jamleg, så ei endring blir vist litt seinare. Skjer dette kvar gong, så start med --poll",
		en: "“%[1]s” changed and the system did not tell. Files are checked every so often from now on, so a change shows a little later. If this happens every time, start with --poll",
	},
	"watch-failed": {
		nb: "systemet kan ikke lenger fortelle om endringer: %[1]s. Filene sjekkes i stedet jevnlig, så en endring vises litt senere. Start på nytt for å prøve igjen",
		nn: "systemet kan ikkje lenger fortelje om endringar: %[1]s. Filene blir i staden sjekka jamleg, så ei endring blir vist litt seinare. Start på nytt for å prøve igjen",
		en: "the system can't tell of changes any more: %[1]s. Files are checked every so often instead, so a change shows a little later. Start again to retry",
	},
}
