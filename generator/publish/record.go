package publish

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"time"
)

// known is what the last build wrote under which key.
type known struct {
	key string
	stat
}

// A record is this line, the output folder, the number of files, each with its name,
// key and stat, and a checksum of all that. Numbers are varints, texts have their
// length before them. A file whose key is not known has no place in it.
const recordFormat = "kollega record 1\n"

// settled is a key, or "" when a later edit could leave the stat as it is: a file
// system's clock stands still between two ticks, so what was written just before
// others could reach it at a certain time is looked at again by the next build. Where
// times have no fractions a tick is up to 2 seconds (FAT).
func (b *build) settled(key string, s stat, reachable time.Time) string {
	tick := 12 * time.Millisecond
	if s.mtime%int64(time.Second) == 0 {
		tick = 2 * time.Second
	}
	if s.mtime+int64(tick) >= reachable.UnixNano() {
		return ""
	}
	return key
}

// readRecord reads the last build's record and gives it back as it is on the disk.
// One that is missing, torn or another folder's says nothing.
func (b *build) readRecord() []byte {
	b.known = nil
	if b.options.Key == nil || b.options.Record == "" {
		return nil
	}
	_ = os.Remove(b.options.Record + ".new") // of a killed run
	data, err := os.ReadFile(b.options.Record)
	if err != nil {
		return nil
	}
	b.known = parseRecord(data, b.dir)
	return data
}

// writeRecord writes what is in the folder now, if that is not what the record says.
// A record that can't be written makes no build fail: the old one says nothing false.
func (b *build) writeRecord(was []byte) {
	if b.options.Key == nil || b.options.Record == "" {
		return
	}
	_ = parallel(len(b.files), func(i int) error {
		f := &b.files[i]
		if !f.staged || f.key == "" {
			return nil
		}
		// Taking its place, or losing a link, changed its ctime and nothing else.
		now, err := b.disk.lstat(in(b.dir, f.name))
		same := err == nil && now.mode == f.mode && now.size == f.size && now.mtime == f.mtime && now.inode == f.inode
		if !same {
			f.key = ""
			return nil
		}
		f.stat = now.stat
		if f.fresh {
			f.key = b.settled(f.key, f.stat, b.swapped)
		}
		return nil
	})
	data := formatRecord(b.dir, b.files)
	if string(data) == string(was) {
		return
	}
	fresh := b.options.Record + ".new"
	err := b.disk.mkdirAll(filepath.Dir(b.options.Record))
	if err == nil {
		_, err = b.disk.writeFile(fresh, data)
	}
	if err == nil {
		err = b.disk.rename(fresh, b.options.Record)
	}
	if err != nil {
		_ = b.disk.remove(fresh)
	}
}

func formatRecord(dir string, files []file) []byte {
	n, size := 0, len(recordFormat)+len(dir)+32
	for i := range files {
		if f := &files[i]; f.key != "" {
			n++
			size += len(f.name) + len(f.key) + 48
		}
	}
	out := make([]byte, 0, size)
	text := func(s string) {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	out = append(out, recordFormat...)
	text(dir)
	out = binary.AppendUvarint(out, uint64(n))
	for i := range files {
		f := &files[i]
		if f.key == "" {
			continue
		}
		text(f.name)
		text(f.key)
		out = binary.AppendVarint(out, f.size)
		out = binary.AppendVarint(out, f.mtime)
		out = binary.AppendVarint(out, f.ctime)
		out = binary.AppendUvarint(out, f.inode)
	}
	return binary.LittleEndian.AppendUint32(out, crc32.Checksum(out, castagnoli()))
}

func parseRecord(data []byte, dir string) map[string]known {
	end := len(data) - 4
	if end < len(recordFormat) || string(data[:len(recordFormat)]) != recordFormat ||
		crc32.Checksum(data[:end], castagnoli()) != binary.LittleEndian.Uint32(data[end:]) {
		return nil
	}
	r := reader{rest: string(data[len(recordFormat):end])} // one text for all names and keys
	if r.text() != dir {
		return nil
	}
	n := r.number()
	if n > uint64(len(r.rest)/6) { // the fewest bytes a file takes
		return nil
	}
	all := make(map[string]known, n)
	for range n {
		name := r.text()
		all[name] = known{r.text(), stat{r.signed(), r.signed(), r.signed(), r.number()}}
	}
	if r.short || r.rest != "" {
		return nil
	}
	return all
}

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) } // made once, by crc32

// reader takes a record apart.
type reader struct {
	rest  string
	short bool
}

func (r *reader) number() uint64 {
	var x uint64
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen64; i++ {
		c := r.rest[i]
		x |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.rest = r.rest[i+1:]
			return x
		}
	}
	r.short, r.rest = true, ""
	return 0
}

func (r *reader) signed() int64 {
	x := r.number()
	return int64(x>>1) ^ -int64(x&1)
}

func (r *reader) text() string {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.short, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}
