package site

import "testing"

func TestFixesArePutInAndNothingElseChanges(t *testing.T) {
	at := func(line, col int, text string) Fix { return Fix{Pos{"a.md", line, col}, text} }
	for _, c := range []struct {
		name, text string
		fixes      []Fix
		want       string
	}{
		{"none", "a\r\nb", nil, "a\r\nb"},
		{"from the end to the beginning, however they come", "ab\ncd\n", []Fix{at(1, 2, "1"), at(2, 3, "2"), at(1, 1, "0")}, "0a1b\ncd2\n"},
		{"before a Windows line end", "ab\r\ncd\r\n", []Fix{at(1, 3, " x"), at(2, 3, " y")}, "ab x\r\ncd y\r\n"},
		{"after a byte order mark", "\ufeffåb\n", []Fix{at(1, 2, "-")}, "\ufeffå-b\n"},
		{"characters, not bytes", "æøå\n", []Fix{at(1, 4, "!")}, "æøå!\n"},
		{"what is not UTF-8 stays", "\xffa\n", []Fix{at(1, 3, "!")}, "\xffa!\n"},
		{"without a last line end", "a", []Fix{at(1, 2, "b")}, "ab"},
		{"two at one place keep their order", "a", []Fix{at(1, 2, "1"), at(1, 2, "2")}, "a12"},
	} {
		got, err := Apply([]byte(c.text), c.fixes)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %q, %v", c.name, got, err)
		}
	}
}

func TestAFixForAnotherTextIsRefused(t *testing.T) {
	for _, p := range []Pos{{"a.md", 3, 1}, {"a.md", 1, 4}, {"a.md", 0, 1}, {"a.md", 1, 0}, {"a.md", 2, 2}} {
		if got, err := Apply([]byte("ab\r\n"), []Fix{{p, "x"}}); err == nil {
			t.Errorf("%v: got %q", p, got)
		}
	}
}
