// Package publish puts a finished site on the disk, whole or not at all.
//
// # How
//
// Whatever is new is written into a folder beside the one that holds the site. When
// all of it is there, it takes its place in one step, and then what was there before
// is deleted. The step is the smallest that holds every change:
//
//   - one file, renamed over the old one;
//   - one folder of the site, where the system can exchange two folders (Linux);
//   - all of it: exchanged on Linux, two renames elsewhere.
//
// A folder that takes another's place has hard links to the files that did not change
// (copies, where the file system has no links), so those keep their inode and time:
// to rsync, a web server's ETags or OneDrive nothing happened to them. Nothing is
// ever written through a link. When nothing changed at all, nothing is touched.
//
// Whenever the process is killed, the folder holds the old site or the new one, never
// parts of both: between two renames it may be missing, and the next run puts the old
// one back. What a killed run leaves behind is swept away by the next.
//
// [Replace] writes single files of the source in the same spirit: worksheets.lock, and
// pages that get the ids they lack.
//
// # What changed
//
// A file is unchanged when its bytes are, and its permissions are those a new file
// gets. To know so without making the page there is a key for every file,
// Options.Key, and a record of what was written under which key, Options.Record: a
// file of size, time, inode and time of change as recorded is taken to be as it was
// written. The record is a hint. Whatever does not fit is made and compared, so
// without a record, or with a torn or a foreign one, a build only takes longer.
//
// # Power cuts
//
// What is new is synced to the disk before it takes its place, so a power cut too
// leaves the old site or the new one, as far as the file system keeps the order of
// renames (ext4, xfs, btrfs, APFS, NTFS do). On Linux that is one call for the whole
// file system; measured on a virtual disk with ext4 it takes 0.5 ms for one page, 25 ms
// for 1,000 new ones (15 MB), 0.15 s for 10,000, and several times that while others
// write much to the same disk. In memory (tmpfs) it takes 10 µs. Elsewhere every new
// file is synced on its own.
//
// # In place
//
// Some folders can't be exchanged: a mount point, one whose parent may not be written
// to, one that is held open on Windows. There the new files are written into a folder
// within it, named .kollega-new, and then renamed into place one by one: first what
// is no page, then pages, then what is gone is removed, then the marker. The promise
// is weaker. Each file is the old or the new one, but a reader in between, or after a
// kill, sees some of both; the next run finds out what is there and makes it whole.
// Report.InPlace and Report.Why say that it was so.
//
// # Where
//
// A folder that kollega made carries a file named [Marker]. Any other folder that
// is not empty is refused unless Options.Force says it may be replaced. The source,
// what lies in it but for folders of its own, what it lies in, the home folder and
// the root of a disk are always refused. Symbolic links in the folder are not
// followed; they go, as everything that is not of the site.
package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"kollega/generator/site"
)

// Marker is the file that says a folder is kollega's own.
const Marker = ".kollega"

const markerText = "Kollega made this folder and replaces all of it at the next build.\nformat = 1\n"

// Options say how a site is written.
type Options struct {
	Source   string                // the folder the site was made from; "" for none
	Force    bool                  // replace a folder that is not ours
	Progress func(done, total int) // told of every file, from several goroutines; may be nil

	// Key is equal for a file in two builds only if its bytes are; "" is a file that
	// nothing is known about. It is called from several goroutines and may be nil.
	Key func(name string) string
	// Record is the path of a file that keeps what was written under which key until
	// the next build. It lies outside the output folder and belongs to that folder
	// alone; two builds that share one only take longer. "" for none.
	Record string
}

// Report says what was written.
type Report struct {
	Files   int   // of the site, the marker not counted
	Bytes   int64 // of all of them
	Written int   // files that are new or changed
	Kept    int   // files that are as they were
	Removed int   // files that are gone: not of the site any more, or never were

	// InPlace: files were replaced one by one, for a reason that Why tells people. It
	// is a warning, or the zero Problem.
	InPlace bool
	Why     site.Problem
}

// Write makes every named file of a site and puts them into a folder. An error is a
// site.Problem with a path and a cause; the folder is then as it was, unless the code
// is publish-halfway (see "In place").
func Write(h fs.FS, names []string, dir string, o Options) (Report, error) {
	return write(osDisk, h, names, dir, o)
}

func write(d disk, h fs.FS, names []string, dir string, o Options) (Report, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Report{}, failed(dir, err)
	}
	if err := refuse(dir, o); err != nil {
		return Report{}, err
	}
	b := build{disk: d, site: h, dir: dir, options: o}
	if b.names, err = inOrder(names); err != nil {
		return Report{}, err
	}
	unlock, err := b.lock()
	if err != nil {
		return Report{}, err
	}
	defer unlock()
	if err := b.recover(); err != nil {
		return Report{}, err
	}
	report, err := b.attempt()
	if errors.Is(err, errHeld) {
		b.inPlace = "publish-inplace-held"
		report, err = b.attempt()
	}
	return report, err
}

// lock takes the folder for this build and finds out whether it can be exchanged.
func (b *build) lock() (unlock func(), err error) {
	if err := b.disk.mkdirAll(filepath.Dir(b.dir)); err != nil {
		return nil, failed(filepath.Dir(b.dir), err)
	}
	take := func(path string) {
		b.locked = path
		unlock, b.mode, err = lock(path)
	}
	if mounted(b.dir) {
		b.inPlace = "publish-inplace-mount"
		take(b.within("lock"))
	} else if take(b.beside("lock")); ReadOnly(err) {
		if info, there := os.Lstat(b.dir); there == nil && info.IsDir() {
			b.inPlace = "publish-inplace-parent"
			take(b.within("lock"))
		}
	}
	if errors.Is(err, errBusy) {
		return nil, site.Problem{Pos: site.Pos{File: b.dir}, Code: "publish-busy"}
	}
	if err != nil {
		return nil, failed(b.locked, err)
	}
	return unlock, nil
}

func failed(path string, err error) site.Problem {
	var cause *fs.PathError
	if errors.As(err, &cause) {
		path, err = cause.Path, cause.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		path, err = link.New, link.Err
	}
	return site.Problem{Pos: site.Pos{File: path}, Code: "publish-failed", Args: []any{err.Error()}}
}

// errHeld says that the folder may be written to and can't be renamed.
var errHeld = errors.New("the folder can't be renamed")

// unlessHeld is the error of renaming a folder: errHeld when the folder was why, and
// not the disk.
func unlessHeld(path string, err error) error {
	const sharingViolation, lockViolation = syscall.Errno(32), syscall.Errno(33) // Windows: somebody has it open
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.EXDEV), errors.Is(err, fs.ErrPermission),
		runtime.GOOS == "windows" && (errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)):
		return errHeld
	}
	return failed(path, err)
}
