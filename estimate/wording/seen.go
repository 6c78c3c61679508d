package wording

// seen is what the words of a sentence are, taken together, as they come: what tells
// whether it is in the first language, and what resolve would find in that one.
type seen struct {
	lacks  languages // those that have not all the words which any has
	any    role      // the roles of all
	begins uint64    // the tokens that a phrase may begin with
	after  filter    // the words that may go on with a phrase that begins with the last
}

// word adds the word w, which is token n.
func (s *seen) word(w *slot, n int) {
	s.lacks |= w.lacks
	s.mark(w, n)
}

// mark adds the mark w, which is token n.
func (s *seen) mark(w *slot, n int) {
	s.any |= w.roles
	s.begins |= uint64(s.after>>(w.word&63)&1) << (uint(n-1) & 63)
	s.after = w.after
}

// number adds a number in digits.
func (s *seen) number() {
	s.any |= roleDigits
	s.after = 0
}
