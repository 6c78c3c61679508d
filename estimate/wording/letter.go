package wording

import (
	"unicode"
	"unicode/utf8"
)

// Byte classes.
const (
	other uint8 = iota
	letter
	digit
	space
	high // part of a rune beyond ASCII
)

var class = func() (c [256]uint8) {
	for b := range c {
		switch {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z':
			c[b] = letter
		case b >= '0' && b <= '9':
			c[b] = digit
		case b == ' ', b >= '\t' && b <= '\r':
			c[b] = space
		case b >= utf8.RuneSelf:
			c[b] = high
		}
	}
	return c
}()

// decode is the first rune of s and its length in bytes; -1 for bytes that are
// no UTF-8.
func decode(s string) (rune, int) {
	if s == "" {
		return 0, 0
	}
	c := s[0]
	switch {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case 0xC2 <= c && c < 0xE0 && len(s) > 1 && s[1]&0xC0 == 0x80:
		return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
	case 0xE1 <= c && c < 0xED && len(s) > 2 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80:
		return rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return -1, 1
	}
	return r, n
}

// Kinds of rune.
const (
	markRune uint8 = iota
	letterRune
	digitRune
	hangulRune
	spaceRune
	ignorable // a direction mark, zero width, or a soft hyphen: says nothing
	badRune
)

func kindOf(r rune) uint8 {
	switch {
	case r < utf8.RuneSelf:
		if r < 0 {
			return badRune
		}
		return [...]uint8{other: markRune, letter: letterRune, digit: digitRune, space: spaceRune}[class[r]]
	case r < 0xC0:
		switch r {
		case 0xA0, 0x85:
			return spaceRune
		case 0xAD:
			return ignorable
		case 0xAA, 0xB5, 0xBA:
			return letterRune
		}
		return markRune
	case r < 0x530:
		if r == '×' || r == '÷' {
			return markRune
		}
		return letterRune
	case 0x600 <= r && r < 0x700:
		switch {
		case 0x660 <= r && r <= 0x669, 0x6F0 <= r && r <= 0x6F9:
			return digitRune
		case r == 0x61C:
			return ignorable
		case r < 0x610, 0x61B <= r && r <= 0x61F, 0x66A <= r && r <= 0x66D, r == 0x6D4:
			return markRune
		}
		return letterRune
	case 0xAC00 <= r && r <= 0xD7A3:
		return hangulRune
	case 0x2000 <= r && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000, r == 0x2028, r == 0x2029:
		return spaceRune
	case 0x2010 <= r && r <= 0x2027: // dashes, quotes, dots
		return markRune
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069, r == 0xFEFF:
		return ignorable
	case 0xFF10 <= r && r <= 0xFF19:
		return digitRune
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letterRune
	}
	return markRune
}

// digitOf is the value of a digit: ASCII, Arabic-Indic, Persian or full width.
func digitOf(r rune) int64 {
	switch {
	case r <= '9':
		return int64(r - '0')
	case r <= 0x669:
		return int64(r - 0x660)
	case r <= 0x6F9:
		return int64(r - 0x6F0)
	}
	return int64(r - 0xFF10)
}

// lowerCase reports whether r begins a word that goes on with a sentence.
func lowerCase(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r)
}
