package wording

import "github.com/openestimate/casualty/estimate"

// A reading is what a phrase says, before it is written as a Quantity.
type reading struct {
	low, high amount // of a plain amount both are the same
	hedge     hedge
	open      hedge // the hedge of the high end, of two bounds
	form      shape
	modality  modality
	perhaps   bool // the high end is a possibility
	best      int64
	level     float64
	next      int // the token after it; the first if there is none
	fault     Reason
	at        int // the token at fault
}

type shape uint8

const (
	plain   shape = iota // one amount, with a hedge
	span                 // from low to high
	bounds               // two hedged bounds
	centred              // a figure with an interval
	unknown              // an unknown number
)

// Classes of hedges.
func (h hedge) lower() bool { return h == atLeast || h == moreThan }
func (h hedge) upper() bool { return h == atMost || h == fewerThan }

// with is two hedges on one number: the bound says more than the rest. It is 0
// if they contradict each other.
func (h hedge) with(g hedge) hedge {
	switch {
	case h == 0 || h == g:
		return g
	case g == 0:
		return h
	case h.lower() && g.lower():
		return min(h, g) // at least
	case h.upper() && g.upper():
		return min(h, g)
	case h.lower() && g.upper(), h.upper() && g.lower():
		return 0
	case h == nearly && g.lower(), g == nearly && h.lower():
		return nearly
	case h.lower() || h.upper():
		return h
	case g.lower() || g.upper():
		return g
	case h == nearly || g == nearly:
		return nearly
	}
	return about
}

// quantity reads the phrase that begins at token i.
func (p *phrase) quantity(i int) reading {
	r := reading{next: i}
	j := i
	between := false
	for ; j < len(p.toks); j++ {
		w := p.sense(j)
		switch {
		case w.roles&roleModal != 0:
			r.modality = max(r.modality, w.modality)
			continue
		case w.roles&roleBefore != 0:
			h := r.hedge.with(w.before)
			if h == 0 {
				return reading{next: i, fault: Contradictory, at: j}
			}
			r.hedge = h
			continue
		case w.roles&roleFiller != 0 && !p.number(j):
			continue
		case w.roles&roleBetween != 0 && !between:
			between = true
			continue
		}
		break
	}
	if p.is(j, roleUnknown) {
		r.form, r.next = unknown, j+1
		return r
	}
	a := p.amount(j)
	if a.next == j {
		return reading{next: i}
	}
	if a.fault != "" {
		return reading{next: i, fault: a.fault, at: j}
	}
	r.low, r.high, r.next = a, a, a.next
	if a.about {
		r.hedge = r.hedge.with(about)
	}
	p.rest(&r, between)
	if between && r.form != span {
		return reading{next: i}
	}
	return r
}

// rest reads what follows the first amount of a phrase.
func (p *phrase) rest(r *reading, between bool) {
	if r.next == len(p.toks) {
		return
	}
	k := r.next
	if between && p.is(k, roleAnd|roleTo) || p.is(k, roleTo) || p.dash(k) {
		if p.to(r, k+1) {
			if r.next < len(p.toks) {
				p.after(r)
			}
			return
		}
	}
	if p.mark(k, '(') && p.interval(r, k+1) {
		return
	}
	if p.perhaps(r, k) {
		return
	}
	p.after(r)
	if r.hedge.lower() || r.hedge.upper() {
		p.second(r)
	}
}

// dash reports whether token k is a dash that joins the ends of a range.
func (p *phrase) dash(k int) bool {
	if uint(k) >= uint(len(p.toks)) || p.toks[k].kind != markKind {
		return false
	}
	if p.mark(k, '~') {
		return true
	}
	r, _ := decode(p.text[p.toks[k].start:])
	switch fold(r) {
	case '-':
		return p.adjoins(k) == p.adjoins(k+1)
	case '—':
		return p.adjoins(k) && p.adjoins(k+1)
	}
	return false
}

// to reads the high end of a range and gives its scale to the low end where that
// has none: 3-5 thousand.
func (p *phrase) to(r *reading, k int) bool {
	b := p.amount(k)
	if b.next == k || b.fault != "" {
		return false
	}
	a := r.low
	if f := p.multiple(k, b.next, b); f > 1 && a.term == "" && b.term == "" && p.bare(r.low.next-1) {
		if n := mul(a.value, f); n < b.value && a.value < f {
			a.value = n
		}
	}
	if a.term == "" && b.term == "" && a.value > b.value || a.term != "" && b.term != "" && a.value > b.value {
		return false
	}
	r.low, r.high, r.form, r.next = a, b, span, b.next
	return true
}

// bare reports whether the number that ends at token i has no scale of its own.
func (p *phrase) bare(i int) bool { return !p.is(i, roleMultiple) }

// multiple is the scale that the number from token i to k ends in, 1 if it has
// none or more follows it.
func (p *phrase) multiple(i, k int, b amount) int64 {
	f := int64(1)
	first := k
	for first > i && p.is(first-1, roleMultiple) && !p.is(first-1, roleUnit) {
		first--
		f = mul(f, p.sense(first).value)
	}
	if first == i || b.value%f != 0 {
		return 1
	}
	return f
}

