package wording

import "math/bits"

// load is up to eight bytes of text from i on, in the low bytes, and zeros after
// its end.
func load(text string, i int) (x uint64) {
	if i+8 <= len(text) {
		return eight(text[i : i+8])
	}
	if n := len(text); n >= 8 {
		return eight(text[n-8:]) >> (8 * (i + 8 - n))
	}
	for n := 0; i < len(text); n++ {
		x |= uint64(text[i]) << (8 * n)
		i++
	}
	return x
}

func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// lettersIn has the top bit of each byte set that is an ASCII letter in x.
func lettersIn(x uint64) uint64 {
	low := (x | 0x20*ones) &^ highs
	return (low + (0x80-'a')*ones) &^ (low + (0x7F-'z')*ones) &^ x & highs
}

// lettersOf is the ASCII letters that x begins with, in lower case, and their number.
func lettersOf(x uint64) (letters uint64, n int) {
	others := lettersIn(x) ^ highs
	return (x | 0x20*ones) & below(others), bits.TrailingZeros64(others) >> 3
}

// below has all bits set of the bytes below the first whose top bit is set in x.
func below(x uint64) uint64 { return x&-x>>7 - 1 }
