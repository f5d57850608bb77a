package search

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// digits are the characters numbers are written with: the 92 that can be printed and
// need no escape in a script's string, nor could end a script element.
var digits = func() string {
	var b strings.Builder
	for c := byte(' '); c <= '~'; c++ {
		if c != '"' && c != '\\' && c != '<' {
			b.WriteByte(c)
		}
	}
	return b.String()
}()

// final is how many of the digits end a number; the others say that more follows.
const final = 60

// AppendNumber writes a number: its smallest part last, so that small ones take one
// character.
//
//	n < 60          digits[n]
//	otherwise       digits[60 + (n-60) mod 32], then (n-60) / 32
func AppendNumber(out []byte, n int) []byte {
	for n >= final {
		n -= final
		out = append(out, digits[final+n%(len(digits)-final)])
		n /= len(digits) - final
	}
	return append(out, digits[n])
}

// hash is what tells one version of a file from another, for its name.
func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
}
