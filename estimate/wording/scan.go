package wording

import (
	"iter"

	"github.com/openestimate/casualty/estimate"
)

// A Match is a count found in running text.
type Match struct {
	Text       string // the words, hedges among them
	Start, End int    // their place in the text, in bytes
	Quantity   estimate.Quantity
	Measure    estimate.Measure // "" where no neighbouring word says it
	Status     Status
}

// Scan finds every count of the killed, wounded, missing and so on in running
// text, in order. The measure is taken from the words of the same sentence; a
// count of which they say no measure is left alone, for it may be of anything,
// as are dates, money, distances, designations, shares and counts of others.
// [Reader.Numbers] finds those too.
//
// The text of an ellipsis ("... 100 dead, the government says 80") is given the
// measure of the count before it.
func (r *Reader) Scan(text string) iter.Seq[Match] {
	return func(yield func(Match) bool) { r.scan(text, true, yield) }
}

// Numbers finds every number phrase in running text, in order, whatever it
// counts. It leaves alone only what is not a number by itself: designations,
// ordinals, fractions, dates in digits, telephone numbers.
func (r *Reader) Numbers(text string) iter.Seq[Match] {
	return func(yield func(Match) bool) { r.scan(text, false, yield) }
}

func (r *Reader) scan(text string, tolls bool, yield func(Match) bool) {
	var tokens [mostTokens]token
	f := finder{splitter: splitter{lex: lexical()}, tolls: tolls}
	f.asked = r.asked(f.lex)
	for ; f.base < len(text); f.base += len(f.text) {
		f.text, f.at = text[f.base:min(len(text), f.base+maxPhrase)], 0
		for f.at < len(f.text) {
			on, fits := f.next(tokens[:0], mostTokens, yield)
			if !fits {
				on = f.long(yield)
			}
			if !on {
				return
			}
		}
	}
}

// A finder finds the counts of a text, a sentence at a time.
type finder struct {
	splitter
	base  int  // where its text begins in that of the caller
	tolls bool // counts of a toll alone
}

// mostTokens is more tokens than nearly every sentence has. For a longer one there is
// room elsewhere, so that the space for it need not be cleared for all.
const mostTokens = 32

// next reads the next sentence into toks, and reports whether to go on. If it does not
// fit in as many tokens as most, nothing is read.
func (f *finder) next(toks []token, most int, yield func(Match) bool) (on, fits bool) {
	from := f.at
	toks = f.sentence(toks, most)
	if len(toks) >= most && most < maxTokens {
		f.at = from
		return true, false
	}
	lang := f.lex.language(toks, &f.seen, f.asked)
	if lang == nil {
		return true, true
	}
	c := clause{phrase: phrase{text: f.text, lang: lang}}
	c.toks, c.any = lang.resolve(toks, &f.seen)
	if f.tolls && c.any&roleMeasure == 0 {
		return true, true // nothing says that a number is of a toll
	}
	return c.counts(f.text, f.base, f.tolls, yield), true
}

// long reads a sentence of mostTokens or more. Were it part of its caller, the space
// would be cleared there.
//
//go:noinline
func (f *finder) long(yield func(Match) bool) bool {
	var tokens [maxTokens]token
	on, _ := f.next(tokens[:0], maxTokens, yield)
	return on
}

const roleStart = roleDigits | roleModal | roleBefore | roleBetween | roleNumber | roleUnknown | roleZero | roleQuantifier | roleArticle | roleHalf | roleQuarter | roleOrdinal | roleFraction | roleInverts | rolePair

// counts gives the counts of a sentence to yield, at their place from base on. The text,
// which is that of the clause, comes beside it: what leaves with a count must not seem
// to take the tokens along, which would not stay on the stack then.
func (c *clause) counts(text string, base int, tolls bool, yield func(Match) bool) bool {
	p := &c.phrase
	for i := p.begin(0); i < len(p.toks); i = p.begin(i) {
		var r reading
		if p.revised = tolls && p.any&roleRises != 0 && c.rises(i); p.revised && p.is(i, roleBetween) {
			i++
		}
		p.quantity(i, &r)
		if r.next == i {
			if a := p.amount(i); a.next > i { // a fraction or ordinal: pass it whole
				i = a.next
			} else {
				i++
			}
			continue
		}
		if r.next == i+1 && p.is(i, roleArticle) && p.indefinite(i, &r) {
			i = r.next
			continue
		}
		first := i
		if r.next > i+1 {
			first = p.trim(i, &r)
		}
		r.first = first
		why := p.beside(first, &r)
		var found measure
		var status Status
		ok := false
		if tolls {
			if why == 0 {
				found, status = c.toll(first, &r)
				ok = found != 0
			} else if why == OtherCount && p.is(r.next, roleOthers) {
				c.other = r.next
			}
		} else {
			ok = why == 0 || !bare[why] || why == Designation && (p.is(first-1, roleLabel) || p.mark(first-1, '.') && p.is(first-2, roleLabel))
		}
		if ok {
			start, end := p.start(first), p.end(r.next-1)
			var m Match // filled in place: a literal is made elsewhere and copied
			m.Text, m.Start, m.End = text[start:end], base+start, base+end
			m.Measure, m.Status = measures[found], status
			r.quantity(&m.Quantity)
			m.Quantity.Text = m.Text
			if !yield(m) {
				return false
			}
		}
		i = r.next
	}
	return true
}

// begin is the first token from i on that a count may begin with, which an article of
// no number does not.
func (p *phrase) begin(i int) int {
	toks := p.toks
	for i < len(toks) {
		w := toks[i].roles
		if w&roleStart != 0 && (w&(roleStart|roleFiller) != roleArticle || p.is(i+1, roleCountable)) {
			break
		}
		i++
	}
	return i
}

// bare are the reasons for which even a number as such is none.
var bare = map[Reason]bool{Designation: true, Phone: true, Calendar: true, Measurement: true, Fraction: true, Ordinal: true, Negative: true, Unread: true}

// indefinite reports whether the reading at token i is the article of a noun that
// is not people: "una explosión" is no count, "una mujer" is one.
func (p *phrase) indefinite(i int, r *reading) bool {
	if r.next != i+1 || p.roles(i)&(roleArticle|roleUnit) != roleArticle|roleUnit {
		return false
	}
	k := r.next
	for p.is(k, roleFiller) && !p.is(k, rolePeople) {
		k++
	}
	return !p.is(k, rolePeople)
}

// trim is the first token of a phrase that belongs to the count: fillers before
// it do not, nor the "from" and "to" of a revision.
func (p *phrase) trim(i int, r *reading) int {
	for i+1 < r.next && (p.is(i, roleFiller) && !p.is(i, roleBefore|roleModal|roleNumber|roleArticle) || p.revised && p.is(i, roleTo|roleBetween)) {
		i++
	}
	return i
}
