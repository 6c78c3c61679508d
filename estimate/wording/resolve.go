package wording

import "math/bits"

// A phrase is a run of tokens as one language reads them.
type phrase struct {
	text string
	lang *tables
	toks []token
	any  role // the roles of all tokens: what no token plays need not be looked for
	// revised: "from 71 to 85" is a revision here, not a range.
	revised bool
	alone   bool // nothing but the phrase is in the text
}

// resolve gives each token its sense, words that make a known phrase as one
// token, and the roles of all. It works in place.
func (t *tables) resolve(toks []token, seen *seen) (resolved []token, any role) {
	if t.index == 0 {
		return t.merge(toks, inOrder(seen.begins, len(toks)), seen.any)
	}
	var begins uint64
	var after filter
	for i := range toks {
		tok := &toks[i]
		begins = begins<<1 | uint64(after>>(tok.word&63)&1)
		e := t.entry(tok)
		tok.sense = e.sense
		tok.roles = tok.roles&roleDigits | e.roles
		any |= tok.roles
		if after = e.after; t.endings && tok.kind == numberKind {
			after = anything
		}
	}
	return t.merge(toks, inOrder(begins, len(toks)), any)
}

// merge makes one token of words that make a known phrase, and adds its roles to
// any. Only the tokens in begins may begin one; of more than 63, any may.
func (t *tables) merge(toks []token, begins uint64, any role) (merged []token, roles role) {
	if begins == 0 {
		return toks, any
	}
	n, i := 0, 0
	for i < len(toks) {
		next := len(toks) // that may begin one
		if ahead := begins >> (i & 63); ahead != 0 {
			next = i + bits.TrailingZeros64(ahead)
		}
		if n == i {
			n, i = next, next
		}
		for ; i < next; i++ {
			toks[n] = toks[i]
			n++
		}
		if i == len(toks) {
			break
		}
		tok := &toks[n]
		if n < i {
			*tok = toks[i]
		}
		n++
		i++
		if tok.kind == numberKind {
			if t.endings && t.inflected(toks[i-1:]) {
				tok.end, i = toks[i+1].end, i+2
			}
		} else if e := t.entry(tok); i < len(toks) && e.after&filterOf(toks[i].word) != 0 {
			i = t.longest(tok, e, toks, i, begins)
			any |= tok.roles
		}
	}
	return toks[:n], any
}

// longest gives tok the sense of the longest phrase that begins with it and goes on
// at token i, if there is one, and returns the token after it.
func (t *tables) longest(tok *token, first *entry, toks []token, i int, begins uint64) int {
	var found senseID
	at, end := first.node, i
	for j := i; j < len(toks); {
		e := t.lex.edge(at, toks[j].word)
		if e.to == 0 {
			break
		}
		at = e.to
		j++
		if e.sense == 0 || begins>>((j-1)&63)&1 != 0 && t.hedged(toks[j-1:]) || t.senses[e.sense].roles&roleAfter != 0 && t.joins(first, toks[j:]) {
			continue
		}
		found, end = e.sense, j
	}
	if found != 0 {
		tok.sense, tok.roles, tok.end, tok.kind, tok.value = found, t.senses[found].roles, toks[end-1].end, wordKind, 0
	}
	return end
}

// joins reports whether a hedge that follows its number, and begins with "and",
// is that of the next number instead: "40 погибли и более 60 пострадали".
func (t *tables) joins(first *entry, next []token) bool {
	if first.roles&roleAnd == 0 || len(next) == 0 {
		return false
	}
	return next[0].kind == numberKind || t.entry(&next[0]).roles&(roleNumber|roleQuantifier) != 0
}

// inflected reports whether a number in digits is written with its ending, as
// 5-ти. An ending with a value is one of the numbers from two to that only: 3-х
// is three, but 90-х an ordinal.
func (t *tables) inflected(toks []token) bool {
	if len(toks) < 3 || toks[1].kind != markKind || !toks[1].adjoins() || !toks[2].adjoins() || toks[2].word == 0 {
		return false
	}
	w := &t.senses[t.entry(&toks[2]).sense]
	last, teens := toks[0].value%10, toks[0].value/10%10 == 1
	return w.roles&roleEnding != 0 && (w.value == 0 || 2 <= last && last <= w.value && !teens)
}

// hedged reports whether a hedge of several words begins with the first of toks:
// "possibly more" ends before the "more than" of "possibly more than 200".
func (t *tables) hedged(toks []token) bool {
	e := t.entry(&toks[0])
	if len(toks) < 2 || e.after&filterOf(toks[1].word) == 0 {
		return false
	}
	at := e.node
	for j := 1; j+1 < len(toks); j++ {
		e := t.lex.edge(at, toks[j].word)
		if at = e.to; at == 0 {
			break
		}
		if t.senses[e.sense].roles&roleBefore != 0 {
			return true
		}
	}
	return false
}

// sense is what token i means; the zero sense for a number, an unknown word and
// beyond either end.
func (p *phrase) sense(i int) *sense {
	if uint(i) >= uint(len(p.toks)) {
		return &p.lang.senses[0]
	}
	return &p.lang.senses[p.toks[i].sense]
}

// is reports whether token i can play one of the roles.
func (p *phrase) is(i int, r role) bool { return p.roles(i)&r != 0 }

// roles are those of token i, none beyond either end.
func (p *phrase) roles(i int) role {
	if uint(i) >= uint(len(p.toks)) {
		return 0
	}
	return p.toks[i].roles
}

func (p *phrase) number(i int) bool {
	return uint(i) < uint(len(p.toks)) && p.toks[i].kind == numberKind
}

// mark reports whether token i is the mark c, or one that folds to it.
func (p *phrase) mark(i int, c rune) bool {
	return uint(i) < uint(len(p.toks)) && p.toks[i].value == -int64(c)
}

// adjoins reports whether token i follows the one before without a space.
func (p *phrase) adjoins(i int) bool {
	return i > 0 && i < len(p.toks) && p.toks[i].adjoins()
}

// start and end are byte offsets in the text.
func (p *phrase) start(i int) int {
	if i < len(p.toks) {
		return int(p.toks[i].start)
	}
	return len(p.text)
}

func (p *phrase) end(i int) int { return int(p.toks[i].end) }
