// Package preview shows a finished site in a browser: the one that is being written, with
// every change as soon as it is there, or a folder that has been built.
//
// # What is served
//
// The files of an [Edition], each by its name, and nothing else: a request's path is
// normalised once (request.go) and looked up. There is no folder behind it in which
// something could lie that is not published. With Options.Live three more addresses
// exist, /_kollega/live, live.js and live.css; no page can have such a name. Nothing
// that can be asked for changes anything.
//
// # Who may ask
//
// A request must be for this computer by one of its own names, with our port, or for a
// name that was allowed: a page elsewhere whose name has come to mean 127.0.0.1 gets
// nothing. The live stream also demands a token that only our own pages know.
//
// # Live
//
// A page gets one script, and its policy one token: connect-src 'self' for 'none'. The
// script hears of a new edition, asks whether its page has changed, and shows it
// (live.js). What is wrong with a page stands in a panel over it (panel.go); the page
// itself is whatever the Edition gives, the last version that was whole.
package preview

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"kollega/generator/site"
)

// Edition is one state of a site.
type Edition struct {
	// Site has the finished files by their names; they may be made when they are asked
	// for. What is not there is fs.ErrNotExist. It must be safe for concurrent use.
	Site fs.FS

	// Troubles is what is wrong with a file of the site, or with all of it. It is asked
	// for each page that is sent; nil for a site that is whole.
	Troubles func(name string) []Trouble

	// Lang and Base follow from the site's settings, which change and heal like all else.
	Lang string // of what the server itself says: nb, nn or en
	Base string // the path of the site's address, "/handbok"; "" for the root
}

// Trouble is a mistake and the lines it stands in.
type Trouble struct {
	Problem site.Problem
	Lines   []string // nil where there is no place
	First   int      // the number of the first of them
}

// Options say how a site is shown.
type Options struct {
	Live  bool     // pages hear of new editions
	Hosts []string // names and addresses that may be asked for besides this computer's own
}

// Server shows one edition at a time. It is safe for concurrent use.
type Server struct {
	o      Options
	token  string
	stream *stream

	mu      sync.RWMutex
	edition Edition
}

// New makes a server that shows nothing yet.
func New(o Options) *Server {
	var b [16]byte
	_, _ = rand.Read(b[:]) // which never fails
	return &Server{o: o, token: hex.EncodeToString(b[:]), stream: newStream()}
}

// Show replaces what is shown and tells the browsers.
func (s *Server) Show(e Edition) {
	s.mu.Lock()
	s.edition = e
	s.mu.Unlock()
	s.stream.next()
}

func (s *Server) shown() Edition {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.edition
}

// Limits of what clients may take.
const (
	maxConnections = 256
	maxHeader      = 32 << 10
	maxStreams     = 64
)

// Serve answers requests until the context ends, and then ends at once: streams and
// clients that have gone quiet are not waited for.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s.handler(l.Addr()),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       30 * time.Second,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          log.New(io.Discard, "", 0),
		BaseContext:       func(net.Listener) context.Context { return ctx },
		// One way to say "*": the handler answers it like any other request.
		DisableGeneralOptionsHandler: true,
	}
	ended := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		server.Close()
		close(ended)
	})
	err := server.Serve(&limited{Listener: l, room: make(chan struct{}, maxConnections), done: ctx.Done()})
	if stop() { // the context has not ended: the listener has failed
		server.Close()
		return err
	}
	<-ended
	s.stream.wait()
	return nil
}

// limited is a listener that has no more connections open than there is room for.
type limited struct {
	net.Listener
	room chan struct{}
	done <-chan struct{}
}

func (l *limited) Accept() (net.Conn, error) {
	select {
	case l.room <- struct{}{}:
	case <-l.done:
		return nil, net.ErrClosed
	}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.room
		return nil, err
	}
	return &counted{Conn: c, leave: sync.OnceFunc(func() { <-l.room })}, nil
}

type counted struct {
	net.Conn
	leave func()
}

// CloseWrite lets the server say that it has no more to say, as it does before it closes a
// connection on somebody who is still speaking.
func (c *counted) CloseWrite() error {
	if half, ok := c.Conn.(*net.TCPConn); ok {
		return half.CloseWrite()
	}
	return nil
}

func (c *counted) Close() error {
	defer c.leave()
	return c.Conn.Close()
}
