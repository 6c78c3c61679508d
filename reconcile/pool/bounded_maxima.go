package pool

import (
	"math"
	"slices"
)

// An optimum of the likelihood.
type boundedOptimum struct {
	beta        []float64
	tau, logLik float64
}

// maxima are the local maxima over the coefficients and τ > 0, and τ = 0 if no s
// is 0: where the slope along the ridge of best coefficients falls through 0,
// between neighbours of a grid over ln τ. With fixed ≥ 0 that coefficient stays
// as in start. rising reports that the likelihood still rises at the largest τ,
// falling that it still falls from the smallest one though some s is 0.
func (m *boundedModel) maxima(start []float64, fixed int) (found []boundedOptimum, rising, falling bool) {
	lo, hi := m.ends()
	scale := max(hi-lo, m.mostSigma(), 1e-6)
	least, even := 1e-7*scale, true
	for i := range m.terms {
		if v := m.terms[i].variance; v > 0 {
			least = min(least, 0.01*math.Sqrt(v))
		} else {
			even = false
		}
	}
	beta := slices.Clone(start)
	ridge := func(tau float64) (logLik, slope float64) {
		logLik, _ = m.climb(beta, tau, fixed)
		return logLik, m.slope(beta, tau)
	}
	keep := func(tau, logLik float64) {
		found = append(found, boundedOptimum{slices.Clone(beta), tau, logLik})
	}
	tau := 1e5 * scale
	copy(beta, start)
	_, above := ridge(tau)
	rising = above > 0
	for tau > least {
		next := tau * math.Exp(-0.25)
		_, slope := ridge(next)
		if slope > 0 && above <= 0 {
			a, b := next, tau // slope is positive at a
			for range 200 {
				mid := math.Sqrt(a * b)
				if b/a < 1.5 {
					mid = a + 0.5*(b-a)
				}
				if mid == a || mid == b {
					break
				}
				if _, s := ridge(mid); s > 0 {
					a = mid
				} else {
					b = mid
				}
			}
			l, _ := ridge(a)
			keep(a, l)
			ridge(next)
		}
		tau, above = next, slope
	}
	if even {
		// The slope by τ² tells whether τ = 0 is a maximum.
		if l, s := ridge(0); s <= 0 {
			keep(0, l)
		}
		return found, rising, false
	}
	return found, rising, above < 0
}
