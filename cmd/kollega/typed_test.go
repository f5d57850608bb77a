package main

import "testing"

func TestWhatHasToBeTyped(t *testing.T) {
	for _, c := range []struct {
		system, started string
		onPath          bool
		want            string
	}{
		{"linux", "./kollega", false, "kollega"},
		{"windows", "kollega", false, "kollega"},
		{"windows", `.\kollega.exe`, false, `.\kollega.exe`},
		{"windows", `.\kollega`, false, `.\kollega.exe`},
		{"windows", `C:\Users\Kari\håndbok\kollega.exe`, false, `.\kollega.exe`},
		{"windows", `C:\Program Files\kollega\kollega.exe`, true, "kollega"},
		{"windows", `C:\Users\Kari\kollega (1).exe`, false, `& ".\kollega (1).exe"`},
	} {
		if got := programAs(c.system, c.started, c.onPath); got != c.want {
			t.Errorf("%v: %s", c, got)
		}
	}
}

func TestCommandsInMessagesAreAsTyped(t *testing.T) {
	for text, want := range map[string]string{
		"Kjør «kollega lock», og":                    `Kjør «.\kollega.exe lock», og`,
		"kjør: kollega lock --remove a#b":            `kjør: .\kollega.exe lock --remove a#b`,
		"kollega diff viser, kollega accept sier":    `.\kollega.exe diff viser, .\kollega.exe accept sier`,
		"  kollega build -s \"vår håndbok\"":         `  .\kollega.exe build -s "vår håndbok"`,
		"kollega: error: x":                          "kollega: error: x",
		"en versjon av kollega som lager en":         "en versjon av kollega som lager en",
		"id = \"min-kollega new\" kollega newspaper": "id = \"min-kollega new\" kollega newspaper",
	} {
		if got := asTyped(text, `.\kollega.exe`); got != want {
			t.Errorf("%q: %q", text, got)
		}
		if got := asTyped(text, "kollega"); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}
