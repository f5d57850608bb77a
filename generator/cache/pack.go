package cache

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
	"unsafe"
)

// A pack is a file of values:
//
//	header   "kollega-cache 1 " and the program, a line
//	values   one after the other
//	index    for each value: its key (16 bytes), offset (8), length (4), CRC-32C (4)
//	end      the index's offset (8), the number of values (4), the index's CRC-32C (4)
//
// Numbers are little-endian.
const (
	packMagic  = "kollega-cache 1 "
	packSuffix = ".pack"
	entrySize  = 32
	endSize    = 16
	manyPacks  = 12 // more than these are gathered into one
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// place is where a value lies.
type place struct {
	pack   *pack
	offset int64
	size   uint32
	sum    uint32
}

type pack struct {
	file *os.File
	path string
}

// disk is a folder of packs and the pack that is being written.
type disk struct {
	dir    string
	header string

	mu     sync.Mutex
	known  map[Sum]place
	used   map[Sum]bool // of the known ones
	packs  []*pack
	out    *pack // nil until there is something to write
	buf    *bufio.Writer
	at     int64 // how long out is, what lies in buf included
	fresh  []entry
	broken error // nothing more is written
}

type entry struct {
	key Sum
	place
}

// openDisk reads the indexes of a folder's packs. What is of no use is removed.
func openDisk(dir, program string) *disk {
	d := &disk{dir: dir, header: packMagic + strings.ReplaceAll(program, "\n", " ") + "\n", known: map[Sum]place{}, used: map[Sum]bool{}}
	d.sweep()
	names, _ := filepath.Glob(filepath.Join(dir, "*"+packSuffix))
	for _, name := range names {
		if err := d.open(name); err != nil {
			_ = os.Remove(name)
		}
	}
	return d
}

// sweep removes what killed runs were writing.
func (d *disk) sweep() {
	names, _ := filepath.Glob(filepath.Join(d.dir, "*"+packSuffix+".tmp"))
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(name)
		}
	}
}

var errPack = errors.New("not a pack of this program")

func (d *disk) open(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	p := &pack{f, name}
	entries, err := d.index(p)
	if err != nil {
		f.Close()
		return err
	}
	for _, e := range entries {
		d.known[e.key] = e.place
	}
	d.packs = append(d.packs, p)
	return nil
}

// index reads what a pack holds.
func (d *disk) index(p *pack) ([]entry, error) {
	info, err := p.file.Stat()
	if err != nil {
		return nil, err
	}
	header := make([]byte, len(d.header))
	if _, err := p.file.ReadAt(header, 0); err != nil || string(header) != d.header {
		return nil, errPack
	}
	var end [endSize]byte
	if _, err := p.file.ReadAt(end[:], info.Size()-endSize); err != nil {
		return nil, errPack
	}
	from, n := int64(binary.LittleEndian.Uint64(end[:])), int64(binary.LittleEndian.Uint32(end[8:]))
	if from < int64(len(header)) || from+n*entrySize+endSize != info.Size() {
		return nil, errPack
	}
	index := make([]byte, n*entrySize)
	if _, err := p.file.ReadAt(index, from); err != nil || crc32.Checksum(index, castagnoli) != binary.LittleEndian.Uint32(end[12:]) {
		return nil, errPack
	}
	entries := make([]entry, n)
	for i := range entries {
		b := index[i*entrySize:]
		entries[i] = entry{Sum(b[:16]), place{p, int64(binary.LittleEndian.Uint64(b[16:])), binary.LittleEndian.Uint32(b[24:]), binary.LittleEndian.Uint32(b[28:])}}
	}
	return entries, nil
}

// read returns a value as it was written.
func (d *disk) read(key Sum) (string, bool) {
	d.mu.Lock()
	at, ok := d.known[key]
	if ok && at.pack == d.out && at.offset+int64(at.size) > d.at-int64(d.buf.Buffered()) {
		ok = d.buf.Flush() == nil
	}
	d.mu.Unlock()
	if !ok {
		return "", false
	}
	text, ok := at.read()
	d.mu.Lock()
	defer d.mu.Unlock()
	if !ok {
		delete(d.known, key)
		return "", false
	}
	d.used[key] = true
	return text, true
}

