// Package cache keeps what was made, under the hash of everything it was made from.
//
// There is one kind of cache and no state in it: a value is found by its key or it
// is made anew, so a cache that is deleted, damaged or of another program changes
// nothing but the time. [New] keeps values in memory, for the time one process works
// on a handbook; [Open] also keeps those that can be written down in a folder, for the
// next process.
//
// A key is a [Sum]: the hash of all that decides what is made, by [Hash]. Whoever makes
// something must name all of it; the tests hold that a rebuild gives what a clean build
// gives, byte for byte.
//
// # On the disk
//
// A folder holds packs. A pack has a header that names the program it belongs to, the
// values, and an index of keys at its end; pack.go says how. Packs are written beside
// and renamed, never changed. What one run has made goes into one new pack, and when
// there are many, or much in them is of no use any more, the values of that run are
// gathered into one. Every value is held against a checksum when it is read, and what
// does not fit is not there.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"sync"
)

// Sum is the hash of everything a value was made from: 16 bytes of SHA-256.
type Sum [16]byte

// Hash gathers what decides a value.
type Hash struct{ all []byte }

// NewHash begins a key; what says which kind of thing is made.
func NewHash(what string) *Hash {
	h := &Hash{make([]byte, 0, 192)}
	h.Text(what)
	return h
}

// Text adds a text to a key. Its length counts, so that "a", "bc" is not "ab", "c".
func (h *Hash) Text(s string) {
	h.all = append(binary.LittleEndian.AppendUint64(h.all, uint64(len(s))), s...)
}

// Bytes adds bytes to a key.
func (h *Hash) Bytes(b []byte) {
	h.all = append(binary.LittleEndian.AppendUint64(h.all, uint64(len(b))), b...)
}

// Sum adds another hash to a key.
func (h *Hash) Sum(s Sum) { h.all = append(h.all, s[:]...) }

// Key is what has been gathered.
func (h *Hash) Key() Sum { return Of(h.all) }

// Of is the hash of some bytes.
func Of(b []byte) Sum {
	all := sha256.Sum256(b)
	return Sum(all[:16])
}

// Cache is safe for concurrent use.
type Cache struct {
	codecs  codecs
	disk    *disk // nil in memory alone
	program string

	mu     sync.Mutex
	values map[Sum]*value
	round  int
}

// value is something that was made.
type value struct {
	made  any
	round int // in which it was last asked for
}

// New returns an empty cache in memory.
func New() *Cache { return &Cache{values: map[Sum]*value{}} }

// Open returns the cache that lies in a folder. program names the program and its
// version: what another one has written is not used. args are values of the types that
// may stand where a type has an interface; what holds any other is kept in memory
// alone. A folder that can't be read or written is an empty cache.
func Open(dir, program string, args ...any) *Cache {
	c := New()
	c.codecs.args, c.program = args, program
	c.disk = openDisk(dir, program)
	return c
}

// Program is the program the cache was opened for, "" in memory alone.
func (c *Cache) Program() string { return c.program }

// Load returns a value that was stored.
func Load[T any](c *Cache, key Sum) (*T, bool) {
	c.mu.Lock()
	if v := c.values[key]; v != nil {
		v.round = c.round
		c.mu.Unlock()
		made, ok := v.made.(*T)
		return made, ok
	}
	c.mu.Unlock()
	if c.disk == nil {
		return nil, false
	}
	text, ok := c.disk.read(key)
	if !ok {
		return nil, false
	}
	made := new(T)
	if err := c.codecs.decode(text, reflect.ValueOf(made).Elem()); err != nil {
		return nil, false
	}
	return made, true
}

// Store keeps a value, which nobody may change any more: on the disk where there is
// one and the value can be written down, else in memory.
func Store[T any](c *Cache, key Sum, made *T) {
	if c.disk != nil {
		if text, err := c.codecs.encode(reflect.ValueOf(made).Elem()); err == nil && c.disk.write(key, text) {
			return
		}
	}
	Keep(c, key, made)
}

// OnDisk reports whether values lie on a disk, so that whoever has stored one need not
// hold it.
func (c *Cache) OnDisk() bool { return c.disk != nil && c.disk.whole() }

// Keep keeps a value in memory alone.
func Keep[T any](c *Cache, key Sum, made *T) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[key] = &value{made, c.round}
}

// Touch says that a value is still of use, without reading it, and reports whether it
// is there.
func (c *Cache) Touch(key Sum) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if v := c.values[key]; v != nil {
		v.round = c.round
		return true
	}
	return c.disk != nil && c.disk.touch(key)
}

// Digest is the hash of a value itself, for the key of something that is made from it;
// ok is false when it can't be written down.
func Digest[T any](c *Cache, made *T) (sum Sum, ok bool) {
	text, err := c.codecs.encode(reflect.ValueOf(made).Elem())
	return Of(text), err == nil
}

// Sweep forgets the values in memory that nobody has asked for since the last Sweep
// but one, so that a process that works for days keeps no more than two handbooks.
func (c *Cache) Sweep() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, v := range c.values {
		if v.round < c.round {
			delete(c.values, key)
		}
	}
	c.round++
}

// Save puts what was stored into the folder. The error says why the next process has
// to make it again.
func (c *Cache) Save() error {
	if c.disk == nil {
		return nil
	}
	return c.disk.save()
}
