package wording

import "unicode"

// asciiWord is the key of the word at s.at and its end, if it is of ASCII letters
// alone; 0 if it may not be.
func (s *splitter) asciiWord() (k key, end int) {
	text, n := s.text, 0
	k.first, n = packed(text, s.at)
	if n == 8 {
		var m int
		k.second, m = packed(text, s.at+8)
		if n += m; n == 16 {
			k.third, m = packed(text, s.at+16)
			n += m
		}
	}
	end = s.at + n
	if end < len(text) && (n == maxLetters || text[end] == '\'' || text[end] >= 0x80) {
		return k, 0
	}
	return k, end
}

// letters is the key of the letters that the text goes on with at i, and their
// end. An apostrophe before a letter belongs to the word: it ends a Latin one (d',
// l'), as elided articles do, and stands inside a Cyrillic one (п'ять).
func (s *splitter) letters(i int) (k key, end int) {
	text, n := s.text, 0
	for i < len(text) {
		r, size := rune(text[i]), 1
		var l letterOf
		if r >= 0x80 {
			r, size = decode(text[i:])
			l = s.lex.letterOf(r)
		} else if class[r] == letter {
			l = letterOf{letterRune, uint8(r) | 0x20}
		}
		switch {
		case l.kind == letterRune:
			if l.code != 0 {
				k.put(n, l.code)
				n++
			}
			i += size
		case l.kind == ignorable:
			i += size
		case l.kind == markRune && fold(r) == '\'':
			next, m := decode(text[i+size:])
			ends := m == 0 && s.raw // an elided word at the end of a phrase: plus d'
			if !ends && (m == 0 || kindOf(next) != letterRune) {
				return k, i
			}
			k.put(n, '\'')
			n++
			i += size
			if ends || next < 0x400 {
				return k, i
			}
		default:
			return k, i
		}
	}
	return k, i
}

// word reads a word. An Arabic one that no language has is taken apart at its
// proclitics.
func (s *splitter) word(toks []token) []token {
	r, _ := decode(s.text[s.at:])
	k, end := s.letters(s.at)
	w := s.lex.find(k)
	t := token{start: int32(s.at), end: int32(end), word: w.word, in: w.in}
	if fold(r) != r && unicode.IsUpper(r) {
		t.form = capital
	}
	if s.raw || !arabic(r) {
		s.at = end
		return append(toks, t)
	}
	var apart []token
	if t.word == 0 {
		apart = s.proclitics(toks, k, s.at, end)
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

// rawHangul reads a run of Hangul as one word.
func (s *splitter) rawHangul(toks []token) []token {
	from, n := s.at, 0
	var k key
	for r := syllable(s.text, s.at); r != 0; r = syllable(s.text, s.at) {
		k.syllable(n, r)
		n++
		s.at += syllableSize
	}
	w := s.lex.find(k.attach(free))
	return append(toks, token{start: int32(from), end: int32(s.at), word: w.word, in: w.in})
}
