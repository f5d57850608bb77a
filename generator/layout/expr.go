package layout

import (
	"reflect"
	"strconv"
	"text/template/parse"
)

// expr is a compiled expression: the type of what it gives, and a function that gives
// it. Which one follows from the type: str for every type of strings, num for int, yes
// for bool, ref for all else.
type expr struct {
	typ   reflect.Type
	str   func(*run) string
	num   func(*run) int
	yes   func(*run) bool
	ref   func(*run) reflect.Value
	write func(*run) // appends what str gives to the output, where that is faster
}

func isString(t reflect.Type) bool { return t.Kind() == reflect.String }
func isInt(t reflect.Type) bool    { return t == reflect.TypeFor[int]() }
func isBool(t reflect.Type) bool   { return t == reflect.TypeFor[bool]() }

// known refuses types whose values say only at run time what they are.
func (c *compiler) known(t reflect.Type) {
	if t == nil {
		c.unknown("a value of no type")
	}
	switch t.Kind() {
	case reflect.Interface, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		c.unknown("a value of type %s", t)
	}
}

// from makes an expression of a reflect.Value of a known type.
func (c *compiler) from(t reflect.Type, get func(*run) reflect.Value) expr {
	c.known(t)
	switch {
	case isString(t):
		return expr{typ: t, str: func(r *run) string { return get(r).String() }}
	case isInt(t):
		return expr{typ: t, num: func(r *run) int { return int(get(r).Int()) }}
	case isBool(t):
		return expr{typ: t, yes: func(r *run) bool { return get(r).Bool() }}
	}
	return expr{typ: t, ref: get}
}

// boxed gives an expression as a reflect.Value.
func boxed(e expr) func(*run) reflect.Value {
	switch {
	case e.str != nil && e.typ == reflect.TypeFor[string]():
		return func(r *run) reflect.Value { return reflect.ValueOf(e.str(r)) }
	case e.str != nil:
		return func(r *run) reflect.Value { return reflect.ValueOf(e.str(r)).Convert(e.typ) }
	case e.num != nil:
		return func(r *run) reflect.Value { return reflect.ValueOf(e.num(r)) }
	case e.yes != nil:
		return func(r *run) reflect.Value { return reflect.ValueOf(e.yes(r)) }
	}
	return e.ref
}

// load is the value of a variable.
func (c *compiler) load(v variable) expr {
	c.known(v.typ)
	at := v.slot
	switch {
	case isString(v.typ):
		return expr{typ: v.typ, str: func(r *run) string { return r.slots[r.base+at].str }}
	case isInt(v.typ):
		return expr{typ: v.typ, num: func(r *run) int { return r.slots[r.base+at].num }}
	case isBool(v.typ):
		return expr{typ: v.typ, yes: func(r *run) bool { return r.slots[r.base+at].yes }}
	}
	return expr{typ: v.typ, ref: func(r *run) reflect.Value { return r.slots[r.base+at].ref }}
}

// store puts what an expression gives into the slot at *at, which is read when the
// program runs: the size of a frame is not known before its template is compiled.
func store(e expr, at *int) func(*run) {
	switch {
	case e.str != nil:
		return func(r *run) { s := e.str(r); r.slots[r.base+*at].str = s }
	case e.num != nil:
		return func(r *run) { n := e.num(r); r.slots[r.base+*at].num = n }
	case e.yes != nil:
		return func(r *run) { b := e.yes(r); r.slots[r.base+*at].yes = b }
	}
	return func(r *run) { v := e.ref(r); r.slots[r.base+*at].ref = v }
}

// put stores a reflect.Value of the variable's type in it.
func (c *compiler) put(v variable) func(*run, reflect.Value) {
	c.known(v.typ)
	at := v.slot
	switch {
	case isString(v.typ):
		return func(r *run, v reflect.Value) { r.slots[r.base+at].str = v.String() }
	case isInt(v.typ):
		return func(r *run, v reflect.Value) { r.slots[r.base+at].num = int(v.Int()) }
	case isBool(v.typ):
		return func(r *run, v reflect.Value) { r.slots[r.base+at].yes = v.Bool() }
	}
	return func(r *run, v reflect.Value) { r.slots[r.base+at].ref = v }
}

// pipe compiles a pipeline's value: each command gets the one before as its last
// argument.
func (c *compiler) pipe(p *parse.PipeNode) expr {
	var last *expr
	for _, cmd := range p.Cmds {
		e := c.command(cmd, last)
		last = &e
	}
	return *last
}

func (c *compiler) command(cmd *parse.CommandNode, last *expr) expr {
	args := cmd.Args[1:]
	switch n := cmd.Args[0].(type) {
	case *parse.IdentifierNode:
		return c.function(n.Ident, args, last)
	case *parse.FieldNode:
		return c.chain(c.load(c.dot), n.Ident, args, last)
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			return c.chain(c.load(c.variable(n.Ident[0])), n.Ident[1:], args, last)
		}
	case *parse.ChainNode:
		return c.chain(c.value(n.Node), n.Field, args, last)
	}
	if len(args) > 0 || last != nil {
		c.unknown("%s", cmd)
	}
	return c.value(cmd.Args[0])
}

