package wording

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// A Reader reads phrases and sentences. The zero value reads all languages; a
// Reader is safe for concurrent use.
type Reader struct {
	Languages []string // codes, as "en"; none: all of [Languages]
}

// Languages returns the codes of the languages that a Reader knows, in the order
// in which it tries them.
func Languages() []string {
	codes := make([]string, 0, 8)
	for _, t := range lexical().langs {
		codes = append(codes, t.code)
	}
	return codes
}

// Parse reads a whole phrase that says a number of people: "at least 100",
// "several hundred soldiers", "щонайменше 100". A vague word stays a word, which
// an estimate.Convention may read. The Quantity keeps the phrase in Text.
//
// The error is a *ParseError.
func (r *Reader) Parse(text string) (q estimate.Quantity, err error) {
	err = r.parse(text, &q)
	return q, err
}

// maxPhrase is the longest text that tokens can point into.
const maxPhrase = 1<<31 - 1

func (r *Reader) parse(text string, q *estimate.Quantity) error {
	x := lexical()
	if len(text) > maxPhrase {
		return &ParseError{Text: text[:maxPhrase], Reason: Unread, Accepted: "a phrase of under 2 GB"}
	}
	asked := r.asked(x)
	if asked&x.english != 0 && x.common(text, q) {
		q.Text = text
		return nil
	}
	return r.parseAny(x, asked, text, q)
}

// parseAny reads a phrase in any language.
func (r *Reader) parseAny(x *lexicon, asked languages, text string, q *estimate.Quantity) error {
	var tokens [12]token
	s := splitter{text: text, lex: x, whole: true}
	toks := s.sentence(tokens[:0], maxTokens)
	if len(toks) >= maxTokens {
		return &ParseError{Text: text, Offset: s.at, Reason: Unread, Accepted: "a phrase of under 256 words and marks"}
	}
	if len(toks) == 0 {
		return &ParseError{Text: text, Reason: Empty, Accepted: acceptedPhrase}
	}
	in, known := asked, languages(0)
	for i := range toks {
		if t := &toks[i]; t.kind == wordKind {
			has := t.has()
			in &= has
			known |= has
		}
	}
	if in == 0 {
		// No language knows all the words; the message is by one that knows some.
		in = known & asked
	}
	p := phrase{text: text, alone: true}
	var worst fault
	for ; in != 0; in &= in - 1 {
		t := x.langs[bits.TrailingZeros8(uint8(in))]
		if p.lang != nil { // the language before has merged the tokens
			s.at = 0
			toks = s.sentence(toks[:0], maxTokens)
		}
		p.lang = t
		p.toks, p.any = t.resolve(toks, &s.seen)
		var r reading
		f := p.whole(&r)
		if f.reason == 0 {
			r.quantity(q)
			if q.Text = text; p.start(0) > 0 || p.end(len(p.toks)-1) < len(text) {
				q.Text = strings.TrimSpace(text)
			}
			return nil
		}
		if worst.reason == 0 || f.at > worst.at {
			worst = f
		}
	}
	return r.refuse(text, toks, worst)
}

// asked is the languages of r; those it does not know are left out.
func (r *Reader) asked(x *lexicon) languages {
	if r == nil || len(r.Languages) == 0 {
		return 1<<len(x.langs) - 1
	}
	var in languages
	for _, t := range x.langs {
		if slices.Contains(r.Languages, t.code) {
			in |= t.bit
		}
	}
	return in
}
