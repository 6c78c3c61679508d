package interchange

import (
	"encoding/json"
	"errors"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/wording"
)

// wordsKey stands in a record or hop in place of "quantity", with the number as
// the speaker put it.
const wordsKey = "words"

// ErrBoth refuses a record or hop that says its number twice.
var ErrBoth = errors.New(`accepted is either "words" or "quantity": words beside a quantity go in its "text"`)

// reader reads words in any of the languages it knows.
var reader wording.Reader

// words checks the value of the key words, from start on.
func (s *scanner) words(start int) {
	raw := s.data[start:s.pos]
	var said string
	if found := (&scanner{data: raw}).next(); found != text || json.Unmarshal(raw, &said) != nil {
		s.fault(start, unquote(raw), &TypeError{found.String(), `a string, such as "at least 100"`})
		return
	}
	if _, err := reader.Parse(said); err != nil {
		s.fault(start, unquote(raw), err)
		return
	}
	s.worded = true
}

// both notes words beside a quantity in the object that ends here.
func (s *scanner) both(sh *shape, seen uint64, at int) {
	if at == 0 {
		return
	}
	if k, i := sh.key([]byte("quantity")); k != nil && seen&(1<<i) != 0 {
		s.path = append(s.path, step{wordsKey, -1})
		s.fault(at, "", ErrBoth)
		s.path = s.path[:len(s.path)-1]
	}
}

// setWords sets the quantities that the record, or a hop of it, gives in words.
// They were read before, so none fails.
func setWords(record []byte, e *estimate.Estimate) {
	var said struct {
		Words string
		Via   []struct{ Words string }
	}
	if json.Unmarshal(record, &said) != nil {
		return
	}
	if q, err := reader.Parse(said.Words); err == nil {
		e.Quantity = q
	}
	for i, hop := range said.Via {
		if q, err := reader.Parse(hop.Words); err == nil && i < len(e.Via) {
			e.Via[i].Quantity = q
		}
	}
}
