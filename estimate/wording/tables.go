package wording

// senseID names a sense within a language; 0 is none.
type senseID uint16

// nodeID names a place within the phrases of a language; 0 is none.
type nodeID uint16

// tables are what a language makes of words.
type tables struct {
	*language
	lex     *lexicon
	index   uint8     // of the language in the lexicon
	bit     languages // the same as a set
	entries []entry   // by wordID, as far as the language has words
	senses  []sense
	endings bool // digits may be written with an ending
	troops  bool // nouns of people say whether they are deployed
}

// An entry is what a word means by itself, and how phrases go on with it.
type entry struct {
	roles role
	after filter  // the words that may follow in the phrases it begins
	sense senseID // of the word alone, 0 if none
	node  nodeID  // the phrases it begins, 0 if none
}

// A filter tells for most words that they are not of a set.
type filter uint64

// anything is the filter of all words.
const anything = ^filter(0)

func filterOf(w wordID) filter { return 1 << (w & 63) }

// An edge leads from a place within the phrases of a language to the next, by a word of
// that language.
type edge struct {
	key   uint32  // the place before and the word
	to    nodeID  // 0 in an empty slot
	sense senseID // of the phrase that ends there, 0 if none does
}

const edgeBits = 14

// entry is what the word of a token means; the zero entry if it is none of the
// language.
func (t *tables) entry(tok *token) *entry {
	lacks := -wordID(tok.lacks >> (t.index & 7) & 1) // all ones if it is none, so that nothing branches
	return &t.entries[tok.word&^lacks]
}

// edge is the edge from a place with a word, an empty one if there is none.
func (x *lexicon) edge(from nodeID, w wordID) *edge {
	const mask = 1<<edgeBits - 1
	key := uint32(from)<<16 | uint32(w)
	for i := key * 0x9E3779B1 >> (32 - edgeBits); ; i++ {
		if e := &x.edges[i&mask]; e.key == key || e.to == 0 {
			return e
		}
	}
}
