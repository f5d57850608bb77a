package layout

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kollega/generator/site"
)

// renamed are the names that layouts may have been written with and that are gone, by the
// type they were a part of, and what there is instead.
var renamed = map[string]string{
	"View.Script":  ".Scripts",
	"View.Sheet":   ".Styles",
	"View.SheetID": ".Bench.Sheet.Rev",
	"Window.Pages": ".Links",
}

// functions are those of text/template, which layouts have too.
var functions = []string{"and", "or", "not", "len", "index", "slice", "print", "printf", "println", "html", "js", "urlquery", "call", "eq", "ne", "lt", "le", "gt", "ge"}

// What html/template says of a mistake, and what it says of unknown names.
var (
	placed          = regexp.MustCompile(`^(?:html/)?template: ?([^:]*):(\d+):(?:(\d+):)? ?`)
	unknownField    = regexp.MustCompile(`can't evaluate field (\w+) in type (\S+)$`)
	unknownFunction = regexp.MustCompile(`^function "(\w+)" not defined$`)
	unknownTemplate = regexp.MustCompile(`no such template "([^"]*)"$`)
)

// problem is a mistake of a layout at its place, which is in the named file when
// html/template does not say another. defined are the parts that templates may call.
func problem(name string, err error, defined []string) site.Problem {
	pos, text := site.Pos{File: name}, err.Error()
	if m := placed.FindStringSubmatch(text); m != nil {
		if strings.HasPrefix(m[1], "layouts/") {
			pos.File = m[1]
		}
		pos.Line, _ = strconv.Atoi(m[2])
		text = text[len(m[0]):]
	}
	p := site.Problem{Pos: pos, Code: "layout-error", Args: []any{text}}
	if m := unknownField.FindStringSubmatch(text); m != nil {
		p.Code, p.Args = fieldMistake(m[1], m[2])
	} else if m := unknownFunction.FindStringSubmatch(text); m != nil {
		p.Code, p.Args = "layout-unknown", []any{m[1], site.Suggest(functionMeant(m[1]))}
	} else if m := unknownTemplate.FindStringSubmatch(text); m != nil {
		p.Code, p.Args = "layout-unknown", []any{m[1], site.Suggest(site.DidYouMean(m[1], defined))}
	}
	return p
}

// fieldMistake is what is said of a field or method that a type does not have.
func fieldMistake(name, typ string) (site.Code, []any) {
	t := reachable(typ)
	for _, owner := range owners(t) {
		if now := renamed[owner+"."+name]; now != "" {
			return "layout-renamed", []any{"." + name, now}
		}
	}
	meant := site.DidYouMean(name, names(t))
	if meant != "" {
		meant = "." + meant
	}
	return "layout-unknown", []any{"." + name, site.Suggest(meant)}
}

// functionMeant is what a function that is not there was probably meant to be: one that
// is, or what the page is asked for with a point in front.
func functionMeant(name string) string {
	view := names(reflect.TypeFor[*View]())
	if slices.Contains(view, name) {
		return "." + name
	}
	if meant := site.DidYouMean(name, functions); meant != "" {
		return meant
	}
	if meant := site.DidYouMean(name, view); meant != "" {
		return "." + meant
	}
	return ""
}

// owners are the names of a type and of the View in it.
func owners(t reflect.Type) []string {
	if t = elem(t); t == nil || t.Kind() != reflect.Struct {
		return nil
	}
	all := []string{t.Name()}
	if view := reflect.TypeFor[*View](); t.NumField() > 0 && t.Field(0).Type == view {
		all = append(all, view.Elem().Name())
	}
	return all
}

// names are the fields and methods that a template may call of a type.
func names(t reflect.Type) []string {
	var all []string
	if t == nil {
		return nil
	}
	for i := range t.NumMethod() {
		all = append(all, t.Method(i).Name)
	}
	if s := elem(t); s.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(s) {
			if f.IsExported() {
				all = append(all, f.Name)
			}
		}
	}
	return all
}

func elem(t reflect.Type) reflect.Type {
	if t != nil && t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// reachable is the type of a name among those that a template can come to from a View,
// nil when it is none of them.
func reachable(name string) reflect.Type {
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type) reflect.Type
	visit = func(t reflect.Type) (found reflect.Type) {
		if seen[t] {
			return nil
		}
		if seen[t] = true; t.String() == name {
			return t
		}
		for _, next := range leads(t) {
			if found = visit(next); found != nil {
				return found
			}
		}
		return nil
	}
	for _, from := range []reflect.Type{reflect.TypeFor[*View](), reflect.TypeFor[Card](), reflect.TypeFor[Cards]()} {
		if t := visit(from); t != nil {
			return t
		}
	}
	return nil
}

// leads are the types that a template comes to from another in one step.
func leads(t reflect.Type) []reflect.Type {
	var all []reflect.Type
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		all = append(all, t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				all = append(all, f.Type)
			}
		}
	}
	for i := range t.NumMethod() {
		if m := t.Method(i).Type; m.NumOut() > 0 {
			all = append(all, m.Out(0))
		}
	}
	return all
}
