package pool

import "math"

// Estimate is Fit without what only some callers read: no standard error of τ²,
// no likelihood, no typical variance. It takes a short way of plain sums, left
// for the long one wherever its digits could be in doubt: a study that outweighs
// the rest a thousandfold, a first effect far from the others, anything not
// finite.
func (ws *Workspace) Estimate(y, v []float64, method Method) (Estimate, error) {
	if len(y) == len(v) && len(y) > 1 {
		if m, ok := sums(y, v); ok {
			switch method {
			case EE:
				return weighted(y, v, m, 0), nil
			case DL:
				return weighted(y, v, m, max(m.q-float64(len(y)-1), 0)/m.trace), nil
			}
			if tau2, ok := ws.lean.between(y, v, m, method); ok {
				return weighted(y, v, m, tau2), nil
			}
		}
	}
	f, err := ws.Fit(y, v, method)
	return f.Estimate, err
}

// Plain sums bear a weight of a thousand times the others, which costs three
// digits of sixteen, and a sum of squares about the first effect of a hundred
// thousand times Q.
const (
	dominance = 1e3
	offCentre = 1e5
)

// moments are what sums of a set at τ² = 0 make: its mean, Cochran's Q, Σw and
// tr P = Σw − Σw²/Σw. The compiler keeps a struct of four in registers.
type moments struct{ mu, q, s, trace float64 }

// sums is false where the digits of plain sums are in doubt, as where y or v are
// not all finite and positive.
func sums(y, v []float64) (moments, bool) {
	v = v[:len(y)]
	origin := y[0]
	var s1, s2, m1, c1, all float64
	for i, vi := range v {
		if !(vi > 0) {
			return moments{}, false
		}
		w := 1 / vi
		d := y[i] - origin
		wd := w * d
		s1 += w
		s2 += w * w
		m1 += wd
		c1 += wd * d
		all += vi
	}
	inverse := 1 / s1
	shift := m1 * inverse
	m := moments{origin + shift, c1 - m1*shift, s1, s1 - s2*inverse}
	sound := all <= math.MaxFloat64 && s1 < m.trace*dominance &&
		c1 <= m.q*offCentre && c1 <= math.MaxFloat64
	return m, sound
}

// weighted is the estimate at τ², summed about the equal-effects mean so that a
// great common level costs no digits.
func weighted(y, v []float64, m moments, tau2 float64) Estimate {
	v = v[:len(y)]
	var s, moment float64
	for i, yi := range y {
		w := 1 / (v[i] + tau2)
		s += w
		moment += w * (yi - m.mu)
	}
	inverse := 1 / s
	return Estimate{Mu: m.mu + moment*inverse, SE: math.Sqrt(inverse), Tau2: tau2, Q: m.q}
}
