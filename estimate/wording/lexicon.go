package wording

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// wordID names a word of any language; 0 is a word of none.
type wordID uint16

// senseID names a sense within a language; 0 is none.
type senseID uint16

// languages is a set of languages, a bit each.
type languages uint8

// A lexicon holds the words of all languages in one table.
type lexicon struct {
	short      []shortSlot // words of up to 16 ASCII letters; its length is a power of 2
	slots      []slot      // all words by hash, probed one after the other; as short
	marks      [128]wordID // ASCII marks
	words      []word      // by wordID
	langs      []*tables
	proclitics []proclitic
	article    wordID // ال
	english    languages
	prefixes   prefixes
	syllables  []lengths // by the first syllable of a word of Hangul
}

// A shortSlot holds the letters of its word, so that finding is comparing.
type shortSlot struct {
	first, second uint64
	word          wordID
}

type slot struct {
	hash uint32
	word wordID
}

type word struct {
	letters string // folded
	in      languages
	part    part // of Hangul: what it may be there
	abbr    bool // a full stop after it ends no sentence
}

type proclitic struct {
	letters string
	word    wordID
}

// tables are what a language makes of words.
type tables struct {
	*language
	bit    languages
	first  []senseID // by wordID: the sense of the word alone, 0 if none
	node   []uint16  // by wordID: the phrases it begins, 0 if none
	inner  []bool    // by wordID: whether a phrase goes on with it
	nodes  []node
	senses []sense
}

// A node is reached by the first words of a phrase.
type node struct {
	sense senseID // 0 if no phrase ends here
	edges []edge
}

type edge struct {
	word wordID
	node uint16
}

// lexical is the lexicon, made at first use and never written to again.
var lexical = sync.OnceValue(func() *lexicon { return compile(all()) })

// all returns the languages in the order in which a phrase is tried.
func all() []*language {
	return []*language{&english, &ukrainian, &russian, &korean, &spanish, &french, &arabicLanguage}
}

func compile(langs []*language) *lexicon {
	x := &lexicon{short: make([]shortSlot, 1<<14), slots: make([]slot, 1<<15), words: make([]word, 1), syllables: make([]lengths, lastSyllable-firstSyllable+1)}
	for i, l := range langs {
		t := &tables{language: l, bit: 1 << i, nodes: make([]node, 1), senses: make([]sense, 1)}
		x.langs = append(x.langs, t)
		if l == &english {
			x.english = t.bit
		}
		x.addAll(t)
		for _, p := range l.proclitics {
			x.proclitics = append(x.proclitics, proclitic{foldAll(p), x.intern(p, free)})
		}
		if l.article != "" {
			x.article = x.intern(l.article, free)
			x.proclitics = append(x.proclitics, proclitic{foldAll(l.article), x.article})
		}
	}
	for _, t := range x.langs {
		t.first = append(t.first, make([]senseID, len(x.words)-len(t.first))...)
		t.node = append(t.node, make([]uint16, len(x.words)-len(t.node))...)
		t.inner = make([]bool, len(x.words))
		for _, n := range t.nodes {
			for _, e := range n.edges {
				t.inner[e.word] = true
			}
		}
	}
	x.addPrefixes()
	return x
}

// addAll adds the words of a language. Where words are written together, those of
// one word come first: a phrase is cut into them as running text is.
func (x *lexicon) addAll(t *tables) {
	var phrases []group
	for a, groups := range [attachments][]group{free: t.words, counter: t.counters, particle: t.particles} {
		for _, g := range groups {
			for phrase := range strings.SplitSeq(g.phrases, ",") {
				phrase = strings.TrimSpace(phrase)
				if t.particles != nil && strings.Contains(phrase, " ") {
					phrases = append(phrases, group{g.sense, phrase})
				} else {
					x.add(t, g.sense, phrase, attachment(a))
				}
			}
		}
	}
	for _, g := range phrases {
		sp := splitter{text: g.phrases, lex: x}
		for _, tok := range sp.sentence(nil, true) {
			if tok.word == 0 {
				x.intern(g.phrases[tok.start:tok.end], free)
			}
		}
	}
	for _, g := range phrases {
		x.add(t, g.sense, g.phrases, free)
	}
}

// maxShort is the longest name of a month that may be one written short: "Sept.".
const maxShort = 4

