package layout

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

// compiler turns the escaped templates of a set into programs.
type compiler struct {
	set      *set
	programs map[instance]*program

	// Of the template being compiled:
	program *program
	dot     variable
	vars    []variable // in scope, the innermost last; the first is $
}

// instance is a template with the type of the dot it is called with.
type instance struct {
	name string
	dot  reflect.Type
}

// variable is a name's place in the frame. Its type is nil where the compiler can't
// know it.
type variable struct {
	name string
	slot int
	typ  reflect.Type
}

// unknown is what the compiler panics with at something it does not know.
type unknown string

func (c *compiler) unknown(format string, args ...any) { panic(unknown(fmt.Sprintf(format, args...))) }

// fault begins what is said of a panic that is none of the compiler's own.
const fault = "for a fault of its own: "

// errStop ends a run at its first byte.
var errStop = errors.New("stop")

type stopper struct{}

func (stopper) Write([]byte) (int, error) { return 0, errStop }

// compile makes the program of a set for a pointer to a struct as its dot, or leaves it
// without one.
func (s *set) compile(dot reflect.Type) {
	// html/template escapes when a template is first run. Its trees then hold the calls of
	// its escapers.
	if err := s.templates.ExecuteTemplate(stopper{}, s.root, nil); !errors.Is(err, errStop) {
		s.why = "it can't be run"
		return
	}
	defer func() {
		switch e := recover().(type) {
		case nil:
		case unknown:
			s.program, s.why = nil, e
		default: // slower is better than not at all
			s.program, s.why = nil, unknown(fmt.Sprint(fault, e))
		}
	}()
	c := &compiler{set: s, programs: map[instance]*program{}}
	s.program = c.template(s.root, dot)
}

// template compiles a template for a type of dot, once.
func (c *compiler) template(name string, dot reflect.Type) *program {
	key := instance{name, dot}
	if p := c.programs[key]; p != nil {
		return p
	}
	t := c.set.templates.Lookup(name)
	if t == nil || t.Tree == nil {
		// Also one that html/template derived for a context of its own, which it hides.
		c.unknown("template %q", name)
	}
	p := &program{size: 1}
	c.programs[key] = p
	inner := &compiler{set: c.set, programs: c.programs, program: p, dot: variable{"", 0, dot}, vars: []variable{{"$", 0, dot}}}
	p.body = inner.list(t.Tree.Root)
	return p
}

