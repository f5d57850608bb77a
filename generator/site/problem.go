package site

import (
	"fmt"
	"sort"
	"strings"
)

// Code names one kind of problem. Codes are language-neutral and never change
// their meaning: people search for them.
type Code string

// Problem is something wrong with the source, at a place, with a way out.
type Problem struct {
	Pos
	Code    Code
	Args    []any // what the message's verbs stand for
	Warning bool  // does not stop a build unless it is strict
	Fix     *Fix  // what would solve it; nil when that takes a person
}

// Text is the message in a language: what is wrong and, after it, what to do, also by
// letting the command do it.
// An unknown language falls back to English.
func (p Problem) Text(lang string) string {
	m, ok := lookup(p.Code)
	if !ok {
		return fmt.Sprint(append([]any{p.Code}, p.Args...)...)
	}
	if p.Fix != nil {
		fixes, _ := lookup("command-fixes")
		return m.format(lang, p.Args) + ". " + fixes.format(lang, nil)
	}
	return m.format(lang, p.Args)
}

// Line is the message as the command prints it: file:line:col: code: text.
func (p Problem) String() string { return p.In("en") }

// In is String in another language.
func (p Problem) In(lang string) string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Col > 0 {
			fmt.Fprintf(&b, ":%d", p.Col)
		}
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "%s: %s", p.Code, p.Text(lang))
	return b.String()
}

// Error makes a Problem usable as an error where only one can happen.
func (p Problem) Error() string { return p.String() }

// Sort puts problems in the order of their places and drops repeats.
func Sort(problems []Problem) []Problem {
	sort.SliceStable(problems, func(i, j int) bool {
		a, b := problems[i], problems[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		if a.Col != b.Col {
			return a.Col < b.Col
		}
		if a.Code != b.Code {
			return a.Code < b.Code
		}
		return fmt.Sprint(a.Args...) < fmt.Sprint(b.Args...)
	})
	out := problems[:0]
	for i, p := range problems {
		if i > 0 && p.String() == out[len(out)-1].String() {
			continue
		}
		out = append(out, p)
	}
	return out
}

// Fatal reports whether any of the problems stops a build.
func Fatal(problems []Problem, strict bool) bool {
	for _, p := range problems {
		if strict || !p.Warning {
			return true
		}
	}
	return false
}

// DidYouMean returns the candidate nearest to a misspelt word, or "" when none is
// near enough to be what was meant.
func DidYouMean(word string, candidates []string) string {
	best, bestDistance := "", 1+len([]rune(word))/3
	for _, c := range candidates {
		if more := len(c) - len(word); more > 2*bestDistance || -more > 2*bestDistance {
			continue // a character is two bytes at most in our languages, and each one too many counts
		}
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d <= bestDistance && (best == "" || d < bestDistance) {
			best, bestDistance = c, d
		}
	}
	return best
}

// distance is the optimal string alignment distance of two words in characters.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	var before []int
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(s); i++ {
		next := make([]int, len(t)+1)
		next[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(t)]
}
