package reconcile

import (
	"math"

	"github.com/openestimate/casualty/estimate"
)

// An interval is what a root says of a number, for comparison: an absent end is
// open. Logarithms are natural; 0 counts as one half.
type interval struct {
	low, high               int64
	hasLow, hasHigh         bool
	lnLow, lnHigh           float64 // -Inf and +Inf where absent
	lowByWords, highByWords bool    // set by a convention
}

var everything = interval{lnLow: math.Inf(-1), lnHigh: math.Inf(1)}

func (v *interval) setLow(n int64, by bool) {
	v.low, v.hasLow, v.lnLow, v.lowByWords = n, true, ln(n), by
}

func (v *interval) setHigh(n int64, by bool) {
	v.high, v.hasHigh, v.lnHigh, v.highByWords = n, true, ln(n), by
}

func ln(n int64) float64 {
	switch {
	case n == 0:
		return math.Log(0.5)
	case n < 0:
		return math.NaN()
	}
	return math.Log(float64(n))
}

// intervals returns the two readings that a pair is compared in. In the plain
// one no hedge is opened: a bound is the point it names unless it states its
// other end. In the opened one bounds open fully, and so do possible ends.
func intervals(q estimate.Quantity, low, central, high estimate.Bound) (plain, opened interval) {
	plain, opened = everything, everything
	switch {
	case low.Stated && high.Stated:
		plain.setLow(low.Least(), low.By != "")
		plain.setHigh(high.Most(), high.By != "")
	case low.Stated:
		plain.setLow(low.Least(), low.By != "")
		plain.setHigh(low.Least(), low.By != "")
	case high.Stated:
		plain.setLow(high.Most(), high.By != "")
		plain.setHigh(high.Most(), high.By != "")
	case central.Stated:
		plain.setLow(central.N, false)
		plain.setHigh(central.N, false)
	}
	if q.Modality == estimate.Possible {
		return plain, opened
	}
	if low.Stated && !low.Possible {
		opened.setLow(low.Least(), low.By != "")
	}
	if high.Stated && !high.Possible {
		opened.setHigh(high.Most(), high.By != "")
	}
	return plain, opened
}

// add returns the sum of two intervals; an end is there only if both have it.
func (v interval) add(w interval) interval {
	s := everything
	if v.hasLow && w.hasLow {
		s.setLow(v.low+w.low, v.lowByWords || w.lowByWords)
	}
	if v.hasHigh && w.hasHigh {
		s.setHigh(v.high+w.high, v.highByWords || w.highByWords)
	}
	return s
}

// signed reports whether an end is below zero, where logarithms end.
func (v interval) signed() bool { return v.hasLow && v.low < 0 || v.hasHigh && v.high < 0 }

// A gap is how far two intervals lie apart.
type gap struct {
	d       float64 // ln units; 0 if they meet; NaN if apart and below zero
	upper   int     // which lies above: 0 the first, 1 the second, -1 neither
	byWords bool    // a facing end was set by a convention
}

// apart reports whether the gap is wider than tolerance tol.
func (g gap) apart(tol float64) bool { return g.upper >= 0 && !(g.d <= tol) }

// least is the width below which intervals count as meeting.
const least = 1e-9

func between(a, b interval) gap {
	if a.signed() || b.signed() {
		return signedGap(a, b)
	}
	g := gap{upper: -1}
	if d := a.lnLow - b.lnHigh; d > least {
		g = gap{d, 0, a.lowByWords || b.highByWords}
	}
	if d := b.lnLow - a.lnHigh; d > least {
		g = gap{d, 1, b.lowByWords || a.highByWords}
	}
	return g
}

// signedGap compares by overlap, for D is undefined below zero.
func signedGap(a, b interval) gap {
	switch {
	case a.hasLow && b.hasHigh && a.low > b.high:
		return gap{math.NaN(), 0, a.lowByWords || b.highByWords}
	case b.hasLow && a.hasHigh && b.low > a.high:
		return gap{math.NaN(), 1, b.lowByWords || a.highByWords}
	}
	return gap{upper: -1}
}

// tolerance is the width up to which a gap counts as rounding.
func (s *settings) allowed(g gap) float64 {
	if g.byWords {
		return max(s.tolerance, s.conventionTolerance)
	}
	return s.tolerance
}

// round9 keeps a printed float the same on every machine.
func round9(x float64) float64 {
	return math.Round(x*1e9) / 1e9
}
