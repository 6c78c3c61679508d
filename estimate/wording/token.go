package wording

import (
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number in digits or a mark, with its place in the text.
// After merging, one token may span a phrase of several words.
type token struct {
	start, end int32
	value      int64   // number: its digits as a whole number; mark: its rune, folded
	roles      role    // of its sense
	word       wordID  // word or mark: its place in the lexicon, 0 if no language has it
	sense      senseID // its meaning in the language of the phrase
	kind       kind
	decimals   uint8 // number: digits after the decimal sign
	digits     uint8 // number: digits of its first group, 255 for more
	form       form
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

// A splitter cuts text into tokens.
type splitter struct {
	text string
	at   int
	lex  *lexicon
	raw  bool // a word is what its letters are: nothing is taken apart
}

// maxTokens is the most tokens of a sentence or phrase, so that what looks back
// and ahead takes bounded time. A longer sentence is read in pieces.
const maxTokens = 256

// sentence appends the tokens of the text up to the end of the sentence, or of
// the text if whole is set, but no more than maxTokens.
func (s *splitter) sentence(toks []token, whole bool) []token {
	text := s.text
	var before form
	for s.at < len(text) && len(toks) < maxTokens {
		c := text[s.at]
		first := len(toks)
		switch class[c] {
		case space:
			s.at++
			before = spaced
			if c == '\n' && !whole && paragraph(text[s.at:]) {
				return toks
			}
			continue
		case letter:
			toks = append(toks, token{})
			s.asciiWord(&toks[first])
		case digit:
			toks = append(toks, token{kind: numberKind})
			s.number(&toks[first])
		case high:
			r, n := decode(text[s.at:])
			switch k := kindOf(r); {
			case k == ignorable:
				s.at += n
				continue
			case k == spaceRune:
				s.at += n
				before = spaced
				continue
			case k == digitRune:
				toks = append(toks, token{kind: numberKind})
				s.number(&toks[first])
			case k == hangulRune && !s.raw:
				toks = s.hangul(toks)
			case k == letterRune, k == hangulRune:
				toks = s.word(toks)
			case k == badRune:
				toks = append(toks, token{start: int32(s.at), end: int32(s.at + n), kind: badKind})
				s.at += n
			default:
				toks = append(toks, s.mark(r, n))
			}
		default:
			toks = append(toks, token{start: int32(s.at), end: int32(s.at + 1), value: int64(c), kind: markKind, word: s.lex.marks[c]})
			s.at++
		}
		toks[first].form |= before
		before = 0
		if !whole && toks[first].kind == markKind && s.ends(toks) {
			return toks
		}
	}
	return toks
}

// asciiWord reads a word that begins with an ASCII letter.
func (s *splitter) asciiWord(t *token) {
	text := s.text[s.at:]
	if text[0] < 'a' {
		t.form = capital
	}
	t.start = int32(s.at)
	first, n := packed(text)
	var second uint64
	if n == 8 {
		var m int
		second, m = packed(text[8:])
		n += m
	}
	if n < len(text) && (n == 16 || text[n] == '\'' || text[n] >= 0x80) {
		s.longWord(t)
		return
	}
	s.at += n
	t.end = int32(s.at)
	t.word = s.lex.findShort(first, second)
}

// longWord reads a word that is more than 16 ASCII letters.
func (s *splitter) longWord(t *token) {
	text, i := s.text, s.at
	var h uint64
	for ; i < len(text) && class[text[i]] == letter; i++ {
		h = mix(h, rune(text[i]|0x20))
	}
	if i < len(text) && (text[i] == '\'' || text[i] >= 0x80) {
		h, i = s.restOfWord(h, i)
	}
	t.word = s.lex.find(h, text[s.at:i])
	t.end, s.at = int32(i), i
}

// restOfWord goes on with a word at a letter beyond ASCII or an apostrophe. An
// apostrophe before a letter belongs to the word: it ends a Latin one (d', l'),
// as elided articles do, and stands inside a Cyrillic one (п'ять).
func (s *splitter) restOfWord(h uint64, i int) (uint64, int) {
	text := s.text
	for i < len(text) {
		r, n := decode(text[i:])
		switch k := kindOf(r); {
		case k == letterRune, k == ignorable, k == hangulRune && s.raw:
			if f := fold(r); f != 0 {
				h = mix(h, f)
			}
			i += n
		case fold(r) == '\'':
			next, m := decode(text[i+n:])
			if m == 0 && s.raw { // an elided word at the end of a phrase: plus d'
				return mix(h, '\''), i + n
			}
			if m == 0 || kindOf(next) != letterRune {
				return h, i
			}
			h = mix(h, '\'')
			i += n
			if next < 0x400 {
				return h, i
			}
		default:
			return h, i
		}
	}
	return h, i
}

// word reads a word that begins beyond ASCII. An Arabic word that no language
// has is taken apart at its proclitics.
func (s *splitter) word(toks []token) []token {
	r, _ := decode(s.text[s.at:])
	h, end := s.restOfWord(0, s.at)
	t := token{start: int32(s.at), end: int32(end), word: s.lex.find(h, s.text[s.at:end])}
	if fold(r) != r && unicode.IsUpper(r) {
		t.form = capital
	}
	if s.raw || !arabic(r) {
		s.at = end
		return append(toks, t)
	}
	var apart []token
	if t.word == 0 {
		apart = s.proclitics(toks, s.at, end)
	}
	if apart == nil {
		apart = append(toks, t)
	}
	s.at = end
	// The article of a number in digits: الـ14.
	last := &apart[len(apart)-1]
	if next, _ := decode(s.text[end:]); last.word != 0 && last.word == s.lex.article && kindOf(next) == digitRune {
		*last = token{kind: numberKind}
		s.number(last)
		last.form |= definite
	}
	return apart
}

// proclitics cuts و, ب and the like from the front of a word, if what is left is
// a word of more than one letter. The article leaves no token of its own. It
// returns nil if nothing is left that is a word.
func (s *splitter) proclitics(toks []token, from, to int) []token {
	for depth := 0; depth < 3; depth++ {
		var cut proclitic
		end := 0 // of what is cut
		for _, p := range s.lex.proclitics {
			n := prefixed(s.text[from:to], p.letters)
			if n == 0 || from+n == to {
				continue
			}
			if end == 0 {
				cut, end = p, from+n
			}
			w := s.lex.find(s.hash(from+n, to), s.text[from+n:to])
			if w == 0 || utf8.RuneCountInString(s.lex.words[w].letters) < 2 {
				continue
			}
			if p.word == s.lex.article {
				return append(toks, token{start: int32(from), end: int32(to), word: w, form: definite})
			}
			return append(toks,
				token{start: int32(from), end: int32(from + n), word: p.word},
				token{start: int32(from + n), end: int32(to), word: w})
		}
		if end == 0 || cut.word == s.lex.article {
			return nil
		}
		toks = append(toks, token{start: int32(from), end: int32(end), word: cut.word})
		from = end
	}
	return nil
}

func (s *splitter) hash(from, to int) uint64 {
	h, _ := (&splitter{text: s.text[:to]}).restOfWord(0, from)
	return h
}

func (s *splitter) mark(r rune, n int) token {
	f := fold(r)
	t := token{start: int32(s.at), end: int32(s.at + n), value: int64(f), kind: markKind}
	t.word = s.lex.find(mix(0, f), s.text[s.at:s.at+n])
	s.at += n
	return t
}

// ends reports whether the last token ends a sentence: a full stop before white
// space and a capital, unless it ends an abbreviation or an initial, or a mark
// that always does.
func (s *splitter) ends(toks []token) bool {
	t := &toks[len(toks)-1]
	switch s.text[t.start] {
	case '!', '?', ';':
		return s.text[t.start] != ';'
	case '.':
		rest := s.text[s.at:]
		if rest == "" {
			return true
		}
		r, n := decode(rest)
		if k := kindOf(r); k != spaceRune {
			return false
		}
		if len(toks) > 1 && t.adjoins() {
			w := &toks[len(toks)-2]
			if w.kind == wordKind && (w.end-w.start <= 2 && w.form&capital != 0 || s.lex.abbreviates(w.word)) {
				return false
			}
		}
		next, _ := decode(rest[n:])
		return !lowerCase(next)
	}
	r, _ := decode(s.text[t.start:])
	return r == '؟' || r == '。' || r == '！' || r == '？'
}

// paragraph reports whether what follows a line break is a blank line.
func paragraph(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return false
}
