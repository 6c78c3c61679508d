package wording

import "math/bits"

// seen is what the words of a sentence are, taken together, as they come: what tells
// whether it is in the first language, and what resolve would find in that one.
type seen struct {
	speaks int    // words that only the first language has, less those that it has not but others
	any    role   // the roles of all
	begins uint64 // whether a phrase may begin with a token, the last but one in the lowest bit
	after  filter // the words that may go on with a phrase that begins with the last
}

// word adds the word w.
func (s *seen) word(w *slot) {
	s.speaks += int(w.speaks)
	s.mark(w)
}

// mark adds the mark w.
func (s *seen) mark(w *slot) {
	s.any |= w.roles
	s.begins = s.begins<<1 | uint64(s.after>>(w.word&63)&1)
	s.after = w.after
}

// number adds a number in digits.
func (s *seen) number() {
	s.any |= roleDigits
	s.begins <<= 1
	s.after = 0
}

// inOrder is the set of tokens, of n, that a phrase may begin with, the first in the
// lowest bit, from one that has them as seen does. It is all of more than 63.
func inOrder(begins uint64, n int) uint64 {
	if n > 63 {
		return ^uint64(0)
	}
	return bits.Reverse64(begins) >> (65 - n)
}
