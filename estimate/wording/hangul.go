package wording

// Korean puts a space between phrases, not words: a number, its counter and its
// particles are one run of Hangul (백여명이), and so are a verb and its endings
// (숨졌다고). A run is cut into the longest known words, each of which may follow
// the one before it. By how they attach, words that are written alike stay apart:
// 이 is two and a particle, 구 nine and the counter of bodies, 만 ten thousand and
// "only".

// A hangulRun is a run of Hangul as it is cut.
type hangulRun struct {
	digits  bool // it follows digits, and so far only multiplies them
	glued   bool // nothing stands between it and what it follows
	counted bool // a counter may begin it
	last    *slot
	// Its numerals in words: how many, the last of them, and what follows it.
	numerals      int
	numeral, next *slot
}

// hangul appends the words of the run of Hangul at s.at. Of a run that is not
// known to its end what is not known is one unknown word, and so is the rest but
// for a front that leaves no doubt: words of more than one syllable, and scales
// after digits. A number in words is one unknown word where nothing marks it as a
// number, for 사 is four, and begins many other words.
func (s *splitter) hangul(toks []token) []token {
	from, first := s.at, len(toks)
	kept := first // the tokens that stay, whatever follows
	none := s.lex.words[0]
	x := hangulRun{last: none, numeral: none, next: none}
	s.follow(toks, &x)
	for {
		m := s.longest(&x)
		w := m.slot
		if w == nil {
			break
		}
		toks = addWord(toks, s.at, m.end, w, 0)
		s.at = m.end
		switch {
		case x.digits && w.part&partNumeral != 0:
			kept = len(toks)
		case w.part&partNumeral != 0:
			x.numerals++
			x.numeral = w
		case x.numerals > 0 && x.next == none:
			x.next = w
		case x.numerals == 0 && m.syllables > 1 && w.attachment != particle:
			kept = len(toks)
		}
		x.digits = x.digits && w.part&partNumeral != 0
		x.last = w
	}
	end := s.at
	for syllable(s.text, s.at) != 0 {
		s.at += syllableSize
	}
	if end == s.at && (x.numerals == 0 || s.numberOf(&x)) {
		return toks
	}
	if x.numerals > 0 {
		kept = first
	}
	if kept > first {
		from = int(toks[kept-1].end)
	}
	return addWord(toks[:kept], from, s.at, none, 0)
}

// follow notes in x what toks before the run say of it.
func (s *splitter) follow(toks []token, x *hangulRun) {
	if len(toks) == 0 {
		return
	}
	t := &toks[len(toks)-1]
	x.digits = t.kind == numberKind
	x.glued = int(t.end) == s.at
	x.counted = x.digits || s.lex.words[t.word].part&partCounted != 0
}

// longest is the longest word at s.at that may stand there. Of one length, a
// numeral goes before a counter within a run, where 십구 is nineteen, but at its
// start only if a multiple follows: 스무 구, 백 구십.
func (s *splitter) longest(x *hangulRun) (best morpheme) {
	var words morphemes
	words.from(s, s.at)
	for m := words.next(); m.slot != nil; m = words.next() {
		if s.fits(x, m) && (m.syllables > best.syllables || m.slot.attachment == counter && x.last.part&partNumeral == 0 && !s.multiplied(m.end)) {
			best = m
		}
	}
	return best
}

// fits reports whether m may stand at s.at in the run.
func (s *splitter) fits(x *hangulRun, m morpheme) bool {
	w, last := m.slot, x.last.part
	begins := x.last.word == 0
	switch {
	case w.attachment == particle:
		return !begins || x.glued
	case w.attachment == counter:
		return begins && x.counted || last&partCounted != 0
	case x.last.attachment == particle:
		return false
	case w.part&partNumeral == 0:
		return begins || m.syllables > 1
	case x.digits: // 3만, and the 이 of 3만이천
		return w.part&partMultiple != 0 || s.multiplied(m.end)
	case last&partNoun != 0: // the 이 of 다섯이 is a particle
		return w.part&(partNoun|partSole) != 0
	case last&partNumeral != 0: // 사이 is no 42
		return (last|w.part)&partMultiple != 0
	}
	return (begins || last&partBefore != 0) && w.part&(partMultiple|partSole) != partMultiple
}

// multiplied reports whether a multiple stands at i: the 천 of 이천.
func (s *splitter) multiplied(i int) bool {
	var words morphemes
	words.from(s, i)
	for m := words.next(); m.slot != nil; m = words.next() {
		if m.slot.attachment == free && m.slot.part&partMultiple != 0 {
			return true
		}
		if m.syllables > 1 {
			break
		}
	}
	return false
}

// numberOf reports whether the numerals of a run are a number: a counter or hedge
// follows them, or nothing at all.
func (s *splitter) numberOf(x *hangulRun) bool {
	whole := x.numerals > 1 || x.numeral.part&(partSole|partNoun) != 0
	switch {
	case x.next.word == 0:
		return s.numberBefore(s.at, x.numeral, whole)
	case x.next.attachment == particle:
		return x.numeral.part&(partNoun|partSole) == partNoun
	case x.next.attachment == counter:
		return whole
	}
	return whole && x.next.part&(partAfter|partPeople) != 0
}

// numberBefore reports whether what stands at i makes a number of the numerals
// before it, which end in last.
func (s *splitter) numberBefore(i int, last *slot, whole bool) bool {
	for i < len(s.text) {
		r, n := decode(s.text[i:])
		switch kindOf(r) {
		case spaceRune, ignorable:
			i += n
			continue
		case markRune:
			f := fold(r)
			return whole && (f == '~' || f == '-' || f == '.' || f == ')')
		case hangulRune:
			return s.follows(i, last, whole)
		}
		return false
	}
	return whole
}

// follows reports whether the run at i makes a number of the numerals before it:
// a counter with its particles, a hedge, more numerals, or a noun.
func (s *splitter) follows(i int, last *slot, whole bool) bool {
	next := splitter{text: s.text, at: i, lex: s.lex}
	none := s.lex.words[0]
	x := hangulRun{counted: true, last: none}
	m := next.longest(&x)
	if m.slot == nil {
		return false
	}
	switch w := m.slot; {
	case w.attachment == counter:
		for n := m; n.slot != nil; n = next.longest(&x) {
			x.last, next.at = n.slot, n.end
		}
		return whole && (m.syllables > 1 || syllable(s.text, next.at) == 0) // 한 대변인 is no 한 대
	case w.part&partNumeral != 0:
		return last.part&partMultiple != 0
	}
	return whole && (m.slot.part&partAfter != 0 || m.slot.part&partPeople != 0 && last.part&partNoun != 0)
}
