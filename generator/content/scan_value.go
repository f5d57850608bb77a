package content

import "strings"

// str moves over a string, whose mark is next, and reports whether it is closed.
// A string of one line ends with the line at the latest.
func (s *scanner) str() (mark byte, closed bool) {
	mark = s.text[s.at]
	three := s.text[s.at:min(s.at+3, len(s.text))]
	if three == `"""` || three == "'''" {
		s.at += 3
		return mark, s.longStr(three)
	}
	s.at++
	for s.at < len(s.text) && s.text[s.at] != '\n' {
		c := s.text[s.at]
		s.at++
		if c == mark {
			return mark, true
		}
		if c == '\\' && mark == '"' && s.at < len(s.text) && s.text[s.at] != '\n' {
			s.at++
		}
	}
	return mark, false
}

func (s *scanner) longStr(three string) bool {
	for s.at < len(s.text) {
		switch {
		case strings.HasPrefix(s.text[s.at:], three):
			s.at += 3
			for extra := 0; extra < 2 && s.is(three[0]); extra++ { // """said "so"""""
				s.at++
			}
			return true
		case three[0] == '"' && s.text[s.at] == '\\' && s.at+1 < len(s.text):
			s.next()
		}
		s.next()
	}
	return false
}

// valueOf moves over a value. What follows it on its line is not looked at.
func (s *scanner) valueOf(e *entry) {
	switch {
	case s.at >= len(s.text):
	case s.is('"') || s.is('\''):
		e.opened = s.spot
		if mark, closed := s.str(); !closed {
			e.open = mark
		}
	case s.is('[') || s.is('{'):
		e.opened = s.spot
		s.list(e)
	}
}

// list moves over a list or an inline table and all within it. A line in a list
// that begins like a key ends it: no valid list has one, and the list was not
// closed.
func (s *scanner) list(e *entry) {
	var stack [maxDepth]byte
	depth := 0
	for s.at < len(s.text) {
		switch c := s.text[s.at]; c {
		case '[', '{':
			if depth == maxDepth {
				here := s.spot
				s.deep = &here
				return
			}
			stack[depth] = c
			depth++
			s.at++
		case ']', '}':
			depth--
			s.at++
			if depth == 0 {
				return
			}
		case '"', '\'':
			from := s.spot
			if mark, closed := s.str(); !closed && e.open == 0 {
				e.open, e.opened = mark, from
			}
		case '#':
			s.rest()
		case '\n':
			before := s.spot
			s.next()
			s.space()
			if stack[depth-1] == '[' && startsKey(s.text[s.at:]) {
				s.spot = before
				e.unclosed(stack[0])
				return
			}
		default:
			s.at++
		}
	}
	e.unclosed(stack[0])
}

func (e *entry) unclosed(mark byte) {
	if e.open == 0 {
		e.open, e.opened = mark, e.value
	}
}

// startsKey reports whether a line begins with a bare word and "=".
func startsKey(line string) bool {
	i := 0
	for i < len(line) && isBare(line[i]) {
		i++
	}
	return i > 0 && strings.HasPrefix(strings.TrimLeft(line[i:], " \t"), "=")
}

func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// elements returns where the elements of the list at a spot begin. It is called
// for lists the TOML library has found valid.
func elements(text string, list spot) []spot {
	s := &scanner{text: text, spot: list}
	if !s.is('[') {
		return nil
	}
	s.at++
	var spots []spot
	for {
		s.blank()
		if s.at >= len(s.text) || s.is(']') {
			return spots
		}
		spots = append(spots, s.spot)
		s.element()
		s.blank()
		if s.is(',') {
			s.at++
		}
	}
}

// element moves over one element of a list.
func (s *scanner) element() {
	switch {
	case s.is('"') || s.is('\''):
		s.str()
	case s.is('[') || s.is('{'):
		var e entry
		s.list(&e)
	default:
		for s.at < len(s.text) && !strings.ContainsRune(",]#\n", rune(s.text[s.at])) {
			s.at++
		}
	}
}
