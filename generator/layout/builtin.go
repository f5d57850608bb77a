package layout

import (
	"cmp"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"
)

// function compiles the call of a function: one of text/template's own, or an escaper
// that html/template put in.
func (c *compiler) function(name string, args []parse.Node, last *expr) expr {
	if escaper, ok := strings.CutPrefix(name, "_html_template_"); ok && len(args) == 0 && last != nil {
		return c.escape(escaper, *last)
	}
	all := make([]expr, 0, len(args)+1)
	for _, n := range args {
		all = append(all, c.value(n))
	}
	if last != nil {
		all = append(all, *last)
	}
	if len(all) == 0 {
		c.unknown("%s of nothing", name)
	}
	switch name {
	case "and", "or":
		return c.either(name == "or", all)
	case "not":
		if len(all) == 1 {
			is := c.truth(all[0])
			return give(func(r *run) bool { return !is(r) })
		}
	case "eq", "ne", "lt", "le", "gt", "ge":
		if len(all) == 2 || len(all) > 2 && name == "eq" {
			return c.compare(name, all)
		}
	case "len":
		if len(all) == 1 {
			return c.length(all[0])
		}
	case "index":
		return c.index(all)
	}
	return c.textFunction(name, all)
}

// textFunction compiles the functions that make text of anything.
func (c *compiler) textFunction(name string, all []expr) expr {
	first := all[0].typ == reflect.TypeFor[string]()
	switch {
	case name == "print":
		return onAny(fmt.Sprint, all)
	case name == "println":
		return onAny(fmt.Sprintln, all)
	case name == "printf" && first:
		return onAny(func(args ...any) string { return fmt.Sprintf(args[0].(string), args[1:]...) }, all)
	case name == "html":
		return onAny(template.HTMLEscaper, all)
	case name == "urlquery":
		return onAny(template.URLQueryEscaper, all)
	case name == "js":
		return onAny(template.JSEscaper, all)
	case name == "_eval_args_" && first && len(all) == 1:
		return all[0]
	}
	c.unknown("%s with %d arguments", name, len(all))
	return expr{}
}

// onAny calls a function that takes anything.
func onAny(f func(...any) string, args []expr) expr {
	get := make([]func(*run) reflect.Value, len(args))
	for i, a := range args {
		get[i] = boxed(a)
	}
	return give(func(r *run) string {
		in := make([]any, len(get))
		for i, g := range get {
			in[i] = g(r).Interface()
		}
		return f(in...)
	})
}

// condition compiles the pipeline of an {{if}}: of and, or and not only their truth
// counts, so that their arguments need not be of one type.
func (c *compiler) condition(p *parse.PipeNode) func(*run) bool {
	if len(p.Decl) > 0 {
		c.unknown("%s", p)
	}
	cmd := p.Cmds[0]
	n, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok || len(p.Cmds) > 1 || len(cmd.Args) < 2 {
		return c.truth(c.pipe(p))
	}
	var all []func(*run) bool
	each := func() {
		for _, arg := range cmd.Args[1:] {
			if inner, ok := arg.(*parse.PipeNode); ok {
				all = append(all, c.condition(inner))
			} else {
				all = append(all, c.truth(c.value(arg)))
			}
		}
	}
	switch {
	case n.Ident == "not" && len(cmd.Args) == 2:
		each()
		return func(r *run) bool { return !all[0](r) }
	case n.Ident == "and" || n.Ident == "or":
		each()
		or := n.Ident == "or"
		return func(r *run) bool {
			for _, is := range all {
				if is(r) == or {
					return or
				}
			}
			return !or
		}
	}
	return c.truth(c.pipe(p))
}

// truth is whether a value is not the zero of its type; a struct always is.
func (c *compiler) truth(e expr) func(*run) bool {
	switch {
	case e.str != nil:
		return func(r *run) bool { return e.str(r) != "" }
	case e.num != nil:
		return func(r *run) bool { return e.num(r) != 0 }
	case e.yes != nil:
		return e.yes
	}
	switch e.typ.Kind() {
	case reflect.Slice, reflect.Map, reflect.Array:
		return func(r *run) bool { return e.ref(r).Len() > 0 }
	case reflect.Pointer:
		return func(r *run) bool { return !e.ref(r).IsNil() }
	case reflect.Struct:
		return func(r *run) bool { e.ref(r); return true }
	}
	return func(r *run) bool {
		is, _ := template.IsTrue(e.ref(r).Interface())
		return is
	}
}

