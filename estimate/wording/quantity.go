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

// maxHedges is how many words may hedge one number: no phrase has as many, and
// text that is nothing but hedges is read in linear time.
const maxHedges = 24

// quantity reads the phrase that begins at token i into r, which is zero. Where
// there is none, r.next is i.
func (p *phrase) quantity(i int, r *reading) {
	r.next = i
	j := i
	between := false
	for ; j < len(p.toks) && j < i+maxHedges; j++ {
		w := p.toks[j].roles
		switch {
		case w&(roleModal|roleBefore|roleFiller|roleBetween) == 0:
			if r.hedge != 0 && p.mark(j, ',') && p.is(j+1, roleThat) { // "больше, чем 100"
				continue
			}
		case w&roleBefore != 0 && (w&roleQuantifier == 0 || p.number(j+1) || p.is(j+1, roleUnit)):
			if p.revised && w&roleTo != 0 { // "выросло до 30"
				continue
			}
			s := p.sense(j)
			r.modality = max(r.modality, s.modality) // dépasserait
			h := r.hedge.with(s.before)
			if h == 0 {
				r.fault, r.at = Contradictory, j
				return
			}
			r.hedge = h
			if p.is(j, roleAbbreviation) && p.mark(j+1, '.') {
				j++
			}
			if w&roleVerb != 0 {
				j = p.subject(j+1) - 1
			}
			continue
		case w&roleModal != 0:
			if w&roleMonth != 0 && p.toks[j].form&capital != 0 && p.number(j+1) {
				return // May 9
			}
			r.modality = max(r.modality, p.sense(j).modality)
			if p.mark(j+1, ',') { // "возможно, более 200"
				j++
			}
			continue
		case w&roleFiller != 0:
			continue
		case w&roleBetween != 0 && !between:
			between = !p.revised
			continue
		}
		break
	}
	if p.is(j, roleUnknown) {
		r.form, r.next = unknown, j+1
		return
	}
	a := &r.low
	p.read(j, a)
	if p.is(a.next, rolePair) && p.pair(r) {
		p.after(r)
		return
	}
	if a.next == j {
		return
	}
	if a.fault != 0 && a.decimals == 0 {
		r.fault, r.at = a.fault, j
		return
	}
	r.next = a.next
	if a.hedge != 0 {
		r.hedge = r.hedge.with(a.hedge)
	}
	p.rest(r, between)
	if a.fault != 0 {
		r.next, r.fault, r.at = i, a.fault, j
	} else if between && r.form != span {
		r.next = i
	} else if (r.hedge == fewerThan || r.hedge == nearly) && !r.high.vague && r.form == plain && r.low.value == 0 {
		r.next, r.fault, r.at = i, Negative, j // under 0
	}
}

// pair reads the rest of 두세 명, 이삼십 명, 열두세 명: two numbers in one word, where
// the last digit of a number would stand. What is before it is in r.low.
func (p *phrase) pair(r *reading) bool {
	k, base := r.low.next, r.low.value
	v := p.sense(k).value
	times, scale := int64(1), int64(1)
	for k++; p.is(k, roleTimes); k++ {
		times = mul(times, p.sense(k).value)
	}
	for ; p.is(k, roleScale); k++ {
		scale = mul(scale, p.sense(k).value)
	}
	low, high := base+mul(v/10, times), base+mul(v%10, times)
	if r.low.vague || base%10 != 0 || base/10%times != 0 || base > maxCount || mul(high, scale) > maxCount {
		return false
	}
	r.low, r.high = amount{value: low * scale, next: k}, amount{value: high * scale, next: k}
	r.form, r.next = span, k
	return true
}

// longestSubject is the most words that stand between a verb and its number.
const longestSubject = 10

// subject is the token after the subject of a verb, which stands between it and
// its number: تجاوز عدد القتلى 200. It is k if there is none.
func (p *phrase) subject(k int) int {
	if !p.is(k, roleFiller|roleMeasure|rolePeople) {
		return k
	}
	for i := k; i < len(p.toks) && i < k+longestSubject; i++ {
		if p.number(i) || p.is(i, roleNumber|roleQuantifier|roleUnknown|roleHalf|roleQuarter) {
			return i
		}
		if p.toks[i].kind != wordKind || p.is(i, roleClause|roleBefore|roleIncluding) {
			return k
		}
	}
	return k
}

