package site

import "strings"

// Word is a token of the handbook's vocabulary and what it is called in each
// language. The first name is the one shown; the rest are understood too.
type Word struct {
	Token      string
	nb, nn, en []string
}

// Vocabulary is a closed list of words, in the order they are offered.
type Vocabulary []Word

// The vocabularies that front matter, marks and site.toml draw on.
var (
	Levels = Vocabulary{
		{"easy", w("lett"), w("lett"), w("easy")},
		{"medium", w("middels"), w("middels"), w("medium")},
		{"demanding", w("krevende"), w("krevjande"), w("demanding")},
	}
	Phases = Vocabulary{
		{"opening", w("åpning"), w("opning"), w("opening")},
		{"goal", w("mål"), w("mål"), w("goal")},
		{"reality", w("virkelighet", "refleksjon"), w("røyndom", "refleksjon"), w("reality", "reflection")},
		{"options", w("muligheter"), w("moglegheiter"), w("options")},
		{"next-step", w("neste steg", "neste-steg"), w("neste steg", "neste-steg"), w("next step", "next-step")},
		{"follow-up", w("oppfølging"), w("oppfølging"), w("follow-up", "follow up")},
	}
	Depths = Vocabulary{
		{"light", w("lett"), w("lett"), w("light")},
		{"middle", w("middels"), w("middels"), w("middle")},
		{"deep", w("dyp"), w("djup"), w("deep")},
	}
	Families = Vocabulary{
		{"goals", w("mål"), w("mål"), w("goals")},
		{"reflection", w("refleksjon"), w("refleksjon"), w("reflection")},
		{"observation", w("observasjon"), w("observasjon"), w("observation")},
		{"role-play", w("rollespill"), w("rollespel"), w("role play", "role-play")},
	}
	Settings = Vocabulary{
		{"room", w("møterom", "rom", "inne"), w("møterom", "rom", "inne"), w("meeting room", "room", "indoors")},
		{"walk", w("på tur", "tur", "ute"), w("på tur", "tur", "ute"), w("on a walk", "walk", "outdoors")},
		{"screen", w("på skjerm", "skjerm", "på nett"), w("på skjerm", "skjerm", "på nett"), w("on screen", "screen", "online")},
		{"work", w("i arbeidet", "på jobb"), w("i arbeidet", "på jobb"), w("on the job", "at work")},
	}
	Storages = Vocabulary{
		{"device", w("enhet"), w("eining"), w("device")},
		{"ask", w("spør"), w("spør"), w("ask")},
		{"code", w("kode"), w("kode"), w("code")},
		{"none", w("ingen"), w("ingen"), w("none")},
	}
	Roles = Vocabulary{
		{"facilitator", w("øktleder"), w("øktleiar"), w("facilitator")},
		{"timekeeper", w("tidtaker"), w("tidtakar"), w("timekeeper")},
		{"seeker", w("veisøker"), w("vegsøkar"), w("coachee")},
		{"supporter", w("veileder"), w("rettleiar"), w("coach")},
		{"observer", w("observatør"), w("observatør"), w("observer")},
		{"scribe", w("skriver"), w("skrivar"), w("note taker", "note-taker")},
	}
	Fonts = Vocabulary{
		{"kollega", w("kollega"), w("kollega"), w("kollega")},
		{"system", w("system"), w("system"), w("system")},
		{"serif", w("serif", "antikva"), w("serif", "antikva"), w("serif")},
	}
	Radii = Vocabulary{
		{"none", w("ingen"), w("ingen"), w("none")},
		{"small", w("liten"), w("liten"), w("small")},
		{"medium", w("middels"), w("middels"), w("medium")},
		{"large", w("stor"), w("stor"), w("large")},
	}
	Densities = Vocabulary{
		{"compact", w("tett"), w("tett"), w("compact")},
		{"normal", w("vanlig"), w("vanleg"), w("normal")},
		{"airy", w("luftig"), w("luftig"), w("airy")},
	}
	KindWords = Vocabulary{
		{string(KindStrategy), w("strategi"), w("strategi"), w("strategy")},
		{string(KindActivity), w("aktivitet"), w("aktivitet"), w("activity")},
		{string(KindSession), w("økt"), w("økt"), w("session")},
		{string(KindQuestions), w("spørsmål"), w("spørsmål"), w("questions")},
		{string(KindWorksheet), w("arbeidsark"), w("arbeidsark"), w("worksheet")},
		{string(KindExample), w("eksempel"), w("døme", "eksempel"), w("example")},
		{string(KindPath), w("læringsløp"), w("læringsløp"), w("path")},
		{string(KindGuide), w("guide"), w("guide"), w("guide")},
		{string(KindGlossary), w("ordliste"), w("ordliste"), w("glossary")},
		{string(KindResources), w("ressurser"), w("ressursar"), w("resources")},
	}
)

// SectionWords is what a section is called, which no page calls itself.
var SectionWords = Vocabulary{{string(KindSection), w("del", "seksjon"), w("del", "seksjon"), w("section")}}

func w(names ...string) []string { return names }

func (v Word) names(lang string) []string {
	switch lang {
	case "nb":
		return v.nb
	case "nn":
		return v.nn
	}
	return v.en
}

// Name is what a token is called in a language, or the token itself when the
// vocabulary does not have it.
func (v Vocabulary) Name(token, lang string) string {
	for _, word := range v {
		if word.Token == token {
			return word.names(lang)[0]
		}
	}
	return token
}

// Token returns the token an author's word stands for: the token itself or a name
// in any language, the page's own language first. Case and a surrounding space do
// not matter.
func (v Vocabulary) Token(word, lang string) (string, bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	for _, l := range []string{lang, "nb", "nn", "en"} {
		for _, entry := range v {
			for _, name := range entry.names(l) {
				if name == word {
					return entry.Token, true
				}
			}
		}
	}
	for _, entry := range v {
		if entry.Token == word {
			return entry.Token, true
		}
	}
	return "", false
}

// Every lists all that an author may write, in any language.
func (v Vocabulary) Every() []string {
	var names []string
	for _, word := range v {
		names = append(append(append(append(names, word.nb...), word.nn...), word.en...), word.Token)
	}
	return names
}

// Names lists what an author may write in a language, for a message.
func (v Vocabulary) Names(lang string) []string {
	names := make([]string, len(v))
	for i, word := range v {
		names[i] = word.names(lang)[0]
	}
	return names
}
