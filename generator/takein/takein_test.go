package takein

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kollega/generator/site"
)

// item is an entry of a zip that a test makes.
type item struct {
	name, text string
	mode       fs.FileMode
	flags      uint16
	declared   uint64 // bytes it says it has, if not those of its text
	old        bool   // the name is in no known letters
}

// packed is a zip of entries, besides the settings every handbook has.
func packed(t testing.TB, items ...item) []byte {
	t.Helper()
	return zipped(t, append([]item{{name: "site.toml", text: "id = \"a\"\n"}}, items...)...)
}

func zipped(t testing.TB, items ...item) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, it := range items {
		h := &zip.FileHeader{Name: it.name, Method: zip.Store, NonUTF8: it.old, CRC32: crc32.ChecksumIEEE([]byte(it.text))}
		h.SetMode(it.mode)
		if it.mode == 0 {
			h.SetMode(0o644)
		}
		if strings.HasSuffix(it.name, "/") {
			h.SetMode(fs.ModeDir | 0o755)
			it.text = ""
		}
		h.Flags |= it.flags
		h.CompressedSize64, h.UncompressedSize64 = uint64(len(it.text)), uint64(len(it.text))
		if it.declared > 0 {
			h.UncompressedSize64 = it.declared
		}
		w, err := z.CreateRaw(h)
		if err == nil && it.text != "" {
			_, err = w.Write([]byte(it.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(data []byte, o Options) (*Folder, []site.Problem) {
	return Read(bytes.NewReader(data), int64(len(data)), o)
}

func TestWhatIsRefused(t *testing.T) {
	page := func(name string) item { return item{name: name, text: "+++\n"} }
	for name, c := range map[string]struct {
		items []item
		want  string // file, code and what the message names
	}{
		"out of the folder":           {[]item{page("content/nb/../../../x.md")}, "content/nb/../../../x.md takein-path"},
		"out from the root":           {[]item{page("../x.md")}, "../x.md takein-path"},
		"from the root of the disk":   {[]item{page("/etc/x.md")}, "/etc/x.md takein-path"},
		"a drive":                     {[]item{page("C:/x.md")}, "C:/x.md takein-path"},
		"a drive's folder":            {[]item{page("c:x.md")}, "c:x.md takein-path"},
		"a backslash":                 {[]item{page(`content\nb\x.md`)}, `content\nb\x.md takein-path`},
		"another computer":            {[]item{page(`\\host\share\x.md`)}, `\\host\share\x.md takein-path`},
		"an empty part":               {[]item{page("content//x.md")}, "content//x.md takein-path"},
		"a part that is here":         {[]item{page("content/./x.md")}, "content/./x.md takein-path"},
		"no name":                     {[]item{page("")}, " takein-path"},
		"only a slash":                {[]item{page("/")}, "/ takein-path"},
		"a zero":                      {[]item{page("content/nb/a\x00.md")}, `"content/nb/a\x00.md" takein-path`},
		"a link":                      {[]item{{name: "content/nb/x.md", text: "/etc/passwd", mode: fs.ModeSymlink | 0o777}}, "content/nb/x.md takein-link"},
		"a linked folder":             {[]item{{name: "content", text: "/etc", mode: fs.ModeSymlink | 0o777}, page("content/x.md")}, "content takein-link"},
		"a pipe":                      {[]item{{name: "content/nb/x.md", mode: fs.ModeNamedPipe}}, "content/nb/x.md takein-link"},
		"a device":                    {[]item{{name: "static/x.png", mode: fs.ModeDevice}}, "static/x.png takein-link"},
		"capitals":                    {[]item{page("content/nb/Lytt.md"), page("content/nb/lytt.md")}, "content/nb/lytt.md takein-twin content/nb/Lytt.md"},
		"a folder in capitals":        {[]item{page("content/nb/a.md"), page("Content/nb/b.md")}, "Content/nb/b.md takein-twin content"},
		"one letter or two":           {[]item{page("content/nb/å.md"), page("content/nb/a\u030a.md")}, "content/nb/a\u030a.md takein-twin content/nb/å.md"},
		"capitals and letters":        {[]item{page("content/nb/Å.md"), page("content/nb/a\u030a.md")}, "content/nb/a\u030a.md takein-twin content/nb/Å.md"},
		"twice":                       {[]item{page("content/nb/a.md"), page("content/nb/a.md")}, "content/nb/a.md takein-twin content/nb/a.md"},
		"a file that is a folder":     {[]item{page("content/nb"), page("content/nb/a.md")}, "content/nb/a.md takein-twin content/nb"},
		"a folder that is a file":     {[]item{page("content/nb/"), page("content/nb")}, "content/nb takein-twin content/nb"},
		"Windows' own":                {[]item{page("content/nb/nul.md")}, "content/nb/nul.md takein-device nul.md"},
		"Windows' own folder":         {[]item{page("content/nb/Com1/a.md")}, "content/nb/Com1/a.md takein-device Com1"},
		"a full stop at the end":      {[]item{page("content/nb/x./a.md")}, "content/nb/x./a.md takein-device x."},
		"a space at the end":          {[]item{page("content/nb /a.md")}, "content/nb /a.md takein-device nb "},
		"a stream":                    {[]item{page("content/nb/a.md:x.md")}, "content/nb/a.md:x.md takein-device a.md:x.md"},
		"a line in a name":            {[]item{page("content/nb/a\n.md")}, `"content/nb/a\n.md" takein-device "a\n.md"`},
		"a turned name":               {[]item{page("content/nb/con\u202e.md"), page("content/nb/\u001b[2J.md")}, `"content/nb/\x1b[2J.md" takein-device "\x1b[2J.md"`},
		"a long name":                 {[]item{page("content/nb/" + strings.Repeat("å", 118) + ".md")}, "content/nb/" + strings.Repeat("å", 118) + ".md takein-long"},
		"a long path":                 {[]item{page("content/nb/" + strings.Repeat("mappe/", 32) + ".md")}, "content/nb/" + strings.Repeat("mappe/", 31) + "map… takein-long"},
		"a password":                  {[]item{{name: "content/nb/x.md", flags: 1}}, "content/nb/x.md takein-encrypted"},
		"a large file":                {[]item{{name: "content/nb/x.md", declared: MostFile + 1}}, "content/nb/x.md takein-large 50"},
		"less than it says":           {[]item{{name: "content/nb/x.md", text: "abc", declared: 9}}, "content/nb/x.md takein-broken"},
		"more than it says":           {[]item{{name: "content/nb/x.md", text: "abcdef", declared: 3}}, "content/nb/x.md takein-broken"},
		"letters nobody knows":        {[]item{{name: "content/nb/\xb0.md", old: true}}, `"content/nb/\xb0.md" takein-name`},
		"what is left out, outside":   {[]item{page("../../etc/cron.d/x")}, "../../etc/cron.d/x takein-path"},
		"what is left out, and links": {[]item{{name: "public/x", mode: fs.ModeSymlink}}, "public/x takein-link"},
	} {
		t.Run(name, func(t *testing.T) {
			f, problems := read(packed(t, c.items...), Options{})
			var got []string
			for _, p := range problems {
				got = append(got, p.File+" "+string(p.Code)+" "+p.Text("en"))
			}
			fileAndCode, named, _ := strings.Cut(c.want, " takein-")
			code, named, _ := strings.Cut(named, " ")
			if len(got) != 1 || !strings.HasPrefix(got[0], fileAndCode+" takein-"+code+" ") || !strings.Contains(got[0], named) {
				t.Errorf("got %q, want %s", got, c.want)
			}
			if f != nil {
				t.Error("something is taken")
			}
		})
	}
}

func TestWhatIsNoHandbookIsRefused(t *testing.T) {
	many := make([]item, MostEntries+1)
	for i := range many {
		many[i] = item{name: fmt.Sprintf("content/nb/%d.md", i)}
	}
	heavy := make([]item, 11)
	for i := range heavy {
		heavy[i] = item{name: fmt.Sprintf("content/nb/%d.md", i), declared: MostFile}
	}
	broken := packed(t, item{name: "content/nb/a.md", text: "abc"})
	broken[bytes.Index(broken, []byte("abc"))] = 'x'
	toml := item{name: "site.toml"}
	at := func(dir string) item { return item{name: dir + "/site.toml"} }
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"no zip":             {[]byte("hei"), " takein-broken"},
		"nothing":            {nil, " takein-broken"},
		"an empty zip":       {zipped(t), " takein-root"},
		"no settings":        {zipped(t, item{name: "content/nb/a.md"}), " takein-root"},
		"settings deep down": {zipped(t, at("a/b")), " takein-root"},
		"two handbooks":      {zipped(t, at("a"), at("b")), " takein-root"},
		"a folder for them":  {zipped(t, item{name: "site.toml/"}), " takein-root"},
		"only the Mac's own": {zipped(t, at("__MACOSX")), " takein-root"},
		"too many":           {zipped(t, append(many, toml)...), " takein-many"},
		"too large":          {zipped(t, append(heavy, toml)...), " takein-total"},
		"cut short":          {broken[:len(broken)-9], " takein-broken"},
		"other bytes":        {broken, "content/nb/a.md takein-broken"},
	} {
		if f, problems := read(c.data, Options{}); f != nil || len(problems) != 1 || problems[0].File+" "+string(problems[0].Code) != c.want {
			t.Errorf("%s: %v, want %s", name, problems, c.want)
		}
	}
}

// What comes out is measured too, not only what is said about it.
func TestBombsAreStoppedWhileTheyUnpack(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"site.toml", "content/nb/bomb.md"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if name != "site.toml" {
			_, _ = w.Write(bytes.Repeat([]byte{'x'}, MostFile+1))
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	at := bytes.LastIndex(data, []byte("PK\x01\x02")) // the bomb's entry in the list at the end, which says its size
	copy(data[at+24:], []byte{3, 0, 0, 0})
	f, problems := read(data, Options{})
	if f != nil || len(problems) != 1 || problems[0].Code != "takein-broken" && problems[0].Code != "takein-large" {
		t.Errorf("%v", problems)
	}
}

const still = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 1 1"><style>.a{fill:url(#g)}</style><path class="a" d="M0 0"/></svg>`

func TestTheHandbookIsTakenAndTheRestIsNot(t *testing.T) {
	items := []item{
		{name: "bok/"}, {name: "bok/site.toml", text: "s"}, {name: "bok/worksheets.lock", text: "l"},
		{name: "bok/content/"}, {name: "bok/content/nb/"},
		{name: "bok/content/nb/a.md", text: "a"}, {name: "bok/content/nb/spra\u030ak.md", text: "å"}, {name: "bok/content/nb/\x91r\x9b.md", text: "ø", old: true},
		{name: "bok/content/nb/a.PNG", text: "p"}, {name: "bok/content/nb/still.svg", text: still},
		{name: "bok/content/nb/runs.svg", text: `<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>`},
		{name: "bok/content/nb/x.exe", text: "x"}, {name: "bok/content/nb/x.html", text: "x"},
		{name: "bok/static/brosjyre.pdf", text: "b"}, {name: "bok/static/logo.svg", text: still},
		{name: "bok/static/app/main.ts", text: "x"}, {name: "bok/static/style/site.css", text: "x"}, {name: "bok/static/x.HTML", text: "x"}, {name: "bok/static/x", text: "x"},
		{name: "bok/layouts/page.html", text: "x"}, {name: "bok/layouts/texts.toml", text: "x"},
		{name: "bok/public/index.html", text: "x"}, {name: "bok/.git/config", text: "x"}, {name: "bok/notater.txt", text: "x"}, {name: "bok/content/nb/.a.md.swp", text: "x"},
		{name: "__MACOSX/bok/._site.toml", text: "x"}, {name: "les-meg.txt", text: "x"},
	}
	belongs := func(name string) bool { return !strings.Contains("/"+name, "/.") }
	f, problems := read(zipped(t, items...), Options{Belongs: belongs})
	if problems != nil {
		t.Fatal(problems)
	}
	want := []string{"content/nb/a.PNG", "content/nb/a.md", "content/nb/språk.md", "content/nb/still.svg", "content/nb/ærø.md", "site.toml", "static/brosjyre.pdf", "static/logo.svg", "worksheets.lock"}
	if got := slices.Sorted(maps.Keys(f.Files)); !slices.Equal(got, want) {
		t.Errorf("took %q, want %q", got, want)
	}
	code := []string{"content/nb/runs.svg", "layouts/page.html", "layouts/texts.toml", "static/app/main.ts", "static/style/site.css", "static/x", "static/x.HTML"}
	if !slices.Equal(f.Code, code) {
		t.Errorf("code is %q, want %q", f.Code, code)
	}
	if f.Left != 8 {
		t.Errorf("left %d", f.Left)
	}
	if string(f.Files["content/nb/språk.md"]) != "å" {
		t.Errorf("got %q", f.Files)
	}
	f, problems = read(zipped(t, items...), Options{Belongs: belongs, Trust: true})
	if problems != nil || len(f.Files) != len(want)+len(code) || f.Code != nil || f.Left != 8 {
		t.Errorf("trusted: %v, %v", f, problems)
	}
}

func TestDrawingsThatRunAreKnown(t *testing.T) {
	const xmlns = ` xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`
	for text, want := range map[string]bool{
		still: false,
		`<svg` + xmlns + `><use xlink:href="#a"/><image href="data:image/png;base64,AA"/><!-- note --></svg>`:                   false,
		`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg` + xmlns + `/>`: false,
		`<svg` + xmlns + ` xmlns:i="http://www.inkscape.org/namespaces/inkscape"><i:grid/></svg>`:                               false,
		`<svg` + xmlns + ` onload="x()"/>`:                                                                 true,
		`<svg` + xmlns + ` OnLoad="x()"/>`:                                                                 true,
		`<svg` + xmlns + `><a href="javascript:x()"><path/></a></svg>`:                                     true,
		`<svg` + xmlns + `><use href="https://example.org/x.svg#a"/></svg>`:                                true,
		`<svg` + xmlns + `><use href="data:image/svg+xml;base64,AA"/></svg>`:                               true,
		`<svg` + xmlns + `><image xlink:href="x.png"/></svg>`:                                              true,
		`<svg` + xmlns + `><set attributeName="href" to="javascript:x()"/></svg>`:                          true,
		`<svg` + xmlns + `><animate attributeName="onload"/></svg>`:                                        true,
		`<svg` + xmlns + `><foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject></svg>`: true,
		`<svg` + xmlns + ` xmlns:h="http://www.w3.org/1999/xhtml"><h:script>x()</h:script></svg>`:          true,
		`<svg` + xmlns + `><style>@import "https://example.org/x.css";</style></svg>`:                      true,
		`<svg` + xmlns + `><style>.a{fill:u\72l(https://example.org)}</style></svg>`:                       true,
		`<svg` + xmlns + `><path style="fill:url(https://example.org/x)"/></svg>`:                          true,
		`<?xml-stylesheet href="https://example.org/x.xsl"?><svg` + xmlns + `/>`:                           true,
		`<!DOCTYPE svg [<!ENTITY x "y">]><svg` + xmlns + `>&x;</svg>`:                                      true,
		`<html><script>x()</script></html>`:                                                                true,
		`<?xml version="1.0" encoding="utf-16"?><svg` + xmlns + `/>`:                                       true,
		`<svg` + xmlns + `>`: true,
		"\x1f\x8b":           true,
	} {
		if got := runs([]byte(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// Whatever a zip holds, what is taken can be written inside a folder and nowhere else.
func FuzzRead(f *testing.F) {
	f.Add(packed(f, item{name: "content/nb/a.md", text: "a"}, item{name: "content/nb/b/"}))
	f.Add(zipped(f, item{name: "a/site.toml"}, item{name: "a/static/../x.png"}, item{name: "a/content/x.svg", text: still}))
	f.Add(packed(f, item{name: `content\x.md`}, item{name: "content/nul"}, item{name: "content/nb/\x91.md", old: true}))
	f.Add(packed(f, item{name: "content/x.md", mode: fs.ModeSymlink}, item{name: "CONTENT/x.md"}, item{name: "content/x.md", flags: 1}))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, trust := range []bool{false, true} {
			folder, problems := read(data, Options{Trust: trust})
			if (folder == nil) != (len(problems) > 0) {
				t.Fatalf("%v with %v", folder, problems)
			}
			for _, p := range problems {
				if strings.ContainsAny(p.In("nb"), "\x1b\n\r") {
					t.Errorf("%q is printed as it is", p.In("nb"))
				}
			}
			if folder != nil {
				fits(t, folder)
			}
		}
	})
}

// The same for zips that are whole and have any names, kinds and sizes.
func FuzzNames(f *testing.F) {
	f.Add("site.toml\ncontent/nb/a.md\ncontent/nb/A.md", uint32(0o644), uint16(0), "text")
	f.Add("x/site.toml\nx/content/\nx/content/nb/a\u030a.md\nx/static/a.svg\n__MACOSX/x/site.toml", uint32(0o644), uint16(0x800), still)
	f.Add("site.toml\n../a\n/b\nC:c\nd\\e\ncon\ncontent/f.\ncontent/\x91.md", uint32(0o120777), uint16(1), "")
	f.Fuzz(func(t *testing.T, names string, mode uint32, flags uint16, text string) {
		var items []item
		for name := range strings.SplitSeq(names, "\n") {
			it := item{name: name, text: text, old: !utf8.ValidString(name)}
			if len(items) > 0 {
				it.mode, it.flags = fs.FileMode(mode), flags
			}
			items = append(items, it)
		}
		folder, problems := read(zipped(t, items...), Options{Trust: true})
		if (folder == nil) != (len(problems) > 0) {
			t.Fatalf("%v with %v", folder, problems)
		}
		if folder != nil {
			fits(t, folder)
		}
	})
}

// fits holds that files can be written inside a folder, on every disk.
func fits(t *testing.T, folder *Folder) {
	taken := map[string]string{}
	for name := range folder.Files {
		if !fs.ValidPath(name) || len([]rune(name)) > MostPath {
			t.Errorf("took %q", name)
		}
		for _, part := range strings.Split(name, "/") {
			if !site.Holds(part) {
				t.Errorf("took %q", name)
			}
		}
		key := strings.ToLower(name)
		if was, twice := taken[key]; twice {
			t.Errorf("%q and %q are one", was, name)
		}
		taken[key] = name
	}
	for key, name := range taken {
		for up, _ := cutLast(key); up != ""; up, _ = cutLast(up) {
			if was, file := taken[up]; file {
				t.Errorf("%q lies in the file %q", name, was)
			}
		}
	}
}

func cutLast(s string) (before, after string) {
	i := strings.LastIndexByte(s, '/')
	return s[:max(i, 0)], s[i+1:]
}