// rest reads what follows the first amount of a phrase.
func (p *phrase) rest(r *reading, between bool) {
	k := r.next
	if k == len(p.toks) {
		return
	}
	const goesOn = roleAnd | roleTo | rolePerhaps | roleAfter | roleClause | rolePeople | roleMeasure | roleOf
	if t := &p.toks[k]; t.kind != markKind && t.roles&goesOn == 0 && !p.lang.verbFinal {
		return
	}
	if p.revised && p.is(k, roleTo) {
		return
	}
	if between || p.lang.verbFinal {
		k = p.past(k, rolePeople)
	}
	if p.revised && p.is(k, roleTo) {
		return
	}
	if between && p.is(k, roleAnd|roleTo) || p.is(k, roleTo) && !p.is(k, roleBefore) || p.dash(k) {
		if p.to(r, k+1) {
			if r.next < len(p.toks) {
				p.after(r)
			}
			return
		}
	}
	k = r.next
	if p.mark(k, '(') && p.interval(r, k+1) {
		return
	}
	if p.perhaps(r, k) {
		return
	}
	p.after(r)
	if r.next > k && p.perhaps(r, r.next) { // 100-plus, perhaps 200
		return
	}
	if r.hedge.lower() || r.hedge.upper() {
		p.second(r)
	}
}

// dash reports whether token k is a dash that joins the ends of a range.
func (p *phrase) dash(k int) bool {
	switch {
	case p.mark(k, '~'):
		return true
	case p.mark(k, '-'):
		return p.adjoins(k) == p.adjoins(k+1)
	case p.mark(k, '—'):
		return p.adjoins(k) && p.adjoins(k+1)
	}
	return false
}

// line reports whether token k is a dash or hyphen of any length.
func (p *phrase) line(k int) bool { return p.mark(k, '-') || p.mark(k, '—') }

// to reads the high end of a range and gives its scale to the low end where that
// has none: 3-5 thousand.
func (p *phrase) to(r *reading, k int) bool {
	b := p.amount(k)
	if b.next == k || b.fault != 0 {
		return false
	}
	a := r.low
	if f := p.multiple(k, b.next); f > 1 && !a.vague && !b.vague && p.bare(r.low.next-1) {
		if n := mul(a.value, f); a.decimals > 0 {
			if n, why := whole(n, a.decimals); why == 0 {
				a.value, a.decimals, a.fault = n, 0, 0
			}
		} else if n < b.value && a.value < f {
			a.value = n
		} else if last := p.toks[r.low.next-1]; last.kind == numberKind && a.value > b.value && a.value/10%f == 0 && a.value%10 == last.value {
			a.value -= last.value // 1만2~3천
			b.value += a.value
			a.value += mul(last.value, f)
		}
	}
	if a.scale > 1 && b.value < a.scale { // тысяч пять-шесть
		b.value = mul(b.value, a.scale)
	}
	if a.vague == b.vague && a.value >= b.value {
		return false
	}
	r.low, r.high, r.form, r.next = a, b, span, b.next
	return true
}

// bare reports whether the number that ends at token i has no scale of its own.
func (p *phrase) bare(i int) bool { return !p.is(i, roleMultiple) }

// multiple is the scale that the number from token i to k ends in, 1 if it has
// none or more follows it.
func (p *phrase) multiple(i, k int) int64 {
	f := int64(1)
	first := k
	for first > i && p.is(first-1, roleMultiple) && !p.is(first-1, roleUnit) {
		first--
		f = mul(f, p.sense(first).value)
	}
	if first == i {
		return 1
	}
	for j := i; j < first; j++ {
		if p.is(j, roleMultiple) {
			return 1
		}
	}
	return f
}

// perhaps reads "possibly thousands" after "hundreds", or after "hundreds of
// people".
func (p *phrase) perhaps(r *reading, k int) bool {
	first := k
	for k < first+3 && p.is(k, rolePeople|roleMeasure|roleOf) {
		k++
	}
	noun := k > first
	if p.mark(k, ',') || p.mark(k, '-') {
		k++
	}
	if p.is(k, roleAnd|roleTo|roleClause) {
		k++
	}
	if !p.is(k, rolePerhaps) || r.hedge.lower() && p.sense(k).before.upper() {
		return false
	}
	for p.is(k, rolePerhaps) {
		k++
	}
	if p.mark(k, ',') { // "а возможно, и тысячи"
		k++
	}
	if p.is(k, roleAnd) {
		k++
	}
	if p.is(k, roleBefore) && p.sense(k).before == atMost {
		k++
	}
	b := p.amount(k)
	if b.next == k || b.fault != 0 || b.value <= r.low.value || r.hedge.upper() {
		return false
	}
	if noun && !p.lang.verbFinal && p.is(b.next, rolePeople|roleMeasure|roleOf) { // "20 dead, perhaps 30 wounded"
		return false
	}
	r.high, r.form, r.perhaps, r.next = b, span, true, b.next
	return true
}

