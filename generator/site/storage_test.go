package site

import "testing"

func TestTheStricterStorageWins(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"device", "ask", "ask"}, {"ask", "device", "ask"}, {"code", "none", "none"}, {"none", "device", "none"},
		{"ask", "code", "code"}, {"", "ask", "ask"}, {"ask", "", "ask"}, {"", "", ""}, {"ask", "bank", "ask"},
	} {
		if got := Stricter(c.a, c.b); got != c.want {
			t.Errorf("Stricter(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestForEverIsTheLongestTime(t *testing.T) {
	for _, c := range []struct{ a, b, want int }{{0, 0, 0}, {0, 6, 6}, {6, 0, 6}, {6, 12, 6}, {12, 6, 6}} {
		if got := Shorter(c.a, c.b); got != c.want {
			t.Errorf("Shorter(%d, %d) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
