package evaluate

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"time"

	"github.com/dop251/goja"

	"kollega/generator/site"
)

const (
	patience = 10 * time.Second // for one question to the engine
	deepest  = 10_000           // calls inside each other
)

// Engine is the search engine of a finished site in one language, as a browser runs it.
// It is not safe for concurrent use.
type Engine struct {
	site     fs.FS
	lang     string
	bundle   string // name of its file
	patience time.Duration

	machine *machine // nil when the one before had to be given up
}

// machine is a JavaScript machine with the engine opened in it.
type machine struct {
	vm     *goja.Runtime
	engine *goja.Object
}

// Result is what was found.
type Result struct {
	IDs, URLs, Titles []string      // of the best pages, as many as were asked for; the same length
	Total             int           // pages found
	Instead           string        // what was searched for, where that is another spelling
	Missing           []string      // words that are nowhere
	Took              time.Duration // by the search itself
}

// Open starts the engine of a finished site. Its error is a site.Problem.
func Open(finished fs.FS, lang string) (*Engine, error) {
	return open(finished, lang, patience)
}

func open(finished fs.FS, lang string, patience time.Duration) (*Engine, error) {
	bundle := find(finished)
	if bundle == "" {
		return nil, site.Problem{Code: "search-none"}
	}
	e := &Engine{site: finished, lang: lang, bundle: bundle, patience: patience}
	if err := e.start(); err != nil {
		return nil, err
	}
	return e, nil
}

// find is the name of the engine's script, "" when there is none.
func find(finished fs.FS) string {
	var names []string
	if n, ok := finished.(interface{ Names() []string }); ok {
		names = n.Names()
	} else if entries, err := fs.ReadDir(finished, "assets"); err == nil {
		for _, entry := range entries {
			names = append(names, "assets/"+entry.Name())
		}
	}
	i := slices.IndexFunc(names, func(name string) bool {
		ok, _ := path.Match("assets/search.*.js", name)
		return ok
	})
	if i < 0 {
		return ""
	}
	return names[i]
}

// start runs the engine's script in a machine of its own and opens the engine.
func (e *Engine) start() error {
	script, err := fs.ReadFile(e.site, e.bundle)
	if err != nil {
		return e.broken(err)
	}
	m := &machine{vm: goja.New()}
	m.vm.SetMaxCallStackSize(deepest)
	err = e.within(m, func() error {
		if _, err := m.vm.RunScript(e.bundle, string(script)); err != nil {
			return err
		}
		class := m.vm.Get("kollegaEngine")
		if class == nil {
			return errors.New("the script does not set kollegaEngine")
		}
		if m.engine, err = m.vm.New(class, m.vm.ToValue(e.lang), m.vm.ToValue(e.loader(m.vm))); err != nil {
			return err
		}
		_, err := m.ask("open")
		return err
	})
	if err != nil {
		return e.broken(err)
	}
	e.machine = m
	return nil
}

// loader is the function that the engine loads files of the index with.
func (e *Engine) loader(vm *goja.Runtime) func(file string) *goja.Promise {
	return func(file string) *goja.Promise {
		promise, resolve, reject := vm.NewPromise()
		name := path.Join("assets", file)
		data, err := fs.ReadFile(e.site, name)
		if err == nil {
			_, err = vm.RunScript(name, string(data))
		}
		var thrown *goja.Exception
		switch {
		case err == nil:
			err = resolve(goja.Undefined())
		case errors.As(err, &thrown):
			err = reject(thrown.Value())
		case stopped(err):
		case errors.Is(err, fs.ErrNotExist):
			err = reject(vm.NewGoError(fmt.Errorf("there is no %s", name)))
		default:
			err = reject(vm.NewGoError(err))
		}
		if err != nil {
			panic(err) // which ends all that runs
		}
		return promise
	}
}

