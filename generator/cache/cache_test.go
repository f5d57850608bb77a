package cache

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"kollega/generator/site"
)

// fill gives every field of a value something that can be told from nothing.
func fill(r *rand.Rand, v reflect.Value, args []any) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(r.Int64() - r.Int64())
	case reflect.Float64:
		v.SetFloat(r.NormFloat64())
	case reflect.String:
		v.SetString(strings.Repeat("åx\x00", r.IntN(60)))
	case reflect.Slice:
		if n := r.IntN(4); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n-1, n-1))
			for i := range n - 1 {
				if v.Index(i).Kind() == reflect.Uint8 {
					v.Index(i).SetUint(r.Uint64() & 0xff)
				} else {
					fill(r, v.Index(i), args)
				}
			}
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range r.IntN(3) {
			k, e := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(r, k, args)
			fill(r, e, args)
			v.SetMapIndex(k, e)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i), args)
		}
	case reflect.Pointer:
		if r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), args)
		}
	case reflect.Interface:
		e := reflect.New(reflect.TypeOf(args[r.IntN(len(args))])).Elem()
		fill(r, e, args)
		v.Set(e)
	default:
		panic(v.Kind())
	}
}

// Whatever a page may hold comes back as it was, the next time too.
func TestWhatIsStoredComesBack(t *testing.T) {
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(1, 2))
	docs, fronts := map[Sum]*site.Doc{}, map[Sum]*site.Front{}
	c := Open(dir, "a", site.ArgTypes()...)
	for i := range 300 {
		doc, front := new(site.Doc), new(site.Front)
		fill(r, reflect.ValueOf(doc).Elem(), site.ArgTypes())
		fill(r, reflect.ValueOf(front).Elem(), site.ArgTypes())
		docs[Of(fmt.Append(nil, "doc", i))], fronts[Of(fmt.Append(nil, "front", i))] = doc, front
	}
	for key, doc := range docs {
		Store(c, key, doc)
	}
	for key, front := range fronts {
		Store(c, key, front)
	}
	if err := c.Save(); err != nil {
		t.Fatal(err)
	}
	c = Open(dir, "a", site.ArgTypes()...)
	for key, doc := range docs {
		if got, ok := Load[site.Doc](c, key); !ok || !reflect.DeepEqual(got, doc) {
			t.Fatalf("%v:\n%+v\nwas\n%+v", ok, got, doc)
		}
	}
	for key, front := range fronts {
		if got, ok := Load[site.Front](c, key); !ok || !reflect.DeepEqual(got, front) {
			t.Fatalf("%v:\n%+v\nwas\n%+v", ok, got, front)
		}
	}
}

func text(i int) (Sum, *string) {
	s := strings.Repeat(fmt.Sprint("tekst ", i, ". "), 3)
	return Of(fmt.Append(nil, i)), &s
}

// save stores some texts in one run of a program.
func save(t *testing.T, dir, program string, used []int, fresh ...int) {
	t.Helper()
	c := Open(dir, program)
	for _, i := range used {
		key, _ := text(i)
		c.Touch(key)
	}
	for _, i := range fresh {
		Store(c, Sum(first(text(i))), second(text(i)))
	}
	if err := c.Save(); err != nil {
		t.Fatal(err)
	}
}

func first[A, B any](a A, _ B) A  { return a }
func second[A, B any](_ A, b B) B { return b }

// has counts the texts that are there, and sees that each is right.
func has(t *testing.T, dir, program string, n int) int {
	t.Helper()
	c, found := Open(dir, program), 0
	for i := range n {
		key, want := text(i)
		if got, ok := Load[string](c, key); ok {
			if *got != *want {
				t.Fatalf("text %d is %q", i, *got)
			}
			found++
		}
	}
	c.disk.close()
	return found
}

func packs(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestAnotherProgramsCacheIsNotUsed(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "a 1", nil, 1, 2)
	if n := has(t, dir, "a 2", 3); n != 0 {
		t.Errorf("%d texts of another program", n)
	}
	if left := packs(t, dir); len(left) != 0 {
		t.Errorf("%v is of no use to anybody", left)
	}
}

// A value that a pack does not give back as it was is not there.
func TestADamagedCacheIsAnEmptierOne(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "a", nil, 0, 1, 2)
	name := packs(t, dir)[0]
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	put := func(data []byte) {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i := range whole {
		bad := append([]byte{}, whole...)
		bad[i] ^= 0x10
		put(bad)
		if n := has(t, dir, "a", 3); n == 3 {
			t.Errorf("byte %d does not matter", i)
		}
		put(whole[:i])
		if n := has(t, dir, "a", 3); n != 0 {
			t.Errorf("%d texts in %d bytes of %d", n, i, len(whole))
		}
	}
	put(whole)
	if n := has(t, dir, "a", 3); n != 3 {
		t.Errorf("%d texts in a whole pack", n)
	}
}

func FuzzDecode(f *testing.F) {
	c := codecs{args: site.ArgTypes()}
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		doc := new(site.Doc)
		fill(r, reflect.ValueOf(doc).Elem(), c.args)
		b, err := c.encode(reflect.ValueOf(doc).Elem())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := new(site.Doc)
		if c.decode(s, reflect.ValueOf(doc).Elem()) != nil {
			return
		}
		b, err := c.encode(reflect.ValueOf(doc).Elem())
		if err != nil {
			t.Fatal(err)
		}
		again := new(site.Doc)
		if err := c.decode(string(b), reflect.ValueOf(again).Elem()); err != nil || !reflect.DeepEqual(doc, again) {
			t.Errorf("%v\n%+v\n%+v", err, doc, again)
		}
	})
}

func TestACacheStaysSmall(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "a", nil, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	for i := 10; i < 60; i++ { // an edit at a time; the first eight stay in use, and each edit for a while
		used := []int{0, 1, 2, 3, 4, 5, 6, 7}
		for j := max(10, i-2); j < i; j++ {
			used = append(used, j)
		}
		save(t, dir, "a", used, i)
	}
	if n := len(packs(t, dir)); n > manyPacks+1 {
		t.Errorf("%d packs", n)
	}
	if n := has(t, dir, "a", 8); n != 8 {
		t.Errorf("%d of 8 texts in use are left", n)
	}
	if n := has(t, dir, "a", 60); n > 8+manyPacks+2 {
		t.Errorf("%d texts are kept", n)
	}
}

func TestTwoProcessesMayHaveACacheAtOnce(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() { save(t, dir, "a", nil, 2*i, 2*i+1) })
	}
	wg.Wait()
	if n := has(t, dir, "a", 16); n < 2 {
		t.Errorf("%d texts", n)
	}
}

func TestAFolderThatCantBeWrittenIsNoCache(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c := Open(filepath.Join(file, "dir"), "a")
	key, want := text(1)
	Store(c, key, want)
	if got, ok := Load[string](c, key); !ok || *got != *want {
		t.Errorf("%v, %v in the same process", got, ok)
	}
	if c.Save() == nil {
		t.Error("nobody is told")
	}
}

func TestWhatNobodyAsksForIsForgotten(t *testing.T) {
	c := New()
	for i := range 3 {
		Store(c, first(text(i)), second(text(i)))
	}
	c.Sweep()
	c.Touch(first(text(0)))
	_, _ = Load[string](c, first(text(1)))
	c.Sweep()
	for i, want := range []bool{true, true, false} {
		if c.Touch(first(text(i))) != want {
			t.Errorf("text %d is there: %v", i, !want)
		}
	}
}
