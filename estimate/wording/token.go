package wording

// A token is a word, a number in digits or a mark, with its place in the text.
// After merging, one token may span a phrase of several words.
type token struct {
	start, end int32
	value      int64 // number: its digits as a whole number; mark: its rune, folded, below zero, where no other token is
	meaning
}

// A meaning is what a token is. That of a word stands in the lexicon as the first
// language has it, and is copied whole.
type meaning struct {
	roles    role      // of its sense
	word     wordID    // word or mark: its place in the lexicon, 0 if no language has it
	sense    senseID   // in the language of the phrase
	lacks    languages // word or mark that some have: those that have it not
	kind     kind
	decimals uint8 // number: digits after the decimal sign
	form     form
}

type kind uint8

const (
	wordKind kind = iota
	numberKind
	markKind
	badKind // bytes that are no UTF-8
)

// A form is how a token is written.
type form uint8

const (
	spaced     form = 1 << iota // white space before it
	grouped                     // digits in groups: 12,000
	commaGroup                  // one comma before three digits: 1,234
	pointGroup                  // one point before three digits: 1.234
	tooLarge                    // above estimate.MaxCount
	strange                     // not written as a count: 0047, 1.2.3
	capital                     // begins with a capital letter
	definite                    // written with its article: الثلاثة, الـ14
)

// adjoins reports whether t follows the token before it without a space.
func (t *token) adjoins() bool { return t.form&spaced == 0 }

// has is the languages that have the word.
func (m *meaning) has() languages {
	if m.word == 0 {
		return 0
	}
	return ^m.lacks
}

// another appends an empty token, to be filled in place: a copy would wait for its
// parts to reach memory.
func another(toks []token) ([]token, *token) {
	if len(toks) == cap(toks) {
		toks = append(toks, token{})
		return toks, &toks[len(toks)-1]
	}
	toks = toks[:len(toks)+1]
	t := &toks[len(toks)-1]
	*t = token{}
	return toks, t
}

// addWord appends the word w from byte from to byte to.
func addWord(toks []token, from, to int, w *slot, f form) []token {
	toks, t := another(toks)
	t.start, t.end, t.meaning = int32(from), int32(to), w.meaning
	t.form = f
	return toks
}

// addNumber appends a number in digits, to be read.
func addNumber(toks []token) ([]token, *token) {
	toks, t := another(toks)
	t.kind, t.roles = numberKind, roleDigits
	return toks, t
}

// addMark appends the mark w, folded to r.
func addMark(toks []token, from, to int, w *slot, r rune, f form) []token {
	toks, t := another(toks)
	t.start, t.end, t.value, t.meaning = int32(from), int32(to), -int64(r), w.meaning
	t.kind, t.form = markKind, f
	return toks
}
