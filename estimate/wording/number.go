package wording

import (
	"math/bits"

	"github.com/openestimate/casualty/estimate"
)

// number reads a number in digits: 12, 12,000, 12 000, 12.000, 1.2, 12,34,567.
// Groups are of three digits after the first (or of two, in the Indian way), all
// with one sign between them; white space groups count only if all after the
// first have three digits.
func (s *splitter) number(t *token) {
	text, from := s.text, s.at
	t.start = int32(from)
	v, width := digitsOf(load(text, from))
	end := from + width
	if 0 < width && width < 8 && (end == len(text) || text[end] < 0x80) {
		t.value, s.at = int64(v), end
	} else {
		var ok bool
		if width, ok = s.run(t); !ok {
			t.form |= tooLarge
		}
	}
	if text[from] == '0' && width > 1 {
		t.form |= strange
	}
	if s.at < len(text) {
		switch c := text[s.at]; c {
		case ',', '.', ' ', '\'': // of the ASCII signs none is in a number but before a digit
			if s.at+1 < len(text) && (class[text[s.at+1]] == digit || text[s.at+1] >= 0x80) {
				s.groups(t, width)
			}
		default:
			if c >= 0x80 {
				s.groups(t, width)
			}
		}
	}
	t.end = int32(s.at)
}

// plainNumber is the number in ASCII digits, with one group or none, that x and then y
// begin with, its width in bytes, and its form. The width is 0 if it is none, or other
// than a space and a letter follows.
func plainNumber(x, y uint64) (value int64, width int, f form) {
	v, n := digitsOf(x)
	if n == 0 || n > 6 || byte(x) == '0' {
		return 0, 0, 0
	}
	x = x>>(8*n&63) | y<<(64-8*n&63)
	if byte(x) == ',' && n <= 3 {
		group, m := digitsOf(x >> 8)
		if m != 3 {
			return 0, 0, 0
		}
		v, n, x, f = 1000*v+group, n+4, x>>32, grouped|commaGroup
	}
	if byte(x) != ' ' || class[byte(x>>8)] != letter {
		return 0, 0, 0
	}
	return int64(v), n, f
}

// digitsOf is the value of the ASCII digits that x begins with, and their number.
func digitsOf(x uint64) (v uint64, n int) {
	x ^= '0' * ones
	n = bits.TrailingZeros64((x+(0x80-10)*ones|x)&highs) >> 3
	x <<= 64 - 8*n  // the last digit in the top byte, zeros before the first
	x = x*10 + x>>8 // pairs, a byte each
	const pair = 0x000000FF000000FF
	return (x&pair*(100+1000000<<32) + x>>16&pair*(1+10000<<32)) >> 32, n
}

// run reads digits on to the value of t and gives their number, and whether the
// value is a possible count.
func (s *splitter) run(t *token) (width int, ok bool) {
	text, v, ok := s.text, t.value, true
	i := s.at
	for i < len(text) && width < 15 && class[text[i]] == digit && v < 1000 {
		v = v*10 + int64(text[i]-'0')
		i++
		width++
	}
	for i < len(text) {
		c := text[i]
		var d int64
		n := 1
		if class[c] == digit {
			d = int64(c - '0')
		} else if class[c] == high {
			r, m := decode(text[i:])
			if kindOf(r) != digitRune {
				break
			}
			d, n = digitOf(r), m
		} else {
			break
		}
		if v > (estimate.MaxCount-d)/10 {
			ok = false
		} else if ok {
			v = v*10 + d
		}
		i += n
		width++
	}
	t.value, s.at = v, i
	return width, ok
}