// value compiles what stands alone: an argument, or the only word of a command.
func (c *compiler) value(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return c.load(c.dot)
	case *parse.FieldNode:
		return c.chain(c.load(c.dot), n.Ident, nil, nil)
	case *parse.VariableNode:
		return c.chain(c.load(c.variable(n.Ident[0])), n.Ident[1:], nil, nil)
	case *parse.ChainNode:
		return c.chain(c.value(n.Node), n.Field, nil, nil)
	case *parse.IdentifierNode:
		return c.function(n.Ident, nil, nil)
	case *parse.PipeNode:
		if len(n.Decl) == 0 {
			return c.pipe(n)
		}
	case *parse.StringNode:
		return expr{typ: reflect.TypeFor[string](), str: func(*run) string { return n.Text }}
	case *parse.BoolNode:
		return expr{typ: reflect.TypeFor[bool](), yes: func(*run) bool { return n.True }}
	case *parse.NumberNode:
		if number, err := strconv.Atoi(n.Text); err == nil && n.IsInt && int64(number) == n.Int64 {
			return expr{typ: reflect.TypeFor[int](), num: func(*run) int { return number }}
		}
	}
	c.unknown("%s", n)
	return expr{}
}

// argument compiles an argument for a parameter of a type. A constant takes that type.
func (c *compiler) argument(n parse.Node, typ reflect.Type) expr {
	if _, ok := n.(*parse.NilNode); ok && (typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map) {
		zero := reflect.Zero(typ)
		return expr{typ: typ, ref: func(*run) reflect.Value { return zero }}
	}
	e := c.value(n)
	if _, ok := n.(*parse.StringNode); ok && isString(typ) {
		e.typ = typ
	}
	return c.fit(e, typ)
}

// fit refuses an argument that could not be passed as it is.
func (c *compiler) fit(e expr, typ reflect.Type) expr {
	if !e.typ.AssignableTo(typ) {
		c.unknown("a %s for a %s", e.typ, typ)
	}
	return e
}

// chain compiles .A.B.C: fields and methods one after the other. The last one gets the
// arguments.
func (c *compiler) chain(e expr, names []string, args []parse.Node, last *expr) expr {
	for i, name := range names {
		if i < len(names)-1 {
			e = c.member(e, name, nil, nil)
		} else {
			e = c.member(e, name, args, last)
		}
	}
	return e
}

// member compiles one step: a method if there is one of that name, else a field.
func (c *compiler) member(e expr, name string, args []parse.Node, last *expr) expr {
	t := e.typ
	if m, ok := t.MethodByName(name); ok {
		if view, ok := embeddedView(e); ok {
			return c.member(view, name, args, last)
		}
		return c.method(e, m, args, last)
	}
	if _, ok := reflect.PointerTo(t).MethodByName(name); ok {
		c.unknown("%s of a %s, which may have no address", name, t)
	}
	if len(args) > 0 || last != nil {
		c.unknown("%s with arguments", name)
	}
	pointer := t.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		c.unknown("%s of a %s", name, e.typ)
	}
	f, ok := t.FieldByName(name)
	if !ok || !f.IsExported() {
		c.unknown("%s of a %s", name, e.typ)
	}
	return c.field(e, pointer, f)
}

// field reads a field, embedded or not. Behind a nil pointer it panics, and the page is
// left to html/template.
func (c *compiler) field(e expr, pointer bool, f reflect.StructField) expr {
	of, path := e.ref, f.Index
	switch {
	case pointer && len(path) == 1:
		i := path[0]
		return c.from(f.Type, func(r *run) reflect.Value { return of(r).Elem().Field(i) })
	case pointer && len(path) == 2:
		i, j := path[0], path[1]
		if e.typ.Elem().Field(i).Type.Kind() == reflect.Struct {
			return c.from(f.Type, func(r *run) reflect.Value { return of(r).Elem().Field(i).Field(j) })
		}
		return c.from(f.Type, func(r *run) reflect.Value { return of(r).Elem().FieldByIndex(path) })
	case pointer:
		return c.from(f.Type, func(r *run) reflect.Value { return of(r).Elem().FieldByIndex(path) })
	case len(path) == 1:
		i := path[0]
		return c.from(f.Type, func(r *run) reflect.Value { return of(r).Field(i) })
	}
	return c.from(f.Type, func(r *run) reflect.Value { return of(r).FieldByIndex(path) })
}

// embeddedView is the View in a Card or Cards, which have no methods but its.
func embeddedView(e expr) (expr, bool) {
	if e.typ != reflect.TypeFor[Card]() && e.typ != reflect.TypeFor[Cards]() {
		return expr{}, false
	}
	return expr{typ: reflect.TypeFor[*View](), ref: func(r *run) reflect.Value { return e.ref(r).Field(0) }}, true
}
