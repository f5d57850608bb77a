package site

// clickMessages are what the program says when it is opened by a double click in Windows.
var clickMessages = catalogue{
	"start-how": {
		nb: `Hei! Her er det ingen håndbok ennå.

Slik lager du en:
  1. Lag ei mappe til håndboka, og legg kollega.exe i den.
  2. Åpne Notisblokk og skriv de tre linjene under, med deres egne navn.
     Lagre i mappa som site.toml. Velg filtypen «Alle filer».

       id = "vaar-haandbok"
       title = "Kollegastøtte hos oss"
       languages = ["nb"]

  3. Dobbeltklikk på kollega.exe igjen. Da åpner håndboka seg i nettleseren.

Resten står i håndboka selv, under «Gjør håndboka til deres».
`,
		nn: `Hei! Her er det inga handbok enno.

Slik lagar du ei:
  1. Lag ei mappe til handboka, og legg kollega.exe i henne.
  2. Opne Notisblokk og skriv dei tre linjene under, med dykkar eigne namn.
     Lagre i mappa som site.toml. Vel filtypen «Alle filer».

       id = "vaar-handbok"
       title = "Kollegastøtte hos oss"
       languages = ["nb", "nn"]

  3. Dobbeltklikk på kollega.exe igjen. Då opnar handboka seg i nettlesaren.

Resten står i handboka sjølv, under «Gjer handboka til dykkar».
`,
		en: `Hello! There is no handbook here yet.

This is how you make one:
  1. Make a folder for the handbook, and put kollega.exe into it.
  2. Open Notepad and write the four lines below, with your own names.
     Save it in the folder as site.toml. Choose the file type "All files".

       id = "our-handbook"
       title = "Peer coaching with us"
       language = "en"
       languages = ["en"]

  3. Double-click kollega.exe again. The handbook then opens in the browser.

The handbook itself tells you the rest, in "Make the handbook yours".
`,
	},
	"start-offer": {
		nb: "Hei! Her er det ingen håndbok ennå.\nSkal jeg lage en i denne mappa? Skriv ja og trykk Enter, eller bare trykk Enter for å la være:",
		nn: "Hei! Her er det inga handbok enno.\nSkal eg lage ei i denne mappa? Skriv ja og trykk Enter, eller berre trykk Enter for å la vere:",
		en: "Hello! There is no handbook here yet.\nShall I make one in this folder? Write yes and press Enter, or just press Enter to leave it:",
	},
	"start-declined": {
		nb: "Da gjør jeg ingenting. Legg kollega.exe i mappa der håndboka skal være, og dobbeltklikk på den der.",
		nn: "Då gjer eg ingenting. Legg kollega.exe i mappa der handboka skal vere, og dobbeltklikk på henne der.",
		en: "Then I'll do nothing. Put kollega.exe into the folder where the handbook is to be, and double-click it there.",
	},
	"start-close": {
		nb: "Trykk Enter for å lukke vinduet.",
		nn: "Trykk Enter for å lukke vindauget.",
		en: "Press Enter to close the window.",
	},
}
