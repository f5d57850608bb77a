// Package outside asks whether addresses outside the handbook still answer. It is the
// only part of the generator that reaches for the network, and does so when it is told to.
//
// Each address is asked once: for its headers, and for itself where a server does not
// answer that. No body is read, nothing is sent but the request and the name "kollega",
// and no server gets more than two requests at a time.
package outside

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// What a round of questions may cost others, and us.
const (
	most       = 8 // requests at a time
	mostOfHost = 2
	patience   = 10 * time.Second // for one request, redirects and all
	mostTurns  = 5                // redirects
	program    = "kollega"
)

// Answer is what became of an address.
type Answer struct {
	URL    string
	Status int // the last HTTP status; 0 for no answer
	Fault  Fault
}

// Fault is why there was no answer.
type Fault string

// The faults that are told apart.
const (
	FaultNone        Fault = ""
	FaultName        Fault = "name"        // nobody has the name
	FaultTime        Fault = "time"        // it took too long
	FaultCertificate Fault = "certificate" // it could not prove who it is
	FaultTurns       Fault = "turns"       // it led on too many times
	FaultConnection  Fault = "connection"  // anything else
)

// Gone reports whether the server says that the address leads nowhere.
func (a Answer) Gone() bool { return a.Status == http.StatusNotFound || a.Status == http.StatusGone }

// Fine reports whether somebody is there. A server that turns a program away, as many do,
// has something to keep it from.
func (a Answer) Fine() bool {
	switch a.Status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusNotAcceptable, http.StatusTooManyRequests:
		return true
	}
	return a.Status >= 200 && a.Status < 400
}

// Asker asks. The zero Asker is ready.
type Asker struct {
	Transport http.RoundTripper     // nil for the ordinary one
	Patience  time.Duration         // for one request; 0 for ten seconds
	Progress  func(done, total int) // called from several goroutines; nil for none
}

// Ask asks every address and returns the answers in the same order. It ends when all have
// answered or the context ends; the error is then the context's.
func (a Asker) Ask(ctx context.Context, urls []string) ([]Answer, error) {
	answers := make([]Answer, len(urls))
	room := make(chan struct{}, most)
	var work sync.WaitGroup
	var counted sync.Mutex
	done := 0
	for _, queue := range byHost(urls) {
		next := make(chan int, len(queue))
		for _, i := range queue {
			next <- i
		}
		close(next)
		for range min(mostOfHost, len(queue)) {
			work.Go(func() {
				for i := range next {
					room <- struct{}{}
					answers[i] = a.ask(ctx, urls[i])
					<-room
					counted.Lock()
					done++
					if a.Progress != nil {
						a.Progress(done, len(urls))
					}
					counted.Unlock()
				}
			})
		}
	}
	work.Wait()
	return answers, ctx.Err()
}

// byHost are the indexes of addresses, those of a server together.
func byHost(urls []string) map[string][]int {
	hosts := map[string][]int{}
	for i, address := range urls {
		host := ""
		if u, err := url.Parse(address); err == nil {
			host = strings.ToLower(u.Host)
		}
		hosts[host] = append(hosts[host], i)
	}
	return hosts
}

// ask asks one address: for its headers, and for itself where that was no use.
func (a Asker) ask(ctx context.Context, address string) Answer {
	if ctx.Err() != nil {
		return Answer{URL: address, Fault: FaultConnection}
	}
	answer := a.request(ctx, http.MethodHead, address)
	switch {
	case answer.Status != 0 && answer.Status < 400:
		return answer
	case answer.Fault == FaultNone, answer.Fault == FaultConnection: // some servers hang up on HEAD
		return a.request(ctx, http.MethodGet, address)
	}
	return answer
}

var errTurns = errors.New("too many redirects")

func (a Asker) request(ctx context.Context, method, address string) Answer {
	patient := a.Patience
	if patient == 0 {
		patient = patience
	}
	client := http.Client{Transport: a.Transport, Timeout: patient, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > mostTurns {
			return errTurns
		}
		return nil
	}}
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return Answer{URL: address, Fault: FaultConnection}
	}
	request.Header.Set("User-Agent", program)
	request.Header.Set("Accept", "*/*")
	response, err := client.Do(request)
	if err != nil {
		return Answer{URL: address, Fault: faultOf(err)}
	}
	_ = response.Body.Close()
	return Answer{URL: address, Status: response.StatusCode}
}

func faultOf(err error) Fault {
	var name *net.DNSError
	var late net.Error
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, errTurns):
		return FaultTurns
	case errors.As(err, &certificate), errors.As(err, &authority), errors.As(err, &record):
		return FaultCertificate
	case errors.As(err, &name) && !name.IsTimeout:
		return FaultName
	case errors.As(err, &late) && late.Timeout():
		return FaultTime
	}
	return FaultConnection
}
