package site

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// deviceName is a name Windows keeps for itself, whatever its extension.
var deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)[ ]*(\.|$)`)

// Holds reports whether every disk can hold a file or folder with a name: Windows keeps
// some for itself and takes no others that end in a full stop or a space, or have one of
// <>:"|?*\ in them.
func Holds(name string) bool {
	return name != "" && utf8.ValidString(name) && !deviceName.MatchString(name) && !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ") &&
		!strings.ContainsAny(name, `<>:"|?*\/`) && !strings.ContainsFunc(name, unicode.IsControl)
}
