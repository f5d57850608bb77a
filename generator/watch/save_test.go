package watch

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// saves are what editors do, call by call, to replace the text of a file.
var saves = map[string]func(t *testing.T, file, text string, pause func()){
	"truncate and write (VS Code, Notepad)": func(t *testing.T, file, text string, pause func()) {
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
		must(t, err)
		pause()
		_, err = f.WriteString(text)
		must(t, err, f.Close())
	},
	"in pieces": func(t *testing.T, file, text string, pause func()) {
		f, err := os.Create(file)
		must(t, err)
		for piece := range strings.SplitAfterSeq(text, " ") {
			_, err := f.WriteString(piece)
			must(t, err)
		}
		must(t, f.Sync(), f.Close())
	},
	"rename away (vim, backupcopy=no)": func(t *testing.T, file, text string, pause func()) {
		dir := filepath.Dir(file)
		must(t, os.WriteFile(filepath.Join(dir, "4913"), nil, 0o644), os.Remove(filepath.Join(dir, "4913")),
			os.Rename(file, file+"~"))
		pause()
		f, err := os.Create(file)
		must(t, err)
		pause()
		_, err = f.WriteString(text)
		must(t, err, f.Sync(), f.Close(), os.Chmod(file, 0o644), os.Remove(file+"~"))
	},
	"copy and overwrite (vim, backupcopy=yes)": func(t *testing.T, file, text string, pause func()) {
		old, err := os.ReadFile(file)
		must(t, err, os.WriteFile(file+"~", old, 0o644))
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
		must(t, err)
		pause()
		_, err = f.WriteString(text)
		must(t, err, f.Sync(), f.Close(), os.Remove(file+"~"))
	},
	"lock and autosave (emacs)": func(t *testing.T, file, text string, pause func()) {
		dir, base := filepath.Split(file)
		lock, auto := dir+".#"+base, dir+"#"+base+"#"
		must(t, os.Symlink("kari@maskin.4711:1", lock), os.WriteFile(auto, []byte(text), 0o644), os.Rename(file, file+"~"))
		pause()
		must(t, os.WriteFile(file, []byte(text), 0o644), os.Remove(lock), os.Remove(auto), os.Remove(file+"~"))
	},
	"safe write (JetBrains)": func(t *testing.T, file, text string, pause func()) {
		must(t, os.WriteFile(file+"___jb_tmp___", []byte(text), 0o644), os.Rename(file, file+"___jb_old___"))
		pause()
		must(t, os.Rename(file+"___jb_tmp___", file), os.Remove(file+"___jb_old___"))
	},
	"temporary file and rename (sed -i, Syncthing, OneDrive)": func(t *testing.T, file, text string, pause func()) {
		temp := filepath.Join(filepath.Dir(file), ".syncthing.x.tmp")
		must(t, os.WriteFile(temp, []byte(text), 0o644), os.Rename(temp, file))
	},
	"remove and make anew": func(t *testing.T, file, text string, pause func()) {
		must(t, os.Remove(file))
		pause()
		must(t, os.WriteFile(file, []byte(text), 0o644))
	},
	"empty, then filled": func(t *testing.T, file, text string, pause func()) {
		must(t, os.WriteFile(file, nil, 0o644))
		pause()
		must(t, os.WriteFile(file, []byte(text), 0o644))
	},
	"lock file (Word)": func(t *testing.T, file, text string, pause func()) {
		dir, base := filepath.Split(file)
		must(t, os.WriteFile(dir+"~$"+base, []byte("Kari"), 0o644), os.WriteFile(dir+"~WRD0001.tmp", []byte(text), 0o644),
			os.Rename(file, dir+"~WRL0002.tmp"))
		pause()
		must(t, os.Rename(dir+"~WRD0001.tmp", file), os.Remove(dir+"~WRL0002.tmp"), os.Remove(dir+"~$"+base))
	},
}

// isPage is what a handbook counts: pages, and no editor's own files.
func isPage(name string, dir bool) bool {
	base := name[strings.LastIndexByte(name, '/')+1:]
	return dir || strings.HasSuffix(base, ".md") && !strings.HasPrefix(base, ".") && !strings.HasPrefix(base, "~")
}

// A save that takes longer than the watcher waits for is none that says anything: it is
// done again.
func TestASaveIsToldOnceWithItsLastText(t *testing.T) {
	for name, save := range saves {
		for gap, pause := range map[string]func(){"": func() {}, ", slowly": func() { time.Sleep(5 * time.Millisecond) }} {
			t.Run(name+gap, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				write(t, dir, "nb", "a.md", "gammel tekst")
				f := follow(t, dir, Options{Sees: isPage}, never)
				file := filepath.Join(dir, "nb", "a.md")
				for i := 0; ; i++ {
					text := "ny tekst i flere ord " + strings.Repeat("x ", i+100)
					begin := time.Now()
					save(t, file, text, pause)
					took, calls := time.Since(begin), f.calls
					f.wants("nb/a.md")
					if data, _ := os.ReadFile(file); string(data) != text {
						t.Fatalf("reads %q", data)
					}
					write(t, dir, "nb", "etter.md", text)
					for f.next()[0] != "nb/etter.md" {
						t.Log("told again")
					}
					if took < restDoubt/2 {
						if f.calls-calls != 2 {
							t.Errorf("told in %d calls", f.calls-calls-1)
						}
						return
					}
				}
			})
		}
	}
}

// Half a save is not told while it may be half: whoever reads when told finds all.
func TestATruncatedFileWaitsForItsText(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, "a.md", "en")
	f := follow(t, dir, Options{}, never)
	file := filepath.Join(dir, "a.md")
	for range 100 {
		begin := time.Now()
		must(t, os.Truncate(file, 0))
		written := make(chan time.Duration)
		go func() {
			time.Sleep(restDoubt / 4) // an editor that is slow
			_ = os.WriteFile(file, []byte(begin.String()), 0o644)
			written <- time.Since(begin)
		}()
		f.next()
		early := f.have["a.md"] == `file "" false`
		if took := <-written; early && took < restDoubt {
			t.Fatalf("told empty; the text came after %v", took)
		}
		f.converge()
	}
}

func TestAnEmptyFileIsToldInTheEnd(t *testing.T) {
	modes(t, func(t *testing.T, f *follower) {
		must(t, os.Truncate(filepath.Join(f.dir, "a.md"), 0))
		f.wants("a.md")
		write(t, f.dir, "tom.md", "")
		f.wants("tom.md")
	})
}

func TestTheEditorsOnThisMachine(t *testing.T) {
	for _, command := range []string{
		"sed -i s/en/to/ FILE",
		"vim -es -u NONE -c 'set backupcopy=no backup' -c '%s/en/to/' -c wq FILE",
		"vim -es -u NONE -c 'set backupcopy=yes writebackup' -c '%s/en/to/' -c wq FILE",
		"sed s/en/to/ FILE > FILE.x && mv FILE.x FILE",
		"cp FILE FILE.x && sed s/en/to/ FILE.x > FILE",
	} {
		program, _, _ := strings.Cut(command, " ")
		t.Run(program, func(t *testing.T) {
			if _, err := exec.LookPath(program); err != nil {
				t.Skip(err)
			}
			dir := t.TempDir()
			write(t, dir, "a.md", "en\n")
			f := follow(t, dir, Options{Sees: isPage}, never)
			shell := exec.Command("sh", "-c", strings.ReplaceAll(command, "FILE", filepath.Join(dir, "a.md")))
			if out, err := shell.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			for f.have["a.md"] != `file "to\n" false` {
				f.wants("a.md")
			}
		})
	}
}
