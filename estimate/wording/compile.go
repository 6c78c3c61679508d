package wording

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A compiler makes the lexicon of the languages.
type compiler struct {
	*lexicon
	toks []token  // of the phrase at hand
	ids  []wordID // of its words
	last joined
}

// joined remembers the last sense that was joined, for a group is of one sense.
type joined struct {
	lang *tables
	with sense
	from senseID
	to   senseID
}

func compile(langs []*language) *lexicon {
	none := new(slot)
	x := &lexicon{
		slots:     new([1 << slotBits]slot),
		words:     append(make([]*slot, 0, 1<<14), none),
		letters:   letterTable(),
		edges:     new([1 << edgeBits]edge),
		syllables: make([]lengths, lastSyllable-firstSyllable+1),
	}
	for i := range x.marks {
		x.marks[i] = none
	}
	c := compiler{lexicon: x}
	for i, l := range langs {
		t := &tables{language: l, lex: x, index: uint8(i), bit: 1 << i, senses: make([]sense, 1, 256)}
		x.langs = append(x.langs, t)
		if l == &english {
			x.english = t.bit
		}
		c.addAll(t)
		for _, p := range l.proclitics {
			c.proclitic(p)
		}
		if l.article != "" {
			x.article = c.proclitic(l.article)
		}
		for i := range t.senses {
			if t.senses[i].modality != 0 {
				t.senses[i].roles |= roleDoubt
			}
		}
		for i := range t.entries {
			t.entries[i].roles = t.senses[t.entries[i].sense].roles
		}
		for _, s := range t.senses {
			t.endings = t.endings || s.roles&roleEnding != 0
			t.troops = t.troops || s.measure == deployed && s.roles&rolePeople != 0
		}
	}
	for _, w := range x.words[1:] {
		if first := x.langs[0]; w.lacks&first.bit == 0 {
			e := &first.entries[w.word]
			w.roles, w.after, w.sense = e.roles, e.after, e.sense
			if w.has() == first.bit {
				w.speaks = 1
			}
		} else {
			w.speaks = -1
		}
	}
	x.addIdioms()
	return x
}

func (c *compiler) proclitic(p string) wordID {
	letters := foldAll(p)
	k, _ := c.keyOf(letters, free)
	w := c.intern(letters, free)
	c.proclitics = append(c.proclitics, proclitic{letters, k, utf8.RuneCountInString(letters), w})
	return w.word
}

// addAll adds the words of a language. Where words are written together, those of
// one word come first: a phrase is cut into them as running text is.
func (c *compiler) addAll(t *tables) {
	var phrases []group
	for a, groups := range [attachments][]group{free: t.words, counter: t.counters, particle: t.particles} {
		for _, g := range groups {
			for phrase := range strings.SplitSeq(g.phrases, ",") {
				phrase = strings.TrimSpace(phrase)
				if t.particles != nil && strings.Contains(phrase, " ") {
					phrases = append(phrases, group{g.sense, phrase})
				} else {
					c.add(t, g.sense, phrase, attachment(a))
				}
			}
		}
	}
	for _, g := range phrases {
		for _, tok := range c.split(t, g.phrases) {
			if tok.word == 0 {
				c.intern(g.phrases[tok.start:tok.end], free)
			}
		}
	}
	for _, g := range phrases {
		c.add(t, g.sense, g.phrases, free)
	}
}

// split cuts a phrase of the tables into words.
func (c *compiler) split(t *tables, phrase string) []token {
	s := splitter{text: phrase, lex: c.lexicon, whole: true, raw: t.particles == nil || !strings.Contains(phrase, " ")}
	c.toks = s.sentence(c.toks[:0], maxTokens)
	return c.toks
}

// manyWords is about as many as a language adds to those before.
const manyWords = 1 << 11

// maxShort is the longest name of a month that may be one written short: "Sept.".
const maxShort = 4

