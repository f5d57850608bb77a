package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"kollega"
	"kollega/generator"
	"kollega/generator/layers"
	"kollega/generator/site"
)

var (
	serveEdits = flag.Int("serve-edits", 24, "how many changes on the disk TestServeShowsWhatIsThere makes")
	serveSeed  = flag.Uint64("serve-seed", 1, "which ones")
)

// voice is what a process says while it runs.
type voice struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *voice) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *voice) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// served is a running "kollega serve".
type served struct {
	*exec.Cmd
	address string
	said    *voice
}

func startServe(t *testing.T, folder string, args ...string) served {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	s := served{address: fmt.Sprintf("http://127.0.0.1:%d/", port), said: new(voice)}
	s.Cmd = kollegaIn(t.TempDir(), append([]string{"serve", "-s", folder, "-p", strconv.Itoa(port)}, args...)...)
	s.Stderr = s.said
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.Process.Kill()
		_ = s.Wait()
	})
	wait(t, func() string {
		if _, _, err := s.get("index.html"); err != nil {
			return err.Error()
		}
		return ""
	})
	return s
}

func (s served) get(name string) (status int, body string, err error) {
	r, err := http.Get(s.address + name)
	if err != nil {
		return 0, "", err
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	return r.StatusCode, string(data), err
}

// patience is how long something may take on a machine that has much else to do.
const patience = 20 * time.Second

// wait waits for something to become as it is to be: "" for yes.
func wait(t *testing.T, ready func() string) {
	t.Helper()
	deadline := time.After(patience)
	tick := time.NewTicker(3 * time.Millisecond)
	defer tick.Stop()
	for {
		why := ready()
		if why == "" {
			return
		}
		select {
		case <-deadline:
			t.Fatal(why)
		case <-tick.C:
		}
	}
}

// liveParts are what serve adds to a page, and live undoes.
var liveParts = regexp.MustCompile(`<script defer src="/_kollega/live.js"[^>]*></script>`)

func plain(page string) string {
	return strings.Replace(liveParts.ReplaceAllString(page, ""), "connect-src 'self'", "connect-src 'none'", 1)
}

// clean is the handbook as it lies on the disk, made with no memory of before.
func clean(t *testing.T, folder string) *generator.Handbook {
	t.Helper()
	own, err := layers.Folder(folder)
	if err != nil {
		t.Fatal(err)
	}
	h, problems := generator.Open(generator.Over(own, kollega.Bundled), generator.Options{})
	problems = slices.DeleteFunc(problems, func(p site.Problem) bool { return p.Warning })
	if h == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	return h
}

// A random change to a folder, of the kinds that people, editors and version control
// make. None leaves a mistake behind.
func disturb(t *testing.T, r *rand.Rand, folder string, i int) string {
	t.Helper()
	must := func(err error) {
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(folder, "content", "nb", fmt.Sprintf("del-%d", r.IntN(3)))
	must(os.MkdirAll(dir, 0o777))
	name := filepath.Join(dir, fmt.Sprintf("side-%d.md", r.IntN(4)))
	title := r.IntN(3)
	page := func(id string) []byte { // no two have the same id, whatever is moved where
		return fmt.Appendf(nil, "+++\ntitle = \"Side %d\"\nid = \"%s\"\n+++\nEndring %d.\n", title, id, i)
	}
	text := page(fmt.Sprintf("e-%d", i))
	switch kind := r.IntN(11); kind {
	case 0: // an editor that writes beside and renames
		must(os.WriteFile(name+".tmp", text, 0o666))
		must(os.Rename(name+".tmp", name))
		return "rename over " + name
	case 1: // one that moves the old file away first
		must(os.Rename(name, name+"~"))
		must(os.WriteFile(name, text, 0o666))
		return "backup of " + name
	case 2:
		must(os.Remove(name))
		return "remove " + name
	case 3:
		other := filepath.Join(filepath.Dir(dir), fmt.Sprintf("del-%d", 3+r.IntN(2)))
		must(os.RemoveAll(other))
		must(os.Rename(dir, other))
		return "folder to " + other
	case 4:
		must(os.RemoveAll(dir))
		return "remove " + dir
	case 5:
		deep := filepath.Join(dir, fmt.Sprintf("dypt-%d", i), fmt.Sprintf("nede-%d", i))
		must(os.MkdirAll(deep, 0o777))
		must(os.WriteFile(filepath.Join(deep, "side.md"), text, 0o666))
		return "deep in " + deep
	case 6:
		must(os.MkdirAll(filepath.Join(folder, "static"), 0o777))
		must(os.WriteFile(filepath.Join(folder, "static", "fil.txt"), text, 0o666))
		return "static"
	case 7:
		must(os.WriteFile(filepath.Join(folder, "site.toml"), []byte(fmt.Sprintf("id = \"prove\"\ntitle = \"Tittel %d\"\nbase = \"none\"\n", i)), 0o666))
		return "site.toml"
	case 8: // many at once
		for n := range 40 {
			must(os.WriteFile(filepath.Join(dir, fmt.Sprintf("mange-%d.md", n)), page(fmt.Sprintf("e-%d-%d", i, n)), 0o666))
		}
		return "many"
	default:
		must(os.WriteFile(name, text, 0o666))
		return "write " + name
	}
}

// Whatever happens in the folder, what is served is what a clean build would make of it.
func TestServeShowsWhatIsThere(t *testing.T) {
	for _, mode := range [][]string{nil, {"--poll"}} {
		t.Run(strings.Join(mode, ""), func(t *testing.T) {
			folder := t.TempDir()
			writeEdition(t, folder, 6, 0)
			s := startServe(t, folder, mode...)
			r := rand.New(rand.NewPCG(*serveSeed, 9))
			edits := *serveEdits
			if mode != nil {
				edits = max(6, edits/10)
			}
			for i := range edits {
				what := disturb(t, r, folder, i)
				h := clean(t, folder)
				names := h.Names()
				for range 3 {
					name := names[r.IntN(len(names))]
					want, err := h.ReadFile(name)
					if err != nil {
						t.Fatal(err)
					}
					wait(t, func() string {
						status, got, err := s.get(name)
						if err != nil || status != http.StatusOK || plain(got) != string(want) {
							return fmt.Sprintf("edit %d, %s: %s is %d, %v:\n%s\nnot\n%s\n%s", i, what, name, status, err, plain(got), want, s.said)
						}
						return ""
					})
				}
				if gone := "del-1/side-1.html"; !slices.Contains(names, gone) {
					wait(t, func() string {
						if status, _, _ := s.get(gone); status != http.StatusNotFound {
							return fmt.Sprintf("edit %d, %s: %s is there (%d)", i, what, gone, status)
						}
						return ""
					})
				}
			}
		})
	}
}

// A page that breaks stays as it was, with what is wrong over it, and heals; so does a
// whole handbook.
func TestServeKeepsTheLastWholePage(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 6, 0)
	s := startServe(t, folder, "--lang", "en")
	page, source := "del-1/side-1.html", filepath.Join(folder, "content/nb/del-1/side-1.md")
	whole, err := os.ReadFile(source)
	if err != nil {
		t.Fatal(err)
	}
	_, before, _ := s.get(page)
	shows := func(name string, want ...string) {
		t.Helper()
		wait(t, func() string {
			status, got, err := s.get(name)
			for _, w := range want {
				if status != http.StatusOK || err != nil || !strings.Contains(got, w) {
					return fmt.Sprintf("%s lacks %q: %d, %v\n%s\n%s", name, w, status, err, got, s.said)
				}
			}
			return ""
		})
	}
	write := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(source, []byte("+++\ntitle = \"Side 1\"\nnonsense = 1\n+++\nAnnet.\n"))
	shows(page, "Utgave 0.", "content/nb/del-1/side-1.md", "nonsense")
	write(source, whole)
	wait(t, func() string {
		if _, now, _ := s.get(page); now != before {
			return "the page has not healed:\n" + now + "\n" + s.said.String()
		}
		return ""
	})
	write(filepath.Join(folder, "site.toml"), []byte("id = \"drept\"\ntitle = \n"))
	shows(page, "Utgave 0.", "site.toml")
	shows("index.html", "Forside", "site.toml")
	write(filepath.Join(folder, "site.toml"), []byte("id = \"drept\"\ntitle = \"Rettet\"\nbase = \"none\"\n"))
	wait(t, func() string {
		if _, now, _ := s.get("index.html"); !strings.Contains(now, "Rettet") || strings.Contains(now, "site.toml") {
			return "the handbook has not healed:\n" + now + "\n" + s.said.String()
		}
		return ""
	})
}

// Ctrl+C ends it cleanly, whenever it comes.
func TestServeEndsWhenItIsTold(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 40, 0)
	r := rand.New(rand.NewPCG(4, 4))
	for i := range 12 {
		cmd := kollegaIn(t.TempDir(), "serve", "-s", folder, "--lang", "en")
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		<-time.After(50*time.Millisecond + time.Duration(r.Int64N(int64(300*time.Millisecond))))
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		select {
		case err := <-done:
			if err != nil && said.Len() == 0 && strings.Contains(err.Error(), "interrupt") {
				continue // it had not begun
			}
			if err != nil || strings.Contains(said.String(), "panic") {
				t.Fatalf("run %d: %v\n%s", i, err, said.String())
			}
		case <-time.After(patience):
			t.Fatalf("run %d does not end\n%s", i, said.String())
		}
	}
}

