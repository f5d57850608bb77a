package minify

import (
	"bytes"
	entities "html"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"
)

const page = `<!doctype html>
<html lang="nb">
<head>
  <meta charset="utf-8">
  <!-- a comment -->
  <title>Lytt &amp; spør</title>
</head>
<body>
  <main id="main" tabindex="-1">
    <h1>  Lytt   </h1>
    <p>Ett <strong>viktig</strong> <em>ord</em>, og «to».</p>
    <button type="button" popovertarget="t">ord</button>
    <pre>  som
    det   står </pre>
    <ul> <li>en</li> <li>to</li> </ul>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M1 2h3"></path></svg>
    <a href="a.html?x=1&amp;y=2#å" class="b c">lenke</a>
  </main>
</body>
</html>
`

// said is what a page says: its tags and attributes, and its text with white space
// outside <pre> collapsed.
func said(t *testing.T, data []byte) []string {
	t.Helper()
	lexer := html.NewLexer(parse.NewInputBytes(bytes.Clone(data)))
	var out []string
	pre := 0
	for {
		kind, token := lexer.Next()
		switch kind {
		case html.ErrorToken:
			if lexer.Err() != io.EOF {
				t.Fatal(lexer.Err())
			}
			return out
		case html.StartTagToken:
			out = append(out, "<"+string(lexer.Text()))
			if string(lexer.Text()) == "pre" {
				pre++
			}
		case html.EndTagToken:
			out = append(out, "</"+string(lexer.Text()))
			if string(lexer.Text()) == "pre" {
				pre--
			}
		case html.AttributeToken:
			out = append(out, string(lexer.AttrKey())+"="+string(lexer.AttrVal()))
		case html.TextToken:
			text := entities.UnescapeString(string(token))
			if pre == 0 {
				text = strings.Join(strings.Fields(text), " ")
			}
			if text != "" {
				out = append(out, text)
			}
		case html.SVGToken:
			out = append(out, "svg")
		}
	}
}

func TestASmallPageSaysTheSame(t *testing.T) {
	small, err := New().Bytes("a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if len(small) >= len(page) {
		t.Errorf("%d bytes became %d", len(page), len(small))
	}
	got, want := said(t, small), said(t, []byte(page))
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	for _, kept := range []string{"<strong>viktig</strong> <em>ord</em>", "  som\n    det   står "} {
		if !bytes.Contains(small, []byte(kept)) {
			t.Errorf("%q is gone from\n%s", kept, small)
		}
	}
	if bytes.Contains(small, []byte("comment")) {
		t.Error("a comment is still there")
	}
}

func TestMinifyingTwiceIsMinifyingOnce(t *testing.T) {
	m := New()
	once, err := m.Bytes("a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	twice, err := m.Bytes("a.html", once)
	if err != nil || !bytes.Equal(once, twice) {
		t.Errorf("%v\n%s\n%s", err, once, twice)
	}
}

func TestOtherFilesAreCopied(t *testing.T) {
	data := []byte("a  b\n")
	got, err := New().Bytes("assets/licenses.txt", data)
	if err != nil || !bytes.Equal(got, data) {
		t.Errorf("%q, %v", got, err)
	}
	data[0] = 'x'
	if got[0] == 'x' {
		t.Error("the result shares its bytes with what went in")
	}
}

func BenchmarkBytes(b *testing.B) {
	m := New()
	data := []byte(strings.Repeat(page, 15))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Bytes("a.html", data); err != nil {
			b.Fatal(err)
		}
	}
}
