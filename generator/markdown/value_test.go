package markdown

import (
	"strings"
	"testing"

	"kollega/generator/site"
)

// A sheet that is filled in says what is written, letter by letter.
func TestAValueInASheetThatIsFilledIn(t *testing.T) {
	d := convert(site.KindGuide, "nb", "```utfylt x\na: Hos {{ bht }}, {{ sted }}\n```")
	if len(d.Filled) != 1 || d.Filled[0].Lines[0].Answer != "Hos A*B & <c>, https://a.no/a_b?c=(d)&e~f#g" {
		t.Errorf("%+v", d.Filled)
	}
}

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
		{"{{ mai }} er fri.", "<p>17. mai er fri."},
		{"- {{ strek }}\n> {{ strek }}", "<li>- en</li>\n</ul>\n<blockquote>\n<p>- en</p>"},
		{"A\n{{ strek }}", "<p>A\n- en"},
		{"[nett]({{ sted }}) mer", `href="https://a.no/a_b?c=%28d%29&amp;e~f#g"`},
		{"[nett][n]\n\n[n]: {{ sted }}", `href="https://a.no/a_b?c=%28d%29&amp;e~f#g"`},
		{"<{{ sted }}>", `href="https://a.no/a_b?c=%28d%29&amp;e~f#g"`},
		{"Se {{ sted }}.", "https://a.no/a_b?c=(d)&amp;e~f#g."},
		{"< {{ sted }}>", "&lt; https://a.no/a_b?c=(d)"},
		{"<{{ b }}>", "&lt;b onclick=x&gt;"},
		{"[ring](tel:{{ telefon }})", `href="tel:551234"`},
		{"Ord\n: {{ strek }}", "<dd>- en</dd>"},
		{"A[^1]\n\n[^1]: {{ strek }}", "<p>- en <a"},
		{"``{{ kort }}`` {{ kort }}", "<code>{{ kort }}</code> k"},
		{"Et ` og {{ kort }}", "og k"},
		{"```felt x\nHva?\nSvar: skala 1-3 (lav {{ sted }} … høy)\n```", "lav https://a.no/a_b?c=(d)&amp;e~f#g"},
	} {
		if got := convert(site.KindWorksheet, "nb", c.text).HTML; !strings.Contains(got, c.want) {
			t.Errorf("%q became %s, want %s in it", c.text, got, c.want)
		}
	}
}
