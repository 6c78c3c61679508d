package wording

import (
	"math/bits"
	"unicode/utf8"
)

// An attachment is how a word stands in a run.
type attachment uint8

const (
	free     attachment = iota // begins a run
	counter                    // follows a number, with or without a space
	particle                   // ends a run
	attachments
)

// A part is what a word may be in a run.
type part uint8

const (
	partNumeral  part = 1 << iota
	partSole          // a numeral that may stand alone before its counter: 백
	partNoun          // a numeral that needs no counter: 다섯
	partMultiple      // a numeral that multiplies the one before it: 백
	partCounted       // a counter may follow: a number, or 여 "and some more"
	partBefore        // a hedge before its number
	partAfter         // a hedge after its number
	partPeople        // those counted
)

func partOf(r role, a attachment) (p part) {
	for _, m := range [...]struct {
		roles role
		part  part
	}{
		{roleUnit | roleTimes | roleScale | rolePair, partNumeral | partCounted},
		{rolePlural | roleQuantifier | roleUnknown, partCounted},
		{roleSole, partSole}, {roleNoun, partNoun}, {roleBefore, partBefore}, {roleAfter, partAfter}, {rolePeople, partPeople},
	} {
		if r&m.roles != 0 {
			p |= m.part
		}
	}
	if r&(roleTimes|roleScale) != 0 && r&roleNoun == 0 {
		p |= partMultiple
	}
	if a == counter && r&roleAfter != 0 {
		p |= partCounted
	}
	return p
}

// A morpheme is a word that a run is cut into; the zero morpheme is none.
type morpheme struct {
	slot      *slot
	syllables int
	end       int // in the text
}

const (
	firstSyllable = 0xAC00
	lastSyllable  = 0xD7A3
	syllableSize  = 3 // in bytes
	maxSyllables  = 7 // of the longest Korean word in the tables
)

// lengths are, for each way to attach, the lengths in syllables of words: a byte
// each, with a bit for each length.
type lengths uint32

// shortest has the lowest bit of each of the bytes.
const shortest lengths = 1 << (8 * attachments) / 0xFF

// lengthsFrom is the lengths of the words that begin with each syllable, so that
// few are looked up in vain.
func (x *lexicon) lengthsFrom(r rune) *lengths { return &x.syllables[r-firstSyllable] }

// measure notes the length of a word of Hangul.
func (x *lexicon) measure(letters string, a attachment) {
	r, _ := decode(letters)
	if kindOf(r) != hangulRune {
		return
	}
	if n := utf8.RuneCountInString(letters); n <= maxSyllables {
		*x.lengthsFrom(r) |= 1 << (8*int(a) + n - 1)
	}
}

// syllable is the syllable of Hangul that text goes on with at i, 0 if there is
// none. In UTF-8 each takes syllableSize bytes.
func syllable(text string, i int) rune {
	if i+syllableSize > len(text) {
		return 0
	}
	b := text[i : i+syllableSize]
	x := rune(b[0]) | rune(b[1])<<8 | rune(b[2])<<16
	r := x&0x0F<<12 | x>>8&0x3F<<6 | x>>16&0x3F
	if x&0xC0C0F0 != 0x8080E0 || r < firstSyllable || r > lastSyllable {
		return 0
	}
	return r
}

// morphemes gives the words that a run of Hangul begins with, the shorter first and
// of one length the free first.
type morphemes struct {
	text string
	lex  *lexicon
	at   int     // the syllable after those in key
	key  key     // of the syllables so far
	n    int     // of them
	left lengths // those looked for from here on, moved down with each syllable
	now  lengths // of the length at hand, those to be looked for: the lowest bit of each byte
}

// from begins at i of a text; m is zero.
func (m *morphemes) from(s *splitter, i int) {
	m.text, m.lex = s.text, s.lex
	if r := syllable(s.text, i); r != 0 {
		m.key.first, m.n, m.at = uint64(r), 1, i+syllableSize
		m.left = *s.lex.lengthsFrom(r)
		m.now = m.left & shortest
	}
}

// next is the next word, the zero morpheme at the end.
func (m *morphemes) next() morpheme {
	for {
		for m.now != 0 {
			a := attachment(bits.TrailingZeros32(uint32(m.now)) >> 3)
			m.now &= m.now - 1
			if w := m.lex.find(m.key.attach(a)); w.word != 0 {
				return morpheme{w, m.n, m.at}
			}
		}
		if m.left = m.left >> 1 &^ (shortest << 7); m.left == 0 {
			return morpheme{}
		}
		r := syllable(m.text, m.at)
		if r == 0 {
			return morpheme{}
		}
		m.key.syllable(m.n, r)
		m.n++
		m.at += syllableSize
		m.now = m.left & shortest
	}
}
