package site

import "strings"

// The vocabularies of worksheets, as they are named in messages.
var (
	// Answers are what a field may be answered with.
	Answers = Vocabulary{
		{string(AnswerShort), w("kort"), w("kort"), w("short")},
		{string(AnswerLong), w("langt"), w("langt"), w("long")},
		{string(AnswerScale), w("skala"), w("skala"), w("scale")},
		{string(AnswerOne), w("velg én"), w("vel éin"), w("choose one")},
		{string(AnswerSeveral), w("velg flere"), w("vel fleire"), w("choose several")},
		{string(AnswerTick), w("avkryssing"), w("avkryssing"), w("tick")},
		{string(AnswerYesNo), w("ja/nei"), w("ja/nei"), w("yes/no")},
		{string(AnswerDate), w("dato"), w("dato"), w("date")},
		{string(AnswerTime), w("klokkeslett"), w("klokkeslett"), w("time")},
		{string(AnswerNumber), w("tall"), w("tal"), w("number")},
		{string(AnswerTable), w("tabell"), w("tabell"), w("table")},
		{string(AnswerDrawing), w("tegning"), w("teikning"), w("drawing")},
		{string(AnswerSignature), w("underskrift"), w("underskrift"), w("signature")},
		{string(AnswerSum), w("sum"), w("sum"), w("sum")},
		{"question", w("spørsmål"), w("spørsmål"), w("question")},
		{"option", w("valg"), w("val"), w("option")},
		{"column", w("kolonne"), w("kolonne"), w("column")},
	}

	// FieldLines are the lines of a field that every language must agree on.
	FieldLines = Vocabulary{
		{"bring", w("Hent fra"), w("Hent frå"), w("Bring from")},
		{"carry", w("Ta med videre"), w("Ta med vidare"), w("Carry over")},
		{"collect", w("Samles"), w("Blir samla"), w("Collect")},
		{"formerly", w("Tidligere"), w("Tidlegare"), w("Formerly")},
	}
)

// AnswerName is an argument that names a type of answer in the message's language.
// What follows the type's token after a space stays: "scale 1-5" is «skala 1-5».
type AnswerName string

func (a AnswerName) in(lang string) string {
	token, rest, more := strings.Cut(string(a), " ")
	if more {
		rest = " " + rest
	}
	return Answers.Name(token, lang) + rest
}

// FieldLine is an argument that names a line of a field in the message's language.
type FieldLine string

func (f FieldLine) in(lang string) string { return FieldLines.Name(string(f), lang) }