var serveFor = flag.Duration("serve-for", 5*time.Second, "how long TestServeStaysSmall edits")

// memory is what a process has in the machine's memory, in bytes.
func (s served) memory(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", s.Process.Pid))
	if err != nil {
		t.Skip("memory can't be read here")
	}
	pages, _ := strconv.Atoi(strings.Fields(string(data))[1])
	return pages * os.Getpagesize()
}

// A day of writing takes no more memory than an hour, and its last edit is what is shown.
func TestServeStaysSmall(t *testing.T) {
	folder := t.TempDir()
	writeEdition(t, folder, 200, 0)
	s := startServe(t, folder)
	name := filepath.Join(folder, "content/nb/del-1/side-1.md")
	edit := func(i int) {
		t.Helper()
		text := fmt.Sprintf("Endring nummer %d.", i)
		if err := os.WriteFile(name, []byte("+++\ntitle = \"Side 1\"\n+++\n"+text+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		wait(t, func() string {
			if _, got, _ := s.get("del-1/side-1.html"); !strings.Contains(got, text) {
				return "not served: " + text + "\n" + s.said.String()
			}
			return ""
		})
	}
	i := 0
	for end := time.Now().Add(*serveFor / 4); time.Now().Before(end); i++ {
		edit(i)
	}
	before := s.memory(t)
	for end := time.Now().Add(*serveFor); time.Now().Before(end); i++ {
		edit(i)
	}
	after := s.memory(t)
	t.Logf("%d edits, from %d to %d MB", i, before>>20, after>>20)
	if after > before+before/4+(24<<20) {
		t.Errorf("after %d edits it has grown from %d to %d MB", i, before>>20, after>>20)
	}
}
