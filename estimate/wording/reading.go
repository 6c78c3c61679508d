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
	first     int // its first token in a sentence
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

// quantity writes the reading as a Quantity; q is zero before.
func (r *reading) quantity(q *estimate.Quantity) {
	if r.form == plain {
		plainly(&r.low, r.hedge, r.modality, q)
		return
	}
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
	}
}

// plainly writes one amount with a hedge as a Quantity, which is zero before.
func plainly(a *amount, h hedge, m modality, q *estimate.Quantity) {
	if m != 0 {
		q.Modality = modalities[m]
	}
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
