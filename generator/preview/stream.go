package preview

import (
	"crypto/subtle"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// beat is how often a stream says that it is still there, so that what lies between does
// not close it.
const beat = 20 * time.Second

// stream tells browsers of editions. It only ever speaks.
type stream struct {
	mu      sync.Mutex
	number  int
	clients []*client // the oldest first
	open    sync.WaitGroup
}

type client struct {
	wake chan struct{}
	gone chan struct{} // closed when another takes its place
}

func newStream() *stream { return &stream{} }

// next announces an edition.
func (s *stream) next() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.number++
	for _, c := range s.clients {
		select {
		case c.wake <- struct{}{}:
		default: // it has one to tell of already
		}
	}
}

func (s *stream) join() *client {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &client{make(chan struct{}, 1), make(chan struct{})}
	if len(s.clients) == maxStreams {
		close(s.clients[0].gone)
		s.clients = s.clients[1:]
	}
	s.clients = append(s.clients, c)
	return c
}

func (s *stream) leave(c *client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, other := range s.clients {
		if other == c {
			s.clients = append(s.clients[:i:i], s.clients[i+1:]...)
			return
		}
	}
}

func (s *stream) current() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.number
}

// wait waits for all streams to have ended.
func (s *stream) wait() { s.open.Wait() }

// serve tells one browser of the edition there is and of those that come.
func (s *stream) serve(w http.ResponseWriter, r *http.Request, token string) {
	if subtle.ConstantTimeCompare([]byte(r.URL.Query().Get("token")), []byte(token)) != 1 {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	control := http.NewResponseController(w)
	_ = control.SetWriteDeadline(time.Time{})
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	s.open.Add(1)
	defer s.open.Done()
	c := s.join()
	defer s.leave(c)
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	said := fmt.Sprintf("event: edition\ndata: %d\n\n", s.current())
	for {
		_ = control.SetWriteDeadline(time.Now().Add(10 * time.Second)) // who does not listen is let go of
		if _, err := w.Write([]byte(said)); err != nil || control.Flush() != nil {
			return
		}
		_ = control.SetWriteDeadline(time.Time{})
		select {
		case <-r.Context().Done():
			return
		case <-c.gone:
			return
		case <-ticker.C:
			said = ":\n\n"
		case <-c.wake:
			said = fmt.Sprintf("event: edition\ndata: %d\n\n", s.current())
		}
	}
}
