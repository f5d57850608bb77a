package layout

import (
	"html/template"
	"reflect"
	"text/template/parse"

	"kollega/generator/site"
)

// method compiles the call of a method.
func (c *compiler) method(receiver expr, m reflect.Method, args []parse.Node, last *expr) expr {
	t := m.Type
	if t.NumOut() != 1 {
		c.unknown("%s, which gives %d values", m.Name, t.NumOut())
	}
	c.known(t.Out(0))
	all := append([]expr{receiver}, c.arguments(m.Name, t, 1, args, last)...)
	if e, ok := direct(m, all); ok {
		return e
	}
	get := make([]func(*run) reflect.Value, len(all))
	for i, a := range all {
		get[i] = boxed(a)
	}
	return c.from(t.Out(0), func(r *run) reflect.Value {
		in := make([]reflect.Value, len(get))
		for i, g := range get {
			in[i] = g(r)
		}
		return m.Func.Call(in)[0]
	})
}

// arguments compiles the arguments of a function whose parameters for them begin at
// first.
func (c *compiler) arguments(name string, t reflect.Type, first int, nodes []parse.Node, last *expr) []expr {
	many := len(nodes)
	if last != nil {
		many++
	}
	fixed := t.NumIn() - first
	if t.IsVariadic() {
		fixed--
	}
	if many < fixed || many > fixed && !t.IsVariadic() {
		c.unknown("%s with %d arguments", name, many)
	}
	parameter := func(i int) reflect.Type {
		if i >= fixed {
			return t.In(t.NumIn() - 1).Elem()
		}
		return t.In(first + i)
	}
	var out []expr
	for i, n := range nodes {
		out = append(out, c.argument(n, parameter(i)))
	}
	if last != nil {
		out = append(out, c.fit(*last, parameter(len(out))))
	}
	return out
}

// direct calls a method as what it is, where it has one of the forms that layouts use
// most: a call through reflect allocates, and takes twenty times as long.
func direct(m reflect.Method, args []expr) (expr, bool) {
	if m.Type.NumIn() != len(args) || m.Type.IsVariadic() {
		return expr{}, false
	}
	for i, a := range args {
		if a.typ != m.Type.In(i) {
			return expr{}, false
		}
	}
	switch f := m.Func.Interface().(type) {
	case func(*View) string:
		return call1(f, args), true
	case func(*View) bool:
		return call1(f, args), true
	case func(*View) *site.Page:
		return call1(f, args), true
	case func(*View) []*site.Page:
		return call1(f, args), true
	case func(*View) []site.Heading:
		return call1(f, args), true
	case func(*View) []Route:
		return call1(f, args), true
	case func(*View) []Clock:
		return call1(f, args), true
	case func(*View) []Bar:
		return call1(f, args), true
	case func(*View) []string:
		return call1(f, args), true
	case func(*View) map[string]string:
		return call1(f, args), true
	case func(*View, string) string:
		return call2(f, args), true
	case func(*View, string) template.HTML:
		return call2(f, args), true
	case func(*View, site.Kind) string:
		return call2(f, args), true
	case func(*View, site.Kind) template.HTML:
		return call2(f, args), true
	case func(*View, site.Range) string:
		return call2(f, args), true
	case func(*View, Route) string:
		return call2(f, args), true
	case func(*View, *site.Page) string:
		return call2(f, args), true
	case func(*View, *site.Page) bool:
		return call2(f, args), true
	case func(*View, *site.Page) Card:
		return call2(f, args), true
	case func(*View, string, string) string:
		return call3(f, args), true
	case func(*View, string, int) string:
		return call3(f, args), true
	case func(*View, int, []*site.Page) []*site.Page:
		return call3(f, args), true
	case func(*View, string, []*site.Page) Cards:
		return call3(f, args), true
	case func(*site.Page) string:
		return call1(f, args), true
	case func(*site.Page) bool:
		return call1(f, args), true
	case func(*site.Page) []*site.Page:
		return call1(f, args), true
	case func(*site.Page, string) *site.Page:
		return call2(f, args), true
	case func(site.Range) bool:
		return call1(f, args), true
	case func(*site.Config, string) string:
		return call2(f, args), true
	}
	return expr{}, false
}

func call1[A, T any](f func(A) T, args []expr) expr {
	a := as[A](args[0])
	return give(func(r *run) T { return f(a(r)) })
}

func call2[A, B, T any](f func(A, B) T, args []expr) expr {
	a, b := as[A](args[0]), as[B](args[1])
	return give(func(r *run) T { return f(a(r), b(r)) })
}

func call3[A, B, C, T any](f func(A, B, C) T, args []expr) expr {
	a, b, c := as[A](args[0]), as[B](args[1]), as[C](args[2])
	return give(func(r *run) T { return f(a(r), b(r), c(r)) })
}

// as gives what an expression of type T gives, as a T.
func as[T any](e expr) func(*run) T {
	var get any
	switch any(*new(T)).(type) {
	case string:
		get = e.str
	case site.Kind:
		get = func(r *run) site.Kind { return site.Kind(e.str(r)) }
	case int:
		get = e.num
	case bool:
		get = e.yes
	default:
		return func(r *run) T {
			v := e.ref(r)
			if v.CanAddr() {
				return *v.Addr().Interface().(*T) // Interface alone would copy a struct to the heap
			}
			return v.Interface().(T)
		}
	}
	return get.(func(*run) T)
}

// give makes an expression of a function that gives a T.
func give[T any](f func(*run) T) expr {
	e := expr{typ: reflect.TypeFor[T]()}
	switch g := any(f).(type) {
	case func(*run) string:
		e.str = g
	case func(*run) template.HTML:
		e.str = func(r *run) string { return string(g(r)) }
	case func(*run) int:
		e.num = g
	case func(*run) bool:
		e.yes = g
	default:
		e.ref = func(r *run) reflect.Value { return reflect.ValueOf(f(r)) }
	}
	return e
}
