package cache

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
	"slices"
	"sync"
)

// A value is written field by field, in the order of its type, without names: the
// program that reads it is the one that wrote it. Numbers are varints, texts and lists
// begin with their length, a pointer with 0 or 1. What is read shares the bytes it was
// read from: a text is a part of them.

var (
	errType = errors.New("a type that can't be written down")
	errText = errors.New("not what was written")
)

// codec writes and reads the values of one type.
type codec struct {
	put func(b []byte, v reflect.Value) ([]byte, error)
	get func(r *reader, v reflect.Value)
}

// codecs are made once for each type.
type codecs struct {
	args []any // values of the types that interfaces may hold

	mu   sync.RWMutex
	made map[reflect.Type]*codec
}

func (c *codecs) encode(v reflect.Value) ([]byte, error) {
	return c.of(v.Type()).put(make([]byte, 0, 1024), v)
}

// decode reads a value; it never panics, whatever the text is.
func (c *codecs) decode(text string, v reflect.Value) error {
	r := &reader{text: text}
	c.of(v.Type()).get(r, v)
	if r.bad || r.text != "" {
		return errText
	}
	return nil
}

// of is the codec of a type. A type that contains itself finds its own codec while it
// is being made.
func (c *codecs) of(t reflect.Type) *codec {
	c.mu.RLock()
	made := c.made[t]
	c.mu.RUnlock()
	if made != nil {
		return made
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.made == nil {
		c.made = map[reflect.Type]*codec{}
	}
	return c.make(t)
}

func (c *codecs) make(t reflect.Type) *codec {
	if made := c.made[t]; made != nil {
		return made
	}
	made := &codec{}
	c.made[t] = made
	switch t.Kind() {
	case reflect.Bool:
		made.put = func(b []byte, v reflect.Value) ([]byte, error) { return appendBool(b, v.Bool()), nil }
		made.get = func(r *reader, v reflect.Value) { v.SetBool(r.byte() == 1) }
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		made.put = func(b []byte, v reflect.Value) ([]byte, error) { return binary.AppendVarint(b, v.Int()), nil }
		made.get = func(r *reader, v reflect.Value) { v.SetInt(r.int()) }
	case reflect.Float64:
		made.put = func(b []byte, v reflect.Value) ([]byte, error) {
			return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float())), nil
		}
		made.get = func(r *reader, v reflect.Value) {
			if s := r.take(8); len(s) == 8 {
				v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64([]byte(s))))
			}
		}
	case reflect.String:
		made.put = func(b []byte, v reflect.Value) ([]byte, error) { return appendText(b, v.String()), nil }
		made.get = func(r *reader, v reflect.Value) { v.SetString(r.string()) }
	case reflect.Slice:
		c.slice(t, made)
	case reflect.Map:
		c.mapping(t, made)
	case reflect.Struct:
		c.structure(t, made)
	case reflect.Pointer:
		c.pointer(t, made)
	case reflect.Interface:
		c.anything(made)
	default:
		made.refuse()
	}
	return made
}

func (c *codec) refuse() {
	c.put = func(b []byte, _ reflect.Value) ([]byte, error) { return b, errType }
	c.get = func(r *reader, _ reflect.Value) { r.bad = true }
}

func (c *codecs) slice(t reflect.Type, made *codec) {
	if t.Elem().Kind() == reflect.Uint8 {
		made.put = func(b []byte, v reflect.Value) ([]byte, error) {
			return append(appendLength(b, v.IsNil(), v.Len()), v.Bytes()...), nil
		}
		made.get = func(r *reader, v reflect.Value) {
			if n, ok := r.length(); ok {
				v.SetBytes([]byte(r.take(n)))
			}
		}
		return
	}
	elem := c.make(t.Elem())
	made.put = func(b []byte, v reflect.Value) (_ []byte, err error) {
		b = appendLength(b, v.IsNil(), v.Len())
		for i := 0; i < v.Len() && err == nil; i++ {
			b, err = elem.put(b, v.Index(i))
		}
		return b, err
	}
	made.get = func(r *reader, v reflect.Value) {
		n, ok := r.length()
		if !ok || n > len(r.text) && t.Elem().Size() > 0 { // an element takes a byte at least
			r.bad = r.bad || ok
			return
		}
		all := reflect.MakeSlice(t, n, n)
		for i := 0; i < n && !r.bad; i++ {
			elem.get(r, all.Index(i))
		}
		v.Set(all)
	}
}

