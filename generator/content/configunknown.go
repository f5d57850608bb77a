package content

import (
	"strings"

	"kollega/generator/site"
)

// unknown reports a key that site.toml does not have.
func (r *configReader) unknown(e *entry, table string, inTable bool) {
	if r.misplaced(e, table, inTable) {
		return
	}
	var allowed []string
	prefix := ""
	if inTable && contains(configTables, table) {
		prefix = table + sep
	} else {
		allowed = append(allowed, configTables...)
	}
	for _, k := range configKeys {
		if rest, found := strings.CutPrefix(k.path, prefix); found && !strings.Contains(rest, sep) {
			allowed = append(allowed, rest)
		}
	}
	name := shown(strings.TrimPrefix(e.path, prefix))
	meant := suggestKey(name, allowed)
	r.stated[meant] = true
	r.wrong(e.key, "site-key", name, strings.Join(allowed, ", "), site.Suggest(meant))
}

// misplaced reports a key that site.toml has, but elsewhere, and whether it is one. A line
// at the end of the file belongs to the last table, which is seldom what is meant.
func (r *configReader) misplaced(e *entry, table string, inTable bool) bool {
	if e.header || inTable && !r.headed(table) {
		return false
	}
	key := e.path
	if inTable {
		key = strings.TrimPrefix(e.path, table+sep)
	}
	for _, k := range configKeys {
		owner, name, owned := strings.Cut(k.path, sep)
		switch {
		case inTable && k.path == key:
			r.stated[key] = true
			r.wrong(e.key, "site-key-place", shown(key), table)
		case owned && name == key && inTable:
			r.wrong(e.key, "site-key-other", key, table, owner)
		case owned && name == key:
			r.wrong(e.key, "site-key-table", key, owner)
		default:
			continue
		}
		return true
	}
	return false
}

// headed reports whether a table is begun by a line of its own: [theme].
func (r *configReader) headed(table string) bool {
	e := r.find(table)
	return e != nil && e.header
}
