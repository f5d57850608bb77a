package site

import "testing"

func TestPlainIsTheTextOfInlineHTML(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{"Hva vil du?", "Hva vil du?"},
		{"Hvor <em>trygg</em> er du, 1 &lt; 2 &amp; «ja»?", "Hvor trygg er du, 1 < 2 & «ja»?"},
		{`<a class="external" href="https://x.no/?a=1&amp;b">Les</a>`, "Les"},
		{"uavsluttet <em", "uavsluttet "},
	} {
		if got := Plain(c.html); got != c.want {
			t.Errorf("Plain(%q) = %q, want %q", c.html, got, c.want)
		}
	}
}
