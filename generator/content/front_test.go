package content

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kollega/generator/site"
)

// places is what tests compare of problems: where and which.
func places(problems []site.Problem) string {
	var lines []string
	for _, p := range problems {
		mark := ""
		if p.Warning {
			mark = " (warning)"
		}
		lines = append(lines, fmt.Sprintf("%d:%d %s%s", p.Line, p.Col, p.Code, mark))
	}
	return strings.Join(lines, "; ")
}

const activity = `+++
title = "Gjør målet konkret"
short = "Konkret mål"
summary = """Fra et ønske
til et mål."""
id = "make-it-concrete"
order = 3
minutes = [25, 40]
people = 2
level = "Lett"
phase = ["mål", "neste steg"]
family = "mål"
materials = ["penn", " papir "]
strategies = ["set-goals", # den viktigste
	"ask"]
questions = []
tags = ["mål"]
formerly = ["goal"]
aliases = ["gammel/side.html"]
updated = 2026-11-24
owner = "Bedriftshelsetjenesten"
reviewed = 2026-11-20
review_after = 2027-11-20
draft = true
next = ["look-back"]
+++

Teksten.
`

func TestFrontOfActivity(t *testing.T) {
	front, body, line, problems := Front("a.md", []byte(activity), "nb", site.KindActivity)
	if got := places(problems); got != "" {
		t.Fatalf("problems: %s", got)
	}
	want := site.Front{
		Title: "Gjør målet konkret", Short: "Konkret mål", Summary: "Fra et ønske til et mål.",
		Formerly: []string{"goal"}, Aliases: []string{"gammel/side.html"}, ID: "make-it-concrete",
		Order: 3, Tags: []site.Ref{{ID: "mål", Pos: site.Pos{File: "a.md", Line: 17, Col: 9}}}, Updated: "2026-11-24", Draft: true,
		Owner: "Bedriftshelsetjenesten", Reviewed: "2026-11-20", ReviewAfter: "2027-11-20",
		Minutes: site.Range{Min: 25, Max: 40}, People: site.Range{Min: 2, Max: 2},
		Level: "easy", Phases: []string{"goal", "next-step"}, Family: "goals", Materials: []string{"penn", "papir"},
		Relations: map[site.Relation][]site.Ref{
			site.RelStrategies: {
				{ID: "set-goals", Pos: site.Pos{File: "a.md", Line: 14, Col: 15}},
				{ID: "ask", Pos: site.Pos{File: "a.md", Line: 15, Col: 2}},
			},
			site.RelNext: {{ID: "look-back", Pos: site.Pos{File: "a.md", Line: 25, Col: 9}}},
		},
	}
	if !reflect.DeepEqual(front, want) {
		t.Errorf("got  %+v\nwant %+v", front, want)
	}
	if string(body) != "\nTeksten.\n" || line != 27 {
		t.Errorf("body %q at line %d", body, line)
	}
}

func TestFrontIsTheSameWithWindowsLineEndsAndMark(t *testing.T) {
	front, _, _, _ := Front("a.md", []byte(activity), "nb", site.KindActivity)
	for name, text := range map[string]string{
		"line ends": strings.ReplaceAll(activity, "\n", "\r\n"),
		"mark":      "\ufeff" + activity,
		"both":      "\ufeff" + strings.ReplaceAll(activity, "\n", "\r\n"),
	} {
		other, body, line, problems := Front("a.md", []byte(text), "nb", site.KindActivity)
		if places(problems) != "" || !reflect.DeepEqual(other, front) || line != 27 || strings.TrimSpace(string(body)) != "Teksten." {
			t.Errorf("%s: %s; line %d; body %q; %+v", name, places(problems), line, body, other)
		}
	}
}

func TestFrontWordsFollowTheLanguage(t *testing.T) {
	text := "+++\ntitle = \"A\"\nkind = \"activity\"\nlevel = \"demanding\"\nphase = [\"next step\"]\nfamily = \"role play\"\nedition = \"Facilitator\"\n+++\n"
	front, _, _, problems := Front("a.md", []byte(text), "en", "")
	if len(problems) > 0 || front.Kind != site.KindActivity || front.Level != "demanding" || front.Family != "role-play" ||
		front.Phases[0] != "next-step" || front.Edition != site.EditionFacilitator {
		t.Errorf("%s; %+v", places(problems), front)
	}
}

