package wording

// A splitter cuts text into tokens.
type splitter struct {
	text string
	at   int
	lex  *lexicon
	raw  bool // a word is what its letters are: nothing is taken apart
}

// maxTokens is the most tokens of a sentence or phrase, so that what looks back
// and ahead takes bounded time. A longer sentence is read in pieces.
const maxTokens = 256

// sentence appends the tokens of the text up to the end of the sentence, or of
// the text if whole is set, but no more than maxTokens.
func (s *splitter) sentence(toks []token, whole bool) []token {
	text := s.text
	var before form
	for s.at < len(text) && len(toks) < maxTokens {
		c := text[s.at]
		first := len(toks)
		switch class[c] {
		case space:
			s.at++
			before = spaced
			if c == '\n' && !whole && paragraph(text[s.at:]) {
				return toks
			}
			continue
		case letter:
			if k, end := s.asciiWord(); end > 0 {
				w := s.lex.find(k)
				f := before
				if c < 'a' {
					f |= capital
				}
				toks = append(toks, token{start: int32(s.at), end: int32(end), word: w.word, in: w.in, form: f})
				s.at = end
				before = 0
				continue
			}
			toks = s.word(toks)
		case digit:
			toks = append(toks, token{kind: numberKind})
			s.number(&toks[first])
		case high:
			r, n := decode(text[s.at:])
			switch k := kindOf(r); {
			case k == ignorable:
				s.at += n
				continue
			case k == spaceRune:
				s.at += n
				before = spaced
				continue
			case k == digitRune:
				toks = append(toks, token{kind: numberKind})
				s.number(&toks[first])
			case k == hangulRune && !s.raw:
				toks = s.hangul(toks)
			case k == hangulRune:
				toks = s.rawHangul(toks)
			case k == letterRune:
				toks = s.word(toks)
			case k == badRune:
				toks = append(toks, token{start: int32(s.at), end: int32(s.at + n), kind: badKind})
				s.at += n
			default:
				toks = append(toks, s.mark(r, n))
			}
		default:
			w := s.lex.marks[c]
			toks = append(toks, token{start: int32(s.at), end: int32(s.at + 1), value: int64(c), kind: markKind, word: w.word, in: w.in})
			s.at++
		}
		toks[first].form |= before
		before = 0
		if !whole && toks[first].kind == markKind && s.ends(toks) {
			return toks
		}
	}
	return toks
}

func (s *splitter) mark(r rune, n int) token {
	f := fold(r)
	t := token{start: int32(s.at), end: int32(s.at + n), value: int64(f), kind: markKind}
	w := s.lex.find(markKey(f))
	t.word, t.in = w.word, w.in
	s.at += n
	return t
}

// ends reports whether the last token ends a sentence: a full stop before white
// space and a capital, unless it ends an abbreviation or an initial, or a mark
// that always does.
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
			if w.kind == wordKind && (w.end-w.start <= 2 && w.form&capital != 0 || s.lex.words[w.word].abbr != 0) {
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
