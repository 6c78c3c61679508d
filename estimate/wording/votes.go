package wording

// votes counts the words of a sentence that each language has, a byte each. No byte
// overflows: once one of them has half of what it holds, words change nothing.
type votes uint64

func (v *votes) add(in languages) {
	if *v&0x8080808080808080 == 0 {
		*v += spread[in]
	}
}

// spread holds a count of one for each language of a set.
var spread = func() (table [256]votes) {
	for in := range table {
		for b := range 8 {
			if in>>b&1 != 0 {
				table[in] |= 1 << (8 * b)
			}
		}
	}
	return table
}()

// votesOf counts the words among toks.
func votesOf(toks []token) (v votes) {
	for i := range toks {
		if t := &toks[i]; t.kind == wordKind {
			v.add(t.has())
		}
	}
	return v
}

// language is the one of those asked that knows most of the words that were seen, the
// first of several; nil if none is asked.
func (x *lexicon) language(toks []token, seen *seen, asked languages) *tables {
	// Another has more words by at most those that the first has not, less those that
	// only the first has.
	if first := x.langs[0]; asked&first.bit != 0 && seen.speaks >= 0 {
		return first
	}
	return x.most(votesOf(toks), asked)
}

func (x *lexicon) most(v votes, asked languages) *tables {
	best := votes(0)
	for i := range x.langs {
		n := v>>(8*i&63)&0xFF<<3 | votes(7-i)
		best = max(best, n*votes(asked>>(i&7)&1))
	}
	if asked == 0 {
		return nil
	}
	return x.langs[7-best&7]
}

// lead reports whether one of the languages in has as many words as any of those
// asked.
func (v votes) lead(in, asked languages) bool {
	most, theirs := votes(0), votes(0)
	for ; asked != 0; asked, in, v = asked>>1, in>>1, v>>8 {
		n := v & 0xFF * votes(asked&1)
		most, theirs = max(most, n), max(theirs, n*votes(in&1))
	}
	return theirs > 0 && theirs == most
}
