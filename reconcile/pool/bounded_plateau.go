package pool

import (
	"math"
	"sync"
)

// A plateau is a slice that falls at two ends far apart and is 1 between them:
// ∏Φ((μ−lo)/below)·∏Φ((hi−μ)/above), at each end the product of as many equal
// factors as reports name that end. So reports without error look at a small τ.
//
// A product of m factors Φ(z) is the distribution function of the greatest of m
// standard normals, Z. The slice is therefore the probability that μ lies
// between lo + below·Z and hi − above·Z′, from whose moments those of μ follow.
type plateau struct {
	lo, hi, below, above float64
	atLo, atHi           int // factors, up to mostEqual
}

const mostEqual = 4

// greatest holds E[Zⁿ], n from 0 to 3, for the greatest of m standard normals
// (David and Nagaraja 2003, Order Statistics, section 3.1).
var greatest = sync.OnceValue(func() (e [mostEqual + 1][4]float64) {
	const step = 1.0 / 16 // the trapezoid rule is exact to the last bit at 1/2
	for m := 1; m <= mostEqual; m++ {
		for i := -10 / step; i <= 10/step; i++ {
			z := i * step
			w := step * float64(m) * math.Pow(normalCDF(z), float64(m-1)) * normalPDF(z)
			for n := range e[m] {
				e[m][n] += w
				w *= z
			}
		}
	}
	return e
})

// flat returns the slice as a plateau, and whether it is one.
func (s *muSlice) flat() (p plateau, ok bool) {
	p.lo, p.hi = math.Inf(-1), math.Inf(1)
	for i := range s.factors {
		f := &s.factors[i]
		if f.form == pointForm || f.form == narrowForm {
			return p, false
		}
		if f.lo > p.lo {
			p.lo, p.below = f.lo, 1/f.inverse
		}
		if f.hi < p.hi {
			p.hi, p.above = f.hi, 1/f.inverse
		}
	}
	// Half the plateau belongs to either end, for the prediction too.
	if !(p.hi-p.lo > 2*certain*(max(p.below, p.above)+s.tau)) {
		return p, false
	}
	for i := range s.factors {
		f := &s.factors[i]
		v := 1 / f.inverse
		switch {
		case f.lo == p.lo && v == p.below:
			p.atLo++
		case f.lo > p.lo-certain*(p.below+v):
			return p, false
		}
		switch {
		case f.hi == p.hi && v == p.above:
			p.atHi++
		case f.hi < p.hi+certain*(p.above+v):
			return p, false
		}
	}
	return p, p.atLo <= mostEqual && p.atHi <= mostEqual
}

// integrate sets mass and moments: ∫(μ−c)ᵏ = (E[(hi−above·Z′−c)ᵏ⁺¹] −
// E[(lo+below·Z−c)ᵏ⁺¹])/(k+1).
func (p plateau) integrate(n *tauNode) {
	z := greatest()
	d := 0.5 * (p.hi - p.lo) // c is the middle
	from, to := powers(-d, p.below, &z[p.atLo]), powers(d, -p.above, &z[p.atHi])
	var m [3]float64
	for k := range m {
		m[k] = (to[k+1] - from[k+1]) / float64(k+1)
	}
	n.mass = m[0]
	r := 1 / m[0]
	n.mean = p.lo + d + m[1]*r
	n.variance = m[2]*r - m[1]*r*m[1]*r
}

// powers are E[(a+vZ)ⁿ] from the moments of Z.
func powers(a, v float64, z *[4]float64) (e [4]float64) {
	// Row n of Pascal's triangle, times powers of v and moments of Z.
	c := [4]float64{1}
	for n := range e {
		power := 1.0
		for j := n; j >= 0; j-- { // powers of a rise from 0
			e[n] += power * c[j] * z[j]
			power *= a
		}
		for j := min(n+1, 3); j > 0; j-- {
			c[j] += v * c[j-1]
		}
	}
	return e
}

// cdf is ∫ of the slice up to x, or with τ > 0 of its convolution with
// N(0, τ²), with two derivatives. Near an end it is elementary for one factor and,
// without τ, for two (Owen 1980, A table of normal integrals); else it reports
// false.
func (p plateau) cdf(normal *normalTable, x, tau float64) (e estimate, ok bool) {
	z := greatest()
	if x > p.lo+0.5*(p.hi-p.lo) {
		m := plateau{lo: -p.hi, hi: -p.lo, below: p.above, above: p.below, atLo: p.atHi, atHi: p.atLo}
		e, ok = m.cdf(normal, -x, tau)
		mass := p.hi - p.above*z[p.atHi][1] - p.lo - p.below*z[p.atLo][1]
		return estimate{mass - e.cdf, e.density, -e.slope, e.bend}, ok
	}
	w := p.below
	if tau > 0 {
		w = math.Sqrt(w*w + tau*tau)
	}
	at := (x - p.lo) / w
	switch {
	case (x - p.lo) > certain*(p.below+tau):
		return estimate{cdf: x - p.lo - p.below*z[p.atLo][1], density: 1}, true
	case at < -certain:
		return e, true
	case p.atLo == 1:
		c, d := normal.both(at)
		return estimate{w * (at*c + d), c, d / w, -d * at / (w * w)}, true
	case p.atLo == 2 && tau == 0:
		c, d := normal.both(at)
		up := at*c*c + 2*c*d - normal.cdf(math.Sqrt2*at)/math.Sqrt(math.Pi)
		return estimate{w * up, c * c, 2 * c * d / w, 2 * d * (d - at*c) / (w * w)}, true
	}
	return e, false
}
