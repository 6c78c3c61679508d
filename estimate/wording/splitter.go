package wording

// A splitter cuts text into tokens.
type splitter struct {
	text  string
	at    int
	lex   *lexicon
	whole bool      // the text is one sentence
	raw   bool      // a word is what its letters are: nothing is taken apart
	seen  seen      // of the sentence so far
	asked languages // those that a sentence may be in
}

// maxTokens is the most tokens of a sentence or phrase, so that what looks back
// and ahead takes bounded time. A longer sentence is read in pieces.
const maxTokens = 256

// sentence appends the tokens of the text up to the end of the sentence, or until
// there are as many as most.
func (s *splitter) sentence(toks []token, most int) []token {
	text := s.text
	s.seen = seen{}
	var before form
	for s.at < len(text) && len(toks) < most {
		at := s.at
		c := text[at]
		if c == ' ' {
			s.at++
			before = spaced
			continue
		}
		first := len(toks)
		if of := class[c]; (of == letter || of == digit) && len(text) >= 16 {
			room := toks[:min(cap(toks), most)]
			if n := s.common(room, first); n > first {
				t := &room[first]
				t.form = t.form&^spaced | before
				if before = 0; text[s.at-1] == ' ' {
					before = spaced
				}
				toks = room[:n]
				continue
			}
		}
		switch class[c] {
		case space:
			s.at++
			before = spaced
			if c == '\n' && !s.whole && paragraph(text[s.at:]) {
				return toks
			}
			continue
		case letter:
			if k, end := asciiWord(text, at); end > 0 {
				w := s.lex.find(k)
				toks = addWord(toks, at, end, w, before|capitalOf(c))
				s.seen.word(w)
				s.at = end
				before = 0
				continue
			}
			toks = s.word(toks, rune(c))
		case digit:
			var t *token
			toks, t = addNumber(toks)
			s.number(t)
			s.seen.number()
			t.form |= before
			before = 0
			continue
		case high:
			r, n := rune(0), 2
			if at+1 < len(text) && c-0xC2 < 0xE0-0xC2 && text[at+1]&0xC0 == 0x80 { // the most of Cyrillic and Arabic
				r = rune(c&0x1F)<<6 | rune(text[at+1]&0x3F)
			} else {
				r, n = decode(text[at:])
			}
			switch k := s.lex.kind(r); {
			case k == letterRune:
				toks = s.word(toks, r)
				if !arabic(r) {
					t := &toks[first]
					s.seen.word(s.lex.words[t.word])
					t.form |= before
					before = 0
					continue
				}
			case k == ignorable:
				s.at += n
				continue
			case k == spaceRune:
				s.at += n
				before = spaced
				continue
			case k == digitRune:
				var t *token
				toks, t = addNumber(toks)
				s.number(t)
			case k == hangulRune && !s.raw:
				toks = s.hangul(toks)
			case k == hangulRune:
				toks = s.rawHangul(toks)
			case k == badRune:
				toks = append(toks, token{start: int32(s.at), end: int32(s.at + n), meaning: meaning{kind: badKind}})
				s.at += n
			default:
				f := fold(r)
				toks = addMark(toks, at, at+n, s.lex.markOf(f), f, 0)
				s.at += n
			}
		default:
			w := s.lex.marks[c]
			toks = addMark(toks, at, at+1, w, rune(c), before)
			s.seen.mark(w)
			s.at++
			before = 0
			if !s.whole && (c == '!' || c == '?' || c == '.' && (s.at == len(text) || s.ends(toks))) {
				return toks
			}
			continue
		}
		for i := first; i < len(toks); i++ {
			switch t := &toks[i]; t.kind {
			case wordKind:
				s.seen.word(s.lex.words[t.word])
			case numberKind:
				s.seen.number()
			default:
				s.seen.mark(s.lex.words[t.word])
			}
		}
		toks[first].form |= before
		before = 0
		if !s.whole && toks[first].kind == markKind && s.ends(toks) {
			return toks
		}
	}
	return toks
}

// capitalOf is the form of a word that begins with the ASCII letter c.
func capitalOf(c byte) form { return form(^c>>5&1) * capital }

// ends reports whether the last token ends a sentence: a full stop before white
// space and a capital, unless it ends an initial or an abbreviation of the language
// that the sentence so far is in, or a mark that always does.
func (s *splitter) ends(toks []token) bool {
	t := &toks[len(toks)-1]
	switch s.text[t.start] {
	case '!', '?', ';':
		return s.text[t.start] != ';'
	case '.':
		rest := s.text[s.at:]
		if rest == "" {
			return true
		}
		r, n := decode(rest)
		if k := kindOf(r); k != spaceRune {
			return false
		}
		if len(toks) > 1 && t.adjoins() {
			w := &toks[len(toks)-2]
			if w.kind == wordKind && (w.end-w.start <= 2 && w.form&capital != 0 || votesOf(toks).lead(s.lex.words[w.word].abbr&s.asked, s.asked)) {
				return false
			}
		}
		next, _ := decode(rest[n:])
		return !lowerCase(next)
	}
	r, _ := decode(s.text[t.start:])
	return r == '؟' || r == '。' || r == '！' || r == '？'
}

// paragraph reports whether what follows a line break is a blank line.
func paragraph(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return true
		case ' ', '\t', '\r':
		default:
			return false
		}
	}
	return false
}
