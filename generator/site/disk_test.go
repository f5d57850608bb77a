package site

import "testing"

func TestNamesThatEveryDiskHolds(t *testing.T) {
	for name, want := range map[string]bool{
		"lytt.md": true, "Språk og øving": true, "console": true, "com": true, "nulled.md": true, ".x": true,
		"con": false, "NUL.txt": false, "com1": false, "LPT9.md": false, "aux .md": false, "conin$": false, "com¹.md": false,
		"a.": false, "a ": false, "": false, "a:b": false, "a\\b": false, "a/b": false, "a?": false, "a\tb": false, "a\xff": false,
	} {
		if Holds(name) != want {
			t.Errorf("Holds(%q) = %v", name, !want)
		}
	}
}
