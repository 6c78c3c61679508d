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
	s := splitter{text: text, lex: x}
	toks := s.sentence(tokens[:0], true)
	if len(toks) >= maxTokens {
		return &ParseError{Text: text, Offset: s.at, Reason: Unread, Accepted: "a phrase of under 256 words and marks"}
	}
	if len(toks) == 0 {
		return &ParseError{Text: text, Reason: Empty, Accepted: acceptedPhrase}
	}
	in, known := asked, languages(0)
	for i := range toks {
		if t := &toks[i]; t.kind == wordKind {
			in &= t.in
			known |= t.in
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
			toks = s.sentence(toks[:0], true)
		}
		p.lang = t
		p.toks, p.any = t.resolve(toks)
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

// A fault is why a phrase could not be read, and the bytes it stands on.
type fault struct {
	reason Reason
	at, to int
}

const acceptedPhrase = `a count of people, such as "at least 100", "several hundred", "300-500"`

func (r *Reader) refuse(text string, toks []token, f fault) error {
	e := &ParseError{Text: text, Offset: f.at, Reason: f.reason, Accepted: acceptedPhrase}
	for i := range toks {
		if toks[i].kind == badKind {
			e.Offset, e.Reason = int(toks[i].start), NotUTF8
			return e
		}
	}
	if f.reason == 0 {
		e.Reason = NoNumber
		e.Offset = int(toks[0].start)
		for i := range toks {
			if toks[i].kind == wordKind {
				e.Reason = NoLanguage
				e.Offset = int(toks[i].start)
				e.Near = text[toks[i].start:toks[i].end]
				e.Accepted = "a count of people in " + r.names()
				break
			}
		}
		return e
	}
	if f.to <= len(text) && f.at <= f.to {
		e.Near = text[f.at:f.to]
	}
	if a, ok := acceptedInstead[f.reason]; ok {
		e.Accepted = a
	}
	return e
}

// names lists the languages of r for a message.
func (r *Reader) names() string {
	x := lexical()
	in := r.asked(x)
	var names []string
	for _, t := range x.langs {
		if in&t.bit != 0 {
			names = append(names, t.name+" ("+t.code+")")
		}
	}
	if len(names) == 0 {
		return "one of the languages of Languages(): the Reader's are none of them"
	}
	return strings.Join(names, ", ")
}

// whole reads the phrase from its first token to its last into r, which is zero.
func (p *phrase) whole(r *reading) fault {
	i := 0
	if len(p.toks) > 1 && p.toks[0].kind == wordKind && p.is(0, roleAnd) && !p.is(0, roleBefore) && p.adjoins(1) {
		i++ // وما لا يقل عن
	}
	for i < len(p.toks) && !p.is(i, roleModal|roleBefore|roleBetween|roleNumber|roleUnknown|roleZero) &&
		(p.is(i, roleFiller|rolePeople|roleMeasure) || p.quote(i) || p.mark(i, ':')) &&
		!(p.is(i, roleInverts) && p.amount(i).next > i) {
		i++
	}
	p.quantity(i, r)
	if r.next == i {
		return p.explain(i, r)
	}
	end := r.next
	if i > 0 || end < len(p.toks) || r.form == span || p.toks[0].form&strange != 0 {
		if f := p.beside(i, r); f != 0 {
			return p.fault(f, i, end)
		}
	}
	for end < len(p.toks) && (p.is(end, rolePeople|roleMeasure|roleFiller|roleOf|roleModal) || p.lang.verbFinal && p.is(end, roleClause) || p.quote(end) || p.mark(end, '.') || p.mark(end, ',')) {
		if p.is(end, roleModal) {
			r.modality = max(r.modality, p.sense(end).modality)
		}
		end++
	}
	if end < len(p.toks) {
		return p.explain(end, r)
	}
	return fault{}
}

func (p *phrase) quote(i int) bool {
	if uint(i) >= uint(len(p.toks)) || p.toks[i].kind != markKind {
		return false
	}
	switch p.toks[i].value {
	case '"', '\'', '(', ')':
		return true
	}
	return false
}

func (p *phrase) fault(why Reason, i, next int) fault {
	if i >= len(p.toks) {
		return fault{why, len(p.text), len(p.text)}
	}
	return fault{why, p.start(i), p.end(max(next-1, i))}
}

// explain says why the phrase is no count: what its first number is instead, or
// else the place that is not understood.
func (p *phrase) explain(i int, r *reading) fault {
	if r.fault != 0 {
		return p.fault(r.fault, r.at, r.at+1)
	}
	some := false
	for j := range p.toks {
		a := p.amount(j)
		if a.next == j {
			continue
		}
		if a.fault != 0 {
			return p.fault(a.fault, j, a.next)
		}
		some = true
		if why := p.beside(j, &reading{low: a, high: a, next: a.next}); why != 0 {
			return p.fault(why, j, a.next)
		}
	}
	if !some {
		return p.fault(NoNumber, min(i, len(p.toks)-1), 0)
	}
	return p.fault(Unread, i, i+1)
}
