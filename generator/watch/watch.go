// Package watch tells what changed in a handbook's folder while somebody writes.
//
//	w, err := watch.New("handbook", watch.Options{Notice: show})
//	for {
//		names, err := w.Next(ctx) // ["content/nb/a.md"]
//		…
//	}
//
// # Truth
//
// The system's events are hints of where to look. What counts is what is there: the
// watcher knows size, times, inode and a hash of the bytes of every file, looks again at
// what an event names, and tells what differs. So a file that is written with the bytes
// it had is no change, nor is one that goes and comes back. Call New before reading the
// folder, and read only between two calls of Next: all that changes after New has looked,
// also while nobody waits in Next, is told.
//
// Whoever reads a file that has just been told may find it changed again already. So what
// was written before Next is called is told even if it is again as it was, and a folder is
// named even if the same names are in it as before, when some may have come and gone.
//
// Where events can be lost, more is looked at: a new folder is watched first and read
// then; when the system's queue overflows, everything is read; and every ten seconds (or
// more seldom in a large folder: 1/200 of the time is spent on it) everything is read in
// any case. If that finds changes that no event told of within a second, events don't
// work here.
//
// # Rest
//
// Next waits until the folder has come to rest. For an ordinary save that is 2 ms after
// the last event. When a file is written in several pieces or more than ten files change,
// it is 25 ms; when a file is empty or gone, which is how half of an editor's save looks,
// 60 ms; when a file may not be read any more, half a second. What still goes on
// half a second after its first change is told as far as it has got, save what is empty,
// gone or unreadable just then, which has another half second; the rest follows in
// the next call.
//
// While the folder itself is missing or can't be read, nothing is told. When it is back,
// what differs from before is.
//
// # Polling
//
// Where no events come, the files are looked at every so often: on network drives and
// shared folders (as the system calls them), when the system's limit of watched folders is
// reached, when events fail or turn out to be missing, and with Options.Poll. Unless
// Options.Every says how often, it is every 250 ms, or more seldom in a large folder, up
// to 5 s, so that it takes 1/20 of the time. A change of size, time or inode is seen at
// once. A file that changed less than three seconds ago is read again in each round, since
// some disks count time in seconds; the others take turns, some in each round.
//
// # Limits
//
// Symbolic links are not followed, except for the folder itself: a link is a file that
// says where it points. What is neither file, folder nor link is never opened. A file of more than
// 16 MiB is known by size, times and inode alone. macOS and BSD need an open file for
// every file watched, so a folder of more than 8,000 files is polled there. On Windows a
// folder with watched folders in it can't be renamed by others.
package watch

import (
	"context"
	"hash/maphash"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"kollega/generator/site"
)

// Options say how a folder is watched.
type Options struct {
	Poll  bool          // look at the files every so often instead of asking the system for events
	Every time.Duration // how often polling looks; 0 for what suits the size

	// Sees says which names below the folder count: "content/nb/a.md", with slashes.
	// Folders that don't count are not entered. The answer for a name must stay the same.
	// nil for all.
	Sees func(name string, dir bool) bool

	// Notice is told what a person should know, each code once: that the files are polled
	// and why, or that the folder is gone. All are warnings; File is the folder. It is
	// called within New and Next, and may be nil.
	Notice func(site.Problem)
}

// Watcher watches one folder. Its methods may be called from several goroutines; Next
// serves one of them at a time.
type Watcher struct {
	dir     string
	options Options
	tuning  tuning
	start   time.Time
	noticed map[site.Code]bool

	closed  chan struct{}
	closing sync.Once
	mu      sync.Mutex // held by Next, waited for by Close

	root    *folder
	self    fs.FileInfo // the folder itself as last seen; nil while it is missing
	missing time.Time   // since when, if it is
	pending map[string]*change
	notes   int       // how many changes were ever found
	entered time.Time // when Next was called
	passed  bool      // a pass has ended since
	events  *events   // nil while polling
	check   bool      // whether every folder is watched is to be checked
	pass    pass
	due     time.Time // of the next pass over everything
	unheard unheard

	hash maphash.Hash
	buf  []byte
}

