package preview

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var requests = flag.Int("requests", 10_000, "how many requests TestNoRequestGetsWhatIsNotPublished makes")

const canary = "CANARY-5b1f0e"

// start shows an edition until the test ends.
func start(t testing.TB, o Options, e Edition) (*Server, string) {
	t.Helper()
	l, err := Listen("127.0.0.1", 0, true)
	if err != nil {
		t.Fatal(err)
	}
	s := New(o)
	s.Show(e)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return s, l.Addr().String()
}

const page = `<!doctype html><html lang="nb"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'none'"><title>x</title><link rel="stylesheet" href="assets/site.css"></head><body><main>Hei</main></body></html>`

func site1() fstest.MapFS {
	return fstest.MapFS{
		"index.html": {Data: []byte(page)}, "404.html": {Data: []byte(strings.Replace(page, "Hei", "Borte", 1))},
		"en/404.html": {Data: []byte(strings.Replace(page, "Hei", "Gone", 1))}, "en/index.html": {Data: []byte(page)},
		"del/index.html": {Data: []byte(page)}, "del/side.html": {Data: []byte(page)}, "assets/site.css": {Data: []byte("a{}")},
		"safe.txt": {Data: []byte("trygt")}, "sub/æøå.html": {Data: []byte(page)},
	}
}

