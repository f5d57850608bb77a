package content

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"kollega/generator/site"
)

var (
	// "20-30" for a range: the library takes it for half a date.
	dashedRange = regexp.MustCompile(`^(\d{1,4})\s*[-–—]\s*(\d{1,4})\s*(min|minutter|minutt|minutes)?\.?$`)
	// what precedes the first escape that TOML does not have, and it
	badEscape  = regexp.MustCompile(`^(?:[^\\]|\\[btnfre"\\\s]|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*(\\)`)
	bareColour = regexp.MustCompile(`^#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})(\s|$)`)
	truthWord  = regexp.MustCompile(`(?i)^(true|yes|ja|sant|on|på|false|no|nei|usant|off|av)$`)
)

// explain reports the entry the library refused, in words about what the author
// wrote. The order matters: what the scanner saw is surer than what the library
// expected next.
func (d *document) explain(i int, wrong *toml.ParseError) {
	e := d.entries[i]
	pos, code, args := d.mistake(e, wrong)
	d.refuse(pos, code, args...)
}

func (d *document) mistake(e entry, wrong *toml.ParseError) (site.Pos, site.Code, []any) {
	at := min(max(wrong.Position.Start, e.key.at), e.end)
	for at < e.end && (d.text[at] == ' ' || d.text[at] == '\t') {
		at++
	}
	name := d.keyText(e)
	switch {
	case strings.Contains(wrong.Message, "already"):
		return d.pos(e.key), "toml-twice", []any{name, d.firstLine(e)}
	case e.header:
		return d.pos(e.key), "toml-header", []any{short(d.text[e.key.at:e.end])}
	case strings.Contains(wrong.Message, "control char"):
		return d.posAt(d.control(e)), "toml-control", nil
	case !e.equals:
		return d.noEquals(e, name)
	case name == "":
		return d.pos(e.key), "toml-nameless", nil
	case !validKey(name) && strings.HasPrefix(e.path, "terms"+sep):
		return d.pos(e.key), "toml-quote", []any{name}
	case !validKey(name) && strings.HasPrefix(e.path, "values"+sep):
		first, _, _ := strings.Cut(name, ".")
		if site.ValidID(first) {
			return d.pos(e.key), "toml-quote", []any{first}
		}
		return d.pos(e.key), "values-name", []any{first, valueName(first)}
	case !validKey(name):
		return d.pos(e.key), "toml-key", []any{name, site.Suggest(keysMeant[strings.ToLower(name)])}
	}
	return d.badValue(e, name, at, wrong)
}

// noEquals explains a line that is not "key = value".
func (d *document) noEquals(e entry, name string) (site.Pos, site.Code, []any) {
	line := strings.TrimSpace(d.text[e.key.at:e.end])
	if key, value, colon := strings.Cut(line, ":"); colon && validKey(key) {
		return d.pos(e.key), "toml-colon", []any{short(key), short(strings.TrimSpace(value))}
	}
	return d.pos(e.key), "toml-equals", []any{short(line)}
}

// badValue explains a value that is not TOML.
func (d *document) badValue(e entry, name string, at int, wrong *toml.ParseError) (site.Pos, site.Code, []any) {
	value := strings.TrimSpace(d.text[e.value.at:e.end])
	message := wrong.Message
	if (e.open == '"' || e.open == '\'') && at >= e.opened.at {
		return d.pos(e.opened), "toml-unclosed", []any{name}
	}
	day, isDayMeant := dayMeant(uncommented(value))
	switch first := firstRune(value); {
	case bareColour.MatchString(value):
		colour, _, _ := strings.Cut(value, " ")
		return d.pos(e.value), "toml-unquoted", []any{colour}
	case value == "" || value[0] == '#':
		return d.pos(e.value), "toml-empty", []any{name}
	case isTypographic(first) || isTypographic(firstRune(d.text[at:e.end])) && strings.Contains(message, "expected"):
		if isTypographic(first) {
			return d.pos(e.value), "toml-quotes", []any{string(first)}
		}
		return d.posAt(at), "toml-quotes", []any{string(firstRune(d.text[at:e.end]))}
	case isDayMeant:
		return d.pos(e.value), "toml-date", []any{name, day}
	case strings.Contains(message, "escape"), strings.Contains(message, "hexadecimal digits"), strings.Contains(message, "Escaped"):
		return d.posAt(d.escape(e)), "toml-escape", nil
	case dashedRange.MatchString(uncommented(value)):
		m := dashedRange.FindStringSubmatch(uncommented(value))
		return d.pos(e.value), "toml-range", []any{name, m[1], m[2]}
	case truthWord.MatchString(uncommented(value)):
		return d.pos(e.value), "toml-truth", []any{name, uncommented(value)}
	case unicode.IsLetter(first):
		return d.pos(e.value), "toml-unquoted", []any{short(uncommented(value))}
	case strings.Contains(message, "top-level item to end"):
		return d.posAt(at), "toml-after", []any{short(strings.TrimSpace(d.text[at:e.end]))}
	}
	return d.badPart(e, name, at, message)
}

