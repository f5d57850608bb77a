package markdown

import (
	"strings"
	"testing"

	"kollega/generator/site"
)

// A value is words and never Markdown, wherever it stands.
func TestAValueIsWhatItSays(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ring {{ bht }}!", "<p>Ring A*B &amp; &lt;c&gt;!</p>"},
		{"{{ bht }} svarer.", "<p>A*B &amp; &lt;c&gt; svarer."},
		{"{{kort}}", "<p>k</p>"},
		{"## Hos {{ kort }} {#hos}", `<h2 id="hos">Hos k`},
		{"| A |\n|---|\n| {{ bht }} |", "<td>A*B &amp; &lt;c&gt;</td>"},
		{"[post](mailto:{{ kort }}@a.no)", `href="mailto:k@a.no"`},
		{"- {{ kort }} (5 min)\n", "<li>k (5 min)"},
		{"`{{ kort }}`", "<code>{{ kort }}</code>"},
		{"```felt x\nSpør {{ bht }}?\nSvar: kort\n```", "Spør A*B &amp; &lt;c&gt;?"},
	} {
		if got := convert(site.KindWorksheet, "nb", c.text).HTML; !strings.Contains(got, c.want) {
			t.Errorf("%q became %s, want %s in it", c.text, got, c.want)
		}
	}
}
