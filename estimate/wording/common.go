package wording

import (
	"math/bits"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// Most phrases are a number in digits, bare or after one English hedge, or a vague
// word alone: "47", "at least 1,200", "several hundred". They are read here at a
// third of the cost. What such a hedge or word says was found by the parser itself
// when the lexicon was made, so that the two agree; a fuzzer holds them together.

// A prefix is a hedge as it stands before its number, or a vague word.
type prefix struct {
	text     string // lower case; of a hedge, with a space at its end
	hedge    hedge
	modality modality
	low      amount // of a vague word
}

// prefixes holds them by hash; its length is a power of 2.
type prefixes []prefix

// addPrefixes parses each English hedge before a number.
func (x *lexicon) addPrefixes() {
	x.prefixes = make(prefixes, 1<<11)
	for _, t := range x.langs {
		if t.language != &english {
			continue
		}
		for _, g := range t.words {
			for phrase := range strings.SplitSeq(g.phrases, ",") {
				switch phrase = strings.TrimSpace(phrase); {
				case g.sense.roles&(roleBefore|roleModal) != 0:
					x.addPrefix(t, phrase+" ")
				case g.sense.roles&(rolePlural|roleUnit) != 0:
					x.addPrefix(t, phrase)
				case g.sense.roles&roleQuantifier != 0:
					for _, scale := range []string{"", " dozen", " hundred", " thousand", " million"} {
						x.addPrefix(t, phrase+scale)
						x.addPrefix(t, "a "+phrase+scale)
						x.addPrefix(t, "a "+phrase+" of"+scale)
					}
				}
			}
		}
		for _, many := range []string{"tens", "hundreds"} {
			x.addPrefix(t, many+" of thousands")
			x.addPrefix(t, many+" of millions")
		}
	}
}

func (x *lexicon) addPrefix(t *tables, text string) {
	before := strings.HasSuffix(text, " ")
	s := splitter{text: text, lex: x}
	if before {
		s.text += "7"
	}
	p := phrase{text: s.text, lang: t}
	p.toks, p.any = t.resolve(s.sentence(nil, true))
	var r reading
	p.quantity(0, &r)
	h, n := prefixHash(text)
	if n != len(text) || r.next != len(p.toks) || r.form != plain || before && (r.low.vague || r.low.value != 7) || p.beside(0, &r) != 0 {
		return
	}
	i := int(h) & (len(x.prefixes) - 1)
	for x.prefixes[i].text != "" {
		if x.prefixes[i].text == text {
			return
		}
		i = (i + 1) & (len(x.prefixes) - 1)
	}
	x.prefixes[i] = prefix{text, r.hedge, r.modality, r.low}
}

// prefixHash hashes the ASCII letters and spaces that text begins with, and gives
// their length.
func prefixHash(text string) (h uint64, length int) {
	for {
		x, n := lettersAndSpaces(text, length)
		h = (h ^ x) * 0x9E3779B97F4A7C15
		h ^= h >> 32
		length += n
		if n < 8 {
			return h, length
		}
	}
}

// lettersAndSpaces is packed for spaces beside letters.
func lettersAndSpaces(text string, i int) (x uint64, n int) {
	x = load(text, i)
	lower := x | 0x20*ones
	low := lower &^ highs
	letter := (low + (0x80-'a')*ones) &^ (low + (0x7F-'z')*ones)
	y := x ^ ' '*ones
	space := ^(y&^highs + ones*0x7F)
	is := (letter | space) &^ x & highs
	n = bits.TrailingZeros64(is^highs) / 8
	return lower & (1<<(8*n) - 1), n
}

// common reads text as a number in digits, perhaps after an English hedge, or as
// a vague word. It reports whether it is one.
func (x *lexicon) common(text string, q *estimate.Quantity) bool {
	h, i := prefixHash(text)
	var r reading
	if i < len(text) {
		n, ok := commonNumber(text[i:])
		if !ok {
			return false
		}
		r.low.value = n
	}
	if i > 0 {
		p := x.prefixes.find(h, text[:i])
		if p == nil || (p.hedge == fewerThan || p.hedge == nearly) && i < len(text) && r.low.value == 0 {
			return false
		}
		if hedge := text[i-1] == ' '; hedge == (i == len(text)) {
			return false
		}
		if i == len(text) {
			r.low = p.low
		}
		r.hedge, r.modality = p.hedge, p.modality
	} else if i == len(text) {
		return false
	}
	q.Modality = modalities[r.modality]
	r.plain(q)
	return true
}

func (ps prefixes) find(h uint64, text string) *prefix {
	for i := int(h) & (len(ps) - 1); ; i = (i + 1) & (len(ps) - 1) {
		p := &ps[i]
		if len(p.text) == len(text) && sameLetters(text, p.text) {
			return p
		}
		if p.text == "" {
			return nil
		}
	}
}

// sameLetters compares texts of letters and spaces, of one length, the second in
// lower case.
func sameLetters(text, lower string) bool {
	for i := 0; i < len(text); i += 8 {
		mask := ^uint64(0)
		if n := len(text) - i; n < 8 {
			mask = 1<<(8*n) - 1
		}
		if (load(text, i)|0x20*ones)&mask != load(lower, i) {
			return false
		}
	}
	return true
}

// commonNumber reads digits to the end of text: 47, 1,200.
func commonNumber(text string) (n int64, ok bool) {
	if text == "" || len(text) > 19 || text[0] == '0' && len(text) > 1 {
		return 0, false
	}
	group := -1 // digits since the last comma
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case class[c] == digit:
			n = n*10 + int64(c-'0')
			if group >= 0 {
				group++
			} else if i == 15 {
				return 0, false
			}
		case c == ',' && (group == 3 || group < 0 && 0 < i && i <= 3):
			group = 0
		default:
			return 0, false
		}
	}
	return n, group < 0 || group == 3
}
