package wording

import (
	"sync"
	"sync/atomic"
)

// wordID names a word of any language; 0 is a word of none.
type wordID uint16

// languages is a set of languages, a bit each.
type languages uint8

// A lexicon holds the words of all languages in one table. Nothing is written to
// it once it is made.
type lexicon struct {
	slots      *[1 << slotBits]slot // by the hash of the key, probed one after the other
	words      []*slot              // by wordID
	marks      [128]*slot           // ASCII marks
	letters    *[letters2]letterOf  // by rune
	langs      []*tables
	nodes      nodeID               // how many places within phrases there are
	edges      *[1 << edgeBits]edge // by the hash of the key, as slots
	proclitics []proclitic
	article    wordID // ال
	english    languages
	idioms     idioms
	syllables  []lengths // by the first syllable of a word of Hangul
}

const (
	slotBits = 15
	slotMask = 1<<slotBits - 1
)

// A slot holds a word. The zero slot is that of a word that no language has.
type slot struct {
	key key
	meaning
	after      filter    // as its entry in the first language has it
	speaks     int8      // for the first language: 1 if no other has it, -1 if only others have
	abbr       languages // those in which a full stop after it ends no sentence
	part       part      // of Hangul: what it may be there
	attachment attachment
	_          [12]byte // a slot is a line of the cache
}

// lexical is the lexicon, made at first use.
func lexical() *lexicon {
	if x := made.Load(); x != nil {
		return x
	}
	x := making()
	made.Store(x)
	return x
}

var (
	making = sync.OnceValue(func() *lexicon { return compile(all()) })
	made   atomic.Pointer[lexicon] // what making made, to be had without a call
)

// all returns the languages in the order in which a phrase is tried.
func all() []*language {
	return []*language{&english, &ukrainian, &russian, &korean, &spanish, &french, &arabicLanguage}
}

// find is the slot of a word, an empty one if no language has it.
func (x *lexicon) find(k key) *slot {
	for i := k.hash(); ; i++ {
		s := &x.slots[i&slotMask]
		if differs := s.key.first ^ k.first | s.key.second ^ k.second | s.key.third ^ k.third; differs&s.taken() == 0 {
			return s
		}
	}
}

// taken is all ones if the slot holds a word, so that one branch can decide whether
// to go on to the next.
func (s *slot) taken() uint64 { return uint64(-int64(s.word) >> 63) }

// markOf is the slot of a folded mark.
func (x *lexicon) markOf(r rune) *slot {
	if 0 <= r && int(r) < len(x.marks) {
		return x.marks[r]
	}
	return x.find(markKey(r))
}
