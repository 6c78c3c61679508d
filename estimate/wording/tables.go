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

// An edge leads from one word of a phrase to the next.
type edge struct {
	from nodeID
	word wordID
	to   nodeID // 0 in an empty slot
}

const edgeBits = 14

// entry is what the word of a token means; the zero entry if it is none of the
// language.
func (t *tables) entry(tok *token) *entry {
	lacks := -wordID(tok.lacks >> (t.index & 7) & 1) // all ones if it is none, so that nothing branches
	return &t.entries[tok.word&^lacks]
}

// next is where a phrase at from goes on to with a word, 0 if none does.
func (x *lexicon) next(from nodeID, w wordID) nodeID { return x.edge(from, w).to }

// edge is the slot of an edge, an empty one if there is none.
func (x *lexicon) edge(from nodeID, w wordID) *edge {
	const mask = 1<<edgeBits - 1
	for i := int((uint32(from)<<16 | uint32(w)) * 0x9E3779B1 >> (32 - edgeBits)); ; i++ {
		e := &x.edges[i&mask]
		differs := uint64(e.from^from) | uint64(e.word^w)
		if differs&uint64(-int64(e.to)>>63) == 0 {
			return e
		}
	}
}
