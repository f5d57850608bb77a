package content

import (
	"strings"

	"kollega/generator/site"
)

// keysMeant are keys as an author would call them in Norwegian, and the key each
// stands for. They are understood in messages alone: a key has one name.
var keysMeant = map[string]string{
	"tittel": "title", "overskrift": "title", "namn": "title", "navn": "title",
	"kort": "short", "korttittel": "short", "sammendrag": "summary", "samandrag": "summary", "ingress": "summary",
	"description": "summary", "beskrivelse": "summary", "rekkefølge": "order", "rekkjefølgje": "order", "weight": "order",
	"slag": "kind", "type": "kind", "tidligere": "formerly", "tidlegare": "formerly", "alias": "aliases",
	"oppdatert": "updated", "date": "updated", "dato": "updated", "utkast": "draft",
	"emneord": "tags", "stikkord": "tags", "merker": "tags", "emner": "tags", "neste": "next",
	"tid": "minutes", "minutter": "minutes", "minutt": "minutes", "varighet": "minutes", "duration": "minutes",
	"personer": "people", "personar": "people", "deltakere": "people", "deltakarar": "people",
	"nivå": "level", "fase": "phase", "faser": "phase", "phases": "phase", "familie": "family",
	"søk": "search", "søkeord": "search", "keywords": "search", "synonymer": "search",
	"roller": "roles", "rollar": "roles",
	"sted": "setting", "stad": "setting", "hvor": "setting", "kor": "setting", "settings": "setting", "place": "setting", "behov": "needs", "formål": "needs", "føremål": "needs", "need": "needs", "purpose": "needs",
	"materiell": "materials", "utstyr": "materials", "lagring": "storage", "arbeidsplass": "workplace",
	"strategier": "strategies", "strategiar": "strategies", "aktiviteter": "activities", "aktivitetar": "activities",
	"spørsmål": "questions", "arbeidsark": "worksheets", "steg": "steps", "trinn": "steps",
	"organisasjon": "organisation", "organization": "organisation", "kontakt": "contact", "e-post": "contact", "epost": "contact", "email": "contact", "adresse": "url", "baseurl": "url",
	"språk": "language", "meny": "navigation", "farge": "accent", "color": "accent", "colour": "accent", "papir": "paper", "ordliste": "glossary",
	"skrift": "font", "skrifttype": "font", "hjørner": "radius", "hjørne": "radius", "avrunding": "radius", "tetthet": "density", "tettleik": "density",
	"luft": "density", "stil": "styles", "stiler": "styles", "stilar": "styles", "stilark": "styles", "css": "styles", "style": "styles",
	"arbeidsbok": "workbook", "måneder": "keep_months", "månader": "keep_months", "months": "keep_months", "keep": "keep_months",
}

// suggestKey is the key among those allowed that an unknown one was meant to be.
func suggestKey(name string, allowed []string) string {
	name = strings.ToLower(name)
	if key := keysMeant[name]; contains(allowed, key) {
		return key
	}
	return site.DidYouMean(name, allowed)
}