func (c *codecs) mapping(t reflect.Type, made *codec) {
	if t.Key().Kind() != reflect.String {
		made.refuse()
		return
	}
	key, elem := c.make(t.Key()), c.make(t.Elem())
	made.put = func(b []byte, v reflect.Value) (_ []byte, err error) {
		b = appendLength(b, v.IsNil(), v.Len())
		keys := v.MapKeys()
		slices.SortFunc(keys, func(x, y reflect.Value) int {
			if x.String() < y.String() {
				return -1
			}
			return 1
		})
		for _, k := range keys {
			b, _ = key.put(b, k)
			if b, err = elem.put(b, v.MapIndex(k)); err != nil {
				return b, err
			}
		}
		return b, nil
	}
	made.get = func(r *reader, v reflect.Value) {
		n, ok := r.length()
		if !ok {
			return
		}
		all := reflect.MakeMap(t)
		for i := 0; i < n && !r.bad; i++ {
			k, e := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
			key.get(r, k)
			elem.get(r, e)
			all.SetMapIndex(k, e)
		}
		v.Set(all)
	}
}

func (c *codecs) structure(t reflect.Type, made *codec) {
	fields := make([]*codec, t.NumField())
	for i := range fields {
		if !t.Field(i).IsExported() {
			made.refuse()
			return
		}
		fields[i] = c.make(t.Field(i).Type)
	}
	made.put = func(b []byte, v reflect.Value) (_ []byte, err error) {
		for i, f := range fields {
			if b, err = f.put(b, v.Field(i)); err != nil {
				return b, err
			}
		}
		return b, nil
	}
	made.get = func(r *reader, v reflect.Value) {
		for i, f := range fields {
			f.get(r, v.Field(i))
		}
	}
}

func (c *codecs) pointer(t reflect.Type, made *codec) {
	elem := c.make(t.Elem())
	made.put = func(b []byte, v reflect.Value) ([]byte, error) {
		b = appendBool(b, !v.IsNil())
		if v.IsNil() {
			return b, nil
		}
		return elem.put(b, v.Elem())
	}
	made.get = func(r *reader, v reflect.Value) {
		if r.byte() == 1 && !r.bad {
			v.Set(reflect.New(t.Elem()))
			elem.get(r, v.Elem())
		}
	}
}

// anything writes which of the known types it is, and the value.
func (c *codecs) anything(made *codec) {
	types := make([]*codec, len(c.args))
	for i, a := range c.args {
		types[i] = c.make(reflect.TypeOf(a))
	}
	made.put = func(b []byte, v reflect.Value) ([]byte, error) {
		if v.IsNil() {
			return append(b, 0), nil
		}
		for i, a := range c.args {
			if v.Elem().Type() == reflect.TypeOf(a) {
				return types[i].put(append(b, byte(i+1)), v.Elem())
			}
		}
		return b, errType
	}
	made.get = func(r *reader, v reflect.Value) {
		i := int(r.byte())
		switch {
		case i == 0:
		case i > len(types):
			r.bad = true
		default:
			e := reflect.New(reflect.TypeOf(c.args[i-1])).Elem()
			types[i-1].get(r, e)
			v.Set(e)
		}
	}
}

func appendBool(b []byte, yes bool) []byte {
	if yes {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendLength writes a length; a list that is nil is told from an empty one.
func appendLength(b []byte, none bool, n int) []byte {
	if none {
		return append(b, 0)
	}
	return binary.AppendUvarint(b, uint64(n)+1)
}

// reader is a text of which the rest is to be read.
type reader struct {
	text string
	bad  bool
}

func (r *reader) take(n int) string {
	if n < 0 || n > len(r.text) {
		r.bad, r.text = true, ""
		return ""
	}
	s := r.text[:n]
	r.text = r.text[n:]
	return s
}

func (r *reader) byte() byte {
	if s := r.take(1); s != "" {
		return s[0]
	}
	return 0
}

func (r *reader) uint() uint64 {
	var n uint64
	for shift := uint(0); shift < 64; shift += 7 {
		b := r.byte()
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.bad = true
	return 0
}

func (r *reader) int() int64 {
	n := r.uint()
	return int64(n>>1) ^ -int64(n&1)
}

func (r *reader) string() string { return r.take(int(min(r.uint(), math.MaxInt32))) }

// length is that of a list; ok is false for none, or when the text is at its end.
func (r *reader) length() (n int, ok bool) {
	u := r.uint()
	if u == 0 || r.bad || u > math.MaxInt32 {
		r.bad = r.bad || u > math.MaxInt32
		return 0, false
	}
	return int(u - 1), true
}
