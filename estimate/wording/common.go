package wording

import (
	"math/bits"

	"github.com/openestimate/casualty/estimate"
)

// Most phrases are a number in digits, bare or after one English hedge and before a
// scale, a noun or a hedge, or a vague word alone: "47", "at least 1,200", "200+",
// "1.2 million", "nearly 40 soldiers", "several hundred". They are read here at a
// third of the cost. What such words say was found by the parser itself when the
// lexicon was made, so that the two agree; a test and a fuzzer hold them together.

// An idiom is words as they stand before digits, after them, or alone.
type idiom struct {
	key      key   // zero in an empty slot
	value    int64 // after digits: multiplies them; alone: the number or the scale of the vague word
	vague    bool  // alone: a vague word, of this quantifier
	quant    term
	hedge    hedge
	modality modality
}

// maxIdiom is the most bytes of an idiom: the last of a key says where it stands.
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

// idiomBefore is the key of the ASCII letters and spaces that text begins with, and
// their length.
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

// idiomAfter is the key of a text that stands after digits.
func idiomAfter(text string) key {
	k := key{first: lowerOf(load(text, 0)), third: afterMark}
	if len(text) > 8 {
		k.second = lowerOf(load(text, 8))
		if len(text) > 16 {
			k.third |= lowerOf(load(text, 16))
		}
	}
	return k
}

// lettersAndSpaces is lettersOf for spaces beside letters.
func lettersAndSpaces(x uint64) (letters uint64, n int) {
	letter := lettersIn(x)
	y := x ^ ' '*ones
	space := ^(y&^highs + ones*0x7F) &^ x & highs
	others := (letter | space) ^ highs
	return (x | letter>>2) & below(others), bits.TrailingZeros64(others) >> 3
}

// lowerOf is x with its ASCII letters in lower case.
func lowerOf(x uint64) uint64 { return x | lettersIn(x)>>2 }

// common reads text as an idiom alone, or digits with perhaps an idiom before them
// and one after. It reports whether it is that.
func (x *lexicon) common(text string, q *estimate.Quantity) bool {
	k, i := idiomBefore(text)
	var a amount
	var h hedge
	var m modality
	if i > 0 {
		if i > maxIdiom || (text[i-1] == ' ') == (i == len(text)) {
			return false
		}
		d := x.idioms.slot(k)
		if d.key == (key{}) {
			return false
		}
		h, m = d.hedge, d.modality
		if i == len(text) {
			a.value, a.vague, a.quant = d.value, d.vague, d.quant
			plainly(&a, h, m, q)
			return true
		}
	}
	n, decimals, end := commonNumber(text, i)
	if end == 0 {
		return false
	}
	a.value = n
	if end < len(text) {
		if n == 0 || 1800 <= n && n < 2100 || len(text)-end > maxIdiom {
			return false
		}
		d := x.idioms.slot(idiomAfter(text[end:]))
		if d.key == (key{}) {
			return false
		}
		var why Reason
		if a.value, why = whole(mul(n, d.value), decimals); why != 0 || a.value > maxCount {
			return false
		}
		if d.hedge != 0 {
			if h = h.with(d.hedge); h == 0 {
				return false
			}
		}
		m = max(m, d.modality)
	} else if decimals > 0 || n == 0 && (h == fewerThan || h == nearly) {
		return false
	}
	plainly(&a, h, m, q)
	return true
}

// commonNumber reads digits of text from i on, in groups or with a decimal or two:
// 47, 1,200, 1.2. It gives the value with its decimals and the end, 0 if it may not
// be such a number.
func commonNumber(text string, i int) (n int64, decimals uint8, end int) {
	from := i
	for i < len(text) && class[text[i]] == digit {
		n = n*10 + int64(text[i]-'0')
		i++
	}
	width := i - from
	if width == 0 || width > 15 || text[from] == '0' && width > 1 {
		return 0, 0, 0
	}
	if i == len(text) {
		return n, 0, i
	}
	switch c := text[i]; {
	case c == ',':
		if width > 3 || n == 0 {
			return 0, 0, 0
		}
		for groups := 0; i < len(text) && text[i] == ','; groups++ {
			if i+4 > len(text) || groups == 4 || !threeDigits(text[i+1:]) {
				return 0, 0, 0
			}
			n = n*1000 + int64(text[i+1]-'0')*100 + int64(text[i+2]-'0')*10 + int64(text[i+3]-'0')
			i += 4
		}
		if i < len(text) && (text[i] == '.' || text[i] == ' ' && i+1 < len(text) && class[text[i+1]] == digit) {
			return 0, 0, 0
		}
	case c == '.':
		for i++; i < len(text) && class[text[i]] == digit && decimals < 3; decimals++ {
			n = n*10 + int64(text[i]-'0')
			i++
		}
		if decimals == 0 || decimals == 3 || width > 3 {
			return 0, 0, 0
		}
	}
	return n, decimals, i
}
