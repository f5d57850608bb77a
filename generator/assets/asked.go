package assets

import "regexp"

// A script asks for a text by its key, as a string of its own, or makes the end of the key
// and has its beginning as that of a template: "bank.kept", `status.${kind}`. Nothing else
// is found in a bundle.
var (
	wholeKey = regexp.MustCompile("[\"'`]([a-z]+(?:\\.[a-z0-9-]+)+)[\"'`]")
	beginKey = regexp.MustCompile("`([a-z]+\\.(?:[a-z0-9-]+\\.)*)\\$\\{")
)

// asked are the keys of texts that a bundled script may ask for. One that ends in a dot
// is for all that begin so.
func asked(script []byte) []string {
	var keys []string
	for _, form := range []*regexp.Regexp{wholeKey, beginKey} {
		for _, m := range form.FindAllSubmatch(script, -1) {
			keys = append(keys, string(m[1]))
		}
	}
	return keys
}
