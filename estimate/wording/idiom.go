package wording

import "math/bits"

// An idiom is words as they stand before digits, after them, or alone.
type idiom struct {
	key      key   // zero in an empty slot
	value    int64 // after digits: multiplies them; alone: the number or the scale of the vague word
	vague    bool  // alone: a vague word, of this quantifier
	quant    term
	hedge    hedge
	modality modality
	between  bool // before the two numbers of a range
}

// maxIdiom is the most bytes of an idiom: the last byte of a key says where it
// stands.
const (
	maxIdiom  = maxLetters - 1
	afterMark = 1 << 63
)

// idioms holds them by hash; its length is a power of 2.
type idioms []idiom

// slot is the slot of an idiom, an empty one if there is none.
func (s idioms) slot(k key) *idiom {
	for i := k.hash(); ; i++ {
		d := &s[i&(len(s)-1)]
		if d.key == k || d.key == (key{}) {
			return d
		}
	}
}

// pair reads a text with key k as two idioms before digits, of which the first says
// how firmly the second is said: "could have" and "surpassed". The first is the
// longest, as it is for the parser.
func (s idioms) pair(text string, k key, before *idiom) bool {
	for i := len(text) - 2; i > 1; i-- {
		if text[i] != ' ' {
			continue
		}
		first := s.slot(k.upTo(i + 1))
		if first.key == (key{}) {
			continue
		}
		second := s.slot(k.from(i + 1))
		before.hedge, before.modality = second.hedge, max(first.modality, second.modality)
		return second.key != (key{}) && first.hedge == 0 && !first.between && !second.between
	}
	return false
}

// idiomBefore is the key of the ASCII letters, spaces and hyphens that text begins
// with, and their length.
func idiomBefore(text string) (k key, length int) {
	k.first, length = lettersAndSpaces(load(text, 0))
	if length == 8 {
		n := 0
		k.second, n = lettersAndSpaces(load(text, 8))
		if length += n; n == 8 {
			k.third, n = lettersAndSpaces(load(text, 16))
			length += n
		}
	}
	return k, length
}

// idiomAfter is the key of a text of up to maxIdiom bytes that stands after digits.
// It may hold any byte, also zeros, so its length is in the key.
func idiomAfter(text string) key {
	k := key{first: lowerOf(load(text, 0)), third: afterMark | uint64(len(text))<<56}
	if len(text) > 8 {
		k.second = lowerOf(load(text, 8))
		if len(text) > 16 {
			k.third |= lowerOf(load(text, 16))
		}
	}
	return k
}

// lettersAndSpaces is lettersOf for spaces and hyphens beside letters.
func lettersAndSpaces(x uint64) (letters uint64, n int) {
	letter := lettersIn(x)
	y, z := x^' '*ones, x^'-'*ones
	marks := ^((y&^highs + ones*0x7F) & (z&^highs + ones*0x7F)) &^ x & highs
	others := (letter | marks) ^ highs
	return (x | letter>>2) & below(others), bits.TrailingZeros64(others) >> 3
}

// lowerOf is x with its ASCII letters in lower case.
func lowerOf(x uint64) uint64 { return x | lettersIn(x)>>2 }