// either compiles and, or: the first argument that decides, or the last one.
func (c *compiler) either(or bool, args []expr) expr {
	if len(args) == 1 {
		return args[0]
	}
	first, rest := args[0], c.either(or, args[1:])
	if first.typ != rest.typ {
		c.unknown("a choice between %s and %s", first.typ, rest.typ)
	}
	frame := c.newVariable("", first.typ)
	keep, kept := store(first, &frame.slot), c.load(frame)
	is := c.truth(kept)
	decide := func(r *run) bool { keep(r); return is(r) == or }
	return choose(decide, kept, rest)
}

// choose is a where first says so, else b.
func choose(first func(*run) bool, a, b expr) expr {
	e := expr{typ: a.typ}
	switch {
	case a.str != nil:
		e.str = one(first, a.str, b.str)
	case a.num != nil:
		e.num = one(first, a.num, b.num)
	case a.yes != nil:
		e.yes = one(first, a.yes, b.yes)
	default:
		e.ref = one(first, a.ref, b.ref)
	}
	return e
}

func one[T any](first func(*run) bool, a, b func(*run) T) func(*run) T {
	return func(r *run) T {
		if first(r) {
			return a(r)
		}
		return b(r)
	}
}

// compare compiles eq and its kin for values of one kind: strings, ints, bools, and
// pointers of one type.
func (c *compiler) compare(name string, args []expr) expr {
	if len(args) > 2 {
		a, b := c.compare(name, args[:2]), c.compare(name, append(args[:1:1], args[2:]...))
		return give(func(r *run) bool { return a.yes(r) || b.yes(r) })
	}
	a, b := args[0], args[1]
	switch {
	case a.str != nil && b.str != nil:
		return ordered(c, name, a.str, b.str)
	case a.num != nil && b.num != nil:
		return ordered(c, name, a.num, b.num)
	case name != "eq" && name != "ne":
	case a.yes != nil && b.yes != nil:
		return give(func(r *run) bool { return (a.yes(r) == b.yes(r)) == (name == "eq") })
	case a.typ == b.typ && a.typ.Kind() == reflect.Pointer:
		return give(func(r *run) bool { return (a.ref(r).UnsafePointer() == b.ref(r).UnsafePointer()) == (name == "eq") })
	}
	c.unknown("%s of a %s and a %s", name, a.typ, b.typ)
	return expr{}
}

func ordered[T cmp.Ordered](c *compiler, name string, a, b func(*run) T) expr {
	switch name {
	case "eq":
		return give(func(r *run) bool { return a(r) == b(r) })
	case "ne":
		return give(func(r *run) bool { return a(r) != b(r) })
	case "lt":
		return give(func(r *run) bool { return a(r) < b(r) })
	case "le":
		return give(func(r *run) bool { return a(r) <= b(r) })
	case "gt":
		return give(func(r *run) bool { return a(r) > b(r) })
	}
	return give(func(r *run) bool { return a(r) >= b(r) })
}

func (c *compiler) length(e expr) expr {
	switch {
	case e.str != nil:
		return give(func(r *run) int { return len(e.str(r)) })
	case e.ref != nil:
		switch e.typ.Kind() {
		case reflect.Slice, reflect.Array, reflect.Map:
			return give(func(r *run) int { return e.ref(r).Len() })
		}
	}
	c.unknown("len of a %s", e.typ)
	return expr{}
}

// index compiles index x 1 "key": a step into a slice, an array or a map for each
// argument. Outside of them it panics, and the page is left to html/template.
func (c *compiler) index(args []expr) expr {
	e := args[0]
	for _, at := range args[1:] {
		of := e.ref
		switch kind := e.typ.Kind(); {
		case (kind == reflect.Slice || kind == reflect.Array) && at.num != nil:
			e = c.from(e.typ.Elem(), func(r *run) reflect.Value {
				list := of(r)
				return list.Index(at.num(r))
			})
		case kind == reflect.Map && at.typ == e.typ.Key():
			key, zero := boxed(at), reflect.Zero(e.typ.Elem())
			e = c.from(e.typ.Elem(), func(r *run) reflect.Value {
				m := of(r)
				if v := m.MapIndex(key(r)); v.IsValid() {
					return v
				}
				return zero
			})
		default:
			c.unknown("index of a %s", e.typ)
		}
	}
	return e
}
