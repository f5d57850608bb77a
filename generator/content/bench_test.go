package content

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kollega/generator/site"
)

const strategy = `+++
title = "Lytt"
summary = "Slik gir du den andre tid og ro til å tenke høyt, uten å fylle stillheten selv."
id = "listen"
order = 3
activities = ["look-back", "observe-a-colleague"]
questions = ["through-the-conversation"]
worksheets = ["conversation-sheet"]
tags = ["samtale", "tillit"]
next = ["ask"]
+++
`

// BenchmarkFront is the front matter of a handbook of 1,000 pages.
func BenchmarkFront(b *testing.B) {
	b.Run("strategies", func(b *testing.B) { benchmarkFront(b, strategy, site.KindStrategy) })
	b.Run("activities", func(b *testing.B) { benchmarkFront(b, activity, site.KindActivity) })
}

func benchmarkFront(b *testing.B, text string, kind site.Kind) {
	page := []byte(text + strings.Repeat("Et avsnitt av vanlig tekst, omtrent så langt som det pleier å være.\n", 40))
	b.ReportAllocs()
	for b.Loop() {
		for range 1000 {
			if _, _, _, problems := Front("a.md", page, "nb", kind); problems != nil {
				b.Fatal(problems)
			}
		}
	}
}

func BenchmarkConfig(b *testing.B) {
	text, err := os.ReadFile("../../site.toml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Config([]File{{"site.toml", text}})
	}
}

// BenchmarkTexts is an interface of 400 texts in three languages.
func BenchmarkTexts(b *testing.B) {
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "[\"part.text-%d\"]\nnb = \"En tekst\"\nnn = \"Ein tekst\"\nen = \"A text\"\n", i)
	}
	data := []byte(text.String())
	b.ReportAllocs()
	for b.Loop() {
		Texts([]File{{"texts.toml", data}})
	}
}

// BenchmarkHostile is a page that the scanner must refuse.
func BenchmarkHostile(b *testing.B) {
	text := []byte("+++\nx = " + strings.Repeat("[", 60_000) + "\n+++\n")
	for b.Loop() {
		Front("a.md", text, "nb", "")
	}
}
