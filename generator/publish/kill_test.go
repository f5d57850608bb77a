package publish

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

var (
	kills = flag.Int("kills", 40, "how many builds to kill")
	pages = flag.Int("pages", 60, "how many pages they have")
)

// cycle are editions of which every next one changes one page, one folder, all, all
// but a few. No mix of two of them is a third.
func cycle(n int) []texts {
	a := folderOfPages(n, "aaaaaaaaaaaaaaaaaaaa")
	folder := texts{"del-3/new/more.html": "cc"}
	for name := range a {
		if filepath.Dir(name) == "del-3" {
			folder[name] = "cccc"
		}
	}
	page := texts{"del-2/side-2.html": "b"}
	return []texts{a, a.with(page), a.with(page).with(folder), folderOfPages(n+n/10, "dddd"), folderOfPages(n-n/10, "e")}
}

// The children of the tests below publish until they are killed.
func TestMain(m *testing.M) {
	dir := os.Getenv("KOLLEGA_PUBLISH")
	if dir == "" {
		os.Exit(m.Run())
	}
	n, _ := strconv.Atoi(os.Getenv("KOLLEGA_PUBLISH_PAGES"))
	at, _ := strconv.Atoi(os.Getenv("KOLLEGA_PUBLISH_KILL"))
	i, _ := strconv.Atoi(os.Getenv("KOLLEGA_PUBLISH_EDITION"))
	d := diskNamed(os.Getenv("KOLLEGA_PUBLISH_DISK"))
	if at > 0 {
		d = dying(d, at)
	}
	sites := cycle(n)
	for {
		x := sites[i%len(sites)]
		h, names := x.fs()
		if _, err := write(d, h, names, dir, Options{Key: x.key, Record: beside(dir)}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if at > 0 {
			os.Exit(0) // it had fewer operations
		}
		fmt.Print(".")
		i++
	}
}

func diskNamed(name string) disk {
	switch name {
	case "renames":
		return without("exchange")
	case "copies":
		return without("link")
	case "held":
		return held1()
	}
	return osDisk
}

// dying is a disk on which the process is killed before the k-th operation.
func dying(d disk, k int) disk {
	n := make(chan int, 1)
	n <- 0
	return tapped(d, func(op, path string) error {
		i := <-n + 1
		if i == k {
			p, _ := os.FindProcess(os.Getpid())
			_ = p.Kill()
			select {}
		}
		n <- i
		return nil
	})
}

// beside is a record's place: a folder beside the one the site is alone in.
func beside(dir string) string { return filepath.Dir(dir) + ".record/record" }

// child is a process that publishes editions into a folder.
func child(dir, disk string, n, edition, killAt int) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Stderr = os.Stderr
	cmd.Env = append(os.Environ(), "KOLLEGA_PUBLISH="+dir, "KOLLEGA_PUBLISH_DISK="+disk, "KOLLEGA_PUBLISH_PAGES="+strconv.Itoa(n),
		"KOLLEGA_PUBLISH_EDITION="+strconv.Itoa(edition), "KOLLEGA_PUBLISH_KILL="+strconv.Itoa(killAt))
	return cmd
}

// isOne says which edition a folder holds, or why none.
func isOne(dir string, sites []texts) (int, string) {
	why := ""
	for i, x := range sites {
		how := is(dir, x)
		if how == "" {
			return i, ""
		}
		why += fmt.Sprintf("%d: %s; ", i, how)
	}
	return -1, why
}

func TestAKilledRunLeavesTheOldOrTheNew(t *testing.T) {
	sites := cycle(*pages)
	left := map[string]int{}
	for _, disk := range []string{"", "renames", "copies"} {
		dir := filepath.Join(t.TempDir(), "site", "public")
		began := time.Now()
		for _, x := range sites {
			put(t, diskNamed(disk), x, dir, beside(dir))
		}
		round := time.Since(began)
		n := *kills / 4
		if disk == "" {
			n = *kills / 2
		}
		for i := range n {
			cmd := child(dir, disk, *pages, i, 0)
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := out.Read(make([]byte, 1)); err != nil { // the first is done
				t.Fatal(err)
			}
			time.Sleep(rand.N(round)) // anywhere in the next ones
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
			at := dir
			if _, err := os.Lstat(dir); err != nil && disk == "renames" {
				at = filepath.Join(filepath.Dir(dir), ".public.kollega-old") // between two renames
			}
			is, how := isOne(at, sites)
			if is < 0 {
				t.Fatalf("kill %d, %s: %s", i, disk, how)
			}
			left[disk+strconv.Itoa(is)]++
			if _, err := os.Stat(filepath.Join(filepath.Dir(dir), ".public.kollega-new")); err == nil {
				left["with leftovers"]++
			}
			if i%3 == 0 { // the next run is another edition, or the child's first one
				next(t, diskNamed(disk), sites[rand.N(len(sites))], dir)
			}
		}
		next(t, osDisk, sites[0], dir)
	}
	t.Logf("left: %v", left)
}

// next is the run after a kill, with the record there is.
func next(t *testing.T, d disk, x texts, dir string) {
	t.Helper()
	put(t, d, x, dir, beside(dir))
	if inside, err := os.ReadDir(filepath.Dir(beside(dir))); err != nil || len(inside) != 1 {
		t.Fatalf("at the record: %v, %v", inside, err)
	}
	if t.Failed() {
		t.FailNow()
	}
}

// The same, at every operation of a build in turn.
func TestAKillBeforeAnyOperationLeavesTheOldOrTheNew(t *testing.T) {
	const n = 10
	sites := cycle(n)
	for _, c := range []struct {
		disk    string
		edition int
	}{{"", 1}, {"", 2}, {"", 4}, {"renames", 2}, {"held", 2}} {
		for k := 1; ; k++ {
			dir := filepath.Join(scratch(t), "site", "public")
			old := sites[c.edition-1]
			put(t, fast, old, dir, beside(dir))
			err := child(dir, c.disk, n, c.edition, k).Run()
			if err == nil {
				break // fewer operations than that
			}
			if status, ok := err.(*exec.ExitError).Sys().(syscall.WaitStatus); ok && !status.Signaled() {
				t.Fatal(err)
			}
			at := dir
			if _, err := os.Lstat(dir); err != nil && c.disk == "renames" {
				at = filepath.Join(filepath.Dir(dir), ".public.kollega-old")
			}
			if is, how := isOne(at, sites[c.edition-1:c.edition+1]); is < 0 && c.disk != "held" {
				t.Errorf("%v, operation %d: %s", c, k, how)
			}
			after := fast
			if k%4 < 2 {
				after = diskNamed(c.disk)
			}
			next(t, after, sites[(c.edition+k%2)%len(sites)], dir)
		}
	}
}
