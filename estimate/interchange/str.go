package interchange

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// str moves past a string. Its raw content is without the quotes; err is what is
// wrong with it short of breaking the text.
func (s *scanner) str() (raw []byte, escaped bool, err error, ok bool) {
	s.pos++
	start, high := s.pos, false
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; {
		case c == '"':
			raw = s.data[start:s.pos]
			s.pos++
			if high && !utf8.Valid(raw) {
				err = &UTF8Error{s.base + int64(start+badUTF8(raw))}
			} else if escaped && err == nil && halfPair(raw) {
				err = ErrSurrogate
			}
			return raw, escaped, err, true
		case c == '\\':
			escaped = true
			if !s.escape() {
				return nil, false, nil, false
			}
			continue
		case c < ' ':
			return nil, false, nil, s.fail("a closing quote, and control characters as escapes")
		case c >= utf8.RuneSelf:
			high = true
		}
		s.pos++
	}
	return nil, false, nil, s.fail("a closing quote")
}

func (s *scanner) escape() bool {
	rest := s.data[s.pos:]
	if len(rest) >= 2 && bytes.IndexByte([]byte(`"\/bfnrt`), rest[1]) >= 0 {
		s.pos += 2
		return true
	}
	if _, ok := unicodeEscape(rest); ok {
		s.pos += 6
		return true
	}
	if len(rest) < 2 {
		s.pos = len(s.data)
	}
	return s.fail(`an escape such as \" or \u00e9`)
}

// unicodeEscape reads the \uXXXX that data begins with.
func unicodeEscape(data []byte) (r rune, ok bool) {
	if len(data) < 6 || data[0] != '\\' || data[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(data[2:6]), 16, 32)
	return rune(n), err == nil
}

// halfPair reports whether an escape in raw is half a surrogate pair, which
// encoding/json would replace unseen.
func halfPair(raw []byte) bool {
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		r, ok := unicodeEscape(raw[i:])
		if !ok {
			i++
			continue
		}
		i += 5
		switch {
		case 0xd800 <= r && r < 0xdc00:
			low, ok := unicodeEscape(raw[i+1:])
			if !ok || low < 0xdc00 || low > 0xdfff {
				return true
			}
			i += 6
		case 0xdc00 <= r && r <= 0xdfff:
			return true
		}
	}
	return false
}

func badUTF8(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// unquote is the text of a JSON value as an error should show it: a string
// without its quotes, anything else as it stands.
func unquote(raw []byte) string {
	var text string
	if len(raw) > 0 && raw[0] == '"' && utf8.Valid(raw) && json.Unmarshal(raw, &text) == nil {
		return cut(text)
	}
	return cut(string(bytes.TrimSpace(raw)))
}
