package wording

import "math/bits"

// common fills room from token n on with what most text is made of, from s.at on:
// words of up to 15 ASCII letters, plain numbers and commas, with a space between them,
// and the full stop at the end of the text. It gives the token after the last, and stops
// at anything else. The text is of 16 bytes or more. All tokens but marks are taken for
// ones after a space.
//
// It calls nothing for a word, so that most of it stays in registers.
func (s *splitter) common(room []token, n int) int {
	text, at, slots, seen := s.text, s.at, s.lex.slots, s.seen
	last := len(text) - 16
words:
	for n < len(room) {
		var x, y uint64 // the next 16 bytes, zeros after the end of the text
		if at <= last {
			x, y = eight(text[at:]), eight(text[at+8:])
		} else {
			x, y = end(text, at-last)
		}
		first, second := x|0x20*ones, uint64(0)
		bit := 0 // after the word
		var next byte
		if others := ^x & letterBits; others != 0 {
			bit = bits.TrailingZeros64(others) & 56
			first &^= ^uint64(0) << (bit & 63)
			next = byte(x >> (bit & 63))
		} else if others = ^y & letterBits; others != 0 {
			bit = bits.TrailingZeros64(others) & 56
			second = (y | 0x20*ones) &^ (^uint64(0) << (bit & 63))
			next = byte(y >> (bit & 63))
			bit += 64
		} else {
			break
		}
		if next != ' ' && (next == '\'' || next >= 0x80) {
			break
		}
		if bit == 0 {
			if byte(x)-'0' > 9 {
				break
			}
			v, width, f := plainNumber(x, y)
			if width == 0 {
				break
			}
			t := &room[n]
			t.start, t.end, t.value = int32(at), int32(at+width), v
			t.meaning = meaning{kind: numberKind, roles: roleDigits, form: spaced | f}
			seen.number()
			n++
			at += width + 1
			continue
		}
		i := scatter(first ^ second*3) // the hash of a key with no third part
		w := &slots[i]
		for w.key.first^first|w.key.second^second|w.key.third != 0 {
			if w.word == 0 {
				if unlike(first)|unlike(second) != 0 {
					break words
				}
				break
			}
			i = (i + 1) & slotMask
			w = &slots[i]
		}
		t := &room[n]
		t.start, t.value, t.meaning = int32(at), 0, w.meaning
		at += bit >> 3
		t.end = int32(at)
		t.form = spaced | capitalOf(byte(x))
		seen.word(w)
		n++
		if next != ' ' {
			ahead := len(text) - at
			if n == len(room) || !(next == ',' && ahead > 1 && text[at+1] == ' ') && !(next == '.' && ahead == 1) {
				break
			}
			w, t := s.lex.marks[next], &room[n]
			t.start, t.end, t.value, t.meaning = int32(at), int32(at+1), -int64(next), w.meaning
			t.kind = markKind
			seen.mark(w)
			n++
			if at++; ahead == 1 {
				break
			}
		}
		at++
	}
	s.at, s.seen = at, seen
	return n
}

// end is the last sixteen bytes of text without the first of them, as many as past,
// and zeros after them.
func end(text string, past int) (x, y uint64) {
	last := text[len(text)-16:]
	x, y = eight(last), eight(last[8:])
	by := 8 * uint(past)
	return x>>by | y<<(64-by) | y>>(by-64), y >> by
}

// letterBits are the bits that ASCII letters have. Digits, spaces and marks have them
// not, but for @[\]^_`{|}~, which unlike finds.
const letterBits = 0x40 * ones

// unlike is not zero if a byte of x, but for zeros at its end, is none of the small
// ASCII letters. All bytes before have the bits 0x60.
func unlike(x uint64) uint64 {
	const low = 0x1F * ones
	after := (x + 5*ones) | x         // {|}~ and beyond ASCII, in the top bits
	before := x >> 1 &^ (x&low + low) // the sign before a
	return after&highs | before&(0x20*ones)
}

// asciiWord is the key of the word at i and its end, if it is of up to 16 ASCII
// letters alone; 0 if it may not be.
func asciiWord(text string, i int) (k key, end int) {
	x, y := load(text, i), uint64(0)
	if i+8 < len(text) {
		y = load(text, i+8)
	}
	first, n := lettersOf(x)
	second, m := lettersOf(y)
	eighth := n >> 3
	end = i + n + m*eighth
	if end < len(text) && (end == i+16 || text[end] == '\'' || text[end] >= 0x80) {
		return key{}, 0
	}
	return key{first: first, second: second & -uint64(eighth)}, end
}

// letters is the key of the letters that the text goes on with at i, and their
// end. An apostrophe before a letter belongs to the word: it ends a Latin one (d',
// l'), as elided articles do, and stands inside a Cyrillic one (п'ять).
func (s *splitter) letters(i int) (k key, end int) {
	text, n, table := s.text, 0, s.lex.letters
	var eight uint64 // the last letters, from the top byte down
	for i < len(text) {
		c, size, ends := text[i], 1, false
		var l letterOf
		switch {
		case c-0xC2 < 0xE0-0xC2 && i+1 < len(text) && text[i+1]&0xC0 == 0x80: // the most of Cyrillic and Arabic
			l, size = table[int(c&0x1F)<<6|int(text[i+1]&0x3F)], 2
		case class[c] == letter:
			l.code = c | 0x20
		case c < 0x80:
			// A mark: an apostrophe, or the end.
		default:
			var r rune
			r, size = decode(text[i:])
			l = s.lex.letterOf(r)
		}
		if l.code == 0 {
			if l.kind == letterRune || l.kind == ignorable {
				i += size
				continue
			}
			if c >= 0x80 || c == '\'' {
				l, ends = s.apostrophe(i, size)
			}
			if l.code == 0 {
				break
			}
		}
		i += size
		eight = eight>>8 | uint64(l.code)<<56
		if n++; n&7 == 0 {
			k.put(n>>3-1, eight)
		}
		if ends {
			break
		}
	}
	k.put(n>>3, eight>>(64-8*(n&7)))
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
		return letterOf{kind: letterRune, code: '\''}, true
	}
	if m == 0 || kindOf(next) != letterRune {
		return l, false
	}
	return letterOf{kind: letterRune, code: '\''}, next < 0x400
}

// word reads a word, which begins with r. An Arabic one that no language has is taken apart at its
// proclitics.
func (s *splitter) word(toks []token, r rune) []token {
	k, end := s.letters(s.at)
	w := s.lex.find(k)
	var f form
	if s.lex.upper(r) {
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
	if last := &apart[len(apart)-1]; last.word != 0 && last.word == s.lex.article {
		if next, _ := decode(s.text[end:]); kindOf(next) == digitRune {
			*last = token{meaning: meaning{kind: numberKind, roles: roleDigits}}
			s.number(last)
			last.form |= definite
		}
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
