package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// place is a server that answers each path in its own way and notes what it was asked.
type place struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func startPlace(t *testing.T, start func(http.Handler) *httptest.Server) *place {
	p := &place{}
	stop := make(chan struct{})
	p.Server = start(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		p.asked = append(p.asked, r.Method+" "+r.URL.Path+" "+r.UserAgent())
		p.mu.Unlock()
		var status, turns int
		switch n, _ := fmt.Sscanf(r.URL.Path, "/turn/%d", &turns); {
		case n == 1 && turns > 0:
			http.Redirect(w, r, fmt.Sprintf("/turn/%d", turns-1), http.StatusFound)
		case r.URL.Path == "/get-only" && r.Method == http.MethodHead:
			w.WriteHeader(http.StatusNotFound)
		case r.URL.Path == "/hangs-up" && r.Method == http.MethodHead:
			panic(http.ErrAbortHandler)
		case r.URL.Path == "/moved-and-gone":
			http.Redirect(w, r, "/410", http.StatusMovedPermanently)
		case r.URL.Path == "/slow":
			select {
			case <-stop:
			case <-r.Context().Done():
			}
		default:
			if _, err := fmt.Sscanf(r.URL.Path, "/%d", &status); err == nil {
				w.WriteHeader(status)
			}
		}
	}))
	p.Config.ErrorLog = log.New(io.Discard, "", 0)
	t.Cleanup(func() { close(stop); p.Close() })
	return p
}

func TestAddressesAreAskedAndJudged(t *testing.T) {
	p := startPlace(t, httptest.NewServer)
	secure := startPlace(t, httptest.NewTLSServer)
	closed := httptest.NewServer(nil)
	closed.Close()
	for _, c := range []struct {
		url        string
		status     int
		fault      Fault
		fine, gone bool
	}{
		{p.URL + "/200", 200, "", true, false},
		{p.URL + "/404", 404, "", false, true},
		{p.URL + "/410", 410, "", false, true},
		{p.URL + "/500", 500, "", false, false},
		{p.URL + "/403", 403, "", true, false},
		{p.URL + "/429", 429, "", true, false},
		{p.URL + "/400", 400, "", false, false},
		{p.URL + "/get-only", 200, "", true, false},
		{p.URL + "/hangs-up", 200, "", true, false},
		{p.URL + "/turn/5", 200, "", true, false},
		{p.URL + "/turn/6", 0, FaultTurns, false, false},
		{p.URL + "/moved-and-gone", 410, "", false, true},
		{p.URL + "/slow", 0, FaultTime, false, false},
		{secure.URL + "/200", 0, FaultCertificate, false, false},
		{closed.URL, 0, FaultConnection, false, false},
		{"http://finnes-ikke.invalid/", 0, FaultName, false, false},
	} {
		answers, err := Asker{Patience: 500 * time.Millisecond}.Ask(context.Background(), []string{c.url})
		if err != nil {
			t.Fatal(err)
		}
		got := answers[0]
		if c.fault == FaultName && got.Fault == FaultTime {
			continue // a machine without a network waits for its name server
		}
		if want := (Answer{c.url, c.status, c.fault}); got != want || got.Fine() != c.fine || got.Gone() != c.gone {
			t.Errorf("got %+v, fine %t, gone %t; want %+v, %t, %t", got, got.Fine(), got.Gone(), want, c.fine, c.gone)
		}
	}
}

// An address that answers is asked once, for its headers, by the name of the program.
func TestAnAddressIsAskedOnceAndByName(t *testing.T) {
	p := startPlace(t, httptest.NewServer)
	if _, err := (Asker{}).Ask(context.Background(), []string{p.URL + "/200", p.URL + "/404"}); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(p.asked, "; ")
	for _, once := range []string{"HEAD /200 kollega", "HEAD /404 kollega", "GET /404 kollega"} {
		if strings.Count(got, once) != 1 {
			t.Errorf("%q: %s", once, got)
		}
	}
	if len(p.asked) != 3 {
		t.Error(got)
	}
}

// crowd answers nobody until there are as many as may come at a time, and counts how many
// requests are under way.
type crowd struct {
	mu         sync.Mutex
	all, peak  int
	host       map[string]int
	peakOfHost int
	full       chan struct{}
}

func (c *crowd) RoundTrip(r *http.Request) (*http.Response, error) {
	c.count(r, 1)
	defer c.count(r, -1)
	select {
	case <-c.full:
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
	return &http.Response{StatusCode: 200, Body: http.NoBody, Request: r}, nil
}

func (c *crowd) count(r *http.Request, n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all += n
	c.host[r.URL.Host] += n
	if c.all == most && c.peak < most {
		close(c.full)
	}
	c.peak, c.peakOfHost = max(c.peak, c.all), max(c.peakOfHost, c.host[r.URL.Host])
}

func TestNobodyIsAskedTooMuchAtATime(t *testing.T) {
	c := &crowd{host: map[string]int{}, full: make(chan struct{})}
	var urls []string
	for i := range 120 {
		urls = append(urls, fmt.Sprintf("https://%d.example/%d", i%6, i))
	}
	var told atomic.Int64
	answers, err := Asker{Transport: c, Progress: func(done, total int) { told.Add(1) }}.Ask(context.Background(), urls)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range answers {
		if a.URL != urls[i] || a.Status != 200 {
			t.Errorf("%d: %+v", i, a)
		}
	}
	if c.peak != most || c.peakOfHost != mostOfHost {
		t.Errorf("%d at a time, %d of one server", c.peak, c.peakOfHost)
	}
	if told.Load() != int64(len(urls)) {
		t.Errorf("progress was told of %d", told.Load())
	}
}

// silent is a network that nobody answers in, and that somebody gives up on.
type silent struct{ giveUp context.CancelFunc }

func (s silent) RoundTrip(r *http.Request) (*http.Response, error) {
	s.giveUp()
	<-r.Context().Done()
	return nil, r.Context().Err()
}

func TestAskingEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	urls := make([]string, 50)
	for i := range urls {
		urls[i] = fmt.Sprintf("https://example.org/%d", i)
	}
	if _, err := (Asker{Transport: silent{cancel}}).Ask(ctx, urls); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
