package pool

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// A Kind says what a report gives of a positive quantity. The words are closed.
type Kind string

const (
	PointKind    Kind = "point"    // one value, Lo = Hi
	IntervalKind Kind = "interval" // between Lo and Hi
	LowerKind    Kind = "lower"    // Lo or more
	UpperKind    Kind = "upper"    // Hi or less
)

// A Report is one datum of the bounded model, in which logarithms are normal:
//
//	θᵢ ~ N(μ, τ²), zᵢ|θᵢ ~ N(θᵢ, sᵢ²), and the report says of zᵢ what its kind says.
//
// With v = √(s²+τ²), a point contributes φ((ln x−μ)/v)/v to the likelihood, an
// interval Φ((ln h−μ)/v) − Φ((ln l−μ)/v), a lower bound Φ((μ−ln l)/v), an upper
// bound Φ((ln h−μ)/v) (Tobin 1958; Turnbull 1976).
type Report struct {
	Kind   Kind
	Lo, Hi float64 // positive, in the units of the quantity; Hi unused by a lower bound, Lo by an upper
	Sigma  float64 // s ≥ 0, in logarithms
}

// Point is a report of x with standard error sigma in logarithms.
func Point(x, sigma float64) Report { return Report{PointKind, x, x, sigma} }

// Interval is a report of something from lo to hi.
func Interval(lo, hi, sigma float64) Report { return Report{IntervalKind, lo, hi, sigma} }

// Lower is a report of lo or more.
func Lower(lo, sigma float64) Report { return Report{Kind: LowerKind, Lo: lo, Sigma: sigma} }

// Upper is a report of hi or less.
func Upper(hi, sigma float64) Report { return Report{Kind: UpperKind, Hi: hi, Sigma: sigma} }

// A KindError names a kind of report that is none of the closed words.
type KindError struct {
	Index int // the report, from 0
	Text  string
}

func (e *KindError) Error() string {
	return fmt.Sprintf("kind[%d] = %q: accepted is one of %q", e.Index, e.Text,
		[]Kind{PointKind, IntervalKind, LowerKind, UpperKind})
}

// A term is a report in logarithms. Its absent end is infinite.
type term struct {
	kind     Kind
	form     form
	lo, hi   float64
	variance float64 // s²
}

// terms turns reports into terms in an order that does not depend on theirs.
func terms(into []term, reports []Report) ([]term, error) {
	if len(reports) == 0 {
		return nil, &InputError{Field: "reports", Index: -1, Accepted: "one report or more"}
	}
	into = into[:0]
	for i, r := range reports {
		if !(r.Sigma >= 0 && r.Sigma < 1e100) {
			return nil, &InputError{Field: "sigma", Index: i, Value: r.Sigma, Accepted: "a finite standard error, 0 or more"}
		}
		t := term{kind: r.Kind, form: forms[r.Kind], lo: math.Inf(-1), hi: math.Inf(1), variance: r.Sigma * r.Sigma}
		switch r.Kind {
		case PointKind, IntervalKind, LowerKind, UpperKind:
		default:
			return nil, &KindError{Index: i, Text: string(r.Kind)}
		}
		if r.Kind != UpperKind {
			if !(r.Lo > 0) || math.IsInf(r.Lo, 0) {
				return nil, &InputError{Field: "lo", Index: i, Value: r.Lo, Accepted: "a positive finite number"}
			}
			t.lo = math.Log(r.Lo)
		}
		if r.Kind != LowerKind {
			if !(r.Hi > 0) || math.IsInf(r.Hi, 0) {
				return nil, &InputError{Field: "hi", Index: i, Value: r.Hi, Accepted: "a positive finite number"}
			}
			t.hi = math.Log(r.Hi)
		}
		if r.Kind == PointKind && r.Lo != r.Hi {
			return nil, &InputError{Field: "hi", Index: i, Value: r.Hi, Accepted: "for a point, lo again"}
		}
		if r.Kind == IntervalKind && !(t.lo < t.hi) {
			return nil, &InputError{Field: "hi", Index: i, Value: r.Hi, Accepted: "for an interval, a number above lo; equal ends are a point"}
		}
		into = append(into, t)
	}
	slices.SortFunc(into, compareTerms)
	return into, nil
}

func compareTerms(a, b term) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi), cmp.Compare(a.variance, b.variance))
}

// located counts the reports that limit the centre on both sides.
func located(ts []term) int {
	n := 0
	for i := range ts {
		if ts[i].kind == PointKind || ts[i].kind == IntervalKind {
			n++
		}
	}
	return n
}

// limited refuses reports that leave the centre open on one side.
func limited(ts []term) error {
	var above, below bool
	for i := range ts {
		above = above || ts[i].kind != LowerKind
		below = below || ts[i].kind != UpperKind
	}
	if !above {
		return &ImproperError{
			Reason: "nothing limits the centre above",
			Cure:   "add a report that limits it above: a point, an interval or an upper bound",
		}
	}
	if !below {
		return &ImproperError{
			Reason: "nothing limits the centre below",
			Cure:   "add a report that limits it below: a point, an interval or a lower bound",
		}
	}
	return nil
}

// exactPoints counts the points with s = 0 if they are all equal and inside
// every other report with s = 0; else it is 0.
func exactPoints(ts []term) int {
	n, at := 0, 0.0
	for i := range ts {
		if t := &ts[i]; t.kind == PointKind && t.variance == 0 {
			if n > 0 && t.lo != at {
				return 0
			}
			at = t.lo
			n++
		}
	}
	for i := range ts {
		if t := &ts[i]; n > 0 && t.variance == 0 && (at < t.lo || at > t.hi) {
			return 0
		}
	}
	return n
}

// proper reports how many moments the posterior has, or why there is none: some
// report must limit the centre above, some below, not two or more points with
// s = 0 be all equal and inside every other report with s = 0, and the tail of
// the prior be light enough for the reports that limit it on both sides.
func proper(ts []term, prior Prior) (most int, err error) {
	if err := limited(ts); err != nil {
		return -1, err
	}
	if exactPoints(ts) > 1 {
		return -1, &ImproperError{
			Reason: "two or more points with s = 0 agree exactly, so that tau = 0 has infinite density",
			Cure:   "give them the interval they were rounded from, or a standard error above 0",
		}
	}
	most = prior.moments(located(ts))
	if most < 0 {
		return -1, &ImproperError{
			Reason: fmt.Sprintf("the %s prior of tau falls too slowly for so few points and intervals", prior.Family),
			Cure:   "add points or intervals (more than 2 for the uniform prior, 1 for the half-Cauchy), or take a half-normal prior",
		}
	}
	return most, nil
}
