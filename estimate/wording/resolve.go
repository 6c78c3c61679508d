package wording

// A phrase is a run of tokens as one language reads them.
type phrase struct {
	text string
	lang *tables
	toks []token
	seen role // all roles there are
	dark int  // the first word that the language does not know, -1 if none
}

// resolve gives each token its sense, words that make a known phrase as one
// token. The result is appended to into.
func (p *phrase) resolve(toks, into []token) {
	t := p.lang
	p.seen, p.dark = 0, -1
	for i := 0; i < len(toks); {
		tok := toks[i]
		n := 1
		if w := tok.word; w != 0 {
			tok.sense = t.first[w]
			if at := t.node[w]; at != 0 {
				for j := i + 1; j < len(toks); j++ {
					if toks[j].word == 0 {
						break
					}
					if at = t.nodes[at].next(toks[j].word); at == 0 {
						break
					}
					if s := t.nodes[at].sense; s != 0 {
						tok.sense, tok.end, n = s, toks[j].end, j+1-i
					}
				}
				if n > 1 {
					tok.kind = wordKind
				}
			}
		}
		if tok.sense != 0 {
			p.seen |= t.senses[tok.sense].roles
		} else if tok.kind == wordKind && p.dark < 0 {
			p.dark = len(into)
		}
		into = append(into, tok)
		i += n
	}
	p.toks = into
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
func (p *phrase) is(i int, r role) bool { return p.sense(i).roles&r != 0 }

func (p *phrase) number(i int) bool {
	return uint(i) < uint(len(p.toks)) && p.toks[i].kind == numberKind
}

// is1 reports whether token i is the ASCII mark c.
func (p *phrase) mark(i int, c byte) bool {
	if uint(i) >= uint(len(p.toks)) {
		return false
	}
	t := &p.toks[i]
	return t.kind == markKind && t.end == t.start+1 && p.text[t.start] == c
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