// perhaps reads "possibly thousands" after "hundreds".
func (p *phrase) perhaps(r *reading, k int) bool {
	if p.mark(k, ',') || p.mark(k, '-') {
		k++
	}
	if p.is(k, roleAnd|roleTo|roleClause) {
		k++
	}
	if !p.is(k, rolePerhaps) {
		return false
	}
	for p.is(k, rolePerhaps) {
		k++
	}
	if p.is(k, roleBefore) && p.sense(k).before == atMost {
		k++
	}
	b := p.amount(k)
	if b.next == k || b.fault != "" || b.value <= r.low.value || r.hedge.upper() {
		return false
	}
	r.high, r.form, r.perhaps, r.next = b, span, true, b.next
	return true
}

// after reads a hedge that follows its number, over a noun: "100 people or
// more", "100명 이상".
func (p *phrase) after(r *reading) {
	for {
		k := r.next
		for n := 0; n < 3 && p.is(k, rolePeople|roleMeasure|roleOf) && !p.is(k, roleAfter); n++ {
			k++
		}
		if p.mark(k, '-') && p.adjoins(k) && p.adjoins(k+1) && p.is(k+1, roleAfter) {
			k++
		}
		if p.mark(k, ',') && p.is(k+1, roleAfter) && !p.is(k+1, roleBefore) {
			k++
		}
		if !p.is(k, roleAfter) || p.is(k, roleBefore) && p.amount(k+1).next > k+1 {
			return
		}
		w := p.sense(k)
		h := r.hedge.with(w.after)
		if h == 0 || p.mark(k, '+') && !p.adjoins(k) {
			return
		}
		r.hedge = h
		r.next = k + 1
	}
}

// second reads the other bound of "more than 100 but fewer than 200".
func (p *phrase) second(r *reading) {
	k := r.next
	if p.mark(k, ',') {
		k++
	}
	if p.is(k, roleAnd|roleClause) {
		k++
	}
	var h hedge
	for p.is(k, roleBefore) {
		h = h.with(p.sense(k).before)
		k++
	}
	if !(r.hedge.lower() && h.upper() || r.hedge.upper() && h.lower()) {
		return
	}
	b := p.amount(k)
	if b.next == k || b.fault != "" || b.term != "" || r.low.term != "" {
		return
	}
	low, high, lowHedge, highHedge := r.low, b, r.hedge, h
	if h.lower() {
		low, high, lowHedge, highHedge = b, r.low, h, r.hedge
	}
	if low.value > high.value {
		return
	}
	r.low, r.high, r.hedge, r.open, r.form, r.next = low, high, lowHedge, highHedge, bounds, b.next
}

// quantityOf writes the reading as a Quantity, with the words it was said in.
func (p *phrase) quantityOf(r *reading, q *estimate.Quantity, text string) {
	q.Text = text
	q.Modality = modalities[r.modality]
	switch r.form {
	case unknown:
		q.Hedge = estimate.HedgeUnknown
		return
	case bounds:
		q.Hedge = estimate.HedgeBetween
		q.Low, q.High = r.low.bound(), r.high.bound()
		q.Low.Open, q.High.Open = r.hedge == moreThan, r.open == fewerThan
		return
	case centred:
		q.Low, q.High = r.low.bound(), r.high.bound()
		q.Best = estimate.At(r.best)
		q.Level = r.level
		return
	case span:
		q.Low, q.High = r.low.bound(), r.high.bound()
		switch r.hedge {
		case atLeast, moreThan: // at least 3 to 5
			q.Hedge, q.High = hedges[r.hedge], estimate.Bound{}
			q.Low.Open = r.hedge == moreThan
			if !r.perhaps {
				return
			}
			q.High = r.high.bound()
			q.Hedge = estimate.HedgeBetween
		case atMost, fewerThan:
			q.Hedge, q.Low = hedges[r.hedge], estimate.Bound{}
			q.High.Open = r.hedge == fewerThan
			return
		}
		q.Hedge = estimate.HedgeBetween
		if r.low.term != "" && r.high.term != "" {
			q.Hedge = estimate.HedgeVague
		}
		q.High.Possible = r.perhaps
		return
	}
	b := r.low.bound()
	switch h := r.hedge; {
	case h == about && b.Term == "":
		q.Best, q.Hedge = b, estimate.HedgeApproximately
	case h == nearly:
		b.Open = true
		q.High, q.Hedge = b, estimate.HedgeNearly
	case h.lower():
		b.Open = h == moreThan
		q.Low, q.Hedge = b, hedges[h]
	case h.upper():
		b.Open = h == fewerThan
		q.High, q.Hedge = b, hedges[h]
	case b.Term != "":
		q.Low, q.High, q.Hedge = b, b, estimate.HedgeVague
	default:
		q.Low, q.Best, q.High, q.Hedge = b, b, b, estimate.HedgeExact
	}
}

func (a *amount) bound() estimate.Bound {
	if a.term != "" {
		return estimate.Word(a.term)
	}
	return estimate.At(a.value)
}
