package interchange

import "fmt"

var separators = map[byte]string{',': "commas", ' ': "spaces", '_': "underscores", '\'': "apostrophes"}

// ungrouped reports whether the number that ends at the scanner and began at
// start is the whole of it. A number with its thousands set apart, 1,061, is
// not JSON; the error says how to write it.
func (s *scanner) ungrouped(start int) bool {
	if n := len(s.path); n == 0 || s.path[n-1].index >= 0 {
		return true // in a list, 1,061 is two numbers
	}
	plain, end := s.data[start:s.pos:s.pos], s.pos
	for end < len(s.data) && separators[s.data[end]] != "" {
		group := scanner{data: s.data, pos: end + 1}
		if group.digits() != 3 {
			break
		}
		plain = append(plain, s.data[end+1:group.pos]...)
		end = group.pos
	}
	if end == s.pos {
		return true
	}
	found, by := cut(string(s.data[start:end])), separators[s.data[s.pos]]
	s.pos = start
	s.stop(found, &SyntaxError{
		Offset: s.base + int64(start), Found: found,
		Hint: fmt.Sprintf("not a number of JSON: write %s, without %s", cut(string(plain)), by),
	})
	return false
}