func (c *compiler) list(list *parse.ListNode) statement {
	if list == nil {
		return func(*run) flow { return onwards }
	}
	var all []statement
	for _, n := range list.Nodes {
		if s := c.node(n); s != nil {
			all = append(all, s)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return func(r *run) flow {
		for _, s := range all {
			if f := s(r); f != onwards {
				return f
			}
		}
		return onwards
	}
}

func (c *compiler) node(n parse.Node) statement {
	switch n := n.(type) {
	case *parse.TextNode:
		text := string(n.Text)
		return func(r *run) flow {
			r.out = append(r.out, text...)
			return onwards
		}
	case *parse.ActionNode:
		return c.action(n)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(n)
	case *parse.TemplateNode:
		return c.call(n)
	case *parse.BreakNode:
		return func(*run) flow { return breakLoop }
	case *parse.ContinueNode:
		return func(*run) flow { return continueLoop }
	case *parse.CommentNode:
		return nil
	}
	c.unknown("%s", n)
	return nil
}

// action is {{…}}: it prints, declares or assigns.
func (c *compiler) action(n *parse.ActionNode) statement {
	if len(n.Pipe.Decl) == 0 {
		if !escapes(n.Pipe) {
			c.unknown("%s, which nothing escapes", n)
		}
		print := c.print(c.pipe(n.Pipe))
		return func(r *run) flow {
			print(r)
			return onwards
		}
	}
	e := c.pipe(n.Pipe)
	v := c.declare(n.Pipe, e.typ)
	set := store(e, &v.slot)
	return func(r *run) flow {
		set(r)
		return onwards
	}
}

// escapes reports whether html/template has had the pipeline, which it leaves without an
// escaper nowhere: a second lock on the door.
func escapes(p *parse.PipeNode) bool {
	name, _ := p.Cmds[len(p.Cmds)-1].Args[0].(*parse.IdentifierNode)
	return name != nil && (strings.HasPrefix(name.Ident, "_html_template_") || name.Ident == "html" || name.Ident == "urlquery")
}

// declare is the variable a pipeline of that type declares or assigns to.
func (c *compiler) declare(p *parse.PipeNode, typ reflect.Type) variable {
	if len(p.Decl) != 1 {
		c.unknown("%s", p)
	}
	name := p.Decl[0].Ident[0]
	if !p.IsAssign {
		v := c.newVariable(name, typ)
		c.vars = append(c.vars, v)
		return v
	}
	v := c.variable(name)
	if v.typ != typ || v.slot == 0 {
		c.unknown("%s = %s", name, p)
	}
	return v
}

func (c *compiler) newVariable(name string, typ reflect.Type) variable {
	c.program.size++
	return variable{name, c.program.size - 1, typ}
}

func (c *compiler) variable(name string) variable {
	for i := len(c.vars) - 1; i >= 0; i-- {
		if c.vars[i].name == name {
			return c.vars[i]
		}
	}
	c.unknown("%s", name)
	return variable{}
}

// scope ends the life of the variables that were declared since.
func (c *compiler) scope() (end func()) {
	mark := len(c.vars)
	return func() { c.vars = c.vars[:mark] }
}

// branch is {{if}} or {{with}}.
func (c *compiler) branch(n *parse.BranchNode, with bool) statement {
	defer c.scope()()
	var set func(*run)
	var truth func(*run) bool
	before := c.dot
	if with || len(n.Pipe.Decl) > 0 {
		e := c.pipe(n.Pipe)
		held := c.newVariable("", e.typ)
		set, truth = store(e, &held.slot), c.truth(c.load(held))
		if len(n.Pipe.Decl) > 0 {
			v := c.declare(n.Pipe, e.typ)
			first, second := set, store(c.load(held), &v.slot)
			set = func(r *run) { first(r); second(r) }
		}
		if with {
			c.dot = held
		}
	} else {
		truth = c.condition(n.Pipe)
	}
	end := c.scope()
	then := c.list(n.List)
	end()
	c.dot = before
	otherwise := c.list(n.ElseList)
	return func(r *run) flow {
		if set != nil {
			set(r)
		}
		if truth(r) {
			return then(r)
		}
		return otherwise(r)
	}
}

// loop is {{range}} over a slice or an array.
func (c *compiler) loop(n *parse.RangeNode) statement {
	defer c.scope()()
	e := c.pipe(n.Pipe)
	if e.typ.Kind() != reflect.Slice && e.typ.Kind() != reflect.Array || n.Pipe.IsAssign {
		c.unknown("range over %s", n.Pipe)
	}
	elem := e.typ.Elem()
	before, declared := c.dot, len(n.Pipe.Decl)
	c.dot = c.newVariable("", elem)
	put := c.put(c.dot)
	index, value := c.newVariable("", reflect.TypeFor[int]()), c.newVariable("", elem)
	putValue := c.put(value)
	if declared > 0 {
		value.name = n.Pipe.Decl[declared-1].Ident[0]
	}
	if declared > 1 {
		index.name = n.Pipe.Decl[0].Ident[0]
	}
	end := c.scope()
	c.vars = append(c.vars, index, value)
	body := c.list(n.List)
	end()
	c.dot = before
	// Where there is nothing to range over, the variables hold what was ranged over.
	for _, d := range n.Pipe.Decl {
		c.vars = append(c.vars, variable{name: d.Ident[0]})
	}
	otherwise := c.list(n.ElseList)
	return func(r *run) flow {
		list := e.ref(r)
		many := list.Len()
		if many == 0 {
			if otherwise(r) == continueLoop { // of the loop around this one
				return continueLoop
			}
			return onwards // a {{break}} leaves this one
		}
		for i := range many {
			v := list.Index(i)
			put(r, v)
			if declared > 0 {
				putValue(r, v)
				r.slots[r.base+index.slot].num = i
			}
			if body(r) == breakLoop {
				break
			}
		}
		return onwards
	}
}

// call is {{template}}: the dot goes to where the other one's frame begins.
func (c *compiler) call(n *parse.TemplateNode) statement {
	caller := c.program
	if n.Pipe == nil {
		callee := c.template(n.Name, nil)
		return func(r *run) flow {
			at := r.base + caller.size
			r.reserve(at + callee.size)
			r.call(callee, at)
			return onwards
		}
	}
	e := c.pipe(n.Pipe)
	if len(n.Pipe.Decl) > 0 {
		c.unknown("%s", n)
	}
	callee := c.template(n.Name, e.typ)
	set := store(e, &caller.size)
	return func(r *run) flow {
		at := r.base + caller.size
		r.reserve(at + callee.size)
		set(r)
		r.call(callee, at)
		return onwards
	}
}
