package publish

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func recorded(n int) []file {
	files := make([]file, n)
	for i := range files {
		files[i] = file{name: fmt.Sprintf("nb/del-%d/side-%d.html", i/100, i), key: fmt.Sprintf("%064x", i), entry: entry{
			stat: stat{size: int64(i), mtime: 1.7e18 + int64(i), ctime: -int64(i), inode: 1<<63 + uint64(i)},
		}}
	}
	return files
}

func TestARecordIsReadAsItWasWritten(t *testing.T) {
	files := recorded(300)
	files[7].key = ""
	got := parseRecord(formatRecord("/public", files), "/public")
	if len(got) != 299 {
		t.Fatalf("%d files", len(got))
	}
	for _, f := range files {
		if k := got[f.name]; k.key != f.key || f.key != "" && k.stat != f.stat {
			t.Errorf("%+v became %+v", f, k)
		}
	}
	if got := parseRecord(formatRecord("/public", files), "/other"); got != nil {
		t.Errorf("another folder's: %d", len(got))
	}
}

// Whatever the record says: a site is written whole.
func TestABrokenRecordCostsTimeOnly(t *testing.T) {
	dir, record := places(t)
	a := folderOfPages(3, "a")
	put(t, fast, a, dir, record)
	rest(t, dir)
	put(t, fast, a, dir, record)
	good, err := os.ReadFile(record)
	if err != nil || len(parseRecord(good, dir)) != len(a) {
		t.Fatalf("%d files, %v", len(parseRecord(good, dir)), err)
	}
	try := func(what string, data []byte) {
		if err := os.WriteFile(record, data, 0o666); err != nil {
			t.Fatal(err)
		}
		if got := asked(t, a, dir, Options{Key: a.key, Record: record}); len(got) != len(a) {
			t.Errorf("%s was believed", what)
		}
	}
	for n := range good {
		try(fmt.Sprintf("the first %d bytes", n), good[:n])
	}
	for n := range good {
		bad := append([]byte{}, good...)
		bad[n] ^= 1 << (n % 8)
		try(fmt.Sprintf("a wrong bit in byte %d", n), bad)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 50 {
		bad := append([]byte{}, good[:len(recordFormat)]...)
		for range n * 10 {
			bad = append(bad, byte(r.Uint32()))
		}
		try("garbage", bad)
	}
	if err := os.Remove(record); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(record, 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, fast, a, dir, record)
	put(t, fast, a, dir, filepath.Join(dir, "index.html", "record"))
}

func FuzzRecord(f *testing.F) {
	f.Add(formatRecord("/public", recorded(3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		parseRecord(data, "/public")
		r := reader{rest: string(data)}
		for !r.short && r.rest != "" {
			r.text()
			r.signed()
		}
	})
}

// A run that is killed between the swap and the record leaves the record of the build
// before it.
func TestARecordOfTheBuildBeforeIsRight(t *testing.T) {
	dir, record := places(t)
	sites := []texts{folderOfPages(8, "a"), folderOfPages(8, "b"), folderOfPages(8, "a").with(texts{"index.html": "c"})}
	var records [][]byte
	for range 2 {
		for _, x := range sites {
			put(t, fast, x, dir, record)
			data, err := os.ReadFile(record)
			if err != nil {
				t.Fatal(err)
			}
			records = append(records, data)
		}
	}
	for _, old := range records {
		for _, x := range sites {
			if err := os.WriteFile(record, old, 0o666); err != nil {
				t.Fatal(err)
			}
			put(t, fast, x, dir, record)
		}
	}
}

// What others could edit within the tick in which it was written is not taken for
// known.
func TestAFreshFileIsNotTrustedYet(t *testing.T) {
	var b build
	now := time.Unix(1e9, 500)
	for _, c := range []struct {
		ago  time.Duration
		want string
	}{{0, ""}, {5 * time.Millisecond, ""}, {20 * time.Millisecond, "k"}, {-time.Hour, ""}, {500 * time.Nanosecond, ""}, {time.Second + 500, ""}, {3*time.Second + 500, "k"}} {
		if got := b.settled("k", stat{mtime: now.Add(-c.ago).UnixNano()}, now); got != c.want {
			t.Errorf("written %v ago: %q", c.ago, got)
		}
	}
}

func BenchmarkRecord(b *testing.B) {
	files := recorded(100_000)
	data := formatRecord("/public", files)
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if len(parseRecord(data, "/public")) != len(files) {
				b.Fatal("not read")
			}
		}
	})
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			formatRecord("/public", files)
		}
	})
}
