package paper

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/chromedp"

	"kollega/generator/site"
)

// Printer is a running browser that has a site to print. It is for one goroutine at a time.
type Printer struct {
	options Options
	site    *loopback
	program string
	profile *profile
	ctx     context.Context // of the browser
	stop    context.CancelFunc
	said    *tail
}

// Start starts a browser that prints a site, which ends with the context or [Printer.Close].
// An error is a site.Problem, or the context's.
func Start(ctx context.Context, finished fs.FS, options Options) (*Printer, error) {
	program, err := Find(options.Browser)
	if err != nil {
		return nil, err
	}
	if options.Wait == 0 {
		options.Wait = 3 * time.Minute
	}
	served, err := serve(finished)
	if err != nil {
		return nil, err
	}
	kept, err := newProfile()
	if err != nil {
		served.close()
		return nil, err
	}
	p := &Printer{options: options, site: served, program: program, profile: kept, said: &tail{}}
	p.ctx, p.stop = chromedp.NewContext(ctx, chromedp.WithAllocatorOptions(p.flags()...),
		chromedp.WithLogf(silent), chromedp.WithErrorf(silent))
	if err := p.begin(ctx); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// Close ends the browser and removes what it has left on the disk. One that does not end
// when it is asked to is killed.
func (p *Printer) Close() {
	p.profile.look()
	impatient := time.AfterFunc(ending, p.stop)
	defer impatient.Stop()
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		_ = chromedp.Cancel(p.ctx) // waits until it is gone
		p.stop()
	}()
	select {
	case <-gone:
	case <-time.After(3 * ending):
	}
	p.profile.remove()
	p.site.close()
}

// ending is how long a browser may take to end.
const ending = 4 * time.Second

func silent(string, ...any) {}

// flags are the browser's: a profile of its own, and nothing of the world but the server.
func (p *Printer) flags() []chromedp.ExecAllocatorOption {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(p.program), chromedp.UserDataDir(p.profile.dir), chromedp.CombinedOutput(p.said), chromedp.DisableGPU,
		chromedp.UserAgent("Kollega"), // which the file names as its maker; else it would tell the machine's system
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"),
		chromedp.Flag("no-proxy-server", true), chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("no-pings", true), chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("lang", "en"), // of what the browser itself says, not of pages
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	return options
}

// starting is how long a browser may take to start.
const starting = time.Minute

// begin starts the browser and asks it how old it is.
func (p *Printer) begin(ctx context.Context) error {
	late := time.AfterFunc(starting, p.stop)
	defer late.Stop()
	version, err := chromedp.CallBrowser(p.ctx, cdpbrowser.GetVersion, cdp.Empty{})
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if said := p.said.lastLine(); said != "" {
			err = errors.New(said)
		}
		return problem("pdf-browser-start", p.program, firstLine(err.Error()))
	}
	if major := majorOf(version.Product); major < Oldest {
		return problem("pdf-browser-old", p.program, version.Product, Oldest)
	}
	return nil
}

var majorVersion = regexp.MustCompile(`/(\d+)\.`)

// majorOf is the first number of a version such as "Chrome/141.0.7390.37"; 0 for none.
func majorOf(product string) int {
	m := majorVersion.FindStringSubmatch(product)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// tail keeps the end of what a browser says.
type tail struct {
	mu   sync.Mutex
	text []byte
}

func (t *tail) Write(data []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, data...)
	t.text = t.text[max(0, len(t.text)-4096):]
	return len(data), nil
}

func (t *tail) lastLine() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	lines := bytes.Split(bytes.TrimSpace(t.text), []byte("\n"))
	return string(bytes.TrimSpace(lines[len(lines)-1]))
}

//go:embed page.js
var pageScript string

// tab is a page in the browser.
type tab struct {
	*Printer
	ctx      context.Context
	close    context.CancelFunc
	name     string      // the page's file
	patience *time.Timer // until the page has taken too long
	late     atomic.Bool // it has

	mu      sync.Mutex
	crashed bool
}

// printing is how many times as long as a page may take to come to rest it may take to be
// printed: a whole handbook is, page by page, and more than once.
const printing = 6

// open shows a page and waits until it has come to rest.
func (p *Printer) open(ctx context.Context, o Order) (*tab, error) {
	t := &tab{Printer: p, name: o.Page}
	limited, stop := context.WithCancel(p.ctx)
	t.patience = time.AfterFunc(p.options.Wait, func() {
		t.late.Store(true)
		stop()
	})
	ended := context.AfterFunc(ctx, stop)
	tabContext, closeTab := chromedp.NewContext(limited)
	t.ctx, t.close = tabContext, func() { t.patience.Stop(); closeTab(); ended(); stop() }
	err := chromedp.Listen(t.ctx, func(event any) {
		if _, ok := event.(*inspector.EventTargetCrashed); ok {
			t.mu.Lock()
			t.crashed = true
			t.mu.Unlock()
			stop()
		}
	})
	if err == nil {
		address := p.site.base + (&url.URL{Path: o.Page}).EscapedPath()
		if o.State != "" {
			address += "#" + o.State
		}
		err = chromedp.Do(t.ctx, media("print"), chromedp.Navigate(address))
	}
	if err == nil {
		_, err = ask[bool](t, "rest", o.Sets)
	}
	if err == nil {
		err = p.site.err()
	}
	if err != nil {
		t.close()
		return nil, t.failed(ctx, err)
	}
	t.patience.Reset(printing * p.options.Wait)
	return t, nil
}

// media makes the page be as on paper or on a screen, when that is asked of it.
func media(kind string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: kind})
		return err
	})
}

// ask runs a function of page.js.
func ask[T any](t *tab, name string, args ...any) (T, error) {
	words := make([]string, len(args))
	for i, arg := range args {
		data, err := json.Marshal(arg)
		if err != nil {
			var none T
			return none, err
		}
		words[i] = string(data)
	}
	call := strings.TrimSpace(pageScript[strings.Index(pageScript, "({"):]) + "." + name + "(" + strings.Join(words, ", ") + ")"
	return chromedp.Run(t.ctx, chromedp.Evaluate[T](call, chromedp.EvalAwaitPromise))
}

// failed is what went wrong with a page, in words.
func (t *tab) failed(ctx context.Context, err error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	var p site.Problem
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &p):
		return p
	case t.site.err() != nil:
		return t.site.err()
	case t.crashed:
		return problem("pdf-crashed", t.name)
	case t.late.Load():
		return problem("pdf-late", t.name, int(t.options.Wait.Seconds()))
	case t.ctx.Err() != nil, t.Printer.ctx.Err() != nil:
		return problem("pdf-browser-died", t.program, t.name)
	}
	return problem("pdf-page", t.name, firstLine(err.Error()))
}
