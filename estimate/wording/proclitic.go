package wording

type proclitic struct {
	letters string // folded
	key     key
	count   int // of its letters
	word    *slot
}

// proclitics cuts و, ب and the like from the front of the word with key k, if what
// is left is a word of more than one letter. The article leaves no token of its
// own. It returns nil if nothing is left that is a word.
func (s *splitter) proclitics(toks []token, k key, from, to int) []token {
	for range 3 {
		var cut *proclitic
		end := 0 // of what is cut
		for i := range s.lex.proclitics {
			p := &s.lex.proclitics[i]
			if !k.begins(p.key, p.count) {
				continue
			}
			n := prefixed(s.text[from:to], p.letters)
			if n == 0 || from+n == to {
				continue
			}
			if end == 0 {
				cut, end = p, from+n
			}
			rest := k.drop(p.count)
			w := s.lex.find(rest)
			if w.word == 0 || rest.first < 1<<8 { // no word, or of one letter
				continue
			}
			if p.word.word == s.lex.article {
				return addWord(toks, from, to, w, definite)
			}
			return addWord(addWord(toks, from, from+n, p.word, 0), from+n, to, w, 0)
		}
		if end == 0 || cut.word.word == s.lex.article {
			return nil
		}
		toks = addWord(toks, from, end, cut.word, 0)
		k = k.drop(cut.count)
		from = end
	}
	return nil
}

// prefixed is the length of the front of text that reads as letters, 0 if it
// does not.
func prefixed(text, letters string) int {
	i := 0
	for _, want := range letters {
		for {
			r, n := decode(text[i:])
			if n == 0 {
				return 0
			}
			i += n
			if r = fold(r); r == 0 {
				continue
			}
			if r != want {
				return 0
			}
			break
		}
	}
	return i
}