// add gives a phrase a meaning in a language, beside what it means already.
func (c *compiler) add(t *tables, s sense, phrase string, a attachment) {
	c.ids = c.ids[:0]
	for _, tok := range c.split(t, phrase) {
		if tok.kind == numberKind {
			continue // a test keeps digits out of the tables
		}
		w := c.words[tok.word]
		if tok.word == 0 || a != free {
			w = c.intern(phrase[tok.start:tok.end], a)
		}
		if phrase[tok.start:tok.end] == phrase {
			w.part |= partOf(s.roles, a)
		}
		if s.roles&roleAbbreviation != 0 || s.roles&roleMonth != 0 && utf8.RuneCountInString(phrase) <= maxShort {
			w.abbr |= t.bit
		}
		w.lacks &^= t.bit
		c.ids = append(c.ids, w.word)
	}
	if len(c.ids) == 0 {
		return
	}
	if n := len(c.words); len(t.entries) < n {
		if t.entries == nil {
			t.entries = make([]entry, 0, n+manyWords)
		}
		t.entries = append(t.entries, make([]entry, n-len(t.entries))...)
	}
	e := &t.entries[c.ids[0]]
	if len(c.ids) == 1 {
		e.sense = c.join(t, e.sense, s)
		return
	}
	if e.node == 0 {
		e.node = c.newNode()
	}
	e.after |= filterOf(c.ids[1])
	at := e.node
	var last *edge
	for _, id := range c.ids[1:] {
		last = c.edge(at, id)
		if last.to == 0 {
			*last = edge{key: uint32(at)<<16 | uint32(id), to: c.newNode()}
		}
		at = last.to
	}
	last.sense = c.join(t, last.sense, s)
}

func (c *compiler) newNode() nodeID {
	c.nodes++
	return c.nodes
}

// join is the sense of id with s beside it.
func (c *compiler) join(t *tables, id senseID, s sense) senseID {
	if c.last.lang == t && c.last.from == id && c.last.with == s {
		return c.last.to
	}
	c.last = joined{t, s, id, 0}
	s = t.senses[id].merge(s)
	i := slices.Index(t.senses, s)
	if i <= 0 {
		t.senses = append(t.senses, s)
		i = len(t.senses) - 1
	}
	c.last.to = senseID(i)
	return c.last.to
}

// intern gives a word or mark of a class its place, a new one if it has none.
func (c *compiler) intern(w string, a attachment) *slot {
	letters := foldAll(w)
	k, mark := c.keyOf(letters, a)
	s := c.find(k)
	if s.word != 0 {
		return s
	}
	s.key, s.word, s.lacks, s.attachment = k, wordID(len(c.words)), ^languages(0), a
	c.words = append(c.words, s)
	if 0 < mark && mark < utf8.RuneSelf {
		c.marks[mark] = s
	}
	c.measure(letters, a)
	return s
}

// keyOf is the key of a folded word, or of a mark with the mark itself.
func (x *lexicon) keyOf(letters string, a attachment) (k key, mark rune) {
	r, size := decode(letters)
	if kind := kindOf(r); kind == hangulRune {
		n := 0
		for _, r := range letters {
			k.syllable(n, r)
			n++
		}
		return k.attach(a), 0
	} else if size == len(letters) && kind != letterRune {
		return markKey(r), r
	}
	var eight uint64
	n := 0
	for _, r := range letters {
		l := x.letterOf(r)
		if r == '\'' {
			l.code = '\''
		}
		eight |= uint64(l.code) << (8 * (n & 7))
		if n++; n&7 == 0 {
			k.put(n>>3-1, eight)
			eight = 0
		}
	}
	if eight != 0 {
		k.put(n>>3, eight)
	}
	return k, 0
}

// foldAll is a word as it counts; most of the tables are written so.
func foldAll(w string) string {
	if !strings.ContainsFunc(w, func(r rune) bool { return fold(r) != r }) {
		return w
	}
	var b strings.Builder
	b.Grow(len(w))
	for _, r := range w {
		if r = fold(r); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
