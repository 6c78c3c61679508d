package wording

// seen is what the words of a sentence are, taken together, as they come: of all
// languages, which one it may be in; of the first language, what resolve would find.
type seen struct {
	votes  votes
	any    role   // the roles of all
	begins uint64 // the tokens that a phrase may begin with
	after  filter // the words that may go on with a phrase that begins with the last
}

// word adds the word or mark w, which is token n.
func (s *seen) word(w *slot, n int) {
	s.votes.add(w.in)
	s.any |= w.roles
	s.begins |= uint64(s.after>>(w.word&63)&1) << (uint(n-1) & 63)
	s.after = w.after
}

// mark adds the mark w, which is token n: a mark is a word of no language.
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
