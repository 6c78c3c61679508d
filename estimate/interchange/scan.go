package interchange

import (
	"bytes"
	"unicode/utf8"
)

// maxDepth is how deep values may nest; the format itself nests 8 deep. It
// bounds the recursion of the scanner.
const maxDepth = 64

// A scanner reads JSON text once, from left to right, and checks it against a
// shape. What breaks the text stops it; what is merely wrong is noted and
// passed over, so that one reading finds every fault of a record.
type scanner struct {
	data   []byte
	base   int64 // offset of data within the file
	pos    int
	depth  int
	path   path
	faults []fault
	broken *fault // where the text stopped being JSON
	empty  bool   // an empty list was met
	worded bool   // a number was given in words

	// deep also tries the types that read themselves, and notes in places
	// where each value stands. It is for records known to be bad.
	deep   bool
	places map[string]int
}

// A fault is one thing wrong, at a position in data.
type fault struct {
	pos   int
	field string
	text  string
	err   error
}

func (s *scanner) field() string { return s.path.String() }

func (s *scanner) fault(pos int, text string, err error) {
	s.faults = append(s.faults, fault{pos, s.field(), text, err})
}

// fail stops the scanner: from here on the text is not JSON.
func (s *scanner) fail(accepted string) bool {
	found := token(s.data[s.pos:])
	s.stop(found, &SyntaxError{Offset: s.base + int64(s.pos), Found: found, Accepted: accepted})
	return false
}

func (s *scanner) stop(text string, err error) {
	if s.broken == nil {
		s.broken = &fault{s.pos, s.field(), text, err}
	}
}

// token is the text at the start of data, as far as an error should show it.
func token(data []byte) string {
	const most = 20
	if len(data) == 0 {
		return ""
	}
	end := 1
	for end < len(data) && end < most && !bytes.ContainsAny(data[end:end+1], " \t\r\n,:{}[]\"") {
		end++
	}
	for end < len(data) && end < most+utf8.UTFMax && !utf8.RuneStart(data[end]) {
		end++
	}
	return string(data[:end])
}

func (s *scanner) space() {
	for s.pos < len(s.data) {
		switch s.data[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		default:
			return
		}
	}
}

// take moves past c, if c is next after space.
func (s *scanner) take(c byte) bool {
	s.space()
	if s.pos < len(s.data) && s.data[s.pos] == c {
		s.pos++
		return true
	}
	return false
}

// next is the kind of value that the next byte begins, 0 if none.
func (s *scanner) next() kind {
	if s.pos == len(s.data) {
		return 0
	}
	switch c := s.data[s.pos]; {
	case c == '{':
		return object
	case c == '[':
		return list
	case c == '"':
		return text
	case c == '-', '0' <= c && c <= '9':
		return number
	case c == 't', c == 'f':
		return flag
	case c == 'n':
		return null
	}
	return 0
}

func (s *scanner) literal() bool {
	for _, word := range [...]string{"true", "false", "null"} {
		if bytes.HasPrefix(s.data[s.pos:], []byte(word)) {
			s.pos += len(word)
			return true
		}
	}
	return s.fail("true, false or null")
}

func (s *scanner) number() bool {
	start := s.pos
	if s.data[s.pos] == '-' {
		s.pos++
	}
	zero := s.pos < len(s.data) && s.data[s.pos] == '0'
	if n := s.digits(); n == 0 || zero && n > 1 {
		if n > 1 {
			s.pos = start
		}
		return s.fail("a number such as 100 or 0.95")
	}
	if s.pos < len(s.data) && s.data[s.pos] == '.' {
		if s.pos++; s.digits() == 0 {
			return s.fail("a digit")
		}
	}
	if s.pos < len(s.data) && (s.data[s.pos] == 'e' || s.data[s.pos] == 'E') {
		s.pos++
		if s.pos < len(s.data) && (s.data[s.pos] == '+' || s.data[s.pos] == '-') {
			s.pos++
		}
		if s.digits() == 0 {
			return s.fail("a digit")
		}
	}
	return true
}

func (s *scanner) digits() (n int) {
	for s.pos < len(s.data) && '0' <= s.data[s.pos] && s.data[s.pos] <= '9' {
		s.pos++
		n++
	}
	return n
}
