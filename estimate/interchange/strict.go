package interchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
)

// value moves past one value and checks it against sh; a nil sh accepts any.
// It reports whether the text is JSON.
func (s *scanner) value(sh *shape) bool {
	s.space()
	start, before := s.pos, len(s.faults)
	if s.places != nil {
		s.places[s.field()] = start
	}
	found := s.next()
	if sh != nil && found != 0 && found != sh.kind {
		ok := s.value(nil)
		if ok {
			s.fault(start, unquote(s.data[start:s.pos]), &TypeError{found.String(), sh.accepted})
		}
		return ok
	}
	ok := false
	switch found {
	case object:
		ok = s.object(sh)
	case list:
		ok = s.list(sh)
	case text:
		var err error
		if _, _, err, ok = s.str(); ok && err != nil {
			s.fault(start, unquote(s.data[start:s.pos]), err)
		}
	case number:
		ok = s.number() && s.ungrouped(start)
	case flag, null:
		ok = s.literal()
	default:
		return s.fail("a value")
	}
	if ok && s.deep && sh != nil && len(s.faults) == before {
		s.try(sh, start)
	}
	return ok
}

// object moves past an object, whose keys must be those of sh, each once.
func (s *scanner) object(sh *shape) bool {
	if !s.enter() {
		return false
	}
	var seen uint64 // keys of sh, by index: no object of the format has 64
	words := 0      // where the number is given in words, 0 if it is not
	for first := true; ; first = false {
		if first && s.take('}') {
			s.leave()
			return true
		}
		if !first && s.closes('}') {
			return s.trailing()
		}
		name, k, err, ok := s.key(sh)
		if !ok {
			return false
		}
		var of *shape
		twice := false
		if k >= 0 {
			of = sh.keys[k].shape
			twice = seen&(1<<k) != 0
			seen |= 1 << k
		}
		s.path = append(s.path, step{name, -1})
		s.space()
		start, before := s.pos, len(s.faults)
		if !s.value(of) {
			return false
		}
		switch raw := s.data[start:s.pos]; {
		case err != nil:
			s.faults = s.faults[:before]
			s.fault(start, name, err)
		case sh == nil:
		case sh.wordy && name == wordsKey:
			if words > 0 {
				s.faults = s.faults[:before]
				s.fault(start, unquote(raw), ErrRepeated)
			} else if words = start; len(s.faults) == before {
				s.words(start)
			}
		case k < 0:
			s.faults = s.faults[:before]
			s.fault(start, unquote(raw), unknownKey(name, sh))
		case twice:
			s.faults = s.faults[:before]
			s.fault(start, unquote(raw), ErrRepeated)
		}
		s.path = s.path[:len(s.path)-1]
		if s.take('}') {
			s.both(sh, seen, words)
			s.leave()
			return true
		}
		if !s.take(',') {
			return s.fail("a comma or a closing brace")
		}
	}
}

// key moves past a key and its colon. Its index among the keys of sh is -1 if
// sh has no such key.
func (s *scanner) key(sh *shape) (name string, index int, err error, ok bool) {
	if s.space(); s.next() != text {
		return "", -1, nil, s.fail("a key in quotes")
	}
	start := s.pos
	raw, escaped, err, ok := s.str()
	if !ok {
		return "", -1, nil, false
	}
	if !s.take(':') {
		return "", -1, nil, s.fail("a colon after the key")
	}
	if escaped && err == nil {
		var unescaped string
		if json.Unmarshal(s.data[start:start+len(raw)+2], &unescaped) == nil {
			raw = []byte(unescaped)
		}
	}
	if sh != nil && err == nil {
		if k, i := sh.key(raw); k != nil {
			return k.name, i, nil, true
		}
	}
	return string(raw), -1, err, true
}

func (s *scanner) list(sh *shape) bool {
	if !s.enter() {
		return false
	}
	var of *shape
	if sh != nil {
		of = sh.elem
	}
	for i := 0; ; i++ {
		if i == 0 && s.take(']') {
			s.empty = true
			s.leave()
			return true
		}
		if i > 0 && s.closes(']') {
			return s.trailing()
		}
		s.path = append(s.path, step{index: i})
		if !s.value(of) {
			return false
		}
		s.path = s.path[:len(s.path)-1]
		if s.take(']') {
			s.leave()
			return true
		}
		if !s.take(',') {
			return s.fail("a comma or a closing bracket")
		}
	}
}

func (s *scanner) enter() bool {
	if s.depth == maxDepth {
		s.stop(token(s.data[s.pos:]), ErrDepth)
		return false
	}
	s.depth++
	s.pos++
	return true
}

func (s *scanner) leave() { s.depth-- }

// try lets the type of sh read the value that starts at start, to place an
// error that decoding the whole record would report without its field.
func (s *scanner) try(sh *shape, start int) {
	raw := s.data[start:s.pos]
	switch {
	case sh.typ != nil:
		if err := json.Unmarshal(raw, reflect.New(sh.typ).Interface()); err != nil {
			if why := errors.Unwrap(err); why != nil {
				err = why // the rest only repeats the text
			}
			s.fault(start, unquote(raw), err)
		}
	case sh.kind == number && sh.whole:
		if _, err := strconv.ParseInt(string(raw), 10, 64); err != nil {
			s.fault(start, unquote(raw), &TypeError{unlikeWhole(raw), sh.accepted})
		}
	case sh.kind == number:
		if _, err := strconv.ParseFloat(string(raw), 64); err != nil {
			s.fault(start, unquote(raw), &TypeError{"a number out of range", sh.accepted})
		}
	}
}

// unlikeWhole says what raw is in place of a whole number.
func unlikeWhole(raw []byte) string {
	switch {
	case bytes.ContainsAny(raw, "eE"):
		return "a number with an exponent"
	case bytes.IndexByte(raw, '.') >= 0:
		return "a fraction"
	}
	return "a number out of range"
}

// closes reports whether the bracket c is next.
func (s *scanner) closes(c byte) bool {
	s.space()
	return s.pos < len(s.data) && s.data[s.pos] == c
}

// trailing stops the scanner before a closing bracket that follows a comma.
func (s *scanner) trailing() bool {
	found := string(s.data[s.pos : s.pos+1])
	s.stop("", &SyntaxError{Offset: s.base + int64(s.pos), Found: found, Hint: "trailing comma: delete the comma before this " + found})
	return false
}
