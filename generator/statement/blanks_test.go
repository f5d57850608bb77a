package statement

import (
	"reflect"
	"testing"
)

// What is left to fill in is found, and links in bold are none of it.
func TestBlanksAreFound(t *testing.T) {
	for text, want := range map[string][]Blank{
		"Ærlig **[navn]**, **[a / b]**\r\n- **[c]**": {{1, 7}, {1, 19}, {2, 3}},
		"- **[Bygg tillit](../a.md).** Noe.":         nil,
		"```\n**[a]**\n```\n\n**[b]**":               {{5, 1}},
		"[a] **b** **\\[c]**":                        nil,
	} {
		if got := Blanks([]byte(text)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
