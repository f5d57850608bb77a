package site

import (
	"bytes"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// PersonalNumbers are the offsets in a text of what can only be a Norwegian national
// identity number: eleven digits, also written as six and five, that name a day and end
// with the two right control digits (Skatteetaten, “Fødselsnummer”). D-numbers, whose day
// is 40 higher, help numbers, whose month is 40 higher, and the synthetic ones of tests,
// whose month is 80 higher, are among them: nothing in a text tells them from a person's.
func PersonalNumbers(text []byte) []int {
	var found []int
	for i := 5; i < len(text); i += 6 { // six digits in a row are met at one of every six bytes
		if !isDigit(text[i]) {
			continue
		}
		start, end := i, i+1
		for start > 0 && isDigit(text[start-1]) {
			start--
		}
		for end < len(text) && isDigit(text[end]) {
			end++
		}
		if digits, length := eleven(text[start:], end-start); length > 0 && identifies(digits) && standsAlone(text, start, start+length) {
			found = append(found, start)
		}
		i = end
	}
	return found
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// standsAlone reports whether a piece of a text is no part of a longer word.
func standsAlone(text []byte, from, to int) bool {
	before, _ := utf8.DecodeLastRune(text[:from])
	after, _ := utf8.DecodeRune(text[to:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// eleven are the digits that a text begins with, n of which stand together, when they
// are eleven in all, and how long a piece of the text they are; 0 for no eleven.
func eleven(text []byte, n int) (digits []byte, length int) {
	if n == 11 {
		return text[:11], 11
	}
	if n != 6 {
		return nil, 0
	}
	rest := text[6:]
	for _, between := range []string{" ", "\u00a0", "-"} {
		if five, found := bytes.CutPrefix(rest, []byte(between)); found && digitsOf(five) == 5 {
			return append(bytes.Clone(text[:6]), five[:5]...), 11 + len(between)
		}
	}
	return nil, 0
}

// digitsOf is how many digits a text begins with.
func digitsOf(text []byte) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// identifies reports whether eleven digits are an identity number.
func identifies(d []byte) bool {
	pair := func(i int) int { return int(d[i]-'0')*10 + int(d[i+1]-'0') }
	day, month, year := pair(0), pair(2), pair(4)
	if day > 40 {
		day -= 40
	}
	month %= 40 // nothing, 40 or 80 has been added
	if month < 1 || month > 12 || day < 1 || day > time.Date(2000+year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return false
	}
	return control(d, []int{3, 7, 6, 1, 8, 9, 4, 5, 2, 1}) && control(d, []int{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1})
}

// control reports whether digits by their weights are a multiple of eleven.
func control(digits []byte, weights []int) bool {
	sum := 0
	for i, weight := range weights {
		sum += weight * int(digits[i]-'0')
	}
	return sum%11 == 0
}

// Address is an e-mail address in a text.
type Address struct {
	At     int    // offset
	Domain string // in small letters: "gmail.com"
}

// PrivateAddresses are the e-mail addresses in a text that are somebody's own and not
// their workplace's, as far as the domain tells.
func PrivateAddresses(text []byte) []Address {
	var found []Address
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '@')
		if i < 0 {
			return found
		}
		i += at
		start, end := i, i+1
		for start > 0 && inAddress(text[start-1]) {
			start--
		}
		for end < len(text) && inAddress(text[end]) {
			end++
		}
		if domain := strings.ToLower(strings.TrimRight(string(text[i+1:end]), ".-_+")); start < i && isPrivate(domain) {
			found = append(found, Address{start, domain})
		}
		at = end
	}
}

func inAddress(c byte) bool {
	return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '.' || c == '-' || c == '_' || c == '+'
}

// isPrivate reports whether anybody can have an address of a domain.
func isPrivate(domain string) bool {
	switch domain {
	case "online.no", "broadpark.no", "getmail.no", "lyse.net", "start.no", "frisurf.no", "ebnett.no", "c2i.net",
		"me.com", "mac.com", "proton.me", "pm.me", "aol.com", "gmx.net", "gmx.com", "msn.com":
		return true
	}
	name, country, _ := strings.Cut(domain, ".")
	if country == "" || strings.Count(country, ".") > 1 {
		return false
	}
	switch name {
	case "gmail", "googlemail", "hotmail", "outlook", "live", "yahoo", "ymail", "icloud", "protonmail":
		return true
	}
	return false
}
