package wording

import (
	"strings"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
)

// Most phrases are a number in digits, bare or after one English hedge and before a
// scale, a noun or a hedge, or a vague word alone: "47", "at least 1,200", "200+",
// "1.2 million", "nearly 40 soldiers", "several hundred". They are read here at a
// third of the cost. What such words say was found by the parser itself when the
// lexicon was made, so that the two agree; a test and a fuzzer hold them together.

// common reads text as an idiom alone, or digits with perhaps idioms before them and
// one after, or a range of such. It reports whether it is that.
func (x *lexicon) common(text string, q *estimate.Quantity) bool {
	if text == "" || text[0] >= utf8.RuneSelf {
		return false
	}
	k, i := idiomBefore(text)
	var a amount
	var before idiom
	if i > 0 {
		if i > maxIdiom || (text[i-1] == ' ') == (i == len(text)) {
			return false
		}
		d := x.idioms.slot(k)
		if i == len(text) {
			if d.key == (key{}) {
				return false
			}
			a.value, a.vague, a.quant = d.value, d.vague, d.quant
			plainly(&a, d.hedge, d.modality, q)
			return true
		}
		before.hedge, before.modality, before.between = d.hedge, d.modality, d.between
		if d.key == (key{}) && !x.idioms.pair(text[:i], k, &before) {
			return false
		}
	}
	n, decimals, end := commonNumber(text, i)
	if end == 0 {
		return false
	}
	if end == len(text) {
		if decimals > 0 || before.between || n == 0 && (before.hedge == fewerThan || before.hedge == nearly) {
			return false
		}
		a.value = n
		plainly(&a, before.hedge, before.modality, q)
		return true
	}
	if years(n) || n == 0 {
		return false
	}
	if skip := joiner(text[end:], before.between); skip > 0 {
		return decimals == 0 && x.commonRange(text, end+skip, n, &before, q)
	}
	d := x.after(text[end:])
	if d == nil || before.between {
		return false
	}
	var why Reason
	if a.value, why = whole(mul(n, d.value), decimals); why != 0 || a.value > maxCount {
		return false
	}
	if d.hedge != 0 {
		if before.hedge = before.hedge.with(d.hedge); before.hedge == 0 {
			return false
		}
	}
	plainly(&a, before.hedge, max(before.modality, d.modality), q)
	return true
}

// years reports whether n may be a year.
func years(n int64) bool { return 1800 <= n && n < 2100 }

// after is the idiom that text is after digits, nil if it is none.
func (x *lexicon) after(text string) *idiom {
	if len(text) > maxIdiom {
		return nil
	}
	if d := x.idioms.slot(idiomAfter(text)); d.key != (key{}) {
		return d
	}
	return nil
}

// joiner is the length of what joins the ends of a range at the front of text, 0 if
// it is no such thing.
func joiner(text string, between bool) int {
	switch {
	case text[0] == '-':
		return len("-")
	case strings.HasPrefix(text, " to "):
		return len(" to ")
	case between && strings.HasPrefix(text, " and "):
		return len(" and ")
	}
	return 0
}

// commonRange reads the high end of a range from low, at i, and a scale or noun
// after it.
func (x *lexicon) commonRange(text string, i int, low int64, before *idiom, q *estimate.Quantity) bool {
	if before.hedge != 0 || before.modality != 0 {
		return false
	}
	high, decimals, end := commonNumber(text, i)
	if end == 0 || decimals > 0 || years(high) {
		return false
	}
	if end < len(text) {
		d := x.after(text[end:])
		if d == nil || d.hedge != 0 || d.modality != 0 {
			return false
		}
		if high = mul(high, d.value); low < d.value && mul(low, d.value) < high {
			low *= d.value // 3-5 thousand
		}
	}
	if low >= high || high > maxCount {
		return false
	}
	q.Hedge = estimate.HedgeBetween
	q.Low.N, q.Low.Stated = low, true
	q.High.N, q.High.Stated = high, true
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
