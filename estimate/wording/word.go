package wording

import "unicode"

// asciiWord is the key of the word at i and its end, if it is of up to 16 ASCII
// letters alone; 0 if it may not be. It takes the letters eight at a time and does
// not branch on how many there are.
func asciiWord(text string, i int) (k key, end int) {
	var x, y uint64
	if i+16 <= len(text) {
		x, y = eight(text[i:i+8]), eight(text[i+8:i+16])
	} else if x = load(text, i); i+8 < len(text) {
		y = load(text, i+8)
	}
	first, n := lettersOf(x)
	second, m := lettersOf(y)
	if more := n >> 3; more == 0 {
		second, m = 0, 0
	}
	end = i + n + m
	if end < len(text) && (n+m == 16 || text[end] == '\'' || text[end] >= 0x80) {
		return key{}, 0
	}
	return key{first: first, second: second}, end
}

// letters is the key of the letters that the text goes on with at i, and their
// end. An apostrophe before a letter belongs to the word: it ends a Latin one (d',
// l'), as elided articles do, and stands inside a Cyrillic one (п'ять).
func (s *splitter) letters(i int) (k key, end int) {
	text, n := s.text, 0
	var eight uint64 // the letters of k from the last multiple of eight on
	for ; i < len(text); n++ {
		c, size := text[i], 1
		var l letterOf
		switch {
		case c < 0x80:
			if class[c] == letter {
				l = letterOf{letterRune, c | 0x20}
			}
		case 0xC2 <= c && c < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			l, size = s.lex.letters[int(c&0x1F)<<6|int(text[i+1]&0x3F)], 2
		default:
			var r rune
			r, size = decode(text[i:])
			l = s.lex.letterOf(r)
		}
		ends := false
		if l.kind != letterRune {
			if l.kind != ignorable {
				if l, ends = s.apostrophe(i, size); l.code == 0 {
					break
				}
			}
		}
		i += size
		if l.code == 0 {
			n--
			continue
		}
		eight |= uint64(l.code) << (8 * (n & 7))
		if n&7 == 7 {
			k.put(n>>3, eight)
			eight = 0
		}
		if ends {
			n++
			break
		}
	}
	k.put(n>>3, eight)
	return k, i
}

// apostrophe is the letter that an apostrophe at i stands for in a word, if it is
// one, and whether it ends the word.
func (s *splitter) apostrophe(i, size int) (l letterOf, ends bool) {
	if r, _ := decode(s.text[i:]); fold(r) != '\'' {
		return l, false
	}
	next, m := decode(s.text[i+size:])
	if m == 0 && s.raw { // an elided word at the end of a phrase: plus d'
		return letterOf{letterRune, '\''}, true
	}
	if m == 0 || kindOf(next) != letterRune {
		return l, false
	}
	return letterOf{letterRune, '\''}, next < 0x400
}

// word reads a word. An Arabic one that no language has is taken apart at its
// proclitics.
func (s *splitter) word(toks []token) []token {
	r, _ := decode(s.text[s.at:])
	k, end := s.letters(s.at)
	w := s.lex.find(k)
	var f form
	if fold(r) != r && unicode.IsUpper(r) {
		f = capital
	}
	from := s.at
	s.at = end
	if s.raw || !arabic(r) {
		return addWord(toks, from, end, w, f)
	}
	var apart []token
	if w.word == 0 {
		apart = s.proclitics(toks, k, from, end)
	}
	if apart == nil {
		apart = addWord(toks, from, end, w, f)
	}
	// The article of a number in digits: الـ14.
	last := &apart[len(apart)-1]
	if next, _ := decode(s.text[end:]); last.word != 0 && last.word == s.lex.article && kindOf(next) == digitRune {
		*last = token{kind: numberKind, roles: roleDigits}
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
	return addWord(toks, from, s.at, s.lex.find(k.attach(free)), 0)
}
