package layout

import (
	"html/template"
	"io"
	"reflect"
	"sync"
	"sync/atomic"
)

// set is the layout of one kind of page: its templates, and the program they were
// compiled to when it was first asked for.
type set struct {
	templates *template.Template
	root      string    // the template a page begins with
	once      sync.Once // the first page is what they are squeezed and compiled for
	program   *program  // nil where the compiler met something it does not know
	why       unknown   // what that was
	runs      sync.Pool
}

func newSet(templates *template.Template, root string) *set {
	return &set{templates: templates, root: root, runs: sync.Pool{New: func() any { return new(run) }}}
}

// defined are the names that {{template}} may call.
func (s *set) defined() []string {
	var names []string
	for _, t := range s.templates.Templates() {
		names = append(names, t.Name())
	}
	return names
}

// write writes a page for a dot, a *View. The program never reports a mistake itself:
// where it comes upon one it gives up, and html/template runs the page from its beginning
// and says what is wrong, and where. So there is one text for a mistake, and a fault of
// ours costs time, not a page.
func (s *set) write(w io.Writer, dot any, interpret bool, interpreted *atomic.Int64) error {
	s.once.Do(func() {
		squeeze(s.templates)
		s.compile(reflect.TypeOf(dot))
	})
	if s.program != nil && !interpret {
		if r := s.try(dot); r != nil {
			_, err := w.Write(r.out)
			r.clear()
			s.runs.Put(r)
			return err
		}
	}
	interpreted.Add(1)
	return s.templates.ExecuteTemplate(w, s.root, dot)
}

// try runs the program on a page. It returns nil when the program gave up.
func (s *set) try(dot any) (done *run) {
	defer func() {
		if recover() != nil {
			done = nil
		}
	}()
	r := s.runs.Get().(*run)
	r.reserve(s.program.size)
	r.slots[0].ref = reflect.ValueOf(dot)
	s.program.body(r)
	return r
}

// program is a compiled template for one type of its dot. Slot 0 of its frame is the
// dot it was called with.
type program struct {
	body statement
	size int // slots in its frame
}

// statement is a compiled part of a template: it writes what the part gives.
type statement func(*run) flow

// flow says how a statement ended.
type flow int

const (
	onwards      flow = iota
	breakLoop         // at {{break}}
	continueLoop      // at {{continue}}
)

// run is one page being written. It is reused for the next one.
type run struct {
	out   []byte
	slots []slot // the frames of the templates being run, one after the other
	base  int    // where the innermost one begins
	depth int
}

// slot is a dot or a variable. Which of its fields holds the value follows from its
// type, which the compiler knows: a string in a reflect.Value would have to be allocated.
type slot struct {
	str string
	num int
	yes bool
	ref reflect.Value
}

// maxDepth is how deep templates may call each other before the run is left to
// html/template, which stops a recursion without end with an error.
const maxDepth = 1000

// call runs another template, whose dot is already at the place where its frame begins.
func (r *run) call(p *program, base int) {
	if r.depth == maxDepth {
		panic("too deep")
	}
	before := r.base
	r.base = base
	r.depth++
	p.body(r)
	r.depth--
	r.base = before
}

// reserve makes room for n slots.
func (r *run) reserve(n int) {
	if n > len(r.slots) {
		r.slots = append(r.slots, make([]slot, max(n-len(r.slots), len(r.slots), 64))...)
	}
}

// clear lets go of the page, so that a run at rest keeps nothing alive.
func (r *run) clear() {
	clear(r.slots)
	r.out, r.base, r.depth = r.out[:0], 0, 0
}