// touch notes that a value is of use.
func (d *disk) touch(key Sum) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, ok := d.known[key]
	if ok {
		d.used[key] = true
	}
	return ok
}

// whole reports whether all that was written can be read.
func (d *disk) whole() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.broken == nil
}

func (p place) read() (string, bool) {
	b := make([]byte, p.size)
	if _, err := p.pack.file.ReadAt(b, p.offset); err != nil || crc32.Checksum(b, castagnoli) != p.sum {
		return "", false
	}
	return unsafe.String(unsafe.SliceData(b), len(b)), true // b is nobody else's
}

// write adds a value to the pack of this run, and reports whether it could.
func (d *disk) write(key Sum, text []byte) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken == nil && d.out == nil {
		d.broken = d.begin()
	}
	if d.broken != nil {
		return false
	}
	return d.append(key, text) == nil
}

func (d *disk) begin() error {
	if err := os.MkdirAll(d.dir, 0o700); err != nil {
		return err
	}
	out, err := os.CreateTemp(d.dir, "*"+packSuffix+".tmp")
	if err != nil {
		return err
	}
	d.out, d.buf = &pack{out, out.Name()}, bufio.NewWriterSize(out, 1<<18)
	d.at = int64(len(d.header))
	_, err = d.buf.WriteString(d.header)
	return err
}

func (d *disk) append(key Sum, text []byte) error {
	if _, err := d.buf.Write(text); err != nil {
		d.broken = err
		return err
	}
	at := place{d.out, d.at, uint32(len(text)), crc32.Checksum(text, castagnoli)}
	d.fresh = append(d.fresh, entry{key, at})
	d.known[key], d.used[key] = at, true
	d.at += int64(len(text))
	return nil
}

// save ends the pack of this run. What was used of the others joins it when there are
// many, or when most of what they hold was not.
func (d *disk) save() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	defer d.close()
	gather := len(d.packs) >= manyPacks || 2*len(d.used) < len(d.known)
	if len(d.packs) == 0 {
		gather = false // all there is has just been made
	}
	if d.broken == nil && (d.out != nil || gather && len(d.known) > 0) {
		d.broken = d.end(gather)
	}
	if d.broken != nil && d.out != nil {
		_ = os.Remove(d.out.path)
	}
	return d.broken
}

func (d *disk) end(gather bool) error {
	if d.out == nil {
		if err := d.begin(); err != nil {
			return err
		}
	}
	if gather {
		for key := range d.used {
			if d.known[key].pack == d.out {
				continue
			}
			if text, ok := d.known[key].read(); ok {
				if err := d.append(key, []byte(text)); err != nil {
					return err
				}
			}
		}
	}
	if err := d.writeIndex(); err != nil {
		return err
	}
	if err := errors.Join(d.buf.Flush(), d.out.file.Close()); err != nil {
		return err
	}
	if err := os.Rename(d.out.path, strings.TrimSuffix(d.out.path, ".tmp")); err != nil {
		return err
	}
	if gather {
		for _, p := range d.packs {
			p.file.Close()
			_ = os.Remove(p.path) // another process may have it open; then the next run removes it
		}
	}
	return nil
}

func (d *disk) writeIndex() error {
	index := make([]byte, 0, len(d.fresh)*entrySize+endSize)
	for _, e := range d.fresh {
		index = append(index, e.key[:]...)
		index = binary.LittleEndian.AppendUint64(index, uint64(e.offset))
		index = binary.LittleEndian.AppendUint32(index, e.size)
		index = binary.LittleEndian.AppendUint32(index, e.sum)
	}
	sum := crc32.Checksum(index, castagnoli)
	index = binary.LittleEndian.AppendUint64(index, uint64(d.at))
	index = binary.LittleEndian.AppendUint32(index, uint32(len(d.fresh)))
	index = binary.LittleEndian.AppendUint32(index, sum)
	_, err := d.buf.Write(index)
	return err
}

// close lets go of the files. Nothing is read or written after it.
func (d *disk) close() {
	for _, p := range d.packs {
		p.file.Close()
	}
	if d.out != nil {
		d.out.file.Close()
	}
	d.known, d.packs = map[Sum]place{}, nil
	if d.broken == nil {
		d.broken = io.ErrClosedPipe
	}
}
