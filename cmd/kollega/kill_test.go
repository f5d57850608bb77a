package main

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var (
	buildKills     = flag.Int("build-kills", 15, "how many builds TestAKilledBuildLeavesAWholeSite kills")
	buildKillPages = flag.Int("build-kill-pages", 20, "of how many pages")
)

// kollegaIn is the command as a process of its own, with a cache below a folder. A race in
// it ends it, where the tests look for races: nobody would see it otherwise.
func kollegaIn(home string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Args[0] = "kollega" // what the test binary is then, see TestMain
	cmd.Env = append(os.Environ(), "KOLLEGA_CACHE="+filepath.Join(home, "cache"), "GORACE=halt_on_error=1")
	return cmd
}

// contents are the files below a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// writeEdition writes a handbook in which every page says which edition it is of; in the
// second one a page more is there and another is gone.
func writeEdition(t *testing.T, dir string, pages, edition int) {
	t.Helper()
	put := func(name, text string) {
		writeFile(t, dir, name, text)
	}
	put("site.toml", "id = \"drept\"\ntitle = \"Drept\"\nbase = \"none\"\n")
	put("content/nb/_index.md", "+++\ntitle = \"Forside\"\n+++\n")
	for i := range pages {
		put(fmt.Sprintf("content/nb/del-%d/side-%d.md", i%5, i), fmt.Sprintf("+++\ntitle = \"Side %d\"\n+++\nUtgave %d. %s\n", i, edition, strings.Repeat("Mer. ", 200)))
	}
	for _, other := range []int{0, 1} {
		if err := os.RemoveAll(filepath.Join(dir, fmt.Sprintf("content/nb/bare-%d.md", other))); err != nil {
			t.Fatal(err)
		}
	}
	put(fmt.Sprintf("content/nb/bare-%d.md", edition), "+++\ntitle = \"Bare her\"\n+++\n")
}

// Whenever a build is killed, the folder holds the site of before or the new one, and the
// next build makes what it should have, whatever the killed one left in the cache.
func TestAKilledBuildLeavesAWholeSite(t *testing.T) {
	home := t.TempDir()
	source := filepath.Join(home, "bok")
	public := filepath.Join(source, "public")
	var whole [2]map[string]string
	began := time.Now()
	for edition := range whole {
		writeEdition(t, source, *buildKillPages, edition)
		if out, err := kollegaIn(home, "build", "--quiet", "-s", source).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		whole[edition] = contents(t, public)
	}
	took := time.Since(began)
	r := rand.New(rand.NewPCG(3, uint64(*buildKillPages)))
	which := func(i int) int {
		got := contents(t, public)
		for edition := range whole {
			if maps.Equal(got, whole[edition]) {
				return edition
			}
		}
		t.Fatalf("kill %d: the folder is neither edition", i)
		return 0
	}
	seen := map[int]int{}
	for i := range *buildKills {
		edition := i % 2
		writeEdition(t, source, *buildKillPages, edition)
		cmd := kollegaIn(home, "build", "--quiet", "-s", source)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		<-time.After(time.Duration(r.Int64N(int64(took))))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		seen[which(i)]++
		if i%5 != 4 {
			continue
		}
		if out, err := kollegaIn(home, "build", "--quiet", "-s", source).CombinedOutput(); err != nil {
			t.Fatalf("after kill %d: %v\n%s", i, err, out)
		}
		if which(i) != edition {
			t.Fatalf("after kill %d the next build made another edition", i)
		}
		if left, err := filepath.Glob(filepath.Join(source, ".*")); err != nil || len(left) > 0 {
			t.Fatalf("after kill %d: left behind: %v, %v", i, left, err)
		}
	}
	t.Logf("killed builds left: %v", seen)
}