// badPart explains a mistake in a number, a date or a list.
func (d *document) badPart(e entry, name string, at int, message string) (site.Pos, site.Code, []any) {
	part := d.text[at:e.end]
	switch {
	case strings.Contains(message, "datetime"):
		return d.pos(e.value), "toml-date", []any{name, exampleDay}
	case unicode.IsLetter(firstRune(part)) && strings.Contains(message, "expected value"):
		return d.posAt(at), "toml-unquoted", []any{short(uncommented(upTo(part, ",]\n")))}
	case e.open != 0:
		return d.pos(e.opened), "toml-list", []any{string(e.open), closing(e.open)}
	case strings.Contains(message, "comma"):
		return d.posAt(at), "toml-comma", []any{name}
	case strings.Contains(message, "digit"), strings.Contains(message, "nteger"), strings.Contains(message, "float"),
		strings.Contains(message, "number"), strings.Contains(message, "range"), strings.Contains(message, "leading zero"):
		return d.pos(e.value), "toml-number", []any{name}
	}
	return d.posAt(at), "toml-syntax", []any{short(message)}
}

// keyText is the key of an entry as the author wrote it.
func (d *document) keyText(e entry) string {
	text := d.text[e.key.at:e.end]
	if e.header {
		return shown(e.path)
	}
	if e.equals {
		text = d.text[e.key.at:e.value.at]
		text = strings.TrimRight(text, " \t\r")
		text = strings.TrimSuffix(text, "=")
	}
	return short(strings.TrimSpace(text))
}

// firstLine is the line of the first entry with the path of e, or else with a path
// that makes e's impossible: theme = 1 and then theme.paper = "A4".
func (d *document) firstLine(e entry) int {
	if first := d.find(e.path); first != nil && first.key != e.key {
		return first.key.line
	}
	for _, other := range d.entries {
		if strings.HasPrefix(other.path, e.path+sep) || strings.HasPrefix(e.path, other.path+sep) {
			return other.key.line
		}
	}
	return e.key.line
}

// escape is the offset of the first escape in a value that means nothing.
func (d *document) escape(e entry) int {
	if m := badEscape.FindStringSubmatchIndex(d.text[e.value.at:e.end]); m != nil {
		return e.value.at + m[2]
	}
	return e.value.at
}

// control is the offset of the first control character of an entry that TOML does
// not allow.
func (d *document) control(e entry) int {
	for i, r := range d.text[e.key.at:e.end] {
		at := e.key.at + i
		if (r < ' ' && r != '\t' && r != '\n' || r == 0x7f) && !strings.HasPrefix(d.text[at:], "\r\n") {
			return at
		}
	}
	return e.key.at
}

// validKey reports whether a key needs no quotes, or has them.
func validKey(key string) bool {
	if key == "" {
		return false
	}
	for i := range len(key) {
		if c := key[i]; !isBare(c) && !strings.ContainsRune(". \t\"'", rune(c)) {
			return false
		}
	}
	return strings.ContainsAny(key, `"'`) || !strings.ContainsAny(strings.ReplaceAll(key, " . ", "."), " \t")
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isTypographic recognises the quotation marks that word processors make.
func isTypographic(r rune) bool {
	return strings.ContainsRune("“”„‟‘’‚«»‹›´`′″", r)
}

func closing(mark byte) string {
	if mark == '{' {
		return "}"
	}
	return "]"
}

// uncommented is a bare value without the comment after it.
func uncommented(value string) string {
	return strings.TrimSpace(upTo(value, "#\n"))
}

func upTo(s, marks string) string {
	if i := strings.IndexAny(s, marks); i >= 0 {
		return s[:i]
	}
	return s
}

// short is a text of the author's that fits in a message and does no harm to the
// screen it is shown on.
func short(s string) string {
	s = upTo(s, "\r\n")
	if strings.ContainsFunc(s, isControl) {
		s = strings.Map(func(r rune) rune {
			if isControl(r) {
				return utf8.RuneError
			}
			return r
		}, s)
	}
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return s
}
