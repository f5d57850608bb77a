package publish

import (
	"encoding/binary"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A record says what a folder was written from: for each file its key and what tells
// that nobody has touched it since. It is of use to the next build alone and may be lost
// at any time.
//
//	recordMagic, then for each file
//	name and key, each with its length, size, time (ns), inode
//	and at the end the CRC-32C of all before it (4 bytes)
//
// Lengths and numbers are varints.
const recordMagic = "kollega-record 1\n"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// stamp is what tells a file from a later one of its name.
type stamp struct {
	size, time int64
	inode      uint64
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime().UnixNano(), inode(info)}
}

// written is a file of a folder as it was written.
type written struct {
	key string
	stamp
}

// readRecord reads a record; one that is not whole is none.
func readRecord(path string) map[string]written {
	data, err := os.ReadFile(path)
	if path == "" || err != nil || len(data) < 4 || !strings.HasPrefix(string(data), recordMagic) {
		return nil
	}
	body, sum := data[:len(data)-4], data[len(data)-4:]
	if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(sum) {
		return nil
	}
	all := map[string]written{}
	rest := string(body[len(recordMagic):])
	number := func() (n uint64) {
		for shift := 0; shift < 64 && rest != ""; shift += 7 {
			b := rest[0]
			rest = rest[1:]
			n |= uint64(b&0x7f) << shift
			if b < 0x80 {
				break
			}
		}
		return n
	}
	text := func() string {
		n := min(number(), uint64(len(rest)))
		s := rest[:n]
		rest = rest[n:]
		return s
	}
	for rest != "" {
		name := text()
		all[name] = written{text(), stamp{int64(number()), int64(number()), number()}}
	}
	return all
}

// writeRecord writes a record whole or not at all.
func writeRecord(path string, names []string, all map[string]written) error {
	b := make([]byte, 0, 96*len(names)+64)
	b = append(b, recordMagic...)
	for _, name := range names {
		w := all[name]
		b = append(binary.AppendUvarint(b, uint64(len(name))), name...)
		b = append(binary.AppendUvarint(b, uint64(len(w.key))), w.key...)
		b = binary.AppendUvarint(b, uint64(w.size))
		b = binary.AppendUvarint(b, uint64(w.time))
		b = binary.AppendUvarint(b, w.inode)
	}
	b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, castagnoli))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(path+".tmp", b, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".tmp", path)
}