// built is a built folder with much beside and in it that is nobody's business.
func built(t testing.TB) *Folder {
	t.Helper()
	root := t.TempDir()
	dir := filepath.Join(root, "public")
	put := func(name, text string) {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, f := range site1() {
		put("public/"+name, string(f.Data))
	}
	for _, name := range []string{"secret.txt", "public-secret/s.txt", "public/.env", "public/.git/config", "public/.kollega", "public/sub/.hidden/x.txt", "public/.well-known/x.txt", "x.html"} {
		put(name, canary)
	}
	for name, to := range map[string]string{"link.txt": "../secret.txt", "link-abs.txt": filepath.Join(root, "secret.txt"), "updir": "..", "link-dir": "../public-secret", "chain.txt": "link.txt", "loop": "loop", "environ": "/proc/self/environ"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return OpenFolder(dir)
}

// attacks are request targets that some server has once answered wrongly: those of Vite
// (CVE-2025-30208, -31125, -31486, -32395, -46565, -58751, -58752, -62522), esbuild
// (GHSA-67mh-4wv8-2f99, GHSA-g7r4-m6w7-qqqr), webpack-dev-server, Caddy (CVE-2026-27585),
// Go's os.Root (CVE-2026-39822), and the classics.
var attacks = []string{
	"/@fs/etc/passwd", "/@fs/tmp/secret.txt?import&raw??", "/secret.txt?raw??", "/.env?import&raw?&", "/.env?inline&import", "/.env?raw?import", "/.env?import&?inline=1.wasm?init",
	"/.env?.svg?.wasm?init", "/x.svg?import", "/safe.txt#/../../secret.txt", "/.env/.", "/.env/", "//.env", "/./.env", "/%2e%65nv", "/%2egit/config", "/.ENV", "/.EnV", "/.git/config",
	"/../public-secret/s.txt", "/../x.html", "/../secret.txt", "/.env\\", "/..\\secret.txt", "/..%5csecret.txt", "/..%5c..%5c..%5cwindows%5cwin.ini", "/private%5csecret.txt", "/%5c..%5csecret.txt",
	"/.env::$DATA", "/.env::$DATA?raw", "/ENV~1", "/TLS~1.PEM", "/C:/x", "/C:%5cx", "/con", "/nul.html", "/aux", "/file.txt.", "/safe.txt%20", "/safe.txt.", "/safe.txt/",
	"/sub/../../secret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/%252e%252e%252fsecret.txt", "/....//secret.txt", "/..;/secret.txt", "/%c0%ae%c0%ae/secret.txt", "/%uff0e%uff0e/secret.txt", "/．．/secret.txt",
	"/_kollega/../secret.txt", "/_kollega/..%2fsecret.txt", "/_kollega/..%5c..%5csecret.txt", "/_kollega/live", "/_kollega/live?token=", "/_kollega/", "/_kollega/live.js/../../secret.txt",
	"/link.txt", "/link-abs.txt", "/updir/secret.txt", "/chain.txt", "/link-dir/", "/link-dir/s.txt", "/link.txt/", "/loop", "/loop/x", "/environ", "/.kollega", "/sub/.hidden/x.txt",
	"/safe.txt%00", "/\x01", "/%zz", "/safe.txt%", "/" + strings.Repeat("a", 9000), "/" + strings.Repeat("a/", 4000), "/" + strings.Repeat("../", 3000) + "secret.txt",
	"//evil.test", "//evil.test/..", "/\\evil.test", "/%5cevil.test", "//evil.test/index.html", "/%2f%2fevil.test", "/sub//evil.test/..", "/del", "/en", "//del", "/./del", "/del/..",
	"http://evil.test/safe.txt", "http://127.0.0.1/secret.txt", "*", "safe.txt", "", "/sub", "/sub/", "/index.html", "/safe.txt", "/sub/%C3%A6%C3%B8%C3%A5.html", "/æøå",
}

// mutate makes another attack of one.
func mutate(r *rand.Rand, target string) string {
	if target == "" {
		return "/"
	}
	i := r.IntN(len(target))
	insert := func(s string) string { return target[:i] + s + target[i:] }
	switch r.IntN(11) {
	case 0:
		return target[:i] + fmt.Sprintf("%%%02x", target[i]) + target[i+1:]
	case 1:
		return target[:i] + fmt.Sprintf("%%25%02X", target[i]) + target[i+1:]
	case 2:
		return target[:i] + strings.ToUpper(target[i:i+1]) + target[i+1:]
	case 3:
		return insert("/./")
	case 4:
		return insert("//")
	case 5:
		return insert("%00")
	case 6:
		return insert(";")
	case 7:
		return target + []string{"?raw", "?import&raw??", "?.svg", "#x", "%20", ".", "/", "/.", "::$DATA", "~1"}[r.IntN(10)]
	case 8:
		return insert([]string{"../", "..\\", "%2e%2e/", "%5c", "\\", "\xff", "\r", "@", ":"}[r.IntN(9)])
	case 9:
		return target[:i] + target[min(i+1, len(target)):]
	}
	return target
}

var allowed = []int{200, 302, 304, 400, 403, 404, 405, 408, 413, 414, 421, 431, 501, 505}

// attacked sends a target as it is, which no client would, and says what is wrong with
// the answer, "" for nothing.
func attacked(at, method, target, headers string) string {
	c, err := net.Dial("tcp", at)
	if err != nil {
		return err.Error()
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(20 * time.Second))
	if headers == "" {
		headers = "Host: " + at + "\r\n"
	}
	go func() {
		_, _ = fmt.Fprintf(c, "%s %s HTTP/1.1\r\n%sConnection: close\r\nAccept-Encoding: gzip\r\n\r\n", method, target, headers)
	}()
	raw, err := io.ReadAll(io.LimitReader(c, 1<<20))
	if len(raw) == 0 {
		return "" // a request that Go's own server does not answer
	}
	resp, bad := http.ReadResponse(bufio.NewReader(bytes.NewReader(raw)), nil)
	if bad != nil {
		return fmt.Sprintf("%v, %v: %.200q", bad, err, raw)
	}
	body, _ := io.ReadAll(resp.Body)
	if z, err := gzip.NewReader(bytes.NewReader(body)); err == nil {
		more, _ := io.ReadAll(z)
		body = append(body, more...)
	}
	all := append(raw, body...)
	location := resp.Header.Get("Location")
	u, urlErr := url.Parse(location)
	switch {
	case bytes.Contains(all, []byte(canary)) || bytes.Contains(all, []byte("PATH=")) || bytes.Contains(all, []byte("root:")):
		return fmt.Sprintf("it got what is not published: %.300q", all)
	case !slices.Contains(allowed, resp.StatusCode):
		return fmt.Sprintf("status %d", resp.StatusCode)
	case urlErr != nil || u.Host != "" || u.Scheme != "" || strings.HasPrefix(location, "/") || strings.HasPrefix(location, "\\"):
		return "it leads to " + location
	case resp.Header.Get("Access-Control-Allow-Origin") != "" || resp.Header.Get("Set-Cookie") != "":
		return "it has a header it must not have"
	}
	return ""
}

func editions(t testing.TB) map[string]string {
	_, live := start(t, Options{Live: true}, Edition{Site: site1(), Base: "/handbok"})
	_, folder := start(t, Options{}, Edition{Site: built(t)})
	return map[string]string{"live": live, "folder": folder}
}

func TestNoRequestGetsWhatIsNotPublished(t *testing.T) {
	for what, at := range editions(t) {
		for _, target := range attacks {
			if bad := attacked(at, "GET", target, ""); bad != "" {
				t.Errorf("%s: GET %.100q: %s", what, target, bad)
			}
		}
		r := rand.New(rand.NewPCG(1, 2))
		for range *requests / 2 {
			target := attacks[r.IntN(len(attacks))]
			for range 1 + r.IntN(3) {
				target = mutate(r, target)
			}
			method := "GET"
			if r.IntN(20) == 0 {
				method = []string{"HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"}[r.IntN(9)]
			}
			if bad := attacked(at, method, target, ""); bad != "" {
				t.Fatalf("%s: %s %.200q: %s", what, method, target, bad)
			}
		}
	}
}

func FuzzRequestTarget(f *testing.F) {
	for _, target := range attacks {
		f.Add(target)
	}
	at := editions(f)
	f.Fuzz(func(t *testing.T, target string) {
		if strings.ContainsAny(target, "\r\n ") {
			return
		}
		for what, at := range at {
			if bad := attacked(at, "GET", target, ""); bad != "" {
				t.Errorf("%s: %q: %s", what, target, bad)
			}
		}
	})
}

// asked sends a request with headers of one's own and returns the status.
func asked(t *testing.T, at, target, headers string) int {
	t.Helper()
	c, err := net.Dial("tcp", at)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "GET %s HTTP/1.1\r\n%sConnection: close\r\n\r\n", target, headers)
	resp, err := http.ReadResponse(bufio.NewReader(c), nil) // whose body may have no end, and goes with the connection
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode
}

func TestOnlyOurOwnNamesAreAnswered(t *testing.T) {
	_, at := start(t, Options{Live: true, Hosts: []string{"kollega.intern"}}, Edition{Site: site1()})
	_, port, _ := net.SplitHostPort(at)
	for _, host := range []string{"localhost", "127.0.0.1", "[::1]", "a.localhost", "LOCALHOST", "kollega.intern"} {
		if got := asked(t, at, "/", "Host: "+host+":"+port+"\r\n"); got != 200 {
			t.Errorf("%s: %d", host, got)
		}
	}
	for _, host := range []string{"evil.test", "evil.test:" + port, "localhost.evil.test:" + port, "127.0.0.1.evil.test:" + port, "127.1:" + port, "2130706433:" + port, "0x7f.1:" + port,
		"[::ffff:127.0.0.1]:" + port, "localhost.:" + port, "", "localhost", "localhost:1", "a@localhost:" + port, "x.localhost.evil:" + port} {
		if got := asked(t, at, "/", "Host: "+host+"\r\nX-Forwarded-Host: localhost:"+port+"\r\n"); got != 421 && got != 400 {
			t.Errorf("%q: %d", host, got)
		}
	}
	if got := asked(t, at, "http://evil.test/safe.txt", "Host: localhost:"+port+"\r\n"); got != 421 {
		t.Errorf("an absolute target for another host: %d", got)
	}
}

func TestTheStreamIsForOurPagesAlone(t *testing.T) {
	s, at := start(t, Options{Live: true}, Edition{Site: site1()})
	host := "Host: " + at + "\r\n"
	with := "/_kollega/live?token=" + s.token
	for _, c := range []struct {
		target, headers string
		want            int
	}{
		{with, "", 200}, {with, "Origin: http://" + at + "\r\n", 200}, {with, "Sec-Fetch-Site: same-origin\r\n", 200},
		{"/_kollega/live", "", 403}, {"/_kollega/live?token=", "", 403}, {"/_kollega/live?token=" + strings.Repeat("0", 32), "", 403},
		{with, "Origin: http://evil.test\r\n", 403}, {with, "Origin: null\r\n", 403}, {with, "Origin: http://127.0.0.1:1\r\n", 403}, {with, "Origin: http://1.2.3.4\r\n", 403},
		{with, "Origin: https://" + at + "\r\n", 403}, {with, "Origin: file://\r\n", 403}, {with, "Origin: chrome-extension://abc\r\n", 403},
		{with, "Sec-Fetch-Site: cross-site\r\n", 403}, {with, "Sec-Fetch-Site: same-site\r\n", 403}, {with, "Sec-Fetch-Site: none\r\n", 403},
		{"/_kollega/live.js", "Sec-Fetch-Site: cross-site\r\n", 403}, {"/_kollega/live.js", "", 200}, {"/_kollega/other", "", 404},
	} {
		if got := asked(t, at, c.target, host+c.headers); got != c.want {
			t.Errorf("%s %q: %d, want %d", c.target, c.headers, got, c.want)
		}
	}
}

// What a live page has besides, and nothing else, is what makes it live.
func TestALivePageIsTheFinishedOneAndAScript(t *testing.T) {
	s, at := start(t, Options{Live: true}, Edition{Site: site1()})
	resp, err := http.Get("http://" + at + "/del/side.html")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, _ := io.ReadAll(resp.Body)
	tag := strings.Trim(resp.Header.Get("ETag"), `"`)
	script := fmt.Sprintf(`<script defer src="/_kollega/live.js" data-token="%s" data-page="%s" data-content="%s"></script>`, s.token, tag, resp.Header.Get("Kollega-Content"))
	undone := strings.Replace(strings.Replace(string(data), script, "", 1), "connect-src 'self'", "connect-src 'none'", 1)
	if undone != page {
		t.Errorf("%s", undone)
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY", "Cache-Control": "no-cache", "Content-Type": "text/html; charset=utf-8"} {
		if got := resp.Header.Get(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	_, again := start(t, Options{Live: true}, Edition{Site: site1()})
	r, _ := http.NewRequest("GET", "http://"+again+"/del/side.html", nil)
	r.Header.Set("If-None-Match", resp.Header.Get("ETag"))
	if resp, err := http.DefaultClient.Do(r); err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("a server that was started anew lets the browser keep a page with the old token: %v, %v", resp, err)
	}
	_, plain := start(t, Options{}, Edition{Site: site1()})
	resp, err = http.Get("http://" + plain + "/del/side.html")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if data, _ := io.ReadAll(resp.Body); string(data) != page || resp.Header.Get("Content-Security-Policy") != "default-src 'none'; connect-src 'none'; frame-ancestors 'none'" {
		t.Errorf("%s\n%v", data, resp.Header)
	}
}

// Clients that say nothing, or read nothing, take little and keep nobody out for long.
func TestIdleClientsTakeLittle(t *testing.T) {
	s, at := start(t, Options{Live: true}, Edition{Site: site1()})
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var idle []net.Conn
	for i := range 1000 {
		c, err := net.DialTimeout("tcp", at, 2*time.Second)
		if err != nil {
			break // the system's queue is full as well
		}
		idle = append(idle, c)
		switch i % 3 {
		case 0:
			fmt.Fprint(c, "GET / HT")
		case 1:
			fmt.Fprintf(c, "GET /_kollega/live?token=%s HTTP/1.1\r\nHost: %s\r\n\r\n", s.token, at)
		}
	}
	for range 100 {
		s.Show(Edition{Site: site1()})
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc+after.StackInuse) - int64(before.HeapAlloc+before.StackInuse); grown > 32<<20 {
		t.Errorf("%d idle clients take %d MB", len(idle), grown>>20)
	}
	for _, c := range idle {
		c.Close()
	}
	if got := asked(t, at, "/", "Host: "+at+"\r\n"); got != 200 {
		t.Errorf("afterwards: %d", got)
	}
}

// The server ends at once, whatever its clients are at.
func TestServeEndsWithClientsUnderWay(t *testing.T) {
	goroutines := runtime.NumGoroutine()
	for range 20 {
		l, err := Listen("127.0.0.1", 0, true)
		if err != nil {
			t.Fatal(err)
		}
		s := New(Options{Live: true})
		s.Show(Edition{Site: site1()})
		ctx, stop := context.WithCancel(context.Background())
		done := make(chan error, 1)
		go func() { done <- s.Serve(ctx, l) }()
		at := l.Addr().String()
		for i := range 6 {
			c, err := net.Dial("tcp", at)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if i%2 == 0 {
				fmt.Fprint(c, "GET / HT")
				continue
			}
			fmt.Fprintf(c, "GET /_kollega/live?token=%s HTTP/1.1\r\nHost: %s\r\n\r\n", s.token, at)
			if _, err := bufio.NewReader(c).ReadString('\n'); err != nil {
				t.Fatal(err)
			}
		}
		stop()
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
		case <-time.After(10 * time.Second):
			t.Fatal("it does not end")
		}
	}
	for range 1000 {
		if runtime.NumGoroutine() <= goroutines+2 {
			return
		}
		runtime.Gosched()
		<-time.After(time.Millisecond)
	}
	t.Errorf("%d goroutines are left of %d", runtime.NumGoroutine(), goroutines)
}

func TestABusyPortIsSaidOrPassedBy(t *testing.T) {
	l, err := Listen("127.0.0.1", 0, true)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	if _, err := Listen("127.0.0.1", port, true); err == nil || !strings.Contains(err.Error(), "preview-busy") {
		t.Errorf("a chosen port: %v", err)
	}
	other, err := Listen("127.0.0.1", port, false)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if got := other.Addr().(*net.TCPAddr).Port; got <= port || got > port+manyPorts {
		t.Errorf("after %d comes %d", port, got)
	}
}

func TestAFolderIsServedAsAWebServerWould(t *testing.T) {
	f := built(t)
	for name, text := range map[string]string{"safe.txt.gz": "gz", "safe.txt.br": "br"} {
		if err := os.WriteFile(filepath.Join(f.dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, at := start(t, Options{}, Edition{Site: f})
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, Transport: &http.Transport{DisableCompression: true}}
	get := func(target, accept string) (*http.Response, string) {
		r, _ := http.NewRequest("GET", "http://"+at+target, nil)
		r.Header.Set("Accept-Encoding", accept)
		resp, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		data, _ := io.ReadAll(resp.Body)
		return resp, string(data)
	}
	for _, c := range []struct{ accept, encoding, body string }{{"gzip, br", "br", "br"}, {"gzip", "gzip", "gz"}, {"", "", "trygt"}, {"br;q=0, gzip;q=0", "", "trygt"}} {
		resp, body := get("/safe.txt", c.accept)
		if resp.Header.Get("Content-Encoding") != c.encoding || body != c.body || resp.Header.Get("Vary") != "Accept-Encoding" || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/plain") {
			t.Errorf("%q: %v %q", c.accept, resp.Header, body)
		}
	}
	if resp, _ := get("/del", ""); resp.StatusCode != 302 || resp.Header.Get("Location") != "./del/" {
		t.Errorf("/del: %d %v", resp.StatusCode, resp.Header)
	}
	for target, want := range map[string]string{"/en/borte.html": "Gone", "/borte.html": "Borte"} {
		if resp, body := get(target, ""); resp.StatusCode != 404 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s", target, resp.StatusCode, body)
		}
	}
	if _, err := fs.ReadFile(f, "link.txt"); err == nil {
		t.Error("a link is followed")
	}
}
