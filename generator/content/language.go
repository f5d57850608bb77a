package content

import (
	"slices"
	"strings"
)

// norwegian are what people write who mean Norwegian without saying which of the two.
var norwegian = []string{"no", "nor", "norsk", "norwegian"}

// languagesMeant are languages as people call them, and their tags. They are understood
// for messages alone.
var languagesMeant = map[string]string{
	"no": "nb", "nor": "nb", "norsk": "nb", "norwegian": "nb", "bokmål": "nb", "bokmal": "nb", "nb-no": "nb", "nb_no": "nb",
	"nynorsk": "nn", "nn-no": "nn", "nn_no": "nn", "engelsk": "en", "english": "en", "en-us": "en", "en-gb": "en",
}

// Language is the language that a site.toml says it is in, also when the file is broken or
// the line stands in a table it does not belong in; "" when it does not say. It is for
// messages about the file: what is wrong with it is reported by Config.
func Language(file File) string {
	d, _ := open(file, configLimits)
	if d == nil {
		return ""
	}
	astray := ""
	for i := range d.entries {
		e := &d.entries[i]
		table, key, inTable := strings.Cut(e.path, sep)
		switch {
		case e.header || !e.equals:
		case e.path == "language":
			return d.languageOf(e)
		case inTable && key == "language" && astray == "" && !slices.Contains(freeTables, table):
			astray = d.languageOf(e)
		}
	}
	return astray
}

// freeTables are the tables of site.toml whose keys are an author's own.
var freeTables = []string{"titles", "tags", "needs", "terms", "values"}

// languageOf is the language that an entry says, with or without quotation marks.
func (d *document) languageOf(e *entry) string {
	value := strings.Trim(uncommented(d.text[e.value.at:e.end]), "\"'“”„«» \t\r")
	value = strings.ToLower(value)
	if tag, meant := languagesMeant[value]; meant {
		return tag
	}
	if !languageTag.MatchString(value) {
		return ""
	}
	return value
}
