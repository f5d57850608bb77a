package layout

import (
	"bytes"
	"html/template"
	"testing"
)

func TestSqueezeTakesOnlyWhatIsNotShown(t *testing.T) {
	for source, want := range map[string]string{
		"<ul>\n  <li>en</li>\n  <li>to</li>\n</ul>\n":                                         "<ul><li>en</li><li>to</li></ul>",
		"<p>\n  <b>en</b>\n  <i>to</i>  tre\n</p>":                                            "<p><b>en</b>\n<i>to</i> tre</p>",
		"<p>en  {{1}}  to\n\n{{2}}\n</p>":                                                     "<p>en {{1}} to\n{{2}}</p>",
		"<ol>\n{{range .}}<li>x</li>\n{{end}}</ol>":                                           "<ol>{{range .}}<li>x</li>{{end}}</ol>",
		"<p>a {{if .}} b {{else}} c {{end}} d</p>":                                            "<p>a {{if .}}b {{else}}c {{end}}d</p>",
		"<p>a{{if .}} b{{end}} c</p>":                                                         "<p>a{{if .}} b{{end}} c</p>",
		"<p>a {{range .}} b{{end}}</p>":                                                       "<p>a {{range .}} b{{end}}</p>",
		"<p>a{{range .}} b {{end}} c</p>":                                                     "<p>a{{range .}} b {{end}} c</p>",
		"<div>\n{{template \"main\" 1}}\n{{template \"main\" 1}}\n</div>":                     "<div>{{template \"main\" 1}}\n{{template \"main\" 1}}</div>",
		"<a  title=\"a  >\n b\"\n class='x  y'>  t  </a>  u":                                  "<a  title=\"a  >\n b\"\n class='x  y'> t </a> u",
		"<pre>\n  a\n   b </pre>\n<p>":                                                        "<pre>\n  a\n   b </pre><p>",
		"<b>x</b>\n<script>\n a  b\n</script>\n<textarea> a  b </textarea>":                   "<b>x</b>\n<script>\n a  b\n</script>\n<textarea> a  b </textarea>",
		"<head>\n<title> a  b </title>\n<link>\n{{if .}}\n<meta>\n{{end}}\n</head>\n<body>\n": "<head><title> a  b </title><link>{{if .}}<meta>{{end}}</head><body>",
		"<svg>\n <path d=\"M1  2\"></path>\n <text>a  b</text></svg>\n":                       "<svg><path d=\"M1  2\"></path><text>a b</text></svg>\n",
		"1 < 2  &&  3 > 2  <3":                                                                "1 < 2 && 3 > 2 <3",
		"<p{{if .}}  class=\"a  b\"{{end}}>\n x":                                              "<p{{if .}}  class=\"a  b\"{{end}}>x",
		"<!-- a  b -->  <b>c</b>":                                                             "<!-- a  b --> <b>c</b>",
	} {
		if got := squeezed(t, source); got != want {
			t.Errorf("%q\n got %q\nwant %q", source, got, want)
		}
	}
}

func TestSqueezeKeepsWordsApart(t *testing.T) {
	for _, tag := range []string{"a", "abbr", "b", "button", "code", "em", "i", "img", "input", "label", "q", "select", "small", "span", "strong", "sub", "svg", "time", "my-part"} {
		source := "<p>en <" + tag + ">to</" + tag + "> tre</p>"
		if got := squeezed(t, source); got != source {
			t.Errorf("%q became %q", source, got)
		}
	}
}

// Where the templates don't say what they stand in, all of them stay as they are.
func TestSqueezeLeavesWhatItCantFollow(t *testing.T) {
	for _, source := range []string{
		"<pre>  {{template \"main\" 1}}  </pre>  x",
		"  <a title=\"{{template \"main\" 1}}\">  x",
		"  <a href=\"x",
		"  {{if .}}<pre>{{else}}<p>{{end}}x  y",
		"  <textarea>  ",
	} {
		if got := squeezed(t, source); got != source {
			t.Errorf("%q became %q", source, got)
		}
	}
}

// squeezed is the text of a template after squeezing, with the actions it was written with.
func squeezed(t *testing.T, source string) string {
	t.Helper()
	parsed, err := template.New("main").Parse(source)
	if err != nil {
		t.Fatal(err)
	}
	squeeze(parsed)
	return parsed.Tree.Root.String()
}

func TestSqueezingTwiceIsSqueezingOnce(t *testing.T) {
	l := mustParse(t)
	v := pageInASection(t)
	var once, twice bytes.Buffer
	if err := l.Write(&once, "guide", v); err != nil {
		t.Fatal(err)
	}
	l = mustParse(t)
	squeeze(l.kinds["guide"].templates)
	if err := l.Write(&twice, "guide", v); err != nil {
		t.Fatal(err)
	}
	if once.String() != twice.String() {
		t.Errorf("%d bytes, then %d", once.Len(), twice.Len())
	}
}
