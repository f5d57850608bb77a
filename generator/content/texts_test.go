package content

import (
	"reflect"
	"testing"

	"kollega/generator/site"
)

func TestTextsMergePerKeyAndLanguage(t *testing.T) {
	texts, problems := Texts([]File{
		{"a", []byte("[\"search.title\"]\nnb = \"Søk\"\nnn = \"Søk\"\nen = \"Search\"\n[next]\nnb = \"Neste\"\nnn = \"Neste\"\nen = \"Next\"\n")},
		{"b", []byte("\"search.title\" = { nb = \"Leit\" }\n[next]\nse = \"Boahtte\"\n[\"our.greeting\"]\nnb = \"Hei\"\n")},
	})
	want := site.Texts{
		"nb": {"search.title": "Leit", "next": "Neste", "our.greeting": "Hei"},
		"nn": {"search.title": "Søk", "next": "Neste"},
		"en": {"search.title": "Search", "next": "Next"},
		"se": {"next": "Boahtte"},
	}
	if len(problems) > 0 || !reflect.DeepEqual(texts, want) {
		t.Errorf("%s\n got %v\nwant %v", places(problems), texts, want)
	}
}

func TestTextsMistakes(t *testing.T) {
	const whole = "nb = \"a\"\nnn = \"a\"\nen = \"a\"\n"
	for _, test := range []struct{ bottom, top, want string }{
		{"[a]\nnb = \"a\"\nen = \"\"\n", "", "1:1 texts-missing"},
		{"[a]\nnb = 3\nnn = \"a\"\nen = \"a\"\n", "", "2:6 type-text"},
		{"[a]\nnb = a\nnn = \"a\"\nen = \"a\"\n", "", "2:6 toml-unquoted"},
		{"[a]\n" + whole + "norsk = \"a\"\n", "", "5:1 language-tag"},
		{"[a.b]\n" + whole, "", "1:1 texts-shape"},
		{"[[a]]\n" + whole, "", "1:1 texts-shape"},
		{"a = \"b\"\n", "", "1:1 texts-shape"},
		{"[a]\n" + whole + "[a.b]\nnb = \"c\"\n", "", "5:1 texts-shape"},
		{"[a]\n" + whole + "[a]\n" + whole, "", "5:1 toml-twice"},
		{"a = { nb = \"a\" }\n", "", "1:1 texts-missing"},
		{"[\"search.title\"]\n" + whole, "[\"serch.title\"]\nnb = \"a\"\n", "1:1 texts-unknown (warning)"},
		{"[\"search.title\"]\n" + whole, "[mine]\nnb = \"a\"\n", ""},
	} {
		files := []File{{"texts.toml", []byte(test.bottom)}}
		if test.top != "" {
			files = append(files, File{"texts.toml", []byte(test.top)})
		}
		if _, problems := Texts(files); places(problems) != test.want {
			t.Errorf("%q under %q: got %s, want %s", test.bottom, test.top, places(problems), test.want)
		}
	}
}
