package main

import (
	"context"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"kollega/generator/layers"
	"kollega/generator/preview"
	"kollega/generator/site"
	"kollega/generator/watch"
)

const defaultPort = 4747

// serving are the flags of serve.
type serving struct {
	source, url, lang  string
	bind               string
	port               int
	open, poll, drafts bool
	audience           audience
}

func serveCommand(stdout, stderr io.Writer) *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the handbook in the browser while you write it",
		Long: `Serve shows the handbook at http://localhost:4747/ and shows every change as
soon as you save it, without losing your place on the page. A page that can't be
made stays as it was, with what is wrong over it.

Only this computer can see it, unless --bind gives it an address that others reach.
What is shown is not published: "kollega build" writes the finished handbook.`,
		Args: noWords,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			r := &reporter{stdout: stdout, stderr: stderr, lang: speaks(s.lang, s.source)}
			err := s.run(ctx, r, cmd.Flags().Changed("port"))
			return r.failed(err)
		},
	}
	cmd.Flags().StringVarP(&s.source, "source", "s", "", "the handbook's `folder` (default: the nearest one upwards with a site.toml)")
	cmd.Flags().IntVarP(&s.port, "port", "p", defaultPort, "the `port` to show it on; a busy default moves on to the next")
	cmd.Flags().StringVar(&s.bind, "bind", "127.0.0.1", "the `address` to show it on")
	cmd.Flags().BoolVar(&s.open, "open", false, "open it in the browser")
	cmd.Flags().BoolVar(&s.poll, "poll", false, "look for changes every so often instead of being told of them")
	s.audience.add(cmd, &s.lang)
	cmd.Flags().BoolVar(&s.drafts, "drafts", false, "show drafts too")
	cmd.Flags().StringVar(&s.url, "url", "", "the `address` the site is published at, instead of the one in site.toml")
	cmd.Flags().StringVar(&s.lang, "lang", "", "the `language` of messages: nb, nn or en (default: the site's)")
	return cmd
}

// run shows the handbook until the context ends.
func (s *serving) run(ctx context.Context, r *reporter, chosen bool) error {
	src, err := find(s.source)
	if err != nil {
		return err
	}
	listener, err := preview.Listen(s.bind, s.port, chosen)
	if err != nil {
		return err
	}
	defer listener.Close()
	var watcher *watch.Watcher // before anything is read, so that no change is missed
	if src.folder != "" {
		watcher, err = watch.New(src.folder, watch.Options{
			Poll:   s.poll,
			Sees:   func(name string, _ bool) bool { return layers.Sees(name) },
			Notice: func(p site.Problem) { r.note(p) },
		})
		if err != nil {
			return err
		}
		defer watcher.Close()
	}
	d := newDesk(src, s, r)
	d.open()
	d.server = preview.New(preview.Options{Live: true, Hosts: []string{s.bind}})
	d.show()
	address := addressOf(listener)
	r.say("serve-at", address)
	if s.open {
		openBrowser(address)
	}
	changes := nothing
	if watcher != nil {
		changes = watcher.Next
	}
	return d.serve(ctx, listener, changes)
}

// nothing ever changes in the bundled handbook.
func nothing(ctx context.Context) ([]string, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// serve shows the handbook and every change until the context ends. Without word of the
// changes it ends too: what is shown would no longer be what is there.
func (d *desk) serve(ctx context.Context, listener net.Listener, changes func(context.Context) ([]string, error)) error {
	serving, stop := context.WithCancel(ctx)
	defer stop()
	done := make(chan error, 1)
	go func() {
		defer stop()
		done <- d.follow(serving, changes)
	}()
	err := d.server.Serve(serving, listener)
	stop()
	if followed := <-done; err == nil && ctx.Err() == nil {
		err = followed
	}
	return err
}

// addressOf is what a person types to see what is served.
func addressOf(l net.Listener) string {
	host, port, _ := net.SplitHostPort(l.Addr().String())
	if ip := net.ParseIP(host); ip != nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// openBrowser shows an address in the browser of the person at the machine. Where there
// is none, the address has been said.
func openBrowser(address string) {
	command := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	case "darwin":
		command = []string{"open", address}
	}
	cmd := exec.Command(command[0], command[1:]...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}

// note tells of something that is not wrong with the handbook.
func (r *reporter) note(p site.Problem) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.say("serve-note", strings.TrimSpace(p.Text(r.lang)))
}