// tuning is what tests turn.
type tuning struct {
	sweep    time.Duration            // the least time between two passes over everything where events work
	lag      time.Duration            // how late an event may come
	coarse   bool                     // go by size and whole seconds, as the poorest file systems do
	turnless bool                     // no file is read just because it is its turn
	lose     func(name string) bool   // an event that never arrives
	deaf     bool                     // overflow is not told
	silent   func(path string) string // what kind of disk it is; nil for what the system says
}

// New looks at a folder and begins to watch it. The error is a site.Problem: the folder
// does not exist or can't be read. That takes about 20 µs for each file, whose bytes it
// reads once.
func New(dir string, o Options) (*Watcher, error) {
	return open(dir, o, tuning{sweep: 10 * time.Second, lag: eventLag})
}

func open(dir string, o Options, tune tuning) (*Watcher, error) {
	given := dir
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, problem(given, "watch-folder", err.Error())
	}
	w := &Watcher{
		dir: dir, options: o, tuning: tune, start: time.Now(),
		noticed: map[site.Code]bool{}, closed: make(chan struct{}),
		root: newFolder(stamp{}), pending: map[string]*change{}, buf: make([]byte, 64<<10),
	}
	if w.self, err = os.Stat(dir); err != nil {
		return nil, problem(given, "watch-folder", cause(err).Error())
	}
	if !w.self.IsDir() {
		return nil, problem(given, "watch-file")
	}
	if f, err := openFolder(dir, true); err != nil {
		return nil, problem(given, "watch-folder", cause(err).Error())
	} else {
		f.Close()
	}
	w.hash.SetSeed(maphash.MakeSeed())
	w.all()
	w.due = time.Now().Add(max(pollLeast, o.Every))
	clear(w.pending)
	if !o.Poll {
		w.listen()
	}
	return w, nil
}

// Next waits until something has changed and come to rest. It returns the names of the
// files and folders that are new, changed or gone since the last call, sorted, with
// slashes, relative to the folder; at least one. A folder that is new or gone is named
// together with all that is or was in it; any folder that is named is to be listed again. The error is that of ctx, or fs.ErrClosed; what
// had changed by then is told by the next call.
func (w *Watcher) Next(ctx context.Context) ([]string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.enter()
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		select {
		case <-w.closed:
			return nil, fs.ErrClosed
		default:
		}
		until := time.Now().Add(missingEvery)
		if w.present() {
			w.update()
			var names []string
			if names, until = w.rested(); len(names) > 0 {
				return names, nil
			}
		}
		w.wait(ctx, until)
	}
}

// wait returns when there may be something to do.
func (w *Watcher) wait(ctx context.Context, until time.Time) {
	timer := time.NewTimer(time.Until(until))
	defer timer.Stop()
	var wake chan struct{}
	if w.events != nil && len(w.pending) <= few { // many changes are taken in turns, not one by one
		wake = w.events.wake
	}
	select {
	case <-ctx.Done():
	case <-w.closed:
	case <-wake:
	case <-timer.C:
	}
}

// Close ends the watching and a Next that waits. It may be called more than once.
func (w *Watcher) Close() error {
	w.closing.Do(func() { close(w.closed) })
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.events != nil {
		w.events.close()
		w.events = nil
	}
	return nil
}

// notice tells a person something, once.
func (w *Watcher) notice(code site.Code, args ...any) {
	if w.noticed[code] {
		return
	}
	w.noticed[code] = true
	if w.options.Notice != nil {
		w.options.Notice(problem(w.dir, code, args...))
	}
}

func problem(dir string, code site.Code, args ...any) site.Problem {
	return site.Problem{Pos: site.Pos{File: dir}, Code: code, Args: args, Warning: code != "watch-folder" && code != "watch-file"}
}