// add gives a phrase a meaning in a language, beside what it means already.
func (x *lexicon) add(t *tables, s sense, phrase string, a attachment) {
	var ids []wordID
	sp := splitter{text: phrase, lex: x, raw: t.particles == nil || !strings.Contains(phrase, " ")}
	for _, tok := range sp.sentence(nil, true) {
		id := tok.word
		if tok.kind == numberKind {
			continue // a test keeps digits out of the tables
		}
		if id == 0 || a != free {
			id = x.intern(phrase[tok.start:tok.end], a)
		}
		if phrase[tok.start:tok.end] == phrase {
			x.words[id].part |= partOf(s.roles, a)
		}
		if s.roles&roleAbbreviation != 0 || s.roles&roleMonth != 0 && utf8.RuneCountInString(phrase) <= maxShort {
			x.words[id].abbr = true
		}
		x.words[id].in |= t.bit
		ids = append(ids, id)
	}
	if n := len(x.words); len(t.first) < n {
		t.first = append(t.first, make([]senseID, n-len(t.first))...)
		t.node = append(t.node, make([]uint16, n-len(t.node))...)
	}
	switch len(ids) {
	case 0:
		return
	case 1:
		t.first[ids[0]] = t.join(t.first[ids[0]], s)
		return
	}
	if t.node[ids[0]] == 0 {
		t.node[ids[0]] = t.newNode()
	}
	at := t.node[ids[0]]
	for _, id := range ids[1:] {
		next := t.nodes[at].next(id)
		if next == 0 {
			next = t.newNode()
			t.nodes[at].edges = append(t.nodes[at].edges, edge{id, next})
		}
		at = next
	}
	t.nodes[at].sense = t.join(t.nodes[at].sense, s)
}

func (t *tables) newNode() uint16 {
	t.nodes = append(t.nodes, node{})
	return uint16(len(t.nodes) - 1)
}

func (n *node) next(w wordID) uint16 {
	for _, e := range n.edges {
		if e.word == w {
			return e.node
		}
	}
	return 0
}

// join is the sense of id with s beside it.
func (t *tables) join(id senseID, s sense) senseID {
	s = t.senses[id].merge(s)
	if i := slices.Index(t.senses, s); i > 0 {
		return senseID(i)
	}
	t.senses = append(t.senses, s)
	return senseID(len(t.senses) - 1)
}

// intern gives a word of a class its place, a new one if it has none.
func (x *lexicon) intern(w string, a attachment) wordID {
	letters := foldAll(w)
	var h uint64
	for _, r := range letters {
		h = mix(h, r)
	}
	h = a.seed(h)
	if id := x.find(h, letters); id != 0 {
		return id
	}
	x.words = append(x.words, word{letters: letters})
	id := wordID(len(x.words) - 1)
	hash := finish(h)
	mask := uint32(len(x.slots) - 1)
	i := hash & mask
	for x.slots[i].word != 0 {
		i = (i + 1) & mask
	}
	x.slots[i] = slot{hash, id}
	x.index(letters, id)
	x.measure(letters, a)
	return id
}

// index makes a mark or a short word of ASCII letters quick to find.
func (x *lexicon) index(letters string, id wordID) {
	if len(letters) == 1 && letters[0] < 128 && class[letters[0]] != letter {
		x.marks[letters[0]] = id
		return
	}
	first, n := packed(letters)
	var second uint64
	if n == 8 {
		var m int
		second, m = packed(letters[8:])
		n += m
	}
	if n != len(letters) || n == 0 {
		return
	}
	mask := len(x.short) - 1
	i := shortHash(first, second) & mask
	for x.short[i].word != 0 {
		i = (i + 1) & mask
	}
	x.short[i] = shortSlot{first, second, id}
}

func shortHash(first, second uint64) int {
	return int((first ^ second*3) * 0x9E3779B97F4A7C15 >> 48)
}

// findShort is the place of a word of up to 16 ASCII letters, packed.
func (x *lexicon) findShort(first, second uint64) wordID {
	mask := len(x.short) - 1
	for i := shortHash(first, second) & mask; ; i = (i + 1) & mask {
		s := &x.short[i&mask]
		if s.first == first && s.second == second || s.word == 0 {
			return s.word
		}
	}
}

// find is the place of the word with hash h, 0 if it has none.
func (x *lexicon) find(h uint64, text string) wordID {
	hash := finish(h)
	mask := uint32(len(x.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := x.slots[i]
		if s.word == 0 {
			return 0
		}
		if s.hash == hash && sameWord(text, x.words[s.word].letters) {
			return s.word
		}
	}
}

// sameWord compares a text with folded letters.
func sameWord(text, letters string) bool {
	i, j := 0, 0
	for i < len(text) {
		if c := text[i]; c < 0x80 {
			if class[c] == letter {
				c |= 0x20
			}
			if j == len(letters) || c != letters[j] {
				return false
			}
			i, j = i+1, j+1
			continue
		}
		r, n := decode(text[i:])
		i += n
		if r = fold(r); r == 0 {
			continue
		}
		want, m := decode(letters[j:])
		if m == 0 || r != want {
			return false
		}
		j += m
	}
	return j == len(letters)
}

// prefixed is the length of the front of text that reads as letters, 0 if it
// does not.
func prefixed(text, letters string) int {
	i := 0
	for _, want := range letters {
		for {
			r, n := decode(text[i:])
			if n == 0 {
				return 0
			}
			i += n
			if r = fold(r); r == 0 {
				continue
			}
			if r != want {
				return 0
			}
			break
		}
	}
	return i
}

func foldAll(w string) string {
	var b strings.Builder
	for _, r := range w {
		if r = fold(r); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// abbreviates reports whether w is a word written short, as "Dec" and "тыс".
func (x *lexicon) abbreviates(w wordID) bool { return x.words[w].abbr }