// after reads a hedge that follows its number, over a noun: "100 people or
// more", "100명 이상".
func (p *phrase) after(r *reading) {
	noun := rolePeople | roleMeasure | roleOf
	if p.lang.verbFinal { // 100명을 넘는
		noun |= roleFiller
	}
	for {
		k := p.past(r.next, noun)
		if p.mark(k, '-') && p.adjoins(k) && p.adjoins(k+1) && p.is(k+1, roleAfter) {
			k++
		}
		if p.mark(k, ',') && p.is(k+1, roleAfter) {
			k++
		}
		if !p.is(k, roleAfter) || p.toks[k].kind == wordKind && !p.lang.verbFinal && p.amount(k+1).next > k+1 {
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

// past is the first token from k on, of few, that plays none of the roles.
func (p *phrase) past(k int, r role) int {
	for n := 0; n < 3 && p.is(k, r) && !p.is(k, roleAfter); n++ {
		k++
	}
	return k
}

// second reads the other bound of "more than 100 but fewer than 200".
func (p *phrase) second(r *reading) {
	k := p.past(r.next, rolePeople)
	noun := k > r.next && !p.lang.verbFinal // "more than 100 people but fewer than 200"
	if p.mark(k, ',') {
		k++
	}
	if noun && !p.is(k, roleClause) {
		return
	}
	if p.is(k, roleAnd|roleClause) && !p.is(k, roleBefore) || p.lang.verbFinal && p.is(k, roleTo) {
		k++
	}
	var h hedge
	for p.is(k, roleBefore) {
		h = h.with(p.sense(k).before)
		k++
	}
	if h == 0 && p.lang.verbFinal { // 100명 이상 200명 이하
		if a := p.amount(k); a.next > k {
			h = p.sense(p.past(a.next, rolePeople)).after
		}
	}
	if !(r.hedge.lower() && h.upper() || r.hedge.upper() && h.lower()) {
		return
	}
	b := p.amount(k)
	if b.next == k || b.fault != 0 || b.vague || r.low.vague || noun && p.is(b.next, rolePeople|roleMeasure) {
		return
	}
	low, high, lowHedge, highHedge := r.low, b, r.hedge, h
	if h.lower() {
		low, high, lowHedge, highHedge = b, r.low, h, r.hedge
	}
	if low.value > high.value || low.value == high.value && (lowHedge == moreThan || highHedge == fewerThan) {
		return
	}
	if low.value == high.value { // at least 12 and at most 12
		r.hedge, r.next = exactly, b.next
		return
	}
	r.low, r.high, r.hedge, r.open, r.form, r.next = low, high, lowHedge, highHedge, bounds, b.next
	if k := p.past(b.next, rolePeople); p.lang.verbFinal && p.is(k, roleAfter) && p.sense(k).after == h {
		r.next = k + 1
	}
}

// quantity writes the reading as a Quantity; q is zero before.
func (r *reading) quantity(q *estimate.Quantity) {
	q.Modality = modalities[r.modality]
	switch r.form {
	case unknown:
		q.Hedge = estimate.HedgeUnknown
	case bounds:
		q.Hedge = estimate.HedgeBetween
		r.low.set(&q.Low)
		r.high.set(&q.High)
		q.Low.Open, q.High.Open = r.hedge == moreThan, r.open == fewerThan
	case centred:
		r.low.set(&q.Low)
		r.high.set(&q.High)
		q.Best = estimate.At(r.best)
		q.Level = r.level
	case span:
		r.span(q)
	default:
		r.plain(q)
	}
}

func (r *reading) plain(q *estimate.Quantity) {
	a, h := &r.low, r.hedge
	switch {
	case h == about && !a.vague:
		q.Hedge = estimate.HedgeApproximately
		a.set(&q.Best)
	case h == nearly:
		q.Hedge = estimate.HedgeNearly
		a.set(&q.High)
		q.High.Open = true
	case h.lower():
		q.Hedge = hedges[h]
		a.set(&q.Low)
		q.Low.Open = h == moreThan
	case h.upper():
		q.Hedge = hedges[h]
		a.set(&q.High)
		q.High.Open = h == fewerThan
	default:
		q.Hedge = estimate.HedgeExact
		a.set(&q.Low)
		a.set(&q.High)
		if a.vague {
			q.Hedge = estimate.HedgeVague
		} else {
			a.set(&q.Best)
		}
	}
}

func (r *reading) span(q *estimate.Quantity) {
	switch {
	case r.low.vague && r.high.vague:
		q.Hedge = estimate.HedgeVague
	case r.hedge == about || r.hedge == nearly: // about 20 to 30: neither end is firm
		q.Hedge = estimate.HedgeApproximately
	default:
		q.Hedge = estimate.HedgeBetween
	}
	switch {
	case r.hedge.upper():
		q.Hedge = hedges[r.hedge]
		r.high.set(&q.High)
		q.High.Open = r.hedge == fewerThan
	case r.hedge.lower() && !r.perhaps: // at least 3 to 5
		q.Hedge = hedges[r.hedge]
		r.low.set(&q.Low)
		q.Low.Open = r.hedge == moreThan
	default:
		r.low.set(&q.Low)
		r.high.set(&q.High)
		q.Low.Open = r.hedge == moreThan
		q.High.Possible = r.perhaps
	}
}

// set writes the amount to an end, which is zero before.
func (a *amount) set(b *estimate.Bound) {
	b.Stated = true
	if a.vague {
		b.Term = a.term()
		return
	}
	b.N = a.value
}
