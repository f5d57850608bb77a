package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestPathsThatAreTooLongForWindows(t *testing.T) {
	name := func(n int) string { return strings.Repeat("å", n-5) + ".html" }
	drive := func(n int) string { return "/" + strings.Repeat("m", n-len("/OneDrive - Vi")-1) + "/OneDrive - Vi" }
	for what, c := range map[string]struct {
		folder  string
		names   []string
		windows bool
		want    int // characters; 0 for no warning
	}{
		"as long as may be":           {drive(39), []string{"a", name(200), "b"}, false, 0},
		"one more below":              {drive(38), []string{name(201), "b"}, false, 240},
		"one more in all":             {drive(40), []string{"a", name(200)}, false, 241},
		"long folder":                 {drive(240), []string{"a"}, false, 242},
		"no OneDrive":                 {"/" + strings.Repeat("m", 300), []string{name(201)}, false, 0},
		"Windows without OneDrive":    {"/" + strings.Repeat("m", 239), []string{"a"}, true, 242},
		"two units a sign":            {"/", []string{strings.Repeat("🙂", 101)}, true, 204},
		"nothing published":           {drive(100), nil, true, 0},
		"where our own handbook fits": {drive(180), []string{name(51)}, true, 0},
	} {
		path, n := tooLong(c.folder, c.names, c.windows)
		if n != c.want || (path != "") != (c.want > 0) {
			t.Errorf("%s: %d characters, %.60s", what, n, path)
		}
		if path != "" && !strings.HasPrefix(path, filepath.FromSlash(c.folder)) {
			t.Errorf("%s: the path is %.60s", what, path)
		}
	}
}