func TestFrontOfSectionNamesTheKindOfItsPages(t *testing.T) {
	front, _, _, problems := Front("_index.md", []byte("+++\ntitle = \"A\"\nkind = \"strategi\"\n+++\n"), "nb", site.KindSection)
	if len(problems) > 0 || front.Kind != site.KindStrategy {
		t.Errorf("%s; %+v", places(problems), front)
	}
}

func TestFences(t *testing.T) {
	for _, test := range []struct{ name, text, want, body string }{
		{"empty file", "", "1:1 front-missing", ""},
		{"no front matter", "# Tittel\n\nTekst\n", "1:1 front-missing", "# Tittel\n\nTekst\n"},
		{"only toml", "title = \"A\"\n", "1:1 front-missing", "title = \"A\"\n"},
		{"after blank lines", "\n \n# Tittel\n", "3:1 front-missing", "# Tittel\n"},
		{"blank lines before", "\n\n+++\ntitle = \"A\"\n+++\nx", "", "x"},
		{"spaces after fences", "+++ \ntitle = \"A\"\n+++\t\nx", "", "x"},
		{"not closed", "+++\ntitle = \"A\"\nTekst\n", "1:1 front-unclosed", ""},
		{"only a fence", "+++", "1:1 front-unclosed", ""},
		{"empty", "+++\n+++\nx", "1:1 title-missing", "x"},
		{"no newline at the end", "+++\ntitle = \"A\"\n+++", "", ""},
		{"yaml", "---\ntitle: A\ntags:\n  - b\n---\nx", "1:1 front-yaml", "x"},
		{"yaml with dots", "---\ntitle: A\n...\nx", "1:1 front-yaml", "x"},
		{"yaml not closed", "---\ntitle: A\nx", "1:1 front-yaml", ""},
		{"utf-16 with mark", "\xff\xfe+\x00+\x00", "1:1 file-utf16", ""},
		{"utf-16 big-endian", "\xfe\xff\x00+\x00+", "1:1 file-utf16", ""},
		{"utf-16 without mark", "+\x00+\x00+\x00\n\x00", "1:1 file-utf16", ""},
		{"latin-1 in front matter", "+++\ntitle = \"Gj\xf8r\"\n+++\nx", "2:12 file-utf8", "x"},
		{"latin-1 in the text", "+++\ntittle = \"A\"\n+++\nså \xe5", "2:1 key-unknown; 4:4 file-utf8", "så \xe5"},
	} {
		_, body, line, problems := Front("a.md", []byte(test.text), "nb", "")
		if got := places(problems); got != test.want || string(body) != test.body {
			t.Errorf("%s: %s, body %q; want %s, %q", test.name, got, body, test.want, test.body)
		}
		if before := strings.TrimSuffix(test.text, string(body)); line != 1+strings.Count(before, "\n") {
			t.Errorf("%s: body at line %d", test.name, line)
		}
	}
}

// A page is reviewed again after it has been reviewed, whichever line comes first.
func TestReviewAfterIsAfterReviewed(t *testing.T) {
	for text, want := range map[string]string{
		"reviewed = 2026-11-24\nreview_after = 2026-11-25":     "",
		"reviewed = 2026-11-24\nreview_after = 2026-11-24":     "4:16 review-order (warning)",
		"review_after = \"2025-11-24\"\nreviewed = 2026-11-24": "3:16 review-order (warning)",
		"review_after = 2026-11-24":                            "",
		"review_after = \"om et år\"":                          "3:16 date-invalid",
	} {
		_, _, _, problems := Front("a.md", []byte("+++\ntitle = \"A\"\n"+text+"\n+++\n"), "nb", "")
		if got := places(problems); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// What names a person by number is no more at its place above the text than in it.
func TestFrontMatterNamesNobodyByNumber(t *testing.T) {
	_, _, _, problems := Front("a.md", []byte("+++\ntitle = \"A\"\n# 018190 00049\nowner = \"Kari, kari@gmail.com\"\n+++\n"), "nb", "")
	if got := places(problems); got != "3:3 personal-number; 4:16 private-address (warning)" {
		t.Error(got)
	}
	for _, lang := range []string{"nb", "nn", "en"} {
		if line := problems[0].In(lang); strings.Contains(line, "018190") || strings.Contains(line, "00049") {
			t.Error(line)
		}
	}
}

func TestInvalidByteIsNumberedInTheFile(t *testing.T) {
	_, _, _, problems := Front("a.md", []byte("\ufeff+++\n\xe6"), "nb", "")
	if p := problems[0]; p.Code != "file-utf8" || fmt.Sprint(p.Args) != "[230 7]" || p.Line != 2 || p.Col != 1 {
		t.Errorf("%+v", p)
	}
}
