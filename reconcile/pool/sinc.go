package pool

import "math"

// A sincTable holds Si(πn)/π for n = 0, 1, …: the integral of sinc(x) = sin πx/πx
// from 0 to n. With it the values of a smooth function on an even grid give its
// integral up to any grid point (Stenger 1993, section 4.5): with f(jh) = fⱼ,
//
//	∫ f from −∞ to mh = h·Σ fⱼ·(½ + Si(π(m−j))/π).
//
// The error falls as exp(−πd/h), d being how far f is analytic off the axis; the
// plain sum over the whole line falls twice as fast, so that it needs only every
// second point.
type sincTable []float64

// firstSinc is 2·Si(πn)/π, n from 1 (Abramowitz and Stegun 5.2).
var firstSinc = [...]float64{
	1.1789797444721672702, 0.9028233335802806268, 1.0661864752365439651, 0.94993933976731015465,
	1.0402143283826170347, 0.96641043499549426493, 1.0288319942466105021, 0.97474845011563994345,
	1.0224603052739949137, 0.97977634230775731917, 1.0183914840164332325, 0.98313670333720175822,
}

// upTo returns the table with entries up to n.
func (t sincTable) upTo(n int) sincTable {
	for i := len(t); i <= n; i++ {
		switch {
		case i == 0:
			t = append(t, 0)
		case i <= len(firstSinc):
			t = append(t, firstSinc[i-1]/2)
		default:
			// Si(x) = π/2 − cos(x)·f(x) at x = πn, f by its asymptotic series
			// (Abramowitz and Stegun 5.2.8 and 5.2.34).
			x := math.Pi * float64(i)
			term, f := 1/x, 0.0
			for k := 1.0; math.Abs(term) > 1e-18 && k < 12; k++ {
				f += term
				term *= -(2*k - 1) * (2 * k) / (x * x)
			}
			if i&1 == 1 {
				f = -f
			}
			t = append(t, 0.5-f/math.Pi)
		}
	}
	return t
}

// at is Si(πn)/π for n of either sign.
func (t sincTable) at(n int) float64 {
	if n < 0 {
		return -t[-n]
	}
	return t[n]
}
