package reconcile

import (
	"math"
	"slices"
	"strconv"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile/pool"
)

// Modelled is where a random-effects model puts the centre of the sources'
// figures: what they would scatter around if each were drawn about one centre.
// It is a detail, not a toll: no source said any of these numbers, and they rest
// on assumptions that stand in Assumed.
//
// The model is the bounded one of package pool, in logarithms: a bound is data
// as a bound, an interval as an interval. Ends that a speaker's interest pulls
// at, and loose ones but those of vague words, are left out, and of roots that
// share an upstream only the first speaks. Numbers have two significant digits.
type Modelled struct {
	Roots   []estimate.ID `json:"roots"`             // those that speak in it
	Centres []Centre      `json:"centres,omitempty"` // one for each prior
	Assumed []string      `json:"assumed,omitempty"` // what it rests on
	Refused string        `json:"refused,omitempty"` // why there is none, and what would make it possible

	// OffCentre are the roots whose central figure lies more than a standard error
	// from the middle of their interval, so that the model fits them badly.
	OffCentre []estimate.ID `json:"off_centre,omitempty"`
}

// A Centre is the posterior of the centre of the sources' figures under one
// prior of their spread.
type Centre struct {
	Prior  string  `json:"prior"` // of τ, in natural logarithms
	Median float64 `json:"median"`
	Low    float64 `json:"low"` // of the central 95%
	High   float64 `json:"high"`

	// PriorDriven: the figures hardly moved the prior of the spread.
	PriorDriven bool `json:"prior_driven,omitempty"`
}

// modelPriors are both shown, always.
var modelPriors = [...]struct {
	name  string
	scale float64
}{{"half-normal 0.5", 0.5}, {"half-normal 1", 1}}

// independence is the assumption that no check can test.
const independence = "bounds chosen independently of the speaker's own figure"

// modelled fits the model to the roots of a question, or says why it does not;
// nil where fewer than two say anything it can use.
func modelled(posterior *pool.BoundedPosterior, roots []*root) *Modelled {
	m := &Modelled{}
	var reports []pool.Report
	var taken []*root
	above, below := 0, 0
	for _, r := range roots {
		if !r.speaks() || slices.ContainsFunc(taken, func(o *root) bool { return shareUpstream(o, r) }) {
			continue
		}
		if figureOfNone(r) {
			return &Modelled{Refused: "a figure of 0 or below has no logarithm: the range stands as it is"}
		}
		rep, off, ok := report(r)
		if !ok {
			continue
		}
		if off {
			m.OffCentre = append(m.OffCentre, r.ID)
		}
		taken = append(taken, r)
		reports = append(reports, rep)
		m.Roots = append(m.Roots, r.ID)
		if rep.Kind != pool.LowerKind {
			above++
		}
		if rep.Kind != pool.UpperKind {
			below++
		}
	}
	if len(reports) < 2 {
		return nil
	}
	switch {
	case above < 2:
		m.Refused = "fewer than two sources limit it above: add a report that does"
	case below < 2:
		m.Refused = "fewer than two sources limit it below: add a report that does"
	default:
		m.fit(posterior, reports)
	}
	return m
}

func (m *Modelled) fit(posterior *pool.BoundedPosterior, reports []pool.Report) {
	for _, prior := range modelPriors {
		if err := posterior.Fit(reports, pool.HalfNormal(prior.scale)); err != nil {
			m.Centres, m.Refused = nil, err.Error()
			return
		}
		low, high := posterior.Interval(pool.Mu, 0.95)
		m.Centres = append(m.Centres, Centre{
			Prior:       prior.name,
			Median:      twoDigits(math.Exp(posterior.Quantile(pool.Mu, 0.5))),
			Low:         twoDigits(math.Exp(low)),
			High:        twoDigits(math.Exp(high)),
			PriorDriven: slices.Contains(posterior.Warnings(), pool.PriorDriven),
		})
	}
	m.Assumed = []string{independence, "the figures scatter about one centre, normally in logarithms",
		"their spread is half-normal of scale 0.5, or of scale 1"}
}

// report turns a root into data of the model; false if no end of it may speak.
// off is set where the central figure of an interval lies far from its middle.
func report(r *root) (rep pool.Report, off, ok bool) {
	low, high := modelEnd(r.Low), modelEnd(r.High)
	l, h := float64(r.Low.Least()), float64(r.High.Most())
	switch {
	case !low && !high:
		return pool.Report{}, false, false
	case low && high && r.Quantity.Level > 0 && r.Quantity.Best.Known() && h > l:
		best := float64(r.Quantity.Best.N)
		s := math.Log(h/l) / (2 * math.Sqrt2 * math.Erfinv(r.Quantity.Level))
		return pool.Point(best, s), math.Abs(math.Log(best)-math.Log(l*h)/2) > s, best > 0
	case low && high && l == h: // an exact count: this cures ties
		return pool.Interval(l-0.5, h+0.5, 0), false, true
	case low && high:
		return pool.Interval(l, h, 0), false, h > l
	case low:
		return pool.Lower(l-0.5, 0), false, true
	}
	return pool.Upper(h+0.5, 0), false, true
}

// modelEnd reports whether an end speaks in the model.
func modelEnd(e End) bool {
	return e.Stated() && !e.Why.Has(Stake|looseReasons&^Vague)
}

// figureOfNone reports whether a figure of the root is zero or below.
func figureOfNone(r *root) bool {
	return r.Low.Stated() && r.Low.Least() <= 0 || r.High.Stated() && r.High.Most() <= 0 || r.Central.Stated() && r.Central.N <= 0
}

// twoDigits rounds to two significant digits.
func twoDigits(x float64) float64 { return digits(x, 2) }

// digits rounds to n significant digits, so that the last bits, which differ
// between machines, are in no result.
func digits(x float64, n int) float64 {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return 0
	}
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'e', n-1, 64), 64)
	return x
}