// Search asks the engine for the n best pages.
func (e *Engine) Search(query string, n int) (Result, error) {
	if e.machine == nil {
		if err := e.start(); err != nil {
			return Result{}, err
		}
	}
	m := e.machine
	var r Result
	err := e.within(m, func() (err error) {
		begun := time.Now()
		found, err := m.ask("search", m.vm.ToValue(query))
		took := time.Since(begun)
		if err != nil {
			return err
		}
		var f struct {
			Pages   []int    `json:"pages"`
			Instead string   `json:"instead"`
			Missing []string `json:"missing"`
		}
		if err := m.read(found, &f); err != nil {
			return err
		}
		r = Result{Total: len(f.Pages), Instead: f.Instead, Missing: f.Missing, Took: took}
		named, err := m.ask("named", found, m.vm.ToValue(0), m.vm.ToValue(min(n, r.Total)))
		if err != nil {
			return err
		}
		return m.readHits(named, &r)
	})
	if err != nil {
		return Result{}, site.Problem{Code: "search-failed", Args: []any{query, err.Error()}}
	}
	return r, nil
}

// readHits takes over what the pages found are called.
func (m *machine) readHits(named goja.Value, r *Result) error {
	var hits []struct {
		ID    string `json:"id"`
		URL   string `json:"url"`
		Title string `json:"title"`
	}
	if err := m.read(named, &hits); err != nil {
		return err
	}
	for _, h := range hits {
		r.IDs, r.URLs, r.Titles = append(r.IDs, h.ID), append(r.URLs, h.URL), append(r.Titles, h.Title)
	}
	return nil
}

func (m *machine) read(v goja.Value, to any) error {
	m.vm.SetFieldNameMapper(goja.TagFieldNameMapper("json", true))
	return m.vm.ExportTo(v, to)
}

// ask calls a method of the engine and is done when its promise is kept. Nothing in the
// machine waits for anything outside it, so that is when the call returns.
func (m *machine) ask(method string, args ...goja.Value) (goja.Value, error) {
	call, ok := goja.AssertFunction(m.engine.Get(method))
	if !ok {
		return nil, fmt.Errorf("the engine has no method %q", method)
	}
	v, err := call(m.engine, args...)
	if err != nil {
		return nil, err
	}
	promise, ok := v.Export().(*goja.Promise)
	if !ok {
		return v, nil
	}
	switch promise.State() {
	case goja.PromiseStateFulfilled:
		return promise.Result(), nil
	case goja.PromiseStateRejected:
		return nil, errors.New(message(promise.Result()))
	}
	return nil, fmt.Errorf("%s never answers", method)
}

// within lets a machine work as long as the engine's patience lasts. One that had to be
// stopped may be in the middle of anything, and is given up. The error is in plain words.
func (e *Engine) within(m *machine, work func() error) (err error) {
	late := fmt.Sprintf("no answer in %v", e.patience)
	timer := time.AfterFunc(e.patience, func() { m.vm.Interrupt(late) })
	whole := false
	defer func() {
		timer.Stop()
		if x := recover(); x != nil {
			err = fmt.Errorf("%v", x)
		}
		if !whole {
			e.machine = nil
		}
	}()
	err = work()
	inTime := timer.Stop()
	whole = inTime && !stopped(err)
	if err != nil {
		return errors.New(said(err))
	}
	if !inTime {
		return errors.New(late)
	}
	return nil
}

// stopped reports whether an error ended a machine's work from outside.
func stopped(err error) bool {
	var interrupted *goja.InterruptedError
	var overflow *goja.StackOverflowError
	return errors.As(err, &interrupted) || errors.As(err, &overflow)
}

func (e *Engine) broken(err error) error {
	return site.Problem{Pos: site.Pos{File: e.bundle}, Code: "search-broken", Args: []any{e.lang, err.Error()}}
}

// said is an error in one line: of what JavaScript threw, what it says itself.
func said(err error) string {
	var interrupted *goja.InterruptedError
	var overflow *goja.StackOverflowError
	var thrown *goja.Exception
	switch {
	case errors.As(err, &interrupted):
		return fmt.Sprint(interrupted.Value())
	case errors.As(err, &overflow):
		return "functions call each other without end"
	case errors.As(err, &thrown):
		return message(thrown.Value())
	}
	return err.Error()
}

// message is what a thrown value says.
func message(v goja.Value) string {
	if v == nil {
		return "undefined"
	}
	if o, ok := v.(*goja.Object); ok {
		if m := o.Get("message"); m != nil {
			return m.String()
		}
	}
	return v.String()
}
