package site

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"
)

// numbered is an identity number of a day: no person's stands in a test.
func numbered(t *testing.T, day string) string {
	t.Helper()
	for n := 12300; n < 100_000; n++ {
		if s := day + strconv.Itoa(n); identifies([]byte(s)) {
			return s
		}
	}
	t.Fatalf("%s has no numbers", day)
	return ""
}

func TestPersonalNumbersAreFound(t *testing.T) {
	for name, day := range map[string]string{
		"a number": "010190", "a D-number": "410190", "a synthetic one": "018190", "a synthetic D-number": "418190",
		"a help number": "014190", "a leap day": "290204", "the last of a year": "311299",
	} {
		s := numbered(t, day)
		for _, written := range []string{s, s[:6] + " " + s[6:], s[:6] + "\u00a0" + s[6:], s[:6] + "-" + s[6:]} {
			for _, around := range []string{"%s", "Fnr. %s.", "x\n\nfnr:%s", "«%s»", "\u00a0%s ", "12345 %s", "%s 1234", "| %s |"} {
				text := fmt.Sprintf(around, written)
				if got := PersonalNumbers([]byte(text)); len(got) != 1 || text[got[0]:got[0]+6] != s[:6] {
					t.Errorf("%s, in %q: %v", name, text, got)
				}
			}
		}
	}
}

func TestOtherNumbersAreNone(t *testing.T) {
	s := numbered(t, "010190")
	wrong := strconv.Itoa((int(s[10]-'0') + 1) % 10)
	for name, text := range map[string]string{
		"wrong control digit": s[:10] + wrong,
		"a digit too many":    s + "0", "a digit in front": "1" + s, "a word before": "id" + s, "six and six": s[:6] + " " + s[6:] + "1",
		"two blanks": s[:6] + "  " + s[6:], "two lines": s[:6] + "\n" + s[6:], "five and six": s[:5] + " " + s[5:], "a word after": s + "a", "a hash": "a" + s + "f",
		"an account": "1234.56.78903", "a telephone": "+47 22 22 55 55", "an organisation": "971 040 238", "a date": "2026-11-24 12:30",
		"nothing": "", "noughts": "00000000000",
	} {
		if got := PersonalNumbers([]byte(text)); got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
	for _, day := range []string{"320190", "300290", "010090", "011390", "290203", "720190"} {
		for n := range 100_000 {
			if identifies(fmt.Appendf(nil, "%s%05d", day, n)) {
				t.Fatalf("%s is no day", day)
			}
		}
	}
}

func TestSeveralNumbersOfOneText(t *testing.T) {
	s := numbered(t, "010190")
	for gap := range 13 {
		text := s + " " + string(bytes.Repeat([]byte("."), gap)) + " " + s
		if got := PersonalNumbers([]byte(text)); len(got) != 2 || got[1] != len(text)-11 {
			t.Errorf("%d apart: %v", gap, got)
		}
	}
}

func TestPrivateAddressesAreThoseThatAnybodyCanHave(t *testing.T) {
	for text, want := range map[string]string{
		"Skriv til Kari.Nordmann@Gmail.com.": "[{10 gmail.com}]",
		"[Ola](mailto:ola@hotmail.no)":       "[{13 hotmail.no}]",
		"<a@online.no>, b@yahoo.co.uk":       "[{1 online.no} {15 yahoo.co.uk}]",
		"æ@live.no":                          "[]", // no address begins with the letter, nor with nothing
		"kari@kommune.no":                    "[]",
		"a@gmail.kommune.fylke.no":           "[]",
		"@gmail.com":                         "[]",
		"a@gmail":                            "[]",
		"post@live-it.no":                    "[]",
		"a@b@icloud.com":                     "[{2 icloud.com}]",
	} {
		if got := fmt.Sprint(PrivateAddresses([]byte(text))); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
